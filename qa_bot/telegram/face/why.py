"""Why an answer is what it is, for who asked: the question as read, what each of its parts was held against, and what was left aside.

How it came about in every detail is what `qa-bot explain` tells.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qa_bot.question.reading import named
from qa_bot.rendering import wording
from qa_bot.rendering.scopes import scope
from qa_bot.schema import Basis, Candidate, Claimant, Figure, Fit, Form, Period, Query, Status
from qa_bot.telegram.asking import Asking
from qa_bot.telegram.face.answers import amount, source_line
from qa_bot.telegram.face.memory import Given
from qa_bot.telegram.markup import bold, escape, italic
from qa_bot.telegram.messages import shortened
from qa_bot.telegram.words import Speech
from qa_bot.text.analysis import stem

if TYPE_CHECKING:
    from qa_bot.ask import Explanation

ASIDE = 3  # figures that were left aside
SHOWN = 90  # characters of what a slot says
_MARKS = {Fit.SAME: "✓", Fit.NARROWER: "≈", Fit.WIDER: "≈", Fit.UNKNOWN: "?", Fit.DIFFERENT: "✗"}
_SLOTS = ("counted", "action", "actor", "direction", "place", "reason", "period", "claimant")


async def why_of(asking: Asking, given: Given, speech: Speech) -> list[str]:
    """Return why *given* is what it is, worked out anew."""
    before = given.previous.turn if given.previous else None
    return why_blocks(await asking.explain(given.question, previous=before), speech)


def why_blocks(explained: "Explanation", speech: Speech) -> list[str]:
    """Return why the answer is what it is, in about a thousand characters."""
    answer, query = explained.answer, explained.query
    blocks = [bold(shortened(answer.question)), escape(speech.plain("why", "read_as", text=shortened(answer.read_as or answer.question)))]
    if query.continues:
        blocks.append(escape(speech.plain("why", "continues", text=shortened(query.continues, SHOWN))))
    shown = {figure.figure_id for figure in answer.figures}
    held = [candidate for candidate in explained.candidates if candidate.figure.figure_id in shown]
    if held:
        first = next((one for one in held if one.figure.figure_id == answer.figures[0].figure_id), held[0])
        opening = speech.html("why_rows", count=many) if (many := answer.total or len(answer.figures)) > 1 else speech.html("why_answer")
        blocks += ["", f"{opening} {amount(first.figure, speech.language)}", *_compared(query, first, speech)]
        blocks += _where(explained, first.figure, speech)
    elif answer.status in (Status.ANSWERED, Status.PARTIAL) and answer.form is Form.PASSAGE:
        blocks += ["", speech.html("why_sentence")]
    elif answer.status in (Status.NOT_FOUND, Status.UNCLEAR):
        blocks += ["", speech.html("why_nothing")]
    return [*blocks, *_aside([one for one in explained.candidates if one.figure.figure_id not in shown], speech)]


def _compared(query: Query, candidate: Candidate, speech: Speech) -> list[str]:
    """Return a line for each slot that is asked: how it fits, the words of the question, and those of the document."""
    fits: dict[str, Fit] = {}
    for slot, fit in candidate.fits:
        slot = "counted" if slot in ("unit", "entity") else slot
        fits[slot] = max(fit, fits.get(slot, fit), key=list(_MARKS).index)
    lines = []
    for slot in _SLOTS:
        if slot in fits:
            asked, said = _asked(query, slot, speech.language), scope(candidate.figure, slot, speech.language)
            texts = [shortened(text, SHOWN) for text in (asked, said) if text]
            name = wording.slot(slot, speech.language)
            lines.append(escape(f"{_MARKS[fits[slot]]} {name}: {' ↔ '.join(dict.fromkeys(texts))}"))
    return lines


def _asked(query: Query, slot: str, language: str) -> str:
    if slot == "counted":
        return query.counted or ""
    if slot == "period":
        periods = [query.period, *query.periods]
        return "; ".join(wording.period(period, language) for period in periods if period is not None)
    if slot == "claimant":
        return " ".join(query.claimant)
    asked = dict.fromkeys(named(term.partition(":")[2] or term, query.language) for term in getattr(query.slots, slot))
    counted = {stem(word.lower()) for word in (query.counted or "").split()}
    return ", ".join(word for word in asked if stem(word.lower()) not in counted)


def _where(explained: "Explanation", figure: Figure, speech: Speech) -> list[str]:
    """Return which source says it, and where its period and claimant come from, where its sentence does not name them."""
    answer = explained.answer
    own = next((shown for shown in answer.figures if shown.figure_id == figure.figure_id), None)
    lines = [
        f"{speech.html('why_source')} [{citation.number}] {source_line(citation, speech.language)}"
        for citation in answer.citations
        if own is not None and citation.number == own.citation
    ]
    said: Sequence[tuple[str, Period | Claimant | None]] = (("period", figure.period), ("claimant", figure.claimant))
    for slot, value in said:
        if value is not None and value.basis is not Basis.STATED:
            name, basis = wording.slot(slot, speech.language), wording.basis(value.basis, speech.language)
            lines.append(escape(f"{name}: {shortened(scope(figure, slot, speech.language), SHOWN)} — {basis}"))
    return lines


def _aside(candidates: Sequence[Candidate], speech: Speech) -> list[str]:
    """Return the nearest figures that were left aside, each with the slots in which it does not fit."""
    lines: list[str] = []
    for candidate in candidates:
        differs = candidate.slots(Fit.DIFFERENT) or candidate.slots(Fit.UNKNOWN, Fit.NARROWER, Fit.WIDER)
        if differs and len(lines) < ASIDE:
            figure = candidate.figure
            said = " · ".join(text for slot in ("counted", "label", "period") if (text := scope(figure, slot, speech.language)))
            missed = italic(f"{wording.label('differs', speech.language)}: {wording.missed(differs, speech.language)}")
            line = f"✗ {amount(figure, speech.language)} {escape(shortened(said, SHOWN))} — {missed}"
            lines += [line] if line not in lines else []
    return ["", speech.html("why_aside"), *lines] if lines else []
