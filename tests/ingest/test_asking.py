"""A box that asks its reader to subscribe or give is none of the text, and neither is what says who wrote it; what tells facts is."""

import pytest

from qa_bot.ingest.asking import tells_of_author
from qa_bot.ingest.furniture import is_furniture
from qa_bot.ingest.readers.html import read_page
from qa_bot.schema import BlockKind

_STORY = "".join(
    f"<p>The quarry at {place} cut {count} blocks of slate in the spring and sold most of them to roofers, its foreman told the board.</p>"
    for place, count in (("Brae", 410), ("Lorne", 325), ("Skell", 290), ("Ormsay", 560))
)


def _text(inner: str, head: str = "") -> str:
    page = f"<html><head><title>Slate</title>{head}</head><body><main><h1>Slate sells well again</h1>{_STORY}{inner}{_STORY.replace('spring', 'autumn')}</main></body></html>"
    (draft,) = read_page(page.encode(), "page.html")
    return "\n".join(draft.text[piece.start : piece.end] for piece in draft.pieces if piece.kind is not BlockKind.FURNITURE)


@pytest.mark.parametrize(
    ("box", "word"),
    [
        pytest.param(
            "<aside><p>Sign up to Slate Week</p><p>A weekly email with all that moves the trade of 12 countries</p></aside>",
            "countries",
            id="newsletter",
        ),
        pytest.param(
            "<div><h3>Our weekly newsletter</h3><p>Put your email address here, and 3,000 others will envy you.</p></div>",
            "envy",
            id="by its name",
        ),
        pytest.param(
            "<div><h2>Before you go, would you consider helping us?</h2><p>Some 40,000 readers pay for our journalism.</p><div>£4 a month</div></div>",
            "readers",
            id="gifts to a paper",
        ),
        pytest.param(
            "<section><h3>Help keep the quarries safe</h3><p>A gift of $25 buys 6 helmets.</p><a>Give monthly</a><a>Give once</a></section>",
            "helmets",
            id="gifts, two buttons",
        ),
        pytest.param(
            "<div><h3>Поддержите нашу редакцию</h3><p>Ваша поддержка помогла нам выпустить 120 номеров.</p></div>",
            "номеров",
            id="ru, gifts",
        ),
        pytest.param(
            "<div><h3>Подпишитесь на «Сланец»</h3><p>Раз в неделю мы шлём рассылку о 14 карьерах.</p></div>",
            "карьерах",
            id="ru, newsletter",
        ),
    ],
)
def test_a_box_that_asks_is_none_of_the_text(box: str, word: str) -> None:
    text = _text(box)
    assert word not in text
    assert text.count("The quarry at") == 8


@pytest.mark.parametrize(
    ("box", "word"),
    [
        pytest.param("<div><h3>Support for miners</h3><p>The fund paid 340 miners when the pit stood still.</p></div>", "340", id="a fund"),
        pytest.param(
            "<div><h3>Help us understand the fall</h3><p>In 2021 the pits sold 900 blocks, in 2022 only 640.</p></div>",
            "640",
            id="a question",
        ),
        pytest.param(
            "<div><h3>Join the union?</h3><p>Of 1,200 cutters 810 have done so, which is more than in 2019.</p></div>", "810", id="a union"
        ),
        pytest.param(
            "<div><h3>Our readers</h3><p>The trade paper has 4,100 subscribers, it says.</p></div>", "4,100", id="figures of a paper"
        ),
    ],
)
def test_a_box_that_tells_is_text(box: str, word: str) -> None:
    assert word in _text(box)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("Ines Varga covers mines and has lived in Brae since 2004.", True, id="what she covers"),
        pytest.param("Ines Varga is the business correspondent. More about Ines Varga", True, id="more"),
        pytest.param("By Ines Varga Ines Varga is a reporter who joined in 2015.", True, id="twice"),
        pytest.param("Ines Varga found 40 blocks in the yard.", False, id="what she did"),
        pytest.param("Olaf Brandt is a reporter.", False, id="somebody else"),
    ],
)
def test_what_says_who_wrote_a_text_is_told_by_the_name(line: str, expected: bool) -> None:
    assert tells_of_author(line, ["Ines Varga"]) is expected


def test_it_is_none_of_the_text() -> None:
    bio = "<div><p>Ines Varga writes on mines and has visited 31 of them. More about Ines Varga</p></div>"
    assert "31" not in _text(bio, '<meta name="author" content="Ines Varga">')


@pytest.mark.parametrize(
    "line",
    [
        "Watch: the blast at Brae 1:42 Video unavailable. Please enable JavaScript.",
        "To play this video you need to enable JavaScript in your browser.",
        "Media playback is not supported on your device",
        "Your browser does not support the audio element.",
        "Ваш браузер не поддерживает видео.",
        "A version of this article appears in print on May 3, 2021, Section A, Page 9.",
    ],
)
def test_what_a_player_says_is_furniture(line: str) -> None:
    assert is_furniture(line)
