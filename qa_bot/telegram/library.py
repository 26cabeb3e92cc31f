"""Keeping the documents up to date from within Telegram: `/reindex`, and documents that admins send.

The index is built by a process of its own; a document that was sent is read on trial first, with limits on memory and time. Questions are
answered meanwhile, by the generation that is live; the next one is taken up by the question after it is published, whoever published it.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from contextvars import Context as Variables
from functools import partial
from pathlib import Path

from telegram import Document, Message, Update
from telegram.error import TelegramError
from telegram.ext import CommandHandler, MessageHandler, filters

from qa_bot.errors import DeliveryError, QABotError
from qa_bot.ingest.readers import formats, supports
from qa_bot.settings import Settings
from qa_bot.telegram.asking import Asking
from qa_bot.telegram.building import Builder, BuildError, Report
from qa_bot.telegram.equipment import Context, Handler, Sender
from qa_bot.telegram.notices import notice
from qa_bot.text.printable import printable

logger = logging.getLogger(__name__)

_NEW = filters.UpdateType.MESSAGE


class Library:
    """Builds the index when an admin says so, one build at a time."""

    def __init__(self, settings: Settings, asking: Asking, sender: Sender) -> None:
        self._settings = settings
        self._asking = asking
        self._sender = sender
        self._building = asyncio.Lock()
        self._tasks: set[asyncio.Task[None]] = set()
        self._builder = Builder(settings.index, settings.state)

    def handlers(self) -> list[Handler]:
        """Return what admins alone may do. Whoever else sends a document is dealt with by the face."""
        admins = filters.User([int(admin) for admin in self._settings.telegram_admins if admin != "*"])
        return [
            CommandHandler("reindex", self._reindex, filters=_NEW & admins),
            CommandHandler("reindex", self._refuse, filters=_NEW),
            MessageHandler(_NEW & filters.ChatType.PRIVATE & filters.Document.ALL & admins, self._take),
        ]

    def close(self) -> None:
        """End a build that is under way; the index stays as it was."""
        for task in self._tasks:
            task.cancel()
        self._builder.close()

    # ------------------------------------------------------------ handlers

    async def _refuse(self, update: Update, context: Context) -> None:
        await self._say(update, "admins_only")

    async def _reindex(self, update: Update, context: Context) -> None:
        if self._building.locked():
            await self._say(update, "indexing_already")
            return
        try:
            roots = existing(self._asking.index.manifest.roots)
        except QABotError as error:
            await self._say(update, "indexing_failed", report=error)
            return
        if not roots:
            await self._say(update, "nothing_indexed")
            return
        await self._say(update, "indexing")
        self._start(update, partial(self._builder.build, roots))

    async def _take(self, update: Update, context: Context) -> None:
        message = update.effective_message
        if message is None or message.document is None:
            return
        name = file_name(message.document)
        limit = self._settings.telegram_upload_megabytes
        folder = self._settings.telegram_uploads
        if folder is None:
            await self._say(update, "uploads_off")
        elif not supports(Path(name)):
            await self._say(update, "upload_kind", file=name, kinds=formats())
        elif (message.document.file_size or 0) > limit * 1_000_000:
            await self._say(update, "upload_size", file=name, limit=limit)
        else:
            content = await self._fetch(message.document, context)
            if content is None:
                await self._say(update, "upload_failed", file=name)
                return
            await self._say(update, "indexing")
            self._start(update, partial(self._add, content, name, folder), name)

    async def _fetch(self, document: Document, context: Context) -> bytes | None:
        """Return the content of the file that was sent; None when it cannot be had, or is larger than was said."""
        try:
            content = await (await context.bot.get_file(document.file_id)).download_as_bytearray()
        except TelegramError as error:
            logger.warning("a document could not be fetched: %s", error)
            return None
        return bytes(content) if len(content) <= self._settings.telegram_upload_megabytes * 1_000_000 else None

    # ------------------------------------------------------------ building

    def _start(self, update: Update, work: Callable[[], Awaitable[Report]], name: str = "") -> None:
        # Outside of the update's own variables: what is sent at the end belongs to no update that could be handled again.
        task = asyncio.get_running_loop().create_task(self._build(update, work, name), context=Variables())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _build(self, update: Update, work: Callable[[], Awaitable[Report]], name: str) -> None:
        said, values = "indexing_failed", dict[str, object]()
        async with self._building:
            try:
                report = await work()
            except BuildError as error:
                said, values = ("upload_too_much" if error.too_much and name else "indexing_failed"), {"report": error, "file": name}
            except OSError as error:
                logger.error("the index could not be built: %s", error)
                values = {"report": error.strerror or error}
            else:
                logger.info("the index was built: %s documents", report.get("documents"))
                said, values = "indexed", {"report": _described(report)}
        with suppress(DeliveryError):
            await self._say(update, said, **values)

    async def _add(self, content: bytes, name: str, folder: Path) -> Report:
        """Read a file on trial, then put it into *folder* and bring that into the index."""
        await self._builder.try_out(content, name, folder)
        return await self._builder.build([folder])

    async def _say(self, update: Update, name: str, **values: object) -> None:
        user, message = update.effective_user, update.effective_message
        if isinstance(message, Message):
            words = notice(name, user.language_code if user else None, **values)
            thread = message.message_thread_id if message.is_topic_message else None
            await self._sender.send(message.chat_id, [words], thread=thread, reply_to=message.message_id)


def file_name(document: Document) -> str:
    """Return the name under which a document is kept: its own, as far as it is a plain one.

    >>> file_name(Document("id", "id", file_name="../../.ssh/Report 2023.md"))
    'Report 2023.md'
    """
    own = printable((document.file_name or "").replace("\\", "/").rpartition("/")[2]).strip().lstrip(".")
    stem, dot, suffix = own.rpartition(".")
    return f"{stem[:100]}{dot}{suffix[:10]}" if stem else document.file_unique_id


def existing(roots: Sequence[str]) -> list[Path]:
    """Return those of *roots* that are still there: a build refuses the others."""
    return [Path(root) for root in roots if Path(root).exists()]


def _described(report: dict[str, object]) -> str:
    """Return the report of a build in numbers, which need no language of their own."""
    changes = {"+": report.get("added"), "~": report.get("changed"), "−": report.get("removed")}
    counted = ", ".join(f"{sign}{number}" for sign, number in changes.items() if number)
    skipped = report.get("skipped")
    left = f"; ✗ {len(skipped)}" if isinstance(skipped, list) and skipped else ""
    return f"📄 {report.get('documents')} ({counted or '='}){left}"
