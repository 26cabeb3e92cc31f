"""Figures of several things together: what tea, coffee and cocoa brought in between them says nothing of coffee."""

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from qa_bot.answer.scope import Scope
from qa_bot.schema import Query
from qa_bot.text.functions import functions

if TYPE_CHECKING:
    from qa_bot.answer.sights import Sight

_JOINED = frozenset({"NOUN", "NOUNS", "PROPN", "X", "ADJ", "VBG", "DET", "CCONJ", "NUM"})
_WORDS = _JOINED - {"DET", "CCONJ"}
_VERBS = frozenset({"VERB", "VB", "AUX", "ADV"})
_NOUNS = frozenset({"NOUN", "NOUNS"})
_NAMING = _NOUNS | {"ADJ"}
_COMMA = ","

Members = list[list[int]]  # the tokens of each


def is_of_several(query: Query, scope: Scope) -> bool:
    """Return whether the sentence tells the figure of several things together, of which only some are asked for."""
    figure = scope.figure
    text = scope.passage.sentence(figure)
    together = functions(figure.language)["together"]
    if not any(phrase in text.lower() for phrase in together):
        return False
    from qa_bot.answer.sights import sight  # with the reader

    seen = sight(text)
    slots = query.slots
    asked = {*slots.head, *slots.counted, *slots.action, *slots.actor, *slots.place, *slots.other, *query.terms}
    for first, last in _places(seen, together):
        for members in _lists(seen, first, last):
            named = [_is_named(member, seen, asked) for member in _without_shared(members, seen)]
            if any(named) and not all(named):
                return True
    return False


def _places(seen: "Sight", together: Collection[str]) -> Iterator[tuple[int, int]]:
    """Where words for "together" stand, half-open, with the participle in "taken together", «вместе взятые»."""
    for at in range(len(seen.lowers)):
        for phrase in together:
            last = at + len(phrase.split())
            if " ".join(seen.lowers[at:last]) == phrase:
                yield at - (at > 0 and seen.tags[at - 1] == "VBN"), last + (seen.tags[last : last + 1] == ("VBN",))


def _lists(seen: "Sight", first: int, last: int) -> Iterator[Members]:
    """The lists of several that end before the words for "together", or before the verb of the number told before these, or begin behind
    them where they open a clause."""
    opens = first == 0 or seen.tags[first - 1] == "PUNCT"
    behind = seen.tags[last] if last < len(seen.tags) else ""
    if seen.lowers[last : last + 1] and seen.lowers[last] in functions(seen.language)["joined_with"]:
        return
    if not opens and behind in _NAMING:
        return  # "typical combined cycle plants"
    runs = [_run_before(seen, first - (first > 0 and seen.surfaces[first - 1] == _COMMA)), _run_before(seen, _verb_of(seen, first))]
    if opens:
        runs.append(_run_behind(seen, last))
    for run in runs:
        members = _parted(run, seen)
        if len(members) > 1 and any(seen.tags[index] == "CCONJ" for index in run):
            yield members


def _verb_of(seen: "Sight", first: int) -> int:
    """Where the verb begins whose number stands between it and token *first*: "brought in 14 million between them"; 0 where none does."""
    verb = next((index for index in range(first - 1, -1, -1) if seen.tags[index] in _VERBS - {"ADV"}), 0)
    if "NUM" not in seen.tags[verb:first]:
        return 0
    while verb > 0 and seen.tags[verb - 1] in _VERBS:
        verb -= 1
    return verb


def _run_before(seen: "Sight", end: int) -> list[int]:
    start = end
    while start > 0 and _goes_on(seen, start - 1):
        start -= 1
    return list(range(start, end))


def _run_behind(seen: "Sight", start: int) -> list[int]:
    end = start
    while end < len(seen.tags) and _goes_on(seen, end):
        end += 1
    return list(range(start, end))


def _goes_on(seen: "Sight", index: int) -> bool:
    return seen.tags[index] in _JOINED or seen.surfaces[index] == _COMMA


def _parted(run: list[int], seen: "Sight") -> Members:
    """The things that commas and "and" part in *run*."""
    members: Members = [[]]
    for index in run:
        if seen.tags[index] == "CCONJ" or seen.surfaces[index] == _COMMA:
            members.append([])
        elif seen.tags[index] in _WORDS:
            members[-1].append(index)
    return [member for member in members if member]


def _without_shared(members: Members, seen: "Sight") -> Members:
    """Return *members* without the noun that all share and the last one has: "primary and secondary schools", "tea and coffee exports"."""
    *others, last = members
    *own, head = last
    sorts = {seen.tags[index] for member in (*others, own) for index in member}
    shared = sorts == {"ADJ"} or (sorts == {"NOUN"} and seen.tags[head] == "NOUNS")  # "milk and orange juice" may share none
    return [*others, own] if own and shared and seen.tags[head] in _NOUNS else members


def _is_named(member: list[int], seen: "Sight", asked: set[str]) -> bool:
    """Whether the question names *member*: by its name if it has one, else by any of its words."""
    names = [index for index in member if seen.tags[index] == "PROPN"]
    return any(seen.stems[index] in asked or seen.concepts[index] in asked for index in names or member)
