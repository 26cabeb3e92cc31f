"""Russian noun phrases in the form that a number asks for."""

from decimal import Decimal

import pytest

from qa_bot.text.inflection import after_number, as_name, head_of, of_amount, stands_for_noun, within


@pytest.mark.parametrize(
    ("phrase", "one", "two", "five"),
    [
        pytest.param("штрафах", "штраф", "штрафа", "штрафов", id="oblique"),
        pytest.param("детскими садами", "детский сад", "детских сада", "детских садов", id="adjective"),
        pytest.param("заявкам на участие", "заявка на участие", "заявки на участие", "заявок на участие", id="complement"),
        pytest.param("пострадавшем", "пострадавший", "пострадавших", "пострадавших", id="participle for a noun"),
        pytest.param("человек", "человек", "человека", "человек", id="a noun with a form of its own"),
        pytest.param("рабочих мест", "рабочее место", "рабочих места", "рабочих мест", id="an adjective that may be a noun"),
        pytest.param("forest fires", "forest fires", "forest fires", "forest fires", id="another language"),
    ],
)
def test_a_phrase_agrees_with_the_number_before_it(phrase: str, one: str, two: str, five: str) -> None:
    assert [after_number(phrase, Decimal(value)) for value in (21, 2, 5)] == [one, two, five]


def test_eleven_to_fourteen_are_no_ones_to_fours() -> None:
    assert {after_number("школам", Decimal(value)) for value in (11, 12, 13, 14, 111)} == {"школ"}


def test_a_part_of_one_takes_the_singular() -> None:
    assert after_number("случаев кори", Decimal("34.2")) == "случая кори"


def test_behind_a_bound_a_number_asks_for_the_genitive() -> None:
    assert [after_number("дома", Decimal(value), bounded=True) for value in (21, 22)] == ["дома", "домов"]


def test_what_is_joined_is_left_as_it_is() -> None:
    assert after_number("учеников и учителей", Decimal(21)) == "учеников и учителей"


def test_what_a_sum_is_of_is_named() -> None:
    assert (as_name("профицитом"), of_amount("дорогам"), as_name("доходы бюджета")) == ("профицит", "дорог", "доходы бюджета")


def test_a_name_keeps_its_capital() -> None:
    assert (within("Камер на дорогах"), within("Москвы"), within("ДТП")) == ("камер на дорогах", "Москвы", "ДТП")


def test_the_head_of_a_phrase_is_its_noun() -> None:
    assert (head_of("новых лифтов дома"), head_of("пострадавших"), head_of("42")) == ("лифт", "пострадавший", None)
    assert (stands_for_noun("пострадавших"), stands_for_noun("новых лифтов")) == (True, False)
