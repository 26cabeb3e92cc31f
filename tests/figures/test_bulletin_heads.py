"""The time of a text that no day dates: its week as its head says, the year that a report says to run, the month it was given out in."""

from collections.abc import Callable
from pathlib import Path

import pytest

from qa_bot.figures import extract
from qa_bot.ingest import SourceFile, read, split, walk
from qa_bot.schema import Figure

FiguresOf = Callable[[str], list[Figure]]
WEEK = ("2025-06-23", "2025-06-29")  # the 26th of 2025, from Monday to Sunday


@pytest.fixture
def figures_of_text(tmp_path: Path) -> FiguresOf:
    """Return the figures of a plain text, in its order."""

    def figures_of_text(text: str) -> list[Figure]:
        path = tmp_path / "text.txt"
        path.write_text(text, encoding="utf-8")
        files = [each for each in walk([path]) if isinstance(each, SourceFile)]
        documents = [document for file in files for document in read(file, report=lambda line: None)]
        return [figure for document in documents for figure in extract(document, split(document))]

    return figures_of_text


def _times(figures: list[Figure]) -> dict[str, tuple[str, str] | None]:
    periods = {figure.surface: figure.period for figure in figures}
    return {surface: (str(each.start), str(each.end)) if each and each.start else None for surface, each in periods.items()}


@pytest.mark.parametrize(
    "head",
    [
        pytest.param("26-я неделя 2025 года (23–29 июня)", id="the week with its days"),
        pytest.param("Неделя 26 (23–29 июня 2025 года)", id="the year behind the days"),
        pytest.param("23–29 июня 2025 года", id="the days alone"),
    ],
)
def test_the_head_of_a_bulletin_tells_its_week(head: str, figures_of_text: FiguresOf) -> None:
    text = f"Управление эпиднадзора области\nЕженедельная сводка по гриппу\n{head}\n\nОбращаемость\nЗа неделю к врачам обратились 1 146 человек.\n"
    assert _times(figures_of_text(text)) == {"1 146": WEEK}


@pytest.mark.parametrize("head", ["Week 26, 2025 (23–29 June)", "Week 26 (23 to 29 June 2025)", "Week 26 of 2025"])
def test_so_does_that_of_an_english_one(head: str, figures_of_text: FiguresOf) -> None:
    text = f"Office of Public Health\nFlu in the county\n{head}\n\nVisits\n1,146 people saw a doctor during the week. A week earlier it was 980.\n"
    assert _times(figures_of_text(text)) == {"1,146": WEEK, "980": ("2025-06-16", "2025-06-22")}


def test_two_times_that_are_not_one_are_no_head(figures_of_text: FiguresOf) -> None:
    text = "Office of Public Health\nFlu in the county\nWeek 26, 2025 (2–9 March)\n\nVisits\n1,146 people saw a doctor during the week.\n"
    assert _times(figures_of_text(text)) == {"1,146": None}


def test_what_a_weekly_bulletin_dates_without_a_year_is_of_its_own(figures_of_text: FiguresOf) -> None:
    text = (
        "Сводка по гриппу\n26-я неделя 2025 года (23–29 июня)\n\nБольные\nНа ту же дату 2024 года заболели 44 человека.\n\n"
        "Прививки\nК 15 июля врачи привьют 900 детей.\n\nУточнение\nЗа 25-ю неделю умерли 3 человека.\n"
    )
    times = _times(figures_of_text(text))
    assert (times["900"] or ("", ""))[1] == "2025-07-15"
    assert times["3"] == ("2025-06-16", "2025-06-22")


def test_what_goes_on_after_a_count_at_the_end_of_the_week_is_not_of_the_week(figures_of_text: FiguresOf) -> None:
    text = (
        "Сводка по гриппу\n26-я неделя 2025 года (23–29 июня)\n\nБольные\nНа 29 июня подтверждено 37 случаев. Умерли двое — оба из Тарна.\n"
    )
    assert _times(figures_of_text(text))["двое"] != WEEK


@pytest.mark.parametrize(
    ("opening", "time"),
    [
        pytest.param("The reporting year runs from 1 April 2023 to 31 March 2024.", ("2023-11-01", "2023-11-30"), id="as it says"),
        pytest.param(
            "The reporting year runs from 1 December 2023 to 30 November 2024.", ("2024-11-01", "2024-11-30"), id="of other bounds"
        ),
        pytest.param("The museum has two wings.", ("2023-11-01", "2023-11-30"), id="as such years do"),
    ],
)
def test_a_month_lies_in_the_year_that_a_report_is_on(opening: str, time: tuple[str, str], figures_of: FiguresOf) -> None:
    text = f"# Tarn Museum. Annual report 2023/24\n\n{opening}\n\nNine boats were on loan on 31 March 2024.\n\nA count in November missed 41 boats.\n"
    assert _times(figures_of(text))["41"] == time


@pytest.mark.parametrize(
    ("text", "same"),
    [
        pytest.param(
            'The show "Salt" ran from 3 June to 9 July 2023 and drew 884 visitors. "Letters" was seen by 312.', False, id="another show"
        ),
        pytest.param('The show "Salt" ran from 3 June to 9 July 2023 and drew 884 visitors. It was praised by 312.', True, id="the same"),
        pytest.param('From 3 June to 9 July 2023 "Salt" drew 884 visitors. "Letters" was seen by 312.', True, id="a time that leads"),
        pytest.param("Выставка «Соль» шла с 3 июня по 9 июля 2023 года и собрала 884 человека. «Письма» увидели 312.", False, id="Russian"),
    ],
)
def test_how_long_a_show_ran_is_no_time_of_another(text: str, same: bool, figures_of: FiguresOf) -> None:
    times = _times(figures_of(text))
    assert times["884"] == ("2023-06-03", "2023-07-09")
    assert (times["312"] == times["884"]) is same


@pytest.mark.parametrize(
    ("sentence", "time"),
    [
        pytest.param("Last year we interviewed 640 bakers.", ("2020-01-01", "2020-12-31"), id="last year"),
        pytest.param("In November the council visited 640 shops.", ("2020-11-01", "2020-11-30"), id="a month before"),
        pytest.param("Last week the council visited 640 shops.", None, id="of which week no day is known"),
        pytest.param("The council visited 640 shops.", None, id="no time: the month is none of theirs"),
    ],
)
def test_the_month_of_a_text_dates_what_it_tells_the_same_on_all_of_its_days(
    sentence: str, time: tuple[str, str] | None, figures_of: FiguresOf
) -> None:
    text = f"# Bread and wages, winter 2019/20\n\nBakers' Union, May 2021. Summary\n\n## How many\n\n{sentence}\n"
    figures = figures_of(text)
    assert _times(figures)["640"] == time
    assert all(figure.published is None for figure in figures)
