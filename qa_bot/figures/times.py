"""The period that a figure holds for: stated beside it, or taken from the sentence, the paragraph or the heading above it."""

import re
from datetime import date, timedelta
from functools import cached_property

from qa_bot.figures.beside import OPENING, beside, brackets, level_after, since_when, when_told
from qa_bot.figures.draft import Draft
from qa_bot.figures.passing import (
    compared,
    dates_cause,
    done_by,
    in_passing,
    is_bound,
    is_future,
    is_planned,
    is_present,
    is_said_on,
    is_told_as_past,
    sums_up,
)
from qa_bot.figures.reported import DATELINE, only_period, reported_on, year_in, year_of
from qa_bot.figures.units import Unit
from qa_bot.schema import Basis, BlockKind, Document, Fit, Period, Span
from qa_bot.text.moments import LENGTHS, Edge, Grain, around, is_anaphoric, shift_months
from qa_bot.text.nominals import opens_with
from qa_bot.text.periods import PeriodForm, PeriodMention, is_fiscal, relation, resolve

HEADING_REACH = 1  # how many headings up, from the innermost, lend their period; a title's year often names a report, not a count
BRIEF = 31  # days; what a bulletin of a week or a month says "has been done" may be of all the time so far
A_WEEK = 8  # days from its first to its last at most
LOOK_BACK = 20  # sentences of a paragraph
YEAR_REACH = 300  # sentences back in which an undated text may have named the year
MAX_CHAIN = 30  # "a year earlier ... a year earlier ..."

_DATELINE_END = re.compile(r"(?:\s*(?:года|г\.))?[.,:]?\s*(?:[(\[/—–-]|«|\n|$|[A-ZА-ЯЁ])")

_TIMES = frozenset({"second", "minute", "hour", "day", "night", "week", "month", "quarter", "season", "year"})  # of `Draft.per`

_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d.,]*\d)")
_TO_COME = frozenset({Grain.YEAR, Grain.QUARTER, Grain.MONTH, Grain.WEEK})
Placed = tuple[Period, list[Span]]
Sought = tuple[Period | None, list[Span]]


class Calendar:
    """Resolves the periods named in one document, remembering which year its text has reached."""

    def __init__(self, document: Document, units: list[Unit]) -> None:
        self.document = document
        self.units = units
        self._place = {id(unit): index for index, unit in enumerate(units)}
        self._barren = -1  # the last unit before and with which no year is named
        self._chain = 0  # how many periods each hang on the one before
        self._framing: dict[int, list[PeriodMention]] = {}
        self._resolved: dict[tuple[int, int], Placed] = {}

    def period_of(self, draft: Draft, others: list[Draft]) -> Sought:
        """Return the period of *draft* and the spans of the sentences it was taken from, when not its own."""
        unit = draft.unit
        if draft.when is not None:
            return self.resolved(draft.when, unit)
        told = when_told(unit, draft)
        if told is not None:
            return self._closed(*self._resolve(told, unit))
        level = level_after(draft, others)
        if level is not None:
            return self._before(draft, level, others)
        mention = beside(unit, draft, others, [mention for mention in unit.periods if not self._is_dateline(mention)])
        since = since_when(draft)
        if mention is not None and (since is None or not mention.end <= since.start < draft.start):
            return self.resolved(mention, unit)
        if draft.per in _TIMES or (since is not None and since.begun is None):
            return None, []
        if since is not None and since.begun is not None:
            surface = self.document.text[since.start : since.end]
            return self._closed(*self._resolve(since.begun._replace(open_end=True, surface=surface), unit))
        if unit.intro is not None and unit.kind is BlockKind.LIST_ITEM:
            period, spans = self._framed(unit.intro, listing=True)
            if period is None:
                period, spans = self._inherited(unit.intro)
                spans = [*spans, unit.intro.span] if period is not None else []
        else:
            period, spans = self._inherited(unit, draft)
        if period is None and draft.slots.modality is None and not (is_present(unit.syntax, draft.first) or self._names_another(draft)):
            reported, lines = self.reported_on
            if reported is None or self._is_beside(draft, reported):
                return None, []
            brief = reported.start and reported.end and (reported.end - reported.start).days <= BRIEF
            return (None, []) if brief and (sums_up(unit.syntax, draft.first) or self._leads_with_longer) else (reported, lines)
        return period, spans

    @cached_property
    def _leads_with_longer(self) -> bool:
        """Whether a bulletin of a week or a month begins with a longer time: "since the start of the year ..."."""
        reported, _ = self.reported_on
        opening = next(((frames[0], unit) for unit in self.units if (frames := self._frames(unit))), None)
        if reported is None or reported.start is None or opening is None:
            return False
        first, _ = self.resolved(*opening)
        return first.start is not None and first.start < reported.start and (first.end is None or first.end >= reported.start)

    def looks_back_at(self, draft: Draft) -> bool:
        """Return whether the sentence of *draft* only looks back to the time that it names, so that nothing goes on from it."""
        frames = self._frames(draft.unit)
        return bool(frames) and _goes_back_within(frames[0], draft.unit)

    def _is_beside(self, draft: Draft, reported: Period) -> bool:
        """Whether the sentence before *draft* in its paragraph is of another time than the document reports on."""
        at = self._place[id(draft.unit)] - 1
        if at < 0 or self.units[at].block != draft.unit.block:
            return False
        frames = self._frames(self.units[at])
        if frames and self._is_plan(frames[0], self.units[at], draft):
            return False
        period, _ = self._framed(self.units[at])
        return period is not None and relation(reported, period) is Fit.DIFFERENT

    def _names_another(self, draft: Draft) -> bool:
        """Whether the paragraph has named a year that is no period of a figure before *draft*: "the Annual Report 2022 stated ..."."""
        at = self._place[id(draft.unit)]
        while at and self.units[at - 1].block == draft.unit.block:
            at -= 1
        named = [(mention.start, mention.end) for unit in self.units[at : self._place[id(draft.unit)] + 1] for mention in unit.periods]
        years = _YEAR.finditer(self.document.text, self.units[at].start, draft.start)
        return any(not any(start <= year.start() < end for start, end in named) for year in years)

    def _before(self, draft: Draft, level: Draft, others: list[Draft]) -> Sought:
        """The period of a level that *level* came after, where none is named: of "188, up from 160" in a year the year before, else
        some time before."""
        period, spans = self.period_of(level, [draft, *(other for other in others if other is not level)])
        start = period.start if period is not None else None
        if period is None or start is None or period.end is None or start == date.min:
            return None, []
        whole = is_fiscal(period) or (start.month == start.day == 1 and period.end == date(start.year, 12, 31))
        yearly = whole and level.start < draft.start and start.year > 1
        earlier, last = (date(start.year - 1, 1, 1), date(period.end.year - 1, 12, 31)) if yearly else (None, start - timedelta(1))
        surface = self.document.text[draft.unit.syntax.tokens[draft.lead].start : draft.end]
        update = {"start": earlier, "end": last, "surface": surface, "basis": Basis.CONTEXT}
        return period.model_copy(update=update), spans or [level.unit.span]

    def resolved(self, mention: PeriodMention, unit: Unit) -> Placed:
        """Return the period that *mention* in *unit* names; what it leaves out comes from the text before it, else the publication date."""
        key = (mention.start, mention.end)
        if key not in self._resolved:
            self._resolved[key] = self._closed(*self._resolve(mention, unit))
        return self._resolved[key]

    def _resolve(self, mention: PeriodMention, unit: Unit) -> Placed:
        published = self.document.published
        if mention.form is PeriodForm.YEARLESS:
            year, source = self._year_of(mention, unit)
            ahead = is_future(unit.syntax, mention) or (mention.as_of and not is_told_as_past(unit.syntax, mention))
            if year is None and published is not None and ahead:
                return self._ahead(mention, published), []
            if year is not None:
                return resolve(mention, published=published, year=year), [source] if source is not None and source != unit.span else []
        elif is_anaphoric(mention.first) and self._chain < MAX_CHAIN:
            self._chain += 1
            reference, spans = self._reference(mention, unit)
            self._chain -= 1
            if reference is None and (mention.first.shift or 0) < 0:
                reference, spans = self._reported_before(mention)
            if mention.first.whole:
                return self._around_named(mention, reference, spans)
            yearly = mention.first.grain is Grain.YEAR and not mention.first.apart
            if reference is None and yearly and is_told_as_past(unit.syntax, mention):
                return resolve(mention, published=None), []  # "61 in the previous year", of which year nothing tells
            if reference is not None:
                return resolve(mention, published=published, reference=reference), spans
        elif mention.first.shift == 0 and mention.first.edge in (Edge.START, Edge.END) and not is_future(unit.syntax, mention):
            reference, spans = self._reference(mention, unit)
            if reference is not None and reference.basis is not Basis.PUBLICATION_DATE and reference.end is not None:
                period = resolve(mention, published=reference.end)  # "in 2022 ...; at the end of the year"
                return period.model_copy(update={"basis": Basis.CONTEXT}), spans
        return self._so_far(mention, unit, self._not_ahead(mention, unit))

    def _reported_before(self, mention: PeriodMention) -> Sought:
        """The period that the document reports on, which "the previous year" goes back from where none is named before it."""
        reported, lines = self.reported_on
        if reported is None or reported.start is None or reported.end is None or mention.first.grain not in LENGTHS:
            return None, []
        days = (reported.end - reported.start).days + 1
        return (reported, lines) if days < LENGTHS[mention.first.grain].stop else (None, [])

    def _so_far(self, mention: PeriodMention, unit: Unit, day: Period) -> Placed:
        """What had been done "by 30 June" in a report on a time that holds that day was done from its beginning on."""
        if not mention.as_of or mention.last is not None or day.start is None or day.start != day.end or is_future(unit.syntax, mention):
            return day, []
        reported, lines = self.reported_on
        if reported is None or relation(reported, day) is not Fit.NARROWER or not done_by(unit.syntax, mention):
            return day, []
        return day.model_copy(update={"start": reported.start, "basis": Basis.CONTEXT}), lines

    def _around_named(self, mention: PeriodMention, reference: Period | None, spans: list[Span]) -> Placed:
        """The days of "during the year": the period that the document reports on where what was named before lies in it."""
        period = resolve(mention, published=None, reference=reference)
        reported, lines = self.reported_on
        if reported is None or reported.start is None or reported.end is None or mention.first.grain not in LENGTHS:
            return period, spans
        days = (reported.end - reported.start).days + 1
        lies_in = reference is None or _closes(reference, reported) or relation(reported, reference) in (Fit.SAME, Fit.NARROWER)
        return (reported, lines) if lies_in and days in LENGTHS[mention.first.grain] else (period, spans)

    def _ahead(self, mention: PeriodMention, published: date) -> Period:
        """The next occurrence of "26 September" in a sentence that speaks of what is to come."""
        for year in (published.year, published.year + 1):
            period = resolve(mention, published=published, year=year)
            if period.end is None or period.end >= published:
                break
        return period.model_copy(update={"basis": Basis.PUBLICATION_DATE})

    def _not_ahead(self, mention: PeriodMention, unit: Unit) -> Period:
        """The days of *mention*; "at the end of the quarter" is the last one's when this one has not ended yet."""
        published, moment = self.document.published, mention.first
        period = resolve(mention, published=published)
        this = moment.shift == 0 and moment.number is None and moment.edge is None and mention.last is None and not moment.to_date
        if this and published is not None and period.end == published and moment.grain in _TO_COME and is_future(unit.syntax, mention):
            return period.model_copy(update={"end": around(published, moment.grain).end})  # all of it is meant
        if not (mention.as_of and mention.form is PeriodForm.RELATIVE and published and period.start and period.start > published):
            return period
        if is_future(unit.syntax, mention) or not is_told_as_past(unit.syntax, mention):
            return period
        moments = (resolve(mention, published=shift_months(published, -months)) for months in range(1, 13) if published.year > 1)
        return next((moment for moment in moments if moment.start is not None and moment.start <= published), period)

    def _closed(self, period: Period, spans: list[Span]) -> Placed:
        """A period that began before the publication date and is open since ends with it."""
        published = self.document.published
        if published is None or period.start is None or period.end is not None or period.start > published:
            return period, spans
        basis = Basis.PUBLICATION_DATE if period.basis is Basis.STATED else period.basis
        return period.model_copy(update={"end": published, "basis": basis}), spans

    # ------------------------------------------------------------ from the text around

    def _is_dateline(self, mention: PeriodMention) -> bool:
        """Whether *mention* is the date of the report itself: "MORANE, 22 September 2023 (Alpha News) -"."""
        published = self.document.published
        if published is None or mention.form is not PeriodForm.ABSOLUTE or mention.start - self.units[0].start > DATELINE:
            return False
        period = resolve(mention, published=published)
        if period.start != published or period.end != published:
            return False
        return _DATELINE_END.match(self.document.text, mention.end) is not None

    def _frames(self, unit: Unit) -> list[PeriodMention]:
        """The mentions of *unit* that may frame what stands around it."""
        place = self._place[id(unit)]
        if place not in self._framing:
            self._framing[place] = [
                mention
                for mention in unit.periods
                if not (in_passing(unit.syntax, mention) or self._is_dateline(mention) or dates_cause(unit.syntax, mention))
            ]
        return self._framing[place]

    def _framed(self, unit: Unit, *, listing: bool = False) -> Sought:
        """The period that frames the sentences or, with *listing*, the list items after *unit*: the only one in it, or the one it opens
        with. A list is of the very day that its introduction names; sentences after "at the end of the year" are of the year."""
        mentions = [mention for mention in self._frames(unit) if not mention.open_end]
        if mentions and "(" in unit.text:
            aside = brackets(unit.syntax)
            mentions = [mention for mention in mentions if not any(start < mention.start < end for start, end in aside)]
        if not mentions:
            return None, []
        if len(mentions) > 1 and not _opens(mentions[0], unit):
            return None, []
        if not listing and _goes_back_within(mentions[0], unit):
            return None, []
        period, spans = self.resolved(mentions[0], unit)
        reported, lines = self.reported_on
        if reported is not None and _closes(period, reported):
            return reported, lines
        published = self.document.published
        if published is not None and period.end is not None:
            mention, year = mentions[0], mentions[0].grain is Grain.YEAR
            if period.end > published and (mention.as_of or mention.open_start or not year):
                return None, []  # a plan or a forecast for one day
            if mention.form is PeriodForm.RELATIVE and period.end.year < published.year and not _opens(mention, unit):
                return None, []  # "..., five years ago it was lower"
        ahead = published is None or period.end is None or period.end > published
        if ahead and is_future(unit.syntax, mentions[0]):
            return None, []  # "For 2024 the board expects ..."
        period = period if listing else self._widened(mentions[0], unit, period)
        return period.model_copy(update={"basis": _weaker(period.basis)}), [unit.span, *spans]

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

    def _inherited(self, unit: Unit, draft: Draft | None = None) -> Sought:
        """From the sentences before in the same paragraph, nearest first; from the heading above. What is said in the present of
        anything but what stands before ("the hospital has 480 beds") holds for no period in the past."""
        heading = self._headed(unit)
        apart: Sought = (heading, []) if heading is not None else (None, [])
        if draft is not None and is_present(unit.syntax, draft.first):
            return apart
        index = self._place[id(unit)]
        while index and (self.units[index - 1].block == unit.block or _continues(self.units[index], self.units[index - 1])):
            index -= 1
            other = self.units[index]
            frames = self._frames(other)
            if frames and not (draft is not None and self._is_plan(frames[0], other, draft)):
                period, spans = self._framed(other)
                if draft is not None and period is not None and period.start == period.end and _sums_up(draft):
                    return apart  # "The final on 3 May drew 900 people. Total attendance was 12,000"
                narrower = heading is not None and not _opens(frames[0], other)
                aside = period is not None and (self._goes_back(index, period) or self._looks_back(index, frames[0], period))
                aside = aside or (period is not None and self._is_before_reported(period))
                return apart if period is not None and (narrower or aside) else (period, spans)
            if other.block != unit.block:
                break
        return apart

    def _is_plan(self, mention: PeriodMention, unit: Unit, draft: Draft) -> bool:
        """Whether *mention* is when something is planned for, which *draft* tells as a fact."""
        if draft.slots.modality is not None or not is_planned(unit.syntax, mention):
            return False
        end, published = self.resolved(mention, unit)[0].end, self.document.published
        return published is None or end is None or end > published

    def _is_before_reported(self, period: Period) -> bool:
        """Whether *period* had ended when that began which the document reports on: what goes on after a look back may be of either."""
        reported, _ = self.reported_on
        return reported is not None and reported.start is not None and period.end is not None and period.end < reported.start

    def _goes_back(self, index: int, period: Period) -> bool:
        """Whether unit *index* only looks back, from a later period that its paragraph has named before: what follows may hold for
        either, so it takes none."""
        for at in range(index - 1, max(index - LOOK_BACK, 0) - 1, -1):
            if self.units[at].block != self.units[index].block:
                break
            for mention in self._frames(self.units[at]):
                frame, _ = self.resolved(mention, self.units[at])
                if frame.start is not None and period.end is not None and period.end < frame.start:
                    return True
        return False

    def _looks_back(self, index: int, mention: PeriodMention, period: Period) -> bool:
        """Whether a sentence within a paragraph of a dated document goes back by years: "In 2019 it was 0.9 billion"."""
        published = self.document.published
        if published is None or period.end is None or mention.form is not PeriodForm.ABSOLUTE or mention.last is not None:
            return False
        return period.end.year < published.year - 1 and index > 0 and self.units[index - 1].block == self.units[index].block

    def _headed(self, unit: Unit) -> Period | None:
        """The period that the heading above *unit* names."""
        for heading in reversed(unit.passage.headings[-HEADING_REACH:]):
            if heading == self.document.title:
                continue
            period = only_period(heading, self.document)
            if period is None or (period.start == period.end and 0 <= self.document.text.find(heading) < DATELINE):
                continue  # the date of the report itself
            return period.model_copy(update={"basis": _weaker(period.basis)})
        return None

    @cached_property
    def reported_on(self) -> Sought:
        """The period that the document says it reports on."""
        return reported_on(self.document, self.units)

    def _reference(self, mention: PeriodMention, unit: Unit) -> Sought:
        """The period named last before *mention*, in its paragraph, which "a year earlier" is counted from; for "the same period" the
        last one that is longer than a week, if there is one."""
        brief: Sought | None = None
        at = index = self._place[id(unit)]
        while at >= max(index - LOOK_BACK, 0) and (
            at == index or self.units[at].block == unit.block or _continues(self.units[at + 1], self.units[at])
        ):
            other = self.units[at]
            frames = self._frames(other)
            for earlier in reversed(frames):
                if (
                    earlier.start < mention.start
                    and not _is_aside(other, earlier, mention)
                    and not (len(frames) > 1 and is_said_on(other.syntax, earlier))
                ):
                    period, spans = self.resolved(earlier, other)
                    if period.start is None:
                        continue
                    spans = [other.span, *spans] if other is not unit else spans
                    if mention.first.grain is not Grain.SPAN or period.end is None or (period.end - period.start).days > A_WEEK:
                        return period, spans
                    brief = brief or ((period, spans) if period.start != period.end else None)  # "in the same six months" is of no day
            if other.block != unit.block:
                break
            at -= 1
        return brief or ((self._headed(unit), []) if mention.first.whole else (None, []))

    # ------------------------------------------------------------ the year of "in March"

    def _year_of(self, mention: PeriodMention, unit: Unit) -> tuple[int | None, Span | None]:
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
        for index in range(place, max(self._barren, place - YEAR_REACH), -1):
            other = self.units[index]
            for earlier in reversed(self._frames(other)):
                if earlier.start < mention.start and earlier.form is not PeriodForm.YEARLESS and not _is_aside(other, earlier, mention):
                    period, _ = self.resolved(earlier, other)
                    year = year_of(period)
                    if year is not None and not self._goes_back(index, period):
                        return year, other.span
                    if aside is None and year is not None:
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

    def _year_framed(self, mention: PeriodMention, unit: Unit) -> tuple[int, Span | None] | None:
        place = self._place[id(unit)]
        for index in range(place, max(place - LOOK_BACK, -1), -1):
            other = self.units[index]
            if other.block != unit.block:
                break
            for earlier in reversed(self._frames(other)):
                if earlier.start >= mention.start or earlier.form is PeriodForm.YEARLESS or _is_aside(other, earlier, mention):
                    continue
                if other is unit or (earlier.form is PeriodForm.ABSOLUTE and _opens(earlier, other)):
                    year = year_of(self.resolved(earlier, other)[0])
                    if year is not None:
                        return year, other.span
        for text in reversed(unit.passage.headings[-HEADING_REACH:]):
            year = year_in(text, self.document.language) if text != self.document.title else None
            if year is not None:
                return year, None
        return None


def _weaker(basis: Basis) -> Basis:
    return Basis.CONTEXT if basis is Basis.STATED else basis


def _closes(day: Period, reported: Period) -> bool:
    """Whether *day* is that on which a count at the end of *reported* was taken: "on 1 January 2023" in a report for 2022."""
    return day.start == day.end and day.start is not None and reported.end is not None and day.start == reported.end + timedelta(1)


def _opens(mention: PeriodMention, unit: Unit) -> bool:
    """Whether the sentence opens with *mention*, a connective or a reporting phrase of its own apart."""
    return mention.lead <= unit.start + OPENING or (opens_with(unit.syntax, "connectives") and mention.lead <= unit.start + 20)


def _sums_up(draft: Draft) -> bool:
    """Whether the noun of a figure tells a total or an average, which one day has not."""
    if draft.noun is None:
        return False
    words, tokens = draft.unit.syntax.words, draft.unit.syntax.tokens[draft.noun.first : draft.noun.last]
    return any(token.lower in words["totals"] | words["averages"] for token in tokens)


def _goes_back_within(mention: PeriodMention, unit: Unit) -> bool:
    """Whether a sentence about another time only looks back to *mention*: "...; in the previous season he had scored 19", "...; in 2019
    they had sold 30"."""
    apart = next((token.start for token in unit.syntax.tokens if token.surface == ";"), unit.end)
    if apart < mention.start and any(number.end <= apart for number in unit.numbers):
        return True
    back = is_anaphoric(mention.first) and not mention.first.whole and (mention.first.shift or 0) < 0
    return back and not _opens(mention, unit)


def _is_aside(unit: Unit, earlier: PeriodMention, mention: PeriodMention) -> bool:
    """Whether *earlier* stands in brackets of *unit* that close before *mention*, which goes on from what stands outside them: "rose to
    88 (2022: 61). The year before ..."."""
    return "(" in unit.text and any(start < earlier.start < end <= mention.start for start, end in brackets(unit.syntax))


def _continues(unit: Unit, before: Unit) -> bool:
    """Whether *unit* goes on from the paragraph before: it is its first sentence and opens with a connective or a pronoun."""
    if before.kind is not BlockKind.PARAGRAPH or unit.kind is not BlockKind.PARAGRAPH:
        return False
    return opens_with(unit.syntax, "connectives")
