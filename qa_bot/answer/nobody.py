"""What is nobody, and so never answers who: a place behind its preposition, a thing, who did it where it was done to whom is asked."""

from functools import lru_cache

from qa_bot.answer.concepts import is_person
from qa_bot.answer.holders import in_part
from qa_bot.answer.readings import Reading, text_at
from qa_bot.answer.roles import asked_role
from qa_bot.answer.sights import sight
from qa_bot.schema import Kind, Query
from qa_bot.text.functions import functions
from qa_bot.text.language import language_of
from qa_bot.text.lexicon import Kinds, lexicon
from qa_bot.text.syntax import Syntax, parse
from qa_bot.text.tagger import features
from qa_bot.text.tokens import tokenize

_ACTING = Kinds.ORGANISATION | Kinds.SPEAKER | Kinds.TITLE | Kinds.PEOPLE | Kinds.ENTITY | Kinds.GROUP
_NOUNS = frozenset({"NOUN", "NOUNS", "PROPN"})
_NAMES = frozenset({"PROPN", "X", "PRON"})
_CACHED = 256


def is_nobody(query: Query, reading: Reading) -> bool:
    """Return whether it is asked who, and the words that answer *query* name no one who can be meant."""
    if query.kind is not Kind.WHO:
        return False
    text = text_at(reading.passage, reading.sentence)
    syntax = _parsed(text)
    first = syntax.token_from(reading.short.start - reading.sentence.start)
    last = syntax.token_from(reading.short.end - reading.sentence.start) or len(syntax.tokens)
    if first >= last:
        return False
    return (
        _is_where(query, syntax, first, last)
        or _is_thing(syntax, first, last)
        or _is_no_one(query, syntax, text_at(reading.passage, reading.short), first)
        or _is_agent(query, syntax, last)
        or _is_unweighed(query, syntax)
    )


@lru_cache(maxsize=_CACHED)
def _parsed(text: str) -> Syntax:
    return parse(text, 0, len(text), language_of(text))


def _is_where(query: Query, syntax: Syntax, first: int, last: int) -> bool:
    """Whether a preposition of place leads to the answer, and none to "who" itself: «кубок увезли в Норск», "the mill on Tanner Street"."""
    if syntax.language == "ru" and _is_alive(syntax, first, last):
        return False
    places = syntax.words["place_adpositions"] | (syntax.words["occasions"] if syntax.language == "en" else frozenset())
    asked = tokenize(query.text)
    led = bool(asked) and asked[0].lower in functions(query.language)["place_adpositions"]
    before = first - 1 - (first > 1 and syntax.tokens[first - 1].surface in '«“"')
    return not led and before >= 0 and syntax.tokens[before].lower in places


def _is_alive(syntax: Syntax, first: int, last: int) -> bool:
    return any(syntax.tags[index] in _NOUNS and "anim" in features(syntax.tokens[index].lower, "ru") for index in range(first, last))


def _is_thing(syntax: Syntax, first: int, last: int) -> bool:
    """Whether the answer is a Russian noun for a thing, without a name, a body or a living being beside it: «версии следствия»."""
    if syntax.language != "ru" or any(token.surface[:1].isupper() for token in syntax.tokens[first + (first == 0) : last]):
        return False
    nouns = [index for index in range(first, last) if syntax.tags[index] in _NOUNS]
    if not nouns or syntax.tags[nouns[0]] == "PROPN":
        return False
    words = lexicon("ru")
    head = syntax.tokens[nouns[0]].lower
    acts = any(mention.kinds & _ACTING for mention in words.mentions(syntax.tokens[nouns[0] : nouns[0] + 1]))
    groups = functions("ru")["groups_of_people"]
    return not acts and not _is_alive(syntax, first, last) and syntax.lemma(nouns[0]) not in groups and "inan" in features(head, "ru")


def _is_no_one(query: Query, syntax: Syntax, short: str, first: int) -> bool:
    """Whether the words that answer are an English noun for a time, or for one thing that no list has for a person, a body or a group and
    of which the sentence does not say that it did just that: "the reporting year", asked who runs the museum."""
    told = sight(short)
    if told.language != "en" or not told.tags or not _NAMES.isdisjoint(told.tags) or any(word[:1].isupper() for word in told.surfaces):
        return False
    if told.sorts[-1] == "time":
        return True
    head = told.concepts[-1] or ""
    acts = is_person(head) or lexicon("en").kinds(head) & _ACTING or told.sorts[-1] in ("person", "organisation")
    if told.tags[-1] != "NOUN" or acts or told.lowers[-1] in functions("en")["groups_of_people"]:
        return False
    role = asked_role(query)
    return role is None or not any(phrase.first <= first < phrase.last for phrase in in_part(role, syntax))


def _is_agent(query: Query, syntax: Syntax, last: int) -> bool:
    """Whether it is asked to whom something was done, and the answer is right before the verb that says who did it."""
    asked = _parsed(query.text)
    if not any(group.passive for group in asked.verbs):
        return False
    groups = (group for group in syntax.verbs if group.first == last and group.finite and not group.passive and group.chain)
    return any(syntax.concept_of(group.chain[-1]) in query.slots.action for group in groups)


def _is_unweighed(query: Query, syntax: Syntax) -> bool:
    """Whether one of two is asked for, "who earns more, men or women", and the sentence does not say which is the more."""
    words = functions(query.language)
    lowers = {token.lower for token in tokenize(query.text)}
    if lowers.isdisjoint(words["alternatives"]) or lowers.isdisjoint(words["compared_more"]):
        return False
    return syntax.words["compared_more"].isdisjoint(token.lower for token in syntax.tokens)
