"""What every answer keeps, whatever was expected: its citations are slices of the documents, and nothing is said that they do not hold."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from qa_bot.schema import Answer, Basis, CitedFigure, Status

LONGEST_QUOTE = 600  # characters

_MARK = re.compile(r"\[\d+\]")
_THOUSANDS = re.compile(r"(?<=\d)[ \u00a0\u2009\u202f,](?=\d{3}(?!\d))")
_NUMERAL = re.compile(r"\d+(?:[.,]\d+)?")

Texts = Callable[[str], str | None]  # doc_id -> the text of the document, None where there is no such document


def citation_faults(answer: Answer, text_of: Texts, asked: Sequence[str]) -> tuple[str, ...]:
    """Return what is cited or shown without ground, a phrase each; *asked* is the question with those before it."""
    return tuple(_citation_faults(answer, text_of, asked))


def _citation_faults(answer: Answer, text_of: Texts, asked: Sequence[str]) -> Iterator[str]:
    quotes = {citation.number: citation.quote for citation in answer.citations}
    for citation in answer.citations:
        text = text_of(citation.doc_id)
        if text is None or text[citation.start : citation.end] != citation.quote:
            yield f"citation {citation.number} is no slice of {citation.doc_id}"
        if len(citation.quote) > LONGEST_QUOTE:
            yield f"quote {citation.number} has {len(citation.quote)} characters"
    for figure in (*answer.figures, *answer.nearest):
        yield from _figure_faults(figure, quotes)
    derived = bool(answer.figures) and answer.figures[0].derived is not None
    if answer.short is not None and not derived and not any(answer.short in quote for quote in quotes.values()):
        yield f"short {answer.short!r} is in no quote"
    known = _known_numbers(answer, asked)
    for number in _numbers(_MARK.sub(" ", answer.text)):
        if number not in known:
            yield f"number {number} of the text is unfounded"


def _figure_faults(figure: CitedFigure, quotes: Mapping[int, str]) -> Iterator[str]:
    if figure.derived is None:
        if figure.citation is None or figure.surface is None or figure.surface not in quotes.get(figure.citation, ""):
            yield f"figure {figure.value} stands in no quote it names"
    elif figure.surface is not None or not figure.derived.operands:
        yield f"derived {figure.value} has a surface or no operands"
    for number in figure.scope_citations:
        if number not in quotes:
            yield f"scope citation {number} is missing"


def _known_numbers(answer: Answer, asked: Sequence[str]) -> set[str]:
    """The numbers that the text may hold: of the quotes, the questions, the periods, the values (which their surfaces found)."""
    known = {number for text in (*asked, *(citation.quote for citation in answer.citations)) for number in _numbers(text)}
    for figure in (*answer.figures, *answer.nearest):
        whole = figure.part_of.value if figure.part_of is not None else figure.value
        known.update(_numbers(f"{figure.value}; {figure.value.normalize():f}; {figure.upper or ''}; {whole}; {whole.normalize():f}"))
        if figure.derived is not None:
            known.update(_numbers(figure.derived.expression))
        if figure.period is not None:  # "the 19th century" is told by its number, and by no year
            known.update(_numbers(figure.period.surface))
        for day in (figure.period.start, figure.period.end) if figure.period else ():
            if day is not None:
                known.update((str(day.year), str(day.month), f"{day.month:02}", str(day.day), f"{day.day:02}"))
    return known


def _numbers(text: str) -> list[str]:
    """Return numerals without their separators of thousands; a decimal comma becomes a point."""
    return [number.replace(",", ".").lstrip("0") or "0" for number in _NUMERAL.findall(_THOUSANDS.sub("", text))]


def contract_faults(answer: Answer) -> tuple[str, ...]:
    """Return what else an answer never does, a phrase each: decline with figures, say nothing, give a period that ends before it starts."""
    return (*(phrase for phrase, broken in _contract(answer).items() if broken), *_period_faults(answer))


def _contract(answer: Answer) -> dict[str, bool]:
    declined = answer.status in (Status.NOT_FOUND, Status.UNCLEAR)
    return {
        "declined with figures": declined and bool(answer.figures),
        "declined with a short answer": declined and answer.short is not None,
        "not found, and nothing is said to be missing": answer.status is Status.NOT_FOUND and not answer.missing,
        "unclear without choices": answer.status is Status.UNCLEAR and not answer.choices,
        "answered without a citation": not declined and not answer.citations,
        "nothing is said": not answer.text.strip(),
        "a nearest figure differs in nothing": any(not figure.differs for figure in answer.nearest),
        "a figure of the answer differs": any(figure.differs for figure in answer.figures),
    }


def _period_faults(answer: Answer) -> Iterator[str]:
    for figure in (*answer.figures, *answer.nearest):
        period = figure.period
        if period is not None and period.basis is Basis.UNRESOLVED and (period.start or period.end):
            yield f"an unresolved period of {figure.value} has dates"
        if period is not None and period.start and period.end and period.start > period.end:
            yield f"the period of {figure.value} ends before it starts"


def differences(first: Answer, second: Answer) -> tuple[str, ...]:
    """Return what two answers to the same question differ in: nothing, but for the time they took."""
    same = first.model_dump_json(exclude={"took_ms"}) == second.model_dump_json(exclude={"took_ms"})
    return () if same else ("asked twice, answered differently",)
