"""The words of time of a language, and a text read as a row of them."""

import re
import tomllib
from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import NamedTuple

from qa_bot.text.moments import Grain

_DATA = Path(__file__).parent / "data"  # not importlib.resources: importing it takes longer than reading the lists
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
    phrases: Mapping[str, tuple[tuple[re.Pattern[str], Kind, int, str], ...]]
    abbreviated: frozenset[str]
    given_names: frozenset[str]
    month_before_day: bool  # "October 14" is a date
    years_named: bool  # a year rarely stands without its word: "в 2022 году"
    lists: Mapping[str, frozenset[str]]
    rates: Mapping[str, str]
    clock: tuple[str, ...]
    wording: Mapping[str, str]


_SIGNS = ",.()[]-–—/\"“”«»'’:;"
WINDOW = 64  # characters before an anchor in which what leads up to it may stand: "over the course of the first two weeks of"
_ANCHORS = frozenset({Kind.MONTH, Kind.WEEKDAY, Kind.SEASON, Kind.UNIT, Kind.POINT, Kind.DECADE})
_ANCHOR_PHRASES = frozenset({Kind.POINT, Kind.TO_DATE, Kind.SAME_PERIOD})
GRAINS = (Grain.DAY, Grain.WEEK, Grain.MONTH, Grain.QUARTER, Grain.HALF, Grain.YEAR, Grain.DECADE, Grain.CENTURY, Grain.SEASON)
_NUMBERED = {"month": Kind.MONTH, "weekday": Kind.WEEKDAY, "season": Kind.SEASON, "cardinal": Kind.CARDINAL}
_NUMBERED |= {"ordinal": Kind.ORDINAL, "decade": Kind.DECADE, "point": Kind.POINT}
_CYRILLIC_IO = {"е": "ё"}
_GAPS = {"": " ", "-": "-", "–": "-", "—": "-", "‑": "-", "−": "-", ",": ",", "/": "/", "(": "(", ")": ")", "[": "(", "]": ")", "…": "-"}
_GAPS |= {"'": " ", "’": " ", "‘": " "}  # "the '80s"
_GAPS |= {".": ".", "'s": "|", "-\n": "-"}
_GLUE = "-–—‑−/"

_LEX = re.compile(
    r"""
    (?P<word>[^\W\d_]++(?!\d))
  | (?P<numeral>(?:\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)(?![^\W_])
      | \d++(?:[.,:/\-–—‑−]\d++)*+(?:[^\W_]++|-(?:го|й|я|е|х|м|ом|ю|ми|ых|ой|му)(?![^\W_]))?)
  | (?P<code>[^\W\d_]+\d[^\W_]*+)
    """,
    re.VERBOSE,
)
_DASH = re.compile(r"[-–—‑−/]")
_PIECE = re.compile(r"\d+|[-–—‑−/]")
_ROMAN = re.compile(r"(?=[IVX])(X{0,2})(IX|IV|V?I{0,3})\Z")
_ONES = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_ROMANS = frozenset(tens + ones for tens in ("", "X", "XX") for ones in ("", *_ONES))
_ORDINAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th|-?(?:го|й|я|е|м|ом|ю|ой|му|ый|ий|ая|ое))\Z", re.IGNORECASE)
_DECADE = re.compile(r"(\d{4}|\d0)(?:s|-?(?:е|х|ых|ми))\Z")
_YEAR_ORDINAL = re.compile(r"([12]\d{3})-(?:й|го|м|му|ом|ый)\Z")
_QUARTER_CODE = re.compile(r"(?:([QHM])(\d{1,2})|(\d{1,2})([QHMqhКкПп]))(?:(?:FY)?(\d{4}|\d\d))?\Z")
_FISCAL = re.compile(r"FY(\d{4}|\d\d)\Z", re.IGNORECASE)
_DATE_PARTS = re.compile(r"(\d{1,4})([-./])(\d{1,2})\2(\d{1,4})(?:[T ]\S*)?\Z")
_ISO_MONTH = re.compile(r"(\d{4})-(\d\d)\Z")
_YEAR_SPAN = re.compile(r"(\d{4})([-–—‑−/])(\d\d|\d{4})\Z")
_HYPHEN_DATE = str.maketrans("–—‑−", "----")


@cache
def time_words(language: str) -> TimeWords:
    """Return the words of time of *language*, English when it is not known."""
    name = language[:2] if language[:2] in _LANGUAGES else "en"
    data: dict[str, dict[str, str]] = tomllib.loads((_DATA / name / "periods.toml").read_text("utf-8"))
    unsure = frozenset(data["forms"]["doubtful"].split()) | frozenset(data["forms"]["abbreviated"].split())
    words: dict[str, tuple[Kind, int, str, bool]] = {}
    for word, kind, value in _entries(data):
        for form in _spellings(word):
            words.setdefault(form, (kind, value, word, word not in unsure))
    phrases: dict[str, list[tuple[re.Pattern[str], Kind, int, str]]] = {}
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
        linking=frozenset(words) | {form for word in _phrase_words(phrases) for form in _spellings(word)} | _ROMANS | {""},
        words=words,
        phrases={first: tuple(sorted(rest, key=lambda entry: -len(entry[0].pattern))) for first, rest in phrases.items()},
        abbreviated=frozenset(data["forms"]["abbreviated"].split()),
        given_names=frozenset(data["forms"]["given_names"].split()),
        month_before_day=data["forms"]["month_before_day"] == "yes",
        years_named=data["forms"]["years_named"] == "yes",
        lists=lists,
        rates=rates,
        clock=tuple(data["clock"]["after"].split("|")),
        wording=data["wording"],
    )


def _phrase_words(phrases: Mapping[str, list[tuple[re.Pattern[str], Kind, int, str]]]) -> set[str]:
    return {word.strip(_SIGNS) for listed in phrases.values() for _, _, _, phrase in listed for word in phrase.split()}


def _anchor(
    words: Mapping[str, tuple[Kind, int, str, bool]], phrases: Mapping[str, list[tuple[re.Pattern[str], Kind, int, str]]]
) -> re.Pattern[str]:
    """Return a pattern for a digit or a word that anchors a period, in any case.

    Letters are classes of both cases and words share their beginnings: several times faster than re.IGNORECASE over a list.
    """
    telling = {entry[2] for entry in words.values() if entry[0] in _ANCHORS and len(entry[2]) > 2 and "." not in entry[2]}
    telling |= {phrase for listed in phrases.values() for _, kind, _, phrase in listed if kind in _ANCHOR_PHRASES}
    return re.compile(rf"\d|\b(?:{_prefix_tree(sorted(telling))})(?![^\W\d_])")


def _prefix_tree(words: list[str]) -> str:
    """Return a pattern that matches any of the sorted *words*, each beginning written once."""
    branches = []
    for first in sorted({word[0] for word in words if word}):
        rest = _prefix_tree([word[1:] for word in words if word[:1] == first])
        letter = r"\s+" if first == " " else f"[{first}{first.upper()}]" if first.isalpha() else re.escape(first)
        if first == "е":
            letter = "[еЕёЁ]"
        branches.append(letter + rest)
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


def _add_phrase(phrases: dict[str, list[tuple[re.Pattern[str], Kind, int, str]]], kind: Kind, phrase: str, value: int = 0) -> None:
    first = re.match(r"\w+", phrase)
    if first is None:
        return
    rest = (
        r"\s*".join(re.escape(part) for part in re.split(r"\s+", phrase[first.end() :]))
        if " " in phrase
        else re.escape(phrase[first.end() :])
    )
    rest = rest.replace(r"\s*", r"\s+") if phrase[first.end() :].startswith(" ") else rest
    pattern = re.compile(rest + r"(?![^\W_])", re.IGNORECASE)
    for form in _spellings(first.group()):
        phrases.setdefault(form, []).append((pattern, kind, value, phrase))


def read_items(text: str, start: int, end: int, words: TimeWords) -> list[Item]:
    """Return the words of time of ``text[start:end]`` in order, as far as they stand next to one that is needed for a period.

    Every period holds an anchor, a digit or a word such as "March" or "year", and no word unknown here. So only the runs of known words
    around the anchors are read, which is most of the speed.
    """
    items: list[Item] = []
    here = start
    search = words.anchor.search
    while (anchor := search(text, here, end)) is not None:
        here = _run(text, _window(text, here, anchor.start(), words.linking), anchor.start(), end, words, items)
    return items


def _window(text: str, floor: int, anchor: int, linking: frozenset[str]) -> int:
    """Return where the known words that lead up to *anchor* begin."""
    low = max(floor, anchor - WINDOW)
    chunk = text[low:anchor]
    parts = chunk.split()
    glued = not chunk[-1:].isspace()
    known = 0
    for part in reversed(parts):
        if part.strip(_SIGNS) not in linking and not (glued and known == 0) and not linking.issuperset(_DASH.split(part)):
            break
        known += 1
    return low + len(chunk) - len(chunk.split(None, len(parts) - known)[-1]) if known else anchor


def _run(text: str, begin: int, anchor: int, end: int, words: TimeWords, items: list[Item]) -> int:
    """Add the run of known words around *anchor* to *items* and return where to search on."""
    known, phrases = words.words.get, words.phrases
    size = len(items)
    here = begin
    last = items[-1].end if items else begin
    for match in _LEX.finditer(text, begin, end):
        at, stop = match.span()
        if at < here:
            continue
        surface = match.group()
        if match.lastindex == 1:
            if surface in phrases and (phrase := _phrase(text, stop, end, phrases[surface])) is not None:
                pattern_end, kind, value, lower = phrase
                items.append(Item(kind, at, pattern_end, value, _gap(text, last, at), lower, True, surface[0] != lower[0]))
                here = last = pattern_end
                continue
            entry = known(surface)
            if entry is not None:
                kind, value, lower, sure = entry
                if stop < end and text[stop] == "." and lower in words.abbreviated:
                    stop += 1
                items.append(Item(kind, at, stop, value, _gap(text, last, at), lower, sure, surface[0] != lower[0]))
                here = last = stop
                continue
            if len(surface) <= 5 and surface[0] in "IVX" and (roman := _roman(surface)):
                items.append(Item(Kind.ROMAN, at, stop, roman, _gap(text, last, at), surface, True, True))
                here = last = stop
                continue
        elif match.lastindex == 2:
            items.extend(_numeral(text, at, stop, surface, _gap(text, last, at)))
            here = last = stop
            continue
        elif (coded := _code(surface)) is not None:
            items.append(Item(coded[0], at, stop, coded[1], _gap(text, last, at), surface, True, True))
            here = last = stop
            continue
        if at >= anchor or stop > anchor:
            return stop
        del items[size:]
        last = items[-1].end if items else begin
    return end


def _phrase(
    text: str, after: int, end: int, listed: tuple[tuple[re.Pattern[str], Kind, int, str], ...]
) -> tuple[int, Kind, int, str] | None:
    """Return the phrase whose first word ends at *after*: its end, kind, value and folded form."""
    for pattern, kind, value, phrase in listed:
        match = pattern.match(text, after, end)
        if match:
            return match.end(), kind, value, phrase
    return None


def _gap(text: str, last: int, begin: int) -> str:
    if begin - last == 1 and text[last] == " ":
        return " "
    if begin - last > 6:
        return "|"
    gap = text[last:begin]
    if "\n\n" in gap:
        return "|"
    return _GAPS.get(gap.strip(), "|")


def _roman(surface: str) -> int:
    match = _ROMAN.match(surface)
    if match is None:
        return 0
    ones = {"": 0, "I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9}
    return 10 * len(match.group(1)) + ones[match.group(2)]


def to_roman(number: int) -> str:
    """Return 1 to 39 in Roman numerals, anything else in digits."""
    tens, ones = divmod(number, 10)
    return "X" * tens + (_ONES[ones - 1] if ones else "") if 0 < number < 40 else str(number)


CODES = {"Q": Grain.QUARTER, "К": Grain.QUARTER, "H": Grain.HALF, "П": Grain.HALF, "M": Grain.MONTH, "М": Grain.MONTH}
_CODE_LIMIT = {Grain.QUARTER: 4, Grain.HALF: 2, Grain.MONTH: 12}
_CODE_RANK = (Grain.QUARTER, Grain.HALF, Grain.MONTH)


def _code(surface: str) -> tuple[Kind, int] | None:
    """Return the kind and value of "Q3", "1H", "9M", "Q3FY23", "FY2023", None for any other code.

    The value of a part of the year is year * 1000 + number * 10 + rank of its grain, year 0 when none is written.
    """
    fiscal = _FISCAL.match(surface)
    if fiscal:
        return Kind.FISCAL, full_year(fiscal.group(1))
    match = _QUARTER_CODE.match(surface)
    if match is None:
        return None
    grain = CODES[(match.group(1) or match.group(4)).upper()]
    number = int(match.group(2) or match.group(3))
    if not 1 <= number <= _CODE_LIMIT[grain]:
        return None
    year = full_year(match.group(5)) if match.group(5) else 0
    return Kind.CODE, year * 1000 + number * 10 + _CODE_RANK.index(grain)


def read_code(value: int) -> tuple[Grain, int, int]:
    """Return the grain, number and year (0 = none) of a CODE item's value."""
    return _CODE_RANK[value % 10], value // 10 % 100, value // 1000


def full_year(digits: str) -> int:
    """Return the year that two or four digits name: "22" is 2022, "87" is 1987."""
    year = int(digits)
    return year if len(digits) > 2 else year + (2000 if year < 70 else 1900)


def _numeral(text: str, begin: int, stop: int, surface: str, gap: str) -> list[Item]:
    """Return the items of a run of digits and their separators: one when it is a date, span, decade or ordinal, else piece by piece."""

    def item(kind: Kind, value: int) -> list[Item]:
        return [Item(kind, begin, stop, value, gap, surface, True, False)]

    if surface.isdecimal():
        return item(number_kind(text, begin, surface), _small(surface))
    for read in _READERS:
        found = read(surface)
        if found is not None:
            return item(*found)
    if not surface[-1].isdecimal() or "." in surface or "," in surface or ":" in surface:
        return item(Kind.NUMBER, 0)
    return _pieces(text, begin, surface, gap)


def _small(digits: str) -> int:
    return int(digits) if len(digits) <= 6 else 10**6


def number_kind(text: str, begin: int, digits: str) -> Kind:
    """Return whether plain *digits* may be a year, a day of the month, or only a number."""
    if begin and text[begin - 1] in "$€£¥₽#№.,":
        return Kind.NUMBER
    if len(digits) == 4 and 1000 <= int(digits) <= 2199:
        return Kind.YEAR
    return Kind.DAY if len(digits) <= 2 and 1 <= int(digits) <= 31 else Kind.NUMBER


def _pieces(text: str, begin: int, surface: str, gap: str) -> list[Item]:
    items: list[Item] = []
    between = gap
    for piece in _PIECE.finditer(surface):
        sign = piece.group()
        if sign in _GLUE:
            between = _GAPS[sign]
            continue
        kind = number_kind(text, begin + piece.start(), sign) if not items else _kind_of(sign)
        items.append(Item(kind, begin + piece.start(), begin + piece.end(), _small(sign), between, sign, True, False))
        between = " "
    return items


def _kind_of(digits: str) -> Kind:
    return number_kind("", 0, digits)


def date_of(surface: str) -> int:
    """Return the proleptic ordinal of "2022-10-14", "14.10.2022", "10/14/22" (day first where both fit), 0 when it is no date."""
    from datetime import date

    match = _DATE_PARTS.match(surface.translate(_HYPHEN_DATE))
    if match is None:
        return 0
    first, middle, third = int(match.group(1)), int(match.group(3)), match.group(4)
    tries: tuple[tuple[int, int, int], ...]
    if len(match.group(1)) == 4:
        tries = ((first, middle, int(third)),) if len(third) <= 2 else ()
    elif len(match.group(1)) <= 2 and (len(third) == 4 or (len(third) == 2 and match.group(2) != "-")):
        year = full_year(third)
        tries = ((year, middle, first), (year, first, middle))
    else:
        tries = ()
    for year, month, day in tries:
        try:
            return date(year, month, day).toordinal()
        except ValueError:
            continue
    return 0


def _read_date(surface: str) -> tuple[Kind, int] | None:
    ordinal = date_of(surface)
    return (Kind.DATE, ordinal) if ordinal else None


def _read_year_pair(surface: str) -> tuple[Kind, int] | None:
    """ "2019/20" and "2019-20" are a season; "2022-10" is a month; "1914-18" a span of years (value: first * 10000 + last)."""
    match = _YEAR_SPAN.match(surface)
    if match is None:
        return None
    first, sign, second = int(match.group(1)), match.group(2), match.group(3)
    last = int(second) if len(second) == 4 else first // 100 * 100 + int(second)
    if len(second) == 2 and first % 100 == 99 and second == "00":
        last = first + 1
    if 1000 <= first < last <= 2199:
        return Kind.YEAR_SPAN, first * 10000 + last
    if len(second) == 2 and sign in "-/" and 1 <= int(second) <= 12 and 1000 <= first <= 2199:
        return Kind.ISO_MONTH, first * 100 + int(second)
    return None


def _read_decade(surface: str) -> tuple[Kind, int] | None:
    match = _DECADE.match(surface)
    if match is None:
        return None
    value = int(match.group(1))
    if len(match.group(1)) == 2:
        return Kind.DECADE, 1900 + value
    return (Kind.DECADE, value) if value % 10 == 0 and 1000 <= value <= 2199 else None


def _read_ordinal(surface: str) -> tuple[Kind, int] | None:
    match = _ORDINAL.match(surface)
    return (Kind.ORDINAL, int(match.group(1))) if match else None


def _read_year_ordinal(surface: str) -> tuple[Kind, int] | None:
    match = _YEAR_ORDINAL.match(surface)
    return (Kind.YEAR, int(match.group(1))) if match else None


_READERS: tuple[Callable[[str], tuple[Kind, int] | None], ...] = (
    _read_date,
    _read_year_pair,
    _read_decade,
    _read_year_ordinal,
    _read_ordinal,
    _code,
)
