"""Which reading answers a question that no figure answers by its slots: the sentence that says the number, the cause, the most."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise

from qa_bot.answer.apposed_names import names_nobody, with_apposed
from qa_bot.answer.candidates import figures_of, of_figures
from qa_bot.answer.causes import is_bare_name, is_no_reason, naming_cause, tells_effect, with_cause
from qa_bot.answer.concepts import WAYS, are_akin, broader, is_deed, is_person, opposites, target
from qa_bot.answer.deeds import DEEDLESS, FATES, POPULATION, is_undone
from qa_bot.answer.denials import is_in_denial
from qa_bot.answer.evidence import titles_over
from qa_bot.answer.former_holders import with_successor
from qa_bot.answer.match import SOFT, match
from qa_bot.answer.misfits import misfits
from qa_bot.answer.named_causes import blaming_behind, named_cause, tells_again
from qa_bot.answer.nobody import is_nobody
from qa_bot.answer.only_counted import is_only_counted
from qa_bot.answer.other_fields import is_in_another_field
from qa_bot.answer.reader_words import reader_words
from qa_bot.answer.readings import Reading, text_at
from qa_bot.answer.rivals import Rivals, counts_others
from qa_bot.answer.roles import is_of_another_sort, is_untold, told_role
from qa_bot.answer.scope import label_terms
from qa_bot.answer.sights import Sight, sight
from qa_bot.answer.some_of_all import is_of_some
from qa_bot.answer.stands_alone import is_unfounded
from qa_bot.answer.subsets import is_by_other_number
from qa_bot.answer.told_next import is_of_another_before, tells_no_time, told_next
from qa_bot.answer.wanted import Item
from qa_bot.answer.when import dated
from qa_bot.schema import Candidate, Figure, Fit, Kind, Measure, Query, Span
from qa_bot.text.analysis import stem
from qa_bot.text.functions import befalls, functions, known_by
from qa_bot.text.language import language_of
from qa_bot.text.lexicon import Kinds, lexicon
from qa_bot.text.numbers import Number, NumberKind, find_numbers
from qa_bot.text.periods import PeriodForm, find_periods
from qa_bot.text.time_words import grain_of
from qa_bot.text.tokens import tokenize

NAMED = frozenset({"place", "entity"})  # slots that another part of the document may fill: its dateline, its first sentence
# Share of the question's weight that must be said where one of its nouns, or one of its deeds, is not: "destroyed by FIRE" is 0.79 of the
# weight short of the fire, and has to be declined; "votes NEEDED" 0.76.
THINGS, DEEDS = 0.8, 0.75
# Log-odds from which a sentence with one figure reads very well. Of SQuAD's numbers declined for a slot or a word nowhere said, 21 of
# 21 above it were right; of sentences with more figures 9 of 17. Those banned for doping answer for those banned for betting at 3.3.
SURE = 3.4
OVERRULED = NAMED | {"unit", "counted", "action"}  # slots that words may fill better than the parse of them: never who did or says it
READ_AMISS = frozenset({"unit", "action"})  # slots in which such a figure may seem to differ; who did it is read off its clause alone
_JOINTS = ("-", "–", "—", ":", "−")
LENGTH, LAST = "long", "last"  # a dimension, and what has one in time
_MEASURED = frozenset({"number", "time"})  # sorts of nouns that say what is measured


def spoken(query: Query, readings: Sequence[Reading]) -> Reading | None:
    """Return the best reading that answers *query* in words, None if none does. No number is a reason: the whole sentence stands for it."""
    named = next((told for told in told_role(query, readings) if not misfits(query, told)), None)
    if named is not None and (now := with_successor(query, named)) is not None:
        return with_apposed(query, now)
    fitting = _fitting(query, readings)
    if query.kind is Kind.WHEN:
        best = next(fitting, None)
        if best is not None and _is_of_other_name(query, best):
            best = next((reading for reading in fitting if not _lacks_names(query, reading)), best)
        return dated(query, best) if best is not None else None  # a time of another deed, and the next best is of another still
    if query.kind is not Kind.WHY:
        best = next((with_successor(query, reading) for reading in fitting), None)
        return with_apposed(query, best) if best is not None else None
    if (named := named_cause(query, readings)) is not None:
        return named
    found = list(fitting)
    caused = (with_cause(reading, language_of(reading.passage.text)) for reading in found)
    other = next((reading for reading in found if not is_bare_name(reading) and not _is_of_else(reading)), None)
    if other is not None and (blamed := blaming_behind(other)) is not None:
        return blamed
    papers = [reading.passage for reading in readings if other is not None and reading.passage.doc_id == other.passage.doc_id]
    if other is not None and any(cause != other.sentence for passage in papers for cause in naming_cause(passage)):
        other = None  # it tells what happened, and another sentence why
    if other is not None and is_no_reason(query, other):
        other = None
    best = next((reading for reading in caused if reading is not None and not tells_effect(query, reading)), other)
    if best is None or (best is other and not tells_again(query, best.passage, best.sentence)):
        then = told_next(query, readings)
        best = then if then is not None or other is None or any(map(is_deed, query.slots.action)) else other
    return best._replace(short=best.sentence) if best is not None and best in found and _has_number(best, share=False) else best


def _is_of_other_name(query: Query, reading: Reading) -> bool:
    """Whether the sentence tells neither the deed of the question nor any of its names, and names others: that one retired, where it is
    asked when another began."""
    return _lacks_names(query, reading) and any(item.verb for item in reading.absent) and names_others(query, reading)


def _lacks_names(query: Query, reading: Reading) -> bool:
    seen = sight(_sentence(reading))
    return bool(query.names) and {*seen.stems, *seen.concepts}.isdisjoint(query.names)


def _is_of_else(reading: Reading) -> bool:
    """Whether what is asked for a cause of is told nowhere, and most of the question neither: the next sitting ruined nobody."""
    return reading.coverage < 1 / 2 and any(item.verb for item in reading.absent)


def spoken_then(query: Query, candidates: Sequence[Candidate], readings: Sequence[Reading]) -> Reading | Candidate | None:
    """Return what answers in words at the time that *query* asks of: the best reading whose number, if it says one, is of that time.

    Of several numbers in a sentence that is the one whose period fits: "3.6 per cent in 2024 and 2.4 per cent in 2025". A figure whose
    period is only narrower or wider is returned as such, to be shown with its scope; None where all are of another time.
    """
    loose: Candidate | None = None
    for reading in _fitting(query, readings):
        there = of_figures(candidates, partial(_stands_in, reading=reading))
        said = next((candidate for candidate in there if _meets(candidate.figure.span, reading.short)), None)
        if said is None and _has_number(reading, share=False):
            continue  # it counts nothing that was asked, so nobody has held its time against the question
        fit = _period_fit(said) if said is not None else Fit.UNKNOWN
        if fit in (Fit.SAME, Fit.UNKNOWN):
            return reading
        for other in there:
            if said is not None and _period_fit(other) is Fit.SAME and (other.figure.measure, other.figure.unit) == _kind_of(said.figure):
                return reading._replace(short=other.figure.span)
        loose = loose or (said if fit is not Fit.DIFFERENT and said is not None and not said.slots(Fit.DIFFERENT) else None)
    return loose


def _stands_in(figure: Figure, reading: Reading) -> bool:
    return figure.doc_id == reading.passage.doc_id and _meets(figure.quote, reading.sentence)


def _corrects(figure: Figure, reading: Reading) -> bool:
    """Whether the figure takes its scope from the sentence, whose own number it may withdraw: "gave it as 14. The correct figure is 11"."""
    return figure.doc_id == reading.passage.doc_id and any(_meets(span, reading.sentence) for span in figure.scope_quotes)


def _kind_of(figure: Figure) -> tuple[Measure, str | None]:
    return figure.measure, figure.unit


def _period_fit(candidate: Candidate) -> Fit:
    return dict(candidate.fits).get("period", Fit.UNKNOWN)


def spoken_number(query: Query, candidates: Sequence[Candidate], readings: Sequence[Reading]) -> Reading | Candidate | None:
    """Return the figure that the best reading names, or the reading itself where its number is no figure; None if neither answers.

    What a slot contradicts is no answer, however well its sentence reads: another period, another unit.
    """
    best = next(_answering(query, readings), None)  # where it misfits, the next best one would be a number of something else
    if best is not None and is_in_denial(best.passage, best.sentence, best.short):
        return None
    if best is None or misfits(query, best) or not _says_number(query, best) or _lacks_word(query, best) or _names_half(query, best):
        return None
    there = of_figures(candidates, partial(_stands_in, reading=best))
    there = there or of_figures(candidates, partial(_corrects, reading=best)) or _held_late(query, best)
    if any(_lacks_group(query, candidate.figure) for candidate in there):
        return None
    if not there and query.continues is not None:
        return None  # the words of "and in 2023?" alone fit any number of that year
    if any("period" in candidate.slots(*SOFT) for candidate in there):
        return None  # what fits loosely in time must fit well in words, and then it was taken by its slots
    there = _without_other_things(query, best, there)
    said = next((candidate for candidate in there if _meets(candidate.figure.span, best.short)), None)
    if said is None and (_is_number_of_others(query, best) or _is_beside_those(query, best, candidates)):
        return None
    if _is_of_another_kind(query, said) or is_only_counted(query, said):
        return None
    if said is not None and (_is_other_way(query, said.figure) or counts_others(query, said.figure, figures_of(candidates))):
        return None
    if said is not None and _is_only_number(query, best, said):
        return None if is_in_another_field(query, said.figure) else said
    meant = there if said is None else [said]
    if any(_is_elsewhere(query, candidate, candidates) or is_in_another_field(query, candidate.figure) for candidate in meant):
        return None
    named = next((candidate for candidate in there if not candidate.against and set(candidate.slots(Fit.DIFFERENT)) <= NAMED), None)
    if named is not None and (said is None or not set(said.slots(Fit.DIFFERENT)) <= NAMED):
        return named
    if any(candidate.against or _counts_another(query, candidate.figure, candidates) for candidate in meant):
        return None
    if said is not None and _contradicts(query, said):
        return None
    return best if said is None else said


def _without_other_things(query: Query, reading: Reading, there: list[Candidate]) -> list[Candidate]:
    """Return the figures *there*, in the sentence of *reading*, without numbers of other things where a length of time answers."""
    if not there or not _tells_length(query, reading):
        return there
    return [candidate for candidate in there if "unit" not in candidate.slots(Fit.DIFFERENT)]


def _tells_length(query: Query, reading: Reading) -> bool:
    """Whether a length of time is asked for and the words that answer are one: "three-day", of mourning, or "six" before "-week period"
    where weeks are asked for. It need not be a figure of its sentence."""
    language = language_of(reading.passage.text)
    said = tokenize(_slice(reading, reading.short))
    if query.dimension == LENGTH:
        return any(grain_of(token.lower, language) is not None for token in said)
    if query.kind is not Kind.COUNT or query.unit is None or grain_of(query.unit, "en") is None:
        return False
    behind = tokenize(_slice(reading, Span(start=reading.short.end, end=reading.sentence.end)).lstrip(" -–"))
    return any(lexicon(language).concept(token.lower) in query.slots.head for token in (*said, *behind[:1]))


def _lacks_group(query: Query, figure: Figure) -> bool:
    """Whether those of a group without a name of its own are asked for, "students from abroad", and the sentence of the figure has none."""
    groups = {term for term in query.slots.other if term.startswith("@") and term[1:].islower()}
    return not groups <= {*figure.terms.sentence, *figure.terms.other, *figure.terms.counted, *figure.terms.context}


def _is_of_another_kind(query: Query, said: Candidate | None) -> bool:
    """Whether a change is asked for and a level *said*, or the other way round, or a plan and what was done."""
    changes = said is not None and said.figure.measure is Measure.CHANGE
    if query.measure is Measure.CHANGE and not changes:
        return True
    if query.planned and (said is None or said.figure.modality is None):
        return True
    moves = not WAYS.isdisjoint((*query.slots.action, *query.slots.head))
    told = said is not None and not {*query.slots.action}.isdisjoint(said.figure.terms.action)  # "how much did it lose", "lost $36 million"
    return query.measure is None and query.amount and changes and not moves and not told


def _names_half(query: Query, reading: Reading) -> bool:
    """Whether *query* names a thing by a word of two, "semi-final", that neither the sentence of *reading* nor what it stands under has,
    and these have the half of it that is another thing: a final."""
    seen = sight(_sentence(reading))
    if seen.language != query.language:
        return False
    words = lexicon(query.language)
    said = {concept for concept in seen.concepts if concept is not None} | titles_over(reading)
    asked = (term for term in query.things if term not in said)
    halves = {words.concept(word.rpartition("-")[2]) for term in asked for word in words.words(term) if "-" in word}
    return not halves.isdisjoint(said)


def _is_number_of_others(query: Query, reading: Reading) -> bool:
    """Whether the number that answers counts other things than those asked for: 48,700 patients are no teeth."""
    figures = reading.source.figures if reading.source is not None else ()
    said = next((figure.terms for figure in figures if _meets(figure.span, reading.short) and figure.measure is Measure.COUNT), None)
    if said is None or query.kind is not Kind.COUNT or query.unit is None or query.amount or _is_sure(reading):
        return False
    asked = {*query.slots.head, *(wider for head in query.slots.head for wider in broader(head))}
    own = {*said.head, *said.counted, *(wider for head in said.head for wider in broader(head))}
    return bool(said.head) and all(map(lexicon("en").is_unit, said.head)) and asked.isdisjoint(own)


def _is_beside_those(query: Query, reading: Reading, candidates: Sequence[Candidate]) -> bool:
    """Whether the sentence tells nothing of the things asked for, which other figures of its document count: auctions are no phones."""
    if query.kind is not Kind.COUNT or query.unit is None or not query.slots.head or _is_sure(reading):
        return False
    seen = sight(_sentence(reading))
    told = {concept for concept in seen.concepts if concept is not None} | {*seen.stems}
    if seen.language != query.language or not told.union(*map(broader, told)).isdisjoint(query.slots.head):
        return False
    doc_id, heads = reading.passage.doc_id, {*query.slots.head}
    others = of_figures(candidates, lambda figure: figure.doc_id == doc_id and heads <= {*figure.terms.head})
    return any("unit" in other.slots(Fit.SAME) for other in others)


def _is_other_way(query: Query, figure: Figure) -> bool:
    """Whether it is asked what was not done, and the figure tells what was, or the other way round: "eleven coaches were paid"."""
    denied = figure.negative or any(is_undone(deed, query, figure) for deed in query.slots.action)
    return query.polarity is False and bool(query.slots.action) and not denied


def _is_only_number(query: Query, reading: Reading, said: Candidate) -> bool:
    """Whether the sentence reads so well that its only figure answers, though its unit or deed seems to be another one."""
    if (
        not _is_sure(reading)
        or query.dimension is not None
        or said.figure.modality is not None
        or not {*said.against, *said.slots(Fit.DIFFERENT)} <= READ_AMISS
    ):
        return False
    terms = said.figure.terms
    if not {*terms.action} <= {*query.slots.action, *query.slots.other}:
        return False  # 37 who complained are not all there were
    if any(is_deed(deed) and deed not in (*terms.action, *terms.head, *terms.sentence, *DEEDLESS) for deed in query.slots.action):
        return False  # nine bridges are not nine that were repaired
    return not _is_no_amount(query, said) and not _is_another_amount(query, said)


def _is_sure(reading: Reading) -> bool:
    """Whether the sentence reads very well, and has one figure only."""
    figures = reading.source.figures if reading.source is not None else ()
    return reading.odds is not None and reading.odds >= SURE and sum(figure.quote == reading.sentence for figure in figures) == 1


def _held_late(query: Query, reading: Reading) -> list[Candidate]:
    """The figures of the sentence of *reading* held against *query*, where others shared more words with it and were held instead."""
    held = match(query, [reading.source]) if reading.source is not None else []
    return of_figures(held, partial(_stands_in, reading=reading))


def denies(reading: Reading) -> bool:
    """Return whether the sentence of *reading* says no, of whatever."""
    text = _sentence(reading)
    language = language_of(text)
    tokens = tokenize(text)
    said_no = any(mention.kinds & Kinds.NEGATOR for mention in lexicon(language).mentions(tokens))
    said_no = said_no or any(token.lower in functions(language)["denying_adverbs"] for token in tokens)  # "hardly anyone complained"
    return said_no or is_in_denial(reading.passage, reading.sentence, reading.short)


def lacks_deed(query: Query, reading: Reading) -> bool:
    """Return whether *query* asks whether something with an opposite was done, which the sentence of *reading* names in no word of its
    own, but for parts of phrases: «продолжают работать» is not «закрыли»."""
    seen = sight(_sentence(reading))
    if seen.language != query.language:
        return False
    told = _deeds_told(seen)
    return any(opposites(deed) and deed not in told and told.isdisjoint(broader(deed)) for deed in query.slots.action)


def lacks_fate(query: Query, reading: Reading) -> bool:
    """Return whether *query* asks whether something befell persons, of which the sentence of *reading* does not tell: the hurt are not
    dead; or tells of it without a thing that was asked."""
    asked = _fates(query)
    if not asked:
        return False
    seen = sight(_sentence(reading))
    told = _deeds_told(seen)
    things = {thing for thing in query.things if not is_person(thing)} - asked
    titles = titles_over(reading)
    return not asked <= told or not things <= told | {*seen.stems} | titles


def _fates(query: Query) -> set[str]:
    """What befell persons by the question."""
    return {deed for deed in query.slots.action if deed in FATES or not FATES.isdisjoint(broader(deed))}


def _deeds_told(seen: Sight) -> set[str]:
    """What a sentence says, with what that is a sort of, or tells by those to whom it was done: the wounded were hurt."""
    said = {concept for concept in seen.concepts if concept is not None}
    return said.union(*map(broader, said), *(known_by().get(concept, ()) for concept in said))


def names_others(query: Query, reading: Reading) -> bool:
    """Return whether the sentence of *reading* lacks a name or a thing that the question names, and names others: that Wyn won the cup does
    not say that Dunmere did. What headings and title name, the sentence may leave out."""
    seen = sight(_sentence(reading))
    if seen.language != query.language:
        return False  # a name is written otherwise there
    titles = titles_over(reading)
    said = {*seen.concepts, *seen.stems}
    lacking = [term for term in query.things if term not in said and term not in titles]
    if not lacking and {*query.names} <= said:
        return False
    others = any(tag == "PROPN" and {seen.stems[at], seen.concepts[at]}.isdisjoint(query.names) for at, tag in enumerate(seen.tags))
    return any(term in query.names for term in lacking) or (others and (bool(lacking) or said.isdisjoint(query.names)))


def contradicted(reading: Reading, candidates: Sequence[Candidate]) -> tuple[str, ...]:
    """Return the slots, periods apart, in which the figure that *reading* gives for its answer is of something else: another doer."""
    doc_id = reading.passage.doc_id
    said = of_figures(candidates, lambda figure: figure.doc_id == doc_id and _meets(figure.span, reading.short))
    return next((tuple(slot for slot in candidate.against if slot != "period") for candidate in said), ())


def _contradicts(query: Query, said: Candidate) -> bool:
    """Whether the figure of a sentence that reads well is in another unit, somebody else's, of another deed, or differs in two ways."""
    told = NAMED if any(map(is_deed, query.slots.action)) else NAMED | {"action"}  # a deed that no list has may be told in other words
    another = (
        not OVERRULED.issuperset(said.slots(Fit.DIFFERENT))
        or _is_no_amount(query, said)
        or _is_another_amount(query, said)
        or _is_another_thing(query, said)
        or _is_anothers(query, said)
        or _is_another_deed(query, said)
    )
    return another or len({*said.slots(Fit.DIFFERENT)} - told) > 1


def _is_no_amount(query: Query, candidate: Candidate) -> bool:
    """Whether it is asked how much, without a noun, and the figure counts things: nobody loses 33 injuries; or how many there are, and
    it is a rate by so many."""
    figure = candidate.figure
    if is_by_other_number(query, figure):
        return True
    if figure.measure is Measure.RATE and (figure.per or "")[:1].isdigit():
        return query.kind is Kind.COUNT and bool(query.slots.head) and query.per is None and not query.amount
    return (
        query.kind is Kind.COUNT and query.amount and not query.slots.head and figure.measure is Measure.COUNT and bool(figure.terms.head)
    )


def _is_another_deed(query: Query, candidate: Candidate) -> bool:
    """Whether a deed that the lists have is asked and another one told, neither a sort of the other: evacuated is not drowned.

    A deed that no list has may be the same in another word, but not where just those things are counted: "27 officials reprimanded".
    """
    if "action" not in candidate.slots(Fit.DIFFERENT):
        return False
    terms = candidate.figure.terms
    asked = {deed for deed in query.slots.action if is_deed(deed)} - {*query.slots.head}
    alike = bool(query.slots.head) and {*query.slots.head} <= {*terms.head}
    own = {deed for deed in terms.action if is_deed(deed) or alike} - {*query.slots.head}
    return bool(asked and own) and not any(are_akin(one, other) for one in asked for other in own)


def _is_elsewhere(query: Query, candidate: Candidate, candidates: Sequence[Candidate]) -> bool:
    """Whether it lacks a place that the question names where the document says another of its figures was counted."""
    terms, places = candidate.figure.terms, {*query.slots.place}
    if "place" not in candidate.slots(Fit.DIFFERENT) or not places.isdisjoint(terms.place):
        places = set()
    said = {*terms.head, *terms.counted, *terms.actor, *terms.place, *terms.other, *terms.sentence, *terms.context}
    unsaid = places | ({*query.things} - said)
    others = (other for other in figures_of(candidates) if other.doc_id == candidate.figure.doc_id)
    return any(
        not unsaid.isdisjoint(other.terms.place)
        or not places.isdisjoint((*map(target, other.terms.direction), *label_terms(other.label, other.language)))
        for other in others
    )


def _is_anothers(query: Query, candidate: Candidate) -> bool:
    """Whether the text names who did it, and that is in no word who was asked for, or the sentence has not the name that was asked: the
    team's goals are no player's."""
    if "actor" not in candidate.slots(Fit.DIFFERENT) or "actor" in candidate.slots(Fit.SAME):
        return False
    terms = candidate.figure.terms
    named = {*query.names} & {*query.slots.actor}
    return bool(terms.actor or (named and named.isdisjoint((*terms.sentence, *terms.context))))


def _is_another_amount(query: Query, candidate: Candidate) -> bool:
    """Whether it is an amount in another unit than the one asked by name, whatever its sentence says: euros are no years."""
    if "unit" not in candidate.slots(Fit.DIFFERENT) or _is_share_of_those(query, candidate.figure):
        return False
    if any(lexicon("en").kinds(term) & Kinds.QUANTITY for term in query.slots.head):
        return True  # blankets are no tonnes
    compares = query.kind is Kind.COMPARE and candidate.figure.measure is Measure.SHARE  # "half as much"
    return query.unit is not None and lexicon("en").is_unit(query.unit) and candidate.figure.measure is not Measure.COUNT and not compares


def _is_share_of_those(query: Query, figure: Figure) -> bool:
    """Whether it tells how many of just those things it is by how large a part of them: "30 percent of children pick coffee"."""
    shares = figure.measure is Measure.SHARE or (query.measure is Measure.SHARE and figure.unit == "%")
    asks = query.kind in (Kind.COUNT, Kind.SHARE) and not query.amount
    return asks and shares and bool(query.slots.head) and {*query.slots.head} <= {*figure.terms.head}


def _is_another_thing(query: Query, candidate: Candidate) -> bool:
    """Whether it counts things by a name of their own in a sentence that does not have the asked one: "34 buses, 11 of them electric" are
    no electric trains, however much the words look alike."""
    terms = candidate.figure.terms
    differs = candidate.slots(Fit.DIFFERENT)
    counted = (head for head in query.slots.head if is_deed(head) and not _is_measured(head, query.language))
    event = "action" in differs and any(counted)  # complaints are no prosecutions, though of the same breaches
    if not ("unit" in differs or event) or not (terms.head or _is_of_unit(candidate.figure)) or not query.slots.head:
        return False
    said = {*terms.head, *terms.counted, *terms.action, *terms.other, *terms.sentence}
    return said.isdisjoint(query.slots.head) and not any(
        said & broader(head) or any(head in broader(s) for s in said) for head in query.slots.head
    )


def _is_of_unit(figure: Figure) -> bool:
    """Whether the figure counts things by their noun, which nothing else says of it: "Best scorer: Ahlin, 37 goals"."""
    return figure.measure is Measure.COUNT and figure.unit not in (None, "person")


def _is_measured(concept: str, language: str) -> bool:
    """Whether a word for *concept* says what is measured: the weight, of "weigh"."""
    sorts = reader_words(language).sorts
    return any(sorts.get(stem(word)) in _MEASURED for word in lexicon(language).words(concept))


def _counts_another(query: Query, figure: Figure, candidates: Sequence[Candidate]) -> bool:
    """Whether the figure counts something else: 280 tonnes of perch, where tonnes of pike are asked; operations, where emergencies are.

    What another figure of its document counts, and its own sentence does not say, is not said of it.
    """
    asked, terms = query.slots, figure.terms
    unsaid = set(query.things) - {*terms.head, *terms.counted, *terms.other, *terms.sentence}
    beside = [other for other in figures_of(candidates) if other.doc_id == figure.doc_id]
    if any(not unsaid.isdisjoint(other.terms.head) for other in beside):
        return True
    undone = {*asked.action} - {*terms.head, *terms.counted, *terms.action, *terms.other, *terms.sentence} - DEEDLESS
    if any(not undone.isdisjoint(other.terms.action) for other in beside):
        return True  # trams were owned; those that were painted are said to be buses
    rivals = Rivals(beside)  # vaccinated against measles are not those vaccinated against flu
    if any(rivals.have(term, "other", figure, phrases=True) for term in unsaid):
        return True
    if not {*asked.counted, *asked.action, *asked.other}.isdisjoint(terms.beside):
        return True
    named = terms.counted if figure.measure is not Measure.QUANTITY else set(terms.head) - {*asked.head, figure.unit}
    described = any(not term.startswith("@") for term in named)
    unsaid_sort = {term for term in asked.counted if not term.startswith("@")} - {*terms.head, *terms.counted}
    if not described and unsaid_sort.isdisjoint(terms.sentence):
        described = any(other.quote == figure.quote and other.terms.head == terms.head and other.terms.counted for other in beside)
    return described and bool(unsaid_sort)  # of the bicycles beside "71,200 were electric" none were foldable


def _lacks_word(query: Query, reading: Reading) -> bool:
    """Whether a noun, name or known deed of the question is said nowhere, but for what any number implies: "what WEIGHT", "the NUMBER".

    Among many words that are there one may be missing that is neither a name nor tells which things are counted: "PURPLE whales".
    """
    words = reader_words(query.language)
    absent, away = (
        [item for item in items if not item.light and words.sorts.get(item.stem, "-") not in _MEASURED]
        for items in (reading.absent, reading.away)
    )
    absent = [item for item in absent if not _is_told_by_noun(item, query, reading)]
    if query.dimension == LENGTH and _tells_length(query, reading):
        absent = [item for item in absent if item.concept != LAST]  # any length of time says how long it lasts
    described = {*query.slots.counted, *_modifiers(query)}
    if any(item.name or item.concept in described or (item.concept or "").startswith("@") for item in (*absent, *away)):
        return True
    fates = {item.concept for item in absent}.intersection(_fates(query) if query.unit == "person" else ())
    fates |= {item.concept for item in absent if item.verb and _befalls_persons(item.concept or "")}.intersection(query.slots.action)
    if fates and _deeds_told(sight(_sentence(reading))).isdisjoint(fates):
        return True  # those who live in a town did not die there, nor did those who work in a mill retire
    if _is_sure(reading) and not any(item.concept in query.slots.head for item in absent):
        return False
    if any(item.concept in query.things for item in away):
        return True  # the goals in the league, where the document tells of the cup in another passage
    if reading.coverage < THINGS and any(item.concept in query.things for item in absent):
        return True
    return reading.coverage < DEEDS and any(is_deed(item.concept or "") for item in absent)


def _befalls_persons(deed: str) -> bool:
    """Whether *deed* is done to persons: of just these a text tells it, in one word or another."""
    return any(map(is_person, befalls().get(deed, ())))


def _is_told_by_noun(item: Item, query: Query, reading: Reading) -> bool:
    """Whether it is asked how many people live there, and the sentence has that in one noun: "a population of 8,450"."""
    living = [term for term in query.slots.action if term in known_by()[POPULATION]]
    if query.kind is not Kind.COUNT or not living or item.concept not in (*living, "person"):
        return False
    return not {POPULATION, "inhabitant"}.isdisjoint(sight(_sentence(reading)).concepts)


def _modifiers(query: Query) -> set[str]:
    """The concepts of the words that make one name of what is counted: yellow and card, of "yellow cards"."""
    words, tokens = lexicon(query.language), tokenize(query.counted or "")
    named = [mention for mention in words.mentions(tokens) if mention.concept in (*query.slots.head, *query.slots.counted)]
    return {
        words.concept(token.lower)
        for mention in named
        if mention.last - mention.first > 1
        for token in tokens[mention.first : mention.last]
    }


def _fitting(query: Query, readings: Sequence[Reading]) -> Iterator[Reading]:
    """The readings that answer, without those whose sentence tells of something else; none behind one that answers who by nobody, since
    of the others still less is said."""
    for reading in _answering(query, readings):
        if is_nobody(query, reading):
            return
        other = (query.kind is Kind.WHY and is_of_another_sort(query, reading)) or names_nobody(query, reading)
        other = other or (_says_most(query.text) and is_of_some(query, reading))
        other = other or is_of_another_before(query, reading) or tells_no_time(query, reading)
        if not (other or misfits(query, reading) or is_untold(query, reading) or is_unfounded(query, reading)):
            yield reading


def _answering(query: Query, readings: Sequence[Reading]) -> Iterator[Reading]:
    """The readings that answer; for "the most" only those that say so, too, for "did it" those that say of the deed."""
    most = query.kind is Kind.SUPERLATIVE and "most" in sight(query.text).cues
    moved = query.kind is Kind.SUPERLATIVE and not WAYS.isdisjoint(query.slots.action)  # "which price rose most of all"
    most = most or ((moved or query.kind is Kind.WHAT) and _says_of_all(query.text))
    for reading in readings:
        deeds = (item.concept or "" for item in reading.absent if item.verb)
        undone = query.kind is Kind.YES_NO and any(is_deed(deed) or deed in query.slots.action for deed in deeds)
        if reading.answerable and not undone and (not most or _says_most(_sentence(reading))):
            yield reading


def _says_most(text: str) -> bool:
    return "most" in sight(text).cues or _says_of_all(text)


def _says_of_all(text: str) -> bool:
    """Whether a Russian text says "the most" by what is more than all: «больше всего», «сильнее всех»."""
    lowers = [token.lower for token in tokenize(text)]
    words = functions(language_of(text))
    return any(first in words["comparatives_of_all"] and then in words["of_all"] for first, then in pairwise(lowers))


def _sentence(reading: Reading) -> str:
    return _slice(reading, reading.sentence)


def _slice(reading: Reading, span: Span) -> str:
    return text_at(reading.passage, span)


def _says_number(query: Query, reading: Reading) -> bool:
    counts = query.kind is Kind.COUNT and not query.amount and any(map(lexicon("en").is_unit, query.slots.head[:1]))
    if _has_number(reading, share=query.kind is Kind.SHARE, counts=counts):
        return True
    numeral = counts and any(map(str.isdigit, _slice(reading, reading.short)))  # "million" of "£1.6 million" tells no people
    return reading.worded and query.kind is not Kind.SHARE and not numeral


def _has_number(reading: Reading, *, share: bool, counts: bool = False) -> bool:
    """Whether the words that answer hold a number, and not only that of a year or a day, "in 1946", nor half of a score, "29-26"."""
    text, language, offset = _sentence(reading), language_of(reading.passage.text), reading.sentence.start
    start, end = reading.short.start - offset, reading.short.end - offset
    first = max(start - counts, 0)  # with the "£" of "£2.3 million"
    dates = [mention for mention in find_periods(text, first, end, language) if mention.form is PeriodForm.ABSOLUTE]
    said = find_numbers(text, tokenize(text, first, end), language)
    numbers = [number for number in said if not any(date.start <= number.start and number.end <= date.end for date in dates)]
    if counts:
        numbers = [number for number in numbers if number.kind is not NumberKind.MONEY]  # no sum says how many people or flats
    numbers = [number for number in numbers if not _is_of_score(text, number)]
    return any(not share or number.kind in (NumberKind.PERCENT, NumberKind.FRACTION) for number in numbers)


def _is_of_score(text: str, number: Number) -> bool:
    """Whether a sign alone stands between the number and another one that it makes no range with: "29-26", "3:1"."""
    before, after = text[: number.start + (text[number.start] in _JOINTS)], text[number.end :]
    if before[-1:] in _JOINTS and before[-2:-1].isdigit():
        return True
    return number.upper is None and after[:1] in _JOINTS and after[1:2].isdigit()


def _meets(first: Span, second: Span) -> bool:
    return first.start < second.end and second.start < first.end
