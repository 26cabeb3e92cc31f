"""Which stretch of a sentence is said of one of its numbers alone: "in Doon 310", "88 to Karvia", "210 because no pilot came"."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from qa_bot.figures.measures import lead_of
from qa_bot.text.numbers import Number
from qa_bot.text.syntax import Clause, Syntax, VerbGroup

_PARTING = frozenset(",;:—–")
_NOUNS = frozenset({"NOUN", "NOUNS", "PROPN"})


class Stretch(NamedTuple):
    """Tokens *first* to *last*; a list of things goes on to *reach* ("12 men and 5 women in Larne"), *stops* are where stretches end.

    What stands before *opening*, the first number, is said of all.
    """

    first: int
    last: int
    reach: int
    opening: int
    stops: tuple[int, ...]

    def said(self, group: VerbGroup | None) -> int:
        """Return where what may be said of the number ends: where its list does, behind it where its verb comes later."""
        if group is None or group.first < self.last:
            return self.reach
        return next((stop for stop in self.stops if stop > group.first), self.reach)


def undivided(size: int) -> Stretch:
    """Return the stretch of a number that stands alone in a sentence of *size* tokens."""
    return Stretch(0, size, size, size, (size,))


def stretches(syntax: Syntax, numbers: Sequence[Number]) -> list[Stretch]:
    """Return the stretch of each of *numbers*, which stand in one sentence in order."""
    if len(numbers) < 2:
        return [undivided(len(syntax.tokens))] * len(numbers)
    cuts = [0, *(_boundary(syntax, a, b) for a, b in pairwise(numbers)), len(syntax.tokens)]
    stops = tuple(cuts[1:])
    found: list[Stretch] = []
    reach = cuts[-1]
    for at in range(len(numbers) - 1, -1, -1):
        if at + 1 == len(numbers) or not _is_listed(syntax, numbers[at], numbers[at + 1]):
            reach = cuts[at + 1]
        found.insert(0, Stretch(cuts[at], cuts[at + 1], reach, numbers[0].first, stops))
    return found


def clause_of(syntax: Syntax, number: Number, stretch: Stretch) -> Clause:
    """Return the clause of *number*: of one that a word such as "because" opens behind a number before it only its own stretch.

    Of "140 because the lamp failed and 33 because of illness" nothing failed with the 33.
    """
    clause = syntax.clause_at(number.first)
    if not is_coordinated(syntax, stretch):
        return clause
    opened = any(syntax.tags[index] == "SCONJ" for index in range(max(stretch.opening, clause.first), stretch.first))
    return Clause(stretch.first, clause.last) if opened else clause


def is_coordinated(syntax: Syntax, stretch: Stretch) -> bool:
    """Return whether the stretch goes on from the number before it behind a comma or an "and"."""
    at = stretch.first - 1
    return at >= 0 and (syntax.tags[at] == "CCONJ" or syntax.tokens[at].surface in ",;")


def _boundary(syntax: Syntax, before: Number, after: Number) -> int:
    """The token where what is said of *after* begins."""
    clause = syntax.clause_at(after.first)
    if clause.first > before.first and syntax.tags[clause.first] != "SCONJ":
        return clause.first
    lead = lead_of(syntax, after)
    if lead >= before.last and (syntax.tags[lead] == "CCONJ" or syntax.tokens[lead].surface in ",;"):
        return lead + 1
    for index in range((lead if lead >= before.last else after.first) - 1, before.last - 1, -1):
        if syntax.tokens[index].surface in _PARTING or syntax.tags[index] in ("CCONJ", "SCONJ"):
            return index + 1
    return max(after.first, clause.first)


def _is_listed(syntax: Syntax, before: Number, after: Number) -> bool:
    """Whether two numbers with nouns of their own are joined by nothing but "and" or a comma: "12 men and 5 women"."""
    noun, other = (_noun_end(syntax, number) for number in (before, after))
    if not noun or not other:
        return False
    between = range(noun, lead_of(syntax, after) + 1)
    return bool(between) and all(syntax.tags[index] == "CCONJ" or syntax.tokens[index].surface == "," for index in between)


def _noun_end(syntax: Syntax, number: Number) -> int:
    """The token after the noun right behind *number*; 0 if there is none."""
    phrase = syntax.phrase_at(number.last)
    return phrase.last if phrase is not None and phrase.head >= number.last and syntax.tags[phrase.head] in _NOUNS else 0
