"""What the command line prints on: its width, whether it may be coloured, and UTF-8 whatever the locale."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from pathlib import Path
from typing import NamedTuple, TextIO

from qa_bot.cli.layout import lay_out
from qa_bot.rendering.blocks import Block, Line, Paragraph, Piece, Style, Table
from qa_bot.text.printable import printable

_CODES = {Style.STRONG: "1", Style.FIGURE: "1;32", Style.MARK: "1;33", Style.DIM: "2", Style.GOOD: "32", Style.WARN: "31"}
_PLAIN_MARK = "**"  # as Markdown has it: a pipe shows what a terminal colours
MAX_WIDTH = 110  # of running text on a wide terminal: longer lines are hard to read


class Screen(NamedTuple):
    """Where a command prints; *width* None leaves lines unbroken."""

    stream: TextIO
    width: int | None
    colour: bool

    def show(self, blocks: Iterable[Block]) -> None:
        """Print *blocks*, laid out for this screen, free of characters that steer a terminal."""
        lines = lay_out([printable_block(block, marks=not self.colour) for block in blocks], self.width)
        self.stream.write("".join(f"{self.line(line)}\n" for line in lines))
        self.stream.flush()

    def line(self, line: Line) -> str:
        """Return *line* as the characters to print."""
        if not self.colour:
            return "".join(piece.text for piece in line).rstrip()
        return "".join(map(_coloured, line)).rstrip(" ")


def _coloured(piece: Piece) -> str:
    code = _CODES.get(piece.style)
    return f"\x1b[{code}m{piece.text}\x1b[0m" if code and piece.text.strip() else piece.text


def standard_output(*, colour: str = "auto") -> Screen:
    """Return the screen behind stdout; *colour* is "auto", "always" or "never". A pipe gets no colour and no line breaks.

    COLUMNS sets the width, NO_COLOR (https://no-color.org) and TERM=dumb mean plain text.
    """
    terminal = sys.stdout.isatty()
    wanted = colour == "always" or (colour == "auto" and terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb")
    return Screen(sys.stdout, _width(terminal=terminal), wanted)


def speak_utf8() -> None:
    """Make the standard streams UTF-8 and replace what is not, so that no locale makes reading or printing fail.

    A closed standard input is an empty one; raises OSError when standard output is closed.
    """
    if sys.stdin is None:
        sys.stdin = Path(os.devnull).open(encoding="utf-8")  # noqa: SIM115  # it lasts as long as the process
    if sys.stdout is None:
        raise OSError("standard output is closed")
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


@contextmanager
def until_reader_leaves() -> Iterator[None]:
    """Let what is printed inside end early when its reader has gone, as `head` does: the exit code still tells what came of it."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        discard_output()


def say(line: str) -> None:
    """Print *line* on stderr without what in it would steer a terminal; a reader that has gone from there changes nothing."""
    if sys.stderr is not None:
        with suppress(OSError, ValueError):
            print(printable(line), file=sys.stderr, flush=True)


def discard_output() -> None:
    """Let what is still printed, and the interpreter's own flush at exit, go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _width(*, terminal: bool) -> int | None:
    columns = os.environ.get("COLUMNS", "")
    if columns.isdecimal() and int(columns) > 0:
        return int(columns)
    if not terminal:
        return None
    try:
        return min(os.get_terminal_size(sys.stdout.fileno()).columns or 80, MAX_WIDTH)
    except (OSError, ValueError):
        return 80


def printable_block(block: Block, *, marks: bool) -> Block:
    """Return *block* free of characters that steer a terminal; *marks* spells out what colour would show."""
    if isinstance(block, Paragraph):
        return block._replace(pieces=_printable_line(block.pieces, marks=marks), lead=_printable_line(block.lead, marks=marks))
    rows = tuple(tuple(_printable_line(cell, marks=marks) for cell in row) for row in block.rows)
    return Table(tuple(printable(name) for name in block.header), rows, block.right, block.indent)


def _printable_line(line: Line, *, marks: bool) -> Line:
    return tuple(
        Piece(f"{_PLAIN_MARK}{printable(text)}{_PLAIN_MARK}" if marks and style is Style.MARK else printable(text), style)
        for text, style in line
    )
