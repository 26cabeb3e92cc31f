"""Rows of teasers are no text, wherever they stand; headings that are links are, where they head the text."""

import pytest

from qa_bot.ingest.flow import shown
from qa_bot.ingest.mainpart import content_of
from qa_bot.ingest.tree import Page

STORY = "".join(
    f"<p>The mill at {place} ground {count} tonnes of grain last winter and stood still for only {days} days, its owner says.</p>"
    for place, count, days in (
        ("Tarn", 400, 3),
        ("Onda", 310, 9),
        ("Wick", 280, 4),
        ("Saltby", 560, 12),
        ("Halden", 190, 7),
        ("Oldmere", 720, 2),
    )
)
TOWNS = ("Carsby", "Hensby", "Wellford", "Tolo")


def _kept(body: str) -> list[str]:
    blocks = list(shown(Page(f"<body><div class='page'>{body}</div></body>").root))
    return [block.text for block, kept in zip(blocks, content_of(blocks), strict=True) if kept]


def _teasers(item: str) -> str:
    return "".join(item.format(town=town, slug=town.lower()) for town in TOWNS)


@pytest.mark.parametrize(
    "item",
    [
        pytest.param(
            "<div class='k1'><h3><a href='/{slug}'>{town} sells its mill</a></h3><p>The council of {town} has sold the mill, which nobody wanted to repair, "
            "for one crown to a baker.</p></div>",
            id="a heading that is a link, and a text",
        ),
        pytest.param(
            "<div class='k1'><a href='/{slug}'><h3>{town} sells its mill</h3></a><p>The council of {town} has sold the mill, which nobody wanted to repair, "
            "for one crown to a baker.</p></div>",
            id="a link around the heading",
        ),
        pytest.param(
            "<li><a href='/{slug}'>{town} sells its mill</a> TOLO: The council of {town} has sold the mill, which nobody wanted to repair, for one crown to...</li>",
            id="items that break off",
        ),
    ],
)
@pytest.mark.parametrize("above", [False, True], ids=["below", "above"])
def test_a_row_of_teasers_is_none_of_the_text(item: str, above: bool) -> None:
    story, row = f"<h1>Mills</h1>{STORY}", f"<div>{_teasers(item)}</div>"
    kept = _kept(row + story if above else story + row)
    assert sum(text.startswith("The mill at") for text in kept) == 6
    assert not any(town in text for text in kept for town in TOWNS)


@pytest.mark.parametrize(
    "item",
    [
        pytest.param("<h3><a href='#{slug}'>The mill of {town}</a></h3>", id="headings that lead to their own places"),
        pytest.param("<h3>The mill of {town}</h3>", id="headings that lead nowhere"),
    ],
)
def test_headings_of_the_text_stay(item: str) -> None:
    parts = STORY.split("</p>")[:4]
    body = "".join(
        f"{_head}{part}</p>" for _head, part in zip((item.format(town=town, slug=town.lower()) for town in TOWNS), parts, strict=True)
    )
    kept = _kept(f"<h1>Mills</h1>{body}")
    assert [text for text in kept if text.startswith("The mill of")] == [f"The mill of {town}" for town in TOWNS]


def test_items_with_headings_that_are_links_are_the_text_of_a_page_that_has_no_other() -> None:
    item = "<div class='k1'><h3><a href='/{slug}'>{town}</a></h3><p>The mill of {town} has stood on the river for three hundred years and still grinds oats and rye.</p></div>"
    kept = _kept(f"<h1>Mills</h1>{_teasers(item)}")
    assert sum("three hundred years" in text for text in kept) == len(TOWNS)


def test_a_lone_heading_that_is_a_link_takes_no_text_along() -> None:
    lists = "".join(f"<div><h3><a href='/{town}'>{town} sells its mill</a></h3></div>" for town in TOWNS[:2])
    kept = _kept(f"<div><h1>Mills</h1><h3><a href='/o'>Onda</a></h3>{STORY}</div><div>{lists}</div>")
    assert sum(text.startswith("The mill at") for text in kept) == 6
