"""What the columns of a table count by their own words, and not by those of a line above or of the file."""

from collections.abc import Callable
from pathlib import Path

import pytest

from qa_bot.figures import extract
from qa_bot.ingest import SourceFile, read, split, walk
from qa_bot.schema import Figure

FiguresOf = Callable[[str], list[Figure]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("| County | Reindeer, head | Injured, persons |\n|---|---|---|\n| Finn | 640 | 3 |\n", ["head", "person"], id="en"),
        pytest.param("| Road | Casualties (people) |\n|---|---|\n| A9 | 31 |\n", ["person"], id="en in brackets"),
        pytest.param("# Отчёт о травмах\n\n| Цех | Обратилось, человек |\n|---|---|\n| Литейный | 31 |\n", ["person"], id="ru people"),
        pytest.param("# Отчёт\n\n| Вид | План, тыс. голов |\n|---|---|\n| Козы | 3,1 |\n", ["голова"], id="ru thousand head"),
        pytest.param("# Отчёт\n\n| Район | Поголовье оленей, голов |\n|---|---|\n| Северный | 310 |\n", ["голова"], id="ru head"),
    ],
)
def test_what_stands_behind_the_name_of_a_column_is_what_it_counts(figures_of: FiguresOf, text: str, expected: list[str]) -> None:
    assert [figure.unit for figure in figures_of(text)] == expected


def test_thousands_of_head_are_so_many(figures_of: FiguresOf) -> None:
    (figure,) = figures_of("# Отчёт\n\n| Вид | План, тыс. голов |\n|---|---|\n| Козы | 3,1 |\n")
    assert figure.value == 3100


@pytest.mark.parametrize(
    ("group", "column", "unit"),
    [
        pytest.param("Лабораторные исследования", "Исследовано проб", "проба", id="ru"),
        pytest.param("Проверки", "Составлено протоколов", "протокол", id="ru checks"),
        pytest.param("Surveys", "Nests found", "nest", id="en"),
    ],
)
def test_a_column_that_says_what_was_done_to_what_counts_that(figures_of_page: FiguresOf, group: str, column: str, unit: str) -> None:
    title, corner, row = ("Отчёт", "Район", "Южный") if group[0] > "z" else ("Report", "District", "South")
    (figure,) = figures_of_page(
        f"<h1>{title}</h1><table><tr><th rowspan=2>{corner}</th><th>{group}</th></tr><tr><th>{column}</th></tr>"
        f"<tr><td>{row}</td><td>48</td></tr></table>"
    )
    assert figure.unit == unit


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("# Отчёт\n\n| Вид | План | Выполнение, % |\n|---|---|---|\n| Козы | 40 | 95 |\n", "Выполнение", id="ru"),
        pytest.param("# Report\n\n| Item | Plan | Actual, % |\n|---|---|---|\n| Roads | 40 | 95 |\n", "Actual", id="en"),
    ],
)
def test_how_much_of_a_plan_was_done_is_called_so(figures_of: FiguresOf, text: str, said: str) -> None:
    (figure,) = (figure for figure in figures_of(text) if figure.surface == "95")
    assert said in (figure.counted or "")


@pytest.mark.parametrize(
    ("text", "things"),
    [
        pytest.param(
            "# Gaols\n\nTable 1. Prisoners by gaol, 2021\n\n| Gaol | On remand | Total |\n|---|---|---|\n| Hill | 61 | 90 |\n",
            "Prisoners",
            id="en",
        ),
        pytest.param(
            "# Лодки\n\nТаблица 1. Лодки по причалам, 2021 год\n\n| Причал | В ремонте | Всего |\n|---|---|---|\n| Южный | 61 | 90 |\n",
            "Лодки",
            id="ru",
        ),
    ],
)
def test_columns_that_only_say_which_name_the_things_of_the_caption(figures_of: FiguresOf, text: str, things: str) -> None:
    assert [things in (figure.counted or "") for figure in figures_of(text)] == [True, True]


@pytest.mark.parametrize(
    ("rows", "year"),
    [
        pytest.param("| Town | Data for 2022 | Change, % |\n|---|---|---|\n| Kesta | 31 | 4 |\n", 2022, id="the other column's"),
        pytest.param("| Town | Thefts | Change, % |\n|---|---|---|\n| Kesta | 31 | 4 |\n", 2021, id="the caption's"),
        pytest.param("| Town | Thefts | In 2022 | Change, % |\n|---|---|---|---|\n| Kesta | 31 | 28 | 4 |\n", 2021, id="of one of two"),
    ],
)
def test_a_change_is_of_the_time_that_all_columns_beside_it_name(figures_of: FiguresOf, rows: str, year: int) -> None:
    (change,) = (figure for figure in figures_of(f"# Thefts\n\nTable 1. Thefts by town, 2021\n\n{rows}") if figure.surface == "4")
    assert change.period is not None
    assert change.period.start is not None
    assert change.period.start.year == year


@pytest.mark.parametrize(
    ("name", "unit"),
    [("barges.csv", None), ("t7_barges.csv", None), ("thefts_by_ward.csv", "theft")],
    ids=["a noun", "a number and a noun", "what is told by what"],
)
def test_the_name_of_a_file_says_what_is_counted_only_where_it_says_by_what(tmp_path: Path, name: str, unit: str | None) -> None:
    path = tmp_path / name
    path.write_text("code,2021,2022\nBRG_A,412,398\nBRG_B,117,121\n", encoding="utf-8")
    files = [each for each in walk([path]) if isinstance(each, SourceFile)]
    documents = [document for file in files for document in read(file, report=lambda line: None)]
    assert {figure.unit for document in documents for figure in extract(document, split(document))} == {unit}
