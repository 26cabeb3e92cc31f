"""Questions about changes and levels, about groups of people and doses of a row, about lengths of time and margins."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from qa_bot.ask import Answerer
from qa_bot.build import build
from qa_bot.retrieval import open_index
from qa_bot.schema import Status

DOCUMENTS = {
    "rents.md": """\
# Rents in Ossia

The vacancy rate in Ossia was 4.4 % in 2023, 0.6 percentage points lower than a year earlier. For tenants it was 3.9 % and for owners 5.2 %.

The fee for lifts will rise from 11.50 to 12.40 marks. The water charge goes up by 6 %.

Ossia's trade deficit in 2022 was to be 3.1 % of GDP. The outturn was 2.7 %.
""",
    "jobs.txt": (
        "The unemployment rate in Pella was 5.4 % in 2023. Among young people it was 11.3 %. For women it was 5.1 % and for men 5.6 %.\n"
    ),
    "cup.txt": """\
Kell ended the year with a 2-1 win over Moss in front of 9,200 spectators. Bray beat Lund and took the cup by three points.

The court sentenced the ticket seller Ivo Brand to two years and five months in prison.
""",
    "clinic.txt": """\
By 1 May 2023 the clinic in Tarn had given 7,400 people a first jab and 2,150 a second. The campaign is for children aged 5 to 11.
""",
    "dorogi.md": """\
# Дороги края

В 2023 году в крае отремонтировали 84 моста, на 12 % больше, чем в 2022 году. Площадь карьеров уменьшилась в 1,5 раза по сравнению с 2022 годом и составила 460 гектаров.
""",
}


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("changes")
    (folder / "documents").mkdir()
    for name, text in DOCUMENTS.items():
        (folder / "documents" / name).write_text(text, encoding="utf-8")
    build([folder / "documents"], index=folder / "index", workers=1)
    return Answerer(open_index(folder / "index"))


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("By how many percentage points did the vacancy rate fall compared with a year earlier?", "0.6"),
        ("What was the vacancy rate in Ossia in 2023?", "4.4"),
        ("What was the vacancy rate for owners in 2023?", "5.2"),
        ("What was the youth unemployment rate in Pella in 2023?", "11.3"),
        ("What was the unemployment rate for women in Pella in 2023?", "5.1"),
        ("By how much will the water charge go up?", "6"),
        ("How many people had a second jab by 1 May 2023?", "2150"),
        ("How many people had a first jab by 1 May 2023?", "7400"),
        ("На сколько процентов больше мостов отремонтировали в 2023 году?", "12"),
        ("Сколько мостов отремонтировали в 2023 году?", "84"),
        ("Во сколько раз уменьшилась площадь карьеров по сравнению с 2022 годом?", "1.5"),
        ("Какова площадь карьеров в 2023 году?", "460"),
    ],
)
def test_a_change_answers_for_a_change_and_a_level_for_a_level(answerer: Answerer, question: str, value: str) -> None:
    answer = answerer.ask(question, as_of=date(2024, 7, 1))
    assert [figure.value for figure in answer.figures] == [Decimal(value)], answer.text


@pytest.mark.parametrize(
    ("question", "wrong"),
    [
        ("By how much will the fee for lifts rise?", "6"),
        ("How many wins did Kell have?", "9200"),
        ("How many points did Bray have?", "3"),
        ("How many children are in the campaign?", "5"),
        ("What was the youth vacancy rate?", "3.9"),
        ("What was the youth unemployment rate in Pella?", "5.1"),
    ],
)
def test_what_is_said_of_another_thing_is_no_answer(answerer: Answerer, question: str, wrong: str) -> None:
    answer = answerer.ask(question, as_of=date(2024, 7, 1))
    assert answer.status is not Status.ANSWERED or Decimal(wrong) not in [figure.value for figure in answer.figures], answer.text


def test_a_length_of_time_in_two_units_is_one_figure(answerer: Answerer) -> None:
    answer = answerer.ask("How long was Ivo Brand sentenced to?", as_of=date(2024, 7, 1))
    assert [(figure.value, figure.unit) for figure in answer.figures] == [(Decimal(29), "month")], answer.text


def test_an_outturn_is_of_what_was_planned(answerer: Answerer) -> None:
    answer = answerer.ask("What was the trade deficit in 2022?", as_of=date(2024, 7, 1))
    assert Decimal("2.7") in [figure.value for figure in answer.figures], answer.text
