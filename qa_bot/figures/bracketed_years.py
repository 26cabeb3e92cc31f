"""Years that the caption of a list gives: "Spending by department (2023, with 2022 in brackets):", and below it "Parks: $4.2m ($3.9m)"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from qa_bot.figures.beside import brackets
from qa_bot.figures.draft import Draft
from qa_bot.figures.units import Unit
from qa_bot.schema import Basis, Measure, Period
from qa_bot.text.functions import functions
from qa_bot.text.lexicon import remembered
from qa_bot.text.numbers import Number
from qa_bot.text.periods import find_periods, resolve, within

_YEAR = re.compile(r"(?<![\w.,/-])(?:19|20)\d\d(?:[/–-]\d\d(?:\d\d)?)?(?![\w/-])(?![.,]\d)")
_NEAR = 40  # characters from the year to "in brackets"


class Years(NamedTuple):
    """The periods of the numbers in brackets and of those before them, which a caption need not name."""

    inside: Period
    before: Period | None


def is_caption_year(unit: Unit, number: Number) -> bool:
    """Return whether *number* is a year that says what stands in brackets, or what stands before them."""
    if _years(unit.text, unit.language) is None:
        return False
    return any(found.start() <= number.start - unit.start < found.end() for found in _YEAR.finditer(unit.text))


def date_brackets(drafts: Sequence[Draft]) -> None:
    """Give those of *drafts* that stand in a list below such a caption its years, and those in brackets what stands before them."""
    last: Draft | None = None
    for draft in drafts:
        intro = draft.unit.intro
        years = _years(intro.text, intro.language) if intro is not None else None
        if intro is None or years is None:
            last = None
            continue
        inside = any(start < draft.start < end for start, end in brackets(draft.unit.syntax))
        if not inside:
            last = draft
        elif last is not None and last.unit is draft.unit and draft.measure in (last.measure, Measure.COUNT):
            draft.slots, draft.measure, draft.counts = replace(last.slots), last.measure, last.counts
            draft.per, draft.row, draft.whole = last.per, last.row, None
        if not draft.unit.periods and (period := years.inside if inside else years.before) is not None:
            draft.period = period
            draft.scope_quotes.append(intro.span)
            _date_whole(draft)


def _date_whole(draft: Draft) -> None:
    """Let an undated sum of the numbers of the list be of their time."""
    whole = draft.whole
    if whole is None or whole.period is not None or draft.unit.intro is None:
        return
    if not any(mention.start < whole.start for mention in whole.unit.periods):
        whole.period = draft.period
        whole.scope_quotes.append(draft.unit.intro.span)


@remembered(1024)  # it is asked of every item of a list
def _years(text: str, language: str) -> Years | None:
    cue = _cue(text, language)
    found = list(_YEAR.finditer(text)) if cue is not None else []
    named = [match for match in found if cue is not None and 0 <= cue - match.end() <= _NEAR]
    if not named:
        return None
    inside = _period(named[-1][0], language)
    others = [match[0] for match in found if match is not named[-1]]
    before = _period(others[0], language) if len(others) == 1 else None
    return Years(inside, before) if inside is not None else None


def _cue(text: str, language: str) -> int | None:
    """Where "in brackets" begins in *text*."""
    lower = text.lower()
    places = (lower.find(cue) for cue in sorted(functions(language)["bracket_cues"]))
    return min((place for place in places if place >= 0), default=None)


def _period(year: str, language: str) -> Period | None:
    said = year if find_periods(year, 0, len(year), language) else within(year, language)
    mentions = find_periods(said, 0, len(said), language)
    period = resolve(mentions[0], published=None) if mentions else None
    return period.model_copy(update={"basis": Basis.CONTEXT, "surface": year}) if period is not None else None
