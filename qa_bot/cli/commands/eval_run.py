"""``qa-bot eval run``: ask questions with known answers, and score what comes."""

import argparse
import sys
from functools import partial
from pathlib import Path

from qa_bot.app import pinned_answerer
from qa_bot.cli.exits import ANSWERED, FAILED
from qa_bot.cli.parser import add_colour, add_index
from qa_bot.cli.progress import Bar
from qa_bot.cli.scorecard import render_failures, render_floors, render_summary
from qa_bot.cli.screen import standard_output
from qa_bot.cli.start import a_count, a_date, settings_of
from qa_bot.errors import EvaluationError
from qa_bot.evaluation import retrieval_measures
from qa_bot.evaluation.floors import canonical_measure, missed, parse_floor, retrieval_of
from qa_bot.evaluation.junit import junit
from qa_bot.evaluation.outcome import Run
from qa_bot.evaluation.question_files import read_questions
from qa_bot.evaluation.questions import Question
from qa_bot.evaluation.run import How, evaluate
from qa_bot.evaluation.scores import OWN, Summary, summarise
from qa_bot.evaluation.temporary_index import indexed
from qa_bot.settings import Engine

EXAMPLES = """
qa-bot eval run questions.jsonl                        {"question": "...", "expect": {"value": "114"}}
qa-bot eval run questions.jsonl --corpus reports/      over an index made for it, and thrown away
qa-bot eval run questions.jsonl --min 'R@5>=0.95' --min 'citation>=1' --junit report.xml
qa-bot eval run questions.jsonl --save before.json     to compare with later
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``eval run``."""
    parser.add_argument("questions", metavar="FILE", type=Path, help="questions, as .jsonl or .yaml")
    add_index(parser)
    add_choice(parser)
    parser.add_argument("--measure", metavar="NAME", action="append", default=[], help="one more measure of the ranking: AP, P@5 ...")
    parser.add_argument("--min", metavar="FLOOR", action="append", default=[], help="fail below it: 'R@5>=0.95', 'passed[typo]>=1'")
    parser.add_argument("--json", action="store_true", help="print the run as JSON: scores and every question")
    parser.add_argument("--save", metavar="FILE", type=Path, help="write the same to a file, to compare with")
    parser.add_argument("--junit", metavar="FILE", type=Path, help="write a JUnit report, as CI servers read it")
    parser.add_argument("--twice", action="store_true", help="ask everything twice: the answers must be equal")
    parser.add_argument("--quiet", action="store_true", help="no progress bar, no list of failures")
    add_colour(parser)


def add_choice(parser: argparse.ArgumentParser) -> None:
    """Give *parser* the options that say which questions are asked of what."""
    parser.add_argument("--corpus", metavar="PATH", type=Path, action="append", default=[], help="documents to ask, in place of an index")
    parser.add_argument("--engine", choices=[engine.value for engine in Engine], help="the search engine (default: the index's own)")
    parser.add_argument("--category", metavar="NAME", action="append", default=[], help="only questions of it; may be repeated")
    parser.add_argument("--as-of", metavar="DATE", type=a_date, help='the day on which "this year" is said (default: today)')
    parser.add_argument("--workers", metavar="N", type=a_count, default=1, help="processes that ask (default: 1)")


def run(args: argparse.Namespace) -> int:
    """Ask the questions; return 1 when a floor is not held."""
    floors = [parse_floor(text) for text in args.min]
    questions = chosen(read_questions(args.questions), args)
    measures = ranking_measures([*args.measure, *retrieval_of(floors)])
    done = asked(questions, args, str(args.questions), How(measures, args.as_of, args.twice))
    summary = summarise(done)
    failures = list(missed(floors, summary))
    _write(args, done, summary)
    if not args.json:
        screen = standard_output(colour=args.color)
        if not args.quiet:
            screen.show(render_failures(done))
        screen.show(render_summary(done, summary))
        screen.show(render_floors(floors, failures))
    else:
        print(as_json(done, summary))
        for line in failures:
            print(f"qa-bot: {line}", file=sys.stderr)
    return FAILED if failures else ANSWERED


def chosen(questions: list[Question], args: argparse.Namespace) -> list[Question]:
    """Return the questions of the categories that were asked for."""
    known = {question.category for question in questions}
    for category in args.category:
        if category not in known:
            raise EvaluationError(f"no question is of category {category!r}; there are {', '.join(sorted(known))}")
    return [question for question in questions if not args.category or question.category in args.category]


def ranking_measures(wanted: list[str]) -> tuple[str, ...]:
    """Return the measures of the ranking: the standard ones and those *wanted*. Says so on stderr where ir-measures is missing."""
    named = [name for name in map(canonical_measure, wanted) if name not in OWN]
    if not retrieval_measures.available():
        print(f"qa-bot: retrieval is not scored without ir-measures: {retrieval_measures.INSTALL}", file=sys.stderr)
        return ()
    return tuple(dict.fromkeys([*retrieval_measures.STANDARD, *named]))


def asked(questions: list[Question], args: argparse.Namespace, name: str, how: How) -> Run:
    """Return what came of *questions*, asked of the index or of an index made of --corpus."""
    with indexed(args.corpus, settings_of(args)) as settings, Bar(sys.stderr, visible=not args.quiet) as bar:
        engine = None if args.corpus else args.engine
        opened = partial(pinned_answerer, settings, engine=engine)
        return evaluate(questions, opened, name=name, how=how, workers=args.workers, progress=bar)


def as_json(done: Run, summary: Summary) -> str:
    """Return a run with its scores as JSON."""
    return f'{{"summary":{summary.model_dump_json()},{done.model_dump_json()[1:]}'


def _write(args: argparse.Namespace, done: Run, summary: Summary) -> None:
    for path, text in ((args.save, as_json(done, summary) + "\n"), (args.junit, junit(done) if args.junit else "")):
        if path is not None:
            path.write_text(text, encoding="utf-8")
