"""The period that a document reports on, as its title, a line of its own or its opening says, and that which a heading names."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import takewhile
from typing import NamedTuple

from qa_bot.figures.passing import in_passing, is_future
from qa_bot.figures.units import Unit
from qa_bot.schema import Basis, Block, BlockKind, Document, Fit, Period, Span
from qa_bot.text.functions import functions
from qa_bot.text.lemmas import lemma
from qa_bot.text.lexicon import lexicon
from qa_bot.text.moments import Grain
from qa_bot.text.periods import SOON, PeriodForm, PeriodMention, find_periods, relation, resolve
from qa_bot.text.tokens import tokenize

LONGEST_TITLE = 1_000  # characters; a text without a line end or a stop may be one of 60 MB
DATELINE = 200  # characters into the text; longer openings hold no date of the report
TOP_BLOCKS = 2  # at the top that may be titles: the body, and what it tells of
LABEL = 4  # words of "Reporting week:"
OPENING = 2  # sentences that may say what a report or a title speaks of

TOLD_SOON = 120  # days from the end of the months of a title, or of "the nine months", to the text
RECENT = 460  # days from the end of a period to the report on it: a year and a quarter

_SEASONS = frozenset({"winter", "spring", "summer", "autumn"})  # concepts
_LONG = frozenset({Grain.YEAR, Grain.HALF, Grain.QUARTER})
_STOPS = (".", "!", "?", ":")
_YEAR_CUT_SHORT = re.compile(r"\d\s?гг?\.$")  # the stop of "март 2024 г." ends no sentence
_EDITION = re.compile(r"\w»?(?:\s?[-–—]|,)\s?((?:19|20)\d\d)(?![\w-]|[.,]\d)")
_YEAR = re.compile(r"(?<![\d.,-])(?:19|20)\d\d(?![\d-])(?![.,]\d)")


def reported_on(document: Document, units: list[Unit]) -> tuple[Period | None, list[Span]]:
    """Return the period that a line of its own ("Reporting week: 5 to 11 August 2024"), with that line, or the title names, or else
    the sentence that opens a report, with that sentence."""
    for unit in units:
        if unit.start - units[0].start > DATELINE:
            break
        mention = _one_of(unit.periods)
        if mention is not None and mention.form is PeriodForm.ABSOLUTE and _fills(unit.text, unit.periods, unit.start):
            period = resolve(mention, published=None)
            if period.start != period.end and period.start is not None and period.end is not None:
                return period.model_copy(update={"basis": Basis.CONTEXT}), [unit.span]
    titles = _titles(document)
    for title in titles:
        titled = _titled(title, document, units)
        if titled is not None:
            return titled, []
    years = {year_in(title, document.language) for title in titles} - {None}
    if years or any(_is_report(title, document.language) for title in titles):
        return _opened(document, units, years=years)
    return None, []


def _one_of(mentions: Sequence[PeriodMention]) -> PeriodMention | None:
    """Return the only one of *mentions*, or the one with its year of two that name the same days: "week 26 of 2025 (23–29 June)"."""
    if len(mentions) != 2:
        return mentions[0] if len(mentions) == 1 else None
    full = [mention for mention in mentions if mention.form is PeriodForm.ABSOLUTE]
    other = [mention for mention in mentions if mention.form is PeriodForm.YEARLESS]
    period = resolve(full[0], published=None) if len(full) == len(other) == 1 else None
    if period is None or period.end is None:
        return None
    days = resolve(other[0], published=None, year=period.end.year)
    return full[0] if (days.start, days.end) == (period.start, period.end) else None


def only_period(heading: str, document: Document) -> Period | None:
    """Return the one period that a heading or title names; "week 31" is of the year of the title, else of the publication date."""
    mention = _one_of(find_periods(heading, 0, len(heading), document.language))
    if mention is None or mention.form is PeriodForm.RELATIVE:
        return None
    year = year_in(document.title or "", document.language) if mention.form is PeriodForm.YEARLESS else None
    period = resolve(mention, published=document.published, year=year, soon=SOON)
    return period if period.end is not None else None


def year_in(heading: str, language: str) -> int | None:
    """Return the first year that a heading or title names."""
    for mention in find_periods(heading, 0, len(heading), language):
        if mention.form is PeriodForm.ABSOLUTE and (year := year_of(resolve(mention, published=None))) is not None:
            return year
    return None


def year_of(period: Period) -> int | None:
    """Return the year in which *period* ends or, open, begins."""
    end = period.end or period.start
    return end.year if end is not None else None


def whole_year(period: Period | None) -> int | None:
    """Return the year that *period* is, from its first day to its last; None of any other."""
    if period is None or period.start is None or (period.start.month, period.start.day) != (1, 1):
        return None
    return period.start.year if period.end == date(period.start.year, 12, 31) else None


# ---------------------------------------------------------------- titles


def _titles(document: Document) -> list[str]:
    """The title, and the lines that the text begins with, a heading or such as end as no sentence does; without a title also one alone."""
    top = [block for block in document.blocks[: TOP_BLOCKS + 1] if block.kind is not BlockKind.FURNITURE][:TOP_BLOCKS]
    lines = [line for block in top for line in _lines_of(block, document)]
    opening = list(takewhile(lambda line: line.kind is BlockKind.HEADING or not _is_sentence(line.text), lines))
    if len(opening) == 1 and document.title and opening[0].kind is not BlockKind.HEADING:
        opening = []
    return [title for title in dict.fromkeys((document.title or "", *(line.text for line in opening))) if 0 < len(title) <= LONGEST_TITLE]


def _is_sentence(line: str) -> bool:
    return line.endswith(_STOPS) and _YEAR_CUT_SHORT.search(line) is None


class _Line(NamedTuple):
    kind: BlockKind
    text: str


def _lines_of(block: Block, document: Document) -> list[_Line]:
    """The lines of a *block* at the top; of a table and of what begins far down none."""
    text = document.text[block.span.start : block.span.end].lstrip("# ").rstrip()
    if block.kind not in (BlockKind.HEADING, BlockKind.PARAGRAPH) or block.span.start - document.blocks[0].span.start > DATELINE:
        return []
    return [_Line(block.kind, line.strip()) for line in text.splitlines() if len(line) <= DATELINE] or [_Line(block.kind, text)]


def _titled(title: str, document: Document, units: list[Unit]) -> Period | None:
    """The period of "Report for 2021", "Annual review 2021/22", "Bulletin, week 31", "The museum in 2022"."""
    mentions = find_periods(title, 0, len(title), document.language)
    if not mentions:
        return _edition(title, document, units)
    named = _one_of(mentions)
    period = only_period(title, document) if named is not None else None
    if named is None or period is None or period.end is None or period.start == period.end:
        return None
    weekly = len(mentions) > 1 or named.grain is Grain.WEEK  # a month alone may be that of the text
    mentions, alone = [named], weekly and _fills(title, mentions, 0)
    published = document.published
    words = {token.lower for token in tokenize(title)}
    loose = mentions[0].first.loose or not words.isdisjoint(functions(document.language)["seasons"])
    if published is not None and (period.end.year > published.year if loose else period.end > published):
        return period.model_copy(update={"basis": Basis.CONTEXT}) if _is_planned_for(title, mentions[0], document.language) else None
    beside = title[: mentions[0].start].lower().split()[-1:] + title[mentions[0].lead :].lower().split()[:1]
    on = set(beside) & functions(document.language)["reporting_on"]
    told = on or alone or _is_report(title, document.language) or _is_spoken_of(mentions[0], period, units)
    if told or _is_so_far(mentions[0], period, published) or _is_set_apart(title, mentions[0], period, document):
        return period.model_copy(update={"basis": Basis.CONTEXT})
    return None


def _is_planned_for(title: str, mention: PeriodMention, language: str) -> bool:
    """Whether a title names what is planned for a time to come: "City adopts its budget for 2025", «Бюджет области на 2025 год»."""
    classes = functions(language)
    before = [token.lower for token in tokenize(title[: mention.start])]
    if not before or (before[-1] not in classes["planned_for"] and before[-1] not in classes["plans"]):
        return False
    return any(lemma(word, "NOUN", language) in classes["plans"] for word in before)


def _edition(title: str, document: Document, units: list[Unit]) -> Period | None:
    """The year of "Results of the Harbour Race - 2023" or "Fires in Helm, 2022", where a report or the opening tells of it."""
    year = _EDITION.search(title)
    published = document.published
    if year is None or (published is not None and not published.year - 1 <= int(year[1]) <= published.year):
        return None
    period = Period(start=date(int(year[1]), 1, 1), end=date(int(year[1]), 12, 31), surface=year[1], basis=Basis.CONTEXT)
    told = _is_report(title, document.language) or _opens_with(period, units)
    soon = published is not None and period.end is not None and 0 <= (published - period.end).days <= RECENT
    return period if told or (soon and "," in year[0] and not title[year.end() :].strip()) else None


def _opens_with(period: Period, units: list[Unit]) -> bool:
    """Whether one of the first sentences, the line that dates the text apart, names *period*."""
    named = (unit.periods[0] for unit in units[: OPENING + 1] if unit.periods and unit.periods[0].form is PeriodForm.ABSOLUTE)
    return any(relation(period, resolve(mention, published=None)) is Fit.SAME for mention in named)


def names_report(title: str, document: Document) -> bool:
    """Return whether *title* only names a report, or its publisher with it: it says what no table counts."""
    publisher = (document.publisher or "").lower()
    return _is_report(title, document.language) or bool(publisher and publisher in title.lower())


def _is_report(title: str, language: str) -> bool:
    return not {token.lower for token in tokenize(title)}.isdisjoint(functions(language)["reports"])


def _is_spoken_of(mention: PeriodMention, period: Period, units: list[Unit]) -> bool:
    """Whether the text goes on with the period that its title names: "The museum in 2022: In 2022 the museum drew ..."."""
    if mention.open_start or mention.open_end or mention.as_of or mention.grain is Grain.SEASON or period.start is None:
        return False
    named = next((unit.periods[0] for unit in units[:OPENING] if unit.periods), None)
    return named is not None and named.form is PeriodForm.ABSOLUTE and relation(period, resolve(named, published=None)) is Fit.SAME


def _is_so_far(mention: PeriodMention, period: Period, published: date | None) -> bool:
    """Whether a title names the months from January on and its text was written soon after: "The port in January–September"."""
    months = mention.first.grain is Grain.MONTH and (mention.last is not None or mention.first.amount > 1)
    if not months or published is None or period.start is None or period.end is None or mention.as_of:
        return False
    return period.start.month == 1 and (published - period.end).days <= TOLD_SOON


def _is_set_apart(title: str, mention: PeriodMention, period: Period, document: Document) -> bool:
    """Whether a title names a year or the like as the time of all of it ("Rescues: the first half of 2024", but not "Budget 2024"), and
    the text was written soon after or, undated, names no later year."""
    if mention.open_start or mention.open_end or mention.as_of or period.end is None:
        return False
    season = mention.grain is Grain.SEASON and document.published is None and not _is_issue(title, document.language)
    if mention.grain not in _LONG and not (season and not _names_other_season(title, document)):
        return False
    words = title[: mention.lead].split()
    while words and words[-1].lower() in functions(document.language)["whole_of"]:
        words.pop()
    before = " ".join(words)
    if mention.lead == mention.start and before and before[-1] not in ":.,;—–-(":
        return False
    if document.published is not None:
        return (document.published - period.end).days <= RECENT
    return all(int(year) <= period.end.year for year in _YEAR.findall(document.text))


def _names_other_season(title: str, document: Document) -> bool:
    """Whether the text names a season that its title does not: "the winter before" is not of "Harvest: autumn 2024"."""
    known = lexicon(document.language)
    text, own = ({known.concept(token.lower) for token in tokenize(each)} for each in (document.text, title))
    return not (text - own).isdisjoint(_SEASONS)


def _is_issue(title: str, language: str) -> bool:
    """Whether a title names something that comes out by seasons, and tells of what was before: "Newsletter, spring 2024"."""
    return any(lemma(token.lower, "NOUN", language) in functions(language)["issues"] for token in tokenize(title))


def _opened(document: Document, units: list[Unit], *, years: set[int | None]) -> tuple[Period | None, list[Span]]:
    """The year, half or quarter that a report opens with, where its text names no other year as often: "In 2022 the service ..."; or the
    months of the year that its title names: "Summer guests 2024: From June to August 2024 the town had ..."."""
    unit = next((unit for unit in units[:OPENING] if unit.periods), None)
    mention = unit.periods[0] if unit is not None and unit.kind is BlockKind.PARAGRAPH else None
    if unit is None or mention is None or mention.form is not PeriodForm.ABSOLUTE:
        return None, []
    period = resolve(mention, published=None)
    year = year_of(period)
    months = mention.first.grain is Grain.MONTH and mention.last is not None
    told = any(_is_report(title, document.language) for title in _titles(document)) and mention.grain in _LONG
    if not told and not (year in years and (months or mention.grain in _LONG)):
        return None, []
    if period.start is None or period.end is None or year is None or in_passing(unit.syntax, mention) or is_future(unit.syntax, mention):
        return None, []
    if document.published is not None and (period.end > document.published or year < document.published.year - 1):
        return None, []
    named = Counter(_YEAR.findall(document.text, units[0].start))
    if named[str(year)] < max(named.values(), default=0):
        return None, []
    return period.model_copy(update={"basis": Basis.CONTEXT}), [unit.span]


def _fills(line: str, mentions: Sequence[PeriodMention], start: int) -> bool:
    """Whether *line*, which begins at *start*, is nothing but a period, or what two *mentions* name alike, with or without a label."""
    label, rest = line[: mentions[0].lead - start].strip(), line[mentions[-1].end - start :]
    between = line[mentions[0].end - start : mentions[-1].start - start] if len(mentions) > 1 else ""
    return not rest.strip(" .;)") and not between.strip(" ,(:–—-") and (not label or (label[-1] == ":" and len(label.split()) <= LABEL))
