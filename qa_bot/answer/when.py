"""Which of the times of a sentence dates the deed that is asked for: "ordered in May 2022, will enter service in July 2026"."""

from functools import lru_cache
from itertools import pairwise

from qa_bot.answer.reader_words import reader_words
from qa_bot.answer.readings import Reading, text_at
from qa_bot.answer.sights import sight
from qa_bot.schema import Kind, Query, Span, Tense
from qa_bot.text.functions import functions
from qa_bot.text.language import language_of
from qa_bot.text.modality import is_past, tells_plan
from qa_bot.text.moments import Grain
from qa_bot.text.period_mention import PeriodForm, PeriodMention
from qa_bot.text.periods import find_periods
from qa_bot.text.syntax import Syntax, VerbGroup, parse
from qa_bot.text.tagger import features
from qa_bot.text.time_words import grain_of

_BAR = ";"


@lru_cache(maxsize=256)
def asked_unit(question: str) -> Grain | None:
    """Return the unit of time that the word that asks stands before: a year of "what year", None of "what season"."""
    seen = sight(question)
    asking_words = reader_words(seen.language).asking
    units = (grain_of(then, seen.language) for lower, then in pairwise(seen.lowers) if lower in asking_words)
    return next((unit for unit in units if unit is not None), None)


def dated(query: Query, reading: Reading) -> Reading | None:
    """Return *reading* with the time of the deed that *query* asks for where its own is another deed's; None where the sentence has none,
    and where it is asked when something will be that the sentence tells as past."""
    text = text_at(reading.passage, reading.sentence)
    language = language_of(text)
    if query.kind is not Kind.WHEN or language != query.language:
        return reading
    times = find_periods(text, 0, len(text), language)
    start, end = reading.short.start - reading.sentence.start, reading.short.end - reading.sentence.start
    own = next((time for time in times if time.start < end and start < time.end), None)
    if asked_unit(query.text) is Grain.YEAR:
        years = [time for time in times if time.form is not PeriodForm.YEARLESS]
        if len(years) == 1 and own not in years:
            own, reading = years[0], _at(years[0], reading)
        times = years or times
    if own is not None and own.grain is Grain.DAY and own.start < start and end <= own.end and not any(map(str.isdigit, text[start:end])):
        reading = reading._replace(short=Span(start=reading.sentence.start + own.start, end=reading.short.end))  # no month for its day
    if own is None or (len(times) == 1 and language != "ru" and query.tense is not Tense.FUTURE):
        return reading  # there is nothing to choose from, and no tags are needed
    syntax = parse(text, 0, len(text), language, times=[(time.start, time.end) for time in times])
    asked = _asked(query, syntax)
    described = {time: index for time in times if (index := _participle_of(time, syntax)) is not None}
    fits = not asked or (described[own] in asked if own in described else _verb_of(own, syntax) in (None, *asked))
    others = (time for time in times if time not in described and _verb_of(time, syntax) in asked)
    told = own if fits else next(others, None)
    if told is None and text[own.start : own.end].casefold() in functions(language)["relative_to_now"]:
        return None  # "are referred to as the old states today"
    if told is None and own in described:
        return None
    told = told or own
    verb = _verb_of(told, syntax)
    planned = verb is not None and verb in asked and tells_plan(syntax, verb) and _asks_past(query, syntax.lemma(verb.chain[-1]))
    if query.tense is Tense.FUTURE and verb is not None and is_past(syntax, verb) and not (planned or _is_set_ahead(verb, syntax)):
        return None
    if told is own:
        return reading
    return _at(told, reading)


def _at(time: PeriodMention, reading: Reading) -> Reading:
    first = reading.sentence.start
    return reading._replace(short=Span(start=first + time.start, end=first + time.end))


def _asks_past(query: Query, plan: str) -> bool:
    """Whether it is asked when *plan*, the lemma of a verb, was done: "when was it proposed", not "when will it be", nor "refused to"."""
    question = parse(query.text, 0, len(query.text), query.language)
    groups = [group for group in question.verbs if group.chain and question.lemma(group.chain[0]) == plan]
    told = question.language == "ru" and any(is_past(question, group) for group in groups)
    lowers = {token.lower for token in question.tokens}
    return told or (bool(groups) and not lowers.isdisjoint(question.words["past_auxiliaries"]))


def _is_set_ahead(verb: VerbGroup, syntax: Syntax) -> bool:
    """Whether the verb sets a time to come, "the talks have been scheduled for 20 June"."""
    return any(syntax.lemma(index) in syntax.words["dated_ahead"] for index in verb.chain)


def _asked(query: Query, syntax: Syntax) -> list[VerbGroup | int]:
    """The verbs, and the places of the participles that describe, of the sentence that the question has, too, or that name its deed."""
    question = parse(query.text, 0, len(query.text), query.language)
    words = {question.lemma(index) for group in question.verbs for index in group.chain}

    def is_asked(index: int) -> bool:
        return syntax.lemma(index) in words or syntax.concept_of(index) in query.slots.action

    verbs = [group for group in syntax.verbs if any(map(is_asked, group.chain))]
    return [*verbs, *(index for index, tag in enumerate(syntax.tags) if tag == "VBN" and is_asked(index))]


def _participle_of(time: PeriodMention, syntax: Syntax) -> int | None:
    """The place of a Russian participle before *time* that describes a thing: «мост, закрытый в 2021 году», not «был закрыт»."""
    before = [index for index, token in enumerate(syntax.tokens) if token.end <= time.lead]
    while before and syntax.tags[before[-1]] == "ADP":
        before.pop()
    if syntax.language != "ru" or not before or syntax.tags[before[-1]] not in ("ADJ", "VBN"):
        return None
    told = features(syntax.tokens[before[-1]].lower, "ru")
    return None if told & {"PRTS", "ADJS", "ablt"} else before[-1]  # «был закрыт», «стал платным в 2021 году»


def _verb_of(time: PeriodMention, syntax: Syntax) -> VerbGroup | None:
    """The verb that *time* stands behind, within what semicolons part; of one that opens a clause the first one there: "built in 1911, and
    in 1946 the mill burnt"."""
    tokens = syntax.tokens
    bars = [index for index, token in enumerate(tokens) if token.surface == _BAR]
    low = max((index for index in bars if tokens[index].start < time.start), default=-1)
    high = min((index for index in bars if tokens[index].start > time.start), default=len(tokens))
    groups = [group for group in syntax.verbs if group.chain and low < group.first < high]
    before = [group for group in groups if tokens[group.first].start < time.start]
    behind = [group for group in groups if tokens[group.first].start > time.start]
    opens = not before or _opens_clause(time, syntax, behind)
    return next(iter(behind), None) if opens else before[-1]


def _opens_clause(time: PeriodMention, syntax: Syntax, behind: list[VerbGroup]) -> bool:
    """Whether a comma or "and" leads to *time* or to the preposition before it, and right behind it are a subject and its verb."""
    tokens = syntax.tokens
    first = next((index for index, token in enumerate(tokens) if token.start >= time.lead), len(tokens))
    while first and syntax.tags[first - 1] == "ADP":
        first -= 1
    after = next((index for index, token in enumerate(tokens) if token.start >= time.end), len(tokens))
    after += tokens[after : after + 1] != [] and tokens[after].surface == ","
    if not behind or not first or not (tokens[first - 1].surface == "," or syntax.tags[first - 1] == "CCONJ"):
        return False
    subject = syntax.phrase_at(after) if after < len(tokens) else None
    return subject is not None and subject.adposition < 0 and subject.last == behind[0].first and behind[0].finite
