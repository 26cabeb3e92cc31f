"""What a column of a table counts where its header only says what was done, and the text tells one of its numbers in full."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from qa_bot.figures.draft import Draft
from qa_bot.figures.labels import Label
from qa_bot.schema import Measure

LEAST = 10  # smaller numbers meet by chance


def take_from_text(cells: Sequence[Draft], head: Label, told: Mapping[Decimal, Sequence[Draft]]) -> None:
    """Give *cells*, the column under *head*, the thing that figures *told* by the text count with the same numbers, deed and time.

    "In 2022, 1,655 bicycles were stolen" over a column "Stolen" with 1,655 in the row of 2022: all its cells count bicycles. Where the
    text counts several things so, none is taken. *told* has the figures by their values.
    """
    echoed = [other for cell in cells for other in told.get(cell.value, ()) if _is_echo(cell, other, head)]
    if len({other.slots.head for other in echoed}) != 1:
        return
    model = echoed[0]
    for cell in cells:
        cell.scope_quotes.append(model.unit.span)
        cell.counts = model.counts
        cell.slots = replace(
            cell.slots,
            head=model.slots.head,
            counted=model.slots.counted,
            counted_terms=model.slots.counted_terms,
            action=model.slots.action,
            action_terms=model.slots.action_terms,
        )


def _is_echo(cell: Draft, other: Draft, head: Label) -> bool:
    """Whether *other* tells the number of *cell*, for the same time, with the deed that *head* names and no more."""
    if cell.value < LEAST or not (cell.measure is other.measure is Measure.COUNT) or not other.slots.head:
        return False
    if cell.period is None or other.period is None or other.slots.negative:
        return False
    same_time = (cell.period.start, cell.period.end) == (other.period.start, other.period.end)
    return same_time and bool(head.terms) and {*head.terms} <= {*other.slots.action_terms}
