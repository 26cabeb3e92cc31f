"""``qa-bot eval compare``: what differs between two runs, by how much, and whether by more than chance."""

import argparse
import tomllib
from collections.abc import Mapping
from pathlib import Path

from qa_bot.cli.commands.eval_run import add_choice, asked, named_run, questions_of, ranking_measures
from qa_bot.cli.exits import ANSWERED
from qa_bot.cli.parser import UsageError, add_colour, add_index
from qa_bot.cli.scorecard import render_comparison
from qa_bot.cli.screen import standard_output
from qa_bot.evaluation.compare import compare
from qa_bot.evaluation.outcome import Run
from qa_bot.evaluation.run import How
from qa_bot.evaluation.trec import ranked_run, read_qrels, read_rankings
from qa_bot.text.printable import escaped

EXAMPLES = """
qa-bot eval compare before.json after.json             two runs, as --save wrote them
qa-bot eval compare engine=tantivy engine=rank-bm25 --questions questions.jsonl
qa-bot eval compare qa_bot.toml tuned.toml --questions questions.jsonl
qa-bot eval compare bm25.run ours.run --qrels qrels.txt    TREC run files of anybody's
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``eval compare``."""
    parser.add_argument("before", metavar="A", help="a saved run, a TREC run, or settings: engine=rank-bm25,candidates=100, a .toml")
    parser.add_argument("after", metavar="B", help="what to compare it with, likewise")
    parser.add_argument("--questions", metavar="FILE", type=Path, help="what is asked under the settings")
    parser.add_argument("--measure", metavar="NAME", action="append", default=[], help="one more measure of the ranking: AP, P@5 ...")
    parser.add_argument("--json", action="store_true", help="print the comparison as JSON")
    parser.add_argument("--quiet", action="store_true", help="no progress bar")
    add_index(parser)
    add_choice(parser)
    add_colour(parser)


def run(args: argparse.Namespace) -> int:
    """Compare the runs; the exit code does not depend on which is better."""
    found = compare(_run(args.before, args), _run(args.after, args))
    if args.json:
        print(escaped(found.model_dump_json()))
    else:
        standard_output(colour=args.color).show(render_comparison(found))
    return ANSWERED


def _run(name: str, args: argparse.Namespace) -> Run:
    """Return the run that an argument names: in a file, or made now under the settings that it lists."""
    path = Path(name)
    if name.endswith(".toml") or ("=" in name and not path.exists()):
        return _under(_settings(name), name, args)
    if not _is_json(path):
        if not args.qrels:
            raise UsageError(f"{name} is no saved run; if it is a TREC run, say which documents are relevant: --qrels FILE")
        return ranked_run(name, read_rankings(path), read_qrels(args.qrels), ranking_measures(args.measure))
    return named_run(path)


def _is_json(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(1) == b"{"
    except OSError:
        return True  # whoever reads it says why it cannot


def _settings(name: str) -> Mapping[str, object]:
    """Return the settings that an argument names: those in a .toml file, or listed as "engine=rank-bm25,candidates=100"."""
    if name.endswith(".toml"):
        try:
            return tomllib.loads(Path(name).read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as exc:
            raise UsageError(f"the settings {name} cannot be read: {exc}") from None
    pairs = [part.partition("=") for part in name.split(",")]
    if not all(value for _, _, value in pairs):
        raise UsageError(f"{name!r} is neither a file nor settings; write engine=rank-bm25,candidates=100, or name a saved run")
    return {key.strip(): value.strip() for key, _, value in pairs}


def _under(settings: Mapping[str, object], name: str, args: argparse.Namespace) -> Run:
    if args.questions is None:
        raise UsageError(f"name the questions to ask under {name}: --questions FILE")
    how = How(ranking_measures(args.measure), args.as_of)
    return asked(questions_of(args.questions, args), args, name, how, settings)
