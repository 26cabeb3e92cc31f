"""Whether a figure is of that one of a row of things, or bodies of one name, that is asked for: the seventh match, Hospital No. 2."""

from collections.abc import Iterable, Iterator, Sequence

from qa_bot.answer.scope import Scope
from qa_bot.schema import Basis, Fit, Query
from qa_bot.text.numbers import NumberKind, find_numbers
from qa_bot.text.ordinals import ordinals, serials
from qa_bot.text.tokens import tokenize


def is_named_so(query: Query, scope: Scope) -> bool | None:
    """Return whether a name of the figure's own has the number that is asked: Hospital No. 1 is not No. 2; None where it has none."""
    figure, start = scope.figure, scope.passage.passage.span.start
    own = {number for number, _ in serials("; ".join(filter(None, (figure.actor, figure.label, figure.place, figure.counted))))}
    if not own:
        named = serials(scope.passage.passage.text[figure.quote.start - start : figure.quote.end - start])
        nearest = _beside(named, scope)
        own = {nearest} if nearest is not None and not {number for number, _ in named}.isdisjoint(query.serials) else set()
        own = own or (_of_publisher(scope) if not named else set())
    return own.issuperset(query.serials) if own else None


def _of_publisher(scope: Scope) -> set[int]:
    """The number in the name of the body whose own word the figure is, or in a heading over it."""
    claimant = scope.figure.claimant
    texts = (claimant.name if claimant is not None and claimant.basis is Basis.CONTEXT else "", *scope.passage.passage.headings)
    return {number for text in texts for number, _ in serials(text)}


def ordinals_fit(query: Query, scope: Scope) -> Iterator[tuple[str, Fit, float]]:
    """Yield (slot, fit, weight): is the figure of that one of a row of things asked for: of the seventh match, and not the sixth?"""
    for value, noun in query.ordinals:
        own = _own_ordinal(noun, scope)
        if own is None:
            if not _says_ordinal(value, scope):  # "a first jab" may be called a dose
                yield "counted", scope.judged("counted", Fit.UNKNOWN), 0.0
        else:
            yield "counted", *((Fit.SAME, 1.0) if own == value else (scope.judged("counted", Fit.DIFFERENT), 0.0))


def numbered(query: Query, scope: Scope) -> frozenset[str]:
    """Return the nouns of the ordinals that are asked for and are the figure's own: "match", of the seventh match."""
    return frozenset(noun for value, noun in query.ordinals if _own_ordinal(noun, scope) == value)


def _own_ordinal(noun: str, scope: Scope) -> int | None:
    """The figure's own number in a row of things, as its label, its sentence, what stands before that or a heading gives it."""
    return next((found for found in _own_ordinals(noun, scope) if found is not None), None)


def _says_ordinal(value: int, scope: Scope) -> bool:
    """Whether the sentence of the figure, or its label, names the ordinal *value*, of whatever."""
    text = scope.figure.label or " ".join(token.surface for token in scope.passage.tokens(scope.figure))
    found = find_numbers(text, tokenize(text), scope.figure.language)
    return any(number.kind is NumberKind.ORDINAL and number.value == value for number in found)


def _own_ordinals(noun: str, scope: Scope) -> Iterator[int | None]:
    figure, passage = scope.figure, scope.passage.passage
    language, offset, quote = figure.language, passage.span.start, figure.quote
    yield _last((figure.label or "", figure.counted or ""), noun, language)  # "39 a second dose"
    own = ordinals(passage.text[quote.start - offset : quote.end - offset], language, (noun,))
    yield _beside([(each.value, each.start) for each in own], scope)
    above = passage.text[: max(quote.start - offset, 0)].rpartition("\n\n")[2]
    named = {each.value for each in ordinals(above, language, (noun,))}
    yield named.pop() if len(named) == 1 else None  # "The second race was run in May. It drew 300 people."
    yield _last(reversed(passage.headings), noun, language)


def _beside(named: Sequence[tuple[int, int]], scope: Scope) -> int | None:
    """Which of the numbers *named* at their places in the sentence is the figure's: the last before it where they come before their
    figures, else the first behind."""
    quote, at = scope.figure.quote, scope.figure.span.start - scope.figure.quote.start
    starts = {each.span.start - quote.start for each in scope.passage.figures if each.quote == quote}
    before = [value for value, start in named if start < at]
    behind = [value for value, _ in named[len(before) :]]
    if named and named[0][1] < min(starts, default=at):
        return before[-1]
    return behind[0] if behind else before[-1] if before and len(starts) == 1 else None


def _last(texts: Iterable[str], noun: str, language: str) -> int | None:
    return next((found[-1].value for text in texts if (found := ordinals(text, language, (noun,)))), None)
