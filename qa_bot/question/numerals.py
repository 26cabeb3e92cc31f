"""The numbers of a question: which ones are meant, what is a part of how many, the condition of a yes/no question."""

from collections.abc import Sequence
from decimal import Decimal

from qa_bot.schema import Bound, Condition, Kind
from qa_bot.text.numbers import Number, NumberKind
from qa_bot.text.periods import PeriodMention
from qa_bot.text.syntax import Syntax


def telling_numerals(syntax: Syntax, numbers: Sequence[Number], kind: Kind) -> tuple[str, ...]:
    """The numbers that tell which ones are meant: neither what the asked figure is part of nor the base of a rate."""
    if kind not in (Kind.COUNT, Kind.SHARE, Kind.WHAT):
        return ()
    no_names = syntax.words["partitives"] | syntax.words["per"] | syntax.words["per_base"]
    cardinals = (number for number in numbers if number.kind is NumberKind.CARDINAL and not _is_of_name(syntax, number))
    telling = [number for number in cardinals if not _is_behind(syntax, number, no_names)]
    written = (token.surface for number in telling for token in syntax.tokens[number.first : number.last])
    return tuple(dict.fromkeys(surface for surface in written if surface.isdigit()))


def _is_of_name(syntax: Syntax, number: Number) -> bool:
    """Whether a hyphen ties the number to a name, which a title may have: «Глубокая-2»."""
    first = number.first
    if first < 2 or syntax.tokens[first - 1].surface != "-":
        return False
    name, hyphen = syntax.tokens[first - 2], syntax.tokens[first - 1]
    return name.surface[:1].isupper() and name.end == hyphen.start and hyphen.end == number.start


def ordinals_in(syntax: Syntax, numbers: Sequence[Number], times: Sequence[PeriodMention]) -> tuple[tuple[int, str], ...]:
    """Which of a row of things are meant, each with the concept of its noun: "the seventh match", but no "second week of May"."""
    found: list[tuple[int, str]] = []
    for number in numbers:
        dated = any(time.start < number.end and number.start < time.end for time in times)
        if number.kind is not NumberKind.ORDINAL or dated:
            continue
        noun = next((at for at in range(number.last, len(syntax.tokens)) if syntax.tags[at] not in ("ADJ", "VBN")), number.last)
        concept = syntax.concepts[noun] if syntax.tags[noun : noun + 1] in (["NOUN"], ["NOUNS"]) else None
        if concept is not None:
            found.append((int(number.value), concept))
    return tuple(found)


def bounding_concepts(syntax: Syntax, numbers: Sequence[Number]) -> set[str]:
    """The concepts of the words that bound the *numbers*, of which the sense is theirs: "over" and "more than" 30 days are one."""
    limits = syntax.words["number_limits"]
    beside = {at for number in numbers for at in range(max(number.first - 2, 0), number.last + 2)}
    return {
        concept
        for at, (token, concept) in enumerate(zip(syntax.tokens, syntax.concepts, strict=True))
        if concept is not None and at in beside and token.lower in limits
    }


def is_limited(syntax: Syntax, numbers: Sequence[Number]) -> bool:
    """Whether a number is the end of a range: "under 5", "65 and over"."""
    limits = syntax.words["number_limits"]
    return any(
        not limits.isdisjoint(token.lower for token in syntax.tokens[max(number.first - 2, 0) : number.last + 2])
        for number in numbers
        if number.upper is None
    )


def whole_in(syntax: Syntax, numbers: Sequence[Number], kind: Kind) -> Decimal | None:
    """The number in "how many of the 66 ...": what the asked figure is part of."""
    if kind not in (Kind.COUNT, Kind.SHARE):
        return None
    for number in numbers:
        if _is_behind(syntax, number, syntax.words["partitives"]):
            return number.value
    return None


def _is_behind(syntax: Syntax, number: Number, words: frozenset[str]) -> bool:
    """Whether one of *words* stands before the number, or before what leads into it: "of the 66", "of all 66", but not "of Class 66"."""
    at = number.first - 1
    if at > 0 and syntax.tags[at] in ("DET", "ADJ", "PRON"):
        at -= 1
    return at >= 0 and syntax.tokens[at].lower in words


def condition_in(numbers: Sequence[Number], kind: Kind, *, exceeds: bool) -> Condition | None:
    """What a yes/no question holds a figure against: "more than 100", "a third"; None where it names no number."""
    if kind is not Kind.YES_NO:
        return None
    for number in numbers:
        part = number.kind is NumberKind.FRACTION and number.value < 1
        if part or number.kind in (NumberKind.CARDINAL, NumberKind.PERCENT, NumberKind.MONEY):
            bound = Bound.MORE_THAN if exceeds and number.bound is Bound.EXACT else number.bound
            share = part or (number.kind is NumberKind.PERCENT and number.unit == "%")
            return Condition(bound=bound, value=number.value * 100 if part else number.value, upper=number.upper, share=share)
    return None
