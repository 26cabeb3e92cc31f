"""Of a chat that a messenger saved each day is a document of its own."""

from datetime import date
from pathlib import Path

import pytest

from qa_bot.ingest import SourceFile, read
from qa_bot.schema import BlockKind, Document


def _message(day: str, time: str, sender: str, body: str) -> str:
    name = f'<div class="from_name">{sender}</div>' if sender else ""
    return (
        f'<div class="message default clearfix"><div class="body"><div class="pull_right date details" title="{day} {time}:07 UTC+03:00">'
        f'{time}</div>{name}{body}<span class="reactions"><span class="count">58</span></span></div></div>'
    )


def _page(*messages: str) -> str:
    head = '<div class="page_header"><a class="content" href="#"><div class="text bold">Tarn Allotments</div></a></div>'
    told = "".join(messages)
    return f"<html><head><title>Exported Data</title></head><body>{head}<div class='history'>{told}</div></body></html>"


def _said(text: str) -> str:
    return f'<div class="text">{text}</div>'


POLL = (
    '<div class="media_poll"><div class="question bold">Shall we buy a shredder?</div><div class="details">Anonymous poll</div>'
    '<div class="answer">- Yes <span class="details">31 votes, chosen vote</span></div>'
    '<div class="answer">- No <span class="details">12 votes</span></div><div class="total details">43 votes</div></div>'
)


@pytest.fixture
def chat(tmp_path: Path) -> list[Document]:
    path = tmp_path / "messages.html"
    page = _page(
        '<div class="message service"><div class="body details">3 May 2024</div></div>',
        _message("03.05.2024", "08:10", "Tarn Allotments", _said("This morning 14 sheds stood under water.<br><br><a href='#'>Join</a> | <a href='#'>Chat</a>")),
        _message("03.05.2024", "18:40", "", _said("The pump has run since noon, and all but 3 sheds are dry again.")),
        _message("04.06.2024", "09:00", "Tarn Allotments", POLL),
        '<div class="message service"><div class="body details">Tarn Allotments pinned <a>this message</a></div></div>',
        _message("04.06.2024", "10:00", "Tarn Allotments", '<div class="media"><div class="title bold">plan.pdf</div></div>'),
    )  # fmt: skip
    path.write_text(page, encoding="utf-8")
    return list(read(SourceFile(tmp_path, path, path.name), report=print))


def _kept(document: Document) -> list[str]:
    return [document.text[block.span.start : block.span.end] for block in document.blocks if block.kind is not BlockKind.FURNITURE]


def test_each_day_of_a_chat_is_of_its_own_date_and_has_the_name_of_the_chat(chat: list[Document]) -> None:
    assert [each.published for each in chat] == [date(2024, 5, 3), date(2024, 6, 4)]
    assert {(each.title, each.publisher) for each in chat} == {("Tarn Allotments", "Tarn Allotments")}
    assert len({each.doc_id for each in chat}) == 2


def test_of_a_message_its_text_and_its_poll_are_kept_and_neither_times_nor_reactions_nor_links(chat: list[Document]) -> None:
    assert [_kept(each) for each in chat] == [
        ["This morning 14 sheds stood under water.", "The pump has run since noon, and all but 3 sheds are dry again."],
        ["Shall we buy a shredder?", "Yes: 31 votes", "No: 12 votes", "43 votes"],
    ]


def test_of_several_who_write_each_is_named_and_none_is_the_publisher(tmp_path: Path) -> None:
    path = tmp_path / "messages.html"
    forwarded = (
        '<div class="forwarded body"><div class="from_name">Fire Brigade <span class="date details" title="02.05.2024 07:00:00"> 02.05.2024 '
        f"07:00:00</span></div>{_said('Nobody was hurt at the mill.')}</div>"
    )
    told = (_message("03.05.2024", "08:10", "Ann Holt", _said("We sold 40 plants.")), _message("03.05.2024", "08:12", "Ben Orr", forwarded))
    path.write_text(_page(*told), encoding="utf-8")
    (day,) = read(SourceFile(tmp_path, path, path.name), report=print)
    assert day.publisher is None
    assert _kept(day) == ["Ann Holt", "We sold 40 plants.", "Ben Orr", "Fire Brigade", "Nobody was hurt at the mill."]


def test_a_page_with_a_message_that_no_day_is_known_of_is_no_chat(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    box = '<div class="message">Your changes were saved.</div>'
    path.write_text(
        f"<html><body><h1>Pumps</h1>{box}<p>The mill has three pumps, of which one is broken.</p></body></html>", encoding="utf-8"
    )
    (document,) = read(SourceFile(tmp_path, path, path.name), report=print)
    assert (document.doc_id, document.title) == ("page.html", "Pumps")


@pytest.mark.parametrize("around", ["<div class='comments'>{}</div>", "<div class='page_header'>Tarn</div><div class='history'>{}</div>"])
def test_an_article_with_dated_comments_is_no_chat(tmp_path: Path, around: str) -> None:
    path = tmp_path / "page.html"
    story = "<p>The ferry to Onda carried 31,400 people last summer, which is more than in any summer since the war, and it never broke down.</p>"
    comments = "".join(
        f'<div class="message"><span class="date" title="2024-05-0{day}">{day} May</span><p>Well done.</p></div>' for day in (4, 5)
    )
    path.write_text(f"<html><body><h1>Ferries</h1>{story}{around.format(comments)}</body></html>", encoding="utf-8")
    (document,) = read(SourceFile(tmp_path, path, path.name), report=print)
    assert document.doc_id == "page.html"
    assert any("31,400" in text for text in _kept(document))


def test_who_goes_on_after_midnight_is_named_on_the_next_day_too(tmp_path: Path) -> None:
    path = tmp_path / "messages.html"
    told = (
        _message("03.05.2024", "23:50", "Ann Holt", _said("We sold 40 plants.")),
        _message("03.05.2024", "23:58", "Ben Orr", _said("I sold 3 spades.")),
        _message("04.05.2024", "00:01", "", _said("And 2 rakes.")),
    )
    path.write_text(_page(*told), encoding="utf-8")
    _, second = read(SourceFile(tmp_path, path, path.name), report=print)
    assert _kept(second) == ["Ben Orr", "And 2 rakes."]
