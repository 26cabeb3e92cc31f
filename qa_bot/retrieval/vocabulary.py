"""The words of the corpus as written, for mending typos: which are known, and which known ones are near."""

from qa_bot.retrieval.records import Records

MAX_NEAR = 5
TWO_EDITS = 8  # letters from which two edits are allowed: below, most words have a neighbour at two that means something else


class Vocabulary:
    """What `schema.Words` asks, answered from the records."""

    def __init__(self, records: Records) -> None:
        self._records = records

    def knows(self, word: str) -> bool:
        """Return whether the folded surface form *word* occurs in the corpus."""
        return bool(self._records.rows("SELECT 1 FROM words WHERE word = ?", word))

    def near(self, word: str) -> tuple[str, ...]:
        """Return known words within a typo's distance of *word*: fewest edits first, then the commonest, then by alphabet.

        An edit inserts, drops, replaces or swaps letters (optimal string alignment). Words of fewer than four letters have no neighbours.
        Compared are the words that share the first letter or the last two: typists seldom miss both.
        """
        # A typo is rare and the import takes 10 ms, so it is made here.
        from rapidfuzz.distance import OSA

        if len(word) < 4:
            return ()
        edits = 2 if len(word) >= TWO_EDITS else 1
        found = []
        for known, documents in self._alike(word, edits):
            distance = OSA.distance(word, known, score_cutoff=edits)
            if 0 < distance <= edits:
                found.append((distance, -documents, known))
        return tuple(known for _, _, known in sorted(found)[:MAX_NEAR])

    def _alike(self, word: str, edits: int) -> list[tuple[str, int]]:
        length = (len(word) - edits, len(word) + edits)
        statement = "SELECT word, documents FROM words WHERE {} = ? AND length BETWEEN ? AND ?"
        starts = self._records.rows(statement.format("first"), word[0], *length)
        ends = self._records.rows(statement.format("last"), word[-2:], *length)
        return sorted({(known, documents) for known, documents in (*starts, *ends)})
