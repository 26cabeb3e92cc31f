"""The sentence that names the cause of what is asked about: «Причиной прорыва дамбы стал размыв грунта», "Economists blame the drought"."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from qa_bot.answer.evidence import titles_over
from qa_bot.answer.holders import parsed
from qa_bot.answer.readings import Reading, text_at
from qa_bot.answer.sights import sight
from qa_bot.schema import Kind, Passage, Query, Span
from qa_bot.text.functions import functions
from qa_bot.text.lexicon import Kinds
from qa_bot.text.syntax import Phrase, Syntax
from qa_bot.text.tagger import cases

AKIN = 5  # letters that a verb and its noun share at least: "collapse"
_VERBS = frozenset({"VERB", "VB", "VBN", "VBG"})


def named_cause(query: Query, readings: Sequence[Reading], behind: Passage | None = None) -> Reading | None:
    """Return the first sentence of the passages of *readings* that names the cause of just what *query* asks about, as these, with the
    paragraph that they stand *behind*, tell it; None if none does."""
    if query.kind is not Kind.WHY or query.polarity is False:
        return None
    return next((found for reading in readings for found in _naming(query, reading, behind)), None)


def blaming_behind(reading: Reading) -> Reading | None:
    """Return the sentence right behind that of *reading*, where that one tells only how much, and this one what somebody blames for it."""
    if not any(map(str.isdigit, text_at(reading.passage, reading.short))):
        return None
    after = next((sentence for sentence in reading.passage.sentences if sentence.start >= reading.sentence.end), None)
    if after is None:
        return None
    syntax = parsed(text_at(reading.passage, after))
    blames = any(syntax.lemma(index) in syntax.words["blaming"] for group in syntax.verbs for index in group.chain)
    return reading._replace(sentence=after, short=after) if blames else None


def _naming(query: Query, reading: Reading, behind: Passage | None) -> Iterator[Reading]:
    passage, offset = reading.passage, reading.passage.span.start
    for sentence in passage.sentences:
        syntax = parsed(text_at(passage, sentence))
        if syntax.language != query.language or not (syntax.words["cause_nouns"] & syntax.lowers):
            continue
        effect = _effect(syntax)
        if effect is None or not _is_asked(query, syntax, effect):
            continue
        sights = [sight(text) for text in (passage.text[: sentence.end - offset], behind.text if behind is not None else "")]
        said = {*titles_over(reading)}.union(*((*seen.concepts, *seen.stems) for seen in sights))
        told = {syntax.concept_of(effect.head), *_deeds(query)}
        unsaid = {thing for thing in (*query.things, *query.names) if thing not in said and thing not in told}
        if unsaid or _is_told_of_others(query, passage, sentence):
            continue
        start, end = _cause(syntax)
        yield reading._replace(
            sentence=sentence, short=Span(start=sentence.start + start, end=sentence.start + end), answerable=True, missing=()
        )


def _effect(syntax: Syntax) -> Phrase | None:
    """What the sentence names the cause of: «причиной прорыва», "the cause of the fire"."""
    nouns = syntax.words["cause_nouns"]
    at = next((index for index, token in enumerate(syntax.tokens) if token.lower in nouns), -1)
    if syntax.language == "ru":
        behind = syntax.phrase_at(at + 1) if 0 <= at < len(syntax.tokens) - 1 else None
        return behind if behind is not None and "gent" in cases(syntax.tokens[behind.head].lower, "ru") else None
    if at < 0 or at + 1 >= len(syntax.tokens) or syntax.tokens[at + 1].lower not in syntax.words["genitive"]:
        return None
    return next((phrase for phrase in syntax.phrases if phrase.adposition == at + 1), None)


def _is_of_another(syntax: Syntax, effect: Phrase) -> bool:
    """Whether the words right behind *effect* say of what it was: the fire at the school; no body that says so, «в МЧС»."""
    behind = next((phrase for phrase in syntax.phrases if effect.last <= phrase.first <= effect.last + 1), None)
    mention = syntax.mention_at(behind.head) if behind is not None else None
    acts = mention is not None and bool(mention.kinds & (Kinds.ORGANISATION | Kinds.SPEAKER | Kinds.TITLE))
    direct = behind is not None and syntax.tags[effect.last] not in _VERBS and (behind.adposition >= 0 or behind.first == effect.last)
    if syntax.language == "ru" and behind is not None and behind.adposition < 0:
        direct = "gent" in cases(syntax.tokens[behind.head].lower, "ru") and "nomn" not in cases(syntax.tokens[behind.head].lower, "ru")
    return direct and not acts


def _deeds(query: Query) -> frozenset[str]:
    """What the question tells of, as concepts and as lemmas."""
    asked = parsed(query.text)
    verbs = (index for index, tag in enumerate(asked.tags) if tag in _VERBS)
    return frozenset((*query.slots.action, *(asked.lemma(index) for index in verbs)))


def _is_asked(query: Query, syntax: Syntax, effect: Phrase) -> bool:
    """Whether *effect* is what the question asks about: its noun, or that of its verb."""
    concept, noun = syntax.concept_of(effect.head), syntax.lemma(effect.head)
    deeds = _deeds(query)
    if concept in query.things or concept in deeds:
        return True
    paired = any(f"{deed} {noun}" in _effects(syntax.language) for deed in deeds)
    return paired or any(len(deed) >= AKIN and deed[:AKIN] == noun[:AKIN] for deed in deeds)


def tells_again(query: Query, passage: Passage, sentence: Span) -> bool:
    """Return whether *sentence* tells of such a deed as *query* asks about, by any verb for it: "walked out", of a strike."""
    syntax, deeds = parsed(text_at(passage, sentence)), _deeds(query)
    pairs = [pair.split() for pair in _effects(query.language)]
    nouns = {noun for deed, noun in pairs if deed in deeds}
    alike = deeds | {deed for deed, noun in pairs if noun in nouns or noun in deeds}
    verbs = {at for at, tag in enumerate(syntax.tags) if tag in _VERBS}
    told = {mention.concept for mention in syntax.mentions if not verbs.isdisjoint(range(mention.first, mention.last))}
    return not alike.isdisjoint(told | {syntax.lemma(at) for at in verbs})


def _is_told_of_others(query: Query, passage: Passage, sentence: Span) -> bool:
    """Whether the last sentence before *sentence* that tells of such a deed has nobody and nothing of the question in it."""
    earlier = [each for each in passage.sentences if each.end <= sentence.start and tells_again(query, passage, each)]
    if not earlier:
        return False
    seen = sight(text_at(passage, earlier[-1]))
    asked = {*query.things, *query.names} - _deeds(query)
    return bool(asked) and asked.isdisjoint((*seen.concepts, *seen.stems))


@cache
def _effects(language: str) -> frozenset[str]:
    return functions(language)["deed_nouns"]


def _cause(syntax: Syntax) -> tuple[int, int]:
    """Where the words for the cause stand: behind the verb that names it; the whole sentence where that is not plain."""
    whole = (0, len(syntax.text.rstrip()))
    naming = syntax.words["cause_naming"]
    group = next(
        (group for group in syntax.verbs if not naming.isdisjoint(syntax.lemma(at) for at in range(group.first, group.last))), None
    )
    if group is None or group.last >= len(syntax.tokens) or syntax.tokens[-1].surface != ".":
        return whole
    start = syntax.tokens[group.last].start
    clause = re.split(r"[,;]", syntax.text[start:].rstrip(" ."), maxsplit=1)[0]
    return (start, start + len(clause)) if clause else whole
