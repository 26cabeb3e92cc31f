"""Questions to begin with: generated from the figures of the index, and asked, so that each has its answer."""

import hashlib
from itertools import islice
from typing import NamedTuple

from qa_bot.rendering import wording
from qa_bot.retrieval import Index
from qa_bot.schema import Basis, Figure, Measure, Status
from qa_bot.telegram.asking import Asking
from qa_bot.telegram.words import Speech, speech
from qa_bot.text.language import language_of

EXAMPLES = 3
TRIED = 60  # figures; asking takes milliseconds, and one in three questions has its figure for an answer
_LONGEST = 6  # words of the counted phrase


class Example(NamedTuple):
    question: str
    key: str  # short enough for a button's data


class Examples:
    """The examples of the live index, worked out once a generation and language."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], tuple[Example, ...]] = {}

    async def of(self, asking: Asking, spoken: Speech) -> tuple[Example, ...]:
        """Return questions that the index answers, of different documents where it has several, in the spoken language if it can."""
        place = (asking.index.fingerprint, spoken.language)
        if place not in self._known:
            found = await _found(asking, spoken)
            self._known = {known: examples for known, examples in self._known.items() if known[0] == place[0]} | {place: found}
        return self._known[place]


async def _found(asking: Asking, spoken: Speech) -> tuple[Example, ...]:
    found: dict[str, Example] = {}
    seconds: list[Example] = []
    for figure in await asking.aside(_candidates, asking.index, spoken):
        question = _question(figure)
        answer = await asking.ask(question)
        if answer.status is not Status.ANSWERED or [shown.figure_id for shown in answer.figures[:1]] != [figure.figure_id]:
            continue
        example = Example(question, hashlib.sha256(question.encode()).hexdigest()[:16])
        if figure.doc_id in found:
            seconds.append(example)
        found.setdefault(figure.doc_id, example)
        if len(found) == EXAMPLES:
            break
    return tuple(dict.fromkeys((*found.values(), *seconds)))[:EXAMPLES]


def _candidates(index: Index, spoken: Speech) -> list[Figure]:
    """Return figures to ask for: those in the spoken language first, then those of few words."""
    plain = list(islice((figure for figure in index.figures() if _is_plain(figure)), 10 * TRIED))
    plain.sort(key=lambda figure: (figure.language != spoken.language, len(str(figure.counted).split())))
    return plain[:TRIED]


def _is_plain(figure: Figure) -> bool:
    """Whether a short question for *figure* reads well: a count of something named, in a period that the text states."""
    period, counted = figure.period, figure.counted or ""
    if figure.measure is not Measure.COUNT or not figure.terms.head or figure.label or period is None or period.start is None:
        return False
    in_words = counted.replace("-", " ").replace(" ", "").isalpha() and language_of(counted) == figure.language
    return in_words and len(counted.split()) <= _LONGEST and period.basis is Basis.STATED and period.end is not None and figure.value > 1


def _question(figure: Figure) -> str:
    period = wording.period(figure.period, figure.language) if figure.period else ""
    return speech(figure.language).plain("examples", "figure", counted=figure.counted, period=period)
