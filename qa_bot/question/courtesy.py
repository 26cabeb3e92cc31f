"""Greetings, thanks and the like around a question, or in place of one."""

import re
from functools import cache

from qa_bot.text.asking import LANGUAGES, Courtesy, asking

_PIECE = re.compile(r"\S+")
_SIGNS = '.,!?;:…—–-()"«»“”*_'
_LONGEST = 6  # words of a phrase
LATIN = ("en",)  # of LANGUAGES those with courtesies in plain Latin letters


def without_courtesy(text: str) -> str:
    """Return what *text* asks without the courtesies before and behind it; "" where it asks nothing.

    >>> without_courtesy("Thank you, and in 2022?"), without_courtesy("OK, thanks!"), without_courtesy("Hello Kitty sales")
    ('and in 2022?', '', 'Hello Kitty sales')
    """
    pieces = [piece for piece in _PIECE.finditer(text) if any(map(str.isalnum, piece[0]))]
    words = [piece[0].strip(_SIGNS).lower() for piece in pieces]
    languages = LATIN if text.isascii() else LANGUAGES  # a question has no use for the courtesies of others, and reading them takes a while
    if words and words[0] not in _openings(languages) and words[-1] not in _closings(languages):
        return text  # as nearly all are
    parted = [_is_parted(text, pieces, at) for at in range(len(pieces))]
    said = _said(languages)
    first = _behind(words, parted, said, languages)
    if first == len(words):
        return ""
    last = len(words)
    while (size := _closing(words[first:last], said)) and parted[last - size - 1]:
        last -= size
    start = pieces[first].start() if first else 0
    return text[start:] if last == len(words) else text[start : pieces[last].start()].rstrip()


@cache
def _said(languages: tuple[str, ...]) -> Courtesy:
    """The courtesies of all *languages*, since one message mixes them."""
    said = [asking(language).courtesy for language in languages]
    phrases, alone, tails = (frozenset().union(*lists) for lists in zip(*said, strict=True))
    remarks = [said for language in languages for said in asking(language).remarks.values()]
    return Courtesy(phrases, alone.union(*remarks), tails)


@cache
def _openings(languages: tuple[str, ...]) -> frozenset[str]:
    """The words with which a courtesy begins, or a remark that goes on from the answer."""
    said = _said(languages)
    return _openers(languages).union([phrase.split()[0] for phrase in said.phrases | said.alone])


@cache
def _closings(languages: tuple[str, ...]) -> frozenset[str]:
    """The words with which a courtesy ends that has a question before it."""
    said = _said(languages)
    return frozenset([phrase.split()[-1] for phrase in said.phrases | said.tails])


@cache
def _openers(languages: tuple[str, ...]) -> frozenset[str]:
    """With what a question may go on from the one before."""
    return frozenset().union(*(asking(language).words["follow_ups"] for language in languages))


@cache
def _askers(languages: tuple[str, ...]) -> frozenset[str]:
    """With what a question may open."""
    return frozenset().union(*(asking(language).words[name] for language in languages for name in ("asking", "follow_ups")))


def _is_parted(text: str, pieces: list[re.Match[str]], at: int) -> bool:
    """Whether a sign stands between the word *at* and the next; that of "No. 5" parts nothing."""
    if at + 1 == len(pieces):
        return True
    between = text[pieces[at].start() + len(pieces[at][0].rstrip(_SIGNS)) : pieces[at + 1].start()].strip()
    return bool(between) and not (between == "." and pieces[at + 1][0][0].isdigit())


def _behind(words: list[str], parted: list[bool], said: Courtesy, languages: tuple[str, ...]) -> int:
    """Where the question begins: behind the courtesies, each followed by a sign, by the next one, or by what opens a question."""
    start = at = 0
    while at < len(words):
        size, alone = _phrase(words[at:], said, languages)
        if not size:
            break
        at += size
        while (tail := _longest(words[at:], said.tails)) and not parted[at - 1]:
            at += tail
        if parted[at - 1] or (not alone and at < len(words) and words[at] in _askers(languages)):
            start = at
    return start


def _phrase(words: list[str], said: Courtesy, languages: tuple[str, ...]) -> tuple[int, bool]:
    """How many words the courtesy at the start of *words* has (0: none there), and whether it has to stand alone."""
    size, other = _longest(words, said.phrases), _longest(words, said.alone)
    if not other and words[0] in _openers(languages) and (behind := _longest(words[1:], said.alone)):
        other = 1 + behind  # "and the source?"
    return max(size, other), other > size


def _longest(words: list[str], phrases: frozenset[str]) -> int:
    return next((size for size in range(min(_LONGEST, len(words)), 0, -1) if " ".join(words[:size]) in phrases), 0)


def _closing(words: list[str], said: Courtesy) -> int:
    """How many words the courtesy at the end of *words* has; 0 where there is none, or nothing before it."""
    for size in range(min(_LONGEST, len(words) - 1), 0, -1):
        end = words[-size:]
        head = _longest(end, said.phrases)
        if head and (head == size or " ".join(end[head:]) in said.tails):
            return size
    return 0
