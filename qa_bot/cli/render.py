"""An answer as a person reads it: headline, scope, what to mind, quotes with the number marked, then what is near or related."""

import re
from collections.abc import Iterable

from qa_bot.cli import wording
from qa_bot.cli.layout import Block, Line, Paragraph, Piece, Style
from qa_bot.cli.scopes import figure_table, scope_blocks
from qa_bot.schema import Answer, Citation, CitedFigure, Form, Status

_REFERENCE = re.compile(r"(\[\d+\])")


def render(answer: Answer) -> list[Block]:
    """Return the blocks of *answer*, for a terminal and a pipe alike."""
    parts = [_headline(answer), scope_blocks(answer), _remarks(answer), _quotes(answer, _own(answer)), _nearest(answer), _related(answer)]
    blocks: list[Block] = []
    for part in parts:
        if part:
            blocks += [*([Paragraph()] if blocks else []), *part]
    return blocks


def render_sources(answer: Answer) -> list[Block]:
    """Return every passage that *answer* cites, whole, with its source."""
    return _quotes(answer, answer.citations)


def source_line(citation: Citation, language: str) -> str:
    """Return where a quote stands: title, publisher, date, path and page."""
    date = wording.day(citation.published, language) if citation.published else wording.label("undated", language)
    page = f", {wording.label('page', language)} {citation.page}" if citation.page is not None else ""
    return " · ".join(part for part in (citation.title, citation.publisher, date, citation.path + page, citation.url) if part)


def _headline(answer: Answer) -> list[Block]:
    first = answer.text.partition("\n")[0]
    numbers = {wording.amount(figure, answer.language).split(" ")[-1] for figure in answer.figures[:1]} | {answer.short or ""}
    return [Paragraph(_emphasise(first, numbers))]


def _emphasise(text: str, numbers: set[str]) -> Line:
    """Return the headline with the figure that answers set off and the numbers of citations dimmed."""
    pieces: list[Piece] = []
    wanted = [re.escape(number) for number in sorted(numbers, key=len, reverse=True) if number]
    pattern = re.compile(rf"(?<![\w.,])({'|'.join(wanted)})(?![\w])") if wanted else None
    for part in _REFERENCE.split(text):
        if _REFERENCE.fullmatch(part):
            pieces.append(Piece(part, Style.DIM))
        elif pattern is None:
            pieces.append(Piece(part, Style.STRONG))
        else:
            pieces += [Piece(bit, Style.FIGURE if number % 2 else Style.STRONG) for number, bit in enumerate(pattern.split(part)) if bit]
    return tuple(pieces)


def _remarks(answer: Answer) -> list[Block]:
    blocks: list[Block] = []
    if answer.missing:
        names = ", ".join(wording.slot(slot, answer.language) for slot in answer.missing)
        blocks.append(Paragraph((Piece(f"{wording.label('missing', answer.language)}: ", Style.DIM), Piece(names)), indent=2))
    if answer.choices:
        blocks.append(Paragraph((Piece(f"{wording.label('choices', answer.language)}:", Style.DIM),), indent=2))
        blocks += [Paragraph((Piece(choice),), (Piece("- ", Style.DIM),), 4) for choice in answer.choices]
    blocks += [Paragraph((Piece(note, Style.DIM),), (Piece("! ", Style.WARN),), 2) for note in answer.notes]
    if answer.read_as and answer.status is not Status.UNCLEAR:
        blocks.append(Paragraph((Piece(f"{wording.label('read_as', answer.language)}: {answer.read_as}", Style.DIM),), indent=2))
    return blocks


def _own(answer: Answer) -> list[Citation]:
    """Return the citations that answer, leaving out those of nearest figures and of related passages."""
    own = _numbers(answer.figures)
    others = (_numbers(answer.nearest) | set(answer.related)) - own
    return [citation for citation in answer.citations if citation.number not in others]


def _numbers(figures: Iterable[CitedFigure]) -> set[int]:
    return {number for figure in figures for number in (figure.citation, *figure.scope_citations) if number is not None}


def _nearest(answer: Answer) -> list[Block]:
    if not answer.nearest:
        return []
    blocks: list[Block] = [Paragraph((Piece(f"{wording.label('nearest', answer.language)}:", Style.STRONG),))]
    blocks += [figure_table(answer.nearest, answer.language, differs=True, indent=2), Paragraph()]
    wanted = _numbers(answer.nearest) - {citation.number for citation in _own(answer)}
    return blocks + _quotes(answer, [citation for citation in answer.citations if citation.number in wanted])


def _related(answer: Answer) -> list[Block]:
    related = [citation for citation in answer.citations if citation.number in answer.related]
    if not related:
        return []
    return [Paragraph((Piece(f"{wording.label('related', answer.language)}:", Style.STRONG),)), *_quotes(answer, related)]


def _quotes(answer: Answer, citations: Iterable[Citation]) -> list[Block]:
    blocks: list[Block] = []
    for citation in citations:
        number = (Piece(f"[{citation.number}] ", Style.DIM),)
        blocks.append(Paragraph((Piece("“"), *_marked(citation, _surfaces(answer, citation)), Piece("”")), number, 2))
        blocks.append(Paragraph((Piece(source_line(citation, answer.language), Style.DIM),), indent=2 + len(number[0].text)))
    return blocks


def _surfaces(answer: Answer, citation: Citation) -> set[str]:
    """Return what to mark in the quote: the figures that it carries, or the words that answer."""
    surfaces = {
        figure.surface for figure in (*answer.figures, *answer.nearest) if figure.citation == citation.number and figure.surface is not None
    }
    if not surfaces and answer.form is Form.PASSAGE and answer.short and citation.number not in answer.related:
        surfaces = {answer.short}
    return surfaces


def _marked(citation: Citation, surfaces: set[str]) -> Line:
    quote = citation.quote.replace("\n", " ")
    if not surfaces:
        return (Piece(quote),)
    wanted = "|".join(re.escape(surface.replace("\n", " ")) for surface in sorted(surfaces, key=lambda text: (-len(text), text)))
    parts = re.split(rf"(?<![\w])(?<!\d[.,])({wanted})(?![.,]?\d)(?!\w)", quote)
    return tuple(Piece(part, Style.MARK if number % 2 else Style.PLAIN) for number, part in enumerate(parts) if part)
