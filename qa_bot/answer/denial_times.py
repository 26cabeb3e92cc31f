"""Whether a clause that says there was none tells of the time that a question asks about."""

from qa_bot.answer.nones import NoneClause, Nones
from qa_bot.answer.period_fit import calls_alike, period_fit
from qa_bot.schema import Basis, Fit, Hit, Period, Query, Span
from qa_bot.text.moments import Grain
from qa_bot.text.patterns import LatePattern
from qa_bot.text.periods import PeriodMention, relation, resolve

_LONG = frozenset({Grain.YEAR, Grain.SEASON, Grain.SPAN})
_DASH = LatePattern(r"\s*[–—-]\s*")  # «в 2022 году — никто»


def is_of_time(query: Query, hit: Hit, span: Span, seen: Nones, none: NoneClause) -> bool:
    """Return whether the clause *none* of the sentence at *span* is of all the time that *query* asks about; of a long one, where it asks
    of none."""
    tokens = seen.syntax.tokens
    start, end = tokens[none.first].start, tokens[none.last - 1].end
    own = [mention for mention in seen.times if start <= mention.start < end or _DASH.fullmatch(seen.syntax.text[mention.end : start])]
    if query.period is None:
        return not query.periods and all(mention.grain in _LONG for mention in own)
    if own:
        held = [_resolved(mention, hit, span) for mention in own]
        return any(_is_then(query.period, period, query.language) for period in held)
    told = [figure for figure in hit.figures if figure.quote == span and figure.period is not None]
    told = told or [figure for figure in hit.figures if figure.quote.start < span.start and figure.period is not None][-1:]
    if not told:
        return False
    fits = [period_fit(query.period, figure) for figure in told]
    return all(fit in (Fit.SAME, Fit.WIDER) for fit in fits) and Basis.UNRESOLVED not in {
        figure.period.basis for figure in told if figure.period is not None
    }


def _resolved(mention: PeriodMention, hit: Hit, span: Span) -> Period:
    """The time of *mention*; of one that only the text around tells, "during the year", that which figures of its sentence have by it."""
    published = next((figure.published for figure in hit.figures if figure.published is not None), None)
    period = resolve(mention, published=published)
    if period.start is not None:
        return period
    beside = (figure.period for figure in hit.figures if figure.quote == span and figure.period is not None)
    told = (held for held in beside if held.basis is Basis.CONTEXT or held.surface == period.surface)
    return next((held for held in told if held.start is not None), period)


def _is_then(asked: Period, held: Period, language: str) -> bool:
    """Whether *held* is all the time asked, or "this year" of the same year, as it is seen from an earlier day."""
    if held.basis is Basis.UNRESOLVED:
        return False
    begun = held.start is not None and held.start == asked.start and calls_alike(asked, held.surface, language)
    fit = relation(asked, held)
    return begun or fit is Fit.SAME or (fit is Fit.WIDER and held.end is not None)  # "since 2019" tells nothing of all that follows
