"""A number that is broken at its thousands at the end of a line is one where the line was full, and two elsewhere."""

import textwrap

import pytest

from qa_bot.text.numbers import find_numbers
from qa_bot.text.tokens import tokenize

ABOVE = "The library of Tarn is open to all, and its nine branches lend books, maps and records"
BELOW = "times by readers of all ages, who came from each of the parishes around the old town"


def _told(text: str, language: str = "en") -> list[int]:
    return [int(number.value) for number in find_numbers(text, tokenize(text), language)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(f"{ABOVE}\nand the reading room on the second floor of the main house for loans was visited 163\n870 {BELOW}", [163_870], id="a full line"),
        pytest.param(f"{ABOVE}\nand the reading room of the main house on the old town square was then visited 1 163\n870 {BELOW}", [1_163_870], id="two groups before"),
        pytest.param(f"{ABOVE}\nand the reading room was visited 163\n870 {BELOW}", [163, 870], id="a short line"),
        pytest.param(f"{ABOVE}\nand the reading room on the second floor of the main house for loans was visited 163\n87 {BELOW}", [163, 87], id="two digits"),
        pytest.param(f"{ABOVE}\nand the reading room on the second floor of the main house for loans is open since 2019\n870 {BELOW}", [2019, 870], id="a year"),
        pytest.param("Tarn 31\n400 boats\nOrlo 12\n300 boats", [31, 400, 12, 300], id="records"),
        pytest.param("The reading room on the second floor was visited 163\n870 times in the year.", [163, 870], id="nothing shows that it was wrapped"),
    ],
)  # fmt: skip
def test_a_number_over_two_lines(text, told):
    assert _told(text)[-len(told) :] == told


@pytest.mark.parametrize("width", range(50, 120, 5))
def test_text_wrapped_to_any_width_holds_its_number(width):
    text = (
        f"{ABOVE} to whoever asks. In the year it was visited 163 870 {BELOW}, and 31 400 books were given away to schools in the county."
    )
    assert [value for value in _told("\n".join(textwrap.wrap(text, width))) if value > 100] == [163_870, 31_400]


def test_a_russian_number_over_two_lines():
    text = (
        "Библиотека открыта для всех жителей области и за год записала новых читателей,\n"
        "отметили в отчёте, который вышел весной, а посетили её за это время ровно 163\n870 раз, и это больше, чем когда-либо."
    )
    assert _told(text, "ru") == [163_870]
