"""``qa-bot explain``: how an answer came about: the question as read, what was found, what fitted and what did not."""

import argparse
from typing import TYPE_CHECKING

from pydantic_core import to_json

from qa_bot.app import answerer
from qa_bot.cli.commands.ask import exit_code, warn_of_unknown
from qa_bot.cli.parser import add_colour, add_filter, add_index
from qa_bot.cli.render import render_explained
from qa_bot.cli.screen import standard_output
from qa_bot.cli.start import a_date, a_question, filter_of, settings_of
from qa_bot.text.printable import escaped

if TYPE_CHECKING:
    from qa_bot.ask import Explanation

EXAMPLES = """
qa-bot explain "How many trains were late in 2023?"
qa-bot explain --json "..." | jq '.candidates[] | [.figure.surface, .fits]'
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``explain``."""
    parser.add_argument("question", nargs="+", metavar="QUESTION", help="the question")
    parser.add_argument("--json", action="store_true", help="print query, hits, candidates and answer as JSON")
    parser.add_argument("--as-of", metavar="DATE", type=a_date, help='the day on which "this year" is said (default: today)')
    add_filter(parser, a_date)
    parser.add_argument("--history", metavar="Q", action="append", default=[], help="an earlier question, oldest first; may be repeated")
    add_index(parser)
    add_colour(parser)


def run(args: argparse.Namespace) -> int:
    """Print the explanation; return the exit code that ``ask`` would."""
    asked = answerer(settings_of(args))
    explained = asked.explain(a_question(args.question), history=args.history, as_of=args.as_of, docs=args.doc, only=filter_of(args))
    warn_of_unknown(args, explained.answer, asked)
    if args.json:
        print(_json(explained))
    else:
        standard_output(colour=args.color).show(render_explained(explained))
    return exit_code(explained.answer)


def _json(explained: "Explanation") -> str:
    parts = {"hits": [hit._asdict() for hit in explained.hits], "candidates": [one._asdict() for one in explained.candidates]}
    return escaped(to_json(explained._asdict() | parts).decode())
