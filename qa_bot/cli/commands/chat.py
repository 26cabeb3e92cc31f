"""``qa-bot chat``: one question after the other; a follow-up is read against the one before."""

import argparse
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Self

from qa_bot.app import LiveAnswerer, answerer
from qa_bot.cli.commands.ask import helped
from qa_bot.cli.exits import ANSWERED
from qa_bot.cli.parser import add_colour, add_index
from qa_bot.cli.render import render, render_explained, render_sources
from qa_bot.cli.screen import Screen, standard_output
from qa_bot.cli.start import a_date, settings_of
from qa_bot.conversation import Conversation
from qa_bot.errors import QABotError
from qa_bot.rendering.blocks import Block, Paragraph, Piece, Style
from qa_bot.schema import Answer, Turn

EXAMPLES = """
qa-bot chat                          then: How many trains were late in 2023?
                                           And in 2022?
                                           /why
printf '%s\\n' "..." "..." | qa-bot chat
"""

_HELP = """\
Ask in your own words; a follow-up such as "And in 2022?" is read against the question before.
/why      how the last answer came about
/sources  every passage that it cites
/all      every figure that fits, where not all are shown
/new      forget the questions so far
/help     this
/quit     leave, as Ctrl-D does"""
_LEAVING = frozenset({"/quit", "/exit", "quit", "exit"})
_HISTORY = "chat-history"
_HISTORY_LINES = 1000


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``chat``."""
    parser.add_argument("--as-of", metavar="DATE", type=a_date, help='the day on which "this year" is said (default: today)')
    add_index(parser)
    add_colour(parser)


def run(args: argparse.Namespace) -> int:
    """Read questions until the end of input; return 0."""
    settings = settings_of(args)
    chat = Chat(answerer(settings), standard_output(colour=args.color), args)
    if not sys.stdin.isatty():
        for line in sys.stdin:
            if not chat.take(line):
                break
        return ANSWERED
    with LineEditor(settings.state / _HISTORY) as editor:
        chat.say("qa-bot: ask a question, or /help. Ctrl-D leaves.")
        while (line := editor.read("? ")) is not None and chat.take(line):
            pass
    return ANSWERED


class Chat:
    """A conversation on a screen."""

    def __init__(self, asked: LiveAnswerer, screen: Screen, args: argparse.Namespace) -> None:
        self._answerer = asked
        self._screen = screen
        self._as_of = args.as_of
        self._conversation = Conversation()
        self._before = Conversation()  # the last question was read against it: /why asks it again
        self._answer: Answer | None = None
        self._turn: Turn | None = None
        self._commands: dict[str, Callable[[], None]] = {
            "/why": self._why,
            "/sources": self._sources,
            "/all": self._all,
            "/new": self._new,
            "/help": lambda: self.say(_HELP),
        }

    def take(self, line: str) -> bool:
        """Answer one line; return False when it asks to leave."""
        line = line.strip()
        if line.lower().rstrip(".!") in _LEAVING:
            return False
        if line.startswith("/"):
            self._commands.get(line, lambda: self.say(f"{line} is no command here; /help lists them."))()
        elif any(map(str.isalnum, line)):
            self._ask(line)
        return True

    def say(self, text: str) -> None:
        """Print lines of our own."""
        self._screen.show([Paragraph((Piece(line, Style.DIM),)) for line in text.splitlines()])

    def _ask(self, question: str) -> None:
        try:
            answer, turn = self._answerer.ask_turn(question, previous=self._conversation.previous, as_of=self._as_of)
        except QABotError as error:  # of the index, say: the next question may find it whole again
            self.say(f"qa-bot: {error}")
            return
        self._before, self._conversation = self._conversation, self._conversation.after(turn)
        self._answer, self._turn = answer, turn
        self._show(render(helped(answer, self._answerer), more="/all"))

    def _why(self) -> None:
        if self._answer is None:
            self.say("Nothing has been asked yet.")
            return
        self._show(render_explained(self._answerer.explain(self._answer.question, previous=self._before.previous, as_of=self._as_of)))

    def _sources(self) -> None:
        if self._answer is None or not self._answer.citations:
            self.say("Nothing has been cited yet.")
            return
        self._show(render_sources(self._answer))

    def _all(self) -> None:
        if self._answer is None or self._turn is None or self._answer.total is None:
            self.say("There is no figure that was left out.")
            return
        self._show(render(self._answerer.unabridged(self._answer.question, self._turn)))

    def _new(self) -> None:
        self._conversation, self._before, self._answer, self._turn = Conversation(), Conversation(), None, None
        self.say("The questions so far are forgotten.")

    def _show(self, blocks: list[Block]) -> None:
        self._screen.show([Paragraph(), *blocks, Paragraph()])


class LineEditor:
    """Reads lines from a terminal with editing, and keeps what was typed in a file that only its owner can read."""

    def __init__(self, history: Path) -> None:
        self._history = history

    def __enter__(self) -> Self:
        try:
            import readline  # only `chat` on a terminal needs it, and not every Python has it
        except ImportError:
            return self
        readline.set_history_length(_HISTORY_LINES)
        with suppress(OSError):  # there is none yet
            readline.read_history_file(self._history)
        return self

    def read(self, prompt: str) -> str | None:
        """Return the next line, "" after Ctrl-C, None at the end of input."""
        try:
            return input(prompt)
        except KeyboardInterrupt:
            print()
            return ""
        except EOFError:
            print()
            return None

    def __exit__(self, *error: object) -> None:
        with suppress(ImportError, OSError):  # a chat does not fail for want of a history
            import readline

            self._history.parent.mkdir(parents=True, exist_ok=True)
            self._history.touch(mode=0o600)
            readline.write_history_file(self._history)
