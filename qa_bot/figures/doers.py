"""Who did it that a sentence calls only "she", "they" or "the club": the last fitting subject before it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from qa_bot.figures.actors import subject_of
from qa_bot.figures.draft import Draft
from qa_bot.figures.speakers import first_person_named
from qa_bot.figures.units import Unit
from qa_bot.schema import BlockKind, Measure
from qa_bot.text.functions import functions
from qa_bot.text.lexicon import Kinds, lexicon
from qa_bot.text.syntax import TIME, Phrase, Syntax
from qa_bot.text.tokens import tokenize

PLAYER = "player"
REACH = 4  # sentences of a paragraph: how far back the one stands who is meant
_NOUNS = frozenset({"NOUN", "NOUNS", "PROPN"})
_NO_OBJECT = frozenset({"PUNCT", "VERB", "AUX", "NUM"})


def name_doers(drafts: Sequence[Draft], before: Sequence[Unit]) -> None:
    """Give those of *drafts*, the figures of one sentence, whose doer is a pronoun or a general word ("the club") the name for which it
    stands; *before* are the sentences up to theirs, nearest last."""
    for draft in drafts:
        if draft.unit.language != "en" or not draft.slots.action_terms:
            continue
        pronoun = _pronoun(draft)
        around = [unit for unit in before[-REACH:] if unit.block == draft.unit.block]
        if pronoun is not None:
            found = _antecedent(draft, pronoun, around)
        elif draft.slots.actor is not None:
            found = _called(draft, around)
        else:
            continue
        if found is not None:
            _take(draft, *found, general=() if pronoun is not None else draft.slots.actor_terms)
            again = _called(draft, around) if pronoun is not None else None  # "It", which is "the company" of the sentence before
            if again is not None:
                _take(draft, *again, general=draft.slots.actor_terms)


def name_receivers(drafts: Sequence[Draft]) -> None:
    """Give those of *drafts* that somebody was given, "the party won, giving it 61 seats", whoever the pronoun stands for: the subject of
    the verb before."""
    for draft in drafts:
        group, syntax = draft.verb, draft.unit.syntax
        if group is None or group.finite or draft.unit.language != "en" or syntax.lemma(group.last - 1) not in syntax.words["giving"]:
            continue
        between = syntax.tags[group.last + 1 : draft.first]
        if group.last >= draft.first or syntax.tokens[group.last].lower not in syntax.words["third_persons"] or "NUM" in between:
            continue
        main = next((other for other in reversed(syntax.verbs) if other.finite and other.last <= group.first), None)
        subject = subject_of(syntax, main, syntax.clause_at(main.first)) if main is not None else None
        if subject is not None:
            draft.slots = replace(draft.slots, action=None, action_terms=())
            _take(draft, draft.unit, subject.first, subject.last, general=())


def follows_receivers(draft: Draft) -> bool:
    """Return whether *draft* is a sum of which its verb says who is given it, "paid the drivers 300 euros each": these are no label."""
    group, syntax = draft.verb, draft.unit.syntax
    if group is None or not group.finite or group.passive or not group.chain or draft.measure is not Measure.MONEY:
        return False
    between = syntax.tags[group.last : draft.first]
    return bool(between) and group.last < draft.first and _NO_OBJECT.isdisjoint(between)


def _take(draft: Draft, unit: Unit, first: int, last: int, *, general: tuple[str, ...]) -> None:
    syntax = unit.syntax
    while first < last - 1 and syntax.tags[first] == "DET" and syntax.tags[last - 1] == "PROPN":
        first += 1
    terms = tuple(dict.fromkeys(term for term in syntax.concepts[first:last] if term is not None))
    draft.slots = replace(draft.slots, actor=syntax.slice(first, last), actor_terms=tuple(dict.fromkeys(terms + general)))
    if unit is not draft.unit:
        draft.scope_quotes.append(unit.span)


def _pronoun(draft: Draft) -> int | None:
    """The pronoun that is the subject of the figure's verb and stands before it."""
    group, syntax = draft.verb, draft.unit.syntax
    if group is None or group.passive or group.first > draft.first:
        return None
    subject = next((phrase for phrase in reversed(syntax.phrases) if phrase.last <= group.first), None)
    if subject is None or syntax.tags[subject.last : group.first].count("PUNCT"):
        return None
    return subject.head if syntax.tokens[subject.head].lower in syntax.words["subject_pronouns"] else None


def _antecedent(draft: Draft, pronoun: int, before: Sequence[Unit]) -> tuple[Unit, int, int] | None:
    """Whom the pronoun stands for: the subject of its sentence before it, else of the sentence before; for "he", "she" a person that is
    named there, for "they" and "it" no person, nor a number."""
    syntax, own = draft.unit.syntax, draft.unit
    lower = syntax.tokens[pronoun].lower
    deeds = {syntax.lemma(index) for index in draft.verb.chain} if draft.verb is not None else set()
    single = lower in syntax.words["persons"] and lower not in syntax.words["either"]
    for unit in (own, *reversed(before)):
        stop = pronoun if unit is own else len(unit.syntax.tokens)
        if unit is not own and suffers(unit.syntax, deeds):
            continue
        found = _person(unit.syntax, stop) if single else _subject(unit.syntax, stop, plural=lower in syntax.words["either"])
        if found is not None:
            return (unit, *found)
        if unit is not own and not single and not _goes_on(unit.syntax):
            return None  # another subject stands between
    return None


def suffers(syntax: Syntax, deeds: set[str]) -> bool:
    """Return whether the subject of a sentence had one of *deeds* done to it: who was fined is not who fined others."""
    group = next((group for group in syntax.verbs if group.finite), None)
    return group is not None and group.passive and any(syntax.lemma(index) in deeds for index in group.chain)


def _goes_on(syntax: Syntax) -> bool:
    """Whether a sentence has a pronoun for a subject, so that the one before says who it is."""
    group = next((group for group in syntax.verbs if group.finite), None)
    near = [phrase for phrase in syntax.phrases if group is not None and phrase.last <= group.first]
    return bool(near) and syntax.tokens[near[-1].head].lower in syntax.words["subject_pronouns"]


def _person(syntax: Syntax, stop: int) -> tuple[int, int] | None:
    """The person named first before token *stop*, as a subject or object."""
    voice = first_person_named(syntax)
    if voice is None:
        return None
    first = next((at for at in range(stop) if syntax.slice(at, min(at + len(voice.name.split()), stop)) == voice.name), -1)
    return (first, first + len(voice.name.split())) if first >= 0 else None


def _subject(syntax: Syntax, stop: int, *, plural: bool) -> tuple[int, int] | None:
    """The subject of the first verb before token *stop*: a name or, in the number of the pronoun, a noun for people or a body."""
    group = next((group for group in syntax.verbs if group.finite and group.last <= stop), None)
    phrase = subject_of(syntax, group, syntax.clause_at(group.first)) if group is not None else None
    if phrase is None or not {"NUM", TIME}.isdisjoint(syntax.tags[phrase.first : phrase.last]) or _is_person_named(syntax, phrase):
        return None
    if _is_name(syntax, phrase):
        return _joined(syntax, phrase), phrase.last
    fits = (syntax.tags[phrase.head] == "NOUNS") == plural or _kinds(syntax, phrase) & Kinds.ORGANISATION
    acts = _kinds(syntax, phrase) & (Kinds.ORGANISATION | Kinds.SPEAKER) or _is_group(syntax, phrase)
    return (phrase.first, phrase.last) if fits and acts else None


def _joined(syntax: Syntax, phrase: Phrase) -> int:
    """Where the names that end with *phrase* begin: "Bren Foods and Osk Mills"."""
    before = syntax.phrase_at(phrase.first - 2) if phrase.first > 1 and syntax.tags[phrase.first - 1] == "CCONJ" else None
    return before.first if before is not None and before.last == phrase.first - 1 and before.adposition < 0 else phrase.first


def _is_person_named(syntax: Syntax, phrase: Phrase) -> bool:
    """Whether the phrase gives a title or a trade with a name, "Captain Ivo Marn", or follows that of a player: "Forward Ivo Marn"."""
    if syntax.tags[phrase.head] != "PROPN" or phrase.head == phrase.first:
        return False
    if any(_is_player(syntax, index) for index in range(max(phrase.first - 1, 0), phrase.first + 1)):
        return True
    return any(syntax.concept_of(index) and _is_trade(syntax, index) for index in range(phrase.first, phrase.head))


def _is_player(syntax: Syntax, index: int) -> bool:
    """Whether the word says as what somebody plays: he is no club, whatever else opens with his name."""
    return PLAYER in syntax.lexicon.broader(syntax.concepts[index] or "")


def _is_trade(syntax: Syntax, index: int) -> bool:
    concept = syntax.concept_of(index) or ""
    return bool(syntax.lexicon.kinds(concept) & Kinds.TITLE) or syntax.lemma(index) in syntax.words["speaking_persons"]


def _is_name(syntax: Syntax, phrase: Phrase) -> bool:
    words = [index for index in range(phrase.first, phrase.last) if syntax.tags[index] != "DET"]
    capitals = all(syntax.tokens[index].surface[:1].isupper() for index in words)
    return capitals and (phrase.first > 0 or len(words) > 1 or syntax.tags[phrase.head] == "PROPN")


def _kinds(syntax: Syntax, phrase: Phrase) -> Kinds:
    concept = syntax.concept_of(phrase.head)
    return syntax.lexicon.kinds(concept) if concept is not None else Kinds.NONE


def _is_group(syntax: Syntax, phrase: Phrase) -> bool:
    concept = syntax.concept_of(phrase.head) or ""
    general = syntax.words["general_bodies"] | syntax.words["sides"] | {"person"}
    return not general.isdisjoint((concept, *syntax.lexicon.broader(concept)))


# ---------------------------------------------------------------- "the club"


def _called(draft: Draft, before: Sequence[Unit]) -> tuple[Unit, int, int] | None:
    """The name for which "the club", "the bank" stands: the last subject that has the noun in it or is what the document is about."""
    words = [token.lower for token in tokenize(draft.slots.actor or "")]
    if len(words) != 2 or words[0] not in functions("en")["definites"] or len(draft.slots.actor_terms) != 1:
        return None
    general = functions("en")["general_bodies"] | functions("en")["sides"]
    concept = draft.slots.actor_terms[0]
    body = not general.isdisjoint((concept, *lexicon("en").broader(concept)))
    if not body and not lexicon("en").kinds(concept) & Kinds.ORGANISATION:
        return None
    for unit, phrase in _named_before(before):
        syntax = unit.syntax
        if concept in syntax.concepts[phrase.first : phrase.last] or (body and _is_main(unit, phrase)):
            return unit, phrase.first, phrase.last
    return None


def _named_before(before: Sequence[Unit]) -> Iterator[tuple[Unit, Phrase]]:
    """The names, persons with a title apart, that are subjects in the sentences *before*, nearest first."""
    for unit in reversed(before):
        syntax = unit.syntax
        for group in reversed([group for group in syntax.verbs if group.finite]):
            phrase = subject_of(syntax, group, syntax.clause_at(group.first))
            if phrase is not None and _is_name(syntax, phrase) and not _is_person_named(syntax, phrase):
                yield unit, phrase


def _is_main(unit: Unit, phrase: Phrase) -> bool:
    """Whether the name stands in the document's title, its headings or its first paragraph."""
    name, document = unit.syntax.slice(phrase.first, phrase.last), unit.document
    opening = next((block.span for block in document.blocks if block.kind is BlockKind.PARAGRAPH), unit.span)
    whole = re.compile(rf"\b{re.escape(name)}\b")
    return any(map(whole.search, (document.title or "", *unit.passage.headings, document.text[opening.start : opening.end])))
