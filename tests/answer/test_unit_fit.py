"""What a figure counts, where the question asks how often, or how long in weeks."""

from datetime import date
from pathlib import Path

import pytest

from qa_bot.ask import Answerer
from qa_bot.build import build
from qa_bot.retrieval import open_index

DIARY = """\
# A diary of the siege

The duke met the bishop three times during the siege. The rebels held the mill for seven weeks until the duke took it back.
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("siege")
    (folder / "diary.md").write_text(DIARY, encoding="utf-8")
    build([folder / "diary.md"], index=folder / "index")
    return Answerer(open_index(folder / "index"))


@pytest.mark.parametrize(
    ("question", "value"),
    [
        pytest.param("How many times did the duke meet the bishop?", 3, id="times of a meeting"),
        pytest.param("How many weeks did the rebels hold the mill?", 7, id="weeks that it lasted"),
    ],
)
def test_how_often_and_how_long_are_counted_by_their_unit_whatever_was_done(answerer: Answerer, question: str, value: int) -> None:
    assert [figure.value for figure in answerer.ask(question, as_of=date(2024, 1, 1)).figures] == [value]


def test_times_of_another_deed_are_not_those_asked(answerer: Answerer) -> None:
    assert not answerer.ask("How many times did the duke pay the bishop?", as_of=date(2024, 1, 1)).figures


def test_things_are_not_counted_in_days(tmp_path: Path) -> None:
    (tmp_path / "gas.md").write_text("# Gas in Selm\n\n310 cottages were without gas for two days in July 2022.\n", encoding="utf-8")
    build([tmp_path / "gas.md"], index=tmp_path / "index")
    answer = Answerer(open_index(tmp_path / "index")).ask("How many cottages were without gas in July 2022?", as_of=date(2024, 1, 1))
    assert [figure.value for figure in answer.figures] == [310]
