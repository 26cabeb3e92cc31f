"""What a sentence says of a counted thing: the thing, what was done to it, by whom, in which direction, why and where."""

from dataclasses import replace
from typing import NamedTuple

from qa_bot.figures.draft import Slots
from qa_bot.text.functions import directions
from qa_bot.text.lexicon import Kinds, Lexicon
from qa_bot.text.nominals import complement_end, entity_terms, find_reason
from qa_bot.text.syntax import TIME, Clause, Phrase, Syntax, VerbGroup

_NOUNS = frozenset({"NOUN", "NOUNS", "PROPN"})


class Counted(NamedTuple):
    """The noun phrase that is counted: tokens first..last with its complements, *head* its noun (-1 if the sentence names none)."""

    first: int
    last: int
    head: int


def read_slots(syntax: Syntax, counted: Counted | None, number: tuple[int, int], clause: Clause) -> Slots:
    """Return the slots of the thing that the number at token range *number* counts, as far as its clause states them."""
    words = syntax.lexicon
    slots = Slots()
    used: set[int] = set(range(*number))
    if counted is not None and counted.head >= 0:
        slots.counted = syntax.slice(counted.first, counted.last)
        slots.head = _concepts(syntax, counted.head, counted.head + 1) or _concepts(syntax, counted.first, counted.last)[-1:]
        slots.counted_terms = tuple(term for term in _concepts(syntax, counted.first, counted.last) if term not in slots.head)
        used.update(range(counted.first, counted.last))
    group = governor(syntax, number, counted, clause)
    _read_action(syntax, slots, group, counted, number, words)
    if group is not None:
        used.update(range(group.first, group.last))
    _read_actor(syntax, slots, group, counted, number, clause, used, words)
    _read_adjuncts(syntax, slots, clause, number, used, words)
    slots.other_terms = tuple(
        dict.fromkeys(
            term for index in range(clause.first, clause.last) if index not in used and (term := syntax.concepts[index]) is not None
        )
    )
    return slots


# ---------------------------------------------------------------- the counted phrase


# ---------------------------------------------------------------- the verb


def governor(syntax: Syntax, number: tuple[int, int], counted: Counted | None, clause: Clause) -> VerbGroup | None:
    """Return the verb group whose subject or object the counted phrase is.

    A finite verb right after the phrase and what belongs to it makes it the subject; else the nearest verb before it in the clause
    governs it; else the nearest after.
    """
    first = min(number[0], counted.first) if counted is not None else number[0]
    last = max(number[1], counted.last) if counted is not None else number[1]
    verbs = syntax.verbs_in(clause.first, clause.last)
    before = [group for group in verbs if group.last <= first]
    after = [group for group in verbs if group.first >= last]
    subject_of = next((group for group in after if _only_adjuncts(syntax, last, group.first)), None)
    if subject_of is not None and not subject_of.finite and not subject_of.passive:
        subject_of = None
    if subject_of is not None and subject_of.passive and not subject_of.finite:
        main = next((group for group in after if group.finite and group.first > subject_of.first), None)
        if main is not None:
            return main
    if subject_of is not None and not (before and before[-1].finite and not subject_of.finite and syntax.language != "ru"):
        return subject_of
    if before:
        return before[-1]
    return after[0] if after else None


def _only_adjuncts(syntax: Syntax, first: int, last: int) -> bool:
    """Whether between two places stand only prepositional phrases, adverbs and time words: no subject of its own."""
    index = first
    while index < last:
        phrase = syntax.phrase_at(index)
        if phrase is not None:
            if phrase.adposition < 0 and syntax.language != "ru":
                return False
            index = phrase.last
        elif syntax.tags[index] in ("ADP", "ADV", TIME, "DET", "PART") or syntax.tokens[index].surface in ",":
            index += 1
        else:
            return False
    return True


def _read_action(
    syntax: Syntax, slots: Slots, group: VerbGroup | None, counted: Counted | None, number: tuple[int, int], words: Lexicon
) -> None:
    terms: list[str] = []
    if group is not None:
        light = syntax.words["light_verbs"]
        for index in group.chain:
            if syntax.lemma(index) in syntax.words["reason_verbs"]:
                continue  # "were dictated by political motives" says why, not what was done
            concept = syntax.concept_of(index)
            if concept is not None and syntax.lemma(index) not in light:
                terms.append(concept)
        slots.negative = group.negated
    nominal = _nominal_action(syntax, counted, number, words)
    terms = nominal + [term for term in terms if term not in nominal]
    slots.action_terms = tuple(dict.fromkeys(terms))
    slots.action = _worded(slots.action_terms, syntax, group, words)


def _nominal_action(syntax: Syntax, counted: Counted | None, number: tuple[int, int], words: Lexicon) -> list[str]:
    """ "the extradition of 151 persons", "four refusals": a noun that names an action governs the number or is what it counts."""
    found: list[str] = []
    first = min(number[0], counted.first) if counted is not None and counted.first >= 0 else number[0]
    at = first - 1
    while at >= 0 and syntax.tags[at] in ("ADV", "DET", "ADJ"):
        at -= 1
    links = syntax.words["complement_adpositions"]
    if at >= 1 and (syntax.tokens[at].lower in links or syntax.language == "ru"):
        noun = syntax.phrase_at(at - 1) if syntax.tokens[at].lower in links else syntax.phrase_at(at)
        if noun is not None:
            concept = syntax.concept_of(noun.head)
            if concept is not None and words.action(concept) is not None and syntax.tags[noun.head] in _NOUNS:
                found.append(concept)
    if counted is not None and counted.head >= 0:
        concept = syntax.concept_of(counted.head)
        if concept is not None and words.action(concept) is not None and not words.is_unit(concept):
            found.append(concept)
    return found


def _worded(terms: tuple[str, ...], syntax: Syntax, group: VerbGroup | None, words: Lexicon) -> str | None:
    """Return the action for display: the outermost one with a polarity, else the innermost."""
    actions = [(term, action) for term in terms if (action := words.action(term)) is not None]
    for _, action in actions:
        if action.polarity and action.done:
            return action.done
    for _, action in reversed(actions):
        if action.done:
            return action.done
    return syntax.tokens[group.chain[-1]].lower if group is not None and group.chain else None


# ---------------------------------------------------------------- actor, direction, reason, place


def _read_actor(
    syntax: Syntax,
    slots: Slots,
    group: VerbGroup | None,
    counted: Counted | None,
    number: tuple[int, int],
    clause: Clause,
    used: set[int],
    words: Lexicon,
) -> None:
    phrase = _by_phrase(syntax, group, clause, words) if group is not None and group.passive else None
    acts = group is not None and any(syntax.lemma(index) not in syntax.words["light_verbs"] for index in group.chain)
    if phrase is None and group is not None and acts and not group.passive and number[0] >= group.last:
        phrase = _subject(syntax, group, clause)
        if phrase is not None and set(slots.action_terms) & syntax.words["receiving"]:
            phrase = None  # who receives refusals does not refuse
    if phrase is None and counted is not None and counted.head >= 0:
        phrase = _from_phrase(syntax, counted, words) if slots.action_terms else None
    if phrase is None:
        return
    last = complement_end(syntax, phrase.last, event=False)
    if phrase.first <= number[0] < last:
        return
    slots.actor = syntax.slice(phrase.first, last)
    slots.actor_terms = _concepts(syntax, phrase.first, last)
    capital = next((mention for mention in syntax.mentions if phrase.first <= mention.first < last and mention.kinds & Kinds.CAPITAL), None)
    if capital is not None:
        slots.actor_terms += words.broader(capital.concept)[:1]
    used.update(range(phrase.first, last))


def _subject(syntax: Syntax, group: VerbGroup, clause: Clause) -> Phrase | None:
    """The subject of an active verb: the noun phrase before it that no adposition introduces; of a chain of them the first."""
    if not group.finite and any(other.passive and other.last <= group.first for other in syntax.verbs_in(clause.first, group.first)):
        return None  # "rulings were issued to render 1,124 persons": the rulings render nobody
    before = [phrase for phrase in syntax.phrases if clause.first <= phrase.first and phrase.last <= group.first]
    free = [phrase for phrase in before if phrase.adposition < 0 and syntax.tags[phrase.head] in _NOUNS]
    return free[0] if free and syntax.language == "ru" else free[-1] if free else None


def _by_phrase(syntax: Syntax, group: VerbGroup, clause: Clause, words: Lexicon) -> Phrase | None:
    agents = syntax.words["agent_adpositions"]
    if any(syntax.lemma(index) in syntax.words["reason_verbs"] for index in group.chain):
        return None
    for phrase in syntax.phrases:
        if group.last <= phrase.first < clause.last and phrase.adposition >= 0 and syntax.tokens[phrase.adposition].lower in agents:
            return phrase
    return None


def _from_phrase(syntax: Syntax, counted: Counted, words: Lexicon) -> Phrase | None:
    """ "refusals from Western countries", "refusals by the West"."""
    agents = syntax.words["agent_adpositions"] | syntax.words["source_adpositions"]
    for phrase in syntax.phrases:
        if counted.head < phrase.first <= counted.last and phrase.adposition >= 0 and syntax.tokens[phrase.adposition].lower in agents:
            return phrase
    return None


def _read_adjuncts(syntax: Syntax, slots: Slots, clause: Clause, number: tuple[int, int], used: set[int], words: Lexicon) -> None:
    ways = directions(syntax.language)
    places = syntax.words["place_adpositions"]
    for index in range(clause.first, clause.last):
        lower = syntax.tokens[index].lower
        if lower in syntax.words["direction_adverbs"]:
            slots.direction = slots.direction or lower
            slots.direction_terms += (f"to:{lower}",)
            used.add(index)
    for phrase in syntax.phrases:
        if not clause.first <= phrase.first < clause.last or phrase.adposition < 0 or TIME in syntax.tags[phrase.first : phrase.last]:
            continue
        lower = syntax.tokens[phrase.adposition].lower
        last = complement_end(syntax, phrase.last, event=False)
        entities = entity_terms(syntax, phrase.first, last)
        if lower in ways and (entities or syntax.lemma(phrase.head) in syntax.words["whither"]):
            way = ways[lower]
            slots.direction = (
                f"{slots.direction} {syntax.slice(phrase.adposition, last)}" if slots.direction else syntax.slice(phrase.adposition, last)
            )
            slots.direction_terms += tuple(f"{way}:{term}" for term in (entities or _concepts(syntax, phrase.first, phrase.last)))
        elif lower in places and (entities or syntax.tags[phrase.head] == "PROPN") and phrase.first not in used:
            slots.place = slots.place or syntax.slice(phrase.first, last)
            slots.place_terms += entities or _concepts(syntax, phrase.first, last)
            used.update(range(phrase.first, last))
    reason = find_reason(syntax, clause.first, clause.last)
    if reason is not None:
        slots.reason, slots.reason_terms = reason


def _concepts(syntax: Syntax, first: int, last: int) -> tuple[str, ...]:
    return tuple(dict.fromkeys(term for term in syntax.concepts[first:last] if term is not None))


def inherit(slots: Slots, antecedent: Slots) -> Slots:
    """Return *slots* with what they lack taken from *antecedent*."""
    filled = replace(slots)
    if not filled.head:
        filled.head, filled.counted_terms = antecedent.head, tuple(dict.fromkeys(antecedent.counted_terms + slots.counted_terms))
        filled.counted = antecedent.counted
    if not filled.action_terms:
        filled.action_terms, filled.action, filled.negative = antecedent.action_terms, antecedent.action, antecedent.negative
    if not filled.actor_terms:
        filled.actor_terms, filled.actor = antecedent.actor_terms, antecedent.actor
    if not filled.direction_terms:
        filled.direction_terms, filled.direction = antecedent.direction_terms, antecedent.direction
    if not filled.reason_terms:
        filled.reason_terms, filled.reason = antecedent.reason_terms, antecedent.reason
    if not filled.place_terms:
        filled.place_terms, filled.place = antecedent.place_terms, antecedent.place
    filled.other_terms = tuple(dict.fromkeys(slots.other_terms + antecedent.other_terms))
    return filled
