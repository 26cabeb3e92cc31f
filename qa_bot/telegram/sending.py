"""The one place that calls the Bot API to show something: it retries what may pass, and gives up only on what Telegram refuses."""

import asyncio
import logging
import random
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

from telegram import InlineKeyboardMarkup, InlineQueryResult, InlineQueryResultsButton, InputFile, LinkPreviewOptions, ReplyParameters
from telegram.constants import ChatAction, ParseMode
from telegram.error import BadRequest, ChatMigrated, Conflict, Forbidden, InvalidToken, RetryAfter, TelegramError
from telegram.ext import ExtBot

from qa_bot.errors import DeliveryError
from qa_bot.telegram.equipment import Keyboard
from qa_bot.telegram.messages import CAPTION_LIMIT, cut, lay, plain

logger = logging.getLogger(__name__)

R = TypeVar("R")

ATTEMPTS = 12  # at about 1, 2, 4, 8 and then every 8 s: an outage of a minute is sat out
FIRST_PAUSE = 0.5
LONGEST_PAUSE = 8.0
_FINAL = (BadRequest, Forbidden, Conflict, InvalidToken, ChatMigrated)
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


class BotSender:
    """Sends through *bot*; fulfils `equipment.Sender`."""

    def __init__(self, bot: ExtBot[int]) -> None:
        self._bot = bot

    async def send(
        self, chat: int, blocks: Sequence[str], *, thread: int | None = None, reply_to: int | None = None, keyboard: Keyboard = None
    ) -> tuple[int, ...]:
        texts = lay(blocks)
        sent: list[int] = []
        for number, text in enumerate(texts):
            markup = _markup(keyboard) if number == len(texts) - 1 else None
            reply = _reply(reply_to) if number == 0 else None

            async def post(
                text: str, mode: str | None, markup: InlineKeyboardMarkup | None = markup, reply: ReplyParameters | None = reply
            ) -> int:
                message = await self._bot.send_message(
                    chat,
                    text,
                    parse_mode=mode,
                    message_thread_id=thread,
                    reply_parameters=reply,
                    reply_markup=markup,
                    link_preview_options=_NO_PREVIEW,
                )
                return message.message_id

            sent.append(await self._as_html(post, text))
        return tuple(sent)

    async def edit(self, chat: int, message: int, blocks: Sequence[str], *, keyboard: Keyboard = None) -> bool:
        async def post(text: str, mode: str | None) -> None:
            await self._bot.edit_message_text(
                text, chat, message, parse_mode=mode, reply_markup=_markup(keyboard), link_preview_options=_NO_PREVIEW
            )

        texts = lay(blocks)
        return await self._unless_gone(lambda: self._as_html(post, texts[0])) if texts else False

    async def edit_keyboard(self, chat: int, message: int, keyboard: Keyboard) -> bool:
        return await self._unless_gone(
            lambda: self._retried(lambda: self._bot.edit_message_reply_markup(chat, message, reply_markup=_markup(keyboard)))
        )

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
        async def post(text: str, mode: str | None) -> int:
            message = await self._bot.send_photo(
                chat,
                InputFile(content, filename="figure.png"),
                caption=text,
                parse_mode=mode,
                message_thread_id=thread,
                reply_parameters=_reply(reply_to),
                reply_markup=_markup(keyboard),
            )
            return message.message_id

        return await self._as_html(post, cut(caption, CAPTION_LIMIT)[0])

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
        async def post(text: str, mode: str | None) -> int:
            message = await self._bot.send_document(
                chat,
                InputFile(content, filename=filename),
                caption=text,
                parse_mode=mode,
                message_thread_id=thread,
                reply_parameters=_reply(reply_to),
                reply_markup=_markup(keyboard),
            )
            return message.message_id

        return await self._as_html(post, cut(caption, CAPTION_LIMIT)[0])

    async def answer_callback(self, query_id: str, text: str | None = None, *, alert: bool = False) -> bool:
        return await self._unless_gone(lambda: self._retried(lambda: self._bot.answer_callback_query(query_id, text, show_alert=alert)))

    async def answer_inline(
        self,
        query_id: str,
        results: Sequence[InlineQueryResult],
        *,
        cache_seconds: int,
        button: InlineQueryResultsButton | None = None,
        next_offset: str = "",
    ) -> bool:
        return await self._unless_gone(
            lambda: self._retried(
                lambda: self._bot.answer_inline_query(
                    query_id, results, cache_time=cache_seconds, is_personal=True, button=button, next_offset=next_offset
                )
            )
        )

    async def typing(self, chat: int, *, thread: int | None = None) -> None:
        try:
            await self._bot.send_chat_action(chat, ChatAction.TYPING, message_thread_id=thread)
        except TelegramError as error:
            logger.debug("typing was not shown: %s", error)

    async def _as_html(self, post: Callable[[str, str | None], Awaitable[R]], text: str) -> R:
        """Post *text* as HTML, or as what a reader would see of it when Telegram cannot parse it."""
        try:
            return await self._retried(lambda: post(text, ParseMode.HTML))
        except DeliveryError as error:
            if not _is_unparsable(error.__cause__):
                raise
            logger.error("Telegram could not parse a message, which was sent as plain text: %s", error)
            return await self._retried(lambda: post(plain(text), None))

    async def _unless_gone(self, post: Callable[[], Awaitable[object]]) -> bool:
        """Return True when *post* went through or changed nothing; False when what it is about is gone."""
        try:
            await post()
        except DeliveryError as error:
            return isinstance(error.__cause__, BadRequest) and "not modified" in str(error.__cause__).lower()
        return True

    async def _retried(self, post: Callable[[], Awaitable[R]]) -> R:
        """Return what *post* returns, tried until Telegram takes it. Raises DeliveryError when it is refused or time is up."""
        pause = FIRST_PAUSE
        for attempt in range(1, ATTEMPTS + 1):
            try:
                return await post()
            except _FINAL as error:
                raise DeliveryError(f"Telegram refused a message: {error}") from error
            except TelegramError as error:
                if attempt == ATTEMPTS:
                    raise DeliveryError(f"a message was not taken in {ATTEMPTS} attempts: {error}") from error
                wait = _seconds(error) if isinstance(error, RetryAfter) else pause
                logger.warning("attempt %d to send failed, the next in %.1f s: %s", attempt, wait, error)
                pause = min(2 * pause, LONGEST_PAUSE)
                await asyncio.sleep(wait + random.uniform(0, 0.1 * wait))
        raise AssertionError("the last attempt returns or raises")


def _seconds(error: RetryAfter) -> float:
    after = error.retry_after
    return float(after) if isinstance(after, int | float) else after.total_seconds()


def _is_unparsable(error: BaseException | None) -> bool:
    return isinstance(error, BadRequest) and "parse entities" in str(error).lower()


def _markup(keyboard: Keyboard) -> InlineKeyboardMarkup | None:
    if keyboard is None or isinstance(keyboard, InlineKeyboardMarkup):
        return keyboard
    return InlineKeyboardMarkup(keyboard)


def _reply(message: int | None) -> ReplyParameters | None:
    return None if message is None else ReplyParameters(message, allow_sending_without_reply=True)
