"""Answers that no document states: a share, what is left, a difference, a sum, how far a sum was off its plan."""

from collections.abc import Sequence

from qa_bot.answer.breakdowns import breakdown, modal_unit
from qa_bot.answer.candidates import figures_of, fitting
from qa_bot.answer.derive import comparable, difference, rest, same_scope, share, total
from qa_bot.answer.disputed import others_say
from qa_bot.answer.period_fit import span_of
from qa_bot.answer.planned import Plan
from qa_bot.answer.select import declined, is_level_beside
from qa_bot.schema import (
    Candidate,
    Figure,
    Fit,
    Form,
    Kind,
    Measure,
    Operation,
    Query,
    Status,
)

_DEED = frozenset({"action"})


def off_plan(query: Query, candidates: Sequence[Candidate]) -> Plan:
    """How far a sum is from the one that its sentence says was planned: "£2.3 million against a budget of £1.6 million"."""
    sums = [candidate.figure for candidate in fitting(candidates, _DEED)]
    for figure in sums:
        if figure.modality is None:
            plans = (other for other in sums if other.modality is not None and other.quote == figure.quote)
            beside = next((other for other in plans if (other.measure, other.unit) == (figure.measure, figure.unit)), None)
            if beside is not None:
                larger, smaller = (figure, beside) if figure.value >= beside.value else (beside, figure)
                return Plan(Status.ANSWERED, Form.SIDE_BY_SIDE, figures=[larger, smaller], derived=difference(larger, smaller))
    return Plan(Status.NOT_FOUND, missing=("counted",), nearest=declined(query, candidates).nearest)


def worked_out(query: Query, candidates: Sequence[Candidate], bound: Sequence[Figure]) -> Plan | None:
    """Return the value that is to be worked out with its operands, or None where these are not on file."""
    if query.operation is Operation.SHARE:
        return _share(query, candidates, bound)
    if query.operation is Operation.REST:
        return _rest(query, candidates, bound)
    if query.operation is Operation.DIFFERENCE:
        return _difference(query, candidates)
    return _total(query, candidates)


def _share(query: Query, candidates: Sequence[Candidate], bound: Sequence[Figure]) -> Plan | None:
    """A share on file, else a part over its whole."""
    fits = _fitting(sorted(fitting(candidates), key=lambda candidate: candidate.gap))
    stated = [figure for figure in fits if figure.measure is Measure.SHARE]
    if stated:
        others = others_say(query, stated[:1], candidates)
        levels = [stated[0], *(figure for figure in stated[1:] if is_level_beside(figure, stated[0]))]
        if len(levels) > 1 and not others:
            return Plan(Status.ANSWERED, Form.TABLE, "period", figures=sorted(levels, key=lambda figure: span_of(figure.period))[::-1])
        form = Form.SIDE_BY_SIDE if others else Form.SINGLE
        return Plan(Status.ANSWERED, form, "claimant" if others else None, figures=[*stated[:1], *others])
    by_id = {figure.figure_id: figure for figure in (*figures_of(candidates), *bound)}
    for part in fits:
        whole = by_id.get(part.part_of.figure_id) if part.part_of is not None else None
        if whole is not None and comparable(part, whole) and whole.value and _distinguished(query, part, whole):
            return Plan(Status.ANSWERED, figures=[part, whole], derived=share(part, whole))
    return None


def _distinguished(query: Query, part: Figure, whole: Figure) -> bool:
    """Whether the question's own words, and nothing else, make *part* of *whole*: its reason, its action, its label."""
    if part.label is not None and not set(part.terms.actor + part.terms.place + part.terms.counted) & set(
        query.slots.actor + query.slots.place + query.slots.other
    ):
        return False
    return not query.slots.reason or not set(query.slots.reason) & set(whole.terms.reason)


def _rest(query: Query, candidates: Sequence[Candidate], bound: Sequence[Figure]) -> Plan | None:
    """What is left of a whole; the part is the figure that "not" turns round."""
    by_id = {figure.figure_id: figure for figure in (*figures_of(candidates), *bound)}
    done = [candidate for candidate in fitting(candidates, _DEED) if not candidate.figure.negative]
    deeds = set(query.slots.action)
    for part in (*bound, *(candidate.figure for candidate in done if deeds <= set(candidate.figure.terms.action))):
        whole = by_id.get(part.part_of.figure_id) if part.part_of is not None else None
        if whole is not None and comparable(part, whole) and (part in bound or _is_told(query, part, whole)):
            return Plan(Status.ANSWERED, figures=[whole, part], derived=rest(part, whole))
    return None


def _is_told(query: Query, part: Figure, whole: Figure) -> bool:
    """Whether the question names what is said of *part* and not of *whole*: nobody asks for those who "were not late" of all late ones."""
    slots, terms, wider = query.slots, part.terms, whole.terms
    own = {*terms.reason, *terms.head, *terms.counted, *terms.action} - {*wider.reason, *wider.head, *wider.counted, *wider.action}
    return not own.isdisjoint((*slots.reason, *slots.head, *slots.counted, *slots.action, *slots.other))


def _difference(query: Query, candidates: Sequence[Candidate]) -> Plan | None:
    """Between two periods, or two doers, one figure each."""
    if len(query.periods) == 2:
        pair = [_best_for(query.model_copy(update={"period": period, "periods": ()}), candidates) for period in query.periods]
    else:
        return None
    if (
        len({(period.start, period.end) for period in query.periods}) == 1
    ):  # two things of one year: which is which, the question's slots do not tell
        return Plan(Status.NOT_FOUND, missing=("counted",), nearest=declined(query, candidates).nearest)
    if any(figure is None for figure in pair):
        return None
    first, second = (figure for figure in pair if figure is not None)
    if not comparable(first, second) or not same_scope(first, second):
        return None
    larger, smaller = (first, second) if first.value >= second.value else (second, first)
    verdict = None
    if query.kind is Kind.YES_NO and first.value != second.value:
        verdict = "yes" if (first.value > second.value) == query.descending else "no"
    return Plan(Status.ANSWERED, Form.TABLE, "period", verdict, figures=[larger, smaller], derived=difference(larger, smaller))


def _best_for(query: Query, candidates: Sequence[Candidate]) -> Figure | None:
    """The best figure whose period is just the one asked."""
    if query.period is None:
        return None
    asked = (query.period.start, query.period.end)
    for candidate in sorted(candidates, key=lambda candidate: (-candidate.score, candidate.figure.figure_id)):
        held = candidate.figure.period
        if held is not None and (held.start, held.end) == asked and not set(candidate.slots(Fit.DIFFERENT)) - {"period"}:
            return candidate.figure
    return None


def _total(query: Query, candidates: Sequence[Candidate]) -> Plan | None:
    """The sum of the rows of one breakdown, when the question asks for a total and none is on file."""
    fits = _fitting(candidates)
    if any(figure.part_of is None for figure in fits[:1]):
        return None
    rows = modal_unit(breakdown(query.model_copy(update={"by": query.by or "actor"}), candidates))
    if len(rows) < 2 or not all(comparable(rows[0], row) for row in rows):
        return None
    return Plan(Status.ANSWERED, Form.BREAKDOWN, "actor", figures=rows, derived=total(rows))


def _fitting(candidates: Sequence[Candidate]) -> list[Figure]:
    return [candidate.figure for candidate in fitting(candidates) if len(candidate.slots(Fit.UNKNOWN)) < 2]
