"""The noun phrase that a number counts, its unit and its measure."""

from typing import NamedTuple

from qa_bot.figures.scope import Counted
from qa_bot.schema import Measure
from qa_bot.text.lexicon import Kinds
from qa_bot.text.nominals import complement_end, unit_of
from qa_bot.text.numbers import Number, NumberKind
from qa_bot.text.syntax import TIME, Clause, Syntax

_NOUNS = frozenset({"NOUN", "NOUNS", "PROPN"})


class Reading(NamedTuple):
    """What a number counts. *anaphor*: the thing stands in what was said before ("28 of them", "their number was 60")."""

    counted: Counted | None
    unit: str | None
    measure: Measure
    anaphor: bool


def number_opening(number: Number) -> int:
    """Return the character where the number begins, the words of its bound included."""
    return number.start if number.bound_start is None else min(number.start, number.bound_start)


def read_phrase(syntax: Syntax, number: Number, clause: Clause) -> Reading:
    """Return what *number* counts: the noun after it, behind "of", or the subject of the verb that precedes it."""
    counted, anaphor = _counted(syntax, number, clause)
    measure, unit = _measure(syntax, number, counted, clause)
    if measure in (Measure.MONEY, Measure.SHARE, Measure.QUANTITY, Measure.CHANGE) and counted is None and not anaphor:
        counted = _subject(syntax, number, clause)
    if measure is Measure.COUNT and unit is None and counted is not None and counted.head >= 0:
        unit = unit_of(syntax, counted.head)
    return Reading(counted, unit, measure, anaphor)


def _counted(syntax: Syntax, number: Number, clause: Clause) -> tuple[Counted | None, bool]:
    tokens, size = syntax.tokens, len(syntax.tokens)
    at = number.last
    if at < size and syntax.words["partitives"] & {tokens[at].lower}:
        return _partitive(syntax, at, clause)
    if number.kind in (NumberKind.PERCENT, NumberKind.MONEY):
        return _after_measure(syntax, number, clause), False
    phrase = syntax.phrase_at(number.last - 1)
    if phrase is not None and phrase.head >= number.last:
        return _with_complements(syntax, number.last, phrase.last, phrase.head), False
    following = syntax.phrase_at(at) if at < size else None
    if following is not None and following.first == at and syntax.tags[at] in (*_NOUNS, "ADJ", "VBN", "VBG"):
        return _with_complements(syntax, at, following.last, following.head), False
    if syntax.language == "ru" and following is not None and following.first == at and syntax.tags[at] not in ("NUM", "PRON"):
        return _with_complements(syntax, at, following.last, following.head), False
    return _predicated(syntax, number, clause)


def _with_complements(syntax: Syntax, first: int, last: int, head: int) -> Counted:
    """The phrase with what belongs to it; a unit of measure gives way to what is measured ("3 million tonnes of wheat")."""
    concept = syntax.concept_of(head)
    event = concept is not None and (syntax.lexicon.action(concept) is not None or concept in ("request", "application"))
    return Counted(first, complement_end(syntax, last, event=event), head)


def _partitive(syntax: Syntax, at: int, clause: Clause) -> tuple[Counted | None, bool]:
    """ "28 of them": what was counted before; "60 of the 80 wards": the wards; "a third of voters": the voters."""
    following = syntax.phrase_at(at + 1) if at + 1 < len(syntax.tokens) else None
    if following is None or following.first != at + 1:
        return None, True
    if syntax.tokens[following.head].lower in syntax.words["anaphors"]:
        return None, True
    first = following.first
    while first < following.last and syntax.tags[first] in ("DET", "NUM", "PRON"):
        first += 1
    if first >= following.last:
        return None, True
    return _with_complements(syntax, first, following.last, following.head), False


def _after_measure(syntax: Syntax, number: Number, clause: Clause) -> Counted | None:
    """What a sum or share is of: "$3 bn in grants", "EUR 4 million for schools"; else the subject, found later."""
    at = number.last
    if at + 1 < len(syntax.tokens) and syntax.tokens[at].lower in syntax.words["measured_adpositions"]:
        following = syntax.phrase_at(at + 1)
        if following is not None and following.first == at + 1 and TIME not in syntax.tags[following.first : following.last]:
            return _with_complements(syntax, following.first, following.last, following.head)
    phrase = syntax.phrase_at(number.last - 1)
    if phrase is not None and phrase.head >= number.last:
        return _with_complements(syntax, number.last, phrase.last, phrase.head)
    if syntax.language == "ru" and at < len(syntax.tokens):
        following = syntax.phrase_at(at)
        if following is not None and following.first == at and syntax.tags[at] != "NUM":
            return _with_complements(syntax, at, following.last, following.head)
    return None


def _predicated(syntax: Syntax, number: Number, clause: Clause) -> tuple[Counted | None, bool]:
    """A number alone after its verb: "the number of refusals reached 60", "their number was 60", "wheat: 60"."""
    counted = _subject(syntax, number, clause)
    if counted is None:
        return None, True
    head = syntax.tokens[counted.head].lower
    own = syntax.tokens[counted.first].lower
    carrier = syntax.lemma(counted.head) in syntax.words["carriers"]
    if carrier or syntax.tags[counted.head] == "PRON":
        if own in syntax.words["possessives"] or head in syntax.words["third_persons"] or counted.last == counted.head + 1:
            return None, True
    return counted, False


def _subject(syntax: Syntax, number: Number, clause: Clause) -> Counted | None:
    """The subject of the last verb before the number, "the number of X" taken as X."""
    groups = [group for group in syntax.verbs_in(clause.first, number.first)]
    stop = groups[-1].first if groups else number.first
    phrases = [phrase for phrase in syntax.phrases if clause.first <= phrase.first and phrase.last <= stop and phrase.adposition < 0]
    phrases = [
        phrase
        for phrase in phrases
        if syntax.tags[phrase.head] in (*_NOUNS, "PRON") and TIME not in syntax.tags[phrase.first : phrase.last]
    ]
    if not phrases:
        return None
    phrase = phrases[0] if len(phrases) == 1 or syntax.language == "ru" else phrases[-1]
    last = complement_end(syntax, phrase.last, event=True)
    if syntax.lemma(phrase.head) in syntax.words["carriers"]:
        inner = next((other for other in syntax.phrases if phrase.last <= other.first < last), None)
        if inner is not None and syntax.tags[inner.head] in _NOUNS:
            return Counted(inner.first, last, inner.head)
    first = phrase.first
    while first < phrase.head and syntax.tags[first] in ("DET",):
        first += 1
    return Counted(first, min(last, stop) if last > stop else last, phrase.head)


def _measure(syntax: Syntax, number: Number, counted: Counted | None, clause: Clause) -> tuple[Measure, str | None]:
    change = _is_change(syntax, number, clause)
    if number.kind is NumberKind.MONEY:
        return (Measure.CHANGE if change else Measure.MONEY), number.unit
    if number.kind is NumberKind.PERCENT:
        return (Measure.CHANGE if change or number.unit == "pp" else Measure.SHARE), number.unit
    if number.kind is NumberKind.FRACTION and number.value < 1:
        return Measure.SHARE, None
    if counted is not None and counted.head >= 0:
        concept = syntax.concept_of(counted.head)
        if concept is not None and syntax.lexicon.kinds(concept) & Kinds.QUANTITY:
            return (Measure.CHANGE if change else Measure.QUANTITY), syntax.lexicon.symbol(concept) or concept
    if change:
        unit = unit_of(syntax, counted.head) if counted is not None and counted.head >= 0 else None
        return Measure.CHANGE, unit
    return Measure.COUNT, None


def _is_change(syntax: Syntax, number: Number, clause: Clause) -> bool:
    """Whether the number says by how much something changed, not what it came to: "up 12 % to 3.4 bn", "rose by 40", "a 5 % rise"."""
    before = syntax.tokens[number.first - 1].lower if number.first else ""
    at = number.first - 1
    while at > clause.first and syntax.tokens[at].start >= number_opening(number):
        at -= 1
    before = syntax.tokens[at].lower if at >= 0 else ""
    if before in syntax.words["level_after"]:
        return False
    changing = syntax.words["changing"]
    near = [syntax.lemma(index) for index in range(max(clause.first, at - 4), at + 1)]
    after = [syntax.lemma(index) for index in range(number.last, min(number.last + 3, clause.last))]
    if before in syntax.words["change_after"] and any(word in changing for word in near):
        return True
    if number.kind in (NumberKind.PERCENT, NumberKind.MONEY) or (syntax.language == "ru" and before in syntax.words["change_after"]):
        if near and near[-1] in changing:
            return True
        return any(word in changing for word in after[:2])
    return False
