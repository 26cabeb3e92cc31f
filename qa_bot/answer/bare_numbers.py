"""Which numbers of a sentence say something else than what is asked: "950 million" is no year, and an outage no telephone number."""

from qa_bot.answer.readings import Reading, text_at
from qa_bot.answer.sights import sight
from qa_bot.schema import Kind, Query
from qa_bot.text.functions import functions
from qa_bot.text.language import language_of
from qa_bot.text.lexicon import Kinds, lexicon
from qa_bot.text.numbers import NumberKind, find_numbers
from qa_bot.text.phones import phones
from qa_bot.text.time_words import grain_of
from qa_bot.text.tokens import tokenize

AGE, PHONE = "age", "phone"  # concepts
_SUMS = frozenset({NumberKind.MONEY, NumberKind.PERCENT})


def is_measured(text: str, start: int, end: int) -> bool:
    """Return whether the digits from *start* to *end* are those of a larger number, or of so many of a unit: "950 million", "980 tonnes".

    >>> is_measured("It rose to 950 million pounds.", 11, 14), is_measured("It fell in 950.", 11, 14)
    (True, False)
    """
    language, tokens = language_of(text), tokenize(text)
    said = (number for number in find_numbers(text, tokens, language) if number.start <= start and end <= number.end)
    if any(number.upper is None and (number.kind in _SUMS or number.value != int(text[start:end])) for number in said):
        return True  # no range of years
    behind = next((token.lower for token in tokens if token.start >= end), "")
    if not behind.isalpha() or grain_of(behind, language) is not None:
        return False
    words = lexicon(language)
    return bool(words.kinds(words.concept(behind)) & Kinds.QUANTITY)


def is_no_phone(query: Query, reading: Reading) -> bool:
    """Return whether the number by which somebody is called is asked for, and the answer would be none."""
    if query.kind is Kind.COUNT or PHONE not in (*query.slots.head, *query.slots.other, *query.slots.counted):
        return False
    if functions(query.language)["numbers_called"].isdisjoint(sight(query.text).lowers):
        return False
    sentence = text_at(reading.passage, reading.sentence)
    start, end = reading.short.start - reading.sentence.start, reading.short.end - reading.sentence.start
    return not any(first < end and start < last for first, last in phones(sentence, 0, len(sentence)))


def is_age(query: Query, reading: Reading) -> bool:
    """Return whether things are counted, and the answer would be an age: "78 % of those over the age of five", "people aged under 30"."""
    if query.kind is not Kind.COUNT or AGE in (*query.slots.head, *query.slots.other, *query.slots.action):
        return False
    text = text_at(reading.passage, reading.sentence)
    words = functions(language_of(text))
    before = [token.lower for token in tokenize(text) if token.end <= reading.short.start - reading.sentence.start]
    while before and before[-1] in words["age_limits"] | words["partitives"]:
        before.pop()
    return bool(before) and before[-1] in words["aged_before"]
