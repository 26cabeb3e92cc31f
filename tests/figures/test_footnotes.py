"""Marks in the labels of a table lead to the notes below it and are no part of what is counted."""

from collections.abc import Callable
from datetime import date
from time import perf_counter

import pytest

from qa_bot.figures.footnotes import Footnotes
from qa_bot.schema import Figure, Measure

FiguresOf = Callable[[str], list[Figure]]


def _page(heads: str, rows: str, *notes: str) -> str:
    head = "".join(f"<th>{each}</th>" for each in heads.split("|"))
    body = "".join("<tr>" + "".join(f"<td>{each}</td>" for each in row.split("|")) + "</tr>" for row in rows.split("\n"))
    below = "".join(f"<p>{note}</p>" for note in notes)
    return (
        "<html><body><article><h1>Ferries</h1><p>The ferries of the strait carried more people each year, as the table shows for both ports."
        f"</p><table><caption>Passengers carried</caption><tr>{head}</tr>{body}</table>{below}<p>The port has two piers, and a third one "
        "is being built behind the old lighthouse.</p></article></body></html>"
    )


@pytest.mark.parametrize(
    ("heads", "notes", "period"),
    [
        pytest.param("Port|2023*", ["* April to December. Source: Port office."], (date(2023, 4, 1), date(2023, 12, 31)), id="a star"),
        pytest.param("Port|2023 (¹)", ["(¹) January to March only."], (date(2023, 1, 1), date(2023, 3, 31)), id="raised in brackets"),
        pytest.param("Port|2022-23*", ["* Data for May to June 2022"], (date(2022, 5, 1), date(2022, 6, 30)), id="of two years"),
        pytest.param("Port|2023 (p)", ["(e) Estimate. (p) First half of 2023."], (date(2023, 1, 1), date(2023, 6, 30)), id="a letter"),
        pytest.param("Port|2023<sup>2</sup>", ["2 January to March only."], (date(2023, 1, 1), date(2023, 3, 31)), id="a raised digit"),
        pytest.param("Port|2023*", ["* Revised in May 2024."], (date(2023, 1, 1), date(2023, 12, 31)), id="of another thing"),
        pytest.param("Port|2023 (¹)", ["(¹) Provisional."], (date(2023, 1, 1), date(2023, 12, 31)), id="of no time"),
    ],
)
def test_a_note_below_a_table_gives_the_months_of_a_column(
    figures_of_page: FiguresOf, heads: str, notes: list[str], period: tuple[date, date]
) -> None:
    (found,) = (figure for figure in figures_of_page(_page(heads, "Kesta|4,120", *notes)) if figure.surface == "4,120")
    assert found.period is not None
    assert (found.period.start, found.period.end) == period


def test_marks_of_notes_are_no_part_of_the_names_of_rows_and_columns(figures_of_page: FiguresOf) -> None:
    page = _page("Port|Adults (¹)|Children (p)", "Kesta*|4,120|310\nOrle (p)|215|18", "(¹) Over 16. (p) Provisional.", "* With Holm.")
    found = {figure.surface: (figure.label, figure.counted) for figure in figures_of_page(page) if figure.label}
    assert {surface: label for surface, (label, _) in found.items()} == {"4,120": "Kesta", "310": "Kesta", "215": "Orle", "18": "Orle"}
    assert not any(mark in counted for _, counted in found.values() if counted for mark in "(¹*")


@pytest.mark.parametrize(
    ("text", "without"),
    [
        pytest.param("Forest, km²", "Forest, km²", id="a power"),
        pytest.param("Water, м³", "Water, м³", id="a Russian one"),
        pytest.param("Staff²", "Staff", id="raised"),
        pytest.param("Loans †*", "Loans", id="two"),
        pytest.param("Schedule (a)", "Schedule (a)", id="a letter without a note"),
        pytest.param("Школа (а)", "Школа (а)", id="a Russian letter without a note"),
        pytest.param("Забор (м)", "Забор (м)", id="a Russian unit"),
        pytest.param("*", "*", id="nothing else"),
        pytest.param("  *", "  *", id="nothing else but blanks"),
    ],
)
def test_what_lengthens_a_label_is_a_mark_only_where_it_is_no_power_or_name(text: str, without: str) -> None:
    assert Footnotes({}).unmarked(text) == without


@pytest.mark.parametrize(
    ("table", "note"),
    [
        pytest.param("Запасы фермы к осени.\n\n| Ферма | Сыр (т) |\n|---|---|\n| Заря | 87 |\n", "", id="tonnes"),
        pytest.param("Запасы фермы к осени.\n\n| Ферма | Квас (л) |\n|---|---|\n| Заря | 87 |\n", "(л) Летом.", id="litres beside a note"),
        pytest.param("What the farm has.\n\n| Farm | Hedge (m) |\n|---|---|\n| Dawn | 87 |\n", "(m) In autumn.", id="metres beside a note"),
    ],
)
def test_a_unit_in_brackets_is_no_mark(figures_of: FiguresOf, table: str, note: str) -> None:
    (found,) = (figure for figure in figures_of(f"{table}\n{note}\n") if figure.surface == "87")
    assert found.measure is Measure.QUANTITY


def test_a_label_of_blanks_or_marks_is_read_in_a_time_that_grows_with_its_length() -> None:
    started = perf_counter()
    for text in ("Kesta" + " " * 50_000 + "x", "Kesta" + "*" * 20_000):
        Footnotes({}).unmarked(text)
    assert perf_counter() - started < 1


@pytest.mark.parametrize(
    ("notes", "month"),
    [
        pytest.param("* April to December\n", 4, id="a note"),
        pytest.param("* April to December\n* Without Holm\n", 1, id="a list"),
        pytest.param("- April to December\n", 1, id="another sign"),
    ],
)
def test_a_note_that_markdown_takes_for_an_item_is_one(figures_of: FiguresOf, notes: str, month: int) -> None:
    text = f"# Births\n\nBirths in each town\n\n| Town | 2023* | 2022 |\n|---|---|---|\n| Kesta | 376 | 415 |\n\n{notes}"
    (found,) = (figure for figure in figures_of(text) if figure.surface == "376")
    assert found.period is not None
    assert found.period.start == date(2023, month, 1)
