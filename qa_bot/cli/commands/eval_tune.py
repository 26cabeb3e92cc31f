"""``qa-bot eval tune``: look for better settings of the search on half of the questions, and test them on the other half."""

import argparse
import sys
from contextlib import ExitStack
from pathlib import Path

from qa_bot.app import corpus
from qa_bot.cli.commands.eval_run import add_choice, questions_of, ranking_measures
from qa_bot.cli.exits import ANSWERED
from qa_bot.cli.parser import add_colour, add_index
from qa_bot.cli.progress import Bar
from qa_bot.cli.scorecard import render_tuning
from qa_bot.cli.screen import say, standard_output
from qa_bot.cli.start import settings_of
from qa_bot.errors import EvaluationError
from qa_bot.evaluation.floors import canonical_measure
from qa_bot.evaluation.retrieval_measures import INSTALL
from qa_bot.evaluation.run import How
from qa_bot.evaluation.scores import OWN
from qa_bot.evaluation.settings_file import as_toml, check_settings, write_settings
from qa_bot.evaluation.temporary_index import indexed
from qa_bot.evaluation.tune import LENGTHS, Point, Tuning, tune
from qa_bot.retrieval.rescore import WEIGHTS
from qa_bot.settings import Settings
from qa_bot.text.printable import escaped

EXAMPLES = """
qa-bot eval tune questions.jsonl                        over the documents of the index
qa-bot eval tune questions.jsonl --corpus reports/ --write qa_bot.toml
qa-bot eval tune questions.jsonl --measure R@1 --json   everything that was tried
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``eval tune``."""
    parser.add_argument("questions", metavar="FILE", type=Path, help="questions that name the documents which answer them")
    parser.add_argument("--measure", metavar="NAME", default="nDCG@10", help="of the ranking, to be made higher (default: nDCG@10)")
    parser.add_argument("--write", metavar="FILE", type=Path, help="put what proves better into this qa_bot.toml; else it is printed")
    parser.add_argument("--json", action="store_true", help="print the split, every trial and the test as JSON")
    parser.add_argument("--quiet", action="store_true", help="no progress bar")
    add_index(parser)
    add_choice(parser)
    add_colour(parser)


def run(args: argparse.Namespace) -> int:
    """Tune; what the held-out half does not confirm is not written."""
    measure = canonical_measure(args.measure)
    if measure in OWN:
        raise EvaluationError(f"{measure} is no measure of the ranking; tune for one such as nDCG@10 or R@1")
    measures = ranking_measures([measure])
    if not measures:
        raise EvaluationError(f"tuning needs ir-measures: {INSTALL}")
    questions = questions_of(args.questions, args)
    settings = settings_of(args)
    start = Point(candidates=settings.candidates, passage_length=settings.passage_length, weights={**WEIGHTS._asdict(), **settings.weights})
    plain = Settings()
    defaults = Point(candidates=plain.candidates, passage_length=plain.passage_length, weights=WEIGHTS._asdict())
    if args.write is not None:
        check_settings(args.write, _values(start))
    with ExitStack() as stack:
        bar = stack.enter_context(Bar(sys.stderr, visible=not args.quiet))
        paths = args.corpus or _roots(settings)
        lengths = sorted({*LENGTHS, settings.passage_length, defaults.passage_length})
        indexes = {
            length: stack.enter_context(indexed(paths, settings.model_copy(update={"passage_length": length}))) for length in lengths
        }
        found = tune(questions, indexes, start=start, defaults=defaults, measure=measure, how=How(measures, args.as_of), progress=bar)
    if args.json:
        print(escaped(found.model_dump_json()))
    else:
        standard_output(colour=args.color).show(render_tuning(found))
    _write(args, found)
    return ANSWERED


def _roots(settings: Settings) -> list[Path]:
    """Return the paths that the index was made from: other passage lengths need the documents themselves."""
    roots = [Path(root) for root in corpus(settings).manifest.roots]
    gone = [root for root in roots if not root.exists()]
    if gone:
        raise EvaluationError(f"the index was made from {gone[0]}, which is not there; name the documents: --corpus PATH")
    return roots


def _values(point: Point) -> dict[str, object]:
    return {"candidates": point.candidates, "passage_length": point.passage_length, "weights": dict(point.weights)}


def _write(args: argparse.Namespace, found: Tuning) -> None:
    if not found.kept:
        return
    values = _values(found.best)
    again = "; then build the index again: qa-bot index --rebuild PATH" if found.best.passage_length != found.start.passage_length else ""
    if args.write is not None:
        write_settings(args.write, values)
        say(f"written to {args.write}{again}")
    elif not args.json:
        print(f"\nfor qa_bot.toml{again}:\n\n{as_toml(values)}", end="")
