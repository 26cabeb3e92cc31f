"""What the second of two figures of a kind is of, where it says only which one it is."""

from collections.abc import Callable

import pytest

from qa_bot.schema import Figure

FiguresOf = Callable[[str], list[Figure]]

PAIRS = [
    pytest.param("A year of physics costs 245 crowns, of chemistry 138 crowns.", ["year of physics", "year of chemistry"], id="of"),
    pytest.param(
        "Ставка на складе — 120 тысяч рублей, в конторе — 95 тысяч.", ["Ставка на складе", "Ставка в конторе"], id="ru another preposition"
    ),
    pytest.param("Год на физике стоит 245 рублей, на химии — 138 рублей.", ["Год на физике", "Год на химии"], id="ru one preposition"),
    pytest.param(
        "Длина водопроводных сетей — 68 км, канализационных — 51 км.",
        ["Длина водопроводных сетей", "Длина канализационных сетей"],
        id="ru adjective",
    ),
    pytest.param(
        "Проезд в городе стоит 40 рублей, за город — 90 рублей, в область — 120 рублей.",
        ["Проезд в городе", "Проезд за город", "Проезд в область"],
        id="ru three",
    ),
]


@pytest.mark.parametrize(("text", "counted"), PAIRS)
def test_each_is_of_what_its_own_words_say(figures_of: FiguresOf, text: str, counted: list[str]) -> None:
    assert [figure.counted for figure in figures_of(text)] == counted


def test_what_says_which_one_it_is_stands_beside_the_other(figures_of: FiguresOf) -> None:
    first, second = figures_of("Год на физике стоит 245 тысяч рублей, на химии — 138 тысяч.")
    assert set(second.terms.counted) <= set(first.terms.beside)
    assert set(first.terms.counted) <= set(second.terms.beside)
    assert (second.unit, str(second.value)) == ("RUB", "138000")


def test_a_part_is_no_second_one(figures_of: FiguresOf) -> None:
    figures = figures_of("Расходы на дороги составили 12 млн рублей, в том числе 5 млн рублей на мосты.")
    assert all("том числе" not in (figure.counted or "") for figure in figures)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("Зарплата мастера — 97 тысяч рублей, ученик получает около шестидесяти.", 60_000, id="ru"),
        pytest.param("The master earns 97 thousand euros, the apprentice gets about sixty.", 60_000, id="en"),
        pytest.param("Зарплата мастера — 97 тысяч рублей, ученик получает 2 выходных.", 2, id="ru things"),
    ],
)
def test_a_bare_number_has_the_scale_of_the_sum_before(figures_of: FiguresOf, text: str, value: int) -> None:
    assert figures_of(text)[-1].value == value


ROWS = [
    pytest.param(
        "Средняя оценка по биологии — 4,2, по базовой химии — 3,7 (в 2022 году — 3,5), по истории — 4,0.",
        {
            "4,2": ("Средняя оценка по биологии", None),
            "3,7": ("Средняя оценка по базовой химии", None),
            "3,5": ("Средняя оценка по базовой химии", "2022"),
            "4,0": ("Средняя оценка по истории", None),
        },
        id="ru-scores",
    ),
    pytest.param(
        "Средний чек в столовых составил 310 рублей (в 2022 году — 270), в кафе — 640 (в 2022 году — 590).",
        {
            "310 рублей": ("Средний чек в столовых", None),
            "270": ("Средний чек в столовых", "2022"),
            "640": ("Средний чек в кафе", None),
            "590": ("Средний чек в кафе", "2022"),
        },
        id="ru-sums",
    ),
    pytest.param(
        "Среднее время ожидания хирурга — 12 дней, окулиста — 19 (в 2022 году — 23), невролога — 8.",
        {
            "12": ("Среднее время ожидания хирурга", None),
            "19": ("Среднее время ожидания окулиста", None),
            "23": ("Среднее время ожидания окулиста", "2022"),
            "8": ("Среднее время ожидания невролога", None),
        },
        id="ru-whose",
    ),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_each_number_of_a_row_has_its_own_thing_and_year(
    figures_of: FiguresOf, text: str, expected: dict[str, tuple[str, str | None]]
) -> None:
    found = {
        figure.surface: (figure.counted, str(figure.period.start)[:4] if figure.period is not None else None) for figure in figures_of(text)
    }
    assert found == expected


def test_a_bare_number_of_a_row_has_the_unit_of_the_first(figures_of: FiguresOf) -> None:
    assert [figure.unit for figure in figures_of("Среднее время ожидания хирурга — 12 дней, окулиста — 19.")] == ["day", "day"]


def test_no_year_of_brackets_leaves_them(figures_of: FiguresOf) -> None:
    found = figures_of("The average mark in biology was 4.2, in chemistry 3.7 (in 2022: 3.5) and in history 4.0.")
    assert [(figure.surface, figure.period is None) for figure in found] == [("4.2", True), ("3.7", True), ("3.5", False), ("4.0", True)]
