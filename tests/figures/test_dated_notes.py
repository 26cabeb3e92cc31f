"""Tables whose time only a sentence beside them tells."""

from collections.abc import Callable

import pytest

from qa_bot.schema import Figure

FiguresOf = Callable[[str], list[Figure]]

_BOATS = "| Port | Boats | Crew |\n|---|---|---|\n| Lade | 31 | 140 |\n| Orm | 12 | 55 |\n"
_SUDA = "| Порт | Суда | Экипаж |\n|---|---|---|\n| Ладья | 31 | 140 |\n| Устье | 12 | 55 |\n"


def _spans(figures: list[Figure]) -> set[str]:
    return {f"{figure.period.start} {figure.period.end}" if figure.period is not None else "" for figure in figures}


@pytest.mark.parametrize(
    ("text", "span"),
    [
        pytest.param(f"# Ports\n\n{_BOATS}\nData for 2021.\n", "2021-01-01 2021-12-31", id="below"),
        pytest.param(f"# Ports\n\nAll figures are for 2021.\n\n{_BOATS}", "2021-01-01 2021-12-31", id="above"),
        pytest.param(
            f"# Ports\n\n{_BOATS}\nSource: Port Office. Reporting period: Q2 2021.\n", "2021-04-01 2021-06-30", id="behind the source"
        ),
        pytest.param(
            f"# Ports\n\n{_BOATS}\nThe numbers in this table refer to January to September 2021.\n",
            "2021-01-01 2021-09-30",
            id="nine months",
        ),
        pytest.param(f"# Порты\n\n{_SUDA}\nДанные за 2021 год. Источник: управление портов\n", "2021-01-01 2021-12-31", id="Russian"),
        pytest.param(
            f"# Порты\n\nПоказатели приведены за I квартал 2021 г.\n\n{_SUDA}", "2021-01-01 2021-03-31", id="Russian, a quarter, above"
        ),
        pytest.param(f"# Порты\n\n{_SUDA}\nПримечание: все данные за 2021 г.\n", "2021-01-01 2021-12-31", id="Russian, a note"),
        pytest.param(f"# Ports in the report of 2022\n\n{_BOATS}\nData for 2021.\n", "2021-01-01 2021-12-31", id="before a title"),
    ],
)
def test_the_numbers_are_of_the_time_that_a_note_tells(figures_of: FiguresOf, text: str, span: str) -> None:
    assert _spans([figure for figure in figures_of(text) if figure.label]) == {span}


@pytest.mark.parametrize(
    "note",
    [
        "Data for 2021 are provisional.",
        "Data for 2021 were not published.",
        "* Data for 2021.",
        "¹ Data for 2021.",
        "Data as of 3 May 2021.",
        "Data for 2021. Figures for 2022.",
        "Data for 2021 and 2022.",
    ],
)
def test_a_note_that_says_anything_else_tells_no_time(figures_of: FiguresOf, note: str) -> None:
    assert _spans([figure for figure in figures_of(f"# Ports\n\n{_BOATS}\n{note}\n") if figure.label]) == {""}


def test_a_header_of_years_goes_before_a_note(figures_of: FiguresOf) -> None:
    text = "# Boats\n\n| Port | 2019 | 2020 |\n|---|---|---|\n| Lade | 31 | 40 |\n\nData for 2021.\n"
    assert _spans(figures_of(text)) == {"2019-01-01 2019-12-31", "2020-01-01 2020-12-31"}


def test_a_caption_goes_before_a_note(figures_of: FiguresOf) -> None:
    text = f"# Ports\n\nTable 1. Boats and crews in 2020\n\n{_BOATS}\nData for 2021.\n"
    assert _spans([figure for figure in figures_of(text) if figure.label]) == {"2020-01-01 2020-12-31"}


def test_a_note_between_two_tables_is_of_neither(figures_of: FiguresOf) -> None:
    text = f"# Ports\n\n{_BOATS}\nData for 2021.\n\n{_BOATS}"
    assert _spans([figure for figure in figures_of(text) if figure.label]) == {""}


@pytest.mark.parametrize(
    "rest", ["The chart is from the yearbook.\n\nData for 2021.", "In the second section the council tells of ducks. Data for 2020."]
)
def test_a_note_that_is_not_alone_right_below_tells_no_time(figures_of: FiguresOf, rest: str) -> None:
    assert _spans([figure for figure in figures_of(f"# Ports\n\n{_BOATS}\n{rest}\n") if figure.label]) == {""}
