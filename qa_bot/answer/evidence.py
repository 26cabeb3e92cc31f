"""The sentences of the best passages that may hold an answer, by how much of the question they and their passages say."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import log
from typing import NamedTuple

from qa_bot.answer.readings import Reading
from qa_bot.answer.wanted import Item, Wanted
from qa_bot.schema import Hit, Passage, Query, Span
from qa_bot.text.acronyms import acronyms
from qa_bot.text.analysis import analyse, stem
from qa_bot.text.functions import held_by
from qa_bot.text.language import language_of
from qa_bot.text.lexicon import lexicon, remembered
from qa_bot.text.number_words import number_words
from qa_bot.text.roman import to_roman
from qa_bot.text.tokens import fold
from qa_bot.text.translit import name_key

PASSAGES = 6  # whose sentences are ranked; the gold passage of 96 % of the development questions is among them
STANDING = 5  # passages whose scores are compared
COUNTED = 20  # passages in which the terms are counted
KIN = 5  # letters that two forms of one word share at least: "colony", "colonise"
NEAR = 0.35  # of a term that the passage or its title says and the sentence does not; flat from 0.25 to 0.5
LIGHT = 0.5  # of a word that an answer's sentence often lacks: "what BEVERAGE", "usually"
LEAST = 0.1  # weight of any term
ELSEWHERE = 0.6  # of a term that other passages of the document say
PARAGRAPH = "\n\n"
HIT = 0.3  # of the passage's own score, against the best one's
SOUNDS, ENDING = 3, 2  # of two words that sound alike: how many sounds they share at least, and how many may differ at the end
KINDRED = 0.6  # of another word for the same thing
LARGEST_SPELLED = 30  # of the numbers that texts write in words or in Roman numerals
MAX_PASSAGES = 2_048  # whose terms are kept: some 20 MB when full
_NONE: frozenset[str] = frozenset()
_WORD = re.compile(r"[^\W_]+")
_TITLE_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+")  # "F.C." as one


class Term(NamedTuple):
    """An item with its weight among the passages found, and the other stems that stand for it."""

    item: Item
    weight: float
    others: frozenset[str]
    key: str  # of the word's sounds, for a text in other letters; else ""
    sure: bool  # whether it would be found if it were said: False for a word that only a dictionary could carry into the other language


class Standing(NamedTuple):
    """How the best passages stand to each other and to the question. Shares of it go by weight; passages of one document are kin."""

    second: float  # the second one's score, as a share of the best one's
    fifth: float
    titled: float  # the largest share of the question that one of their titles says
    agreeing: float  # the share of them that are kin, of the largest such group
    rare: float  # the share of them that say the question's heaviest word
    told: Mapping[frozenset[str], float]  # by document: the share of the question that those of it say together


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
    standing: Standing
    away: tuple[Term, ...] = ()  # said only in other passages of the document, and not in its first, or only in later paragraphs


class Said(NamedTuple):
    """What a passage says, as index terms."""

    sentences: tuple[frozenset[str], ...]  # of each of its sentences
    passage: frozenset[str]  # of all of them
    title: frozenset[str]  # of what it stands under: headings, and the name of its document
    everything: frozenset[str]  # of both
    kin: Mapping[str, frozenset[str]]  # by their first letters: what begins alike


def weigh(query: Query, question: Wanted, hits: Sequence[Hit]) -> tuple[Term, ...]:
    """Return the terms of the question, weighted by how few of the *hits* hold them."""
    texts = [hit.passage.text.lower() for hit in hits[:COUNTED]]
    if not hits or language_of(hits[0].passage.text) == query.language:
        return tuple(_term(item, texts, query.language, query.text) for item in question.items)
    language = "ru" if query.language == "en" else "en"
    forms = frozenset().union(*(stems for hit in hits[:PASSAGES] for stems in said_in(hit).sentences))
    return tuple(_foreign(_term(item, texts, language, query.text), forms) for item in question.items)


def _term(item: Item, texts: Sequence[str], language: str, question: str) -> Term:
    others = frozenset(_stems(item.concept, language)) - {item.stem} if item.concept is not None else _NONE
    if item.number and not re.search(rf"\w-{re.escape(item.stem)}\b", question):  # the second of something is no BeiDou-2
        others |= _spelled(item.stem, language)
    holding = sum([item.stem in text for text in texts])
    if not holding:
        holding = max([sum([other in text for text in texts]) for other in others], default=0)
    weight = log(1 + (len(texts) - holding + 0.5) / (holding + 0.5))
    if item.light:
        weight *= LIGHT
    return Term(item, max(weight, LEAST), others, "", sure=True)


@remembered(256)
def _spelled(digits: str, language: str) -> frozenset[str]:
    """The stems of the words for a small number, and its Roman numeral: "Season 15" is the fifteenth, World War 2 World War II."""
    if not digits.isdecimal() or int(digits) > LARGEST_SPELLED:
        return _NONE
    words = number_words(language)
    spelled = (word for values in (words.cardinals, words.ordinals) for word, value in values.items() if value == int(digits))
    roman = to_roman(int(digits)).lower()
    return frozenset(map(stem, spelled)) | ({roman} if len(roman) > 1 else _NONE)  # "I" and "V" are said of much else


def _foreign(term: Term, forms: frozenset[str]) -> Term:
    """The term for a text in other letters: by its sounds, too, and sure only if it can be looked for."""
    key = "" if term.item.number else name_key(term.item.stem)
    heard = bool(key) and any(akin(key, name_key(form)) for form in forms)
    sure = heard or bool(term.others) or term.item.number
    return term._replace(key=key if heard else "", sure=sure, weight=term.weight if sure else LEAST)


@remembered(8192)
def _stems(concept: str, language: str) -> tuple[str, ...]:
    concepts = (concept, *sorted(held_by().get(concept, ())))
    return tuple(stem(fold(word)) for one in concepts for word in lexicon(language).words(one) if " " not in word)


def rank(hits: Sequence[Hit], terms: Sequence[Term], *, top: int) -> list[Evidence]:
    """Return the *top* sentences, the best first."""
    total = sum(term.weight for term in terms) or 1.0
    best = hits[0].score if hits else 1.0
    elsewhere = _Elsewhere(hits)
    found: list[_Scored] = []
    for place, hit in enumerate(hits[:PASSAGES]):
        found += _scored(hit, place, hit.score / best if best > 0 else 0.0, elsewhere, terms, total)
    found.sort()
    standing = _standing(hits, terms, total)
    return [_evidence(scored, hits[scored.rank], elsewhere, terms, total, standing) for scored in found[:top]]


def _standing(hits: Sequence[Hit], terms: Sequence[Term], total: float) -> Standing:
    top = hits[:STANDING]
    best = top[0].score if top else 0.0
    scores = [max(hit.score, 0.0) / best if best > 0 else 0.0 for hit in top]
    groups: dict[frozenset[str], list[frozenset[str]]] = {}
    for hit in top:
        groups.setdefault(document_of(hit), []).append(said_in(hit).everything)
    titles = (sum([term.weight for term in terms if term.item.stem in said_in(hit).title]) for hit in top)
    heaviest = max(terms, key=lambda term: term.weight).item.stem if terms else ""
    told = {name: sum([term.weight for term in terms if _is_told(term, kin)]) / total for name, kin in groups.items()}
    return Standing(
        second=scores[1] if len(scores) > 1 else 0.0,
        fifth=scores[STANDING - 1] if len(scores) == STANDING else 0.0,
        titled=max(titles, default=0.0) / total,
        agreeing=max(map(len, groups.values()), default=0) / max(1, len(top)),
        rare=sum([heaviest in said_in(hit).everything for hit in top]) / max(1, len(top)),
        told=told,
    )


def _is_told(term: Term, passages: Sequence[frozenset[str]]) -> bool:
    return any(term.item.stem in said or not term.others.isdisjoint(said) for said in passages)


def document_of(hit: Hit) -> frozenset[str]:
    """Return what tells the document from others: the words of its name, numbers apart, which count the parts of one."""
    return _named(hit.passage.doc_id)


@lru_cache(maxsize=MAX_PASSAGES)
def _named(doc_id: str) -> frozenset[str]:
    return frozenset([word for word in _WORD.findall(doc_id) if not word.isdigit()]) or frozenset((doc_id,))


class _Scored(NamedTuple):
    """A sentence by its score, of which the best come first; the rest of its evidence is gathered for these alone."""

    negative: float
    rank: int
    start: int
    span: Span
    said: float
    near: float
    share: float


def _scored(hit: Hit, place: int, share: float, elsewhere: "_Elsewhere", terms: Sequence[Term], total: float) -> list[_Scored]:
    said_there = said_in(hit)
    present: list[tuple[Term, _Forms | None, float]] = []  # without forms what only other passages of the document say
    for term in terms:
        forms = _forms(said_there, term)
        amount = _says(said_there.everything, term, forms)
        if amount:
            present.append((term, forms, amount))
        elif amount := elsewhere.says(hit, term):
            present.append((term, None, amount))
    found: list[_Scored] = []
    for span, stems in zip(hit.passage.sentences, said_there.sentences, strict=True):
        said = near = 0.0
        for term, held, amount in present:
            here = _says(stems, term, held) if held is not None else 0.0
            said += term.weight * here
            near += term.weight * max(amount - here, 0.0)
        score = (said + NEAR * near) / total + HIT * share
        found.append(_Scored(-score, place, span.start, span, said, near, share))
    return found


def _evidence(scored: _Scored, hit: Hit, elsewhere: "_Elsewhere", terms: Sequence[Term], total: float, standing: Standing) -> Evidence:
    passage, span, said_there = hit.passage, scored.span, said_in(hit)
    sought = [(term, _forms(said_there, term)) for term in terms]
    unsaid = [term for term, forms in sought if not _says(said_there.everything, term, forms)]
    away = [term for term in unsaid if elsewhere.is_away(hit, term)]
    absent = tuple([term for term in unsaid if term.sure and not elsewhere.says(hit, term)])
    late = _first_said(passage, said_there, sought)
    behind = passage.text.find(PARAGRAPH, span.end - passage.span.start) + passage.span.start if late else -1
    later = [term for term, start in late if span.end <= behind < start]
    said, near, score = scored.said / total, scored.near / total, -scored.negative
    return Evidence(passage, span, said, near, score, scored.share, scored.rank, absent, hit, standing, (*away, *later))


def _first_said(passage: Passage, said: Said, sought: Sequence[tuple[Term, "_Forms"]]) -> list[tuple[Term, int]]:
    """The terms that a passage of several paragraphs says, and its headings do not, with where the first sentence starts that says them."""
    if PARAGRAPH not in passage.text:
        return []
    spans = [span.start for span in passage.sentences]
    found = (
        (term, [_says(stems, term, forms) > 0 for stems in said.sentences]) for term, forms in sought if not _says(said.title, term, forms)
    )
    return [(term, spans[places.index(True)]) for term, places in found if True in places]


class _Forms(NamedTuple):
    """Forms of a passage that may stand for a term: those that sound like it, and those that begin like it."""

    akin: frozenset[str]
    kin: frozenset[str]


def _forms(said: Said, term: Term) -> _Forms:
    start = term.item.stem[:KIN]
    return _Forms(
        frozenset([form for form in said.everything if akin(term.key, name_key(form))]) if term.key else _NONE,
        said.kin.get(start, _NONE) if not term.item.number else _NONE,
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


class _Elsewhere:
    """What the documents of the passages found say in others of these: a name or subject given in one holds for the whole document."""

    def __init__(self, hits: Sequence[Hit]) -> None:
        self._hits: dict[str, list[Hit]] = {}
        for hit in hits:
            self._hits.setdefault(hit.passage.doc_id, []).append(hit)
        self._saying: dict[tuple[str, Item], list[Hit]] = {}

    def says(self, hit: Hit, term: Term) -> float:
        """Return how surely another passage of the document of *hit* says *term*."""
        return ELSEWHERE if any(other is not hit for other in self._said_by(hit, term)) else 0.0

    def is_away(self, hit: Hit, term: Term) -> bool:
        """Return whether of the passages of the document of *hit* only others say *term*, and not the first, whose words hold for all."""
        saying = self._said_by(hit, term)
        return bool(saying) and all(other is not hit and other.passage.ordinal > 0 for other in saying)

    def _said_by(self, hit: Hit, term: Term) -> list[Hit]:
        """The passages found of the document of *hit* that say *term*."""
        item, doc_id = term.item, hit.passage.doc_id
        if not item.stem:
            return []
        saying = self._saying.get((doc_id, item))
        if saying is None:
            surface, capital = item.surface, item.surface.capitalize()
            texts = [(other, other.passage.text) for other in self._hits[doc_id]]
            saying = [other for other, text in texts if item.stem in text or surface in text or capital in text]
            self._saying[doc_id, item] = saying
        return saying


def places(evidence: Evidence, terms: Sequence[Term]) -> list[str]:
    """Return where around the sentence each of *terms* is said: "beside" it, in its "passage", its "title", "elsewhere", "absent".

    "unsure" is a word that could not be looked for.
    """
    if not terms:
        return []
    said = said_in(evidence.source)
    at = evidence.passage.sentences.index(evidence.sentence)
    beside = frozenset().union(*said.sentences[max(0, at - 1) : at + 2])
    layers = (("beside", beside), ("passage", said.passage), ("title", said.title))
    found: list[str] = []
    for term in terms:
        forms = _forms(said, term)
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


_known: dict[int, tuple[Passage, str, Said]] = {}  # by the identity of their passages


def said_in(hit: Hit) -> Said:
    """Return what the passage found says; that of the passages met last is kept."""
    known = _known.get(id(hit.passage))
    if known is None or known[0] is not hit.passage or known[1] is not hit.body:
        if len(_known) >= MAX_PASSAGES:
            _known.clear()
        known = _known[id(hit.passage)] = hit.passage, hit.body, _said_in(hit.passage, hit.body)
    return known[2]


def titles_over(reading: Reading) -> frozenset[str]:
    """Return the terms of what the sentence of *reading* stands under: headings, the name of its document, its title if figures have it."""
    if reading.source is None:
        return frozenset()
    figures = (figure for figure in reading.source.figures if figure.quote == reading.sentence)
    return said_in(reading.source).title.union(*(figure.terms.context for figure in figures))


def _said_in(passage: Passage, body: str) -> Said:
    offset = passage.span.start
    texts = [passage.text[span.start - offset : span.end - offset] for span in passage.sentences]
    lines = body.split("\n") if body else [" ".join(analyse(text)) for text in texts]
    sentences = tuple([frozenset((*line.split(), *acronyms(text))) for text, line in zip(texts, lines, strict=False)])
    named = " ".join(_TITLE_WORD.findall(passage.doc_id))
    initials = acronyms("\n".join((named, *passage.headings)))  # the USAF, in the article on the United States Air Force
    title = frozenset((*analyse(" ".join((named, *passage.headings))), *initials))
    own = frozenset().union(*sentences)
    kin: dict[str, set[str]] = {}
    for form in own | title:
        if len(form) >= KIN:
            kin.setdefault(form[:KIN], set()).add(form)
    return Said(sentences, own, title, own | title, {start: frozenset(forms) for start, forms in kin.items()})
