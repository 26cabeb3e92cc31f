"""By which sign a table parts decimals is told by its cells, and holds for those that could be read in two ways."""

from decimal import Decimal

import pytest

from qa_bot.figures.decimals import decimal_sign, read_by
from qa_bot.text.numbers import find_numbers
from qa_bot.text.tokens import tokenize


@pytest.mark.parametrize(
    ("cells", "sign"),
    [
        pytest.param(["12,5", "41.268", "Nord"], ",", id="a comma and two digits"),
        pytest.param(["1.204.500", "9.310"], ",", id="points that can only group"),
        pytest.param(["12.5", "41,268"], ".", id="a point and a digit"),
        pytest.param(["1,204,500 t"], ".", id="commas that can only group, with a unit"),
        pytest.param(["41,268", "9,310"], None, id="nothing tells"),
        pytest.param(["12,5", "12.5"], None, id="they differ"),
        pytest.param(["04.05.2023", "3,4,7"], None, id="a date and a list are no numbers"),
    ],
)
def test_a_table_shows_its_decimal_sign_or_not(cells: list[str], sign: str | None) -> None:
    assert decimal_sign(cells) == sign


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize(
    ("text", "sign", "value"),
    [
        ("41.268", ",", "41268"),
        ("41.268", ".", "41.268"),
        ("41,268", ".", "41268"),
        ("41,268", ",", "41.268"),
        ("0,125", ".", "0.125"),
        ("12,5", ",", "12.5"),
    ],
)
def test_a_number_that_could_be_two_is_read_by_the_sign(text: str, sign: str, value: str, language: str) -> None:
    (number,) = find_numbers(text, tokenize(text), language)
    assert read_by(number, sign, text, language).value == Decimal(value)
