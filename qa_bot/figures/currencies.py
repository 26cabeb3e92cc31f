"""The money that a document counts in and no list has: "118 million lorrins was spent"."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from qa_bot.schema import Document, Measure
from qa_bot.text.functions import functions
from qa_bot.text.lemmas import lemma
from qa_bot.text.lexicon import lexicon, remembered
from qa_bot.text.number_words import number_words
from qa_bot.text.numbers import Number, NumberKind
from qa_bot.text.tagger import knows
from qa_bot.text.tokens import Token, tokenize

_THOUSAND = 1000  # the least scale that sums of money are told in
_BEFORE = 6  # words back from a sum in which it is said that it is one: "spent a total of 34 million"
_BEHIND = 4  # and on from it: "34 million lorrins has been spent"
_PARTING = re.compile(r"[.;:?!|\n](?!\d)")
_HEAD = 300  # characters over a table, before its unit, in which it says that it is of money
REMEMBERED = 1000  # words: most texts that have one behind a scale have it often
_NUMBER = re.compile(r"[\d½¼¾][\d.,½¼¾\s]*$")


def currencies_of(document: Document) -> Mapping[str, str]:
    """Return by the words for it, folded, the unit of each sort of money that only *document* names: {"lorrins": "lorrin"}.

    It is a word that neither the lexicon nor the tagger knows, behind a scale and beside a word for money: "spent 118 million lorrins",
    "Outlays, million lorrins"; or behind what is priced: "a fine of 500 lorrins".
    """
    if document.language != "en":
        return {}
    text = document.text.lower()
    priced = functions("en")["price_words"]
    scaled = any(scale in text for scale in _scales())  # in five of six documents none is, and nothing is to be looked for
    found = {
        match[1]
        for match in (_scaled().finditer(text) if scaled else ())
        if _is_unknown(match[1]) and _is_of_money(document, text, match.start(), match.end())
    }
    for match in _prices().finditer(text) if any(word in text for word in priced) and _priced().search(text) else ():
        if match[1] in priced and _is_unknown(match[2]):
            found.add(match[2])
    units = {lemma(word, "NOUNS", "en") for word in found}
    named = {
        form: unit for unit in sorted(units) for form in (unit, f"{unit}s", *(word for word in found if lemma(word, "NOUNS", "en") == unit))
    }
    return named | _listed(text) if scaled else named


def _listed(text: str) -> dict[str, str]:
    """The nouns that are money only behind a scale, "million pounds", of a *text* that has them there and weighs nothing."""
    told = set(_scaled_money().findall(text))
    if not told or not functions("en")["weighing"].isdisjoint(re.findall(r"[a-z]+", text)):
        return {}
    return {word: code for word, code in _plural_money().items() if word in told}


@cache
def _plural_money() -> Mapping[str, str]:
    """The plural nouns that are money only behind a scale, with the code of each."""
    return {word: phrases[0][1] for word, phrases in number_words("en").scaled_money.items() if lemma(word, "NOUNS", "en") != word}


@cache
def _scaled_money() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_scales())})\s+({'|'.join(_plural_money())})\b")


@cache
def _scales() -> tuple[str, ...]:
    return tuple(sorted(word for word, value in number_words("en").scales.items() if value >= _THOUSAND and word.isalpha()))


def with_currencies(numbers: Sequence[Number], tokens: Sequence[Token], currencies: Mapping[str, str]) -> list[Number]:
    """Return *numbers*, those before one of *currencies* as sums of money."""
    return [_summed(number, tokens, currencies) for number in numbers]


def _summed(number: Number, tokens: Sequence[Token], currencies: Mapping[str, str]) -> Number:
    if number.kind is not NumberKind.CARDINAL or number.last >= len(tokens) or tokens[number.last].lower not in currencies:
        return number
    named = tokens[number.last]
    return number._replace(end=named.end, last=number.last + 1, kind=NumberKind.MONEY, unit=currencies[named.lower])


@cache
def _scaled() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_scales())})\s+(?:of\s+)?([a-z]{{3,}})\b")


@cache
def _prices() -> re.Pattern[str]:
    return re.compile(r"\b([a-z]+)\s+(?:(?:of|about|only|up|to|at|is|was|just)\s+){0,3}\d[\d,.]*\s+([a-z]{3,})\b")


@cache
def _priced() -> re.Pattern[str]:
    """What a text must hold to hold any of `_prices` behind what is priced."""
    words = "|".join(sorted(functions("en")["price_words"]))
    return re.compile(rf"\b(?:{words})\s+(?:(?:of|about|only|up|to|at|is|was|just)\s+){{0,3}}\d")


@remembered(REMEMBERED)
def _is_unknown(word: str) -> bool:
    words = lexicon("en")
    return not knows(word, "en") and not words.kinds(words.concept(word))


def _is_of_money(document: Document, text: str, start: int, end: int) -> bool:
    """Whether what stands around a scale and its unit, at *start* to *end* of the folded *text*, speaks of money."""
    number = _NUMBER.search(text, max(start - 40, 0), start)
    if number is None:  # the unit of a table
        line = text[max(text.rfind("\n\n", 0, start) + 1, start - _HEAD) : start]
        return any(_says_money(part) for part in (line, document.title or "", *_headings(document)))
    before = [token.lower for token in tokenize(_PARTING.split(text[max(number.start() - 80, 0) : number.start()])[-1])][-_BEFORE:]
    if before and before[-1] not in functions("en")["purposes"] and _are_of_money(before):
        return True
    behind = [token.lower for token in tokenize(_PARTING.split(text[end : end + 60])[0])][:_BEHIND]
    fillers = functions("en")["auxiliaries"] | functions("en")["be"] | functions("en")["measured_adpositions"]
    stop = next((at for at, word in enumerate(behind) if word not in fillers), len(behind))
    return _are_of_money(behind[stop : stop + 1])


def _headings(document: Document) -> list[str]:
    return [document.text[block.span.start : block.span.end] for block in document.blocks if block.kind == "heading"]


def _says_money(text: str) -> bool:
    return _are_of_money([token.lower for token in tokenize(text)])


def _are_of_money(words: Sequence[str]) -> bool:
    known = functions("en")["of_money"]
    return any(word in known or lemma(word, "VERB", "en") in known or lemma(word, "NOUNS", "en") in known for word in words)


def measure_of_unit(measure: Measure, unit: str | None, currencies: Mapping[str, str]) -> Measure:
    """Return how figures in *unit* are measured that were read without knowing of *currencies*."""
    return Measure.MONEY if measure is Measure.COUNT and unit is not None and unit.lower() in currencies else measure
