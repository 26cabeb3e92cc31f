"""Dates, periods and numbers in words."""

from datetime import date
from decimal import Decimal

import pytest

from qa_bot.cli.wording import amount, day, period, plain
from qa_bot.schema import Basis, Bound, CitedFigure, Measure, Period


def span(start: str, end: str) -> Period:
    return Period(start=date.fromisoformat(start), end=date.fromisoformat(end), surface="then")


@pytest.mark.parametrize(
    ("start", "end", "english", "russian"),
    [
        pytest.param("2023-01-01", "2023-12-31", "2023", "2023", id="a year"),
        pytest.param("2020-01-01", "2022-12-31", "2020 to 2022", "2020 – 2022", id="years"),
        pytest.param("2024-02-01", "2024-02-29", "February 2024", "февраль 2024", id="a month, leap year"),
        pytest.param("2022-03-01", "2022-06-30", "March to June 2022", "март – июнь 2022", id="months"),
        pytest.param("2021-11-01", "2022-02-28", "November 2021 to February 2022", "ноябрь 2021 – февраль 2022", id="over New Year"),
        pytest.param("2022-01-01", "2022-10-14", "1 January to 14 October 2022", "1 января – 14 октября 2022", id="so far"),
        pytest.param("2022-12-30", "2023-01-02", "30 December 2022 to 2 January 2023", "30 декабря 2022 – 2 января 2023", id="days"),
        pytest.param("2022-05-09", "2022-05-09", "9 May 2022", "9 мая 2022", id="a day"),
    ],
)
def test_a_period_is_said_as_briefly_as_it_can_be(start: str, end: str, english: str, russian: str) -> None:
    assert period(span(start, end), "en") == english
    assert period(span(start, end), "ru") == russian


def test_an_unresolved_period_is_quoted() -> None:
    assert period(Period(start=None, end=None, surface="last year", basis=Basis.UNRESOLVED), "en") == '"last year"'


def test_an_open_period_names_the_end_that_is_known() -> None:
    assert period(Period(start=date(2020, 5, 1), end=None, surface="since"), "en") == "since 1 May 2020"
    assert period(Period(start=None, end=date(2020, 5, 1), surface="until"), "en") == "until 1 May 2020"


@pytest.mark.parametrize(
    ("figure", "shown"),
    [
        pytest.param({"value": 3000, "bound": Bound.MORE_THAN, "surface": "3,000"}, "more than 3,000", id="bound"),
        pytest.param({"value": 140000, "bound": Bound.ABOUT, "surface": "140 thousand"}, "about 140 thousand", id="scale word"),
        pytest.param({"value": 9, "surface": "nine"}, "9", id="in words"),
        pytest.param({"value": 30, "upper": 40, "bound": Bound.BETWEEN, "surface": "thirty to forty"}, "30–40", id="range in words"),
        pytest.param({"value": 30, "upper": 40, "bound": Bound.BETWEEN, "surface": "30-40"}, "30-40", id="range"),
        pytest.param({"value": "33.3", "unit": "%", "measure": Measure.SHARE}, "33.3 %", id="derived share"),
        pytest.param({"value": 12, "unit": "%", "measure": Measure.SHARE, "surface": "12%"}, "12%", id="share as written"),
        pytest.param({"value": 12, "unit": "%", "measure": Measure.SHARE, "surface": "12 per cent"}, "12 per cent", id="share in words"),
        pytest.param({"value": 5, "unit": "USD", "measure": Measure.MONEY, "surface": "$5"}, "$5", id="money as written"),
        pytest.param({"value": 5000, "unit": "USD", "measure": Measure.MONEY}, "5,000 USD", id="money"),
        pytest.param({"value": 7, "unit": "train", "surface": "7"}, "7", id="a count names its unit elsewhere"),
    ],
)
def test_an_amount_has_its_bound_and_unit(figure: dict[str, object], shown: str) -> None:
    assert amount(CitedFigure.model_validate({"figure_id": "f", **figure}), "en") == shown


def test_thousands_are_separated_and_nothing_is_rounded() -> None:
    assert plain(Decimal(3000000)) == "3,000,000"
    assert plain(Decimal("33.30")) == "33.30"


def test_a_day_in_words() -> None:
    assert day(date(2022, 10, 14), "en") == "14 October 2022"
