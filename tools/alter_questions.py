"""Questions that look answerable and are not, made from those that are: one word is exchanged for another of its kind, or "not" put in.

The words come from the passages of the same subject, so that each word of the new question stands somewhere near: only what the sentence
itself says can tell that it does not answer.
"""

import random
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from qa_bot.answer.sights import Sight, sight
from qa_bot.schema import Hit

EXCHANGED = frozenset({"PROPN", "NOUN", "NOUNS", "VERB", "VB", "VBN", "ADJ", "NUM"})
NAMES = frozenset({"PROPN", "NUM"})
NEGATED = 0.12  # share of the questions that get a "not"
BY_NAME = 0.5  # share of the others in which a name or number is exchanged where there is one
READ = 8  # passages that words are taken from


def alter(question: str, answers: Sequence[str], hits: Sequence[Hit], chance: random.Random) -> str | None:
    """Return *question* altered, so that the sentences of *hits* no longer answer it; None where nothing can be exchanged."""
    seen = sight(question)
    if chance.random() < NEGATED:
        return _negated(question, seen)
    pool = _pool(seen, answers, hits)
    places = [at for at, tag in enumerate(seen.tags) if at and pool.get(tag) and seen.surfaces[at].isalnum() and seen.cues[at] == "-"]
    if not places:
        return None
    named = [at for at in places if seen.tags[at] in NAMES]
    at = chance.choice(named if named and chance.random() < BY_NAME else places)
    return question[: seen.starts[at]] + chance.choice(pool[seen.tags[at]]) + question[seen.ends[at] :]


def _negated(question: str, seen: Sight) -> str | None:
    for at, tag in enumerate(seen.tags):
        if at and tag == "VB" and "AUX" in seen.tags[:at]:
            return f"{question[: seen.starts[at]]}not {question[seen.starts[at] :]}"
        if at and tag == "AUX" and seen.cues[at] == "is":
            return f"{question[: seen.ends[at]]} not{question[seen.ends[at] :]}"
    return None


def _pool(seen: Sight, answers: Sequence[str], hits: Iterable[Hit]) -> Mapping[str, Sequence[str]]:
    """The words of the passages by tag, but for those of the question and of sentences that hold an answer."""
    pool: dict[str, list[str]] = defaultdict(list)
    for hit in list(hits)[:READ]:
        offset = hit.passage.span.start
        for span in hit.passage.sentences:
            text = hit.passage.text[span.start - offset : span.end - offset]
            if any(answer in text for answer in answers):
                continue
            other = sight(text)
            for tag, surface, stem in zip(other.tags, other.surfaces, other.stems, strict=True):
                if tag in EXCHANGED and surface.isalnum() and stem not in seen.stems:
                    pool[tag].append(surface)
    return pool
