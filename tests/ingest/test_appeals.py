"""What asks to give, sign, bet or buy goes with its element, unless the page tells of what can be booked."""

import pytest

from qa_bot.ingest.flow import shown
from qa_bot.ingest.mainpart import content_of
from qa_bot.ingest.tree import Page

STORY = "".join(
    f"<p>The mill at {place} ground {count} tonnes of grain last winter and stood still for only {days} days, its owner says.</p>"
    for place, count, days in (("Tarn", 400, 3), ("Onda", 310, 9), ("Wick", 280, 4), ("Saltby", 560, 12), ("Halden", 190, 7))
)
COURSES = ("pottery", "weaving", "baking", "carving", "singing", "sewing", "drawing", "welding")


def _kept(body: str) -> list[str]:
    blocks = list(shown(Page(f"<body>{body}</body>").root))
    return [block.text for block, kept in zip(blocks, content_of(blocks), strict=True) if kept]


@pytest.mark.parametrize("button", ["Book now", "Donate"])
def test_each_of_several_things_with_a_button_below_is_told_of(button: str) -> None:
    courses = "".join(
        f"<div><h3>{name.title()}</h3><p>The {name} course begins in May and costs {40 + at} pounds for six evenings.</p><a href='/b{at}'>{button}</a></div>"
        for at, name in enumerate(COURSES)
    )
    kept = _kept(
        f"<main><h1>Courses of the mill</h1><p>All courses are held in the old mill at Tarn, on the upper floor.</p>{courses}</main>"
    )
    assert [name for name in COURSES if any(f"The {name} course" in text for text in kept)] == list(COURSES)


def test_what_can_be_booked_is_told_of_where_it_says_a_number() -> None:
    course = "<div><h3>Pottery</h3><p>The pottery course costs 40 pounds.</p><a href='/b'>Book now</a></div>"
    assert "The pottery course costs 40 pounds." in _kept(f"<div><h1>The mills</h1>{STORY}{course}</div>")


@pytest.mark.parametrize("around", ["body", "main", "article"])
def test_a_button_that_stands_in_the_text_itself_takes_nothing_along(around: str) -> None:
    kept = _kept(f"<div><h1>Mills</h1></div><{around}>{STORY}<p><a href='/s'>Sign now</a></p></{around}>")
    assert sum(text.startswith("The mill at") for text in kept) == 5


@pytest.mark.parametrize(
    "appeal",
    [
        pytest.param("<div><h3>Keep the mills turning</h3><p>Every gift helps.</p><a href='/g'>Donate now</a></div>", id="gifts"),
        pytest.param("<div><p>See if you can have a mill.</p><p>It takes 5 minutes.</p><a href='/s'>Start now</a></div>", id="a service"),
        pytest.param("<div><p>Tarn to win 2/5 with OddsHut</p><a>Bet now</a></div>", id="bets"),
        pytest.param("<div><p>Every gift helps.</p><a>Donate</a></div><div><p>Every gift helps.</p><a>Donate</a></div>", id="twice"),
    ],
)
def test_what_asks_for_gifts_or_bets_is_none_of_the_text(appeal: str) -> None:
    kept = _kept(f"<div><h1>Mills</h1>{STORY}{appeal}{STORY.replace('winter', 'summer')}</div>")
    assert len(kept) == 11
