"""The cause that a sentence names behind its cue: "because ...", "due to the fact that ...", "из-за ..."."""

import re
from functools import cache

from qa_bot.answer.readings import Reading, text_at
from qa_bot.schema import Passage, Span
from qa_bot.text.functions import functions
from qa_bot.text.language import language_of
from qa_bot.text.syntax import parse
from qa_bot.text.tokens import tokenize

LONGEST = 300  # characters of a cause that is shown alone; where it is longer, the whole sentence stands for it
NAME = 5  # words of a name, at most


def with_cause(reading: Reading, language: str) -> Reading | None:
    """Return *reading* with what stands behind the cue of its sentence as its short answer; None without a cue, or if too much does.

    A cause that opens the sentence ends at the first comma: "Because of ice, 12 trains were late." One that stands in a clause set in
    behind its noun ends with it: "The pool, shut because of a leak, is to reopen."
    """
    text = text_at(reading.passage, reading.sentence)
    cue = _cue(language).search(text)
    if cue is None:
        return None
    behind = _until_main(text, cue) if text[: cue.start()].strip() else text[cue.end() :].partition(", ")[0]
    cause = behind.rstrip(" .!?\"”»’'…")
    start = reading.sentence.start + cue.end()
    return reading._replace(short=Span(start=start, end=start + len(cause))) if 0 < len(cause) <= LONGEST else None


def _until_main(text: str, cue: re.Match[str]) -> str:
    """What stands behind the *cue*, up to the comma that closes the clause that the cue stands in, if that was set into another one: no
    verb of the sentence stands before it."""
    opened = text.rfind(", ", 0, cue.start())
    if opened < 0:
        return text[cue.end() :]
    syntax = parse(text, 0, len(text), language_of(text))
    told = [(syntax.tokens[group.first].start, syntax.tokens[group.last - 1].end) for group in syntax.verbs if group.finite]
    closes = [at for at in _commas(text) if at >= cue.end() and any(start > at for start, _ in told)]
    if any(end <= opened for _, end in told) or not closes:
        return text[cue.end() :]
    main = [at for at in closes if any(at + 2 == start for start, _ in told)]
    return text[cue.end() : (main or closes)[0]]


def _commas(text: str) -> list[int]:
    return [match.start() for match in re.finditer(", ", text)]


def naming_cause(passage: Passage) -> list[Span]:
    """Return the sentences of *passage* that name a cause by that word: "fire officers named a spark as the cause", «причиной назвали»."""
    words = functions(language_of(passage.text))["cause_nouns"]
    offset = passage.span.start
    lowers = (
        (sentence, {token.lower for token in tokenize(passage.text, sentence.start - offset, sentence.end - offset)})
        for sentence in passage.sentences
    )
    return [sentence for sentence, said in lowers if not words.isdisjoint(said)]


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
