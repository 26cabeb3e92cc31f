"""Whether a time that a sentence tells dates another deed than the one that is asked for: another thing's, another place's, another one."""

from collections.abc import Iterable, Sequence

from qa_bot.answer.concepts import are_akin, is_deed
from qa_bot.answer.evidence import titles_over
from qa_bot.answer.holders import is_free, parsed
from qa_bot.answer.longer_names import is_longer, is_sibling
from qa_bot.answer.readings import Reading, text_at
from qa_bot.answer.wanted import Item, wanted
from qa_bot.schema import Kind, Query
from qa_bot.text.analysis import stem
from qa_bot.text.functions import functions
from qa_bot.text.modality import is_past
from qa_bot.text.syntax import TIME, Phrase, Syntax, VerbGroup
from qa_bot.text.tokens import fold

_NOUNS = frozenset({"NOUN", "NOUNS", "PROPN", "X"})


def is_of_another_deed(query: Query, reading: Reading) -> bool:
    """Return whether it is asked when, and the clause of the time tells of something else that the text around tells apart from it: the
    bakery that opened is no tram line, the ward at Oxley none at Penrose, and who bought a clinic did not open it."""
    if query.kind is not Kind.WHEN:
        return False
    syntax = parsed(text_at(reading.passage, reading.sentence))
    if syntax.language != query.language:
        return False
    part = _part(syntax, syntax.token_from(reading.short.start - reading.sentence.start))
    items = [item for item in wanted(query).items if not (item.light or item.number)]
    things = [item for item in items if not item.verb]
    nowhere = {item.stem for item in reading.absent}
    asked = parsed(query.text)
    denies = not functions(query.language)["negators"].isdisjoint(token.lower for token in asked.tokens)
    if not denies and is_told_undone(syntax, part, [item for item in items if item.verb]):
        return True
    lacking = [item for item in things if not is_in(item, syntax, part) and item.stem not in nowhere]
    if lacking and not _points_back(syntax, part):
        nouns = [at for at, tag in enumerate(asked.tags) if tag in _NOUNS]
        main = [item for item in things if is_in(item, asked, nouns)] or things
        if not any(is_in(item, syntax, part) for item in main):
            titles = titles_over(reading)
            if any(item.name and item.stem in titles for item in main):  # "Upon graduating in 1785, Bonaparte", below "Napoleon"
                return False
            return any(is_free(syntax, phrase) for phrase in _phrases(syntax, part))
        if _is_elsewhere(query, lacking, syntax, part) or _is_outdone(items, syntax, part, reading):
            return True
    if any(item.verb and is_in(item, syntax, part) for item in items) or _is_beside(things, syntax, reading):
        return False
    deeds = {item.concept for item in items if item.verb and item.concept is not None and is_deed(item.concept)}
    return bool(deeds) and _is_other_deed(deeds, things, syntax, part, reading)


def _is_beside(things: Sequence[Item], syntax: Syntax, reading: Reading) -> bool:
    """Whether the time belongs to a thing that is asked for as a part of its name: "the 1992 Treaty of Marle", "the Treaty 1992"."""
    first = syntax.token_from(reading.short.start - reading.sentence.start)
    last = syntax.token_from(reading.short.end - reading.sentence.start)
    named = syntax.phrase_at(last)
    behind = range(last, named.last if named is not None else last)
    return any(item.name and (is_in(item, syntax, behind) or is_in(item, syntax, range(first - 1, first))) for item in things)


def is_told_undone(syntax: Syntax, part: range, deeds: Sequence[Item], *, at_once: bool = False) -> bool:
    """Return whether the words tell of the *deeds*, and only that they were not done; with *at_once* not at some time alone."""
    told = [group for group in syntax.verbs if group.first in part and any(is_in(item, syntax, group.chain) for item in deeds)]
    return bool(told) and all(group.negated for group in told) and bool(undone(syntax, part, at_once=at_once))


def undone(syntax: Syntax, part: range, *, at_once: bool = False) -> list[VerbGroup]:
    """Return the verbs of *part* that say of something that it was not done, unless it was by others, later or in part."""
    groups = [group for group in syntax.verbs if group.first in part and group.negated and is_past(syntax, group)]
    told = [at for group in groups for at in (syntax.clause_at(group.first).first, *range(group.first - 1, part.stop))]
    if not syntax.words["narrowing_denials"].isdisjoint(syntax.tokens[at].lower for at in told):
        return []
    return [] if at_once and any(_is_narrowed(syntax, group) for group in groups) else groups


def _is_narrowed(syntax: Syntax, group: VerbGroup) -> bool:
    """Whether the clause tells when or how it was not done, at first, at once, in stages, which leaves open whether it was later."""
    first, last = syntax.clause_at(group.first)[:2]
    words = syntax.words
    if any(syntax.tags[at] == "ADV" and syntax.tokens[at].lower not in words["plain_adverbs"] for at in range(first, last)):
        return True
    if any(syntax.tags[at] == TIME for at in range(group.last, last)):
        return True
    behind = (phrase for phrase in _phrases(syntax, range(group.last, last)) if phrase.adposition >= 0)
    return any(
        syntax.tokens[phrase.adposition].lower in words["place_adpositions"] | words["goal_adpositions"] and not _is_place(syntax, phrase)
        for phrase in behind
    )


def _part(syntax: Syntax, at: int) -> range:
    """The tokens around the one at *at* up to the next semicolon on either side."""
    bars = [index for index, token in enumerate(syntax.tokens) if token.surface == ";"]
    first = max((bar + 1 for bar in bars if bar < at), default=0)
    return range(first, min((bar for bar in bars if bar > at), default=len(syntax.tokens)))


def _phrases(syntax: Syntax, part: range) -> list[Phrase]:
    return [phrase for phrase in syntax.phrases if phrase.first in part]


def is_in(item: Item, syntax: Syntax, part: Iterable[int]) -> bool:
    return any(
        item.stem == stem(fold(syntax.tokens[at].lower)) or (item.concept is not None and item.concept == syntax.concept_of(at))
        for at in part
    )


def _points_back(syntax: Syntax, part: range) -> bool:
    """Whether the words may tell of what was told before: by "it", by "the company" alone, or by no noun before the verb at all."""
    relatives = syntax.words["relative_pronouns"]
    if any(syntax.tags[at] == "PRON" and syntax.tokens[at].lower not in relatives for at in part):
        return True
    return any(_is_bare(syntax, phrase) for phrase in _phrases(syntax, part))


def _is_bare(syntax: Syntax, phrase: Phrase) -> bool:
    """Whether the phrase is "the company", without a word that tells which."""
    led = syntax.tokens[phrase.first].lower in syntax.words["definite_articles"]
    return led and phrase.adposition < 0 and phrase.last == phrase.first + 2 and syntax.tags[phrase.last : phrase.last + 1] != ["ADP"]


def _is_elsewhere(query: Query, lacking: Sequence[Item], syntax: Syntax, part: range) -> bool:
    """Whether the question has a name that the words have not, and they have another of its kind, the Long Bridge for the Short Bridge, or
    another place in its stead: "at Oxley General" for "at Penrose", "in Lower Dene" for "in Upper Dene"."""
    asked = parsed(query.text)
    words = {stem(fold(token.lower)) for token in asked.tokens}
    for phrase in _phrases(asked, range(len(asked.tokens))):
        if not any(item.name and is_in(item, asked, range(phrase.first, phrase.last)) for item in lacking):
            continue
        name = [concept for at in range(phrase.first, phrase.last) if (concept := asked.concept_of(at)) is not None]
        if len(name) > 1 and is_sibling(syntax.slice(part.start, part.stop), name, syntax.language):
            return True
        others = [other for other in _phrases(syntax, part) if _is_place(syntax, other)] if _is_place(asked, phrase) else []
        for other in others:
            own = {stem(fold(syntax.tokens[at].lower)) for at in range(other.first, other.last)}
            if own.isdisjoint(words) or is_longer(syntax.slice(other.first, other.last), own & words, syntax.language):
                return True
    return False


def _is_outdone(items: Sequence[Item], syntax: Syntax, part: range, reading: Reading) -> bool:
    """Whether a sentence beside has all of the question that the words have, and more of it: what it tells of has no date there."""
    own = [item for item in items if is_in(item, syntax, part)]
    for span in reading.passage.sentences:
        other = parsed(text_at(reading.passage, span))
        whole = range(len(other.tokens))
        told = [item for item in items if is_in(item, other, whole)]
        if span != reading.sentence and len(told) > len(own) and all(item in told for item in (*own, *(i for i in items if i.verb))):
            return True
    return False


def _is_place(syntax: Syntax, phrase: Phrase) -> bool:
    """Whether a preposition of place leads to a name."""
    words = syntax.words
    if phrase.adposition < 0 or syntax.tokens[phrase.adposition].lower not in words["place_adpositions"] | words["goal_adpositions"]:
        return False
    return any(syntax.tokens[at].surface[:1].isupper() for at in range(phrase.first, phrase.last))


def _is_other_deed(deeds: set[str], things: Sequence[Item], syntax: Syntax, part: range, reading: Reading) -> bool:
    """Whether the words tell of known deeds that are none of *deeds* nor akin to one, which a sentence beside tells, and
    of one of *things* that they lack."""
    told = {
        concept for group in syntax.verbs if group.first in part for at in group.chain if (concept := syntax.concept_of(at)) is not None
    }
    own = {concept for at in part if (concept := syntax.concept_of(at)) is not None}
    known = {concept for concept in told if is_deed(concept)}
    if not known or any(are_akin(deed, other) for deed in deeds for other in own):
        return False
    lacking = [item for item in things if not is_in(item, syntax, part)]
    beside = [parsed(text_at(reading.passage, span)) for span in reading.passage.sentences if span != reading.sentence]
    telling = [other for other in beside if not deeds.isdisjoint(other.concepts)]
    if len(lacking) == len(things):
        return bool(telling)
    return any(is_in(item, other, range(len(other.tokens))) for other in telling for item in lacking or things)
