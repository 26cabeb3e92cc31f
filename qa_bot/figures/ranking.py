"""Those that come next in a ranking, each with its number: "Italy led with 40 medals, followed by Malta (32)", "by Malta with 32"."""

from collections.abc import Sequence
from dataclasses import replace

from qa_bot.figures.actors import subject_of
from qa_bot.figures.draft import Draft, Slots
from qa_bot.figures.ellipsis import fill_gap
from qa_bot.schema import Measure
from qa_bot.text.nominals import entity_terms

_DEEDS = frozenset({"VERB", "VBN", "ADJ"})


def is_next(draft: Draft, before: Draft) -> bool:
    """Return whether words such as "followed by" lead from the figure *before* to *draft*, which so is no part of it."""
    said = " ".join(token.lower for token in draft.unit.syntax.tokens[before.last : draft.first])
    return any(f" {words} " in f" {said} " for words in draft.unit.syntax.words["ranked_next"] - {""})


def leader_of(draft: Draft, before: Sequence[Draft]) -> Draft | None:
    """Return the figure of the sentence that heads the ranking which *draft*, a number in brackets, goes on; None where there is none."""
    if not draft.bracketed:
        return None
    bare = draft.measure is Measure.COUNT and draft.counts is None  # "first was wheat with 3,400 hectares, followed by rye (800)"
    own = (other for other in before if other.unit is draft.unit and (other.foremost or not other.bracketed))
    same = [other for other in own if bare or other.measure is draft.measure]
    return same[-1] if same and is_next(draft, same[-1]) else None


def take_rank(draft: Draft, before: Sequence[Draft]) -> bool:
    """Let *draft*, the number of who comes next in a ranking ("followed by hospitality with 6,200 and construction with 4,980"), count
    what the first of it does; return whether it is one."""
    syntax, last = draft.unit.syntax, before[-1] if before else None
    phrase = syntax.phrase_at(draft.lead - 1) if draft.lead > 0 else None
    if last is None or last.unit is not draft.unit or phrase is None or syntax.tokens[draft.lead].lower not in syntax.words["ranked_with"]:
        return False
    leader = last.antecedent if last.ranked and last.antecedent is not None else last
    goes_on = last.ranked and all(mark in ("CCONJ", "PUNCT", "ADV") for mark in syntax.tags[last.last : phrase.first])
    own = draft.noun is not None and draft.noun.first >= draft.last
    if own or leader.measure is not Measure.COUNT or not (goes_on or is_next(draft, last)):
        return False
    _name_first(leader)
    draft.slots = replace(leader.slots, place=None, place_terms=(), actor=None, actor_terms=())
    _take_name(draft, (phrase.first, phrase.last))
    draft.counts, draft.per, draft.antecedent, draft.ranked = leader.counts, leader.per, leader, True
    return True


def _name_first(leader: Draft) -> None:
    """Give the first of a ranking whose it is: what stands before its verb, or behind "from"."""
    syntax, slots = leader.unit.syntax, leader.slots
    if slots.actor_terms or slots.place_terms:
        return
    if (named := _named_before(leader)) is not None:
        _take_place(leader, named)
        return
    clause = syntax.clause_at(leader.lead - 1 if leader.foremost else leader.first)
    group = next((group for group in reversed(syntax.verbs_in(clause.first, leader.first)) if group.finite), None)
    phrase = subject_of(syntax, group, clause) if group is not None else None
    heads = {*slots.head}
    if phrase is not None and heads.isdisjoint(term for term in syntax.concepts[phrase.first : phrase.last] if term is not None):
        _take_name(leader, (phrase.first, phrase.last))


def _named_before(leader: Draft) -> tuple[int, int] | None:
    """The name that the first of a ranking is said to be, right before its number: "the line most used was Harburg, with 210"."""
    syntax, lead = leader.unit.syntax, leader.lead
    if lead < 1 or syntax.tokens[lead].lower not in syntax.words["ranked_with"]:
        return None
    last = lead - (syntax.tokens[lead - 1].surface == ",")
    first = last
    while first > 0 and syntax.tokens[first - 1].surface[:1].isupper():
        first -= 1
    before = syntax.tokens[first - 1].lower if first else ""
    return (first, last) if first < last and before in syntax.words["be"] else None


def _take_place(leader: Draft, words: tuple[int, int]) -> None:
    """Say of a number that nobody did anything for where or whose it is, and what was done there most: "the one most complained of"."""
    syntax = leader.unit.syntax
    most = [at for at in range(words[0]) if at and syntax.tokens[at - 1].lower in syntax.words["most"]]
    deed = next((term for at in most if syntax.tags[at] in _DEEDS and (term := syntax.concept_of(at)) is not None), None)
    if deed is not None and syntax.lexicon.action(deed) is not None and (leader.noun is None or leader.noun.first < leader.last):
        leader.slots, leader.counts, leader.antecedent = Slots(action_terms=(deed,)), None, None  # none of what was told of before
    terms = entity_terms(syntax, *words) or tuple(term for term in syntax.concepts[slice(*words)] if term is not None)
    leader.slots = replace(leader.slots, place=syntax.slice(*words), place_terms=terms)


def _take_name(draft: Draft, words: tuple[int, int]) -> None:
    """Say whose the number is: a place, or any that has or does it."""
    syntax = draft.unit.syntax
    terms = entity_terms(syntax, *words)
    way = draft.slots.direction_terms[0].partition(":")[0] if draft.slots.direction_terms else ""
    if terms and way:  # "came from Germany, 41,000, followed by France with 22,500"
        led = f"{(draft.slots.direction or '').split(' ')[0]} {syntax.slice(*words)}"
        other = tuple(term for term in draft.slots.other_terms if not term.startswith("@"))
        ways = tuple(f"{way}:{term}" for term in terms)
        draft.slots = replace(draft.slots, direction=led, direction_terms=ways, other_terms=(*other, *terms))
    elif terms:
        draft.slots = replace(draft.slots, place=syntax.slice(*words), place_terms=terms)
    else:
        said = tuple(term for term in syntax.concepts[slice(*words)] if term is not None)
        draft.slots = replace(draft.slots, actor=syntax.slice(*words), actor_terms=said)


def follow(entry: Draft, label: tuple[int, int], leader: Draft) -> None:
    """Let *entry* say of its label what *leader*, the first of the ranking, says of its own subject, which is named as well."""
    if leader.foremost:
        _name_first(leader)
        entry.slots = replace(leader.slots, place=None, place_terms=(), actor=None, actor_terms=())
        _take_name(entry, label)
        entry.counts, entry.antecedent = leader.counts, leader
        return
    _name(leader)
    said = leader.slots
    leader.slots = replace(said, place=None, place_terms=(), reason=None, reason_terms=())
    fill_gap(entry, label, leader)
    leader.slots = said


def tell_apart(drafts: Sequence[Draft]) -> None:
    """Note of each figure of a ranking among *drafts*, those of one sentence, whose the others are: a question for one means no other."""
    entries = [draft for draft in drafts if draft.bracketed and draft.label and draft.antecedent is not None]
    entries = [draft for draft in entries if draft.antecedent is not None and is_next(draft, draft.antecedent)]
    ranked = [draft for draft in drafts if any(draft is entry or draft is entry.antecedent for entry in entries)]
    for draft in ranked:
        others = {term for other in ranked for term in (*other.slots.place_terms, *other.slots.actor_terms)}
        own = {*draft.slots.place_terms, *draft.slots.actor_terms}
        draft.beside_terms = tuple(dict.fromkeys((*draft.beside_terms, *sorted(others - own))))


def _name(leader: Draft) -> None:
    """Give a figure that nobody is said to have done anything for whose it is: "Germans were the largest group with 391 visitors"."""
    syntax, slots = leader.unit.syntax, leader.slots
    if not (slots.actor_terms or slots.place_terms) and (named := _named_before(leader)) is not None:
        _take_place(leader, named)
        return
    clause = syntax.clause_at(leader.first)
    group = next((group for group in reversed(syntax.verbs_in(clause.first, leader.first)) if group.finite), None)
    if slots.actor_terms or slots.place_terms or slots.action_terms or group is None:
        return
    phrase = subject_of(syntax, group, clause)
    terms = entity_terms(syntax, phrase.first, phrase.last) if phrase is not None else ()
    if phrase is not None and terms:
        leader.slots = replace(slots, place=syntax.slice(phrase.first, phrase.last), place_terms=terms)
