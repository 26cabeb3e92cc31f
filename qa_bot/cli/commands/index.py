"""``qa-bot index``: read files and folders into the index."""

import argparse
import contextlib
import sys
from collections.abc import Collection
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from qa_bot.app import build_index, corpus, export_index, exported, remove_documents
from qa_bot.cli.commands.sources import shortened, why
from qa_bot.cli.exits import ANSWERED, MISUSED
from qa_bot.cli.parser import UsageError, add_index
from qa_bot.cli.progress import Bar
from qa_bot.cli.screen import say
from qa_bot.cli.start import settings_of
from qa_bot.cli.watching import changes
from qa_bot.errors import ConfigError, IngestError, RetrievalError
from qa_bot.settings import Settings
from qa_bot.text.printable import escaped, printable

if TYPE_CHECKING:  # it loads all that reads files
    from qa_bot.build import BuildReport
    from qa_bot.retrieval.differences import FigureChange

EXAMPLES = """
qa-bot index reports/                 a folder and all below it; again, only what changed is read
qa-bot index notes.md figures.jsonl   single files; what was indexed before stays
qa-bot index --rebuild reports/       read everything afresh
qa-bot index --watch reports/         and whenever something in it changes
qa-bot index                          what was indexed before, again
qa-bot index --remove 'drafts/*'      take documents out, and keep them out
qa-bot index --export all.jsonl       documents, passages and figures for other programs
"""

_OUTPUT = Path("-")  # as a file: standard output
_SHOWN = 20  # skipped files that are named; `qa-bot sources` names all


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``index``."""
    parser.add_argument("paths", nargs="*", metavar="PATH", type=_path, help="a file, or a folder of them (default: those indexed before)")
    parser.add_argument("--rebuild", action="store_true", help="begin a new index with these paths instead of adding to the one there is")
    parser.add_argument(
        "--remove", metavar="DOC", action="append", default=[], help="take out documents whose id fits, an id or a glob; may be repeated"
    )
    parser.add_argument(
        "--export", metavar="FILE.jsonl", type=_path, help="write all that the index holds, a JSON object a line; - is standard output"
    )
    parser.add_argument("--watch", action="store_true", help="go on, and read again what changes, until Ctrl-C")
    parser.add_argument("--engine", metavar="NAME", help="the search engine: tantivy (default), rank-bm25, or that of an installed package")
    parser.add_argument("--json", action="store_true", help="print what was done as JSON")
    parser.add_argument("--quiet", action="store_true", help="say nothing but errors")
    add_index(parser)


def _path(text: str) -> Path:
    if not text.strip():
        raise argparse.ArgumentTypeError("a path is empty; name a file or a folder, . for this one")
    return Path(text)


def run(args: argparse.Namespace) -> int:
    """Build the index; return the exit code. A file that is skipped is named and does not fail the run, but for a corpus.toml or
    lexicon.toml: the index is made without it."""
    settings = settings_of(args)
    code = ANSWERED
    if args.remove and (args.paths or args.rebuild or args.watch):
        raise UsageError("--remove only takes documents out; leave out paths, --rebuild and --watch")
    if args.watch and find_spec("watchfiles") is None:  # before anything is read, which may take hours
        raise ConfigError("--watch needs watchfiles, which is not installed: pip install '.[watch]' in the folder of qa-bot")
    if args.json and args.export == _OUTPUT:
        raise UsageError("--json and --export - both print to standard output; name a file for the export")
    if args.remove:
        _show(remove_documents(args.remove, settings), args, settings)
    elif args.paths or not args.export:
        report = _built(args, settings, rebuild=args.rebuild)
        _show(report, args, settings)
        code = MISUSED if report.misconfigured() else ANSWERED
    if args.export:
        written = _printed(settings) if args.export == _OUTPUT else export_index(args.export, settings)
        if not args.quiet:
            say(f"{_counted(written, 'line')} in {'standard output' if args.export == _OUTPUT else args.export}")
    return _watch(args, settings) if args.watch else code


def _printed(settings: Settings) -> int:
    """Print all that the index holds; return how many lines."""
    written = 0
    for line in exported(settings):
        print(escaped(line))
        written += 1
    sys.stdout.flush()
    return written


def _built(args: argparse.Namespace, settings: Settings, *, rebuild: bool = False) -> "BuildReport":
    try:
        with Bar(sys.stderr, visible=not args.quiet, reading=True) as bar:
            return build_index(args.paths, settings, rebuild=rebuild, progress=bar, finding=bar.found)
    except KeyboardInterrupt:
        print("ended; what was read is kept, and the same command goes on from there", file=sys.stderr)
        raise


def _watch(args: argparse.Namespace, settings: Settings) -> int:
    """Build the index anew whenever something below the paths changes, until a person stops it."""
    index = Path(settings.index).absolute()
    paths = args.paths or corpus(settings).manifest.roots
    told = frozenset(corpus(settings).skipped())  # not kept open: this generation will go
    fault = ""
    print("watching; Ctrl-C ends it", file=sys.stderr, flush=True)
    with contextlib.suppress(KeyboardInterrupt):
        for _ in changes(paths, but=index):
            try:
                report = _built(args, settings)
            except (IngestError, RetrievalError) as exc:  # a file that is just being written, another build: the next change comes
                if str(exc) != fault:
                    print(printable(str(exc)), file=sys.stderr, flush=True)
                fault = str(exc)
                continue
            fault = ""
            if report.added or report.changed or report.removed or report.renamed or not told.issuperset(report.skipped):
                _show(report, args, settings, told)
            told = frozenset(report.skipped)
    return ANSWERED


def _show(report: "BuildReport", args: argparse.Namespace, settings: Settings, told: Collection[tuple[str, str]] = ()) -> None:
    """Say what was done and what is skipped, but for what was *told* before."""
    if args.json:
        print(escaped(report.model_dump_json()))
    if args.quiet:
        return
    first = report.misconfigured()
    skipped = [skip for skip in (*first, *(skip for skip in report.skipped if skip not in first)) if skip not in told]
    for path, reason in skipped[:_SHOWN]:
        print(f"skipped {printable(shortened(path))}: {printable(why(path, reason))}", file=sys.stderr)
    if len(skipped) > _SHOWN:
        print(f"... and {len(skipped) - _SHOWN} more; see: qa-bot sources", file=sys.stderr)
    for figure in report.figures_changed[:_SHOWN]:
        print(printable(_change(figure)), file=sys.stderr)
    if len(report.figures_changed) > _SHOWN:
        print(f"... and {len(report.figures_changed) - _SHOWN} more figures changed; --json lists them", file=sys.stderr)
    for before, now in report.renamed[:_SHOWN]:
        print(f"renamed {printable(shortened(before))} → {printable(shortened(now))}", file=sys.stderr)
    if len(report.renamed) > _SHOWN:
        print(f"... and {len(report.renamed) - _SHOWN} more files renamed; --json lists them", file=sys.stderr)
    changes = (
        (report.added, "added"),
        (report.changed, "changed"),
        (report.removed, "removed"),
        (len(report.renamed), "renamed"),
        (report.unchanged, "unchanged"),
        (report.taken_up, "ready from a run that was ended"),
    )
    done = ", ".join(f"{number:,} {what}" for number, what in changes if number)
    held = ((report.passages, "passage"), (report.figures, "figure"))
    documents = _counted(report.documents, "document") + (f" ({done})" if done else "")
    counts = ", ".join([documents, *(_counted(number, noun) for number, noun in held)])
    say(f"{counts} in {settings.index} after {report.seconds:.1f} s")


def _change(figure: "FigureChange") -> str:
    if figure.before is None:
        return f"new in {figure.doc_id}: {figure.what}: {figure.now}"
    if figure.now is None:
        return f"gone from {figure.doc_id}: {figure.what}: {figure.before}"
    return f"changed in {figure.doc_id}: {figure.what}: {figure.before} → {figure.now}"


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
