"""Draw an answer as the terminal shows it: python tools/render_svg.py docs/answer.svg [QUESTION] [--index DIR].

The picture in the README is made so, from a real run: `make picture`.
"""

import argparse
from html import escape
from pathlib import Path

from qa_bot import open_answerer
from qa_bot.cli.layout import cells, lay_out
from qa_bot.cli.render import render
from qa_bot.cli.screen import printable_block
from qa_bot.rendering.blocks import Line, Paragraph, Piece, Style

QUESTION = "How many extradition refusals in 2023?"

COLUMNS = 100
CELL, LINE, SIZE, MARGIN, BAR = 8.4, 21, 14, 20, 34  # pixels: of a letter, a line, the font, the margin, the title bar
FONTS = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace"
BACKGROUND, FOREGROUND = "#1b1f27", "#d7dce4"
STYLES = {
    Style.STRONG: 'fill="#ffffff" font-weight="bold"',
    Style.FIGURE: 'fill="#7ee787" font-weight="bold"',
    Style.MARK: 'fill="#ffd866" font-weight="bold"',
    Style.DIM: 'fill="#8b96a8"',
    Style.GOOD: 'fill="#7ee787"',
    Style.WARN: 'fill="#ff9e9e"',
}


def draw(lines: list[Line], title: str) -> str:
    """Return an SVG of *lines* in a terminal's window; *title* is read out by screen readers."""
    width = round(COLUMNS * CELL + 2 * MARGIN)
    height = BAR + len(lines) * LINE + MARGIN
    dots = "".join(f'<circle cx="{20 + 18 * n}" cy="18" r="5.5" fill="{c}"/>' for n, c in enumerate(("#ff5f57", "#febc2e", "#28c840")))
    rows = "\n".join(row for number, line in enumerate(lines) if (row := _row(line, BAR + (number + 1) * LINE - 5)))
    return f"""\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img">
<title>{escape(title)}</title>
<rect width="{width}" height="{height}" rx="8" fill="{BACKGROUND}"/>
{dots}
<g font-family="{FONTS}" font-size="{SIZE}" fill="{FOREGROUND}" xml:space="preserve">
{rows}
</g>
</svg>
"""


def _row(line: Line, y: int) -> str:
    """Return a line as pieces of text, each held to its columns, whatever width the font would give it."""
    pieces: list[str] = []
    column = 0
    for text, style in line:
        wide = cells(text)
        if text.strip():
            x = MARGIN + column * CELL
            place = f'x="{x:.1f}" y="{y}" textLength="{wide * CELL:.1f}"'
            pieces.append(f"<text {place} {STYLES.get(style, '')}>{escape(text)}</text>".replace(" >", ">"))
        column += wide
    return "".join(pieces)


def main() -> None:
    """Answer the question and write the picture."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("question", nargs="?", default=QUESTION)
    parser.add_argument("--index", default="index")
    args = parser.parse_args()
    answer = open_answerer(args.index).ask(args.question)
    prompt = Paragraph((Piece("$ ", Style.GOOD), Piece(f'qa-bot ask "{args.question}"', Style.STRONG)))
    blocks = [printable_block(block, marks=False) for block in (prompt, Paragraph(), *render(answer))]
    args.file.parent.mkdir(parents=True, exist_ok=True)
    args.file.write_text(draw(lay_out(blocks, COLUMNS), f'The answer of qa-bot to "{args.question}"'), encoding="utf-8")


if __name__ == "__main__":
    main()
