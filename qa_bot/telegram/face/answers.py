"""An answer as a message: the headline, its rows, what to mind, the sources, and the quotes folded below them."""

from collections.abc import Iterable, Sequence

from qa_bot.rendering import wording
from qa_bot.rendering.answer import (
    Quote,
    cited_by,
    headline,
    left_out,
    nearest_citations,
    own_citations,
    quotes,
    related_citations,
)
from qa_bot.rendering.blocks import Line, Style
from qa_bot.rendering.scopes import SLOTS, common_scope, rows_apart, scope, scope_line
from qa_bot.schema import Answer, Citation, CitedFigure, Figure, Status
from qa_bot.telegram.markup import bold, escape, folded, italic, link
from qa_bot.telegram.messages import LIMIT, shortened, units
from qa_bot.telegram.words import Speech

# A message is read on a telephone: about ten lines, the folded quotes aside. What is left out stands behind a button.
LINES = 10
ROWS, FEWEST_ROWS = 6, 3  # of figures: as many as there is room for
NEAREST = 4
BESIDE = 2  # of the nearest, where there are figures that answer in part
NOTES = 3  # at most, and one at least: the others are folded with the quotes
SOURCES = 4
AMOUNT = 60
SHARED = 80  # of two quotes in one line
NEAR = 1200  # characters: as much of a document as the passage of a source shows

_BOLD = (Style.FIGURE, Style.MARK)


def answer_blocks(answer: Answer) -> list[str]:
    """Return the blocks of *answer*, which fit into one message unless its own words alone are longer."""
    rows = rows_shown(answer)
    shown = shown_citations(answer, rows)
    above, below = _above(answer, rows), _below(answer, rows)
    notes = _notes(answer)
    room = min(max(LINES - len(above) - len(below), 1), NOTES)
    lines = [*above, *notes[:room], *below]
    used = sum(units(line) + 1 for line in lines)
    return [*lines, *quote_block(quotes(answer, shown), LIMIT - used, notes=notes[room:])]


def rows_shown(answer: Answer) -> int:
    """Return how many figures of *answer* a message shows; the others stand behind a button."""
    rows = min(ROWS, len(answer.figures))
    needed = min(len(answer.notes), 1) + sum(len(part(answer, rows)) for part in (_above, _below))
    while needed > LINES and rows > FEWEST_ROWS:
        rows -= 1
        needed = min(len(answer.notes), 1) + sum(len(part(answer, rows)) for part in (_above, _below))
    return rows


def _above(answer: Answer, rows: int) -> list[str]:
    return [*(_html(line) for line in headline(answer)), *_figures(answer, rows), *_choices(answer)]


def _below(answer: Answer, rows: int) -> list[str]:
    return [*_read_as(answer), *_nearest(answer), *_sources(shown_citations(answer, rows), answer.language)]


def shown_citations(answer: Answer, rows: int) -> list[Citation]:
    """Return the citations of what a message with so many *rows* shows of *answer*, those that answer first."""
    seen = cited_by(answer.figures[_chosen(answer, rows)])
    unseen = cited_by(answer.figures) - seen
    near = {figure.citation for figure in _shown_nearest(answer)}
    return [
        *(citation for citation in own_citations(answer) if citation.number not in unseen),
        *(citation for citation in nearest_citations(answer) if citation.number in near),
        *related_citations(answer),
    ]


def _chosen(answer: Answer, rows: int) -> slice:
    """Which *rows* of an answer are shown where not all can be: the first, of a list by period the newest, each period with all its own."""
    figures = answer.figures
    first = max(len(figures) - rows, 0) if answer.by == "period" and not _is_newest_first(figures) else 0
    if first and figures[first].period == figures[first - 1].period:
        whole = (at for at in range(first + 1, len(figures)) if figures[at].period != figures[first].period)
        first = next(whole, first)
    return slice(first, first + rows)


def _is_newest_first(figures: Sequence[CitedFigure]) -> bool:
    """Whether a list by period begins with its newest row, as updates of one count do."""
    ends = [figure.period.end for figure in figures if figure.period is not None and figure.period.end is not None]
    return len(ends) > 1 and ends[0] > ends[-1]


def opened_citations(answer: Answer) -> list[Citation]:
    """Return the citations that a button leads to: not what says the scope in the passage of another, as a table's head does."""
    shown = shown_citations(answer, rows_shown(answer))
    carrying = {figure.citation for figure in (*answer.figures, *answer.nearest)}
    main = [citation for citation in shown if citation.number in carrying]
    return [
        citation
        for citation in shown
        if citation in main or not any(other.doc_id == citation.doc_id and 0 <= other.start - citation.end < NEAR // 2 for other in main)
    ]


def row_blocks(answer: Answer, first: int, size: int, speech: Speech) -> list[str]:
    """Return the blocks of *size* rows of *answer*, from *first* on, with their sources and quotes."""
    language = answer.language
    shown = answer.figures[first : first + size]
    head = "".join(piece.text for piece in headline(answer)[0]).rstrip(":")
    place = speech.html("rows", first=first + 1, last=first + len(shown), total=len(answer.figures))
    rows = _rows(answer)
    numbers = cited_by(shown)
    cited = [citation for citation in answer.citations if citation.number in numbers]
    lines = [f"{bold(shortened(head))} ({place})", *rows[first : first + size], *_sources(cited, language)]
    used = sum(units(line) + 1 for line in lines)
    return [*lines, *quote_block(quotes(answer, cited), LIMIT - used)]


def source_line(citation: Citation, language: str) -> str:
    """Return where a quote stands: title, as a link where there is one, publisher, date and page."""
    name = shortened(citation.title or citation.path)
    date = wording.day(citation.published, language) if citation.published else wording.label("undated", language)
    page = f"{wording.label('page', language)} {citation.page}" if citation.page is not None else ""
    rest = [escape(shortened(part)) for part in (citation.publisher or "", date, page) if part]
    return " · ".join([link(name, citation.url) if citation.url else escape(name), *rest])


def figure_line(figure: CitedFigure | Figure, language: str) -> str:
    """Return a figure of a list: its number, bold, and its scope."""
    return f"{amount(figure, language)} {escape(shortened(scope_line(figure, language)))}".rstrip()


def amount(figure: CitedFigure | Figure, language: str) -> str:
    """Return the number with its bound, bold."""
    return bold(shortened(wording.amount(figure, language), AMOUNT))


def _html(line: Line) -> str:
    return "".join(bold(text) if style in _BOLD else escape(text) for text, style in line)


def _figures(answer: Answer, shown: int) -> list[str]:
    figures = answer.figures
    if not figures:
        return []
    if len(figures) == 1:
        unsaid = scope_line(figures[0], answer.language, said=answer.text)
        return [italic(shortened(unsaid))] if unsaid else []
    headline_text = "".join(piece.text for piece in headline(answer)[0])
    shared = common_scope(figures, answer.language, said=headline_text)
    rows = _rows(answer)
    chosen = _chosen(answer, shown)
    cut = left_out(answer, len(figures[chosen]))
    said = [f"… {escape(cut)}"] if cut else []
    before, behind = (said, []) if chosen.start else ([], said)
    return [*([italic(shortened(shared))] if shared else []), *before, *rows[chosen], *behind]


def _rows(answer: Answer) -> list[str]:
    apart = rows_apart(answer.figures, answer.language, by=answer.by)
    return [_row(figure, *scopes, answer.language) for figure, scopes in zip(answer.figures, apart, strict=True)]


def _row(figure: CitedFigure, lead: str, rest: str, language: str) -> str:
    parts = [f"{escape(shortened(lead))} —" if lead else "", amount(figure, language), escape(shortened(rest))]
    return "• " + " ".join(part for part in (*parts, _number(figure)) if part)


def _number(figure: CitedFigure) -> str:
    return f"[{figure.citation}]" if figure.citation else ""


def _choices(answer: Answer) -> list[str]:
    if not answer.choices:
        return []
    return [escape(f"{wording.label('choices', answer.language)}:"), *(f"• {escape(shortened(choice))}" for choice in answer.choices)]


def _read_as(answer: Answer) -> list[str]:
    if not answer.read_as or answer.status is Status.UNCLEAR:
        return []
    return [italic(shortened(f"{wording.label('read_as', answer.language)}: {answer.read_as}"))]


def _nearest(answer: Answer) -> list[str]:
    language = answer.language
    shown = _shown_nearest(answer)
    if not shown:
        return []
    cut = f" ({wording.cut(len(shown), len(answer.nearest), language)})" if len(shown) < len(answer.nearest) else ""
    return [escape(f"{wording.label('nearest', language)}{cut}:"), *(f"• {near_line(figure, language)}" for figure in shown)]


def _shown_nearest(answer: Answer) -> Sequence[CitedFigure]:
    return answer.nearest[: BESIDE if answer.figures else NEAREST]


def near_line(figure: CitedFigure, language: str) -> str:
    """Return what a figure that misses the question counts and when, and the slots in which it differs."""
    named = {"counted", "label", "place", "actor", "period", *figure.differs}
    texts = [scope(figure, slot, language) for slot in SLOTS if slot in named]
    differs = f"{wording.label('differs', language)}: {wording.missed(figure.differs, language)}"
    said = escape(shortened(" · ".join(text for text in texts if text)))
    parts = (amount(figure, language), said, f"— {italic(differs)}" if figure.differs else "", _number(figure))
    return " ".join(part for part in parts if part)


def _sources(citations: Sequence[Citation], language: str) -> list[str]:
    """Return a line a source with the numbers of its quotes."""
    by_source: dict[str, list[int]] = {}
    for citation in citations:
        by_source.setdefault(source_line(citation, language), []).append(citation.number)
    lines = [f"{_numbers(numbers)} {source}" for source, numbers in by_source.items()]
    return lines if len(lines) <= SOURCES else [*lines[: SOURCES - 1], f"… {wording.cut(SOURCES - 1, len(lines), language)}"]


def _numbers(numbers: Sequence[int]) -> str:
    """Return the numbers of quotes: [1], [1][4], [1–3]."""
    first, last = numbers[0], numbers[-1]
    if len(numbers) > 2 and last - first == len(numbers) - 1:
        return f"[{first}–{last}]"
    return "".join(f"[{number}]" for number in numbers)


def _notes(answer: Answer) -> list[str]:
    return [f"ℹ️ {escape(shortened(note))}" for note in answer.notes]


def _quote_lines(quoted: Iterable[Quote]) -> list[str]:
    """Return a line a quote; short ones that only say when or of what, such as the head of a table, share one."""
    lines: list[str] = []
    shared = False
    for quote in sorted(quoted, key=lambda quote: (quote.for_scope, quote.citation.number)):
        line = f"[{quote.citation.number}] “{_html(quote.line)}”"
        if shared and quote.for_scope and units(lines[-1]) + units(line) < SHARED:
            lines[-1] += f" {line}"
        else:
            lines.append(line)
        shared = quote.for_scope
    return lines


def quote_block(quoted: Iterable[Quote], room: int = LIMIT, *, notes: Sequence[str] = ()) -> list[str]:
    """Return the *notes* that the message has no line for, and the quotes, in one folded block, as many as there is *room* for.

    Quotes that carry figures come before those that only carry scope.
    """
    kept: list[str] = []
    for line in (*notes, *_quote_lines(quoted)):
        room -= units(line) + 1
        if room < 2:  # for the sign that there are more
            kept.append("…")
            break
        kept.append(line)
    return [folded("\n".join(kept))] if kept else []
