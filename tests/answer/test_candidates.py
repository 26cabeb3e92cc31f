"""Figures held against a question as far as somebody wants to know."""

from collections.abc import Callable, Iterator

import pytest

from qa_bot.answer.candidates import Candidates, Trial, figures_of, fitting, near, of_figures
from qa_bot.answer.scope import Scope, words_of
from qa_bot.schema import Candidate, Figure, Fit

SAME, UNKNOWN, DIFFERENT = Fit.SAME, Fit.UNKNOWN, Fit.DIFFERENT
ROWS = {
    "80": (("unit", SAME), ("period", SAME)),
    "90": (("unit", DIFFERENT), ("period", DIFFERENT), ("action", UNKNOWN)),
    "70": (("unit", SAME), ("period", UNKNOWN)),
}


def held_against(query, hits) -> tuple[Candidates, dict[str, list[str]]]:
    """Return the figures of *hits* on trial, and the slots that each was held against so far."""
    looked: dict[str, list[str]] = {number: [] for number in ROWS}

    def slots(number: str) -> Iterator[tuple[str, Fit, float]]:
        for slot, fit in ROWS[number]:
            looked[number].append(slot)
            yield slot, fit, 1.0

    figures = [(figure, words_of(hit)) for hit in hits for figure in hit.figures]
    trials = [Trial(query, Scope(figure, words), slots(figure.surface), lambda: 0.0, 1.0) for figure, words in figures]
    return Candidates(trials), looked


@pytest.fixture
def tried(paper, asked):
    """Three figures of one sentence on trial."""
    made = paper("80 trains were cancelled, 90 were late and 70 were lost.")
    for number in ROWS:
        made.count(number)
    return held_against(asked(), made.hits())


def surfaces(candidates) -> list[str]:
    return [candidate.figure.surface for candidate in candidates]


def test_a_figure_that_differs_is_left_at_its_first_difference(tried):
    candidates, looked = tried
    assert surfaces(candidates.fitting()) == ["80", "70"]
    assert looked["90"] == ["unit"]


@pytest.mark.parametrize(
    ("besides", "expected", "looked_at"),
    [
        pytest.param({"unit"}, ["80", "70"], ["unit", "period"], id="it differs in another one, too"),
        pytest.param({"unit", "period"}, ["80", "70", "90"], ["unit", "period", "action"], id="it differs in no other"),
    ],
)
def test_a_figure_may_differ_in_the_slots_that_vary(tried, besides, expected, looked_at):
    candidates, looked = tried
    assert surfaces(candidates.fitting(frozenset(besides))) == expected
    assert looked["90"] == looked_at


def test_what_was_left_is_held_against_the_other_slots_when_asked_for(tried):
    candidates, looked = tried
    candidates.fitting()
    assert surfaces(candidates) == ["80", "70", "90"]
    assert looked == {number: [slot for slot, _ in row] for number, row in ROWS.items()}
    assert candidates[2].fits == ROWS["90"]


def alike(figure: Figure) -> int:
    return 0


def test_what_is_far_off_is_left_when_that_is_known(tried):
    candidates, looked = tried
    assert surfaces(candidates.near(1, alike)) == ["80", "70"]
    assert looked["90"] == ["unit", "period"]


def said_most_of(number: str) -> Callable[[Figure], int]:
    return lambda figure: int(figure.surface == number)


@pytest.mark.parametrize(
    ("most", "expected", "left"),
    [
        pytest.param("80", ["80"], ["70", "90"], id="other documents say less"),
        pytest.param("90", ["80", "70"], [], id="what says most is far off"),
    ],
)
def test_near_is_what_stands_in_the_document_that_says_most(paper, asked, most, expected, left):
    papers = [paper(f"{number} trains were cancelled.", doc_id=f"{number}.md") for number in ROWS]
    for number, made in zip(ROWS, papers, strict=True):
        made.count(number)
    candidates, looked = held_against(asked(), [hit for made in papers for hit in made.hits()])
    assert surfaces(candidates.near(1, said_most_of(most))) == expected
    assert [number for number in sorted(looked) if not looked[number]] == left


def test_a_chosen_figure_alone_is_held_against_every_slot(tried):
    candidates, looked = tried
    assert surfaces(candidates.of(lambda figure: figure.surface == "90")) == ["90"]
    assert looked == {"80": [], "90": ["unit", "period", "action"], "70": []}


def test_a_list_of_candidates_is_looked_through_as_they_are(tried):
    held: list[Candidate] = list(tried[0])
    assert fitting(held) == tried[0].fitting()
    assert fitting(held, frozenset({"unit", "period"})) == held
    assert near(held, 1, alike) == tried[0].near(1, alike)
    assert of_figures(held, lambda figure: figure.surface == "70") == held[1:2]
    assert sorted(figure.surface for figure in figures_of(held)) == sorted(figure.surface for figure in figures_of(tried[0]))
