"""The period that a figure holds for: stated beside it, or taken from the sentence, the paragraph or the heading above it."""

from datetime import date

from qa_bot.figures.draft import Draft
from qa_bot.figures.units import Unit
from qa_bot.schema import Basis, BlockKind, Document, Period, Span
from qa_bot.text.nominals import opens_with
from qa_bot.text.periods import PeriodForm, PeriodMention, find_periods, resolve
from qa_bot.text.syntax import Syntax

HEADING_REACH = 1  # how many headings up, from the innermost, lend their period; a title's year often names a report, not a count


class Calendar:
    """Resolves the periods named in one document, remembering which year its text has reached."""

    def __init__(self, document: Document, units: list[Unit]) -> None:
        self.document = document
        self.units = units
        self._place = {id(unit): index for index, unit in enumerate(units)}

    def period_of(self, draft: Draft, others: list[Draft]) -> tuple[Period | None, list[Span]]:
        """Return the period of *draft* and the spans of the sentences it was taken from, when not its own."""
        unit = draft.unit
        mention = _beside(unit, draft, others)
        if mention is not None:
            return self.resolved(mention, unit)
        if draft.per is not None:
            return None, []
        if unit.intro is not None and unit.kind is BlockKind.LIST_ITEM:
            period, spans = self._framed(unit.intro)
            if period is not None:
                return period, spans
        return self._inherited(unit)

    def resolved(self, mention: PeriodMention, unit: Unit) -> tuple[Period, list[Span]]:
        """Return the period that *mention* in *unit* names; a missing year comes from the text before it, else the publication date."""
        published = self.document.published
        if mention.form is not PeriodForm.YEARLESS:
            return resolve(mention, published=published), []
        year, source = self._year_before(mention, unit)
        if year is None:
            return resolve(mention, published=published), []
        return resolve(mention, published=published, year=year), [source] if source is not None and source != unit.span else []

    def _framed(self, unit: Unit) -> tuple[Period | None, list[Span]]:
        """The period that frames the sentences or list items after *unit*: the only one in it, or the one it opens with."""
        mentions = [mention for mention in unit.periods if not _compared(unit.syntax, mention)]
        if not mentions:
            return None, []
        opening = mentions[0].lead <= unit.start + 3
        if len(mentions) > 1 and not opening:
            return None, []
        period, spans = self.resolved(mentions[0], unit)
        return period.model_copy(update={"basis": _weaker(period.basis)}), [unit.span, *spans]

    def _inherited(self, unit: Unit) -> tuple[Period | None, list[Span]]:
        """From the sentences before in the same paragraph, nearest first; from the heading above."""
        index = self._place[id(unit)]
        while index and (self.units[index - 1].block == unit.block or _continues(unit, self.units[index - 1])):
            index -= 1
            if self.units[index].periods:
                return self._framed(self.units[index])
            if self.units[index].block != unit.block:
                break
        for heading in reversed(unit.passage.headings[-HEADING_REACH:]):
            mentions = find_periods(heading, 0, len(heading), self.document.language)
            if len(mentions) == 1 and mentions[0].form is PeriodForm.ABSOLUTE:
                period = resolve(mentions[0], published=self.document.published)
                return period.model_copy(update={"basis": Basis.CONTEXT}), []
        return None, []

    def _year_before(self, mention: PeriodMention, unit: Unit) -> tuple[int | None, Span | None]:
        """The year that the text has reached at *mention*: of the nearest dated mention before it, or of a heading above."""
        for index in range(self._place[id(unit)], -1, -1):
            other = self.units[index]
            for earlier in reversed(other.periods):
                if earlier.start < mention.start and earlier.form is not PeriodForm.YEARLESS:
                    year = _year(resolve(earlier, published=self.document.published))
                    if year is not None:
                        return year, other.span
        for text in (*reversed(unit.passage.headings), self.document.title or ""):
            for earlier in find_periods(text, 0, len(text), self.document.language):
                if earlier.form is PeriodForm.ABSOLUTE and (year := _year(resolve(earlier, published=None))) is not None:
                    return year, None
        later = [other for other in unit.periods if other.start > mention.start and other.form is PeriodForm.ABSOLUTE]
        return (_year(resolve(later[0], published=None)), None) if later else (None, None)


def _weaker(basis: Basis) -> Basis:
    return Basis.CONTEXT if basis is Basis.STATED else basis


def _year(period: Period) -> int | None:
    end: date | None = period.end or period.start
    return end.year if end is not None else None


def _continues(unit: Unit, before: Unit) -> bool:
    """Whether *unit* goes on from the paragraph before: it is its first sentence and opens with a connective or a pronoun."""
    if before.kind is not BlockKind.PARAGRAPH or unit.kind is not BlockKind.PARAGRAPH:
        return False
    return opens_with(unit.syntax, "connectives")


def _beside(unit: Unit, draft: Draft, others: list[Draft]) -> PeriodMention | None:
    """The period mention of the sentence that belongs to *draft*.

    In its clause: the one right after it, before the next figure; else the nearest before. Then the nearest before in the sentence;
    then the sentence's only one. A period that a comparison brings in ("more than in 2021") belongs to what stands in the comparison.
    """
    syntax = unit.syntax
    mentions = [mention for mention in unit.periods if not _compared(syntax, mention, draft)]
    if not mentions:
        return None
    clause = syntax.clause_at(draft.first)
    left, right = syntax.tokens[clause.first].start, syntax.tokens[clause.last - 1].end
    following = min((other.start for other in others if other.start > draft.start), default=unit.end)
    inside = [mention for mention in mentions if left <= mention.start < right]
    after = [mention for mention in inside if draft.end <= mention.start < following]
    before = [mention for mention in inside if mention.end <= draft.start]
    if after and not (before and _same_frame(draft, before[-1], others)):
        return after[0]
    if before:
        return before[-1]
    if inside:
        return inside[0]
    earlier = [mention for mention in mentions if mention.end <= draft.start]
    if earlier:
        return earlier[-1]
    return mentions[0] if len(mentions) == 1 else None


def _same_frame(draft: Draft, before: PeriodMention, others: list[Draft]) -> bool:
    """Whether a period stands right before the figure's phrase with no other figure between."""
    return 0 <= draft.start - before.end <= 12 and not any(before.end <= other.start < draft.start for other in others)


def _compared(syntax: Syntax, mention: PeriodMention, draft: Draft | None = None) -> bool:
    """Whether *mention* only says what is compared with: "than in 2021", "compared with 30 in 2022" (then 30 is in the comparison)."""
    tokens = syntax.tokens
    comparing = syntax.words["comparing"]
    for index, token in enumerate(tokens):
        if token.lower in comparing and token.end <= mention.start:
            clause = syntax.clause_at(index)
            if mention.start < tokens[clause.last - 1].end and (draft is None or draft.end <= token.start):
                if token.lower == "from" and mention.lead <= token.start:
                    continue  # "from August 2011" is the mention's own lead
                if draft is not None and token.lower == "than" and index and tokens[index - 1].lower in ("more", "less", "fewer"):
                    continue
                return True
    return False
