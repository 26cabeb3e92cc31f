"""The sentence that answers a question in words, and the words in it that do.

Rules say which spans of which sentences may answer (`spans`), and a log-linear model learned from questions with known answers says which
of them does (tools/train_reader.py). Whether it is an answer at all is decided by what of the question is missing around it (`deciding`).
"""

import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from math import exp
from pathlib import Path
from typing import NamedTuple

from qa_bot.answer.deciding import OFFICES, log_odds, missing_slots
from qa_bot.answer.evidence import Evidence, Term, rank, weigh
from qa_bot.answer.reader_words import reader_words
from qa_bot.answer.readings import Reading, text_at
from qa_bot.answer.sights import may_measure, sight
from qa_bot.answer.signs import Judged
from qa_bot.answer.spans import JUDGED, best_spans, is_worded, match_tokens, sentence_features
from qa_bot.answer.superlatives import own_stretches
from qa_bot.answer.told_parts import told_parts
from qa_bot.answer.wanted import Wanted, wanted
from qa_bot.forest import Forest, forest_of
from qa_bot.schema import Hit, Query, Span
from qa_bot.text.syntax import TIME

SENTENCES = 3  # read closely; they hold the gold sentence of 90 % of the development questions; a 4th gives 0.7 F1 and takes a third longer
# Where less of the question's weight is said than LITTLE, the trees have to be so much SURER: most of that is of another thing. A
# floor there declined 1.4 points more of the answerable training questions, and 0.3 points more of those on no topic.
LITTLE, SURER = 0.35, 1.4
MANY = 64  # spans of a sentence of which only some parts may answer
NO_OFFICE = 4.0  # off the score of a sentence that does not name the office of "who is the ..."
BEFORE = 2  # tokens before a time in which "since" stands
CAUSE = 1.0  # on that of a sentence that says "because", for "why"
_QUOTES = ("«»", "“”", "„“")
_JOINED = re.compile(r"(?:[A-ZА-ЯЁ][\w.’'-]*\s)*[A-ZА-ЯЁ][\w.’'-]*\s&\s$")
_MINUS = re.compile(r"(?<![^\s(])[-\u2010\u2011–−](?=[\d$€£])")


def judge(
    query: Query,
    question: Wanted,
    hits: Sequence[Hit],
    weights: Mapping[str, float],
    *,
    sentences: int = SENTENCES,
    spans: int = JUDGED,
) -> list[Judged]:
    """Return the best span of each of the best *sentences*, the best first; *spans* of each are judged as a whole."""
    if not question.items or not hits:
        return []
    terms = weigh(query, question, hits)
    found = [one for evidence in rank(hits, terms, top=sentences) for one in _best(evidence, terms, question, weights, spans)]
    highest = max((one.score for one in found), default=0.0)
    total = sum(exp(one.score - highest) for one in found)
    found = [one._replace(odds=exp(one.score - highest) / total) for one in found]
    return sorted(found, key=lambda one: (-one.score, one.evidence.rank, one.evidence.sentence.start))


def _best(evidence: Evidence, terms: Sequence[Term], question: Wanted, weights: Mapping[str, float], judged: int) -> list[Judged]:
    offset = evidence.passage.span.start
    text = evidence.passage.text[evidence.sentence.start - offset : evidence.sentence.end - offset]
    if (question.group == "when" or question.sort.startswith("how:")) and not may_measure(text):
        return []
    seen = sight(text)
    matched = match_tokens(seen, terms)
    own = own_stretches(seen, question.most) or told_parts(seen, matched, question)
    spans = best_spans(seen, matched, question, weights, judged=judged if own is None else len(own) * MANY)
    if own is not None:
        spans = [span for span in spans if any(span.first in part and span.last in part for part in own)]
    if not spans:
        return []
    best = max(spans, key=lambda span: (span.score, -span.first, -span.last))
    whole = sum(weights.get(f"* {name}", 0.0) * amount for name, amount in sentence_features(evidence))
    if question.sort in OFFICES and not matched.focus:
        whole -= NO_OFFICE
    if question.group == "why" and "because" in seen.cues:
        whole += CAUSE
    return [
        Judged(
            evidence=evidence,
            seen=seen,
            matched=matched,
            terms=tuple(terms),
            first=best.first,
            last=best.last,
            score=best.score + whole,
            odds=0.0,
        )
    ]


class Looked(NamedTuple):
    """What looking closely has found: what the question wants, and the best span of each sentence, the best first."""

    question: Wanted
    judged: list[Judged]
    language: str  # of the question


def look(query: Query, hits: Sequence[Hit]) -> Looked:
    """Return the best spans of the best sentences of *hits*."""
    question = wanted(query)
    return Looked(question, judge(query, question, hits, model().spans), query.language)


def reading(looked: Looked, at: int) -> Reading:
    """Return the reading of the sentence *at*: whether it answers is decided only for those that are asked for."""
    question, judged, language = looked
    one = judged[at]
    evidence = one.evidence
    start = evidence.sentence.start
    covered = evidence.said + evidence.around
    others = (other for other in judged if other is not one)
    thin = covered < LITTLE and one.seen.language == language  # the other language has other words for much of it
    odds = log_odds([one, *others], question, model().answerable)
    answered = odds is not None and odds > (SURER if thin else 0.0)
    return Reading(
        passage=evidence.passage,
        sentence=evidence.sentence,
        short=_whole(evidence, Span(start=start + one.start - _sign(evidence, one.start), end=start + one.end)),
        score=round(one.score, 4),
        coverage=round(covered, 4),
        odds=round(odds, 4) if odds is not None else None,
        answerable=answered,
        missing=missing_slots(evidence, question, answered=answered),
        absent=tuple(term.item for term in evidence.absent),
        away=tuple(term.item for term in evidence.away),
        topical=covered > 0 and _is_topical(evidence, question),
        worded=_is_worded(one, question),
        source=evidence.source,
    )


def _sign(evidence: Evidence, at: int) -> int:
    """Return how many characters before *at* in the sentence are a minus, which spans leave out: 1 in "was -7 °C", 0 in "the 5-7"."""
    start = evidence.sentence.start - evidence.passage.span.start + at
    return int(at > 0 and _MINUS.match(evidence.passage.text, start - 1, start + 1) is not None)


def _whole(evidence: Evidence, span: Span) -> Span:
    """Return *span* with the quotation mark that closes a name, and with the first half of "Stelling & Sons"."""
    passage = evidence.passage
    before, short, behind = (
        text_at(passage, part)
        for part in (Span(start=evidence.sentence.start, end=span.start), span, Span(start=span.end, end=evidence.sentence.end))
    )
    joined = _JOINED.search(before) if short[:1].isupper() else None
    opened = next((mark for mark in _QUOTES if mark[0] in short and mark[1] not in short and behind[:1] == mark[1]), None)
    if joined is None and opened is None:
        return span
    return Span(start=span.start - (len(joined[0]) if joined is not None else 0), end=span.end + (opened is not None))


def _is_topical(evidence: Evidence, question: Wanted) -> bool:
    absent = {term.item for term in evidence.absent}
    return any(item not in absent and not (item.verb or item.number or item.light) for item in question.items)


def _is_worded(one: Judged, question: Wanted) -> bool:
    """Whether the span answers "how many" by a word, or "how long" by when it began or ended: "since 2001"."""
    if not question.sort.startswith("how:"):
        return False
    seen, first, last = one.seen, one.first, one.last
    lasting = not reader_words(seen.language).lasting.isdisjoint(seen.lowers[max(0, first - BEFORE) : last])
    timed = question.sort == "how:long" and lasting and TIME in seen.tags[first : last + 1]
    return timed or is_worded(seen, first, last)


class Model(NamedTuple):
    """Weights of the features of spans, and the trees that decide whether there is an answer."""

    spans: Mapping[str, float]
    answerable: Forest


@cache
def model() -> Model:
    """Return the weights as learned; loaded once."""
    data = json.loads((Path(__file__).parent / "data" / "reader.json").read_text("utf-8"))
    return Model(data["spans"], forest_of(data["answerable"]["bias"], data["answerable"]["trees"]))
