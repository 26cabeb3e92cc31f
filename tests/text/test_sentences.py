"""Sentences: where they end, and where only an abbreviation does."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa_bot.text.sentences import split_sentences


def sentences(text: str, language: str = "en") -> list[str]:
    return [text[start:end] for start, end in split_sentences(text, 0, len(text), language)]


# Sentences are parted by "|".
ENGLISH = [
    "It rained. | It stopped.",
    "Dr. J. R. Smith met Gov. Hall. | They spoke.",
    "She chose room No. 5 on p. 12. | It was small.",
    "He worked for the U.S. Navy. | Then he left the U.S. | He came back.",
    "Prices rose 3.5 % in Jan. 2023. | 42 shops closed.",
    "Rye, oats, etc. were sown. | Barley came later.",
    "“Why now?” he asked. | Nobody knew.",
    "“It is over.” | She left.",
    '"It is over." | She left.',
    "(It was cold.) | Snow fell.",
    "This exceeds the results... | The most active were farmers.",
    "It went on … and on. | It ended.",
    "The plant makes 14 mln. MWh a year. | It weighs 90 kg. | GWh cost more now.",
    "1. Sow the rye. | 2. Water it.",
    "They met at 5 p.m. in town. | Few came!",
    "The plant grew 5 cm. | Then it died.",
    "The book by J. Brown et al. (2002) says so. | Read it.",
    "He paid the firm Smith Inc. a fee. | It closed.",
    "The vitamin is C. | The dose is small.",
    "Stop!!! | Who goes there?! | A friend.",
    "The mayor agreed.[12] | The council did not.[citation needed] | It voted.",
    "The harvest failed.The mill closed.",
]

RUSSIAN = [
    "Он весил 90 кг. | Гкал стоит 300 рублей.",
    "Отпустили 14 тыс. Гкал тепла. | Стало теплее.",
    "Снег вырос на 46 см. | Глава района доволен.",
    "Доля упала на 24 п. п. | Цена поднялась.",
    "Ветер усилится до 22 м/с. | Мороз окрепнет.",
    "Он пришёл, см. Приложение 3. | Все ушли.",
    "Шёл дождь. | Он кончился.",
    "В 2023 г. Минсельхоз закупил 5 тыс. тонн. | Этого мало.",
    "Школа открылась в 2012 г. | В ней 300 мест.",
    "Он жил на ул. Ленина, т. е. в центре. | Там тихо.",
    "Больница им. Пирогова приняла И. И. Петрова. | Он выздоровел.",
    "Ремонт стоил 5 млн руб. | Деньги дал город.",
    "«Это много». | Он согласился.",
    "«Да!» — ответил он. | Все молчали.",
    "Почему? | Никто не знал.",
    "Поля, сады и т. д. осмотрели. | Дефектов нет.",
    "Смотри рис. 5 и стр. 12. | Там всё есть.",
    "Дж. Смит приехал. | Его ждали.",
]


@pytest.mark.parametrize("marked", ENGLISH)
def test_english_sentences(marked: str) -> None:
    if marked == "The harvest failed.The mill closed.":
        assert sentences(marked) == ["The harvest failed.", "The mill closed."]
    else:
        assert sentences(marked.replace(" | ", " ")) == marked.split(" | ")


@pytest.mark.parametrize("marked", RUSSIAN)
def test_russian_sentences(marked: str) -> None:
    assert sentences(marked.replace(" | ", " "), "ru") == marked.split(" | ")


def test_a_blank_line_ends_a_sentence_and_a_line_end_does_not() -> None:
    assert sentences("Late\ntrains\n\nFull trains") == ["Late\ntrains", "Full trains"]


def test_lines_that_only_name_numbers_are_sentences_of_their_own() -> None:
    text = "Coats given: 52\nBeds: 40 (2021: 38)\nStaff: 7"
    assert [text[start:end] for start, end in split_sentences(text)] == text.split("\n")
    assert len(split_sentences("The fair had guests: 40 from Oslo\nand Bergen: 12 more came")) == 1


def test_only_the_named_part_is_split() -> None:
    text = "One. Two. Three."
    assert split_sentences(text, 5, 9, "en") == [(5, 9)]


@given(st.text(alphabet='aБ г.!?…"»«”“()[]1\n -—', max_size=60), st.sampled_from(["en", "ru"]))
@settings(max_examples=100)
def test_sentences_are_trimmed_ordered_and_cover_all_but_space(text: str, language: str) -> None:
    spans = split_sentences(text, 0, len(text), language)
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())


@pytest.mark.parametrize("unit", [".", ". ", "A. ", "[a", "«", "a.A", "\n \n", ".[1"])
def test_long_runs_take_linear_time(unit: str) -> None:
    split_sentences(unit * 20_000, 0, len(unit) * 20_000, "en")


@pytest.mark.parametrize(
    "text",
    [
        "Станция потратила 340 тыс. кВт.ч. Мощность её выросла.",
        "Построили 30 кв. м. Склады стоят рядом.",
        "Приехал А. С. Лунин. Он сел.",
    ],
)
def test_the_sign_of_a_unit_may_end_a_sentence(text: str) -> None:
    assert len(sentences(text, "ru")) == 2
