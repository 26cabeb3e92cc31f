"""``qa-bot search``: the passages that a question finds, best first, without an answer."""

import argparse
import json

from qa_bot.app import answerer
from qa_bot.cli.commands.ask import warn_of_unknown
from qa_bot.cli.exits import ANSWERED, NOT_HELD
from qa_bot.cli.parser import add_colour, add_filter, add_index
from qa_bot.cli.screen import standard_output
from qa_bot.cli.start import a_count, a_date, a_question, filter_of, settings_of
from qa_bot.rendering.blocks import Block, Paragraph, Piece, Style
from qa_bot.schema import Hit
from qa_bot.text.printable import escaped

EXAMPLES = """
qa-bot search "late trains"
qa-bot search -k 3 --doc 'reports/*' "late trains"
qa-bot search --json "late trains" | jq -r '.[].doc_id'
"""

MOST = 10_000  # passages that one search ranks
_WIDTH = 320  # characters of a passage that are shown; --json has it whole


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``search``."""
    parser.add_argument("query", nargs="+", metavar="QUERY", help="a question or some words")
    parser.add_argument("-k", metavar="N", type=a_count, default=10, help="how many passages (default: 10)")
    add_filter(parser, a_date)
    parser.add_argument("--json", action="store_true", help="print a JSON list")
    add_index(parser)
    add_colour(parser)


def run(args: argparse.Namespace) -> int:
    """Print the best passages; return 3 when no word of the query is found."""
    words = a_question(args.query)
    asked = answerer(settings_of(args), top_k=min(args.k, MOST))
    explained = asked.explain(words, docs=args.doc, only=filter_of(args))
    warn_of_unknown(args, explained.answer, asked)
    hits = [hit for hit in explained.hits if hit.score > 0][: args.k]
    if args.json:
        print(escaped(json.dumps([_fields(hit) for hit in hits], ensure_ascii=False)))
    elif hits:
        standard_output(colour=args.color).show(block for hit in hits for block in _blocks(hit))
    else:
        standard_output(colour=args.color).show([Paragraph((Piece("No passage has any of these words."),))])
    return ANSWERED if hits else NOT_HELD


def _fields(hit: Hit) -> dict[str, object]:
    passage = hit.passage
    return {
        "rank": hit.rank,
        "score": hit.score,
        "doc_id": passage.doc_id,
        "passage_id": passage.passage_id,
        "start": passage.span.start,
        "end": passage.span.end,
        "page": passage.page,
        "headings": passage.headings,
        "text": passage.text,
        "figures": [figure.surface for figure in hit.figures],
    }


def _blocks(hit: Hit) -> list[Block]:
    passage = hit.passage
    text = " ".join(passage.text.split())
    shown = text if len(text) <= _WIDTH else text[:_WIDTH].rsplit(" ", 1)[0] + " ..."
    lead = (Piece(f"{hit.rank:>3}. ", Style.DIM),)
    place = " › ".join((passage.passage_id, *passage.headings))
    return [Paragraph((Piece(place, Style.STRONG), Piece(f"  {hit.score:.2f}", Style.DIM)), lead), Paragraph((Piece(shown),), indent=5)]
