"""The command line as a tree of argparse parsers, built no further than the command that is wanted."""

import argparse
import importlib
import sys
from collections.abc import Callable, Sequence
from typing import NoReturn, Protocol

# The commands in the order of the help page, and what each is for. The module of the same name in `commands` knows the rest.
COMMANDS = {
    "index": "read files and folders into the index",
    "ask": "answer a question, or a file of them",
    "chat": "ask one question after the other",
    "search": "show the best passages, without an answer",
    "figures": "list the figures found in the documents",
    "explain": "show how an answer came about",
    "show": "print the stored text of a document",
    "sources": "list the documents, and the files that were skipped",
    "eval": "measure the answers against questions with known answers",
    "telegram": "answer questions in Telegram",
    "doctor": "say what is wrong with the set-up and how to mend it",
    "completion": "print the completion script of a shell",
}

_EXAMPLES = """
qa-bot index reports/                            read a folder; when called again, what changed in it
qa-bot ask "How many trains were late in 2023?"  the figure, its scope and its source
qa-bot ask --json "..."                          the same for a program
qa-bot chat                                      follow-up questions: "And in 2022?"
qa-bot explain "..."                             why it answered so
"""


class Command(Protocol):
    """What a module in `commands` offers."""

    EXAMPLES: str

    @staticmethod
    def configure(parser: argparse.ArgumentParser) -> None: ...

    @staticmethod
    def run(args: argparse.Namespace) -> int: ...


class UsageError(Exception):
    """The command line cannot be used; the message says why and what would do."""


class _Narrow(argparse.RawDescriptionHelpFormatter):
    """What argparse checks each new option with: of a given width, since asking the terminal for its own would import shutil."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=80)


class Parser(argparse.ArgumentParser):
    """An ArgumentParser whose errors are one sentence and whose help opens with *examples*."""

    def __init__(self, prog: str, examples: str, summary: str, usage: str | None = None) -> None:
        super().__init__(prog, usage, summary, formatter_class=_Narrow, allow_abbrev=False)
        self.examples = examples

    def format_help(self) -> str:
        self.formatter_class = argparse.RawDescriptionHelpFormatter
        return "examples:\n" + "".join(f"  {line}\n" for line in self.examples.strip().splitlines()) + "\n" + super().format_help()

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message}; see: {self.prog} --help")


def command(name: str) -> Command:
    """Return the module of a command."""
    return importlib.import_module(f"qa_bot.cli.commands.{name}")  # type: ignore[return-value]  # a module fulfils the protocol


def command_parser(name: str) -> Parser:
    """Return the parser of one command."""
    module = command(name)
    parser = Parser(f"qa-bot {name}", module.EXAMPLES, f"{COMMANDS[name][:1].upper()}{COMMANDS[name][1:]}.")
    module.configure(parser)
    if name != "completion":
        parser.add_argument("--debug", action="store_true", help="log what happens, and show where an error arose")
    return parser


def root_parser() -> Parser:
    """Return the parser of a command line that names no command."""
    width = max(map(len, COMMANDS))
    listing = "\n".join(f"  {name.ljust(width)}  {summary}" for name, summary in COMMANDS.items())
    parser = Parser("qa-bot", _EXAMPLES, f"commands (qa-bot COMMAND --help says more):\n{listing}", usage="qa-bot COMMAND ...")
    parser.add_argument("--version", action="store_true", help="print the version and leave")
    return parser


def parse(arguments: Sequence[str]) -> tuple[Command, argparse.Namespace] | None:
    """Return the command and its options; None when help or the version was asked for and has been printed. Raises UsageError."""
    if not arguments or arguments[0].startswith("-"):
        _parse_root(arguments)
        return None
    name = arguments[0]
    if name not in COMMANDS:
        raise UsageError(f"{name!r} is no command{_nearest(name, COMMANDS)}; see: qa-bot --help")
    parser = command_parser(name)
    args, unknown = parser.parse_known_args(arguments[1:])
    if unknown:
        raise UsageError(
            f"{unknown[0]!r} is no {_kind(unknown[0])} of {parser.prog}{_nearest(unknown[0], options(parser))}; see: {parser.prog} --help"
        )
    return command(name), args


def options(parser: argparse.ArgumentParser) -> list[str]:
    """Return the long and short options of *parser*, those of its parts included."""
    own = [option for action in parser._actions for option in action.option_strings]
    return own + [option for part in parts(parser).values() for option in options(part)]


def parts(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    """Return the parsers of what a command does, by name; none for one that does one thing."""
    nested = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    return {name: part for action in nested for name, part in action.choices.items()}


def add_index(parser: argparse.ArgumentParser) -> None:
    """Give *parser* the option that every command over an index has."""
    parser.add_argument("--index", metavar="DIR", help="the folder of the index (default: $QA_BOT_INDEX, qa_bot.toml, or ./index)")


def add_filter(parser: argparse.ArgumentParser, day: Callable[[str], object]) -> None:
    """Give *parser* the options that limit a search to some documents; *day* reads a date."""
    parser.add_argument("--doc", metavar="GLOB", action="append", default=[], help="only documents whose id fits; may be repeated")
    parser.add_argument(
        "--publisher", metavar="NAME", action="append", default=[], help="only documents of this publisher; may be repeated"
    )
    parser.add_argument("--language", metavar="CODE", action="append", default=[], help="only documents in this language (en, ru)")
    parser.add_argument("--since", metavar="DATE", type=day, help="only documents published on this day or later")
    parser.add_argument("--until", metavar="DATE", type=day, help="only documents published on this day or earlier")


def add_colour(parser: argparse.ArgumentParser) -> None:
    """Give *parser* the option of commands that print for people."""
    parser.add_argument(
        "--color", choices=("auto", "always", "never"), default="auto", help="colour: on a terminal (default), always or never"
    )


def _parse_root(arguments: Sequence[str]) -> None:
    parser = root_parser()
    args, unknown = parser.parse_known_args(arguments)
    if unknown:
        raise UsageError(f"{unknown[0]!r} is no option of qa-bot{_nearest(unknown[0], options(parser))}; see: qa-bot --help")
    if args.version:
        from qa_bot import __version__

        print(f"qa-bot {__version__}")
        return
    if not arguments:
        parser.print_help(sys.stderr)
        raise UsageError('name a command, for example: qa-bot ask "How many trains were late in 2023?"')


def _kind(argument: str) -> str:
    return "option" if argument.startswith("-") else "argument"


def _nearest(word: str, known: "Sequence[str] | dict[str, str]") -> str:
    import difflib  # only to word an error

    close = difflib.get_close_matches(word.split("=")[0], list(known), n=1)
    return f"; did you mean {close[0]}?" if close else ""
