"""The superlatives of a sentence, and which part of it each is said in: "the dearest is in Norr, the cheapest in Soder"."""

from collections.abc import Collection

from qa_bot.answer.sights import Sight
from qa_bot.text.analysis import stem
from qa_bot.text.functions import functions
from qa_bot.text.lexicon import lexicon

_BARS = frozenset({",", ";"})
_JOINTS = frozenset({"CCONJ", "SCONJ"})
_SHORTEST = 6  # letters of "oldest"


def superlatives(seen: Sight) -> list[tuple[int, str]]:
    """Return the superlatives of *seen*, each with its first token and the stem of its adjective."""
    leads, others = functions(seen.language)["superlative_leads"], functions(seen.language)["not_ranks"]
    found: list[tuple[int, str]] = []
    for at, lower in enumerate(seen.lowers):
        if lower in leads and at + 1 < len(seen.lowers) and seen.tags[at + 1] in ("ADJ", "ADV", "VBN"):
            found.append((at, seen.stems[at + 1]))
        elif seen.language == "en" and len(lower) >= _SHORTEST and lower.endswith("est") and seen.tags[at] == "ADJ" and lower not in others:
            found.append((at, seen.stems[at]))
        elif seen.language == "ru" and seen.tags[at] == "ADJ" and (lower.startswith("наи") or "ейш" in lower or "айш" in lower):
            found.append((at, seen.stems[at]))
    return found


def ends_of(seen: Sight) -> set[tuple[str, bool]]:
    """Return for each superlative of *seen* what it ranks by, as stems and concepts, with whether it is the upper end: "the least
    punctual" and "the most unpunctual" are the lower end of "punctual"."""
    low, prefixes = functions(seen.language)["lowest_leads"], functions(seen.language)["negating_prefixes"]
    found: set[tuple[str, bool]] = set()
    for at, _ in superlatives(seen):
        word = at + (seen.lowers[at] in functions(seen.language)["superlative_leads"])
        upper = seen.lowers[at] not in low
        found |= {(seen.stems[word], upper), (seen.concepts[word] or seen.stems[word], upper)}
        for bare in (seen.lowers[word].removeprefix(prefix) for prefix in prefixes if seen.lowers[word].startswith(prefix)):
            if len(bare) >= _SHORTEST:
                found |= {(stem(bare), not upper), (lexicon(seen.language).concept(bare), not upper)}
    return found


def own_stretches(seen: Sight, asked: Collection[str]) -> list[range] | None:
    """Return the tokens of *seen* that are said of the superlatives *asked*; None where it has no others beside them."""
    found = superlatives(seen) if asked else []
    if len({stem for _, stem in found}) < 2 or not any(stem in asked for _, stem in found):
        return None
    starts = [0, *(_opening(seen, at) for at, _ in found[1:])]
    parts = [range(start, end) for start, end in zip(starts, [*starts[1:], len(seen.lowers)], strict=True)]
    return [part for part, (_, stem) in zip(parts, found, strict=True) if stem in asked]


def _opening(seen: Sight, at: int) -> int:
    """Where the part of the sentence opens that the superlative at *at* is said in."""
    while at and seen.surfaces[at - 1] not in _BARS and seen.tags[at - 1] not in _JOINTS:
        at -= 1
    return at
