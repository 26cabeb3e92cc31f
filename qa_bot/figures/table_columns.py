"""The columns of a table: which name its rows, which give times or units, and what stands over those that count."""

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from qa_bot.figures.captions import Above, above, corner_thing, counts_by_corner, divides_by, names_nothing, sorts_rows, unfinished
from qa_bot.figures.cells import is_change, is_verb
from qa_bot.figures.dated_notes import dated_note, is_between_tables
from qa_bot.figures.footnotes import Footnotes, notes_below
from qa_bot.figures.header_nouns import with_noun
from qa_bot.figures.label_nouns import counts_people, is_limit, is_limited_so, unit_counted, unit_headed, without_lead
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
    read_label,
    row_unit,
    says_when,
    tells_time,
    texts_of,
    unit_over_last,
)
from qa_bot.figures.leagues import Deed, league_deeds, medal_deeds
from qa_bot.figures.listed_units import by_column, by_row
from qa_bot.figures.mirrored import middle_column
from qa_bot.figures.notes import Note, read_note
from qa_bot.figures.own_units import OwnUnit, own_units, with_own_units
from qa_bot.figures.row_names import counts_rows, is_serial, label_column, label_columns, tells_band
from qa_bot.figures.time_columns import time_columns
from qa_bot.figures.times import Calendar
from qa_bot.figures.units import Unit
from qa_bot.figures.year_parts import of_months
from qa_bot.schema import Basis, Block, BlockKind, Cell, Document, Measure
from qa_bot.text.functions import functions
from qa_bot.text.moments import Grain
from qa_bot.text.periods import find_periods
from qa_bot.text.turned_parts import are_days, is_hyphened

LONGEST = 200  # characters of what a cover sheet says in a row
_DECIMALS = re.compile(r"\D{0,3}(?:\d{1,3}(?:[ ,.\u00a0\u202f]\d{3})*|\d+)[.,](?:\d{1,2}|\d{4,})")
PAIR = 2  # columns of a table of labels and what they are of, or of two years


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
    dated: bool  # the rows are called by their times
    serials: frozenset[str]  # what only numbers a paper, as the name of a row
    own_units: Sequence[OwnUnit]  # which the caption gives to some of the rows
    unsure_rows: frozenset[frozenset[str]]  # by their words those of which it does not tell whether its unit is theirs, too
    notes: Footnotes  # below the table

    @property
    def corner(self) -> Label | None:
        """What stands over the names of the rows."""
        return self.heads.get(self.named)

    def name_row(self, column: int, cells: int) -> bool:
        """Return whether the cell in *column* of a row of so many *cells* is of its name."""
        return (column <= self.labels[-1] if self.middle is None else column == self.middle) and cells > 1


def read_columns(document: Document, block: Block, first: Unit, calendar: Calendar, scaled: Collection[int] = frozenset()) -> Columns:
    """Return the columns of the table *block*, whose rows begin with *first*; the rows *scaled* of its header give units."""
    words = functions(document.language)
    columns, notes = cells_by_column(block), notes_below(document, first.block)
    over = _with_unit(document, above(document, first, calendar), columns)
    own = own_units(first.intro.text, document.language) if first.intro is not None else []
    heads = with_own_units({column: column_label(document, cells, notes, scaled) for column, cells in columns.items()}, own)
    heads = _without_days(document, columns, heads)
    over = _with_note(document, over, first, heads)
    middle = middle_column(document, columns, heads)
    named = middle if middle is not None else label_column(document, columns, heads, words["serials"])
    units = next((column for column, head in heads.items() if head.text.strip().lower() in words["unit_heads"]), None)
    labels = label_columns(document, columns, heads, named, units) if middle is None else [middle]
    times, when = time_columns(document, columns, heads, labels)
    shared = _share(document, over, heads, columns, labels)
    over, heads, own = shared.over, shared.heads, [*own, *shared.rows]
    over = _with_corner(over, heads.get(named), numbered=names_numbers(document, columns.get(named, ())))
    by_corner = counts_by_corner(over, heads, named) and (names_nothing(over) or _is_beside_another(document, block))
    over = over._replace(label=heads[named], sure=True) if by_corner else over
    if (thing := unfinished(heads.get(named))) is not None:
        over, by_corner = over._replace(label=thing, sure=True, opens=True), True
    heads = {column: _under_unit(head, over.note) for column, head in name_budget_places(of_months(heads, over.period)).items()}
    corner = heads.get(named)
    naming = corner is not None and is_naming(corner)
    counted = {column: head for column, head in heads.items() if not _is_worded(document, columns[column])}
    counting = _counting_columns(counted, labels[-1])
    heads = {at: head if at <= labels[-1] else _limited(head, counting.get(at), over, document) for at, head in heads.items()}
    heads = {at: head if at <= labels[-1] else _of_other_time(head, counting.get(at), over, document) for at, head in heads.items()}
    heads = _with_dated_changes(_with_their_time(heads, labels[-1]))
    divided = by_corner or divides_by(over.label, corner)
    sorts = divided or sorts_rows(corner)
    apart = [heads[column] for column in labels if column in heads and not tells_time(heads[column])]  # beside a column of years
    serial = (
        column
        for column, head in heads.items()
        if is_serial(document, head, columns[column], words["serials"]) and not counts_rows(document, head, columns[column])
    )
    bands = [column for column in columns if column not in labels and tells_band(document, heads[column], columns[column])]
    return Columns(
        over=over,
        cells=columns,
        heads=heads,
        named=named,
        labels=labels,
        middle=middle,
        named_with=[*labels, *when],
        units=units,
        silent=frozenset((*times, *serial, *bands, *shared.unsure, *(() if units is None else (units,)))),
        deeds=league_deeds(heads, document.language) or medal_deeds(heads, document.language),
        counting=counting,
        by_row=middle is not None or (not naming and not divided and names_units(document, columns, named, document.language)),
        sorts=sorts,
        names=sorts or naming,
        places=(corner is not None and are_places(corner)) or (len(apart) == 1 and are_places(apart[0])),
        indicators=corner is not None and names_indicators(corner),
        numbered=row_unit(corner) if corner is not None else None,
        dated=corner is not None and says_when(corner),
        serials=words["row_serials"] if _is_cover(document, columns, over, heads) else frozenset(),
        own_units=own,
        unsure_rows=shared.unsure_rows,
        notes=notes,
    )


class _Shared(NamedTuple):
    """What stands over a table and its columns, once the units of several things are given to what is called so."""

    over: Above
    heads: dict[int, Label]
    rows: Sequence[OwnUnit] = ()
    unsure: frozenset[int] = frozenset()
    unsure_rows: frozenset[frozenset[str]] = frozenset()


def _share(
    document: Document, over: Above, heads: dict[int, Label], columns: Mapping[int, Sequence[Cell]], labels: Sequence[int]
) -> _Shared:
    """Give the units of the things that stand over a table to the columns or rows that are called so: "Farms and area (thousand ha)"."""
    if not over.things:
        return _Shared(over, heads)
    counting = {column: head for column, head in heads.items() if column not in labels and head.note is None}
    shared = by_column(over.things, counting)
    if shared:
        scaled = over.things[-1].note
        given = {column: heads[column]._replace(note=thing.note) for column, thing in shared.items() if thing is not None}
        unsure = {column for column, thing in shared.items() if thing is None or thing.unsure}
        parted = {column for column in unsure if _has_decimals(document, columns[column])}
        given |= {column: heads[column]._replace(note=scaled) for column in parted}  # a whole number of them is none
        return _Shared(over._replace(note=None), heads | given, unsure=frozenset(unsure - parted))
    names = [cell for column in labels for cell in columns.get(column, ()) if not cell.header]
    rows = by_row(over.things, (read_label(text, document.language, whole=False) for text in texts_of(document, names, header=False)))
    if not rows:
        return _Shared(over, heads)
    given_rows = [OwnUnit(terms, thing.note) for terms, thing in rows.items() if thing is not None and thing.note is not None]
    unsure_rows = (terms for terms, thing in rows.items() if thing is None or thing.unsure)
    return _Shared(over._replace(note=None), heads, given_rows, unsure_rows=frozenset(unsure_rows))


def _has_decimals(document: Document, cells: Sequence[Cell]) -> bool:
    """Whether some of the numbers of a column have decimals, as "12.4" has and "1,240" may not have."""
    return any(_DECIMALS.fullmatch(text) for text in texts_of(document, cells, header=False))


def _without_days(document: Document, columns: Mapping[int, Sequence[Cell]], heads: Mapping[int, Label]) -> dict[int, Label]:
    """*heads* without the months of years among them that are rather days: "Dec-10", beside "Dec-17" and "Dec-31"."""
    written = {column: texts_of(document, cells, header=True) for column, cells in columns.items()}
    if not are_days([text for texts in written.values() for text in texts]):
        return dict(heads)
    days = {column for column, texts in written.items() if any(map(is_hyphened, texts))}
    return {column: head._replace(period=None, mention=None) if column in days else head for column, head in heads.items()}


def _under_unit(head: Label, note: Note | None) -> Label:
    """*head* as it reads under the unit above the table: "Pay" is a noun over sums."""
    if head.note is not None or note is None or not note.of_sums or head.syntax.language != "en":
        return head
    return head._replace(syntax=with_noun(head.syntax))


def _is_worded(document: Document, cells: Sequence[Cell]) -> bool:
    """Whether a column says in words what its rows are of, and counts nothing: "subject"."""
    texts = [document.text[cell.span.start : cell.span.end] for cell in cells if not cell.header]
    return any(any(map(str.isalpha, text)) for text in texts) and not any(any(map(str.isdigit, text)) for text in texts)


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


def _with_note(document: Document, over: Above, first: Unit, heads: Mapping[int, Label]) -> Above:
    """What stands over the table, with the time that a sentence beside it tells where neither its headers nor its caption do."""
    if first.intro is not None and is_between_tables(document, first.intro.block, first.block):
        return over._replace(period=None)
    captioned = over.span is not None and over.label is not None and over.label.period is not None
    if captioned or any(head.period is not None and head.period.start is not None for head in heads.values()):
        return over
    note = dated_note(document, first.block)
    return over if note is None else over._replace(period=note.period, dated=note.span)


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


def _is_beside_another(document: Document, block: Block) -> bool:
    """Whether under the same heading a table follows or precedes that has the same header but for its corner: "Fires", "Rescues"."""
    blocks = document.blocks
    at = next((at for at, each in enumerate(blocks) if each.span == block.span), 0)
    near = [each for each in (*blocks[max(at - 1, 0) : at], *blocks[at + 1 : at + 2]) if each.kind is BlockKind.TABLE]
    corner, *head = _header(document, block)
    return any(tops[1:] == head and tops[0] != corner for tops in (_header(document, each) for each in near))


def _header(document: Document, block: Block) -> list[str]:
    """What the cells of the header of a table say."""
    return [document.text[cell.span.start : cell.span.end] for cell in block.cells if cell.header] or [""]


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


def _limited(head: Label, counting: Label | None, over: Above, document: Document) -> Label:
    """A header that only says by a measure which ones it counts, read behind what another column or the caption counts: "Patients waiting
    over 52 weeks"."""
    if not is_limit(head):
        return head
    whole = counting or (over.label if over.span is not None or over.sure else None)
    if whole is None or not whole.name or whole.note is not None or unit_counted(read_label(whole.name, document.language)) is None:
        return head
    name = without_lead(head.name, document.language)
    if name == head.name and not is_limited_so(whole, head):
        return head
    text = f"{whole.name} {name[:1].lower()}{name[1:]}"
    return read_label(text, document.language, published=document)._replace(
        text=text, name=text, period=head.period, mention=head.mention, noted=head.noted
    )


def _of_other_time(head: Label, counting: Label | None, over: Above, document: Document) -> Label:
    """A header that only names a time, beside one that says what it counts in another: "Cases since January", "In the week"; unless what
    stands over the table says what all of them count."""
    if head.name or head.period is None or head.note is not None or counting is None or counting.period is None or not counting.name:
        return head
    if head.state or counting.note is not None or (over.label is not None and unit_counted(over.label) is not None):
        return head
    label = read_label(counting.name, document.language, published=document)
    return label._replace(text=f"{counting.name} {head.text}", period=head.period, mention=head.mention, noted=head.noted)


def _with_their_time(heads: Mapping[int, Label], labels: int) -> dict[int, Label]:
    """*heads*, with a change that names no time as of that which all others behind the *labels* name: "Data for 2024", "Change, %"."""
    counting = [head for at, head in heads.items() if at > labels and not is_change(head)]
    times = [head.period for head in counting if head.period is not None and head.period.start is not None and head.period.end is not None]
    if not times or len(times) < len(counting) or len({(time.start, time.end) for time in times}) > 1:
        return dict(heads)
    same = times[0].model_copy(update={"basis": Basis.CONTEXT})
    bare = {at for at, head in heads.items() if at > labels and head.period is None and is_change(head)}
    return {at: head._replace(period=same) if at in bare else head for at, head in heads.items()}


def _with_dated_changes(heads: Mapping[int, Label]) -> dict[int, Label]:
    """*heads*, with a change that names no time as that to the later of two years between which it stands alone: "2021", "2022",
    "Change, %"."""
    years = [head.period for head in heads.values() if head.period is not None and not head.name and head.period.start is not None]
    if len(years) != PAIR or years[0].start == years[1].start or any(year.end is None for year in years):
        return dict(heads)
    later = max(years, key=lambda year: year.end or date.min).model_copy(update={"basis": Basis.CONTEXT})
    return {at: head._replace(period=later) if head.period is None and is_change(head) else head for at, head in heads.items()}


def _is_someone(head: Label) -> bool:
    """Whether a header is the one whose the numbers are: "Claimant", "Landlord", but not "Staff"."""
    marks = [tag for tag in head.syntax.tags if tag != "PUNCT"]
    return marks == ["NOUN"] and unit_headed(head) == "person" and not counts_people(head, None)


def _counts(head: Label) -> bool:
    """Whether a header names what is counted, as no deed does and no "Total" alone."""
    if is_limit(head) or (head.period is not None and not head.name) or _is_someone(head):
        return False
    if (head.note is not None and head.note.measure is not Measure.COUNT) or is_verb(head) or is_attribute(head):
        return False
    return not is_total(head) or "NOUNS" in head.syntax.tags
