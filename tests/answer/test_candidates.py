"""Figures held against a question as far as somebody wants to know."""

from collections.abc import Iterator

import pytest

from qa_bot.answer.candidates import Candidates, Trial, figures_of, fitting, near, of_figures
from qa_bot.answer.scope import Scope, words_of
from qa_bot.schema import Candidate, Fit

SAME, UNKNOWN, DIFFERENT = Fit.SAME, Fit.UNKNOWN, Fit.DIFFERENT
ROWS = {
    "80": (("unit", SAME), ("period", SAME)),
    "90": (("unit", DIFFERENT), ("period", DIFFERENT), ("action", UNKNOWN)),
    "70": (("unit", SAME), ("period", UNKNOWN)),
}


@pytest.fixture
def tried(paper, asked):
    """Three figures on trial, and the slots that each was held against so far."""
    made = paper("80 trains were cancelled, 90 were late and 70 were lost.")
    looked: dict[str, list[str]] = {number: [] for number in ROWS}
    for number in ROWS:
        made.count(number)
    (hit,) = made.hits()

    def slots(number: str) -> Iterator[tuple[str, Fit, float]]:
        for slot, fit in ROWS[number]:
            looked[number].append(slot)
            yield slot, fit, 1.0

    trials = [Trial(asked(), Scope(figure, words_of(hit)), slots(figure.surface), lambda: 0.0, 1.0) for figure in hit.figures]
    return Candidates(trials), looked


def surfaces(candidates) -> list[str]:
    return [candidate.figure.surface for candidate in candidates]


def test_a_figure_that_differs_is_left_at_its_first_difference(tried):
    candidates, looked = tried
    assert surfaces(candidates.fitting()) == ["80", "70"]
    assert looked["90"] == ["unit"]


def test_what_was_left_is_held_against_the_other_slots_when_asked_for(tried):
    candidates, looked = tried
    candidates.fitting()
    assert surfaces(candidates) == ["80", "70", "90"]
    assert looked == {number: [slot for slot, _ in row] for number, row in ROWS.items()}
    assert candidates[2].fits == ROWS["90"]


def test_what_is_far_off_is_left_when_that_is_known(tried):
    candidates, looked = tried
    assert surfaces(candidates.near(1)) == ["80", "70"]
    assert looked["90"] == ["unit", "period"]


def test_a_chosen_figure_alone_is_held_against_every_slot(tried):
    candidates, looked = tried
    assert surfaces(candidates.of(lambda figure: figure.surface == "90")) == ["90"]
    assert looked == {"80": [], "90": ["unit", "period", "action"], "70": []}


def test_a_list_of_candidates_is_looked_through_as_they_are(tried):
    held: list[Candidate] = list(tried[0])
    assert fitting(held) == tried[0].fitting()
    assert near(held, 1) == tried[0].near(1)
    assert of_figures(held, lambda figure: figure.surface == "70") == held[1:2]
    assert sorted(figure.surface for figure in figures_of(held)) == sorted(figure.surface for figure in figures_of(tried[0]))
