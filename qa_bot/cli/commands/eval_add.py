"""``qa-bot eval add``: ask a question, look at the answer, and keep the question with what is right."""

import argparse
import sys
from pathlib import Path

from qa_bot.app import pinned_answerer
from qa_bot.ask import Answerer
from qa_bot.cli.exits import ANSWERED, FAILED
from qa_bot.cli.parser import UsageError, add_colour, add_index
from qa_bot.cli.render import render
from qa_bot.cli.screen import say, standard_output
from qa_bot.cli.start import a_date, a_question, settings_of
from qa_bot.errors import EvaluationError
from qa_bot.evaluation.drafts import append, complaints, expectation_of, known_ids, typed_expectation
from qa_bot.evaluation.question_files import dump_question
from qa_bot.evaluation.questions import Expected, Question
from qa_bot.evaluation.run import check_documents

EXAMPLES = """
qa-bot eval add "How many trains were late in 2023?"              shows the answer and asks whether it is right
qa-bot eval add "..." --expect 'value=38 period=2022' --yes       what is right, said at once
qa-bot eval add "..." --expect status=not_found
qa-bot eval add --from-feedback feedback.jsonl                    drafts of what people called wrong
"""

_PROMPT = "Right? y writes it, n leaves it; or type what is right (value=38 period=2022, status=not_found): "


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``eval add``."""
    parser.add_argument("question", nargs="*", metavar="QUESTION", help="the question")
    parser.add_argument("--to", metavar="FILE", type=Path, default=Path("questions.jsonl"), help="where to (default: questions.jsonl)")
    parser.add_argument("--expect", metavar="FIELDS", help="what is right, in place of the answer: 'value=38 period=2022'")
    parser.add_argument("--category", metavar="NAME", default="all", help="what kind of question it is")
    parser.add_argument("--id", metavar="NAME", help="how the question is called (default: after its words)")
    parser.add_argument("--as-of", metavar="DATE", type=a_date, help='the day on which "this year" is said')
    parser.add_argument("--history", metavar="Q", action="append", default=[], help="an earlier question, oldest first; may be repeated")
    parser.add_argument("--yes", action="store_true", help="write it without asking back")
    parser.add_argument("--from-feedback", metavar="FILE", type=Path, help="add drafts of the questions whose answers were called wrong")
    add_index(parser)
    add_colour(parser)


def run(args: argparse.Namespace) -> int:
    """Add a question, or drafts; return 1 when nothing was written."""
    if args.from_feedback is not None:
        return _add_drafts(args)
    if not args.question:
        raise UsageError('name a question, for example: qa-bot eval add "How many trains were late in 2023?"')
    words = a_question(args.question)
    expect = typed_expectation(args.expect) if args.expect else None
    known_ids(args.to)  # what cannot be added to is said before anything is asked
    asked = pinned_answerer(settings_of(args))
    answer = asked.ask(words, history=args.history, as_of=args.as_of)
    standard_output(colour=args.color).show(render(answer))
    question = _question(args, words, expect or expectation_of(answer))
    check_documents([question], asked, args.expect or "the question")
    if not args.yes:
        confirmed = _confirmed(question, asked)
        if confirmed is None:
            return FAILED
        question = confirmed
    append([question], args.to)
    say(f"written to {args.to}; measure with: qa-bot eval run {args.to}")
    return ANSWERED


def _question(args: argparse.Namespace, words: str, expect: Expected) -> Question:
    fields = {"question": words, "category": args.category, "history": args.history, "as_of": args.as_of, "expect": expect, "id": args.id}
    return Question.model_validate(fields)


def _confirmed(question: Question, asked: Answerer) -> Question | None:
    """Show the line and ask until it is called right, corrected or left."""
    while True:
        print(f"\n{dump_question(question)}", flush=True)
        try:
            said = input(_PROMPT).strip()
        except EOFError:
            said = ""
        if said.lower() in ("y", "yes"):
            return question
        if said.lower() in ("n", "no", ""):
            print("nothing was written", file=sys.stderr)
            return None
        try:
            corrected = question.model_copy(update={"expect": typed_expectation(said)})
            check_documents([corrected], asked, said)
            question = corrected
        except EvaluationError as error:
            say(f"qa-bot: {error}")


def _add_drafts(args: argparse.Namespace) -> int:
    there = known_ids(args.to)
    drafts = [draft for draft in complaints(args.from_feedback, report=lambda line: say(f"qa-bot: {line}")) if draft.id not in there]
    if drafts:
        append(drafts, args.to)
    told = f"{len(drafts)} drafts written to {args.to}" if drafts else "nothing new in it was called wrong"
    todo = '; write "expect" into each and take "draft" out, and they are measured' if drafts else ""
    say(told + todo)
    return ANSWERED
