"""The period that a document reports on, as its title or a line of its own says, and that which a heading names."""

from qa_bot.figures.units import Unit
from qa_bot.schema import Basis, Document, Period, Span
from qa_bot.text.functions import functions
from qa_bot.text.periods import PeriodForm, PeriodMention, find_periods, resolve
from qa_bot.text.tokens import tokenize

DATELINE = 200  # characters into the text; longer openings hold no date of the report
LABEL = 4  # words of "Reporting week:"


def reported_on(document: Document, units: list[Unit]) -> tuple[Period | None, list[Span]]:
    """Return the period that a line of its own ("Reporting week: 5 to 11 August 2024"), with that line, or else the title names."""
    for unit in units:
        if unit.start - units[0].start > DATELINE:
            break
        mention = unit.periods[0] if len(unit.periods) == 1 else None
        if mention is not None and mention.form is PeriodForm.ABSOLUTE and _fills(unit, mention):
            period = resolve(mention, published=None)
            if period.start != period.end and period.start is not None and period.end is not None:
                return period.model_copy(update={"basis": Basis.CONTEXT}), [unit.span]
    return _titled(document), []


def only_period(heading: str, document: Document) -> Period | None:
    """Return the one period that a heading or title names; "week 31" is of the year of the title, else of the publication date."""
    mentions = find_periods(heading, 0, len(heading), document.language)
    if len(mentions) != 1 or mentions[0].form is PeriodForm.RELATIVE:
        return None
    year = year_in(document.title or "", document.language) if mentions[0].form is PeriodForm.YEARLESS else None
    period = resolve(mentions[0], published=document.published, year=year)
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


def _titled(document: Document) -> Period | None:
    """The period of "Report for 2021", "Annual review 2021/22", "Bulletin, week 31"."""
    title, published = document.title or "", document.published
    mentions = find_periods(title, 0, len(title), document.language)
    period = only_period(title, document) if len(mentions) == 1 else None
    if period is None or period.end is None or period.start == period.end:
        return None
    if published is not None and (period.end.year > published.year if mentions[0].first.loose else period.end > published):
        return None
    words = functions(document.language)
    beside = title[: mentions[0].start].lower().split()[-1:] + title[mentions[0].lead :].lower().split()[:1]
    if not set(beside) & words["reporting_on"] and not {token.lower for token in tokenize(title)} & words["reports"]:
        return None
    return period.model_copy(update={"basis": Basis.CONTEXT})


def _fills(unit: Unit, mention: PeriodMention) -> bool:
    """Whether a line is nothing but a period, with or without a label."""
    text = unit.document.text
    label, rest = text[unit.start : mention.lead].strip(), text[mention.end : unit.end]
    return not rest.strip(" .;") and (not label or (label[-1] == ":" and len(label.split()) <= LABEL))
