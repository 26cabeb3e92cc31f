"""The superlatives of a sentence, and which part of it each is said in: "the dearest is in Norr, the cheapest in Soder"."""

from collections.abc import Collection
from itertools import dropwhile, islice, pairwise

from qa_bot.answer.columns import LEVEL
from qa_bot.answer.scope import PASSAGE, Scope, label_terms
from qa_bot.answer.sights import Sight, sight
from qa_bot.schema import Kind, Query
from qa_bot.text.analysis import stem
from qa_bot.text.asking import asking
from qa_bot.text.functions import functions
from qa_bot.text.lexicon import lexicon

_BARS = frozenset({",", ";"})
_JOINTS = frozenset({"CCONJ", "SCONJ"})
_SHORTEST = 6  # letters of "oldest"
_TO_NOUN = 3  # words: "the highest monthly wage"
_NOUNS = frozenset({"NOUN", "NOUNS"})
_COPULAS = frozenset({"AUX", "ADV", "VERB"})


def superlatives(seen: Sight) -> list[tuple[int, str]]:
    """Return the superlatives of *seen*, each with its first token and the stem of its adjective."""
    leads, others = functions(seen.language)["superlative_leads"], functions(seen.language)["not_ranks"]
    words = asking(seen.language).words["superlatives"]
    found: list[tuple[int, str]] = []
    for at, lower in enumerate(seen.lowers):
        if lower in leads and at + 1 < len(seen.lowers) and seen.tags[at + 1] in ("ADJ", "ADV", "VBN"):
            found.append((at, seen.stems[at + 1]))
        elif seen.language == "en" and len(lower) >= _SHORTEST and lower.endswith("est") and lower not in others:
            if seen.tags[at] == "ADJ" or lower in words:
                found.append((at, seen.stems[at]))
        elif seen.language == "ru" and seen.tags[at] == "ADJ" and (lower.startswith("наи") or "ейш" in lower or "айш" in lower):
            found.append((at, seen.stems[at]))
    return found


def ranks(seen: Sight) -> list[tuple[int, str]]:
    """Return the superlatives of *seen*, also those that say how much is done: «больше всего работает»."""
    words = asking(seen.language).words["superlatives"] if seen.language == "ru" else frozenset[str]()
    pairs = [(at, seen.stems[at]) for at, pair in enumerate(pairwise(seen.lowers)) if {*pair} <= words]
    return sorted((*superlatives(seen), *pairs))


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


def is_of_other_superlative(query: Query, scope: Scope) -> bool:
    """Return whether the figure is told with a superlative of its sentence that is not the one asked for: the lowest where the highest is,
    or that of wages where that of rents is."""
    if query.kind is not Kind.SUPERLATIVE or scope.passage.is_row(scope.figure):
        return False
    seen = sight(scope.passage.sentence(scope.figure))
    at = scope.figure.span.start - scope.figure.quote.start
    parts = _parts(seen)
    own = next(((lead, part) for lead, part in parts if seen.starts[part.start] <= at < seen.ends[part.stop - 1]), None)
    if own is None:
        return False
    upper, asked = _end_at(seen, own[0]), {_end_at(sight(query.text), lead) for lead in _leads(sight(query.text))}
    if upper is not None and asked == {not upper}:
        return True
    subject = {*query.slots.head, *query.slots.counted, *query.slots.other}.difference(query.names, query.slots.rows, (LEVEL,))
    if subject.isdisjoint(scope.concepts.slots) and any(
        subject & _told(seen, part) and not subject & _told(seen, own[1]) for _, part in parts
    ):
        return True
    return bool(subject) and max(scope.level(term)[0] for term in subject) == PASSAGE


def tells_other_subject(query: Query, seen: Sight) -> bool:
    """Return whether the superlatives of *seen* each rank by a noun of their own, "the lowest wages", and it has nothing of what they are
    asked to rank by."""
    subject = {*query.slots.head, *query.slots.counted, *query.slots.other}.difference(query.names, query.slots.rows)
    if seen.language != query.language or not subject or subject.union(query.names) & _told(seen, range(len(seen.lowers))):
        return False
    nouns = {_noun_of(seen, lead) for lead in _leads(seen)} - {None}
    return bool(nouns) and nouns.isdisjoint((LEVEL, *query.slots.rows))


def _noun_of(seen: Sight, lead: int) -> str | None:
    """The concept of the noun right behind the superlative that opens at *lead*, or that it is said of: "rainfall was highest"."""
    behind = range(lead + 1, min(lead + 1 + _TO_NOUN, len(seen.tags)))
    before = dropwhile(lambda at: seen.tags[at] in _COPULAS, range(lead - 1, -1, -1))
    return next((seen.concepts[at] for at in (*behind, *islice(before, 1)) if seen.tags[at] in _NOUNS), None)


def _told(seen: Sight, part: range) -> frozenset[str]:
    words = label_terms(" ".join(seen.surfaces[at] for at in part), seen.language)  # with "life expectancy", of two
    return words.union(seen.stems[at] for at in part)


def _leads(seen: Sight) -> list[int]:
    """The first tokens of the superlatives of *seen*, with those that stand right before a noun: "the most sunshine"."""
    words = asking(seen.language).words
    found = {at for at, _ in ranks(seen)}
    for before, at in pairwise(range(len(seen.lowers))):
        ranked = seen.lowers[at] in words["superlatives"] and seen.lowers[before] in functions(seen.language)["articles"]
        if ranked and at + 1 < len(seen.tags) and seen.tags[at + 1] in _NOUNS:
            found.add(at)
    return sorted(found)


def _end_at(seen: Sight, lead: int) -> bool | None:
    """Whether the superlative that opens at *lead* tells the upper end, False for the lower one; None for one that is of neither."""
    words, leads = asking(seen.language).words, functions(seen.language)["superlative_leads"]
    low, high = ({stem(word) for word in words[name]} for name in ("least", "greatest"))
    word = lead + (seen.lowers[lead] in leads and lead + 1 < len(seen.lowers) and seen.tags[lead + 1] in ("ADJ", "ADV", "VBN"))
    lower = seen.lowers[lead] in functions(seen.language)["lowest_leads"] or seen.stems[word] in low
    return not lower if lower or seen.stems[word] in high else None


def _parts(seen: Sight) -> list[tuple[int, range]]:
    """The parts of *seen* that its superlatives are said in, each with the first token of its superlative."""
    leads = _leads(seen)
    if not leads:
        return []
    starts = [0, *(_opening(seen, at) for at in leads[1:])]
    parts = zip(leads, starts, [*starts[1:], len(seen.lowers)], strict=True)
    return [(lead, range(start, end)) for lead, start, end in parts if start < end]


def own_stretches(seen: Sight, asked: Collection[str]) -> list[range] | None:
    """Return the tokens of *seen* that are said of the superlatives *asked*; None where it has no others beside them."""
    found = ranks(seen) if asked else []
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
