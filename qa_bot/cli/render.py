"""An answer as a person reads it: headline, scope, what to mind, quotes with the number marked, then what is near or related."""

from collections.abc import Iterable
from itertools import groupby
from typing import TYPE_CHECKING

from qa_bot.rendering import wording
from qa_bot.rendering.answer import headline, left_out, nearest_citations, own_citations, quotes, related_citations
from qa_bot.rendering.blocks import Block, Line, Paragraph, Piece, Style
from qa_bot.rendering.scopes import nearest_table, scope_blocks
from qa_bot.schema import Answer, Citation, Status

if TYPE_CHECKING:
    from qa_bot.ask import Explanation


def render(answer: Answer, *, more: str = "") -> list[Block]:
    """Return the blocks of *answer*, for a terminal and a pipe alike; *more* is how to see figures that are left out."""
    scope, remarks = [*scope_blocks(answer), *_cut(answer, more)], _remarks(answer)
    about = [[*scope, *remarks]] if len(answer.figures) == 1 else [scope, remarks]
    said: list[Block] = [Paragraph(line) for line in headline(answer)]
    parts = [said, *about, _quotes(answer, own_citations(answer)), _nearest(answer), _related(answer)]
    blocks: list[Block] = []
    for part in parts:
        if part:
            blocks += [*([Paragraph()] if blocks else []), *part]
    return blocks


def render_explained(explained: "Explanation") -> list[Block]:
    """Return the blocks of an explanation with the answer at its end."""
    from qa_bot.rendering.explanation import render_explanation  # `ask` needs none of it

    return [*render_explanation(explained), Paragraph((Piece("The answer", Style.STRONG),)), *render(explained.answer), Paragraph()]


def render_sources(answer: Answer) -> list[Block]:
    """Return every passage that *answer* cites, whole, with its source."""
    return _quotes(answer, answer.citations)


def source_line(citation: Citation, language: str) -> str:
    """Return where a quote stands: title, publisher, date, path and page; of a file of many documents, the document's id too."""
    date = wording.day(citation.published, language) if citation.published else wording.label("undated", language)
    page = f", {wording.label('page', language)} {citation.page}" if citation.page is not None else ""
    place = citation.path if citation.path.endswith(citation.doc_id) else f"{citation.doc_id} ({citation.path})"
    return " · ".join(part for part in (citation.title, citation.publisher, date, place + page, citation.url) if part)


def _cut(answer: Answer, more: str) -> list[Block]:
    said = left_out(answer)
    return [Paragraph((Piece(f"{said}{f': {more}' if more else ''}"),), (Piece("… ", Style.DIM),), 2)] if said else []


def _remarks(answer: Answer) -> list[Block]:
    blocks: list[Block] = []
    if answer.choices:
        blocks.append(Paragraph((Piece(f"{wording.label('choices', answer.language)}:", Style.DIM),), indent=2))
        blocks += [Paragraph((Piece(choice),), (Piece("- ", Style.DIM),), 4) for choice in answer.choices]
    blocks += [Paragraph((Piece(note, Style.DIM),), (Piece("! ", Style.WARN),), 2) for note in answer.notes]
    if answer.read_as and answer.status is not Status.UNCLEAR:
        blocks.append(Paragraph((Piece(f"{wording.label('read_as', answer.language)}: {answer.read_as}", Style.DIM),), indent=2))
    return blocks


def _nearest(answer: Answer) -> list[Block]:
    if not answer.nearest:
        return []
    blocks: list[Block] = [Paragraph((Piece(f"{wording.label('nearest', answer.language)}:", Style.STRONG),))]
    blocks += [nearest_table(answer.nearest, answer.language), Paragraph()]
    return blocks + _quotes(answer, nearest_citations(answer))


def _related(answer: Answer) -> list[Block]:
    related = related_citations(answer)
    if not related:
        return []
    return [Paragraph((Piece(f"{wording.label('related', answer.language)}:", Style.STRONG),)), *_quotes(answer, related)]


def _quotes(answer: Answer, citations: Iterable[Citation]) -> list[Block]:
    """Return the quotes with their numbers, and the source once under all that follow each other from it."""
    blocks: list[Block] = []
    for source, quoted in groupby(quotes(answer, citations), key=lambda quote: source_line(quote.citation, answer.language)):
        for citation, line, for_scope in quoted:
            number = (Piece(f"[{citation.number}] ", Style.DIM),)
            lead: Line = ()
            if for_scope:
                line = tuple(Piece(piece.text, Style.DIM) for piece in line)
                lead = (Piece(f"{wording.label('scope', answer.language)} ", Style.DIM),)
            blocks.append(Paragraph((*lead, Piece("“"), *line, Piece("”")), number, 2))
        blocks.append(Paragraph((Piece(source, Style.DIM),), indent=6))
    return blocks
