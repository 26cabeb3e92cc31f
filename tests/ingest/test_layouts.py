"""On a page that a table lays out, the text is its cell alone: neither the masthead over it nor the columns beside it."""

import time

import pytest

from qa_bot.ingest.flow import shown
from qa_bot.ingest.readers.html import read_page
from qa_bot.ingest.tree import Page
from qa_bot.schema import BlockKind

_BODY = "<br><br>".join(
    f"The ferry of {place} carried {count} cars in the season, {less} fewer than the year before, the harbour master told the board."
    for place, count, less in (("Inch", 4100, 60), ("Carra", 3700, 85), ("Dunmore", 2950, 41), ("Sole", 1880, 12), ("Fane", 960, 7))
)
_LINKS = "<br>".join(
    f"<a href='/{word}'>{word.title()} of the islands and their people</a>" for word in ("news", "letters", "tides", "weddings")
)


def _read(page: str) -> tuple[str | None, list[str]]:
    (draft,) = read_page(page.encode(), "page.html")
    kept = [draft.text[piece.start : piece.end] for piece in draft.pieces if piece.kind is not BlockKind.FURNITURE]
    return draft.declared.title, kept


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(
            "<table width=760><tr><td colspan=2><font size=6>The Island Mail</font><br>In print since 1902 - Friday, May 3, 2002</td></tr>"
            f"<tr><td>{_LINKS}<br><br><b>Tides</b><br>High 6.20, low 12.40</td><td><font size=5><b>Ferries carry fewer cars</b></font><br><br>{_BODY}</td></tr></table>",
            id="a masthead, and a column to the left",
        ),
        pytest.param(
            "<center><table><tr><td><h2>Island Mail</h2>Founded 1902</td></tr></table></center><table><tr>"
            f"<td><h2>Ferries carry fewer cars</h2>{_BODY}</td><td><b>More</b><br>{_LINKS}<br><br><b>Order!</b><br>Only 4.50 a month, ring us.</td></tr></table>",
            id="two tables, and a column to the right",
        ),
        pytest.param(
            f"<table><tr><td>{_LINKS}</td><td><font size=5>Ferries carry fewer cars</font><br>By Ann Rudd<br><br>{_BODY}</td>"
            f"<td>{_LINKS}<br><br>Poll<br>Is it too dear?<br>Yes 71%<br>No 29%</td></tr></table>",
            id="between two columns",
        ),
    ],
)
def test_the_cell_of_the_text_is_all_of_the_text(page: str) -> None:
    title, kept = _read(f"<html><head><title>Island Mail - Ferries carry fewer cars</title></head><body>{page}</body></html>")
    assert title == "Ferries carry fewer cars"
    assert sum(line.startswith("The ferry of") for line in kept) == 5
    assert not [line for line in kept if not line.startswith(("The ferry of", "Ferries carry", "By Ann"))]


def test_of_paragraphs_in_one_element_each_has_its_own_links() -> None:
    page = "<div>The tide is high at noon.<br><br><a href='/t'>Tides</a> of May<br><br><a href='/w'>Weather</a></div>"
    assert [block.links for block in shown(Page(page).root)] == [0, 5, 7]


def test_their_links_are_counted_in_linear_time() -> None:
    page = "<div>" + "".join(f"A line with <a href='/{at}'>link {at}</a><br><br>" for at in range(20_000)) + "</div>"
    started = time.process_time()
    assert sum(1 for _ in shown(Page(page).root)) == 20_000
    assert time.process_time() - started < 10
