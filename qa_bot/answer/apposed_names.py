"""Who did it, where a sentence says how many they were: their names behind that, all of them, and no bare noun for others."""

from qa_bot.answer.concepts import broader
from qa_bot.answer.evidence import titles_over
from qa_bot.answer.holders import parsed
from qa_bot.answer.readings import Reading, text_at
from qa_bot.answer.sights import sight
from qa_bot.schema import Kind, Query, Span
from qa_bot.text.syntax import Syntax
from qa_bot.text.tagger import features

_NOUNS = frozenset({"NOUN", "NOUNS"})
_NAMING = frozenset({"PROPN", "X", "ADJ", "NOUN", "NOUNS"})  # what words of a name with capitals may be tagged
_DESCRIBING = frozenset({"NOUN", "NOUNS", "PROPN", "ADJ"})
_COMMA = ","
_VERBS = frozenset({"VERB", "VB", "VBN", "VBG"})
SURE = 3.0  # log-odds from which a sentence may tell the deed in other words


def names_nobody(query: Query, reading: Reading) -> bool:
    """Return whether who is asked for would be a bare noun for some of many, "members", in a sentence that lacks a thing or a sort of which
    the question is: those who voted for the decision are not those who voted for a smaller cut."""
    if query.kind is not Kind.WHO:
        return False
    text = text_at(reading.passage, reading.sentence)
    syntax = parsed(text)
    first, last = _tokens(syntax, reading)
    if query.language != syntax.language or not _is_bare_plural(syntax, first, last):
        return False
    seen, asked = sight(text), sight(query.text)
    said = {concept for concept in seen.concepts if concept is not None} | {*seen.stems} | titles_over(reading)
    said = said.union(*map(broader, said))
    described = (at for at, tag in enumerate(asked.tags) if tag in _DESCRIBING and asked.cues[at] == "-")
    if any(asked.stems[at] not in said and asked.concepts[at] not in said for at in described):
        return True
    if reading.odds is not None and reading.odds >= SURE:
        return False
    deeds = (at for at, tag in enumerate(asked.tags) if tag in _VERBS and asked.cues[at] == "-")
    around = sight(reading.passage.text)  # only what another sentence does tell is not told in other words here
    others = {*around.stems, *around.concepts}
    return any(
        asked.stems[at] not in said
        and asked.concepts[at] not in said
        and not others.isdisjoint({asked.stems[at], asked.concepts[at]} - {None})
        for at in deeds
    )


def with_apposed(query: Query, reading: Reading) -> Reading:
    """Return *reading* with all of the names that stand set off behind how many they are, where one of them answers who: "two members,
    Ms Lind and Mr Orre, preferred"."""
    if query.kind is not Kind.WHO:
        return reading
    syntax = parsed(text_at(reading.passage, reading.sentence))
    first, last = _tokens(syntax, reading)
    named = next((row for row in _rows(syntax) if row.start <= first and last <= row.stop), None)
    if named is None or first >= last:
        return reading
    start = reading.sentence.start
    return reading._replace(short=Span(start=start + syntax.tokens[named.start].start, end=start + syntax.tokens[named.stop - 1].end))


def _tokens(syntax: Syntax, reading: Reading) -> tuple[int, int]:
    """The tokens of the words that answer."""
    offset = reading.sentence.start
    start, end = reading.short.start - offset, reading.short.end - offset
    inside = [at for at, token in enumerate(syntax.tokens) if start <= token.start and token.end <= end]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)


def _is_bare_plural(syntax: Syntax, first: int, last: int) -> bool:
    """Whether the words are a noun for several without a name or another word that says which: "members", «депутаты»."""
    tags = syntax.tags[first:last]
    named = any(token.surface[:1].isupper() for token in syntax.tokens[first + (first == 0) : last])
    if named or not tags or tags[-1] not in _NOUNS or not {*tags} <= {"NUM", *_NOUNS} or sum(tag in _NOUNS for tag in tags) > 1:
        return False
    return tags[-1] == "NOUNS" or (syntax.language == "ru" and "plur" in features(syntax.tokens[last - 1].lower, "ru"))


def _rows(syntax: Syntax) -> list[range]:
    """The rows of names between a comma behind a number of persons and a comma or the end: ", Ms Lind, Mr Orre and Ms Hale,"."""
    found = []
    for phrase in syntax.phrases:
        several = "NUM" in syntax.tags[phrase.first : phrase.head] and syntax.tags[phrase.head] in _NOUNS
        if several and phrase.last < len(syntax.tokens) and syntax.tokens[phrase.last].surface == _COMMA:
            row = _row(syntax, phrase.last + 1)
            if row is not None:
                found.append(row)
    return found


def _row(syntax: Syntax, first: int) -> range | None:
    """The names joined from token *first* on, closed by "and" and one more; None where there is no such row."""
    at, joined = first, False
    while at < len(syntax.tokens):
        end = at
        while end < len(syntax.tokens) and syntax.tokens[end].surface[:1].isupper() and syntax.tags[end] in _NAMING:
            end += 1
        if end == at:
            return None
        if joined:
            closed = end == len(syntax.tokens) or syntax.tags[end] == "PUNCT"
            return range(first, end) if closed else None
        joined = syntax.tags[end : end + 1] == ["CCONJ"]
        if not joined and (end == len(syntax.tokens) or syntax.tokens[end].surface != _COMMA):
            return None
        at = end + 1
    return None
