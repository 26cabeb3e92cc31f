"""The rows that answer "which country most?": figures alike but for the slot in which they are compared."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from qa_bot.answer.candidates import fitting
from qa_bot.answer.match import SOFT
from qa_bot.answer.period_fit import is_of_grain, span_of
from qa_bot.answer.scope import concepts_of, label_terms
from qa_bot.answer.sister_tables import sister_tables
from qa_bot.answer.wholes import parents_of
from qa_bot.schema import Candidate, Figure, Fit, Query
from qa_bot.text.functions import names_total
from qa_bot.text.tokens import tokenize


def breakdown(query: Query, candidates: Sequence[Candidate]) -> list[Figure]:
    """Return the rows of the best breakdown for "which country most?": figures alike but for the slot *query.by*, one a label."""
    rows = [c for c in fitting(candidates, _varying(query)) if query.by == "period" or not is_total(c.figure)]
    if query.grain is not None:
        rows = [row for row in rows if is_of_grain(row.figure, query.grain)]
    quotes = {row.figure.figure_id: row.figure.quote for row in rows}
    labelled = {row.figure.figure_id: row.figure for row in rows if row.figure.label is not None}
    parents = parents_of(labelled.values())
    wholes = {whole for part, whole in parents.items() if part not in quotes or quotes.get(whole) != quotes[part]}  # of other rows
    rows = [row for row in rows if row.figure.label is None or row.figure.figure_id not in wholes]
    rows = _of_sort(query, [row for row in rows if _is_row_of(query, row.figure)])
    groups: dict[tuple[object, ...], list[Candidate]] = {}
    records = _records(row.figure for row in rows)
    for candidate in rows:
        label = label_of(candidate.figure, query.by)
        if label:
            groups.setdefault(_group(candidate.figure, query.by, dated=_table_of(candidate.figure) not in records), []).append(candidate)
    groups = sister_tables(query, groups)
    best: list[Candidate] = []
    best_rank = (False, False, 0.0, date.min)
    for key in sorted(groups, key=str):
        group = groups[key]
        labels = {label_of(candidate.figure, query.by) for candidate in group}
        just_then = not any("period" in candidate.slots(*SOFT) for candidate in group)  # of the week, and not since April
        sorted_so = any(not {*query.slots.rows}.isdisjoint(candidate.figure.terms.rows) for candidate in group)
        score = round(max(candidate.score for candidate in group) + 0.1 * min(len(labels), 5), 1)
        rank = (sorted_so, just_then, score, last_day(group[0].figure))  # of two years alike the newer one
        placed = any(not candidate.slots(Fit.DIFFERENT) for candidate in group) or _is_named_around(query, group)
        if len(labels) > 1 and placed and rank > best_rank:
            best, best_rank = group, rank
    if any(_are_sorts_alike(best, group) for group in groups.values() if group is not best):
        return []  # the most medals, of columns of gold and of silver
    best = [*best, *(row for row in rows if row not in best and _is_rival(row.figure, best, query))]
    best = _of_one_column(best, query.by)
    unique: dict[str, Figure] = {}
    for candidate in sorted(best, key=lambda candidate: (-candidate.score, candidate.figure.figure_id)):
        unique.setdefault(label_of(candidate.figure, query.by) or "", candidate.figure)
    return list(unique.values())


def _are_sorts_alike(best: Sequence[Candidate], group: Sequence[Candidate]) -> bool:
    """Whether both are columns of one table, for the same rows and times, that count two sorts of what is asked, neither of them better."""
    cells = [*best, *group]
    sorts = all(row.figure.terms.rows and "counted" in row.slots(Fit.NARROWER) and not row.slots(Fit.DIFFERENT) for row in cells)
    if not best or not sorts or max(row.score for row in best) > max(row.score for row in group):
        return False
    held, others = ({(row.figure.quote, row.figure.label, span_of(row.figure.period)) for row in rows} for rows in (best, group))
    return held == others and {_column(row.figure) for row in best} != {_column(row.figure) for row in group}


def _of_one_column(rows: Sequence[Candidate], by: str | None) -> list[Candidate]:
    """Return those of the column that fits best, where rows of a table have several that count different things at one time; none where
    two fit alike: "gold" of men and "gold" of women are not to be held against each other."""
    held: dict[tuple[object, ...], dict[frozenset[str], float]] = {}
    for row in rows:
        figure = row.figure
        if by != "period" and figure.label is not None and figure.terms.rows:
            place = (figure.doc_id, figure.quote, label_of(figure, by), span_of(figure.period))
            columns = held.setdefault(place, {})
            column = _column(figure)
            columns[column] = max(columns.get(column, row.score), row.score)
    several = [columns for columns in held.values() if len(columns) > 1]
    if not several:
        return list(rows)
    fittest = [{column for column, score in columns.items() if score == max(columns.values())} for columns in several]
    kept = frozenset.intersection(*map(frozenset, fittest))
    return [row for row in rows if _column(row.figure) in kept] if len(kept) == 1 else []


def _column(figure: Figure) -> frozenset[str]:
    """What a column counts, without what its rows are called."""
    return frozenset((*figure.terms.head, *figure.terms.counted)) - label_terms(figure.label, figure.language)


def _of_sort(query: Query, rows: list[Candidate]) -> list[Candidate]:
    """Leave out of rows of prose what is not called as the rows are that are asked for, where some are: no coast guard among sectors, and
    among the districts not the police that counted in all of them."""
    sort = {*query.slots.rows}
    placed = {row.figure.place for row in rows if row.figure.place}
    if query.by == "place" and len(placed) > 1:
        return [row for row in rows if row.figure.place or row.figure.label is not None]
    named = [row for row in rows if row.figure.label is None and not sort.isdisjoint(row.figure.terms.actor)]
    if query.by != "actor" or len({label_of(row.figure, "actor") for row in named}) < 2:
        return rows
    return [row for row in rows if row.figure.label is not None or row in named]


def _is_named_around(query: Query, group: Sequence[Candidate]) -> bool:
    """Whether the names of the question stand with one of the rows, or over them: not "in Zorvick", of which nothing tells."""
    said = frozenset[str]().union(*(concepts_of(candidate.figure).anywhere for candidate in group))
    return said.issuperset(query.names)


def last_day(figure: Figure) -> date:
    """Return the last day that *figure* tells of, one before all others where it names none."""
    return (figure.period.end if figure.period is not None else None) or date.min


def is_total(figure: Figure) -> bool:
    """Return whether *figure* is that of a row of sums, which is none of the regions, years or kinds."""
    words = [token.surface for token in tokenize(figure.label or "") if token.surface[0].isalpha()]
    return names_total(words, figure.language)


def says_which(query: Query, figure: Figure) -> bool:
    """Return whether *figure* tells who, where or when the most was; "41 deaths" does not, nor a year's which month."""
    if query.grain is not None and not is_of_grain(figure, query.grain):
        return False
    if query.by != "period" and (is_total(figure) or _is_all_of(query, figure)):
        return False  # the row of all districts is none of them
    if query.by in ("place", "actor") and figure.label is not None and figure.label.casefold() == (figure.counted or "").casefold():
        return False  # "The lowest rate: 2.2 %"
    return bool(figure.label if query.by == "counted" else label_of(figure, query.by))


def _is_row_of(query: Query, figure: Figure) -> bool:
    """Whether *figure* may be one of the rows asked for: "Under 20", below "Age of mother", is no region."""
    if _is_all_of(query, figure):
        return False
    sorts, asked = {*figure.terms.rows}, {*query.slots.rows}
    if not sorts or not asked or query.by not in ("place", "actor", "counted"):
        return True
    placed = query.by == "place" and figure.terms.place
    return bool(placed) or not sorts.isdisjoint(asked) or not asked.isdisjoint(figure.terms.head) or _are_named(figure)


def _is_all_of(query: Query, figure: Figure) -> bool:
    """Whether a row is called just what the rows asked for are: "expenses: 13 million" is none of the expenses."""
    called = label_terms(figure.label, figure.language)
    return query.by != "period" and bool(called) and called <= {*query.slots.rows}


def _are_named(figure: Figure) -> bool:
    """Whether a row is one of a kind by its name: a capital stands in it, and no number, but for a year behind it."""
    label = (figure.label or "").split(", ")[0]
    return _is_name(label) and not any(map(str.isdigit, label))


def _is_rival(figure: Figure, rows: Sequence[Candidate], query: Query) -> bool:
    """Whether a figure of another sentence is a row, too: of one more name, and alike but for what it is part of and the verb."""
    named = all(_is_name(label_of(row, query.by) or "") for row in (figure, *(row.figure for row in rows[:1])))
    wholes = {row.figure.part_of.figure_id for row in rows if row.figure.part_of is not None}
    alike = all(_scope(figure)[:-1] == _scope(row.figure)[:-1] and figure.terms.head == row.figure.terms.head for row in rows)
    closed = any(row.figure.terms.rows for row in rows)  # a table has all its rows
    return query.by in ("actor", "place") and bool(rows) and named and alike and not closed and figure.figure_id not in wholes


def _is_name(label: str) -> bool:
    return any(letter.isupper() for letter in label)


def _scope(figure: Figure) -> tuple[object, ...]:
    return figure.doc_id, figure.measure, figure.unit, span_of(figure.period), figure.terms.action


def _varying(query: Query) -> frozenset[str]:
    """The slots in which the rows of a breakdown may differ from the question."""
    if query.by == "period" and query.period is not None:
        return frozenset()  # "in which quarter of 2023"
    return frozenset({"actor", "place", "entity"} if query.by in ("actor", "place") else {query.by or "period"} - {"counted"})


def label_of(figure: Figure, by: str | None) -> str | None:
    """Return what names the row of *figure* in a breakdown by *by*."""
    if by == "period":
        return figure.period.surface if figure.period is not None else None
    if by == "reason":
        return figure.reason
    if by == "place" and figure.place and figure.place in (figure.label or ""):
        return figure.place  # of a row "2022, Old Town"
    if figure.label:
        return figure.label
    if by in ("actor", "place"):
        named = figure.actor if figure.terms.actor and not _is_group(figure.terms.actor) else None
        return named or figure.place
    return figure.counted


def _is_group(terms: Iterable[str]) -> bool:
    """Whether an actor is no single one: "foreign states"."""
    return any(term.startswith("@") and not (len(term) == 3 and term[1:].isupper()) for term in terms)


def _table_of(figure: Figure) -> tuple[object, ...]:
    return (figure.doc_id, *figure.scope_quotes[:1], figure.measure, figure.unit, figure.terms.head)


def _records(figures: Iterable[Figure]) -> frozenset[tuple[object, ...]]:
    """The tables in which each row has a name, and a day, of its own: contracts and when they were signed."""
    names: dict[tuple[object, ...], list[str]] = {}
    for figure in figures:
        own = figure.period is not None and figure.period.start == figure.period.end and figure.period.surface in (figure.label or "")
        if figure.label is not None and figure.terms.rows:
            names.setdefault(_table_of(figure), []).append(figure.label.split(", ")[0] if own else "")
    return frozenset(table for table, held in names.items() if len({*held} - {""}) == len(held) > 1)


def _group(figure: Figure, by: str | None, *, dated: bool) -> tuple[object, ...]:
    """What the rows of one breakdown share: their whole; else document, unit, action and, unless it tells them apart or each row has its
    own, period."""
    if by == "period":
        return ("scope", figure.doc_id, figure.measure, figure.unit, figure.terms.action)
    if figure.part_of is not None:
        return ("whole", figure.doc_id, figure.part_of.value, figure.part_of.counted)
    table = figure.scope_quotes[:1] if figure.label is not None else ()  # its caption or its headers
    scope = _scope(figure)
    return ("scope", *table, *(scope if dated else (*scope[:3], None, *scope[4:])))


def modal_unit(figures: Sequence[Figure]) -> list[Figure]:
    """Keep the figures of the unit that most of them have: units never mix."""
    counts = Counter((figure.measure, figure.unit) for figure in figures)
    if not counts:
        return []
    top = max(counts, key=lambda key: (counts[key], str(key)))
    return [figure for figure in figures if (figure.measure, figure.unit) == top]
