"""``qa-bot sources``: the documents in the index, and the files that were skipped, with the reason."""

import argparse
import json

from qa_bot.app import corpus
from qa_bot.cli.exits import ANSWERED
from qa_bot.cli.parser import add_colour, add_index
from qa_bot.cli.screen import standard_output
from qa_bot.cli.start import settings_of
from qa_bot.rendering.blocks import Block, Line, Paragraph, Piece, Style, Table
from qa_bot.schema import Document
from qa_bot.text.printable import escaped

EXAMPLES = """
qa-bot sources
qa-bot sources --json | jq -r '.skipped[] | "\\(.path): \\(.reason)"'
"""

MAX_PATH = 300  # characters of a path as it is shown
_HEAD = 120  # of them from its beginning


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``sources``."""
    parser.add_argument("--json", action="store_true", help="print JSON: documents and skipped")
    add_index(parser)
    add_colour(parser)


def run(args: argparse.Namespace) -> int:
    """Print documents and skipped files."""
    index = corpus(settings_of(args))
    documents = list(index.documents())
    skipped = [(str(path), str(reason)) for path, reason in index.skipped()]
    if args.json:
        listed = {"documents": [_fields(entry) for entry in documents], "skipped": [{"path": path, "reason": why} for path, why in skipped]}
        print(escaped(json.dumps(listed, ensure_ascii=False)))
        return ANSWERED
    blocks: list[Block] = [
        Table(("document", "title", "publisher", "author", "published", "language"), tuple(_row(entry) for entry in documents))
    ]
    if skipped:
        rows = tuple(((Piece(shortened(path)),), (Piece(why(path, reason), Style.WARN),)) for path, reason in skipped)
        blocks += [Paragraph(), Table(("skipped", "reason"), rows)]
    standard_output(colour=args.color).show(blocks)
    return ANSWERED


def why(path: str, reason: str) -> str:
    """Return the *reason* for which the file at *path* is skipped without its name, which stands beside it.

    >>> why("/reports/scan.pdf", "scan.pdf: it is encrypted")
    'it is encrypted'
    """
    name, _, rest = reason.partition(": ")
    return rest if rest and (path == name or path.endswith(f"/{name}")) else reason


def shortened(path: str) -> str:
    """Return *path* without its middle where it is longer than anybody reads; `--json` tells the whole.

    >>> shortened("/reports/a.pdf"), len(shortened("/reports" * 500))
    ('/reports/a.pdf', 300)
    """
    return path if len(path) <= MAX_PATH else f"{path[:_HEAD]}…{path[_HEAD + 1 - MAX_PATH :]}"


def _fields(document: Document) -> dict[str, object]:
    return document.model_dump(
        mode="json", include={"doc_id", "path", "title", "publisher", "speaker", "author", "published", "url", "language"}
    ) | {"characters": len(document.text)}


def _row(document: Document) -> tuple[Line, ...]:
    published = document.published.isoformat() if document.published else "undated"
    values = (
        document.doc_id,
        document.title or "",
        document.publisher or "",
        document.author or document.speaker or "",
        published,
        document.language,
    )
    return tuple((Piece(value, Style.STRONG if number == 0 else Style.PLAIN),) for number, value in enumerate(values))
