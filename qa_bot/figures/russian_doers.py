"""Who did it that a Russian sentence calls only «он», «они» or «команда»: the last subject before it that agrees or is of that kind.

Nobody is looked for further on: who is not named before stays unnamed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from qa_bot.figures.actors import subject_of
from qa_bot.figures.draft import Draft
from qa_bot.figures.units import Unit
from qa_bot.text.functions import agreeing, called
from qa_bot.text.nominals import complement_end, in_sentence, with_quoted
from qa_bot.text.syntax import NUMERAL, TIME, Phrase, Syntax, VerbGroup
from qa_bot.text.tagger import features, may_be_subject

_PERSONAL = frozenset({"Name", "Surn", "Patr"})
_QUOTES = frozenset('«“"')
_NOUNS = frozenset({"NOUN", "NOUNS", "PROPN"})


class _Doer(NamedTuple):
    """A subject of *unit*: its tokens *first* to *last*, *head* its noun."""

    unit: Unit
    first: int
    last: int
    head: int


def name_russian_doers(drafts: Sequence[Draft], before: Sequence[Unit]) -> None:
    """Give those of *drafts*, the figures of one sentence, who are called by a pronoun or a general word the name that it stands for;
    *before* are the sentences up to theirs, nearest last."""
    named: Draft | None = None
    for draft in drafts:
        if draft.unit.language != "ru" or not draft.slots.action_terms:
            continue
        found = _by_pronoun(draft, before) or _by_kind(draft, before)
        if found is not None:
            _take(draft, found)
            named = draft
        elif named is not None and not draft.slots.actor_terms and _goes_on(draft, named):
            draft.slots = replace(draft.slots, actor=named.slots.actor, actor_terms=named.slots.actor_terms)


def _take(draft: Draft, doer: _Doer) -> None:
    syntax = doer.unit.syntax
    terms = (term for term in syntax.concepts[doer.first : doer.last] if term is not None)
    general = draft.slots.actor_terms if _word_for(draft) else ()
    actor = in_sentence(syntax, doer.first, doer.last)
    draft.slots = replace(draft.slots, actor=actor, actor_terms=tuple(dict.fromkeys((*terms, *general))))
    if doer.unit is not draft.unit:
        draft.scope_quotes.append(doer.unit.span)


def _goes_on(draft: Draft, before: Draft) -> bool:
    """Whether the verb of *draft* goes on from that of *before*: «забросил 29 шайб и отдал 34 передачи»."""
    group, other = draft.verb, before.verb
    if group is None or other is None or group.passive or draft.unit is not before.unit or group.first <= other.first:
        return False
    return draft.unit.syntax.tags[group.first - 1] == "CCONJ"


# ---------------------------------------------------------------- «он»


def _by_pronoun(draft: Draft, before: Sequence[Unit]) -> _Doer | None:
    """Whom the pronoun before the figure's verb stands for: the last subject before it that agrees with it, by its name if it has one."""
    group, syntax = draft.verb, draft.unit.syntax
    if group is None or group.passive or not group.first or group.first > draft.first:
        return None
    at = group.first - 1
    while at > 0 and syntax.tags[at] in ("ADV", "PART"):
        at -= 1
    verb = agreeing("ru").get(syntax.tokens[at].lower)
    if verb is None:
        return None
    for doer in _subjects(draft.unit, at, before):
        if doer.unit.block == draft.unit.block and _agrees(doer, verb):
            if _is_name(doer):
                return doer
            kinds = called("ru").get(doer.unit.syntax.lemma(doer.head), frozenset())
            return _first_of(kinds, _subjects(doer.unit, doer.first, _until(before, doer.unit))) or doer
    return None


def _until(before: Sequence[Unit], unit: Unit) -> Sequence[Unit]:
    return [other for other in before if other.start < unit.start]


def _agrees(doer: _Doer, verb: str) -> bool:
    """Whether a verb in the past agrees with *doer*, of a title and a name with the name."""
    syntax = doer.unit.syntax
    named = [index for index in range(doer.first, doer.last) if _is_personal(syntax, index)]
    return any(may_be_subject(syntax.tokens[index].surface, verb) for index in named or [doer.head])


# ---------------------------------------------------------------- «команда»


def _by_kind(draft: Draft, before: Sequence[Unit]) -> _Doer | None:
    """For whom a general word stands: the last subject before that is a name of that kind."""
    word = _word_for(draft)
    group = draft.verb
    if word is None or group is None:
        return None
    return _first_of(called("ru")[word], _subjects(draft.unit, group.first, before))


def _word_for(draft: Draft) -> str | None:
    """The general word by which alone *draft* names who did it."""
    word = (draft.slots.actor or "").lower()
    return word if word in called("ru") else None


def _first_of(kinds: frozenset[str], subjects: Iterator[_Doer]) -> _Doer | None:
    """The first of *subjects* that is a name of one of *kinds*; a name that does not say what it is may be of any."""
    for doer in subjects:
        syntax = doer.unit.syntax
        said = syntax.lemma(doer.head) in kinds
        alone = syntax.tags[doer.head] == "PROPN" or syntax.tokens[doer.first - 1].surface in _QUOTES
        if kinds and _is_name(doer) and not _is_person(doer) and (said or alone):
            return doer
    return None


# ---------------------------------------------------------------- subjects


def _subjects(unit: Unit, stop: int, before: Sequence[Unit]) -> Iterator[_Doer]:
    """The subjects of finite verbs before token *stop* of *unit*, then of the sentences *before*, nearest first."""
    for other in (unit, *reversed(before)):
        if other.language != "ru":
            continue
        syntax = other.syntax
        last = stop if other is unit else len(syntax.tokens)
        for group in reversed([group for group in syntax.verbs if group.finite and group.last <= last and group.chain]):
            phrase = subject_of(syntax, group, syntax.clause_at(group.first)) or _behind(syntax, group)
            if phrase is not None and not {NUMERAL, TIME} & set(syntax.tags[phrase.first : phrase.last]):
                end = with_quoted(syntax, complement_end(syntax, phrase.last, event=False))
                if end <= last:
                    yield _Doer(other, phrase.first, end, phrase.head)


def _behind(syntax: Syntax, group: VerbGroup) -> Phrase | None:
    """The subject right behind its verb: «лучшим стал Денис Варакин»."""
    phrase = syntax.phrase_at(group.last) if group.last < len(syntax.tokens) else None
    if phrase is None or phrase.first != group.last or syntax.tags[phrase.head] not in _NOUNS:
        return None
    return phrase if may_be_subject(syntax.tokens[phrase.head].surface, syntax.tokens[group.chain[-1]].surface) else None


def _is_name(doer: _Doer) -> bool:
    """Whether *doer* has a name: one in quotation marks, or a capital that does not only open the sentence."""
    syntax = doer.unit.syntax
    if syntax.tags[doer.head] == "PROPN" or syntax.tokens[doer.first - 1].surface in _QUOTES:
        return True
    later = syntax.tokens[doer.first + 1 : doer.last]
    if later and syntax.lemma(doer.head) in syntax.words["authorities"]:
        return True  # «Министерство культуры»
    return any(token.surface in _QUOTES or token.surface[:1].isupper() for token in later)


def _is_person(doer: _Doer) -> bool:
    return any(_is_personal(doer.unit.syntax, index) for index in range(doer.first, doer.last))


def _is_personal(syntax: Syntax, index: int) -> bool:
    token = syntax.tokens[index]
    if not token.surface[:1].isupper() or (index and syntax.tokens[index - 1].surface in _QUOTES):
        return False
    return syntax.tags[index] == "PROPN" and not _PERSONAL.isdisjoint(features(token.surface, "ru"))
