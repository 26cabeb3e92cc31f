"""An answer held against what was expected of it: what it lacks, and which slots of its figure are right, wrong or missing."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from qa_bot.evaluation.questions import DECLINING, SLOTS, Expected
from qa_bot.schema import Answer, CitedFigure, Measure, Record, plain
from qa_bot.text.analysis import analyse
from qa_bot.text.language import language_of
from qa_bot.text.lexicon import lexicon
from qa_bot.text.numbers import find_numbers
from qa_bot.text.tokens import tokenize

_NOTHING = "nothing"


class Shortfall(Record):
    """One thing that an answer lacks, by the field of the expectation that it fails."""

    slot: str
    expected: str
    found: str

    def __str__(self) -> str:
        return f"{self.slot}: expected {self.expected}, found {self.found}"


class Verdict(StrEnum):
    RIGHT = "right"
    WRONG = "wrong"
    MISSING = "missing"


class SlotVerdict(Record):
    """What became of a slot that was asked for."""

    slot: str
    verdict: Verdict
    expected: str
    found: str | None


class Judgement(NamedTuple):
    """All that an answer lacks, and its figure slot by slot."""

    shortfalls: tuple[Shortfall, ...]
    slots: tuple[SlotVerdict, ...]


def judge(expect: Expected, answer: Answer) -> Judgement:
    """Return what *answer* lacks of what was expected, and the slots of its figure."""
    slots = tuple(_slots(expect, answer))
    wrong = [*_status(expect, answer), *_values(expect, answer)]
    wrong += [Shortfall(slot=s.slot, expected=s.expected, found=s.found or _NOTHING) for s in slots if _lacks(s)]
    wrong += [*_document(expect, answer), *_words(expect, answer), *_declining(expect, answer)]
    return Judgement(tuple(wrong), slots)


def _lacks(slot: SlotVerdict) -> bool:
    return slot.slot != "value" and slot.verdict is not Verdict.RIGHT  # values are said one by one


def _status(expect: Expected, answer: Answer) -> Iterator[Shortfall]:
    if expect.status and answer.status not in expect.status:
        yield Shortfall(slot="status", expected=" or ".join(expect.status), found=answer.status)


# ---------------------------------------------------------------- figures


def _values(expect: Expected, answer: Answer) -> Iterator[Shortfall]:
    shown = ", ".join(map(amount_of, answer.figures)) or answer.short or "no figure"
    lacking = [value for value in expect.value if not _has(answer.figures, value) and value not in _said(answer)]
    for value in lacking:
        yield Shortfall(slot="value", expected=value, found=shown)
    if expect.value and answer.figures and not lacking and not expect.any_order and not is_value(answer.figures[0], expect.value[0]):
        yield Shortfall(slot="value", expected=f"{expect.value[0]} first", found=shown)
    for value in expect.must_not:
        if _has(answer.figures, value) or value in _said(answer):
            yield Shortfall(slot="must_not", expected=f"no {value}", found=shown)


def _slots(expect: Expected, answer: Answer) -> Iterator[SlotVerdict]:
    if expect.value:
        yield _value_slot(expect, answer)
    figure = _answering(expect, answer)
    for slot in SLOTS[1:]:
        wanted = getattr(expect, slot)
        if wanted is not None:
            found = _slot_of(figure, slot) if figure is not None else None
            if slot == "unit" and _is_named(wanted, figure, answer):
                found = wanted
            verdict = Verdict.MISSING if found is None else Verdict.RIGHT if _agrees(slot, wanted, found) else Verdict.WRONG
            yield SlotVerdict(slot=slot, verdict=verdict, expected=str(wanted), found=found)


def _value_slot(expect: Expected, answer: Answer) -> SlotVerdict:
    wanted, found = ", ".join(expect.value), ", ".join(map(amount_of, answer.figures)) or ", ".join(_said(answer))
    if not answer.figures and _said(answer):
        verdict = Verdict.RIGHT if set(expect.value) <= set(_said(answer)) else Verdict.WRONG
    elif not answer.figures:
        verdict = Verdict.MISSING
    else:
        right = all(_has(answer.figures, value) for value in expect.value)
        first = expect.any_order or is_value(answer.figures[0], expect.value[0])
        verdict = Verdict.RIGHT if right and first else Verdict.WRONG
    return SlotVerdict(slot="value", verdict=verdict, expected=wanted, found=found or None)


def _answering(expect: Expected, answer: Answer) -> CitedFigure | None:
    """Return the figure whose other slots count: that of the first value expected, where it is shown, else the first."""
    wanted = (figure for figure in answer.figures if expect.value and is_value(figure, expect.value[0]))
    return next(wanted, answer.figures[0] if answer.figures else None)


def _said(answer: Answer) -> list[str]:
    """The numbers of an answer in words, as expectations spell them: "142" of "142 days"."""
    if answer.figures or answer.status in DECLINING or not answer.short:
        return []
    numbers = find_numbers(answer.short, tokenize(answer.short), language_of(answer.short))
    return [plain(number.value) if number.upper is None else f"{plain(number.value)}..{plain(number.upper)}" for number in numbers]


def _is_named(unit: str, figure: CitedFigure | None, answer: Answer) -> bool:
    """Whether the words at the number name the *unit*: "passenger" in "passengers carried", which are persons to us."""
    stems = analyse(unit)
    if figure is None:
        words = [stem for stem in analyse(answer.short or "") if not stem[0].isdigit()] if _said(answer) else []
    else:
        words = analyse(figure.counted or "") if figure.measure is Measure.COUNT else []
    headed = len(words) == len(stems) + 1 and words[1:] == stems  # "late trains"
    return bool(stems) and (words[: len(stems)] == stems or headed)


def _slot_of(figure: CitedFigure, slot: str) -> str | None:
    if slot == "period":
        period = figure.period
        return f"{period.start or ''}/{period.end or ''}" if period is not None and (period.start or period.end) else None
    if slot == "part_of":
        return plain(figure.part_of.value) if figure.part_of is not None else None
    if slot == "claimant":
        return figure.claimant.name if figure.claimant is not None else None
    value: str | None = getattr(figure, slot)
    return value


def _agrees(slot: str, wanted: str, found: str) -> bool:
    if slot == "claimant":
        return wanted.casefold() in found.casefold()
    if slot == "unit":  # "trains" is the unit "train"
        same = bool(analyse(wanted)) and analyse(wanted) == analyse(found)
        return same or found.casefold() in (wanted.casefold(), _symbol(wanted).casefold())
    return wanted == found


def _symbol(unit: str) -> str:
    """What we call a unit that is written in words: "EUR" for "euros", "t" for "tonnes"."""
    language = language_of(unit)
    numbers = find_numbers(f"1 {unit}", tokenize(f"1 {unit}"), language)
    if numbers and numbers[0].unit is not None and numbers[0].end == len(unit) + 2:
        return numbers[0].unit
    tokens = tokenize(unit)
    mentions = [mention for mention in lexicon(language).mentions(tokens) if mention.last - mention.first == len(tokens)]
    return (lexicon(language).symbol(mentions[0].concept) if mentions else None) or unit


def amount_of(figure: CitedFigure) -> str:
    """Return a figure's amount as an expectation spells it: "114", "30..40"."""
    return plain(figure.value) if figure.upper is None else f"{plain(figure.value)}..{plain(figure.upper)}"


def is_value(figure: CitedFigure, wanted: str) -> bool:
    """Return whether *figure* has the amount *wanted*; a share may be kept as a fraction of 1 or in percent."""
    low, _, high = wanted.partition("..")
    if high and figure.upper != Decimal(high):
        return False
    in_percent = figure.measure is not Measure.COUNT and figure.value * 100 == Decimal(low)
    return figure.value == Decimal(low) or in_percent


def _has(figures: Iterable[CitedFigure], value: str) -> bool:
    return any(is_value(figure, value) for figure in figures)


# ---------------------------------------------------------------- sources and words


def _document(expect: Expected, answer: Answer) -> Iterator[Shortfall]:
    if not expect.document or expect.declines or not answer.citations:
        return  # that nothing was answered is said already
    cited = {citation.number: citation.doc_id for citation in answer.citations if citation.number not in answer.related}
    wanted = expect.document
    if len(wanted) > 1 or expect.any_order or not answer.figures:
        found = set(cited.values())
    else:
        figure = next((figure for figure in answer.figures if figure.citation is not None), answer.figures[0])
        found = {cited[figure.citation]} if figure.citation in cited else set()
    for document in wanted:
        if document not in found:
            yield Shortfall(slot="document", expected=document, found=", ".join(sorted(found)) or _NOTHING)


def _words(expect: Expected, answer: Answer) -> Iterator[Shortfall]:
    quotes = "\n".join(citation.quote for citation in answer.citations)
    if expect.verdict is not None and answer.verdict != expect.verdict:
        yield Shortfall(slot="verdict", expected=expect.verdict, found=answer.verdict or _NOTHING)
    if expect.short is not None and not _holds(answer.short or "", expect.short):
        yield Shortfall(slot="short", expected=expect.short, found=answer.short or _NOTHING)
    for slot, wanted, text in (("text", expect.text, answer.text), ("quote", expect.quote, quotes)):
        yield from (Shortfall(slot=slot, expected=part, found="other words") for part in wanted if not _holds(text, part))
    for slot, unwanted, text in (("text_not", expect.text_not, answer.text), ("quote_not", expect.quote_not, quotes)):
        yield from (Shortfall(slot=slot, expected=f"no {part!r}", found=part) for part in unwanted if _holds(text, part))


def _declining(expect: Expected, answer: Answer) -> Iterator[Shortfall]:
    for slot in expect.missing:
        if slot not in answer.missing:
            yield Shortfall(slot="missing", expected=slot, found=", ".join(answer.missing) or _NOTHING)
    for value in expect.nearest:
        if not _has(answer.nearest, value):
            yield Shortfall(slot="nearest", expected=value, found=", ".join(map(amount_of, answer.nearest)) or _NOTHING)


def _holds(text: str, part: str) -> bool:
    return " ".join(part.split()).casefold() in " ".join(text.split()).casefold()
