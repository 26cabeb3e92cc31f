"""Figures are found by a year and by words of their slots or sentences, in whatever form."""

from pathlib import Path

import pytest

from qa_bot.build import build
from qa_bot.retrieval import Index, open_index

DOCUMENTS = {
    "trams.md": "# Trams\n\nIn 2023, the tram network carried 14 million passengers. In 2022, 57 trams were cancelled because of snow.\n",
    "fond.md": "# Фонд\n\nВ 2023 году в фонд поступило 912 обращений от пенсионеров, сказала Марина Яковлева.\n",
}


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    folder: Path = tmp_path_factory.mktemp("about")
    (folder / "docs").mkdir()
    for name, text in DOCUMENTS.items():
        (folder / "docs" / name).write_text(text, encoding="utf-8")
    build([folder / "docs"], index=folder / "index", workers=1)
    return open_index(folder / "index")


@pytest.mark.parametrize(
    ("words", "year", "surfaces"),
    [
        pytest.param("trams", None, ["14 million", "57"], id="who did it, and what is counted"),
        pytest.param("trams", 2023, ["14 million"], id="with a year"),
        pytest.param("snow", None, ["57"], id="a word of the sentence"),
        pytest.param("пенсионеры", None, ["912"], id="another form of a Russian word"),
        pytest.param("trams snow", None, ["57"], id="all of the words"),
        pytest.param("<b>unicorns", None, [], id="none of which is there"),
        pytest.param("", 2022, ["57"], id="a year alone"),
    ],
)
def test_figures_about_words(index: Index, words: str, year: int | None, surfaces: list[str]) -> None:
    assert [figure.surface for figure in index.figures_at(index.about(words, year=year))] == surfaces


def test_figures_are_spread_over_the_index(index: Index) -> None:
    assert len(list(index.spread(2))) <= 2
    assert len(list(index.spread(100))) == index.manifest.figures
