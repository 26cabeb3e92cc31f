"""Whether a target was met, or a budget kept: "was 91.3 % (2023: 93.0 %; target: 95 %)", "carried 18.4 million, missing its target of
19 million", «потрачено 212 млн при плане 180 млн»."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from qa_bot.answer.candidates import figures_of
from qa_bot.answer.concepts import broader
from qa_bot.answer.period_fit import period_fit
from qa_bot.answer.readings import Reading, text_at
from qa_bot.schema import Bound, Candidate, Figure, Fit, Kind, Measure, Modality, Query, Span
from qa_bot.text.asking import asking
from qa_bot.text.functions import functions, time_parts
from qa_bot.text.language import language_of
from qa_bot.text.lexicon import lexicon
from qa_bot.text.tokens import tokenize

MET, MISSED, BY = "met", "missed", "by so much"
PLAN = "plan"  # the concept
TOLD_WITHIN = 7  # words behind the verb in which the target stands: "missed our profit target"
_TARGETS, _BUDGETS = functions("en")["targets_named"], functions("en")["budgets_named"]


class Aimed(NamedTuple):
    """What is asked of a target: whether it was "met", "missed", gone "over", kept "within" or "under"; and the words that say no more."""

    way: str
    words: frozenset[str]  # as concepts


class Aim(NamedTuple):
    """What was reached, what was to be, and whether that is what was asked."""

    reached: Figure
    target: Figure
    holds: bool


def asked_aim(query: Query) -> Aimed | None:
    """Return what *query* asks of a target; None where it asks something else."""
    if query.kind is not Kind.YES_NO:
        return None
    for way, patterns in asking(query.language).targets.items():
        match = patterns.search(query.text.lower())
        if match is not None and any(map(str.isdigit, query.text[match.end() :])) and query.condition is not None:
            return Aimed(BY, frozenset())  # "over its budget by more than 2 million"
        if match is not None and any(map(str.isdigit, query.text[: match.start()])) and query.condition is not None:
            return None  # "more than 400 over the limit"
        if match is not None:
            concept = lexicon(query.language).concept
            said = (word for group in match.groups() if group is not None for word in group.split())
            return Aimed(way, frozenset(map(concept, said)))
    return None


def aim_of(query: Query, asked: Aimed, candidates: Sequence[Candidate]) -> Aim | None:
    """Return the target that *query* asks about, and what came of it; None where the figures tell of none, or of several."""
    found = list(_aims(query, asked, candidates))
    pairs = {(aim.reached.value, aim.target.value) for aim in found}
    return found[0] if len(pairs) == 1 else None


def told_aim(query: Query, asked: Aimed, reading: Reading) -> bool | None:
    """Return whether what is asked holds by a sentence that says just that the target was met, or missed, of whom it is asked: "we missed
    our profit target"; None where it says less, or that it would be, may be or was not so."""
    language = language_of(reading.passage.text)
    words, tokens = functions(language), tokenize(text_at(reading.passage, reading.sentence))
    lowers = [token.lower for token in tokens]
    told = words["told_met"] | words["told_missed"]
    at = next((at for at, lower in enumerate(lowers) if lower in told), 0)
    subject = at - 1
    while subject > 0 and lowers[subject] in words["before_telling"]:
        subject -= 1
    concept = lexicon(language).concept
    before, behind = ({concept(lower) for lower in lowers[part]} for part in (slice(at), slice(at + 1, at + TOLD_WITHIN)))
    if at == 0 or not words["target_open"].isdisjoint(lowers[:subject]) or words["target_words"].isdisjoint(lowers[at : at + TOLD_WITHIN]):
        return None
    names = {*query.slots.actor}
    around = {term for figure in reading.source.figures for term in figure.terms.context} if reading.source is not None else set()
    whose = names <= (around if lowers[subject] in words["target_tellers"] else before)
    of = {*query.slots.head, *query.slots.counted, *query.slots.action, *query.slots.other} - asked.words - names
    if not whose or not of <= behind or query.period is not None:
        return None
    return (lowers[at] in words["told_met"]) is (asked.way == MET)


def _aims(query: Query, asked: Aimed, candidates: Sequence[Candidate]) -> Iterator[Aim]:
    quotes: dict[tuple[str, Span], list[Figure]] = {}
    for figure in sorted(figures_of(candidates), key=lambda each: (each.doc_id, each.span.start)):
        quotes.setdefault((figure.doc_id, figure.quote), []).append(figure)
    for told in quotes.values():
        for target in filter(_is_target, told):
            if target.measure is not Measure.MONEY and not _BUDGETS.isdisjoint(asked.words):
                continue  # "a budget for volunteers" is no number of these
            alike = (other for other in told if other.modality is None and other.bound is Bound.EXACT)
            beside = [other for other in alike if _in_unit_of(other, target) is not None]
            reached = next((other for other in beside if not _is_of_another_time(query, other)), None)
            if reached is not None and not _are_of_one_time(reached, target) and all(other.period != target.period for other in beside):
                continue  # "412 trips in 2023; the goal for 2024 is 450", but not "91 % (2022: 90 %; target: 95 %)"
            holds = _holds(query, asked, reached, target) if reached is not None else None
            if reached is not None and holds is not None and _is_meant(query, asked, reached, target, told):
                yield Aim(reached, target, holds)


def tells_of_targets(candidates: Sequence[Candidate]) -> bool:
    """Return whether any figure of *candidates* is a target."""
    return any(map(_is_target, figures_of(candidates)))


def _is_target(figure: Figure) -> bool:
    named = not _TARGETS.isdisjoint((*figure.terms.sentence, *figure.terms.action))
    return named and figure.modality is Modality.PLANNED and figure.bound is Bound.EXACT


def _are_of_one_time(reached: Figure, target: Figure) -> bool:
    one, other = reached.period, target.period
    if one is None or other is None or not (one.start and one.end and other.start and other.end):
        return True  # as far as is known
    return one.start <= other.end and other.start <= one.end


def _holds(query: Query, asked: Aimed, reached: Figure, target: Figure) -> bool | None:
    """Whether what was asked holds of the two; None where nobody knows if less of it is better."""
    value, aim = reached.value, _in_unit_of(reached, target)
    if aim is None:
        return None
    match asked.way:
        case "over":
            return value > aim
        case "within":
            return value <= aim
        case "under":
            return value < aim
    less = _is_better_less(reached, frozenset((*query.slots.head, *query.slots.other)) - asked.words)
    if PLAN in asked.words and reached.unit not in functions("en")["time_units"]:
        less = None if less else False  # what is planned is to be done; whether a plan to spend was, more than planned leaves open
    if less is None:
        return None
    met = value <= aim if less else value >= aim
    return met is (asked.way == MET)


def _in_unit_of(reached: Figure, target: Figure) -> Decimal | None:
    """The value of *target* in the unit of *reached*, None where the two are not alike: 7 minutes are 420 seconds."""
    if reached.unit == target.unit:
        return target.value
    parts = time_parts("en")
    larger, smaller = parts.get((target.unit or "", reached.unit or "")), parts.get((reached.unit or "", target.unit or ""))
    return target.value * larger if larger is not None else target.value / smaller if smaller is not None else None


def _is_of_another_time(query: Query, figure: Figure) -> bool:
    return query.period is not None and period_fit(query.period, figure) is Fit.DIFFERENT


def _is_better_less(figure: Figure, asked: frozenset[str]) -> bool | None:
    """Whether of what *figure* counts, or is *asked* after, there should be as little as may be: waits, costs, deaths, the time to a
    departure; None where nobody knows, as of noise, or of the time between trains."""
    words, terms = functions("en"), figure.terms
    if _is_time_needed(figure):
        return True
    if _is_time_of_some_sort(figure):
        return None
    said = {*terms.head, *terms.action, *asked}
    if not words["better_more_of_all"].isdisjoint(said.union(terms.counted)):
        return False
    if not words["better_less"].isdisjoint(said.union(*map(broader, said))):
        return True
    return False if not words["better_more"].isdisjoint(said.union(terms.counted)) else None


def _is_time_needed(figure: Figure) -> bool:
    """Whether *figure* is the time that something needed: "response time", "average time from call to departure", "took 2 minutes"."""
    words, terms = functions("en"), figure.terms
    if figure.unit not in words["time_units"]:
        return False
    if not words["taking_time"].isdisjoint(terms.action):
        return True
    if words["times_taken"].isdisjoint(terms.head):
        return False
    said = [token.lower for token in tokenize(figure.counted or "")]
    spans = any(word in words["times_taken"] and behind in words["time_spans"] for word, behind in pairwise(said))
    return spans or not words["times_needed"].isdisjoint(terms.counted)


def _is_time_of_some_sort(figure: Figure) -> bool:
    """Whether *figure* is a time of which nobody knows if less of it is better: "time between trains", "the time that members spent"."""
    words, terms = functions("en"), figure.terms
    first = next((term for term in terms.sentence if term in words["times_taken"] or term in terms.head), None)
    return figure.unit in words["time_units"] and first in words["times_taken"]  # "battery life ..., for the first time" is no time


def _is_meant(query: Query, asked: Aimed, reached: Figure, target: Figure, told: Sequence[Figure]) -> bool:
    """Whether all that *query* names, the target and the verb apart, is said of what was reached, and not of another figure beside it."""
    slots, terms = query.slots, reached.terms
    own = {*terms.head, *terms.counted, *terms.action, *terms.actor, *terms.place}
    beside = (other for other in told if other not in (reached, target) and other.measure is reached.measure)
    others = {term for other in beside for term in other.terms.head} - own
    held = (own | {*terms.sentence, *terms.context, *target.terms.other}) - others - {reached.per}
    said = held.union(*(broader(term) for term in (*terms.sentence, *terms.head, *terms.counted)))
    named = (*slots.head, *slots.counted, *slots.action, *slots.actor, *slots.place, *slots.other)
    return all(term in said or not held.isdisjoint(broader(term)) for term in named if term not in asked.words)
