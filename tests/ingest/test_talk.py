"""What readers say under a text is no part of it; remarks of the text itself are."""

from unittest.mock import patch

import pytest

from qa_bot.ingest import talk
from qa_bot.ingest.pieces import Piece
from qa_bot.ingest.plain import layout
from qa_bot.schema import BlockKind

BODY = "Orle\n\nThe mill at Orle ground 340 tonnes of rye in 2023. It had ground 310 the year before."


def _cited(below: str) -> list[str]:
    text = f"{BODY}\n\n{below}"
    return [text[piece.start : piece.end] for piece in layout(text)[0] if piece.kind is not BlockKind.FURNITURE][2:]


@pytest.mark.parametrize(
    "below",
    [
        pytest.param("Comments (3)\nbob: I know of 500 more!", id="a number and a name"),
        pytest.param("2 comments\n\nAnna K. says:\nIt ground 12 tonnes more than that.\n\nOleg: No, 40 tonnes less.", id="who says it"),
        pytest.param("Комментарии (2)\n\nОлег: Я видел ещё 40 тонн муки.\n\nАнна: Нет, их было 12.", id="Russian"),
        pytest.param("Comments (1)\nmill_fan, 3 May 2024\nI counted 12 sacks on one day.", id="a day beside the name"),
        pytest.param("3 comments\nBob says: I counted 12 sacks at most.", id="one of several"),
        pytest.param("Комментарии (4)", id="a number alone"),
        pytest.param("5 votes, average 4.2", id="votes"),
        pytest.param("Голосов: 57, средняя оценка 3,8", id="Russian votes"),
        pytest.param("Comments\n\nI counted 12 sacks on one day.\n\nLeave a comment", id="down to where readers are asked"),
    ],
)
def test_what_readers_say_is_no_text(below: str) -> None:
    assert _cited(below) == []


@pytest.mark.parametrize(
    "below",
    [
        pytest.param("Comments\n\nThe figures of 2022 were revised by 12 tonnes.", id="remarks of the text"),
        pytest.param("Comments (2)\n\nThe figures of 2022 were revised by 12 tonnes.", id="numbered remarks"),
        pytest.param("45 responses\nYes: 30\nNo: 15", id="answers to a poll"),
        pytest.param("Responses\n\nThe county answered in May.\n\nCosts\n\nThe weir cost 12 million.\n\nLeave a comment", id="a chapter"),
        pytest.param("## Responses\n\nThe county answered.\n\n## Costs\n\nThe weir cost 12 million.\n\nLeave a comment", id="a heading"),
        pytest.param("Отзывы\n\nЖители довольны.\n\nРасходы\n\nМост стоил 12 млн.\n\nОставить комментарий", id="a Russian chapter"),
        pytest.param("Comments\n\nWe looked at both.\n\nCosts\n\nThe weir cost 12 million.\n\nLeave a comment", id="a chapter of remarks"),
        pytest.param("Comments (2)\n\nTrade Ministry: It cost 12 million.\n\nResults\n\nTwo errors were found.", id="one body's remark"),
        pytest.param("3 comments\n\nTrade Ministry says: It cost 12 million.", id="what one body says"),
        pytest.param("In all 5 votes were cast for it, and 12 against.", id="votes in a sentence"),
        pytest.param("12 comments on the plan came in by post, and 40 by mail.", id="a sentence"),
    ],
)
def test_remarks_of_the_text_itself_stay(below: str) -> None:
    said = below.removesuffix("\n\nLeave a comment").removesuffix("\n\nОставить комментарий")
    assert "\n".join(_cited(below)).split()[-1] == said.split()[-1]


def test_the_chapter_behind_the_comments_stays() -> None:
    assert (
        _cited("Comments (2)\n\nAnna K.: I saw 12.\n\nOleg: I saw 9.\n\nResults\n\nTwo errors were found.")[-1] == "Two errors were found."
    )


def test_many_lines_that_may_head_comments_are_looked_at_once() -> None:
    def lines_read(count: int) -> int:
        text = "One sentence.\n\n" + "Comments\n\n" * count
        pieces = [Piece(BlockKind.PARAGRAPH, 0, 13), *(Piece(BlockKind.PARAGRAPH, 15 + 10 * at, 23 + 10 * at) for at in range(count))]
        with patch.object(talk, "_heads", wraps=talk._heads) as heads, patch.object(talk, "asks_to_talk", wraps=talk.asks_to_talk) as asks:
            talk.without_talk(text, pieces)
        return heads.call_count + asks.call_count

    assert lines_read(200) < 2.1 * lines_read(100)


def test_the_text_behind_the_form_stays() -> None:
    assert _cited("Comments\n\nI counted 12 sacks.\n\nLeave a comment\n\nThe mill at Tarn ground 90 tonnes of oats in 2023.") == [
        "The mill at Tarn ground 90 tonnes of oats in 2023."
    ]
