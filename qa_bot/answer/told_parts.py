"""Which part of a sentence between semicolons tells of what is asked: "Vance won; the record, held by Rudd, stood"."""

from qa_bot.answer.sights import Sight
from qa_bot.answer.spans import Matched
from qa_bot.answer.wanted import Wanted

_BAR = ";"
_NAMED = frozenset("fno")  # roles of what is asked about, the verb apart


def told_parts(seen: Sight, matched: Matched, question: Wanted) -> list[range] | None:
    """Return the tokens of the parts of *seen* that name what a question for a person is about; None where all do, none does, or they
    name nobody."""
    bars = [at for at, surface in enumerate(seen.surfaces) if surface == _BAR and not seen.depths[at]]
    if question.group != "who" or not bars:
        return None
    starts = [0, *(at + 1 for at in bars)]
    parts = [range(start, end) for start, end in zip(starts, [*bars, len(seen.surfaces)], strict=True)]
    told = [part for part in parts if any(matched.roles[at] in _NAMED for at in part)]
    somebody = any(seen.tags[at] == "PROPN" and matched.terms[at] < 0 for part in told for at in part)
    return told if somebody and len(told) < len(parts) else None
