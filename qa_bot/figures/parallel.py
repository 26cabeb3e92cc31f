"""Two lists of one length told in one order: "Larne, Doon and Perrin received grants of 12, 9 and 7 crowns"."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from qa_bot.figures.draft import Draft
from qa_bot.schema import Measure
from qa_bot.text.nominals import entity_terms
from qa_bot.text.syntax import TIME, Phrase, Syntax

Item = tuple[int, int]  # the tokens of a list's item


def align(drafts: list[Draft]) -> list[Draft]:
    """Give each number of a list the item of another list that stands in its place, and return the numbers that have got one.

    The items are names, or anything where the sentence says "respectively"; where they are periods, each number gets its own.
    """
    if len(drafts) < 2:
        return []
    syntax = drafts[0].unit.syntax
    found: list[Draft] = []
    for run in _runs(drafts):
        items = _items(syntax, run, told=_is_told(syntax))
        if items is not None:
            _share_noun(run, items)
            placed = items[0][0] > 0 and syntax.tokens[items[0][0] - 1].lower in syntax.words["place_adpositions"]
            for draft, item in zip(run, items, strict=True):
                _put(draft, item, placed=placed)
            found += run
    return found


def _runs(drafts: list[Draft]) -> Iterator[list[Draft]]:
    """The numbers that nothing but commas and an "and" joins, two at least."""
    run = drafts[:1]
    for before, after in pairwise(drafts):
        if _joined(before.unit.syntax, before.last, after.first):
            run.append(after)
            continue
        if len(run) > 1:
            yield run
        run = [after]
    if len(run) > 1:
        yield run


def _joined(syntax: Syntax, first: int, last: int) -> bool:
    return first < last and all(syntax.tags[index] == "CCONJ" or syntax.tokens[index].surface == "," for index in range(first, last))


def _is_told(syntax: Syntax) -> bool:
    """Whether the sentence says that its lists go together."""
    lowers = " " + " ".join(token.lower for token in syntax.tokens) + " "
    return any(f" {cue} " in lowers for cue in syntax.words["in_order"])


def _items(syntax: Syntax, run: list[Draft], *, told: bool) -> list[Item] | None:
    """The items of the other list of the sentence that is as long as *run*; None where there is none, or more than one."""
    phrases = [
        phrase
        for phrase in syntax.phrases
        if not run[0].first - 1 <= phrase.head < run[-1].last and "NUM" not in syntax.tags[phrase.first : phrase.last]
    ]
    lists = [items for items in (*_lists(syntax, phrases), _times(syntax, run)) if len(items) == len(run)]
    lists = [items for items in lists if told or all(_is_name(syntax, item) for item in items)]
    return lists[0] if len(lists) == 1 else None


def _lists(syntax: Syntax, phrases: list[Phrase]) -> Iterator[list[Item]]:
    """The runs of noun phrases that commas and an "and" join, the last one behind an "and"."""
    items: list[Item] = []
    for phrase in phrases:
        item = (phrase.first, phrase.last)
        if items and not _joined(syntax, items[-1][1], phrase.first):
            yield items
            items = []
        items.append(item)
    yield items


def _times(syntax: Syntax, run: list[Draft]) -> list[Item]:
    """The periods that the sentence names one after the other, as token ranges."""
    found: list[Item] = []
    for mention in run[0].unit.periods:
        inside = [index for index, token in enumerate(syntax.tokens) if mention.start <= token.start < mention.end]
        if inside and (not found or _joined(syntax, found[-1][1], inside[0])):
            found.append((inside[0], inside[-1] + 1))
    return found


def _is_name(syntax: Syntax, item: Item) -> bool:
    first, last = item
    while first < last and syntax.tags[first] == "DET":
        first += 1
    return first < last and syntax.tokens[last - 1].surface[:1].isupper() and syntax.tokens[first].surface[:1].isupper()


def _share_noun(run: list[Draft], items: list[Item]) -> None:
    """Let all numbers of *run* count what one of them does: the last, or the first where the noun stands before it; never an item."""
    named = [draft for draft in run if draft.noun is not None and not any(first <= draft.noun.head < last for first, last in items)]
    if not named:
        return
    giver = named[-1]
    for draft in run:
        said = giver.slots
        draft.slots = replace(draft.slots, head=said.head, counted=said.counted, counted_terms=said.counted_terms)
        draft.noun, draft.per = giver.noun, giver.per
        if draft.measure is Measure.COUNT:
            draft.measure, draft.counts = giver.measure, giver.counts


def _put(draft: Draft, item: Item, *, placed: bool) -> None:
    """Let *draft* be said of *item*: a period, with *placed* a place, else who did it or got it."""
    syntax = draft.unit.syntax
    if TIME in syntax.tags[item[0] : item[1]]:
        start = syntax.tokens[item[0]].start
        draft.when = next((mention for mention in draft.unit.periods if mention.start <= start < mention.end), None)
        return
    terms = entity_terms(syntax, *item) or tuple(term for term in syntax.concepts[item[0] : item[1]] if term is not None)
    text = syntax.slice(*item)
    if placed:
        draft.slots = replace(draft.slots, place=text, place_terms=terms, actor=None, actor_terms=())
    else:
        draft.slots = replace(draft.slots, actor=text, actor_terms=terms, place=None, place_terms=())
