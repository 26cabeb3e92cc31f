"""How figures fit a question, slot by slot.

A slot that the question leaves open is no constraint. For one that it names a figure fits when its own clause says the same, something
narrower or wider; what only the rest of its sentence, its headings or its passage say is weaker evidence, and what nothing says means
that the figure is about something else.
"""

from collections.abc import Iterable, Iterator, Sequence

from qa_bot.answer.branch_fit import branch_fit
from qa_bot.answer.candidates import Candidates, Trial
from qa_bot.answer.claimants import claimant_fit
from qa_bot.answer.columns import is_of_poorer_column
from qa_bot.answer.concepts import WAYS
from qa_bot.answer.deeds import (
    DEEDLESS,
    is_for_one_thing,
    is_undone,
)
from qa_bot.answer.doers import actor_fits, present
from qa_bot.answer.edition_fit import edition_fit
from qa_bot.answer.jointly import is_of_several
from qa_bot.answer.lacks import lacks_another
from qa_bot.answer.named_others import is_row_beside
from qa_bot.answer.named_rows import is_of_other_row
from qa_bot.answer.numerals_fit import numerals_fit
from qa_bot.answer.other_changes import is_change_by_another, is_change_of_neighbour
from qa_bot.answer.other_sizes import is_of_other_size
from qa_bot.answer.period_fit import in_years_of, is_called_alike, is_long_before, is_only_compared, period_fit
from qa_bot.answer.place_fit import direction_fit, place_fits, place_kinds
from qa_bot.answer.readings import text_at
from qa_bot.answer.records import is_of_other_record
from qa_bot.answer.rivals import Rivals
from qa_bot.answer.scope import (
    NOWHERE,
    PASSAGE,
    Scope,
    label_terms,
    said_of,
    words_of,
)
from qa_bot.answer.short_nouns import cut_short
from qa_bot.answer.sought import Sought, asked_concepts, sought_in
from qa_bot.answer.subsets import (
    is_another_rate,
    is_given_otherwise,
    is_none_of_some,
    is_none_of_whole,
    is_of_core,
    is_of_group,
    is_of_other_side,
    is_of_some,
    is_part_of_all,
    lacks_none,
)
from qa_bot.answer.term_fit import terms_fit
from qa_bot.answer.tied import (
    is_said_of_part,
)
from qa_bot.answer.unit_fit import ALIKE, unit_fit
from qa_bot.schema import Candidate, Figure, Fit, Hit, Kind, Modality, Query, Tense, Terms
from qa_bot.text.functions import bearers, dimension_units, functions, known_by, told_of
from qa_bot.text.lexicon import remembered
from qa_bot.text.tokens import fold

MOST = 48  # figures that are held against the question slot by slot: those whose sentences share most words with it, and ties
WORDED = frozenset({Kind.WHO, Kind.WHEN, Kind.WHERE, Kind.WHY})
PERSON, MONEY = "person", "money"
RECEIVE = "receive"
PLANNED = functions("en")["planning_alone"]
UNMEASURED = functions("en")["common_units"]  # said of much else, too
SOFT = (Fit.NARROWER, Fit.WIDER, Fit.UNKNOWN)


def match(query: Query, hits: Sequence[Hit]) -> Sequence[Candidate]:
    """Return the figures of *hits* held against *query*, best first; ties fall to the better passage, then the figure id.

    A question for a person, a time, a place or a reason is answered by a sentence: it has no candidates.
    """
    if query.kind in WORDED and not (query.kind is Kind.WHERE and WAYS.intersection(query.slots.action)):
        return []  # but where something rose a table may tell
    asked = asked_concepts(query)
    sought = sought_in(query)
    looked_for = asked.union(
        *(bearers(deed) for deed in query.slots.action),
        *((*known_by().get(term, ()), *cut_short(term, query.language)) for term in query.slots.head),
    )
    if query.kind is Kind.SUPERLATIVE and query.slots.head in ((), (MONEY,)):
        looked_for |= {*query.slots.rows}  # "which department gets the most money" says of no column what it counts
    looked_for |= {verb for deed in query.slots.action for verb, _ in told_of().get(deed, ())}
    named = (*query.slots.head, *query.slots.other)
    alike = (pair for pair in ALIKE if not pair.isdisjoint(named))  # "inhabitants", of a column "Population"
    looked_for |= frozenset().union(*alike)
    rivals = _rivals(hits)
    near = _near(hits, looked_for, query.dimension, every=not asked)
    scopes = ((hit, Scope(figure, words_of(hit), rivals[figure.doc_id], query)) for hit, figure in near)
    return Candidates([_trial(query, sought, scope, hit.score) for hit, scope in scopes])


def _near(hits: Sequence[Hit], asked: frozenset[str], dimension: str | None, *, every: bool) -> list[tuple[Hit, Figure]]:
    """The figures whose sentences share most words with the question, all with *every*, and those that are set against one of them.

    What says how fast or how deep something is may stand where only the heading says of what.
    """
    units = dimension_units(dimension) - UNMEASURED if dimension is not None else frozenset()
    rows = [(_overlap(figure, asked) or int(figure.unit in units), hit, figure) for hit in hits if hit.score for figure in hit.figures]
    counts = sorted((row[0] for row in rows if row[0] or every), reverse=True)
    least = (counts[:MOST] or [1])[-1]
    against = {figure.against for overlap, _, figure in rows if overlap >= least and figure.against is not None}
    of = {figure.figure_id for overlap, _, figure in rows if overlap >= least}
    return [(hit, figure) for overlap, hit, figure in rows if overlap >= least or figure.against in of or figure.figure_id in against]


def _rivals(hits: Sequence[Hit]) -> dict[str, Rivals]:
    figures: dict[str, list[Figure]] = {}
    for hit in hits:
        figures.setdefault(hit.passage.doc_id, []).extend(hit.figures)
    return {doc_id: Rivals(held) for doc_id, held in figures.items()}


def _overlap(figure: Figure, asked: frozenset[str]) -> int:
    """How many asked concepts the figure's sentence, or what it inherits, holds: a quick look before the slots."""
    said = said_of(figure)
    return len(asked & said.concepts) or int(not asked.isdisjoint(said.wider) or not asked.isdisjoint(figure.terms.rows))


def _trial(query: Query, sought: Sought, scope: Scope, hit_score: float) -> Trial:
    return Trial(query, scope, _slots(query, sought, scope), lambda: _excess(query.slots, scope, sought), hit_score)


def _excess(slots: Terms, scope: Scope, sought: Sought) -> float:
    """How much more the figure says than was asked: a reason, a part, a row, a deed of its own make it a figure for another question."""
    figure = scope.figure
    excess = 0.03 * len(scope.concepts.own - sought.named)
    excess += 0.3 * (bool(figure.terms.reason) and not slots.reason) + 0.2 * (figure.part_of is not None)
    if figure.label is not None and not figure.label.isdigit() and not scope.labelled(sought.asked):
        excess += 0.5
    if slots.action and not figure.terms.action and not {*slots.action} <= {*figure.terms.counted}:
        excess += 0.4  # it is said to exist, not to have been done
    if not slots.action and not DEEDLESS.issuperset(figure.terms.action):
        excess += 0.1
    return excess


def _slots(query: Query, sought: Sought, scope: Scope) -> Iterator[tuple[str, Fit, float]]:
    """Yield (slot, fit, weight of the evidence) for each slot that the question names."""
    figure, asked = scope.figure, query.slots
    if query.period is not None:
        periods = in_years_of(query.period, figure, query.language) if query.any_year else [query.period]
        over = figure.period is None and is_long_before(query.period, figure, scope.rivals.latest)
        over = over or is_only_compared(query.period, figure, text_at(scope.passage.passage, figure.quote))
        fit = min([Fit.DIFFERENT if over else period_fit(period, figure) for period in periods], key=_ORDER.index)
        so_called = fit is Fit.DIFFERENT and query.any_day and is_called_alike(query.period, figure)
        named = edition_fit(query, figure, scope.passage.passage)
        yield "period", scope.judged("period", named or (Fit.UNKNOWN if so_called else fit)), 1.0
    elif query.periods:
        fits = [period_fit(period, figure) for period in query.periods]
        yield "period", scope.judged("period", min(fits, key=_ORDER.index)), 1.0
    if query.kind is not Kind.YES_NO or asked.head:
        yield from unit_fit(query, scope)
    if is_given_otherwise(query, sought, scope):
        yield "unit", scope.judged("unit", Fit.DIFFERENT), 0.0  # the debt, where that per inhabitant is asked for
    yield from terms_fit(query, sought, scope)
    yield from numerals_fit(query, scope)
    yield from branch_fit(query, scope)
    if query.whole is not None:
        part = figure.part_of
        yield "counted", (Fit.SAME if part is not None and part.value == query.whole else Fit.DIFFERENT), 1.0
    yield from _entity_fits(query, scope)
    if (query.by is None or query.kind is Kind.COUNT) and scope.is_in_other_row(sought.asked.union(query.names)):
        yield "entity", scope.judged("entity", Fit.DIFFERENT), 0.0
    if asked.reason:
        yield "reason", *_reason_fit(asked.reason, scope)
    if query.claimant:
        yield "claimant", *claimant_fit(query.claimant, scope, sought.asked)
    if is_for_one_thing(query, figure) or is_of_core(sought, figure):
        yield "counted", scope.judged("counted", Fit.NARROWER), 0.0
    if (
        is_none_of_some(sought, scope, asked.place)
        or is_of_group(query, figure)
        or is_part_of_all(query, figure)
        or is_another_rate(query, figure)
        or lacks_another(query, scope)
        or is_of_several(query, scope)
        or is_said_of_part(query, scope)
        or scope.is_phrased_beside(asked.head)
        or is_of_other_row(query, scope)
        or is_of_other_record(query, scope)
        or is_of_poorer_column(query, scope)
        or is_change_of_neighbour(query, scope)
        or is_change_by_another(query, scope)
        or is_of_other_size(query, text_at(scope.passage.passage, figure.quote), figure.language)
        or is_of_other_size(query, scope.passage.passage.text, figure.language)
        or (query.kind is Kind.SUPERLATIVE and _is_of_other_superlative(query, scope))
    ):
        yield "counted", scope.judged("counted", Fit.DIFFERENT), 0.0
    yield from _modality_fit(query, scope)
    if is_of_some(query, scope) or is_none_of_whole(query, scope) or lacks_none(query, scope):
        yield "action", scope.judged("action", Fit.DIFFERENT), 0.0
    if query.votes is not None and is_of_other_side(query.votes, asked.action, figure):
        yield "action", scope.judged("action", Fit.DIFFERENT), 0.0
    denied = figure.negative or any(is_undone(deed, query, figure) for deed in asked.action or (RECEIVE,))  # "didn't get their wages"
    if denied != (query.polarity is False) and (asked.action or figure.negative or query.polarity is False):
        yield "action", scope.judged("action", Fit.DIFFERENT), 0.0


def _is_of_other_superlative(query: Query, scope: Scope) -> bool:
    from qa_bot.answer.superlatives import is_of_other_superlative  # with the reader

    return is_of_other_superlative(query, scope)


@remembered(256)  # a question is held against many figures
def _says_now(text: str, language: str) -> bool:
    return any(f" {phrase} " in f" {fold(text)} " for phrase in functions(language)["relative_to_now"])


def _is_ahead(figure: Figure) -> bool:
    """Whether the time of a figure begins after the day on which its document was published."""
    period = figure.period
    return period is not None and figure.published is not None and period.start is not None and period.start > figure.published


def _modality_fit(query: Query, scope: Scope) -> Iterable[tuple[str, Fit, float]]:
    """What is planned did not happen; what is asked as still to come may have happened since."""
    figure, asked = scope.figure, query.slots
    called = {*figure.terms.action} - label_terms(figure.label, figure.language)  # no row «Строительство мостов» of a planned column
    if figure.modality is not None and not called.isdisjoint((*asked.counted, *asked.other)):
        return  # "what was the approved cost"
    if figure.modality is Modality.PLANNED and _is_ahead(figure) and _says_now(query.text.rstrip("?"), query.language):
        yield "period", scope.judged("period", Fit.DIFFERENT), 0.0
    if figure.modality is Modality.EXPECTED and query.claimant and query.tense is not Tense.PAST:
        yield "action", Fit.WIDER, 0.0  # what was done "according to the ministry" is what it expects
    elif figure.modality is not None and query.tense is Tense.PAST:
        yield "action", scope.judged("action", Fit.DIFFERENT), 0.0
    elif figure.modality not in (None, Modality.REQUIRED) and query.tense is None:
        yield "action", Fit.WIDER, 0.0
    elif figure.modality is None and query.tense is Tense.FUTURE:
        planned = query.planned or not PLANNED.isdisjoint({*asked.counted} - scope.concepts.own)  # "the planned surplus"
        if planned or figure.terms.action:
            yield "action", (scope.judged("action", Fit.DIFFERENT) if planned else Fit.WIDER), 0.0


_ORDER = [Fit.SAME, Fit.NARROWER, Fit.WIDER, Fit.UNKNOWN, Fit.DIFFERENT]


def _entity_fits(query: Query, scope: Scope) -> Iterable[tuple[str, Fit, float]]:
    asked = query.slots
    yield from actor_fits(query, scope)
    if _is_of_another_of_its_kind(query, scope):
        yield "entity", scope.judged("entity", Fit.DIFFERENT), 0.0
    if any(scope.has_sibling(name) for name in query.named) or is_row_beside(query, scope):
        yield "entity", scope.judged("entity", Fit.DIFFERENT), 0.0  # the Blue Line's, where the Amber Line is asked for
    strange = (name for name in query.named if set(name).isdisjoint(asked.actor) and all(scope.level(t)[0] <= PASSAGE for t in name))
    if any(scope.rivals.have_named(name, scope.figure) for name in strange):
        yield "entity", scope.judged("entity", Fit.DIFFERENT), 0.0  # fines in general, where those on the Blue Line are asked for
    for directed in asked.direction:
        yield "direction", *direction_fit(directed, query, scope)
    yield from place_fits(query, scope)
    for term in (*asked.counted, *asked.other):
        if term.startswith("@"):
            elsewhere = scope.figure.label is not None and term not in scope.slots and term in scope.concepts.sentence
            yield (
                "entity",
                *((scope.judged("entity", Fit.DIFFERENT), 0.0) if elsewhere else present(term, "entity", scope)),
            )  # another row of the same list


def _is_of_another_of_its_kind(query: Query, scope: Scope) -> bool:
    """Whether the figure is that of another district than the one that is asked for, both of which are called by that word."""
    asked = {*query.slots.actor, *query.slots.place}
    kinds = place_kinds(scope.figure.language)
    named = asked - kinds
    for held in (scope.figure.terms.actor, scope.figure.terms.place):
        own = {*held} - kinds
        alike = not kinds.isdisjoint(asked.intersection(held))
        if alike and named and own and own.isdisjoint(named) and not any(scope.holds(term, own) for term in named):
            return True
    return False


def _reason_fit(asked: Sequence[str], scope: Scope) -> tuple[Fit, float]:
    if set(asked) <= set(scope.figure.terms.reason):
        return Fit.SAME, 1.0
    if set(asked) <= (scope.slots | scope.clause) & (scope.slots | scope.concepts.sentence):  # not only in what it takes from another one
        return Fit.SAME, 0.8
    if not scope.figure.terms.reason and not any(
        scope.level(term)[0] == NOWHERE or scope.rivals.explain(term, scope.figure) for term in asked
    ):
        return Fit.UNKNOWN, 0.0  # in a paragraph on a flood, of which the sentence says nothing
    return scope.judged("reason", Fit.DIFFERENT), 0.0
