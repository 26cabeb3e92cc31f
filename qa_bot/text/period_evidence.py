"""Whether an expression that could be a time is one where it stands: "2022 requests", "may", "the second half"."""

import re
from typing import NamedTuple

from qa_bot.text.moments import Grain, is_yearless
from qa_bot.text.period_grammar import Reading
from qa_bot.text.time_words import Item, Kind, TimeWords

MODERN = range(1900, 2101)  # numbers that are years far more often than counts
OLDEST_ALONE = 1500  # "1420-1530" alone is a score as often as a span of years
ROUND = 50  # a multiple of it is a count as often as a year
_STRONG = frozenset({Kind.IN, Kind.SINCE, Kind.AS_OF, Kind.EVENT, Kind.UNTIL, Kind.BEFORE, Kind.AFTER})
_SURE = frozenset({Kind.IN, Kind.SINCE, Kind.EVENT})  # before these a number may be a year though a noun follows
_WEAK = frozenset({Kind.FROM, Kind.BY, Kind.OF, Kind.OVER, Kind.ABOUT, Kind.AND, Kind.TO})
LEADS = _STRONG | {Kind.FROM, Kind.BY, Kind.OF, Kind.OVER, Kind.ABOUT, Kind.ON, Kind.AT}
_NEXT_WORDS = re.compile(r"[ \u00a0\u202f\n]([^\W\d_]+)(?:[ -]([^\W\d_]+))?")
_MEASURE = re.compile(r"\s?[%‰°]|[ \u00a0]?(?:\$|€|£|₽)")
_LAST_WORDS = re.compile(r"([^\W\d_]+)\W{1,3}(?:([^\W\d_]+)\W{0,3})?$")
_CAPITALISED = re.compile(r"[ \u00a0][A-ZА-ЯЁ][a-zа-яё]")


class Place(NamedTuple):
    """Where an expression stands: its items and the word that leads into it."""

    first: int
    stop: int
    lead: Kind | None
    lead_start: int


class Evidence:
    """Weighs the surroundings of expressions in one text."""

    def __init__(self, text: str, start: int, end: int, items: list[Item], words: TimeWords) -> None:
        self.text, self.start, self.end = text, start, end
        self.items, self.words = items, words

    def counts_after(self, index: int) -> bool:
        """Return whether the number that is item *index* counts the words after it: "2022 requests", "1500 wounded soldiers"."""
        if (
            index + 1 < len(self.items)
            and self.items[index + 1].gap == " "
            and self.items[index + 1].kind in (Kind.UNIT, Kind.FISCAL, Kind.BC, Kind.AD)
        ):
            return False
        here = self.items[index].end
        if _MEASURE.match(self.text, here, self.end):
            return True
        match = _NEXT_WORDS.match(self.text, here, self.end)
        if match is None:
            return False
        first, second = match.group(1), match.group(2) or ""
        lists = self.words.lists
        word = first.lower()
        if word in lists["function"]:
            return False
        if self.words.years_named:
            return first.islower() and not word.endswith(tuple(lists["verb_endings"]))
        if word in lists["nouns"]:
            return False
        if word in lists["plurals"] or (first.islower() and self._plural(word)):
            return True
        return second.islower() and self._plural(second) and word not in lists["verbs"]

    def _plural(self, word: str) -> bool:
        lists = self.words.lists
        return word in lists["plurals"] or (len(word) > 3 and word[-1] == "s" and word[-2] != "s" and word not in lists["not_plurals"])

    def holds(self, reading: Reading, place: Place) -> bool:
        """Return whether *reading* is a time where it stands."""
        item = self.items[place.first]
        if reading.bare_year:
            return self._year_holds(reading, place)
        if reading.first.grain is Grain.SEASON and item.kind is Kind.SEASON and is_yearless(reading.first):
            return place.lead in LEADS or item.lower in self.words.lists["season_adverbs"]
        if place.stop - place.first > 1 and item.kind not in (Kind.SAME, Kind.ORDINAL, Kind.ROMAN, Kind.DAY, Kind.LAST):
            return True
        if item.kind is Kind.MONTH:
            return self._month_holds(item, place)
        if item.kind is Kind.WEEKDAY:
            return item.sure and (place.lead in LEADS or item.capital)
        if item.kind is Kind.SAME:
            return self._same_holds(item, place)
        if reading.first.grain is Grain.HALF and reading.first.within is None and reading.first.shift is None:
            return self.items[place.first + 1].lower in self.words.lists["half_years"]
        return item.kind is not Kind.LAST or reading.first.grain not in (Grain.DAY, Grain.HALF)

    def _month_holds(self, item: Item, place: Place) -> bool:
        if place.lead in LEADS:
            return item.sure or self._ends_word(item.end)
        if not item.sure or (self.words.month_before_day and not item.capital):
            return False
        return not (item.lower in self.words.given_names and _CAPITALISED.match(self.text, item.end, self.end))

    def _ends_word(self, here: int) -> bool:
        """Return whether no hyphen ties what ends at *here* to more: not "Sept-Îles", "Jan-Erik"."""
        return here >= self.end or self.text[here] not in "-–‑'’"

    def _same_holds(self, item: Item, place: Place) -> bool:
        """ "The same year", "that year", but "that day" only after a preposition."""
        return place.lead in LEADS or (place.first > 0 and self.items[place.first - 1].kind is Kind.THE)

    def _year_holds(self, reading: Reading, place: Place) -> bool:
        year = reading.first.number or 0
        counting = self.counts_after(place.stop - 1)
        if place.lead in _STRONG:
            return not counting or (place.lead in _SURE and self._plainly_year(year, place.stop - 1))
        if counting or self._after_change(place.lead_start):
            return False
        if reading.last is not None:
            return self._span_holds(reading, place)
        if place.lead in _WEAK:
            return year in MODERN or self._closes(place.stop - 1)
        if self._enclosed(place):
            return year in MODERN or year % 10 != 0
        return year in range(1500, 2101) and (self._before_noun(place) or (year in MODERN and self._alone(place)))

    def _span_holds(self, reading: Reading, place: Place) -> bool:
        last = reading.last.number if reading.last is not None else None
        modern = reading.first.number in MODERN and (last is None or last in MODERN)
        if place.lead is Kind.FROM or self._enclosed(place):
            return True
        dashed = place.stop - place.first == 1 or self.items[place.stop - 1].gap == "-"
        short = self.items[place.first].end - self.items[place.first].start == len("1914-18")
        old = reading.first.number is not None and reading.first.number >= OLDEST_ALONE
        return dashed and (modern or ((place.lead in _WEAK or short or old) and self._closes(place.stop - 1)))

    def _plainly_year(self, year: int, index: int) -> bool:
        """ "In 2022 refusals rose", but not "in 2000 cases"."""
        return not self.words.years_named and year in MODERN and year % ROUND != 0 and not self._measured(index)

    def _measured(self, index: int) -> bool:
        match = _NEXT_WORDS.match(self.text, self.items[index].end, self.end)
        return match is None or match.group(1).lower() in self.words.lists["plurals"]

    def _after_change(self, here: int) -> bool:
        """Return whether one of the two words before *here* says that a count changes."""
        match = _LAST_WORDS.search(self.text, max(self.start, here - 30), here)
        changes = self.words.lists["changes"]
        return match is not None and any(word is not None and word.lower() in changes for word in match.groups())

    def _closes(self, index: int) -> bool:
        """Return whether no open-class word follows item *index*."""
        match = _NEXT_WORDS.match(self.text, self.items[index].end, self.end)
        return match is None or match.group(1)[0].isupper() or match.group(1).lower() in self.words.lists["function"]

    def _enclosed(self, place: Place) -> bool:
        before, after = self.items[place.first].start - 1, self.items[place.stop - 1].end
        return before >= self.start and self.text[before] in "([" and after < self.end and self.text[after] in ")],;–-"

    def _before_noun(self, place: Place) -> bool:
        """ "The 2022 season", "2010 census", "the 1996 Summer Olympics"."""
        match = _NEXT_WORDS.match(self.text, self.items[place.stop - 1].end, self.end)
        if match is None:
            return False
        first, second = match.group(1), match.group(2) or ""
        nouns = self.words.lists["nouns"]
        if first.lower() in nouns or (second and second.lower() in nouns):
            return True
        definite = place.first > 0 and self.items[place.first - 1].kind is Kind.THE and self.items[place.first].gap == " "
        return definite and first[0].isupper() and not self._plural(second)

    def _alone(self, place: Place) -> bool:
        """ "2023:" at the start of a line, "2022 saw", or nothing else in the text at all."""
        begin, after = self.items[place.first].start, self.items[place.stop - 1].end
        if self.text[self.start : begin].strip() and self.text[begin - 1] != "\n":
            return False
        rest = self.text[after : min(self.end, after + 20)]
        if not rest.strip() and after + 20 >= self.end:
            return True
        if rest[:1] == ":" or rest.lstrip(" ")[:1] in ("—", "–"):
            return True
        match = _NEXT_WORDS.match(self.text, after, self.end)
        return match is not None and match.group(1).lower() in self.words.lists["verbs"]
