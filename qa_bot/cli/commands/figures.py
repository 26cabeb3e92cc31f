"""``qa-bot figures``: the figures found in the documents, with their scope."""

import argparse
import json
import sys
from collections.abc import Iterable
from itertools import islice

from qa_bot.app import corpus
from qa_bot.cli.exits import ANSWERED, NOT_HELD
from qa_bot.cli.parser import add_colour, add_index
from qa_bot.cli.screen import standard_output
from qa_bot.cli.start import a_count, settings_of
from qa_bot.rendering import wording
from qa_bot.rendering.blocks import Line, Paragraph, Piece, Style, Table
from qa_bot.rendering.listing import figure_fields, figures_as_csv
from qa_bot.rendering.scopes import scope
from qa_bot.retrieval import Index
from qa_bot.schema import Document, Figure
from qa_bot.text.printable import escaped

EXAMPLES = """
qa-bot figures --year 2023
qa-bot figures --counted requests --action refused --country Switzerland
qa-bot figures --doc 'reports/*' --format csv > figures.csv
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``figures``."""
    parser.add_argument("--year", metavar="YEAR", type=a_count, help="whose period touches the year")
    parser.add_argument("--counted", metavar="WORDS", help="that count this, in any form of the words: requests")
    parser.add_argument("--action", metavar="WORDS", help="of this action: refused")
    parser.add_argument(
        "--country", "--place", dest="place", metavar="NAME", help="that name the country or place as actor, direction or place"
    )
    parser.add_argument("--doc", metavar="GLOB", help="of documents whose id fits")
    parser.add_argument("--claimant", metavar="NAME", help="that this person or body claims")
    parser.add_argument("--limit", metavar="N", type=a_count, help="no more than N")
    parser.add_argument("--format", choices=("table", "json", "csv"), default="table", help="how to print them (default: table)")
    add_index(parser)
    add_colour(parser)


def run(args: argparse.Namespace) -> int:
    """Print the figures that pass every filter; return 3 when there are none."""
    index = corpus(settings_of(args))
    found = index.figures(year=args.year, counted=args.counted, action=args.action, place=args.place, doc=args.doc, claimant=args.claimant)
    figures = list(islice(found, args.limit))
    if args.format == "json":
        print(
            escaped(
                json.dumps([figure_fields(figure, document) for figure, document in _with_documents(figures, index)], ensure_ascii=False)
            )
        )
    elif args.format == "csv":
        sys.stdout.write(figures_as_csv(_with_documents(figures, index)))
    elif figures:
        standard_output(colour=args.color).show([_table(figures)])
    else:
        standard_output(colour=args.color).show([Paragraph((Piece("No figure in the index passes these filters."),))])
    return ANSWERED if figures else NOT_HELD


def _with_documents(figures: Iterable[Figure], index: Index) -> Iterable[tuple[Figure, Document]]:
    return ((figure, index.document(figure.doc_id)) for figure in figures)


def _table(figures: Iterable[Figure]) -> Table:
    header = ("figure", "of", "row", "counted", "action", "by", "period", "claimant", "document")
    return Table(header, tuple(_row(figure) for figure in figures), frozenset({0, 1}))


def _row(figure: Figure) -> tuple[Line, ...]:
    slots = (scope(figure, slot, "en") for slot in ("counted", "action", "actor", "period", "claimant"))
    whole = wording.plain(figure.part_of.value, "en") if figure.part_of else ""
    return (
        (Piece(wording.amount(figure, "en"), Style.FIGURE),),
        (Piece(whole),),
        (Piece(figure.label or ""),),
        *((Piece(slot),) for slot in slots),
        (Piece(figure.doc_id, Style.DIM),),
    )
