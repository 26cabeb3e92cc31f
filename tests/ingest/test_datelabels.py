"""Only what says that a text was published then, or nothing, dates it."""

from datetime import date

import pytest

from qa_bot.ingest.masthead import read_line
from qa_bot.ingest.readers.html import read_page

DAY = date(2023, 5, 14)
_BODY = "<p>The council kept 41 ferries in service on the lower river, and it wants to buy two more of them in the autumn of the year.</p>"


def _published(top: str) -> date | None:
    page = f"<!DOCTYPE html><html><head><title>Ferries</title></head><body><main><h1>Ferries of the river</h1>{top}{_BODY}</main></body></html>"
    (draft,) = read_page(page.encode(), "page.html")
    return draft.declared.published or draft.found.published


@pytest.mark.parametrize(
    "label",
    [
        pytest.param("Next release", id="to come"),
        pytest.param("Closing date", id="a deadline"),
        pytest.param("Date of collision", id="what happened"),
        pytest.param("Date of hearing", id="a hearing"),
        pytest.param("Effective date", id="in force"),
        pytest.param("Expiry date", id="until when"),
        pytest.param("Applications close", id="a verb"),
        pytest.param("Дата происшествия", id="ru, what happened"),
        pytest.param("Срок подачи заявок", id="ru, a deadline"),
        pytest.param("Следующее заседание", id="ru, to come"),
    ],
)
@pytest.mark.parametrize(
    "markup",
    [
        pytest.param("<dl><dt>{}</dt><dd>{}</dd></dl>", id="dl"),
        pytest.param("<p>{}: {}</p>", id="one line"),
        pytest.param("<div>{}:</div><div>{}</div>", id="two lines"),
    ],
)
def test_a_label_of_something_else_dates_no_text(label: str, markup: str) -> None:
    day = "14 мая 2023" if label[0] > "z" else "14 May 2023"
    assert _published(markup.format(label, day)) is None


@pytest.mark.parametrize(
    "label",
    ["Next update", "Closing date", "Date of flood", "Hearing", "Valid until", "Tender opening", "Дата проведения", "Начало выставки"],
)
@pytest.mark.parametrize("markup", ["<div>{}</div><div>{}</div>", "<p>{}</p><p>{}</p>", "<p>{}, {}</p>", "<div>{} <time>{}</time></div>"])
def test_nor_does_one_without_a_colon(label: str, markup: str) -> None:
    day = "14 мая 2023" if label[0] > "z" else "14 May 2023"
    assert _published(markup.format(label, day)) is None


@pytest.mark.parametrize(
    "line", ["Depth taken: 14 May 2023", "Harvest home: 14 May 2023", "Conference, 14 May 2023", "Adopted 14 May 2023"]
)
def test_a_line_with_a_label_that_no_list_has_dates_nothing(line: str) -> None:
    said = read_line(line)
    assert said is None or said.published is None


@pytest.mark.parametrize(
    "top",
    [
        pytest.param("<dl><dt>Published</dt><dd>14 May 2023</dd></dl>", id="dl"),
        pytest.param("<dl><dt>Release date:</dt><dd>14 May 2023</dd></dl>", id="dl, colon"),
        pytest.param("<p>Date of publication: 14 May 2023</p>", id="one line"),
        pytest.param("<div>Posted on</div><div>14 May 2023</div>", id="two lines"),
        pytest.param("<div>Дата публикации</div><div>14 мая 2023</div>", id="ru, two lines"),
        pytest.param("<p>Размещено: 14 мая 2023</p>", id="ru"),
        pytest.param("<p>14 May 2023</p>", id="no label"),
        pytest.param("<p>By Rena Olt</p><p>14 May 2023</p>", id="an author over it"),
        pytest.param("<p>Press release</p><p>14 May 2023</p>", id="what it is"),
        pytest.param("<p>Published 14 May 2023</p><dl><dt>Next meeting</dt><dd>2 June 2023</dd></dl>", id="beside another"),
        pytest.param("<p>Kesta, 14 May 2023</p>", id="a place"),
        pytest.param("<p>Record of the hearing of 14 May 2023</p>", id="a record"),
    ],
)
def test_a_label_of_publication_or_none_dates_a_text(top: str) -> None:
    assert _published(top) == DAY
