"""Branches of work that a text or a question names: "in construction", «в сельском хозяйстве», "the retail sector"."""

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from qa_bot.text.analysis import stem
from qa_bot.text.tokens import Token, fold, tokenize
from qa_bot.text.wordlists import DATA, read_toml


class Branch(NamedTuple):
    """A branch as a text names it: its name in the lists, the same in each language, and where it stands in the text."""

    name: str
    start: int
    end: int
    lead: int | None  # where "in" before it begins, which says that something was done there


class _Words(NamedTuple):
    names: Mapping[tuple[str, ...], str]  # by the stems of its words
    longest: int  # of these
    leads: frozenset[str]  # words that say where something is done
    between: frozenset[str]  # that may stand behind these
    kinds: frozenset[str]  # nouns that stand for a branch: the "sector" of "the retail sector"
    owning: frozenset[str]  # behind a word for one these make a deed of it


@cache
def _words(language: str) -> _Words:
    data = read_toml(DATA / language / "branches.toml")
    names = {tuple(map(_stem, form.split())): name for name, forms in data["names"].items() for form in forms.split("|")}
    classes = (frozenset(data["words"][name].split("|")) for name in _Words._fields[2:])
    return _Words(names, max(map(len, names)), *classes)


def _stem(word: str) -> str:
    return stem(fold(word.lower()))


def branch_kinds(language: str) -> frozenset[str]:
    """Return the nouns that stand for a branch: the "sector" of "the retail sector"."""
    return _words(language).kinds


@cache
def is_part_of(name: str, other: str) -> bool:
    """Return whether the branch *name* is a part of the *other*: retail of trade."""
    above = read_toml(DATA / "en" / "branches.toml")["broader"].get(name)
    return above is not None and (above == other or is_part_of(above, other))


@lru_cache(maxsize=2048)
def branches_in(text: str, language: str) -> tuple[Branch, ...]:
    """Return the branches that *text* names, in order."""
    words, tokens = _words(language), tokenize(text)
    stems = [_stem(token.surface) for token in tokens]
    found: list[Branch] = []
    at = 0
    while at < len(tokens):
        size = next((size for size in range(min(words.longest, len(tokens) - at), 0, -1) if tuple(stems[at : at + size]) in words.names), 0)
        if size:
            name, end = words.names[tuple(stems[at : at + size])], at + size
            while end < len(tokens) and tokens[end].lower in words.kinds:
                end += 1  # "the construction industry"
            if end == len(tokens) or tokens[end].lower not in words.owning:  # "the construction of the dam" is a deed
                found.append(Branch(name, tokens[at].start, tokens[end - 1].end, _lead(tokens, at, words)))
            size = end - at
        at += size or 1
    return tuple(found)


def _lead(tokens: Sequence[Token], at: int, words: _Words) -> int | None:
    before = at - 1
    while before >= 0 and tokens[before].lower in words.between:
        before -= 1
    return tokens[before].start if before >= 0 and tokens[before].lower in words.leads else None
