"""Which figures answer: parts and wholes, side by side, by period, updates, copies, and what is missing."""

from datetime import date

import pytest

from qa_bot.answer.breakdowns import breakdown, modal_unit
from qa_bot.answer.select import select
from qa_bot.schema import Candidate, Fit, Form, Period, Status, Terms

LATE = Terms(head=("train-thing",), other=("late",))


def held(figure, *, score=3.0, weak=0, **fits) -> Candidate:
    """*figure* as a candidate; slots fit alike but for those named."""
    slots = {"unit": Fit.SAME, "action": Fit.SAME, **fits}
    return Candidate(figure=figure, fits=tuple(slots.items()), score=score, weak=weak)


@pytest.fixture
def three(paper, years):
    """The same count of three years by one claimant."""
    made = paper("In 2021, 70 trains were late.", "In 2022, 80 trains were late.", "In 2023, 90 trains were late.")
    return [
        made.count(surface, terms=LATE, unit="train-thing", period=years(year), claimant="Norland Railways")
        for surface, year in (("70", 2021), ("80", 2022), ("90", 2023))
    ]


def test_the_one_that_fits_in_every_slot_answers(asked, years, three):
    first, second, third = three
    found = select(asked(period=years(2023)), [held(third), held(second, period=Fit.DIFFERENT), held(first, period=Fit.DIFFERENT)])
    assert (found.status, found.form, found.figures) == (Status.ANSWERED, Form.SINGLE, [third])


def test_what_fits_loosely_does_not_stand_beside_what_fits(asked, years, three):
    found = select(asked(period=years(2023)), [held(three[2]), held(three[1], period=Fit.NARROWER)])
    assert found.figures == [three[2]]


@pytest.mark.parametrize("fit", [Fit.NARROWER, Fit.WIDER, Fit.UNKNOWN])
def test_a_loose_fit_is_partial_and_said(asked, years, three, fit):
    found = select(asked(period=years(2023)), [held(three[2], period=fit)])
    assert (found.status, found.figures) == (Status.PARTIAL, [three[2]])
    assert found.soft[three[2].figure_id] == (("period", fit),)


def test_any_slot_that_differs_declines(asked, years, three):
    found = select(asked(period=years(2020)), [held(figure, period=Fit.DIFFERENT) for figure in three])
    assert (found.status, found.figures, found.missing) == (Status.NOT_FOUND, [], ("period",))
    assert {figure.figure_id for figure, differs in found.nearest if differs == ("period",)} == {figure.figure_id for figure in three}


def test_the_nearest_year_stands_first(asked, years, three):
    found = select(asked(period=years(2020)), [held(figure, period=Fit.DIFFERENT) for figure in three[::-1]])
    assert [figure.value for figure, _ in found.nearest] == [70, 80, 90]


def test_the_nearest_differ_in_the_fewest_slots(asked, years, three):
    one, two = held(three[0], period=Fit.DIFFERENT), held(three[1], period=Fit.DIFFERENT, action=Fit.DIFFERENT)
    found = select(asked(period=years(2020)), [one, two])
    assert [figure for figure, _ in found.nearest] == [three[0]]


def test_nothing_at_all_declines_with_nothing_near(asked):
    found = select(asked(), [])
    assert (found.status, found.figures, found.nearest) == (Status.NOT_FOUND, [], [])


def test_several_periods_and_none_asked_make_a_table_by_period_the_newest_first(asked, three):
    found = select(asked(), [held(figure) for figure in three[::-1]])
    assert (found.status, found.form, found.by) == (Status.ANSWERED, Form.TABLE, "period")
    assert [figure.value for figure in found.figures] == [90, 80, 70]


def test_periods_asked_side_by_side_make_a_table(asked, years, three):
    found = select(asked(periods=(years(2022), years(2023))), [held(three[2]), held(three[1])])
    assert (found.status, found.form) == (Status.ANSWERED, Form.TABLE)
    assert [figure.value for figure in found.figures] == [80, 90]


def test_both_who_count_in_one_of_the_years_stand_beside_the_other_year(paper, asked, years):
    made = paper("The board counted 40 letters.", "In 2023 it counted 50 letters.", "The league counted more than 90 letters.")
    terms = Terms(head=("letter",))
    figures = [made.count(surface, terms=terms, period=years(year)) for surface, year in (("40", 2022), ("50", 2023), ("90", 2023))]
    weak_first = [held(figure, score=score) for figure, score in zip(figures, (2.0, 5.0, 5.0), strict=True)]
    found = select(asked(periods=(years(2022), years(2023))), weak_first)
    assert sorted(figure.value for figure in found.figures) == [40, 50, 90]


def test_a_period_without_a_figure_makes_it_partial(asked, years, three):
    found = select(asked(periods=(years(2019), years(2023))), [held(three[2])])
    assert (found.status, found.missing) == (Status.PARTIAL, ("period",))


# ---------------------------------------------------------------- parts, voices, updates, copies


def test_a_whole_is_not_shown_beside_its_part(paper, asked):
    made = paper("90 trains were late, 30 of them because of snow.")
    whole = made.count("90", terms=LATE, unit="train-thing")
    part = made.count("30", terms=LATE, unit="train-thing", part_of=whole)
    assert select(asked(), [held(whole, score=3.0), held(part, score=2.8)]).figures == [whole]
    assert select(asked(), [held(whole, score=2.8), held(part, score=3.0)]).figures == [part]


def test_a_part_of_a_part_is_not_shown_either(paper, asked):
    made = paper("90 trains were late, 30 of them by an hour, 12 of those in May.")
    whole = made.count("90", terms=LATE, unit="train-thing")
    part = made.count("30", terms=LATE, unit="train-thing", part_of=whole)
    inner = made.count("12", terms=LATE, unit="train-thing", part_of=part)
    assert select(asked(), [held(whole, score=3.2), held(part, score=3.1), held(inner, score=3.0)]).figures == [whole]


def test_two_voices_stand_side_by_side(paper, asked, years):
    made = paper("The railway counts 90 late trains.", "The union counts 120 late trains.")
    railway = made.count("90", terms=LATE, unit="train-thing", period=years(2023), claimant="Norland Railways")
    union = made.count("120", terms=LATE, unit="train-thing", period=years(2023), claimant="Union")
    found = select(asked(period=years(2023)), [held(railway), held(union)])
    assert (found.status, found.form, found.by) == (Status.ANSWERED, Form.SIDE_BY_SIDE, "claimant")
    assert set(found.figures) == {railway, union}


def test_a_growing_count_by_one_voice_stands_newest_first(paper, asked):
    made = paper("By 1 May 40 cases.", "By 1 June 55 cases.", "By 1 July 61 cases.")
    days = [date(2019, month, 1) for month in (5, 6, 7)]
    figures = [
        made.count(surface, terms=LATE, unit="case", claimant="Health Office", period=Period(start=day, end=day, surface="by then"))
        for surface, day in zip(("40", "55", "61"), days, strict=True)
    ]
    found = select(asked(), [held(figure) for figure in figures])
    assert (found.form, [figure.value for figure in found.figures]) == (Form.TABLE, [61, 55, 40])


def test_copies_of_one_report_are_one_row(paper, asked, years):
    first = paper("In 2023, 90 trains were late.", doc_id="a.md").count("90", terms=LATE, unit="train-thing", period=years(2023))
    second = paper("In 2023, 90 trains were late.", doc_id="b.md").count("90", terms=LATE, unit="train-thing", period=years(2023))
    found = select(asked(period=years(2023)), [held(first), held(second)])
    assert (found.form, found.figures) == (Form.SINGLE, [first])
    assert found.copies == {first.figure_id: [second]}


def test_the_same_number_of_two_years_is_two_figures(paper, asked, years):
    first = paper("In 2022, 90 trains were late.", doc_id="a.md").count("90", terms=LATE, unit="train-thing", period=years(2022))
    second = paper("In 2023, 90 trains were late.", doc_id="b.md").count("90", terms=LATE, unit="train-thing", period=years(2023))
    assert len(select(asked(), [held(first), held(second)]).figures) == 2


def test_weak_evidence_does_not_stand_beside_strong(asked, three):
    found = select(asked(), [held(three[0], score=4.0), held(three[1], score=1.0)])
    assert found.figures == [three[0]]


def test_those_are_the_parts_of_what_was_meant(paper, asked):
    made = paper("90 trains were late, 30 of them because of snow; 25 buses of 60 slid in the snow.")
    whole = made.count("90", terms=LATE, unit="train-thing")
    part = made.count("30", terms=LATE, unit="train-thing", part_of=whole)
    buses = made.count("60", terms=LATE, unit="train-thing")
    other = made.count("25", terms=LATE, unit="train-thing", part_of=buses)
    found = select(asked(binds=(whole.figure_id,)), [held(whole), held(part), held(other)])
    assert found.figures == [part]


# ---------------------------------------------------------------- rows of a breakdown


@pytest.fixture
def rows(paper, years):
    made = paper("66 trains were late:", "- Poland 34", "- France 20", "- Spain 12")
    whole = made.count("66", terms=LATE, unit="train-thing", period=years(2023))
    return [
        made.count(surface, terms=LATE, unit="train-thing", period=years(2023), part_of=whole, label=label)
        for surface, label in (("34", "Poland"), ("20", "France"), ("12", "Spain"))
    ]


def test_the_rows_of_a_breakdown_are_found_by_their_whole(asked, rows):
    assert {row.label for row in breakdown(asked(by="actor"), [held(row) for row in rows])} == {"Poland", "France", "Spain"}


def test_one_row_is_no_breakdown(asked, rows):
    assert breakdown(asked(by="actor"), [held(rows[0])]) == []


def test_rows_that_differ_in_a_slot_that_was_asked_are_no_rows(asked, years, rows):
    assert breakdown(asked(by="actor", period=years(2020)), [held(row, period=Fit.DIFFERENT) for row in rows]) == []


def test_units_never_mix(paper):
    made = paper("34 trains, 20 trains and 12 buses.")
    trains = [made.count(surface, unit="train-thing") for surface in ("34", "20")]
    bus = made.count("12", unit="bus")
    assert modal_unit([bus, *trains]) == trains
    assert modal_unit([]) == []


def test_a_figure_for_a_longer_time_is_not_shown_where_another_time_is_counted(paper, asked, months, years):
    report = paper("In August 540 homes had no water.", "In 2022 3,000 homes got wrong bills.")
    report.count("540", period=months(2022, 8))
    report.count("3,000", period=years(2022))
    dry, billed = (figure for hit in report.hits() for figure in hit.figures)
    candidates = [
        Candidate(figure=billed, fits=(("period", Fit.WIDER), ("counted", Fit.SAME)), score=3.0, distance=3),
        Candidate(figure=dry, fits=(("period", Fit.DIFFERENT), ("counted", Fit.SAME)), score=3.0),
    ]
    selection = select(asked(period=months(2022, 9)), candidates)
    assert (selection.status, selection.missing) == (Status.NOT_FOUND, ("period",))


def test_what_stands_somewhere_is_told_no_deed(asked, paper):
    """Asked for all of them: flats that stand empty, not those that somebody sold or built."""
    flats = paper("Of the flats 5,400 stand empty; 90 were sold.")
    empty = flats.count("5,400", terms=Terms(head=("flat",), action=("stand",)), unit="flat")
    sold = flats.count("90", terms=Terms(head=("flat",), action=("sell",)), unit="flat")
    assert select(asked(slots=Terms(head=("flat",))), [held(empty), held(sold)]).figures == [empty]
