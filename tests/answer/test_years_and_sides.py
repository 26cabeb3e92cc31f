"""Questions about tables with a row a year, with rates beside counts, of matches won and lost, and with a column of units."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from qa_bot.ask import Answerer
from qa_bot.build import build
from qa_bot.retrieval import open_index
from qa_bot.schema import Status

DOCUMENTS = {
    "lake-safety.csv": """\
Lake,Year,Drownings,Injured,Drownings per 100000 bathers,Change in drownings on previous year (%)
Orel,2022,12,30,2.4,9.1
Orel,2023,9,41,1.9,-25.0
Pim,2022,20,15,3.1,0.0
Pim,2023,23,18,3.6,15.0
Total,2022,32,45,2.8,3.2
Total,2023,32,59,2.8,0.0
""",
    "hockey.md": """\
# Northern Hockey League, season 2023-24

| Pos | Team | Played | Won | Drawn | Lost | Goals for | Goals against | Points |
|---|---|---|---|---|---|---|---|---|
| 1 | Ice Wolves | 28 | 19 | 4 | 5 | 88 | 51 | 61 |
| 2 | Harbour Town | 28 | 17 | 6 | 5 | 74 | 40 | 57 |
| 3 | Old Mill United | 28 | 9 | 5 | 14 | 50 | 77 | 32 |
""",
    "council.md": """\
# Council of Merrow: accounts (in thousands of euros)

| Item | Outturn 2022 | Budget 2023 |
|---|---|---|
| Libraries | 4,120 | 4,300 |
| Street lighting | 1,980 | 2,050 |
| Total expenditure | 6,100 | 6,350 |
""",
    "pokazateli.csv": """\
Показатель,Единица,2021,2022
Родившиеся,человек,812,790
Введено жилья,тыс. кв. м,51.5,48.2
Среднемесячная зарплата,рублей,39800,44150
Доходы бюджета,млн рублей,2120,2344
""",
}


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("years")
    for name, text in DOCUMENTS.items():
        (folder / "documents" / name).parent.mkdir(exist_ok=True)
        (folder / "documents" / name).write_text(text, encoding="utf-8")
    build([folder / "documents"], index=folder / "index", workers=1)
    return Answerer(open_index(folder / "index"))


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How many people drowned in Orel in 2023?", "9"),
        ("How many people were injured in Orel in 2023?", "41"),
        ("What was the drowning rate in Pim in 2022?", "3.1"),
        ("By what percentage did drownings fall in Orel in 2023?", "-25.0"),
        ("How many matches did Harbour Town lose?", "5"),
        ("How many games did Old Mill United win?", "9"),
        ("How many draws did Harbour Town have?", "6"),
        ("How many goals did Old Mill United score?", "50"),
        ("How many goals did Old Mill United concede?", "77"),
        ("How much was spent on libraries in 2022?", "4120000"),
        ("What was the total expenditure in 2022?", "6100000"),
        ("Сколько человек родилось в 2022 году?", "790"),
        ("Сколько жилья ввели в 2021 году?", "51500"),
        ("Какой была средняя зарплата в 2022 году?", "44150"),
        ("Сколько составили доходы бюджета в 2021 году?", "2120000000"),
    ],
)
def test_a_cell_answers_for_its_row_and_column(answerer: Answerer, question: str, value: str) -> None:
    answer = answerer.ask(question, as_of=date(2024, 7, 1))
    assert [figure.value for figure in answer.figures] == [Decimal(value)], answer.text
    assert answer.status is Status.ANSWERED


@pytest.mark.parametrize(("year", "share"), [("2022", "62.5"), ("2023", "71.9")])
def test_a_share_is_of_the_total_of_its_year(answerer: Answerer, year: str, share: str) -> None:
    answer = answerer.ask(f"What share of drownings in {year} happened in Pim?", as_of=date(2024, 7, 1))
    assert answer.figures[0].value == Decimal(share), answer.text


@pytest.mark.parametrize(
    ("question", "label"),
    [
        ("Which lake had the most drownings in 2022?", "Pim"),
        ("Which region had the highest drowning rate in 2023?", "Pim"),
        ("Which team scored the most goals?", "Ice Wolves"),
        ("Which team conceded the fewest goals?", "Harbour Town"),
    ],
)
def test_the_sums_are_none_of_the_rows(answerer: Answerer, question: str, label: str) -> None:
    answer = answerer.ask(question, as_of=date(2024, 7, 1))
    assert answer.text.startswith(label), answer.text
    assert not any("otal" in (figure.label or "") for figure in answer.figures)


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Did the number of drownings in Pim rise in 2023?", "yes"),
        ("Did drownings in Orel go up in 2023?", "no"),
        ("Выросла ли зарплата в 2022 году?", "yes"),
    ],
)
def test_two_years_of_a_row_tell_which_way_it_went(answerer: Answerer, question: str, verdict: str) -> None:
    assert answerer.ask(question, as_of=date(2024, 7, 1)).verdict == verdict


def test_planned_spending_is_none_that_was_done(answerer: Answerer) -> None:
    planned = answerer.ask("How much does Merrow plan to spend on street lighting in 2023?", as_of=date(2024, 7, 1))
    assert [figure.value for figure in planned.figures] == [Decimal(2050000)], planned.text
    assert answerer.ask("How much was spent on street lighting in 2023?", as_of=date(2024, 7, 1)).status is Status.NOT_FOUND
