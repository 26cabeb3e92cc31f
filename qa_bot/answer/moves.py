"""Whether something rose or fell, as a yes/no question asks it: what the documents say of that thing, and of no other."""

from collections.abc import Sequence
from datetime import date, timedelta

from qa_bot.answer.candidates import of_figures
from qa_bot.answer.concepts import WAYS, target
from qa_bot.answer.readings import Reading, text_at
from qa_bot.answer.rows import row_key
from qa_bot.schema import Candidate, Figure, Fit, Measure, Period, Query
from qa_bot.text.analysis import stem
from qa_bot.text.lexicon import lexicon
from qa_bot.text.tokens import fold, tokenize

_SCOPE = frozenset({"period", "place", "direction", "reason", "claimant", "entity"})  # slots that may not contradict the question
SLACK = timedelta(days=3)  # by which months and quarters differ in length
_READ = 3  # sentences that may say it without a number


def asked_way(query: Query) -> str | None:
    """Return which way the question asks about, "rise" or "fall"; None where it asks of no move."""
    ways = WAYS & {*query.slots.action}
    return next(iter(ways)) if len(ways) == 1 and _subject(query) else None


def told(query: Query, candidates: Sequence[Candidate]) -> tuple[Figure, str] | None:
    """Return the best figure that tells how the thing asked about moved, and which way; None where none does, or some tell either."""
    about = of_figures(candidates, lambda figure: _is_about(query, figure))
    figures = [c.figure for c in about]
    meant = [c.figure for c in about if not _SCOPE.intersection(c.slots(Fit.DIFFERENT))]
    ways = [(figure, way) for figure in meant if (way := _way(figure, figures) or _since(figure, figures)) is not None]
    if not ways or len({way for _, way in ways}) > 1:
        return None
    own = [figure for figure, way in ways if way in figure.terms.action]
    first = ways[0][0]
    last = max((figure for figure, _ in ways if figure.quote == first.quote and figure.doc_id == first.doc_id), key=lambda f: f.span.start)
    return (own[0] if own else last), ways[0][1]  # the change, else the level that was reached


def said(query: Query, readings: Sequence[Reading]) -> tuple[Reading, str] | None:
    """Return a sentence that says all the question asks of, and which way it says that it went; None where none goes just one way."""
    for at in range(min(_READ, len(readings))):
        reading = readings[at]
        concepts, stems = _words_of(reading)
        ways = WAYS & concepts
        if len(ways) == 1 and not reading.absent and all(term in concepts or term in stems for term in _subject(query)):
            return reading, next(iter(ways))
    return None


def _subject(query: Query) -> frozenset[str]:
    slots = query.slots
    return frozenset(map(target, (*slots.head, *slots.counted, *slots.action, *slots.actor, *slots.other))) - WAYS


def _is_about(query: Query, figure: Figure) -> bool:
    words = lexicon(figure.language)
    named = [token.lower for token in tokenize(figure.counted or "")]
    own = {*figure.terms.head, *figure.terms.counted, *(words.concept(word) for word in named), *(stem(fold(word)) for word in named)}
    places = {*figure.terms.place, *figure.terms.context, *figure.terms.other}
    subject = _subject(query)
    return not subject.isdisjoint(own) and subject <= own | {term for term in places if term in query.names or term.startswith("@")}


def _way(figure: Figure, about: Sequence[Figure]) -> str | None:
    """Which way *figure* tells: by its own verb, by the only one of its sentence, or by the levels that its sentence gives of the thing."""
    own = WAYS & {*figure.terms.action}
    around = own or WAYS & {*figure.terms.sentence} - {*figure.terms.beside}
    if len(around) == 1:
        return next(iter(around))
    levels = sorted((other for other in about if _is_level_with(other, figure)), key=lambda other: other.span.start)
    if not around or len(levels) < 2 or levels[0].value == levels[-1].value:
        return None
    return "rise" if levels[0].value < levels[-1].value else "fall"


def _since(figure: Figure, about: Sequence[Figure]) -> str | None:
    """Which way the level in the row of *figure* went since the period just before, which another row or column has."""
    before = next((other for other in about if _is_before(other, figure)), None)
    if before is None or figure.label is None or figure.measure is Measure.CHANGE or before.value == figure.value:
        return None
    return "rise" if before.value < figure.value else "fall"


def _is_before(other: Figure, figure: Figure) -> bool:
    before, after = _days_of(other.period), _days_of(figure.period)
    if before is None or after is None or _row_of(other) != _row_of(figure):
        return False
    return before[1] + timedelta(days=1) == after[0] and abs((before[1] - before[0]) - (after[1] - after[0])) <= SLACK


def _days_of(period: Period | None) -> tuple[date, date] | None:
    return (period.start, period.end) if period is not None and period.start is not None and period.end is not None else None


def _row_of(figure: Figure) -> tuple[object, ...]:
    """What tells the thing whose level *figure* is from others in its table."""
    terms = figure.terms
    return figure.doc_id, figure.measure, figure.unit, figure.per, figure.modality, terms.head, terms.action, row_key(figure)


def _is_level_with(other: Figure, figure: Figure) -> bool:
    return (other.doc_id, other.quote, other.measure, other.unit) == (figure.doc_id, figure.quote, figure.measure, figure.unit)


def _words_of(reading: Reading) -> tuple[frozenset[str], frozenset[str]]:
    from qa_bot.answer.sights import sight  # with the reader

    seen = sight(text_at(reading.passage, reading.sentence))
    return frozenset(concept for concept in seen.concepts if concept is not None), frozenset(seen.stems)
