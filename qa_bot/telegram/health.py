"""How the bot is: for a supervisor (/healthz), for who sends it traffic (/readyz), for Prometheus (/metrics)."""

import asyncio
import json
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus

from qa_bot.errors import ConfigError, QABotError

logger = logging.getLogger(__name__)

POLL_AGE = 60.0  # seconds without a poll that worked after which the bot is not ready
RIVAL_AGE = 12.0  # longer than Telegram holds a poll, after which two that are there have met
_SLOW = 5.0  # seconds that a client has to send its request


@dataclass
class Polling:
    """How asking for updates goes. A change is logged; a state that lasts is not logged again."""

    last: float | None = None
    failures: int = 0
    trouble: str = ""
    rival: float | None = None  # when another program was last seen to ask for the same updates

    def polled(self, status: int | None, reason: str) -> None:
        """Take note of a poll: its HTTP status, None without an answer, and what went wrong, if anything."""
        if status == HTTPStatus.CONFLICT:
            self._conflict(reason)
            return
        if not reason:
            if self.trouble:
                logger.warning("asking for updates works again")
            self.last, self.trouble = time.monotonic(), ""
            return
        self.failures += 1
        if status in (HTTPStatus.UNAUTHORIZED, HTTPStatus.NOT_FOUND):
            reason = f"Telegram does not know the token ({reason})"
        if reason != self.trouble:
            logger.error("Telegram cannot be asked for updates: %s", reason)
        self.trouble = reason

    def known(self) -> None:
        """Take note that Telegram knows the token, whatever was said before."""
        if self.trouble:
            logger.warning("Telegram knows the token after all")
        self.trouble = ""

    def heard(self) -> None:
        """Take note that Telegram has answered what comes before the first poll."""
        if self.last is None:
            self.last = time.monotonic()

    def _conflict(self, reason: str) -> None:
        """Take note that the updates went to another program; the two take turns, and each gets some."""
        self.failures += 1
        if self.rival is None or time.monotonic() - self.rival > POLL_AGE:
            logger.error("another program asks for updates with the same token; one of the two has to stop (%s)", reason)
        self.rival = time.monotonic()

    @property
    def contested(self) -> bool:
        """Whether another program was seen lately: two that go on get into each other's way more often than that."""
        return self.rival is not None and time.monotonic() - self.rival < RIVAL_AGE

    @property
    def age(self) -> float | None:
        """Seconds since the last poll that worked; None when there was none."""
        return None if self.last is None else time.monotonic() - self.last


@dataclass
class Vitals:
    """What is looked at. Counters only grow."""

    polling: Polling | None  # None with a webhook
    fingerprint: Callable[[], str]  # of the live index; raises QABotError
    alone: bool  # whether no other process works on the same state
    storing: Callable[[], str]  # why no update can be written down, if so
    sending: Callable[[], str]  # why no message has gone out for a while, if so
    waiting: Callable[[], int]
    limit: int
    counters: Callable[[], dict[str, float]]

    def troubles(self) -> list[str]:
        """Return what keeps the bot from answering."""
        found = []
        try:
            self.fingerprint()
        except QABotError as error:
            found.append(f"index: {error}")
        if not self.alone:
            found.append("state: another bot works with the same QA_BOT_STATE")
        if self.storing():
            found.append(f"state: {self.storing()}")
        if self.sending():
            found.append(f"sending: {self.sending()}")
        if self.polling is not None:
            age = self.polling.age
            if self.polling.contested:
                found.append("polling: another program asks for updates with the same token")
            if self.polling.trouble:
                found.append(f"polling: {self.polling.trouble}")
            elif age is None or age > POLL_AGE:
                found.append("polling: no answer from Telegram " + ("yet" if age is None else f"for {age:.0f} s"))
        if self.waiting() >= self.limit:
            found.append(f"queue: {self.waiting()} updates wait")
        return found


class HealthServer:
    """Answers GET requests over HTTP/1.0 at *address*, which should be one of this machine's own."""

    def __init__(self, vitals: Vitals, address: str) -> None:
        self._vitals = vitals
        self._address = address
        self._server: asyncio.Server | None = None

    async def start(self) -> None:
        """Begin to listen. Raises ConfigError when that is not possible."""
        host, _, port = self._address.rpartition(":")
        try:
            self._server = await asyncio.start_server(self._serve, host.strip("[]") or "127.0.0.1", int(port))
        except (OSError, ValueError) as exc:
            raise ConfigError(f"QA_BOT_TELEGRAM_HEALTH: nothing can listen on {self._address}: {exc}") from exc

    async def close(self) -> None:
        """Listen no longer."""
        if self._server is not None:
            self._server.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            line, *_ = (await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), _SLOW)).splitlines()
            method, path, *_ = [*line.decode("latin-1").split(), "", ""]
            status, kind, body = self._answer(method, path.partition("?")[0])
            head = (
                f"HTTP/1.0 {status.value} {status.phrase}",
                f"Content-Type: {kind}",
                f"Content-Length: {len(body)}",
                "Connection: close",
            )
            writer.write("\r\n".join((*head, "", "")).encode() + (b"" if method == "HEAD" else body))
            await asyncio.wait_for(writer.drain(), _SLOW)
        except (OSError, TimeoutError, EOFError, asyncio.LimitOverrunError):
            pass  # the client has gone, or talks something else
        finally:
            writer.close()

    def _answer(self, method: str, path: str) -> tuple[HTTPStatus, str, bytes]:
        if method not in ("GET", "HEAD"):
            return HTTPStatus.METHOD_NOT_ALLOWED, "text/plain", b""
        match path:
            case "/healthz":
                return HTTPStatus.OK, "application/json", b'{"status": "alive"}\n'
            case "/readyz":
                troubles = self._vitals.troubles()
                state = {"status": "not ready" if troubles else "ready", "troubles": troubles, "waiting": self._vitals.waiting()}
                return HTTPStatus.SERVICE_UNAVAILABLE if troubles else HTTPStatus.OK, "application/json", json.dumps(state).encode() + b"\n"
            case "/metrics":
                return HTTPStatus.OK, "text/plain; version=0.0.4", self._metrics().encode()
        return HTTPStatus.NOT_FOUND, "text/plain", b""

    def _metrics(self) -> str:
        troubles, polling = self._vitals.troubles(), self._vitals.polling
        gauges = {"qa_bot_telegram_ready": float(not troubles), "qa_bot_telegram_waiting": float(self._vitals.waiting())}
        if polling is not None and polling.age is not None:
            gauges["qa_bot_telegram_last_poll_age_seconds"] = round(polling.age, 3)
        counters = {f"qa_bot_telegram_{name}_total": value for name, value in self._vitals.counters().items()}
        lines = [
            f"# TYPE {name} {kind}\n{name} {value:g}"
            for kind, of in (("gauge", gauges), ("counter", counters))
            for name, value in of.items()
        ]
        return "\n".join(lines) + "\n"
