"""``qa-bot show``: the stored text of a document, as offsets count it."""

import argparse
import sys
from contextlib import suppress

from qa_bot.app import corpus
from qa_bot.cli.exits import ANSWERED
from qa_bot.cli.parser import UsageError, add_index
from qa_bot.cli.start import settings_of
from qa_bot.retrieval import Index
from qa_bot.schema import Document, Span
from qa_bot.text.printable import printable

EXAMPLES = """
qa-bot show reports/trains.md                  the whole text
qa-bot show reports/trains.md --span 120:310   what a citation names by start and end
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``show``."""
    parser.add_argument("doc", metavar="DOC", help="the id of a document, as `qa-bot sources` lists it")
    parser.add_argument("--span", metavar="A:B", type=_span, help="only the characters from A up to but not including B")
    add_index(parser)


def run(args: argparse.Namespace) -> int:
    """Print the text: into a pipe exactly as it is stored, on a terminal without characters that steer it."""
    document = _find(corpus(settings_of(args)), args.doc)
    text = document.text if args.span is None else _slice(document, args.span)
    if sys.stdout.isatty():
        print("\n".join(map(printable, text.splitlines())))
    else:
        sys.stdout.write(text)
    return ANSWERED


def _find(index: Index, name: str) -> Document:
    with suppress(KeyError):
        return index.document(name)
    import difflib  # only to word an error

    known = [entry.doc_id for entry in index.documents()]
    close = difflib.get_close_matches(name, known, n=1) or [doc_id for doc_id in known if name in doc_id][:1]
    hint = f"; did you mean {close[0]}?" if close else "; see: qa-bot sources"
    raise UsageError(f"the index holds no document {name!r}{hint}")


def _slice(document: Document, span: Span) -> str:
    if span.end > len(document.text):
        raise UsageError(f"the span {span.start}:{span.end} reaches beyond {document.doc_id}, which has {len(document.text)} characters")
    return document.text[span.start : span.end]


def _span(text: str) -> Span:
    start, colon, end = text.partition(":")
    if not (colon and start.isdecimal() and end.isdecimal() and int(start) <= int(end)):
        raise argparse.ArgumentTypeError(f"{text!r} is no span; write START:END, for example 120:310")
    return Span(start=int(start), end=int(end))
