"""What tells whether the best span is an answer.

Every content word of the question is accounted for: what it is in the question (a name, its verb ...) and where it is said, from the
clause of the answer to nowhere. Beside that stands how much of the question the clause, the sentence and the titles say, which of its
words follow each other there, too, and how far the best passage is ahead of the others. How much each sign speaks for or against an
answer is learned (tools/train_reader.py).
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import log
from typing import NamedTuple

from qa_bot.answer.evidence import Evidence, Term, document_of, places
from qa_bot.answer.sights import CONTENT, Sight
from qa_bot.answer.spans import Matched
from qa_bot.answer.wanted import Item, Wanted
from qa_bot.text.lexicon import lexicon
from qa_bot.text.syntax import TIME

LEAD = 8.0  # in score before the next sentence: more says no more
HIT = 0.85  # of the best passage's score: in a long document the answer may well stand in a lesser passage
THIN = 0.6  # share of the question's weight below which evidence is thin
NEIGHBOURS = 3  # tokens that two words of the question which follow each other may stand apart
FAR = 30  # tokens: what is farther off, or nowhere, is as far
_NEGATION = 3  # tokens before a verb in which "not" denies it
_NAMES = frozenset({"PROPN", "X"})
_NUMERIC = frozenset({"NUM", TIME, "SYM"})


class Judged(NamedTuple):
    """A span of a sentence, tokens first..last of *seen*, with its score and its share of all spans' odds."""

    evidence: Evidence
    seen: Sight
    matched: Matched
    terms: tuple[Term, ...]
    first: int
    last: int
    score: float
    odds: float

    @property
    def start(self) -> int:
        """Where the span starts in its sentence."""
        return self.seen.starts[self.first]

    @property
    def end(self) -> int:
        """Where the span ends in its sentence."""
        return self.seen.ends[self.last]


def is_opposed(one: Judged) -> bool:
    """Return whether the sentence says the opposite of what the question asks about: "granted" for "refused"."""
    said = {concept for concept in one.seen.concepts if concept is not None}
    words = lexicon(one.seen.language)
    for term in one.terms:
        concept = term.item.concept
        action = words.action(concept) if concept is not None and concept not in said else None
        if action is not None and not said.isdisjoint(action.opposites):
            return True
    return False


def is_denied(one: Judged, question: Wanted) -> bool:
    """Return whether the sentence denies what the question takes for done, or the other way round."""
    cues = one.seen.cues
    denied = any("not" in cues[max(0, at - _NEGATION) : at + 2] for at in one.matched.verbs)
    if question.negated:
        return "not" not in cues
    return denied


def _role(item: Item) -> str:
    """What a word is in the question."""
    if item.number:
        return "number"
    if item.name:
        return "name"
    if item.light:
        return "light"
    return "focus" if item.focus else "verb" if item.verb else "word"


def _account(one: Judged) -> Iterator[tuple[Term, str]]:
    """Yield each term of the question with where it is said.

    In the clause of the answer or elsewhere in its sentence, there by another word, in the sentence beside, the passage, the title,
    another passage of the document, or nowhere.
    """
    matched = one.matched
    left, right = matched.bars[one.first], matched.bars[one.last + 1]
    found: dict[int, str] = {}
    for at, index in enumerate(matched.terms):
        if index < 0 or found.get(index) == "clause":
            continue
        if one.seen.stems[at] != one.terms[index].item.stem:
            found.setdefault(index, "kindred")
        elif left <= matched.bars[at] <= right:
            found[index] = "clause"
        else:
            found[index] = "sentence"
    rest = [term for index, term in enumerate(one.terms) if index not in found]
    around = iter(places(one.evidence, rest))
    for index, term in enumerate(one.terms):
        yield term, found[index] if index in found else next(around)


def signs(judged: Sequence[Judged], question: Wanted) -> dict[str, float]:
    """Return what tells whether the first of *judged* is an answer, with its amount; what is left out is 0."""
    best = judged[0]
    evidence = best.evidence
    second = judged[1].score if len(judged) > 1 else best.score
    total = sum(term.weight for term in best.terms) or 1.0
    amounts: defaultdict[str, float] = defaultdict(float)
    for term, place in _account(best):
        role = _role(term.item)
        amounts[f"{role} {place}"] += 1.0
        amounts[f"share {role} {place}"] += term.weight / total
    amounts["rival name"] = float(_has_rival(best, amounts))
    amounts["opposed"] = float(is_opposed(best))
    amounts["denied"] = float(is_denied(best, question))
    amounts[f"untyped {question.group}"] = float(not _is_typed(best, question))
    amounts[f"score {question.group}"] = best.score
    covered = evidence.said + evidence.around
    amounts |= {
        "score": best.score,
        "lead": min(best.score - second, LEAD),
        "odds": best.odds,
        "said": evidence.said,
        "around": evidence.around,
        "thin": max(0.0, THIN - covered),
        "hit": max(evidence.hit, HIT),
        f"asks {question.group}": 1.0,
    }
    amounts["said elsewhere"] = max((other.evidence.said for other in judged[1:]), default=0.0)
    return amounts | _in_sentence(best, total) | _near(best) | _among_passages(best, total)


def _in_sentence(one: Judged, total: float) -> dict[str, float]:
    """How the words of the question stand in the sentence and around the span."""
    matched, terms = one.matched, one.terms
    low, high = matched.bars[one.first], matched.bars[one.last + 1]
    found: dict[int, list[int]] = {}
    for at, index in enumerate(matched.terms):
        if index >= 0:
            found.setdefault(index, []).append(at)
    shares = [term.weight / total for term in terms]
    names = [index for index, term in enumerate(terms) if term.item.name and not term.item.number]
    return {
        "inside": sum(shares[index] for index in found),
        "clause": sum(shares[index] for index, places in found.items() if any(low <= matched.bars[at] <= high for at in places)),
        "pairs": sum(shares[index] + shares[index + 1] for index in found if _are_neighbours(found, index)),
        "heaviest": max((shares[index] for index in found), default=0.0),
        "pull": matched.pull_left[one.first] + matched.pull_right[one.last + 1],
        "names inside": sum(index in found for index in names) / len(names) if names else 1.0,
        "length": log(len(one.seen.tags)),
        "size": float(one.last - one.first + 1),
        "words": float(len(terms)),
    }


def _are_neighbours(found: Mapping[int, Sequence[int]], index: int) -> bool:
    """Whether a word of the question and the one behind it stand together in the sentence."""
    return any(abs(at - other) <= NEIGHBOURS for at in found[index] for other in found.get(index + 1, ()))


def _near(one: Judged) -> dict[str, float]:
    """What stands about the span: words of its clause that nobody asked about, and how far off are the verb, a name asked, and another."""
    seen, matched, first, last = one.seen, one.matched, one.first, one.last
    low, high = matched.bars[first], matched.bars[last + 1]
    unasked = 0
    names: list[int] = []
    others: list[int] = []
    for at, tag in enumerate(seen.tags):
        asked = matched.terms[at] >= 0
        if tag in _NAMES and (asked or at):
            (names if asked else others).append(at)
        if not asked and tag in CONTENT and low <= matched.bars[at] <= high and not first <= at <= last:
            unasked += 1
    return {
        "unasked": float(unasked),
        "verb gap": _gap(matched.verbs, first, last),
        "name gap": _gap(names, first, last),
        "other name gap": _gap(others, first, last),
    }


def _gap(places: Sequence[int], first: int, last: int) -> float:
    """How many tokens off the nearest of *places* is."""
    return float(min((max(first - at, at - last, 0) for at in places), default=FAR))


def _among_passages(one: Judged, total: float) -> dict[str, float]:
    """What nothing around says, how far the best passage is ahead, and what is said in titles."""
    evidence = one.evidence
    absent = [term.weight / total for term in evidence.absent]
    return {
        "absent": sum(absent),
        "heaviest absent": max(absent, default=0.0),
        "rarest thing absent": max((term.weight for term in evidence.absent if not term.item.verb), default=0.0),
        "rarest name absent": max((term.weight for term in evidence.absent if term.item.name), default=0.0),
        "second": evidence.standing.second,
        "fifth": evidence.standing.fifth,
        "titled": evidence.standing.titled,
        "agreeing": evidence.standing.agreeing,
        "rare": evidence.standing.rare,
        "told": evidence.standing.told.get(document_of(evidence.source), 0.0),
        "rank": float(evidence.rank),
    }


def _has_rival(one: Judged, amounts: Mapping[str, float]) -> bool:
    """Whether a name of the question is not in the sentence, and another name is."""
    away = sum(amounts.get(f"name {place}", 0.0) for place in ("beside", "passage", "title", "elsewhere", "absent"))
    if not away:
        return False
    seen, terms = one.seen, one.matched.terms
    return any(
        tag in _NAMES and terms[at] < 0 and not one.first <= at <= one.last and at > 0 for at, tag in enumerate(seen.tags) if tag in CONTENT
    )


def _is_typed(one: Judged, question: Wanted) -> bool:
    """Whether the span is of the sort that is asked: a time for "when", a number for "how many", a name for "who"."""
    tags = one.seen.tags[one.first : one.last + 1]
    if question.group == "when":
        return TIME in tags or "NUM" in tags
    if question.group == "number":
        return not _NUMERIC.isdisjoint(tags)
    if question.group in ("who", "where"):
        return not _NAMES.isdisjoint(tags)
    return True
