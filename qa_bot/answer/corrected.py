"""What a text takes back is shown with what it says is right: "Bulletin 10 gave the level as 71%. It should have read 64%"."""

from qa_bot.schema import Passage, Span
from qa_bot.text.functions import functions
from qa_bot.text.language import language_of

NEAR = 2  # characters between a sentence and the next one of its paragraph


def with_correction(passage: Passage, sentence: Span) -> Span:
    """Return *sentence*, with the next one of its paragraph where that says what it should have said."""
    behind = (span for span in passage.sentences if 0 <= span.start - sentence.end <= NEAR)
    after = next(behind, None)
    if after is None:
        return sentence
    text = passage.text[after.start - passage.span.start : after.end - passage.span.start].lower()
    right = any(phrase in text for phrase in functions(language_of(text))["correcting"])
    return Span(start=sentence.start, end=after.end) if right and any(sign.isdigit() for sign in text) else sentence
