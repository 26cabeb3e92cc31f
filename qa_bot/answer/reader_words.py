"""The words that the reader knows: which word asks what, what sort of thing a noun asks for, next to what answers stand."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from qa_bot.text.analysis import stem
from qa_bot.text.wordlists import DATA, read_toml


class ReaderWords(NamedTuple):
    """Each maps folded words to what they are; *carriers*, *sorts* and *light* hold stems, the sets behind them folded words."""

    asking: Mapping[str, str]  # "whom" -> "who"
    measures: Mapping[str, str]  # "far" -> "size": "how far"
    carriers: frozenset[str]  # "what kind of engine"
    sorts: Mapping[str, str]  # "citi" -> "place"
    cues: Mapping[str, str]  # "due" -> "because"
    light: frozenset[str]  # stems of words that the answer's sentence often lacks: "usually", "happen"
    figures: frozenset[str]  # words that say how many or how long without a numeral: "dozens", "once", "years"
    asked: frozenset[str]  # nouns that any answer of their sort says: a date is of some "decade"
    lasting: frozenset[str]  # before a time how long something goes on: "since 2001"
    openers: frozenset[str]  # with which an answer may begin though their like may not: "both", "if"
    ranging: frozenset[str]  # between the ends of a range: "five to ten"
    leading: frozenset[str]  # before a range whose ends "and" joins: "between 3 and 14"


@cache
def reader_words(language: str) -> ReaderWords:
    """Return the reader's words of *language*; loaded once."""
    data = read_toml(DATA / language / "reader.toml")
    return ReaderWords(
        asking=_by_word(data["asking"]),
        measures=_by_word(data["measures"]),
        carriers=frozenset(stem(word) for word in data["carriers"]["words"].split("|")),
        sorts={stem(word): sort for word, sort in reversed(_by_word(data["sorts"]).items())},
        cues=_by_word(data["cues"]),
        light=frozenset(stem(word) for word in data["light"]["words"].split("|")),
        figures=frozenset(data["figures"]["words"].split("|")),
        asked=frozenset(data["figures"]["asked"].split("|")),
        lasting=frozenset(data["figures"]["lasting"].split("|")),
        openers=frozenset(data["spans"]["openers"].split("|")),
        ranging=frozenset((*"-–—", *data["spans"]["ranging"].split("|"))),
        leading=frozenset(data["spans"]["leading"].split("|")),
    )


def _by_word(classes: Mapping[str, str]) -> dict[str, str]:
    """The first class that lists a word has it."""
    found: dict[str, str] = {}
    for name, words in classes.items():
        for word in words.split("|"):
            found.setdefault(word, name)
    return found
