"""Which rows of a table went up or down from one of its columns to another: "Which districts lost population between 2011 and 2021?"."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from qa_bot.answer.candidates import figures_of
from qa_bot.answer.concepts import WAYS, target
from qa_bot.answer.rows import row_key, row_name
from qa_bot.answer.scope import concepts_of, label_terms
from qa_bot.answer.unit_fit import ALIKE
from qa_bot.schema import Candidate, Figure, Kind, Measure, Query
from qa_bot.text.asking import asking
from qa_bot.text.functions import functions, names_total
from qa_bot.text.lexicon import Kinds, lexicon
from qa_bot.text.numbers import find_numbers
from qa_bot.text.patterns import LatePattern
from qa_bot.text.tokens import Token, tokenize

LOSING, GAINING = functions("en")["losing"], functions("en")["gaining"]
CONTESTS = functions("en")["contests"]  # who loses these is beaten
COMPARING = functions("en")["shift_words"]
SLACK = 3  # days by which months and quarters differ in length
_OPENING = 2  # words in which it is asked which ones
_YEAR = LatePattern(r"\b(?:19|20)\d\d\b")

Days = tuple[int, int]  # the first and last day of a column


class Shift(NamedTuple):
    """What a row had in the earlier column and in the later one."""

    before: Figure
    after: Figure


def shifts(query: Query, candidates: Sequence[Candidate]) -> list[Shift] | None:
    """Return the rows that went the way that *query* asks about, the largest change first; None where it asks something else, or not
    just one table has just two columns to compare."""
    way = _way(query)
    if way is None:
        return None
    asked = _asked(query)
    columns: dict[tuple[object, ...], dict[str, dict[Days, Figure]]] = {}
    cells = [figure for figure in figures_of(candidates) if _is_cell(figure) and not asked.isdisjoint(figure.terms.rows)]
    wholes = {figure.part_of.figure_id for figure in cells if figure.part_of is not None}
    for figure in cells:
        subject = asked.difference(figure.terms.rows)
        itself = query.kind is Kind.SUPERLATIVE and not subject  # "which cargo fell most"
        if (itself or _is_about(subject, figure)) and figure.figure_id not in wholes and not _is_total(figure):
            columns.setdefault(_column(figure), {}).setdefault(row_key(figure), {})[_days(figure)] = figure
    found = [pairs for rows in columns.values() if (pairs := _pairs(query, rows))]
    if len(found) != 1:
        return None
    moved = [pair for pair in found[0] if (pair.after.value > pair.before.value if way == "rise" else pair.after.value < pair.before.value)]
    moved.sort(key=lambda pair: (-abs(pair.after.value - pair.before.value), pair.after.figure_id))
    return (moved[:1] if query.kind is Kind.SUPERLATIVE else moved) or None


def _way(query: Query) -> str | None:
    """Which way the rows went that are asked for; None where none are, or of no way."""
    if query.kind not in (Kind.WHAT, Kind.LIST, Kind.COMPARE, Kind.COUNT, Kind.WHERE, Kind.SUPERLATIVE) or query.slots.head[1:]:
        return None
    tokens = tokenize(query.text)
    led = bool(tokens) and tokens[0].lower in functions(query.language)["place_adpositions"]  # "in which district"
    one = led or (query.kind is Kind.SUPERLATIVE and query.descending)
    which = asking(query.language).words["which" if one else "which_ones"]
    if which.isdisjoint(token.lower for token in tokens[:_OPENING]) or _is_bounded(query, tokens):
        return None
    deeds = {*query.slots.action}
    lost = not LOSING.isdisjoint(deeds) and CONTESTS.isdisjoint(_asked(query))
    ways = (WAYS & deeds) | ({"fall"} if lost else set()) | ({"rise"} if not GAINING.isdisjoint(deeds) else set())
    return next(iter(ways)) if len(ways) == 1 else None


def _is_bounded(query: Query, tokens: Sequence[Token]) -> bool:
    """Whether it is asked which rows did not go that way, or went by more or less than a number."""
    if query.polarity is False or query.condition is not None:
        return True
    language = query.language
    numbers = find_numbers(query.text, tokens, language)
    bounded = any(_YEAR.fullmatch(str(number.value)) is None for number in numbers)
    return bounded or any(mention.kinds & Kinds.NEGATOR for mention in lexicon(language).mentions(tokens))


def _asked(query: Query) -> frozenset[str]:
    """What the question names, without its way."""
    slots = query.slots
    said = (*slots.head, *slots.counted, *slots.action, *slots.actor, *slots.direction, *slots.place, *slots.other, *slots.rows)
    named = frozenset(map(target, said))
    return named - WAYS - LOSING - GAINING - COMPARING


def _is_cell(figure: Figure) -> bool:
    held = figure.period
    dated = held is not None and held.start is not None and held.end is not None
    return dated and figure.label is not None and figure.measure is not Measure.CHANGE and figure.modality is None and figure.upper is None


def _is_about(subject: Collection[str], figure: Figure) -> bool:
    """Whether the column counts what is asked after, and all that is asked stands around it."""
    own = {*figure.terms.head, *figure.terms.counted, *figure.terms.action}
    own |= {term for term in subject for head in figure.terms.head if frozenset((term, head)) in ALIKE}
    return not own.isdisjoint(subject) and concepts_of(figure).anywhere.union(own).issuperset(subject)


def _is_total(figure: Figure) -> bool:
    return names_total([token.surface for token in tokenize(figure.label or "") if token.surface[0].isalpha()], figure.language)


def _column(figure: Figure) -> tuple[object, ...]:
    """What tells the columns of one thing from those of another."""
    terms, row = figure.terms, label_terms(figure.label, figure.language)
    own = tuple(term for term in (*terms.head, *terms.counted) if term not in row)
    return figure.doc_id, terms.rows, figure.measure, figure.unit, figure.per, own, terms.action


def _days(figure: Figure) -> Days:
    held = figure.period
    assert held is not None
    assert held.start is not None
    assert held.end is not None
    return held.start.toordinal(), held.end.toordinal()


def _pairs(query: Query, rows: Mapping[str, Mapping[Days, Figure]]) -> list[Shift]:
    """The rows that have both of the columns meant; none where these are not plain, or one row has them alone."""
    columns = _columns_meant(query, sorted({days for row in rows.values() for days in row}))
    if columns is None:
        return []
    first, last = columns
    pairs = [Shift(row[first], row[last]) for row in rows.values() if first in row and last in row]
    return pairs if len(pairs) > 1 else []


def _columns_meant(query: Query, held: Sequence[Days]) -> tuple[Days, Days] | None:
    """The two columns that the question compares: those of its years, the year asked and the one before it, else the only two."""
    years = sorted({int(year) for year in _YEAR.findall(query.text)})
    ended = {year: [days for days in held if _year(days[1]) == year] for year in years}
    if any(len(days) != 1 for days in ended.values()) or len(years) > 2 or len(held) < 2:
        return None
    if len(years) == 2:
        return _alike(ended[years[0]][0], ended[years[1]][0])
    if not years:
        return _alike(held[0], held[1]) if len(held) == 2 and query.period is None and not query.periods else None
    named = ended[years[0]][0]
    if query.period is not None and query.period.end is not None:  # "in 2021": since the time before
        at = held.index(named)
        return _alike(held[at - 1], named) if at else None
    return _alike(named, held[-1]) if named != held[-1] else None


def _year(day: int) -> int:
    return date.fromordinal(day).year


def _alike(first: Days, last: Days) -> tuple[Days, Days] | None:
    """The two columns, if they are of times equally long."""
    return (first, last) if abs((first[1] - first[0]) - (last[1] - last[0])) <= SLACK else None


def shown_row(figure: Figure) -> str:
    """Return what names the row of *figure*."""
    return row_name(figure) or figure.place or figure.actor or figure.label or ""
