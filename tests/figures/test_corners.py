"""What stands over the labels of a table says what it counts, where nothing else does; a second title line, where."""

from collections.abc import Callable

import pytest

from qa_bot.schema import Figure

FiguresOf = Callable[[str], list[Figure]]


def _table(*rows: str) -> str:
    width = rows[0].count("|") - 1
    return "\n".join((rows[0], "|---" * width + "|", *rows[1:])) + "\n"


@pytest.mark.parametrize(
    ("text", "units"),
    [
        pytest.param(_table("| Fires | 2018 | 2019 |", "| Barns | 31 | 28 |", "| Ships | 4 | 6 |"), ["fire"] * 4, id="what befalls the rows"),
        pytest.param(_table("| Books lent | 2018 |", "| Tarn | 310 |", "| Kesh | 64 |"), ["book"] * 2, id="with a deed"),
        pytest.param(_table("| Пожары | 2018 | 2019 |", "| Амбары | 31 | 28 |", "| Суда | 4 | 6 |"), ["пожар"] * 4, id="Russian"),
        pytest.param(_table("| Cars | 2018 |", "| Blue | 31 |", "| Red | 4 |"), [None] * 2, id="things may be of any number"),
        pytest.param("# Deaths in fires\n\n" + _table("| Fires | 2018 |", "| Barn | 31 |", "| Ship | 4 |"), ["death"] * 2,
                     id="the heading says what"),
        pytest.param("# Brigade: calls\n\n" + _table("| Fires | 2018 |", "| Barns | 31 |") + "\n" + _table("| Rescues | 2018 |", "| Cliffs | 4 |"),
                     ["fire", "rescue"], id="two tables that differ by it"),
        pytest.param("Table 1. Fires by place\n\n" + _table("| Place | 2018 |", "| Cars | 31 |", "| Barns | 4 |"), ["fire"] * 2,
                     id="a caption that divides them"),
    ],
)  # fmt: skip
def test_the_corner_says_what_is_counted_where_nothing_else_does(figures_of: FiguresOf, text: str, units: list[str | None]) -> None:
    found = figures_of(text)
    if units[0] is None:
        assert "car" not in {figure.unit for figure in found}
    else:
        assert [figure.unit for figure in found] == units


@pytest.mark.parametrize(
    ("lines", "counted", "place"),
    [
        pytest.param(("Table 2. Nurses by ward", "Orsel, end of the year, persons"), "Nurses", "Orsel", id="place, time and unit"),
        pytest.param(("Table 2. Nurses by ward", "Tarn District"), "Nurses", "Tarn District", id="place alone"),
        pytest.param(("Таблица 2. Численность врачей по отделениям", "Речная область, на конец года, человек"), "Численность врачей",
                     "Речная область", id="Russian"),
        pytest.param(("Table 2. Trade of Orsel", "Exports to Kesh, 2019"), "Exports to Kesh", None, id="what is counted in the second line"),
    ],
)  # fmt: skip
def test_a_second_title_line_says_where(figures_of: FiguresOf, lines: tuple[str, str], counted: str, place: str | None) -> None:
    heads = ("| Отделение | 2018 | 2019 |", "| Хирургия | 14 | 15 |", "| Всего | 14 | 15 |") if "Таблица" in lines[0] else (
        "| Ward | 2018 | 2019 |", "| Surgery | 14 | 15 |", "| Total | 14 | 15 |")  # fmt: skip
    found = figures_of(f"{lines[0]}\n\n{lines[1]}\n\n{_table(*heads)}")
    assert counted in (found[-1].counted or "")
    if place is not None:
        assert found[-1].place == place


def test_a_heading_that_names_bodies_is_not_what_their_rows_count(figures_of: FiguresOf) -> None:
    rows = _table("| | 2018 | 2019 |", "| Nurses | 41 | 44 |", "| Complaints | 9 | 7 |")
    assert [figure.unit for figure in figures_of(f"# Health\n\n## Hospitals\n\n{rows}")] == ["person", "person", "complaint", "complaint"]


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        pytest.param("In region 1 the judges closed 31 cases.", ["31"], id="a region"),
        pytest.param("In hall 4 the choirs gave 12 concerts.", ["12"], id="any other place"),
        pytest.param("The toll reached 31 the next day.", ["31"], id="a verb before it"),
        pytest.param("In the region 12 schools closed.", ["12"], id="what it counts behind it"),
    ],
)
def test_a_number_before_the_subject_tells_which_place(figures_of: FiguresOf, text: str, surfaces: list[str]) -> None:
    assert [figure.surface for figure in figures_of(text)] == surfaces
