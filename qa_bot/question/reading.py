"""A question as it was read, in words."""

from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from qa_bot.schema import Query
from qa_bot.text.analysis import stem
from qa_bot.text.asking import asking
from qa_bot.text.branches import branches_in
from qa_bot.text.lexicon import lexicon
from qa_bot.text.periods import describe, find_periods
from qa_bot.text.tokens import fold, tokenize

ROOT = 3  # letters that two forms of a verb share: "сдать", "сдали"


def describe_query(query: Query) -> str:
    """Return the question as understood: "extradition refusals, 2023, for political reasons"."""
    words = lexicon(query.language)
    slots = query.slots
    question = _words_of(query)
    parts: list[str] = []
    if query.counted:
        parts.append(query.counted)
    shown = {stem(fold(word)) for word in (query.counted or "").split()}
    rest = dict.fromkeys((*slots.action, *slots.counted, *slots.other))
    parts.append(" ".join(_asked(term, query, question) for term in rest if not _is_shown(term, query.language, shown)))
    worded = asking(query.language).read_as
    if slots.actor:
        parts.append(worded["actor"].format(" ".join(_asked(term, query, question) for term in slots.actor)))
    ways = dict.fromkeys(term.partition(":")[0] for term in slots.direction)
    for way in ways:
        targets = [_asked(term.partition(":")[2], query, question) for term in slots.direction if term.partition(":")[0] == way]
        parts += [worded["direction"].format(way=way, target=target) for target in _together(targets, query)]
    parts += [worded["place"].format(place) for place in _places(query, question)]
    named = branches_in(query.text, query.language) if query.branch is not None else ()
    parts += [query.text[branch.lead : branch.end] for branch in named if branch.lead is not None]
    parts += [words.words(term)[0] if words.words(term) else term for term in slots.reason]
    for period in (query.period, *query.periods):
        if period is not None:
            parts.append(
                _without_lead(period.surface, query.language) if query.any_year or query.any_day else describe(period, query.language)
            )
    return ", ".join(part for part in parts if part)


class _Word(NamedTuple):
    """A word of the question, as written and as it is known by."""

    surface: str
    lower: str
    stem: str
    concept: str


def _words_of(query: Query) -> list[_Word]:
    concept = lexicon(query.language).concept
    return [_Word(token.surface, token.lower, stem(token.lower), concept(token.lower)) for token in tokenize(query.text)]


def _places(query: Query, question: Sequence[_Word]) -> list[str]:
    """The places asked, those side by side in the question as one: "Upper Lomm"."""
    written = {term: word.surface for word in question for term in (word.stem, word.concept)}
    places = query.slots.place
    return _together([written[term] if written.get(term, "").istitle() else _asked(term, query, question) for term in places], query)


def _together(words: Sequence[str], query: Query) -> list[str]:
    """Put those of *words* together that stand side by side in the question: "Port Lisle"."""
    found: list[str] = []
    for word in words:
        together = f"{found[-1]} {word}" if found else word
        if found and together.lower() in query.text.lower():
            found[-1] = together
        else:
            found.append(word)
    return found


def _without_lead(surface: str, language: str) -> str:
    """A period asked without its year, as written: "week 31"."""
    mentions = find_periods(surface, 0, len(surface), language)
    return surface[mentions[0].start : mentions[-1].end] if mentions else surface


def _is_shown(term: str, language: str, shown: set[str]) -> bool:
    """Whether the counted phrase, given by its stems, already holds a word for *term*."""
    words = lexicon(language).words(term) or (term,)
    return any({stem(fold(part)) for part in word.split()} <= shown for word in words)


def _asked(term: str, query: Query, question: Sequence[_Word]) -> str:
    """A word for the concept *term*: the question's own where it has one, "сдать" and not "сдать экзамен" of bridges."""
    asked = {word.stem: word.surface for word in question}
    name = next((word.surface for word in question if term in (word.stem, word.concept)), "")
    if term in query.names and name.istitle():
        return name  # "Ravensby United", not "unit"
    listed = lexicon(query.language).words(term)
    if not listed:
        return _as_written(term, question)
    own = next((word for word in listed if all(stem(fold(part)) in asked for part in word.split())), None)
    said = next((word.lower for word in question if own is None and word.concept == term), "")
    return own or said or listed[0]


def _as_written(term: str, question: Sequence[_Word]) -> str:
    """The question's own word for *term*, which no list has: the one known by it, else the one that begins most like it, "кукол" for
    "кукл"."""
    same = next((word.surface for word in question if term in (word.stem, word.concept)), None)
    if same is not None or term.startswith("@"):
        return same or term
    shared = [sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(term, fold(word.lower), strict=False))) for word in question]
    most = max(shared, default=0)
    return question[shared.index(most)].surface if most >= ROOT else term


def named(term: str, language: str) -> str:
    """Return a word for the concept *term*."""
    words = lexicon(language).words(term)
    return words[0] if words else term
