"""A cell's scope is its row label, its column header and what stands above the table."""

from collections.abc import Callable
from datetime import date

import pytest

from qa_bot.schema import Figure, Measure, Modality

FiguresOf = Callable[[str], list[Figure]]

LANDINGS = """# Catches

| Species | Landings 2021 (t) | Landings 2022 (t) | Boats |
|---|---:|---:|---:|
| Cod | 18,400 | 12,750 | 212 |
| Turbot | 640 | - | 37 |
"""

ILLNESS = """# Measles

| Age group | Cases | Per 100,000 inhabitants |
|---|---|---|
| 0-4 years | 540 | 212.4 |
| 5-14 years | 471 | 88.0 |
| Total | 1,011 | 120.3 |
"""

PASSENGERS = """# Railways

Passengers carried, in thousands:

| Region | 2021 | 2022 |
|---|---|---|
| North | 1,204 | 1,377 |
| Islands | - | 41 |
"""

SCHOOLS = """# Школы

Учащиеся и учителя по районам (тыс. человек):

| № | Район | Учащиеся | Учителя |
|---|---|---|---|
| 1 | Речной | 33,8 | 2,1 |
| 2 | Степной | 21,5 | 1,3 |
| | Итого | 55,3 | 3,4 |
"""


def _by_surface(figures: list[Figure]) -> dict[str, Figure]:
    return {figure.surface: figure for figure in figures}


def test_a_unit_in_a_header_holds_for_its_column(figures_of: FiguresOf) -> None:
    found = _by_surface(figures_of(LANDINGS))
    assert list(found) == ["18,400", "12,750", "212", "640", "37"]
    assert (found["18,400"].unit, found["18,400"].measure) == ("t", Measure.QUANTITY)
    assert (found["212"].unit, found["212"].measure) == ("boat", Measure.COUNT)


def test_a_year_in_a_header_is_the_period_of_its_column(figures_of: FiguresOf) -> None:
    found = _by_surface(figures_of(LANDINGS))
    assert [(figure.period.start, figure.period.end) for figure in (found["18,400"], found["12,750"]) if figure.period] == [
        (date(2021, 1, 1), date(2021, 12, 31)),
        (date(2022, 1, 1), date(2022, 12, 31)),
    ]


def test_a_row_label_of_ages_and_a_header_of_a_rate_multiply_nothing(figures_of: FiguresOf) -> None:
    found = figures_of(ILLNESS)
    assert [f"{figure.value.normalize():f}" for figure in found] == ["540", "212.4", "471", "88", "1011", "120.3"]
    assert [figure.measure for figure in found[:2]] == [Measure.COUNT, Measure.RATE]
    assert found[1].per == "100000 inhabitants"
    assert found[1].unit == "case"


def test_a_total_is_the_whole_of_its_column_but_not_of_rates(figures_of: FiguresOf) -> None:
    found = _by_surface(figures_of(ILLNESS))
    assert found["540"].part_of is not None
    assert found["540"].part_of.value == 1011
    assert found["1,011"].part_of is None
    assert found["212.4"].part_of is None


def test_a_caption_gives_scale_and_unit_where_headers_are_years(figures_of: FiguresOf) -> None:
    found = _by_surface(figures_of(PASSENGERS))
    assert {surface: (int(figure.value), figure.unit) for surface, figure in found.items()} == {
        "1,204": (1_204_000, "person"),
        "1,377": (1_377_000, "person"),
        "41": (41_000, "person"),
    }


def test_serial_numbers_count_nothing_and_the_next_column_names_the_rows(figures_of: FiguresOf) -> None:
    found = figures_of(SCHOOLS)
    assert [int(figure.value) for figure in found] == [33_800, 2_100, 21_500, 1_300, 55_300, 3_400]
    assert [figure.label for figure in found[:2]] == ["Речной", "Речной"]
    assert found[0].part_of is not None
    assert found[0].part_of.value == 55_300


def test_a_cell_is_quoted_with_its_row(figures_of: FiguresOf) -> None:
    figure = _by_surface(figures_of(LANDINGS))["640"]
    assert figure.quote.start < figure.span.start
    assert figure.label == "Turbot"


RESULTS = """# Examinations

Results by school, 2021:

| School | Candidates | Passed | Failed |
|---|---:|---:|---:|
| North | 210 | 190 | 20 |
"""


def test_a_column_named_by_a_verb_says_what_was_done_to_what_the_column_before_counts(figures_of: FiguresOf):
    figure = next(figure for figure in figures_of(RESULTS) if figure.surface == "20")
    assert (figure.terms.head, figure.terms.action, figure.unit) == (("candidate",), ("fail",), "person")


def test_a_bare_year_in_the_line_above_holds_for_the_rows(figures_of: FiguresOf):
    figure = next(figure for figure in figures_of(RESULTS) if figure.surface == "20")
    assert figure.period is not None
    assert figure.period.start == date(2021, 1, 1)


def test_a_label_over_a_table_that_only_numbers_it_is_no_figure_and_what_sorts_the_rows_is_not_counted(figures_of: FiguresOf):
    found = figures_of("# Trams\n\nTable 3. Passengers by station (thousands)\n\n| Station | 2021 |\n|---|---|\n| North Gate | 1,204.5 |\n")
    assert [(figure.surface, figure.unit) for figure in found] == [("1,204.5", "person")]


def test_a_hyphen_before_the_number_of_a_cell_is_a_minus(figures_of: FiguresOf):
    found = figures_of("# Trade\n\n| Good | Change, % |\n|---|---|\n| Rye | -3.2 |\n| Oats | −4 |\n| Wheat | - |\n")
    assert [(figure.surface, float(figure.value)) for figure in found] == [("-3.2", -3.2), ("−4", -4.0)]


TIDY = """# Refugees

| Country | Year | Indicator | Value | Unit |
|---|---|---|---:|---|
| Norway | 2021 | Refugees admitted | 4,300 | persons |
| Norway | 2022 | Grain imported | 12 | thousand tonnes |
"""


def test_a_row_may_be_named_by_several_columns_together(figures_of: FiguresOf):
    admitted, imported = figures_of(TIDY)
    assert (admitted.surface, admitted.place, admitted.unit) == ("4,300", "Norway", "person")
    assert admitted.counted is not None
    assert "2021" not in admitted.counted  # which is its period
    assert admitted.period is not None
    assert admitted.period.start == date(2021, 1, 1)
    assert (int(imported.value), imported.unit) == (12_000, "t")


def test_a_number_written_as_programs_do_is_not_half_read(figures_of: FiguresOf):
    assert figures_of("# Trade\n\n| Good | Tonnes |\n|---|---|\n| Rye | 1.2e6 |\n| Oats | 1'20 |\n") == []


ACCOUNTS = """# Accounts

## Outlays by service

All sums are in £ million.

| Service | 2021/22 outturn | 2022/23 revised | 2023/24 budget |
|---|---:|---:|---:|
| Roads | 61.2 | 64.0 | 70.5 |
| Rescue and shelter | 12.4 | 13.1 | 13.0 |
| All services | 73.6 | 77.1 | 83.5 |

## Posts

| Department | 2022 | 2023 |
|---|---|---|
| Roads | 301 | 288 |

## Results

| £ million | 2022 | 2023 |
|---|---|---|
| Net profit | 60.2 | 58.9 |
"""


def test_a_sentence_above_a_table_gives_the_unit_and_leaves_the_heading_its_say(figures_of: FiguresOf) -> None:
    found = _by_surface(figures_of(ACCOUNTS))
    assert (found["61.2"].value, found["61.2"].unit) == (61_200_000, "GBP")
    assert found["61.2"].counted == "Roads, Outlays"


def test_a_unit_in_the_corner_holds_for_the_table_and_for_no_other(figures_of: FiguresOf) -> None:
    found = _by_surface(figures_of(ACCOUNTS))
    assert (found["58.9"].value, found["58.9"].unit) == (58_900_000, "GBP")
    assert (found["288"].value, found["288"].measure) == (288, Measure.COUNT)


def test_a_header_tells_what_was_planned_from_what_was_done(figures_of: FiguresOf) -> None:
    found = _by_surface(figures_of(ACCOUNTS))
    assert [found[surface].modality for surface in ("61.2", "64.0", "70.5")] == [None, None, Modality.PLANNED]
    assert [found[surface].action for surface in ("61.2", "64.0", "70.5")] == [None, None, None]


def test_rows_under_a_header_of_names_are_not_what_is_counted(figures_of: FiguresOf) -> None:
    assert _by_surface(figures_of(ACCOUNTS))["288"].unit == "post"


def test_a_sentence_with_a_number_of_its_own_is_no_caption(figures_of: FiguresOf) -> None:
    found = _by_surface(
        figures_of(
            "# Школа\n\nПлан набора на 2024 год — 2 250 человек.\n\n| Показатель | 2022 | 2023 |\n|---|---|---|\n| Отчислено | 297 | 301 |\n"
        )
    )
    assert found["297"].per is None
    assert "2 250" not in (found["297"].counted or "")


def _months(figures: list[Figure]) -> list[tuple[str, str]]:
    return [(str(figure.value), str(figure.period.start)[:7]) for figure in figures if figure.period is not None]


@pytest.mark.parametrize(
    "table",
    [
        pytest.param("| Month | Tickets 2022 |\n|---|---|\n| January | 41 |\n| March | 65 |\n| May | 79 |", id="year in the header"),
        pytest.param("| Year | January | March | May |\n|---|---|---|---|\n| 2022 | 41 | 65 | 79 |", id="year in the row"),
        pytest.param(
            "Tickets sold in 2022:\n\n| Month | Tickets |\n|---|---|\n| January | 41 |\n| March | 65 |\n| May | 79 |", id="caption"
        ),
    ],
)
def test_a_month_of_a_table_is_of_the_year_beside_it(figures_of: FiguresOf, table: str) -> None:
    figures = figures_of(f"---\ntitle: Zoo\npublished: 2024-02-03\n---\n\n{table}\n")
    assert _months(figures) == [("41", "2022-01"), ("65", "2022-03"), ("79", "2022-05")]


def test_a_table_without_a_period_is_of_that_which_the_document_reports_on(figures_of: FiguresOf) -> None:
    figures = figures_of("# Приют: отчёт за 2022 год\n\n| Звери | Принято |\n|---|---|\n| Коты | 31 |\n")
    assert [str(figure.period.start) for figure in figures if figure.period is not None] == ["2022-01-01"]


def test_a_deed_over_a_column_was_done_to_what_the_caption_names(figures_of: FiguresOf) -> None:
    figures = figures_of(
        "# Piers\n\nPassengers denied boarding in 2022, by pier:\n\n| Pier | Denied boarding |\n|---|---|\n| Sall | 36 |\n"
    )
    assert [(figure.unit, figure.counted, figure.action) for figure in figures] == [("person", "Passengers", "refused")]


def test_the_corner_says_what_the_rows_are_sorts_of(figures_of: FiguresOf) -> None:
    front = "---\ntitle: Yearly report 2022\npublisher: Alder Rescue\n---\n\n# Alder Rescue: yearly report\n\n"
    figures = figures_of(front + "| Cause of accident | 2021 | 2022 |\n|---|---|---|\n| Smoking | 12 | 15 |\n| Ice | 30 | 31 |\n")
    assert {figure.unit for figure in figures} == {"accident"}
    assert not any("Rescue" in (figure.counted or "") or figure.action for figure in figures)


@pytest.mark.parametrize(
    ("caption", "counted"),
    [
        pytest.param("Table 2. Enrolment by school, 1 May", "Enrolment", id="enrolment"),
        pytest.param("Table 3: Attendance by school", "Attendance", id="attendance"),
    ],
)
def test_what_counts_people_without_naming_them_is_in_persons(figures_of: FiguresOf, caption: str, counted: str) -> None:
    figures = figures_of(f"# Pupils\n\n{caption}\n\n| School | 2021 |\n|---|---|\n| Elm | 310 |\n")
    assert [(figure.unit, figure.counted) for figure in figures] == [("person", f"Elm, {counted}")]


def test_a_heading_adds_nothing_to_rows_that_say_what_they_count(figures_of: FiguresOf) -> None:
    figures = figures_of("# Отчёт\n\n## Приём и выпуск\n\n| Показатель | 2022 |\n|---|---|\n| Отчислено студентов | 297 |\n")
    assert [figure.counted for figure in figures] == ["Отчислено студентов"]


def test_a_line_over_a_table_that_ends_with_a_year_is_its_caption_and_no_count(figures_of: FiguresOf) -> None:
    figures = figures_of("# Fair\n\nTickets returned by reason, 2022\n\n| Reason | Tickets |\n|---|---|\n| Rain | 41 |\n")
    assert [(figure.surface, str(figure.period.start)) for figure in figures if figure.period] == [("41", "2022-01-01")]


def test_persons_by_their_abbreviation_are_persons_and_of_which_is_no_tonne(figures_of: FiguresOf) -> None:
    found = figures_of(
        "# Приём на работу\n\n| Район | Принято, чел. | В т. ч. женщины, чел. |\n|---|---|---|\n| Речной | 1204 | 635 |\n| Луговой | 980 | 441 |\n"
    )
    assert [(figure.surface, figure.unit) for figure in found] == [
        ("1204", "person"),
        ("635", "person"),
        ("980", "person"),
        ("441", "person"),
    ]


PLANNED_ROWS = "# Works\n\n| Buses bought | 2021 | 2022 |\n|---|---|---|\n| Plan | 30 | 42 |\n| Actual | 26 | 31 |\n"
PLANNED_STAGES = "# Ferries\n\n| Work | Stage | 2022 |\n|---|---|---|\n| Ferries bought | Goal | 42 |\n| Ferries bought | Fact | 31 |\n"
PLANNED_RUSSIAN = "# Паромы\n\n| Показатель | 2022, заявлено | 2022, фактически |\n|---|---|---|\n| Куплено паромов | 42 | 31 |\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(PLANNED_ROWS, [("30", "planned"), ("42", "planned"), ("26", None), ("31", None)], id="rows"),
        pytest.param(PLANNED_STAGES, [("42", "planned"), ("31", None)], id="a column of stages"),
        pytest.param(PLANNED_RUSSIAN, [("42", "planned"), ("31", None)], id="columns in Russian"),
    ],
)
def test_rows_and_columns_of_plans_hold_plans(figures_of: FiguresOf, text: str, told: list[tuple[str, str | None]]) -> None:
    assert [(figure.surface, figure.modality) for figure in figures_of(text)] == told


def test_rows_of_plan_and_fact_count_what_their_corner_names(figures_of: FiguresOf) -> None:
    assert {(figure.terms.head, figure.terms.action) for figure in figures_of(PLANNED_ROWS)} == {(("bus",), ("buy",))}


def test_a_unit_behind_the_name_of_the_rows_holds_for_the_table(figures_of: FiguresOf) -> None:
    table = "# 2.1 Turnover\n\n| Division (EUR million) | 2022 | 2021 |\n|---|---|---|\n| Cranes | 212 | 198 |\n| Other | 14 | 11 |\n"
    found = _by_surface(figures_of(table))
    assert [(str(found[said].value), found[said].unit) for said in ("212", "11")] == [("212000000", "EUR"), ("11000000", "EUR")]
    assert found["212"].counted == "Cranes, Turnover"


def test_a_unit_of_the_numbers_that_name_the_rows_is_none_of_the_cells(figures_of: FiguresOf) -> None:
    found = _by_surface(figures_of("| Depth (m) | Eels |\n|---|---|\n| 10 | 34 |\n| 20 | 12 |\n"))
    assert found["34"].unit == "eel"


@pytest.mark.parametrize("rest", ["Other", "Others", "Other turnover"])
def test_the_rest_of_a_table_is_no_more_than_that(figures_of: FiguresOf, rest: str) -> None:
    table = f"## Turnover\n\n| Division (£m) | 2022 |\n|---|---|\n| Cranes | 212 |\n| {rest} | 14 |\n| Total | 226 |\n"
    figure = _by_surface(figures_of(table))["14"]
    assert (figure.terms.head, figure.part_of is not None) == (("other",), True)


def test_points_group_thousands_in_a_table_whose_commas_part_decimals(figures_of: FiguresOf) -> None:
    found = figures_of("| Ort | Fläche, km² | Einwohner |\n|---|---|---|\n| Nord | 12,5 | 41.268 |\n| Süd | 7,25 | 9.310 |\n")
    assert [str(figure.value) for figure in found] == ["12.5", "41268", "7.25", "9310"]


def test_a_title_that_names_two_things_says_of_no_row_which(figures_of: FiguresOf) -> None:
    table = "| Показатель | 2022 | 2023 |\n|---|---|---|\n| Трамваи, единиц | 41 | 44 |\n| Депо, единиц | 3 | 4 |\n"
    figures = figures_of(
        f"---\ntitle: О трамваях и депо Ольхова\npublished: 2024-02-01\n---\n\nВ мае закрыли 2 остановки. Парк обновлён.\n\n{table}"
    )
    assert len(figures) == 5
    assert not any("О трамваях" in (figure.counted or "") for figure in figures)


def test_of_a_row_too_wide_to_be_quoted_label_and_header_of_a_cell_are_quoted_apart(figures_of: FiguresOf) -> None:
    years = [str(year) for year in range(1850, 2020)]
    lines = [["Port", *years], ["---"] * 171, ["Tarn", *(str(3000 + at) for at in range(170))]]
    text = "# Boats\n\n" + "\n".join(f"| {' | '.join(line)} |" for line in lines)
    figure = next(figure for figure in figures_of(text) if figure.surface == "3150")
    assert [text[span.start : span.end] for span in figure.scope_quotes] == ["2000", "Tarn"]


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        pytest.param(
            "| Квартал 2023 | Туристы |\n|---|---|\n| I | 310 |\n| III | 970 |\n", [date(2023, 1, 1), date(2023, 7, 1)], id="ru roman"
        ),
        pytest.param(
            "| Quarter of 2023 | Guests |\n|---|---|\n| 1 | 310 |\n| 4th | 970 |\n", [date(2023, 1, 1), date(2023, 10, 1)], id="digits"
        ),
        pytest.param(
            "| Квартал | Туристы в 2022 году |\n|---|---|\n| II | 310 |\n| IV | 970 |\n",
            [date(2022, 4, 1), date(2022, 10, 1)],
            id="ru year beside",
        ),
        pytest.param(
            "| Неделя 2024 | Туристы |\n|---|---|\n| 2 | 31 |\n| 3 | 97 |\n", [date(2024, 1, 8), date(2024, 1, 15)], id="ru weeks"
        ),
        pytest.param("| Weeks waited in 2023 | Guests |\n|---|---|\n| 1 | 31 |\n| 3 | 97 |\n", [date(2023, 1, 1)] * 2, id="how long"),
        pytest.param("| Ward in 2023 | Guests |\n|---|---|\n| I | 31 |\n| III | 97 |\n", [date(2023, 1, 1)] * 2, id="no time"),
    ],
)
def test_rows_are_numbered_by_their_unit_of_time(figures_of: FiguresOf, text: str, starts: list[date]) -> None:
    assert [figure.period and figure.period.start for figure in figures_of(text)] == starts


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "| Port | Boats | Date |\n|---|---|---|\n| Tarn | 310 | 2023-02-01 |\n| Sall | 97 | 2023-03-01 |\n",
            [("310", date(2023, 2, 1)), ("97", date(2023, 3, 1))],
            id="days in the last column",
        ),
        pytest.param(
            "| Port | Date | Boats | Crew |\n|---|---|---|---|\n| Tarn | 1 February 2023 | 310 | 840 |\n",
            [("310", date(2023, 2, 1)), ("840", date(2023, 2, 1))],
            id="days between",
        ),
        pytest.param(
            "| Port | Boats | Month |\n|---|---|---|\n| Tarn | 310 | 2023-02 |\n| Sall | 97 | – |\n",
            [("310", date(2023, 2, 1)), ("97", None)],
            id="months, one missing",
        ),
        pytest.param("| Port | Boats | Year |\n|---|---|---|\n| Tarn | 310 | 2021 |\n", [("310", date(2021, 1, 1))], id="years"),
        pytest.param("| Порт | Суда | Дата |\n|---|---|---|\n| Тарн | 310 | 01.02.2023 |\n", [("310", date(2023, 2, 1))], id="ru"),
        pytest.param("| Port | Boats | Updated |\n|---|---|---|\n| Tarn | 310 | 2023-02-01 |\n", [("310", None)], id="of something else"),
        pytest.param(
            "| Port | Boats | Crew |\n|---|---|---|\n| Tarn | 310 | 2021 |\n", [("310", None), ("2021", None)], id="a count like a year"
        ),
    ],
)
def test_a_column_of_dates_holds_no_figures_and_says_when_its_rows_were(
    figures_of: FiguresOf, text: str, told: list[tuple[str, date | None]]
) -> None:
    assert [(figure.surface, figure.period and figure.period.start) for figure in figures_of(text)] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "| Ward | 2021 |\n|---|---|\n| Quay | 12 |\n\nTable: Loans by ward (in thousands)\n",
            [("12", 12_000, "Loans")],
            id="caption below",
        ),
        pytest.param(
            "| Ward | 2021 |\n|---|---|\n| Quay | 12 |\n\nTable 1: Loans by ward (in thousands)\n\n"
            "| Ward | 2021 |\n|---|---|\n| Quay | 5 |\n\nTable 2: Visits by ward\n",
            [("12", 12_000, "Loans"), ("5", 5, "Visits")],
            id="captions below two tables",
        ),
        pytest.param(
            "Table 1: Loans by ward\n\n| Ward | 2021 |\n|---|---|\n| Quay | 12 |\n\nTable 2: Visits by ward (in thousands)\n\n"
            "| Ward | 2021 |\n|---|---|\n| Quay | 5 |\n",
            [("12", 12, "Loans"), ("5", 5000, "Visits")],
            id="captions above two tables",
        ),
        pytest.param(
            "Table 1: Loans by ward\n\n| Ward | 2021 |\n|---|---|\n| Quay | 12 |\n\nNote: figures are in thousands.\n",
            [("12", 12_000, "Loans")],
            id="unit in a note below",
        ),
        pytest.param(
            "Таблица 1: Выдачи по районам\n\n| Район | 2021 |\n|---|---|\n| Речной | 12 |\n\nПримечание: данные в тысячах.\n",
            [("12", 12_000, "Выдачи")],
            id="ru unit in a note below",
        ),
        pytest.param(
            "Table 1: Loans by ward\n\nin thousands\n\n| Ward | 2021 |\n|---|---|\n| Quay | 12 |\n",
            [("12", 12_000, "Loans")],
            id="unit between",
        ),
        pytest.param(
            "Table 1: Loans by ward\n\n| Ward | 2021 |\n|---|---|\n| Quay | 12 |\n\nNote: two thousand books were lost.\n",
            [("12", 12, "Loans")],
            id="a note that says something else",
        ),
    ],
)
def test_what_stands_beside_a_table_names_it_and_its_unit(figures_of: FiguresOf, text: str, told: list[tuple[str, int, str]]) -> None:
    figures = [figure for figure in figures_of(f"# Report\n\n{text}") if figure.surface.isdigit()]
    assert [(figure.surface, figure.value, (figure.counted or "").split(", ")[-1]) for figure in figures] == told


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        pytest.param("| Trade | Number |\n|---|---|\n| Bakers | 12 |\n| Millers | 31 |\n", ["12", "31"], id="counts"),
        pytest.param("| Trade | Number |\n|---|---|\n| Bakers | 1,512 |\n| Millers | 3,100 |\n", ["1,512", "3,100"], id="thousands"),
        pytest.param("| Trade | No. | Shops |\n|---|---|---|\n| Bakers | 1 512 | 3 |\n| Millers | 2 204 | 4 |\n", ["1 512", "3", "2 204", "4"], id="thousands by spaces"),
        pytest.param("| Boat | No. | Crew |\n|---|---|---|\n| Ida | 1,203 | 5 |\n| Ada | 1,204 | 7 |\n", ["5", "7"], id="counting on over a thousand"),
        pytest.param("| Boat | Number | Crew |\n|---|---|---|\n| Ida | 1 | 5 |\n| Ada | 2 | 7 |\n", ["5", "7"], id="counting on"),
        pytest.param("| Number | Boat | Crew |\n|---|---|---|\n| 14 | Ida | 5 |\n| 12 | Ada | 7 |\n", ["5", "7"], id="before the labels"),
        pytest.param("| Boat | Code | Crew |\n|---|---|---|\n| Ida | 14 | 5 |\n| Ada | 12 | 7 |\n", ["5", "7"], id="codes"),
    ],
)  # fmt: skip
def test_a_column_called_number_holds_counts_unless_it_numbers_the_rows(figures_of: FiguresOf, text: str, surfaces: list[str]) -> None:
    assert [figure.surface for figure in figures_of(text)] == surfaces


def test_a_row_of_units_below_the_headers_is_of_each_column(figures_of: FiguresOf) -> None:
    rows = [("th", "Ward", "Wheat", "Boats"), ("th", "", "thousand tonnes", ""), ("td", "Quay", "12", "7")]
    tags = "".join(f"<tr>{''.join(f'<{tag}>{cell}</{tag}>' for cell in cells)}</tr>\n" for tag, *cells in rows)
    found = [(figure.surface, figure.value, figure.unit) for figure in figures_of(f"# Harvest\n\n<table>\n{tags}</table>\n")]
    assert found == [("12", 12_000, "t"), ("7", 7, "boat")]


def test_a_population_is_of_persons_whatever_it_lives_in(figures_of: FiguresOf) -> None:
    (figure,) = figures_of("| Area | Prison population |\n|---|---|\n| Norland | 41000 |\n")
    assert figure.unit == "person"


def test_a_table_of_thousands_of_columns_is_read_whole(figures_of: FiguresOf) -> None:
    columns = 2_400  # in a second or two; with time that grew with their square it would take minutes
    rows = [["Area", *(f"Sort {number}" for number in range(columns))], ["---"] * (columns + 1), ["Norland", *["7"] * columns]]
    assert len(figures_of("\n".join(f"| {' | '.join(row)} |" for row in rows))) == columns


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param(
            "| £ million | 2021 | 2022 |\n|---|---|---|\n| Costs | (118) | (135) |\n| Result | 2 | (4) |\n",
            [118, 135, 2, -4],
            id="years in the header",
        ),
        pytest.param(
            "| Year | Result, £ million | Costs, £ million |\n|---|---|---|\n| 2021 | 2 | (118) |\n| 2022 | (4) | (135) |\n",
            [2, 118, -4, 135],
            id="years in the rows",
        ),
        pytest.param("| Ward | Boats 2021 | Boats 2022 |\n|---|---|---|\n| Quay | 12 | (9) |\n", [12, 9], id="counts"),
    ],
)
def test_sums_in_brackets_beside_others_without_are_losses(figures_of: FiguresOf, text: str, values: list[int]) -> None:
    assert [figure.value / (1_000_000 if figure.measure is Measure.MONEY else 1) for figure in figures_of(text)] == values


def test_the_name_of_a_row_is_no_unit(figures_of: FiguresOf) -> None:
    figures = figures_of("| Reporting year | Country of origin | Refused |\n|---|---|---|\n| 2022 | Norland | 1,204 |\n")
    assert [figure.unit for figure in figures] == [None]


def _tags(*rows: tuple[str, ...]) -> str:
    """Return a table in tags; a row of one cell reaches over three columns."""
    made = [
        f'<tr><td colspan="3">{row[0]}</td></tr>' if len(row) == 1 else "".join(f"<td>{cell}</td>" for cell in row).join(("<tr>", "</tr>"))
        for row in rows
    ]
    return "<table>\n" + "\n".join(made) + "\n</table>\n"


def test_a_year_that_stands_alone_in_its_row_is_that_of_the_rows_below_and_no_figure(figures_of: FiguresOf) -> None:
    head = "<tr><th>District</th><th>Fires</th><th>Engines</th></tr>"
    rows = _tags(("2022",), ("North", "34", "2"), ("2023",), ("North", "33", "1")).replace("<table>", f"<table>\n{head}")
    found = [
        (figure.surface, figure.period and figure.period.start and figure.period.start.year) for figure in figures_of(f"# Fires\n\n{rows}")
    ]
    assert found == [("34", 2022), ("2", 2022), ("33", 2023), ("1", 2023)]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        pytest.param("| Ward | Boats 2023 | Change on 2022 |\n|---|---|---|\n| Quay | 34 | +12% |\n", None, id="reckoned from"),
        pytest.param("| Ward | Boats 2023 | Change in 2022 |\n|---|---|---|\n| Quay | 34 | +12% |\n", 2022, id="then"),
        pytest.param("| Район | Суда 2023 | Изменение к 2022 |\n|---|---|---|\n| Речной | 34 | +12% |\n", None, id="ru"),
    ],
)
def test_a_change_is_not_of_the_year_that_it_is_reckoned_from(figures_of: FiguresOf, text: str, year: int | None) -> None:
    figure = figures_of(text)[-1]
    assert (figure.measure, figure.period and figure.period.start and figure.period.start.year) == (Measure.CHANGE, year)


def test_those_killed_in_a_table_of_fires_are_persons(figures_of: FiguresOf) -> None:
    text = "# Fires in Marl\n\n| | North | South |\n|---|---|---|\n| Fires 2023 | 33 | 12 |\n| Killed 2023 | 2 | 4 |\n"
    assert [(figure.surface, figure.unit) for figure in figures_of(text)] == [
        ("33", "fire"),
        ("12", "fire"),
        ("2", "person"),
        ("4", "person"),
    ]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param(
            "# Clinics\n\nTable 1. Beds and bed days by owner, 2022 (bed days in thousands)\n\n"
            "| Owner | Beds | Bed days |\n|---|---|---|\n| County | 1,240 | 381.2 |\n| Church | 310 | 88.1 |\n",
            [1240, 381200, 310, 88100],
            id="one column of two",
        ),
        pytest.param(
            "# Ports\n\nShips and cargo by port, 2023 (cargo in thousand tonnes; fees in EUR million)\n\n"
            "| Port | Ships | Cargo | Fees |\n|---|---|---|---|\n| Kesta | 412 | 1,204 | 3.1 |\n",
            [412, 1204000, 3100000],
            id="two columns, each its own",
        ),
        pytest.param(
            "# Рыболовство\n\nСуда и вылов по районам в 2022 году (вылов в тыс. т)\n\n"
            "| Район | Суда | Вылов |\n|---|---|---|\n| Северный | 41 | 12,4 |\n",
            [41, 12400],
            id="in Russian",
        ),
        pytest.param(
            "# Clinics\n\nPatients and spending, by year (spending in £ thousand)\n\n"
            "|  | 2021 | 2022 |\n|---|---|---|\n| Patients | 4,120 | 4,385 |\n| Spending | 310 | 355 |\n",
            [4120, 4385, 310000, 355000],
            id="a row",
        ),
        pytest.param(
            "# Fleet\n\nBoats in the harbour by town (boats in use)\n\n| Town | Boats |\n|---|---|\n| Kesta | 41 |\n",
            [41],
            id="brackets that name no unit",
        ),
    ],
)
def test_a_unit_in_a_caption_is_that_of_what_it_names_alone(figures_of: FiguresOf, text: str, values: list[int]) -> None:
    assert [figure.value for figure in figures_of(text)] == values


@pytest.mark.parametrize(
    ("rows", "surfaces"),
    [
        pytest.param("| Meeting | Board of Directors |\n|---|---|\n| Date | 25 July 2024 |\n| Agenda item | 9 |\n", [], id="a cover sheet"),
        pytest.param(
            "| Report to | Harbour Committee |\n|---|---|\n| Item no. | 14 |\n| Held on | 3 March |\n", [], id="a day without a year"
        ),
        pytest.param("| Заседание | Совет порта |\n|---|---|\n| Дата | 3 марта 2024 года |\n| Пункт повестки | 7 |\n", [], id="Russian"),
        pytest.param("| Town | Kesta |\n|---|---|\n| Founded | 12 May 1821 |\n| Schools | 14 |\n", ["14"], id="a box of facts"),
        pytest.param("| Item | Number |\n|---|---|\n| Chairs | 9 |\n", ["9"], id="items that are counted"),
        pytest.param("| Kind | Tonnes |\n|---|---|\n| Paper | 640 |\n| Tins | 215 |\n", ["640", "215"], id="paper by weight"),
        pytest.param("| Desk | Calls |\n|---|---|\n| Reference | 31 |\n| Loans | 48 |\n", ["31", "48"], id="reference by calls"),
    ],
)
def test_days_and_numbers_of_papers_in_a_table_count_nothing(figures_of: FiguresOf, rows: str, surfaces: list[str]) -> None:
    assert [figure.surface for figure in figures_of(f"# Yearly report\n\n{rows}")] == surfaces
