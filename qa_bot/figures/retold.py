"""The same count by another voice: "18,000 people applied, says the ministry; the council counted 19,500"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from qa_bot.figures.draft import Draft
from qa_bot.figures.scope import inherit
from qa_bot.schema import Basis, Measure
from qa_bot.text.tokens import tokenize

RECENT = 60  # figures around one among which its voice may have counted a newer one: a text in one paragraph has thousands


def retell(drafts: Sequence[Draft]) -> None:
    """Give figures whose verb only tells them ("counted", "speaks of", "admits") the deed and period of the one told before."""
    for at, draft in enumerate(drafts):
        if draft.claimant is None or draft.verb is None or not _tells(draft):
            continue
        deeds = _told_of(draft)
        draft.slots = replace(draft.slots, action=_done(draft, deeds), action_terms=deeds, actor=None, actor_terms=())
        alike = ((place, other) for place, other in _before(drafts, at) if _is_same_count(other, draft))
        other = next((other for place, other in alike if not looks_back(other, around(drafts, place))), None)
        if other is None:
            continue
        draft.slots = inherit(draft.slots, replace(other.slots, actor=None, actor_terms=()) if _is_teller(other) else other.slots)
        draft.period = draft.period or other.period
        if other.unit is not draft.unit:
            draft.scope_quotes.append(other.unit.span)


def _before(drafts: Sequence[Draft], at: int) -> Iterator[tuple[int, Draft]]:
    """Yield the places and figures of the paragraph before the one at the place *at*, the nearest first."""
    for place in range(at - 1, max(at - RECENT, 0) - 1, -1):
        if drafts[place].unit.block != drafts[at].unit.block:
            break
        yield place, drafts[place]


def around(drafts: Sequence[Draft], place: int) -> Sequence[Draft]:
    """Return the figures near the one at *place*."""
    return drafts[max(place - RECENT, 0) : place + RECENT]


def looks_back(draft: Draft, near: Sequence[Draft]) -> bool:
    """Return whether *draft* only says how many there were before, behind one of those *near* that its voice counted in the same
    paragraph: of "94 arrests in 2024; in 2023 it had recorded 61" the 61."""
    if draft.period is None or draft.period.end is None:
        return False
    same = [other for other in near if other.unit.block == draft.unit.block and other.start < draft.start]
    voice = draft.claimant.name if draft.claimant is not None else None
    voiced = (other for other in same if (other.claimant.name if other.claimant is not None else None) == voice)
    alike = (other for other in same if not {*other.slots.head}.isdisjoint(draft.slots.head))
    told = [other.period for other in (voiced if voice is not None else alike)]
    return any(period is not None and period.start is not None and period.start > draft.period.end for period in told)


def _tells(draft: Draft) -> bool:
    """Whether the verb of the figure is one of telling and its doer the one who tells."""
    stated = draft.claimant is not None and draft.claimant.basis is Basis.STATED
    return tells(draft) and (_is_teller(draft) or (stated and draft.slots.actor is None))


def tells(draft: Draft) -> bool:
    """Return whether the verb of the figure only tells the number: "the union counted 40", not "it admitted losses of 9 million"."""
    group, syntax = draft.verb, draft.unit.syntax
    verb = syntax.lemma(group.chain[-1]) if group is not None and group.chain and not group.passive else ""
    admits = draft.measure is Measure.MONEY and verb in syntax.words["admitting"]
    takes_in = group is not None and bool(group.chain) and syntax.takes_in(group.chain[-1])
    return verb in syntax.words["tallying"] and not (admits or takes_in)


def _told_of(draft: Draft) -> tuple[str, ...]:
    """The deeds of the figure that a noun tells between the verb and the number: "confirmed the deaths of eight people"."""
    syntax, group = draft.unit.syntax, draft.verb
    between = range(group.last, draft.first) if group is not None else range(0)
    nouns = {syntax.concepts[index] for index in between if syntax.tags[index] in ("NOUN", "NOUNS")}
    return tuple(deed for deed in draft.slots.action_terms if deed in nouns)


def _done(draft: Draft, deeds: tuple[str, ...]) -> str | None:
    action = draft.unit.syntax.lexicon.action(deeds[0]) if deeds else None
    return action.done if action is not None else None


def _is_teller(draft: Draft) -> bool:
    """Whether the doer of the figure is who tells it, or the one before it: "the office registered 410 cases; the union says 440"."""
    before = draft.antecedent
    told = (draft, before) if before is not None and before.unit is draft.unit else (draft,)
    names = (each.claimant.name for each in told if each.claimant is not None)
    return any(_words(draft.slots.actor or "") & _words(name) for name in names)


def _words(text: str) -> set[str]:
    return {token.lower for token in tokenize(text) if token.surface[0].isalnum()}


def _is_same_count(other: Draft, draft: Draft) -> bool:
    """Whether *other* counts the same sort of thing shortly before, told by another voice, with what was done to it."""
    near = other.unit is draft.unit or (other.unit.block == draft.unit.block and other.unit.end <= draft.unit.start)
    voice = other.claimant.name if other.claimant is not None else None
    same = other.slots.head == draft.slots.head and other.measure is draft.measure and other.counts == draft.counts
    same = same and (bool(draft.slots.head) or other.unit is draft.unit)
    return near and same and bool(other.slots.action_terms) and draft.claimant is not None and voice != draft.claimant.name
