"""Whom a question asks about as the one who did it: the words between "did" and its verb, the Russian subject."""

from qa_bot.text.lexicon import Kinds
from qa_bot.text.nominals import complement_end, with_quoted
from qa_bot.text.syntax import TIME, Phrase, Syntax, VerbGroup
from qa_bot.text.tagger import features, may_be_subject

_NOUNS = frozenset({"NOUN", "NOUNS", "PROPN"})
_QUOTES = frozenset('«“"')
_CLOSING = frozenset('»”"')
_NO_NAME = frozenset({"NUM", TIME})


def doer_of(syntax: Syntax, head: int) -> range:
    """Return the tokens that name who did what was done to the thing counted at *head* (-1: none); no token where nobody is named.

    Of a name that is all its words: "did Lower Brook Pumping Station repair", "рассмотрели районные суды".
    """
    found = _russian(syntax, head) if syntax.language == "ru" else _english(syntax, head)
    groups = (mention for mention in syntax.mentions if mention.first in found and mention.kinds & Kinds.GROUP)
    states = any(not syntax.tokens[mention.last].surface.istitle() for mention in groups)  # "foreign states", not "West Field"
    return range(0) if head in found or states else found


def does_it(syntax: Syntax, phrase: Phrase, start: int) -> bool:
    """Return whether the Russian noun right behind "how much" is no genitive, and its verb follows: "сколько город потратил"."""
    quoted = start + 1 == phrase.first and syntax.tokens[start].surface in _QUOTES  # «на сколько «Полюс» снизил тариф»
    if syntax.language != "ru" or (phrase.first != start and not quoted) or "NUM" in syntax.tags[phrase.first : phrase.last]:
        return False
    cases = features(syntax.tokens[phrase.head].lower, "ru")
    last = phrase.last
    while last < len(syntax.tokens) and (syntax.tokens[last].surface[:1].isupper() or (quoted and syntax.tokens[last].surface in _CLOSING)):
        last += 1  # «сколько город Лугожск потратил»
    acts = any(group.first == last and group.finite and not group.passive for group in syntax.verbs)
    return acts and "nomn" in cases and "gent" not in cases


def _english(syntax: Syntax, head: int) -> range:
    """What stands between "did" and the verb, where it holds a noun; who receives an event ("refusals") does nothing."""
    supports = (at for at, token in enumerate(syntax.tokens) if token.lower in syntax.words["verb_supports"])
    support = next(supports, -1)
    group = next((group for group in syntax.verbs if group.first > support >= 0), None)
    if group is None or group.passive or not group.chain or not _asks_deed(syntax, group, head) or _asks_level(syntax, support, group):
        return range(0)
    last = next((at for at in range(support + 1, group.first) if syntax.tokens[at].lower in syntax.words["place_adpositions"]), group.first)
    first = support + 1
    marks = syntax.tags[first:last]
    if (
        not _NOUNS.intersection(marks)
        or not _NO_NAME.isdisjoint(marks)
        or any(token.surface in ",;" for token in syntax.tokens[first:last])
    ):
        return range(0)
    return range(first, last)


def _asks_deed(syntax: Syntax, group: VerbGroup, head: int) -> bool:
    """Whether the verb does something to what is counted: who has it does nothing, who receives refusals does not refuse."""
    if all(syntax.lemma(index) in syntax.words["having"] for index in group.chain):
        return False
    receives = any(syntax.concept_of(index) in syntax.words["receiving"] for index in group.chain)
    event = syntax.lexicon.action(syntax.concept_of(head) or "") is not None if head >= 0 else False
    return not (receives and event)


def _asks_level(syntax: Syntax, support: int, group: VerbGroup) -> bool:
    """Whether it is asked how high or large something gets, which does nothing: "how high will net debt go"."""
    measured = support > 0 and syntax.tags[support - 1] == "ADJ"
    return measured and syntax.lemma(group.chain[0]) in syntax.words["light_verbs"] | syntax.words["be"]


def _russian(syntax: Syntax, head: int) -> range:
    """The noun that the verb agrees with, before it or behind it, with its complements; of a passive the instrumental."""
    for group in syntax.verbs:
        if not group.chain or not (group.finite or group.passive) or not _asks_deed(syntax, group, head):
            continue
        for phrase in syntax.phrases:
            valued = _is_valued(syntax, phrase, group)
            if phrase.adposition < 0 and not phrase.first <= head < phrase.last and not valued and _acts(syntax, phrase, group):
                return range(phrase.first, with_quoted(syntax, _name_end(syntax, phrase.last)))
        surname = next((at for at in range(1, len(syntax.tokens)) if _is_surname(syntax, at, group)), -1)
        if surname >= 0:
            return range(surname, surname + 1)
    return _owner(syntax) if not any(group.chain for group in syntax.verbs) else range(0)


def _is_valued(syntax: Syntax, phrase: Phrase, group: VerbGroup) -> bool:
    """Whether the verb puts a number to the phrase, whose form is that of a subject: «во сколько оценила ущерб мэрия»."""
    valuing = any(syntax.lemma(index) in syntax.words["valuing"] for index in group.chain)
    return valuing and syntax.lemma(phrase.head) in syntax.words["valued_things"]


def _owner(syntax: Syntax) -> range:
    """The name of whom a question without a verb asks what they have: «сколько очков у «Молота»», «у Сомова»."""
    for phrase in syntax.phrases:
        at = phrase.adposition
        if at < 0 and phrase.first > 1 and syntax.tokens[phrase.first - 1].surface in _QUOTES:
            at = phrase.first - 2
        with_whom = at >= 0 and syntax.tokens[at].lower in syntax.words["with_whom"]
        if with_whom and syntax.tokens[phrase.first].surface[:1].isupper():
            return range(phrase.first, phrase.last)
    return range(0)


def _name_end(syntax: Syntax, last: int) -> int:
    """Where the name of a Russian subject that ends before token *last* ends with its complements: «школа на Лесной», not «школа на
    ремонт», which is what for."""
    end = complement_end(syntax, last, event=False)
    purposes = (at for at in range(last, end - 1) if syntax.tags[at] == "ADP" and not syntax.tokens[at + 1].surface[:1].isupper())
    return next(purposes, end)


def _is_surname(syntax: Syntax, at: int, group: VerbGroup) -> bool:
    """Whether an adjective with a capital and no noun is the name of who did it: "забросил Шацкий"."""
    named = (
        syntax.tags[at] == "ADJ"
        and syntax.tokens[at].surface.istitle()
        and syntax.tags[at + 1 : at + 2] not in (["NOUN"], ["ADJ"], ["PROPN"])
    )
    return named and not group.passive and may_be_subject(syntax.tokens[at].surface, syntax.tokens[group.chain[0]].surface)


def _acts(syntax: Syntax, phrase: Phrase, group: VerbGroup) -> bool:
    marks = syntax.tags[phrase.first : phrase.last]
    if syntax.tags[phrase.head] not in _NOUNS or not _NO_NAME.isdisjoint(marks):
        return False
    if phrase.first and syntax.phrase_at(phrase.first - 1) is not None:
        return False
    noun = syntax.tokens[phrase.head].surface
    return "ablt" in features(noun.lower(), "ru") if group.passive else may_be_subject(noun, syntax.tokens[group.chain[0]].surface)
