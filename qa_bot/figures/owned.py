"""What "it" stands for: "its cost" is that of the school whose building the text has told of, and so is what "it" is to cost."""

from collections.abc import Sequence
from dataclasses import replace

from qa_bot.figures.actors import subject_of
from qa_bot.figures.doers import suffers
from qa_bot.figures.draft import Draft
from qa_bot.figures.units import Unit
from qa_bot.text.functions import functions
from qa_bot.text.syntax import TIME, Phrase, Syntax
from qa_bot.text.tagger import features

_NUMBERS = frozenset({"NUM", TIME})
GENDERS = frozenset({"femn", "masc", "neut", "plur"})


def name_owned(drafts: Sequence[Draft], before: Sequence[Unit]) -> None:
    """Give those of *drafts*, the figures of one sentence, that count "its cost" the words for what "its" stands for: the subject of the
    sentence before the pronoun, or, where that is a pronoun too, of the sentences *before*, nearest last."""
    for draft in drafts:
        own, _, thing = (draft.slots.counted or "").partition(" ")
        if draft.unit.language != "en" or own.lower() not in functions("en")["possessive_bodies"] or draft.noun is None or not thing:
            continue
        around = [unit for unit in before if unit.block == draft.unit.block]
        found = _owner(draft.unit, draft.noun.first, around)
        if found is None:
            continue
        unit, phrase = found
        terms = [term for term in unit.syntax.concepts[phrase.first : phrase.last] if term is not None and term not in draft.slots.head]
        draft.slots = replace(draft.slots, counted=thing, counted_terms=tuple(dict.fromkeys((*draft.slots.counted_terms, *terms))))
        if unit is not draft.unit:
            draft.scope_quotes.append(unit.span)


def name_subjects(drafts: Sequence[Draft], before: Sequence[Unit]) -> None:
    """Give those of *drafts*, the figures of one sentence, of whose verb "it" or "they" is the subject, and of which no doer is known,
    the words for what that stands for: the subject of the sentences *before*, nearest last."""
    for draft in drafts:
        if draft.unit.language != "en" or draft.slots.actor is not None or not has_pronoun(draft):
            continue
        around = [unit for unit in before if unit.block == draft.unit.block]
        found = _owner(around[-1], len(around[-1].syntax.tokens), around[:-1]) if around else None
        deeds = {draft.unit.syntax.lemma(index) for index in draft.verb.chain} if draft.verb is not None else set()
        if found is None or suffers(found[0].syntax, deeds):
            continue
        unit, phrase = found
        known = {*draft.slots.head, *draft.slots.counted_terms, *draft.slots.other_terms}
        terms = [term for term in unit.syntax.concepts[phrase.first : phrase.last] if term is not None and term not in known]
        draft.slots = replace(draft.slots, other_terms=(*draft.slots.other_terms, *dict.fromkeys(terms)))
        draft.scope_quotes.append(unit.span)


def name_counted(drafts: Sequence[Draft], earlier: Sequence[Draft]) -> None:
    """Give those of *drafts*, the Russian figures of one sentence, that count a pronoun, «она в добыче нефти», the noun that it stands
    for: that of the last of the *earlier* figures of the paragraph which agrees with it."""
    for draft in drafts:
        pronoun, _, rest = (draft.slots.counted or "").partition(" ")
        if draft.unit.language != "ru" or pronoun.lower() not in functions("ru")["subject_pronouns"]:
            continue
        sort = features(pronoun.lower(), "ru") & GENDERS
        near = (other for other in reversed(earlier) if other.unit.block == draft.unit.block and other.measure is draft.measure)
        meant = next((other for other in near if agrees(other, sort)), None)
        if meant is None:
            continue
        slots, noun = draft.slots, meant.slots
        terms = tuple(dict.fromkeys((*noun.counted_terms, *slots.counted_terms, *slots.head)))
        draft.slots = replace(slots, head=noun.head, counted=f"{noun.counted} {rest}".strip(), counted_terms=terms)
        draft.scope_quotes += [meant.unit.span] if meant.unit is not draft.unit else []


def agrees(other: Draft, sort: frozenset[str]) -> bool:
    """Return whether the noun of *other* has the gender, or the plural, of a pronoun of that *sort*."""
    if other.noun is None:
        return False
    return sort <= features(other.unit.syntax.tokens[other.noun.head].lower, "ru")


def has_pronoun(draft: Draft) -> bool:
    """Return whether "it" or "they" is the subject of the figure's verb, or of one joined to it: "it has 40 beds and cost €8 million"."""
    syntax = draft.unit.syntax
    for group in reversed([group for group in syntax.verbs if group.finite and group.last <= draft.first]):
        at = group.first - 1
        while at >= 0 and syntax.tags[at] == "ADV":
            at -= 1
        if at >= 0 and syntax.tags[at] != "CCONJ":
            return syntax.tokens[at].lower in syntax.words["thing_pronouns"]
    return False


def _owner(own: Unit, at: int, before: Sequence[Unit]) -> tuple[Unit, Phrase] | None:
    for unit in (own, *reversed(before)):
        stop = at if unit is own else len(unit.syntax.tokens)
        phrase = _subject(unit.syntax, stop)
        if phrase is not None:
            return unit, phrase
        if not _opens_with_pronoun(unit.syntax, stop) and stop > 1:
            return None
    return None


def _subject(syntax: Syntax, stop: int) -> Phrase | None:
    """The subject of the first verb before token *stop*, unless it is a number of things."""
    group = next((group for group in syntax.verbs if group.finite and group.last <= stop), None)
    phrase = subject_of(syntax, group, syntax.clause_at(group.first)) if group is not None else None
    return phrase if phrase is not None and _NUMBERS.isdisjoint(syntax.tags[phrase.first : phrase.last]) else None


def _opens_with_pronoun(syntax: Syntax, stop: int) -> bool:
    return any(token.lower in syntax.words["subject_pronouns"] for token in syntax.tokens[:stop])
