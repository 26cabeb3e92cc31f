"""What is done for people who are not served: in the time that those who are leave, so much of it, and no more.

Telegram lets a bot send 30 messages a second, and refusals went out of the same 30: behind 600 strangers an allowed user waited 24 s.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable

logger = logging.getLogger(__name__)

Work = Callable[[], Awaitable[None]]

PAUSE = 0.5  # seconds between two pieces of work: of the 29 messages a second, 2
KEPT = 100  # pieces that wait; who comes then is not told, and is when they come again
_LOOK = 0.2  # seconds after which it is asked again whether there is time


class SpareTime:
    """Does one piece of work after the other while *busy* is false."""

    def __init__(self, busy: Callable[[], bool], *, pause: float = PAUSE, kept: int = KEPT) -> None:
        self._busy = busy
        self._pause = pause
        self._kept = kept
        self._waiting: dict[int, Work] = {}
        self._task: asyncio.Task[None] | None = None

    def offer(self, key: int, work: Work) -> bool:
        """Have *work* done some time unless too much waits; return whether it will be. Of one *key* one piece waits at a time."""
        if key in self._waiting:
            return True
        if len(self._waiting) >= self._kept:
            return False
        self._waiting[key] = work
        if self._task is None or self._task.done():
            self._task = asyncio.get_running_loop().create_task(self._run())
        return True

    def has_room(self, key: int) -> bool:
        """Return whether something new would be kept for *key*."""
        return key not in self._waiting and len(self._waiting) < self._kept

    def close(self) -> None:
        """Do nothing more."""
        self._waiting.clear()
        if self._task is not None:
            self._task.cancel()

    async def _run(self) -> None:
        while self._waiting:
            if self._busy():
                await asyncio.sleep(_LOOK)
                continue
            key, work = next(iter(self._waiting.items()))
            try:
                await work()
            except Exception:
                logger.exception("what was done in spare time failed")
            self._waiting.pop(key, None)
            await asyncio.sleep(self._pause)
