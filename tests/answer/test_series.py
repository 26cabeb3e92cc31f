"""The figures in a row with an answer: which are alike, and which are looked at to tell whether there is a row."""

import pytest

from qa_bot.answer.series import alike, glance
from qa_bot.schema import Terms

LATE = Terms(head=("train-thing",), other=("late",))


@pytest.fixture
def years_apart(paper, years):
    made = paper(
        "In 2021, 70 trains were late.", "In 2022, 80 trains were late.", "In 2023, 90 trains were late.", "In 2023, 12 buses were late."
    )
    for surface, year in (("70", 2021), ("80", 2022), ("90", 2023)):
        made.count(surface, terms=LATE, unit="train-thing", period=years(year))
    made.count("12", terms=Terms(head=("bus",)), unit="bus", period=years(2023))
    return made


def surfaces(hits) -> list[str]:
    return [figure.surface for hit in hits for figure in hit.figures]


def test_the_same_count_at_other_times_is_alike_and_another_count_is_not(years_apart):
    hits = years_apart.hits()
    assert surfaces(alike(hits, hits[2].figures[0], by="period")) == ["70", "80", "90"]


def test_a_glance_is_at_the_first_figures_alone(years_apart):
    hits = years_apart.hits()
    assert surfaces(glance(hits, by="period", most=2)) == ["70", "80"]


@pytest.mark.parametrize("by", ["period", "actor"])
def test_a_glance_sees_nothing_where_all_are_of_one_period_or_nobody_is_named(paper, years, by: str):
    made = paper("In 2021, 70 trains were late.", "In 2021, 80 trains were late.")
    for surface in ("70", "80"):
        made.count(surface, terms=LATE, unit="train-thing", period=years(2021))
    assert glance(made.hits(), by=by, most=9) == []
