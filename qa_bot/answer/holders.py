"""Those whom a sentence names as who did it, had it done to them, or are what is asked for."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from qa_bot.text.analysis import stem
from qa_bot.text.functions import told_of
from qa_bot.text.language import language_of
from qa_bot.text.periods import find_periods
from qa_bot.text.syntax import TIME, Phrase, Syntax, VerbGroup, parse
from qa_bot.text.tagger import cases, features, may_be_subject

_NOUNS = frozenset({"NOUN", "NOUNS", "PROPN"})
_OPENERS = frozenset('«“"')
_CACHED = 256


class Role(NamedTuple):
    """The part that the one asked for has: in a deed, as who did it or *undergoes* it, or as the holder of an office or title."""

    deeds: frozenset[str]
    offices: frozenset[str]
    undergoes: bool
    comes: bool  # into the office: "the new director"
    object: str | None = None  # what the deed is done to: "the shield"
    said: frozenset[str] = frozenset()  # all words of the question, as stems


@lru_cache(maxsize=_CACHED)
def parsed(text: str) -> Syntax:
    language = language_of(text)
    times = [(mention.start, mention.end) for mention in find_periods(text, 0, len(text), language)]
    return parse(text, 0, len(text), language, times=times)


def holders(role: Role, syntax: Syntax) -> Iterator[range]:
    """Yield the tokens of those who have the part in the sentence, by name."""
    for phrase in in_part(role, syntax):
        one = _joined(syntax, _explained(syntax, phrase))
        if _names_somebody(syntax, one):
            yield one


def in_part(role: Role, syntax: Syntax) -> Iterator[Phrase]:
    """Yield the phrases that have the part in the sentence, also those that name nobody: "a refinery", "the year"."""
    if role.comes:
        found = [_successor(role, syntax)]
    else:
        groups = [group for group in syntax.verbs if (group.finite or group.passive) and not group.negated]
        found = [_holder(role, syntax, group) for group in groups]
    yield from (phrase for phrase in found if phrase is not None)


def _holder(role: Role, syntax: Syntax, group: VerbGroup) -> Phrase | None:
    """Who has the part that the verbs of *group* tell of, or whom they make what is asked for."""
    if tells(role, syntax, group):
        if not has_object(role, syntax, group):
            return None  # who "won three matches" did not win the league
        if role.undergoes:
            return _subject(syntax, group) if group.passive else _object(syntax, group)
        return _agent(syntax, group) if group.passive else _subject(syntax, group)
    if not role.offices or role.undergoes:
        return None
    links = all(_links(syntax, index) for index in range(group.first, group.last))
    names = any(syntax.lemma(index) in syntax.words["naming_verbs"] for index in group.chain)
    if not (links or names):
        return None
    held = _office_of(role, syntax, group)
    return _subject(syntax, group, but=held) if held is not None else None


def _links(syntax: Syntax, index: int) -> bool:
    """Whether the word is "is" or "becomes", or one of those for it."""
    return not (syntax.words["be"] | syntax.words["becoming"]).isdisjoint((syntax.tokens[index].lower, syntax.lemma(index)))


def has_object(role: Role, syntax: Syntax, group: VerbGroup) -> bool:
    """Whether the clause of *group* names what the deed that is asked is done to, where that is asked."""
    return role.object is None or role.object in {syntax.concept_of(phrase.head) for phrase in _clause_phrases(syntax, group)}


def tells(role: Role, syntax: Syntax, group: VerbGroup) -> bool:
    """Whether *group* tells of the deed, by its verb or by the verb with its noun: "cleared of all charges"."""
    chain = {syntax.concept_of(index) for index in group.chain}
    if not role.deeds.isdisjoint(term for term in chain if term is not None):
        return True
    pairs = {pair for deed in role.deeds for pair in told_of().get(deed, ()) if pair[0] in chain}
    nouns = {syntax.concept_of(phrase.head) for phrase in _clause_phrases(syntax, group)} if pairs else set()
    return any(noun in nouns for _, noun in pairs)


def _office_of(role: Role, syntax: Syntax, group: VerbGroup) -> Phrase | None:
    """The phrase that says of the subject what it is: "champions" of "Harwick Town are champions", «чемпионом» of «чемпионом стала»."""
    for phrase in _clause_phrases(syntax, group):
        if syntax.concept_of(phrase.head) not in role.offices or phrase.adposition >= 0:
            continue
        if syntax.language == "ru" and "ablt" not in cases(syntax.tokens[phrase.head].lower, "ru"):
            continue
        if not _is_of_another(role, syntax, phrase):
            return phrase
    return None


def _is_of_another(role: Role, syntax: Syntax, office: Phrase) -> bool:
    """Whether a name behind the office says of what it is, and the question has no word of that: "champions of Division Two"."""
    behind = syntax.phrase_at(min(office.last + 1, len(syntax.tokens) - 1)) if syntax.language == "en" else syntax.phrase_at(office.last)
    if behind is None or (syntax.language == "en" and behind.adposition != office.last) or not _is_named(syntax, behind):
        return False
    return role.said.isdisjoint(stem(token.lower) for token in syntax.tokens[behind.first : behind.last] if token.surface[:1].isupper())


def _clause_phrases(syntax: Syntax, group: VerbGroup) -> list[Phrase]:
    clause = syntax.clause_at(group.first)
    return [phrase for phrase in syntax.phrases if clause.first <= phrase.first < clause.last]


def is_free(syntax: Syntax, phrase: Phrase) -> bool:
    return phrase.adposition < 0 and syntax.tags[phrase.head] in _NOUNS and TIME not in syntax.tags[phrase.first : phrase.last]


def _subject(syntax: Syntax, group: VerbGroup, but: Phrase | None = None) -> Phrase | None:
    """The subject of *group*: before it, in Russian also behind it; none where a pronoun is."""
    phrases = [phrase for phrase in _clause_phrases(syntax, group) if phrase != but]
    if syntax.language == "en":
        before = [phrase for phrase in phrases if phrase.last <= group.first]
        before = [phrase for phrase in before if is_free(syntax, phrase) or syntax.tags[phrase.head] == "PRON"]
        if before:
            return _named_before(syntax, before) if syntax.tags[before[-1].head] in _NOUNS else None
        return next((phrase for phrase in phrases if phrase.first >= group.last and is_free(syntax, phrase)), None) if but else None
    verb = syntax.tokens[group.chain[-1] if group.chain else group.first].surface
    free = [phrase for phrase in phrases if is_free(syntax, phrase) and _is_nominative(syntax, phrase, verb)]
    behind = [phrase for phrase in free if phrase.first >= group.last]
    before = [phrase for phrase in free if phrase.last <= group.first and not _completes(syntax, phrase)]
    placed = [*reversed(before), *behind]
    return next((phrase for phrase in placed if _is_named(syntax, phrase)), placed[0] if placed else None)


def _named_before(syntax: Syntax, before: Sequence[Phrase]) -> Phrase:
    """The last phrase before a verb, or the name between commas that it explains: "Lena Holt, a nurse, sold"."""
    last = before[-1]
    earlier = before[-2] if len(before) > 1 else None
    if earlier is None or earlier.last != last.first - 1 or syntax.tokens[last.first - 1].surface != ",":
        return last
    closed = syntax.tokens[last.last : last.last + 1]
    set_off = bool(closed) and closed[0].surface == ","
    return earlier if set_off and syntax.tags[earlier.head] == "PROPN" and syntax.tags[last.head] != "PROPN" else last


def _is_nominative(syntax: Syntax, phrase: Phrase, verb: str) -> bool:
    """Whether the Russian phrase can be the subject of *verb*; a quoted name, or one that no dictionary has, need not agree with it."""
    nouns = [syntax.tokens[at] for at in range(phrase.first, phrase.last) if syntax.tags[at] in _NOUNS]
    if any(may_be_subject(token.surface, verb) for token in nouns):
        return True
    held = [cases(token.lower, "ru") for token in nouns]
    bare = _is_quoted(syntax, phrase) or (_is_named(syntax, phrase) and not any(held))
    return bare and all("nomn" in each or not each for each in held)


def _is_named(syntax: Syntax, phrase: Phrase) -> bool:
    """Whether the phrase is a name: quoted, or with a capital that no sentence begins with."""
    return _is_quoted(syntax, phrase) or _is_name(syntax, range(phrase.first, phrase.last))


def _is_name(syntax: Syntax, tokens: range) -> bool:
    capitals = [at for at in tokens if syntax.tokens[at].surface[:1].isupper()]
    return any(at or syntax.tags[at] == "PROPN" or at + 1 in capitals for at in capitals)


def _is_quoted(syntax: Syntax, phrase: Phrase) -> bool:
    return phrase.first > 0 and syntax.tokens[phrase.first - 1].surface in _OPENERS


def _completes(syntax: Syntax, phrase: Phrase) -> bool:
    """Whether a Russian phrase may belong to the noun right before it."""
    before = syntax.phrase_at(phrase.first - 1) if phrase.first else None
    return before is not None and "gent" in cases(syntax.tokens[phrase.head].lower, "ru")


def _object(syntax: Syntax, group: VerbGroup) -> Phrase | None:
    """To whom the active verbs of *group* do it: right behind them; in Russian an accusative on either side."""
    phrases = [phrase for phrase in _clause_phrases(syntax, group) if is_free(syntax, phrase)]
    if syntax.language == "en":
        return next((phrase for phrase in phrases if 0 <= phrase.first - group.last <= 1), None)
    clause = syntax.clause_at(group.first)
    fronted = [phrase for phrase in syntax.phrases if phrase.last <= clause.first and is_free(syntax, phrase)]
    alive = [phrase for phrase in (*phrases, *reversed(fronted)) if _is_accusative(syntax, phrase)]
    return next((phrase for phrase in alive if syntax.tags[phrase.head] == "PROPN"), alive[0] if alive else None)


def _is_accusative(syntax: Syntax, phrase: Phrase) -> bool:
    """Whether a living being stands in the accusative, which is its genitive: «Нину Савину», «директора»."""
    head = syntax.tokens[phrase.head].lower
    forms = features(head, "ru")
    return "accs" in cases(head, "ru") and "nomn" not in cases(head, "ru") and ("anim" in forms or syntax.tags[phrase.head] == "PROPN")


def _agent(syntax: Syntax, group: VerbGroup) -> Phrase | None:
    """Who did it, behind a passive: "by the board", «комиссией»."""
    agents = syntax.words["agent_adpositions"]
    for phrase in _clause_phrases(syntax, group):
        if phrase.first >= group.last and phrase.adposition >= 0 and syntax.tokens[phrase.adposition].lower in agents:
            return phrase
    return None


def _successor(role: Role, syntax: Syntax) -> Phrase | None:
    """Who comes into the office: "her successor is Daniel Okoro", "will be succeeded by Colm Dwyer", «преемницей станет Светлана Дорн»."""
    words = syntax.words
    for group in syntax.verbs:
        if any(syntax.lemma(index) in words["succeeding"] for index in group.chain):
            return _agent(syntax, group) if group.passive else _subject(syntax, group)
        links = any(_links(syntax, index) for index in range(group.first, group.last))
        phrases = _clause_phrases(syntax, group)
        heir = next((phrase for phrase in phrases if syntax.lemma(phrase.head) in words["successors"]), None)
        apposed = _set_off_behind(syntax, heir) if heir is not None else None
        if apposed is not None:
            return apposed
        if links and heir is not None:
            others = [phrase for phrase in phrases if phrase != heir and is_free(syntax, phrase)]
            return next((phrase for phrase in others if syntax.tags[phrase.head] == "PROPN"), None)
    named = (_holder(role._replace(comes=False), syntax, group) for group in syntax.verbs)
    return next((phrase for phrase in named if phrase is not None), None)


def _set_off_behind(syntax: Syntax, phrase: Phrase) -> Phrase | None:
    """The name behind *phrase* and a comma: "his successor, Dr Ruth Vane, took office", «её преемник, Олег Дорн, приступил»."""
    if phrase.last + 1 >= len(syntax.tokens) or syntax.tokens[phrase.last].surface != ",":
        return None
    named = syntax.phrase_at(phrase.last + 1)
    return named if named is not None and named.first == phrase.last + 1 and _is_named(syntax, named) else None


# ---------------------------------------------------------------- the words


def _explained(syntax: Syntax, phrase: Phrase) -> Phrase:
    """The name behind the noun, or behind the colon of a sentence that first says how many it were: "one man died: Edwin Hale"."""
    if _is_named(syntax, phrase):
        return phrase
    behind = syntax.phrase_at(phrase.last) if phrase.last < len(syntax.tokens) else None
    if behind is not None and behind.adposition < 0 and _is_named(syntax, behind):
        return behind
    colon = next((at for at in range(phrase.last, len(syntax.tokens)) if syntax.tokens[at].surface == ":"), len(syntax.tokens))
    names = (other for other in syntax.phrases if other.first > colon and _is_named(syntax, other))
    return next((other for other in names if TIME not in syntax.tags[other.first : other.last]), phrase)


def _joined(syntax: Syntax, phrase: Phrase) -> range:
    """The tokens of *phrase* with the rest of the name, and those that "and" joins to it."""
    first, last = phrase.first, _name_end(syntax, phrase.last)
    while first > 1 and syntax.tags[first - 1] == "CCONJ":
        before = syntax.phrase_at(first - 2)
        if before is None or before.last != first - 1 or not is_free(syntax, before) or not _is_named(syntax, before):
            break
        first = before.first
    while last < len(syntax.tokens) and syntax.tags[last] == "CCONJ" and syntax.tokens[last - 1].surface[:1].isupper():
        other = syntax.phrase_at(last + 1)
        if other is None or other.first != last + 1 or other.adposition >= 0 or not _is_named(syntax, other):
            break
        last = _name_end(syntax, other.last)
    return range(first, last)


def _name_end(syntax: Syntax, last: int) -> int:
    """Where the name ends that goes on at *last* with words of a capital: "Castle Green", «Вера Кузина»."""
    while last < len(syntax.tokens) and syntax.tokens[last - 1].surface[:1].isupper() and syntax.tokens[last].surface[:1].isupper():
        last += 1
    return last


def _names_somebody(syntax: Syntax, one: range) -> bool:
    """Whether the words are a name, and not only what somebody is: no "one man"."""
    return (one.start > 0 and syntax.tokens[one.start - 1].surface in _OPENERS) or _is_name(syntax, one)
