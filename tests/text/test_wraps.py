"""A number that is broken at its thousands at the end of a line is one where the line was full and a verb leads to it, and two elsewhere."""

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


@pytest.mark.parametrize(
    ("text", "told", "language"),
    [
        pytest.param(
            "The railway of the northern region of the country said that on the day, on train 12\n345 passengers were late by an hour and "
            "nobody else was,\nsince that had left the town before the storm came down from the hills there.",
            [12, 345],
            "en",
            id="a train",
        ),
        pytest.param(
            "The fire brigade of the town reported that in the night and in the morning of May 12\n345 people were taken from their houses "
            "by boat and by\ncar and brought to the halls of the schools, where they were given food and clothes.",
            [12, 345],
            "en",
            id="a day",
        ),
        pytest.param(
            "По сообщению управления района во время паводка из общежития по улице Мира, 12\n345 жильцов были вывезены спасателями на лодках "
            "и машинах в здания\nшкол района, где им выдали еду и одежду, собранную жителями соседних сёл.",
            [12, 345],
            "ru",
            id="a house behind a comma",
        ),
        pytest.param(
            "По сообщению управления района во время паводка из затопленного дома номер 12\n345 жителей были вывезены спасателями на лодках "
            "и машинах в здания\nшкол района, где им выдали еду и одежду, собранную жителями соседних сёл.",
            [12, 345],
            "ru",
            id="a house by its number",
        ),
        pytest.param(
            "В прошлом году управление приняло обращения граждан по разным вопросам, всего 12\n450 человек получили ответы в срок, остальные "
            "получили их позже\nпо ряду причин, которые названы в отчёте управления и в приложении к нему.",
            [12, 450],
            "ru",
            id="in all",
        ),
    ],
)
def test_a_number_that_may_be_whole_at_the_end_of_its_line(text, told, language):
    assert _told(text, language) == told


@pytest.mark.parametrize("width", range(50, 120, 5))
def test_text_wrapped_to_any_width_holds_its_number(width):
    text = f"{ABOVE} to whoever asks. In the year it was visited 163 870 {BELOW}, while the county gave 31 400 books to schools."
    assert [value for value in _told("\n".join(textwrap.wrap(text, width))) if value > 100] == [163_870, 31_400]


def test_a_russian_number_over_two_lines():
    text = (
        "Библиотека открыта для всех жителей области и за год записала новых читателей,\n"
        "отметили в отчёте, который вышел весной, а за это время её читатели посетили 163\n870 раз, и это больше, чем когда-либо."
    )
    assert _told(text, "ru") == [163_870]
