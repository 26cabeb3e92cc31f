"""The parts of an answer as a person reads it: the lines that say it, remarks, and quotes with the number marked."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from qa_bot.answer.phrases import say
from qa_bot.rendering import wording
from qa_bot.rendering.blocks import Line, Piece, Style
from qa_bot.rendering.table_rows import without_borders
from qa_bot.schema import Answer, Citation, CitedFigure, Form

_NUMBER = re.compile(r"\d[\d.,\u00a0\u202f]*\d|\d")
_REFERENCE = re.compile(r"(\[\d+\])")


class Quote(NamedTuple):
    """A quote with what to mark in it; one *for_scope* carries no figure, but says when, who or of what."""

    citation: Citation
    line: Line
    for_scope: bool


def headline(answer: Answer) -> list[Line]:
    """Return the lines of the answer's text but for those that tables and quotes say better; the first is the headline."""
    numbers = {wording.amount(figure, answer.language).split(" ")[-1] for figure in answer.figures[:1]} | {answer.short or ""}
    first, *others = _own_lines(answer)
    return [_emphasised(first, numbers), *(_emphasised(line, set(), Style.PLAIN) for line in others)]


def _own_lines(answer: Answer) -> list[str]:
    lines = answer.text.splitlines()
    if answer.nearest:
        lines = lines[: lines.index(say(answer.language, "nearest"))] if say(answer.language, "nearest") in lines else lines
    related = {say(answer.language, "related", number=number) for number in answer.related}
    below = related | {f"“{citation.quote}”" for citation in answer.citations}
    own = [line for line in lines if line not in below and not (line.startswith("- ") and answer.figures)]
    if not own or lines[0] not in own:
        name = "table" if answer.by else "side_by_side"
        own.insert(0, wording.label(name, answer.language).format(by=wording.slot(answer.by or "", answer.language)) + ":")
    return own


def _emphasised(text: str, numbers: set[str], style: Style = Style.STRONG) -> Line:
    """Return *text* with the figure that answers set off and the numbers of citations dimmed."""
    pieces: list[Piece] = []
    wanted = [re.escape(number) for number in sorted(numbers, key=len, reverse=True) if number]
    pattern = re.compile(rf"(?<![\w.,])({'|'.join(wanted)})(?![\w])") if wanted else None
    for part in _REFERENCE.split(text):
        if _REFERENCE.fullmatch(part):
            pieces.append(Piece(part, Style.DIM))
        elif pattern is None:
            pieces.append(Piece(part, style))
        else:
            pieces += [Piece(bit, Style.FIGURE if number % 2 else style) for number, bit in enumerate(pattern.split(part)) if bit]
    return tuple(pieces)


def left_out(answer: Answer, shown: int | None = None) -> str:
    """Return how many of the figures that answer are *shown*, those of *answer* if missing; an empty string when these are all."""
    held = len(answer.figures)
    total, shown = answer.total or held, held if shown is None else min(shown, held)
    return wording.cut(shown, total, answer.language) if shown < total else ""


def own_citations(answer: Answer) -> list[Citation]:
    """Return the citations that answer, leaving out those of nearest figures and of related passages."""
    own = cited_by(answer.figures)
    others = (cited_by(answer.nearest) | set(answer.related)) - own
    return [citation for citation in answer.citations if citation.number not in others]


def nearest_citations(answer: Answer) -> list[Citation]:
    """Return the citations of the nearest figures, where they are not those of the answer."""
    wanted = {figure.citation for figure in answer.nearest} - {citation.number for citation in own_citations(answer)}
    return [citation for citation in answer.citations if citation.number in wanted]


def related_citations(answer: Answer) -> list[Citation]:
    """Return the citations that are about the topic and answer nothing."""
    return [citation for citation in answer.citations if citation.number in answer.related]


def cited_by(figures: Iterable[CitedFigure]) -> set[int]:
    """Return the numbers of the citations that carry *figures* and their scopes."""
    return {number for figure in figures for number in (figure.citation, *figure.scope_citations) if number is not None}


def quotes(answer: Answer, citations: Iterable[Citation]) -> list[Quote]:
    """Return the quotes of *citations* with the figures, or the words, that answer marked."""
    figures = (*answer.figures, *answer.nearest)
    scope = {number for figure in figures for number in figure.scope_citations} - {figure.citation for figure in figures}
    return [
        Quote(citation, _marked(citation, _surfaces(answer, citation), _starts(figures, citation)), citation.number in scope)
        for citation in citations
    ]


def _starts(figures: Iterable[CitedFigure], citation: Citation) -> set[int]:
    """Return where in the quote the figures stand that it carries."""
    return {figure.start - citation.start for figure in figures if figure.citation == citation.number and figure.start is not None}


def _surfaces(answer: Answer, citation: Citation) -> set[str]:
    """Return what to mark in the quote: the figures that it carries, or the words that answer."""
    surfaces = {
        figure.surface for figure in (*answer.figures, *answer.nearest) if figure.citation == citation.number and figure.surface is not None
    }
    if not surfaces and answer.form is Form.PASSAGE and answer.short and citation.number not in answer.related:
        surfaces = {answer.short}
    if not surfaces:  # "of them 38 ... [3]"
        lines = [line for line in _own_lines(answer)[1:] if line.endswith(f"[{citation.number}]")]
        surfaces = {number for line in lines for number in _NUMBER.findall(line.rpartition("[")[0])}
    return surfaces


def _marked(citation: Citation, surfaces: set[str], starts: set[int]) -> Line:
    """The quote with its *surfaces* marked: those that stand at *starts*, all where none does."""
    quote = without_borders(citation.quote).replace("\n", " ")
    if not surfaces:
        return (Piece(quote),)
    wanted = "|".join(re.escape(surface.replace("\n", " ")) for surface in sorted(surfaces, key=lambda text: (-len(text), text)))
    pattern = re.compile(rf"(?<![\w])(?<!\d[.,])({wanted})(?![.,]?\d)(?!\w)")
    meant = {place for place, found in enumerate(pattern.finditer(citation.quote.replace("\n", " "))) if found.start() in starts}
    parts = pattern.split(quote)

    def style(number: int) -> Style:
        return Style.MARK if number % 2 and (not meant or number // 2 in meant) else Style.PLAIN

    return tuple(Piece(part, style(number)) for number, part in enumerate(parts) if part)
