"""A header that only says by a measure which ones it counts is read with what another column or the caption counts."""

from collections.abc import Callable
from datetime import date

import pytest

from qa_bot.schema import Figure

FiguresOf = Callable[[str], list[Figure]]

WAITS = """# Trust

Waiting list, by specialty

| Specialty | Patients waiting | of which over 52 weeks |
|---|---|---|
| Hips | 8,410 | 702 |
| Eyes | 6,133 | 118 |
"""

CALLS = """# Service

| Station | Calls answered | Within 8 minutes | Within 15 minutes |
|---|---|---|---|
| Highland | 6,412 | 4,018 | 5,700 |
| Lowland | 2,350 | 1,791 | 2,001 |
"""

TWO_ROWS = """<h1>Trust</h1><p>The list fell in the month of June, for the second time, as the table shows for both specialties of the trust.</p><table><tr><th rowspan=2>Specialty</th><th colspan=2>May 2024</th><th colspan=2>June 2024</th></tr>
<tr><th>Patients waiting</th><th>of which over 52 weeks</th><th>Patients waiting</th><th>of which over 52 weeks</th></tr>
<tr><td>Hips</td><td>8,410</td><td>702</td><td>8,297</td><td>655</td></tr>
<tr><td>Eyes</td><td>6,133</td><td>118</td><td>6,201</td><td>97</td></tr></table>
"""

BY_CAPTION = """# Courts

Cases before the courts, by age

| Court | Under 6 months | Over 12 months |
|---|---|---|
| Kesta | 641 | 40 |
| Orle | 235 | 17 |
"""

RUSSIAN = """# Суды

| Суд | Дел в производстве | из них свыше 12 месяцев |
|---|---|---|
| Речной | 641 | 40 |
| Степной | 235 | 17 |
"""


@pytest.mark.parametrize(
    ("text", "surface", "unit", "counted"),
    [
        pytest.param(WAITS, "118", "person", "Patients waiting over 52 weeks", id="of which"),
        pytest.param(CALLS, "4,018", "call", "Calls answered within 8 minutes", id="of the column before"),
        pytest.param(CALLS, "5,700", "call", "Calls answered within 15 minutes", id="of no other limit"),
        pytest.param(BY_CAPTION, "40", "case", "over 12 months", id="of the caption"),
        pytest.param(RUSSIAN, "40", "дело", "свыше 12 месяцев", id="Russian"),
    ],
)
def test_a_length_of_time_in_a_header_is_no_unit(figures_of: FiguresOf, text: str, surface: str, unit: str, counted: str) -> None:
    (found,) = (figure for figure in figures_of(text) if figure.surface == surface)
    assert found.unit == unit
    assert found.counted is not None
    assert counted in found.counted


def test_what_a_caption_names_beside_others_is_counted_for_itself(figures_of: FiguresOf) -> None:
    text = "# Library\n\nVisits, loans and staff by branch\n\n| Branch | Visits | Loans | Staff |\n|---|---|---|---|\n| Elm | 812 | 311 | 14 |\n"
    assert {figure.surface: figure.unit for figure in figures_of(text)} == {"812": "visit", "311": "loan", "14": "person"}


def test_rows_that_say_what_they_measure_are_counted_by_no_heading(figures_of: FiguresOf) -> None:
    text = (
        "# Мельницы района\n\n| Показатель | Ед. изм. | 2021 |\n|---|---|---|\n| Пчелиные семьи | штук | 4 120 |\n| Пасеки | штук | 210 |\n"
    )
    assert [figure.unit for figure in figures_of(text)] == ["семья", "пасека"]


def test_a_season_that_tells_pastures_apart_dates_no_table(figures_of: FiguresOf) -> None:
    text = "# Survey\n\nAnimals on summer pasture, by district\n\n| District | Sheep 2022 |\n|---|---|\n| Voss | 9,410 |\n\nIn 2023 it was hot.\n"
    (found,) = (figure for figure in figures_of(text) if figure.surface == "9,410")
    assert found.period is not None
    assert (found.period.start, found.period.end) == (
        found.period.start.replace(month=1, day=1),
        found.period.start.replace(month=12, day=31),
    )


def test_a_length_of_time_alone_counts_no_months(figures_of: FiguresOf) -> None:
    text = "# Courts\n\nAt the end of the year 12 judges sat.\n\n| Court | Under 6 months | Over 12 months |\n|---|---|---|\n| Kesta | 641 | 40 |\n"
    assert [figure.unit for figure in figures_of(text) if figure.surface == "40"] != ["month"]


def test_a_length_of_time_under_a_month_limits_what_the_month_counts(figures_of_page: FiguresOf) -> None:
    (found,) = (figure for figure in figures_of_page(TWO_ROWS) if figure.surface == "97")
    assert (found.unit, found.counted) == ("person", "Patients waiting over 52 weeks, Eyes")
    assert found.period is not None
    assert (found.period.start, found.period.end) == (date(2024, 6, 1), date(2024, 6, 30))


@pytest.mark.parametrize(
    ("text", "surface", "counted"),
    [
        pytest.param(
            "# Clinics\n\n| Clinic | Doctors | Rooms | Under 5 years |\n|---|---|---|---|\n| Elm | 6 | 31 | 14 |\n| Oak | 8 | 22 | 17 |\n",
            "14",
            "room",
            id="ages of no room",
        ),
        pytest.param(
            "# Post\n\n| Town | Depots | Over 20 minutes |\n|---|---|---|\n| Elm | 6 | 31 |\n| Oak | 8 | 22 |\n",
            "31",
            "depot",
            id="no long depots",
        ),
    ],
)
def test_no_thing_is_limited_by_an_age_or_a_time_that_it_cannot_have(figures_of: FiguresOf, text: str, surface: str, counted: str) -> None:
    (found,) = (figure for figure in figures_of(text) if figure.surface == surface)
    assert counted not in (found.counted or "").lower()
    assert found.unit != counted


def test_persons_are_limited_by_ages(figures_of: FiguresOf) -> None:
    text = "# Clinics\n\n| Clinic | Rooms | Patients | Under 5 years |\n|---|---|---|---|\n| Elm | 6 | 310 | 14 |\n| Oak | 8 | 220 | 17 |\n"
    (found,) = (figure for figure in figures_of(text) if figure.surface == "14")
    assert (found.unit, found.counted) == ("person", "Patients under 5 years, Elm")
