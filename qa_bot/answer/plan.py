"""What kind of answer a question gets: figures, a derived value, a breakdown, yes or no, a sentence, or an honest no."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import NamedTuple

from qa_bot.answer.aims import aimed, asks_of_target, tells_so
from qa_bot.answer.breakdowns import breakdown, label_of, modal_unit, says_which
from qa_bot.answer.candidates import figures_of, fitting, of_figures
from qa_bot.answer.concepts import is_person
from qa_bot.answer.deeds import FATES
from qa_bot.answer.denials import counted_elsewhere, denial, is_misread, leaves_open
from qa_bot.answer.derive import comparable, difference, rest, same_scope, share, total
from qa_bot.answer.disputed import others_say, say_beside
from qa_bot.answer.movers import movers
from qa_bot.answer.moves import asked_way, said, told
from qa_bot.answer.multiples import asked_multiple, beside, claimed, judged
from qa_bot.answer.proofs import proves, tells_of_asked
from qa_bot.answer.readings import Reading, text_at
from qa_bot.answer.scope import concepts_of
from qa_bot.answer.select import Selection, declined, select, selected
from qa_bot.answer.shifts import Shift, shifts
from qa_bot.answer.wholes import ALL, asks_whole, is_all, parents_of, share_told, wholes_of
from qa_bot.schema import (
    Bound,
    Candidate,
    CitedFigure,
    Condition,
    Figure,
    Fit,
    Form,
    Hit,
    Kind,
    Measure,
    Operation,
    Query,
    Status,
)
from qa_bot.text.functions import functions, known_by

COUNTING = frozenset({Kind.COUNT, Kind.SHARE, Kind.COMPARE, Kind.TREND})
_ROWS = frozenset({Kind.LIST, Kind.SUPERLATIVE})


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
    if early is None and planned.figures and planned.derived is None and is_misread(query, hits, planned.figures[0]):
        planned = Plan(Status.NOT_FOUND, missing=("counted",), nearest=declined(query, candidates).nearest)
    if planned.status is Status.NOT_FOUND and not planned.missing:
        planned.missing = ("counted",) if query.kind in COUNTING | _ROWS else (str(query.kind),)
    return planned


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
        stated = select(query, [candidate for candidate in candidates if candidate.figure.negative])
        if stated.status is Status.ANSWERED:
            return _planned(stated, candidates)
    if query.off_plan:
        return _off_plan(query, candidates)
    if query.operation in (Operation.SHARE, Operation.REST, Operation.DIFFERENCE, Operation.SUM):
        derived = _derived(query, candidates, bound)
        if derived is not None:
            return derived
    if query.kind in _ROWS:
        rows = _rows(query, candidates)
        if rows is not None:
            return rows
    if query.kind is Kind.YES_NO and query.operation is Operation.DIFFERENCE:
        return Plan(Status.NOT_FOUND, missing=("period",) if query.periods else ("counted",))
    if query.kind is Kind.YES_NO:
        return _aimed(query, candidates, readings) or _verdict(query, candidates, readings)
    if query.kind in COUNTING | _ROWS:
        return _counted(query, candidates, readings)
    if query.kind is Kind.WHAT and query.slots.head:
        found = selected(query, candidates)
        if found is not None and found.status is Status.ANSWERED and _is_level_of(query, found.figures[0]):
            return _planned(found, candidates)
    return _passage(query, candidates, readings)


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


def _planned(selection: Selection, candidates: Sequence[Candidate]) -> Plan:
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


def _counted(query: Query, candidates: Sequence[Candidate], readings: Sequence[Reading]) -> Plan:
    """Figures that fit; else a sentence that says the number, unless its scope contradicts the question."""
    if query.kind is Kind.SHARE:
        candidates = of_figures(candidates, lambda figure: figure.measure is Measure.SHARE)
    selection = selected(query, candidates)
    if query.kind is Kind.LIST and selection is None and not query.slots.head:
        return _passage(query, candidates, readings)
    if query.kind is Kind.SUPERLATIVE and not (selection and all(says_which(query, figure) for figure in selection.figures)):
        return _passage(query, candidates, readings)  # no number says which one
    if selection is not None:
        return _planned(selection, candidates)
    if query.binds:
        return _planned(declined(query, candidates), candidates)
    from qa_bot.answer.spoken import spoken_number  # with the reader, which most figures are answers without

    said = spoken_number(query, candidates, readings)
    if said is None:
        return _planned(declined(query, candidates), candidates)
    if isinstance(said, Reading):
        return Plan(Status.ANSWERED, Form.PASSAGE, reading=said)
    others = say_beside(said, candidates)
    form, by = (Form.SIDE_BY_SIDE, "claimant") if others else (Form.SINGLE, None)
    return Plan(Status.ANSWERED, form, by, figures=[said.figure, *others])


def _passage(query: Query, candidates: Sequence[Candidate], readings: Sequence[Reading]) -> Plan:
    from qa_bot.answer.spoken import contradicted, spoken, spoken_then  # with the reader

    best: Reading | Candidate | None = spoken(query, readings)
    missing = readings[0].missing if readings else ()
    if best is not None and query.kind in (Kind.WHAT, Kind.YES_NO) and (query.period is not None or query.periods):
        best, missing = spoken_then(query, candidates, readings), ("period",)
    if isinstance(best, Reading):
        fitting = _fitting_beside(query, best, candidates)
        refuted = contradicted(best, candidates) if query.kind is Kind.WHAT else ()
        if fitting or not refuted:
            return Plan(Status.ANSWERED, figures=[fitting]) if fitting else Plan(Status.ANSWERED, Form.PASSAGE, reading=best)
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


def _off_plan(query: Query, candidates: Sequence[Candidate]) -> Plan:
    """How far a sum is from the one that its sentence says was planned: "£2.3 million against a budget of £1.6 million"."""
    fitting = [candidate.figure for candidate in candidates if not set(candidate.slots(Fit.DIFFERENT)) - {"action"}]
    for figure in fitting:
        if figure.modality is None:
            plans = (other for other in fitting if other.modality is not None and other.quote == figure.quote)
            beside = next((other for other in plans if (other.measure, other.unit) == (figure.measure, figure.unit)), None)
            if beside is not None:
                larger, smaller = (figure, beside) if figure.value >= beside.value else (beside, figure)
                return Plan(Status.ANSWERED, Form.SIDE_BY_SIDE, figures=[larger, smaller], derived=difference(larger, smaller))
    return Plan(Status.NOT_FOUND, missing=("counted",), nearest=declined(query, candidates).nearest)


# ---------------------------------------------------------------- derived values


def _derived(query: Query, candidates: Sequence[Candidate], bound: Sequence[Figure]) -> Plan | None:
    if query.operation is Operation.SHARE:
        return _share(query, candidates, bound)
    if query.operation is Operation.REST:
        return _rest(query, candidates, bound)
    if query.operation is Operation.DIFFERENCE:
        return _difference(query, candidates)
    return _total(query, candidates)


def _share(query: Query, candidates: Sequence[Candidate], bound: Sequence[Figure]) -> Plan | None:
    """A share on file, else a part over its whole."""
    fits = _fitting(sorted(fitting(candidates), key=lambda candidate: candidate.gap))
    stated = [figure for figure in fits if figure.measure is Measure.SHARE]
    if stated:
        others = others_say(query, stated[:1], candidates)
        form = Form.SIDE_BY_SIDE if others else Form.SINGLE
        return Plan(Status.ANSWERED, form, "claimant" if others else None, figures=[*stated[:1], *others])
    by_id = {figure.figure_id: figure for figure in (*figures_of(candidates), *bound)}
    for part in fits:
        whole = by_id.get(part.part_of.figure_id) if part.part_of is not None else None
        if whole is not None and comparable(part, whole) and whole.value and _distinguished(query, part, whole):
            return Plan(Status.ANSWERED, figures=[part, whole], derived=share(part, whole))
    return None


def _distinguished(query: Query, part: Figure, whole: Figure) -> bool:
    """Whether the question's own words, and nothing else, make *part* of *whole*: its reason, its action, its label."""
    if part.label is not None and not set(part.terms.actor + part.terms.place + part.terms.counted) & set(
        query.slots.actor + query.slots.place + query.slots.other
    ):
        return False
    return not query.slots.reason or not set(query.slots.reason) & set(whole.terms.reason)


def _rest(query: Query, candidates: Sequence[Candidate], bound: Sequence[Figure]) -> Plan | None:
    """What is left of a whole; the part is the figure that "not" turns round."""
    by_id = {candidate.figure.figure_id: candidate.figure for candidate in candidates} | {figure.figure_id: figure for figure in bound}
    done = [candidate for candidate in candidates if set(candidate.slots(Fit.DIFFERENT)) <= {"action"} and not candidate.figure.negative]
    deeds = set(query.slots.action)
    for part in (*bound, *(candidate.figure for candidate in done if deeds <= set(candidate.figure.terms.action))):
        whole = by_id.get(part.part_of.figure_id) if part.part_of is not None else None
        if whole is not None and comparable(part, whole) and (part in bound or _is_told(query, part, whole)):
            return Plan(Status.ANSWERED, figures=[whole, part], derived=rest(part, whole))
    return None


def _is_told(query: Query, part: Figure, whole: Figure) -> bool:
    """Whether the question names what is said of *part* and not of *whole*: nobody asks for those who "were not late" of all late ones."""
    slots, terms, wider = query.slots, part.terms, whole.terms
    own = {*terms.reason, *terms.head, *terms.counted, *terms.action} - {*wider.reason, *wider.head, *wider.counted, *wider.action}
    return not own.isdisjoint((*slots.reason, *slots.head, *slots.counted, *slots.action, *slots.other))


def _difference(query: Query, candidates: Sequence[Candidate]) -> Plan | None:
    """Between two periods, or two doers, one figure each."""
    if len(query.periods) == 2:
        pair = [_best_for(query.model_copy(update={"period": period, "periods": ()}), candidates) for period in query.periods]
    else:
        return None
    if (
        len({(period.start, period.end) for period in query.periods}) == 1
    ):  # two things of one year: which is which, the question's slots do not tell
        return Plan(Status.NOT_FOUND, missing=("counted",), nearest=declined(query, candidates).nearest)
    if any(figure is None for figure in pair):
        return None
    first, second = (figure for figure in pair if figure is not None)
    if not comparable(first, second) or not same_scope(first, second):
        return None
    larger, smaller = (first, second) if first.value >= second.value else (second, first)
    verdict = None
    if query.kind is Kind.YES_NO and first.value != second.value:
        verdict = "yes" if (first.value > second.value) == query.descending else "no"
    return Plan(Status.ANSWERED, Form.TABLE, "period", verdict, figures=[larger, smaller], derived=difference(larger, smaller))


def _best_for(query: Query, candidates: Sequence[Candidate]) -> Figure | None:
    """The best figure whose period is just the one asked."""
    if query.period is None:
        return None
    asked = (query.period.start, query.period.end)
    for candidate in sorted(candidates, key=lambda candidate: (-candidate.score, candidate.figure.figure_id)):
        held = candidate.figure.period
        if held is not None and (held.start, held.end) == asked and not set(candidate.slots(Fit.DIFFERENT)) - {"period"}:
            return candidate.figure
    return None


def _total(query: Query, candidates: Sequence[Candidate]) -> Plan | None:
    """The sum of the rows of one breakdown, when the question asks for a total and none is on file."""
    fits = _fitting(candidates)
    if any(figure.part_of is None for figure in fits[:1]):
        return None
    rows = modal_unit(breakdown(replace_by(query), candidates))
    if len(rows) < 2 or not all(comparable(rows[0], row) for row in rows):
        return None
    return Plan(Status.ANSWERED, Form.BREAKDOWN, "actor", figures=rows, derived=total(rows))


def replace_by(query: Query) -> Query:
    return query.model_copy(update={"by": query.by or "actor"})


def _fitting(candidates: Sequence[Candidate]) -> list[Figure]:
    return [candidate.figure for candidate in fitting(candidates) if len(candidate.slots(Fit.UNKNOWN)) < 2]


# ---------------------------------------------------------------- breakdowns and verdicts


def _rows(query: Query, candidates: Sequence[Candidate]) -> Plan | None:
    if (moved := movers(query, candidates)) is not None:
        return Plan(Status.ANSWERED, Form.BREAKDOWN, query.by, figures=moved)
    rows = modal_unit(breakdown(query, candidates))
    if len(rows) < 2:
        return None
    rows.sort(key=lambda figure: (-figure.value if query.descending else figure.value, figure.figure_id))
    parents = parents_of(figures_of(candidates))
    wider = {whole for row in rows for whole in wholes_of(row.figure_id, parents)}
    apart = (candidate.figure for candidate in candidates if candidate.figure.figure_id not in wider)
    if query.kind is Kind.SUPERLATIVE and any(_outranks(figure, rows[0], query) for figure in apart):
        return None
    by_id = {candidate.figure.figure_id: candidate.figure for candidate in candidates}
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


def _aimed(query: Query, candidates: Sequence[Candidate], readings: Sequence[Reading]) -> Plan | None:
    """Whether a target was met, or missed, where that is asked: by the two numbers, else a sentence that says so."""
    meeting = asks_of_target(query)
    if meeting is None:
        return None
    aim = aimed(query, candidates)
    if aim is not None:
        return Plan(Status.ANSWERED, verdict="yes" if aim.met == meeting else "no", figures=[aim.reached, aim.target])
    return _verdict(query, candidates, [reading for reading in readings if tells_so(reading, met=meeting)])


def _verdict(query: Query, candidates: Sequence[Candidate], readings: Sequence[Reading]) -> Plan:
    if query.condition is not None and query.condition.value in query.serials:
        return Plan(Status.NOT_FOUND, missing=("entity",), nearest=declined(query, candidates).nearest)  # "school no. 5" counts no schools
    way = asked_way(query) if query.condition is None else None
    if way is not None:
        return _moved(query, way, candidates, readings)
    if query.condition is not None and query.condition.share:
        candidates = of_figures(candidates, lambda figure: figure.unit == "%" or figure.measure is Measure.SHARE)
    elif query.condition is not None and query.condition.value > ALL:
        candidates = of_figures(candidates, lambda figure: figure.measure is not Measure.SHARE)  # no per cent are 46 million
    selection = selected(query, candidates)
    if selection is None:
        return _said_so(query, candidates, readings) if query.condition is None else _planned(declined(query, candidates), candidates)
    disputed = query.condition is not None and selection.by == "claimant" and not selection.updated
    if disputed and query.condition and len({_holds(query.condition, figure) for figure in selection.figures}) > 1:
        return replace(_planned(selection, candidates), status=Status.PARTIAL, open_condition=True)
    planned = _planned(_decisive(selection, candidates), candidates)
    if query.condition is None:
        return _unconditional(query, planned, candidates, readings)
    holds = _holds(query.condition, planned.figures[0])
    if holds is None:
        return replace(planned, status=Status.PARTIAL, open_condition=True)
    return replace(planned, verdict="yes" if holds else "no")


def _unconditional(query: Query, planned: Plan, candidates: Sequence[Candidate], readings: Sequence[Reading]) -> Plan:
    """Whether there was any at all, as far as the first figure of *planned* proves it."""
    deed = set(query.slots.action) <= _told_of(planned.figures[0])
    none = planned.figures[0].value == 0 and planned.status is Status.ANSWERED  # "there were no fires"
    if not deed or not (query.slots.action or none):
        return _said_so(query, candidates, readings)
    some = counted_elsewhere(candidates, planned.figures[0].doc_id, planned.figures[0].quote) if none else None
    if some is not None:  # one text says nobody, another four
        return Plan(Status.PARTIAL, Form.SIDE_BY_SIDE, "claimant", figures=[some, planned.figures[0]], open_condition=True)
    if not none and (_lacks_cause(query, planned.figures[0]) or not proves(query, planned.figures[0])):
        return _said_so(query, candidates, readings)
    if query.names and not none and _is_of_others(query, planned.figures[0], readings):
        return Plan(Status.NOT_FOUND, Form.PASSAGE, missing=("entity",), nearest=declined(query, candidates).nearest)
    if asks_whole(query):
        all_of_it = is_all(query, planned.figures[0], candidates)
        if all_of_it is None:
            return replace(planned, status=Status.PARTIAL, open_condition=True)
        return replace(planned, verdict="yes" if all_of_it[0] else "no", figures=[all_of_it[1]])
    return replace(planned, verdict="yes" if planned.figures[0].value else "no")


def _lacks_cause(query: Query, figure: Figure) -> bool:
    """Whether it is asked of what persons died or were hurt, and nothing around *figure* names that: two who died of measles did not die
    of the vaccine."""
    if FATES.isdisjoint(query.slots.action):
        return False
    held = concepts_of(figure)
    said = held.anywhere | held.sorts
    return any(term not in said and not is_person(term) for term in query.slots.other)


def _told_of(figure: Figure) -> set[str]:
    """The deeds that the words of *figure* tell: the dead have died."""
    terms = figure.terms
    return {*terms.action, *terms.head}.union(*(known_by().get(head, frozenset()) for head in terms.head))


def _is_of_others(query: Query, figure: Figure, readings: Sequence[Reading]) -> bool:
    """Whether the sentence of *figure* names others than the question: that Dunmere sold him does not say that Rovers did."""
    from qa_bot.answer.spoken import names_others  # with the reader

    read = (reading for reading in readings if reading.passage.doc_id == figure.doc_id and reading.sentence == figure.quote)
    return figure.label is None and any(names_others(query, reading) for reading in read)


def _said_so(query: Query, candidates: Sequence[Candidate], readings: Sequence[Reading]) -> Plan:
    """Yes, by a sentence that says what is asked; one that says "not" or "no" of something there decides nothing."""
    found = _passage(query, candidates, readings)
    if found.status is not Status.ANSWERED:
        return found
    from qa_bot.answer.spoken import denies, lacks_deed, lacks_fate, names_others  # with the reader

    if found.reading is not None and (lacks_deed(query, found.reading) or lacks_fate(query, found.reading)):
        return Plan(Status.NOT_FOUND, Form.PASSAGE, missing=("action",), nearest=declined(query, candidates).nearest)
    told = proves(query, found.figures[0]) if found.figures else found.reading is None or tells_of_asked(query, found.reading)
    if not told:
        return Plan(Status.NOT_FOUND, Form.PASSAGE, missing=("counted",), nearest=declined(query, candidates).nearest)
    if found.reading is not None and names_others(query, found.reading):
        return Plan(Status.NOT_FOUND, Form.PASSAGE, missing=("entity",))
    if found.reading is not None and query.polarity is not False and denies(found.reading):
        whole = found.reading._replace(short=found.reading.sentence)  # any words of it would seem to say what it denies
        return replace(found, status=Status.PARTIAL, reading=whole)
    if found.reading is not None and asks_whole(query):
        share = share_told(found.reading, candidates)
        return Plan(Status.ANSWERED, verdict="yes" if share.value >= ALL else "no", figures=[share]) if share is not None else found
    if found.reading is not None and _opens_with_pronoun(query, found.reading):
        found = replace(found, reading=found.reading._replace(short=found.reading.sentence))  # "them by gas" says nothing by itself
    return replace(found, verdict="yes")


def _opens_with_pronoun(query: Query, reading: Reading) -> bool:
    first = text_at(reading.passage, reading.short).split(maxsplit=1)[:1]
    return bool(first) and first[0].lower() in functions(query.language)["anaphors"]


def _moved(query: Query, way: str, candidates: Sequence[Candidate], readings: Sequence[Reading]) -> Plan:
    """Whether it went the *way* that is asked: by the figure, else the sentence, that says which way it went."""
    counted = told(query, candidates)
    if counted is not None:
        return Plan(Status.ANSWERED, verdict="yes" if counted[1] == way else "no", figures=[counted[0]])
    worded = said(query, readings)
    if worded is not None and query.period is None and not query.periods:
        return Plan(Status.ANSWERED, Form.PASSAGE, verdict="yes" if worded[1] == way else "no", reading=worded[0])
    nearest = declined(query, candidates).nearest
    return Plan(Status.NOT_FOUND, missing=nearest[0][1] if nearest else ("counted",), nearest=nearest)


def _decisive(selection: Selection, candidates: Sequence[Candidate]) -> Selection:
    """A verdict rests on one figure: the newest of an update, else the one that fits best."""
    ids = {figure.figure_id for figure in selection.figures}
    scores = {c.figure.figure_id: c.score for c in of_figures(candidates, lambda figure: figure.figure_id in ids)}
    ranked = (
        selection.figures
        if selection.updated
        else sorted(selection.figures, key=lambda figure: (-scores[figure.figure_id], figure.figure_id))
    )
    selection.figures, selection.form, selection.by = ranked[:1], Form.SINGLE, None
    return selection


def _holds(condition: Condition, figure: Figure) -> bool | None:
    """Whether the figure meets the condition; None where its bound leaves that open."""
    if condition.share and figure.unit is None:
        figure = figure.model_copy(update={"value": figure.value * 100, "upper": figure.upper and figure.upper * 100})
    low, high, value = _low(figure), _high(figure), condition.value
    match condition.bound:
        case Bound.MORE_THAN:
            return _decided(_above(low, value, strictly=True), _below(high, value))
        case Bound.AT_LEAST:
            return _decided(_above(low, value), _below(high, value, strictly=True))
        case Bound.LESS_THAN:
            return _decided(_below(high, value, strictly=True), _above(low, value))
        case Bound.AT_MOST:
            return _decided(_below(high, value), _above(low, value, strictly=True))
        case Bound.BETWEEN if condition.upper is not None:
            inside = _above(low, value) and _below(high, condition.upper)
            return _decided(inside, _below(high, value, strictly=True) or _above(low, condition.upper, strictly=True))
    exact = low is not None and low == high
    outside = _above(low, value, strictly=True) or _below(high, value, strictly=True)
    return _decided(exact and _above(low, value) and _below(high, value), outside)


class _End(NamedTuple):
    """An end of the values that a figure leaves possible; *open* when it is not one of them."""

    value: Decimal
    open: bool = False


def _low(figure: Figure) -> _End | None:
    if figure.bound in (Bound.AT_MOST, Bound.LESS_THAN):
        return None
    return _End(figure.value, figure.bound is Bound.MORE_THAN)


def _high(figure: Figure) -> _End | None:
    if figure.upper is not None:
        return _End(figure.upper)
    if figure.bound in (Bound.AT_LEAST, Bound.MORE_THAN):
        return None
    return _End(figure.value, figure.bound is Bound.LESS_THAN)


def _above(low: _End | None, value: Decimal, *, strictly: bool = False) -> bool:
    """Whether all that is possible lies at or above *value*, or strictly above it."""
    return low is not None and (low.value > value or (low.value == value and (low.open or not strictly)))


def _below(high: _End | None, value: Decimal, *, strictly: bool = False) -> bool:
    return high is not None and (high.value < value or (high.value == value and (high.open or not strictly)))


def _decided(yes: bool, no: bool) -> bool | None:
    return True if yes else False if no else None
