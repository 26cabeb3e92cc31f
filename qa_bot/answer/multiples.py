"""Whether something doubled, tripled or halved: by the two levels that a text tells of it, else by what the text says of such a claim."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from qa_bot.answer.candidates import figures_of
from qa_bot.answer.concepts import WAYS, target
from qa_bot.answer.readings import Reading, text_at
from qa_bot.schema import Bound, Candidate, Figure, Hit, Kind, Measure, Query, Span
from qa_bot.text.analysis import stem
from qa_bot.text.functions import functions
from qa_bot.text.language import language_of
from qa_bot.text.lexicon import lexicon, remembered
from qa_bot.text.modality import is_past, modality_of
from qa_bot.text.patterns import LatePattern
from qa_bot.text.syntax import Syntax, parse
from qa_bot.text.tokens import fold, tokenize

NEARLY = Decimal("0.05")  # short of the multiple: who rounds calls that doubled, too, and the numbers alone decide nothing
PASSAGES = 6  # as many as the reader ranks sentences of
_LEVELS = frozenset({Measure.COUNT, Measure.MONEY, Measure.QUANTITY, Measure.RATE})
_QUOTED = LatePattern(r"[“”«»\"]")
_BRIEF = 9  # tokens of a sentence, or of what stands before its colon, that only says whether a claim is right


class Multiple(NamedTuple):
    """How many times as much it is asked to have become, the subject's words, and those that must be said of the levels themselves."""

    factor: Decimal
    subject: frozenset[str]
    things: frozenset[str]
    negated: bool  # "has it not doubled": a yes would say nothing


class Judged(NamedTuple):
    """The two levels that decide, the earlier first."""

    before: Figure
    after: Figure
    met: bool


def asked_multiple(query: Query) -> Multiple | None:
    """Return which multiple a yes/no question asks about; None where it asks about none."""
    if query.kind is not Kind.YES_NO or query.condition is not None:
        return None
    factor = _factor(query.text, query.language)
    if factor is None:
        return None
    slots = query.slots
    named = (*slots.head, *slots.counted, *slots.action, *slots.actor, *slots.other)
    left = functions("en")["multiple_terms"] | functions(query.language)["multiple_light"] | WAYS
    subject = frozenset(term for term in map(target, named) if term not in left and _factor(term, query.language) is None)
    things = subject - {*query.names, *slots.place}
    negated = query.polarity is False or not functions(query.language)["negators"].isdisjoint(_parsed(query.text).lowers)
    return Multiple(factor, subject, things, negated) if things else None


@remembered(1024)
def _factor(text: str, language: str) -> Decimal | None:
    """Which multiple the words tell, a fraction where they tell of a fall."""
    found = [value for _, value in _told_in(text, language)]
    if not found or found[-1] < 1:
        return found[-1] if found else None
    syntax = _parsed(text)
    falls = any(syntax.lemma(index) in syntax.words["multiple_falls"] for group in syntax.verbs for index in group.chain)
    return 1 / found[-1] if falls else found[-1]


def _told_in(text: str, language: str) -> Iterator[tuple[int, Decimal]]:
    """The multiples that words of *text* tell, each with the token that it begins at."""
    lowers = [token.lower for token in tokenize(text)]
    for row in sorted(functions(language)["multiples"]):
        words, _, value = row.rpartition(" ")
        parts = words.split()
        for at in range(len(lowers)):
            if (words.endswith("*") and lowers[at].startswith(words[:-1])) or lowers[at : at + len(parts)] == parts:
                yield at, Decimal(value)


@remembered(1024)
def _parsed(text: str) -> Syntax:
    return parse(text, 0, len(text), language_of(text))


def judged(query: Query, asked: Multiple, candidates: Sequence[Candidate]) -> Judged | None:
    """Return the levels before and after of what *query* asks about, and whether they tell that multiple; None where they do not tell."""
    pairs = [pair for pair in _pairs(figures_of(candidates)) if _is_about(asked, *pair) and _is_since(query, pair[0])]
    extra = [len({*before.terms.counted, *after.terms.counted} - asked.subject) for before, after in pairs]
    pairs = [pair for pair, more in zip(pairs, extra, strict=True) if more == min(extra)]  # all jobs before those in tourism
    if not pairs or len({(before.value, after.value) for before, after in pairs}) > 1:
        return None
    before, after = pairs[0]
    met = _is_met(asked.factor, before.value, after.value)
    return Judged(before, after, met) if met is not None else None


def beside(asked: Multiple, reading: Reading, *, right: bool) -> Judged | None:
    """Return the first two levels that stand with what a text says of a claim, where they tell the same."""
    figures = reading.source.figures if reading.source is not None else ()
    first = next(_pairs([figure for figure in figures if figure.span.start >= reading.sentence.start]), None)
    if first is None or _is_met(asked.factor, first[0].value, first[1].value) is not right:
        return None
    return Judged(*first, right)


def _is_met(factor: Decimal, before: Decimal, after: Decimal) -> bool | None:
    if not before:
        return None
    ratio = after / before
    if factor < 1:
        return True if ratio <= factor else False if ratio > factor * (1 + NEARLY) else None
    return True if ratio >= factor else False if ratio < factor * (1 - NEARLY) else None


def _pairs(figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Levels of one thing that follow each other in a document, with nothing else of it between, the earlier time first."""
    told = [figure for figure in figures if figure.measure in _LEVELS and figure.modality is None and figure.upper is None]
    told = [figure for figure in told if figure.unit != "%" and figure.bound in (Bound.EXACT, Bound.ABOUT) and figure.part_of is None]
    for one, other in pairwise(sorted(told, key=lambda each: (each.doc_id, each.span.start))):
        if (one.doc_id, one.measure, one.unit, one.per, one.terms.head) != (
            other.doc_id,
            other.measure,
            other.unit,
            other.per,
            other.terms.head,
        ):
            continue
        if one.terms.place != other.terms.place or one.label != other.label:
            continue
        starts = [figure.period.start for figure in (one, other) if figure.period is not None and figure.period.start is not None]
        if len(starts) == 2 and starts[0] != starts[1]:
            yield (one, other) if starts[0] < starts[1] else (other, one)
        elif (
            one.quote == other.quote
            and len(set(starts)) <= 1
            and not WAYS.isdisjoint((*one.terms.sentence, *one.terms.action, *other.terms.action))
        ):
            yield one, other  # "fell from 44 to 21"


def _is_about(asked: Multiple, before: Figure, after: Figure) -> bool:
    for figure in (before, after):
        terms = figure.terms
        own = {*terms.head, *terms.counted, *_stems(figure.counted or "")}
        if own.isdisjoint(asked.things):
            return False
        around = own.union(terms.action, terms.actor, terms.place, terms.other, terms.sentence, terms.context)
        if not all(term in around for term in asked.subject - asked.things):
            return False
    wider = {term for figure in (before, after) for term in (*figure.terms.context, *figure.terms.sentence, *figure.terms.other)}
    wider.update(term for figure in (before, after) for term in (*figure.terms.head, *figure.terms.counted, *figure.terms.place))
    wider.update(*(_stems(figure.counted or "") for figure in (before, after)))
    return all(term in wider or _is_kin(term, wider) for term in asked.subject)


def _is_kin(term: str, terms: set[str]) -> bool:
    """Whether one of *terms* begins as *term* does: the sleepers, of "sleeping"."""
    return len(term) > 4 and any(other.startswith(term[:5]) for other in terms)


def _is_since(query: Query, before: Figure) -> bool:
    """Whether the first level is of when the question begins, if it says so: "since 2019"."""
    asked = query.period or (query.periods[0] if query.periods else None)
    if asked is None or asked.start is None:
        return True
    return before.period is not None and before.period.start is not None and before.period.start.year == asked.start.year


@remembered(1024)
def _stems(text: str) -> frozenset[str]:
    words = lexicon(language_of(text))
    tokens = tokenize(text)
    lowers = [token.lower for token in tokens]
    named = (mention.concept for mention in words.mentions(tokens))
    return frozenset((*(stem(fold(lower)) for lower in lowers), *(words.concept(lower) for lower in lowers), *named))


# ---------------------------------------------------------------- what a text says of a claim


def claimed(asked: Multiple, hits: Sequence[Hit]) -> tuple[Reading, bool | None] | None:
    """Return the sentence that says it, and whether the text calls it right: None where it only says that somebody does."""
    behind = {(hit.passage.doc_id, hit.passage.ordinal): hit for hit in hits}
    for hit in hits[:PASSAGES]:
        passage = hit.passage
        opening = behind.get((passage.doc_id, 0))
        around = " ".join((passage.doc_id, *passage.headings, passage.text, opening.passage.text if opening is not None else ""))
        context = _stems(around).union(*(figure.terms.context for figure in hit.figures))
        first = _verdict_in(text_at(passage, passage.sentences[0])) if passage.sentences else None
        under = [other for other in hits if other.passage.doc_id == passage.doc_id and other.passage.headings == passage.headings]
        opens = all(passage.ordinal <= other.passage.ordinal for other in under)  # below the claim stands what is said of it
        if first is not None and opens and any(_says(asked, heading, context) for heading in passage.headings):
            shown = Span(start=passage.sentences[0].start, end=passage.sentences[:3][-1].end)  # why it is wrong, too
            return Reading(passage, shown, passage.sentences[0], 0.0, 1.0, answerable=True, missing=(), source=hit), first
        for at, span in enumerate(passage.sentences):
            if _says(asked, text_at(passage, span), context) and not _is_open(text_at(passage, span)):
                after = behind.get((passage.doc_id, passage.ordinal + 1))
                return _called(hit, at, after if at + 1 == len(passage.sentences) else None)
    return None


def _says(asked: Multiple, said: str, context: frozenset[str]) -> bool:
    """Whether the words say that multiple of what is asked about, of which the text around may have told a part."""
    if _factor(said, language_of(said)) != asked.factor:
        return False
    own = {*_stems(said)}
    around = own | context
    return any(term in own or _is_kin(term, own) for term in asked.things) and all(
        term in around or _is_kin(term, around) for term in asked.subject
    )


def _called(hit: Hit, at: int, after: Hit | None) -> tuple[Reading, bool | None]:
    passage = hit.passage
    span, said = passage.sentences[at], text_at(passage, passage.sentences[at])
    whole = Reading(passage, span, span, 0.0, 1.0, answerable=True, missing=(), source=hit)
    if _is_denied(said) and _verdict_in(said) is None:
        return whole, None  # "wages have not doubled. That is true."
    for other in passage.sentences[at : at + 2]:
        verdict = _verdict_in(text_at(passage, other))
        if verdict is not None:
            return whole._replace(sentence=Span(start=span.start, end=other.end), short=other), verdict
    if after is not None and after.passage.sentences:
        first = after.passage.sentences[0]
        verdict = _verdict_in(text_at(after.passage, first))
        if verdict is not None:
            return whole._replace(passage=after.passage, sentence=first, short=first, source=after), verdict
    words = functions(language_of(said))
    reported = any(token.lower in words["claim_verbs"] for token in tokenize(said)) or _QUOTED.search(said) is not None
    return whole, None if reported or not _is_told(said) else True


def _is_open(said: str) -> bool:
    """Whether a sentence only asks, or says under what condition something else would be: "If the staff doubled, it would open"."""
    syntax = _parsed(said)
    return said.rstrip()[-1:] == "?" or not syntax.words["undecided"].isdisjoint(syntax.lowers)


def _is_denied(said: str) -> bool:
    """Whether a sentence denies something, or says that somebody does."""
    syntax = _parsed(said)
    denying = syntax.words["negators"] | syntax.words["denying_adverbs"] | syntax.words["claim_deniers"]
    return not denying.isdisjoint(syntax.lowers | syntax.lemmas)


def _is_told(said: str) -> bool:
    """Whether the verb of the multiple says by itself that it has become so: not denied, planned, expected, nearly or under a condition."""
    syntax = _parsed(said)
    lowers = syntax.lowers
    if _is_denied(said) or not (syntax.words["hypothetical"] | syntax.words["undecided"]).isdisjoint(lowers):
        return False
    for at, _ in _told_in(said, syntax.language):
        clause = syntax.clause_at(at)
        groups = syntax.verbs_in(clause.first, clause.last)
        own = [group for group in groups if group.first <= at < group.last] or [group for group in groups if group.last <= at][-1:]
        if any(group.finite and not group.negated and is_past(syntax, group) and not modality_of(syntax, group, clause) for group in own):
            return True
    return False


def _verdict_in(text: str) -> bool | None:
    """Whether a sentence says no more than that a claim is right, or wrong: "This is wrong", «Это неправда: ...»."""
    brief = re.split(r"[:;—]", text, maxsplit=1)[0]
    lowers = [token.lower for token in tokenize(brief) if token.lower.isalpha()]
    words = functions(language_of(text))
    if not lowers or len(lowers) > _BRIEF or (lowers[0] not in words["claim_pronouns"] and len(lowers) > 2):
        return None
    joined = f" {' '.join(lowers)} "
    if any(f" {phrase} " in joined for phrase in words["refuting"]):
        return False
    return True if any(f" {phrase} " in joined for phrase in words["confirming"]) else None
