from datetime import date

import pytest

from qa_bot.ingest.daylines import embargo_day, issue_day, published_on, without_buttons
from qa_bot.ingest.masthead import read_line
from qa_bot.ingest.pieces import SourceFile
from qa_bot.ingest.read import read

DAY = date(2022, 9, 6)
OPENING = "The river office counted 4,120 salmon at the weir of Elvan this summer, twice as many as in the summer before."
MORE = "Most of them passed the weir at night, when the water was high, and only a few were caught by the anglers above it."
OPENING_RU = "Речная служба насчитала этим летом у плотины в Эльване 4120 лососей, вдвое больше, чем прошлым летом."
MORE_RU = "Большинство прошли плотину ночью, когда вода стояла высоко, и лишь немногих поймали рыболовы выше по течению."


@pytest.mark.parametrize(
    ("line", "without"),
    [
        pytest.param("Published: 6 September 2022 Print Share", "Published: 6 September 2022", id="two buttons"),
        pytest.param("6 September 2022 | Share this page", "6 September 2022", id="behind a bar"),
        pytest.param("Опубликовано: 6 сентября 2022 г. Версия для печати", "Опубликовано: 6 сентября 2022 г.", id="of several words"),
        pytest.param("6 сентября 2022, 14:20 Поделиться", "6 сентября 2022, 14:20", id="behind a time of day"),
        pytest.param("6 September 2022 Print Shop of Elvan", "6 September 2022 Print Shop of Elvan", id="a name that opens like a button"),
        pytest.param("Print", "Print", id="no date"),
    ],
)
def test_buttons_behind_a_date_are_left_out(line, without):
    assert without_buttons(line) == without


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("River Counts No. 14/2022. Released 6 September 2022.", DAY),
        ("Elvan River Office, Issue 7 | Published 6 September 2022", DAY),
        ("Речной бюллетень № 14. Опубликован 6 сентября 2022 г.", DAY),
        ("Статистический бюллетень. Дата публикации: 6 сентября 2022 года", DAY),
        ("River Counts No. 14/2022. Next issue 6 September 2022.", None),
        ("River Counts No. 14/2022. Counted 6 September 2022.", None),
        ("He was held in cell No. 14. Released 6 September 2022.", None),
        ("The song of the weir. Released 6 September 2022.", None),
        ("River Counts No. 14/2022. Released 6 September 2022. Revised 9 May 2023.", None),
    ],
)
def test_the_number_of_an_issue_may_stand_before_its_day(line, day):
    assert issue_day(line) == day


@pytest.mark.parametrize(
    "line", ["Updated 6 September 2022 Print", "Closing date: 6 September 2022 Print", "Обновлено 6 сентября 2022 Печать"]
)
def test_a_button_makes_no_day_of_publication(line):
    said = read_line(line)
    assert said is None or said.published is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published: 6 September 2022", DAY),
        ("Опубликовано 6 сентября 2022 года", DAY),
        ("Released: 6 September 2022", None),
        ("First published 6 September 2022", None),
        ("Date: 6 September 2022", None),
        ("Published 6 September 2022 in the Elvan Mail", None),
    ],
)
def test_a_line_says_that_a_text_was_published_or_more(line, day):
    assert published_on(line) == day


def _published(tmp_path, name, text):
    (tmp_path / name).write_text(text, "utf-8")
    (document,) = read(SourceFile(tmp_path, tmp_path / name, name), report=print)
    return document.published


@pytest.mark.parametrize(
    ("opening", "more", "line"),
    [
        pytest.param(OPENING, MORE, "Published: 6 September 2022", id="en"),
        pytest.param(OPENING_RU, MORE_RU, "Опубликовано: 6 сентября 2022 года", id="ru"),
        pytest.param(OPENING_RU, MORE_RU, "Дата публикации: 06.09.2022", id="ru, in figures"),
    ],
)
def test_a_label_below_the_first_paragraph_dates_a_text(tmp_path, opening, more, line):
    assert _published(tmp_path, "a.md", f"# Elvan\n\n{opening}\n\n{line}\n\n{more}\n") == DAY
    assert _published(tmp_path, "b.html", f"<main><h1>Elvan</h1><p>{opening}</p><p>{line}</p><p>{more}</p></main>") == DAY


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{OPENING}\n\n{MORE}\n\n{MORE[:-1]} there.\n\nPublished: 6 September 2022", id="too far down"),
        pytest.param(f"{OPENING}\n\n## The count of Elvan\n\nPublished: 6 September 2022\n\n{MORE}", id="under a heading"),
        pytest.param(f"{OPENING}\n\nPublished: 6 September 2022\n\n{MORE}\n\nPublished: 7 May 2021", id="two days"),
        pytest.param(f"{OPENING}\n\nPublished: 6 September 2022\n\n{MORE} In 2023 it was mended.", id="what comes later"),
        pytest.param(f"{OPENING}\n\nReleased: 6 September 2022\n\n{MORE}", id="what may be a film's"),
        pytest.param(f"{OPENING}\n\n- The Elvan Mail\n\nPublished: 6 September 2022\n\n{MORE}", id="of something named over it"),
    ],
)
def test_a_label_that_may_be_of_another_text_dates_none(tmp_path, text):
    assert _published(tmp_path, "a.md", f"# Elvan\n\n{text}\n") is None


@pytest.mark.parametrize("line", ["Опубликовано: 6 сентября 2022 года", "6 сентября 2022 года"])
def test_a_page_with_a_button_beside_its_date_is_dated(tmp_path, line):
    page = f'<main><h1>Эльван</h1><div class="small"><span>{line}</span><a class="btn">Распечатать</a></div><p>{OPENING_RU}</p><p>{MORE_RU}</p></main>'
    assert _published(tmp_path, "a.html", page) == DAY


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("EMBARGOED until 09:30, Tuesday 6 September 2022", DAY),
        ("Strictly embargoed until 0001 hrs, 6 September 2022", DAY),
        ("Embargo: 00.01 Tuesday 6 September 2022", DAY),
        ("Not for publication before 9.30am on 6 September 2022", DAY),
        ("Эмбарго до 10:00 мск 6 сентября 2022 года", DAY),
        ("Не для публикации до 6 сентября 2022 года", DAY),
        ("Embargo on salmon until 6 September 2022", None),
        ("Embargoed until the trial of 6 September 2022", None),
        ("Эмбарго на лосося до 6 сентября 2022 года", None),
    ],
)
def test_an_embargo_ends_on_the_day_of_publication(line, day):
    assert embargo_day(line) == day
    said = read_line(line)
    assert (said.published if said is not None else None) == day


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Автор: admin от 6-09-2022, 11:20, посмотрело: 860", DAY),
        ("Добавил: webmaster, 6 сентября 2022", DAY),
        ("Posted by admin on 6 September 2022", DAY),
        ("Автор: admin, обновлено 6 сентября 2022", None),
        ("Posted by Bill on 06/09/2022", None),
    ],
)
def test_behind_the_name_by_which_a_site_knows_somebody_stands_a_day(line, day):
    said = read_line(line)
    assert (said.published if said is not None else None) == day
    assert said is None or said.author is None


@pytest.mark.parametrize(
    ("items", "day"),
    [
        pytest.param(["Contact: Jane Fell", "Release date: <br>6 September 2022", "Next release: <br>5 December 2022"], DAY, id="en"),
        pytest.param(["Автор: Анна Марлова", "Дата публикации: 6 сентября 2022", "Рубрика: Реки"], DAY, id="ru"),
        pytest.param(["Contact: Jane Fell", "Next release: 6 September 2022"], None, id="what comes next"),
        pytest.param(["Salmon: 4,120", "Trout: 61", "Date: 6 September 2022"], None, id="of another sort"),
    ],
)
def test_a_list_of_what_a_page_is_dates_it(tmp_path, items, day):
    listed = "".join(f"<li>{item}</li>" for item in items)
    text = f"<p>{OPENING}</p><p>{MORE}</p>" if items[0].isascii() else f"<p>{OPENING_RU}</p><p>{MORE_RU}</p>"
    assert _published(tmp_path, "a.html", f"<main><h1>Elvan</h1><ul class='about'>{listed}</ul>{text}</main>") == day
