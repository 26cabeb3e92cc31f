"""The figures that the cells of a table hold: their numbers in the unit of header, row or caption, with the scope that these give."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice, takewhile

from qa_bot.figures.cells import (
    Around,
    befell,
    cell_slots,
    changed_thing,
    counted_unit,
    done,
    is_change,
    is_fall,
    is_verb,
    names_base,
    played,
    tells_changes,
    thing_counted,
)
from qa_bot.figures.currencies import measure_of_unit
from qa_bot.figures.decimals import read_by
from qa_bot.figures.draft import Draft
from qa_bot.figures.label_nouns import unit_counted
from qa_bot.figures.labels import Label, period_in
from qa_bot.figures.notes import Note, read_note, read_unit
from qa_bot.figures.stretches import undivided
from qa_bot.figures.units import Unit
from qa_bot.schema import Cell, Measure
from qa_bot.text.functions import functions
from qa_bot.text.lexicon import Kinds
from qa_bot.text.moments import Grain
from qa_bot.text.number_words import number_words
from qa_bot.text.numbers import Number, NumberKind, find_numbers
from qa_bot.text.periods import find_periods
from qa_bot.text.tokens import tokenize

_WORDED = re.compile(r"[^\W\d_]{3}|\d[./-]\d\d?[./-]\d")  # as every day is written
_UNREADABLE = re.compile(r"\d['’]\d|\d[eE][+-]?\d")  # "1'234", "2e3": no number as we read them


def cell_figures(unit: Unit, cell: Cell, around: Around, sign: str | None) -> Iterator[Draft]:
    """Yield the figures of a *cell*: its number, and a percent behind it; *sign* is that before decimals in the table."""
    text = unit.document.text
    offset = bisect_left(unit.tokens, cell.span.start, key=lambda token: token.start)  # a row may have thousands of cells
    offset = offset if offset < len(unit.tokens) else 0
    first = bisect_left(unit.numbers, cell.span.start, key=lambda number: number.start)
    numbers = list(takewhile(lambda number: number.end <= cell.span.end, islice(unit.numbers, first, None)))
    if _UNREADABLE.search(text, cell.span.start, cell.span.end):
        return
    if not numbers and text[cell.span.start : cell.span.end].strip().isdigit():
        numbers = find_numbers(text, tokenize(text, cell.span.start, cell.span.end), unit.document.language)
    days = _days(unit, cell) if numbers and _WORDED.search(text, cell.span.start, cell.span.end) else []
    for number in numbers[:2]:
        if any(start <= number.start < end for start, end in days):
            continue
        if number.kind in (NumberKind.ORDINAL, NumberKind.MULTIPLIER):
            continue
        if number is not numbers[0] and number.kind is not NumberKind.PERCENT:
            continue
        number = read_by(number, sign, text, unit.document.language)
        yield _figure(unit, number, offset, around, start=cell.span.start, after=text[number.end : cell.span.end])


def _days(unit: Unit, cell: Cell) -> list[tuple[int, int]]:
    """Where the *cell* names days, which count nothing: "25 July 2024"."""
    found = find_periods(unit.document.text, cell.span.start, cell.span.end, unit.document.language)
    return [(mention.start, mention.end) for mention in found if mention.first.grain is Grain.DAY]


def _figure(unit: Unit, number: Number, offset: int, around: Around, *, start: int, after: str) -> Draft:
    """Return the figure of *number*, in a cell that begins at *start* and in which *after* stands behind the number."""
    label, head, above = around.label, around.head, around.above
    note = (
        (head.note if head else None)
        or _noted(around.stated, around.state or label)
        or (above.note if not (_is_headcount(label) or _is_of_others(above.note, head)) else None)
    )
    scaled = _scaled(number, note, after, unit.document.language)
    if scaled is not None:
        number, note, after = scaled, Note(Decimal(1), Measure.MONEY, note.unit if note is not None else None), ""
    if number.kind is NumberKind.CARDINAL and (own := read_unit(after.strip(), unit.document.language)) is not None:
        note = own
    measure, counts, factor = _measured(number, note)
    measure = measure_of_unit(measure, counts, unit.currencies)
    change = head is not None and measure in (Measure.SHARE, Measure.COUNT, Measure.MONEY, Measure.QUANTITY) and is_change(head)
    minus = number.value > 0 and number.start == start + 1 and unit.document.text[start] in "-−–"
    draft = Draft(
        unit=unit,
        start=number.start - minus,
        end=number.end,
        first=offset,
        last=offset + 1,
        stretch=undivided(offset + 1),
        value=-number.value * factor if minus else number.value * factor,
        upper=number.upper * factor if number.upper is not None else None,
        bound=number.bound,
        measure=Measure.CHANGE if change else measure,
        counts=counts,
        per=note.per if note is not None and measure is note.measure else None,
        slots=cell_slots(around, money=measure is Measure.MONEY),
        label=str(number.start),
        row=around.state.text if around.state else label.text if label else None,
    )
    draft.slots.modality = next((place.modality for place in (head, around.state) if place is not None and place.modality), None)
    verbal = around.deed is None and head is not None and is_verb(head) and (" " not in head.name or thing_counted(around) is not None)
    if measure in (Measure.COUNT, Measure.RATE) and counts is None:
        of_head = _counts_events(head) if measure is Measure.RATE else not verbal  # "Offences per 1,000 residents"
        draft.counts = counted_unit(around if of_head else around._replace(head=around.counting))
    if around.deed is not None:
        draft.slots, draft.counts = played(draft.slots, around.deed, label), around.deed.thing
    elif verbal:
        draft.slots = done(draft.slots, head, around)
        draft.counts = "person" if draft.slots.head == ("person",) else draft.counts
    if draft.counts is not None and measure is Measure.COUNT and label is not None and befell(label, around):
        draft.counts, draft.slots.head = "person", ("person",)  # "Killed", among rows of a table of fires
    if measure is Measure.SHARE and not change and above.label is not None and tells_changes(above.label):
        change, draft.measure, draft.slots.head = True, Measure.CHANGE, changed_thing(above.label)
    if change:
        _tell_way(draft, falls=minus is not is_fall(head))
    measured = head._replace(period=None, mention=None) if change and head is not None and names_base(head) else head
    draft.period = period_in(measured, label, above.period if draft.slots.modality is None or above.span is not None else None)
    draft.scope_quotes += [span for span in (above.span, above.beside) if span is not None]
    draft.slots.other_terms += tuple(term for place in (head, around.state) if place is not None and place.state for term in place.terms)
    draft.context_terms = above.label.terms if above.label else ()
    return draft


def _tell_way(draft: Draft, *, falls: bool) -> None:
    """Make a change one of what its headers name: 10 under "Decrease" is a fall, -10 a rise."""
    draft.slots.action = None
    draft.slots.action_terms = ("fall" if falls else "rise", *(term for term in draft.slots.action_terms if term not in draft.slots.head))


def _scaled(number: Number, note: Note | None, after: str, language: str) -> Number | None:
    """Return *number* with its scale right *after* it where money is told: under "Budget, EUR" 1.4m are millions, no metres."""
    scale = number_words(language).money_scales.get(after.strip().lower()) if note is not None and note.measure is Measure.MONEY else None
    if scale is None or number.kind is not NumberKind.CARDINAL:
        return None
    upper = number.upper * scale if number.upper is not None else None
    return number._replace(value=number.value * scale, upper=upper, end=number.end + len(after.rstrip()))


def _counts_events(head: Label | None) -> bool:
    """Whether *head* names itself what a rate is of: offences, but not the measles of "Cases", "Measles per 100,000"."""
    return head is not None and bool(head.name) and any(head.syntax.lexicon.kinds(term) & Kinds.UNIT for term in head.terms)


def _is_headcount(label: Label | None) -> bool:
    """Whether a row is of how many there are, whatever unit stands over the table: "Employees", "Number of shops" under "Million euros"."""
    words = functions(label.syntax.language)["headcounts"] if label is not None else frozenset[str]()
    return label is not None and any(label.syntax.lemma(at) in words for at in range(min(len(label.syntax.tokens), 2)))


def _is_of_others(note: Note | None, head: Label | None) -> bool:
    """Whether the unit over a table is of things that the header does not count: accidents, under "in thousands of passengers"."""
    if note is None or note.measure is not Measure.COUNT or note.unit is None or head is None or not head.name:
        return False
    own = unit_counted(head)
    return own is not None and own != note.unit


def _noted(stated: Label | None, label: Label | None) -> Note | None:
    if stated is not None and (note := read_note(stated.text, stated.syntax.language)) is not None:
        return note
    return label.note if label is not None else None


def _measured(number: Number, note: Note | None) -> tuple[Measure, str | None, Decimal]:
    if number.kind is NumberKind.PERCENT:
        return Measure.SHARE, number.unit, Decimal(1)
    if number.kind is NumberKind.MONEY:
        scaled = note is not None and note.measure is Measure.MONEY and number.last - number.first <= 2
        return Measure.MONEY, number.unit, note.factor if scaled and note else Decimal(1)
    if note is not None:
        return note.measure, note.unit, note.factor
    return Measure.COUNT, None, Decimal(1)
