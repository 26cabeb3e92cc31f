"""What time the text has reached: the period that a sentence goes on with from the sentences, the heading and the title before it.

A figure with no time beside it is of that which the nearest sentence before it in its paragraph lends, else of the heading's, else of
the time that the document reports on. How far the time of a sentence reaches, `frames.Reach` says: that which opens it holds until
another is named; a day told behind an event is of what goes on telling of that event; what is planned for a time gives it to plans
alone; what looks back, compares or stands in brackets gives nothing. What is said in the present is of none of these.
"""

import re
from collections.abc import Callable
from datetime import date
from itertools import groupby, takewhile

from qa_bot.figures.beside import brackets, is_of_none
from qa_bot.figures.draft import Draft
from qa_bot.figures.frames import (
    Lent,
    Reach,
    closes_on,
    continues,
    goes_back_within,
    is_before_of_two,
    is_bracketed,
    is_of_record,
    is_singled_out,
    is_to_come,
    may_be_planned,
    opens,
    points_back,
    precedes,
    stands_for_last,
    tells_aim,
    tells_by_now,
    tells_total,
)
from qa_bot.figures.passing import (
    compared,
    dates_cause,
    dates_number,
    dates_text,
    in_passing,
    is_aimed,
    is_bound,
    is_future,
    is_planned,
    is_present,
    is_relative_clause,
    is_said_on,
    is_told_before,
    sums_up,
)
from qa_bot.figures.reported import DATELINE, only_period, reported_on, whole_year, year_in, year_of
from qa_bot.figures.units import Unit
from qa_bot.schema import Basis, BlockKind, Document, Fit, Period, Span
from qa_bot.text.kept import kept
from qa_bot.text.moments import LENGTHS, Edge, Grain, around
from qa_bot.text.periods import PeriodForm, PeriodMention, is_fiscal, relation, resolve
from qa_bot.text.time_words import time_words

HEADING_REACH = 1  # how many headings up, from the innermost, lend their period; a title's year often names a report, not a count
BRIEF = 31  # days; what a bulletin of a week or a month says "has been done" may be of all the time so far
OPENING_UNITS = 6  # sentences among which a report says from when to when its year runs
FIRST_YEAR, SECOND_YEAR = (11, 12), (1, 2, 3)  # months of a year like 2023/24, whenever in between it begins
A_YEAR, A_WEEK = 366, 8  # days at most, of a week those from its first to its last
LOOK_BACK = 20  # sentences of a paragraph
YEAR_REACH = 300  # sentences back in which an undated text may have named the year

_DATELINE_END = re.compile(r"(?:\s*(?:года|г\.))?[.,:]?\s*(?:[(\[/—–-]|«|\n|$|[A-ZА-ЯЁ])")
_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d.,]*\d)")
_QUOTED = re.compile(r"[«“\"]([^\W\d_][^«»“”\"]{1,60})[»”\"]")
Placed = tuple[Period, list[Span]]
Sought = tuple[Period | None, list[Span]]


class Discourse:
    """The times that one document names, in order, and how far each holds."""

    def __init__(self, document: Document, units: list[Unit], resolved: Callable[[PeriodMention, Unit], Placed]) -> None:
        self.document = document
        self.units = units
        self.resolved = resolved  # the days of a mention
        self._place = {id(unit): index for index, unit in enumerate(units)}
        self._barren = -1  # the last unit before and with which no year is named
        self._framing: dict[int, list[PeriodMention]] = {}
        self._lent: dict[int, Lent] = {}
        self._quiet: dict[int, int] = {}

    def reached(self, draft: Draft) -> Sought:
        """Return the period that the text has reached at *draft*, which has none of its own, with the sentences that name it."""
        unit = draft.unit
        if unit.intro is not None and unit.kind is BlockKind.LIST_ITEM:
            lent = self._lending(unit.intro, listing=True)
            period, spans = lent.period, [*lent.spans]
            if period is None:
                period, spans = self.inherited(unit.intro)
                spans = [*spans, unit.intro.span] if period is not None else []
        else:
            period, spans = self.inherited(unit, draft)
        if self.is_of_plan and (period is None or period.start == period.end):
            return self.reported_on if may_be_planned(draft) and not self.names_another(draft) else (period, spans)
        if period is None and draft.slots.modality is None and not (is_present(unit.syntax, draft.first) or self.names_another(draft)):
            reported, lines = self.reported_on
            if reported is None or self.is_beside(draft, reported):
                return None, []
            brief = reported.start and reported.end and (reported.end - reported.start).days <= BRIEF
            so_far = sums_up(unit.syntax, draft.first) or self.leads_with_longer or tells_aim(unit) or self._counts_till_end(unit, reported)
            return (None, []) if brief and so_far else (reported, lines)
        return period, spans

    def _counts_till_end(self, unit: Unit, reported: Period) -> bool:
        """Whether the paragraph of *unit* in a bulletin of a week has told before how many there were at its end: of as much time as that
        is what goes on."""
        index = self._place[id(unit)]
        before = range(index - 1, max(index - LOOK_BACK, 0) - 1, -1) if _is_brief(reported) else ()
        for other in takewhile(lambda each: each.block == unit.block, (self.units[at] for at in before)):
            if any(mention.as_of and closes_on(self.resolved(mention, other)[0], reported) for mention in self.frames(other)):
                return True
        return False

    @kept
    def is_of_plan(self) -> bool:
        """Whether the document tells what is planned for a time to come: a budget for next year."""
        reported, published = self.reported_on[0], self.document.published
        return reported is not None and reported.start is not None and published is not None and reported.start > published

    def is_dateline(self, mention: PeriodMention) -> bool:
        """Whether *mention* is the date of the report itself: "MORANE, 22 September 2023 (Alpha News) -"."""
        published = self.document.published
        if published is None or mention.form is not PeriodForm.ABSOLUTE or mention.start - self.units[0].start > DATELINE:
            return False
        period = resolve(mention, published=published)
        if period.start != published or period.end != published:
            return False
        return _DATELINE_END.match(self.document.text, mention.end) is not None

    def frames(self, unit: Unit) -> list[PeriodMention]:
        """The mentions of *unit* that may frame what stands around it."""
        place = self._place[id(unit)]
        if place not in self._framing:
            self._framing[place] = [
                mention
                for mention in unit.periods
                if not (
                    in_passing(unit.syntax, mention)
                    or self.is_dateline(mention)
                    or dates_cause(unit.syntax, mention)
                    or dates_text(unit.syntax, mention)
                    or dates_number(unit.syntax, mention)
                    or (unit.numbers and is_of_none(mention, unit.syntax, unit.numbers[0].last))
                )
            ]
        return self._framing[place]

    def lent(self, unit: Unit) -> Lent:
        """Return the time that *unit* gives to the sentences after it."""
        place = self._place[id(unit)]
        if place not in self._lent:
            self._lent[place] = self._lending(unit)
        return self._lent[place]

    def _lending(self, unit: Unit, *, listing: bool = False) -> Lent:
        """Return the time that *unit* gives to the sentences or, with *listing*, the list items after it: the only one in it, or the one
        it opens with. A list is of the very day that its introduction names; sentences after "at the end of the year" are of the year."""
        aside = brackets(unit.syntax) if "(" in unit.text else []
        named = [mention for mention in self.frames(unit) if not any(start < mention.start < end for start, end in aside)]
        mentions = [mention for mention in named if not mention.open_end or (opens(mention, unit) and not listing)]
        if not mentions:
            return Lent(Reach.STAYS)
        mention, leads = mentions[0], opens(mentions[0], unit)
        if len(mentions) > 1 and not leads:
            return Lent(Reach.BLURS)
        period, spans = self.resolved(mention, unit)
        reported, lines = self.reported_on
        if reported is not None and closes_on(period, reported) and not (mention.as_of and _is_brief(reported)):
            return Lent(Reach.OPENS, reported, tuple(lines), lead=mention)
        ahead = self._is_ahead(mention, unit, period)
        if not ahead and self._stays(mention, unit, period, listing=listing):
            return Lent(Reach.STAYS, lead=mention)
        period = period if listing or ahead else self._widened(mention, unit, period)
        period = period.model_copy(update={"basis": _weaker(period.basis)})
        reach = Reach.AHEAD if ahead else Reach.OPENS if leads else Reach.TELLS
        return Lent(reach, period, (unit.span, *spans), mention.open_end, mention)

    def _stays(self, mention: PeriodMention, unit: Unit, period: Period, *, listing: bool) -> bool:
        """Whether *mention*, which names *period*, is of its own sentence alone: a plan, a forecast or a look back."""
        if not listing and (goes_back_within(mention, unit) or is_relative_clause(unit.syntax, mention) or is_singled_out(mention, unit)):
            return True
        published, reported = self.document.published, self.reported_on[0]
        if published is not None and period.end is not None:
            yearly = mention.grain is Grain.YEAR or is_fiscal(period)
            update = mention.form is PeriodForm.YEARLESS and opens(mention, unit)
            if period.end > published and (mention.as_of or mention.open_start or not (yearly or update)):
                return True  # a plan or a forecast for one day, and no "**16 May.** ..." that was added
            if mention.form is PeriodForm.RELATIVE and period.end.year < published.year and not opens(mention, unit):
                return True  # "..., five years ago it was lower"
        if mention.first.grain in (Grain.DAY, Grain.WEEKDAY) and not opens(mention, unit) and is_told_before(unit.syntax, mention):
            return True  # "it had put the toll at 17 on Tuesday"
        # "In 2021 it had been 40" or "In 2021, a record year, it was 40", in a report on 2022
        before = reported is not None and precedes(period, reported)
        return before and (is_told_before(unit.syntax, mention) or is_of_record(mention, unit))

    def _is_ahead(self, mention: PeriodMention, unit: Unit, period: Period) -> bool:
        """Whether *mention*, which names *period*, is when something is to be done: "For 2024 the board expects ..."."""
        published, reported = self.document.published, self.reported_on[0]
        if published is not None and period.end is not None and period.end <= published:
            return False
        if is_future(unit.syntax, mention) or is_planned(unit.syntax, mention):
            return True
        last = published or (reported.end if reported is not None else None)
        later = last is not None and period.end is not None and period.end > last
        return later and is_aimed(unit.syntax, mention)  # "the aim is a surplus in 2025/26", in the report for 2023/24

    def _is_due(self, mention: PeriodMention, unit: Unit, period: Period) -> bool:
        """Whether *mention*, which names *period*, is by when something has to be done, or of an aim: "by 2027 it has to be closed"."""
        return self._is_ahead(mention, unit, period) and (mention.as_of or mention.open_start or is_aimed(unit.syntax, mention))

    def _widened(self, mention: PeriodMention, unit: Unit, period: Period) -> Period:
        """What goes on after a sentence about a point in time: all of the year after "at its end" or "the season ended on 3 May"."""
        moment = mention.first
        if mention.last is None and moment.edge in (Edge.START, Edge.END) and period.end is not None and period.start == period.end:
            start, end = around(period.end, moment.grain)
            return period.model_copy(update={"start": start, "end": end})
        if mention.last is None and moment.grain is Grain.DAY and period.end is not None and is_bound(unit.syntax, mention):
            year = period.end.year
            return period.model_copy(update={"start": date(year, 1, 1), "end": date(year, 12, 31)})
        return period

    def inherited(self, unit: Unit, draft: Draft | None = None) -> Sought:
        """From the sentences before in the same paragraph, nearest first; from the heading above. What is said in the present of
        anything but what stands before ("the hospital has 480 beds") holds for no period in the past."""
        heading = self._headed(unit)
        apart: Sought = (heading, []) if heading is not None else (None, [])
        if draft is not None and is_present(unit.syntax, draft.first):
            return apart
        index = self._place[id(unit)]
        while index and (self.units[index - 1].block == unit.block or continues(self.units[index], self.units[index - 1])):
            index -= 1
            if self.units[index].block == unit.block:
                index = self._without_quiet(index)
            other = self.units[index]
            lent = self.lent(other)
            if lent.reach is Reach.BLURS:
                return None, []
            passes = lent.reach is Reach.STAYS or (lent.reach is Reach.AHEAD and (draft is None or not is_to_come(draft)))
            if not passes and lent.period is not None and lent.lead is not None:
                narrower = heading is not None and not opens(lent.lead, other)
                back = self._goes_back(index, lent.period) or self._looks_back(index, lent.lead, lent.period)
                aside = back or self._is_before_reported(lent.period) or (draft is not None and not self._may_be_of(draft, lent))
                aside = aside or is_of_another(other, unit, lent.lead)
                return apart if narrower or aside else (lent.period, [*lent.spans])
            if other.block != unit.block or (lent.lead is None and tells_by_now(other.tokens, other.language)):
                break
        return apart

    def _without_quiet(self, index: int) -> int:
        """The first of the sentences of a paragraph up to *index* that say nothing of a time; *index* itself where it does.

        Kept, since each figure in a paragraph of thousands of sentences looks back.
        """
        first = index
        while first not in self._quiet and self._is_quiet(first) and self._goes_on_quietly(first):
            first -= 1
        self._quiet[index] = self._quiet.get(first, first)
        return self._quiet[index]

    def _goes_on_quietly(self, index: int) -> bool:
        return index > 0 and self.units[index - 1].block == self.units[index].block and self._is_quiet(index - 1)

    def _is_quiet(self, index: int) -> bool:
        unit = self.units[index]
        lent = self.lent(unit)
        return lent.reach is Reach.STAYS and lent.lead is None and not tells_by_now(unit.tokens, unit.language)

    def _may_be_of(self, draft: Draft, lent: Lent) -> bool:
        """Whether *draft* may be of the time that a sentence before it lends: a total is of no day, nor what somebody "has done", nor in
        a report on a season what is told beside one match; all the time since 2010 is not that of a single deed."""
        syntax, period = draft.unit.syntax, lent.period
        if period is None or period.start is None or lent.reach is Reach.AHEAD:
            return True
        published = self.document.published
        if is_to_come(draft) and (published is None or (period.end is not None and period.end <= published)):
            return False
        clause = syntax.clause_at(draft.first)
        done = sums_up(syntax, draft.first) or tells_by_now(syntax.tokens[: clause.last], syntax.language)
        if lent.since:
            return done or period.end is None or (period.end - period.start).days <= A_YEAR
        if period.start != period.end:
            return not done or published is None or period.end is None or period.end >= published
        if tells_total(draft) or (done and not self._is_news(period)):
            return False
        reported, _ = self.reported_on
        inside = reported is not None and relation(reported, period) is Fit.NARROWER
        return lent.reach is Reach.OPENS or not inside or points_back(draft)

    def _is_news(self, day: Period) -> bool:
        """Whether the text was written within a week of *day*, so that what "has been done" was done about then."""
        published = self.document.published
        return published is not None and day.end is not None and (published - day.end).days < A_WEEK

    def _is_before_reported(self, period: Period) -> bool:
        """Whether *period* had ended when that began which the document reports on: what goes on after a look back may be of either."""
        reported, _ = self.reported_on
        return reported is not None and precedes(period, reported)

    def _goes_back(self, index: int, period: Period) -> bool:
        """Whether unit *index* only looks back, from a later period that its paragraph has named before: what follows may hold for
        either, so it takes none."""
        for at in range(index - 1, max(index - LOOK_BACK, 0) - 1, -1):
            if self.units[at].block != self.units[index].block:
                break
            for mention in self.frames(self.units[at]):
                frame, _ = self.resolved(mention, self.units[at])
                if precedes(period, frame) or is_before_of_two(period, frame) or self._is_till_now(mention, frame, period):
                    return True
        return False

    def _is_till_now(self, mention: PeriodMention, frame: Period, period: Period) -> bool:
        """Whether *mention* says since when up to now, of a day unknown, and *period* was over long before: "since the season began 204;
        over all of last year 173"."""
        published = self.document.published
        over = published is not None and period.end is not None and period.end.year < published.year
        return over and mention.open_end and frame.start is None

    def _looks_back(self, index: int, mention: PeriodMention, period: Period) -> bool:
        """Whether a sentence within a paragraph goes back by years, in a dated document by its date: "In 2019 it was 0.9 billion", or
        behind one that counts: "A year ago it was 38 %"."""
        published, before = self.document.published, self.units[index - 1] if index else None
        within = before is not None and before.block == self.units[index].block
        if within and before is not None and before.has_count() and self._is_years_ago(mention, self.units[index]):
            return True
        if published is None or period.end is None or mention.form is not PeriodForm.ABSOLUTE or mention.last is not None:
            return False
        return period.end.year < published.year - 1 and index > 0 and self.units[index - 1].block == self.units[index].block

    def _is_years_ago(self, mention: PeriodMention, unit: Unit) -> bool:
        """Whether *mention* opens *unit* with so many years before now: "A year ago", and not "last year", which may be told of."""
        ago = time_words(self.document.language).lists["ago_now"]
        back = mention.first.grain is Grain.YEAR and mention.last is None and (mention.first.shift or 0) < 0
        return back and opens(mention, unit) and mention.surface.lower().split()[-1] in ago

    def _headed(self, unit: Unit) -> Period | None:
        """The period that the heading above *unit* names."""
        for heading in reversed(unit.passage.headings[-HEADING_REACH:]):
            if heading == self.document.title:
                continue
            period = only_period(heading, self.document)
            if period is None or (period.start == period.end and self._opens_with(heading)):
                continue  # the date of the report itself
            return period.model_copy(update={"basis": _weaker(period.basis)})
        return None

    def _opens_with(self, heading: str) -> bool:
        return heading in self.document.text[: DATELINE + len(heading) - 1]

    @kept
    def reported_on(self) -> Sought:
        """The period that the document says it reports on."""
        return reported_on(self.document, self.units)

    def reference(self, mention: PeriodMention, unit: Unit) -> Sought:
        """The period named last before *mention*, in its paragraph, which "a year earlier" is counted from; for "the same period" the
        last one that is longer than a week, if there is one."""
        brief: Sought | None = None
        at = index = self._place[id(unit)]
        while at >= max(index - LOOK_BACK, 0) and (
            at == index or self.units[at].block == unit.block or continues(self.units[at + 1], self.units[at])
        ):
            other = self.units[at]
            frames = self.frames(other) if other is not unit or not stands_for_last(mention, unit.language) else unit.periods
            for earlier in reversed(frames):
                if (
                    earlier.start < mention.start
                    and not is_bracketed(other, earlier, mention)
                    and not (len(frames) > 1 and is_said_on(other.syntax, earlier))
                ):
                    period, spans = self.resolved(earlier, other)
                    season = mention.first.grain is Grain.SEASON and period.start == period.end  # which no day is
                    if period.start is None or season:
                        continue
                    spans = [other.span, *spans] if other is not unit else spans
                    if mention.first.grain is not Grain.SPAN or period.end is None or (period.end - period.start).days > A_WEEK:
                        return period, spans
                    brief = brief or ((period, spans) if period.start != period.end else None)  # "in the same six months" is of no day
            if other.block != unit.block:
                break
            at -= 1
        return brief or ((self._headed(unit), []) if mention.first.whole else (None, []))

    @kept
    def leads_with_longer(self) -> bool:
        """Whether a bulletin of a week or a month begins with a longer time: "since the start of the year ..."."""
        reported, _ = self.reported_on
        opening = next(((frames[0], unit) for unit in self.units if (frames := self.frames(unit))), None)
        if reported is None or reported.start is None or opening is None:
            return False
        first, _ = self.resolved(*opening)
        return first.start is not None and first.start < reported.start and (first.end is None or first.end >= reported.start)

    def goes_on(self, source: Draft, draft: Draft) -> bool:
        """Return whether *draft* goes on with the time of *source*, whose words it takes from an earlier sentence: not where that only
        looks back to the time that it names, where a sentence between them names another, or where *draft* tells of now."""
        frames = self.frames(source.unit)
        if (frames and goes_back_within(frames[0], source.unit)) or is_present(draft.unit.syntax, draft.first):
            return False
        if frames and source.unit is not draft.unit:
            told, _ = self.resolved(frames[0], source.unit)
            if self._looks_back(self._place[id(source.unit)], frames[0], told):
                return False
        if frames and source.unit is not draft.unit and is_of_another(source.unit, draft.unit, frames[0]):
            return False
        held = source.period.surface if source.period is not None and source.unit is not draft.unit else None
        if any(mention.surface == held and dates_number(source.unit.syntax, mention) for mention in source.unit.periods):
            return False
        between = self.units[self._place[id(source.unit)] + 1 : self._place[id(draft.unit)]]
        return not any(self.lent(unit).reach in (Reach.OPENS, Reach.TELLS) for unit in between)

    def is_beside(self, draft: Draft, reported: Period) -> bool:
        """Whether the sentence before *draft* in its paragraph is of another time than the document reports on."""
        at = self._place[id(draft.unit)] - 1
        if at < 0 or self.units[at].block != draft.unit.block:
            return False
        lent = self.lent(self.units[at])
        return lent.reach is not Reach.AHEAD and lent.period is not None and relation(reported, lent.period) is Fit.DIFFERENT

    def names_another(self, draft: Draft) -> bool:
        """Whether the paragraph has named a year that is no period of a figure before *draft*: "the Annual Report 2022 stated ..."."""
        first = self._passing.get(draft.unit.block)
        return first is not None and first <= draft.start

    @kept
    def _passing(self) -> dict[int, int]:
        """Where in a paragraph, by its number, the first year ends that is no period."""
        found: dict[int, int] = {}
        for block, group in groupby(self.units, key=lambda unit: unit.block):
            units = list(group)
            named = {at for unit in units for mention in unit.periods for at in range(mention.start, mention.end)}
            years = _YEAR.finditer(self.document.text, units[0].start, units[-1].end)
            first = next((year.end() for year in years if year.start() not in named), None)
            if first is not None:
                found.setdefault(block, first)
        return found

    def season_begun(self, mention: PeriodMention) -> Sought:
        """Return the time since the day on which a season began, as the text has said it before *mention*, with that sentence."""
        for unit in self.units:
            if unit.start >= mention.start:
                break
            for named in unit.periods:
                if named.called is not None and named.called.edge is Edge.START and named.open_end:
                    period, spans = self.resolved(named, unit)
                    return period, [unit.span, *spans]
        return None, []

    def year_of(self, mention: PeriodMention, unit: Unit) -> tuple[int | None, Span | None]:
        """The year that the text has reached at *mention*: named before it in the sentence, or by a sentence of the paragraph or a
        heading that it opens. Else, in a dated document, none: the publication date decides; in an undated one the nearest named
        before it in the text, in a heading, or after it in the sentence."""
        framed = self._year_framed(mention, unit)
        if framed is not None:
            return framed
        if self.document.published is not None:
            return None, None
        place = self._place[id(unit)]
        aside: tuple[int, Span] | None = None
        reported = whole_year(self.reported_on[0])
        for index in range(place, max(self._barren, place - YEAR_REACH), -1):
            other = self.units[index]
            if other.block != unit.block and (of_report := reported or self._year_reported(mention, unit)) is not None:
                return of_report, None
            for earlier in reversed(self.frames(other)):
                if earlier.start < mention.start and earlier.form is not PeriodForm.YEARLESS and not is_bracketed(other, earlier, mention):
                    period, _ = self.resolved(earlier, other)
                    year = year_of(period)
                    if year is None or (other is not unit and self._is_due(earlier, other, period)):
                        continue  # "by 2027 it has to be closed": in which year the text is, that does not say
                    if not self._goes_back(index, period):
                        return year, other.span
                    if aside is None:
                        aside = year, other.span
        if aside is not None:
            return aside
        self._barren = place - 1
        for text in (*reversed(unit.passage.headings), self.document.title or ""):
            year = year_in(text, self.document.language)
            if year is not None:
                return year, None
        later = [other for other in unit.periods if other.start > mention.start and other.form is PeriodForm.ABSOLUTE]
        later = [other for other in later if not any(start < other.start < end for start, end in brackets(unit.syntax))]
        return (year_of(resolve(later[0], published=None)), None) if later and not compared(unit.syntax, later[0]) else (None, None)

    def _year_reported(self, mention: PeriodMention, unit: Unit) -> int | None:
        """The year of *mention* in a report on a week or a month, or, told as past, in one on a year that is none of the calendar."""
        period, ahead = self.reported_on[0], is_future(unit.syntax, mention)
        if period is None or period.start is None or period.end is None:
            return None
        if is_fiscal(period):
            return None if ahead else _year_within(mention, period, self._bounds)
        if (period.end - period.start).days > BRIEF or period.start.year != period.end.year:
            return None
        days = resolve(mention, published=None, year=period.end.year)
        later = days.start is not None and days.start > period.end
        return period.end.year if ahead or not later or mention.as_of or mention.open_start else None

    @kept
    def _bounds(self) -> tuple[date, date] | None:
        """The first and the last day of the year that the document reports on, as it says: "from 1 April 2023 to 31 March 2024"."""
        reported = self.reported_on[0]
        if reported is None or reported.start is None or reported.end is None:
            return None
        for unit in self.units[:OPENING_UNITS]:
            for mention in unit.periods:
                days = resolve(mention, published=None) if mention.form is PeriodForm.ABSOLUTE and mention.last is not None else None
                if days is None or days.start is None or days.end is None or (days.end - days.start).days + 1 not in LENGTHS[Grain.YEAR]:
                    continue
                if (days.start.year, days.end.year) == (reported.start.year, reported.end.year):
                    return days.start, days.end
        return None

    def _year_framed(self, mention: PeriodMention, unit: Unit) -> tuple[int, Span | None] | None:
        place = self._place[id(unit)]
        for index in range(place, max(place - LOOK_BACK, -1), -1):
            other = self.units[index]
            if other.block != unit.block:
                break
            for earlier in reversed(self.frames(other)):
                if earlier.start >= mention.start or earlier.form is PeriodForm.YEARLESS or is_bracketed(other, earlier, mention):
                    continue
                if other is unit or (earlier.form is PeriodForm.ABSOLUTE and opens(earlier, other)):
                    year = year_of(self.resolved(earlier, other)[0])
                    if year is not None:
                        return year, other.span
        for text in reversed(unit.passage.headings[-HEADING_REACH:]):
            year = year_in(text, self.document.language) if text != self.document.title else None
            if year is not None:
                return year, None
        return None


def _is_brief(period: Period) -> bool:
    """Whether *period* is no more than a week: what there was at its end has gone on for longer."""
    return period.start is not None and period.end is not None and (period.end - period.start).days < A_WEEK


def _year_within(mention: PeriodMention, period: Period, bounds: tuple[date, date] | None) -> int | None:
    """The year in which *mention* lies within *period*, a year like 2023/24 of these *bounds*, or of unknown ones: these begin in spring,
    summer or autumn, so that a November is of the first year and a February of the second."""
    start, end = bounds or (period.start or date.min, period.end or date.max)
    told = [(year, resolve(mention, published=None, year=year)) for year in sorted({start.year, end.year})]
    held = [year for year, days in told if days.start is not None and start <= days.start and (days.end or days.start) <= end]
    month = told[0][1].start.month if told[0][1].start is not None else 0
    if bounds is None and len(held) > 1:
        return start.year if month in FIRST_YEAR else end.year if month in SECOND_YEAR else None
    return held[0] if len(held) == 1 else None


def is_of_another(other: Unit, unit: Unit, lead: PeriodMention) -> bool:
    """Return whether the time *lead* in *other* is how long something called by a name in quotation marks went on, and *unit* tells of
    what has another such name: "The show “Salt” ran from 3 June to 9 July. “Letters” drew 300"."""
    if lead.last is None or opens(lead, other):
        return False
    before, now = (set(_QUOTED.findall(each.text)) for each in (other, unit))
    return bool(before and now) and before.isdisjoint(now)


def _weaker(basis: Basis) -> Basis:
    return Basis.CONTEXT if basis is Basis.STATED else basis
