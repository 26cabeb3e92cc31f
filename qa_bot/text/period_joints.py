"""How two times of a text make one: "since the start of the year, to 1 October", "last week (23-29 September)"."""

import re
from functools import cache

from qa_bot.text.moments import LENGTHS, Days, Edge, Grain, Moment, days_of, is_relative, is_yearless, with_year, year_moment, year_of
from qa_bot.text.period_mention import PeriodForm, PeriodMention, form_of
from qa_bot.text.tagger import tag
from qa_bot.text.time_words import Kind, TimeWords
from qa_bot.text.tokens import tokenize

WEEK = range(5, 9)  # days of a week as it is reported on: of work, or from the day of the last report to this
_VERBS = frozenset({"VERB", "AUX"})
_DATED = (Grain.DAY, Grain.WEEKDAY, Grain.WEEK, Grain.MONTH)  # units whose dates may stand behind a mere comma
EVENT = 80  # characters before a time in which the event stands that it dates
BEHIND = 10  # characters behind a time in which its next word begins
_ANY_YEAR = Moment(Grain.YEAR, 2023)  # no leap year, and one in which no week matters


def stretch(first: Moment, last: Moment) -> tuple[Moment, Moment]:
    """Return both ends of a span, "the start of the year" or "of 2024" as its first day where the other end is a day or a month."""
    if first.edge is Edge.START and not is_relative(last) and last.grain in (Grain.DAY, Grain.MONTH):
        if first.grain is Grain.YEAR and (first.shift == 0 or first.number is not None):
            year = None if first.number is None else Moment(Grain.YEAR, first.number)
            first = Moment(Grain.DAY, 1, Moment(Grain.MONTH, 1, year))
        elif first.shift == 0 and first.grain is Grain.MONTH and last.within is not None:
            first = Moment(Grain.DAY, 1, last.within)
    return share_year(first, last)


def share_year(first: Moment, last: Moment) -> tuple[Moment, Moment]:
    """Return both ends of a span with the year that only one of them names: "August to June 2013" begins in 2012."""
    if is_yearless(first) and not is_yearless(last):
        year = year_moment(last)
        if year is not None and year_of(last) is not None and _place(first) > _place(last):
            year = Moment(Grain.YEAR, (year.number or 0) - 1)
        return with_year(first, year), last
    if is_yearless(last) and not is_yearless(first):
        year = year_moment(first)
        if year is not None and year_of(first) is not None and _place(last) < _place(first):
            year = Moment(Grain.YEAR, (year.number or 0) + 1)
        return first, with_year(last, year)
    return first, last


def _place(moment: Moment) -> tuple[int, int]:
    """Return where in its year a moment begins, to order two of them."""
    if moment.grain is Grain.DAY and moment.within is not None:
        return (moment.within.number or 0, moment.number or 0)
    return (moment.number or 0, 0)


def joined(found: list[PeriodMention], text: str, words: TimeWords, language: str) -> list[PeriodMention]:
    """Return *found* with those that stand side by side and are one time made one."""
    found = [_dating_event(mention, text, words, language) or mention for mention in found]
    if len(found) < 2:
        return found
    kept = [found[0]]
    for mention in found[1:]:
        last = kept[-1]
        one = _explained(last, mention, text) or _begun(last, mention, text) or _backdated(last, mention, text, words)
        one = one or _whole(last, mention, text, words)
        if one is None:
            kept.append(mention)
        else:
            kept[-1] = one
    return _without_same(kept, text)


def _whole(before: PeriodMention, after: PeriodMention, text: str, words: TimeWords) -> PeriodMention | None:
    """Return the stretch from when to when: "since the start of the year, to 1 October", "к 1 октября с начала года"."""
    since, until = (before, after) if before.open_end else (after, before)
    if not since.open_end or since.beyond or since.last is not None or not _is_end(until):
        return None
    between = text[before.end : after.lead].strip(" ,").lower()
    if between and words.words.get(between, (None,))[0] is not Kind.AND:
        return None
    first, last = stretch(since.first, until.first._replace(edge=Edge.LAST_DAY) if until.first.edge is Edge.END else until.first)
    if first.edge is Edge.START and first.shift == 0:
        return None
    surface = text[before.lead : after.end]
    return PeriodMention(before.start, after.end, before.lead, form_of(first, last), surface, first, last)


def _is_end(mention: PeriodMention) -> bool:
    """Whether something may last until *mention*: "to 1 October", "as of 1 October", "by the end of September"."""
    if mention.last is not None or mention.open_end or mention.beyond or not (mention.as_of or mention.open_start):
        return False
    return mention.first.grain is Grain.DAY or (mention.first.edge is Edge.END and mention.first.grain is Grain.MONTH)


def _explained(before: PeriodMention, after: PeriodMention, text: str) -> PeriodMention | None:
    """Return the dates that say which time is meant by the words before them: "last week (23-29 September)", "yesterday, 13 March"."""
    if before.form is not PeriodForm.RELATIVE or after.form is PeriodForm.RELATIVE or after.open_start or after.open_end or after.as_of:
        return None
    if before.last is not None or before.open_start or before.open_end or before.as_of or not _is_as_long(before.first, after):
        return None
    gap, closed = text[before.end : after.lead], text[after.end : after.end + 1] == ")"
    dated = before.grain in _DATED and (gap.strip() == "" or gap == ", ")
    if not (dated or (gap == " (" and closed)):
        return None
    end = after.end + (gap == " (")
    return after._replace(start=before.start, end=end, lead=before.lead, surface=text[before.lead : end], called=before.first)


def _begun(before: PeriodMention, after: PeriodMention, text: str) -> PeriodMention | None:
    """Return the day on which the season began that the words before it name: "since the start of the season, on 1 October 2023"."""
    season = before.open_end and before.first.grain is Grain.SEASON and before.first.edge is Edge.START
    gap, closed = text[before.end : after.lead], text[after.end : after.end + 1] == ")"
    dated = not gap.strip(" ,(") if after.grain is Grain.DAY else gap == " (" and closed and after.grain in _DATED
    if not season or after.form is PeriodForm.RELATIVE or not dated:
        return None
    surface = text[before.lead : after.end]
    return after._replace(start=before.start, lead=before.lead, surface=surface, open_end=True, as_of=False, called=before.first)


def _dating_event(mention: PeriodMention, text: str, words: TimeWords, language: str) -> PeriodMention | None:
    """Return the time since the event that *mention* dates in brackets: "since the ban on nets (March 2021)"."""
    if mention.form is PeriodForm.RELATIVE or mention.last is not None or mention.open_end or mention.open_start or mention.as_of:
        return None
    if text[mention.lead - 1 : mention.lead] != "(" or text[mention.end : mention.end + 1] != ")":
        return None
    found = _since_event(words.lists["since_words"], words.lists["since_nouns"]).search(text, max(0, mention.lead - EVENT), mention.lead)
    return mention._replace(open_end=True) if found is not None and not _tells(found["event"], language) else None


def _tells(event: str, language: str) -> bool:
    """Whether a clause stands where an event might: "since sales fell" is why, or when, and not since which year all was."""
    return not _VERBS.isdisjoint(tag([token.surface for token in tokenize(event)], language))


@cache
def _since_event(leads: frozenset[str], nouns: frozenset[str]) -> re.Pattern[str]:
    """ "Since the start of the strike (", «с начала забастовки (»: at the end of what is searched."""
    lead, noun = "|".join(sorted(leads)), "|".join(sorted(nouns)) or r"[\w’'-]+"
    return re.compile(rf"(?<!\w)(?:{lead}) (?P<event>(?:{noun})(?: [\w’'-]+){{0,6}}) \($", re.IGNORECASE)


def _backdated(before: PeriodMention, after: PeriodMention, text: str, words: TimeWords) -> PeriodMention | None:
    """Return the month, quarter or day of another year that "a year earlier" beside it says: "in August a year earlier"."""
    back, dated = (after, before) if after.first.apart else (before, after)
    yearly = back.first.apart and back.first.grain is Grain.YEAR and back.last is None and back.first.shift
    if not yearly or dated.form is not PeriodForm.YEARLESS or dated.open_start or dated.open_end:
        return None
    gap = text[before.end : after.lead]
    if gap.strip() not in ("", "," if back is before else "") or (back is before and dated.lead == dated.start):
        return None
    behind = text[after.end : after.end + BEHIND].replace(",", " ").split()
    if behind and behind[0] in words.lists["than"]:  # "in May a year earlier than planned"
        return None
    year = Moment(Grain.YEAR, shift=back.first.shift, anaphoric=True)
    first, last = with_year(dated.first, year), None if dated.last is None else with_year(dated.last, year)
    surface = text[before.lead : after.end]
    return PeriodMention(before.start, after.end, before.lead, form_of(first, last), surface, first, last, as_of=dated.as_of)


def _is_as_long(named: Moment, dates: PeriodMention) -> bool:
    """Whether *dates* are as many days as the unit of *named* has."""
    days = _days(dates)
    if days is None or abs(named.amount) > 1:
        return False
    length = (days.end - days.start).days + 1
    unit = Grain.DAY if named.grain is Grain.WEEKDAY else named.grain
    return length in (WEEK if unit is Grain.WEEK else LENGTHS.get(unit, ()))


def _days(mention: PeriodMention) -> Days | None:
    first, last = (None if each is None else with_year(each, _ANY_YEAR) for each in (mention.first, mention.last))
    begin = None if first is None else days_of(first, None)
    finish = begin if last is None else days_of(last, None)
    return None if begin is None or finish is None else Days(begin.start, finish.end)


def _without_same(found: list[PeriodMention], text: str) -> list[PeriodMention]:
    """Return *found* without "in the same period", "that week" beside "a year earlier", which is that period a year back."""
    bare = (mention for mention in found if mention.first.within is None and mention.first.number is None)
    same = [mention for mention in bare if mention.first.shift == 0 and mention.first.anaphoric and not mention.first.whole]
    earlier = [mention for mention in found if mention.first.apart and mention.first.shift]

    def adjoins(first: PeriodMention, second: PeriodMention) -> bool:
        return not text[first.end : second.lead].strip(" ,") if first.end <= second.lead else False

    said = [mention for mention in same if any(adjoins(other, mention) or adjoins(mention, other) for other in earlier)]
    return [mention for mention in found if mention not in said] if said else found
