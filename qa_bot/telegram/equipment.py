"""What carries and what answers, held apart: `Equipment` is all that the face may use, `Face` all that the service asks of it.

An update is kept on disk until its handlers have returned. After a crash they run again for the same update, and a send that was made
before is not made again: `Sender` returns what it returned then. So a handler sends in the same order each time, and what it keeps in
`State` may be written twice.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, InlineQueryResult, InlineQueryResultsButton, Message, Update, User
from telegram.ext import Application, BaseHandler, ContextTypes, ExtBot, JobQueue

from qa_bot.settings import Settings
from qa_bot.telegram.asking import Asking
from qa_bot.telegram.state import State
from qa_bot.telegram.words import Speech

Context = ContextTypes.DEFAULT_TYPE
App = Application[ExtBot[int], Context, dict[Any, Any], dict[Any, Any], dict[Any, Any], JobQueue[Context]]  # as its builder has it
Handler = BaseHandler[Any, Context, Any]
Spoken = Callable[[User | None], Speech]  # the words for a person
Keyboard = InlineKeyboardMarkup | Sequence[Sequence[InlineKeyboardButton]] | None


class Sender(Protocol):
    """The one way out. Each call is retried until Telegram takes it; what it refuses for good raises DeliveryError.

    *blocks* are pieces of HTML, each whole by itself; they are joined by line breaks into as few messages as hold them, and only a
    block that is too long for one message is cut, at a line or word and never inside a tag. HTML that is refused goes out as text.
    """

    async def send(
        self, chat: int, blocks: Sequence[str], *, thread: int | None = None, reply_to: int | None = None, keyboard: Keyboard = None
    ) -> tuple[int, ...]:
        """Return the ids of the messages sent; *keyboard* stands under the last. A reply whose question is gone is sent without it."""

    async def edit(self, chat: int, message: int, blocks: Sequence[str], *, keyboard: Keyboard = None) -> bool:
        """Replace a message by *blocks*, cut to one message; return whether it is there to be seen."""

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
        """Return the id of the message with the picture; *caption* is HTML of at most 1,024 units."""

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
        """Return the id of the message with the file."""

    async def answer_callback(self, query_id: str, text: str | None = None, *, alert: bool = False) -> bool:
        """Answer a pressed button with plain text; return whether it was still waiting."""

    async def answer_inline(
        self,
        query_id: str,
        results: Sequence[InlineQueryResult],
        *,
        cache_seconds: int,
        button: InlineQueryResultsButton | None = None,
    ) -> bool:
        """Answer an inline query for its asker alone; return whether it was still waiting."""

    async def typing(self, chat: int, *, thread: int | None = None, picture: bool = False) -> None:
        """Show that an answer is under way, or a *picture*. Tried once: nothing hangs on it."""


@dataclass(frozen=True, kw_only=True)
class Equipment:
    """What a face works with."""

    settings: Settings
    asking: Asking
    state: State
    sender: Sender
    follow: Callable[[int, Callable[[], Awaitable[None]]], None]  # has work for the update of that number go on behind its handler


class Face(Protocol):
    """What the service asks of a face."""

    def handlers(self) -> Sequence[Handler]:
        """Return the handlers, in the order in which they are tried: the first that fits an update has it."""

    async def start(self, app: App) -> None:
        """Do what is done once before the first update, such as telling the commands for Telegram's menus."""

    def wording(self, message: Message, bot: Bot) -> str | None:
        """Return what *message* asks the bot for, in short; None when it is not for the bot."""

    async def captioned(self, update: Update, context: Context) -> None:
        """Answer the question in the caption of a document, if there is one."""

    def speech(self, user: User | None) -> Speech:
        """Return the words for *user*, in the language that they chose."""

    async def apologise(self, message: Message, user: User | None, error: BaseException | None) -> None:
        """Say to *user* that *error* kept *message* from being answered, as far as it concerns them; the service has logged it."""
