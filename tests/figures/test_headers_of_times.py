"""A header that only names a time counts what the one beside it counts in another."""

from collections.abc import Callable

from qa_bot.schema import Figure

FiguresOf = Callable[[str], list[Figure]]


def test_a_header_of_a_time_counts_what_the_one_beside_it_counts(figures_of: FiguresOf) -> None:
    table = "| District | Fires since January | Last week |\n|---|---:|---:|\n| Lorn | 118 | 14 |\n| Marl | 76 | 9 |\n"
    figures = figures_of(f"# Fire bulletin of Tarn\n\n## By district\n\n{table}")
    assert [(figure.surface, figure.counted, figure.unit) for figure in figures] == [
        (number, "Fires", "fire") for number in ("118", "14", "76", "9")
    ]


def test_what_stands_over_the_table_counts_all_its_columns(figures_of: FiguresOf) -> None:
    table = "| District | 2022 | 2023 |\n|---|---:|---:|\n| Lorn | 118 | 114 |\n| Marl | 76 | 79 |\n"
    figures = figures_of(f"# Report of Tarn\n\n## Rescues by district\n\n{table}")
    assert {figure.unit for figure in figures} == {"rescue"}
