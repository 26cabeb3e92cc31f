"""The columns of a table: which name its rows, which give times or units, and what stands over those that count."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from qa_bot.figures.captions import Above, above, corner_thing, divides_by, sorts_rows
from qa_bot.figures.cells import is_verb
from qa_bot.figures.labels import (
    Label,
    are_places,
    cells_by_column,
    column_label,
    is_attribute,
    is_naming,
    is_total,
    name_budget_places,
    names_indicators,
    names_numbers,
    names_units,
    row_unit,
    tells_time,
    time_columns,
    unit_over_last,
)
from qa_bot.figures.leagues import Deed, league_deeds, medal_deeds
from qa_bot.figures.mirrored import middle_column
from qa_bot.figures.notes import Note, read_note
from qa_bot.figures.own_units import OwnUnit, own_units, with_own_units
from qa_bot.figures.row_names import counts_rows, is_serial, label_column, label_columns
from qa_bot.figures.times import Calendar
from qa_bot.figures.units import Unit
from qa_bot.figures.year_parts import of_months
from qa_bot.schema import Block, Cell, Document, Measure
from qa_bot.text.functions import functions
from qa_bot.text.moments import Grain
from qa_bot.text.periods import find_periods

LONGEST = 200  # characters of what a cover sheet says in a row
PAIR = 2  # columns of a table of labels and what they are of


class Columns(NamedTuple):
    """The columns of a table, by their numbers from the left, and what is said over them."""

    over: Above
    cells: Mapping[int, Sequence[Cell]]
    heads: Mapping[int, Label]
    named: int  # the one that names the rows
    labels: Sequence[int]  # and those beside it
    middle: int | None  # that of names which stands between the numbers of two sides
    named_with: Sequence[int]  # the columns of names and that which says when
    units: int | None  # that of units
    silent: frozenset[int]  # those of units, times and serial numbers, which count nothing
    deeds: Mapping[int, Deed]  # of a league table
    counting: Mapping[int, Label]  # by column the header of what is counted on its left
    by_row: bool  # the rows name the units
    sorts: bool  # the rows are causes, kinds
    names: bool  # the rows are names or sorts
    places: bool  # the rows are places
    indicators: bool  # each row says itself what it measures
    numbered: Grain | None  # the unit of time by whose numbers the rows are called
    serials: frozenset[str]  # what only numbers a paper, as the name of a row
    own_units: Sequence[OwnUnit]  # which the caption gives to some of the rows

    @property
    def corner(self) -> Label | None:
        """What stands over the names of the rows."""
        return self.heads.get(self.named)

    def name_row(self, column: int, cells: int) -> bool:
        """Return whether the cell in *column* of a row of so many *cells* is of its name."""
        return (column <= self.labels[-1] if self.middle is None else column == self.middle) and cells > 1


def read_columns(document: Document, block: Block, first: Unit, calendar: Calendar) -> Columns:
    """Return the columns of the table *block*, whose rows begin with *first*."""
    words = functions(document.language)
    columns = cells_by_column(block)
    over = _with_unit(document, above(document, first, calendar), columns)
    own = own_units(first.intro.text, document.language) if first.intro is not None else []
    heads = with_own_units({column: column_label(document, cells) for column, cells in columns.items()}, own)
    middle = middle_column(document, columns, heads)
    named = middle if middle is not None else label_column(document, columns, heads, words["serials"])
    units = next((column for column, head in heads.items() if head.text.strip().lower() in words["unit_heads"]), None)
    labels = label_columns(document, columns, heads, named, units) if middle is None else [middle]
    times, when = time_columns(document, columns, heads, labels)
    over = _with_corner(over, heads.get(named), numbered=names_numbers(document, columns.get(named, ())))
    heads = name_budget_places(of_months(heads, over.period))
    corner = heads.get(named)
    naming = corner is not None and is_naming(corner)
    sorts = sorts_rows(corner) or divides_by(over.label, corner)
    apart = [heads[column] for column in labels if column in heads and not tells_time(heads[column])]  # beside a column of years
    serial = (
        column
        for column, head in heads.items()
        if is_serial(document, head, columns[column], words["serials"]) and not counts_rows(document, head, columns[column])
    )
    return Columns(
        over=over,
        cells=columns,
        heads=heads,
        named=named,
        labels=labels,
        middle=middle,
        named_with=[*labels, *when],
        units=units,
        silent=frozenset((*times, *serial, *(() if units is None else (units,)))),
        deeds=league_deeds(heads, document.language) or medal_deeds(heads, document.language),
        counting=_counting_columns(heads, labels[-1]),
        by_row=middle is not None or (not naming and names_units(document, columns, named, document.language)),
        sorts=sorts,
        names=sorts or naming,
        places=(corner is not None and are_places(corner)) or (len(apart) == 1 and are_places(apart[0])),
        indicators=corner is not None and names_indicators(corner),
        numbered=row_unit(corner) if corner is not None else None,
        serials=words["row_serials"] if _is_cover(document, columns, over, heads) else frozenset(),
        own_units=own,
    )


def _is_cover(document: Document, columns: Mapping[int, Sequence[Cell]], over: Above, heads: Mapping[int, Label]) -> bool:
    """Whether a table of two columns may be the cover sheet of a paper: a row beside that which numbers it gives words or a day, and
    no unit is known of any."""
    if len(columns) != PAIR or over.note is not None or any(head.note is not None for head in heads.values()):
        return False
    for cell in columns[max(columns)]:
        text = document.text[cell.span.start : cell.span.end]
        if cell.header or len(text) > LONGEST:
            continue
        if (any(map(str.isalpha, text)) and not any(map(str.isdigit, text))) or find_periods(text, 0, len(text), document.language):
            return True
    return False


def _with_unit(document: Document, over: Above, columns: dict[int, list[Cell]]) -> Above:
    """What stands over the table, with the unit in a cell over its last header, which is taken out of *columns*."""
    cell = unit_over_last(document, columns)
    if cell is None:
        return over
    columns[cell.column].remove(cell)
    note = over.note or read_note(document.text[cell.span.start : cell.span.end], document.language)
    return over._replace(note=note, beside=cell.span)


def _with_corner(over: Above, corner: Label | None, *, numbered: bool) -> Above:
    """What stands over the table, with what its corner says: a unit, the thing whose sorts the rows are, "Quarter of 2023"."""
    over = over._replace(note=_corner(corner, numbered=numbered) or over.note)
    if over.span is None and (thing := corner_thing(corner)) is not None:
        over = over._replace(label=thing, sure=True)
    period = corner.period if corner is not None else None
    return over._replace(period=period) if period is not None and period.end is not None else over


def _corner(head: Label | None, *, numbered: bool) -> Note | None:
    """The unit that stands in place of a header over the names of the rows, or behind it: "£ million", "Segment (£ million)", but not
    "Year", nor "Depth (m)" over rows that are *numbered* by their depths."""
    if head is None or head.note is None or (head.name and numbered):
        return None
    return head.note if head.name or head.note.factor > 1 or head.note.measure is not Measure.QUANTITY else None


def _counting_columns(heads: Mapping[int, Label], named: int) -> dict[int, Label]:
    """Return for each column right of *named* the nearest header to its left that counts, one of its own time before others."""
    found: dict[int, Label] = {}
    nearest: dict[tuple[date | None, date | None] | None, tuple[int, Label]] = {}  # by the time that the header names
    latest: Label | None = None
    unscaled: Label | None = None
    for column, head in heads.items():
        if column <= named:
            continue
        time = (head.period.start, head.period.end) if head.period is not None else None
        of_its_time = max((nearest[each] for each in (time, None) if each in nearest), default=None, key=lambda place: place[0])
        counting = of_its_time[1] if time is not None and of_its_time is not None else latest
        if counting is not None and is_verb(head) and head.note is None and counting.note is not None:
            counting = unscaled or counting  # "Sailings", "Passengers (thousand)", "Cancelled"
        if counting is not None:
            found[column] = counting
        if _counts(head):
            latest = head
            unscaled = head if head.note is None else unscaled
            nearest[time] = (column, head)
    return found


def _counts(head: Label) -> bool:
    """Whether a header names what is counted, as no deed does and no "Total" alone."""
    if (head.note is not None and head.note.measure is not Measure.COUNT) or is_verb(head) or is_attribute(head):
        return False
    return not is_total(head) or "NOUNS" in head.syntax.tags
