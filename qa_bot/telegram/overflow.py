"""What people hear whose messages find the line full: one message a person, that names those which were not taken, and grows with them."""

import asyncio
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from telegram import Message, Update

from qa_bot.errors import DeliveryError
from qa_bot.telegram.equipment import Sender, Spoken
from qa_bot.telegram.messages import shortened
from qa_bot.telegram.words import Speech
from qa_bot.text.printable import printable

logger = logging.getLogger(__name__)

QUIET = 30.0  # seconds after which what is turned away is told in a message of its own
PAUSE = 1.0  # seconds between two edits; each time twice as long, since an edit takes the place of an answer
LONGEST_PAUSE = 8.0
GROUP_PAUSE = 15.0  # in a group, where Telegram takes 20 messages and edits a minute
LISTED = 30  # messages by their words; how many more there were is said
LENGTH = 60  # characters of each


@dataclass
class _Notice:
    """What one person was told in one chat."""

    chat: int
    thread: int | None
    reply_to: int
    speech: Speech
    words: list[str] = field(default_factory=list)  # of the first messages that were not taken
    last_words: str = ""
    count: int = 0  # of all that were not taken
    shown: int = 0  # how many of them the person sees
    message: int | None = None
    pause: float = field(init=False)
    last: float = 0.0
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)

    def __post_init__(self) -> None:
        self.pause = self.first_pause

    @property
    def first_pause(self) -> float:
        return PAUSE if self.chat > 0 else GROUP_PAUSE  # the ids of groups are negative

    def add(self, words: str) -> int:
        """Take in the words of a message; return how many there are now. Of a flood that lasts for days not all are kept."""
        self.count += 1
        self.last_words = shortened(printable(words), LENGTH)
        if self.count <= LISTED:
            self.words.append(self.last_words)
        return self.count

    def blocks(self) -> list[str]:
        """Return the notice as HTML."""
        if self.count == 1:
            return [self.speech.notice("busy")]
        listed = self.words if self.count <= LISTED else self.words[: LISTED - 1]
        lines = [self.speech.notice("busy_one", words=words) for words in listed]
        more = self.count - len(listed)
        end = [self.speech.notice("busy_more", count=more, words=self.last_words)] if more else []
        return [self.speech.notice("busy_many", count=self.count), *lines, *end]


class Overflow:
    """Tells people. *wording* returns what a message asks the bot for, None when nobody waits for an answer to it."""

    def __init__(self, sender: Sender, spoken: Spoken, wording: Callable[[Message], str | None]) -> None:
        self._sender = sender
        self._spoken = spoken
        self._wording = wording
        self._notices: dict[tuple[int, int], _Notice] = {}

    async def tell(self, update: Update) -> None:
        """Return when the sender of *update* has been told that it was not taken."""
        user = update.effective_user
        speech = self._spoken(user)
        try:
            if update.callback_query is not None:
                await self._sender.answer_callback(update.callback_query.id, speech.plain("service", "busy"), alert=True)
            elif update.inline_query is not None:
                await self._sender.answer_inline(update.inline_query.id, [], cache_seconds=0)
            elif user is not None and update.effective_message is not None:
                await self._tell_of(update.effective_message, user.id, speech)
        except DeliveryError as error:
            logger.info("a user could not be told that the line is full: %s", error)

    async def _tell_of(self, message: Message, user: int, speech: Speech) -> None:
        words = self._wording(message)
        if words is None:
            return
        told = self._notice(message, user, speech)
        number = told.add(words)
        async with told.turn:
            if told.shown >= number:
                return  # the one before took it along
            if told.shown:
                await asyncio.sleep(told.pause)
                told.pause = min(2 * told.pause, max(told.first_pause, LONGEST_PAUSE))
            await self._show(told)

    def _notice(self, message: Message, user: int, speech: Speech) -> _Notice:
        now = time.monotonic()
        place = (message.chat_id, user)
        known = self._notices.get(place)
        if known is None or (now - known.last >= QUIET and not known.turn.locked()):
            self._notices = {key: told for key, told in self._notices.items() if now - told.last < QUIET or told.turn.locked()}
            thread = message.message_thread_id if message.is_topic_message else None
            self._notices[place] = _Notice(message.chat_id, thread, message.message_id, speech)
        self._notices[place].last = now
        return self._notices[place]

    async def _show(self, told: _Notice) -> None:
        count = told.count
        blocks = told.blocks()
        if told.message is None or not await self._sender.edit(told.chat, told.message, blocks):
            told.message = (await self._sender.send(told.chat, blocks, thread=told.thread, reply_to=told.reply_to))[-1]
        told.shown = count
