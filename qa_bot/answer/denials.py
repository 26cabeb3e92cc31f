"""Sentences that say there was none of just what is asked: "No child under 16 was killed", «В Казани задержаний не было».

Words that say there was none hold of all that the clause does not narrow, and of nothing more. So such a clause answers where both ways
hold: all that is asked stands in it, or in what it stands under, and all that it says is asked, or stands there. That no child was killed
says nothing of people, and that nobody was hurt in the tunnel nothing of the town; that nobody was hurt does say so of children.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from qa_bot.answer.candidates import fitting
from qa_bot.answer.concepts import broader, is_person, target
from qa_bot.answer.deeds import DEEDLESS, EXISTING, FATES
from qa_bot.answer.denial_times import is_of_time
from qa_bot.answer.nones import VERBS, NoneClause, Nones, is_anybody, nones_in, passed_over, signs_of, tells_of, terms_at
from qa_bot.answer.numerals_fit import are_opposite
from qa_bot.answer.period_fit import period_fit
from qa_bot.answer.readings import text_at
from qa_bot.schema import Bound, Candidate, Condition, Figure, Fit, Hit, Kind, Measure, Passage, Query, Span
from qa_bot.text.analysis import stem
from qa_bot.text.functions import functions, known_by
from qa_bot.text.language import language_of
from qa_bot.text.lexicon import lexicon, remembered
from qa_bot.text.periods import find_periods
from qa_bot.text.refuted import is_refuted
from qa_bot.text.syntax import TIME, Syntax, parse
from qa_bot.text.tagger import cases
from qa_bot.text.tokens import fold, tokenize

PASSAGES = 6  # as many as the reader ranks sentences of
BEGINNING = 4  # letters that other forms of a word begin with, too
DIE, FATAL = "die", "fatal"  # concepts
MANY = 10_000  # tokens, more than a question has
ADULT = 18  # below this age is a child whom no figure says to be one
_WORD = re.compile(r"[^\W_]+")
_CACHED = 1024


class Denial(NamedTuple):
    """A sentence that says there was none, the words of it that do, and where it was found."""

    hit: Hit
    sentence: Span
    short: Span
    figure: Figure | None  # the zero that was read of it when it was indexed


def denial(query: Query, hits: Sequence[Hit], candidates: Sequence[Candidate] = ()) -> Denial | None:
    """Return the first sentence of *hits* that says there was none of just what *query* asks, or asks whether there was any.

    None where any document counts some of it: then the figures answer, and those that say there was none stand beside them.
    """
    if query.kind not in (Kind.COUNT, Kind.YES_NO):
        return None
    told = [(hit, span, said) for hit in hits[:PASSAGES] if hit.score > 0 for span, said in _telling(hit.passage, query.language)]
    begun = _beginnings(query) if told else ()
    told = [each for each in told if any(start in each[2].lower() for start in begun)]
    asked = _asked(query) if told else None
    if asked is None:
        return None
    for hit, span, said in told:
        seen = nones_in(said)
        if is_refuted(seen.syntax):
            continue
        for none in seen.clauses:
            if _answers(query, asked, hit, span, seen, none):
                counted = counted_elsewhere(candidates, hit.passage.doc_id, span)
                disputed = counted is not None or _is_contradicted(query, asked, hits, span, hit.passage.doc_id)
                disputed = disputed or (_is_deadly(none) and FATAL not in asked.terms and _is_death_told(hits))
                return _denial(hit, span, seen, none) if not disputed else None
    return None


def _beginnings(query: Query) -> tuple[str, ...]:
    """The first letters of the question's words, and of others for the same: a sentence with none of them needs no look at its clauses."""
    wider = {other for deed in query.slots.action for other in broader(deed)}
    others = (word for deed in wider for word in lexicon(query.language).words(deed))
    words = (*query.terms, *query.expansions, *(stem(fold(token.lower)) for token in tokenize(query.text)), *others)
    return tuple({word[:BEGINNING] for word in words if len(word) > 2})


def _telling(passage: Passage, language: str) -> list[tuple[Span, str]]:
    """The sentences of *passage* that may say there was none, going by their letters."""
    if not _may_deny(passage.text, language):
        return []
    signs = signs_of(language)
    sentences = ((span, text_at(passage, span)) for span in passage.sentences)
    return [(span, said) for span, said in sentences if signs.search(said.lower())]


@lru_cache(maxsize=_CACHED)
def _may_deny(text: str, language: str) -> bool:
    return signs_of(language).search(text.lower()) is not None


def is_in_denial(passage: Passage, sentence: Span, short: Span) -> bool:
    """Return whether *short* stands in a clause of the sentence that says there was none: 16, of "no child under 16 was killed"."""
    said = text_at(passage, sentence)
    if not signs_of(language_of(said)).search(said.lower()):
        return False
    seen = nones_in(said)
    tokens, start, end = seen.syntax.tokens, short.start - sentence.start, short.end - sentence.start
    return any(tokens[none.first].start <= start and end <= tokens[none.last - 1].end for none in seen.clauses)


def is_misread(query: Query, hits: Sequence[Hit], figure: Figure) -> bool:
    """Return whether *figure* stands in a clause that says there was none, and answers *query* only by what that clause leaves out: a
    limit, "no fine exceeded 2 million", or the zero of those of a sort that nobody asked for, "no prisoners under 18"."""
    bounded = figure.bound in (Bound.MORE_THAN, Bound.LESS_THAN, Bound.AT_LEAST, Bound.AT_MOST)
    hit = next((hit for hit in hits if figure.doc_id == hit.passage.doc_id and figure in hit.figures), None)
    if hit is None or not (bounded or not figure.value):
        return False
    said = text_at(hit.passage, figure.quote)
    if not signs_of(language_of(said)).search(said.lower()):
        return False
    if figure.value:
        return is_in_denial(hit.passage, figure.quote, figure.span)
    asked, seen = _asked(query), nones_in(said)
    at = figure.span.start - figure.quote.start
    tokens = seen.syntax.tokens
    none = next((each for each in seen.clauses if tokens[each.first].start <= at < tokens[each.last - 1].end), None)
    if asked is None or none is None or query.language != seen.syntax.language:
        return False
    return any(term.isdigit() for word in none.terms for term in word if term not in asked.terms)


def leaves_open(query: Query, hits: Sequence[Hit], passage: Passage, sentence: Span) -> bool:
    """Return whether the sentence says nothing of the deed that *query* asks about, where that alone is asked, "did anyone resign?", or
    where another sentence says of the deed that nobody did it: that the ferry sank is no "yes"."""
    asked = _asked(query)
    said = text_at(passage, sentence)
    if asked is None or not asked.deeds or query.language != language_of(said):
        return False
    own = _words_of(said)
    own |= frozenset[str]().union(*(broader(term) for term in own), *(known_by().get(term, ()) for term in own))
    untold = [deed for deed in asked.deeds if not _holds(own, deed)]
    if not untold or not asked.heads:
        return bool(untold)
    denied = (none for hit in hits[:PASSAGES] for _, other in _telling(hit.passage, query.language) for none in nones_in(other).clauses)
    return any(_holds(frozenset[str]().union(*none.terms), deed) for none in denied for deed in untold)


# ---------------------------------------------------------------- the question


class _Asked(NamedTuple):
    """The words of a question, each as its concept and its stem."""

    heads: tuple[frozenset[str], ...]  # the thing that is counted, or "any" of which is asked for; empty where that is anybody
    deeds: tuple[frozenset[str], ...]
    around: tuple[frozenset[str], ...]  # what tells which ones: these the text around may say
    numbers: frozenset[str]

    @property
    def terms(self) -> frozenset[str]:
        """All of them."""
        return frozenset().union(self.numbers, *self.heads, *self.deeds, *self.around)


def _asked(query: Query) -> _Asked | None:
    """What *query* asks there to have been; None where it asks something else than how many there were, or whether there were any."""
    counts = query.kind is Kind.COUNT and not query.amount and query.measure in (None, Measure.COUNT) and query.dimension is None
    asks = query.kind is Kind.YES_NO and (query.condition is None or _is_any(query, query.condition))
    if not (counts or asks) or query.operation is not None or query.polarity is False or _is_on_votes(query) or query.parts:
        return None
    syntax = _asking(query.text)
    taken = {*query.claimant}
    heads: list[frozenset[str]] = []
    deeds: list[frozenset[str]] = []
    around: list[frozenset[str]] = []
    opened = (clause.first for clause in syntax.clauses[1:])
    late = next((at for at in opened if syntax.tags[at] == "SCONJ" or syntax.tokens[at].lower in syntax.words["hypothetical"]), MANY)
    for index in range(len(syntax.tokens)):
        held = terms_at(syntax, index)
        if not held or not held.isdisjoint(taken) or any(map(is_anybody, held)) or not held.isdisjoint(syntax.words["asking_words"]):
            continue
        if syntax.tags[index] == "NUM" or syntax.tokens[index].surface[:1].isdigit():
            continue
        told = around if index > late else _place_of(query, syntax, index, held, (heads, deeds, around))
        told.append(held)  # "when the ferry sank" is what the text is on
    if query.continues is not None:
        slots = query.slots
        heads.extend(frozenset((term,)) for term in slots.head if not is_anybody(term))
        deeds.extend(frozenset((term,)) for term in slots.action if term not in DEEDLESS | EXISTING)
        around.extend(frozenset((target(term),)) for term in (*slots.counted, *slots.actor, *slots.place, *slots.other, *slots.direction))
    if not heads and not deeds:
        placed = [held for held in around if not held.isdisjoint(query.slots.place)]
        heads, around = [held for held in around if held not in placed], placed  # "cases of measles": the clause itself has to name it
    if not heads and not deeds:
        return None
    numbers = frozenset(token.lower for token, tag in zip(syntax.tokens, syntax.tags, strict=True) if token.lower.isdigit() and tag != TIME)
    if query.condition is not None and not numbers and query.condition.value != 1:
        return None
    return _Asked(tuple(heads), tuple(deeds), tuple(around), numbers)


def _is_on_votes(query: Query) -> bool:
    """Whether votes for or against are asked for: not «за поджог», "against the police" beside another deed."""
    return query.votes is not None and ("vote" in (*query.slots.action, *query.slots.head) or not query.slots.action)


def _is_any(query: Query, condition: Condition) -> bool:
    """Whether a condition asks no more than whether there was one, "at least one", or is an age: "any skiers under 18"."""
    if condition.bound in (Bound.LESS_THAN, Bound.AT_MOST):
        return _is_age(_asking(query.text))
    return condition.bound in (Bound.AT_LEAST, Bound.EXACT) and condition.value == 1


def _is_age(syntax: Syntax) -> bool:
    """Whether a word before a number makes it an age, and nothing that it counts follows: "under 18", not "under three guests"."""
    for at, token in enumerate(syntax.tokens[:-1]):
        if token.lower in syntax.words["age_limits"] and syntax.tokens[at + 1].surface[:1].isdigit():
            behind = at + 2
            years = behind < len(syntax.tokens) and syntax.concept_of(behind) == "year"
            if behind >= len(syntax.tokens) or years or syntax.tags[behind] not in ("NOUN", "NOUNS", "PROPN", "ADJ"):
                return True
    return False


@remembered(256)  # a question is held against many sentences
def _asking(text: str) -> Syntax:
    language = language_of(text)
    times = [(mention.start, mention.end) for mention in find_periods(text, 0, len(text), language)]
    return parse(text, 0, len(text), language, times=times)


_Lists = tuple[list[frozenset[str]], list[frozenset[str]], list[frozenset[str]]]


def _place_of(query: Query, syntax: Syntax, at: int, held: frozenset[str], lists: _Lists) -> list[frozenset[str]]:
    """The one of *lists* that the word at token *at* belongs to: a noun without an adposition is the thing, or who did it."""
    heads, deeds, around = lists
    slots, phrase = query.slots, syntax.phrase_at(at)
    named = syntax.tags[at] == "PROPN" or syntax.tokens[at].surface[:1].isupper() or not held.isdisjoint((*slots.actor, *slots.place))
    if (phrase is not None and (phrase.adposition >= 0 or (named and at))) or syntax.tags[at - 1 : at] == ["ADP"]:
        return around
    if syntax.tags[at] in VERBS or (not held.isdisjoint(slots.action) and held.isdisjoint(slots.head)):
        return deeds
    if phrase is None and syntax.tags[at] == "ADJ":
        return deeds  # "were fatal"
    if phrase is None or at != phrase.head:
        return around
    if syntax.language == "ru" and held.isdisjoint(slots.head) and cases(syntax.tokens[at].lower, "ru").isdisjoint(("nomn", "accs")):
        return around  # «при обрушении моста»
    definite = syntax.tokens[phrase.first].lower in syntax.words["definite_articles"]
    return around if definite else heads


# ---------------------------------------------------------------- both ways


def _answers(query: Query, asked: _Asked, hit: Hit, span: Span, seen: Nones, none: NoneClause) -> bool:
    if query.language != seen.syntax.language or not (none.terms or none.bare):
        return False
    own = frozenset[str]().union(*none.terms)
    own |= frozenset[str]().union(*(known_by().get(term, ()) for term in own))
    if not all(_holds(own, deed) for deed in asked.deeds) or (_is_deadly(none) and not all(DIE in deed for deed in asked.deeds)):
        return False  # of "no fatal accidents" nobody knows that none drowned
    said = _around(hit, span)
    deaths = not FATES.isdisjoint(own)  # of no persons: "no death", "no fatal accidents"
    if not all(_holds(own, head) or _is_meant(head, none, said) or (deaths and any(map(is_person, head))) for head in asked.heads):
        return False
    everything = own | said.sentence | said.before | said.over
    return (
        all(_holds(everything, term) or (deaths and any(map(is_person, term))) for term in asked.around)
        and asked.numbers <= own
        and _is_all_asked(asked, none, said, _joined(asked, seen, none))
        and is_of_time(query, hit, span, seen, none)
        and _is_of_same_side(query, seen, none)
        and all(term in everything for term in query.claimant)
    )


def _holds(held: frozenset[str], word: frozenset[str]) -> bool:
    """Whether *held* has the word, or what it is a sort of: what befell none of the wider befell none of the narrower."""
    return not held.isdisjoint(word) or any(not held.isdisjoint(broader(term)) for term in word)


def _is_meant(head: frozenset[str], none: NoneClause, said: "_Said") -> bool:
    """Whether "nobody", "nothing" or "none" stands for *head*: any person; what the text before speaks of."""
    personal = any(map(is_person, head))
    if none.personal:
        return personal
    if none.things:
        return not personal and _holds(said.before | said.title, head)
    numbered = any(map(str.isdigit, said.sentence & said.before))  # "of the 730, not one"
    return (none.bare and _holds(said.before if numbered else said.last | said.sentence, head)) or (none.times and "time" in head)


def _joined(asked: _Asked, seen: Nones, none: NoneClause) -> frozenset[str]:
    """The terms of what "and" or "or" joins to something asked for: of what there was none in two towns there was none in either."""
    syntax, terms = seen.syntax, asked.terms
    found: set[str] = set()
    for at in range(none.first + 1, none.last - 1):
        before, after = syntax.phrase_at(at - 1), syntax.phrase_at(at + 1)
        if syntax.tags[at] != "CCONJ" or before is None or after is None or before.last != at:
            continue
        pair = [frozenset[str]().union(*(terms_at(syntax, index) for index in range(each.first, each.last))) for each in (before, after)]
        found.update(*(mine for mine, other in (pair, pair[::-1]) if mine.isdisjoint(terms) and not other.isdisjoint(terms)))
    return frozenset(found)


def _is_all_asked(asked: _Asked, none: NoneClause, said: "_Said", joined: frozenset[str]) -> bool:
    """Whether each word of the clause is asked for, or *joined* to what is, or is of what the text is on; an age is of the children
    asked for."""
    terms = asked.terms
    young = not functions("en")["young"].isdisjoint(terms)
    wider = terms.union(*(broader(term) for word in (*asked.heads, *asked.deeds) for term in word))
    passed = passed_over(deadly=_is_deadly(none)) | joined
    link = next((at for at, word in enumerate(none.terms) if not word.isdisjoint(functions("en")["causing_links"])), None)
    if link is not None and not FATES.isdisjoint(terms):  # "no death was linked to the vaccine" is told of what is asked of the vaccine
        passed |= none.terms[link]
        if any(word.isdisjoint(wider) for word in none.terms[link + 1 :]):
            return False
    for word in none.terms:
        if not word.isdisjoint(passed):
            continue
        held = word.union(*(known_by().get(term, ()) for term in word))
        aged = young and any(term.isdigit() and int(term) <= ADULT for term in held)
        if none.things and not held.isdisjoint(functions("en")["denied_wholes"]):
            continue  # "nothing was sold from the collection"
        if not aged and held.isdisjoint(wider) and held.isdisjoint(said.title) and not any(map(is_anybody, held)):
            return False
    return (
        not none.personal
        or not asked.heads
        or any(is_person(term) or not none.terms for head in asked.heads for term in head)
        or any(not head.isdisjoint(held) for head in asked.heads for held in none.terms)
    )


def _is_deadly(none: NoneClause) -> bool:
    return any(FATAL in word for word in none.terms)


def _is_death_told(hits: Sequence[Hit]) -> bool:
    """Whether any sentence tells of a death: who died of heat died in no accident."""
    return any(tells_of(DIE, text_at(hit.passage, span)) for hit in hits[:PASSAGES] for span in hit.passage.sentences)


def _is_of_same_side(query: Query, seen: Nones, none: NoneClause) -> bool:
    """Whether the clause has the words that it shares with the question on the same side of what parts: "to" and "from" a place, "over"
    and "under" an age."""
    clause = seen.syntax.text[seen.syntax.tokens[none.first].start : seen.syntax.tokens[none.last - 1].end]
    if are_opposite(query, clause, query.language):
        return False
    asking = _asking(query.text)
    asked, told = _parted(asking, 0, len(asking.tokens)), _parted(seen.syntax, none.first, none.last)
    caused = not FATES.isdisjoint(asked) and not functions("en")["causing_links"].isdisjoint(told)  # "die from" what deaths are "linked to"
    return caused or all(asked[term] == told[term] for term in asked.keys() & told.keys())


def _parted(syntax: Syntax, first: int, last: int) -> dict[str, str | None]:
    """For each term from token *first* to *last* the adposition of it, where that parts what it names from the rest: "without"."""
    found: dict[str, str | None] = {}
    for index in range(first, last):
        phrase = syntax.phrase_at(index)
        at = phrase.adposition if phrase is not None and phrase.adposition >= 0 else index - 1
        if at > 1 and syntax.tokens[at].lower in syntax.words["partitives"] and syntax.tags[at - 2] == "ADP":
            at -= 2  # "over any of the deaths"
        lower = syntax.tokens[at].lower if at >= 0 else ""
        of_whole = lower in syntax.words["partitives"] and not syntax.tokens[index].surface[:1].isupper()  # «из рабочих»
        parting = lower if lower in syntax.words["parting_adpositions"] and not of_whole else None
        for term in terms_at(syntax, index):
            found[term] = parting or found.get(term)  # «против сотрудников полиции», two words for one thing
    return found


class _Said(NamedTuple):
    """What stands around a sentence, as concepts and stems."""

    title: frozenset[str]  # over it: headings and the name of the document
    over: frozenset[str]  # and what figures of its passage take from above them
    before: frozenset[str]  # before it in its passage
    last: frozenset[str]  # in the sentence right before it
    sentence: frozenset[str]  # in itself


def _around(hit: Hit, span: Span) -> _Said:
    passage = hit.passage
    earlier = [other for other in passage.sentences if other.end <= span.start]
    title = _words_of(" ".join((*_WORD.findall(passage.doc_id), *passage.headings)))
    contexts = [frozenset(figure.terms.context) for figure in hit.figures]
    title |= frozenset.intersection(*contexts) if contexts else frozenset()
    before = [_words_of(text_at(passage, other)) for other in earlier]
    return _Said(
        title, title.union(*contexts), frozenset().union(*before), before[-1] if before else frozenset(), _words_of(text_at(passage, span))
    )


@remembered(_CACHED)
def _words_of(text: str) -> frozenset[str]:
    syntax = parse(text, 0, len(text), language_of(text))
    concepts = {concept for index in range(len(syntax.tokens)) if (concept := syntax.concept_of(index)) is not None}
    return frozenset((*concepts, *(stem(fold(token.lower)) for token in syntax.tokens)))


def _is_contradicted(query: Query, asked: _Asked, hits: Sequence[Hit], span: Span, doc_id: str) -> bool:
    """Whether a figure of another sentence, of any document, counts what is asked for, in its own words: two have died since."""
    for hit in hits:
        for figure in hit.figures:
            if (figure.doc_id, figure.quote) != (doc_id, span) and _counts_some(query, asked, hit, figure):
                return True
    return False


def _counts_some(query: Query, asked: _Asked, hit: Hit, figure: Figure) -> bool:
    if not figure.value or figure.modality is not None or figure.measure is not Measure.COUNT:
        return False
    if query.period is not None and period_fit(query.period, figure) is Fit.DIFFERENT:
        return False
    terms = figure.terms
    own = {*terms.head, *terms.counted, *terms.action, *terms.actor, *terms.place, *terms.other, *terms.direction}
    own.update(*(known_by().get(term, ()) for term in own))
    own.update(target(term) for term in terms.direction)
    wide = own | _around(hit, figure.quote).title
    said = all(not own.isdisjoint(word) for word in (*asked.heads, *asked.deeds))
    return said and asked.numbers <= own and all(not wide.isdisjoint(word) for word in asked.around)


def counted_elsewhere(candidates: Sequence[Candidate], doc_id: str, quote: Span) -> Figure | None:
    """Return a figure of another sentence that fits the question in every slot and counts some."""
    for held in fitting(candidates):
        figure = held.figure
        elsewhere = (figure.doc_id, figure.quote) != (doc_id, quote) and bool(figure.value) and figure.modality is figure.newer is None
        if elsewhere and figure.measure is Measure.COUNT and not held.slots(Fit.DIFFERENT, Fit.NARROWER, Fit.WIDER, Fit.UNKNOWN):
            return figure
    return None


def _denial(hit: Hit, span: Span, seen: Nones, none: NoneClause) -> Denial:
    tokens = seen.syntax.tokens
    start, end = span.start + tokens[none.first].start, span.start + tokens[none.last - 1].end
    zero = [figure for figure in hit.figures if figure.value == 0 and figure.quote == span and start <= figure.span.start < end]
    return Denial(hit, span, Span(start=start, end=end), zero[0] if len(zero) == 1 else None)
