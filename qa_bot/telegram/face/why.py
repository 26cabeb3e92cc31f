"""How an answer came about, as a message: each step folded under its name."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from qa_bot.rendering.blocks import Block, Line, Paragraph, Style, Table
from qa_bot.rendering.explanation import candidate_blocks, passage_blocks, reading_blocks, title
from qa_bot.telegram.face.answers import LINE, shortened
from qa_bot.telegram.markup import bold, escape, folded, italic
from qa_bot.telegram.words import Speech

if TYPE_CHECKING:
    from qa_bot.ask import Explanation

PASSAGES = 5
CANDIDATES = 8


def why_blocks(explained: "Explanation", speech: Speech) -> list[str]:
    """Return the reading of the question, the passages found and the figures held against it."""
    language = speech.language
    steps = {
        "reading": reading_blocks(explained.query, language),
        "passages": passage_blocks(explained.hits[:PASSAGES], language),
        "figures": candidate_blocks(explained.candidates[:CANDIDATES], language),
    }
    return [
        escape(explained.answer.question),
        *(f"{bold(title(step, language))}\n{folded(_html(blocks))}" for step, blocks in steps.items()),
    ]


def _html(blocks: Iterable[Block]) -> str:
    lines: list[str] = []
    for block in blocks:
        lines += [_line((*block.lead, *block.pieces))] if isinstance(block, Paragraph) else _rows(block)
    return "\n".join(line for line in lines if line)


def _rows(table: Table) -> list[str]:
    between = ": " if len(table.header) == 2 else " · "
    return [between.join(cell for cell in map(_line, row) if cell) for row in table.rows]


def _line(line: Line) -> str:
    styles = {Style.FIGURE: bold, Style.STRONG: bold, Style.WARN: italic}
    return "".join(styles.get(style, escape)(_within_reason(text)) for text, style in line)


def _within_reason(text: str) -> str:
    """Return *text* shortened when it is long; what sets it apart from the text before stays."""
    return text if len(text) <= LINE else text[: len(text) - len(text.lstrip())] + shortened(text)
