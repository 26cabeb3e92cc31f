"""The day in a line over a text: of a paper's issue, of what was spoken on it, and of a text that was changed later; a month alone is none."""

from datetime import date

import pytest

from qa_bot.ingest.daylines import without_update
from qa_bot.ingest.masthead import read_line
from qa_bot.ingest.papers import read_month, read_occasion, read_paper
from qa_bot.ingest.plain import layout
from qa_bot.schema import BlockKind

DAY = date(2021, 5, 3)
BODY = (
    "The mill at Tarn closed for the winter, and the council said that the forty people who work there will be paid until it opens again."
)


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        pytest.param("«Тарнский рабочий», 3 мая 2021 года", "Тарнский рабочий", id="two words"),
        pytest.param("«Знамя труда», 3 мая 2021 г.", "Знамя труда", id="a usual name"),
        pytest.param("«Красный путиловец», 3 мая 2021 года", None, id="no usual word"),
        pytest.param("Газета «Красный путиловец», 3 мая 2021 года", "Красный путиловец", id="said to be a paper"),
        pytest.param(
            "«Тарнский вагоностроитель», № 41 (5120), 3 мая 2021 года", "Тарнский вагоностроитель", id="with the number of the issue"
        ),
        pytest.param("«Наш край», понедельник, 3 мая 2021 года", "Наш край", id="with a weekday"),
        pytest.param("The Tarn Ledger, 3 May 2021", "The Tarn Ledger", id="English"),
        pytest.param("The Tarn Ledger, Monday, 3 May 2021", "The Tarn Ledger", id="English with a weekday"),
        pytest.param("“Harbour Worker”, No. 12, 3 May 2021", "Harbour Worker", id="English in quotes"),
        pytest.param("The Great Flood, 3 May 2021", None, id="an event"),
        pytest.param("Тарнский вестник, 3 мая 2021 года", "Тарнский вестник", id="without quotation marks"),
        pytest.param("Тарнская ярмарка, 3 мая 2021 года", None, id="an event in Russian"),
        pytest.param("«Лебединое озеро», 3 мая 2021 года", None, id="a play"),
        pytest.param("«Знамя труда», 3 мая 2021 года, 19:00", None, id="at an hour"),
        pytest.param("«Знамя труда», 3 мая 2021 года, сообщило о пожаре", None, id="a sentence"),
        pytest.param("«Знамя труда» закрылось 3 мая 2021 года", None, id="what befell a paper"),
    ],
)
def test_a_paper_with_its_day_alone_dates_a_text(line: str, publisher: str | None) -> None:
    said = read_paper(line)
    assert (said and (said.published, said.publisher)) == ((DAY, publisher) if publisher else None)


def test_a_paper_over_the_title_is_no_title() -> None:
    text = f"«Тарнский рабочий», 3 мая 2021 года\n\nКОГО УВОЛЯТ НА МЕЛЬНИЦЕ?\n\n{'Мельница закрылась на зиму, но рабочим заплатят до весны, сообщил совет. ' * 3}\n"
    pieces, found = layout(text)
    assert found.published == DAY
    assert text[next(piece for piece in pieces if piece.kind is BlockKind.HEADING).start :].startswith("КОГО")


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        pytest.param("By Ann Marlow, 3 May 2021, updated 5 May", "By Ann Marlow, 3 May 2021", id="a byline"),
        pytest.param("3 May 2021 (updated on May 5)", "3 May 2021", id="in brackets"),
        pytest.param("3 May 2021, 10:15 | last updated at 14:20", "3 May 2021", id="at an hour"),
        pytest.param("3 мая 2021 года, обновлено 5 мая в 14:20", "3 мая 2021 года", id="Russian"),
        pytest.param("3 May 2021, moved to 5 May", "3 May 2021, moved to 5 May", id="another word"),
        pytest.param("3 May 2021, hall open 5 May", "3 May 2021, hall open 5 May", id="what happens later"),
    ],
)
def test_when_a_text_was_changed_is_left_out_behind_its_day(line: str, kept: str) -> None:
    assert without_update(line) == kept


@pytest.mark.parametrize("line", ["By Ann Marlow, 3 May 2021, updated 5 May", "Автор: Анна Марлова", "Updated 5 May, 3 May 2021"])
def test_a_byline_gives_the_first_of_its_days(line: str) -> None:
    said = read_line(line)
    assert (said.published if said else None) == (DAY if line.startswith("By") else None)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        pytest.param("Коллегия, 3 мая 2021 года. Тема: кадры на селе", True, id="with its theme"),
        pytest.param("Заседание совета директоров, 3 мая 2021 г.", True, id="alone"),
        pytest.param("Annual meeting of the union, 3 May 2021", True, id="English"),
        pytest.param("Harbour Conference, Monday 3 May 2021. Second day", True, id="with a weekday"),
        pytest.param("Next meeting, 3 May 2021", False, id="the next one"),
        pytest.param("Следующее заседание, 3 мая 2021 года", False, id="the next one in Russian"),
        pytest.param("The meeting was held on 3 May 2021", False, id="a sentence"),
        pytest.param("Fire at the mill, 3 May 2021", False, id="an event"),
        pytest.param("Заседание, на котором 3 мая 2021 года решили", False, id="a sentence in Russian"),
    ],
)
def test_what_was_spoken_has_the_day_of_its_occasion(line: str, told: bool) -> None:
    assert read_occasion(line).published == (DAY if told else None)


@pytest.mark.parametrize(
    ("title", "day"),
    [
        pytest.param("Remarks by the Minister of Mills", DAY, id="remarks"),
        pytest.param("Mills of the county", None, id="any other title"),
        pytest.param("Newsletter of the mills", None, id="no speech: the meeting is told of"),
    ],
)
def test_only_what_was_spoken_is_dated_by_an_occasion(title: str, day: date | None) -> None:
    assert layout(f"{title}\n\nMeeting of the county board, 3 May 2021. Theme: wages\n\n{BODY}\n\n{BODY}\n")[1].published == day


@pytest.mark.parametrize(
    ("line", "title", "publisher"),
    [
        pytest.param("Bakers' Union, May 2021. Summary chapter", "Bread, winter 2020/21", "Bakers' Union", id="the title has its own time"),
        pytest.param("The Tarn Ledger, May 2021", "Bread grows dear", "The Tarn Ledger", id="a newspaper"),
        pytest.param("Union of Bakers, May 2021", "Bread prices", None, id="may be what it reports on"),
        pytest.param("Port of Tarn, May 2021", "Traffic in May 2021", None, id="is what it reports on"),
        pytest.param("Fieldwork of Surveyors, May 2021", "Bread, winter 2020/21", None, id="another thing"),
        pytest.param("Valid until, May 2021", "Tariffs for 2020", None, id="until when"),
        pytest.param("Tarn, May 2021", "Tariffs for 2020", None, id="one word"),
        pytest.param("Союз пекарей, май 2021 года", "Хлеб и зарплаты в 2020 году", "Союз пекарей", id="Russian"),
        pytest.param("Отбор заявок, май 2021 года", "Гранты за 2020 год", None, id="another thing in Russian"),
    ],
)
def test_a_month_alone_behind_who_gave_it_out_is_no_day(line: str, title: str, publisher: str | None) -> None:
    said = read_month(line, title)
    assert (said.publisher if said else None) == publisher
    assert said is None or said.published is None
