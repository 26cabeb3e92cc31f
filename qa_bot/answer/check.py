"""The last look before an answer leaves: what the contract says always holds, holds."""

import re
from collections.abc import Iterator, Sequence

from qa_bot.errors import UnfoundedAnswerError
from qa_bot.schema import MAX_QUOTE, Answer, CitedFigure, Status

_NUMERAL = re.compile(r"\d+(?:[.,]\d+)*")
_MARK = re.compile(r"\[\d+\]")


def is_numeral_in(number: str, text: str) -> bool:
    """Return whether *text* holds the numeral *number*, whole."""
    return number in _NUMERAL.findall(text)


def are_numerals_in(words: str, text: str) -> bool:
    """Return whether *text* holds each numeral of *words*."""
    return set(_NUMERAL.findall(words)) <= set(_NUMERAL.findall(text))


def is_founded(text: str, answer: Answer) -> bool:
    """Return whether each number of *text* is in a quote, the question or a period of *answer*, or derived there."""
    return not _loose(text, answer)


def check(answer: Answer) -> None:
    """Raise UnfoundedAnswerError if *answer* shows a figure outside its quote, or a number or a short that nothing vouches for."""
    fault = next(_faults(answer), None)
    if fault is not None:
        raise UnfoundedAnswerError(f"the answer to {answer.question[:80]!r} is held back: {fault}; please report the question")


def _faults(answer: Answer) -> Iterator[str]:
    quotes = {citation.number: citation.quote for citation in answer.citations}
    for figure in (*answer.figures, *answer.nearest):
        if figure.derived is None and (figure.surface is None or figure.surface not in quotes.get(figure.citation or 0, "")):
            yield f"the figure {figure.surface!r} does not stand in its quote"
        if not set(figure.scope_citations) <= set(quotes):
            yield f"the figure {figure.surface!r} names a citation that is not there"
    if answer.status in (Status.NOT_FOUND, Status.UNCLEAR) and (answer.figures or answer.short):
        yield "an answer that declines shows none"
    if any(len(quote) > MAX_QUOTE for quote in quotes.values()):
        yield "a quote is too long"
    derived = any(figure.derived is not None for figure in answer.figures)
    if answer.short is not None and not derived and not any(answer.short in quote for quote in quotes.values()):
        yield f"{answer.short!r} is in no quote"
    loose = _loose(answer.text, answer)
    if loose:
        yield f"nothing vouches for the numbers {', '.join(loose)}"


def _loose(text: str, answer: Answer) -> list[str]:
    """The numbers of *text* that no quote of *answer*, nor the question, a period or a derived figure holds."""
    numbers = _NUMERAL.findall(_MARK.sub(" ", text))
    if not numbers:
        return []
    said = set(_NUMERAL.findall(" | ".join((*[citation.quote for citation in answer.citations], answer.question, answer.read_as))))
    figures = (*answer.figures, *answer.nearest)
    return [number for number in numbers if number not in said and not _is_vouched(number, figures)]


def _is_vouched(number: str, figures: Sequence[CitedFigure]) -> bool:
    """Whether a period or a derived one of *figures* holds *number*, or what one of them is per."""
    if any(number in (figure.per or "") for figure in figures):
        return True
    return any(_in_period(number, figure) or _in_derived(number, figure) for figure in figures)


def _in_period(number: str, figure: CitedFigure) -> bool:
    period = figure.period
    if period is None:
        return False
    days = [day for day in (period.start, period.end) if day is not None]
    said = {
        part
        for day in days
        for part in (str(day.year), str(day.month), str(day.day), f"{day.month:02d}", f"{day.day:02d}", str(day.year // 100 + 1))
    }
    return number in said or number in period.surface


def _in_derived(number: str, figure: CitedFigure) -> bool:
    derived = figure.derived
    return derived is not None and (number in derived.expression or number in str(figure.value))
