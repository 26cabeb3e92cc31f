"""The sign that an answer is under way is sent only where it takes a while: it halves what can be sent."""

import asyncio
from pathlib import Path
from types import SimpleNamespace

import pytest

from qa_bot.app import LiveAnswerer
from qa_bot.telegram.asking import Asking
from qa_bot.telegram.face.answering import Answering
from qa_bot.telegram.face.examples import Examples
from qa_bot.telegram.face.memory import Memory, Place
from qa_bot.telegram.words import speech


class Slow(Asking):
    """Takes *pause* seconds more for each answer."""

    def __init__(self, answerer: LiveAnswerer, pause: float) -> None:
        super().__init__(answerer)
        self._pause = pause

    async def ask_around(self, question, **options):
        await asyncio.sleep(self._pause)
        return await super().ask_around(question, **options)


@pytest.mark.parametrize(("pause", "typings"), [(0.0, []), (0.3, [0])])
def test_typing_is_shown_for_a_slow_answer_alone(telegram, index: Path, pause: float, typings: list[int]) -> None:
    equipment = SimpleNamespace(asking=Slow(LiveAnswerer(index), pause), sender=telegram.sender)
    answering = Answering(equipment, Memory(telegram.state), Examples(), slow=60.0 if not pause else 0.05)
    question = "How many trams were late in 2023?"
    asyncio.run(answering.reply(Place(1, 1), question, speech("en"), to=None, asked_by=1, previous=None))
    assert telegram.sender.typings == typings
    assert len(telegram.sender.acts) == 1
