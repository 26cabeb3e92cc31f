"""How many came, where the text only names a crowd, an attendance, an audience."""

from pathlib import Path

import pytest

from qa_bot.ask import Answerer
from qa_bot.build import build
from qa_bot.retrieval import open_index

DOCUMENTS = {
    "derby.md": "# Derby won\n\nTarn beat Holm 2-1 in the derby on 4 May 2024 before a crowd of 8,150. The attendance at the return match in autumn was 6,900.\n",
    "rally.md": "# Rally in Orlo\n\nOpponents of the dam marched on 2 June 2024. Organisers put the crowd at 30,000. Police estimated it at 11,000.\n",
    "quake.md": "# Earthquake in Lisk\n\nTwelve people died in Lisk on 9 July 2024. The number of missing stands at 17.\n",
    "opera.md": "# Opera\n\nThe new opera was sung on 8 March 2024 to an audience of 1,240.\n",
}


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("crowds")
    (folder / "documents").mkdir()
    for name, text in DOCUMENTS.items():
        (folder / "documents" / name).write_text(text, encoding="utf-8")
    build([folder / "documents"], index=folder / "index", workers=1)
    return Answerer(open_index(folder / "index"))


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        pytest.param("How many people attended the derby on 4 May 2024?", {"8,150"}, id="attended"),
        pytest.param("How many spectators were at the derby in May 2024?", {"8,150"}, id="spectators"),
        pytest.param("How many people were in the crowd in Orlo?", {"30,000", "11,000"}, id="in-the-crowd"),
        pytest.param("How big was the crowd in Orlo?", {"30,000", "11,000"}, id="how-big"),
        pytest.param("How many people came to the opera?", {"1,240"}, id="audience"),
    ],
)
def test_who_came_is_told_by_the_crowd(answerer: Answerer, question: str, shown: set[str]) -> None:
    answer = answerer.ask(question)
    assert {figure.surface for figure in answer.figures} == shown


def test_nobody_of_the_crowd_was_hurt(answerer: Answerer) -> None:
    assert not answerer.ask("How many people were injured at the rally in Orlo?").figures


def test_those_not_found_are_missing(answerer: Answerer) -> None:
    answer = answerer.ask("How many folks have still not been found in Lisk?")
    assert [figure.surface for figure in answer.figures] == ["17"]
