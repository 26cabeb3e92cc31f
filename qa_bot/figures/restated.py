"""A share told once more as a count: "38 % of the unemployed, or 107,000 people, had no home"."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from qa_bot.figures.draft import Draft
from qa_bot.schema import Measure

_PERSON = "person"
_BETWEEN = 3  # tokens between the two: ", or some"


def take_restated(drafts: Sequence[Draft]) -> None:
    """Let a number of *drafts*, the figures of one sentence, that restates the share beside it count what that is a share of."""
    for first, second in pairwise(drafts):
        share, count = (first, second) if first.measure is Measure.SHARE else (second, first)
        if share.measure is not Measure.SHARE or count.measure is not Measure.COUNT or not share.slots.head:
            continue
        if not _restates(first, second) or count.whole is not None or {*share.slots.head} & {*count.slots.head}:
            continue
        said, own = share.slots, count.slots
        general = own.head in ((), (_PERSON,))
        persons = _PERSON in share.unit.syntax.lexicon.broader(said.head[0])
        if general and persons:
            count.slots = replace(own, head=said.head, counted=said.counted, counted_terms=said.counted_terms)
        else:  # "a quarter of the pupils, or 1,300 children", "a third of the jobless, or 300 people"
            terms = tuple(dict.fromkeys((*own.counted_terms, *said.head, *said.counted_terms)))
            count.slots = replace(own, counted=said.counted if general else own.counted, counted_terms=terms)
        count.does_terms = _predicate(second)


def _predicate(draft: Draft) -> tuple[str, ...]:
    """What the verb behind the two says of them, and of nobody else of those there are."""
    syntax = draft.unit.syntax
    group = next((group for group in syntax.verbs if group.finite and group.first >= draft.last), None)
    if group is None:
        return ()
    last = next((at for at in range(group.last, len(syntax.tokens)) if syntax.tags[at] == "PUNCT"), len(syntax.tokens))
    return tuple(dict.fromkeys(term for term in syntax.concepts[group.first : last] if term is not None))


def _restates(first: Draft, second: Draft) -> bool:
    """Whether nothing but ", or" parts the two, with what the first counts: "a quarter of the pupils, or 1,300 children"."""
    syntax = first.unit.syntax
    last = max(first.last, first.noun.last if first.noun is not None and first.noun.first >= first.last else 0)
    between = [token.lower for token in syntax.tokens[last : second.first]]
    return 2 <= len(between) <= _BETWEEN and between[0] == "," and between[1] in syntax.words["alternatives"]
