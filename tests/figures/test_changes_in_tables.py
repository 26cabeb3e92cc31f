"""A column of changes says of each row by how much, and which way, it changed."""

from collections.abc import Callable

import pytest

from qa_bot.schema import Figure, Measure

FiguresOf = Callable[[str], list[Figure]]

RESULTS = """# Results of the group

Key figures of the group (£ million)

| Item | 2023 | 2024 | Change |
|---|---|---|---|
| Revenue | 588.9 | 612.4 | 4.0% |
| Wages | 52.6 | 48.1 | {written} |
"""


@pytest.mark.parametrize("written", ["(8.6)%", "(8.6%)", "-8.6%", "−8.6 %"])
def test_a_change_below_zero_is_a_fall_of_what_its_row_names(figures_of: FiguresOf, written: str) -> None:
    found = {figure.surface: figure for figure in figures_of(RESULTS.format(written=written))}
    rise, fall = found["4.0%"], found[written]
    assert (float(fall.value), fall.measure, fall.unit) == (-8.6, Measure.CHANGE, "%")
    assert ("fall" in fall.terms.action, "rise" in rise.terms.action) == (True, True)
    assert (rise.terms.head, rise.counted) == (("revenue",), "Change, Revenue")


def test_what_a_row_is_called_by_one_known_noun_is_what_its_sums_are_of(figures_of: FiguresOf) -> None:
    (found,) = (figure for figure in figures_of(RESULTS.format(written="n/a")) if figure.surface == "612.4")
    assert found.terms.head == ("revenue",)


def test_whose_sums_a_column_has_is_not_what_another_one_tells_a_deed_of(figures_of: FiguresOf) -> None:
    text = (
        "# Judgment\n\nLoss of each crop (£ thousand)\n\n| Crop | Claimant | Defendant | Agreed |\n|---|---|---|---|\n"
        "| Barley | 455 | 290 | 418 |\n| Wheat | 96 | 40 | 51 |\n"
    )
    (found,) = (figure for figure in figures_of(text) if figure.surface == "418")
    assert "Defendant" not in (found.counted or "")
    assert "defendant" not in found.terms.head


@pytest.mark.parametrize(
    ("table", "value"),
    [
        pytest.param("| Group | Members | Share of members |\n|---|---|---|\n| Rowers | 45 | (63%) |\n", 63, id="a share of a whole"),
        pytest.param("| Group | Members | Growth |\n|---|---|---|\n| Rowers | 45 | (63%) |\n", -63, id="growth"),
        pytest.param("| Item | 2024 |\n|---|---|\n| Members | 45 |\n| Change on year | (63%) |\n", -63, id="a row of changes"),
    ],
)
def test_a_share_in_brackets_is_below_zero_only_where_it_is_a_change(figures_of: FiguresOf, table: str, value: int) -> None:
    (found,) = (figure for figure in figures_of(f"# The rowing club\n\n{table}") if "63" in figure.surface)
    assert found.value == value


@pytest.mark.parametrize(
    ("heads", "year"),
    [
        pytest.param(("2020", "2021", "Change, %"), 2021, id="to the later year"),
        pytest.param(("2021", "2020", "Change, %"), 2021, id="the later year first"),
        pytest.param(("2020", "2021", "Change in 2019, %"), 2019, id="its own year"),
    ],
)
def test_a_change_beside_two_years_is_to_the_later_of_them(figures_of: FiguresOf, heads: tuple[str, str, str], year: int) -> None:
    rows = f"| Port | {' | '.join(heads)} |\n|---|---|---|---|\n| Tarn | 410 | 390 | -4.9 |\n| Kesh | 88 | 95 | 8.0 |\n"
    found = figures_of(f"# Report on 2022\n\nIn 2022 the ports had 61 cranes.\n\n## Ships\n\n{rows}")
    changes = [figure for figure in found if figure.measure is Measure.CHANGE]
    assert [figure.period.start.year for figure in changes if figure.period and figure.period.start] == [year, year]
