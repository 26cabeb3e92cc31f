"""The bot as a process: built from settings, fed by polling or a webhook, ended by a signal."""

import asyncio
import ctypes
import gc
import logging
import os
import secrets
import signal
import sqlite3
import sys
import time
from collections.abc import Awaitable
from contextlib import suppress
from typing import TypeVar
from urllib.parse import urlsplit

from telegram import Update
from telegram.error import BadRequest, TelegramError
from telegram.ext import Application
from telegram.request import HTTPXRequest

from qa_bot.app import answerer
from qa_bot.errors import ConfigError, DeliveryError, QABotError, RetrievalError
from qa_bot.processes import YOUNG
from qa_bot.settings import Settings, telegram_token
from qa_bot.telegram.access import KINDS, Gate
from qa_bot.telegram.asking import Asking
from qa_bot.telegram.equipment import App, Context, Equipment, Face
from qa_bot.telegram.face import create_face
from qa_bot.telegram.health import HealthServer, Polling, Vitals
from qa_bot.telegram.inbox import Inbox, InboxQueue
from qa_bot.telegram.jobs import Jobs
from qa_bot.telegram.journal import Journal
from qa_bot.telegram.library import Library
from qa_bot.telegram.logs import Redaction, log_to_stderr
from qa_bot.telegram.overflow import Overflow
from qa_bot.telegram.pacing import WindowLimiter
from qa_bot.telegram.processor import WAITING, FairProcessor
from qa_bot.telegram.reaching import Reaching
from qa_bot.telegram.requests import MarkingTransport, PollRequest
from qa_bot.telegram.sending import BotSender
from qa_bot.telegram.sieve import Sieve, carries
from qa_bot.telegram.spare import SpareTime
from qa_bot.telegram.state import State
from qa_bot.telegram.watchdog import keep_alive, notify
from qa_bot.text.mapped import map_dictionaries

logger = logging.getLogger(__name__)

T = TypeVar("T")

POLL = 10  # seconds that Telegram holds a request for updates; a connection that has died unnoticed is noticed so much later
CONNECTIONS = 64
STOP_POLLING = 1.0  # seconds of the five that a stop may take
FINISH = 3.0
REMINDER = 30.0
HOUSEKEEPING = 3600.0
GIVE_BACK = 60.0
_ARENAS = -8  # M_ARENA_MAX of malloc.h
SWITCH = (
    0.001  # seconds after which a thread lets others go on: behind an answer of 1 s others took up to 0.22 s at Python's 5 ms, 0.13 s so
)


def serve(settings: Settings) -> int:
    """Run the bot until SIGTERM or SIGINT; return the exit code. Raises ConfigError for what keeps it from starting."""
    token = telegram_token(settings)
    if not token:
        raise ConfigError("there is no Telegram token: set QA_BOT_TELEGRAM_TOKEN or QA_BOT_TELEGRAM_TOKEN_FILE; @BotFather gives one")
    secret = settings.telegram_webhook_secret
    redact = Redaction([token, secret.get_secret_value() if secret else ""])
    log_to_stderr(settings.log_level, settings.telegram_log, redact)
    sys.setswitchinterval(SWITCH)
    map_dictionaries()
    _share_memory()
    asking, state = Asking(answerer(settings)), State(settings.state)
    try:
        asyncio.run(Service(settings, token, asking, state).run())
    except QABotError as error:
        raise type(error)(redact(str(error))) from None
    except sqlite3.Error as error:  # at the start, or of what is done now and then; what an update meets, its handler's keeper tells
        raise state.explained(error) from None
    except Exception:
        logger.critical("the bot ends", exc_info=True)  # here, where secrets are taken out, and not where --debug prints it
        return 1
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)  # it ends already, and not by being told twice
        idle = asking.close()
        state.close()
    if not idle:
        logging.shutdown()
        os._exit(0)  # an answer that nobody waits for any more would be waited for
    return 0


class Service:
    """One run of the bot."""

    def __init__(self, settings: Settings, token: str, asking: Asking, state: State) -> None:
        self._settings = settings
        self._token = token
        self._asking = asking
        self._state = state
        self._inbox = Inbox(state)
        self._journal = Journal(state)
        self._reaching = Reaching(state, token)
        self._failures = 0
        self._undelivered = 0
        self._given_back = 0
        self._stop = asyncio.Event()
        self._polling = Polling() if settings.telegram_webhook_url is None else None

    async def run(self) -> None:
        """Return when a signal has come and what was in hand is done, as far as time allows."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self._stop.set)
        if not self._state.alone:
            logger.error("another bot works with the same QA_BOT_STATE, %s; what is in hand is left to it", self._state.path.parent)
        app = self._build()
        health = HealthServer(self._vitals(), self._settings.telegram_health) if self._settings.telegram_health else None
        if health is not None:
            await health.start()
        notify("READY=1")  # it runs, and waits for Telegram as long as it takes
        watching = asyncio.create_task(keep_alive())
        if not await self._reaching.reach(app, self._stop, self._polling or Polling()):
            return
        gc.collect()
        gc.freeze()  # the modules stay for good: looking through them again and again is what an idle bot would do otherwise
        gc.set_threshold(YOUNG, 20, 20)  # with Python's own 700 an answer takes a tenth longer, and the process as much memory
        try:
            await self._face.start(app)
            await app.start()
            await self._replay(app)
            await self._listen(app)
            logger.info("answering")
            await self._stop.wait()
        finally:
            notify("STOPPING=1")
            await self._end(app)
            watching.cancel()
            if health is not None:
                await health.close()

    # ------------------------------------------------------------ the parts

    def _build(self) -> App:
        url = self._settings.telegram_api_url.rstrip("/")
        self._gate = gate = Gate(self._settings, self._state)
        self._processor = FairProcessor(self._inbox, self._journal, refuse=self._refuse, lets_in=gate.lets_in)
        self._spare = [SpareTime(lambda: self._processor.busy) for _ in range(2)]
        strangers, groups = self._spare
        sieve = Sieve(gate, strangers, groups, self._journal.saw)
        queue = InboxQueue(self._inbox, settle=True, takes=lambda update: sieve.takes(update.to_dict()))
        if self._polling is not None:  # what is polled is sifted and settled as a whole
            queue = InboxQueue(self._inbox, settle=False, takes=carries)
        app: App = (
            Application.builder()
            .token(self._token)
            .base_url(f"{url}/bot")
            .base_file_url(f"{url}/file/bot")
            .request(request_through(self._journal))
            .get_updates_request(PollRequest(settle=self._inbox.settle, polled=(self._polling or Polling()).polled, sifted=sieve.sifted))
            .update_queue(queue)
            .concurrent_updates(self._processor)
            .rate_limiter(WindowLimiter())
            .build()
        )
        self._sender = BotSender(app.bot, self._journal, moved=gate.moved)
        self._jobs = Jobs(self._state, self._inbox, self._journal)
        equipment = Equipment(
            settings=self._settings, asking=self._asking, state=self._state, sender=self._sender, follow=self._jobs.follow
        )
        self._face: Face = create_face(equipment)
        spoken = self._face.speech
        self._overflow = Overflow(self._sender, spoken, lambda message: self._face.wording(message, app.bot))
        self._library = Library(self._settings, self._asking, self._sender, spoken, self._jobs, self._face.captioned)
        own = [*gate.commands(self._sender, spoken), *self._library.handlers()]
        app.add_handlers({-1: gate.handlers(self._sender, strangers=strangers, groups=groups), 0: [*own, *self._face.handlers()]})
        app.add_error_handler(self._failed)
        if app.job_queue is not None:
            app.job_queue.run_repeating(self._keep_house, HOUSEKEEPING, first=60)
            app.job_queue.run_repeating(self._give_back, GIVE_BACK)
        return app

    def _vitals(self) -> Vitals:
        def counters() -> dict[str, float]:
            return {
                "updates_handled": self._processor.handled,
                "updates_refused": self._processor.refused,
                "updates_failed": self._failures,
                "messages_sent": self._sender.sent,
                "answers_undelivered": self._undelivered,
                "send_retries": self._sender.attempts.retries,
                "poll_failures": self._polling.failures if self._polling else 0,
            }

        return Vitals(
            polling=self._polling,
            fingerprint=lambda: self._asking.index.fingerprint,
            alone=self._state.alone,
            storing=lambda: self._inbox.trouble,
            sending=lambda: self._sender.attempts.trouble,
            waiting=lambda: self._processor.waiting,
            limit=WAITING,
            counters=counters,
        )

    async def _listen(self, app: App) -> None:
        if app.updater is None:
            return
        settings = self._settings
        if settings.telegram_webhook_url is None:
            starting = app.updater.start_polling(timeout=POLL, bootstrap_retries=-1, allowed_updates=KINDS)
        else:
            host, port = _address(settings.telegram_webhook_listen)
            secret = settings.telegram_webhook_secret
            starting = app.updater.start_webhook(
                listen=host,
                port=port,
                url_path=urlsplit(settings.telegram_webhook_url).path,
                webhook_url=settings.telegram_webhook_url,
                secret_token=secret.get_secret_value() if secret else secrets.token_urlsafe(32),
                bootstrap_retries=-1,
                allowed_updates=KINDS,
            )
        await _first(starting, self._stop)
        if self._polling is not None and not self._stop.is_set():
            self._polling.heard()  # it has agreed to the polling; the first poll may last until somebody asks

    async def _replay(self, app: App) -> None:
        if not self._state.alone:
            return
        self._library.sweep()
        updates = self._inbox.replay(app.bot)
        if updates:
            logger.info("%d updates from before the last stop are taken up again", len(updates))
        for update in updates:
            app.update_queue.put_nowait(update)

    async def _end(self, app: App) -> None:
        """Take in nothing more, finish what is in hand, and leave what takes too long for the next start."""
        started = time.monotonic()
        if app.updater is not None and app.updater.running:
            await _within(app.updater.stop(), STOP_POLLING)
        await _within(self._processor.idle(), FINISH - (time.monotonic() - started))
        if self._processor.waiting:
            logger.warning("%d updates are left for the next start", self._processor.waiting)
        self._library.close()
        for spare in self._spare:
            spare.close()
        if app.running:
            await _within(app.stop(), 0.3)
        await _within(app.shutdown(), 0.5)

    # ------------------------------------------------------------ what happens on the way

    async def _refuse(self, update: Update) -> None:
        """Tell a user that the line is full."""
        await self._overflow.tell(update)

    async def _failed(self, update: object, context: Context) -> None:
        """Log what a handler raised and, unless it was the sending that failed, say sorry."""
        error = context.error
        if isinstance(error, DeliveryError):
            self._undelivered += 1
            logger.warning("an answer was not delivered: %s", error)
            if not isinstance(error.__cause__, BadRequest):
                return  # the person has shut the bot out, or Telegram cannot be reached
        elif isinstance(error, RetrievalError):  # the index is gone, say, of which /readyz tells
            logger.error("a question could not be answered: %s", error)
        else:
            logger.error("an update could not be dealt with", exc_info=error)
        self._failures += 1
        message = update.effective_message if isinstance(update, Update) else None
        if message is None or not isinstance(update, Update):
            return
        try:
            await self._face.apologise(message, update.effective_user, error)
        except DeliveryError as refused:
            logger.warning("nor could an apology be delivered: %s", refused)

    async def _give_back(self, context: Context) -> None:
        """Give memory that a rush of questions took back to the system, once it is over."""
        if self._processor.handled != self._given_back and not self._processor.waiting:
            self._given_back = self._processor.handled
            gc.collect()
            trim()

    async def _keep_house(self, context: Context) -> None:
        self._inbox.prune()
        self._journal.prune()
        self._state.expire(time.time() - 86_400 * self._settings.telegram_retention_days)


def request_through(journal: Journal) -> HTTPXRequest:
    """Return what all but the asking for updates goes through."""
    return HTTPXRequest(
        connection_pool_size=CONNECTIONS,
        connect_timeout=5,
        read_timeout=10,
        write_timeout=10,
        pool_timeout=60,
        httpx_kwargs={"transport": MarkingTransport(journal, connections=CONNECTIONS)},
    )


def _address(text: str) -> tuple[str, int]:
    host, _, port = text.rpartition(":")
    if not port.isdecimal():
        raise ConfigError(f"QA_BOT_TELEGRAM_WEBHOOK_LISTEN: {text!r} is no address and port, such as 127.0.0.1:8080")
    return host.strip("[]") or "127.0.0.1", int(port)


def _share_memory() -> None:
    """Have the C library keep one stretch of memory for all threads: with one for each, 300 questions left 2 to 3 MB more."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).mallopt(_ARENAS, 1)


def trim() -> None:
    """Have the C library return what it holds free; 300 questions at once left 45 MB so. Elsewhere than on Linux nothing happens."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)


async def _within(work: Awaitable[object], seconds: float) -> None:
    """Await *work* for so long; what goes wrong in it, or takes longer, is logged."""
    try:
        await asyncio.wait_for(work, max(seconds, 0.05))
    except TimeoutError:
        logger.info("something was not finished within %.1f s", seconds)
    except (TelegramError, RuntimeError) as error:
        logger.warning("stopping: %s", error)


async def _first(work: Awaitable[T], event: asyncio.Event) -> None:
    """Return when *work* is done, or leave it when *event* comes before; say so now and then while neither happens."""
    doing, waiting = asyncio.ensure_future(work), asyncio.ensure_future(event.wait())
    while not (await asyncio.wait((doing, waiting), timeout=REMINDER, return_when=asyncio.FIRST_COMPLETED))[0]:
        logger.warning("Telegram has not agreed yet on how updates are delivered; it is asked again and again")
    waiting.cancel()
    if doing.done():
        doing.result()
    else:
        doing.cancel()
