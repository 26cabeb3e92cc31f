"""An answer as a person reads it: headline, scope, what to mind, quotes with the number marked, then what is near or related."""

import re
from collections.abc import Iterable
from itertools import groupby

from qa_bot.answer.wording import say
from qa_bot.cli import wording
from qa_bot.cli.layout import Block, Line, Paragraph, Piece, Style
from qa_bot.cli.scopes import nearest_table, scope_blocks
from qa_bot.schema import Answer, Citation, CitedFigure, Form, Status

_NUMBER = re.compile(r"\d[\d.,\u00a0\u202f]*\d|\d")
_REFERENCE = re.compile(r"(\[\d+\])")


def render(answer: Answer) -> list[Block]:
    """Return the blocks of *answer*, for a terminal and a pipe alike."""
    scope, remarks = scope_blocks(answer), _remarks(answer)
    about = [[*scope, *remarks]] if len(answer.figures) == 1 else [scope, remarks]
    parts = [_headline(answer), *about, _quotes(answer, _own(answer)), _nearest(answer), _related(answer)]
    blocks: list[Block] = []
    for part in parts:
        if part:
            blocks += [*([Paragraph()] if blocks else []), *part]
    return blocks


def render_sources(answer: Answer) -> list[Block]:
    """Return every passage that *answer* cites, whole, with its source."""
    return _quotes(answer, answer.citations)


def source_line(citation: Citation, language: str) -> str:
    """Return where a quote stands: title, publisher, date, path and page; of a file of many documents, the document's id too."""
    date = wording.day(citation.published, language) if citation.published else wording.label("undated", language)
    page = f", {wording.label('page', language)} {citation.page}" if citation.page is not None else ""
    place = citation.path if citation.path.endswith(citation.doc_id) else f"{citation.doc_id} ({citation.path})"
    return " · ".join(part for part in (citation.title, citation.publisher, date, place + page, citation.url) if part)


def _headline(answer: Answer) -> list[Block]:
    """Return the lines of the answer's text but for those that tables and quotes below say better."""
    numbers = {wording.amount(figure, answer.language).split(" ")[-1] for figure in answer.figures[:1]} | {answer.short or ""}
    first, *others = _own_lines(answer)
    return [Paragraph(_emphasise(first, numbers)), *(Paragraph(_emphasise(line, set(), Style.PLAIN)) for line in others)]


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


def _emphasise(text: str, numbers: set[str], style: Style = Style.STRONG) -> Line:
    """Return the headline with the figure that answers set off and the numbers of citations dimmed."""
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


def _remarks(answer: Answer) -> list[Block]:
    blocks: list[Block] = []
    names = [wording.slot(slot, answer.language) for slot in answer.missing]
    if answer.status is Status.NOT_FOUND and not all(name in answer.text for name in names):
        blocks.append(Paragraph((Piece(f"{wording.label('missing', answer.language)}: ", Style.DIM), Piece(", ".join(names))), indent=2))
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
    blocks += [nearest_table(answer.nearest, answer.language), Paragraph()]
    wanted = {figure.citation for figure in answer.nearest} - {citation.number for citation in _own(answer)}
    return blocks + _quotes(answer, [citation for citation in answer.citations if citation.number in wanted])


def _related(answer: Answer) -> list[Block]:
    related = [citation for citation in answer.citations if citation.number in answer.related]
    if not related:
        return []
    return [Paragraph((Piece(f"{wording.label('related', answer.language)}:", Style.STRONG),)), *_quotes(answer, related)]


def _quotes(answer: Answer, citations: Iterable[Citation]) -> list[Block]:
    """Return the quotes with their numbers, and the source once under all that follow each other from it."""
    blocks: list[Block] = []
    figures = (*answer.figures, *answer.nearest)
    scope = {number for figure in figures for number in figure.scope_citations} - {figure.citation for figure in figures}
    for source, quoted in groupby(citations, key=lambda citation: source_line(citation, answer.language)):
        for citation in quoted:
            number = (Piece(f"[{citation.number}] ", Style.DIM),)
            quote = _marked(citation, _surfaces(answer, citation))
            lead: Line = ()
            if citation.number in scope:
                quote = tuple(Piece(piece.text, Style.DIM) for piece in quote)
                lead = (Piece(f"{wording.label('scope', answer.language)} ", Style.DIM),)
            blocks.append(Paragraph((*lead, Piece("“"), *quote, Piece("”")), number, 2))
        blocks.append(Paragraph((Piece(source, Style.DIM),), indent=6))
    return blocks


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


def _marked(citation: Citation, surfaces: set[str]) -> Line:
    quote = citation.quote.replace("\n", " ")
    if not surfaces:
        return (Piece(quote),)
    wanted = "|".join(re.escape(surface.replace("\n", " ")) for surface in sorted(surfaces, key=lambda text: (-len(text), text)))
    parts = re.split(rf"(?<![\w])(?<!\d[.,])({wanted})(?![.,]?\d)(?!\w)", quote)
    return tuple(Piece(part, Style.MARK if number % 2 else Style.PLAIN) for number, part in enumerate(parts) if part)
