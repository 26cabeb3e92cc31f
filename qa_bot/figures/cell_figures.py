"""The figures that the cells of a table hold: their numbers in the unit of header, row or caption, with the scope that these give."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import islice, takewhile

from qa_bot.figures.cells import (
    Around,
    befell,
    cell_slots,
    changed_row,
    changed_thing,
    counted_unit,
    done,
    is_change,
    is_fall,
    is_sum_called_so,
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
from qa_bot.figures.time_columns import names_birth
from qa_bot.figures.units import Unit
from qa_bot.schema import Cell, Measure, Period
from qa_bot.text.functions import functions
from qa_bot.text.lexicon import Kinds
from qa_bot.text.moments import Grain
from qa_bot.text.number_words import number_words
from qa_bot.text.numbers import Number, NumberKind, find_numbers
from qa_bot.text.periods import PeriodForm, find_periods, resolve, within
from qa_bot.text.time_words import grain_of
from qa_bot.text.tokens import tokenize

_WORDED = re.compile(r"[^\W\d_]{3}|\d[./-]\d\d?[./-]\d")  # as every day is written
_WORD = re.compile(r"[^\W\d_]{2,}")
_BARE_YEAR = re.compile(r"1\d{3}|20\d\d", re.ASCII)
_WORDED_YEAR = re.compile(r"(?:1[5-9]|20|21)\d\d\s?[^\W\d_]")
_ONE_LETTERED = re.compile(r"\d{4}\s?[^\W\d_]")
_BRACKETED = re.compile(r"[^\d()\[\]]{0,24}\(([^()\[\]]{4,24})\)")  # "4,120 staff (2023)"
_UNREADABLE = re.compile(r"\d['’](?!\d{3}(?!\d))\d|\d[eE][+-]?\d")  # "5'11", "2e3": no number as we read them


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
    if _is_year(unit, cell, around.head) or _tells_birth(around.label, text[cell.span.start : cell.span.end]):
        return
    days = _days(unit, cell) if numbers and _WORDED.search(text, cell.span.start, cell.span.end) else []
    for number in numbers[:2]:
        if any(start <= number.start < end for start, end in days):
            continue
        if number.kind in (NumberKind.ORDINAL, NumberKind.MULTIPLIER) or _is_of_remark(number, cell, text):
            continue
        if number is not numbers[0] and number.kind is not NumberKind.PERCENT:
            continue
        number = read_by(number, sign, text, unit.document.language)
        number = _in_brackets(number, cell, text) if _is_of_change(around) else number
        draft = _figure(unit, number, offset, around, start=cell.span.start, after=text[number.end : cell.span.end])
        draft.period = _own_period(unit, number, cell) or draft.period
        yield draft


def _tells_birth(label: Label | None, written: str) -> bool:
    """Return whether a cell tells since what year there has been something, as its row says: "1936" beside "Founded"."""
    return label is not None and _BARE_YEAR.fullmatch(written.strip()) is not None and names_birth(label)


def _own_period(unit: Unit, number: Number, cell: Cell) -> Period | None:
    """Return the time that stands alone in brackets behind *number*, which a cell tells of its own number: "11,240 (2023)"."""
    found = _BRACKETED.match(unit.document.text, number.end, cell.span.end)
    if found is None:
        return None
    language = unit.document.language
    said = within(found[1], language) if _BARE_YEAR.fullmatch(found[1]) else found[1]
    mention = next(iter(find_periods(said, 0, len(said), language)), None)
    if mention is None or mention.lead or mention.end < len(said) or mention.open_start or mention.open_end:
        return None
    return resolve(mention, published=None).model_copy(update={"surface": found[1]}) if mention.form is PeriodForm.ABSOLUTE else None


def _is_of_remark(number: Number, cell: Cell, text: str) -> bool:
    """Whether words stand on both sides of *number* in its cell, several before it: "Driver no. 12 is kind", but not "up to 12 boats"."""
    start = number.start if number.bound_start is None else min(number.start, number.bound_start)
    before, after = _WORD.findall(text, cell.span.start, start), _WORD.findall(text, number.end, cell.span.end)
    return len(before) > 1 and len(after) > 1


def _is_of_change(around: Around) -> bool:
    """Whether a header, the row or what stands over the table says by how much something changed: "(63%)" of patients is no fall."""
    return any(place is not None and is_change(place) for place in (around.head, around.label)) or tells_changes(around.above.label)


def _in_brackets(number: Number, cell: Cell, text: str) -> Number:
    """Return *number* as one below zero where the cell is that in brackets: "(8.6)%", "(8.6%)", "(12)"."""
    written = text[cell.span.start : cell.span.end].strip()
    before, after = text[cell.span.start : number.start].strip(), text[number.end : cell.span.end].replace(" ", "")
    share = number.kind is NumberKind.PERCENT and after == ")"
    if before == "(" and after == ")" and number.kind is NumberKind.CARDINAL and number.value > 0:
        return number._replace(value=-number.value, start=number.start - 1, end=number.end + 1, upper=None)
    if before != "(" or number.value <= 0 or not (share or (after in (")%", ")pp") and number.kind is NumberKind.CARDINAL)):
        return number
    unit = number.unit if share else find_numbers(f"1{after[1:]}", tokenize(f"1{after[1:]}"), "en")[0].unit
    start = number.start - 1
    return number._replace(value=-number.value, kind=NumberKind.PERCENT, unit=unit, start=start, end=start + len(written), upper=None)


def _is_year(unit: Unit, cell: Cell, head: Label | None) -> bool:
    """Whether a *cell* is a year with its word and nothing else: "2022 г.", «2022 год», and «2022 г» below a header of years."""
    text = unit.document.text[cell.span.start : cell.span.end].strip()
    if _WORDED_YEAR.match(text) is None:
        return False
    if _ONE_LETTERED.fullmatch(text) and not (head is not None and any(_is_year_word(token.lower, unit) for token in head.syntax.tokens)):
        return False  # it may be grams
    found = find_periods(text, 0, len(text), unit.document.language)
    return len(found) == 1 and found[0].start == 0 and not text[found[0].end :].strip(" .") and found[0].first.grain is Grain.YEAR


def _is_year_word(word: str, unit: Unit) -> bool:
    return grain_of(word, unit.document.language) is Grain.YEAR


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
        or (above.note if not (_is_headcount(label) or _is_of_others(above.note, head, unit.currencies)) else None)
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
    verbal = (
        around.deed is None
        and head is not None
        and is_verb(head)
        and not (is_change(head) or is_sum_called_so(head, measure))
        and (" " not in head.name or thing_counted(around) is not None)
    )
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
        if head is not None and (thing := changed_row(head, label, around)):
            draft.slots.head = thing
        _tell_way(draft, falls=(minus or number.value < 0) is not is_fall(head))
    measured = head._replace(period=None, mention=None) if change and head is not None and names_base(head) else head
    draft.period = period_in(measured, label, above.period if draft.slots.modality is None or above.span is not None else None)
    noted = [place.noted for place in (head, label) if place is not None]
    draft.scope_quotes += [span for span in (above.span, above.beside, above.dated, *noted) if span is not None]
    draft.slots.other_terms += tuple(term for place in (head, around.state) if place is not None and place.state for term in place.terms)
    draft.context_terms = tuple(term for place in (above.label, above.where) if place is not None for term in place.terms)
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


def _is_of_others(note: Note | None, head: Label | None, currencies: Mapping[str, str]) -> bool:
    """Whether the unit over a table is of things that the header does not count: accidents, under "in thousands of passengers"."""
    if note is None or measure_of_unit(note.measure, note.unit, currencies) is not Measure.COUNT:
        return False  # "Judges" under "Costs in thousand NOK" are what they cost
    if note.unit is None or head is None or not head.name:
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
