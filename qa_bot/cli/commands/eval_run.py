"""``qa-bot eval run``: ask questions with known answers, and score what comes."""

import argparse
import sys
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path

from qa_bot.app import pinned_answerer
from qa_bot.cli.exits import ANSWERED, FAILED
from qa_bot.cli.parser import UsageError, add_colour, add_index
from qa_bot.cli.progress import Bar
from qa_bot.cli.scorecard import render_comparison, render_failures, render_floors, render_summary
from qa_bot.cli.screen import say, standard_output, until_reader_leaves
from qa_bot.cli.start import a_count, a_date, settings_of
from qa_bot.errors import EvaluationError
from qa_bot.evaluation import retrieval_measures
from qa_bot.evaluation.beir import read_beir
from qa_bot.evaluation.compare import Comparison, compare
from qa_bot.evaluation.floors import canonical_measure, check_categories, missed, parse_floor, retrieval_of
from qa_bot.evaluation.junit import junit
from qa_bot.evaluation.outcome import Run, read_run
from qa_bot.evaluation.question_files import read_questions
from qa_bot.evaluation.questions import Question
from qa_bot.evaluation.run import How, evaluate
from qa_bot.evaluation.scores import OWN, Summary, summarise
from qa_bot.evaluation.temporary_index import indexed
from qa_bot.evaluation.trec import qrels_lines, read_qrels, run_lines
from qa_bot.rendering.blocks import Paragraph
from qa_bot.rendering.report import page
from qa_bot.text.printable import escaped

EXAMPLES = """
qa-bot eval run questions.jsonl                        {"question": "...", "expect": {"value": 114}}
qa-bot eval run questions.jsonl --corpus reports/      over an index made for it, and thrown away
qa-bot eval run questions.jsonl --min 'R@5>=0.95' --min 'citation>=1' --junit report.xml
qa-bot eval run questions.jsonl --save before.json     to compare with later:
qa-bot eval run questions.jsonl --baseline before.json
qa-bot eval run scifact/ --corpus scifact/             a folder as BEIR has it
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``eval run``."""
    parser.add_argument("questions", metavar="FILE", type=Path, help="questions, as .jsonl or .yaml, or a folder of BEIR's")
    add_index(parser)
    add_choice(parser)
    parser.add_argument("--measure", metavar="NAME", action="append", default=[], help="one more measure of the ranking: AP, P@5 ...")
    parser.add_argument("--min", metavar="FLOOR", action="append", default=[], help="fail below it: 'R@5>=0.95', 'passed[typo]>=1'")
    parser.add_argument("--json", action="store_true", help="print the run as JSON: scores and every question")
    parser.add_argument("--save", metavar="FILE", type=Path, help="write the same to a file, to compare with")
    parser.add_argument("--junit", metavar="FILE", type=Path, help="write a JUnit report, as CI servers read it")
    parser.add_argument("--html", metavar="FILE", type=Path, help="write a page to look at: scores, charts, every failure explained")
    parser.add_argument("--baseline", metavar="FILE", type=Path, help="a saved run: say what got better and worse since")
    parser.add_argument("--trec-run", metavar="FILE", type=Path, help="write the rankings, as trec_eval reads them")
    parser.add_argument("--trec-qrels", metavar="FILE", type=Path, help="write which documents are relevant, likewise")
    parser.add_argument("--twice", action="store_true", help="ask everything twice: the answers must be equal")
    parser.add_argument("--quiet", action="store_true", help="no progress bar, no list of failures")
    add_colour(parser)


def add_choice(parser: argparse.ArgumentParser) -> None:
    """Give *parser* the options that say which questions are asked of what."""
    parser.add_argument("--corpus", metavar="PATH", type=Path, action="append", default=[], help="documents to ask, in place of an index")
    parser.add_argument("--engine", metavar="NAME", help="the search engine (default: the index's own)")
    parser.add_argument("--split", metavar="NAME", default="test", help="of a BEIR folder (default: test)")
    parser.add_argument("--qrels", metavar="FILE", type=Path, help="which documents are relevant, as TREC or BEIR writes it")
    parser.add_argument("--category", metavar="NAME", action="append", default=[], help="only questions of it; may be repeated")
    parser.add_argument("--as-of", metavar="DATE", type=a_date, help='the day on which "this year" is said (default: today)')
    parser.add_argument("--workers", metavar="N", type=a_count, default=1, help="processes that ask (default: 1)")


def run(args: argparse.Namespace) -> int:
    """Ask the questions; return 1 when a floor is not held."""
    floors = [parse_floor(text) for text in args.min]
    questions = questions_of(args.questions, args)
    check_categories(floors, {question.category for question in questions if not question.draft})
    _check_outputs(args)
    baseline = named_run(args.baseline) if args.baseline else None
    measures = ranking_measures([*args.measure, *retrieval_of(floors)])
    drafts = sum(question.draft for question in questions)
    if drafts:
        say(f"qa-bot: {drafts} drafts are left out: nobody has said yet what is right")
    done = asked(questions, args, str(args.questions), How(measures, args.as_of, args.twice))
    summary = summarise(done)
    comparison = compare(baseline, done) if baseline else None
    try:
        failures = list(missed(floors, summary))
    except EvaluationError:  # no question bears on a floor: what was asked is kept all the same
        _write(args, done, summary, comparison, ())
        raise
    _write(args, done, summary, comparison, failures)
    with until_reader_leaves():
        if args.json:
            print(as_json(done, summary, comparison))
        else:
            screen = standard_output(colour=args.color)
            if not args.quiet:
                screen.show(render_failures(done))
            screen.show(render_summary(done, summary))
            if comparison is not None:
                screen.show([Paragraph(), *render_comparison(comparison)])
            screen.show(render_floors(floors, failures))
    if args.json or not sys.stdout.isatty():
        for line in failures:
            say(f"qa-bot: {line}")
    return FAILED if failures else ANSWERED


def questions_of(path: Path, args: argparse.Namespace) -> list[Question]:
    """Return the questions in a file or a BEIR folder, of the categories that were asked for, with the relevance that --qrels gives."""
    questions = read_beir(path, args.split) if path.is_dir() else read_questions(path, unjudged=bool(args.qrels))
    if args.qrels:
        judged = read_qrels(args.qrels)
        if not judged.keys() & {question.id for question in questions}:
            raise EvaluationError(f"{args.qrels} judges no question of {path}: their ids differ")
        questions = [question.model_copy(update={"relevant": tuple(judged.get(question.id, {}).items())}) for question in questions]
        questions = [question for question in questions if question.relevant or question.expect]
    known = {question.category for question in questions}
    for category in args.category:
        if category not in known:
            raise EvaluationError(f"no question is of category {category!r}; there are {', '.join(sorted(known))}")
    return [question for question in questions if not args.category or question.category in args.category]


def named_run(path: Path) -> Run:
    """Return the run in a file, called as the file is: to be told from another of the same questions."""
    return read_run(path).model_copy(update={"name": str(path)})


def ranking_measures(wanted: list[str]) -> tuple[str, ...]:
    """Return the measures of the ranking: the standard ones and those *wanted*. Says so on stderr where ir-measures is missing."""
    named = [name for name in map(canonical_measure, wanted) if name not in OWN]
    if not retrieval_measures.available():
        say(f"qa-bot: retrieval is not scored without ir-measures: {retrieval_measures.INSTALL}")
        return ()
    return tuple(dict.fromkeys([*retrieval_measures.STANDARD, *named]))


def asked(questions: list[Question], args: argparse.Namespace, name: str, how: How, more: Mapping[str, object] | None = None) -> Run:
    """Return what came of *questions*, asked of the index or of an index made of --corpus, under *more* settings."""
    chosen = settings_of(args, more)
    with indexed(args.corpus, chosen) as settings, Bar(sys.stderr, visible=not args.quiet) as bar:
        engine = chosen.engine if not args.corpus and (args.engine or "engine" in (more or {})) else None
        opened = partial(pinned_answerer, settings, engine=engine)
        return evaluate(questions, opened, name=name, how=how, workers=args.workers, progress=bar)


def as_json(done: Run, summary: Summary, comparison: Comparison | None = None) -> str:
    """Return a run with its scores as JSON."""
    added = f'"comparison":{comparison.model_dump_json()},' if comparison is not None else ""
    return escaped(f'{{"summary":{summary.model_dump_json()},{added}{done.model_dump_json()[1:]}')


def _check_outputs(args: argparse.Namespace) -> None:
    """Raise UsageError, before anything is asked, for a file that could not be written or would take the place of another."""
    read = {path.resolve(): f"{path} is read" for path in (args.questions, args.qrels, *args.corpus) if path is not None}
    for name in ("save", "junit", "html", "trec_run", "trec_qrels"):
        path: Path | None = getattr(args, name)
        if path is None:
            continue
        option = f"--{name.replace('_', '-')} {path}"
        if (taken := read.get(path.resolve())) is not None:
            raise UsageError(f"{option} would be written over what is needed: {taken}; name another file")
        if path.is_dir() or not path.parent.is_dir():
            raise UsageError(f"{option}: {path if path.is_dir() else path.parent} is {'a' if path.is_dir() else 'no'} folder")
        read[path.resolve()] = f"{option} is written, too"


def _write(args: argparse.Namespace, done: Run, summary: Summary, comparison: Comparison | None, failures: Sequence[str]) -> None:
    written: tuple[tuple[Path | None, Iterable[str]], ...] = (
        (args.save, [as_json(done, summary)]),
        (args.junit, [junit(done, failures)]),
        (args.html, [page(done, summary, comparison)] if args.html else []),
        (args.trec_run, run_lines(done)),
        (args.trec_qrels, qrels_lines(done)),
    )
    for path, lines in written:
        if path is not None:
            try:
                path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
            except OSError as exc:
                raise EvaluationError(f"{path} cannot be written: {exc.strerror}") from exc
