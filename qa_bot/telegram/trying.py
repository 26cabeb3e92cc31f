"""Trying a request until Telegram takes it, or has refused it for good, or time is up."""

import asyncio
import logging
import random
import time
from collections.abc import Awaitable, Callable
from typing import TypeVar

import httpx
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, RetryAfter, TelegramError

from qa_bot.errors import DeliveryError

logger = logging.getLogger(__name__)

R = TypeVar("R")

PATIENCE = 15 * 60.0  # seconds for which a message is tried
FIRST_PAUSE = 0.5
LONGEST_PAUSE = 8.0
STUCK = 30.0  # seconds of failures, and nothing else, after which it is said that no message gets through
_REFUSED = (BadRequest, Forbidden, ChatMigrated)  # 401, 404 and 409 are no word on a message: a proxy says so, or a server that starts
_IN_DOUBT = (httpx.ReadError, httpx.ReadTimeout, httpx.RemoteProtocolError, ValueError)  # the request was out; ValueError: no JSON


class Attempts:
    """Tries requests, and knows how that goes."""

    def __init__(self) -> None:
        self.retries = 0
        self._failing: float | None = None  # since when nothing has worked
        self._failure = ""

    @property
    def trouble(self) -> str:
        """What has kept every message from going out for a while; empty when nothing has."""
        stuck = self._failing is not None and time.monotonic() - self._failing > STUCK
        return self._failure if stuck else ""

    async def until_taken(self, post: Callable[[], Awaitable[R]], found: Callable[[], Awaitable[R | None]] | None = None) -> R:
        """Return what *post* returns, tried until Telegram takes it; *found* says what an attempt in doubt has brought about.

        Raises DeliveryError when it is refused or time is up.
        """
        started, pause = time.monotonic(), FIRST_PAUSE
        while True:
            try:
                done = await post()
            except TelegramError as error:
                if _is_final(error):
                    self._failing = None
                    raise DeliveryError(f"Telegram refused a message: {error}") from error
                failed = error
            else:
                self._failing = None
                return done
            self.retries += 1
            self._failing, self._failure = self._failing or time.monotonic(), _told(failed)
            wait = pause_asked(failed) if isinstance(failed, RetryAfter) else random.uniform(pause / 2, pause)
            if time.monotonic() - started + wait > PATIENCE:
                raise DeliveryError(f"a message was not taken in {PATIENCE / 60:.0f} minutes: {_told(failed)}") from failed
            logger.warning("sending failed, the next attempt is in %.1f s: %s", wait, _told(failed))
            await asyncio.sleep(wait)
            pause = min(2 * pause, LONGEST_PAUSE)
            if found is not None and in_doubt(failed):
                before = await found()
                if before is not None:
                    return before


def in_doubt(error: TelegramError) -> bool:
    """Return whether the request that failed so may have been carried out."""
    return isinstance(error.__cause__, _IN_DOUBT)


def _is_final(error: TelegramError) -> bool:
    """Return whether Telegram has refused a message for good; a proxy that refuses it does not answer in Telegram's JSON."""
    return isinstance(error, _REFUSED) and not isinstance(error.__cause__, TelegramError)


def _told(error: TelegramError) -> str:
    return f"the token or the method is not known ({error})" if isinstance(error, InvalidToken) else str(error)


def pause_asked(error: TelegramError) -> float:
    """Return for how many seconds Telegram wants to hear nothing after *error*."""
    after = error.retry_after if isinstance(error, RetryAfter) else 0
    return float(after) if isinstance(after, int | float) else after.total_seconds()
