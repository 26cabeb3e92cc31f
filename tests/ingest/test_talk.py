"""What readers say under a text is no part of it; remarks of the text itself are."""

import pytest

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
        pytest.param("12 comments on the plan came in by post, and 40 by mail.", id="a sentence"),
    ],
)
def test_remarks_of_the_text_itself_stay(below: str) -> None:
    assert "\n".join(_cited(below)).split()[-1] == below.split()[-1]


def test_the_text_behind_the_form_stays() -> None:
    assert _cited("Comments\n\nI counted 12 sacks.\n\nLeave a comment\n\nThe mill at Tarn ground 90 tonnes of oats in 2023.") == [
        "The mill at Tarn ground 90 tonnes of oats in 2023."
    ]
