"""The words of the corpus as written, for mending typos: which are known, and which known ones are near."""

from qa_bot.retrieval.records import Records

MAX_NEAR = 5
REMEMBERED = 50_000  # words of questions; that they are few is no promise
TWO_EDITS = 8  # letters from which two edits are allowed: below, most words have a neighbour at two that means something else


class Vocabulary:
    """What `schema.Words` asks, answered from the records."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self._known: dict[str, bool] = {}
        self._near: dict[str, tuple[str, ...]] = {}

    def knows(self, word: str) -> bool:
        """Return whether the folded surface form *word* occurs in the corpus."""
        known = self._known.get(word)
        if known is None:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            known = self._known[word] = bool(self._records.rows("SELECT 1 FROM words WHERE word = ?", word))
        return known

    def near(self, word: str) -> tuple[str, ...]:
        """Return known words within a typo's distance of *word*: fewest edits first, then the commonest, then by alphabet.

        An edit inserts, drops, replaces or swaps letters (optimal string alignment). Words of fewer than four letters have no neighbours.
        Compared are the words that share the first letter or the last two: typists seldom miss both.
        """
        near = self._near.get(word)
        if near is None:
            if len(self._near) >= REMEMBERED:
                self._near.clear()
            near = self._near[word] = self._found_near(word)
        return near

    def _found_near(self, word: str) -> tuple[str, ...]:
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
