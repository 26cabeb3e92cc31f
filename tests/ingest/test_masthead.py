import time
from datetime import date

import pytest

from qa_bot.ingest.masthead import read_closing, read_date_line, read_dateline, read_line, read_state, read_title, without_emphasis
from qa_bot.ingest.pieces import Metadata

DAY = date(2021, 5, 3)


@pytest.mark.parametrize(
    ("line", "published", "publisher"),
    [
        pytest.param("KAZAN, 3 May 2021 (Volga Wire) — Farmers have", DAY, "Volga Wire", id="place, date, outlet"),
        pytest.param("KAZAN (Volga Wire) — Farmers have", None, "Volga Wire", id="no date"),
        pytest.param("KAZAN, May 3 (Volga Wire) - Farmers have", None, "Volga Wire", id="a day without its year is no date"),
        pytest.param("Minsk, May 3, 2021 – The mill", DAY, None, id="no outlet"),
        pytest.param("GENEVA/NEW YORK, 3 May 2021 – The office", DAY, None, id="two places"),
        pytest.param("КАЗАНЬ, 3 мая. /ТАСС/. Урожай", None, "ТАСС", id="slashes"),
        pytest.param("КАЗАНЬ, 3 мая 2021 — РИА Новости. Урожай", DAY, "РИА Новости", id="outlet behind the dash"),
        pytest.param("Казань, 3 мая 2021 г., «Волжский вестник». Урожай", DAY, "Волжский вестник", id="in quotes"),
        pytest.param("3 May 2021. The mill", DAY, None, id="a date alone"),
        pytest.param("On 3 May 2021 — the day of the fire — the mill", None, None, id="prose with a dash"),
        pytest.param("By 3 May 2021. It", None, None, id="prose with a preposition"),
        pytest.param("Kazan, 3 May 2021, was where the mill burnt down.", None, None, id="prose with a place"),
        pytest.param("The ministry (MoA) — The regulator", None, None, id="an abbreviation is no outlet"),
        pytest.param("GRAIN (wheat and rye) — a staple", None, None, id="a definition"),
        pytest.param("The mill — an old one — burnt down on 3 May 2021.", None, None, id="dashes in prose"),
    ],
)
def test_a_dateline_opens_a_text(line: str, published: date | None, publisher: str | None) -> None:
    found = read_dateline(line, 0, len(line))
    assert (found.published, found.publisher) == (published, publisher)


@pytest.mark.parametrize(
    ("line", "published", "publisher"),
    [
        pytest.param("03.05.2021, Volga News", DAY, "Volga News", id="date, outlet"),
        pytest.param("Volga News, 3 May 2021", DAY, "Volga News", id="outlet, date"),
        pytest.param("Kazan, 3 May 2021", DAY, None, id="a place is no outlet"),
        pytest.param("3 мая 2021, 14:20 Здравоохранение Нацпроекты", DAY, None, id="rubrics"),
        pytest.param("3 May 2021, The Hedge Diary", DAY, None, id="a name that may be a rubric's"),
        pytest.param("Monday, 3 May 2021 | 10:15 GMT", DAY, None, id="weekday and time"),
        pytest.param("Published: 3 May 2021", DAY, None, id="a label"),
        pytest.param("Опубликовано 3 мая 2021 в 10:30", DAY, None, id="a Russian label"),
        pytest.param("3 May 2021 | News release | Kazan", DAY, None, id="parts"),
        pytest.param("By Ann Lee, The Hedge Diary", None, "The Hedge Diary", id="an author of an outlet"),
        pytest.param("By Ann Lee, Farming Correspondent", None, None, id="an author's trade"),
        pytest.param("By Ann Lee, The Tarn Ledger", None, "The Tarn Ledger", id="an author of a paper by its name's last word"),
        pytest.param("By Ann Lee, The Hague", None, None, id="where an author is"),
        pytest.param("By Ann Lee, The Bronx, 3 May 2021", DAY, None, id="where an author is, and the day"),
        pytest.param("Source: Volga Farm Office", None, "Volga Farm Office", id="a source"),
        pytest.param("Источник: Управление сельского хозяйства", None, "Управление сельского хозяйства", id="a Russian source"),
        pytest.param("Last updated: 3 May 2021", None, None, id="another date"),
        pytest.param("Published by Volga Press on 3 May 2021", DAY, "Volga Press", id="by whom"),
        pytest.param("Published by the Volga Fire Service, 3 May 2021", DAY, "Volga Fire Service", id="by whom, with its article"),
        pytest.param("Copyright 2024 Volga Press\nPublished by Volga Press on 3 May 2021", None, None, id="a colophon"),
        pytest.param("From: Volga Farm Office", None, "Volga Farm Office", id="a sender"),
        pytest.param("Press release, 3 May 2021", DAY, None, id="what the text is"),
        pytest.param("By Rena Olt, The Volga Herald, 3 May 2021", DAY, "The Volga Herald", id="author, outlet, date"),
        pytest.param("Рена Ольт, «Волжский вестник», 3 мая 2021 года", DAY, "Волжский вестник", id="a Russian author"),
        pytest.param("Record of the sitting of 3 May 2021", DAY, None, id="a record of a sitting"),
        pytest.param("Протокол заседания от 3 мая 2021 года", DAY, None, id="a Russian record"),
        pytest.param("By Rena Olt | Updated 3 May 2021", None, None, id="who changed it"),
        pytest.param("Published: 3 May 2021, last updated 7 June 2021", DAY, None, id="a change behind it"),
        pytest.param("3 May 2021 (updated 7 June 2021)", DAY, None, id="a change in brackets"),
        pytest.param("Опубликовано 3 мая 2021, обновлено 7 июня 2021", DAY, None, id="a Russian change"),
        pytest.param("Published 3 May 2021 Next update: 3 May 2022", DAY, None, id="the next one"),
        pytest.param("Press release No. 41/2021 3 May 2021", DAY, None, id="the number of a release"),
        pytest.param("News release 12 | 3 May 2021", DAY, None, id="a number between strokes"),
        pytest.param("Press release 3 May 2021", DAY, None, id="a release without a number"),
        pytest.param("Пресс-релиз № 14 от 3 мая 2021 года", DAY, None, id="the number of a Russian release"),
        pytest.param("Source: Volga Farm Office, 3 May 2021", DAY, "Volga Farm Office", id="a source and its day"),
        pytest.param("Источник: районная контора, 03.05.2021", DAY, "районная контора", id="a Russian source and its day"),
        pytest.param("Source: Volga Farm Office (3 May 2021)", DAY, "Volga Farm Office", id="its day in brackets"),
        pytest.param("Source: Volga Farm Office, accessed 3 May 2021", None, "Volga Farm Office", id="the day somebody looked there"),
        pytest.param("Источник: контора, данные на 03.05.2021", None, "контора", id="the day of the data"),
        pytest.param("Rena Olt May 3, 2021 7 min read Save Give as a gift", DAY, None, id="how long it takes to read"),
        pytest.param(
            "From: Volga Farm Office Published 3 May 2021 Last updated 7 June 2021 See all updates",
            DAY,
            "Volga Farm Office",
            id="labels on one line",
        ),
        pytest.param("Опубликовано: 3 мая 2021 г. Автор: Рена Ольт", DAY, None, id="day and author"),
        pytest.param("3 мая 2021, 11:40 Автор: Рена Ольт Просмотров: 3 870 Комментарии (2)", DAY, None, id="day, author and counters"),
        pytest.param("Port Office of Volga Volga, 3 May 2021", DAY, "Port Office of Volga", id="a name and a place of two lines"),
        pytest.param("By Rena Olt, Herald staff writer Monday, May 3, 2021", DAY, None, id="a day behind the author"),
        pytest.param("By Rena Olt, Herald staff writer, updated May 3, 2021", None, None, id="a change behind the author"),
    ],
)
def test_a_line_of_date_and_outlet(line: str, published: date | None, publisher: str | None) -> None:
    found = read_line(line)
    assert found is not None
    assert (found.published, found.publisher) == (published, publisher)


@pytest.mark.parametrize(
    "line",
    [
        "Minutes of the board meeting, 3 May 2021",
        "The mill burnt down on 3 May 2021.",
        "From 3 May 2021 to 5 May 2021",
        "Harvest: a good year",
        "Kazan",
        "5 May 1905",
        "03/04/2023",
    ],
)
def test_a_line_that_says_more_is_content(line: str) -> None:
    assert read_line(line) is None


def test_a_label_takes_no_more_than_its_line() -> None:
    assert read_line("Source: Farm Office\nThe mill sold 89 sacks.") is None
    assert read_line("Source: Farm Office\n3 May 2021") == Metadata(publisher="Farm Office", published=date(2021, 5, 3))


@pytest.mark.parametrize(
    "line",
    [
        "03.05.2021 Просмотров: 512",
        "3 мая 2021, 10:15 1 204",
        "1204 просмотра 03.05.2021",
        "3 May 2021 3.2K views 05:04",
        "👁 1,204 3 May 2021",
        "3 May 2021 · 5 min read · 12 comments",
        "May 3, 2021 1.8K",
    ],
)
def test_a_counter_beside_the_date_is_no_outlet(line):
    assert read_line(line) == Metadata(published=DAY)


@pytest.mark.parametrize(
    ("title", "published"),
    [
        ("Budget speech of the Minister of Roads to the Assembly, 3 May 2021", DAY),
        ("Выступление министра дорог в думе, 3 мая 2021 года", DAY),
        ("Тезисы выступления министра дорог\nна заседании думы, 3 мая 2021 года", DAY),
        ("The flood of Ardal, 3 May 2021", None),
        ("Statement on the fire of 3 May 2021 in Ardal", None),
    ],
)
def test_a_speech_has_its_day_in_its_title_and_an_event_has_not(title: str, published: date | None) -> None:
    assert read_title(title).published == published


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("Ministry of the Interior of Castria, 5 February 2024", "Ministry of the Interior of Castria"),
        ("Morven Health Service, 5 February 2024", "Morven Health Service"),
        ("Министерство финансов края, 5 февраля 2024 года", "Министерство финансов края"),
    ],
)
def test_a_body_beside_a_date_is_the_publisher(line: str, publisher: str) -> None:
    found = read_line(line)
    assert found is not None
    assert (found.publisher, found.published) == (publisher, date(2024, 2, 5))


@pytest.mark.parametrize("line", ["Battle of Waterloo, 18 June 1815", "Council meeting, 5 May 2024"])
def test_an_event_beside_a_date_is_none(line: str) -> None:
    assert read_line(line) is None


@pytest.mark.parametrize(
    ("line", "published"),
    [
        pytest.param("по состоянию на 18:00 3 июня 2022 года", date(2022, 6, 3), id="time of day before the date"),
        pytest.param("Обстановка на 3 июня 2022 года, 09:30 (уточнено)", date(2022, 6, 3), id="time of day behind it"),
        pytest.param("Сводка о пожарах в крае на 3 июня 2022 года", date(2022, 6, 3), id="a report of a day"),
        pytest.param("Storm bulletin, as of 3 June 2022", date(2022, 6, 3), id="a bulletin of a day"),
        pytest.param("Численность населения по состоянию на 1 января 2022 года", None, id="a count that is told later"),
        pytest.param("Пожар в порту 3 июня 2022 года", None, id="an event"),
    ],
)
def test_a_line_says_of_which_day_a_text_tells(line: str, published: date | None) -> None:
    assert read_state(line).published == published


@pytest.mark.parametrize(
    ("paragraph", "published"),
    [
        pytest.param("Министерство подвело итоги приёма. Опубликовано 3 мая 2021 года.", DAY, id="ru"),
        pytest.param("Итоги подведены. Опубликовано 3 мая 2021 г.", DAY, id="ru, a shortened year"),
        pytest.param("The board met in May. Published on 3 May 2021.", DAY, id="en"),
        pytest.param("Книга вышла в срок. Опубликовано 300 статей о том же.", None, id="it counts what was published"),
        pytest.param("The book came out. Published on 3 May 2021 by Holm and sons, it sold 400 copies.", None, id="it goes on"),
    ],
)
def test_the_first_paragraph_may_close_with_its_day(paragraph: str, published: date | None) -> None:
    assert read_closing(paragraph).published == published


def test_a_long_line_between_two_dates_is_read_in_linear_time() -> None:
    started = time.process_time()
    read_date_line("3 May 2021 " + "the mill at Tarn ground rye " * 2_000 + ", 4 May 2021")
    assert time.process_time() - started < 2


def test_a_day_apart_in_a_line_of_several_parts_is_that_of_a_newsletter() -> None:
    assert read_date_line("Newsletter of the Tarn Rowing Club · No. 48 · 3 May 2021") == Metadata(published=DAY)
    assert read_date_line("The bank of the Tarn gave way and the mill was lost · No. 48 · 3 May 2021") is None


@pytest.mark.parametrize(
    ("line", "author"),
    [
        pytest.param("Опубликовано: 3 мая 2021 г. Автор: Рена Ольт", "Рена Ольт", id="behind the day"),
        pytest.param("3 мая 2021 Автор: Рена Ольт Просмотров: 3 870", "Рена Ольт", id="before a counter"),
        pytest.param("Author: Rena Olt, 3 May 2021", "Rena Olt", id="before the day"),
    ],
)
def test_who_wrote_a_text_stands_beside_its_day(line: str, author: str) -> None:
    found = read_line(line)
    assert found is not None
    assert (found.author, found.published) == (author, DAY)


@pytest.mark.parametrize("sign", [" ", ", ", "· ", "By: "])
def test_a_long_run_of_signs_is_read_to_its_end(sign: str) -> None:
    """In no time: what grows with the square of its length would take minutes."""
    assert read_line(f"a{sign * 40_000}b") is None


def test_what_stands_behind_several_signs_is_still_an_author() -> None:
    assert read_line("3 May 2021  ·  Author: Rena Olt") == Metadata(author="Rena Olt", published=DAY)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("By Rena Olt, who came to Kesta 3 May 1961", id="what the author did"),
        pytest.param("By Rena Olt, who was married on Monday, 3 May 1961", id="on a weekday"),
        pytest.param("By Rena Olt, reporter at the Herald since 3 May 2011", id="since when"),
        pytest.param("The survey was Published 3 May 2021 in Kesta and counts 40 mills", id="in a sentence"),
    ],
)
def test_a_day_of_which_a_clause_tells_dates_no_text(line: str) -> None:
    said = read_line(line)
    assert said is None or said.published is None


@pytest.mark.parametrize(
    ("line", "plain"),
    [
        pytest.param("*Volga Farm Office, 3 May 2021*", "Volga Farm Office, 3 May 2021", id="italics"),
        pytest.param("__Волжская контора, 3 мая 2021 года__", "Волжская контора, 3 мая 2021 года", id="bold"),
        pytest.param("*Volga* Farm Office, 3 *May* 2021", "*Volga* Farm Office, 3 *May* 2021", id="two words of it"),
        pytest.param("* 3 May 2021", "* 3 May 2021", id="no end"),
    ],
)
def test_a_line_in_italics_is_read_without_their_signs(line: str, plain: str) -> None:
    assert without_emphasis(line) == plain
