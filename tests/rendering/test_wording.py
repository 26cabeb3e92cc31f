"""Dates, periods and numbers in words."""

from datetime import date
from decimal import Decimal

import pytest

from qa_bot.rendering.wording import amount, basis, bound, day, period, plain
from qa_bot.schema import Basis, Bound, CitedFigure, Measure, Period


def test_a_period_says_where_it_comes_from() -> None:
    inferred = Period(start=date(2022, 3, 1), end=date(2022, 6, 30), surface="March to June", basis=Basis.CONTEXT)
    assert (period(inferred, "en"), basis(inferred.basis, "en")) == ("March–June 2022", "from the text around it")


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_bound_and_basis_has_a_word(language: str) -> None:
    assert all(bound(value, language) for value in Bound)
    assert all(basis(value, language) for value in Basis)
    assert bound(Bound.AT_LEAST, "en") == "at least"


@pytest.mark.parametrize(
    ("figure", "shown"),
    [
        pytest.param({"value": 3000, "bound": Bound.MORE_THAN, "surface": "3,000"}, "more than 3,000", id="bound"),
        pytest.param({"value": 140000, "bound": Bound.ABOUT, "surface": "140 thousand"}, "about 140 thousand", id="scale word"),
        pytest.param({"value": 9, "surface": "nine"}, "9", id="in words"),
        pytest.param({"value": "0.333333", "surface": "a third"}, "a third", id="fraction in words"),
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
    assert plain(Decimal(3000000), "en") == "3,000,000"
    assert plain(Decimal("33.30"), "en") == "33.30"
    assert plain(Decimal("3000000.5"), "ru") == "3\u00a0000\u00a0000,5"


def test_a_day_in_words() -> None:
    assert day(date(2022, 10, 14), "en") == "14 October 2022"
