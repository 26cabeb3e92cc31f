"""Figures of several things together: what tea, coffee and cocoa brought in between them says nothing of coffee."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from qa_bot.answer.scope import Scope
from qa_bot.schema import Query
from qa_bot.text.functions import functions

if TYPE_CHECKING:
    from qa_bot.answer.sights import Sight

_JOINED = frozenset({"NOUN", "NOUNS", "PROPN", "X", "ADJ", "VBG", "DET", "CCONJ", "NUM"})
_WORDS = _JOINED - {"DET", "CCONJ"}
_COMMA = ","

Members = list[list[int]]  # the tokens of each


def is_of_several(query: Query, scope: Scope) -> bool:
    """Return whether the sentence tells the figure of several things together, of which only some are asked for."""
    figure = scope.figure
    text = scope.passage.sentence(figure)
    together = functions(figure.language)["together"]
    if not any(word in text.lower() for word in together):
        return False
    from qa_bot.answer.sights import sight  # with the reader

    seen = sight(text)
    slots = query.slots
    asked = {*slots.head, *slots.counted, *slots.action, *slots.actor, *slots.place, *slots.other, *query.terms}
    for at, lower in enumerate(seen.lowers):
        if lower in together:
            for members in _lists(seen, at):
                named = [_is_named(member, seen, asked) for member in members]
                if any(named) and not all(named):
                    return True
    return False


def _lists(seen: "Sight", at: int) -> Iterator[Members]:
    """The list of several that ends right before the word for "together" at token *at*, or begins right behind one that opens a clause."""
    behind = seen.lowers[at + 1] if at + 1 < len(seen.lowers) else ""
    opens = at == 0 or seen.tags[at - 1] == "PUNCT"
    if behind in functions(seen.language)["joined_with"] or (not opens and seen.tags[at + 1 : at + 2] in (("NOUN",), ("NOUNS",), ("ADJ",))):
        return  # "typical combined cycle plants"
    for step in (1,) if opens else (-1,):
        run: list[int] = []
        here = at + step
        while 0 <= here < len(seen.tags) and (seen.tags[here] in _JOINED or seen.surfaces[here] == _COMMA):
            run.append(here)
            here += step
        members = _parted(sorted(run), seen)
        if len(members) > 1 and any(seen.tags[index] == "CCONJ" for index in run):
            yield members


def _parted(run: list[int], seen: "Sight") -> Members:
    """The things that commas and "and" part in *run*."""
    members: Members = [[]]
    for index in run:
        if seen.tags[index] == "CCONJ" or seen.surfaces[index] == _COMMA:
            members.append([])
        elif seen.tags[index] in _WORDS:
            members[-1].append(index)
    return [member for member in members if member]


def _is_named(member: list[int], seen: "Sight", asked: set[str]) -> bool:
    """Whether the question names *member*: by its name if it has one, else by any of its words."""
    names = [index for index in member if seen.tags[index] == "PROPN"]
    return any(seen.stems[index] in asked or seen.concepts[index] in asked for index in names or member)
