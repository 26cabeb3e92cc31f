"""The mentions of periods in a text."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from qa_bot.text.moments import Edge, Grain, Moment
from qa_bot.text.period_evidence import LEADS, Evidence, Place
from qa_bot.text.period_grammar import STARTERS, PeriodGrammar
from qa_bot.text.period_joints import joined
from qa_bot.text.period_mention import PeriodForm, PeriodMention, form_of
from qa_bot.text.period_row import Reading
from qa_bot.text.period_surroundings import Surroundings
from qa_bot.text.roman import read_roman
from qa_bot.text.time_items import read_items
from qa_bot.text.time_words import GRAINS, Item, Kind, TimeWords, time_words

_THE_BEFORE = frozenset({Kind.PAST, Kind.LAST, Kind.NEXT, Kind.FINAL, Kind.ORDINAL, Kind.SAME, Kind.PREVIOUS, Kind.FOLLOWING, Kind.UNIT})
_THE_BEFORE |= {Kind.DECADE, Kind.START, Kind.END, Kind.EARLY, Kind.LATE, Kind.MIDDLE, Kind.THIS, Kind.CARDINAL, Kind.DAY, Kind.NUMBER}
_THE_BEFORE |= {Kind.SEASON, Kind.ROMAN, Kind.SAME_PERIOD, Kind.CODE, Kind.POINT}
_NUMBERED = {Grain.QUARTER: 4, Grain.HALF: 2, Grain.WEEK: 53}  # units that a sentence names once: "in the first week 12, in the second 15"
MAX_ARTICLES = 3  # before a time: "all the whole"
ELIDED_REACH = 40  # characters before "of the present one" in which "over the nine months" may stand
_CACHED = 64  # texts: a sentence that may answer is looked at for its times twice or thrice
_NOTHING_SAID = frozenset({Kind.OF, Kind.PERIOD, Kind.IN, Kind.OVER, Kind.ABOUT, Kind.EVENT, Kind.ON})


def find_periods(text: str, start: int, end: int, language: str) -> list[PeriodMention]:
    """Return the periods named in ``text[start:end]``, in order and without overlap; offsets are into *text*.

    >>> [mention.surface for mention in find_periods("In January and February, four; in 2023, 114.", 0, 44, "en")]
    ['In January and February', 'in 2023']
    """
    if not start and end == len(text):
        return [*_of_whole(text, language)]
    return _periods(text, start, end, language)  # of a document, which asks once: what is kept costs more than it saves


@lru_cache(maxsize=_CACHED)
def _of_whole(text: str, language: str) -> tuple[PeriodMention, ...]:
    return tuple(_periods(text, 0, len(text), language))


def _periods(text: str, start: int, end: int, language: str) -> list[PeriodMention]:
    words = time_words(language)
    items = read_items(text, start, end, words)
    found = joined(_Finder(text, start, end, items, words).find(), text, words, language) if items else []
    if words.lists["elided_years"] and any(mention.grain is Grain.YEAR for mention in found):
        elided = list(_elided_years(text, end, found, language))
        found = sorted([*elided, *(each for each in found if not any(year.lead < each.end and each.start < year.end for year in elided))])
    numbered = next((mention for mention in found if _is_numbered(mention)), None)
    further = _elided_in(text, numbered.end, end, numbered, found, language) if numbered is not None else ()
    return sorted([*found, *further]) if numbered is not None else found


def _elided_years(text: str, end: int, found: list[PeriodMention], language: str) -> Iterator[PeriodMention]:
    """Yield the periods beside *found* whose "year" the first of them says: "за 2023 год 40, а за пять месяцев нынешнего уже 25"."""
    named = next(mention.end for mention in found if mention.grain is Grain.YEAR)
    for match in _year_elided(language).finditer(text, named, end):
        before = [mention.end for mention in found if mention.end <= match.start() and mention.form is not PeriodForm.YEARLESS]
        lead = max(before, default=named)
        begin = max(lead, match.start() - ELIDED_REACH)
        snippet = " ".join([text[begin : match.end()], *time_words(language).lists["elided_unit"]])
        for mention in find_periods(snippet, 0, len(snippet), language):
            if mention.end == len(snippet) and not any(other.start < match.end() and match.start() < other.end for other in found):
                start, first = begin + mention.start, begin + mention.lead
                yield mention._replace(start=start, end=match.end(), lead=first, surface=text[first : match.end()])


@cache
def _year_elided(language: str) -> re.Pattern[str]:
    """ "of the present one" with nothing behind it that it could belong to."""
    lists = time_words(language).lists
    adjectives, joints = ("|".join(sorted(lists[key])) for key in ("elided_years", "elided_joints"))
    return re.compile(rf"(?<![^\W_])(?:{adjectives})(?=\s*[,.;:)–—]|\s+[-–—\d]|$|\s+(?:{joints})(?![^\W_]))", re.IGNORECASE)


def find_elided(text: str, earlier: str, language: str) -> list[PeriodMention]:
    """Return the periods in *text* whose unit only *earlier* says: "And in the second?" after "in the first quarter of 2022"."""
    named = next((mention for mention in find_periods(earlier, 0, len(earlier), language) if _is_numbered(mention)), None)
    return _elided_in(text, 0, len(text), named, [], language) if named is not None else []


def find_further(text: str, start: int, end: int, earlier: PeriodMention, found: list[PeriodMention], language: str) -> list[PeriodMention]:
    """Return *found*, the periods named in ``text[start:end]``, with those whose unit or year only *earlier*, named before, says."""
    further = _elided_in(text, start, end, earlier, found, language) if _is_numbered(earlier) else []
    return sorted([*found, *further]) if further else found


def _is_numbered(mention: PeriodMention) -> bool:
    return mention.first.grain in _NUMBERED and mention.first.number is not None and mention.last is None


def _elided_in(text: str, start: int, end: int, named: PeriodMention, found: list[PeriodMention], language: str) -> list[PeriodMention]:
    """Return the periods beside *found* whose unit only *named* says: "12 in the first quarter, 15 in the second and nine in the third"."""
    elided: list[PeriodMention] = []
    for match in _elided(language).finditer(text, start, end):
        word = match["ordinal"]
        entry = time_words(language).words.get(word.replace("ё", "е"))
        number = entry[1] if entry is not None else read_roman(word) or int(re.sub(r"\D", "", word) or 0)
        here, stop = match.start("ordinal"), match.end("ordinal")
        if any(mention.lead < stop and here < mention.end for mention in found) or not 1 <= number <= _NUMBERED[named.first.grain]:
            continue
        unit = match["unit"]
        if unit is not None and GRAINS[time_words(language).words[unit.lower()][1]] is not named.first.grain:
            continue
        stop = match.end("unit") if unit is not None else stop
        first = named.first._replace(number=number, edge=None)
        elided.append(PeriodMention(here, stop, match.start(), named.form, match.group(), first))
    return elided


@cache
def _elided(language: str) -> re.Pattern[str]:
    """A preposition and an ordinal that no other noun follows than a unit: "in the second,", "за второе –", "in the second half there"."""
    words, lists = time_words(language).words, time_words(language).lists
    ordinals, numerals = (
        "|".join(sorted(surface for surface, entry in words.items() if entry[0] is kind)) for kind in (Kind.ORDINAL, Kind.CARDINAL)
    )
    leads, articles, joints = ("|".join(sorted(lists[key])) for key in ("elided_leads", "elided_articles", "elided_joints"))
    ordinal = rf"(?P<ordinal>(?:{ordinals})(?![^\W_])|[IVX]+(?![^\W_])|\d\d?(?:st|nd|rd|th|-?(?:й|я|ю|м|ом|е|ое)))"
    units = "|".join(sorted(surface for surface, entry in words.items() if entry[0] is Kind.UNIT and GRAINS[entry[1]] in _NUMBERED))
    ordinal += rf"(?:\s+(?P<unit>{units})(?![^\W_]))?"
    after = rf"(?=\s*(?:[,.;:)?–—]|-\s|$)|\s+(?:\d|(?:{joints}|{numerals})(?![^\W_])))"
    if of := "|".join(sorted(lists["elided_of"])):
        after = rf"(?(unit)(?!\s+(?:{of})(?![^\W_]))|{after})"
    return re.compile(rf"(?<![^\W_])(?:{leads})\s+(?:(?:{articles})\s+)?{ordinal}{after}", re.IGNORECASE)


class _Finder:
    def __init__(self, text: str, start: int, end: int, items: list[Item], words: TimeWords) -> None:
        self.text, self.items, self.words = text, items, words
        self.near = Surroundings(text, start, end, items, words)
        self.evidence = Evidence(self.near)
        self.grammar = PeriodGrammar(self.near)
        self.found: list[PeriodMention] = []
        self.free = start  # where the next mention may begin

    def find(self) -> list[PeriodMention]:
        index = 0
        while index < len(self.items):
            listed = self.grammar.read(index) if self.items[index].kind in STARTERS else None
            stop = index + 1
            if listed is not None:
                for first, reading in listed.readings:
                    if self._take(first, reading):
                        stop = max(stop, reading.stop)
                    elif reading.bare_year and reading.last is None:
                        stop = max(stop, self._take_run(first))
                if self.found and self.found[-1].end == self.items[stop - 1].end:
                    stop = self._chain(stop)
            index = stop
        return self.found

    def _take(self, index: int, reading: Reading) -> bool:
        place = self._place(index, reading)
        if not self.evidence.holds(reading, place):
            return False
        self._add(index, reading, place)
        return True

    def _take_run(self, index: int) -> int:
        """Take every year of a list that nothing else leads into; return the item after it, 0 when it is none."""
        run = self.evidence.year_run(index)
        for step in run:
            reading = Reading(Moment(Grain.YEAR, self.items[step].value), None, step + 1)
            self._add(step, reading, Place(step, step + 1, None, self.items[step].start))
        return run[-1] + 1 if run else 0

    def _place(self, index: int, reading: Reading) -> Place:
        """Return the lead of the expression that begins at item *index*: "in", "by the", "over the course of the"."""
        inner = self._back(index)
        kind = self._kind_before(inner)
        if kind is Kind.ABOUT and self._kind_before(inner - 1) in LEADS:  # "until about"
            inner, kind = inner - 1, self._kind_before(inner - 1)
        if kind is Kind.TO and self.items[inner - 1].lower in self.words.lists["until_words"]:
            kind = Kind.UNTIL
        if kind is Kind.OF and self._kind_before(inner - 1) is Kind.WHOLE:  # "in the whole of 2023"
            outer = self._back(inner - 1)
            framed = self._kind_before(outer) in LEADS
            return Place(index, reading.stop, Kind.IN, self.items[outer - framed].start)
        if kind is Kind.PERIOD:
            outer = self._back(inner - 1)
            framed = self._kind_before(outer) in LEADS
            return Place(index, reading.stop, Kind.IN if framed else kind, self.items[outer - 1 if framed else index].start)
        if kind in LEADS:
            return Place(index, reading.stop, kind, self.items[self._frame(inner - 1)].start)
        return Place(index, reading.stop, None, self.items[index].start)

    def _back(self, index: int) -> int:
        """Return the item at which the articles before item *index* begin."""
        for _ in range(MAX_ARTICLES):
            if self._kind_before(index) not in (Kind.THE, Kind.WHOLE):
                break
            index -= 1
        return index

    def _kind_before(self, index: int) -> Kind | None:
        if index == 0 or self.items[index - 1].start < self.free:
            return None
        before = self.items[index - 1]
        if self.items[index].gap != " " and not (self.items[index].gap == "-" and before.kind in (Kind.BEFORE, Kind.AFTER)):
            return None
        return (
            None
            if len(before.lower) == 1 and before.lower.isascii() and before.kind is Kind.EVENT and before.end - before.start == 1
            else before.kind
        )

    def _frame(self, lead: int) -> int:
        """Return the item where "over the course [of]", "in the period [from]" begins, *lead* itself when no such frame is there."""
        if self._kind_before(lead) is not Kind.PERIOD:
            return lead
        outer = self._back(lead - 1)
        return outer - 1 if self._kind_before(outer) in LEADS else lead

    def _add(self, index: int, reading: Reading, place: Place) -> None:
        item, stop = self.items[index], reading.stop
        before = self.items[index - 1] if index and item.gap == " " else None
        start = item.start
        if before is not None and before.kind is Kind.THE and item.kind in _THE_BEFORE and before.start >= self.free:
            start = before.start
        lead = min(place.lead_start, start)
        first = self._rolled(reading.first, place, start < item.start)
        open_start, open_end, beyond, as_of = _openness(place.lead, first, reading.last)
        beyond = beyond and not (before is not None and before.kind is Kind.THE and reading.bare_year)  # "after the 1954 decision"
        if self._onward(stop):
            open_end, stop = True, stop + 1
        end = self.items[stop - 1].end
        form = form_of(first, reading.last)
        self.found.append(
            PeriodMention(start, end, lead, form, self.text[lead:end], first, reading.last, open_start, open_end, beyond, as_of)
        )
        self.free = end

    def _onward(self, stop: int) -> bool:
        if stop >= len(self.items) or self.items[stop].gap != " ":
            return False
        return self.items[stop].kind is Kind.ONWARD or (self.items[stop].kind is Kind.ON and self.near.ends_clause(stop))

    def _rolled(self, moment: Moment, place: Place, definite: bool) -> Moment:
        """ "Over the last year" is the twelve months up to now; "last year" the calendar year."""
        if definite and self.items[place.first].kind is Kind.LAST and moment.shift == -1 and moment.number is None:
            return Moment(moment.grain, amount=-1, rolling=True)
        return moment

    def _chain(self, stop: int) -> int:
        """Take the further years of "in 2019, 2020 and 2021"; return the item after them."""
        if not self.found or self.found[-1].first.grain is not Grain.YEAR:
            return stop
        years: list[int] = []
        step, joined = stop, False
        while step < len(self.items) and len(years) < 20 and not joined:
            item = self.items[step]
            if item.kind is Kind.AND and item.gap in " ,":
                step, joined = step + 1, True
                if step < len(self.items) and self.items[step].kind in (Kind.IN, Kind.OF):
                    step += 1
                if step >= len(self.items) or self.items[step].gap != " ":
                    break
            elif item.gap not in ",/":
                break
            if self.items[step].kind is not Kind.YEAR or self.near.counts_after(step):
                break
            years.append(step)
            step += 1
        if not joined or not years or step != years[-1] + 1:
            return stop
        for index in years:
            listed = self.grammar.read(index)
            if listed is not None:
                reading = listed.readings[0][1]
                self._add(index, reading, Place(index, reading.stop, None, self.items[index].start))
                stop = reading.stop
        return stop


def _openness(lead: Kind | None, first: Moment, last: Moment | None) -> tuple[bool, bool, bool, bool]:
    """Return whether the start is open, the end is open, the unit itself is left out, and whether a state at a point is meant."""
    if last is not None or lead is None or lead in _NOTHING_SAID:
        return False, False, False, False
    if lead is Kind.AT and first.grain is not Grain.DAY and first.edge not in (Edge.START, Edge.END):
        return False, False, False, False
    if lead in (Kind.AS_OF, Kind.BY, Kind.AT):
        return False, False, False, True
    return lead in (Kind.UNTIL, Kind.BEFORE), lead in (Kind.SINCE, Kind.AFTER), lead in (Kind.BEFORE, Kind.AFTER), False
