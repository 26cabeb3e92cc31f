"""``qa-bot eval``: measures the answers against questions with known answers. Each of its verbs is a module beside this one."""

import argparse

from qa_bot.cli.parser import Parser, command

EXAMPLES = """
qa-bot eval run questions.jsonl                       scores, and every failure with its reason
qa-bot eval run questions.jsonl --min 'passed>=0.9'   exit code 1 when less is right
qa-bot eval compare before.json after.json            which questions got better and worse
"""

_VERBS = {
    "run": "ask questions with known answers, and score what comes",
    "add": "ask a question, and keep it with the answer that is right",
    "compare": "say what differs between two runs, and whether by more than chance",
    "tune": "look for better settings of the search on half of the questions, and test them on the others",
}


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the verbs of ``eval``."""
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True, parser_class=Parser)
    for name, summary in _VERBS.items():
        module = command(f"eval_{name}")
        verb = verbs.add_parser(name, help=summary, examples=module.EXAMPLES, summary=f"{summary.capitalize()}.")
        module.configure(verb)
        verb.add_argument("--debug", action="store_true", help="log what happens, and show where an error arose")


def run(args: argparse.Namespace) -> int:
    """Do what the verb says; return the exit code."""
    return command(f"eval_{args.verb}").run(args)
