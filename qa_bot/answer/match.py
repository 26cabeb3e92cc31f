"""How figures fit a question, slot by slot.

A slot that the question leaves open is no constraint. For one that it names a figure fits when its own clause says the same, something
narrower or wider; what only the rest of its sentence, its headings or its passage say is weaker evidence, and what nothing says means
that the figure is about something else.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from qa_bot.answer.candidates import Candidates, Trial
from qa_bot.answer.claimants import claimant_fit
from qa_bot.answer.columns import LEVEL, is_event_of_row, is_of_poorer_column, is_told_by_column
from qa_bot.answer.concepts import UNSPECIFIC, WAYS, broader, is_action, is_person, opposites, target
from qa_bot.answer.deeds import (
    DEEDLESS,
    EXISTING,
    FATES,
    has_other_fate,
    is_event_alone,
    is_existence,
    is_fate_of_things,
    is_for_another_thing,
    is_for_one_thing,
    is_performed,
    is_post_of,
    is_price,
    is_told_otherwise,
    is_undone,
    makes_such,
)
from qa_bot.answer.doers import actor_fits, bears_quoted_name, present
from qa_bot.answer.events import is_killed_in_event, named_events
from qa_bot.answer.jointly import is_of_several
from qa_bot.answer.lacks import lacks_another
from qa_bot.answer.named_others import is_passed, names_another
from qa_bot.answer.named_rows import is_of_other_row
from qa_bot.answer.numerals_fit import numerals_fit
from qa_bot.answer.ordinals_fit import numbered
from qa_bot.answer.other_changes import is_change_by_another, is_change_of_neighbour
from qa_bot.answer.period_fit import in_years_of, is_called_alike, is_long_before, period_fit
from qa_bot.answer.place_fit import direction_fit, place_fits, place_kinds
from qa_bot.answer.records import is_of_other_record, is_sum_of_record
from qa_bot.answer.rivals import Rivals, is_per
from qa_bot.answer.scope import (
    CLAUSE,
    CONTEXT,
    COVERAGE,
    NOWHERE,
    PASSAGE,
    SENTENCE,
    SLOT,
    WEIGHT,
    Scope,
    label_terms,
    said_of,
    words_of,
)
from qa_bot.answer.short_nouns import cut_short
from qa_bot.answer.tied import (
    SUMMED,
    is_of_another_sum,
    is_of_other_persons,
    is_of_part,
    is_of_wider_sort,
    is_said_of_part,
    is_taken_over,
    is_told_late,
)
from qa_bot.answer.unit_fit import ALIKE, RATES, TAKING_SIDES, VOTES, unit_fit
from qa_bot.schema import Candidate, Figure, Fit, Hit, Kind, Measure, Modality, Query, Tense, Terms
from qa_bot.text.functions import bearers, befalls, dimension_units, functions, known_by, told_of

SEXES = functions("en")["sexes"]
MOST = 48  # figures that are held against the question slot by slot: those whose sentences share most words with it, and ties
WORDED = frozenset({Kind.WHO, Kind.WHEN, Kind.WHERE, Kind.WHY})
STANDING = functions("en")["standing"]
WITHOUT_WORK = functions("en")["without_work"]
PERSON, MONEY = "person", "money"
RECEIVE = "receive"
_WORDS_OF = {"rise": "upwards", "fall": "downwards"}
_COMING = DEEDLESS | EXISTING | {"arrive"}
ORDINALS = functions("en")["ordinals"]
RECORDED, RECORDABLE = functions("en")["recorded"], functions("en")["recordable"]
UNMEASURED = functions("en")["common_units"]  # said of much else, too
STANDS_BEFORE = 3  # words before a figure in which "has", "there are" stand
SOFT = (Fit.NARROWER, Fit.WIDER, Fit.UNKNOWN)


def match(query: Query, hits: Sequence[Hit]) -> Sequence[Candidate]:
    """Return the figures of *hits* held against *query*, best first; ties fall to the better passage, then the figure id.

    A question for a person, a time, a place or a reason is answered by a sentence: it has no candidates.
    """
    if query.kind in WORDED and not (query.kind is Kind.WHERE and WAYS.intersection(query.slots.action)):
        return []  # but where something rose a table may tell
    asked = _asked(query)
    sought = _sought(query)
    looked_for = asked.union(
        *(bearers(deed) for deed in query.slots.action),
        *((*known_by().get(term, ()), *cut_short(term, query.language)) for term in query.slots.head),
    )
    if query.kind is Kind.SUPERLATIVE and query.slots.head in ((), (MONEY,)):
        looked_for |= {*query.slots.rows}  # "which department gets the most money" says of no column what it counts
    looked_for |= {verb for deed in query.slots.action for verb, _ in told_of().get(deed, ())}
    looked_for |= frozenset().union(*(pair for pair in ALIKE if not pair.isdisjoint(asked)))  # "inhabitants", of a column "Population"
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


def _asked(query: Query) -> frozenset[str]:
    """The concepts of the question, of whatever slot."""
    slots = query.slots
    named = (*slots.head, *slots.counted, *slots.action, *slots.actor, *slots.direction, *slots.reason, *slots.place, *slots.other)
    return frozenset(map(target, named))


def _overlap(figure: Figure, asked: frozenset[str]) -> int:
    """How many asked concepts the figure's sentence, or what it inherits, holds: a quick look before the slots."""
    said = said_of(figure)
    return len(asked & said.concepts) or int(not asked.isdisjoint(said.wider) or not asked.isdisjoint(figure.terms.rows))


class _Term(NamedTuple):
    """A term of the question that is neither counted nor a state."""

    term: str
    slot: str  # of the question
    name: str  # of the slot in which a figure without it differs
    listed: bool  # whether it is an action that the lexicon has
    strict: bool  # whether a figure that nowhere has it is about something else
    vague: bool  # whether it is a sort of persons that a text need not name, unless it names rows by it


class _Sought(NamedTuple):
    """What of a question is looked for around every figure."""

    asked: frozenset[str]  # its concepts, of whatever slot
    named: frozenset[str]  # those that a figure may have of its own
    subject: frozenset[str]  # those of what is counted
    terms: tuple[_Term, ...]

    def about(self, rows: Collection[str], figure: Figure) -> list[_Term]:
        """The terms to look for around *figure*, in whose passage *rows* are named by those terms; a share may be of one sort."""
        grouped = figure.label is not None and figure.measure is Measure.SHARE
        return [each for each in self.terms if grouped or not each.vague or each.term in rows]


def _sought(query: Query) -> _Sought:
    slots = query.slots
    rated = LEVEL in _asked(query) or query.measure is Measure.SHARE
    sort = any(is_person(head) and head not in UNSPECIFIC | SEXES for head in slots.head)  # "how many claimants were men"
    sexes = SEXES if rated or sort else frozenset[str]()  # a rate is that of men or of all: no "men" of whom just persons are meant
    events = named_events(slots)
    sorted_out = (
        *(("counted", "counted", term) for term in slots.counted),
        *(("action", "action", term) for term in slots.action if term not in events),
        *(("other", "counted", term) for term in (*events, *slots.other)),
    )
    terms = [
        _Term(
            term,
            slot,
            name,
            slot == "action" and is_action(term),
            _is_strict(term, slot, name, query) or term in sexes,
            term in UNSPECIFIC - sexes and slot != "counted",
        )
        for slot, name, term in sorted_out
        if not (term.startswith("@") or term in slots.head)
    ]
    named = frozenset([term for slot in _NAMED for term in getattr(slots, slot)])
    return _Sought(_asked(query), named, frozenset((*slots.head, *slots.counted)), tuple(terms))


def _trial(query: Query, sought: _Sought, scope: Scope, hit_score: float) -> Trial:
    return Trial(query, scope, _slots(query, sought, scope), lambda: _excess(query.slots, scope, sought), hit_score)


def _is_given_otherwise(query: Query, sought: _Sought, scope: Scope) -> bool:
    """Whether a count is asked and the figure is the rate beside it, or a rate per something and it is the count."""
    figure = scope.figure
    if query.per is not None:
        return not is_per(figure, query.per) and scope.rivals.are_given_per(query.per, figure)
    plain = query.kind is Kind.COUNT and query.measure is None and LEVEL not in sought.asked and RATES.keys().isdisjoint(sought.asked)
    return plain and figure.measure is Measure.RATE and figure.label is not None and scope.rivals.are_counted(figure)


def _excess(slots: Terms, scope: Scope, sought: _Sought) -> float:
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


def _slots(query: Query, sought: _Sought, scope: Scope) -> Iterator[tuple[str, Fit, float]]:
    """Yield (slot, fit, weight of the evidence) for each slot that the question names."""
    figure, asked = scope.figure, query.slots
    if query.period is not None:
        periods = in_years_of(query.period, figure, query.language) if query.any_year else [query.period]
        over = figure.period is None and is_long_before(query.period, figure, scope.rivals.latest)
        fit = min([Fit.DIFFERENT if over else period_fit(period, figure) for period in periods], key=_ORDER.index)
        so_called = fit is Fit.DIFFERENT and query.any_day and is_called_alike(query.period, figure)
        yield "period", scope.judged("period", Fit.UNKNOWN if so_called else fit), 1.0
    elif query.periods:
        fits = [period_fit(period, figure) for period in query.periods]
        yield "period", scope.judged("period", min(fits, key=_ORDER.index)), 1.0
    if query.kind is not Kind.YES_NO or asked.head:
        yield from unit_fit(query, scope)
    if _is_given_otherwise(query, sought, scope):
        yield "unit", scope.judged("unit", Fit.DIFFERENT), 0.0  # the debt, where that per inhabitant is asked for
    yield from _terms_fit(query, sought, scope)
    yield from numerals_fit(query, scope)
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
    if is_for_one_thing(query, figure):
        yield "counted", scope.judged("counted", Fit.NARROWER), 0.0
    if (
        _is_none_of_some(sought, scope, asked.place)
        or _is_of_group(query, figure)
        or _is_another_rate(query, figure)
        or lacks_another(query, scope)
        or is_of_several(query, scope)
        or is_said_of_part(query, scope)
        or scope.is_phrased_beside(asked.head)
        or is_of_other_row(query, scope)
        or is_of_other_record(query, scope)
        or is_of_poorer_column(query, scope)
        or is_change_of_neighbour(query, scope)
        or is_change_by_another(query, scope)
    ):
        yield "counted", scope.judged("counted", Fit.DIFFERENT), 0.0
    yield from _modality_fit(query, scope)
    if _is_of_some(query, scope) or _is_none_of_whole(query, scope):
        yield "action", scope.judged("action", Fit.DIFFERENT), 0.0
    if query.votes is not None and _is_of_other_side(query.votes, asked.action, figure):
        yield "action", scope.judged("action", Fit.DIFFERENT), 0.0
    denied = figure.negative or any(is_undone(deed, query, figure) for deed in asked.action or (RECEIVE,))  # "didn't get their wages"
    if denied != (query.polarity is False) and (asked.action or figure.negative or query.polarity is False):
        yield "action", scope.judged("action", Fit.DIFFERENT), 0.0


def _is_none_of_whole(query: Query, scope: Scope) -> bool:
    """Whether the figure tells that none of so many did something, and it is asked how many there are, or for what its sentence tells of
    others: «за Петрова — никто из 30, за Орлова — 12»."""
    figure, asked = scope.figure, query.slots
    if figure.value != 0 or any(map(str.isdigit, figure.surface)) or figure.part_of is None or not figure.terms.action:
        return False
    if not asked.action and query.votes is None:
        return True
    others = (other for other in scope.rivals.beside(figure) if other.value != figure.part_of.value)
    told = {adjunct.partition(":")[2] for other in others for adjunct in other.terms.adjuncts}
    return not told.isdisjoint({*asked.other, *asked.counted} - {*figure.terms.place})


def _is_of_other_side(votes: str, asked: Collection[str], figure: Figure) -> bool:
    """Whether the figure counts who voted otherwise than *votes*, or who supports what the others oppose."""
    voted = any(term in VOTES and term != f"vote:{votes}" for term in figure.terms.adjuncts)
    return voted or any(TAKING_SIDES.get(deed, votes) != votes for deed in figure.terms.action if deed not in asked)


def _is_of_some(query: Query, scope: Scope) -> bool:
    """Whether the plain number of things is asked, and the figure counts those of them that did something: 130 that reported torture."""
    asked = query.slots
    if query.kind is not Kind.COUNT or asked.action or not asked.head or query.binds or not scope.concepts.own.isdisjoint(asked.other):
        return False
    if asked.head[0].startswith("@") and not {*scope.figure.terms.action} <= _COMING:
        return True  # those of a people who were expelled
    signs = known_by().get(asked.head[0], frozenset())
    if not FATES.intersection(scope.figure.terms.action).issubset(signs | {*asked.counted}):
        return True  # those of them who were hurt
    return not {*scope.figure.terms.does} <= {*STANDING, *signs, *asked.counted, *asked.head}


def _is_none_of_some(sought: _Sought, scope: Scope, places: Sequence[str]) -> bool:
    """Whether a word tells that there was none of a sort that nobody asked for: that no rescuer died says nothing of the others, nor that
    nobody did in the capital; unless that is one of the *places* asked for."""
    figure = scope.figure
    if figure.value != 0 or any(map(str.isdigit, figure.surface)):
        return False
    kinds = {behind for adjunct in figure.terms.adjuncts for behind in [adjunct.partition(":")[2]]}
    if not {*places}.isdisjoint((*figure.terms.other, *figure.terms.place)):
        kinds -= place_kinds(figure.language)  # "in the capital, Merava"
    if "vote" in figure.terms.action:
        kinds -= functions("en")["sittings"]
    held = kinds | {term for term in (*figure.terms.other, *figure.terms.counted) if is_person(term) and term not in UNSPECIFIC}
    return not all(term in sought.asked or not sought.asked.isdisjoint(broader(term)) or scope.passage.is_headed(term) for term in held)


def _is_of_group(query: Query, figure: Figure) -> bool:
    """Whether the figure is a rate among persons of a kind that the question does not name: "among young people the unemployment rate"."""
    if figure.measure not in (Measure.SHARE, Measure.RATE) or LEVEL not in figure.terms.head:
        return False
    own, asked = (frozenset(filter(is_person, terms)) for terms in (figure.terms.other, _asked(query)))
    if not own or own <= {"person"} <= asked:
        return False
    return not any(one == other or one in broader(other) or other in broader(one) for one in own for other in asked)


def _is_another_rate(query: Query, figure: Figure) -> bool:
    """Whether a rate is asked by what it is of, and the figure's own is of other things: the unemployment rate, the job vacancy rate."""
    if LEVEL not in figure.terms.head or LEVEL not in _asked(query):
        return False
    own, asked = ({term for term in terms if term != LEVEL and not is_person(term)} for terms in (figure.terms.counted, _asked(query)))
    return bool(own and asked) and not any(one == other or one in broader(other) or other in broader(one) for one in own for other in asked)


def _modality_fit(query: Query, scope: Scope) -> Iterable[tuple[str, Fit, float]]:
    """What is planned did not happen; what is asked as still to come may have happened since."""
    figure, asked = scope.figure, query.slots
    called = {*figure.terms.action} - label_terms(figure.label, figure.language)  # no row «Строительство мостов» of a planned column
    if figure.modality is not None and not called.isdisjoint((*asked.counted, *asked.other)):
        return  # "what was the approved cost"
    if figure.modality is Modality.EXPECTED and query.claimant:
        yield "action", Fit.WIDER, 0.0  # what was done "according to the ministry" is what it expects
    elif figure.modality is not None and query.tense is Tense.PAST:
        yield "action", scope.judged("action", Fit.DIFFERENT), 0.0
    elif figure.modality not in (None, Modality.REQUIRED) and query.tense is None:
        yield "action", Fit.WIDER, 0.0
    elif figure.modality is None and query.tense is Tense.FUTURE and figure.terms.action:
        yield "action", Fit.WIDER, 0.0


_NAMED = ("head", "counted", "action", "actor", "reason", "place", "other")
_ORDER = [Fit.SAME, Fit.NARROWER, Fit.WIDER, Fit.UNKNOWN, Fit.DIFFERENT]


def _terms_fit(query: Query, sought: _Sought, scope: Scope) -> Iterable[tuple[str, Fit, float]]:
    """The asked concepts that are neither counted nor states.

    What makes it another subject: an opposite or another known action, a name that nothing near the figure holds, a word that describes
    the counted noun itself. Other words may be missing, since the same is said in many words, as long as most of them are there.
    """
    asked, own_actions = query.slots, scope.figure.terms.action
    row = label_terms(scope.figure.label, scope.figure.language) if query.numerals else frozenset()  # "5–14 лет"
    found = len(asked.head) + sum([scope.level(term)[0] != NOWHERE for term in asked.actor])
    missing: list[_Term] = []
    near = bool(asked.action) or asked.head[:1] != (PERSON,)
    rows = scope.passage.labels
    told = numbered(query, scope) if query.ordinals else frozenset[str]()  # which `numerals_fit` judges
    told |= ORDINALS if told else told
    found += len(told.intersection(term.term for term in sought.terms))
    for each in (each for each in sought.about(rows, scope.figure) if each.term not in told):
        term, slot, name, listed, _, _ = each
        level, fit = _standing(term, slot, query, scope)
        ways = _ways(scope) if slot == "action" and term in WAYS else frozenset()
        if ways and term not in ways:
            yield name, scope.judged(name, Fit.DIFFERENT), 0.0
            continue
        if ways or (slot == "action" and (is_existence(term, query, scope.figure) or is_told_otherwise(term, query, scope.figure))):
            found += 1
            yield name, Fit.SAME, WEIGHT[CLAUSE]
            continue
        other = _said_of_another(each, level, query, scope)
        if other is not None:
            found += other == "entity"
            yield other, Fit.DIFFERENT, 0.0
            continue
        fit = Fit.UNKNOWN if listed and level == PASSAGE else fit
        if slot == "counted" and level < (SLOT if scope.contrasts(sought.asked | row) else CONTEXT):
            late = level == PASSAGE and is_told_late(term, query, scope)
            fit = scope.judged("counted", Fit.DIFFERENT) if late else Fit.DIFFERENT
            # a heading or another clause may name other subjects; the noun's own modifiers say which it is
        if slot == "action" and (
            (not own_actions and scope.passage.is_deed_of_another(scope.figure, term, far=level == PASSAGE))
            or (level == SENTENCE and is_event_alone(query, scope.figure) and term not in DEEDLESS | EXISTING)
        ):
            fit = Fit.DIFFERENT
        other_deed = bool(own_actions) and {*own_actions}.isdisjoint((*asked.action, *asked.other))
        strays = level == PASSAGE and (other_deed if own_actions else _is_persons_fate(each, query))
        headed = level == CONTEXT and slot == "action" and query.unit == "person"  # only a heading has the deed
        strays = strays or (headed and other_deed and not DEEDLESS.issuperset(own_actions))
        told_beside = term not in WAYS and scope.rivals.tell(term, scope.figure)  # a level neither rose nor fell
        if fit is Fit.DIFFERENT and slot == "action" and (told_beside or is_performed(term, query, scope.figure)):
            level, fit = CONTEXT, Fit.SAME
        strays = strays or (level == CONTEXT and is_fate_of_things(each.slot, each.term, scope.figure))
        strays = strays or (level == PASSAGE and _tells_sort(each.term, each.slot, query))
        if fit is Fit.DIFFERENT or strays:
            missing.append(each)
            continue
        found += 1
        near = near or level > PASSAGE
        if name == "action" and (fit is Fit.NARROWER or (fit is Fit.WIDER and is_killed_in_event(term, query))):
            fit = Fit.SAME  # who was killed died, and who died in a crash was killed in it
        yield name, fit, WEIGHT[level]
    if not near and (found > len(asked.head) or missing):
        yield "counted", scope.judged("counted", Fit.DIFFERENT), 0.0  # people of whom at most the rest of the passage says what is asked
    if not missing:
        return
    strict = [
        each.name
        for each in missing
        if each.strict
        or each.vague
        or each.term in rows
        or _only_stands(each, query, scope)
        or is_fate_of_things(each.slot, each.term, scope.figure)
        or (each.name == "action" and _is_other_deed(each.term, query, scope))
        or (each.slot == "action" and _tells_apart(each, query, scope.figure) and each.term not in DEEDLESS | EXISTING)
    ]
    if any(each.slot == "action" and _is_other_deed(each.term, query, scope) for each in missing) and any(map(_is_telling, own_actions)):
        scope.judged("action", Fit.DIFFERENT)  # "photographed", of those arrested: a sentence that says so is no answer, either
    for name in strict or ([missing[0].name] if found < COVERAGE * (found + len(missing)) else []):
        yield name, Fit.DIFFERENT, 0.0
    yield missing[0].name, Fit.SAME, -0.3 * len(missing)


def _standing(term: str, slot: str, query: Query, scope: Scope) -> tuple[int, Fit]:
    """Return where *term*, asked in *slot*, stands, and whether what stands there is the same; what says it otherwise is as good."""
    figure = scope.figure
    if slot == "action" and (is_price(term, query, figure) or is_sum_of_record(term, scope)):
        return CLAUSE, Fit.SAME
    if slot == "counted" and (is_post_of(term, query, figure) or _is_only_recorded(term, query, scope)):
        return SLOT, Fit.SAME
    if slot == "counted" and _is_whole_place(term, query, scope):
        return SLOT, Fit.SAME
    if slot in ("counted", "other") and is_event_of_row(term, scope):
        return CONTEXT, Fit.SAME
    if slot == "other" and (_is_rate(term, figure) or makes_such(term, figure)):
        return SLOT, Fit.SAME
    return scope.level(term)


def _is_only_recorded(term: str, query: Query, scope: Scope) -> bool:
    """Whether *term* says of offences that they were recorded, as all are that are told of, and no other figure is told so."""
    return term in RECORDED and query.unit in RECORDABLE and not scope.is_beside(term) and not scope.figure.terms.action


def _is_whole_place(term: str, query: Query, scope: Scope) -> bool:
    """Whether *term* is only the kind of place that the document is on, "the region's exports", and the row of a table that names no place
    is of all of it."""
    figure = scope.figure
    if figure.label is None or figure.terms.place or term in figure.terms.rows or term not in place_kinds(query.language):
        return False
    return term in figure.terms.context or scope.passage.is_headed(term)


def _has_other_ordinal(term: str, scope: Scope) -> bool:
    """Whether the sentence gives the figure another ordinal than *term*: "318,000 had a first dose and 94,500 a second"."""
    own = scope.passage.ordinal_of(scope.figure, ORDINALS)
    return own is not None and own.removesuffix("-ordinal") != term.removesuffix("-ordinal")


def _is_rate(term: str, figure: Figure) -> bool:
    """Whether *term* asks for a rate, and *figure* is one of just that: mortality is the rate at which people die."""
    return (
        figure.measure in (Measure.RATE, Measure.SHARE) and term in RATES and {*RATES[term]} <= {*figure.terms.head, *figure.terms.action}
    )


def _ways(scope: Scope) -> frozenset[str]:
    """Which way the word beside the figure tells, where that is a change and no verb tells: "down 0.5 points", "на 12 % больше"."""
    figure = scope.figure
    if figure.measure is not Measure.CHANGE or not WAYS.isdisjoint(figure.terms.action):
        return frozenset()
    words, beside = functions(figure.language), scope.beside()
    ways = frozenset(way for way in WAYS if not words[_WORDS_OF[way]].isdisjoint(beside))
    return ways if len(ways) == 1 else frozenset()


def _said_of_another(sought: _Term, level: int, query: Query, scope: Scope) -> str | None:
    """The slot in which a figure differs that the term is not said of, but of another figure of its sentence or document."""
    term, slot, name, listed, _, _ = sought
    others = name == "counted" and (is_of_wider_sort(term, scope) or is_told_by_column(term, level, scope))
    others = others or (slot == "other" and level <= SENTENCE and is_of_other_persons(term, scope.figure))
    others = others or (slot == "other" and level < CLAUSE and is_for_another_thing(term, query, scope.figure))
    others = others or (slot == "other" and level == PASSAGE and scope.figure.label is None and scope.rivals.name_next(term, scope.figure))
    others = others or (slot == "other" and level == SENTENCE and scope.rivals.share_beside(term, scope.figure))
    if others or (term in ORDINALS and _has_other_ordinal(term, scope)):
        return scope.judged("counted", Fit.DIFFERENT) and "counted"
    opposed = slot in ("action", "other") and _is_in_other_state(term, scope.figure)
    if opposed or has_other_fate(term, scope.figure):
        return name
    far = level == PASSAGE and scope.figure.measure in SUMMED
    if slot == "other" and (level >= CLAUSE or far) and is_taken_over(term, scope):
        return scope.judged("counted", Fit.DIFFERENT) and "counted"
    if slot == "action" and term in DEEDLESS and query.numerals:
        return None  # "aged 30–34"
    if level >= CLAUSE or (query.dimension is None and level == SENTENCE and slot != "action"):
        return None
    row = scope.labelled(frozenset(query.slots.other))  # which tells by its name what is measured
    if query.dimension is not None and slot == "other" and not row and (scope.contrasts(query.slots.other) or scope.comes_late(term)):
        return scope.judged("counted", Fit.DIFFERENT) and "counted"  # the lower lake, where the depth of the upper one is asked
    if level == SENTENCE and slot != "action":
        return None
    own = scope.figure.terms.action
    of_part = slot != "action" and level in (NOWHERE, PASSAGE) and is_of_part(term, scope)
    if of_part or (level == NOWHERE and (scope.is_beside(term) or scope.is_behind(term))):
        return scope.judged("counted", Fit.DIFFERENT) and "counted" if of_part else name
    if slot == "other" and level == PASSAGE and (is_told_late(term, query, scope) or is_of_another_sum(term, scope)):
        return scope.judged("counted", Fit.DIFFERENT) and "counted"
    another = term in query.names and level in (CONTEXT, PASSAGE) and not _is_called_short(term, query, scope)
    bears = level == PASSAGE and slot == "other" and bears_quoted_name(scope.figure)
    elsewhere = scope.rivals.name(term, scope.figure) or (level == PASSAGE and scope.comes_late(term))
    if another and (bears or (elsewhere and names_another(scope, query.names)) or is_passed(term, query, scope)):
        return scope.judged("entity", Fit.DIFFERENT) and "entity"  # whom it was done to: Orven Gas was fined, and not Halden Water
    beyond = level in (CONTEXT, PASSAGE)
    other_deed = beyond and (slot != "action" or (set(own) - set(query.slots.head)).isdisjoint(query.slots.action))
    subject = slot == "counted" and level == CONTEXT and not scope.contrasts(()) and scope.figure.measure is Measure.COUNT
    rivalled = other_deed and not subject and not _is_called_short(term, query, scope)
    if rivalled and scope.rivals.have(term, slot, scope.figure, phrases=level == PASSAGE):
        name = "entity" if slot == "other" else name
    elif slot == "action" and beyond and scope.rivals.did(term, scope.figure):
        return name
    elif not (listed and any(map(is_action, own))):
        return None
    scope.judged(name, Fit.DIFFERENT)
    return name


def _is_in_other_state(term: str, figure: Figure) -> bool:
    """Whether what is counted is said to be the opposite of *term*, "occupied rooms", or the sentence tells only how it became so."""
    counted, told = figure.terms.counted, figure.terms.sentence
    states = opposites(term)
    made = not is_action(term) and term not in told and not states.isdisjoint((*figure.terms.action, *told))  # what closes is not open
    return made or not states.isdisjoint(counted) or any(term in opposites(state) for state in counted)


def _is_called_short(term: str, query: Query, scope: Scope) -> bool:
    """Whether whoever did it is called by a part of the name that *term* is of: "the Office" is the Audit Office."""
    return any(term in name and not {*name}.isdisjoint(scope.figure.terms.actor) for name in query.named)


def _tells_sort(term: str, slot: str, query: Query) -> bool:
    """Whether *term* asks for those of persons that are of a sort: "how many of the detained reporters were women"."""
    if slot != "other" or query.kind is not Kind.COUNT or query.unit != "person":
        return False
    return is_person(term) and (term in SEXES or term not in UNSPECIFIC)


def _is_strict(term: str, slot: str, name: str, query: Query) -> bool:
    """Whether a figure that nowhere has *term* is about something else: a modifier of the counted noun, another noun, a listed action."""
    if name == "action" and opposites(term):
        return True
    return _tells_sort(term, slot, query) or term in query.slots.counted or term in query.things or term in WITHOUT_WORK


def _only_stands(sought: _Term, query: Query, scope: Scope) -> bool:
    """Whether it is asked what was done, and the figure is only said to be there now: "the county has 140 km of road"."""
    figure = scope.figure
    if sought.slot != "action" or sought.term in DEEDLESS | EXISTING or query.tense is not Tense.PAST:
        return False
    if figure.terms.action or figure.label is not None:
        return False
    stands = not functions(figure.language)["present_standing"].isdisjoint(scope.before(STANDS_BEFORE))
    return stands and scope.judged("action", Fit.DIFFERENT) is Fit.DIFFERENT


def _tells_apart(sought: _Term, query: Query, figure: Figure) -> bool:
    """Whether a deed that no list has may tell which ones are meant: of persons, of the cells of a row that say no deed.

    Sums in a row may have been spent or paid, but not squandered.
    """
    if query.unit == "person":
        return True
    tells = figure.measure is Measure.COUNT or (figure.measure is Measure.MONEY and not sought.listed)
    asked = {*query.slots.head, *query.slots.counted}  # "tonnes of pears"
    tells = tells or (figure.measure is Measure.QUANTITY and _headed(figure).isdisjoint(asked))  # area, where rye is asked for
    return figure.label is not None and tells and not figure.terms.action


def _headed(figure: Figure) -> set[str]:
    """What the column of a cell is about, and not its row."""
    return {*figure.terms.head, *figure.terms.counted} - label_terms(figure.label, figure.language)


def _is_persons_fate(sought: _Term, query: Query) -> bool:
    """Whether a deed that the lists have is asked of persons: 85 who were at the scene are not hurt, whoever else of the passage is."""
    person = query.unit == "person" or sought.term in FATES
    return sought.slot == "action" and sought.listed and person and sought.term not in DEEDLESS | EXISTING


def _is_telling(deed: str) -> bool:
    """Whether what was done is no mere way of having or being there: it befalls somebody, or has an opposite."""
    return deed in befalls() or bool(opposites(deed))


def _is_other_deed(term: str, query: Query, scope: Scope) -> bool:
    """Whether the figure says what was done, and that is not the deed *term*, which no list may have: complaints upheld are not withdrawn.

    What was only made, held or given, or only came, tells no deed.
    """
    own = set(scope.figure.terms.action) - set(query.slots.head) - DEEDLESS
    return term not in DEEDLESS and bool(own) and own.isdisjoint(query.slots.action)


def _entity_fits(query: Query, scope: Scope) -> Iterable[tuple[str, Fit, float]]:
    asked = query.slots
    yield from actor_fits(query, scope)
    if _is_of_another_of_its_kind(query, scope):
        yield "entity", scope.judged("entity", Fit.DIFFERENT), 0.0
    if any(scope.has_sibling(name) for name in query.named):
        yield "entity", scope.judged("entity", Fit.DIFFERENT), 0.0  # the Blue Line's, where the Amber Line is asked for
    strange = (name for name in query.named if set(name).isdisjoint(asked.actor) and all(scope.level(t)[0] <= PASSAGE for t in name))
    if any(scope.rivals.have_named(name, scope.figure) for name in strange):
        yield "entity", scope.judged("entity", Fit.DIFFERENT), 0.0  # fines in general, where those on the Blue Line are asked for
    for directed in asked.direction:
        yield "direction", *direction_fit(directed, scope)
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
