"""Which of the matched figures answer the question, which are only near it, and what is missing."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise

from qa_bot.answer.candidates import figures_of, fitting, of_figures
from qa_bot.answer.concepts import broader
from qa_bot.answer.copies import is_same
from qa_bot.answer.deeds import DEEDLESS, EXISTING, is_told_otherwise
from qa_bot.answer.disputed import others_say, told_instead
from qa_bot.answer.events import CALAMITIES, of_one_event
from qa_bot.answer.lengths_asked import of_length_asked
from qa_bot.answer.match import SOFT
from qa_bot.answer.nearest import nearest_of
from qa_bot.answer.nearest_columns import nearest_columns
from qa_bot.answer.period_fit import is_of_moment, period_fit, span_of, was_told_in
from qa_bot.answer.place_fit import general_places
from qa_bot.answer.scope import CONTEXT, SLOT, concepts_of
from qa_bot.answer.stocks import of_stock
from qa_bot.answer.updates import has_earlier, newer_counts, without_replaced
from qa_bot.answer.wholes import asks_whole_period, parents_of, without_parts
from qa_bot.schema import Basis, Candidate, Figure, Fit, Form, Kind, Measure, Period, Query, Status, Tense
from qa_bot.text.functions import functions, known_by
from qa_bot.text.periods import relation

# Among figures that fit alike, one whose evidence is this much weaker than the best one's is about something else. Swept 0.4-0.8 on
# the 263 questions that there were then: 187 right up to 0.5, 188 from 0.58 on; kept low: `weak` and `distance` tell neighbours apart.
EVIDENCE = 0.55
NEAR = 2  # summed distance of the asked words from a figure without a period; 0-4 tried on the same questions, alike from 1 to 3
REMOTE = 2  # how much farther off the asked words stand from a figure that tells a deed nobody asked for than from one that tells none
SAME_THING = ("head", "counted", "action", "actor", "place", "direction", "adjuncts")  # slots of `Terms`
FEW = 3  # figures side by side that are read at a glance: the best fitting stands first; more are put in order


@dataclass(slots=True)
class Selection:
    """What will be shown. *figures* answer, the first is the headline; *nearest* come with the slots in which they differ."""

    status: Status
    form: Form = Form.SINGLE
    by: str | None = None
    figures: list[Figure] = field(default_factory=list)
    nearest: list[tuple[Figure, tuple[str, ...]]] = field(default_factory=list)
    missing: tuple[str, ...] = ()
    soft: dict[str, tuple[tuple[str, Fit], ...]] = field(default_factory=dict)  # by figure id: the slots that fit loosely
    copies: dict[str, list[Figure]] = field(default_factory=dict)  # by figure id: the same figure in other documents
    updated: bool = False  # the figures are updates of one count, newest first


def select(query: Query, candidates: Sequence[Candidate]) -> Selection:
    """Return the figures that answer *query*: all asked slots alike first, else those that fit loosely, else none."""
    return selected(query, candidates) or declined(query, candidates)


def selected(query: Query, candidates: Sequence[Candidate]) -> Selection | None:
    """Return the figures that answer *query*, None where none do."""
    if query.periods:
        return _of_each_period(query, candidates)
    fits = fitting(candidates) or told_instead(query, candidates)
    bound = without_replaced(of_one_event(query, _bound_to(query, fits)), candidates)
    exact = {_voice(candidate.figure) for candidate in bound if not candidate.slots(*SOFT) and query.unit != "person"}
    plain = [c.figure for c in bound if not c.slots(*SOFT)]
    strict = [c for c in bound if not c.slots(*SOFT) or (_is_sort(query, c) and _voice(c.figure) not in exact and not _is_among(c, plain))]
    loose = [
        candidate
        for candidate in bound
        if len(candidate.slots(*SOFT)) == 1 and (_is_near(query, candidate) or _is_called(query, candidate))
    ]
    if query.period is not None and asks_whole_period(query):
        loose = [candidate for candidate in loose if not candidate.slots(Fit.NARROWER)]
    loose = [candidate for candidate in loose if not (tells_none(candidate.figure) and candidate.slots(Fit.NARROWER))]
    loose = _latest(loose) if query.any_day else loose
    plans = [candidate for candidate in strict if query.tense is Tense.FUTURE and candidate.figure.modality is not None]
    strict = plans or strict  # asked for a plan, the outturn beside it is no answer
    chosen = strict or [each for each in loose if _is_called(query, each) or not _is_outdone(query, each, candidates)]
    if not chosen:
        return None
    status = Status.ANSWERED if strict else Status.PARTIAL
    pieces = [] if strict else _pieces(query, bound)
    if pieces:
        figures = [candidate.figure for candidate in pieces]
        soft: dict[str, tuple[tuple[str, Fit], ...]] = {piece.figure.figure_id: (("period", Fit.NARROWER),) for piece in pieces}
        return Selection(status, Form.TABLE, "period", figures, soft=soft)
    selection = _chosen(chosen, status, query, parents_of(figures_of(candidates)))
    newer = newer_counts(query, selection.figures, candidates)
    others = others_say(query, [*newer, *selection.figures], candidates) if newer or selection.by != "period" else []
    others = [*newer, *others]
    if others:
        selection.figures, selection.form, selection.by = _arranged(query, [*selection.figures, *others])
        selection.updated = selection.updated or has_earlier(selection.figures)
    if not strict:
        then = all(_is_then(query, candidate) for candidate in chosen)
        nearest = nearest_of(query, candidates, beside=selection.figures)
        selection.nearest = [near for near in nearest if not (then and near[1] == ("period",))][:3]
    return selection


def _pieces(query: Query, fitting: Sequence[Candidate]) -> list[Candidate]:
    """The rows of one table or list that together are just the period asked, in order: two quarters for a half year; [] where none are."""
    asked = query.period
    rows: dict[tuple[object, ...], list[Candidate]] = {}
    for candidate in fitting:
        figure = candidate.figure
        shorter = candidate.slots(Fit.NARROWER) == ("period",) and {*candidate.slots(*SOFT)} <= {"period", "action"}
        if shorter and figure.measure in (Measure.COUNT, Measure.MONEY):
            rows.setdefault((figure.passage_id, figure.measure, figure.unit, figure.terms.head, figure.terms.action), []).append(candidate)
    for found in rows.values():
        found.sort(key=lambda candidate: span_of(candidate.figure.period))
        spans = [span_of(candidate.figure.period) for candidate in found]
        joined = all(before[1] + timedelta(1) == after[0] for before, after in pairwise(spans))
        if asked is not None and len(found) > 1 and joined and (spans[0][0], spans[-1][1]) == (asked.start, asked.end):
            return found
    return []


def _of_each_period(query: Query, candidates: Sequence[Candidate]) -> Selection | None:
    """Return what answers the question for each of its periods, as if it had been asked for that one alone."""
    found: list[Selection] = []
    for period in query.periods:
        alone = query.model_copy(update={"period": period, "periods": ()})
        found.append(select(alone, [_in_period(candidate, period) for candidate in candidates]))
    figures = list({figure.figure_id: figure for selection in found for figure in selection.figures}.values())
    if not figures:
        return None
    lacking = [selection for selection in found if not selection.figures]
    whole = all(selection.status is Status.ANSWERED for selection in found)
    figures.sort(key=_by_period)
    form, by = (Form.TABLE, "period") if len(figures) > 1 else (Form.SINGLE, None)
    return Selection(
        Status.ANSWERED if whole else Status.PARTIAL,
        form,
        by,
        figures,
        nearest=[near for selection in found for near in selection.nearest if near[0] not in figures][:3],
        missing=("period",) if lacking else (),
        soft={of: fits for selection in found for of, fits in selection.soft.items()},
        copies={of: copies for selection in found for of, copies in selection.copies.items()},
    )


def _in_period(candidate: Candidate, period: Period) -> Candidate:
    """The candidate held against *period* alone."""
    others = [row for row in candidate.fits if row[0] != "period"]
    return candidate._replace(fits=(("period", period_fit(period, candidate.figure)), *others))


def _is_then(query: Query, candidate: Candidate) -> bool:
    """Whether the figure is of just the time that was asked, so that none of another time is near it."""
    return query.period is not None and ("period" not in candidate.slots(*SOFT) or is_of_moment(query, candidate.figure))


def _latest(loose: list[Candidate]) -> list[Candidate]:
    """Of figures for what several documents call "last week" those that were published last."""
    days = [candidate.figure.published for candidate in loose if candidate.figure.published is not None]
    return [candidate for candidate in loose if candidate.figure.published == max(days)] if days else loose


def _is_called(query: Query, candidate: Candidate) -> bool:
    """Whether the text of a figure only calls its time as the question does: "last week"."""
    return query.any_day and candidate.slots(Fit.UNKNOWN) == ("period",) and candidate.figure.period is not None


def _is_near(query: Query, candidate: Candidate) -> bool:
    """Whether a figure whose period is not known says all else itself: what fits loosely in time must fit well in words.

    Where a text of just that time tells is said at its top.
    """
    if candidate.slots(Fit.UNKNOWN) != ("period",):
        return True
    at_top = (*query.slots.place, *(term for term in query.slots.other if term in CALAMITIES))
    spared = (SLOT - CONTEXT) * len(at_top) if _is_of_its_day(query, candidate.figure) else 0
    return candidate.weak == 0 and candidate.distance <= NEAR + spared


def _is_outdone(query: Query, loose: Candidate, candidates: Sequence[Candidate]) -> bool:
    """Whether the document counts what was asked for another time: a figure for no time, or for a longer one, is then another subject.

    "1,260 households were without water in August" beside "3,000 received wrong bills in 2022", asked for September.
    """
    if query.period is None or loose.slots(*SOFT) != ("period",) or loose.slots(Fit.NARROWER):
        return False
    undated = loose.figure.period is None
    if _is_of_its_day(query, loose.figure):
        return False
    if undated and any(_sets_apart(query.period, figure, loose.figure) for figure in figures_of(candidates)):
        return True
    for other in of_figures(candidates, lambda figure: figure.doc_id == loose.figure.doc_id):
        if set(other.slots(Fit.DIFFERENT)) != {"period"}:
            continue
        nearer = (other.distance, other.weak) < (loose.distance, loose.weak)
        alike = (other.distance, other.weak) == (loose.distance, loose.weak) and other.figure.label in (None, loose.figure.label)
        if nearer or (alike and (undated or _length(other.figure.period) == _length(query.period) != _length(loose.figure.period))):
            return True
    return False


def _sets_apart(asked: Period, later: Figure, undated: Figure) -> bool:
    """Whether the paragraph of *undated* goes on with what such things were in the period *asked*: "11 appeals were upheld. In 2023 there
    were 129 appeals."."""
    if later.passage_id != undated.passage_id or later.quote.start <= undated.quote.start or later.period is None:
        return False
    told = later.period.basis is Basis.STATED and relation(asked, later.period) is Fit.SAME
    return told and later.unit == undated.unit


def _is_of_its_day(query: Query, figure: Figure) -> bool:
    """Whether a figure without a time, of which no other deed is told, was published in the period asked."""
    asked = {*query.slots.action}
    strange = (deed for deed in _deeds(figure) - asked if asked.isdisjoint(known_by().get(deed, ())))
    return was_told_in(query.period, figure) and not any(strange)


def _length(period: Period | None) -> int | None:
    """Days, to a few: months and quarters are alike."""
    if period is None or period.start is None or period.end is None:
        return None
    return round((period.end - period.start).days / 10)


def _voice(figure: Figure) -> tuple[str, str | None]:
    return figure.doc_id, figure.claimant.name if figure.claimant is not None else None


def _is_sort(query: Query, candidate: Candidate) -> bool:
    """Whether the figure fits but for counting a sort of what was asked: patients for people."""
    return candidate.slots(*SOFT) == ("counted",) and candidate.slots(Fit.NARROWER) == ("counted",)


def _is_among(candidate: Candidate, plain: Sequence[Figure]) -> bool:
    """Whether the document tells of more persons the same as of those of a sort: 31 minors beside 5,744 people held."""
    figure = candidate.figure
    wider = (other for other in plain if other.doc_id == figure.doc_id and other.unit == figure.unit == "person")
    return any(other.measure is figure.measure is Measure.COUNT and other.value > figure.value for other in wider)


def declined(query: Query, candidates: Sequence[Candidate]) -> Selection:
    """Return a selection without an answer: the slots that nothing fits and the nearest figures."""
    nearest = nearest_of(query, candidates)
    missing = nearest[0][1] if nearest else ()
    return Selection(Status.NOT_FOUND, nearest=nearest, missing=missing)


def _bound_to(query: Query, fitting: list[Candidate]) -> list[Candidate]:
    """For "how many of those": the parts of the figures meant, where there are any; else the figures that fit."""
    if not query.binds or query.operation is not None:
        return fitting
    others = [candidate for candidate in fitting if candidate.figure.figure_id not in query.binds]
    parts = [c for c in others if c.figure.part_of is not None and c.figure.part_of.figure_id in query.binds]
    return parts or others


def _chosen(chosen: list[Candidate], status: Status, query: Query, parents: Mapping[str, str]) -> Selection:
    best = max(candidate.score for candidate in chosen)
    enough = min(EVIDENCE * best, best)  # which is below 0 where next to nothing of the question is said
    weakest = min(candidate.weak for candidate in chosen if candidate.score >= enough)
    strong = [candidate for candidate in chosen if candidate.score >= enough and candidate.weak == weakest]
    strong = _without_some(query, _done(query, _undone(query, strong)))
    strong = _without_rows(_without_groups(without_parts(_nearest_words(strong), parents)))
    strong = of_length_asked(query, _without_none(nearest_columns(query, strong)))
    strong.sort(key=lambda candidate: (-candidate.score, candidate.figure.doc_id, candidate.figure.span.start))
    figures, copies = _merged_copies([candidate.figure for candidate in strong], set(parents.values()))
    soft = {c.figure.figure_id: tuple((slot, fit) for slot, fit in c.fits if fit in SOFT) for c in strong}
    form, by = Form.SINGLE, None
    if len(figures) > 1:
        figures, form, by = _arranged(query, figures)
    return Selection(status, form, by, figures, soft=soft, copies=copies, updated=is_update(figures) or has_earlier(figures))


def _without_some(query: Query, chosen: list[Candidate]) -> list[Candidate]:
    """Leave out figures of some place, way or reason that nobody asked for, where the document has told before of more such things
    without any: "3,412 crashes were recorded in 2023. In the city there were 1,105"."""
    slots = query.slots
    asked = {*slots.head, *slots.counted, *slots.action, *slots.reason, *slots.place, *slots.other}
    plain = [c.figure for c in chosen if not _where(c.figure) and not c.figure.terms.reason]

    def is_of_some(figure: Figure) -> bool:
        own = {adjunct.partition(":")[2] for adjunct in figure.terms.adjuncts} | {*figure.terms.reason}
        own -= {*figure.terms.context} | general_places(figure.language)
        return (
            bool(own) and own.isdisjoint(asked) and figure.newer is None and any(_is_before_more(other, figure, asked) for other in plain)
        )

    return [c for c in chosen if c.figure.label is not None or not is_of_some(c.figure)]


def _is_before_more(whole: Figure, figure: Figure, asked: Collection[str]) -> bool:
    """Whether *whole*, told in an earlier sentence by the same voice, counts more of what *figure* counts, with the same asked deed."""
    if whole.doc_id != figure.doc_id or whole.span.end >= figure.quote.start or whole.value <= figure.value:
        return False
    alike = (whole.measure, whole.unit) == (figure.measure, figure.unit) or not {*whole.terms.head}.isdisjoint(figure.terms.head)
    done = {*figure.terms.action}.intersection(asked) <= {*whole.terms.action}
    return alike and done and _may_be_of_one_voice(whole, figure) and _may_be_of_one_time(whole.period, figure.period)


def _where(figure: Figure) -> set[str]:
    """Where the figure's own words put it, but for what the headings tell or for "the district" alone."""
    places = functions(figure.language)["place_adpositions"]
    tied = {term for way, _, term in (adjunct.partition(":") for adjunct in figure.terms.adjuncts) if way in places}
    return tied - {*figure.terms.context} - general_places(figure.language)


def _without_groups(chosen: list[Candidate]) -> list[Candidate]:
    """Leave out what a document says of a part of something nobody asked about, where it says it of all: "210 have died. Of the 2,640
    treated in its own centres 94 died"."""
    plain = [c for c in chosen if c.figure.part_of is None and c.figure.label is None]

    def is_said_of_all(part: Candidate) -> bool:
        near = (c.figure for c in plain if c.figure.doc_id == part.figure.doc_id and _remoteness(c) <= _remoteness(part))
        near = (other for other in near if not _is_behind(part.figure, other))
        return any(_may_be_of_one_time(other.period, part.figure.period) and _may_be_of_one_voice(other, part.figure) for other in near)

    return [c for c in chosen if c.figure.part_of is None or c.figure.label is not None or not is_said_of_all(c)]


def _is_behind(part: Figure, other: Figure) -> bool:
    """Whether *other* goes on from a part in its sentence, of which it says no more than the part did: "in 17 of the 52 parishes, against
    six in August"."""
    return part.quote == other.quote and part.span.start < other.span.start and part.terms.head == other.terms.head


def tells_none(figure: Figure) -> bool:
    """Return whether *figure* is a word for none: "no one". That there was none on a day says nothing of the year."""
    return figure.value == 0 and not any(map(str.isdigit, figure.surface))


def _without_none(chosen: list[Candidate]) -> list[Candidate]:
    """Leave out what tells in words that there was none, where another figure of its time fits as well: "on Route 6 nobody was killed"."""

    def is_beside(none: Candidate) -> bool:
        if not tells_none(none.figure):
            return False
        others = (c for c in chosen if c.figure.value and c.score >= none.score)
        return any(_may_be_of_one_time(other.figure.period, none.figure.period) for other in others)

    return [candidate for candidate in chosen if not is_beside(candidate)]


def _may_be_of_one_time(first: Period | None, second: Period | None) -> bool:
    return first is None or second is None or relation(first, second) is not Fit.DIFFERENT


def _may_be_of_one_voice(first: Figure, second: Figure) -> bool:
    return first.claimant is None or second.claimant is None or first.claimant.name == second.claimant.name


def _done(query: Query, chosen: list[Candidate]) -> list[Candidate]:
    """Of one document, period and voice leave out figures to which something else was done, or of whose sentence nothing tells the deed,
    where the asked deed was done to another: "handled 4.8 million tonnes; of the cargo handled 2.9 million were unloaded"."""
    asked = set(query.slots.action) - set(query.slots.head)
    own = {_told(c.figure) for c in chosen if asked & {*c.figure.terms.action, *_known_by(c.figure)}}

    def strays(figure: Figure) -> bool:
        deeds = figure.terms.action
        told = {*deeds, *_known_by(figure)}
        if not deeds and figure.label is None:
            said = concepts_of(figure)
            return bool(asked) and asked.isdisjoint(told | said.anywhere | said.sorts)
        other = bool(deeds) and asked.isdisjoint(told) and not any(broader(deed) & asked for deed in deeds)
        return other and not any(is_told_otherwise(deed, query, figure) for deed in asked)

    return [c for c in chosen if _told(c.figure) not in own or not strays(c.figure)]


def _known_by(figure: Figure) -> frozenset[str]:
    """The only thing that makes those whom *figure* counts such ones: visitors have visited."""
    signs = [known_by().get(head, frozenset()) for head in figure.terms.head]
    return signs[0] if len(signs) == 1 == len(signs[0]) else frozenset()


def _told(figure: Figure) -> tuple[object, ...]:
    """Where, of when and by whom a figure is told."""
    return figure.doc_id, span_of(figure.period), figure.claimant.name if figure.claimant is not None else None


def _undone(query: Query, chosen: list[Candidate]) -> list[Candidate]:
    """Where no deed was asked and a figure is only said to be, leave out those of its document and period to which something was done."""
    if query.slots.action or query.kind not in (Kind.COUNT, Kind.TREND):
        return chosen
    ids = {c.figure.figure_id for c in chosen}
    still = [c for c in chosen if not _deeds(c.figure) and (c.figure.part_of is None or c.figure.part_of.figure_id not in ids)]
    chosen = of_stock(query, chosen, still)
    nearest: dict[str, int] = {}
    for c in still:
        nearest[c.figure.doc_id] = min(c.distance, nearest.get(c.figure.doc_id, c.distance))
    chosen = [c for c in chosen if not _deeds(c.figure) or c.distance < nearest.get(c.figure.doc_id, c.distance + 1) + REMOTE]
    bare: dict[tuple[object, ...], int] = {}
    for c in still:
        key = c.figure.doc_id, span_of(c.figure.period)
        bare[key] = min(c.distance, bare.get(key, c.distance))
    # of "income was 31 million, leaving a deficit of 2 million" the deficit that was asked for, though it was left
    return [c for c in chosen if not _deeds(c.figure) or c.distance < bare.get((c.figure.doc_id, span_of(c.figure.period)), c.distance + 1)]


def _deeds(figure: Figure) -> set[str]:
    """What was done to what *figure* counts; that it stood, came or was recorded is no deed."""
    return {*figure.terms.action} - DEEDLESS - EXISTING


def _without_rows(chosen: list[Candidate]) -> list[Candidate]:
    """Of one document leave out the rows of tables and lists where a figure of no row fits better: what was asked names none of them."""
    totals: dict[str, float] = {}
    for candidate in chosen:
        if candidate.figure.label is None:
            doc = candidate.figure.doc_id
            totals[doc] = max(candidate.score, totals.get(doc, candidate.score))
    return [c for c in chosen if c.figure.label is None or c.score >= totals.get(c.figure.doc_id, c.score)]


def _nearest_words(chosen: list[Candidate]) -> list[Candidate]:
    """Of figures in one sentence keep those whose own words are the question's: "96 doctors and 240 nurses"."""
    best: dict[tuple[str, int], tuple[int, int]] = {}
    for candidate in chosen:
        key = (candidate.figure.doc_id, candidate.figure.quote.start)
        best[key] = min(_remoteness(candidate), best.get(key, _remoteness(candidate)))
    nearest = [c for c in chosen if _remoteness(c) == best[c.figure.doc_id, c.figure.quote.start] or c.figure.label is not None]
    return [c for c in chosen if c in nearest or any(is_level_beside(c.figure, other.figure) for other in nearest)]


def is_level_beside(first: Figure, second: Figure) -> bool:
    """Return whether both say how much of one thing there was, each at a time of its own: "fell from 3.4 % in 2021 to 2.9 %"."""
    if first.quote != second.quote or first.period is None or second.period is None or first.measure is not second.measure:
        return False
    same = all(getattr(first.terms, slot) == getattr(second.terms, slot) for slot in SAME_THING) and first.unit == second.unit
    same = same and first.claimant == second.claimant
    return same and (first.period.start, first.period.end) != (second.period.start, second.period.end)


def _remoteness(candidate: Candidate) -> tuple[int, int]:
    return candidate.distance, candidate.gap


def _merged_copies(figures: Sequence[Figure], wholes: Collection[str]) -> tuple[list[Figure], dict[str, list[Figure]]]:
    """Join the same figure in several places: one row, several citations; first the one that is not only named as the whole of another."""
    kept: list[Figure] = []
    copies: dict[str, list[Figure]] = {}
    alike: dict[tuple[object, ...], list[int]] = {}  # places in *kept* by value
    for figure in figures:
        places = alike.setdefault((figure.value, figure.upper, figure.measure), [])
        at = next((at for at in places if is_same(kept[at], figure)), None)
        if at is None:
            places.append(len(kept))
            kept.append(figure)
            continue
        first, again = kept[at], figure
        if first.doc_id == again.doc_id and first.figure_id in wholes and again.figure_id not in wholes:
            kept[at], first, again = again, again, first
            copies[first.figure_id] = copies.pop(again.figure_id, [])
        copies.setdefault(first.figure_id, []).append(again)
    return kept, copies


def _arranged(query: Query, figures: list[Figure]) -> tuple[list[Figure], Form, str | None]:
    """Several figures: by period where that is what tells them apart, else side by side."""
    spans = [span_of(figure.period) for figure in figures]
    distinct = len(set(spans)) > 1
    if has_earlier(figures):  # what was told before stands below what is so
        replacing = {figure.newer for figure in figures}
        ordered = sorted(_newest_first(figures), key=lambda figure: (figure.newer is not None, figure.figure_id not in replacing))
        return ordered, Form.TABLE if distinct else Form.SIDE_BY_SIDE, "period" if distinct else None
    if distinct and is_update(figures):
        return sorted(figures, key=lambda figure: (span_of(figure.period)[1], figure.value), reverse=True), Form.TABLE, "period"
    if distinct and query.any_year:  # who asks of April means the last one, and may want those before
        return sorted(sorted(figures, key=_by_period), key=lambda figure: -span_of(figure.period)[1].year), Form.TABLE, "period"
    if distinct and query.period is None:
        ordered = sorted(figures, key=_by_period) if query.by == "period" else _newest_first(figures)
        return ordered, Form.TABLE, "period"
    if len(figures) > FEW:
        figures = sorted(figures, key=_by_period)
    if len({figure.claimant.name if figure.claimant else None for figure in figures}) > 1:
        return figures, Form.SIDE_BY_SIDE, "claimant"
    return figures, Form.SIDE_BY_SIDE, None


def _newest_first(figures: Sequence[Figure]) -> list[Figure]:
    """Return *figures* as who names no time wants them: the newest first, what is only planned last.

    What has no time is told of the day of its document, so that it comes before what else that document tells of.
    """
    latest: dict[str, int] = {}
    for figure in figures:
        if (end := span_of(figure.period)[1]) < date.max:
            latest[figure.doc_id] = max(end.toordinal(), latest.get(figure.doc_id, 0))

    def order(figure: Figure) -> tuple[object, ...]:
        end = span_of(figure.period)[1]
        undated = end == date.max
        return figure.modality is not None, -(latest.get(figure.doc_id, 0) if undated else end.toordinal()), not undated, _by_period(figure)

    return sorted(figures, key=order)


def _by_period(figure: Figure) -> tuple[object, ...]:
    return span_of(figure.period), -figure.value, figure.doc_id, figure.span.start


def is_update(figures: Sequence[Figure]) -> bool:
    """Return whether a claimant counts the same thing again and again, others perhaps beside: on a day each, none smaller than before."""
    days = [figure.period for figure in figures if figure.period is not None and figure.period.start == figure.period.end]
    if len(days) < max(len(figures), 2) or len({(figure.doc_id, _counted_unit(figure)) for figure in figures}) > 1:
        return False
    voices: dict[str | None, list[Figure]] = {}
    for figure in sorted(figures, key=lambda figure: (span_of(figure.period), figure.value)):
        voices.setdefault(figure.claimant.name if figure.claimant is not None else None, []).append(figure)
    counts = [[figure.value for figure in told] for told in voices.values()]
    return max(map(len, counts)) > 1 and all(values == sorted(values) for values in counts)


def _counted_unit(figure: Figure) -> str | None:
    """Deaths are counted in persons."""
    return "person" if figure.terms.head == ("die",) else figure.unit
