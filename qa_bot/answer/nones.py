"""Clauses that say there was none of something: "No child under 16 was killed", «В третью смену не учится никто»."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from qa_bot.answer.concepts import broader
from qa_bot.answer.deeds import DEEDLESS, EXISTING
from qa_bot.text.analysis import analyse, stem
from qa_bot.text.functions import functions, known_by
from qa_bot.text.language import language_of
from qa_bot.text.lexicon import remembered
from qa_bot.text.numbers import NumberKind, find_numbers
from qa_bot.text.periods import PeriodMention, find_periods
from qa_bot.text.syntax import TIME, Syntax, parse
from qa_bot.text.tagger import cases, features
from qa_bot.text.tokens import fold, tokenize

VERBS = frozenset({"VERB", "VB", "VBN", "VBG"})
_BREAKS = frozenset(",;:—–()….")
_CONTENT = frozenset({"NOUN", "NOUNS", "PROPN", "ADJ", "ADV", "NUM", "X"}) | VERBS
_CACHED = 1024
_PERSON = "person"
_PASSIVE = {"ru": r"|\bне \w+(?:[нт]о|лся|лась|лось|лись)\b"}  # «не возбуждено», «не выявлялся»


class NoneClause(NamedTuple):
    """A clause that says there was none: its tokens, those of the words that say so, the terms of the rest."""

    first: int
    last: int
    marked: range
    terms: tuple[frozenset[str], ...]  # of each content word: its concept and its stem
    personal: bool  # "nobody"
    things: bool  # "nothing"
    bare: bool  # "none": of what was told before
    times: bool  # «ни разу»


class Nones(NamedTuple):
    syntax: Syntax
    times: tuple[PeriodMention, ...]
    clauses: tuple[NoneClause, ...]


@cache
def signs_of(language: str) -> re.Pattern[str]:
    signs = sorted(functions(language)["denial_signs"], key=len, reverse=True)
    return re.compile("|".join(rf"\b{re.escape(sign)}\b" for sign in signs) + _PASSIVE.get(language, ""))


@remembered(_CACHED)
def nones_in(said: str) -> Nones:
    """Return the sentence with the clauses of it that say there was none of something."""
    language = language_of(said)
    times = tuple(find_periods(said, 0, len(said), language))
    tokens = tokenize(said)
    numbers = [
        (number.first, number.last)
        for number in find_numbers(said, tokens, language)
        if number.value and number.kind is not NumberKind.ORDINAL
    ]
    syntax = parse(said, 0, len(said), language, tokens=tokens, numerals=numbers, times=[(mention.start, mention.end) for mention in times])
    if said.rstrip()[-1:] == "?":
        return Nones(syntax, times, ())
    return Nones(syntax, times, tuple(_nones(syntax)))


def _nones(syntax: Syntax) -> Iterator[NoneClause]:
    at = 0
    while at < len(syntax.tokens):
        last = _marker(syntax, at)
        if last is None:
            at += 1
            continue
        none = _clause_of(syntax, at, last)
        if none is not None:
            yield none
        at = last


def _marker(syntax: Syntax, at: int) -> int | None:
    """Where the words end that begin at token *at* and say that there was none."""
    lowers, words = [token.lower for token in syntax.tokens[at : at + 3]], syntax.words
    for length in (3, 2, 1):
        if " ".join(lowers[:length]) in words["denying"] and len(lowers) >= length:
            return at + length
    if lowers[0] in words["denying_articles"] and at + 1 < len(syntax.tags) and syntax.tags[at + 1] != "PUNCT":
        phrase = syntax.phrase_at(at + 1)
        inner = {token.lower for token in syntax.tokens[at : phrase.last]} if phrase is not None else {""}
        head = phrase is not None and syntax.tags[phrase.head] in ("NOUN", "NOUNS", "PROPN")
        named = head and phrase is not None and syntax.lemma(phrase.head) not in words["no_counts"]
        return at + 1 if named and inner.isdisjoint(words["no_counts"]) else None
    if lowers[0] in words["negators"] and len(lowers) > 1 and syntax.lemma(at + 1) in words["denying_verbs"]:
        return at + 2
    return at + 1 if lowers[0] in words["negators"] and len(lowers) > 1 and _is_undone(syntax, at + 1) else None


def _is_undone(syntax: Syntax, at: int) -> bool:
    """Whether the verb at *at* tells that something was done to none: «уголовных дел не возбуждено», but not «дело не возбуждено»."""
    if syntax.language != "ru" or not {"PRTS", "neut", "pssv"} <= features(syntax.tokens[at].lower, "ru"):
        return False
    first, last = _edge(syntax, at - 1, step=-1), _edge(syntax, at, step=1)
    phrases = {
        phrase.head: phrase for index in range(first, last) if (phrase := syntax.phrase_at(index)) is not None and phrase.adposition < 0
    }
    held = [features(syntax.tokens[head].lower, "ru") | cases(syntax.tokens[head].lower, "ru") for head in phrases]
    return any("plur" in each and "gent" in each and "nomn" not in each for each in held) and not any(
        {"nomn", "neut"} <= each for each in held
    )


def _clause_of(syntax: Syntax, at: int, last: int) -> NoneClause | None:
    """Return the clause around the marker ``at:last``; None where it tells nothing: a condition, what may be, an exception."""
    first, end = _edge(syntax, at, step=-1), _edge(syntax, last - 1, step=1)
    parted = None
    if first == at and end == last:  # «погибших, по данным МЧС, нет»
        parted = next((index for index in range(at - 2, -1, -1) if syntax.tokens[index].surface == ","), None)
        first = _edge(syntax, parted, step=-1) if parted is not None else first
    words = syntax.words
    marker = " ".join(token.lower for token in syntax.tokens[at:last])
    behind = end + 2 if syntax.tokens[end : end + 1] and syntax.tokens[end].surface == "," else end  # «..., кроме двух»
    lowers = {token.lower for token in (*syntax.tokens[first:at], *syntax.tokens[last:end])}
    if not words["exceptions"].isdisjoint(token.lower for token in syntax.tokens[end:behind]):
        return None
    if not lowers.isdisjoint(words["undenying"]) or not _is_told(syntax, first, end):
        return None
    listed = at > first and any(syntax.tags[index] == "NUM" for index in range(first, at)) and syntax.tags[at - 1] in ("CCONJ", "PUNCT")
    verbs = [index for index in range(first, at) if syntax.tags[index] in VERBS]
    before = verbs if listed else range(first, parted if parted is not None else at)
    content = [*before, *range(last, end)]
    of_whole = {  # "none of the 38 sailors", «ни один из 12 участников»
        index
        for index in range(last, min(last + 3, end))
        if syntax.tags[index] == "NUM" and (marker in words["denying_bare"] or syntax.tokens[index - 1].lower in words["partitives"])
    }
    terms = [terms_at(syntax, index) for index in content if index not in of_whole]
    return NoneClause(
        at if listed else first,
        end,
        range(at, last),
        tuple(held for held in terms if held),
        personal=marker in words["denying_persons"],
        things=marker in words["denying_things"],
        bare=marker in words["denying_bare"],
        times=marker in words["denying_times"],
    )


def _edge(syntax: Syntax, at: int, *, step: int) -> int:
    """Where the stretch around token *at* ends that no sign, no joint of clauses and no other verb parts; the end is exclusive."""
    index = at + step
    while 0 <= index < len(syntax.tokens):
        surface, tag = syntax.tokens[index].surface, syntax.tags[index]
        if surface in _BREAKS or (tag == "SCONJ" and any(clause.first == index for clause in syntax.clauses)):
            break
        if tag == "CCONJ" and _parts_clauses(syntax, index):
            break
        index += step
    return index + 1 if step < 0 else index


def _parts_clauses(syntax: Syntax, at: int) -> bool:
    """Whether a finite verb with its own number or "no" follows the "and" at token *at*: "opened four and closed none"."""
    after = range(at + 1, min(at + 3, len(syntax.tokens)))
    return any(group.finite and group.first in after for group in syntax.verbs) or any(_marks(syntax, index) for index in after)


def _marks(syntax: Syntax, at: int) -> bool:
    lower = syntax.tokens[at].lower
    return lower in syntax.words["denying"] or lower in syntax.words["denying_articles"]


def _is_told(syntax: Syntax, first: int, last: int) -> bool:
    """Whether the clause tells what is, or was: no verb of it says what may or will be."""
    words = syntax.words
    lowers = [token.lower for token in syntax.tokens[first:last]]
    before = [token.lower for token in syntax.tokens[max(first - 2, 0) : first]]
    return words["hypothetical"].isdisjoint((*before, *lowers)) and words["undecided"].isdisjoint(lowers)


def terms_at(syntax: Syntax, at: int) -> frozenset[str]:
    """The concept and the stem of the content word at token *at*; empty of one that says nothing of its own."""
    tag, token = syntax.tags[at], syntax.tokens[at]
    if tag == TIME or (tag not in _CONTENT and not token.surface[:1].isdigit()):
        return frozenset()
    if tag == "NUM" or token.surface[:1].isdigit():
        return frozenset((token.lower,))
    concept, light = syntax.concept_of(at), syntax.words["denied_light"]
    if token.lower in light or syntax.lemma(at) in light or concept in light or not analyse(token.lower):
        return frozenset()
    if tag in ("VERB", "VB", "VBN") and concept in DEEDLESS | EXISTING:
        return frozenset()
    return frozenset(term for term in (concept, stem(fold(token.lower))) if term is not None)


@cache
def passed_over(*, deadly: bool) -> frozenset[str]:
    """Return the terms of a clause that narrow nothing: what the deadly thing is that befell nobody, and a bare "in the county"."""
    words = functions("en"), functions("ru")
    names = [name for each in words for name in each["own_areas"] | (each["deadly_things"] if deadly else frozenset())]
    return frozenset(stem(fold(name)) for name in names)


@remembered(_CACHED)
def tells_of(deed: str, said: str) -> bool:
    """Return whether a word of *said* tells of *deed*, but for those of clauses that say there was none."""
    seen = nones_in(said)
    denied = {at for none in seen.clauses for at in range(none.first, none.last)}
    concepts = (seen.syntax.concept_of(at) for at in range(len(seen.syntax.tokens)) if at not in denied)
    return any(concept is not None and deed in {concept, *broader(concept), *known_by().get(concept, ())} for concept in concepts)


def is_anybody(term: str) -> bool:
    return term == _PERSON or term in functions("en")["unspecific"]
