"""Questions in English on Russian documents, where a word has none in the other language; points asked for in short."""

from datetime import date
from pathlib import Path

import pytest

from qa_bot.ask import Answerer
from qa_bot.build import build
from qa_bot.retrieval import open_index
from qa_bot.schema import Status

FLATS = """В третьем квартале 2023 года застройщики продали 1 046 квартир. Доля сделок с ипотекой упала с 78 до 54 %, то есть на 24 п. п. Ставка выросла.

В 2022 году на Кубке Лары стартовали 276 лыжников.
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("tongue")
    (folder / "flats.md").write_text(FLATS, encoding="utf-8")
    build([folder / "flats.md"], index=folder / "index")
    return Answerer(open_index(folder / "index"))


@pytest.mark.parametrize(
    ("question", "status"),
    [
        pytest.param("How many flats did developers sell in the third quarter of 2023?", Status.PARTIAL, id="neither word is known"),
        pytest.param("How many flats did banks sell in the third quarter of 2023?", Status.NOT_FOUND, id="one is"),
        pytest.param("How many flats did Skyhome sell in the third quarter of 2023?", Status.NOT_FOUND, id="a name"),
        pytest.param("How many skiers started in 2022?", Status.ANSWERED, id="who began are all of them"),
    ],
)
def test_a_doer_whom_no_list_has_is_left_open(answerer: Answerer, question: str, status: Status) -> None:
    assert answerer.ask(question, as_of=date(2024, 6, 1)).status is status


@pytest.mark.parametrize("points", ["п. п.", "п.п.", "процентных пунктов"])
def test_points_may_be_asked_for_in_short(answerer: Answerer, points: str) -> None:
    answer = answerer.ask(f"На сколько {points} упала доля сделок с ипотекой?", as_of=date(2024, 6, 1))
    assert answer.short == "24 п. п."
