"""Russian noun phrases in the form that a number asks for: «14 штрафов», «21 детский сад», «3 заявки»."""

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from qa_bot.text.morphology import analyses
from qa_bot.text.tokens import Token, fold, tokenize

if TYPE_CHECKING:
    from pymorphy3.analyzer import Parse

MAX_BEFORE = 4  # adjectives before a noun
_DESCRIBING = frozenset({"ADJF", "PRTF"})
_MAN = "человек"  # whose genitive plural behind a number is like its nominative
_JOINED = (" и ", " или ", ", ")  # "учеников и учителей": what is joined would have to follow
_NAMES = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn", "Trad", "Abbr"})


class _Phrase(NamedTuple):
    """The words of a phrase that are declined together, the head last, each in the reading that fits the others."""

    tokens: tuple[Token, ...]
    parses: "tuple[Parse, ...]"


def after_number(phrase: str, value: Decimal, *, bounded: bool = False) -> str:
    """Return *phrase* as it stands behind the digits of *value*, *bounded* where a word such as "более" governs the number.

    >>> after_number("детских садах", Decimal(14)), after_number("заявок на участие", Decimal(2)), after_number("штрафах", Decimal(1))
    ('детских садов', 'заявки на участие', 'штраф')
    """
    last, tens = int(abs(value)) % 10, int(abs(value)) % 100
    whole = value == value.to_integral_value()
    if whole and last == 1 and tens != 11:
        return _declined(phrase, "gent" if bounded else "nomn", "sing")
    if not whole or (last in (2, 3, 4) and tens not in (12, 13, 14) and not bounded):
        return _declined(phrase, "gent", "sing", described="plur")
    return _declined(phrase, "gent", "plur")


def of_amount(phrase: str) -> str:
    """Return *phrase*, of which there is an amount, in the genitive: "дорогам" as "дорог"; a nominative stays."""
    return phrase if _stands_in(phrase, ("nomn", "gent")) else _declined(phrase, "gent", None)


def as_name(phrase: str) -> str:
    """Return *phrase* in the nominative: "профицитом" as "профицит"; a genitive stays."""
    return phrase if _stands_in(phrase, ("nomn", "gent")) else _declined(phrase, "nomn", None)


def within(phrase: str) -> str:
    """Return *phrase* as it stands inside a sentence: without the capital of its first word, unless that is a name."""
    first = phrase.split(" ", 1)[0].strip("«»")
    if not first.istitle() or any(not _NAMES.isdisjoint(parse.tag.grammemes) for parse in analyses(first)):
        return phrase
    return phrase[:1].lower() + phrase[1:]


def _stands_in(phrase: str, cases: Sequence[str]) -> bool:
    found = _declinable(phrase)
    return found is None or any(parse.tag.case in cases for parse in _nouns(found.tokens[-1]))


def _declined(phrase: str, case: str, number: str | None, *, described: str | None = None) -> str:
    found = _declinable(phrase)
    if found is None or phrase[found.tokens[-1].end :].startswith(_JOINED):
        return phrase
    head = found.parses[-1]
    number = number or head.tag.number or "sing"
    alone = head.tag.POS in _DESCRIBING
    number = described if alone and described is not None else number
    if any(parse.tag.case == case and parse.tag.number == number for parse in _nouns(found.tokens[-1])) and len(found.tokens) == 1:
        return phrase
    out, end = [], 0
    for token, parse in zip(found.tokens, found.parses, strict=True):
        form = _form(parse, case, number if parse is head else described or number, head)
        if form is None:
            return phrase
        out += [phrase[end : token.start], form.capitalize() if token.surface.istitle() else form]
        end = token.end
    return "".join((*out, phrase[end:]))


def _form(parse: "Parse", case: str, number: str, head: "Parse") -> str | None:
    if parse.normal_form == _MAN and case == "gent" and number == "plur":
        return _MAN
    gender = head.tag.gender if number == "sing" and parse.tag.POS in _DESCRIBING else None
    form = parse.inflect({case, number} | ({gender} if gender else set()))
    return form.word if form is not None else None


def _nouns(token: Token) -> "list[Parse]":
    return [parse for parse in analyses(token.surface) if parse.tag.POS == "NOUN" or parse.tag.POS in _DESCRIBING]


def _declinable(phrase: str) -> _Phrase | None:
    """The noun that opens *phrase* with the adjectives before it, or the last of such adjectives that stand for a noun; None without."""
    tokens = tokenize(phrase)[: MAX_BEFORE + 1]
    found: _Phrase | None = None
    for at, token in enumerate(tokens):
        before = [[parse for parse in analyses(other.surface) if parse.tag.POS in _DESCRIBING] for other in tokens[:at]]
        if not all(before):
            break
        for head in _nouns(token):
            agreeing = [next((parse for parse in choice if _agree(parse, head)), None) for choice in before]
            named = tuple(parse for parse in agreeing if parse is not None)
            if len(named) == at and (head.tag.POS == "NOUN" or found is None or found.parses[-1].tag.POS != "NOUN"):
                found = _Phrase(tuple(tokens[: at + 1]), (*named, head))
                break
    return found


def _agree(parse: "Parse", head: "Parse") -> bool:
    if (parse.tag.case, parse.tag.number) != (head.tag.case, head.tag.number):
        return False
    return head.tag.number == "plur" or parse.tag.gender in (None, head.tag.gender)


def head_of(phrase: str) -> str | None:
    """Return the dictionary form of the noun that *phrase* declines, folded; of "пострадавших" that, too, is "пострадавший"."""
    found = _declinable(phrase)
    if found is None:
        return None
    form = _form(found.parses[-1], "nomn", "sing", found.parses[-1]) if found.parses[-1].tag.POS in _DESCRIBING else None
    return fold(form or found.parses[-1].normal_form)


def stands_for_noun(phrase: str) -> bool:
    """Return whether an adjective or participle is all that *phrase* names things by: "пострадавших"."""
    found = _declinable(phrase)
    return found is not None and found.parses[-1].tag.POS in _DESCRIBING


def cases_of(word: str) -> frozenset[str]:
    """Return the cases that *word* can stand in: of "пятью" the instrumental alone."""
    return frozenset(parse.tag.case for parse in analyses(word) if parse.tag.case)
