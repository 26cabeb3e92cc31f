"""What looks like a total, a part, a place or a rise, and is none."""

from datetime import date
from decimal import Decimal

import pytest

from qa_bot.ask import Answerer
from qa_bot.build import build
from qa_bot.retrieval import open_index
from qa_bot.schema import Answer, Status

DOCUMENTS = {
    "larne.md": "# Larne fire service: report for 2023\n\nTotal: 75 rescues were carried out in 2023. There were 90 calls in total.\n",
    "births.md": "# Births\n\nBirths by parish, 2023\n\n| Parish | Births |\n|---|---|\n| All Saints | 240 |\n| St Mary | 120 |\n| St John | 80 |\n",
    "trams.md": "# Holm\n\nIn 2020 there were 50 strikes in Holm. In 2021 there were 20 strikes and in 2022 there were 30 strikes.\n",
    "roads.md": "# Roads\n\n| Year | Deaths | Decrease in deaths on previous year (%) |\n|---|---|---|\n| 2023 | 90 | 10 |\n",
}


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder = tmp_path_factory.mktemp("totals")
    (folder / "documents").mkdir()
    for name, text in DOCUMENTS.items():
        (folder / "documents" / name).write_text(text, encoding="utf-8")
    build([folder / "documents"], index=folder / "index", workers=1)
    return Answerer(open_index(folder / "index"))


def asked(answerer: Answerer, question: str) -> Answer:
    return answerer.ask(question, as_of=date(2024, 7, 1))


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How many rescues were carried out in Larne in 2023?", "75"),
        ("Which parish had the most births in 2023?", "240"),
        ("By how much did road deaths fall in 2023?", "10"),
    ],
)
def test_the_figure_answers(answerer: Answerer, question: str, value: str) -> None:
    assert asked(answerer, question).figures[0].value == Decimal(value)


def test_a_year_is_no_part_of_another(answerer: Answerer) -> None:
    answer = asked(answerer, "How many strikes were there in Holm in 2021?")
    assert [(figure.value, figure.part_of) for figure in answer.figures] == [(Decimal(20), None)]


def test_a_decrease_is_no_rise(answerer: Answerer) -> None:
    assert asked(answerer, "By how much did road deaths rise in 2023?").status is Status.NOT_FOUND
