"""A sentence as the reader sees it: tokens with tags, stems, cue words and names, parsed once however often it is asked about."""

import re
from typing import NamedTuple

from qa_bot.answer.reader_words import reader_words
from qa_bot.text.analysis import stem
from qa_bot.text.language import language_of
from qa_bot.text.lexicon import Kinds, lexicon, remembered
from qa_bot.text.number_words import number_words
from qa_bot.text.periods import find_periods
from qa_bot.text.syntax import TIME
from qa_bot.text.tagger import features, tag
from qa_bot.text.tokens import fold, tokenize

CONTENT = frozenset({"NOUN", "NOUNS", "PROPN", "ADJ", "VERB", "VB", "VBN", "VBG", "ADV", "NUM", "X", TIME})
_LETTERS = {
    "NOUN": "N",
    "NOUNS": "N",
    "PROPN": "P",
    "ADJ": "A",
    "NUM": "0",
    TIME: "T",
    "DET": "D",
    "ADP": "I",
    "VERB": "V",
    "VB": "B",
    "VBG": "G",
    "VBN": "E",
    "CCONJ": "C",
    "PART": "t",
    "PRON": "R",
    "ADV": "r",
    "AUX": "x",
    "SCONJ": "s",
    "SYM": "$",
    "X": "P",
}
_KINDS = (
    (Kinds.TITLE, "title"),
    (Kinds.CAPITAL, "place"),
    (Kinds.PEOPLE, "people"),
    (Kinds.ENTITY, "entity"),
    (Kinds.ORGANISATION, "organisation"),
)
# A digit, a Roman numeral, a Latin letter that may stand for a number ("k"), or a sign that does not only part words.
_NUMERAL = re.compile(r"""\d|\b(?:[IVXLCDM]+|[B-Zb-z])\b|[^\w\s.,;:'"()?!’“”‘«»…–—-]""")
_CASES = frozenset({"nomn", "gent", "datv", "accs", "ablt", "loct"})
_CACHED_SENTENCES = 4096
_CACHED_WORDS = 65_536


class Sight(NamedTuple):
    """One sentence; every tuple has an entry for each token. Offsets are into the sentence."""

    language: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    lowers: tuple[str, ...]
    surfaces: tuple[str, ...]
    tags: tuple[str, ...]
    letters: tuple[str, ...]  # of the tags, one each; a sign stands for itself
    labels: tuple[str, ...]  # the tag, marked where a word that is no name has a capital, and with its case in Russian
    stems: tuple[str, ...]
    concepts: tuple[str | None, ...]
    cues: tuple[str, ...]  # a sign stands for itself; "-" for none
    kinds: tuple[str, ...]  # "title", "place" ..., "-" for none
    sorts: tuple[str, ...]  # of thing, "-" for none
    depths: tuple[int, ...]  # brackets and quotation marks that are open before the token; odd and even tell quotes apart


class _Word(NamedTuple):
    """What a word is wherever it stands."""

    stem: str
    concept: str
    cue: str
    kind: str
    sort: str
    case: str  # of a Russian word: "gent"; else ""


@remembered(_CACHED_SENTENCES)
def sight(sentence: str) -> Sight:
    """Return *sentence* with what the reader needs to know of it."""
    language = language_of(sentence)
    tokens = tokenize(sentence)
    surfaces, starts, ends, lowers = zip(*tokens, strict=True) if tokens else ((), (), (), ())
    tags = [str(mark) for mark in tag(surfaces, language)]
    for mention in find_periods(sentence, 0, len(sentence), language):
        for index, token in enumerate(tokens):
            if mention.start <= token.start and token.end <= mention.end:
                tags[index] = TIME
    words = [_word(surface, language) for surface in surfaces]
    content = [mark in CONTENT for mark in tags]
    return Sight(
        language=language,
        starts=starts,
        ends=ends,
        lowers=lowers,
        surfaces=surfaces,
        tags=tuple(tags),
        letters=tuple([_LETTERS.get(mark) or surface[0] for mark, surface in zip(tags, surfaces, strict=True)]),
        labels=tuple(
            [
                (mark + "^" if index and mark != "PROPN" and surface[0].isupper() else mark) + word.case
                for index, (mark, surface, word) in enumerate(zip(tags, surfaces, words, strict=True))
            ]
        ),
        stems=tuple([word.stem for word in words]),
        concepts=tuple([word.concept if inside else None for word, inside in zip(words, content, strict=True)]),
        cues=tuple([surface if mark == "PUNCT" else word.cue for mark, surface, word in zip(tags, surfaces, words, strict=True)]),
        kinds=tuple([word.kind for word in words]),
        sorts=tuple([word.sort if inside else "-" for word, inside in zip(words, content, strict=True)]),
        depths=_depths(surfaces),
    )


@remembered(_CACHED_SENTENCES)
def may_measure(sentence: str) -> bool:
    """Return whether a word of *sentence* may say when, how many or how long: without one no span of it does, and it needs no tags.

    In 7 of 3,881 sentences without one the tagger takes another word for a number: "germ", "idolatry", "оба".
    """
    if _NUMERAL.search(sentence):
        return True
    language = language_of(sentence)
    words, numbers = reader_words(language), number_words(language)
    for lower in {token.lower for token in tokenize(sentence)}:
        if words.cues.get(lower) == "after" or words.sorts.get(stem(lower)) == "time":
            return True
        if lower in numbers.cardinals or lower in numbers.scales or lower in words.figures:
            return True
    return bool(find_periods(sentence, 0, len(sentence), language))


@remembered(_CACHED_WORDS)
def _word(surface: str, language: str) -> _Word:
    words = reader_words(language)
    folded = fold(surface)
    form = stem(folded)
    concept = lexicon(language).concept(surface)
    kinds = lexicon(language).kinds(concept) if surface[0].isupper() else Kinds.NONE
    return _Word(
        stem=form,
        concept=concept,
        cue=words.cues.get(folded, "-"),
        kind=next((name for flag, name in _KINDS if kinds & flag), "-"),
        sort=words.sorts.get(form, "-"),
        case=next(iter(sorted(features(surface, language) & _CASES)), ""),
    )


def _depths(surfaces: tuple[str, ...]) -> tuple[int, ...]:
    """A bracket adds and takes 2, a quotation mark 1, so that a span with as much open at its end as at its start is whole."""
    depth = 0
    straight = False
    found: list[int] = []
    for surface in surfaces:
        if surface in ")]":
            depth -= 2
        elif surface in "”»":
            depth -= 1
        elif surface == '"' and straight:
            depth, straight = depth - 1, False
            found.append(depth)
            continue
        found.append(depth)
        if surface in "([":
            depth += 2
        elif surface in "“«„":
            depth += 1
        elif surface == '"':
            depth, straight = depth + 1, True
    return tuple(found)
