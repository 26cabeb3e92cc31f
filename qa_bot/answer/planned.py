"""An answer before it is worded, made of figures that were selected or of a sentence that says it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from qa_bot.answer.candidates import of_figures
from qa_bot.answer.readings import Reading
from qa_bot.answer.select import Selection, declined
from qa_bot.answer.shifts import Shift
from qa_bot.schema import Candidate, CitedFigure, Figure, Fit, Form, Kind, Measure, Query, Status


@dataclass(slots=True)
class Plan:
    """An answer before it is worded. *derived* comes first when there is one; *figures* are its operands or the answer itself."""

    status: Status
    form: Form = Form.SINGLE
    by: str | None = None
    verdict: str | None = None
    figures: list[Figure] = field(default_factory=list)
    derived: CitedFigure | None = None
    nearest: list[tuple[Figure, tuple[str, ...]]] = field(default_factory=list)
    missing: tuple[str, ...] = ()
    soft: dict[str, tuple[tuple[str, Fit], ...]] = field(default_factory=dict)
    copies: dict[str, list[Figure]] = field(default_factory=dict)
    parts: list[Figure] = field(default_factory=list)  # of the headline, mentioned with it
    whole: Figure | None = None  # of a breakdown
    shifts: list[Shift] = field(default_factory=list)  # of rows, whose figures are these, two each
    reading: Reading | None = None
    number: Figure | None = None  # that the words of the reading are
    open_condition: bool = False


def planned_of(selection: Selection, candidates: Sequence[Candidate]) -> Plan:
    """Return *selection* as a plan; a single figure brings its parts that say why."""
    parts: list[Figure] = []
    if len(selection.figures) == 1:
        head = selection.figures[0]
        parts = _parts_of((head, *selection.copies.get(head.figure_id, ())), candidates)
    return Plan(
        selection.status,
        selection.form,
        selection.by,
        figures=selection.figures,
        nearest=selection.nearest,
        missing=selection.missing,
        soft=selection.soft,
        copies=selection.copies,
        parts=parts,
    )


def _parts_of(whole: Sequence[Figure], candidates: Sequence[Candidate]) -> list[Figure]:
    """The parts of a figure, given with its copies, that say why: worth a word beside it."""
    ids = {figure.figure_id for figure in whole}
    parts = [c.figure for c in of_figures(candidates, lambda figure: figure.part_of is not None and figure.part_of.figure_id in ids)]
    return [part for part in parts if part.reason and part.reason != whole[0].reason and part.measure is Measure.COUNT][:2]


def passage_plan(query: Query, candidates: Sequence[Candidate], readings: Sequence[Reading]) -> Plan:
    """Return the sentence that answers, the figure of it that fits where its own words do not, or what nothing fits."""
    from qa_bot.answer.spoken import contradicted, spoken, spoken_then  # with the reader
    from qa_bot.answer.stands_alone import in_full, is_nearest

    best: Reading | Candidate | None = spoken(query, readings)
    missing = readings[0].missing if readings else ()
    if best is not None and query.kind in (Kind.WHAT, Kind.YES_NO) and (query.period is not None or query.periods):
        best, missing = spoken_then(query, candidates, readings), ("period",)
    if isinstance(best, Reading):
        fitting = _fitting_beside(query, best, candidates)
        refuted = contradicted(best, candidates) if query.kind is Kind.WHAT else ()
        if fitting:
            return Plan(Status.ANSWERED, figures=[fitting])
        if not refuted:
            near = is_nearest(query, best)
            shown = best._replace(short=best.sentence) if near else in_full(query, best)
            return Plan(Status.PARTIAL if near else Status.ANSWERED, Form.PASSAGE, reading=shown)
        best, missing = None, refuted
    if best is not None:
        soft = {best.figure.figure_id: tuple(fit for fit in best.fits if fit[0] == "period")}
        return Plan(Status.PARTIAL, figures=[best.figure], soft=soft)
    nearest = declined(query, candidates).nearest if query.slots.head else []
    return Plan(Status.NOT_FOUND, Form.PASSAGE, missing=missing, nearest=nearest)


def _fitting_beside(query: Query, reading: Reading, candidates: Sequence[Candidate]) -> Figure | None:
    """The one figure of its sentence that fits in every slot, where the words of *reading* are another number, which does not, or no
    number, though "what grant" asks for just what is counted there."""
    doc_id = reading.passage.doc_id
    of_sentence = of_figures(candidates, lambda figure: figure.doc_id == doc_id and figure.quote == reading.sentence)
    said = [c for c in of_sentence if reading.short.start <= c.figure.span.start < reading.short.end]
    fitting = [c.figure for c in of_sentence if not c.slots(Fit.DIFFERENT, Fit.NARROWER, Fit.WIDER, Fit.UNKNOWN)]
    if len(fitting) != 1:
        return None
    beside = said if said or query.kind is not Kind.WHAT or set(query.things).isdisjoint(fitting[0].terms.head) else of_sentence
    others = [c for c in beside if c.figure is not fitting[0]]
    return fitting[0] if others and all(c.slots(Fit.DIFFERENT) for c in others) else None
