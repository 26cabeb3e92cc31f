"""How long something took, as a text says it."""

from decimal import Decimal

import pytest

from qa_bot.text.durations import alike, durations


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("They had waited more than six months.", [("six months", False)], id="more-than"),
        pytest.param("She taught there for less than two years.", [("two years", True)], id="less-than"),
        pytest.param("They had been ill for a year or longer.", [("a year", False)], id="or-longer"),
        pytest.param("The strike lasted 12 days.", [("12 days", None)], id="plain"),
        pytest.param("They waited not more than six months.", [("six months", True)], id="not-more-than"),
        pytest.param("They served no less than two years.", [("two years", False)], id="no-less-than"),
        pytest.param("They waited two years, more than in 2021.", [("two years", None)], id="more-behind-a-comma"),
        pytest.param("The ferry was late by up to three hours.", [("three hours", True)], id="up-to"),
        pytest.param("They stayed at least two weeks.", [("two weeks", False)], id="at-least"),
        pytest.param("Infants under two years are carried free.", [], id="an-age"),
        pytest.param("They waited under two years.", [("two years", True)], id="under-behind-a-verb"),
        pytest.param("He left two years ago, aged 18 years old.", [], id="ago-and-age"),
        pytest.param("It rained a day later.", [], id="later"),
        pytest.param("They earn 40 crowns a day.", [], id="a-day"),
    ],
)
def test_lengths_of_time_are_found(text: str, found: list[tuple[str, bool | None]]) -> None:
    assert [(text[each.start : each.end], each.upper) for each in durations(text, "en")] == found


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("for 12 months", "more than a year", True, id="twelve-months"),
        pytest.param("for two years", "for a year", False, id="twice-as-long"),
        pytest.param("less than a year", "more than a year", False, id="opposite-ends"),
        pytest.param("more than two years", "for two years", False, id="exactly-so-long"),
        pytest.param("more than three hours", "for up to three hours", False, id="at-most-so-long"),
        pytest.param("for four weeks", "for a month", False, id="four-weeks"),
    ],
)
def test_lengths_are_alike(one: str, other: str, same: bool) -> None:
    assert alike(durations(f"They stayed {one}.", "en")[0], durations(f"They stayed {other}.", "en")[0]) is same


def test_a_year_has_365_days() -> None:
    assert durations("They stayed for two years.", "en")[0].days == Decimal(730)
