"""What the columns of a league table count: the matches that a side won, drew or lost, what it scored and let in, its medals."""

from collections.abc import Mapping
from typing import NamedTuple

from qa_bot.figures.labels import Label
from qa_bot.text.functions import leagues, medals
from qa_bot.text.syntax import Syntax


class Deed(NamedTuple):
    """What a column of a league table counts, in words and as concepts, and what the side in the row did."""

    counted: str
    thing: str
    action: tuple[str, ...]
    done: str
    group: str = ""  # whose they are by the header above, in words and as concepts: "Women" over "Gold"
    sort: tuple[str, ...] = ()


LEAST_SORTS = 2  # of medals, that make a table one of medals: "Gold" alone may be the metal


def medal_deeds(heads: Mapping[int, Label], language: str) -> dict[int, Deed]:
    """Return what the columns under *heads* count, by column; nothing if they are those of no table of medals.

    One is known by two sorts of medals side by side.
    """
    words = medals(language)
    read = {column: _ending(head, words) for column, head in heads.items()}
    found = {column: ending for column, ending in read.items() if ending is not None}
    if len({words[text] for text, _ in found.values()} - {words["*"]}) < LEAST_SORTS:
        return {}
    done, deeds = words["="]
    return {
        column: Deed(*words[text], tuple(deeds.split()), done, heads[column].syntax.slice(0, at), heads[column].syntax.terms(0, at))
        for column, (text, at) in found.items()
    }


def _ending(head: Label, words: Mapping[str, object]) -> tuple[str, int] | None:
    """The longest end of *head* that names medals, and the token that it begins at, behind words of a header above that say whose they
    are, "Women"; None if none does."""
    syntax = head.syntax
    groups = syntax.words["medal_groups"]
    for at in range(len(syntax.tokens)):
        if (text := syntax.slice(at, len(syntax.tokens)).strip(" .").lower()) in words:
            return text, at
        if syntax.tokens[at].lower not in groups:
            return None
    return None


def league_deeds(heads: Mapping[int, Label], language: str) -> dict[int, Deed]:
    """Return what the columns under *heads* count, by column; nothing if they are those of no league table.

    One is known by the matches played or drawn beside those won or lost: lawyers win and lose, too.
    """
    words = leagues(language)
    results = {column: (words[text], head) for column, head in heads.items() if (text := head.text.strip(" .").lower()) in words}
    deeds = {deed for (_, deed), _ in results.values()}
    if deeds.isdisjoint(("play", "draw")) or deeds.isdisjoint(("win", "lose")):
        return {}
    matches, match = words["="]
    found = {column: Deed(matches, match, (deed, *head.terms), done) for column, ((done, deed), head) in results.items()}
    for column, head in heads.items():
        thing = _thing(head.syntax)
        side = next((words[f"~{token.lower}"] for token in head.syntax.tokens if f"~{token.lower}" in words), None)
        if column not in found and side is not None and thing is not None:
            found[column] = Deed(thing[0], thing[1], side[1:], side[0])
    return found


def _thing(syntax: Syntax) -> tuple[str, str] | None:
    """The goals of "Goals against", in words and as a concept."""
    named = ((syntax.slice(phrase.head, phrase.head + 1), syntax.concepts[phrase.head]) for phrase in syntax.phrases)
    return next(((words, concept) for words, concept in named if concept is not None), None)
