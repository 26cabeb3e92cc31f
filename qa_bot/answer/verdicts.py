"""Yes or no, by the figure or the sentence that decides it, or an honest "that is open"."""

from collections.abc import Sequence
from dataclasses import replace

from qa_bot.answer.aims import BY, MET, MISSED, aim_of, asked_aim, tells_of_targets, told_aim
from qa_bot.answer.candidates import of_figures
from qa_bot.answer.concepts import is_person
from qa_bot.answer.conditions import holds
from qa_bot.answer.deeds import FATES
from qa_bot.answer.denials import counted_elsewhere
from qa_bot.answer.moves import asked_way, said, told
from qa_bot.answer.planned import Plan, passage_plan, planned_of
from qa_bot.answer.proofs import proves, tells_of_asked
from qa_bot.answer.readings import Reading, text_at
from qa_bot.answer.scope import concepts_of
from qa_bot.answer.select import Selection, declined, selected
from qa_bot.answer.wholes import ALL, asks_whole, is_all, share_told
from qa_bot.schema import Candidate, Figure, Form, Measure, Query, Status
from qa_bot.text.functions import functions, known_by


def verdict(query: Query, candidates: Sequence[Candidate], readings: Sequence[Reading]) -> Plan:
    """Return the answer to a yes/no question that compares no two periods."""
    return _aimed(query, candidates, readings) or _verdict(query, candidates, readings)


def _aimed(query: Query, candidates: Sequence[Candidate], readings: Sequence[Reading]) -> Plan | None:
    """Whether a target was met, or missed, where that is asked: by the two numbers, else by words that say so."""
    asked = asked_aim(query)
    if asked is None:
        return None
    aim = aim_of(query, asked, candidates)
    if aim is not None and query.polarity is False:  # "was it not met", «не уложились ли»: a yes may mean either
        return Plan(Status.PARTIAL, Form.SIDE_BY_SIDE, figures=[aim.reached, aim.target], open_condition=True)
    if aim is not None:
        return Plan(Status.ANSWERED, verdict="yes" if aim.holds else "no", figures=[aim.reached, aim.target])
    by_words = readings if asked.way in (MET, MISSED) and query.polarity is not False else ()
    told = next(((each, holds) for each in by_words if (holds := told_aim(query, asked, each)) is not None), None)
    if told is not None:
        whole = told[0]._replace(short=told[0].sentence)
        return Plan(Status.ANSWERED, Form.PASSAGE, verdict="yes" if told[1] else "no", reading=whole)
    if asked.way not in (MET, MISSED, BY) and not tells_of_targets(candidates):
        return None  # "was the noise above the limit"
    return Plan(Status.NOT_FOUND, missing=("counted",), nearest=declined(query, candidates).nearest)


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
        return _said_so(query, candidates, readings) if query.condition is None else planned_of(declined(query, candidates), candidates)
    disputed = query.condition is not None and selection.by == "claimant" and not selection.updated
    if disputed and query.condition and len({holds(query.condition, figure) for figure in selection.figures}) > 1:
        return replace(planned_of(selection, candidates), status=Status.PARTIAL, open_condition=True)
    planned = planned_of(_decisive(selection, candidates), candidates)
    if query.condition is None:
        return _unconditional(query, planned, candidates, readings)
    held = holds(query.condition, planned.figures[0])
    if held is None:
        return replace(planned, status=Status.PARTIAL, open_condition=True)
    return replace(planned, verdict="yes" if held else "no")


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
    found = passage_plan(query, candidates, readings)
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
        if share is None:  # whether it was all of it nobody says
            return replace(found, status=Status.PARTIAL, reading=found.reading._replace(short=found.reading.sentence))
        return Plan(Status.ANSWERED, verdict="yes" if share.value >= ALL else "no", figures=[share])
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
