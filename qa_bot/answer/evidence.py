"""The sentences of the best passages that may hold an answer, by how much of the question they and their passages say."""

import re
from collections.abc import Sequence
from functools import lru_cache
from math import log
from typing import NamedTuple

from qa_bot.answer.wanted import Item, Wanted
from qa_bot.schema import Hit, Passage, Query, Span
from qa_bot.text.analysis import analyse, stem
from qa_bot.text.language import language_of
from qa_bot.text.lexicon import lexicon, remembered
from qa_bot.text.tokens import fold
from qa_bot.text.translit import name_key

PASSAGES = 6  # whose sentences are ranked; the gold passage of 96 % of the development questions is among them
COUNTED = 20  # passages in which the terms are counted
KIN = 5  # letters that two forms of one word share at least: "colony", "colonise"
NEAR = 0.35  # of a term that the passage or its title says and the sentence does not; flat from 0.25 to 0.5
LIGHT = 0.5  # of a word that an answer's sentence often lacks: "what BEVERAGE", "usually"
LEAST = 0.1  # weight of any term
ELSEWHERE = 0.6  # of a term that other passages of the document say
HIT = 0.3  # of the passage's own score, against the best one's
SOUNDS, ENDING = 3, 2  # of two words that sound alike: how many sounds they share at least, and how many may differ at the end
KINDRED = 0.6  # of another word for the same thing
_CACHED_PASSAGES = 2048
_WORD = re.compile(r"[^\W_]+")
_NAME = re.compile(r"(?!The\b)\b[A-ZА-ЯЁ][^\W\d_]+(?:(?: | of )[A-ZА-ЯЁ][^\W\d_]+)+")
_INITIAL = re.compile(r"\b[A-ZА-ЯЁ]")


class Term(NamedTuple):
    """An item with its weight among the passages found, and the other stems that stand for it."""

    item: Item
    weight: float
    others: frozenset[str]
    key: str  # of the word's sounds, for a text in other letters; else ""
    sure: bool  # whether it would be found if it were said: False for a word that only a dictionary could carry into the other language


class Evidence(NamedTuple):
    """A sentence with the share of the question's weight that it says, that its passage and title say besides, and its rank so far."""

    passage: Passage
    sentence: Span
    said: float
    around: float
    score: float
    hit: float  # the passage's score, 1 for the best
    rank: int  # of the passage, from 0
    absent: tuple[Term, ...]  # said neither in the sentence nor around it
    source: Hit


def weigh(query: Query, question: Wanted, hits: Sequence[Hit]) -> tuple[Term, ...]:
    """Return the terms of the question, weighted by how few of the *hits* hold them."""
    texts = [hit.passage.text.lower() for hit in hits[:COUNTED]]
    if not hits or language_of(hits[0].passage.text) == query.language:
        return tuple(_term(item, texts, query.language) for item in question.items)
    language = "ru" if query.language == "en" else "en"
    forms = frozenset().union(*(stems for hit in hits[:PASSAGES] for stems in stems_of(hit)))
    return tuple(_foreign(_term(item, texts, language), forms) for item in question.items)


def _term(item: Item, texts: Sequence[str], language: str) -> Term:
    others = frozenset(_stems(item.concept, language)) - {item.stem} if item.concept is not None else frozenset()
    holding = sum(item.stem in text for text in texts)
    if not holding:
        holding = max((sum(other in text for text in texts) for other in others), default=0)
    weight = log(1 + (len(texts) - holding + 0.5) / (holding + 0.5))
    if item.light:
        weight *= LIGHT
    return Term(item, max(weight, LEAST), others, "", sure=True)


def _foreign(term: Term, forms: frozenset[str]) -> Term:
    """The term for a text in other letters: by its sounds, too, and sure only if it can be looked for."""
    key = "" if term.item.number else name_key(term.item.stem)
    heard = bool(key) and any(akin(key, name_key(form)) for form in forms)
    sure = heard or bool(term.others) or term.item.number
    return term._replace(key=key if heard else "", sure=sure, weight=term.weight if sure else LEAST)


@remembered(8192)
def _stems(concept: str, language: str) -> tuple[str, ...]:
    return tuple(stem(fold(word)) for word in lexicon(language).words(concept) if " " not in word)


def rank(hits: Sequence[Hit], terms: Sequence[Term], *, top: int) -> list[Evidence]:
    """Return the *top* sentences, the best first."""
    found: list[Evidence] = []
    total = sum(term.weight for term in terms) or 1.0
    best = hits[0].score if hits else 1.0
    for place, hit in enumerate(hits[:PASSAGES]):
        share = hit.score / best if best > 0 else 0.0
        others = [other.passage.text for other in hits if other.passage.doc_id == hit.passage.doc_id and other is not hit]
        found.extend(_ranked(hit, others, terms, total, share, place))
    found.sort(key=lambda evidence: (-evidence.score, evidence.rank, evidence.sentence.start))
    return found[:top]


def _ranked(hit: Hit, others: Sequence[str], terms: Sequence[Term], total: float, share: float, place: int) -> list[Evidence]:
    passage, sentences = hit.passage, stems_of(hit)
    everything = frozenset().union(*sentences) | _title(passage)
    sought = [(term, _forms(everything, term)) for term in terms]
    around = [(term, forms, _says(everything, term, forms) or _says_elsewhere(others, term)) for term, forms in sought]
    present = [(term, forms, amount) for term, forms, amount in around if amount]
    absent = tuple([term for term, _, amount in around if not amount and term.sure])
    found: list[Evidence] = []
    for span, stems in zip(passage.sentences, sentences, strict=True):
        said = near = 0.0
        for term, forms, amount in present:
            here = 1.0 if term.item.stem in stems else _says(stems, term, forms)
            said += term.weight * here
            near += term.weight * max(amount - here, 0.0)
        score = (said + NEAR * near) / total + HIT * share
        found.append(Evidence(passage, span, said / total, near / total, score, share, place, absent, hit))
    return found


class _Forms(NamedTuple):
    """Forms of a passage that may stand for a term: those that sound like it, and those that begin like it."""

    akin: frozenset[str]
    kin: frozenset[str]


def _forms(everything: frozenset[str], term: Term) -> _Forms:
    start = term.item.stem[:KIN]
    begins = len(start) == KIN and not term.item.number
    return _Forms(
        frozenset([form for form in everything if akin(term.key, name_key(form))] if term.key else ()),
        frozenset([form for form in everything if form.startswith(start)] if begins else ()),
    )


def _says(stems: frozenset[str], term: Term, forms: _Forms) -> float:
    """How surely one of *stems*, all of a passage or of one of its sentences, is the term."""
    if term.item.stem in stems:
        return 1.0
    if not term.others.isdisjoint(stems):
        return KINDRED
    if not forms.akin.isdisjoint(stems):
        return 1.0 if term.item.name else KINDRED
    return KINDRED if not forms.kin.isdisjoint(stems) else 0.0


def _says_elsewhere(texts: Sequence[str], term: Term) -> float:
    """A name or subject given in another paragraph holds for the whole document."""
    if not texts or not term.item.stem:
        return 0.0
    forms = (term.item.surface, term.item.surface.capitalize(), term.item.stem)
    return ELSEWHERE if any(form in text for text in texts for form in forms) else 0.0


def places(evidence: Evidence, terms: Sequence[Term]) -> list[str]:
    """Return where around the sentence each of *terms* is said: "beside" it, in its "passage", its "title", "elsewhere", "absent".

    "unsure" is a word that could not be looked for.
    """
    if not terms:
        return []
    sentences, title = stems_of(evidence.source), _title(evidence.passage)
    at = evidence.passage.sentences.index(evidence.sentence)
    beside = frozenset().union(*sentences[max(0, at - 1) : at + 2])
    everything = frozenset().union(*sentences)
    layers = (("beside", beside), ("passage", everything), ("title", title))
    found: list[str] = []
    for term in terms:
        forms = _forms(everything | title, term)
        found.append(next((name for name, stems in layers if _says(stems, term, forms)), _away(evidence, term)))
    return found


def _away(evidence: Evidence, term: Term) -> str:
    if not term.sure:
        return "unsure"
    return "absent" if term in evidence.absent else "elsewhere"


def akin(first: str, second: str) -> bool:
    """Return whether two keys are of one word as two languages have it: the endings differ, by the case of a name, too.

    >>> akin(name_key("колокольцев"), name_key("kolokoltsev")), akin(name_key("анархист"), name_key("anarchist"))
    (True, True)
    """
    if first[:SOUNDS] != second[:SOUNDS]:
        return False
    longest = max(len(first), len(second))
    if longest - min(len(first), len(second)) > ENDING:
        return False
    shared = next((at for at, (one, other) in enumerate(zip(first, second, strict=False)) if one != other), min(len(first), len(second)))
    return shared >= max(SOUNDS, longest - ENDING)


def stems_of(hit: Hit) -> tuple[frozenset[str], ...]:
    """Return the index terms of each sentence of the passage found."""
    passage, offset = hit.passage, hit.passage.span.start
    return _stems_of(passage.text, tuple([(span.start - offset, span.end - offset) for span in passage.sentences]), hit.body)


@lru_cache(maxsize=_CACHED_PASSAGES)
def _stems_of(text: str, spans: tuple[tuple[int, int], ...], body: str) -> tuple[frozenset[str], ...]:
    lines = body.split("\n") if body else [" ".join(analyse(text[start:end])) for start, end in spans]
    return tuple([frozenset((*line.split(), *acronyms(text[start:end]))) for (start, end), line in zip(spans, lines, strict=False)])


def acronyms(sentence: str) -> list[str]:
    """Return the initials of each name of several words, in lower case.

    >>> acronyms("The Court of Justice of the European Union sits there.")
    ['cj', 'eu']
    """
    return ["".join(_INITIAL.findall(run)).lower() for run in _NAME.findall(sentence)]


def _title(passage: Passage) -> frozenset[str]:
    """The index terms of what a passage stands under: headings, and the name of its document."""
    return _named(passage.doc_id, passage.headings)


@lru_cache(maxsize=_CACHED_PASSAGES)
def _named(doc_id: str, headings: tuple[str, ...]) -> frozenset[str]:
    return frozenset(analyse(" ".join((*_WORD.findall(doc_id), *headings))))
