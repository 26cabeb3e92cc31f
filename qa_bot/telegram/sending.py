"""The one place that calls the Bot API to show something: it retries what may pass, and gives up only on what Telegram refuses.

The Bot API knows no request twice: a message whose answer was lost may stand in the chat or not. Before such a message is sent again it is
looked for: editing a message of ours into what it already is fails with "not modified", and nothing else does.
"""

import logging
import time
from collections.abc import Awaitable, Callable, Sequence
from enum import Enum
from typing import NamedTuple, TypeVar

from telegram import InlineKeyboardMarkup, InlineQueryResult, InlineQueryResultsButton, InputFile, LinkPreviewOptions, ReplyParameters
from telegram.constants import ChatAction, ParseMode
from telegram.error import BadRequest, ChatMigrated, TelegramError
from telegram.ext import ExtBot

from qa_bot.errors import DeliveryError
from qa_bot.telegram.equipment import Keyboard
from qa_bot.telegram.journal import Entry, Journal, Progress, sending
from qa_bot.telegram.messages import CAPTION_LIMIT, cut, lay, plain, units
from qa_bot.telegram.trying import Attempts, in_doubt

logger = logging.getLogger(__name__)

R = TypeVar("R")

TYPING_PAUSE = 1.0  # seconds; with 300 people waiting, a sign to each halved the rate of answers to 15 a second
LOOKED_AT = 50  # message ids behind the last known one, those apart that are known to be others'; each costs the send of an answer
SHORT = 200  # characters that no server finds too long
NOWHERE = 10**6  # messages on from where one is looked for, there is none
_NO_THREAD = ("thread not found", "topic_deleted", "topic_closed", "topic_id_invalid")
_ABSENT = ("not found", "can't be edited", "invalid")  # what editing a message says that is not there, or not ours
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


Post = Callable[[int, str, str | None], Awaitable[int]]


class Draft(NamedTuple):
    """A message to be sent: *post* sends it as text of a parse mode to a chat, *again* edits a message of a chat into the same."""

    text: str
    post: Post
    again: Callable[[int, int], Awaitable[object]]


class Sight(Enum):
    """What an edit of a message into a draft says of it."""

    SAME = "it is the draft"
    ABSENT = "it is not there, or not ours"
    CHANGED = "it is now, or the server says so of any"
    UNCLEAR = "nothing"


class BotSender:
    """Sends through *bot*; fulfils `equipment.Sender`. *moved* is told of a chat that has got another id."""

    def __init__(self, bot: ExtBot[int], journal: Journal, *, moved: Callable[[int, int], None] = lambda old, new: None) -> None:
        self._bot = bot
        self._journal = journal
        self._moved = moved
        self._typed = -TYPING_PAUSE
        self.attempts = Attempts()
        self.sent = 0

    async def send(
        self, chat: int, blocks: Sequence[str], *, thread: int | None = None, reply_to: int | None = None, keyboard: Keyboard = None
    ) -> tuple[int, ...]:
        return await self._texts(chat, lay(blocks), thread, reply_to, keyboard)

    async def _texts(
        self, chat: int, texts: Sequence[str], thread: int | None, reply_to: int | None, keyboard: Keyboard
    ) -> tuple[int, ...]:
        """Send *texts*, each in halves where the server finds it too long, whatever we count."""
        sent: list[int] = []
        for number, text in enumerate(texts):
            under = keyboard if number == len(texts) - 1 else None
            reply = None if sent else reply_to
            try:
                sent.append(await self._message(chat, self._text(text, thread, reply, under)))
            except DeliveryError as error:
                halves = _halves(text) if _is_too_long(error) else []
                if len(halves) < 2:
                    raise
                logger.error("Telegram found a message of %d characters too long, which was sent in pieces", units(text))
                sent += await self._texts(chat, halves, thread, reply, under)
        return tuple(sent)

    async def edit(self, chat: int, message: int, blocks: Sequence[str], *, keyboard: Keyboard = None) -> bool:
        async def post(text: str, mode: str | None) -> None:
            await self._bot.edit_message_text(
                text, chat, message, parse_mode=mode, reply_markup=_markup(keyboard), link_preview_options=_NO_PREVIEW
            )

        texts = lay(blocks)
        return await self._unless_gone(lambda: self._shortened(texts[0], lambda text: self._as_html(text, post))) if texts else False

    async def send_photo(
        self,
        chat: int,
        content: bytes,
        *,
        caption: str = "",
        thread: int | None = None,
        reply_to: int | None = None,
        keyboard: Keyboard = None,
    ) -> int:
        async def post(chat: int, text: str, mode: str | None) -> int:
            message = await _in_thread(
                thread,
                lambda thread: self._bot.send_photo(
                    chat,
                    InputFile(content, filename="figure.png"),
                    caption=text,
                    parse_mode=mode,
                    message_thread_id=thread,
                    reply_parameters=_reply(reply_to),
                    reply_markup=_markup(keyboard),
                ),
            )
            return message.message_id

        return await self._with_caption(chat, caption, post, keyboard)

    async def send_document(
        self,
        chat: int,
        content: bytes,
        filename: str,
        *,
        caption: str = "",
        thread: int | None = None,
        reply_to: int | None = None,
        keyboard: Keyboard = None,
    ) -> int:
        async def post(chat: int, text: str, mode: str | None) -> int:
            message = await _in_thread(
                thread,
                lambda thread: self._bot.send_document(
                    chat,
                    InputFile(content, filename=filename),
                    caption=text,
                    parse_mode=mode,
                    message_thread_id=thread,
                    reply_parameters=_reply(reply_to),
                    reply_markup=_markup(keyboard),
                ),
            )
            return message.message_id

        return await self._with_caption(chat, caption, post, keyboard)

    async def answer_callback(self, query_id: str, text: str | None = None, *, alert: bool = False) -> bool:
        return await self._unless_gone(
            lambda: self.attempts.until_taken(lambda: self._bot.answer_callback_query(query_id, text, show_alert=alert))
        )

    async def answer_inline(
        self,
        query_id: str,
        results: Sequence[InlineQueryResult],
        *,
        cache_seconds: int,
        button: InlineQueryResultsButton | None = None,
    ) -> bool:
        return await self._unless_gone(
            lambda: self.attempts.until_taken(
                lambda: self._bot.answer_inline_query(query_id, results, cache_time=cache_seconds, is_personal=True, button=button)
            )
        )

    async def typing(self, chat: int, *, thread: int | None = None, picture: bool = False) -> None:
        now = time.monotonic()
        if now - self._typed < TYPING_PAUSE:
            return  # many wait: what would be said to each of them is better spent on their answers
        self._typed = now
        try:
            await self._bot.send_chat_action(chat, ChatAction.UPLOAD_PHOTO if picture else ChatAction.TYPING, message_thread_id=thread)
        except TelegramError as error:
            logger.debug("typing was not shown: %s", error)

    # ------------------------------------------------------------ one message

    def _text(self, text: str, thread: int | None, reply_to: int | None, keyboard: Keyboard) -> Draft:
        markup = _markup(keyboard)

        async def post(chat: int, text: str, mode: str | None) -> int:
            message = await _in_thread(
                thread,
                lambda thread: self._bot.send_message(
                    chat,
                    text,
                    parse_mode=mode,
                    message_thread_id=thread,
                    reply_parameters=_reply(reply_to),
                    reply_markup=markup,
                    link_preview_options=_NO_PREVIEW,
                ),
            )
            return message.message_id

        async def again(chat: int, message: int) -> object:
            return await self._bot.edit_message_text(
                text, chat, message, parse_mode=ParseMode.HTML, reply_markup=markup, link_preview_options=_NO_PREVIEW
            )

        return Draft(text, post, again)

    async def _with_caption(self, chat: int, caption: str, post: Post, keyboard: Keyboard) -> int:
        text = cut(caption, CAPTION_LIMIT)[0]
        return await self._shortened(text, lambda text: self._message(chat, self._captioned(text, post, keyboard)))

    def _captioned(self, text: str, post: Post, keyboard: Keyboard) -> Draft:
        async def again(chat: int, message: int) -> object:
            return await self._bot.edit_message_caption(
                chat, message, caption=text, parse_mode=ParseMode.HTML, reply_markup=_markup(keyboard)
            )

        return Draft(text, post, again)

    async def _message(self, chat: int, draft: Draft) -> int:
        """Return the id of the message that *draft* became, now or before a crash."""
        entry = self._journal.next(chat)
        if entry.message is not None:
            return entry.message
        message = await self._find_again(draft, entry) if entry.progress is Progress.OUT else None
        if message is None:
            try:
                message = await self._deliver(draft, entry)
            except DeliveryError as error:
                if not isinstance(error.__cause__, ChatMigrated):
                    raise
                entry.chat = error.__cause__.new_chat_id
                logger.warning("the group %d has become the supergroup %d", chat, entry.chat)
                self._moved(chat, entry.chat)
                message = await self._deliver(draft, entry)
        self._journal.sent(entry, message)
        self.sent += 1
        return message

    async def _find_again(self, draft: Draft, entry: Entry) -> int | None:
        """Return the id under which a message that the last process was sending stands; 0: it does, by all one can tell."""
        found, certain = await self._look_for(draft, entry)
        return found if found is not None or certain else 0

    async def _deliver(self, draft: Draft, entry: Entry) -> int:
        async def post(text: str, mode: str | None) -> int:
            mark = sending.set(entry)
            try:
                return await draft.post(entry.chat, text, mode)
            except TelegramError as error:
                if not in_doubt(error):
                    self._journal.back(entry)
                raise
            finally:
                sending.reset(mark)

        async def found() -> int | None:
            message, certain = await self._look_for(draft, entry)
            if certain:
                self._journal.back(entry)
            return message

        return await self._as_html(draft.text, post, found)

    async def _look_for(self, draft: Draft, entry: Entry) -> tuple[int | None, bool]:
        """Return the id of the message in the chat that *draft* became, if any, and whether the server's answers prove it."""
        if not entry.floor:
            return None, False
        for message in self._journal.unknown(entry, LOOKED_AT):
            seen = await self._look_at(draft, entry.chat, message)
            if seen is Sight.CHANGED and await self._look_at(draft, entry.chat, message + NOWHERE) is Sight.ABSENT:
                seen = Sight.SAME  # a message of ours that was not known of: it went out in another form
            if seen is Sight.SAME:
                logger.info("a message whose sending was in doubt had been delivered")
                return message, True
            if seen is not Sight.ABSENT:
                return None, False
        return None, True

    async def _look_at(self, draft: Draft, chat: int, message: int) -> Sight:
        try:
            await self.attempts.until_taken(lambda: draft.again(chat, message))
        except DeliveryError as error:
            reason = str(error.__cause__).lower()
            if "not modified" in reason:
                return Sight.SAME
            absent = isinstance(error.__cause__, BadRequest) and any(sign in reason for sign in _ABSENT)
            return Sight.ABSENT if absent else Sight.UNCLEAR
        return Sight.CHANGED

    # ------------------------------------------------------------ trying

    async def _as_html(
        self, text: str, post: Callable[[str, str | None], Awaitable[R]], found: Callable[[], Awaitable[R | None]] | None = None
    ) -> R:
        """Post *text* as HTML, or as what a reader would see of it when Telegram cannot parse it."""
        try:
            return await self.attempts.until_taken(lambda: post(text, ParseMode.HTML), found)
        except DeliveryError as error:
            if not _is_unparsable(error.__cause__):
                raise
            logger.error("Telegram could not parse a message, which was sent as plain text: %s", error)
            return await self.attempts.until_taken(lambda: post(plain(text), None), found)

    async def _shortened(self, text: str, post: Callable[[str], Awaitable[R]]) -> R:
        """Post *text*, or as much of it as the server does not find too long."""
        while True:
            try:
                return await post(text)
            except DeliveryError as error:
                halves = _halves(text) if _is_too_long(error) else []
                if len(halves) < 2:
                    raise
                logger.error("Telegram found a text of %d characters too long, which was shortened", units(text))
                text = f"{halves[0]}…"

    async def _unless_gone(self, post: Callable[[], Awaitable[object]]) -> bool:
        """Return True when *post* went through or changed nothing; False when what it is about is gone."""
        try:
            await post()
        except DeliveryError as error:
            changed_nothing = isinstance(error.__cause__, BadRequest) and "not modified" in str(error.__cause__).lower()
            if not changed_nothing:
                logger.info("what was to be changed or answered is gone, or was refused: %s", error)
            return changed_nothing
        return True


async def _in_thread(thread: int | None, post: Callable[[int | None], Awaitable[R]]) -> R:
    """Return what *post* returns for *thread*, or, where that topic is closed or gone, for none: a reply stands by its question even so."""
    try:
        return await post(thread)
    except BadRequest as error:
        if thread is None or not any(sign in str(error).lower() for sign in _NO_THREAD):
            raise
    logger.info("a topic is closed or gone, and a message goes out without it")
    return await post(None)


def _is_unparsable(error: BaseException | None) -> bool:
    return isinstance(error, BadRequest) and "parse entities" in str(error).lower()


def _is_too_long(error: DeliveryError) -> bool:
    return isinstance(error.__cause__, BadRequest) and "too long" in str(error.__cause__).lower().replace("_", " ")


def _halves(text: str) -> list[str]:
    """Return *text* in pieces of half its length; as it is when it is short."""
    return cut(text, max(units(text) // 2 + 1, SHORT))


def _markup(keyboard: Keyboard) -> InlineKeyboardMarkup | None:
    if keyboard is None or isinstance(keyboard, InlineKeyboardMarkup):
        return keyboard
    return InlineKeyboardMarkup(keyboard)


def _reply(message: int | None) -> ReplyParameters | None:
    return None if message is None else ReplyParameters(message, allow_sending_without_reply=True)
