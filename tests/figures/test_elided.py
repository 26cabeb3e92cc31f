"""What a number counts of which only an adjective or the unit is written."""

from collections.abc import Callable

import pytest

from qa_bot.schema import Figure

FiguresOf = Callable[[str], list[Figure]]


@pytest.mark.parametrize(
    ("text", "unit", "counted"),
    [
        ("Сгорело 48 зданий, в том числе 17 деревянных.", "здание", "деревянных зданий"),
        ("Купили 12 новых машин и пять подержанных.", "машина", "подержанных машин"),
        ("В городе 12 школ и пять столовых.", "столовая", "столовых"),
        ("Из шахты подняли 40 рабочих, в том числе 12 раненых.", "person", "раненых"),
    ],
)
def test_an_adjective_alone_is_of_the_things_counted_before(figures_of: FiguresOf, text: str, unit: str, counted: str) -> None:
    last = figures_of(text)[-1]
    assert (last.unit, last.counted) == (unit, counted)


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("В 2031 году построили 36 км дорог, в 2030 году — 28 км.", "дорог"),
        ("Отремонтируют 455 километров труб и заменят 52 километра.", "труб"),
        ("В 2031 году собрали 410 тонн яблок. В 2030 году было собрано 380 тонн.", "яблок"),
        ("Численность медсестёр на 1 мая составила 120 человек, на 1 января — 95 человек.", "медсестёр"),
    ],
)
def test_a_bare_unit_goes_on_with_the_thing_before(figures_of: FiguresOf, text: str, counted: str) -> None:
    assert figures_of(text)[-1].counted == counted


def test_a_unit_alone_takes_nothing_from_another_deed_of_the_sentence_before(figures_of: FiguresOf) -> None:
    assert figures_of("Собрали 410 тонн яблок. Грузчики подняли 12 тонн.")[-1].counted == "тонн"


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Since May 310 cases of mumps were recorded. In June 58 cases were confirmed.", "cases of mumps"),
        ("С мая зарегистрировано 310 случаев паротита.\n\nВ июне выявлено 58 случаев.", "случаев паротита"),
        ("Since May 310 cases of mumps and 40 cases of rubella were recorded. In June 58 cases were confirmed.", "cases"),
        ("Lind got 310 votes for the plan. Berg got 58 votes.", "votes"),
        ("Сдали 310 крупных судов. В июне приняли 58 судов.", "судов"),
    ],
)
def test_a_thing_named_in_fewer_words_is_the_one_of_all_before(figures_of: FiguresOf, text: str, counted: str) -> None:
    assert figures_of(text)[-1].counted == counted


@pytest.mark.parametrize(
    "text",
    [
        "In 2022 customs seized 14 tonnes of tea; in 2023 9 tonnes.",
        "Customs seized 14 tonnes of tea in 2022 and 9 tonnes in 2023.",
        "The well gave 14 tonnes of tea, the other 9 tonnes.",
    ],
)
def test_a_quantity_goes_on_to_be_of_the_same(figures_of: FiguresOf, text: str) -> None:
    assert [figure.counted for figure in figures_of(text)] == ["tea", "tea"]
