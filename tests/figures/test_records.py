"""A table of records, as forms and machines write them: a row is one answer, and not all that has a digit counts something."""

from collections.abc import Callable

import pytest

from qa_bot.figures.clocks import without_clock
from qa_bot.schema import Figure

FiguresOf = Callable[[str], list[Figure]]

SURVEY = """# Buses

| Timestamp | District | Age group | How satisfied are you with the buses? (1-5) | Trips per week | Comment |
|---|---|---|---|---|---|
| 2024/03/01 10:12:44 AM GMT+1 | North | 18-29 | 4 | 10 | More buses, please |
| 2024/03/01 10:15:02 AM GMT+1 | South | 30-44 | 2 | 3 | |
| 2024/03/02 8:01:19 PM GMT+1 | North | 65+ | 5 | 7 | Driver no. 12 is very kind |
"""


def test_ages_remarks_and_times_of_day_count_nothing(figures_of: FiguresOf) -> None:
    found = figures_of(SURVEY)
    assert [figure.surface for figure in found] == ["4", "10", "2", "3", "5", "7"]
    assert {figure.unit for figure in found} == {None, "trip"}
    assert not any("GMT" in (figure.counted or "") for figure in found)


def test_a_number_with_its_bound_in_a_cell_of_words_is_read(figures_of: FiguresOf) -> None:
    found = figures_of("# Boats\n\n| Port | Boats |\n|---|---|\n| Kesta | up to 12 of them |\n| Orle | 31 |\n")
    assert [figure.surface for figure in found] == ["12", "31"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        pytest.param("2024-03-01T10:00:00Z", "2024-03-01", id="ISO"),
        pytest.param("01.03.2024 10:00", "01.03.2024", id="Russian"),
        pytest.param("3/1/2024 9:05 PM, Kesta", "3/1/2024, Kesta", id="behind it a place"),
        pytest.param("Score 3 12:40", "Score 3 12:40", id="behind no day"),
    ],
)
def test_a_time_of_day_is_told_by_the_day_before_it(text: str, day: str) -> None:
    assert without_clock(text) == day


def test_a_bracket_at_the_end_of_a_name_is_closed(figures_of: FiguresOf) -> None:
    found = figures_of("# Farms\n\n| Kind | Farms |\n|---|---|\n| Dairy (with pigs) | 12 |\n")
    assert [figure.label for figure in found] == ["Dairy (with pigs)"]
    assert "(with pigs)" in (found[0].counted or "")


def test_rows_of_professions_are_counted_by_the_caption(figures_of: FiguresOf) -> None:
    text = "# Больница\n\nПриём врачей, посещений\n\n| Врач | 2022 |\n|---|---|\n| Терапевт | 28 140 |\n| Хирург | 6 412 |\n"
    assert [figure.unit for figure in figures_of(text)] == ["посещение", "посещение"]
