"""What a number is of that is given anew: "The figure for unemployment has been revised from 212,000 to 208,000"."""

from collections.abc import Sequence
from dataclasses import replace

from qa_bot.figures.draft import Draft
from qa_bot.figures.pointing import count_noun
from qa_bot.schema import Measure
from qa_bot.text.functions import functions
from qa_bot.text.syntax import TIME, Phrase, Syntax, VerbGroup

_NOUNS = frozenset({"NOUN", "NOUNS"})
_WORK = functions("en")["at_work"] | functions("en")["without_work"]  # whose number is one of persons


def take_revised(drafts: Sequence[Draft]) -> None:
    """Let those of *drafts*, the figures of one sentence, to or from which a figure or an estimate was revised count what that is of."""
    for draft in drafts:
        phrase = _revised(draft) if draft.unit.language == "en" and draft.whole is None else None
        if phrase is None:
            continue
        unit, syntax = draft.counts, draft.unit.syntax
        others = tuple(dict.fromkeys((*draft.slots.other_terms, *draft.slots.action_terms)))
        draft.slots = replace(draft.slots, action=None, action_terms=(), actor=None, actor_terms=(), other_terms=others)
        count_noun(draft, syntax, phrase, described=True)
        if draft.measure is not Measure.COUNT:
            draft.counts = unit
        elif not _WORK.isdisjoint(draft.slots.head):
            draft.counts = "person"
        named = {*draft.slots.head, *draft.slots.counted_terms}
        draft.slots = replace(draft.slots, other_terms=tuple(term for term in draft.slots.other_terms if term not in named))
        draft.antecedent, draft.ahead = None, True


def _revised(draft: Draft) -> Phrase | None:
    """The noun of which a verb of revising says that its number became, or was, *draft*; of "the figure for exports" the exports."""
    syntax = draft.unit.syntax
    words = syntax.words
    group = next((group for group in reversed(syntax.verbs) if group.finite and group.last <= draft.first), None)
    if group is None or not group.chain or draft.lead < group.last:
        return None
    given = draft.noun is None and syntax.tokens[draft.lead].lower in words["given_as"]  # "exports were first given as 2,441"
    if not given and syntax.tokens[draft.lead].lower not in words["from_levels"] | words["level_after"]:
        return None
    if any(syntax.tags[at] in ("PUNCT", "CCONJ", "SCONJ") for at in range(group.last, draft.first)):
        return None
    verb = syntax.lemma(group.chain[-1])
    phrase = _object(syntax, group)
    if phrase is None:
        return None
    telling = words["giving_anew"] if given else words["revising"]
    estimated = syntax.lemma(phrase.head) in words["estimated_levels"] | words["carriers"]
    if estimated and verb in telling | (frozenset() if given else words["changing"]):
        return _behind(syntax, phrase, draft.first) or (phrase if given and group.passive else None)
    return phrase if group.passive and verb in telling else None


def _object(syntax: Syntax, group: VerbGroup) -> Phrase | None:
    """What the verb is done to: before a passive, behind any other."""
    clause = syntax.clause_at(group.first)
    free = [phrase for phrase in syntax.phrases if phrase.adposition < 0 and clause.first <= phrase.first < clause.last]
    if group.passive:
        return next((phrase for phrase in free if phrase.last <= group.first and TIME not in syntax.tags[phrase.first : phrase.last]), None)
    return next((phrase for phrase in free if phrase.first >= group.last), None)


def _behind(syntax: Syntax, phrase: Phrase, stop: int) -> Phrase | None:
    """What the noun of an estimate is of: behind its preposition."""
    inner = next((other for other in syntax.phrases if other.first == phrase.last + 1 and other.last <= stop), None)
    if inner is None or syntax.tags[inner.head] not in _NOUNS or syntax.tokens[inner.adposition].lower not in syntax.words["estimate_of"]:
        return None
    return inner
