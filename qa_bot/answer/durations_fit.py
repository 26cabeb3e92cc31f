"""How a figure fits where it is asked how many did something for so long: "waited more than six months"."""

from collections.abc import Iterator

from qa_bot.answer.scope import Scope
from qa_bot.schema import Figure, Fit, Kind, Query
from qa_bot.text.durations import TIME_UNITS, Duration, alike, durations
from qa_bot.text.periods import find_periods


def durations_fit(query: Query, scope: Scope) -> Iterator[tuple[str, Fit, float]]:
    """Yield (slot, fit, weight): a figure of which its sentence says another length of time than the question, or none that the text
    around it has, is one of others."""
    asked = _asked(query)
    figure, passage = scope.figure, scope.passage
    if not asked or figure.label is not None:
        return
    if figure.unit in TIME_UNITS:
        if query.unit != figure.unit and TIME_UNITS.isdisjoint(query.slots.head):
            yield "counted", scope.judged("counted", Fit.DIFFERENT), 0.0  # "late by up to three hours" counts no ferries
        return
    offset = passage.passage.span.start
    start, end = figure.quote.start - offset, figure.quote.end - offset
    told = durations(passage.passage.text[start:end], figure.language)
    own = [each for each in told if _follows(each, figure, scope)] or told
    if not own and _is_of_another(asked, figure, scope):
        yield "counted", scope.judged("counted", Fit.DIFFERENT), 0.0
        return
    own = own or durations(" \n".join((passage.passage.text, *passage.passage.headings)), figure.language)
    if not any(alike(each, other) for each in asked for other in own):
        yield "counted", scope.judged("counted", Fit.DIFFERENT), 0.0


def _is_of_another(asked: tuple[Duration, ...], figure: Figure, scope: Scope) -> bool:
    """Whether another sentence says the length asked of things counted alike: "700 wait. Of these, 24 have for more than a year"."""
    text, offset = scope.passage.passage.text, scope.passage.passage.span.start
    others = (other for other in scope.passage.figures if other.quote != figure.quote and other.terms.head == figure.terms.head)
    told = (each for other in others for each in durations(text[other.quote.start - offset : other.quote.end - offset], figure.language))
    return any(alike(each, length) for length in told for each in asked)


def _asked(query: Query) -> tuple[Duration, ...]:
    """The lengths of time that the question names, none that is a period: "in the last two years"."""
    if query.kind is not Kind.COUNT or query.per is not None or query.dimension is not None:
        return ()
    named = durations(query.text, query.language)
    times = find_periods(query.text, 0, len(query.text), query.language) if named else ()
    return tuple(each for each in named if not any(time.start <= each.start and each.end <= time.end for time in times))


def _follows(told: Duration, figure: Figure, scope: Scope) -> bool:
    """Whether the length of time stands behind *figure* and before the next one that counts things."""
    start = figure.quote.start + told.start
    others = (other for other in scope.passage.figures if other.quote == figure.quote and other.unit not in TIME_UNITS)
    return figure.span.end <= start and not any(figure.span.end <= other.span.start < start for other in others)
