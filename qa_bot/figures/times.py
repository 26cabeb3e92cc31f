"""The period that a figure holds for: stated beside it, or taken from the sentence, the paragraph or the heading above it."""

from datetime import date, timedelta

from qa_bot.figures.beside import beside, level_after, since_when, when_told
from qa_bot.figures.discourse import Discourse, Placed, Sought
from qa_bot.figures.draft import Draft
from qa_bot.figures.frames import closes_on
from qa_bot.figures.left_behind import is_left_behind
from qa_bot.figures.passing import dates_text, done_by, is_due, is_future, is_told_as_past, is_told_as_present
from qa_bot.figures.reported import TOLD_SOON
from qa_bot.figures.units import Unit
from qa_bot.figures.written import month_written
from qa_bot.figures.year_parts import PARTS, part_told, year_told
from qa_bot.schema import Basis, Document, Fit, Measure, Period, Span
from qa_bot.text.moments import LENGTHS, Edge, Grain, around, is_anaphoric, shift_months
from qa_bot.text.periods import SOON, PeriodForm, PeriodMention, is_fiscal, relation, resolve
from qa_bot.text.time_words import Kind, time_words

ANNOUNCED = 92  # days behind its date at most of which a text speaks in the present: "the fair takes place on 2 May"
SOON_OVER = 31  # days before its end from which "over the year" tells of the calendar year
COST = "cost"  # concept
MAX_CHAIN = 30  # "a year earlier ... a year earlier ..."


_TIMES = frozenset({"second", "minute", "hour", "day", "night", "week", "month", "quarter", "season", "year"})  # of `Draft.per`

_TO_COME = frozenset({Grain.YEAR, Grain.QUARTER, Grain.MONTH, Grain.WEEK})


def _without_day(draft: Draft, reached: Sought) -> Sought:
    """*reached*, unless that is the day of another sentence's event and *draft* is what something cost: building took longer."""
    period = reached[0]
    brief = period is not None and period.start is not None and period.start == period.end
    return (None, []) if brief and draft.measure is Measure.MONEY and COST in draft.slots.action_terms else reached


_POSSESSIVES = ("'s", "’s")
_NEXT = 4  # characters from the end of a period to the number that it is of: "'s £"


def _season_before(season: Period, mention: PeriodMention) -> Period:
    """The year or season before *season*, one of two calendar years, that *mention* calls the last."""
    start, end = (shift_months(day, -12) if day is not None else None for day in (season.start, season.end))
    return Period(start=start, end=end, surface=mention.surface, basis=Basis.CONTEXT)


class Calendar:
    """Resolves the periods named in one document, remembering which year its text has reached."""

    def __init__(self, document: Document, units: list[Unit]) -> None:
        self.document = document
        self.discourse = Discourse(document, units, self.resolved)
        self._chain = 0  # how many periods each hang on the one before
        self._resolved: dict[tuple[int, int], Placed] = {}
        month = month_written(document)  # as read on its first day, and on its last
        dated = [document.model_copy(update={"published": day}) for day in month or ()]
        self._by_month = [Calendar(each, units) for each in dated]

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
        named = [mention for mention in unit.periods if not (self.discourse.is_dateline(mention) or self._is_of_letter(mention, draft))]
        named = [mention for mention in named if not self._is_of_other(mention, draft, others)]
        mention = beside(unit, draft, others, named)
        since = since_when(draft)
        if mention is not None and (since is None or not mention.end <= since.start < draft.start):
            return self.resolved(mention, unit)
        if draft.per in _TIMES or (since is not None and since.begun is None):
            return None, []
        if since is not None and since.begun is not None:
            surface = self.document.text[since.start : since.end]
            return self._closed(*self._resolve(since.begun._replace(open_end=True, surface=surface), unit))
        return _without_day(draft, self.discourse.reached(draft))

    def _is_of_other(self, mention: PeriodMention, draft: Draft, others: list[Draft]) -> bool:
        """Whether *mention* is that of just one other number behind it: "7 % above the previous year's £60.1 million"."""
        if self.document.text[mention.end : mention.end + 2] not in _POSSESSIVES:
            return False
        return any(0 < other.start - mention.end <= _NEXT for other in others if other is not draft and draft.start < mention.start)

    def _is_of_letter(self, mention: PeriodMention, draft: Draft) -> bool:
        """Whether *mention* is the day of a letter that counts what was before; not where the text tells of a time that holds that day."""
        published = self.document.published
        if not dates_text(draft.unit.syntax, mention):
            return False
        told, _ = self.discourse.reached(draft)
        day = resolve(mention, published=published, soon=SOON).start
        return told is None or day is None or told.start is None or not told.start <= day <= (told.end or day)

    def _before(self, draft: Draft, level: Draft, others: list[Draft]) -> Sought:
        """The period of a level that *level* came after, where none is named: of "188, up from 160" in a year and of "rose from 160 to
        188" in a report on it the year before, else some time before."""
        period, spans = self.period_of(level, [draft, *(other for other in others if other is not level)])
        start = period.start if period is not None else None
        if period is None or start is None or period.end is None or start == date.min:
            return None, []
        whole = is_fiscal(period) or (start.month == start.day == 1 and period.end == date(start.year, 12, 31))
        of_report = period == self.discourse.reported_on[0]  # of two levels in the report on a year the first is of the year before
        yearly = whole and (level.start < draft.start or of_report) and start.year > 1
        earlier, last = (date(start.year - 1, 1, 1), date(period.end.year - 1, 12, 31)) if yearly else (None, start - timedelta(1))
        surface = self.document.text[draft.unit.syntax.tokens[draft.lead].start : draft.end]
        update = {"start": earlier, "end": last, "surface": surface, "basis": Basis.CONTEXT}
        return period.model_copy(update=update), spans or [level.unit.span]

    def resolved(self, mention: PeriodMention, unit: Unit) -> Placed:
        """Return the period that *mention* in *unit* names; what it leaves out comes from the text before it, else the publication date."""
        key = (mention.start, mention.end)
        if key not in self._resolved:
            self._resolved[key] = self._in_month(mention, unit) or self._closed(*self._resolve(mention, unit))
        return self._resolved[key]

    def _in_month(self, mention: PeriodMention, unit: Unit) -> Placed | None:
        """What *mention* names on whatever day of the month the text was written in which is all that is known; None where that differs."""
        if mention.form is PeriodForm.ABSOLUTE:
            return None
        read = [calendar.resolved(mention, unit) for calendar in self._by_month]
        periods = {(period.start, period.end) for period, _ in read}
        if len(periods) != 1 or read[0][0].start is None:
            return None
        return read[0][0].model_copy(update={"basis": Basis.CONTEXT}), read[0][1]

    def _resolve(self, mention: PeriodMention, unit: Unit) -> Placed:
        published = self.document.published
        if mention.form is PeriodForm.YEARLESS:
            dated = self._yearless(mention, unit)
            if dated is not None:
                return dated
        elif mention.first.grain is Grain.SEASON and mention.first.number is None and not is_anaphoric(mention.first):
            return self._season(mention, unit)
        elif is_anaphoric(mention.first) and self._chain < MAX_CHAIN:
            self._chain += 1
            reference, spans = self.discourse.reference(mention, unit)
            self._chain -= 1
            if is_left_behind(self.discourse, mention, unit, reference, spans):
                reference, spans = None, []
            if reference is None and (mention.first.shift or 0) < 0:
                reference, spans = self._reported_before(mention)
            if mention.first.whole:
                return self._around_named(mention, reference, spans)
            yearly = mention.first.grain is Grain.YEAR and not mention.first.apart
            if reference is None and yearly and is_told_as_past(unit.syntax, mention):
                return resolve(mention, published=None), []  # "61 in the previous year", of which year nothing tells
            if reference is not None and is_fiscal(reference) and yearly and mention.first.shift == -1 and mention.last is None:
                return _season_before(reference, mention), spans  # the previous year of 2023/24 is 2022/23
            if reference is not None:
                return resolve(mention, published=published, reference=reference), spans
        elif mention.first.shift == 0 and mention.first.edge in (Edge.START, Edge.END) and not is_future(unit.syntax, mention):
            if (edge := self._edge_of_year(mention, unit)) is not None:
                return edge
        elif (before := self._year_before(mention)) is not None:
            return before, self.discourse.reported_on[1]
        return self._so_far(mention, unit, self._not_ahead(mention, unit))

    def _edge_of_year(self, mention: PeriodMention, unit: Unit) -> Placed | None:
        """The day of "at the end of the year" in the year that the text has reached; None where it has reached none."""
        reference, spans = self.discourse.reference(mention, unit)
        reported, lines = self.discourse.reported_on
        if reported is not None and is_fiscal(reported) and reference is not None and self._is_looked_back_to(reference, reported):
            return reported, lines  # its end is not told: "7 % above the previous year's 60. 46 were open at the end of the year"
        if reference is not None and self._is_year_of(reference, mention) and reference.end is not None:
            period = resolve(mention, published=reference.end)  # "in 2022 ...; at the end of the year"
            return period.model_copy(update={"basis": Basis.CONTEXT}), spans
        return None

    def _yearless(self, mention: PeriodMention, unit: Unit) -> Placed | None:
        """The days of "in May" or "on 3 June" in the year that the text has reached, or next; None where nothing tells the year."""
        published = self.document.published
        if self._is_so_many(mention):
            return self._so_many(mention)
        year, source = self.discourse.year_of(mention, unit)
        year = year if year is not None else year_told(mention, unit, self.discourse.reported_on[0])
        if year is None and published is not None:
            limit = mention.as_of and not is_told_as_past(unit.syntax, mention) and self._is_limit(mention, unit, published)
            if limit or is_future(unit.syntax, mention) or is_due(unit.syntax, mention):
                return self._ahead(mention, published), []
        if year is None:
            return None
        period = resolve(mention, published=published, year=self._begun_in(year, mention))
        return period, [source] if source is not None and source != unit.span else []

    def _year_before(self, mention: PeriodMention) -> Period | None:
        """What "last year" is in a report on a year that ended lately within one of the calendar: the twelve months before that one."""
        reported, published, moment = self.discourse.reported_on[0], self.document.published, mention.first
        plain = moment.grain is Grain.YEAR and moment.shift == -1 and moment.number is None and moment.edge is None and mention.last is None
        if not plain or mention.open_end or reported is None or reported.start is None or reported.end is None or published is None:
            return None
        yearly = (reported.end - reported.start).days + 1 in LENGTHS[Grain.YEAR] and (reported.start.month, reported.start.day) != (1, 1)
        if not yearly or not 0 <= (published - reported.end).days < LENGTHS[Grain.YEAR].start:
            return None
        end = reported.start - timedelta(days=1)
        return Period(start=shift_months(reported.start, -12), end=end, surface=mention.surface, basis=Basis.CONTEXT)

    @staticmethod
    def _is_looked_back_to(reference: Period, reported: Period) -> bool:
        """Whether *reference* is but the year that a report on *reported* compares its own with: "the previous year's"."""
        begun = (reference.start, reported.start)
        return reference.basis is Basis.CONTEXT and begun[0] is not None and begun[1] is not None and begun[0] < begun[1]

    def _is_year_of(self, reference: Period, mention: PeriodMention) -> bool:
        """Whether "the year" of *mention* is that of *reference*, named before it: "since the start of the year" is of the year of the
        text behind a year long over, unless that is what the document reports on."""
        published, reported = self.document.published, self.discourse.reported_on[0]
        if published is not None and mention.open_end and reference.end is not None and reference.end.year < published.year - 1:
            return reported is not None and relation(reported, reference) is not Fit.DIFFERENT
        return reference.basis is not Basis.PUBLICATION_DATE

    def _is_so_many(self, mention: PeriodMention) -> bool:
        """Whether *mention* says how many months it is of and not that they are the first: "за девять месяцев", "nine-month profit"."""
        if not mention.first.amount or mention.last is not None:
            return False
        said = self.document.text[mention.start : mention.end].lower().replace("-", " ").split()
        kinds = (time_words(self.document.language).words.get(word.replace("ё", "е"), (None,))[0] for word in said)
        return Kind.ORDINAL not in kinds

    def _so_many(self, mention: PeriodMention) -> Placed:
        """The months with which the year began that the document reports on, or of one who writes soon after them; else nobody knows."""
        reported, lines = self.discourse.reported_on
        if reported is not None and reported.start is not None and reported.end is not None:
            period = resolve(mention, published=None, year=reported.end.year)
            if not is_fiscal(reported) and period.end is not None and period.end <= reported.end:
                return period, lines
            return resolve(mention, published=None), []
        published = self.document.published
        period = resolve(mention, published=published)
        soon = published is not None and period.end is not None and (published - period.end).days <= TOLD_SOON
        return (period if soon else resolve(mention, published=None)), []

    def _begun_in(self, year: int, mention: PeriodMention) -> int:
        """The year in which that began which has been since *mention*: in a text of February 2024 "since September" is of 2023."""
        published = self.document.published
        if not mention.open_end or published is None or year != published.year:
            return year
        start = resolve(mention, published=published, year=year).start
        return year - 1 if start is not None and start > published else year

    def _season(self, mention: PeriodMention, unit: Unit) -> Placed:
        """The days "since the start of the season", where the text has said when it began, and of "this season" in a report on one."""
        if mention.open_end:
            begun, spans = self.discourse.season_begun(mention)
            if begun is not None:
                return begun.model_copy(update={"surface": mention.surface, "basis": Basis.CONTEXT}), spans
        reported, lines = self.discourse.reported_on
        if reported is None or not is_fiscal(reported):
            return resolve(mention, published=None), []
        if mention.open_end or mention.first.shift == 0:
            return reported, lines
        if mention.first.shift != -1 or mention.last is not None:
            return resolve(mention, published=None), []
        return _season_before(reported, mention), lines

    def _reported_before(self, mention: PeriodMention) -> Sought:
        """The period that the document reports on, which "the previous year" goes back from where none is named before it."""
        reported, lines = self.discourse.reported_on
        if reported is None or reported.start is None or reported.end is None or mention.first.grain not in LENGTHS:
            return None, []
        days = (reported.end - reported.start).days + 1
        return (reported, lines) if days < LENGTHS[mention.first.grain].stop else (None, [])

    def _so_far(self, mention: PeriodMention, unit: Unit, day: Period) -> Placed:
        """What had been done "by 30 June" in a report on a time that holds that day was done from its beginning on."""
        if not mention.as_of or mention.last is not None or day.start is None or day.start != day.end or is_future(unit.syntax, mention):
            return day, []
        reported, lines = self.discourse.reported_on
        if reported is None or relation(reported, day) is not Fit.NARROWER or not done_by(unit.syntax, mention):
            return day, []
        return day.model_copy(update={"start": reported.start, "basis": Basis.CONTEXT}), lines

    def _around_named(self, mention: PeriodMention, reference: Period | None, spans: list[Span]) -> Placed:
        """The days of "during the year": the period that the document reports on where what was named before lies in it."""
        period = resolve(mention, published=None, reference=reference)
        reported, lines = self.discourse.reported_on
        if reported is None and mention.first.grain is Grain.YEAR and self._is_unfinished(period):
            return self._twelve_months(mention), []
        if mention.first.grain in PARTS:
            around_it, spans = (reference, spans) if reference is not None else (reported, lines)
            return part_told(mention, around_it, self.document.published), spans
        if reported is None or reported.start is None or reported.end is None or mention.first.grain not in LENGTHS:
            return period, spans
        days = (reported.end - reported.start).days + 1
        lies_in = reference is None or closes_on(reference, reported) or relation(reported, reference) in (Fit.SAME, Fit.NARROWER)
        if reference is not None and reference.start is not None and reference.start <= reported.start:  # "since the start of the year"
            lies_in = lies_in or (mention.first.grain is Grain.MONTH and reference.end == reported.end)
            lies_in = lies_in or (mention.first.grain is Grain.WEEK and reference.end in (None, reported.end))
        return (reported, lines) if lies_in and days in LENGTHS[mention.first.grain] else (period, spans)

    def _is_unfinished(self, period: Period) -> bool:
        """Whether *period* is the calendar year that the text was written in, not near its end."""
        published = self.document.published
        return (
            published is not None
            and period.start == date(published.year, 1, 1)
            and (date(published.year, 12, 31) - published).days > SOON_OVER
        )

    def _twelve_months(self, mention: PeriodMention) -> Period:
        """The year up to the date of the text: over which «за год» tells a change where the calendar year is not over."""
        published = self.document.published or date.max
        start = shift_months(published, -12)
        return Period(start=start, end=published, surface=mention.surface, basis=Basis.PUBLICATION_DATE)

    def _ahead(self, mention: PeriodMention, published: date) -> Period:
        """The next occurrence of "26 September" in a sentence that speaks of what is to come."""
        for year in (published.year, published.year + 1):
            period = resolve(mention, published=published, year=year)
            if period.end is None or period.end >= published:
                break
        return period.model_copy(update={"basis": Basis.PUBLICATION_DATE})

    def _is_limit(self, mention: PeriodMention, unit: Unit, published: date) -> bool:
        """Whether a day told in the present is one to come, "it appeals for 14 million by 1 May"; else the nearer of the last and the next
        one is meant: "as of 7 August there are 31 fires" on the day after."""
        lead = self.document.text[mention.lead : mention.start].strip().lower()
        ahead, before = self._ahead(mention, published), resolve(mention, published=published)
        if lead in unit.syntax.words["by_then"] or ahead.start is None or before.end is None:
            return True
        return ahead.start - published < published - before.end

    def _not_ahead(self, mention: PeriodMention, unit: Unit) -> Period:
        """The days of *mention*; a day soon after publication is of its year; "at the end of the quarter" may be that of the last one."""
        published, moment = self.document.published, mention.first
        told = mention.first.grain is not Grain.DAY or is_told_as_past(unit.syntax, mention)
        told = told and not (mention.first.grain is Grain.MONTH and is_told_as_present(unit.syntax, mention))
        period = resolve(mention, published=published, soon=SOON if told else ANNOUNCED)
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
        """A period that began before the publication date and is open since ends with it, in a report on a month with that month."""
        published, (reported, lines) = self.document.published, self.discourse.reported_on
        if published is None or period.start is None or period.end not in (None, published) or period.start > published:
            return period, spans
        since_new_year = (period.start.month, period.start.day) == (1, 1) and period.start.year == published.year
        if since_new_year and reported is not None and self._ends_lately(reported) and period.start < (reported.start or period.start):
            return period.model_copy(update={"end": reported.end, "basis": Basis.CONTEXT}), [*spans, *lines]
        if period.end is not None:
            return period, spans
        basis = Basis.PUBLICATION_DATE if period.basis is Basis.STATED else period.basis
        return period.model_copy(update={"end": published, "basis": basis}), spans

    def _ends_lately(self, reported: Period) -> bool:
        """Whether the document reports on a month or quarter that was over when it was written, and not long before."""
        published = self.document.published
        if published is None or reported.start is None or reported.end is None or (reported.end - reported.start).days > ANNOUNCED:
            return False
        return 0 < (published - reported.end).days <= TOLD_SOON
