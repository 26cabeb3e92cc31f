"""Whether the words that answer may stand alone: only where their clause tells the asked deed, and their sentence the asked things.

"Varn" is no answer to who was charged where its sentence tells of no charge. What is told around the words, but not by them, is shown as
the whole sentence, and a sentence that tells neither the deed nor most of the things as the nearest one, or not at all.
"""

from collections.abc import Collection
from typing import NamedTuple

from qa_bot.answer.concepts import broader
from qa_bot.answer.evidence import titles_over
from qa_bot.answer.holders import parsed
from qa_bot.answer.readings import Reading, text_at
from qa_bot.answer.roles import filled
from qa_bot.answer.sights import CONTENT, Sight, may_measure, sight
from qa_bot.answer.sought import asked_concepts
from qa_bot.answer.spans import BARS
from qa_bot.answer.wanted import Item, Wanted, wanted
from qa_bot.schema import Kind, Query
from qa_bot.text.functions import held_by
from qa_bot.text.numbers import find_numbers
from qa_bot.text.syntax import TIME
from qa_bot.text.tokens import tokenize

# Log-odds up to which a sentence is no answer that lacks the deed and a thing of the question, up to which it is only the nearest one
# where it lacks any thing, and up to which so where it lacks the deed and half of the things. Of 1,592 questions on 150 articles of SQuAD's
# training half of which every second paragraph was taken away, that last sort was right 2 times, partly 4, and wrong 42. The floor is
# low since of the public questions half of those below it are told in other words.
NO_ANSWER, HARDLY, NEAREST = 0.15, 0.2, 1.0
NUMBER = "number"  # concept
APART = 2  # signs and words that part clauses, between the deed and the words that answer
_IN_WORDS = frozenset({Kind.WHAT, Kind.WHERE, Kind.LIST})
_LOOSE = _IN_WORDS | {Kind.WHO, Kind.WHY, Kind.SUPERLATIVE}


class Told(NamedTuple):
    """What the sentence of a reading tells of a question."""

    deed: bool | None  # None where the question has none
    things: int  # of the question
    missing: int  # those of them that neither the sentence nor what it stands under has
    apart: bool  # whether the deed is told in another clause than that of the words that answer


def is_unfounded(query: Query, reading: Reading) -> bool:
    """Return whether the sentence of *reading* tells neither what was done nor all that *query* asks about, and does not read well."""
    if reading.odds is None or reading.odds >= NO_ANSWER or query.kind not in _LOOSE:
        return False
    told = _told(query, reading, wanted(query))
    return told is not None and not told.deed and told.missing > 0


def is_nearest(query: Query, reading: Reading) -> bool:
    """Return whether the sentence of *reading* may be shown as the nearest one only: it tells of no such deed and of half the things at
    most, or hardly reads like an answer and lacks one of them; or it is asked what somebody says, and it tells of another one or of
    something else."""
    if reading.odds is None or query.kind not in _LOOSE:
        return False
    question = wanted(query)
    if _is_of_another_speaker(query, reading, question):
        return True
    told = _told(query, reading, question) if reading.odds < NEAREST else None
    if told is None:
        return False
    if told.deed or reading.odds < HARDLY:
        return told.missing > 0 and reading.odds < HARDLY
    return 2 * told.missing >= told.things > 0 or (question.sort == "how" and told.deed is False)


def in_full(query: Query, reading: Reading) -> Reading:
    """Return *reading* with its sentence for the words that answer, where these alone do not: they only repeat the question, are a number
    of nobody knows what, or none though one is asked for, or a time though a way is; what was done is told in another clause; or no word
    of the question asks: "any swans left?"."""
    if query.kind not in _IN_WORDS or reading.odds is None or reading.short == reading.sentence:
        return reading
    question = wanted(query)
    if question.sort == "yesno" or _repeats(query, reading) or _is_number(reading) or _is_of_another_sort(reading, question):
        return reading._replace(short=reading.sentence)
    told = _told(query, reading, question)
    return reading._replace(short=reading.sentence) if told is not None and told.deed and told.apart else reading


def _told(query: Query, reading: Reading, question: Wanted) -> Told | None:
    """What the sentence tells; None where it is in another language, or names just the one asked for."""
    text = text_at(reading.passage, reading.sentence)
    seen = sight(text)
    if seen.language != query.language or (query.kind is Kind.WHO and filled(query, reading) is not None):
        return None
    words = _words(seen) | _asked_before(reading)
    deeds = [item for item in question.items if item.verb and not item.light]
    around = words | titles_over(reading)
    things = [item for item in question.items if not item.verb and not item.light]
    done = all(_is_said(item, words) for item in deeds) if deeds else None
    missing = sum(not _is_said(item, around) for item in things)
    return Told(done, len(things), missing, bool(done) and _is_apart(seen, reading, deeds))


def _words(seen: Sight) -> set[str]:
    concepts = {concept for concept in seen.concepts if concept is not None}
    return concepts.union(*map(broader, concepts), seen.stems)


def _asked_before(reading: Reading) -> set[str]:
    """The words of the sentence before that of *reading* where the text asks by it what this one answers: "Who won? Selworth did."."""
    sentences = reading.passage.sentences
    before = [span for span in sentences if span.end <= reading.sentence.start][-1:]
    text = text_at(reading.passage, before[0]) if before else ""
    return _words(sight(text)) if text.rstrip().endswith("?") else set()


def _is_said(item: Item, words: Collection[str | None]) -> bool:
    if item.stem in words or item.concept in words:
        return True
    return item.concept is not None and not held_by().get(item.concept, frozenset()).isdisjoint(words)  # champions have won


def _is_apart(seen: Sight, reading: Reading, deeds: Collection[Item]) -> bool:
    """Whether several bars stand between the words that answer and each word for one of *deeds*."""
    start, end = reading.short.start - reading.sentence.start, reading.short.end - reading.sentence.start
    first = next((at for at, token in enumerate(seen.starts) if token >= start), 0)
    last = next((at for at, token in enumerate(seen.starts) if token >= end), len(seen.starts))
    stems, concepts = {item.stem for item in deeds}, {item.concept for item in deeds} - {None}
    places = [
        at
        for at, concept in enumerate(seen.concepts)
        if seen.stems[at] in stems or (concept is not None and not concepts.isdisjoint((concept, *broader(concept))))
    ]
    between = (range(at, first) if at < first else range(last, at) for at in places)
    return bool(places) and min(sum(seen.cues[at] in BARS for at in part) for part in between) >= APART


def _is_of_another_speaker(query: Query, reading: Reading, question: Wanted) -> bool:
    """Whether it is asked what somebody says of something, and neither the sentence nor what it stands under has the name of the one who
    does, or anything else of the question."""
    if query.kind is not Kind.WHAT:
        return False
    asked = parsed(query.text)
    says = asked.words["saying"] | asked.words["opinions"]
    if not any(asked.lemma(at) in says for group in asked.verbs for at in group.chain):
        return False
    seen = sight(text_at(reading.passage, reading.sentence))
    if seen.language != query.language:
        return False
    words = {*seen.stems, *seen.concepts} | titles_over(reading)
    named = {*query.names}.intersection(query.slots.actor)
    things = [item for item in question.items if not (item.verb or item.name or item.light)]
    return (bool(named) and named.isdisjoint(words)) or (bool(things) and not any(_is_said(item, words) for item in things))


def _repeats(query: Query, reading: Reading) -> bool:
    """Whether the words that answer are all words of the question: "the correct figure", asked what the right figure is."""
    asked, told = sight(query.text), sight(text_at(reading.passage, reading.short))
    words = {*asked.stems, *asked.concepts, *asked_concepts(query)}
    content = [at for at, tag in enumerate(told.tags) if tag in CONTENT]
    return told.language == asked.language and all(told.stems[at] in words or told.concepts[at] in words for at in content)


def _is_of_another_sort(reading: Reading, question: Wanted) -> bool:
    """Whether "what was the right figure" is asked and the words that answer are no number, "last report", or "how" and they are a time."""
    short = text_at(reading.passage, reading.short)
    if question.sort == "how":
        return sight(short).tags == (TIME,) * len(sight(short).tags)
    return any(item.focus and item.concept == NUMBER for item in question.items) and not may_measure(short)


def _is_number(reading: Reading) -> bool:
    """Whether the words that answer are a number alone, of which the sentence says elsewhere what it counts: "80 million"."""
    short = text_at(reading.passage, reading.short)
    if not any(map(str.isdigit, short)):
        return False
    language = sight(short).language
    rest = short
    for number in find_numbers(short, tokenize(short), language):
        rest = rest.replace(short[number.start : number.end], "")
    return not any(map(str.isalpha, rest))
