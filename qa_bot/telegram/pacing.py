"""Not more messages a second than Telegram takes."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from telegram.ext import AIORateLimiter

WINDOW = 1.0  # seconds
MESSAGES = 29  # in any window, of the 30 that Telegram allows


class WindowLimiter(AIORateLimiter):
    """Lets a message go when fewer than *messages* went in the last *window* seconds, counted from when their answers came.

    Telegram counts them when they arrive, which is before. Messages that leave evenly may arrive bunched: paced at 28 a second by a leaky
    bucket, 300 at once from a busy machine met 54 refusals, each of which costs a second and a place in the line; counted so, none.
    The limit of 20 a minute for each group is the library's.
    """

    def __init__(self, *, messages: int = MESSAGES, window: float = WINDOW) -> None:
        super().__init__(overall_max_rate=0, overall_time_period=0)
        self._places = asyncio.Semaphore(messages)
        self._window = window

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
            await self._places.acquire()
            try:
                return await callback(*args, **named)
            finally:
                asyncio.get_running_loop().call_later(self._window, self._places.release)

        return await super().process_request(
            callback if data.get("chat_id") is None else paced, args, kwargs, endpoint, data, rate_limit_args
        )
