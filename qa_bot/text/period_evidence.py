"""Whether an expression that could be a time is one where it stands: "2022 requests", "may", "the second half"."""

from itertools import pairwise
from typing import NamedTuple

from qa_bot.text.moments import Edge, Grain, Moment, is_yearless
from qa_bot.text.patterns import LatePattern
from qa_bot.text.period_row import Reading
from qa_bot.text.period_surroundings import MODERN, NEXT_WORDS, ROUND, Surroundings
from qa_bot.text.time_words import Item, Kind

OLDEST_ALONE = 1500  # "1420-1530" alone is a score as often as a span of years
FOUR_DIGITS = 1000
_SIGNED = 2  # items: a number and the sign behind it
MAX_RUN = 30  # years in a list
SHORT = 60  # characters of a heading or cell: "Landings 2021 (t)" ends in a year, a sentence is longer
_TAIL = LatePattern(r"\s*(?:\([^()]{0,20}\)\s*)?\??\s*\Z")
IN_BRACKETS = 60  # characters back to the bracket that a year closes: "(Joubert and Bevers, 1996)"
_SUBJECT = LatePattern(r"(?: [^\W\d_]+){1,4}")  # and the auxiliary behind it
_STRONG = frozenset({Kind.IN, Kind.SINCE, Kind.AS_OF, Kind.EVENT, Kind.UNTIL, Kind.BEFORE, Kind.AFTER, Kind.PERIOD})
_SURE = frozenset({Kind.IN, Kind.SINCE, Kind.EVENT})  # before these a number may be a year though a noun follows
_WEAK = frozenset({Kind.FROM, Kind.BY, Kind.OF, Kind.OVER, Kind.ABOUT, Kind.AND, Kind.TO})
_UNSURE = frozenset({Kind.SAME, Kind.ORDINAL, Kind.ROMAN, Kind.DAY, Kind.LAST})  # weighed though several words long
LEADS: frozenset[Kind | None] = (_STRONG - {Kind.PERIOD}) | {Kind.FROM, Kind.BY, Kind.OF, Kind.OVER, Kind.ABOUT, Kind.ON, Kind.AT}
_LAST_WORDS = LatePattern(r"([^\W\d_]+)\W{1,3}(?:([^\W\d_]+)\W{0,3})?$")
_TITLE = LatePattern(r"(?<![^\W_])[A-ZА-ЯЁ][^\W\d_]+ $")
_VALUE = LatePattern(r":[ \u00a0][€$£]?\d")  # behind a year that says of when a value is
_LEVEL_REACH = 60  # characters from the verb of change to a level behind it: "сократилось за год на 12 %, до 1488"
_CLAUSE = LatePattern(r"[^.;:()]*$")
_NEXT_LEVEL = LatePattern(r" [^\W\d_]{2} \d")  # "to 1488"
_CAPITALISED = LatePattern(r"[ \u00a0][A-ZА-ЯЁ][a-zа-яё]")


class Place(NamedTuple):
    """Where an expression stands: its items and the word that leads into it."""

    first: int
    stop: int
    lead: Kind | None
    lead_start: int


class Evidence:
    """Weighs the surroundings of expressions in one text."""

    def __init__(self, surroundings: Surroundings) -> None:
        self.near = surroundings
        self.text, self.start, self.end = surroundings.text, surroundings.start, surroundings.end
        self.items, self.words = surroundings.items, surroundings.words

    def holds(self, reading: Reading, place: Place) -> bool:
        """Return whether *reading* is a time where it stands."""
        item, first = self.items[place.first], reading.first
        if place.first > 0 and item.gap == " " and self.items[place.first - 1].kind is Kind.EACH:
            return False
        if reading.bare_year:
            return self._year_holds(reading, place)
        if self._is_weight(reading, place):
            return False
        if first.whole:
            return self._whole_holds(place)
        if first.grain is Grain.SEASON and first.shift == 0 and first.edge is Edge.START:
            return place.lead is Kind.SINCE
        if item.kind is Kind.MONTH and not (item.sure or item.capital) and self._is_thing(place):
            return False
        if item.kind is Kind.SEASON and (is_yearless(first) or not item.sure):
            return self._season_holds(item, place)
        if item.kind is Kind.UNIT and first.grain is Grain.WEEK and is_yearless(first):
            return self._week_holds(place)
        if item.kind is Kind.ORDINAL and first.grain is Grain.WEEK and is_yearless(first):
            return place.lead in LEADS and not self._of_thing(place)
        if place.stop - place.first > 1 and item.kind not in _UNSURE:
            return True
        if first.amount and first.within is None and not first.rolling:
            return place.lead in (Kind.IN, Kind.OVER)  # "over the first nine months"
        if first.grain is Grain.HALF and first.within is None and first.shift is None:
            return self.items[place.first + 1].lower in self.words.lists["half_years"]
        return self._word_holds(item, first, place)

    def _word_holds(self, item: Item, first: Moment, place: Place) -> bool:
        if item.kind is Kind.MONTH:
            return self._month_holds(item, place)
        if item.kind is Kind.WEEKDAY:
            if not item.sure and self.words.years_named:  # "в среду"
                return place.lead in LEADS and not self._of_thing(place)
            return item.sure and (place.lead in LEADS or item.capital)
        if item.kind is Kind.SAME:  # "that day" only after a preposition
            return place.lead in LEADS or (place.first > 0 and self.items[place.first - 1].kind is Kind.THE)
        return item.kind is not Kind.LAST or first.grain not in (Grain.DAY, Grain.HALF)

    def _whole_holds(self, place: Place) -> bool:
        """ "During the year", "over the whole season", "за весь год", not "в год" or "for year"."""
        before = self.items[place.first - 1].kind if place.first and self.items[place.first].gap == " " else None
        if place.lead not in (Kind.IN, Kind.OVER):
            return False
        if self.words.years_named:  # no articles
            return before is Kind.WHOLE or self.items[place.first - 1].lower not in self.words.lists["rate_leads"]
        return before in (Kind.THE, Kind.WHOLE)

    def _week_holds(self, place: Place) -> bool:
        """ "In week 31", "Week 31: ...", not "week 3 of the trial"."""
        following = place.stop
        return following >= len(self.items) or self.items[following].kind is not Kind.OF or self.items[following].gap != " "

    def _of_thing(self, place: Place) -> bool:
        """Whether a Russian genitive says what it is a part of: "в среду обитания", "на 9-й неделе лечения"."""
        match = NEXT_WORDS.match(self.text, self.items[place.stop - 1].end, self.end)
        # Only Russian text pays for the dictionary.
        from qa_bot.text.morphology import features

        said = features(match.group(1).lower()) if match is not None else frozenset()
        return "NOUN" in said and "gent" in said

    def _season_holds(self, item: Item, place: Place) -> bool:
        """ "In summer", "летом", not "at the fall line", "on summer pasture", "of winter wheat", "in the Winter Olympics"; "in the fall of
        2022", not "the fall of Troy" or "did rents fall in 2022"."""
        bare = place.first > 0 and self.items[place.first - 1].kind is not Kind.THE
        if not item.sure:
            joint = self.items[place.first + 1].kind if place.stop - place.first > 1 else None
            if joint is not None:
                return joint in (Kind.OF, Kind.YEAR, Kind.YEAR_SPAN) or (joint is not Kind.IN and place.lead in LEADS)
            if self._goes_on(item.end):
                return False
        if item.lower in self.words.lists["season_adverbs"]:
            return True
        if place.lead in (Kind.AT, Kind.ON) or (place.lead is Kind.OF and bare):
            return False
        return place.lead in LEADS and not _CAPITALISED.match(self.text, item.end, self.end)

    def _month_holds(self, item: Item, place: Place) -> bool:
        """ "In March", "the May elections", not "at the march", "the March for Peace"."""
        if not item.sure and self._after_article(place):
            return not self._goes_on(item.end) and self._ends_word(item.end)
        if place.lead in LEADS:
            return item.sure or self._ends_word(item.end)
        if self.words.month_before_day and item.capital and place.first > 0 and self.items[place.first - 1].kind is Kind.THE:
            return self._ends_word(item.end)  # "the May elections"
        if not item.sure or (self.words.month_before_day and not item.capital):
            return False
        return not (item.lower in self.words.given_names and _CAPITALISED.match(self.text, item.end, self.end))

    def _is_thing(self, place: Place) -> bool:
        """ "The march", "a march", "the march of 2023", but "march 2023"."""
        joined = place.stop - place.first > 1
        return self._after_article(place) and not (joined and self.items[place.first + 1].kind is not Kind.OF)

    def _after_article(self, place: Place) -> bool:
        before = self.items[place.first - 1] if place.first and self.items[place.first].gap == " " else None
        return before is not None and before.kind in (Kind.THE, Kind.A)

    def _goes_on(self, here: int) -> bool:
        """Return whether a function word follows: "the march on", "the fall of", as a time rarely does."""
        match = NEXT_WORDS.match(self.text, here, self.end)
        return match is not None and match.group(1).lower() in self.words.lists["joints"]

    def _ends_word(self, here: int) -> bool:
        """Return whether no hyphen ties what ends at *here* to more: not "Sept-Îles", "Jan-Erik"."""
        return here >= self.end or self.text[here] not in "-–‑'’"

    def _year_holds(self, reading: Reading, place: Place) -> bool:
        year = reading.first.number or 0
        if place.lead in (Kind.BEFORE, Kind.AFTER) and self.items[place.first].gap == "-":
            return True
        if place.lead is Kind.OF and self._titled(place) and (year in MODERN or year % ROUND != 0):
            return True
        if year in MODERN and _VALUE.match(self.text, self.items[place.stop - 1].end, self.end) and self._begins(place):
            return True
        if self._is_level(reading, place):
            return False
        counting = self.near.counts_after(place.stop - 1)
        if place.lead in _STRONG:
            plainly = place.lead in _SURE and self.near.plainly_year(year, place.stop - 1)
            return not counting or plainly or (place.lead is Kind.SINCE and year in MODERN and self._is_perfect(place))
        if counting:
            return self._is_which(year, place)
        if reading.last is not None:
            return self._span_holds(reading, place)
        if place.lead in _WEAK:
            return self._weakly(year, place)
        if place.lead is Kind.ON and year in MODERN and self._after_share(place):
            return True
        if year in MODERN and self._word_before(self.items[place.first].start) in self.words.lists["year_verbs"]:
            return True
        if year in MODERN and self._is_said_of_year(place):
            return True
        if self._enclosed(place):
            return year in MODERN or year % (ROUND if year >= OLDEST_ALONE else 10) != 0
        return year in range(OLDEST_ALONE, 2101) and (self._before_noun(place) or (year in MODERN and self._alone(place)))

    def _is_weight(self, reading: Reading, place: Place) -> bool:
        """«400 г хлеба», «весил 1200 г»: the letter is of years in a modern year, behind a whole date, behind «в», with a dot («1860 г.»),
        which ends a text at most behind three digits, and in four that are not round, have a preposition, a bracket or a dash beside them
        or are all that the text says."""
        if reading.first.grain is not Grain.YEAR:
            return False
        year, sign, after = reading.first.number or 0, self.items[place.stop - 1], self.items[place.stop - 1].end
        if place.stop - place.first != _SIGNED or sign.lower.rstrip(".") not in self.words.lists["weights"] or year in MODERN:
            return False
        before, behind = self.text[self.start : self.items[place.first].start].rstrip(), self.text[after : self.end].lstrip()
        if self.text[after - 1] == "." or behind[:1] == ".":
            return year < FOUR_DIGITS and place.lead is None and not behind.strip(". ")
        if year >= FOUR_DIGITS:
            apart = before[-1:] in ("", "(") and behind[:1] in ("", ")", "-", "–", "—", ":")
            return year % ROUND == 0 and place.lead is None and not apart and behind[:1] not in ("–", "—", ":", ")")
        return place.lead not in _STRONG or place.lead is Kind.UNTIL

    def _is_perfect(self, place: Place) -> bool:
        """ "Since 2000 bears have killed": the words behind the year are the subject of what has happened since."""
        match = _SUBJECT.match(self.text, self.items[place.stop - 1].end, self.end)
        return match is not None and any(word.lower() in self.words.lists["perfect"] for word in match[0].split())

    def _begins(self, place: Place) -> bool:
        """ "2021: 44,020; 2022: 45,100", not "at 2021: 3"."""
        before = self.text[max(self.start, self.items[place.first].start - 2) : self.items[place.first].start]
        return not before.strip() or before[-1] in "([" or before in ("; ", ", ", ": ")

    def _is_which(self, year: int, place: Place) -> bool:
        """ "The 2022 visitors", "of the 2019 floods": a year that says which ones; "the 1500 workers" may be so many."""
        definite = place.first > 0 and self.items[place.first].gap == " " and self.items[place.first - 1].kind is Kind.THE
        return definite and year in MODERN and year % ROUND != 0

    def _weakly(self, year: int, place: Place) -> bool:
        """ "From 1990", "of 2009", "by 1066,", but "a population of 1950", "about 1500"."""
        if place.lead is Kind.OF and self._word_before(place.lead_start) in self.words.lists["amounts"]:
            return False
        closed = self.near.closes(place.stop - 1) and not self._after_change(place)
        if place.lead is Kind.ABOUT:
            closed = closed and year % 10 != 0
        return year in MODERN or closed

    def _word_before(self, here: int) -> str:
        match = _LAST_WORDS.search(self.text, max(self.start, here - 30), here)
        return (match.group(2) or match.group(1)).lower() if match else ""

    def _is_said_of_year(self, place: Place) -> bool:
        """ "Our best year was 2016"."""
        here = self.items[place.first].start
        match = _LAST_WORDS.search(self.text, max(self.start, here - 30), here)
        names, links = self.words.lists["year_names"], self.words.lists["year_links"]
        return match is not None and match[1].lower() in names and (match[2] or "").lower() in links

    def _span_holds(self, reading: Reading, place: Place) -> bool:
        ends = (reading.first.number or 0, reading.last.number or 0 if reading.last is not None else 0)
        modern = ends[0] in MODERN and ends[1] in MODERN
        if self._enclosed(place):
            return True
        if place.lead is Kind.FROM:
            if self._after_change(place):
                return modern and not self.words.years_named and any(end % 10 for end in ends)
            return modern or any(end % 100 for end in ends)
        if not self.words.years_named and modern and any(end % 10 for end in ends):  # "2021 to 2023"
            return not self._after_change(place)
        dashed = place.stop - place.first == 1 or self.items[place.stop - 1].gap == "-"
        short = self.items[place.first].end - self.items[place.first].start == len("1914-18")
        old = ends[0] >= OLDEST_ALONE or place.lead in _WEAK
        return dashed and (modern or ((short or old) and self.near.closes(place.stop - 1)))

    def _plain(self, run: list[int]) -> bool:
        """Return whether nothing but commas joins *run*, or its years are too round to stand in pairs."""
        joined = any(self.items[step].kind in (Kind.AND, Kind.EVENT) for step in range(run[0], run[-1]))
        return not joined or all(self.items[step].value % 10 == 0 for step in run)

    def _titled(self, place: Place) -> bool:
        """ "The Act of 1791 created ..."."""
        return _TITLE.search(self.text, max(self.start, place.lead_start - 30), place.lead_start) is not None

    def year_run(self, index: int) -> list[int]:
        """Return the items of a list of three or more rising modern years that begins at *index*: "2009, 2010, 2011, and 2014"."""
        run = [index]
        while len(run) < MAX_RUN:
            step = run[-1] + 1
            if step < len(self.items) and self.items[step].kind in (Kind.AND, Kind.EVENT) and self.items[step].gap in " ,":
                step += 1
            if step >= len(self.items) or self.items[step].kind is not Kind.YEAR or self.items[step].gap not in " ,":
                break
            if self.items[step].gap == " " and step == run[-1] + 1:
                break
            run.append(step)
        years = [self.items[step].value for step in run]
        rising = all(before < after for before, after in pairwise(years))
        modern = years[0] in MODERN and years[-1] in MODERN
        return run if len(run) > 1 + self._plain(run) and rising and modern and not self.near.counts_after(run[-1]) else []

    def _after_change(self, place: Place) -> bool:
        """Return whether one of the two words before *place* says that a count changes: "rose from 1200 to 1500"."""
        if place.lead not in (None, Kind.FROM, Kind.BY, Kind.OVER, Kind.ABOUT):
            return False
        match = _LAST_WORDS.search(self.text, max(self.start, place.lead_start - 30), place.lead_start)
        changes = self.words.lists["changes"]
        return match is not None and any(word is not None and word.lower() in changes for word in match.groups())

    def _is_level(self, reading: Reading, place: Place) -> bool:
        """ "Fell from 2100 to 1488", «сократилось на 12 %, до 1488»: to or from which something changed."""
        if place.lead in (Kind.FROM, Kind.SINCE):
            if reading.last is not None:
                levels = not {reading.first.number, reading.last.number} <= {*MODERN}
            else:
                levels = _NEXT_LEVEL.match(self.text, self.items[place.stop - 1].end, self.end) is not None
        else:
            levels = place.lead is Kind.UNTIL and self.words.years_named
        if not levels:
            return False
        clause = _CLAUSE.search(self.text, max(self.start, place.lead_start - _LEVEL_REACH), place.lead_start)
        changes = self.words.lists["changes"]
        return clause is not None and any(word.strip(",") in changes for word in clause[0].lower().split())

    def _after_share(self, place: Place) -> bool:
        """ "Up 5 % on 2022", "two points on 2021"."""
        before = self.text[max(self.start, place.lead_start - SHORT) : place.lead_start].rstrip()
        return before.endswith("%") or self._word_before(place.lead_start) in self.words.lists["share_units"]

    def _enclosed(self, place: Place) -> bool:
        """ "(2019)", "(1980 and 2005)", "(Smith, 1996)"."""
        begin, after = self.items[place.first].start, self.items[place.stop - 1].end
        if begin <= self.start or after >= self.end:
            return False
        closed = self.text[after] in ")],;:–-" or self.text.startswith((" and ", " и "), after)
        if self.text[begin - 1] in "([":
            return closed
        if self.text[after] not in ")];" or self.text[begin - 2 : begin] not in (", ", "; "):
            return False
        before = self.text[max(self.start, begin - IN_BRACKETS) : begin]
        return before.rfind("(") > before.rfind(")")

    def _before_noun(self, place: Place) -> bool:
        """ "The 2022 season", "2010 census", "the 1996 Summer Olympics", "a 2010 visit", "Braque's 1908 Houses"."""
        match = NEXT_WORDS.match(self.text, self.items[place.stop - 1].end, self.end)
        if match is None:
            return False
        first, second = match.group(1), match.group(2) or ""
        lists = self.words.lists
        if first.lower() in lists["measures"] or first.lower() in lists["function"]:
            return False
        if first.lower() in lists["nouns"] or (second and second.lower() in lists["nouns"]):
            return True
        if not self._determined(place):
            return False
        return first[0].isupper() or self.items[place.first].value % ROUND != 0

    def _determined(self, place: Place) -> bool:
        """Return whether an article or a possessive stands before: a count after one would have a plural noun."""
        item = self.items[place.first]
        if item.gap == " " and place.first > 0 and self.items[place.first - 1].kind in (Kind.THE, Kind.A):
            return True
        return self.text[max(self.start, item.start - 3) : item.start] in ("'s ", "’s ")

    def _after_noun(self, here: int) -> bool:
        """Return whether nothing or a noun stands before *here*, as far as function words and verbs of change tell."""
        words = self.text[self.start : here].split()
        last = words[-1].lower() if words else ""
        return not words or (last.isalpha() and last not in self.words.lists["function"] and last not in self.words.lists["changes"])

    def _alone(self, place: Place) -> bool:
        """ "2023:" at the start of a line, "2022 saw", or the last word of a heading or cell."""
        begin, after = self.items[place.first].start, self.items[place.stop - 1].end
        if self.end - self.start <= SHORT and _TAIL.match(self.text, after, self.end) and self._after_noun(begin):
            return True
        if self.text[self.start : begin].strip() and self.text[begin - 1] != "\n":
            return False
        rest = self.text[after : min(self.end, after + 20)]
        if not rest.strip() and after + 20 >= self.end:
            return True
        if rest[:1] == ":" or rest.lstrip(" ")[:1] in ("—", "–"):
            return True
        match = NEXT_WORDS.match(self.text, after, self.end)
        return match is not None and match.group(1).lower() in self.words.lists["verbs"]
