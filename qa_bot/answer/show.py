"""An answer of figures in words: headline, rows, parts, nearest figures and the notes on scope."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from qa_bot.answer.breakdowns import label_of
from qa_bot.answer.causes import naming_cause
from qa_bot.answer.check import are_numerals_in, is_numeral_in
from qa_bot.answer.citing import Citations
from qa_bot.answer.corrected import with_correction
from qa_bot.answer.number_forms import unit_written
from qa_bot.answer.period_fit import is_of_moment
from qa_bot.answer.phrases import note, say, wording
from qa_bot.answer.plan import COUNTING
from qa_bot.answer.planned import Plan
from qa_bot.answer.readings import Reading
from qa_bot.answer.row_headlines import are_of_one_column, cell_words
from qa_bot.answer.rows import counted_in_row, row_labels, row_name
from qa_bot.answer.select import is_update
from qa_bot.answer.shifts import shown_row
from qa_bot.answer.updates import has_earlier
from qa_bot.answer.wording import bounded, claimant_words, difference_words, differing, headline, missed, period_words, rows_by
from qa_bot.schema import (
    Answer,
    Basis,
    Bound,
    CitedFigure,
    Figure,
    Fit,
    Form,
    Kind,
    Measure,
    Query,
    Status,
    plain,
)
from qa_bot.text.periods import relation
from qa_bot.text.printable import in_line

_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(slots=True)
class Shown:
    """What a reader sees of an answer."""

    text: str = ""
    short: str | None = None
    figures: tuple[CitedFigure, ...] = ()
    nearest: tuple[CitedFigure, ...] = ()
    related: tuple[int, ...] = ()
    notes: tuple[str, ...] = field(default_factory=tuple)


def show(query: Query, plan: Plan, readings: Sequence[Reading], citations: Citations) -> Shown:
    """Return *plan* in words, its quotes entered into *citations*."""
    language = query.language
    for figure in (*plan.figures, *plan.parts):
        citations.of_figure(figure)  # what answers is numbered before what only carries its scope
    labels = row_labels(plan.figures, citations)
    cited = [cite(figure, citations, label=label) for figure, label in zip(plan.figures, labels, strict=True)]
    if plan.figures:
        lines = _lines(query, plan, cited, citations, language)
    else:
        lines = [_refusal(query, plan)]
    lines += _parts(plan, citations, language)
    copies = [line for line in (_copies(plan, figure, citations, language) for figure in plan.figures) if line]
    nearest = _nearest(plan, citations)
    if nearest:
        lines.append(say(language, "nearest"))
        lines += [_near_row(figure, shown, citations, language) for shown, figure in nearest]
    related = _related(query, plan, readings, citations)
    lines += [say(language, "related", number=number) for number in related]
    figures = tuple(cited) if plan.derived is None else (plan.derived, *cited)
    return Shown(
        text="\n".join(lines),
        short=_short(plan, citations, cited),
        figures=figures,
        nearest=tuple(shown for shown, _ in nearest),
        related=related,
        notes=tuple(dict.fromkeys((*_notes(query, plan), *copies))),
    )


def _nearest(plan: Plan, citations: Citations) -> list[tuple[CitedFigure, Figure]]:
    """The nearest figures, each as it is shown and as it is on file."""
    return [
        (cite(figure, citations, scope=False, label=row_name(figure) or None).model_copy(update={"differs": differs}), figure)
        for figure, differs in plan.nearest
    ]


def bare_text(answer: Answer) -> str:
    """Return the figures of *answer* without the phrases around them, for when those hold a number that no quote vouches for."""
    lines = [say(answer.language, answer.verdict, headline="").rstrip(": ")] if answer.verdict else []
    lines += [_bare_row(figure, answer.language) for figure in answer.figures] or [say(answer.language, "not_found")]
    if answer.nearest:
        lines += [say(answer.language, "nearest"), *(_bare_row(figure, answer.language) for figure in answer.nearest)]
    return "\n".join(lines)


def _bare_row(figure: CitedFigure, language: str) -> str:
    value = in_line(figure.surface or "") if figure.derived is None else f"{plain(figure.value)} = {figure.derived.expression}"
    differs = f" — {say(language, 'differs', slots=missed(figure.differs, language))}" if figure.differs else ""
    return f"- {value}{f' [{figure.citation}]' if figure.citation else ''}{differs}"


def _refusal(query: Query, plan: Plan) -> str:
    """Say what the documents do not hold: in which slots the nearest figures differ, else what nothing in them fits."""
    language, missing = query.language, plan.missing
    if plan.nearest:
        then = _period_asked(query) if missing == ("period",) else None
        if then is not None and _are_such(query, plan):
            dated = any(figure.period is not None for figure, _ in plan.nearest)
            return say(language, "none_then" if dated else "none_dated", period=then)
        return say(language, "none_nearest", differing=differing(missing, language)) if missing else say(language, "not_found")
    if query.kind in COUNTING:
        return say(language, "none_counted", counted=query.counted) if query.counted else say(language, "not_found")
    name = f"none_{query.kind}"
    return say(language, name if name in wording(language)["text"] else "none_said")


def _are_such(query: Query, plan: Plan) -> bool:
    """Whether the nearest figure is of the deed asked, and not only of the thing: of 61,208 objects none is said to be stolen."""
    asked, terms = query.slots.action, plan.nearest[0][0].terms
    return not asked or not {*asked}.isdisjoint((*terms.action, *terms.head, *terms.counted, *terms.other))


def _period_asked(query: Query) -> str | None:
    """The period of the question in words whose numbers the question has: "last year" is no 2023 of its own; None where none has."""
    if query.period is None or query.any_year:
        return None
    surface = query.period.surface
    said = (period_words(query.period, query.language), say(query.language, "quoted", text=surface) if surface else "")
    return next((words for words in said if words and are_numerals_in(words, query.text)), None)


def phrase(figure: Figure, citations: Citations, language: str, *, period: bool = True, whole: bool = True, claim: bool = True) -> str:
    """Return the headline of *figure*; its whole, and a claimant named with a number, only where a quote has that number."""
    unit = unit_written(figure, citations.quote(citations.of_figure(figure))) if figure.language == language else None
    name, cell = cell_words(figure)
    claim = claim and _quotes_claimant(figure, citations)
    said = headline(cell, language, period=period, claim=claim, whole=whole and _quotes_whole(figure, citations), unit=unit)
    return say(language, "superlative", label=name, headline=said) if name else said


def _quotes_claimant(figure: Figure, citations: Citations) -> bool:
    """Whether a quote has the number in the name of who claims *figure*, if there is one: "Hospital No. 4"."""
    return figure.claimant is not None and are_numerals_in(figure.claimant.name, " | ".join(citation.quote for citation in citations.all()))


def _quotes_whole(figure: Figure, citations: Citations) -> bool:
    if figure.part_of is None:
        return False
    whole = plain(figure.part_of.value)
    return any(is_numeral_in(whole, citation.quote) for citation in citations.all() if citation.doc_id == figure.doc_id)


def cite(figure: Figure, citations: Citations, *, scope: bool = True, label: str | None = None) -> CitedFigure:
    """Return *figure* as it leaves the program, named *label*, with the numbers of its citations, those of its *scope* included."""
    return CitedFigure(
        figure_id=figure.figure_id,
        value=figure.value,
        upper=figure.upper,
        bound=figure.bound,
        measure=figure.measure,
        unit=figure.unit,
        per=figure.per,
        counted=figure.counted,
        action=say(figure.language, "not_done", action=figure.action) if figure.action and figure.negative else figure.action,
        modality=figure.modality,
        newer=figure.newer,
        reason=figure.reason,
        actor=figure.actor,
        direction=figure.direction,
        place=figure.place,
        circumstance=figure.circumstance,
        period=figure.period,
        claimant=figure.claimant,
        label=label,
        part_of=figure.part_of,
        surface=figure.surface,
        start=figure.span.start,
        citation=citations.of_figure(figure),
        scope_citations=citations.of_scope(figure) if scope else (),
    )


def _lines(query: Query, plan: Plan, cited: Sequence[CitedFigure], citations: Citations, language: str) -> list[str]:
    first = plan.figures[0]
    if plan.derived is not None:
        return [
            _derived_line(plan, cited, language),
            *[_row(figure, shown, citations, language) for figure, shown in zip(plan.figures, cited, strict=True)],
        ]
    if plan.shifts:
        return _shift_lines(plan, cited, language)
    if plan.by == "claimant" and plan.form is Form.SINGLE and first.claimant is not None:
        return [f"{claimant_words(first.claimant)}: {phrase(first, citations, language, claim=False)} [{cited[0].citation}]"]
    if plan.form is Form.SINGLE:
        line = f"{phrase(first, citations, language)} [{cited[0].citation}]{_softly(query, plan, first)}"
        aims = [
            say(language, "aim", value=bounded(figure, language), number=shown.citation)
            for figure, shown in zip(plan.figures[1:], cited[1:], strict=True)
        ]
        return [say(language, plan.verdict, headline=line) if plan.verdict else line, *aims]
    rows = [
        f"{_row(figure, shown, citations, language)}{_softly(query, plan, figure)}"
        for figure, shown in zip(plan.figures, cited, strict=True)
    ]
    if plan.form is Form.BREAKDOWN:
        return [_leader(plan, cited, citations, language), *rows]
    if plan.verdict:
        return [say(language, plan.verdict, headline="; ".join(row.removeprefix("- ") for row in rows))]
    counted = query.counted or first.counted or query.read_as
    if plan.form is Form.TABLE and plan.by:
        return [say(language, "table", counted=counted, by=rows_by(plan.by, language)), *rows]
    return [say(language, "side_by_side", counted=counted), *rows]


def _shift_lines(plan: Plan, cited: Sequence[CitedFigure], language: str) -> list[str]:
    """Which rows went the way that was asked about, and what each had before and after."""
    before, after = plan.shifts[0]
    times = [period_words(figure.period, language) for figure in (before, after) if figure.period is not None]
    names = ", ".join(shown_row(pair.after) for pair in plan.shifts)
    way = "rose" if after.value > before.value else "fell"
    numbers = {shown.figure_id: shown.citation for shown in cited}
    rows = [
        f"- {shown_row(pair.after)}: {bounded(pair.before, language)} → {bounded(pair.after, language)} [{numbers[pair.after.figure_id]}]"
        for pair in plan.shifts
    ]
    return [say(language, way, first=times[0], last=times[1], names=names), *rows]


def _softly(query: Query, plan: Plan, figure: Figure) -> str:
    """What is said behind a figure for a longer or shorter time than was asked, in a word."""
    fit = dict(plan.soft.get(figure.figure_id, ())).get("period") if plan.status is Status.PARTIAL else None
    if figure.period is None or fit not in (Fit.NARROWER, Fit.WIDER) or is_of_moment(query, figure):
        return ""
    return f" — {say(query.language, f'{fit}_time')}"


def _row(figure: Figure, shown: CitedFigure, citations: Citations, language: str) -> str:
    said = phrase(figure, citations, language)
    name = shown.label if shown.label and not _is_told(shown.label, figure, said) and _is_quoted(shown, citations) else None
    return f"- {name}: {said} [{shown.citation}]" if name else f"- {said} [{shown.citation}]"


def _is_told(label: str, figure: Figure, said: str) -> bool:
    """Whether the words for *figure* tell its label: they hold it, or what it counts in another form."""
    told = label.casefold()
    return told in said.casefold() or told == (figure.counted or "").casefold()


def _is_quoted(shown: CitedFigure, citations: Citations) -> bool:
    """Whether what names the row stands in its quote, as a document's title does not."""
    quote = " ".join(citations.quote(shown.citation or 0).split())
    return all(part.strip("… ") in quote for part in (shown.label or "").split(", "))


def _near_row(figure: Figure, shown: CitedFigure, citations: Citations, language: str) -> str:
    differs = say(language, "differs", slots=missed(shown.differs, language))
    return f"{_row(figure, shown, citations, language)} — {differs}"


def _leader(plan: Plan, cited: Sequence[CitedFigure], citations: Citations, language: str) -> str:
    first, cell = plan.figures[0], cell_words(plan.figures[0])[1]
    named = cell.model_copy(update={"counted": counted_in_row(cell) or None, "place": None if first.label else first.place})
    said = phrase(named, citations, language)
    return f"{say(language, 'superlative', label=_leading(first, plan.by), headline=said)} [{cited[0].citation}]"


def _leading(figure: Figure, by: str | None) -> str:
    """What names the row that leads a breakdown, without the period that a table's label may hold."""
    label = label_of(figure, by)
    return (row_name(figure) if label == figure.label else "") or label or figure.counted or ""


def _derived_line(plan: Plan, cited: Sequence[CitedFigure], language: str) -> str:
    derived = plan.derived
    assert derived is not None
    assert derived.derived is not None
    numbers = "".join(f"[{number}]" for number in dict.fromkeys(shown.citation for shown in cited))
    value, expression = plain(derived.value), derived.derived.expression
    if derived.measure is Measure.SHARE:
        part, whole = plan.figures[0], plan.figures[1]
        line = say(language, "share", value=value, part=headline(part, language, whole=False), whole=bounded(whole, language))
        return f"{line} ({expression}) {numbers}"
    if " - " in expression and plan.form is Form.SINGLE:
        whole, part = plan.figures[0], plan.figures[1]
        line = say(language, "rest", value=value, whole=bounded(whole, language), part=bounded(part, language))
        return f"{line} {numbers}"
    return f"{difference_words(derived, language)} {numbers}"


def _parts(plan: Plan, citations: Citations, language: str) -> list[str]:
    lines = []
    for part in plan.parts:
        number = citations.of_figure(part)
        text = headline(part, language, period=False, whole=False, claim=False, counted=False)
        lines.append(f"{say(language, 'of_them', part=text)} [{number}]")
    return lines


def _copies(plan: Plan, figure: Figure, citations: Citations, language: str) -> str:
    copies = plan.copies.get(figure.figure_id, [])
    if not copies:
        return ""
    for copy in copies:
        citations.of_figure(copy)
    documents = {figure.doc_id, *(copy.doc_id for copy in copies)}
    return note(language, "copies", count=len(documents)) if len(documents) > 1 else ""


def _related(query: Query, plan: Plan, readings: Sequence[Reading], citations: Citations) -> tuple[int, ...]:
    """The passage to read when nothing answers, behind what in it names a cause where one is asked for; none beside near figures."""
    best = readings[0] if plan.status is Status.NOT_FOUND and not plan.nearest and readings else None
    if best is None or not best.topical:
        return ()
    causes = naming_cause(best.passage) if query.kind is Kind.WHY else []
    told = with_correction(best.passage, best.sentence)
    return tuple(dict.fromkeys(citations.add(best.passage.doc_id, span, around=best.short) for span in (*causes, told)))


def _short(plan: Plan, citations: Citations, cited: Sequence[CitedFigure]) -> str | None:
    if not plan.figures or plan.status not in (Status.ANSWERED, Status.PARTIAL):
        return None
    if plan.derived is not None:
        return plain(plan.derived.value)
    first = plan.figures[0]
    if plan.by == "claimant" and plan.form is Form.SINGLE and first.claimant is not None:
        return _slice_of_quotes(first.claimant.name, citations) or first.surface
    if plan.shifts and (name := _slice_of_quotes(shown_row(plan.shifts[0].after), citations)):
        return name
    if plan.form is Form.BREAKDOWN and (label := _leading(first, plan.by)):
        return _slice_of_quotes(label, citations) or first.surface
    return first.surface


def _slice_of_quotes(text: str, citations: Citations) -> str | None:
    """Return *text* as a quote has it, on one line or wrapped; None where none has."""
    wrapped = re.compile(r"\s+".join(map(re.escape, text.split())))
    return next((found[0] for citation in citations.all() if (found := wrapped.search(citation.quote)) is not None), None)


# ---------------------------------------------------------------- notes


def _notes(query: Query, plan: Plan) -> list[str]:
    language = query.language
    notes = [note(language, "typo", typo=typo) for typo in query.typos]
    held = [figure.period for figure in plan.figures if figure.period is not None]
    covering = (Fit.SAME, Fit.NARROWER, Fit.WIDER)
    bare = [asked for asked in query.periods if plan.figures and not any(relation(asked, period) in covering for period in held)]
    notes += [note(language, "no_figure_for", period=period_words(asked, language)) for asked in bare]
    for figure in plan.figures:
        notes += _period_notes(figure, language)
        for slot, fit in plan.soft.get(figure.figure_id, ()):
            notes += [] if slot == "period" and is_of_moment(query, figure) else _soft_note(figure, slot, fit, language)
    if plan.form is Form.SIDE_BY_SIDE and plan.verdict is None:
        notes.append(note(language, "no_sum" if are_of_one_column(plan.figures) else "differ"))
    if plan.form is Form.TABLE and plan.derived is None and not plan.shifts:
        updated = plan.by == "period" and (is_update(plan.figures) or has_earlier(plan.figures))
        several = len({figure.claimant.name if figure.claimant is not None else None for figure in plan.figures}) > 1
        said = note(language, "updates_by_several" if several else "updates", value=bounded(plan.figures[0], language))
        notes.append(said if updated else note(language, "no_sum"))
    if plan.form is Form.BREAKDOWN and plan.whole is not None:
        notes.append(_sum_check(plan, language))
    if plan.derived is not None and plan.derived.derived is not None:
        notes.append(note(language, "derived", expression=f"{plain(plan.derived.value)} = {plan.derived.derived.expression}"))
    if plan.open_condition:
        notes.append(note(language, "condition_open"))
    return notes


def _period_notes(figure: Figure, language: str) -> list[str]:
    period = figure.period
    if period is None or period.basis is Basis.STATED:
        return []
    if period.basis is Basis.UNRESOLVED:
        return [note(language, "unresolved", surface=period.surface)]
    name = "inferred_year" if period.basis is Basis.CONTEXT else "publication_date"
    if period.basis is Basis.CONTEXT and _YEAR.search(period.surface):
        if figure.scope_quotes and _YEAR.fullmatch(period.surface):
            return []  # the sentence that is quoted beside it shows the year
        name = "inherited_period"
    return [note(language, name, surface=period.surface, period=period_words(period, language))]


def _soft_note(figure: Figure, slot: str, fit: Fit, language: str) -> list[str]:
    if slot == "period":
        if figure.period is None:
            return [note(language, "no_period")]
        if fit in (Fit.NARROWER, Fit.WIDER):
            return [note(language, f"{fit}_period", value=bounded(figure, language), period=period_words(figure.period, language))]
    if slot == "counted" and figure.counted:
        name = "wider_counted" if fit is Fit.WIDER else "narrower_counted" if fit is Fit.NARROWER else "other_counted"
        return [note(language, name, value=bounded(figure, language), counted=figure.counted)]
    return []


def _sum_check(plan: Plan, language: str) -> str:
    whole = plan.whole
    assert whole is not None
    total = sum((figure.value for figure in plan.figures), Decimal(0))
    exact = all(figure.bound is Bound.EXACT for figure in (*plan.figures, whole))
    if total == whole.value and exact:
        return note(language, "adds_up", whole=plain(whole.value))
    name = "adds_short" if total < whole.value else "adds_over"
    return note(language, name, sum=plain(total), whole=plain(whole.value))
