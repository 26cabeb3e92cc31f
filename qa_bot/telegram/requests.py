"""How the bot speaks HTTP: what polling does about outages, and when a message has left the process."""

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable, Sequence
from http import HTTPStatus

import httpx
from telegram import Update
from telegram.error import NetworkError, TimedOut
from telegram.request import HTTPXRequest

from qa_bot.telegram.journal import Entry, Journal, Progress, sending

logger = logging.getLogger(__name__)

FIRST_PAUSE = 0.5
LONGEST_PAUSE = 3.0  # the updater's own grows to 30 s, which is how late the first question after an outage would be answered
REFUSED_PAUSE = 15.0  # as long as pauses grow while the token is not known: a proxy that said so once has long mended itself

Polled = Callable[[int | None, str], None]  # told of each poll: the HTTP status, None without one, and what went wrong


class PollRequest(HTTPXRequest):
    """Requests for updates: before one that confirms, *settle* is awaited; what fails is asked again until it works.

    *sifted* takes out updates that need not be dealt with, but for the number of the last one.

    So the updater sees no failure, which it would answer with pauses that grow, or, to a 401, by ending for good.
    """

    def __init__(
        self,
        *,
        settle: Callable[[], Awaitable[None]],
        polled: Polled,
        sifted: Callable[[Sequence[object]], list[object]] = list,
        connect_timeout: float = 3.0,
        read_timeout: float = 3.0,
    ) -> None:
        super().__init__(connection_pool_size=2, connect_timeout=connect_timeout, read_timeout=read_timeout, pool_timeout=read_timeout)
        self._settle = settle
        self._polled = polled
        self._sifted = sifted

    async def do_request(self, *given: object, **named: object) -> tuple[int, bytes]:
        await self._settle()
        pause = FIRST_PAUSE
        while True:
            longest = LONGEST_PAUSE
            try:
                status, payload = await super().do_request(*given, **named)  # type: ignore[arg-type]  # as they came
            except TimedOut:
                self._polled(None, "no answer in time")
            except NetworkError as error:
                self._polled(None, str(error))
            else:
                updates = _updates(payload) if status == HTTPStatus.OK else None
                if updates is not None:
                    self._polled(status, "")
                    readable = list(map(_readable, self._sifted(updates)))
                    return status, json.dumps({"ok": True, "result": readable}).encode()
                self._polled(status, _description(payload))
                if status in (HTTPStatus.UNAUTHORIZED, HTTPStatus.NOT_FOUND, HTTPStatus.FORBIDDEN):
                    longest = REFUSED_PAUSE
                elif status == HTTPStatus.TOO_MANY_REQUESTS:
                    return status, payload  # the updater waits as long as it is told to
            await asyncio.sleep(min(pause, longest))
            pause = min(2 * pause, longest)


class MarkingTransport(httpx.AsyncHTTPTransport):
    """A transport that notes in the journal when the request of a message is written to the network.

    Its body, to be exact: without it nothing is carried out, and while it waits for a connection or for the rate limit nothing is in doubt.
    """

    def __init__(self, journal: Journal, *, connections: int) -> None:
        super().__init__(limits=httpx.Limits(max_connections=connections, max_keepalive_connections=20))
        self._journal = journal

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        entry = sending.get()
        if entry is not None:
            request.extensions = {**request.extensions, "trace": self._tracer(entry)}
        return await super().handle_async_request(request)

    def _tracer(self, entry: Entry) -> Callable[[str, object], Awaitable[None]]:
        async def trace(event: str, details: object) -> None:
            if event.endswith("send_request_body.started") and entry.progress is Progress.NEW:
                self._journal.out(entry)

        return trace


def _updates(payload: bytes) -> list[object] | None:
    """Return the updates in the answer *payload*, None if it is none."""
    try:
        found = json.loads(payload)["result"]
    except (ValueError, KeyError, TypeError):
        return None
    return found if isinstance(found, list) else None


def _readable(update: object) -> object:
    """Return *update*; one that the library cannot read is left empty but for its number.

    It would be asked for without end, and nothing behind it answered.
    """
    if not isinstance(update, dict):
        return update
    try:
        Update.de_json(update, None)
    except Exception as error:  # whatever a library does with what it does not expect
        logger.error("the update %s cannot be read and is left out: %s: %s", update.get("update_id"), type(error).__name__, error)
        return {"update_id": update.get("update_id")}
    return update


def _description(payload: bytes) -> str:
    try:
        return str(json.loads(payload)["description"])
    except (ValueError, KeyError, TypeError):
        return "not an answer of the Bot API"
