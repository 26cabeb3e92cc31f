"""Questions that name a place or a year of which the documents tell nothing, beside figures that name none of their own."""

from pathlib import Path

import pytest

from qa_bot.ask import Answerer
from qa_bot.build import build
from qa_bot.retrieval import open_index

DOCUMENTS = {
    "wards.md": """\
# Burglaries in Tarn, 2023

| Ward | Burglaries |
|---|---|
| Quay | 310 |
| Hilltop | 330 |
| Mill End | 128 |
""",
    "bridge.md": """\
# The new footbridge

The footbridge over the Orle cost £3.4 million. In 2024 some 41,000 people crossed it on an average Saturday.
Ned Bell, who leads the pedestrians' union, said that the footbridge had cost £5 million.
""",
    "press.md": "# Arrests\n\nPolice in Tarn arrested 94 reporters in 2023, according to Press Watch.\n",
    "perepis.md": "# Перепись\n\nНа 1 октября 2021 года в Велижской области проживало 1 243 718 человек.\n",
    "priyom.csv": "район;год;подано_заявлений;отказов\nБугровой;2023;412;7\nСтепной;2023;388;0\nЗаречный;2023;520;12\n",
    "meals.md": """\
# School meals

A school meal cost £2.20 until the end of July 2023. Since August 2023 it has cost £2.60.
""",
}


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("unknown")
    (folder / "documents").mkdir()
    for name, text in DOCUMENTS.items():
        (folder / "documents" / name).write_text(text, encoding="utf-8")
    build([folder / "documents"], index=folder / "index", workers=1)
    return Answerer(open_index(folder / "index"))


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Which ward had the most burglaries in Zorvik in 2023?", id="rows-of-another-town"),
        pytest.param("How much did the footbridge cost according to Ned Bell in Zorvik?", id="claimant-in-another-town"),
        pytest.param("How much did the footbridge cost in 1991?", id="long-before-all-that-is-dated"),
        pytest.param("How much did a school meal cost in 1991?", id="no-beginning-is-not-for-ever"),
    ],
)
def test_what_is_of_another_place_or_time_is_declined(answerer: Answerer, question: str) -> None:
    assert not answerer.ask(question).figures


@pytest.mark.parametrize(
    ("question", "first"),
    [
        pytest.param("Which ward had the most burglaries in Tarn in 2023?", "330", id="rows-of-the-town"),
        pytest.param("How much did the footbridge cost according to Ned Bell?", "£5 million", id="claimant"),
        pytest.param("How much did a school meal cost in June 2023?", "£2.20", id="shortly-before-the-end"),
    ],
)
def test_what_is_of_that_place_or_time_is_told(answerer: Answerer, question: str, first: str) -> None:
    assert answerer.ask(question).figures[0].surface == first


@pytest.mark.parametrize("deed", ["photographed", "auctioned", "repaired"])
def test_who_was_arrested_was_not_done_something_else(answerer: Answerer, deed: str) -> None:
    assert not answerer.ask(f"How many reporters were {deed} in Tarn in 2023?").figures


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        pytest.param("Сколько человек проживает в Велижске?", set(), id="town"),
        pytest.param("Сколько человек проживает в Велижской области?", {"1 243 718"}, id="region"),
        pytest.param("Сколько отказов было в Степном районе в 2023 году?", {"0"}, id="row-of-a-district"),
        pytest.param("Сколько отказов было в Бугровом районе в 2023 году?", {"7"}, id="row-of-a-district-like-a-noun"),
    ],
)
def test_a_town_is_not_the_region_called_after_it(answerer: Answerer, question: str, shown: set[str]) -> None:
    assert {figure.surface for figure in answerer.ask(question).figures} == shown
