"""Of which table a line is that names a unit and nothing else, and how such lines are written."""

from collections.abc import Callable

import pytest

from qa_bot.schema import Figure

FiguresOf = Callable[[str], list[Figure]]

KILLED = "| Group | 2019 | 2020 |\n|---|---|---|\n| Riders killed | 6 | 2 |\n"
SALT = "| Quay | 2019 | 2020 |\n|---|---|---|\n| Oldmere | 310.5 | 298 |\n"
WOOL = "| Farm | 2019 | 2020 |\n|---|---|---|\n| Tarn | 41 | 52 |\n"
VISITS = "| Музей | 2019 | 2020 |\n|---|---|---|\n| Речной | 12,5 | 11,8 |\n"


def _values(figures: list[Figure]) -> list[tuple[float, str | None]]:
    return [(float(figure.value), figure.unit) for figure in figures]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param(
            f"# Roads\n\nTable 4. Riders killed\n\n{KILLED}\nUnit: thousand tonnes\n\n{SALT}",
            [(6, "person"), (2, "person"), (310_500, "t"), (298_000, "t")],
            id="it introduces the second one",
        ),
        pytest.param(
            f"# Roads\n\n{KILLED}\n(in millions of euros)\n\n{SALT}\n{KILLED}",
            [(6, "person"), (2, "person"), (310_500_000, "EUR"), (298_000_000, "EUR"), (6, "person"), (2, "person")],
            id="in brackets",
        ),
        pytest.param(
            f"# Quays\n\nUnit: tonnes\n\n{SALT}\nUnit: kg\n\n{WOOL}",
            [(310.5, "t"), (298, "t"), (41, "kg"), (52, "kg")],
            id="one over each",
        ),
        pytest.param(
            f"# Quays\n\n{SALT}\nUnit: tonnes\n\n{WOOL}\nUnit: kg\n",
            [(310.5, "t"), (298, "t"), (41, "kg"), (52, "kg")],
            id="one below each",
        ),
        pytest.param(f"# Quays\n\n{SALT}\nAll figures are in tonnes.\n\n## Roads\n\n{KILLED}", [(310.5, "t"), (298, "t"), (6, "person"), (2, "person")],
                     id="a heading parts it from the second one"),
        pytest.param(
            f"# Quays\n\nUnit: thousand tonnes\n\nTable 1. Salt landed\n\n{SALT}\nUnit: kg\n\nTable 2. Wool sold\n\n{WOOL}",
            [(310_500, "t"), (298_000, "t"), (41, "kg"), (52, "kg")],
            id="one over the caption of each",
        ),
        pytest.param(
            f"# Quays\n\nTable 1. Salt landed\n\n{SALT}\nUnit: tonnes\n\nTable 2. Wool sold\n\n{WOOL}\nUnit: kg\n",
            [(310.5, "t"), (298, "t"), (41, "kg"), (52, "kg")],
            id="one below each of two with captions",
        ),
        pytest.param(
            f"# Дороги\n\nПогибшие на дорогах\n\n| Группа | 2019 | 2020 |\n|---|---|---|\n| Погибло водителей | 6 | 2 |\n\nтыс. тонн\n\n{VISITS}",
            [(6, "person"), (2, "person"), (12_500, "t"), (11_800, "t")],
            id="Russian",
        ),
    ],
)  # fmt: skip
def test_a_unit_line_between_two_tables_is_of_one_of_them(figures_of: FiguresOf, text: str, values: list[tuple[float, str | None]]) -> None:
    assert _values(figures_of(text)) == values


@pytest.mark.parametrize(
    "line",
    [
        "Единица измерения: тыс. человек",
        "Единицы измерения: тысяча человек",
        "Ед. изм.: тыс. чел.",
        "Единица измерения – тысяч человек",
        "(единица измерения: тыс. чел.)",
        "Значения показателей приведены в тыс. человек",
    ],
)
def test_russian_lines_of_units_are_read(figures_of: FiguresOf, line: str) -> None:
    found = figures_of(f"# Посетители музеев\n\n{line}\n\n{VISITS}")
    assert _values(found) == [(12_500, "person"), (11_800, "person")]
    assert "измерения" not in (found[0].counted or "")


@pytest.mark.parametrize(
    "line", ["Unit of measure: thousand persons", "Units: thousand persons", "Measured in thousand persons", "Unit – thousands of persons"]
)
def test_english_lines_of_units_are_read(figures_of: FiguresOf, line: str) -> None:
    found = figures_of(f"# Visitors of museums\n\n{line}\n\n{SALT}")
    assert _values(found) == [(310_500, "person"), (298_000, "person")]
