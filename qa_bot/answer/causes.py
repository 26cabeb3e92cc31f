"""The cause that a sentence names behind its cue: "because ...", "due to the fact that ...", "из-за ..."."""

import re
from functools import cache

from qa_bot.answer.concepts import is_person
from qa_bot.answer.holders import parsed
from qa_bot.answer.readings import Reading, text_at
from qa_bot.schema import Passage, Query, Span
from qa_bot.text.functions import functions
from qa_bot.text.language import language_of
from qa_bot.text.lexicon import Kinds
from qa_bot.text.syntax import NUMERAL, TIME, Syntax, parse
from qa_bot.text.tokens import tokenize

LONGEST = 300  # characters of a cause that is shown alone; where it is longer, the whole sentence stands for it
_VERBS = frozenset({"VERB", "VB", "VBN", "VBG"})
_NUMBERS = frozenset({"NUM", NUMERAL})
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


def is_no_reason(query: Query, reading: Reading) -> bool:
    """Whether the words that answer only say when it was, who says so, or how many of those asked about: "33 doctors resigned"."""
    syntax, offset = parsed(text_at(reading.passage, reading.sentence)), reading.sentence.start
    start, end = reading.short.start - offset, reading.short.end - offset
    inside = [at for at, token in enumerate(syntax.tokens) if start <= token.start < end and token.surface[0].isalnum()]
    if not inside or all(syntax.tags[at] == TIME for at in inside):
        return True
    sources = (mention for mention in syntax.mentions if mention.kinds & Kinds.SOURCE)
    if any(mention.last == inside[0] or inside[0] in range(mention.first, mention.last) for mention in sources):
        return True
    return any(syntax.tags[at] in _NUMBERS for at in inside) and _counts(query, syntax)


def _counts(query: Query, syntax: Syntax) -> bool:
    """Whether a number of the sentence is how many things of the question there were."""
    numbers = (syntax.phrase_at(at) for at, tag in enumerate(syntax.tags) if tag in _NUMBERS)
    heads = [syntax.concept_of(phrase.head) or "" for phrase in numbers if phrase is not None]
    return any(head in query.things or is_person(head) for head in heads)


def tells_effect(query: Query, reading: Reading) -> bool:
    """Return whether the words that answer tell the deed that is asked about, which the rest of their sentence does not: of "shut because
    two guards had resigned" why anybody resigned."""
    text, start = text_at(reading.passage, reading.sentence), reading.short.start - reading.sentence.start
    syntax, end = parsed(text), reading.short.end - reading.sentence.start
    told = {at: {syntax.lemma(at), syntax.concept_of(at)} for at, tag in enumerate(syntax.tags) if tag in _VERBS}
    deeds = {at for at, words in told.items() if not words.isdisjoint(query.slots.action)}
    apart = [at for at, tag in enumerate(syntax.tags) if tag in _VERBS | {"AUX"} and not start <= syntax.tokens[at].start < end]
    return bool(deeds and apart) and deeds.isdisjoint(apart)


@cache
def _cue(language: str) -> re.Pattern[str]:
    cues = sorted(functions(language)["cause_cues"], key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, cues))})\s+(?=\S)", re.IGNORECASE)
