"""Sums of money that have a scale and no currency: "118 million was spent", "a budget of 12 million"."""

from collections.abc import Sequence
from dataclasses import replace

from qa_bot.figures.actors import subject_of
from qa_bot.figures.draft import Draft
from qa_bot.schema import Measure
from qa_bot.text.functions import functions

LIKE = 20  # times that a sum may be as large as one it is told beside
UNPAID = functions("en")["unpaid"]  # deeds of people, which no money does: "2 million came"


def tell_money(draft: Draft, told: Sequence[Draft]) -> None:
    """Make *draft* a sum of money, in the currency of the last one *told*, where a verb or noun of money goes with it."""
    if draft.measure is Measure.COUNT and _is_bare(draft) and told and _is_claimed(draft, told[-1]):
        draft.measure, draft.counts = Measure.MONEY, told[-1].counts
        _tell_claim(draft)
    elif draft.measure is Measure.COUNT and draft.scaled and ((_is_bare(draft) and _is_spent(draft)) or _is_named(draft)):
        draft.measure, draft.counts = Measure.MONEY, _currency(draft, told)


def take_currency(draft: Draft, before: Sequence[Draft]) -> None:
    """Let «38 млн» that count nothing be of the currency of the sum before them: «похитили 512 млн рублей, вернули 38 млн»."""
    if draft.measure is not Measure.COUNT or not draft.scaled or not _is_bare(draft):
        return
    if not before or before[-1].measure is not Measure.MONEY or not before[-1].scaled:
        return
    if not draft.slots.place_terms and UNPAID.isdisjoint(draft.slots.action_terms):
        draft.measure, draft.counts = Measure.MONEY, before[-1].counts


def _is_bare(draft: Draft) -> bool:
    return draft.counts is None and draft.noun is None and not draft.slots.head


def _is_claimed(draft: Draft, last: Draft) -> bool:
    """Whether a verb says that somebody claimed, got or paid a sum like the *last* of its sentence: "paid 118,000 euros; they had claimed
    165,000"."""
    if last.measure is not Measure.MONEY or last.unit is not draft.unit or not last.value / LIKE <= draft.value <= last.value * LIKE:
        return False
    syntax = draft.unit.syntax
    return draft.verb is not None and any(syntax.lemma(index) in syntax.words["claiming_sums"] for index in draft.verb.chain)


def _tell_claim(draft: Draft) -> None:
    """Give a sum the verb that a speaker's word hides, with who claimed it: "farmers had claimed 165,000"."""
    syntax, group = draft.unit.syntax, draft.verb
    concept = syntax.concept_of(group.chain[-1]) if group is not None else None
    if draft.slots.action_terms or group is None or concept is None:
        return
    draft.slots = replace(draft.slots, action=syntax.tokens[group.chain[-1]].lower, action_terms=(concept,))
    doer = subject_of(syntax, group, syntax.clause_at(draft.first))
    if doer is not None and not group.passive:
        terms = tuple(term for term in syntax.concepts[doer.first : doer.last] if term is not None)
        draft.slots = replace(draft.slots, actor=syntax.slice(doer.first, doer.last), actor_terms=terms)


def _is_spent(draft: Draft) -> bool:
    """Whether a verb of its own says that it is money: "118 million was spent"."""
    syntax = draft.unit.syntax
    return draft.verb is not None and any(syntax.lemma(index) in syntax.words["spending"] for index in draft.verb.chain)


def _is_named(draft: Draft) -> bool:
    """Whether a noun before it says that it is money: "a budget of 12 million", «другую сумму — 600 миллионов»."""
    noun, syntax = draft.noun, draft.unit.syntax
    if draft.lead > 0 and syntax.tokens[draft.lead].surface in "—–:" and syntax.lemma(draft.lead - 1) in syntax.words["of_money"]:
        return True
    return noun is not None and noun.last <= draft.first and syntax.lemma(noun.head) in syntax.words["of_money"]


def _currency(draft: Draft, told: Sequence[Draft]) -> str | None:
    """The currency of the last sum told, else the only one that the document itself names; None where there is none."""
    last = next((other.counts for other in reversed(told) if other.measure is Measure.MONEY and other.counts is not None), None)
    own = set(draft.unit.currencies.values())
    return last or (own.pop() if len(own) == 1 else None)
