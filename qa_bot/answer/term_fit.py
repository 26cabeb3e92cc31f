"""How the terms of a question fit a figure that are neither counted nor states: where each of them is said, and of what."""

from collections.abc import Iterable
from typing import NamedTuple

from qa_bot.answer.columns import is_event_of_row, is_told_by_column
from qa_bot.answer.concepts import WAYS, is_action, opposites
from qa_bot.answer.deeds import (
    DEEDLESS,
    EXISTING,
    FATES,
    has_other_fate,
    is_event_alone,
    is_existence,
    is_fate_of_things,
    is_for_another_thing,
    is_performed,
    is_post_of,
    is_price,
    is_refused,
    is_told_of,
    is_told_otherwise,
    makes_such,
)
from qa_bot.answer.demanded import is_only_demanded
from qa_bot.answer.doers import bears_quoted_name
from qa_bot.answer.events import is_killed_in_event
from qa_bot.answer.named_others import is_left_behind, is_passed, names_another, opens_with_another
from qa_bot.answer.ordinals_fit import numbered
from qa_bot.answer.place_fit import place_kinds
from qa_bot.answer.records import is_of_record, is_sum_of_record
from qa_bot.answer.rivals import is_per
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
)
from qa_bot.answer.sought import Sought, Term, tells_sort
from qa_bot.answer.tied import (
    SUMMED,
    is_of_another_sum,
    is_of_other_persons,
    is_of_part,
    is_of_wider_sort,
    is_taken_over,
    is_told_late,
)
from qa_bot.answer.unit_fit import RATES
from qa_bot.schema import Figure, Fit, Measure, Query, Tense
from qa_bot.text.functions import befalls, functions

_WORDS_OF = {"rise": "upwards", "fall": "downwards"}
ORDINALS = functions("en")["ordinals"]
RECORDED, RECORDABLE = functions("en")["recorded"], functions("en")["recordable"]
OTHER_DEEDS = functions("en")["other_than_passing"]
PERSON = "person"
STANDS_BEFORE = 3  # words before a figure in which "has", "there are" stand


class _Verdict(NamedTuple):
    """How a term fits a figure that it is said of, or that another figure has it of."""

    name: str  # of the slot
    fit: Fit
    weight: float
    found: bool  # whether the term is said of the figure at all
    near: bool = False  # whether it is said nearer than in the rest of the passage


def terms_fit(query: Query, sought: Sought, scope: Scope) -> Iterable[tuple[str, Fit, float]]:
    """The asked concepts that are neither counted nor states.

    What makes it another subject: an opposite or another known action, a name that nothing near the figure holds, a word that describes
    the counted noun itself. Other words may be missing, since the same is said in many words, as long as most of them are there.
    """
    asked, rows = query.slots, scope.passage.labels
    found = len(asked.head) + sum([scope.level(term)[0] != NOWHERE for term in asked.actor])
    missing: list[Term] = []
    near = bool(asked.action) or asked.head[:1] != (PERSON,)
    told = numbered(query, scope) if query.ordinals else frozenset[str]()  # which `numerals_fit` judges
    told |= ORDINALS if told else told
    found += len(told.intersection(term.term for term in sought.terms))
    for each in (each for each in sought.about(rows, scope.figure) if each.term not in told):
        verdict = _verdict(each, query, sought, scope)
        if verdict is None:
            missing.append(each)
            continue
        found += verdict.found
        near = near or verdict.near
        yield verdict.name, verdict.fit, verdict.weight
    if not near and (found > len(asked.head) or missing):
        yield "counted", scope.judged("counted", Fit.DIFFERENT), 0.0  # people of whom at most the rest of the passage says what is asked
    if not missing:
        return
    strict = [each.name for each in missing if _is_needed(each, query, scope)]
    own_actions = scope.figure.terms.action
    if any(each.slot == "action" and _is_other_deed(each.term, query, scope) for each in missing) and any(map(_is_telling, own_actions)):
        scope.judged("action", Fit.DIFFERENT)  # "photographed", of those arrested: a sentence that says so is no answer, either
    for name in strict or ([missing[0].name] if found < COVERAGE * (found + len(missing)) else []):
        yield name, Fit.DIFFERENT, 0.0
    yield missing[0].name, Fit.SAME, -0.3 * len(missing)


def _verdict(each: Term, query: Query, sought: Sought, scope: Scope) -> _Verdict | None:
    """Return how *each* term fits, or None where nothing around the figure says it of this one."""
    term, slot, name, listed, _, _ = each
    level, fit = _standing(term, slot, query, scope)
    ways = _ways(scope) if slot == "action" and term in WAYS else frozenset()
    if ways and term not in ways:
        return _Verdict(name, scope.judged(name, Fit.DIFFERENT), 0.0, found=False)
    otherwise = slot == "action" and (is_existence(term, query, scope.figure) or is_told_otherwise(term, query, scope.figure))
    if ways or otherwise or (slot == "other" and is_told_of(term, scope.figure)):
        return _Verdict(name, Fit.SAME, WEIGHT[CLAUSE], found=True)
    if slot == "action" and level >= CLAUSE and is_refused(term, query, scope.figure):
        return _Verdict(name, scope.judged(name, Fit.DIFFERENT), 0.0, found=False)
    other = _said_of_another(each, level, query, scope)
    if other is not None:
        return _Verdict(other, Fit.DIFFERENT, 0.0, found=other == "entity")
    strays = _strays(each, level, query, scope)
    fit = _weighed(each, level, Fit.UNKNOWN if listed and level == PASSAGE else fit, query, sought, scope)
    if fit is Fit.DIFFERENT and slot == "action":
        told_beside = term not in WAYS and scope.rivals.tell(term, scope.figure)  # a level neither rose nor fell
        if told_beside or is_performed(term, query, scope.figure):
            level, fit = CONTEXT, Fit.SAME
    if fit is Fit.DIFFERENT or strays or (level == CONTEXT and is_fate_of_things(slot, term, scope.figure)):
        return None
    if name == "action" and (fit is Fit.NARROWER or (fit is Fit.WIDER and is_killed_in_event(term, query))):
        fit = Fit.SAME  # who was killed died, and who died in a crash was killed in it
    return _Verdict(name, fit, WEIGHT[level], found=True, near=level > PASSAGE)


def _weighed(each: Term, level: int, fit: Fit, query: Query, sought: Sought, scope: Scope) -> Fit:
    """Return *fit*, or that it differs where what stands at that *level* is said of something else."""
    figure, (term, slot) = scope.figure, each[:2]
    row = label_terms(figure.label, figure.language) if query.numerals else frozenset()  # "5–14 лет"
    if slot == "counted" and level < (SLOT if scope.contrasts(sought.asked | row) else CONTEXT):
        late = level == PASSAGE and is_told_late(term, query, scope)
        return scope.judged("counted", Fit.DIFFERENT) if late else Fit.DIFFERENT
        # a heading or another clause may name other subjects; the noun's own modifiers say which it is
    if slot != "action":
        return fit
    told = level in (PASSAGE, SENTENCE, CLAUSE) and not query.planned and query.tense is not Tense.FUTURE
    if told and is_only_demanded(term, scope.passage.passage, query.text):
        return scope.judged("action", Fit.DIFFERENT)
    of_another = not figure.terms.action and scope.passage.is_deed_of_another(figure, term, far=level == PASSAGE)
    if of_another or (level == SENTENCE and is_event_alone(query, figure) and term not in DEEDLESS | EXISTING):
        return Fit.DIFFERENT
    return fit


def _strays(each: Term, level: int, query: Query, scope: Scope) -> bool:
    """Whether what is said at *level* is too far off to be said of this figure: the deed of a heading, or of the rest of the passage."""
    own_actions = scope.figure.terms.action
    other_deed = bool(own_actions) and {*own_actions}.isdisjoint((*query.slots.action, *query.slots.other))
    if level == PASSAGE:
        return (other_deed if own_actions else _is_persons_fate(each, query)) or tells_sort(each.term, each.slot, query)
    headed = level == CONTEXT and each.slot == "action" and query.unit == "person"  # only a heading has the deed
    return headed and other_deed and not DEEDLESS.issuperset(own_actions)


def _is_needed(each: Term, query: Query, scope: Scope) -> bool:
    """Whether a figure that nothing says *each* term of is another one, however much else of the question it has."""
    if each.strict or each.vague or each.term in scope.passage.labels or _only_stands(each, query, scope):
        return True
    if is_fate_of_things(each.slot, each.term, scope.figure) or (each.name == "action" and _is_other_deed(each.term, query, scope)):
        return True
    return each.slot == "action" and _tells_apart(each, query, scope.figure) and each.term not in DEEDLESS | EXISTING


def _standing(term: str, slot: str, query: Query, scope: Scope) -> tuple[int, Fit]:
    """Return where *term*, asked in *slot*, stands, and whether what stands there is the same; what says it otherwise is as good."""
    figure = scope.figure
    if slot == "action" and (is_price(term, query, figure) or is_sum_of_record(term, scope)):
        return CLAUSE, Fit.SAME
    if slot in ("counted", "other") and is_of_record(term, scope):
        return SLOT, Fit.SAME
    if slot == "counted" and (is_post_of(term, query, figure) or _is_only_recorded(term, query, scope)):
        return SLOT, Fit.SAME
    if slot == "counted" and _is_whole_place(term, query, scope):
        return SLOT, Fit.SAME
    if slot in ("counted", "other") and is_event_of_row(term, scope):
        return CONTEXT, Fit.SAME
    if slot == "other" and ((term == query.per and is_per(figure, term)) or _is_rate(term, figure) or makes_such(term, figure)):
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


def _said_of_another(sought: Term, level: int, query: Query, scope: Scope) -> str | None:
    """The slot in which a figure differs that the term is not said of, but of another figure of its sentence or document."""
    term, slot, name, listed, _, _ = sought
    others = name == "counted" and (is_of_wider_sort(term, scope) or is_told_by_column(term, level, scope))
    others = others or (slot == "other" and level <= SENTENCE and scope.rivals.are_doing(term, scope.figure))
    others = others or (slot == "other" and level <= SENTENCE and is_of_other_persons(term, scope.figure))
    others = others or (slot == "other" and level < CLAUSE and is_for_another_thing(term, query, scope.figure))
    others = others or (slot == "other" and level == PASSAGE and scope.figure.label is None and scope.rivals.name_next(term, scope.figure))
    others = others or (slot == "other" and level == SENTENCE and scope.rivals.share_beside(term, scope.figure))
    others = others or (slot == "other" and level in (SENTENCE, CLAUSE) and scope.rivals.do_beside(term, scope.figure))
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
    if query.dimension is not None and slot == "other" and _is_of_other_thing(term, query, scope):
        return scope.judged("counted", Fit.DIFFERENT) and "counted"
    if level == SENTENCE and slot != "action":
        return None
    own = scope.figure.terms.action
    of_part = slot != "action" and level in (NOWHERE, PASSAGE) and is_of_part(term, scope)
    if of_part or (level == NOWHERE and (scope.is_beside(term) or scope.is_behind(term))):
        return scope.judged("counted", Fit.DIFFERENT) and "counted" if of_part else name
    if slot == "other" and level == PASSAGE and (is_told_late(term, query, scope) or is_of_another_sum(term, scope)):
        return scope.judged("counted", Fit.DIFFERENT) and "counted"
    beyond = level in (CONTEXT, PASSAGE)
    named = beyond and term in query.names and not _is_called_short(term, query, scope)
    if named and _is_of_other_name(term, slot, level, query, scope):
        return scope.judged("entity", Fit.DIFFERENT) and "entity"  # whom it was done to: Orven Gas was fined, and not Halden Water
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


def _is_of_other_thing(term: str, query: Query, scope: Scope) -> bool:
    """Whether another thing than *term* is measured: the lower lake, where the depth of the upper one is asked; a row tells by its name."""
    others = query.slots.other
    return not scope.labelled(frozenset(others)) and (scope.contrasts(others) or scope.comes_late(term))


def _is_of_other_name(term: str, slot: str, level: int, query: Query, scope: Scope) -> bool:
    """Whether the figure is that of another one than is called by *term*, which only headings or the rest of the passage name."""
    figure = scope.figure
    if slot == "other":
        placed = figure.label is None and bool(figure.terms.place)
        strange = (placed and opens_with_another(scope, query.names)) or is_left_behind(term, scope)
        if strange or (level == PASSAGE and bears_quoted_name(figure)):
            return True
    elsewhere = scope.rivals.name(term, figure) or (level == PASSAGE and scope.comes_late(term))
    return (elsewhere and names_another(scope, query.names)) or is_passed(term, query, scope)


def _is_in_other_state(term: str, figure: Figure) -> bool:
    """Whether what is counted is said to be the opposite of *term*, "occupied rooms", or the sentence tells only how it became so."""
    counted, told = figure.terms.counted, figure.terms.sentence
    states = opposites(term)
    if states and not (is_action(term) or term in told) and not states.isdisjoint((*figure.terms.action, *told)):
        return True  # what closes is not open
    return not states.isdisjoint(counted) or any(term in opposites(state) for state in counted)


def _is_called_short(term: str, query: Query, scope: Scope) -> bool:
    """Whether whoever did it is called by a part of the name that *term* is of: "the Office" is the Audit Office."""
    return any(term in name and not {*name}.isdisjoint(scope.figure.terms.actor) for name in query.named)


def _only_stands(sought: Term, query: Query, scope: Scope) -> bool:
    """Whether it is asked what was done, and the figure is only said to be there now: "the county has 140 km of road"."""
    figure = scope.figure
    if sought.slot != "action" or sought.term in DEEDLESS | EXISTING or query.tense is not Tense.PAST:
        return False
    if figure.terms.action or figure.label is not None:
        return False
    stands = not functions(figure.language)["present_standing"].isdisjoint(scope.before(STANDS_BEFORE))
    return stands and scope.judged("action", Fit.DIFFERENT) is Fit.DIFFERENT


def _tells_apart(sought: Term, query: Query, figure: Figure) -> bool:
    """Whether a deed that no list has may tell which ones are meant: of persons, of the cells of a row that say no deed.

    Sums in a row may have been spent or paid for what it names, but not squandered, nor saved; nor is a row all that was spent.
    """
    if query.unit == "person":
        return True
    named = not {*figure.terms.head, *figure.terms.counted}.isdisjoint((*query.slots.head, *query.slots.counted, *query.slots.other))
    paid = sought.listed and named and sought.term not in OTHER_DEEDS
    tells = figure.measure is Measure.COUNT or (figure.measure is Measure.MONEY and not paid)
    asked = {*query.slots.head, *query.slots.counted}  # "tonnes of pears"
    tells = tells or (figure.measure is Measure.QUANTITY and _headed(figure).isdisjoint(asked))  # area, where rye is asked for
    return figure.label is not None and tells and not figure.terms.action


def _headed(figure: Figure) -> set[str]:
    """What the column of a cell is about, and not its row."""
    return {*figure.terms.head, *figure.terms.counted} - label_terms(figure.label, figure.language)


def _is_persons_fate(sought: Term, query: Query) -> bool:
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
