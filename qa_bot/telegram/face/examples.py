"""Questions to begin with, worked out once a generation of the index and language."""

import hashlib
from typing import NamedTuple

from qa_bot.telegram.asking import Asking
from qa_bot.telegram.face.keyboards import LABEL, Kind, Press, Rows, button
from qa_bot.telegram.messages import shortened
from qa_bot.telegram.words import Speech


class Example(NamedTuple):
    question: str
    key: str  # short enough for a button's data


class Examples:
    """The examples of the live index."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], tuple[Example, ...]] = {}

    async def of(self, asking: Asking, spoken: Speech) -> tuple[Example, ...]:
        """Return questions that the index answers, of different documents where it has several, in the spoken language if it can."""
        place = (asking.index.fingerprint, spoken.language)
        if place not in self._known:
            questions = await asking.examples(spoken.language)
            found = tuple(Example(question, hashlib.sha256(question.encode()).hexdigest()[:16]) for question in questions)
            self._known = {known: others for known, others in self._known.items() if known[0] == place[0]} | {place: found}
        return self._known[place]

    async def first(self, asking: Asking, spoken: Speech) -> str:
        """Return one question, to show how questions are put."""
        return next((example.question for example in await self.of(asking, spoken)), spoken.plain("examples", "any"))

    async def buttons(self, asking: Asking, spoken: Speech) -> Rows:
        """Return a button for each example."""
        return [[button(shortened(question, LABEL), Press(Kind.EXAMPLE, key))] for question, key in await self.of(asking, spoken)]
