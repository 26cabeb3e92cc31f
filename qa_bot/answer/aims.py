"""Whether a target was met: "was 91.3 % (2023: 93.0 %; target: 95 %)", "carried 18.4 million, missing its target of 19 million"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from qa_bot.answer.candidates import figures_of
from qa_bot.answer.concepts import broader
from qa_bot.answer.period_fit import period_fit
from qa_bot.answer.readings import Reading
from qa_bot.schema import Bound, Candidate, Figure, Fit, Kind, Modality, Query
from qa_bot.text.functions import functions
from qa_bot.text.language import language_of
from qa_bot.text.lexicon import lexicon
from qa_bot.text.tokens import tokenize


class Aim(NamedTuple):
    """What was reached, what was to be, and whether the one is as good as the other."""

    reached: Figure
    target: Figure
    met: bool


def asks_of_target(query: Query) -> bool | None:
    """Return whether *query* asks if a target was met, False where it asks if it was missed; None where it asks something else."""
    words = functions(query.language)
    said = {token.lower for token in tokenize(query.text)}
    if query.kind is not Kind.YES_NO or said.isdisjoint(words["target_words"]):
        return None
    if not said.isdisjoint(words["missing_verbs"]):
        return False
    return True if not said.isdisjoint(words["meeting_verbs"]) else None


def aimed(query: Query, candidates: Sequence[Candidate]) -> Aim | None:
    """Return the target that *query* asks about, and what came of it; None where the figures tell of none, or of several."""
    found = [aim for aim in _aims(query, candidates) if _is_meant(query, aim)]
    pairs = {(aim.reached.value, aim.target.value) for aim in found}
    return found[0] if len(pairs) == 1 else None


def _aims(query: Query, candidates: Sequence[Candidate]) -> Iterator[Aim]:
    told = sorted(
        (figure for figure in figures_of(candidates) if figure.bound is Bound.EXACT), key=lambda each: (each.doc_id, each.span.start)
    )
    for target in told:
        named = not functions("en")["targets_named"].isdisjoint((*target.terms.sentence, *target.terms.action))
        if target.modality is not Modality.PLANNED or not named:
            continue
        beside = [
            other
            for other in told
            if (other.doc_id, other.quote) == (target.doc_id, target.quote)
            and other.modality is None
            and other.unit == target.unit
            and other.measure is target.measure
        ]
        reached = next((other for other in beside if not _is_of_another_time(query, other)), None)
        if reached is not None:
            less = _is_better_less(reached) or _is_better_less(target)
            if not less and _is_time_of_some_sort(reached):
                continue
            met = reached.value <= target.value if less else reached.value >= target.value
            yield Aim(reached, target, met)


def _is_of_another_time(query: Query, figure: Figure) -> bool:
    return query.period is not None and period_fit(query.period, figure) is Fit.DIFFERENT


def _is_better_less(figure: Figure) -> bool:
    """Whether of what *figure* counts there should be as little as may be: waits, costs, deaths, the time to a departure."""
    terms = figure.terms
    held = {*terms.head, *terms.counted, *terms.action}
    wider = held.union(*map(broader, held))
    return _is_time_needed(figure) or not functions("en")["better_less"].isdisjoint(wider)


def _is_time_needed(figure: Figure) -> bool:
    """Whether *figure* is the time that something needed: "response time", "average time from call to departure"."""
    words, terms = functions("en"), figure.terms
    if figure.unit not in words["time_units"] or words["times_taken"].isdisjoint(terms.head):
        return False
    said = [token.lower for token in tokenize(figure.counted or "")]
    spans = any(word in words["times_taken"] and behind in words["time_spans"] for word, behind in pairwise(said))
    return spans or not words["times_needed"].isdisjoint(terms.counted)


def _is_time_of_some_sort(figure: Figure) -> bool:
    """Whether *figure* is a time of which nobody knows if less of it is better: "time between trains", "the time that members spent"."""
    words, terms = functions("en"), figure.terms
    first = next((term for term in terms.sentence if term in words["times_taken"] or term in terms.head), None)
    return figure.unit in words["time_units"] and first in words["times_taken"]  # "battery life ..., for the first time" is no time


def _is_meant(query: Query, aim: Aim) -> bool:
    """Whether all that *query* names, the target and the verb apart, is said of what was reached."""
    words, slots = functions(query.language), query.slots
    concept = lexicon(query.language).concept
    left = {concept(word) for name in ("target_words", "meeting_verbs", "missing_verbs") for word in words[name]}
    left.add("mister")  # the concept of "miss", a title to the lists
    asked = (*slots.head, *slots.counted, *slots.action, *slots.actor, *slots.place, *slots.other)
    terms = aim.reached.terms
    own = {*terms.sentence, *terms.head, *terms.counted, *terms.actor, *terms.place, *terms.context, *aim.target.terms.other}
    said = own.union(*(broader(term) for term in (*terms.sentence, *terms.head, *terms.counted)))
    return all(term in said or not own.isdisjoint(broader(term)) for term in asked if term not in left)


def tells_so(reading: Reading, *, met: bool) -> bool:
    """Return whether the sentence of *reading* speaks of a target that was *met*, or else was missed."""
    offset, language = reading.passage.span.start, language_of(reading.passage.text)
    text = reading.passage.text[reading.sentence.start - offset : reading.sentence.end - offset]
    said, words = {token.lower for token in tokenize(text)}, functions(language)
    missed = not said.isdisjoint(words["missing_verbs"])
    return not said.isdisjoint(words["target_words"]) and missed is not met
