"""Not more messages a second than Telegram takes."""

import asyncio
from collections import deque
from collections.abc import Callable, Coroutine
from typing import Any

from telegram.ext import AIORateLimiter

WINDOW = 1.0  # seconds
MESSAGES = 29  # in any window, of the 30 that Telegram allows
TRIPS = 100  # messages whose ways there and back are compared
SURE = 0.9  # of the quickest way there and back


class RoundTrips:
    """How long messages are under way. What the quickest of late ones took, every message takes."""

    def __init__(self) -> None:
        self._late: deque[float] = deque(maxlen=TRIPS)

    def took(self, seconds: float) -> None:
        """Take note of one."""
        self._late.append(seconds)

    def least(self) -> float:
        """Return the seconds that the next message will be under way at least, in both directions together."""
        return SURE * min(self._late, default=0.0)


class WindowLimiter(AIORateLimiter):
    """Lets a message go when fewer than *messages* went in the last *window* seconds, counted from when their answers came.

    Telegram counts them when they arrive, which is before. Messages that leave evenly may arrive bunched: paced at 28 a second by a leaky
    bucket, 300 at once from a busy machine met 54 refusals, each of which costs a second and a place in the line; counted so, none.
    What every message is under way may be taken off: the next one arrives so much later than it leaves, and the answer came so much later
    than the last one arrived. With 250 ms there and back 300 go at 28 a second so once they are under way, and at 23 without.
    The limit of 20 a minute for each group is the library's.
    """

    def __init__(self, *, messages: int = MESSAGES, window: float = WINDOW) -> None:
        super().__init__(overall_max_rate=0, overall_time_period=0)
        self._places = asyncio.Semaphore(messages)
        self._window = window
        self._trips = RoundTrips()

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Any]],
        args: Any,  # noqa: ANN401 - the library's signature
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: int | None,
    ) -> Any:  # noqa: ANN401
        """Return what *callback* returns, called when it is its turn."""

        async def paced(*args: Any, **named: Any) -> Any:  # noqa: ANN401
            loop = asyncio.get_running_loop()
            await self._places.acquire()
            left = loop.time()
            try:
                return await callback(*args, **named)
            finally:
                self._trips.took(loop.time() - left)
                loop.call_later(max(self._window - self._trips.least(), self._window / 2), self._places.release)

        return await super().process_request(
            callback if data.get("chat_id") is None else paced, args, kwargs, endpoint, data, rate_limit_args
        )
