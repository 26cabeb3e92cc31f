"""Several lines over a table: its title, its unit, and from whom or of when it is."""

from collections.abc import Callable
from pathlib import Path

import pytest

from qa_bot.figures import extract
from qa_bot.ingest import SourceFile, read, split
from qa_bot.schema import Figure

FiguresOf = Callable[[str], list[Figure]]
TABLE = "| Parish | 2019 | 2020 |\n|---|---|---|\n| Tarn | 12.5 | 14 |\n| Kesh | 8 | 9 |\n"
RUSSIAN = "| Район | 2019 | 2020 |\n|---|---|---|\n| Речной | 12,5 | 14 |\n| Степной | 8 | 9 |\n"


def _csv(folder: Path, text: str) -> list[Figure]:
    path = folder / "table.csv"
    path.write_text(text, encoding="utf-8")
    (document,) = read(SourceFile(folder, path, path.name), report=lambda line: None)
    return extract(document, split(document))


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        pytest.param("Report: Tourists by parish\nSource: Statistics Norland\n(in thousands)\n\nparish,2019,2020\nTarn,12.5,14\nKesh,8,9\n", 12_500, "person", id="title, source, unit"),
        pytest.param("Source: Statistics Norland\nTourists by parish (thousands)\n\nparish,2019,2020\nTarn,12.5,14\nKesh,8,9\n", 12_500, "person", id="source first"),
        pytest.param("Tourists by parish\nin thousands\nUpdated: 3 May 2021\nparish,2019,2020\nTarn,12.5,14\nKesh,8,9\n", 12_500, "person", id="title, unit, day"),
        pytest.param("Tourists by parish\nSource: Statistics Norland; unit: thousand\n\nparish,2019,2020\nTarn,12.5,14\nKesh,8,9\n", 12_500, "person", id="source and unit in one line"),
        pytest.param("Tourists by parish\nSource: Statistics Norland; unit: thousand\nparish;2019;2020\nTarn;12,5;14\nKesh;8;9\n", 12_500, "person", id="source and unit cut by the delimiter"),
        pytest.param("Посетители музеев\nИсточник: Росстат\nЕдиница измерения: тыс. человек\nрайон;2019;2020\nРечной;12,5;14\nСтепной;8;9\n", 12_500, "person", id="Russian"),
    ],
)  # fmt: skip
def test_the_title_of_a_file_of_cells_says_what_is_counted(tmp_path: Path, text: str, value: float, unit: str) -> None:
    first = _csv(tmp_path, text)[0]
    assert (float(first.value), first.unit) == (value, unit)
    assert not any(word in (first.counted or "") for word in ("Source", "Statistics", "Источник", "Росстат", "Updated"))


@pytest.mark.parametrize(
    ("text", "value", "counted"),
    [
        pytest.param(f"# Yearbook\n\nWool sold by parish\n\nSource: Farm Office\n\n(tonnes)\n\n{TABLE}", 12.5, "Wool", id="paragraphs"),
        pytest.param(
            f"# Yearbook\n\nWool sold by parish\n\n(tonnes)\n\nSource: Farm Office\n\n{TABLE}", 12.5, "Wool", id="the source last"
        ),
        pytest.param(f"# Yearbook\n\nWool sold by parish, thousand tonnes\n\nNote: revised in May\n\n{TABLE}", 12_500, "Wool", id="a note"),
        pytest.param(f"# Ежегодник\n\nПродано шерсти по районам\n\nИсточник: Росстат\n\nтонн\n\n{RUSSIAN}", 12.5, "шерст", id="Russian"),
    ],
)
def test_a_source_between_a_title_and_its_table_is_not_what_is_counted(
    figures_of: FiguresOf, text: str, value: float, counted: str
) -> None:
    first = figures_of(text)[0]
    assert float(first.value) == value
    assert counted in (first.counted or "")
    assert not any(word in (first.counted or "") for word in ("Source", "Office", "Note", "Источник", "Росстат"))


def test_a_source_between_two_tables_names_neither(figures_of: FiguresOf) -> None:
    found = figures_of(f"# Yearbook\n\nWool sold by parish\n\n{TABLE}\nSource: Farm Office\n\n{TABLE}")
    assert len(found) == 8
    assert not any(word in (figure.counted or "") for figure in found for word in ("Source", "Office"))


def test_a_sentence_about_the_table_before_is_no_caption(figures_of: FiguresOf) -> None:
    told = figures_of(f"# Yearbook\n\n{TABLE}\nAfter the table the report goes on: 77 permits were withdrawn in 2020.\n\n{TABLE}")
    assert [figure.surface for figure in told if "permit" in (figure.counted or "")] == ["77"]
