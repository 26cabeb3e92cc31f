"""What is part of what in a table: rows and columns "of which" of what stands before them, the others of the total."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from qa_bot.figures.cells import deeds_in
from qa_bot.figures.draft import Draft
from qa_bot.figures.label_nouns import named_words
from qa_bot.figures.labels import Label
from qa_bot.schema import Cell, Document, Measure
from qa_bot.text.analysis import stem
from qa_bot.text.functions import functions
from qa_bot.text.tokens import tokenize

_ADDED = (Measure.COUNT, Measure.MONEY, Measure.QUANTITY)  # measures of which a whole is the sum
LEAST_ADDED = 3  # rows whose sum another one is by no chance
MANY_ADDED = 6  # rows of which that is sure even where other columns, of averages, do not add up
_EDGES = " \t–—-•·*_("


class Row(NamedTuple):
    """The figures of a row by their columns, and the texts by which it is named, that of a total apart."""

    place: int  # among the rows
    named: dict[int, str]
    label: Label | None
    inner: bool  # it is a part of the row above it: "of which women"
    drafts: dict[int, list[Draft]]
    group: str = ""  # what the row says that heads it: "By night"

    def may_be_of(self, total: "Row") -> bool:
        """Whether nothing that names *total* tells it from this row: the sum of 2024 is no whole of a row of 2023."""
        named_so = all(not text or self.named.get(column, text) == text for column, text in total.named.items())
        return named_so and total.group in ("", self.group)


def is_inner(text: str, language: str) -> bool:
    """Return whether a label says that what it names is part of what stands before: "of which women", «в том числе дети»."""
    text = text.lower().lstrip(_EDGES)
    return any(text.startswith(lead) and not text[len(lead) : len(lead) + 1].isalpha() for lead in functions(language)["inner_leads"])


def inner_columns(document: Document, columns: Mapping[int, Sequence[Cell]]) -> dict[int, int]:
    """Return by their numbers the columns that are part of another one, and that one: the last one before them that is of none, or one
    whose thing they name, "Accidents, Killed, Of which alcohol-related accidents"."""
    found: dict[int, int] = {}
    named: dict[int, frozenset[str]] = {}
    for column, cells in columns.items():
        texts = [document.text[cell.span.start : cell.span.end] for cell in cells if cell.header]
        words = frozenset(stem(token.lower) for text in texts for token in tokenize(text) if token.surface[0].isalpha())
        if column and any(is_inner(text, document.language) for text in texts):
            same = (before for before, said in reversed(named.items()) if before not in found and said and said < words)
            found[column] = next(same, found.get(column - 1, column - 1))
        named[column] = words
    return found


def join_rows(parts: list[Row], totals: list[Row], inner: Mapping[int, int]) -> None:
    """Make the figures of *parts* parts of those of *totals*, of the row above or of the column before: *inner* are such columns."""
    outer = [part for part in parts if not part.inner]
    summed = _sum_of_others(outer) if not totals else None
    averaged: set[int] = set()
    if summed is not None:
        whole, averaged = summed
        parts.remove(whole)
        outer.remove(whole)
        totals.append(whole._replace(named={}, group=""))
    sums = {column: _sum(outer, column) for column in {column for part in outer for column in part.drafts}}
    for part in outer:
        for column, drafts in ((column, drafts) for column, drafts in part.drafts.items() if column not in averaged):
            fitting = [total for total in totals if part.may_be_of(total)]
            own = [total for total in fitting if total.group] or fitting
            wholes = [whole for total in own for whole in total.drafts.get(column, ())]
            added = [whole for whole in wholes if whole.value == sums[column]] if len(wholes) > 1 else []
            _join(drafts, added or wholes)  # the "Total spending" that the rows add up to, not the "Total income" under it
    over: Row | None = None
    for row in sorted((*parts, *totals), key=lambda row: row.place):
        if not row.inner:
            over = row
        elif over is not None:
            _join_inner(row, over)
        for column, before in inner.items():
            _join(row.drafts.get(column, []), row.drafts.get(before, ()))
    _spent(parts, totals)


def add_up(parts: Sequence[Row], totals: Sequence[Row]) -> bool:
    """Return whether in some column one of *totals* is the sum of *parts*, those apart that are part of the row above them."""
    outer = [part for part in parts if not part.inner]
    return any(drafts[0].value == _sum(outer, column) for total in totals for column, drafts in total.drafts.items() if drafts)


def has_sum(rows: Sequence[Row]) -> bool:
    """Return whether the first or last of *rows* is the sum of the others."""
    return _sum_of_others([row for row in rows if not row.inner]) is not None


def _join_inner(row: Row, over: Row) -> None:
    """Make the figures of *row* parts of those of the row *over* it, and let them be found by what that counts."""
    for column, drafts in row.drafts.items():
        _join(drafts, over.drafts.get(column, ()))
        for draft in drafts:
            draft.context_terms += over.label.terms if over.label is not None else ()
        name = _named_so(row.label)
        for whole in over.drafts.get(column, ())[:1] if name else ():
            _count_alike([draft for draft in drafts if (draft.measure, draft.counts) == (whole.measure, whole.counts)], whole, name)


def _named_so(label: Label | None) -> frozenset[str]:
    """The terms of a row whose label has a name behind "of which" and nothing else; none of any other row."""
    if label is None:
        return frozenset()
    names, tags = named_words(label.syntax), label.syntax.tags
    named = [tag == "PROPN" or at in names for at, tag in enumerate(tags) if tag != "PUNCT"]
    return frozenset(label.terms) if any(named) and all(named[named.index(True) :]) else frozenset()


def _count_alike(drafts: Iterable[Draft], whole: Draft, name: frozenset[str]) -> None:
    """Let those of *drafts* that only a *name*, its terms, tells apart count what *whole* does: "of which Asia", below "Sales"."""
    for draft in drafts:
        if {*draft.slots.head, *draft.slots.counted_terms} <= name:
            draft.slots.head, draft.slots.counted_terms = whole.slots.head, (*draft.slots.counted_terms, *whole.slots.counted_terms)
            draft.slots.action_terms, draft.slots.action = whole.slots.action_terms, whole.slots.action
            draft.slots.counted = whole.slots.counted


def _sum_of_others(rows: Sequence[Row]) -> tuple[Row, set[int]] | None:
    """The first or last row, where its numbers, in each column that can be added up, are the sums of the others: the whole country; and
    the columns in which they are not, but lie between theirs as averages do."""
    if len(rows) < LEAST_ADDED + 1:
        return None
    for whole in (rows[-1], rows[0]):
        others = [row for row in rows if row is not whole]
        columns = {column for column, drafts in whole.drafts.items() if drafts[0].measure in _ADDED}
        added = {column for column in columns if whole.drafts[column][0].value == _sum(others, column)}
        gaps = {column for column in columns - added if _falls_short(whole, others, column)}
        if added and added | gaps == columns and (added == columns or len(others) > LEAST_ADDED):
            return whole, set()
        sure = len(added) > 1 or (added and len(others) >= MANY_ADDED)
        grown = all(whole.drafts[column][0].value > max(_values(others, column)) for column in added)
        if sure and grown and all(_lies_between(whole.drafts[column][0].value, _values(others, column)) for column in columns - added):
            return whole, columns - added
    return None


def _falls_short(whole: Row, others: Sequence[Row], column: int) -> bool:
    """Whether some of *others* have no number in *column*, and those that have one come to less than the *whole*."""
    return any(not row.drafts.get(column) for row in others) and 0 < _sum(others, column) < whole.drafts[column][0].value


def _values(rows: Sequence[Row], column: int) -> list[Decimal]:
    return [drafts[0].value for row in rows if (drafts := row.drafts.get(column))]


def _lies_between(value: Decimal, others: Sequence[Decimal]) -> bool:
    return len(others) >= LEAST_ADDED and min(others) < value < max(others)


def _sum(rows: Sequence[Row], column: int) -> Decimal:
    return sum((drafts[0].value for row in rows if (drafts := row.drafts.get(column))), Decimal(0))


def _spent(parts: list[Row], totals: list[Row]) -> None:
    """Give the sums of money in *parts* the deed that the only totals name: all rows above "Total expenditure" were spent."""
    deeds = {deed for total in totals if total.label is not None for deed in deeds_in(total.label)}
    for draft in (draft for part in parts if len(deeds) == 1 for drafts in part.drafts.values() for draft in drafts):
        if draft.measure is Measure.MONEY:
            draft.slots.action_terms += tuple(deed for deed in deeds if deed not in draft.slots.action_terms)


def _join(parts: list[Draft], wholes: Iterable[Draft]) -> None:
    """Make *parts* parts of the last of *wholes* that can be theirs."""
    for whole in wholes:
        for part in parts:
            if (
                part.measure is whole.measure
                and part.measure not in (Measure.SHARE, Measure.RATE, Measure.CHANGE)
                and 0 <= part.value <= whole.value  # a loss is no part of what is left over in all
            ):
                part.whole = whole
