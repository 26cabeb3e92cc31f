"""What a column of a table counts where its header says less than the text, which tells one of its numbers in full."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from qa_bot.figures.cells import is_carrier, is_verb
from qa_bot.figures.draft import Draft
from qa_bot.figures.labels import Label
from qa_bot.schema import Measure

LEAST = 10  # smaller numbers meet by chance


def take_from_text(cells: Sequence[Draft], head: Label, told: Mapping[Decimal, Sequence[Draft]]) -> None:
    """Give *cells*, the column under *head*, the thing that figures *told* by the text count with the same numbers, deed and time.

    "In 2022, 1,655 bicycles were stolen" over a column "Stolen" with 1,655 in the row of 2022: all its cells count bicycles. Where the
    text counts several things so, none is taken. *told* has the figures by their values.
    """
    if head.state:
        return  # "2023 (revised)"
    _describe(cells, told)
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
    """Whether *other* tells the number of *cell*, for the same time, with the deed that *head* names and no more; where it names only a
    time, a count that began with it."""
    if cell.value < LEAST or not (cell.measure is other.measure is Measure.COUNT) or not other.slots.head:
        return False
    if cell.period is None or other.period is None or other.slots.negative:
        return False
    if head.period is not None and not head.name and not cell.slots.head:  # "18th week": what is counted, only the text says
        return cell.period.start is not None and cell.period.start == other.period.start
    same_time = (cell.period.start, cell.period.end) == (other.period.start, other.period.end)
    return same_time and bool(head.terms) and {*head.terms} <= {*other.slots.action_terms} and is_verb(head)


def _describe(cells: Sequence[Draft], told: Mapping[Decimal, Sequence[Draft]]) -> None:
    """Say of *cells* what the text says of the same number of the same things: "Cases", of which the sum are "2,318 suspected cases"."""
    for cell in cells:
        for other in told.get(cell.value, ()):
            if cell.value >= LEAST and _is_same(cell, other):
                for each in cells:
                    each.scope_quotes.append(other.unit.span)
                    each.slots.other_terms += tuple(term for term in other.slots.counted_terms if term not in each.slots.other_terms)
                return


def name_shares(columns: Sequence[tuple[Label, Sequence[Draft]]], told: Mapping[Decimal, Sequence[Draft]]) -> None:
    """Say of the shares under headers like "Rate, %, 2024" of what they are, where the text tells one of those under headers alike.

    "An unemployment rate of 5.6 %" is that of the sum, or of any row, of the same time.
    """
    for name in {head.name for head, _ in columns if is_carrier(head)}:
        alike = [(head, cell) for head, cells in columns if head.name == name for cell in cells if cell.measure is Measure.SHARE]
        models = [other for head, cell in alike for other in told.get(cell.value, ()) if _is_same_share(cell, other, head)]
        if len({model.slots.counted_terms for model in models}) != 1:
            continue
        said = models[0].slots
        for head, cell in alike:
            cell.scope_quotes.append(models[0].unit.span)
            apart = tuple(term for term in cell.slots.counted_terms if term not in head.terms)
            counted = ", ".join(filter(None, (said.counted, *(cell.slots.counted or "").split(", ")[1:])))
            cell.slots = replace(cell.slots, head=said.head, counted=counted, counted_terms=said.counted_terms + apart)


def _is_same_share(cell: Draft, other: Draft, head: Label) -> bool:
    """Whether *other* tells the share in *cell*: one of the name in *head*, and of the same time."""
    named = other.measure is Measure.SHARE and bool(other.slots.counted_terms) and other.slots.head == head.terms[:1]
    if not named or cell.period is None or other.period is None:
        return False
    return (cell.period.start, cell.period.end) == (other.period.start, other.period.end)


def _is_same(cell: Draft, other: Draft) -> bool:
    """Whether *other* tells the number of *cell* in more words: the same thing, and no other time."""
    if not (cell.measure is other.measure is Measure.COUNT) or cell.slots.head != other.slots.head or not other.slots.counted_terms:
        return False
    times = [(period.start, period.end) for period in (cell.period, other.period) if period is not None]
    return len(set(times)) < 2
