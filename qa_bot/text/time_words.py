"""The words of time of a language."""

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from qa_bot.text.moments import Grain
from qa_bot.text.patterns import LatePattern
from qa_bot.text.roman import ROMANS
from qa_bot.text.wordlists import DATA, read_toml

_LANGUAGES = ("en", "ru")


class Kind(StrEnum):
    """What a word or numeral can do in an expression of time. The second half are function words: they frame one, never begin it."""

    MONTH = "month"
    WEEKDAY = "weekday"
    SEASON = "season"
    UNIT = "unit"
    CARDINAL = "cardinal"
    ORDINAL = "ordinal"
    ROMAN = "roman"
    YEAR = "year"  # four digits, 1000-2199
    DAY = "day"  # 1-31
    NUMBER = "number"
    DATE = "date"  # 14.10.2022: value is the ordinal of the date
    ISO_MONTH = "iso_month"  # 2022-10: value is 202210
    YEAR_SPAN = "year_span"  # 2019/20: value is 20192020
    DECADE = "decade"
    CODE = "code"  # Q3, 1H, 9M, FY23: value is index into CODES
    POINT = "point"
    THIS = "this"
    LAST = "last"
    BEFORE_LAST = "before_last"  # "позапрошлый"; in English two words
    NEXT = "next"
    PAST = "past"
    PREVIOUS = "previous"
    FOLLOWING = "following"
    SAME = "same"
    FEW = "few"
    FINAL = "final"
    EARLY = "early"
    MIDDLE = "middle"
    LATE = "late"
    START = "start"
    END = "end"
    FISCAL = "fiscal"
    SEASONAL = "seasonal"  # "since the start of the flu season"
    SO_FAR = "so_far"
    TO_DATE = "to_date"
    SAME_PERIOD = "same_period"

    THE = "the"
    A = "a"
    WHOLE = "whole"
    AND = "and"
    TO = "to"
    OF = "of"
    IN = "in"
    ON = "on"
    AT = "at"
    ENDED = "ended"
    EACH = "each"
    OVER = "over"
    FROM = "from"
    SINCE = "since"
    UNTIL = "until"
    BY = "by"
    BEFORE = "before"
    AFTER = "after"
    AS_OF = "as_of"
    ABOUT = "about"
    EVENT = "event"
    AGO = "ago"
    HENCE = "hence"
    PERIOD = "period"
    PRESENT = "present"
    ONWARD = "onward"
    BC = "bc"
    AD = "ad"


class Item(NamedTuple):
    """A word of time in a text; *gap* is what parts it from the item before: " ", "-", ",", "/", "(", ")", "." or "|" for all else."""

    kind: Kind
    start: int
    end: int
    value: int
    gap: str
    lower: str
    sure: bool  # a doubtful one ("may", "fall") is a time only in company
    capital: bool


class TimeWords(NamedTuple):
    """Word knowledge of one language. *words* maps a surface to its kind, value, folded form and whether it is sure."""

    anchor: re.Pattern[str]  # finds what every period has one of
    linking: frozenset[str]  # every spelling of a word of time, and of the words of phrases
    words: Mapping[str, tuple[Kind, int, str, bool]]
    phrases: Mapping[str, tuple[tuple[LatePattern, Kind, int, str], ...]]
    abbreviated: frozenset[str]
    given_names: frozenset[str]
    month_before_day: bool  # "October 14" is a date
    years_named: bool  # a year rarely stands without its word: "в 2022 году"
    lists: Mapping[str, frozenset[str]]
    rates: Mapping[str, str]
    clock: tuple[str, ...]
    clock_joins: tuple[str, ...]
    clock_led: tuple[str, ...]  # of the clock only behind one of *clock_leads*
    clock_leads: tuple[str, ...]
    wording: Mapping[str, str]


SIGNS = ",.()[]-–—/\"“”«»'’:;"
_ANCHORS = frozenset({Kind.MONTH, Kind.WEEKDAY, Kind.SEASON, Kind.UNIT, Kind.POINT, Kind.DECADE})
_ANCHOR_PHRASES = frozenset({Kind.POINT, Kind.TO_DATE, Kind.SAME_PERIOD})
GRAINS = (Grain.DAY, Grain.WEEK, Grain.MONTH, Grain.QUARTER, Grain.HALF, Grain.YEAR, Grain.DECADE, Grain.CENTURY, Grain.SEASON)
_NUMBERED = {"month": Kind.MONTH, "weekday": Kind.WEEKDAY, "season": Kind.SEASON, "cardinal": Kind.CARDINAL}
_NUMBERED |= {"ordinal": Kind.ORDINAL, "decade": Kind.DECADE, "point": Kind.POINT}
GAPS = {"": " ", "-": "-", "–": "-", "—": "-", "‑": "-", "−": "-", ",": ",", "/": "/", "(": "(", ")": ")", "[": "(", "]": ")", "…": "-"}
GAPS |= {"'": " ", "’": " ", "‘": " ", ".": "."}  # "the '80s"


@cache
def time_words(language: str) -> TimeWords:
    """Return the words of time of *language*, English when it is not known."""
    name = language[:2] if language[:2] in _LANGUAGES else "en"
    data: dict[str, dict[str, str]] = read_toml(DATA / name / "periods.toml")
    unsure = frozenset(data["forms"]["doubtful"].split()) | frozenset(data["forms"]["abbreviated"].split())
    words: dict[str, tuple[Kind, int, str, bool]] = {}
    for word, kind, value in _entries(data):
        for form in _spellings(word):
            words.setdefault(form, (kind, value, word, word not in unsure))
    phrases: dict[str, list[tuple[LatePattern, Kind, int, str]]] = {}
    for kind_name, listed in data["phrase"].items():
        for phrase in listed.split("|"):
            _add_phrase(phrases, Kind(kind_name), phrase)
    for days, listed in data["phrase_point"].items():
        for phrase in listed.split("|"):
            _add_phrase(phrases, Kind.POINT, phrase, int(days))
    lists = {key: frozenset(value.split()) for key, value in data["around_years"].items()}
    rates = {phrase: unit for unit, listed in data["rate"].items() for phrase in listed.split("|")}
    return TimeWords(
        anchor=_anchor(words, phrases),
        linking=frozenset(words) | {form for word in _phrase_words(phrases) for form in _spellings(word)} | ROMANS | {""},
        words=words,
        phrases={first: tuple(sorted(rest, key=lambda entry: -len(entry[0].source))) for first, rest in phrases.items()},
        abbreviated=frozenset(data["forms"]["abbreviated"].split()),
        given_names=frozenset(data["forms"]["given_names"].split()),
        month_before_day=data["forms"]["month_before_day"] == "yes",
        years_named=data["forms"]["years_named"] == "yes",
        lists=lists,
        rates=rates,
        clock=tuple(data["clock"]["after"].split("|")),
        clock_joins=tuple(data["clock"]["joins"].split("|")),
        clock_led=tuple(filter(None, data["clock"]["after_led"].split("|"))),
        clock_leads=tuple(filter(None, data["clock"]["leads"].split("|"))),
        wording=data["wording"],
    )


def grain_of(word: str, language: str) -> Grain | None:
    """Return the unit of time that *word*, folded, names: a month of "месяце"; None for another word."""
    kind, value, *_ = time_words(language).words.get(word, (None, 0))
    return GRAINS[value] if kind is Kind.UNIT else None


def _phrase_words(phrases: Mapping[str, list[tuple[LatePattern, Kind, int, str]]]) -> set[str]:
    return {word.strip(SIGNS) for listed in phrases.values() for _, _, _, phrase in listed for word in phrase.split()}


def _anchor(
    words: Mapping[str, tuple[Kind, int, str, bool]], phrases: Mapping[str, list[tuple[LatePattern, Kind, int, str]]]
) -> re.Pattern[str]:
    """Return a pattern for a digit or a word that anchors a period, in lower case or with a capital.

    A look at the first letter and shared beginnings make it several times faster than re.IGNORECASE over a list.
    """
    telling = {entry[2] for entry in words.values() if entry[0] in _ANCHORS and len(entry[2]) > 2 and "." not in entry[2]}
    telling |= {phrase for listed in phrases.values() for _, kind, _, phrase in listed if kind in _ANCHOR_PHRASES}
    firsts = "".join(sorted({word[0] for word in telling}))
    tree = "|".join(f"[{first}{first.upper()}]{_prefix_tree([w[1:] for w in sorted(telling) if w[0] == first])}" for first in firsts)
    return re.compile(rf"(?=[\d{firsts}{firsts.upper()}])(?:\d|\b(?:{tree})(?![^\W\d_]))")


def _prefix_tree(words: list[str]) -> str:
    """Return a pattern that matches any of the sorted *words*, each beginning written once."""
    branches = []
    for first in sorted({word[0] for word in words if word}):
        letter = {" ": r"\s+", "е": "[её]"}.get(first, re.escape(first))
        branches.append(letter + _prefix_tree([word[1:] for word in words if word[:1] == first]))
    if not branches:
        return ""
    tree = branches[0] if len(branches) == 1 else "(?:" + "|".join(branches) + ")"
    return f"(?:{tree})?" if "" in words else tree


def _entries(data: dict[str, dict[str, str]]) -> list[tuple[str, Kind, int]]:
    """Return every listed word with its kind and value; of a word listed twice the first counts."""
    found: list[tuple[str, Kind, int]] = []
    for section, kind in _NUMBERED.items():
        for value, listed in data[section].items():
            found.extend((word, kind, int(value)) for word in listed.split())
    for grain, listed in data["unit"].items():
        found.extend((word, Kind.UNIT, GRAINS.index(Grain(grain))) for word in listed.split())
    for name, listed in data["word"].items():
        found.extend((word, Kind(name), 0) for word in listed.split())
    return found


def _spellings(word: str) -> tuple[str, ...]:
    """Return the ways *word* is written: lower case, with a capital, all capitals."""
    return (word, word[:1].upper() + word[1:], word.upper())


def _add_phrase(phrases: dict[str, list[tuple[LatePattern, Kind, int, str]]], kind: Kind, phrase: str, value: int = 0) -> None:
    first = re.match(r"\w+", phrase)
    if first is None:
        return
    rest = (
        r"\s*".join(re.escape(part) for part in re.split(r"\s+", phrase[first.end() :]))
        if " " in phrase
        else re.escape(phrase[first.end() :])
    )
    rest = rest.replace(r"\s*", r"\s+") if phrase[first.end() :].startswith(" ") else rest
    pattern = LatePattern(rest + r"(?![^\W_])", re.IGNORECASE)
    for form in _spellings(first.group()):
        phrases.setdefault(form, []).append((pattern, kind, value, phrase))
