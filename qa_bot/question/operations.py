"""What is to be worked out for a question, and by which rows: differences, changes, sums, shares; by place, by quarter."""

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from qa_bot.question.slots import Asked
from qa_bot.question.times import two_ends
from qa_bot.schema import Kind, Operation, Period
from qa_bot.text.asking import asking
from qa_bot.text.nominals import unit_of
from qa_bot.text.syntax import TIME, Phrase, Syntax
from qa_bot.text.time_words import grain_of

_ROWS = ("actor", "place", "period", "reason")  # what the rows of a breakdown may be


class Work(NamedTuple):
    """What is to be worked out: an *operation*, or a *change* as a figure of its own; *rises* where a rise is what is asked for."""

    operation: Operation | None
    change: bool
    rises: bool


def worked_out(syntax: Syntax, kind: Kind, asked: Asked, periods: list[Period]) -> tuple[Work, list[Period]]:
    """Return what is to be worked out, and of which periods; *asked* loses the words that say no more than that."""
    words = asking(syntax.language).words["change_concepts"]
    actions = set(asked.terms.get("action", ()))
    compares = kind is Kind.YES_NO and len(two_ends(periods)) == 2 and bool(words & actions)
    change = _is_change(syntax, kind, asked, words, periods)
    operation = None if change else Operation.DIFFERENCE if compares else _operation(syntax, kind, syntax.language)
    differs = operation is Operation.DIFFERENCE
    if differs:
        periods = two_ends(periods)
        asked.drop("action", words)
        compared = syntax.words["comparing"]
        asked.drop("other", [syntax.concepts[at] or "" for at, token in enumerate(syntax.tokens) if token.lower in compared])
    rises = differs and kind is Kind.YES_NO and bool(words & actions) and "fall" not in actions
    return Work(operation, change, rises), periods


def _is_change(syntax: Syntax, kind: Kind, asked: Asked, change: frozenset[str], periods: Sequence[Period]) -> bool:
    """Whether the change itself is asked: "by how much did spending rise"; between two periods it can be worked out."""
    if kind is Kind.COMPARE and asking(syntax.language).change.search(syntax.text):
        return len(two_ends(list(periods))) < 2
    deeds = set(asked.terms.get("action", ()))
    moved = asking(syntax.language).words["moving_concepts"] & deeds and asking(syntax.language).by_much.search(syntax.text)
    changes = bool(change & deeds or moved)
    asks = kind is Kind.COMPARE or (kind is Kind.COUNT and asked.head < 0)
    return changes and asks and len(two_ends(list(periods))) < 2


def numbered_unit(syntax: Syntax) -> str | None:
    """The unit of what "the number of" stands before, where the change of that number is asked: no rate or share of them answers."""
    numbers = asking(syntax.language).words["counts_of"]
    phrase = next((phrase for phrase in syntax.phrases if syntax.lemma(phrase.head) in numbers), None)
    inner = next((other for other in syntax.phrases if phrase is not None and other.first >= phrase.last), None)
    return unit_of(syntax, inner.head) if inner is not None else None


def _operation(syntax: Syntax, kind: Kind, language: str) -> Operation | None:
    if kind is Kind.SHARE:
        return Operation.SHARE
    if kind is Kind.COMPARE or (kind is Kind.YES_NO and _compares(syntax)):
        return Operation.DIFFERENCE
    folded = " ".join(token.lower for token in syntax.tokens)
    words = asking(language).words
    if any(f" {phrase} " in f" {folded} " for phrase in words["sum"]):
        return Operation.SUM
    if kind is Kind.COUNT and any(token.lower in words["rest"] and not _is_joined(syntax, at) for at, token in enumerate(syntax.tokens)):
        return Operation.REST
    return None


def _is_joined(syntax: Syntax, at: int) -> bool:
    """Whether the word says something together with the next one: of the teachers that «не хватает» none are left over."""
    concept = syntax.concept_of(at)
    return concept is not None and at + 1 < len(syntax.tokens) and syntax.concept_of(at + 1) == concept


def _compares(syntax: Syntax) -> bool:
    """Whether a yes/no question compares two periods: "more than in 2022", with no number of its own."""
    lowers = [token.lower for token in syntax.tokens]
    return any(
        lower in syntax.words["comparing"] and index + 1 < len(lowers) and syntax.tags[index + 1] in ("ADP", TIME)
        for index, lower in enumerate(lowers)
    )


def row_noun(syntax: Syntax, kind: Kind) -> range:
    """The noun that the rows of a breakdown are: "which country", "в каком районе", "by region"; no figure need name it."""
    if kind not in (Kind.SUPERLATIVE, Kind.LIST):
        return range(0)
    words = asking(syntax.language).words
    start = next((index + 1 for index, token in enumerate(syntax.tokens) if token.lower in words["which"]), -1)
    phrase = syntax.phrase_at(start) if 0 < start < len(syntax.tokens) else None
    if phrase is not None:
        return range(start, phrase.last)
    rows = set().union(*(words[f"by_{slot}"] for slot in _ROWS))
    by = (other for other in syntax.phrases if other.adposition >= 0 and syntax.tokens[other.adposition].lower in words["distributes"])
    each = (other for other in syntax.phrases if other.adposition >= 0 and _is_each(syntax, other, words["each"]))
    found = chain((other for other in by if _forms(syntax, other.head) & rows), each)
    return next((range(other.adposition, other.last) for other in found), range(0))


def _is_each(syntax: Syntax, phrase: Phrase, each: frozenset[str]) -> bool:
    """Whether *phrase* asks for every one of a sort: "in each harbour"."""
    return any(syntax.tokens[index].lower in each for index in range(phrase.adposition + 1, phrase.head))


def _forms(syntax: Syntax, index: int) -> set[str]:
    return {syntax.tokens[index].lower, syntax.lemma(index)}


def rows_by(syntax: Syntax, kind: Kind, language: str) -> str | None:
    """What the rows are that a question asks for: "period", "place", "actor", "reason", or "counted"; None where it asks for none."""
    if kind is Kind.TREND:
        return "period"
    if kind not in (Kind.SUPERLATIVE, Kind.LIST):
        return None
    words = asking(language).words
    for index in range(len(syntax.tokens)):
        dated = index > 0 and syntax.tokens[index - 1].surface[:1].isdigit()  # «в 2023 году» asks for no years
        for slot in _ROWS:
            if dated and slot == "period":
                continue
            if _forms(syntax, index) & words[f"by_{slot}"]:
                return slot
    named = row_noun(syntax, kind)
    acts = next((group for group in syntax.verbs if group.first == named.stop and not group.passive), None) if named else None
    return "actor" if acts is not None else "counted"


def row_grain(syntax: Syntax, rows: range) -> str | None:
    """The unit of time that the rows are: of "which quarter" a quarter; None where they are no times."""
    return next((grain for at in rows if (grain := grain_of(syntax.tokens[at].lower, syntax.language)) is not None), None)


def descends(syntax: Syntax, language: str, *, rises: bool) -> bool:
    """Of a superlative, whether the most is asked; of a comparison, whether the first side is to be the larger.

    "Did it rise from 2021 to 2022?" names the smaller side first.
    """
    return not rises and not any(token.lower in asking(language).words["least"] for token in syntax.tokens)
