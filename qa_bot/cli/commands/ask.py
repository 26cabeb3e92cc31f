"""``qa-bot ask``: one answer for a person or a program, or an answer a line for a file of questions."""

import argparse
import sys

from qa_bot.app import LiveAnswerer, answerer
from qa_bot.cli.exits import ANSWERED, NOT_HELD
from qa_bot.cli.parser import UsageError, add_colour, add_filter, add_index
from qa_bot.cli.render import render
from qa_bot.cli.screen import say, standard_output
from qa_bot.cli.start import a_date, a_question, filter_of, settings_of
from qa_bot.schema import Answer, Filter, Status
from qa_bot.text.printable import escaped

EXAMPLES = """
qa-bot ask "How many trains were late in 2023?"
qa-bot ask --json "..." | jq -r .short                the answer in the fewest words
qa-bot ask --all "How many trains were late?"         every figure that fits, where these are many
qa-bot ask --doc 'reports/*' "..."                    only from these documents
qa-bot ask --since 2024-01-01 --publisher Gazette "..."
qa-bot ask --history "How many in 2023?" "And in 2022?"
qa-bot ask --batch questions.jsonl > answers.jsonl    {"id": "q1", "question": "..."} a line
"""
_ALL = "--all"

_NAMED = 3  # documents that a warning names


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``ask``."""
    parser.add_argument("question", nargs="*", metavar="QUESTION", help="the question")
    parser.add_argument("--batch", metavar="FILE.jsonl", help="answer every line of a file (- is standard input), one JSON answer a line")
    parser.add_argument("--json", action="store_true", help="print the answer as JSON")
    parser.add_argument("--all", action="store_true", help="show every figure that fits, not only the first of many")
    parser.add_argument("--as-of", metavar="DATE", type=a_date, help='the day on which "this year" is said (default: today)')
    add_filter(parser, a_date)
    parser.add_argument("--history", metavar="Q", action="append", default=[], help="an earlier question, oldest first; may be repeated")
    add_index(parser)
    add_colour(parser)


def run(args: argparse.Namespace) -> int:
    """Answer the question, or those of the batch; return the exit code."""
    if args.batch is not None:
        return _batch(args)
    if not args.question:
        raise UsageError('name a question, for example: qa-bot ask "How many trains were late in 2023?"')
    question = a_question(args.question)
    asked = answerer(settings_of(args))
    explained = asked.explain(question, history=args.history, as_of=args.as_of, docs=args.doc, only=filter_of(args))
    answer = explained.answer
    if args.all and answer.total is not None:
        answer = asked.unabridged(question, explained.turn)
    warn_of_unknown(args, answer, asked)
    if args.json:
        print(escaped(answer.model_dump_json()))
    else:
        standard_output(colour=args.color).show(render(helped(answer, asked), more=_ALL))
    return exit_code(answer)


def helped(answer: Answer, asked: LiveAnswerer) -> Answer:
    """Return *answer* with questions that the documents answer, where they hold nothing of what was asked."""
    if answer.status in (Status.ANSWERED, Status.PARTIAL) or answer.nearest:
        return answer
    from qa_bot.examples import with_examples  # asks some questions of its own, which an answer need not wait for

    return with_examples(answer, asked)


def exit_code(answer: Answer) -> int:
    """Return 0 when the corpus holds the answer, else 3."""
    return ANSWERED if answer.status in (Status.ANSWERED, Status.PARTIAL) else NOT_HELD


def warn_of_unknown(args: argparse.Namespace, answer: Answer, asked: LiveAnswerer) -> None:
    """Say so on stderr when the options fit no document of the index that is *asked*, or none with text.

    An answer from nothing is never what was meant.
    """
    if answer.hits:
        return
    if filter_of(args) != Filter():
        say("qa-bot: no document fits --doc, --publisher, --language, --since and --until together; see: qa-bot sources")
    elif args.doc and (held := asked.index.names(args.doc)):
        names = " or ".join(name.doc_id for name in held[:_NAMED])
        say(f"qa-bot: {names} has no passage that bears on the question; see: qa-bot show {held[0].doc_id}")
    elif args.doc:
        say(f"qa-bot: no document has an id that fits {' or '.join(args.doc)}; see: qa-bot sources")


def _batch(args: argparse.Namespace) -> int:
    from qa_bot.cli.batch import Defaults, answer_lines  # only a batch needs it

    if args.question or args.history:
        raise UsageError("a batch brings its own questions and history; leave out " + ("the question" if args.question else "--history"))
    return answer_lines(args.batch, answerer(settings_of(args)), Defaults(args.as_of, tuple(args.doc), filter_of(args)), sys.stdout)
