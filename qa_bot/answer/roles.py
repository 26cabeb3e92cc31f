"""Who has the part that a question asks about: "Who won the shield?" and "Castle Green are champions"."""

from collections.abc import Sequence
from functools import lru_cache

from qa_bot.answer.evidence import titles_over
from qa_bot.answer.holders import Role, has_object, holders, is_free, parsed, tells
from qa_bot.answer.readings import Reading, text_at
from qa_bot.schema import Kind, Query, Span
from qa_bot.text.analysis import stem
from qa_bot.text.functions import functions, held_by
from qa_bot.text.language import language_of
from qa_bot.text.syntax import Syntax, VerbGroup, parse
from qa_bot.text.tagger import cases

NEW = "new"  # a concept
_CACHED = 256
_OPENING = 2  # tokens in which it is asked who


def told_role(query: Query, readings: Sequence[Reading]) -> list[Reading]:
    """Return the *readings* whose sentences name the one who did what is asked, had it done to them, or is it, and the other sentences of
    their passages that say so by what those are called who did it, "Harwick are champions"; first those that have more of the names asked.
    """
    role = asked_role(query)
    if role is None:
        return []
    told = [filled(query, reading) for reading in readings]
    for reading in _once(readings) if role.offices and (role.deeds or role.comes) else ():
        others = (reading._replace(sentence=sentence) for sentence in reading.passage.sentences if sentence != reading.sentence)
        titled = (other for other in others if not role.offices.isdisjoint(_said(text_at(other.passage, other.sentence))))
        told.extend(filled(query, other) for other in titled)
    named = set(query.names)
    found = [reading for reading in told if reading is not None]
    return sorted(found, key=lambda reading: -len(named & _said(text_at(reading.passage, reading.sentence))))


def _once(readings: Sequence[Reading]) -> list[Reading]:
    """The first reading of each passage."""
    first: dict[str, Reading] = {}
    for reading in readings:
        first.setdefault(reading.passage.passage_id, reading)
    return list(first.values())


def filled(query: Query, reading: Reading) -> Reading | None:
    """Return *reading* with the words for just the one who has the part that *query* asks for; None where its sentence names nobody in it,
    or something asked is said nowhere."""
    role = asked_role(query)
    if role is None or _is_unsaid(role, reading):
        return None
    text = text_at(reading.passage, reading.sentence)
    if language_of(text) != query.language:
        return None
    syntax = parsed(text)
    found = next((one for one in holders(role, syntax) if not _is_asked(role, syntax, one)), None)
    if found is None or (role.comes and not _is_left(query, role, reading, syntax, found)):
        return None
    start, end = syntax.tokens[found.start].start, syntax.tokens[found.stop - 1].end
    short = Span(start=reading.sentence.start + start, end=reading.sentence.start + end)
    if reading.answerable and reading.short.start <= short.start and short.end <= reading.short.end:
        short = reading.short  # the whole of a name, "Van Gend en Loos"
    return reading._replace(short=short, answerable=True)


def _is_asked(role: Role, syntax: Syntax, one: range) -> bool:
    """Whether the question itself names *one*: what somebody has written, and not who wrote it."""
    words = [stem(syntax.tokens[at].lower) for at in one if syntax.tokens[at].surface[0].isalnum()]
    return role.said.issuperset(word for word in words if word)


def is_untold(query: Query, reading: Reading) -> bool:
    """Return whether it is asked who, and the sentence names somebody in that part, but of other things: the crane purchase, where that of
    a ferry is asked; or it is asked who comes into an office, and nobody is said to."""
    role = asked_role(query)
    if role is None:
        return False
    if role.offices and _is_of_other_things(role, reading):
        return True
    absent = {item.concept for item in reading.absent if not item.light and not item.verb}
    if not absent or (role.comes and NEW in absent):
        return bool(absent)
    if role.offices and next(holders(role, parsed(text_at(reading.passage, reading.sentence))), None) is not None:
        return True
    return is_of_another_sort(query, reading)


def is_of_another_sort(query: Query, reading: Reading) -> bool:
    """Return whether a noun that tells which ones are asked for is said nowhere around the sentence of *reading*, and another one stands
    in its place: the prices of milk, where those of bread are asked for."""
    absent = {item.concept for item in reading.absent if not item.light and not item.verb}
    told = _pairs(reading.passage.text) if absent else frozenset()
    return any(sort in absent and any(other == head and own not in absent for own, other in told) for sort, head in _pairs(query.text))


def _is_of_other_things(role: Role, reading: Reading) -> bool:
    """Whether the words that answer stand beside the deed alone, and the sentence does not say of what: "won just three times"."""
    syntax = parsed(text_at(reading.passage, reading.sentence))
    groups = [group for group in syntax.verbs if tells(role, syntax, group)]
    return bool(groups) and not any(has_object(role, syntax, group) for group in groups)


@lru_cache(maxsize=_CACHED)
def _pairs(text: str) -> frozenset[tuple[str, str]]:
    """The nouns of *text* that tell which ones are meant, each with the noun that it belongs to: "ferry purchase", «бюджет школы»."""
    syntax = parsed(text)
    found: set[tuple[str | None, str | None]] = set()
    for phrase in syntax.phrases:
        head = syntax.concept_of(phrase.head)
        if syntax.language == "en":
            found |= {(syntax.concept_of(at), head) for at in range(phrase.first, phrase.head) if _is_common(syntax, at)}
        behind = syntax.phrase_at(phrase.last) if phrase.last < len(syntax.tokens) and syntax.language == "ru" else None
        if behind is not None and behind.adposition < 0 and "gent" in cases(syntax.tokens[behind.head].lower, "ru"):
            found.add((syntax.concept_of(behind.head), head))
    return frozenset((sort, head) for sort, head in found if sort is not None and head is not None)


def _is_common(syntax: Syntax, at: int) -> bool:
    """Whether the word is a common noun, also where it opens a sentence with a capital: "Dairy prices"."""
    opens = at == 0 or syntax.tokens[at - 1].surface in ".!?"
    return syntax.tags[at] == "NOUN" or (opens and syntax.tags[at] == "PROPN")


def _is_unsaid(role: Role, reading: Reading) -> bool:
    """Whether a word of the question is said nowhere around, that of the deed apart: a champion is who has won."""
    told = role.deeds | role.offices
    fresh = functions(language_of(reading.passage.text))["incoming"] if role.comes else frozenset()
    absent = [item for item in reading.absent if item.surface.lower() not in fresh and item.concept != NEW]
    return any(item.name or not (item.light or item.verb or item.concept in told) for item in absent)


def _is_left(query: Query, role: Role, reading: Reading, syntax: Syntax, one: range) -> bool:
    """Whether the text tells of the office before it names who comes into it, and of nothing asked only behind that: he who follows the
    chair, a treasurer, was that before."""
    if any(syntax.lemma(index) in syntax.words["naming_verbs"] for group in syntax.verbs for index in group.chain):
        return True
    text = reading.passage.text
    end = reading.sentence.start - reading.passage.span.start + syntax.tokens[one.start].start
    before, behind = _said(text[:end]) | titles_over(reading), _said(text[end:])
    return not role.offices.isdisjoint(before) and not any(thing in behind - before for thing in query.things)


def _said(text: str) -> frozenset[str]:
    return frozenset(concept for concept in parsed(text).concepts if concept is not None)


# ---------------------------------------------------------------- the question


def asked_role(query: Query) -> Role | None:
    """Return the part that *query* asks who has; None where it asks something else, or of what no verb or office tells."""
    return _role(query.text, query.language) if query.kind is Kind.WHO else None


@lru_cache(maxsize=_CACHED)
def _role(question: str, language: str) -> Role | None:
    syntax = parse(question, 0, len(question), language)
    words = functions(language)
    lowers = [token.lower for token in syntax.tokens]
    at = next((at for at, lower in enumerate(lowers[:_OPENING]) if lower in words["who_does"] | words["who_undergoes"]), None)
    if at is None:
        return None
    groups, said = [group for group in syntax.verbs if group.first > at], frozenset(stem(lower) for lower in lowers)
    office = _office_behind(syntax, at)
    if office is not None:
        fresh = any(not words["incoming"].isdisjoint((lowers[index], syntax.lemma(index))) for index in range(at + 1, office))
        offices = frozenset((syntax.concept_of(office) or syntax.lemma(office),))
        deeds = frozenset(deed for deed, titles in held_by().items() if not titles.isdisjoint(offices))
        return Role(deeds, offices, undergoes=False, comes=fresh, said=said)
    concepts = (syntax.concept_of(group.chain[-1]) for group in groups[:1] if group.chain)
    asked = frozenset(deed for deed in concepts if deed is not None)
    if not asked:
        return None
    before = any(phrase.first > at and phrase.last <= groups[0].chain[-1] and phrase.adposition < 0 for phrase in syntax.phrases)
    undergoes = groups[0].passive or lowers[at] in words["who_undergoes"] or (before and language == "en")
    offices = frozenset().union(*(held_by().get(deed, ()) for deed in asked))
    return Role(asked, offices, undergoes, comes=False, object=_object_asked(syntax, groups[0]), said=said)


def _object_asked(syntax: Syntax, group: VerbGroup) -> str | None:
    phrase = syntax.phrase_at(group.last) if group.last < len(syntax.tokens) and not group.passive else None
    return syntax.concept_of(phrase.head) if phrase is not None and is_free(syntax, phrase) else None


def _office_behind(syntax: Syntax, at: int) -> int | None:
    """The noun of "who is the director", «кто стал чемпионом»; None where a verb of its own is asked."""
    words = syntax.words
    behind = at + 1
    passed = words["be"] | words["becoming"] | words["becoming_light"]
    while behind < len(syntax.tokens) and not passed.isdisjoint((syntax.tokens[behind].lower, syntax.lemma(behind))):
        behind += 1
    phrase = syntax.phrase_at(behind) if behind < len(syntax.tokens) else None
    if behind == at + 1 or phrase is None or phrase.adposition >= 0 or phrase.head < behind:
        return None
    return phrase.head if syntax.tags[phrase.head] in ("NOUN", "NOUNS") else None
