"""Which part of a sentence between semicolons tells of what is asked: "Vance won; the record, held by Rudd, stood"."""

from qa_bot.answer.sights import Sight
from qa_bot.answer.spans import Matched
from qa_bot.answer.wanted import Wanted
from qa_bot.text.syntax import TIME

_BAR = ";"
_NAMED = frozenset("fno")  # roles of what is asked about, the verb apart
_TOLD = {"when": frozenset({TIME}), "number": frozenset({"NUM"})}  # tags of what is told to those who ask for it


def told_parts(seen: Sight, matched: Matched, question: Wanted) -> list[range] | None:
    """Return the tokens of the parts of *seen* that name what a question for a person is about, or say most of one for a time or number;
    None where all do, none does, or they name nobody."""
    bars = [at for at, surface in enumerate(seen.surfaces) if surface == _BAR and not seen.depths[at]]
    if question.group not in ("who", *_TOLD) or not bars:
        return None
    starts = [0, *(at + 1 for at in bars)]
    parts = [range(start, end) for start, end in zip(starts, [*bars, len(seen.surfaces)], strict=True)]
    if question.group in _TOLD:
        return _tells_most(parts, seen, matched, _TOLD[question.group])
    told = [part for part in parts if any(matched.roles[at] in _NAMED for at in part)]
    somebody = any(seen.tags[at] == "PROPN" and matched.terms[at] < 0 for part in told for at in part)
    return told if somebody and len(told) < len(parts) else None


def _tells_most(parts: list[range], seen: Sight, matched: Matched, tags: frozenset[str]) -> list[range] | None:
    """The *parts* with a word of *tags* that say nothing less of the question than another such part: "the first ascent by a climber from
    Norr was in 1788; the first by a woman in 1819"."""
    telling = [part for part in parts if not tags.isdisjoint(seen.tags[at] for at in part)]
    said = [frozenset(matched.terms[at] for at in part if matched.terms[at] >= 0) for part in telling]
    kept = [part for part, own in zip(telling, said, strict=True) if not any(own < other for other in said)]
    return kept if len(kept) < len(telling) else None
