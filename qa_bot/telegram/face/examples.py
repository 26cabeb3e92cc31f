"""Questions to begin with: generated from the figures of the index, and asked, so that each has its answer."""

import hashlib
import re
from itertools import islice
from typing import NamedTuple

from qa_bot.retrieval import Index
from qa_bot.schema import Answer, Basis, Document, Figure, Form, Measure, Status
from qa_bot.telegram.asking import Asking
from qa_bot.telegram.words import Speech, speech
from qa_bot.text.language import language_of
from qa_bot.text.syntax import parse

EXAMPLES = 3
TRIED = 40  # figures, each with up to three questions of some milliseconds
LONGEST = 60  # characters of a question, which stands on a button
_COUNTED = 5  # words, at most; a longer phrase makes a question that nobody would ask
_DEED = re.compile(r"((?:\s[^\W\d]+){1,3})[.,;]")  # what follows the counted phrase to the end of its clause: " were late."


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

    async def first(self, asking: Asking, spoken: Speech) -> str:
        """Return one question, to show how questions are put."""
        return next((example.question for example in await self.of(asking, spoken)), spoken.plain("examples", "any"))


async def _found(asking: Asking, spoken: Speech) -> tuple[Example, ...]:
    """Return one example a document, and further ones of the same documents where these are too few."""
    firsts: dict[str, str] = {}
    others: list[str] = []
    for figure, questions in await asking.aside(_candidates, asking.index, spoken):
        if figure.doc_id in firsts and len(others) >= EXAMPLES:
            continue
        for question in questions:
            if _is_answered_by(await asking.ask(question), figure):
                others += [question] if figure.doc_id in firsts else []
                firsts.setdefault(figure.doc_id, question)
                break
        if len(firsts) == EXAMPLES:
            break
    shown = list(dict.fromkeys((*firsts.values(), *others)))[:EXAMPLES]
    return tuple(Example(question, hashlib.sha256(question.encode()).hexdigest()[:16]) for question in shown)


def _is_answered_by(answer: Answer, figure: Figure) -> bool:
    whole = answer.status is Status.ANSWERED and answer.form is Form.SINGLE
    return whole and [shown.figure_id for shown in answer.figures] == [figure.figure_id]


def _candidates(index: Index, spoken: Speech) -> list[tuple[Figure, list[str]]]:
    """Return figures with the questions that may ask for them: those in the spoken language first, then those of few words."""
    plain = list(islice((figure for figure in index.figures() if _is_plain(figure)), 10 * TRIED))
    plain.sort(key=lambda figure: (figure.language != spoken.language, len(str(figure.counted).split())))
    return [(figure, _questions(figure, index.document(figure.doc_id))) for figure in plain[:TRIED]]


def _is_plain(figure: Figure) -> bool:
    """Whether a short question for *figure* reads well: a count of something named, in a period that the text states."""
    period, counted = figure.period, figure.counted or ""
    if figure.measure is not Measure.COUNT or not figure.terms.head or figure.label or figure.value <= 1 or period is None:
        return False
    in_words = counted.replace("-", "").replace(" ", "").isalpha() and language_of(counted) == figure.language
    dated = period.basis is Basis.STATED and period.start is not None and period.surface[:1].isalpha()
    return in_words and dated and len(counted.split()) <= _COUNTED and any(map(str.isdigit, period.surface))


def _questions(figure: Figure, document: Document) -> list[str]:
    """Return questions for *figure*: with the words behind what is counted, with what was done, with neither where nothing was."""
    quote = document.text[figure.quote.start : figure.quote.end]
    counted, period = figure.counted or "", figure.period.surface if figure.period else ""
    words = speech(figure.language)
    follows = _DEED.match(quote.partition(counted)[2])
    deeds = [follows[1]] if follows and _says_deed(follows[1], figure.language) else []
    if figure.action and figure.action.endswith(tuple(words.plain("examples", "deed_ends").split())):
        deeds.append(words.plain("examples", "deed", action=figure.action))
    deeds += [] if figure.action else [""]
    when = period[:1].lower() + period[1:]
    questions = [words.plain("examples", "figure", counted=counted, deed=deed, period=when) for deed in dict.fromkeys(deeds)]
    return [question for question in questions if len(question) <= LONGEST]


def _says_deed(words: str, language: str) -> bool:
    """Whether *words* go on with a verb, as " were late" does and " of the city" does not."""
    return parse(words, 0, len(words), language).tags[0] in ("VERB", "AUX")
