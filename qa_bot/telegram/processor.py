"""In which order updates are dealt with: those of a chat one after the other, those of different chats side by side.

Who asks much waits longer, and nobody else does. When too many wait, further ones are told so instead of joining the line.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Any

from telegram import Chat, Update
from telegram.ext import BaseUpdateProcessor

from qa_bot.telegram.inbox import Inbox
from qa_bot.telegram.journal import Handling, Journal, handling

WAITING = 1000  # updates in hand; at 28 messages a second the last of them waits 36 s
WAITING_OF_ONE = 100  # of one user
WAITING_OF_GROUP = 40  # of one group, in which Telegram lets a bot send 20 messages a minute: the last of them waits two
WAITING_OF_ONE_IN_GROUP = 15  # of one user there: others' questions find some of the 20 left
RATE = 5.0  # updates of one user a second, on average; Telegram itself lets a bot send one message a second to a chat
BURST = 20  # that are not held back
QUERIES = 5  # the same of inline queries, of which a person who types sends one or two a second


Places = dict[tuple[int, int], int]


class Bucket:
    """How long each user's next update has to wait: none for `BURST` updates, then what `RATE` allows."""

    def __init__(self, *, rate: float = RATE, burst: int = BURST, clock: Callable[[], float] = time.monotonic) -> None:
        self._interval = 1 / rate
        self._slack = (burst - 1) / rate
        self._clock = clock
        self._due: dict[int, float] = {}  # when the bucket of a user would be full again

    def take(self, user: int) -> float:
        """Take a token of *user*; return after how many seconds it is there."""
        now = self._clock()
        if len(self._due) > 10_000:
            self._due = {user: due for user, due in self._due.items() if due > now}
        due = max(self._due.get(user, now), now)
        self._due[user] = due + self._interval
        return max(0.0, due - now - self._slack)


class FairProcessor(BaseUpdateProcessor):
    """Runs the handlers of updates, and marks an update as done when they have returned, unless `jobs.Jobs` goes on with it.

    *refuse* is called for an update that finds the line full. What *lets_in* is false of stands in no line: the gate turns it away at once.
    """

    def __init__(
        self,
        inbox: Inbox,
        journal: Journal,
        *,
        refuse: Callable[[Update], Awaitable[None]],
        lets_in: Callable[[Update], bool] = lambda update: True,
        bucket: Bucket | None = None,
    ) -> None:
        super().__init__(max_concurrent_updates=100 * WAITING)  # the line is kept here, where its length is seen
        self._inbox = inbox
        self._journal = journal
        self._refuse = refuse
        self._lets_in = lets_in
        self._bucket = bucket or Bucket()
        self._query_bucket = Bucket(burst=QUERIES)
        self._queries: dict[int, _Newest] = {}
        self._lines: dict[int, _Line] = {}
        self._held: dict[tuple[int, int], int] = {}  # how many of a chat and user
        self.waiting = 0
        self._taken = 0  # of those, in the line
        self.refused = 0
        self.handled = 0
        self._idle = asyncio.Event()
        self._idle.set()

    async def initialize(self) -> None:
        """Nothing is needed."""

    async def shutdown(self) -> None:
        """Nothing is kept."""

    @property
    def busy(self) -> bool:
        """Whether something is in hand of somebody who may ask."""
        return self._taken > 0

    async def idle(self) -> None:
        """Return when nothing is in hand."""
        await self._idle.wait()

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Await *coroutine* when it is its turn."""
        if not isinstance(update, Update):
            await coroutine
            return
        if update.effective_message is not None:
            self._journal.saw(update.effective_message.chat_id, update.effective_message.message_id)
        user = update.effective_user.id if update.effective_user else 0
        let_in = self._lets_in(update)
        places = _places(update, user)
        full = self._taken >= WAITING or any(self._held.get(place, 0) >= limit for place, limit in places.items())
        taken = let_in and not full
        self._enter(places, taken=taken)
        current = Handling(update.update_id)
        try:
            handling.set(current)
            if not let_in:
                await coroutine
            elif full:
                self.refused += 1
                handling.set(None)  # killed before it is done, this update is answered: what is said now is no part of that
                await self._refuse(update)
            else:
                await self._in_its_way(update, user, coroutine)
        finally:
            _drop(coroutine)  # where the bot was stopped before its turn came
            self._leave(places, taken=taken)
        if not current.lasting:
            self._inbox.done(update.update_id)
            self._journal.done(update.update_id)
        self.handled += 1

    async def _in_its_way(self, update: Update, user: int, coroutine: Awaitable[Any]) -> None:
        if update.inline_query is not None:
            await self._as_newest(user, coroutine)
            return
        await asyncio.sleep(self._bucket.take(user))
        await self._in_turn(update.effective_chat.id if update.effective_chat else 0, coroutine)

    async def _as_newest(self, user: int, coroutine: Awaitable[Any]) -> None:
        """Await *coroutine* unless *user*, who types on, sends another query before its turn: the telephone shows the newest alone.

        Queries have a bucket of their own: a question does not wait for them.
        """
        queries = self._queries.setdefault(user, _Newest())
        if not await queries.turn():
            return
        try:
            await asyncio.sleep(self._query_bucket.take(user))
            if not queries.has_newer:
                await coroutine
        finally:
            if not queries.leave():
                del self._queries[user]

    async def _in_turn(self, number: int, coroutine: Awaitable[Any]) -> None:
        """Await *coroutine* after those that came before it in the same line."""
        line = self._lines.setdefault(number, _Line())
        line.length += 1
        try:
            async with line.turn:
                await coroutine
        finally:
            line.length -= 1
            if not line.length:
                del self._lines[number]

    def _enter(self, places: Places, *, taken: bool) -> None:
        self.waiting += 1
        self._idle.clear()
        if taken:
            self._taken += 1
            for place in places:
                self._held[place] = self._held.get(place, 0) + 1

    def _leave(self, places: Places, *, taken: bool) -> None:
        self.waiting -= 1
        if taken:
            self._taken -= 1
            for place in places:
                self._held[place] -= 1
                if not self._held[place]:
                    del self._held[place]
        if not self.waiting:
            self._idle.set()


class _Line:
    """The updates of one chat."""

    def __init__(self) -> None:
        self.turn = asyncio.Lock()  # first come, first served
        self.length = 0


class _Newest:
    """The queries of one user: one is dealt with, one waits at most."""

    def __init__(self) -> None:
        self._busy = False
        self._waiting: asyncio.Future[bool] | None = None

    @property
    def has_newer(self) -> bool:
        return self._waiting is not None and not self._waiting.done()

    async def turn(self) -> bool:
        """Return True when it is the turn of who asks, False when somebody else has asked since."""
        if not self._busy:
            self._busy = True
            return True
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_result(False)
        self._waiting = asyncio.get_running_loop().create_future()
        return await self._waiting

    def leave(self) -> bool:
        """Let the one that waits have its turn; return False when there is none."""
        waiting, self._waiting = self._waiting, None
        self._busy = waiting is not None and not waiting.done()
        if waiting is not None and self._busy:
            waiting.set_result(True)
        return self._busy


def _places(update: Update, user: int) -> Places:
    """Return what *update* takes a place of, and how many there are: its user's; in a group also its chat's and its user's there.

    An inline query takes none: of one user no more than two are in hand.
    """
    if update.inline_query is not None:
        return {}
    chat = update.effective_chat
    if chat is None or chat.type == Chat.PRIVATE:
        return {(0, user): WAITING_OF_ONE}
    return {(0, user): WAITING_OF_ONE, (chat.id, 0): WAITING_OF_GROUP, (chat.id, user): WAITING_OF_ONE_IN_GROUP}


def _drop(coroutine: Awaitable[Any]) -> None:
    close = getattr(coroutine, "close", None)
    if close is not None:
        close()
