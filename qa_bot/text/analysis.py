"""The one chain that turns a text, of a passage or of a question, into index terms."""

import re
import unicodedata
from functools import cache, lru_cache
from typing import Protocol

import Stemmer

from qa_bot.text.normalise import plain
from qa_bot.text.spelling import american
from qa_bot.text.tokens import is_passing
from qa_bot.text.wordlists import read_wordlists

ANALYZER = "words-1/snowball-4"  # grows when a text gives other terms than before: an index built by another one is outdated

# A numeral with its separators, spaces between groups of three included; initials; a word with inner digits and apostrophes.
_TERM = re.compile(
    r"""
    (?-i:[A-Za-zА-Яа-яЁё]{2,}+)(?![\w\u0301'’])  # a plain word, which most are: what the last line would find, sooner
  | \d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?:[.,]\d+)?(?![\d.,]*\d)
  | \d+(?:[.,]\d+)*(?:(?:st|nd|rd|th|s)(?![^\W_]))?
  | (?:[^\W\d_]\.){2,}
  | [^\W_]+(?:[\u0301'’][^\W_]+)*
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SPACED = re.compile(r"\d[ \u00a0\u2009\u202f]\d{3}")  # no other term goes on over white space
_GROUPS = re.compile(r"(?<=\d)[., \u00a0\u2009\u202f](?=\d{3}(?!\d))")
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th|s)$")
_CLITIC = re.compile(r"'(?:s|re|ve|ll|d|m)?$")
_CACHED_WORDS = 50_000  # forgotten all at once when full, so that memory stays flat on any corpus


class _Stem(Protocol):
    def __call__(self, word: str, /) -> str: ...


def analyse(text: str) -> list[str]:
    """Return the index terms of *text* in order: folded, without stop words, stemmed by the script of each word.

    A Cyrillic word gets the Russian stemmer and a Latin one the English, whatever the *language* of the text, so that a term is the same
    in every document. Numerals stand without separators, "1,124" and "1 124" as "1124", and one-character words are kept.

    >>> analyse("The Moscow court's 1,124 refusals were won")
    ['moscow', 'court', '1124', 'refus', 'win']
    """
    known = _terms
    if len(known) > _CACHED_WORDS:
        known.clear()
    composed = _composed(text)
    if _SPACED.search(composed) is not None:
        return [term for word in _TERM.findall(composed) if (term := known[word])]
    terms: list[str] = []
    for found in map(_runs.__getitem__, composed.split()):
        terms += found
    return terms


def query_terms(text: str) -> list[str]:
    """Return the index terms of a question: as `analyse`, and without the words that only ask ("how many", "what number of").

    >>> query_terms("What number of trains were late?"), query_terms("Сколько поездов опоздало?")
    (['train', 'late'], ['поезд', 'опозда'])
    """
    folded = _composed(text).replace("ё", "е").replace("Ё", "Е")
    for language in ("en",) if folded.isascii() else ("en", "ru"):
        folded = _asking(language, folded.lower()).sub(" ", folded)
    asking = _question_words()
    kept = [word for word in _TERM.findall(folded) if plain(word.lower()) not in asking]
    return [term for word in kept if (term := _terms[word])]


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """Return the stem of the folded *word*, stop word or not: Cyrillic by the Russian Snowball stemmer, else by the English.

    English irregular forms go to their base form first, "children" and "child" are one term, and British spellings to American ones.
    """
    word = plain(word)
    if word and "\u0400" <= word[0] <= "\u04ff":
        return _stemmer("russian")(word)
    return _stemmer("english")(_irregular().get(word) or american(word))


def _composed(text: str) -> str:
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


class _Terms(dict[str, str]):
    """Word as written -> its index term, or "" for a stop word."""

    def __missing__(self, word: str) -> str:
        term = _term(word)
        if not is_passing(word):
            self[word] = term
        return term


_terms = _Terms()


class _Runs(dict[str, tuple[str, ...]]):
    """What stands between two white spaces, "refusals," -> its index terms: half the time of looking for the words in it."""

    def __missing__(self, run: str) -> tuple[str, ...]:
        if len(self) >= _CACHED_WORDS:
            self.clear()
        terms = tuple([term for word in _TERM.findall(run) if (term := _terms[word])])
        if not is_passing(run):
            self[run] = terms
        return terms


_runs = _Runs()


def _term(word: str) -> str:
    if word[0].isdecimal():
        return _numeral(word)
    folded = word.lower()
    if not folded.isalpha():
        folded = _CLITIC.sub("", folded.replace("’", "'")).replace(".", "")
        if "'" in folded and folded in _stop_words():  # "don't"
            return ""
        folded = folded.replace("'", "")
    folded = plain(folded)
    if folded in _stop_words() and not (len(word) > 1 and word.isupper() and folded in _capitals()) and "." not in word:
        return ""
    return stem(folded)


def _numeral(word: str) -> str:
    number = _GROUPS.sub("", _ORDINAL.sub("", word.lower()))
    return number.replace(",", ".")


@cache
def _stop_words() -> frozenset[str]:
    return frozenset(word for language in ("en", "ru") for word in read_wordlists(language, "stop")["words"].split())


@cache
def _question_words() -> frozenset[str]:
    return frozenset(word for language in ("en", "ru") for word in read_wordlists(language, "stop")["question_words"].split())


@cache
def _capitals() -> frozenset[str]:
    return frozenset(read_wordlists("en", "stop")["unless_capitals"].split())


def _asking(language: str, lower: str) -> re.Pattern[str]:
    """What finds the phrases that only ask in a text in lower case: those of its words, since preparing all takes a while."""
    return _any_phrase(tuple([phrase for words, phrase in _phrases(language) if all(map(lower.__contains__, words))]))


@cache
def _phrases(language: str) -> list[tuple[list[str], str]]:
    lines = [line.split() for line in read_wordlists(language, "stop")["asking"].splitlines()]
    phrases = [(line, r"\s+".join(map(re.escape, line))) for line in lines if line]
    return sorted(phrases, key=lambda known: (-len(known[1]), known[1]))


@lru_cache(maxsize=256)
def _any_phrase(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(phrases)})(?!\w)" if phrases else r"(?!)", re.IGNORECASE)


@cache
def _irregular() -> dict[str, str]:
    lines = [line.split() for line in read_wordlists("en", "irregular")["forms"].splitlines()]
    return {form: line[0] for line in lines for form in line[1:]}


@cache
def _stemmer(language: str) -> _Stem:
    stemmed: _Stem = Stemmer.Stemmer(language).stemWord
    return stemmed
