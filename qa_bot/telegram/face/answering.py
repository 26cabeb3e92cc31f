"""From a question to its answer under it, wherever the question came from: a message, a command, a button."""

import asyncio
from collections.abc import Awaitable, Sequence
from functools import cache
from importlib.util import find_spec
from typing import TypeVar

from telegram import InlineKeyboardButton

from qa_bot.examples import leads_nowhere
from qa_bot.schema import Answer, Figure, HitRef
from qa_bot.telegram.equipment import Equipment
from qa_bot.telegram.face.answers import answer_blocks
from qa_bot.telegram.face.examples import Examples
from qa_bot.telegram.face.keyboards import Kind, Offers, Rows, answer_keyboard, read_press
from qa_bot.telegram.face.memory import Given, Memory, Place, Previous
from qa_bot.telegram.face.series import Series, is_dated, publishers_of, series_of
from qa_bot.telegram.words import Speech

R = TypeVar("R")

SLOW = 0.5  # seconds: the sign that an answer is under way takes a send of its own, of the 30 a second that Telegram allows
POINTS = 3  # of a chart: two numbers are read faster than drawn
RELATED = 0.25  # of the best score: passages on the topic had 0.5 and more of it, those that share a year or a common word 0.07 at most


class Answering:
    """Asks, sends the answer with its buttons, and remembers both."""

    def __init__(self, equipment: Equipment, memory: Memory, examples: Examples, *, slow: float = SLOW) -> None:
        self._equipment = equipment
        self._examples = examples
        self._memory = memory
        self._slow = slow

    async def reply(
        self, place: Place, question: str, speech: Speech, *, to: int | None, asked_by: int | None, previous: Previous | None
    ) -> None:
        """Answer *question* under the message *to*; *asked_by* is the message that asked. When a button did, the question is repeated."""
        given, answered, keyboard = await self._while_typing(place, self._ask(place, question, speech, previous))
        asked = [] if asked_by is not None else [speech.html("question", question=question)]
        blocks = [*asked, *answered]
        sent = await self._equipment.sender.send(place.chat, blocks, thread=place.thread, reply_to=to, keyboard=keyboard)
        self._memory.keep(given, question=asked_by, answers=sent)
        self._memory.talked(place, given.answer.id)

    async def again(self, place: Place, question: str, speech: Speech, *, asked_by: int, previous: Previous | None) -> bool:
        """Answer the edited *question* in the message that answered it before; return False when that is gone."""
        replies = self._memory.replies(place.chat, asked_by)
        if not replies:
            return False
        given, blocks, keyboard = await self._while_typing(place, self._ask(place, question, speech, previous))
        if not await self._equipment.sender.edit(place.chat, replies[0], blocks, keyboard=keyboard):
            return False
        self._memory.keep(given, question=asked_by, answers=replies)
        self._memory.talked(place, given.answer.id)
        return True

    async def varied(self, given: Given, speech: Speech, *, by: str, to: int | None) -> bool:
        """Send the answer to the same question over all that is on file in the slot *by*; return False when there is nothing."""
        found = await self._equipment.asking.vary(given.turn, by=by)
        if found is None:
            return False
        answer, turn = found
        chart = by == "period" and await self._is_drawable(turn.figures, None, answer.language)
        keyboard = answer_keyboard(answer, Offers(chart=chart), speech)
        place = given.place
        sent = await self._equipment.sender.send(place.chat, answer_blocks(answer), thread=place.thread, reply_to=to, keyboard=keyboard)
        self._memory.keep(given._replace(answer=answer, turn=turn), question=None, answers=sent)
        return True

    async def _ask(self, place: Place, question: str, speech: Speech, previous: Previous | None) -> tuple[Given, list[str], Rows]:
        found = await self._equipment.asking.ask_around(question, previous=previous.turn if previous else None)
        answer = found.answer
        series, anchor = (found.turn.figures, None) if answer.by == "period" else (found.periods, next(iter(found.turn.figures), None))
        chart = await self._is_drawable(series, anchor, answer.language)
        offers = Offers(bool(found.periods), bool(found.actors), chart, bool(uncited(answer)))
        blocks, keyboard = answer_blocks(answer), answer_keyboard(answer, offers, speech)
        if leads_nowhere(answer):
            blocks, keyboard = await self._helpful(answer, keyboard, speech)
        return Given(place, question, answer, found.turn, previous), blocks, keyboard

    async def _helpful(self, answer: Answer, keyboard: Rows, speech: Speech) -> tuple[list[str], Rows]:
        """Return what is said where nothing was found, not even near: what can be asked, and where to look."""
        buttons = await self._examples.buttons(self._equipment.asking, speech)
        if not buttons:
            return [*answer_blocks(answer), speech.html("ask_lists")], keyboard
        said = answer_blocks(answer.model_copy(update={"choices": ()}))
        return [*said, speech.html("ask_lists"), speech.html("ask_instead")], [*buttons, *(row for row in keyboard if _is_verdict(row))]

    async def series(self, figures: Sequence[Figure], anchor: Figure | None, language: str) -> tuple[Series, dict[str, str]]:
        """Return what of *figures* one chart can show, and who published the documents."""
        asking = self._equipment.asking
        publishers = await asking.aside(publishers_of, asking.index, figures)
        return series_of(figures, anchor, publishers, language), publishers

    async def _is_drawable(self, figures: Sequence[Figure], anchor: Figure | None, language: str) -> bool:
        """Return whether a chart of *figures* would show something, and the library is there that draws it."""
        if sum(map(is_dated, figures)) < POINTS or not _can_draw():
            return False
        return len((await self.series(figures, anchor, language))[0].figures) >= POINTS

    async def _while_typing(self, place: Place, work: Awaitable[R]) -> R:
        working = asyncio.ensure_future(work)
        done, _ = await asyncio.wait((working,), timeout=self._slow)
        if not done:
            await self._equipment.sender.typing(place.chat, thread=place.thread)
        return await working


def _is_verdict(row: Sequence[InlineKeyboardButton]) -> bool:
    presses = [read_press(str(button.callback_data)) for button in row]
    return all(press is not None and press.kind in (Kind.HELPFUL, Kind.WRONG, Kind.RELATED) for press in presses)


@cache
def _can_draw() -> bool:
    return find_spec("matplotlib") is not None


def uncited(answer: Answer) -> list[HitRef]:
    """Return the passages found for *answer* in which nothing that it cites stands, best first."""
    least = RELATED * max((hit.score for hit in answer.hits), default=0.0)
    return [
        hit
        for hit in answer.hits
        if hit.score > least
        and not any(cited.doc_id == hit.doc_id and cited.start < hit.end and hit.start < cited.end for cited in answer.citations)
    ]
