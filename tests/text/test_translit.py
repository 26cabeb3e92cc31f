"""Names in two scripts: written in Latin, and met under one key."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa_bot.text.translit import is_name, latin, name_key


@pytest.mark.parametrize(
    ("russian", "expected"),
    [
        ("Колокольцев", "Kolokoltsev"),
        ("Плохов", "Plokhov"),
        ("Щёлково", "Shchelkovo"),
        ("Ельцин", "Yeltsin"),
        ("Юлия", "Yuliya"),
        ("Interpol", "Interpol"),
    ],
)
def test_russian_is_written_in_latin(russian: str, expected: str) -> None:
    assert latin(russian) == expected


@pytest.mark.parametrize(
    ("russian", "foreign"),
    [
        ("Колокольцев", "Kolokoltsev"),
        ("Плохов", "Plokhov"),
        ("Тарабрин", "Tarabrin"),
        ("Юрген", "Jurgen"),
        ("Юрген", "Jürgen"),
        ("Юрген", "Juergen"),
        ("Шток", "Stock"),
        ("Чайковский", "Tchaikovsky"),
        ("Хрущёв", "Khrushchev"),
        ("Королёв", "Korolyov"),
        ("Королёв", "Korolev"),
        ("Достоевский", "Dostoevsky"),
        ("Достоевский", "Dostoyevsky"),
        ("Зеленский", "Zelenskyy"),
        ("Ильин", "Il'in"),
        ("Гамбург", "Hamburg"),
        ("Ньютон", "Newton"),
        ("Чикаго", "Chicago"),
        ("Никсон", "Nixon"),
        ("Лоумур", "Lowmoor"),
    ],
)
def test_spellings_of_one_name_meet(russian: str, foreign: str) -> None:
    assert name_key(russian) == name_key(foreign)


@pytest.mark.parametrize(("one", "other"), [("Petrov", "Pavlov"), ("Краснов", "Краснин"), ("Sokolov", "Соболев"), ("Berlin", "Bern")])
def test_different_names_stay_apart(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


@pytest.mark.parametrize(
    ("asked", "said", "same"),
    [
        ("Громова", "Громов", True),
        ("Громовой", "Громова", True),
        ("Громовой", "Громов", False),
        ("Достоевского", "Достоевский", True),
        ("Шиловой", "Shilova", True),
        ("Gromov", "Громов", True),
        ("Ивановым", "Ильин", False),
    ],
)
def test_a_name_is_found_in_any_case(asked: str, said: str, same: bool) -> None:
    assert is_name(asked, said) is same


@given(st.text(max_size=30))
@settings(max_examples=100)
def test_any_word_has_a_key(word: str) -> None:
    assert isinstance(latin(word), str)
    assert isinstance(name_key(word), str)


@given(st.text(alphabet="абвгдежзийклмнопрстуфхцчшщъыьэюя", min_size=1, max_size=12))
@settings(max_examples=100)
def test_a_name_and_its_transliteration_have_one_key(word: str) -> None:
    assert name_key(word) == name_key(latin(word)) == name_key(word.capitalize())
