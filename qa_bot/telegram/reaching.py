"""Finding Telegram at the start, however long that takes; a token that it keeps calling unknown ends the bot."""

import asyncio
import logging
from contextlib import suppress
from http import HTTPStatus

from telegram.error import InvalidToken, TelegramError

from qa_bot.errors import ConfigError
from qa_bot.telegram.equipment import App
from qa_bot.telegram.health import Polling
from qa_bot.telegram.state import State

logger = logging.getLogger(__name__)

UNREACHABLE_PAUSE = 5.0  # seconds
REFUSED_PAUSE = 0.5  # after which a token that is called unknown is tried again, and each time twice as many
LONGEST_REFUSED_PAUSE = 15.0
PATIENCE = 15 * 60.0  # for which that goes on where the bot has run before: a proxy may come up later than the machine behind it
PATIENCE_WITH_NEW = 6.0  # and where it has not: somebody waits to be told that the token was copied wrong

_STEPS = ("CREATE TABLE bots (id INTEGER PRIMARY KEY)",)


class Reaching:
    """Remembers in *state* which bots Telegram has known: that of *token* among them?"""

    def __init__(self, state: State, token: str) -> None:
        self._state = state
        state.declare("reaching", _STEPS)
        number = token.partition(":")[0]  # the bot's id, which is no secret
        known = number.isdecimal() and state.rows("SELECT 1 FROM bots WHERE id = ?", int(number))
        self._patience = PATIENCE if known else PATIENCE_WITH_NEW

    async def reach(self, app: App, stop: asyncio.Event, polling: Polling) -> bool:
        """Return True when Telegram has said who the bot is; False when *stop* came before. *polling* is told of refusals.

        Raises ConfigError when it has called the token unknown for so long that it is no proxy's mistake.
        """
        refused, pause = 0.0, REFUSED_PAUSE
        while not stop.is_set():
            try:
                await app.initialize()
            except InvalidToken as error:
                if refused >= self._patience:
                    raise ConfigError("Telegram does not know this token: copy it again from @BotFather") from None
                polling.polled(HTTPStatus.UNAUTHORIZED, str(error))
                await _unless(stop, pause)
                refused, pause = refused + pause, min(2 * pause, LONGEST_REFUSED_PAUSE)
            except TelegramError as error:
                refused, pause = 0.0, REFUSED_PAUSE
                logger.warning("Telegram cannot be reached, the next attempt is in %.0f s: %s", UNREACHABLE_PAUSE, error)
                await _unless(stop, UNREACHABLE_PAUSE)
            else:
                polling.known()
                self._state.run("INSERT OR IGNORE INTO bots VALUES (?)", app.bot.id)
                return True
        return False


async def _unless(event: asyncio.Event, seconds: float) -> None:
    """Return after *seconds*, or when *event* has come."""
    with suppress(TimeoutError):
        await asyncio.wait_for(event.wait(), seconds)
