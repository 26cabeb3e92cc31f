"""What a text asks itself and answers in the next sentence: "Which museum do most people visit? - The Art Museum: 318,000 a year"."""

from collections.abc import Sequence

from qa_bot.answer.readings import Reading, text_at
from qa_bot.answer.sights import CONTENT, sight
from qa_bot.schema import Query
from qa_bot.text.functions import functions

_MARKS = "—–- \n\t"
LEAST = 2  # content words of a question that is the same as one in a text


def answered_there(query: Query, readings: Sequence[Reading]) -> Reading | None:
    """Return the sentence right behind one of the passages' own questions that asks in just the words of *query*; None if none does."""
    asked = _content(query.text)
    if len(asked) < LEAST:
        return None
    for reading in sorted(readings, key=lambda reading: (reading.passage.doc_id, reading.passage.ordinal)):  # a heading's first passage
        passage = reading.passage
        heads = [*passage.headings[-1:], *(text_at(passage, sentence) for sentence in passage.sentences)]
        replies = passage.sentences if passage.headings else passage.sentences[1:]
        for said, reply in zip(heads, replies, strict=False):
            asks = said.strip().endswith("?") and _content(said) == asked
            if asks and not text_at(passage, reply).strip().endswith("?"):
                return reading._replace(sentence=reply, short=reply, answerable=True, missing=())
    return None


def _content(text: str) -> frozenset[str]:
    """The stems of the words of *text* that say what is asked."""
    seen = sight(text.strip(_MARKS))
    light = functions(seen.language)["be"] | functions(seen.language)["asking_words"]
    return frozenset(
        stem for stem, tag, lower in zip(seen.stems, seen.tags, seen.lowers, strict=True) if tag in CONTENT and lower not in light
    )
