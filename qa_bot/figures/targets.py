"""Numbers that were aimed at, not reached: "against a target of 6,000", "short of the 120 that had been planned", «при плане 17 млн»."""

from collections.abc import Sequence
from dataclasses import replace

from qa_bot.figures.draft import Draft, Slots
from qa_bot.figures.scope import inherit
from qa_bot.schema import Measure, Modality
from qa_bot.text.modality import modality_of_verb
from qa_bot.text.syntax import TIME, Phrase, Syntax

TARGET = "target-goal"  # the concept
MAX_CARRIERS = 2  # "a plan for a loss of 4 million": nouns between the plan and its number

_NOUNS = frozenset({"NOUN", "NOUNS", "PROPN"})
_SIGNS = frozenset(":–—-(")
_COMING = frozenset({Modality.PLANNED, Modality.EXPECTED})


def set_aim(draft: Draft, before: Sequence[Draft]) -> None:
    """Mark *draft* as planned or expected where its phrase says so; a number that is only called a target, or planned, aims at the deed
    of the figure that it stands beside, the last of those *before* it."""
    syntax = draft.unit.syntax
    noun = target_noun(draft)
    found: Modality | None
    if noun is not None:
        forecast = not _is_called(syntax, noun, syntax.words["targets"])
        found, alone = (Modality.EXPECTED if forecast else Modality.PLANNED), _is_alone(draft, noun)
    else:
        found, alone = _said_of_it(syntax, draft), draft.noun is None
    if found is None:
        planned = (_by_plan(syntax, draft) or _is_due(syntax, draft) or _goes_on(draft, before)) if draft.slots.modality is None else None
        if planned is not None:
            draft.slots = replace(draft.slots, modality=planned)
        return
    done = next((other for other in reversed(before) if _is_reached(other, draft)), None) if alone else None
    if done is not None:
        _hold_against(draft, done)
    elif alone and noun is not None and syntax.lemma(noun) in syntax.words["budgets"]:
        return  # "a budget of 2 million" is a fact until something is held against it
    draft.slots = replace(draft.slots, modality=found)


def _goes_on(draft: Draft, before: Sequence[Draft]) -> Modality | None:
    """What the number before it in the sentence is said to be, where the verb is left out: "expects 3.9 % in 2024 (in May: 4.2) and 2.4 %
    in 2025"; by the same adposition, so not "after 410 in 2023"."""
    syntax = draft.unit.syntax
    same = [other for other in before if other.unit is draft.unit and other.last <= draft.first and not _is_in_bracket(other)]
    if _is_in_bracket(draft) or not same or same[-1].slots.modality not in _COMING:
        return None
    last = same[-1]
    if (last.measure, last.counts) != (draft.measure, draft.counts) or any(
        last.last <= group.first < draft.first for group in syntax.verbs
    ):
        return None
    own, links = draft.first - 1, last.first - 1
    if syntax.tags[own] == "ADP":
        if links < 0 or syntax.tokens[own].lower != syntax.tokens[links].lower:
            return None
        own -= 1
    return last.slots.modality if syntax.tags[own] == "CCONJ" or syntax.tokens[own].surface == "," else None


def _is_in_bracket(draft: Draft) -> bool:
    signs = [token.surface for token in draft.unit.syntax.tokens[: draft.first]]
    return signs.count("(") > signs.count(")")


def _is_alone(draft: Draft, noun: int) -> bool:
    """Whether the number has no noun but the one that calls it an aim."""
    own = draft.noun
    return own is None or not draft.slots.head or noun in range(own.first, own.last) or own.last <= noun


def _is_reached(other: Draft, draft: Draft) -> bool:
    """Whether *other* is what came of the aim: counted or measured alike, close before, and no aim itself."""
    near = other.unit is draft.unit or (other.unit.block == draft.unit.block and _is_of(draft, other))
    alike = other.measure is draft.measure and (draft.measure is Measure.COUNT or other.counts == draft.counts)
    alike = alike or (draft.measure is Measure.COUNT and draft.scaled and other.measure is Measure.MONEY)  # "при плане 17,9 млрд"
    return near and alike and other.slots.modality is None and bool(other.slots.head or other.slots.action_terms)


def _is_of(draft: Draft, other: Draft) -> bool:
    """Whether the aim is called by nothing that *other* is not about: a "profit target" was not that of the cost of fuel."""
    own = {*draft.slots.counted_terms}
    aimed = draft.noun is not None and draft.noun.last <= draft.first
    return not (aimed and own) or not own.isdisjoint((*other.slots.head, *other.slots.counted_terms, *other.slots.action_terms))


def _hold_against(draft: Draft, done: Draft) -> None:
    """Let *draft* be the aim of what *done* tells; what it is called tells it apart."""
    named = (*draft.slots.head, *draft.slots.counted_terms) if draft.noun is not None else ()
    bare = Slots(place=draft.slots.place, place_terms=draft.slots.place_terms, other_terms=(*draft.slots.other_terms, *named))
    draft.slots, draft.held_against = inherit(bare, done.slots), True
    if draft.measure is Measure.COUNT:
        draft.measure, draft.counts = done.measure, done.counts
    if done.unit is not draft.unit:
        draft.scope_quotes.append(done.unit.span)


# ---------------------------------------------------------------- where it is said


def target_noun(draft: Draft) -> int | None:
    """Return the noun before the number that calls it a plan or a forecast: "a target of 400", "a plan for a loss of 4 million"."""
    syntax = draft.unit.syntax
    targets = syntax.words["targets"] | syntax.words["forecast_words"]
    if draft.noun is not None and draft.noun.last <= draft.first and _is_called(syntax, draft.noun.head, targets):
        return draft.noun.head if _equates(syntax, draft.noun.last, draft.first) else None  # "its target was 400"
    if (subject := _subject_target(draft)) is not None:
        return subject
    at = draft.lead
    for _ in range(MAX_CARRIERS):
        phrase = _phrase_before(syntax, at)
        if phrase is None or "NUM" in syntax.tags[phrase.first : phrase.last]:
            return None
        if _is_called(syntax, phrase.head, targets) and not _dates(syntax, phrase):
            return phrase.head
        at = phrase.first - 1
    return None


def _is_called(syntax: Syntax, noun: int, targets: frozenset[str]) -> bool:
    """Whether the noun is one of *targets*, or with its adjective one: «целевой показатель»."""
    return syntax.lemma(noun) in targets or syntax.concept_of(noun) == TARGET


def _subject_target(draft: Draft) -> int | None:
    """The target that the number is said to be: "the target set in the plan for 2023 was 1.1 million units"."""
    syntax, at = draft.unit.syntax, draft.lead
    if at < 0 or syntax.tokens[at].lower not in syntax.words["copulas"]:
        return None
    subject = syntax.phrase_at(syntax.clause_at(draft.first).first)
    if subject is None or subject.adposition >= 0 or any(group.finite for group in syntax.verbs_in(subject.last, at)):
        return None
    return next((index for index in range(subject.first, subject.last) if syntax.lemma(index) in syntax.words["targets"]), None)


def _equates(syntax: Syntax, first: int, last: int) -> bool:
    """Whether between the two tokens stands no number and no verb but one that says what something is."""
    marks = syntax.tags[first:last]
    verbs = (index for index in range(first, last) if syntax.tags[index] in ("VERB", "VBN", "VBG", "VB"))
    return "NUM" not in marks and all(syntax.lemma(index) in syntax.words["equating"] for index in verbs)


def _phrase_before(syntax: Syntax, at: int) -> Phrase | None:
    """The noun phrase that ends at token *at*, or before the "of", "with" or sign that stands there."""
    if at < 0:
        return None
    if syntax.tokens[at].lower in syntax.words["aiming"] or syntax.tokens[at].surface in _SIGNS:
        at -= 1
    timed = at
    while timed >= 0 and syntax.tags[timed] == TIME:
        timed -= 1
    if timed < at:  # "the plan for 2024: no more than 280", «план на 2024 год – не более 280»
        at = timed - (timed >= 0 and syntax.tags[timed] == "ADP")
    phrase = syntax.phrase_at(at) if at >= 0 else None
    return phrase if phrase is not None and phrase.last == at + 1 and syntax.tags[phrase.head] in _NOUNS else None


def _dates(syntax: Syntax, phrase: Phrase) -> bool:
    """Whether the plan is only what something was done by: "under the plan, 40 schools"."""
    return phrase.adposition >= 0 and syntax.tokens[phrase.adposition].lower in syntax.words["sourcing"]


def _by_plan(syntax: Syntax, draft: Draft) -> Modality | None:
    """«Доходы по плану – 18 млрд»."""
    phrase = _phrase_before(syntax, draft.lead)
    planned = phrase is not None and _dates(syntax, phrase) and syntax.lemma(phrase.head) in syntax.words["targets"]
    return Modality.PLANNED if planned else None


def _is_due(syntax: Syntax, draft: Draft) -> Modality | None:
    """«По нормативу должно быть 560»."""
    at = draft.lead
    due = at > 0 and syntax.tokens[at].lower in syntax.words["to_be"] and syntax.tokens[at - 1].lower in syntax.words["due"]
    return Modality.REQUIRED if due else None


def _said_of_it(syntax: Syntax, draft: Draft) -> Modality | None:
    if stands_for_noun(syntax, draft.last):
        return Modality.PLANNED
    return _only_planned(syntax, draft) or _described(syntax, draft) or _said_behind(syntax, draft)


def stands_for_noun(syntax: Syntax, at: int) -> bool:
    """Return whether a Russian participle that says they were planned is all the noun there is at *at*: «два из трёх запланированных»."""
    if syntax.language != "ru" or at >= len(syntax.tokens) or syntax.tags[at] not in ("VBN", "NOUNS"):
        return False
    alone = at + 1 == len(syntax.tokens) or syntax.tags[at + 1] not in (*_NOUNS, "ADJ")
    return alone and syntax.lemma(at) in syntax.words["planning_alone"]


def _only_planned(syntax: Syntax, draft: Draft) -> Modality | None:
    """ "55 were planned", "the 20 planned": its only deed is that it was planned."""
    if draft.noun is not None or draft.verb is None or not draft.verb.chain:
        return None
    found = {modality_of_verb(syntax, index) for index in draft.verb.chain}
    return draft.slots.modality if None not in found else None


def _described(syntax: Syntax, draft: Draft) -> Modality | None:
    """ "The planned 400 tonnes", "a planned loss of 4 million"; of the "40 planned operations" the verb tells what became."""
    phrase = syntax.phrase_at(draft.first)
    first = phrase.first if phrase is not None else draft.first
    before = range(first, draft.first)
    own = draft.noun
    ahead = range(own.first, own.last) if own is not None and own.last <= draft.first else range(0)
    for index in (*before, *ahead, *range(first - 1, first)):
        mention = syntax.mention_at(index) if index >= 0 else None
        if mention is not None and mention.last - mention.first > 1:
            continue  # «ожидаемая продолжительность жизни» is called so
        if index >= 0 and (syntax.tags[index] == "VBN" or (syntax.tags[index] == "ADJ" and syntax.language == "en")):
            found = modality_of_verb(syntax, index)
            if found is not None:
                return found
    return None


def _said_behind(syntax: Syntax, draft: Draft) -> Modality | None:
    """ "The 120 that had been planned", "the 7,000 they had hoped for", "the 20 planned"; not those "who had planned to stay"."""
    at = max(draft.last, draft.noun.last if draft.noun is not None and draft.noun.first >= draft.last else 0)
    relative = at < len(syntax.tokens) and syntax.tokens[at].lower in syntax.words["subject_relatives"]
    at += relative
    subject = syntax.phrase_at(at) if at < len(syntax.tokens) else None
    group = next((group for group in syntax.verbs if group.first in (at, subject.last if subject is not None else at)), None)
    if group is None or not group.chain:
        return None
    whose = group.first > at and subject is not None  # "that the city had planned"
    if not group.passive and syntax.tags[group.first] != "VBN" and not (whose and draft.noun is None):
        return None
    if not relative and not whose and (group.finite or draft.noun is not None):
        return None  # "40 schools were planned": the verb of the clause, which tells it already
    return next((found for index in group.chain if (found := modality_of_verb(syntax, index)) is not None), None)
