"""Votes listed behind dashes («за» — 4, «против» — 9), asked for by who cast them, as votes, and by what they were on."""

from pathlib import Path

import pytest

from qa_bot.ask import Answerer
from qa_bot.build import build
from qa_bot.retrieval import open_index

MINUTES = """# О взносах

Решение о взносах отклонено: «за» — 4, «против» — 9, воздержались двое.

# О крыше

Голосовали за ремонт крыши: за — 11, против — 3, воздержался один.
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("votes")
    (folder / "minutes.md").write_text(MINUTES, encoding="utf-8")
    build([folder / "minutes.md"], index=folder / "index")
    return Answerer(open_index(folder / "index"))


@pytest.mark.parametrize(
    ("question", "short"),
    [
        pytest.param("Сколько человек проголосовало против решения о взносах?", "9", id="against a decision"),
        pytest.param("Сколько человек проголосовало за ремонт крыши?", "11", id="for"),
        pytest.param("Сколько голосов было против ремонта крыши?", "3", id="votes"),
        pytest.param("Сколько заплатили за ремонт крыши?", None, id="no vote is a price"),
        pytest.param("Сколько человек проголосовало за строительство бани?", None, id="another matter"),
    ],
)
def test_the_votes_on_what_is_asked_answer(answerer: Answerer, question: str, short: str | None) -> None:
    assert answerer.ask(question).short == short
