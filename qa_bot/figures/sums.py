"""Figures that are parts of one which they add up to, where no word says so."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice, takewhile

from qa_bot.figures.draft import Draft, Slots
from qa_bot.figures.parts import as_part
from qa_bot.schema import Measure

_SUM_REACH = 24  # figures back in which a list may find its total; equal sums are rare enough for a page
_FAR = 200  # figures back, of whatever measure, among which they are looked for: a text may have a hundred thousand
_FEWEST = 2  # entries that make a list
_LEAST = 10  # smaller sums come about by chance


def whole_by_sum(drafts: list[Draft]) -> None:
    """Make the entries of a list, and the figures of one sentence, parts of an earlier figure that they add up to."""
    places = {id(draft): at for at, draft in enumerate(drafts)}
    for entries in _lists(drafts):
        whole = _summed(entries, islice(_alike(drafts, places[id(entries[0])]), _SUM_REACH))
        if whole is not None:
            for entry in entries:
                _make_entry(entry, whole)
    for parts in _sentences(drafts):
        if len(parts) < _FEWEST:
            continue
        near = (other for other in _alike(drafts, places[id(parts[0])]) if other.unit.passage is parts[0].unit.passage)
        whole = _summed(parts, (other for other in near if other.slots.head == parts[0].slots.head))
        for part in parts:
            part.whole = whole


def complete_parts(drafts: Sequence[Draft]) -> None:
    """Make figures of one sentence that follow a part of another, with no verb between, parts of that, too, where they add up to it:
    "74 planes, of them 41 Airbuses, 19 Superjets and 14 Boeings"."""
    for at, first in enumerate(drafts):
        whole = first.whole
        if whole is None or whole.unit is not first.unit or whole.start > first.start or any(d.whole is whole for d in drafts[:at]):
            continue
        rest = list(takewhile(partial(_is_verbless, first), drafts[at + 1 :]))
        alike = all(other.measure is first.measure is Measure.COUNT and other.whole in (None, whole) for other in rest)
        if alike and first.value + sum(other.value for other in rest) == whole.value:
            for other in rest:
                if other.whole is None:
                    as_part(other, whole)


def _is_verbless(first: Draft, other: Draft) -> bool:
    return not first.unit.syntax.verbs_in(first.last, other.first)


def _lists(drafts: Sequence[Draft]) -> list[list[Draft]]:
    """The entries of each list whose introduction gives no total: "went to: ..."."""
    lists: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.label and draft.whole is None and draft.unit.intro is not None:
            lists.setdefault(id(draft.unit.intro), []).append(draft)
    return list(lists.values())


def _sentences(drafts: Sequence[Draft]) -> Iterator[list[Draft]]:
    """The figures of each sentence that count the same and are part of nothing: "In towns there were 2,200 teachers, in villages 920"."""
    alike: dict[tuple[int, tuple[str, ...]], list[Draft]] = {}
    for draft in drafts:
        if draft.measure is Measure.COUNT and draft.slots.head:
            alike.setdefault((id(draft.unit), draft.slots.head), []).append(draft)
    return (parts for parts in alike.values() if all(not part.label and part.whole is None for part in parts))


def _summed(parts: Sequence[Draft], before: Iterable[Draft]) -> Draft | None:
    """The first of the figures *before*, the nearest first, that *parts* add up to; a part itself is none."""
    total = sum(part.value for part in parts)
    if len(parts) < _FEWEST or total < _LEAST:
        return None
    return next((other for other in before if other.value == total and _are_of_its_time(parts[0], other)), None)


def _are_of_its_time(part: Draft, other: Draft) -> bool:
    """Whether the sentence of *part* names no times but those of *other*: a year is no part of another year."""
    return {mention.surface for mention in part.unit.periods} <= {mention.surface for mention in other.unit.periods}


def _alike(drafts: Sequence[Draft], at: int) -> Iterator[Draft]:
    """Of *drafts* those of earlier sentences that measure as the one at the place *at* does, the nearest first."""
    part = drafts[at]
    for place in range(at - 1, max(at - _FAR, 0) - 1, -1):
        other = drafts[place]
        if other.end <= part.start and other.measure is part.measure and other.unit is not part.unit:
            yield other


def _make_entry(entry: Draft, whole: Draft) -> None:
    said = entry.slots
    entry.counts = None
    entry.slots = Slots(
        place=said.place,
        place_terms=said.place_terms,
        reason=said.reason,
        reason_terms=said.reason_terms,
        counted_terms=said.reason_terms,
        other_terms=said.other_terms,
    )
    as_part(entry, whole)
    if said.counted and "," in said.counted and not (said.reason or said.place):  # "Expenditure, Adult social care"
        own = tuple(dict.fromkeys((*entry.slots.counted_terms, *said.head, *said.counted_terms)))
        terms = tuple(term for term in own if term not in entry.slots.head)
        entry.slots = replace(entry.slots, counted=said.counted, counted_terms=terms)
    entry.scope_quotes.append(whole.unit.span)
