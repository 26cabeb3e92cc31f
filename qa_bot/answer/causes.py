"""The cause that a sentence names behind its cue: "because ...", "due to the fact that ...", "из-за ..."."""

import re
from functools import cache

from qa_bot.answer.readings import Reading
from qa_bot.schema import Span
from qa_bot.text.functions import functions
from qa_bot.text.tokens import tokenize

LONGEST = 300  # characters of a cause that is shown alone; where it is longer, the whole sentence stands for it
NAME = 5  # words of a name, at most


def with_cause(reading: Reading, language: str) -> Reading | None:
    """Return *reading* with what stands behind the cue of its sentence as its short answer; None without a cue, or if too much does.

    A cause that opens the sentence ends at the first comma: "Because of ice, 12 trains were late."
    """
    offset = reading.passage.span.start
    text = reading.passage.text[reading.sentence.start - offset : reading.sentence.end - offset]
    cue = _cue(language).search(text)
    if cue is None:
        return None
    behind = text[cue.end() :] if text[: cue.start()].strip() else text[cue.end() :].partition(", ")[0]
    cause = behind.rstrip(" .!?\"”»’'…")
    start = reading.sentence.start + cue.end()
    return reading._replace(short=Span(start=start, end=start + len(cause))) if 0 < len(cause) <= LONGEST else None


def is_bare_name(reading: Reading) -> bool:
    """Whether the words that answer are but a name, which is no cause of anything: "Tarrow Ferries", «Северный ветер»."""
    text, offset = reading.passage.text, reading.passage.span.start
    start = reading.short.start - offset
    words = [token.surface for token in tokenize(text, start, reading.short.end - offset) if token.surface[0].isalpha()]
    quoted = text[max(start - 1, 0) : start] in ("«", "“", '"')
    return 0 < len(words) <= NAME and words[0][0].isupper() and (quoted or all(word[0].isupper() for word in words))


@cache
def _cue(language: str) -> re.Pattern[str]:
    cues = sorted(functions(language)["cause_cues"], key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, cues))})\s+(?=\S)", re.IGNORECASE)
