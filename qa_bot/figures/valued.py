"""What is valued where it stands before its verb: «ущерб завод оценил в 75 миллионов», «число погибших оценили в 12 тысяч»."""

from collections.abc import Sequence
from dataclasses import replace

from qa_bot.figures.draft import Draft
from qa_bot.figures.speakers import genitive
from qa_bot.figures.subjects import subject_may_be
from qa_bot.schema import Measure
from qa_bot.text.nominals import complement_end, unit_of
from qa_bot.text.syntax import Phrase, Syntax, VerbGroup


def take_valued(drafts: Sequence[Draft]) -> None:
    """Let those of *drafts*, the figures of one Russian sentence, that name nothing of their own count what its verb values."""
    if not drafts or drafts[0].unit.language != "ru":
        return
    syntax = drafts[0].unit.syntax
    for group in syntax.verbs:
        phrase = _valued_before(syntax, group) if _values(syntax, group) else None
        if phrase is None:
            continue
        for draft in drafts:
            if draft.first >= group.last and _names_nothing(draft, phrase, group):
                _count(draft, phrase, group)


def _values(syntax: Syntax, group: VerbGroup) -> bool:
    return any(syntax.lemma(index) in syntax.words["valuing"] for index in group.chain)


def _valued_before(syntax: Syntax, group: VerbGroup) -> Phrase | None:
    """The first noun phrase of the verb's clause, before it and behind no preposition, that names a loss, a cost, a number of something."""
    clause = syntax.clause_at(group.first)
    before = (phrase for phrase in syntax.phrases if clause.first <= phrase.first and phrase.last <= group.first)
    free = (phrase for phrase in before if phrase.adposition < 0)
    return next((phrase for phrase in free if syntax.lemma(phrase.head) in syntax.words["valued_things"]), None)


def _names_nothing(draft: Draft, valued: Phrase, group: VerbGroup) -> bool:
    """Whether the figure stands behind the verb with no thing of its own: a sum, or a bare number that goes on from one."""
    syntax, noun = draft.unit.syntax, draft.noun
    if draft.measure not in (Measure.MONEY, Measure.COUNT, Measure.QUANTITY) or draft.whole is not None:
        return False
    told = draft.slots.head and (noun is None or noun.first < draft.last)
    if told or (draft.verb is not None and draft.verb.first > group.first):
        return False
    if noun is not None and noun.first >= draft.last and draft.measure is Measure.COUNT:
        return False  # «оценили в 12 тысяч гектаров»
    semicolon = any(token.surface == ";" for token in syntax.tokens[group.last : draft.first])
    verbs = any(other.finite and other.first > group.last for other in syntax.verbs if other.first < draft.first)
    return not semicolon and not verbs and valued.last <= draft.first


def _count(draft: Draft, phrase: Phrase, group: VerbGroup) -> None:
    syntax = draft.unit.syntax
    last = min(complement_end(syntax, phrase.last, event=False), group.first)
    beside = next((each for each in syntax.phrases if each.last == group.first and each.first >= phrase.last), None)
    if beside is not None and beside.last == last and not group.passive and subject_may_be(syntax, beside, group.chain[-1]):
        last = beside.first  # «ущерб власти оценивают»
    inner = syntax.phrase_at(phrase.last) if phrase.last < last else None
    own = syntax.lemma(phrase.head) in syntax.words["numbers_of"]
    if own and inner is not None and inner.first == phrase.last and genitive(syntax, inner):
        head, first = inner.head, inner.first  # «число погибших деревьев» counts trees
        last = max(last, inner.last)
        draft.counts = draft.counts or (unit_of(syntax, head) if draft.measure is Measure.COUNT else None)
    else:
        head, first = phrase.head, phrase.first
    concept = syntax.concept_of(head)
    terms = tuple(term for term in dict.fromkeys(syntax.terms(first, last)) if term != concept)
    known = {concept, *terms}
    rest = tuple(term for term in draft.slots.other_terms if term not in known)
    named = (concept,) if concept is not None else ()
    slots = replace(draft.slots, head=named, counted=syntax.slice(first, last), counted_terms=terms, other_terms=rest)
    draft.slots = replace(slots, actor=None, actor_terms=(), action=None, action_terms=())
    draft.ahead = True
