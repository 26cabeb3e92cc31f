"""``qa-bot doctor``: says what is wrong with the set-up and how to mend it."""

import argparse
from collections.abc import Iterator

from qa_bot.cli.checks import Check, State, check_all
from qa_bot.cli.exits import ANSWERED, FAILED
from qa_bot.cli.parser import add_colour, add_index
from qa_bot.cli.screen import standard_output
from qa_bot.rendering.blocks import Block, Paragraph, Piece, Style

EXAMPLES = """
qa-bot doctor
qa-bot doctor --index reports-index
"""

_SIGNS = {State.FINE: ("ok   ", Style.GOOD), State.NOTE: ("note ", Style.DIM), State.WRONG: ("WRONG", Style.WARN)}


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``doctor``."""
    add_index(parser)
    add_colour(parser)


def run(args: argparse.Namespace) -> int:
    """Print every check; return 0 when nothing is wrong, else 1."""
    screen = standard_output(colour=args.color)
    wrong = 0
    for check in check_all(args.index):
        screen.show(_blocks(check))
        wrong += check.state is State.WRONG
    screen.show([Paragraph(), Paragraph((Piece(f"{wrong} to mend." if wrong else "Nothing is wrong.", Style.STRONG),))])
    return FAILED if wrong else ANSWERED


def _blocks(check: Check) -> Iterator[Block]:
    sign, style = _SIGNS[check.state]
    yield Paragraph((Piece(check.says),), (Piece(sign, style), Piece(f"  {check.name:<9} ", Style.STRONG)))
    if check.mend:
        yield Paragraph((Piece(check.mend),), (Piece("-> ", Style.WARN),), 17)
