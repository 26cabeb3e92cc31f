"""Numbers below zero that a table writes in brackets, as accounts do: "2.3, (4.7), 0.3".

A number that fills its cell in brackets is below zero, in a table of sums over the years in a row, else in a column,

- where it is money, and another sum of its row or column stands without brackets;
- where row or header name what may be either: "Balance", "Surplus/(deficit)", and another number stands without;
- where only so the others of its column come to their total;
- where its header or row is of a change (`cell_figures` reads those).

A row of sums over the years that are all in brackets is below zero beside sums that are not, unless it or another such row of the table
names what is taken off anyway: "Costs (118)" are costs of 118, and so the fuel below them is fuel. What else stands in brackets, such as a
count that is uncertain, is as it is written; a flow or result only is below zero where it is money or the table has a minus elsewhere.
"""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from qa_bot.figures.draft import Draft
from qa_bot.figures.labels import Label
from qa_bot.figures.row_wholes import Row
from qa_bot.schema import Measure
from qa_bot.text.functions import functions

_BRACKETS = "()"


def take_brackets_for_minus(parts: Sequence[Row], totals: Sequence[Row], heads: Mapping[int, Label]) -> None:
    """Make the numbers in brackets negative that are so, of the rows *parts* and their *totals*, under *heads*."""
    rows = (*parts, *totals)
    if not any(map(_is_bracketed, _numbers(rows))):
        return
    signed = any(draft.value < 0 for draft in _numbers(rows))
    over_time = sum(head.period is not None for head in heads.values()) > 1
    columns = sorted({column for row in rows for column in row.drafts})
    for column in columns:
        _by_sum(parts, totals, column)
    if not over_time:
        for column in columns:
            head = heads.get(column)
            _beside_others([draft for row in rows for draft in row.drafts.get(column, ())], either=_is_either(head, signed=signed))
        for row in rows:
            _beside_others(_numbers([row]), either=_is_either(row.label, signed=signed), money=False)
        return
    plain = any(draft.measure is Measure.MONEY and draft.value > 0 and not _is_bracketed(draft) for draft in _numbers(rows))
    taken_off = any(_is_taken_off(row.label) and all(map(_is_bracketed, _numbers([row]))) for row in rows if row.drafts)
    for row in rows:
        drafts = list(_numbers([row]))
        _beside_others(drafts, either=_is_either(row.label, signed=signed))
        if plain and not taken_off:
            _turn(draft for draft in drafts if draft.measure is Measure.MONEY)


def _numbers(rows: Iterable[Row]) -> list[Draft]:
    return [draft for row in rows for drafts in row.drafts.values() for draft in drafts]


def _beside_others(drafts: Sequence[Draft], *, either: bool, money: bool = True) -> None:
    """Turn the numbers in brackets among *drafts* where others stand without: sums of *money*, or all where they may be *either*."""
    alike = [draft for draft in drafts if either or (money and draft.measure is Measure.MONEY)]
    if any(not _is_bracketed(draft) for draft in alike):
        _turn(alike)


def _by_sum(parts: Sequence[Row], totals: Sequence[Row], column: int) -> None:
    """Turn the numbers in brackets of a *column* where only so those of *parts* come to one of *totals*."""
    drafts = [row.drafts[column][0] for row in parts if row.drafts.get(column) and not row.inner]
    wholes = [row.drafts[column][0] for row in totals if row.drafts.get(column)]
    bracketed = list(filter(_is_bracketed, drafts))
    added = sum((draft.value for draft in drafts), Decimal(0))
    less = added - 2 * sum((draft.value for draft in bracketed), Decimal(0))
    whole = next((whole for whole in wholes if less == (-whole.value if _is_bracketed(whole) else whole.value)), None)
    if bracketed and whole is not None and len(drafts) > 1 and added not in [each.value for each in wholes]:
        taken_off = any(_is_taken_off(row.label) for row in parts if any(map(_is_bracketed, row.drafts.get(column, ()))))
        _turn([*([] if taken_off else (draft for row in parts for draft in row.drafts.get(column, ()))), whole])


def _turn(drafts: Iterable[Draft]) -> None:
    """Make those of *drafts* negative that are in brackets, and take these for part of what is written."""
    for draft in filter(_is_bracketed, drafts):
        draft.value, draft.start, draft.end = -draft.value, draft.start - 1, draft.end + 1


def _is_bracketed(draft: Draft) -> bool:
    """Whether a number above zero fills its cell in brackets."""
    text = draft.unit.document.text
    return draft.value > 0 and text[draft.start - 1 : draft.start] + text[draft.end : draft.end + 1] == _BRACKETS


def _is_either(label: Label | None, *, signed: bool) -> bool:
    """Whether a row or header names what may be above or below zero: a balance, and where other numbers are *signed* a result."""
    if label is None:
        return False
    words, lemmas = label.syntax.words, [label.syntax.lemma(at) for at in range(len(label.syntax.tokens))]
    return any(lemma in words["signed_heads"] or (signed and lemma in words["signed_results"]) for lemma in lemmas)


def _is_taken_off(label: Label | None) -> bool:
    """Whether a row names what is taken off, and so no less than nothing when it is in brackets: costs, taxes."""
    return label is not None and not functions("en")["taken_off"].isdisjoint(label.terms)
