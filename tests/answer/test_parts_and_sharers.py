"""What is told of a part only, and whose part of what is counted a number is."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer

DOCUMENTS = {
    "camps.md": """\
# Thefts and lifts

The guards registered 90 thefts, most of them (61) in Larne. Inspectors found 35 faulty lifts, a third of them (12) in Torv and 9 in Pell.
""",
    "board.md": """\
# Letters to the board

The board received 2,980 letters. Clinics accounted for 1,402 letters, night schools for 1,117 and prisons for 306.
""",
}


@pytest.fixture(scope="module")
def papers(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "surface"),
    [
        pytest.param("How many thefts were registered in Larne?", "61", id="most of them (61) in"),
        pytest.param("How many thefts were registered?", "90", id="all of them"),
        pytest.param("How many faulty lifts were found in Torv?", "12", id="a third of them (12) in"),
        pytest.param("How many letters about clinics were there?", "1,402", id="accounted for"),
        pytest.param("How many letters about night schools did the board receive?", "1,117", id="the verb is left out"),
        pytest.param("How many letters about prisons were there?", "306", id="and the last"),
        pytest.param("How many letters did the board receive?", "2,980", id="all letters"),
    ],
)
def test_each_number_has_its_own_place_or_subject(papers: Answerer, question: str, surface: str) -> None:
    assert [figure.surface for figure in papers.ask(question).figures] == [surface]


def test_a_subject_that_is_not_named_has_none(papers: Answerer) -> None:
    assert not papers.ask("How many letters about the police were there?").figures
