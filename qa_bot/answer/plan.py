"""What kind of answer a question gets: figures, a derived value, a breakdown, yes or no, a sentence, or an honest no."""

from collections.abc import Sequence

from qa_bot.answer.breakdowns import breakdown, label_of, modal_unit, says_which
from qa_bot.answer.candidates import figures_of, of_figures
from qa_bot.answer.denials import denial, is_misread, leaves_open
from qa_bot.answer.disputed import others_say, say_beside
from qa_bot.answer.movers import movers
from qa_bot.answer.multiples import asked_multiple, beside, claimed, judged
from qa_bot.answer.planned import Plan, passage_plan, planned_of
from qa_bot.answer.readings import Reading
from qa_bot.answer.select import Selection, declined, select, selected
from qa_bot.answer.shifts import shifts
from qa_bot.answer.verdicts import verdict
from qa_bot.answer.wholes import parents_of, wholes_of
from qa_bot.answer.worked_out import off_plan, worked_out
from qa_bot.schema import (
    Candidate,
    Figure,
    Form,
    Hit,
    Kind,
    Measure,
    Operation,
    Query,
    Status,
)
from qa_bot.text.functions import functions
from qa_bot.text.tokens import fold

COUNTING = frozenset({Kind.COUNT, Kind.SHARE, Kind.COMPARE, Kind.TREND})
NEXT_PARAGRAPH = 4  # characters between a paragraph and the next one
_ROWS = frozenset({Kind.LIST, Kind.SUPERLATIVE})


def plan(
    query: Query, candidates: Sequence[Candidate], readings: Sequence[Reading], bound: Sequence[Figure], hits: Sequence[Hit] = ()
) -> Plan:
    """Return what the answer to *query* will be; what declines always names something as missing."""
    early = _shifted(query, candidates) or _none(query, candidates, hits) or _multiple(query, candidates, hits)
    planned = early or _plan(query, candidates, readings, bound)
    if planned.reading is not None and planned.form is Form.PASSAGE:
        planned.number = _number_in(planned.reading, hits)
        if query.kind is Kind.WHAT and planned.number is not None and _is_bare_word(planned.number):
            planned = Plan(Status.NOT_FOUND, missing=("counted",), nearest=declined(query, candidates).nearest)
    if query.kind is Kind.YES_NO and planned.verdict == "yes" and planned.reading is not None:
        if leaves_open(query, hits, planned.reading.passage, planned.reading.sentence):
            planned = Plan(Status.NOT_FOUND, Form.PASSAGE, missing=("action",), nearest=declined(query, candidates).nearest)
    if query.kind is Kind.WHY and planned.status is Status.NOT_FOUND and (told := _cause_beside(query, readings, hits)) is not None:
        planned = Plan(Status.ANSWERED, Form.PASSAGE, reading=told)
    if early is None and planned.figures and planned.derived is None and is_misread(query, hits, planned.figures[0]):
        planned = Plan(Status.NOT_FOUND, missing=("counted",), nearest=declined(query, candidates).nearest)
    if query.kind is Kind.WHEN and planned.status is Status.NOT_FOUND and (undone := _not_done(query, hits)) is not None:
        planned = Plan(Status.ANSWERED, Form.PASSAGE, reading=undone)
    if query.kind is Kind.WHO and (none := _nobody(query, planned, hits)) is not None:
        planned = Plan(Status.ANSWERED, Form.PASSAGE, reading=none)
    if planned.status is Status.NOT_FOUND and not planned.missing:
        planned.missing = ("counted",) if query.kind in COUNTING | _ROWS else (str(query.kind),)
    return planned


def _not_done(query: Query, hits: Sequence[Hit]) -> Reading | None:
    from qa_bot.answer.not_done import not_done  # with the reader

    return not_done(query, hits)


def _nobody(query: Query, planned: Plan, hits: Sequence[Hit]) -> Reading | None:
    """The sentence that says it was nobody, where none names just who it was."""
    if planned.figures:
        return None
    from qa_bot.answer.nobody_told import nobody_told  # with the reader
    from qa_bot.answer.roles import filled

    if planned.reading is not None and filled(query, planned.reading) is not None:
        return None
    return nobody_told(query, hits)


def _cause_beside(query: Query, readings: Sequence[Reading], hits: Sequence[Hit]) -> Reading | None:
    """The sentence that names the cause at the head of the next paragraph, where the best sentence tells all that is asked about and
    nothing up to there tells of the like again: "On Thursday the dockers walked out, too"."""
    if not readings or readings[0].absent:
        return None
    from qa_bot.answer.named_causes import named_cause, tells_again  # with the reader

    best = readings[0]
    place = best.passage
    beside = (hit for hit in hits if hit.passage.doc_id == place.doc_id and hit.passage.headings == place.headings)
    behind = next((hit for hit in beside if 0 < hit.passage.span.start - place.span.end <= NEXT_PARAGRAPH), None)
    if behind is None or any(tells_again(query, place, each) for each in place.sentences if each.start >= best.sentence.end):
        return None
    found = named_cause(query, [best._replace(passage=behind.passage, source=behind)], behind=place)
    return found if found is not None and found.sentence == behind.passage.sentences[0] else None


def _none(query: Query, candidates: Sequence[Candidate], hits: Sequence[Hit]) -> Plan | None:
    """That there was none, where a sentence says so of just what is asked."""
    found = denial(query, hits, candidates)
    if found is None:
        return None
    verdict = "no" if query.kind is Kind.YES_NO else None
    if found.figure is not None:
        return Plan(Status.ANSWERED, verdict=verdict, figures=[found.figure])
    reading = Reading(found.hit.passage, found.sentence, found.short, 0.0, 1.0, answerable=True, missing=(), source=found.hit)
    return Plan(Status.ANSWERED, Form.PASSAGE, verdict=verdict, reading=reading)


def _multiple(query: Query, candidates: Sequence[Candidate], hits: Sequence[Hit]) -> Plan | None:
    """Whether it doubled, by both levels, or by a text that says so; what somebody only claims decides nothing."""
    asked = asked_multiple(query)
    if asked is None:
        return None
    if asked.negated:
        return Plan(Status.NOT_FOUND, missing=("counted",), nearest=declined(query, candidates).nearest)
    told = claimed(asked, hits)
    levels = judged(query, asked, candidates)
    if levels is None and told is not None and told[1] is not None:
        levels = beside(asked, told[0], right=told[1])
    if levels is not None and (told is None or told[1] in (None, levels.met)):
        return Plan(Status.ANSWERED, Form.SIDE_BY_SIDE, "period", "yes" if levels.met else "no", figures=[levels.before, levels.after])
    if told is not None and levels is None:
        reading, right = told
        verdict = None if right is None else "yes" if right else "no"
        return Plan(Status.PARTIAL if right is None else Status.ANSWERED, Form.PASSAGE, verdict=verdict, reading=reading)
    return Plan(Status.NOT_FOUND, missing=("counted",), nearest=declined(query, candidates).nearest)


def _plan(query: Query, candidates: Sequence[Candidate], readings: Sequence[Reading], bound: Sequence[Figure]) -> Plan:
    if query.kind is Kind.WHO and query.binds and bound and bound[0].claimant is not None and not query.slots.action[1:]:
        return Plan(Status.ANSWERED, Form.SINGLE, "claimant", figures=[bound[0]])
    if query.operation is Operation.REST:
        stated = select(query, of_figures(candidates, lambda figure: figure.negative))
        if stated.status is Status.ANSWERED:
            return planned_of(stated, candidates)
    if query.off_plan:
        return off_plan(query, candidates)
    if query.operation in (Operation.SHARE, Operation.REST, Operation.DIFFERENCE, Operation.SUM):
        derived = worked_out(query, candidates, bound)
        if derived is not None:
            return derived
    if query.kind in _ROWS:
        rows = _rows(query, candidates)
        if rows is not None:
            return rows
    if query.kind is Kind.YES_NO and query.operation is Operation.DIFFERENCE:
        return Plan(Status.NOT_FOUND, missing=("period",) if query.periods else ("counted",))
    if query.kind is Kind.YES_NO:
        return verdict(query, candidates, readings)
    if query.kind in COUNTING | _ROWS:
        return _counted(query, candidates, readings)
    if query.kind is Kind.WHAT and query.slots.head:
        found = selected(query, candidates)
        if found is not None and found.status is Status.ANSWERED and _is_level_of(query, found.figures[0]):
            return planned_of(found, candidates)
    return passage_plan(query, candidates, readings)


def _is_level_of(query: Query, figure: Figure) -> bool:
    """Whether *figure* is how much there is of what is asked after: the "average score" is a number, the goal is not "3 goals"."""
    if figure.terms.head[:1] != query.slots.head[:1]:
        return False
    if figure.measure is not Measure.COUNT or query.language != figure.language:
        return True
    head = (query.counted or "").casefold().split()
    return any(word in head for word in (figure.counted or "").casefold().split())


def _shifted(query: Query, candidates: Sequence[Candidate]) -> Plan | None:
    """The rows of a table that rose or fell, where these are asked for."""
    pairs = shifts(query, candidates)
    figures = [figure for pair in pairs for figure in pair] if pairs is not None else []
    return Plan(Status.ANSWERED, Form.TABLE, figures=figures, shifts=pairs) if pairs is not None else None


def _is_bare_word(figure: Figure) -> bool:
    """Whether the number is a word that counts things, and so no answer to "what grant": «четыре семьи из девяти»."""
    return figure.measure is Measure.COUNT and figure.surface.isalpha()


def _number_in(reading: Reading, hits: Sequence[Hit]) -> Figure | None:
    """The figure that the words of *reading* are and nothing more: it has the bound and the currency that these may leave out."""
    short = reading.short
    figures = (figure for hit in hits if hit.passage.passage_id == reading.passage.passage_id for figure in hit.figures)
    found = [figure for figure in figures if short.start <= figure.span.start and figure.span.end <= short.end]
    return found[0] if len(found) == 1 and short.end - short.start <= found[0].span.end - found[0].span.start + 1 else None


def _is_level_for_difference(query: Query, selection: Selection) -> bool:
    """Whether it is asked by how much there is less of something, or more, and but a level of it is told: «на сколько меньше денег»."""
    if query.kind is not Kind.COMPARE or query.periods or any(figure.measure is Measure.CHANGE for figure in selection.figures):
        return False
    asked = fold(query.text)
    return any(phrase in asked for phrase in functions(query.language)["differences_asked"])


def _counted(query: Query, candidates: Sequence[Candidate], readings: Sequence[Reading]) -> Plan:
    """Figures that fit; else a sentence that says the number, unless its scope contradicts the question."""
    if query.kind is Kind.SHARE:
        candidates = of_figures(candidates, lambda figure: figure.measure is Measure.SHARE)
    selection = selected(query, candidates)
    if query.kind is Kind.LIST and selection is None and not query.slots.head:
        return passage_plan(query, candidates, readings)
    if query.kind is Kind.SUPERLATIVE and not (selection and all(says_which(query, figure) for figure in selection.figures)):
        return passage_plan(query, candidates, readings)  # no number says which one
    if selection is not None and not _is_level_for_difference(query, selection):
        return planned_of(selection, candidates)
    if selection is not None:
        return planned_of(declined(query, of_figures(candidates, lambda figure: figure.measure is Measure.CHANGE)), candidates)
    if query.binds:
        return planned_of(declined(query, candidates), candidates)
    from qa_bot.answer.spoken import spoken_number  # with the reader, which most figures are answers without

    said = spoken_number(query, candidates, readings)
    if said is None:
        return planned_of(declined(query, candidates), candidates)
    if isinstance(said, Reading):
        return Plan(Status.ANSWERED, Form.PASSAGE, reading=said)
    others = say_beside(said, candidates) or others_say(query, [said.figure], candidates)
    form, by = (Form.SIDE_BY_SIDE, "claimant") if others else (Form.SINGLE, None)
    return Plan(Status.ANSWERED, form, by, figures=[said.figure, *others])


def _rows(query: Query, candidates: Sequence[Candidate]) -> Plan | None:
    if (moved := movers(query, candidates)) is not None:
        return Plan(Status.ANSWERED, Form.BREAKDOWN, query.by, figures=moved)
    rows = modal_unit(breakdown(query, candidates))
    if len(rows) < 2:
        return None
    rows.sort(key=lambda figure: (-figure.value if query.descending else figure.value, figure.figure_id))
    figures = figures_of(candidates)
    parents = parents_of(figures)
    wider = {whole for row in rows for whole in wholes_of(row.figure_id, parents)}
    apart = (figure for figure in figures if figure.figure_id not in wider)
    if query.kind is Kind.SUPERLATIVE and any(_outranks(figure, rows[0], query) for figure in apart):
        return None
    by_id = {figure.figure_id: figure for figure in figures}
    wholes = {row.part_of.figure_id for row in rows if row.part_of is not None}
    whole = by_id.get(wholes.pop()) if len(wholes) == 1 else None
    form = Form.TABLE if query.by == "period" else Form.BREAKDOWN
    return Plan(Status.ANSWERED, form, query.by, figures=rows, whole=whole)


def _outranks(figure: Figure, first: Figure, query: Query) -> bool:
    """Whether a figure in the sentence of the *first* row, of which nobody knows whose it is, comes before it: "the A14 was the worst
    with 58 deaths, followed by the A3 with 41"."""
    alike = (figure.quote, figure.measure, figure.unit, figure.terms.head) == (first.quote, first.measure, first.unit, first.terms.head)
    ahead = figure.value > first.value if query.descending else figure.value < first.value
    return alike and ahead and not label_of(figure, query.by)
