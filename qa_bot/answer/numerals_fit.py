"""Whether a figure is of those whom numbers of the question tell apart: the row "5-14 years", the Class 385, those under 5."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from qa_bot.answer.durations_fit import durations_fit
from qa_bot.answer.ordinals_fit import is_named_so, ordinals_fit
from qa_bot.answer.scope import Scope
from qa_bot.schema import Fit, Query
from qa_bot.text.analysis import stem
from qa_bot.text.functions import functions
from qa_bot.text.periods import find_periods
from qa_bot.text.tokens import fold, tokenize

_NUMERAL = re.compile(r"(?<![\d.,])\d+(?:[,  ]\d{3})*(?![\d]|[.,]\d)")
_OPEN = "+"  # "65+"
_CACHED = 1024  # sentences: each has two figures, and a row of a table many
_NUMBERED = re.compile(r"([^\W\d_]+) (\d+)\b(?![.,]\d)")


def numerals_fit(query: Query, scope: Scope) -> Iterator[tuple[str, Fit, float]]:
    """Yield (slot, fit, weight): a row is held to the numbers of its label where labels have them, any other figure to all that is said."""
    yield from durations_fit(query, scope)
    if query.ordinals:
        yield from ordinals_fit(query, scope)
    same = is_named_so(query, scope) if query.serials else None
    if same is not None:
        yield "entity", (Fit.SAME if same else scope.judged("entity", Fit.DIFFERENT)), 1.0 * same
    serial = {str(number) for number in query.serials} if same else set[str]()
    asked = frozenset(query.numerals) - serial
    if not asked:
        return
    figure, passage = scope.figure, scope.passage
    if figure.label is not None and any(asked <= _numerals((label,)) for label in passage.row_labels):
        named = asked <= _numerals((figure.label,)) and query.limited == _is_limited(figure.label, figure.language)
        named = named and not are_opposite(query, figure.label, figure.language)
        yield "counted", (Fit.SAME if named else scope.judged("counted", Fit.DIFFERENT)), 1.0 * named
        return
    offset = passage.passage.span.start
    text = passage.passage.text[figure.quote.start - offset : figure.quote.end - offset]
    beside = (other for other in passage.figures if other.quote == figure.quote and not _numerals((other.surface,)) & asked)
    starts = sorted({other.span.start - figure.quote.start for other in beside} | {len(text)})
    pieces = {start: _numerals((text[start:end].lstrip("0123456789,."),)) for start, end in pairwise(starts)}
    if any(asked <= numerals for numerals in pieces.values()) and not asked <= pieces.get(figure.span.start - figure.quote.start, asked):
        yield "counted", scope.judged("counted", Fit.DIFFERENT), 0.0  # "40 engines of Class 385 and 12 of Class 170"
        return
    start, end = figure.span.start - figure.quote.start, figure.span.end - figure.quote.start
    text = _untimed(text, figure.language)
    text = text[:start] + " " * (end - start) + text[end:]
    said = asked <= _numerals((text, *passage.passage.headings, figure.label or "", figure.counted or ""))
    told = said or _is_gone_on_with(query, scope)
    text = figure.counted if figure.counted and asked <= _numerals((figure.counted,)) else text  # the header "of which over 52 weeks"
    if not told or (query.limited and (not _is_limited(text, figure.language) or are_opposite(query, text, figure.language))):
        yield "counted", scope.judged("counted", Fit.DIFFERENT), 0.0


@lru_cache(maxsize=_CACHED)
def _untimed(text: str, language: str) -> str:
    """Return *text* with blanks for the times in it: no day of the month is an age."""
    for period in find_periods(text, 0, len(text), language):
        text = text[: period.start] + " " * (period.end - period.start) + text[period.end :]
    return text


def _is_gone_on_with(query: Query, scope: Scope) -> bool:
    """Whether what the question numbers, "Stage 3", is what the text before the figure numbered last: "This stage has two parts"."""
    figure, passage = scope.figure, scope.passage.passage
    asked = [(stem(fold(word)), number) for word, number in _NUMBERED.findall(query.text) if number in query.numerals]
    if not {*query.numerals} <= {number for _, number in asked}:
        return False
    before = passage.text[: figure.span.start - passage.span.start]
    last = {stem(fold(word)): number for word, number in _NUMBERED.findall(before)}
    return all(last.get(word) == number for word, number in asked)


def _numerals(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(re.sub(r"\D", "", found) for text in texts for found in _NUMERAL.findall(text))


def _is_limited(label: str, language: str) -> bool:
    """Whether a label, or a sentence, tells of a range with one end: "under 5", "65 and older", "65+"."""
    words = {token.lower for token in tokenize(label)}
    return label.rstrip().endswith(_OPEN) or not functions(language)["number_limits"].isdisjoint(words)


def are_opposite(query: Query, text: str, language: str) -> bool:
    """Return whether the question asks for those below a number and *text* tells only of those above one, or the other way round."""
    asked, told = _ends(query.text, query.language), _ends(text, language)
    return bool(asked and told) and asked.isdisjoint(told)


def _ends(text: str, language: str) -> set[bool]:
    """For each word of *text* that bounds a number, whether that is the upper end."""
    words = functions(language)
    lowers = (token.lower for token in tokenize(text))
    return {lower in words["upper_limits"] for lower in lowers if lower in words["number_limits"]}
