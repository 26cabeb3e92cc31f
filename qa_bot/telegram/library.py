"""Keeping the documents up to date from within Telegram: `/reindex`, and documents that admins send.

The index is built by a process of its own; a document that was sent is read on trial first, with limits on memory and time. Questions are
answered meanwhile, by the generation that is live; the next one is taken up by the question after it is published, whoever published it.
The admin's message stays in hand until the outcome was told: a bot that is killed meanwhile fetches the document again, and reads it again.
"""

import asyncio
import logging
import re
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

from telegram import Bot, Document, Message, Update
from telegram.error import BadRequest, TelegramError
from telegram.ext import CommandHandler, MessageHandler, filters

from qa_bot.errors import DeliveryError, QABotError
from qa_bot.ingest.readers import formats, supports
from qa_bot.settings import Settings
from qa_bot.telegram.asking import Asking
from qa_bot.telegram.building import Builder, BuildError
from qa_bot.telegram.equipment import Context, Handler, Sender, Spoken
from qa_bot.telegram.jobs import Jobs, Outcome
from qa_bot.telegram.messages import shortened
from qa_bot.telegram.trying import pause_asked
from qa_bot.text.printable import printable

logger = logging.getLogger(__name__)

FETCH_PAUSES = (1.0, 4.0, 15.0)  # seconds between attempts to fetch a document
STEM = 200  # bytes of the name of a file that is kept: file systems take 255, and more is put around it
REASON = 300  # characters of why a file cannot be read
_UNUSABLE = re.compile(r"nothing in it can be used \((.*)\); name another", re.DOTALL)
_NEW = filters.UpdateType.MESSAGE

Captioned = Callable[[Update, Context], Awaitable[None]]  # answers the question in a caption, if there is one


class Library:
    """Builds the index when an admin says so, one build at a time."""

    def __init__(self, settings: Settings, asking: Asking, sender: Sender, spoken: Spoken, jobs: Jobs, captioned: Captioned) -> None:
        self._settings = settings
        self._asking = asking
        self._sender = sender
        self._spoken = spoken
        self._jobs = jobs
        self._captioned = captioned
        self._coming: asyncio.Task[Outcome] | None = None  # reads the folders again when it is its turn
        self._building = asyncio.Lock()
        self._builder = Builder(settings.index, settings.state)

    def handlers(self) -> list[Handler]:
        """Return what admins alone may do. A question in the caption of somebody else's document is the face's."""
        admins = filters.User([int(admin) for admin in self._settings.telegram_admins if admin != "*"])
        return [
            CommandHandler("reindex", self._reindex, filters=_NEW & admins),
            CommandHandler("reindex", self._refuse, filters=_NEW),
            MessageHandler(_NEW & filters.ChatType.PRIVATE & filters.Document.ALL & admins, self._take),
            MessageHandler(_NEW & filters.ChatType.PRIVATE & filters.Document.ALL & ~filters.CAPTION, self._refuse),
        ]

    def sweep(self) -> None:
        """Remove what builds of a process that was killed have left. Nobody else may work with the state."""
        self._builder.sweep()

    def close(self) -> None:
        """End a build that is under way; the index stays as it was, and the next process builds it."""
        self._jobs.close()
        self._builder.close()

    # ------------------------------------------------------------ handlers

    async def _refuse(self, update: Update, context: Context) -> None:
        await self._say(update, "admins_only")

    async def _reindex(self, update: Update, context: Context) -> None:
        await self._begin(update, self._build_again)

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
            work = partial(self._in_turn, partial(self._add, message.document, name, folder, context.bot))
            await self._begin(update, work, then=partial(self._captioned, update, context))
            return
        await self._captioned(update, context)

    # ------------------------------------------------------------ building

    async def _begin(
        self, update: Update, build: Callable[[], Awaitable[Outcome]], *, then: Callable[[], Awaitable[None]] | None = None
    ) -> None:
        """Say that *build* has begun or waits, have that message become what came of it, and do *then*."""
        said = await self._say(update, "indexing_waits" if self._building.locked() else "indexing")

        async def work() -> Outcome:
            try:
                return await build()
            except (OSError, QABotError) as error:
                logger.error("the index could not be built: %s", error)
                return "indexing_failed", {"report": str(getattr(error, "strerror", None) or error)}
            except Exception:
                logger.exception("the index could not be built")
                return "indexing_failed", {"report": "?"}

        async def tell(outcome: Outcome) -> None:
            with suppress(DeliveryError):
                if not await self._replace(update, said, outcome):
                    await self._say(update, outcome[0], **outcome[1])
                if then is not None:
                    await then()

        self._jobs.start(update.update_id, work, tell)

    async def _in_turn(self, build: Callable[[], Awaitable[Outcome]]) -> Outcome:
        async with self._building:
            return await build()

    async def _build_again(self) -> Outcome:
        """Read the folders when what is being read now is done; all who ask for that until then are told of the same run."""
        if self._coming is None:
            self._coming = asyncio.get_running_loop().create_task(self._in_turn(self._read_folders))
        return await self._coming

    async def _read_folders(self) -> Outcome:
        self._coming = None  # what changes from here on, it may miss
        roots = existing(self._asking.index.manifest.roots)
        return await self._built(roots) if roots else ("nothing_indexed", {})

    async def _add(self, document: Document, name: str, folder: Path, bot: Bot) -> Outcome:
        """Read a file on trial, then put it into *folder* and bring that into the index."""
        content = await self._fetch(document, bot)
        if content is None:
            return "upload_failed", {"file": name}
        try:
            await self._builder.try_out(content, name, folder)
        except BuildError as error:
            report = str(error) if error.too_much else reason(str(error), name)
            return "upload_too_much" if error.too_much else "upload_unreadable", {"report": report, "file": name}
        return await self._built([folder])

    async def _built(self, roots: Sequence[Path]) -> Outcome:
        report = await self._builder.build(roots)
        logger.info("the index was built: %s documents", report.get("documents"))
        return _described(report)

    async def _fetch(self, document: Document, bot: Bot) -> bytes | None:
        """Return the content of the file that was sent; None when it cannot be had, or is larger than was said."""
        for pause in (*FETCH_PAUSES, None):
            try:
                content = await (await bot.get_file(document.file_id)).download_as_bytearray()
            except TelegramError as error:
                logger.warning("a document could not be fetched: %s", error)
                if pause is None or isinstance(error, BadRequest):
                    return None
                await asyncio.sleep(max(pause, pause_asked(error)))
            else:
                return bytes(content) if len(content) <= self._settings.telegram_upload_megabytes * 1_000_000 else None
        return None

    # ------------------------------------------------------------ telling

    async def _say(self, update: Update, name: str, **values: object) -> int | None:
        """Reply; return the id of the message. Where the process was killed after that, it stands there, and is put right if need be."""
        message = update.effective_message
        if not isinstance(message, Message):
            return None
        thread = message.message_thread_id if message.is_topic_message else None
        words = self._spoken(update.effective_user).notice(name, **values)
        sent = await self._sender.send(message.chat_id, [words], thread=thread, reply_to=message.message_id)
        if self._jobs.resumed(update.update_id):
            await self._sender.edit(message.chat_id, sent[-1], [words])
        return sent[-1]

    async def _replace(self, update: Update, said: int | None, outcome: Outcome) -> bool:
        """Edit the message *said* into *outcome*; return whether it is there to be seen."""
        message = update.effective_message
        if said is None or message is None:
            return False
        name, values = outcome
        return await self._sender.edit(message.chat_id, said, [self._spoken(update.effective_user).notice(name, **values)])


def file_name(document: Document) -> str:
    """Return the name under which a document is kept: its own, as far as it is a plain one.

    >>> file_name(Document("id", "id", file_name="../../.ssh/Report 2023.md"))
    'Report 2023.md'
    """
    own = printable((document.file_name or "").replace("\\", "/").rpartition("/")[2]).strip()
    stem, dot, suffix = own.rpartition(".")
    short = (stem if dot else own).strip(".").encode()[:STEM].decode(errors="ignore") or document.file_unique_id
    return f"{short}.{suffix[:10]}" if suffix and dot else short


def reason(report: str, name: str) -> str:
    """Return why of the file *name* nothing could be read, out of the *report* of a build.

    >>> reason("a.md: nothing in it can be used (a.md: the file is empty; put text into it); name another file or folder", "a.md")
    'the file is empty; put text into it'
    """
    found = _UNUSABLE.search(report)
    return shortened((found[1] if found else report).removeprefix(name).lstrip("/: "), REASON)


def existing(roots: Sequence[str]) -> list[Path]:
    """Return those of *roots* that are still there: a build refuses the others."""
    return [Path(root) for root in roots if Path(root).exists()]


def _described(report: dict[str, object]) -> Outcome:
    """Return the report of a build as what is said of it."""
    skipped = report.get("skipped")
    left = len(skipped) if isinstance(skipped, list) else 0
    counts = {name: str(report.get(name) or 0) for name in ("documents", "added", "changed", "removed")}
    same = not any(int(counts[name]) for name in ("added", "changed", "removed"))
    return "indexed_left" if left else "indexed_same" if same else "indexed", {**counts, "skipped": str(left)}
