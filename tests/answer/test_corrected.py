"""A sentence that the next one corrects is shown with it."""

import pytest

from qa_bot.answer.corrected import with_correction
from qa_bot.schema import Passage, Span


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        pytest.param("The table gave the lake as 71% full.", "It should have read 64%.", True, id="what it should have read"),
        pytest.param("В таблице указан 71 %.", "Верное число — 64 %.", True, id="Russian"),
        pytest.param("The lake was 71% full.", "It rained on 64 days.", False, id="another sentence"),
        pytest.param("The lake was 71% full.", "The correct figure is not known.", False, id="no number"),
    ],
)
def test_a_corrected_sentence_is_shown_with_what_is_right(first: str, second: str, joined: bool) -> None:
    text = f"{first} {second}"
    spans = (Span(start=10, end=10 + len(first)), Span(start=11 + len(first), end=10 + len(text)))
    passage = Passage(passage_id="a#p0", doc_id="a", span=Span(start=10, end=10 + len(text)), text=text, sentences=spans)
    assert with_correction(passage, spans[0]) == (Span(start=10, end=10 + len(text)) if joined else spans[0])
    assert with_correction(passage, spans[1]) == spans[1]
