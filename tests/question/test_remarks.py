"""What is said about an answer is told apart from questions."""

import pytest

from qa_bot.question import Remark, remark_of


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("source?", Remark.ORIGIN),
        ("Thanks! And where is that from?", Remark.ORIGIN),
        ("откуда такие данные?", Remark.ORIGIN),
        ("wrong", Remark.WRONG),
        ("No, that's wrong.", Remark.WRONG),
        ("Это неправда!", Remark.WRONG),
        ("Are you sure?", Remark.ORIGIN),
        ("which document?", Remark.ORIGIN),
        ("And the source?", Remark.ORIGIN),
        ("and in 2022?", None),
        ("could you show me the source please", Remark.ORIGIN),
        ("Дайте ссылку, пожалуйста", Remark.ORIGIN),
        ("Thank you, that was what I needed", Remark.COURTESY),
        ("What is the source of the river Elm?", None),
        ("What is true of the 40 mills?", None),
        ("What is wrong?", None),
        ("Это не правда", Remark.WRONG),
        ("thanks, you're great", Remark.COURTESY),
        ("Which document counts 40 tons?", None),
        ("thank you very much", Remark.COURTESY),
        ("👍 ok", Remark.COURTESY),
        ("What went wrong at the dam?", None),
        ("Sources of income in 2023", None),
        ("Which source gave 40 tons?", None),
        ("Откуда родом директор?", None),
        ("why?", None),
    ],
)
def test_remarks_are_told_from_questions(text: str, remark: Remark | None) -> None:
    assert remark_of(text) is remark
