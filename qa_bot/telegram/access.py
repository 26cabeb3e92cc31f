"""Who is answered: a gate before all handlers, for every kind of update. Closed to all but those who are listed or were let in by a code.

A stranger is told so once, and then hears nothing. A group that is not listed is left. Both wait until nobody who may ask does.
"""

import logging
import secrets
import time
from functools import partial
from typing import NamedTuple

from telegram import CallbackQuery, Chat, Update, User
from telegram.error import TelegramError
from telegram.ext import ApplicationHandlerStop, CommandHandler, TypeHandler

from qa_bot.errors import DeliveryError
from qa_bot.settings import Settings
from qa_bot.telegram.equipment import Context, Handler, Sender, Spoken
from qa_bot.telegram.journal import handling
from qa_bot.telegram.spare import SpareTime
from qa_bot.telegram.state import State
from qa_bot.telegram.words import speech

logger = logging.getLogger(__name__)

KINDS = (  # of updates that are asked for; the gate lets no other through, should one come all the same
    Update.MESSAGE,
    Update.EDITED_MESSAGE,
    Update.CALLBACK_QUERY,
    Update.INLINE_QUERY,
    Update.MESSAGE_REACTION,
    Update.MY_CHAT_MEMBER,
)
ANYONE = "*"
CODE_LASTS = 86_400  # seconds
_PRESENT = frozenset({"member", "administrator", "restricted"})

_STEPS = (
    "CREATE TABLE admitted (id INTEGER PRIMARY KEY, since REAL NOT NULL)",
    "CREATE TABLE strangers (id INTEGER PRIMARY KEY, refused REAL NOT NULL, code TEXT, name TEXT)",
    "UPDATE strangers SET name = NULL",
    "ALTER TABLE strangers RENAME COLUMN name TO language",
)


class Stranger(NamedTuple):
    number: int
    language: str | None  # of the person's Telegram


class Gate:
    """Access by the lists in the settings and the ids that an admin has let in."""

    def __init__(self, settings: Settings, state: State) -> None:
        self._listed = frozenset(settings.telegram_allowed) - {ANYONE}
        self._open = ANYONE in settings.telegram_allowed
        self._admins = frozenset(settings.telegram_admins)
        self._pairing = settings.telegram_pairing
        self._state = state
        state.declare("access", _STEPS)
        state.on_forget(self._forget)
        self._admitted = {int(str(number)) for (number,) in state.rows("SELECT id FROM admitted")}

    def is_admin(self, user: int) -> bool:
        return str(user) in self._admins

    def may_ask(self, user: int | None, chat: int | None = None) -> bool:
        return self._open or any(number is not None and self._is_let_in(number) for number in (user, chat))

    def lets_in(self, update: Update) -> bool:
        """Return whether *update* comes from somebody who may ask, or from a group where everybody may."""
        chat, user = update.effective_chat, update.effective_user
        if chat is not None and chat.type != Chat.PRIVATE:
            return self.may_ask(None, chat.id)
        return user is not None and self.may_ask(user.id)

    def handlers(self, sender: Sender, *, strangers: SpareTime, groups: SpareTime) -> list[Handler]:
        """Return the gate, for a group before all others; in the time given, strangers are told, and groups are left."""
        return [TypeHandler(Update, Doorkeeper(self, sender, strangers, groups).check)]

    def commands(self, sender: Sender, spoken: Spoken) -> list[Handler]:
        """Return the commands by which an admin lets people in and out."""
        clerk = Clerk(self, sender, spoken)
        return [CommandHandler("approve", clerk.approve), CommandHandler("revoke", clerk.revoke)]

    def knows(self, user: int) -> bool:
        """Return whether a stranger has been told already; a code that is no longer good is as if nothing had been said."""
        since = time.time() - CODE_LASTS if self._pairing else 0.0
        return bool(self._state.rows("SELECT 1 FROM strangers WHERE id = ? AND refused > ?", user, since))

    def refuse(self, user: User) -> str | None:
        """Return what a stranger is told; None when it was told before."""
        if self.knows(user.id):
            return None
        code = f"{secrets.randbelow(10**8):08d}" if self._pairing else None
        self._state.run("INSERT OR REPLACE INTO strangers VALUES (?, ?, ?, ?)", user.id, time.time(), code, user.language_code)
        return speech(user.language_code).notice("refused_with_code" if code else "refused", code=code, user=user.id)

    def admit(self, code: str) -> Stranger | None:
        """Let in the stranger who was given *code*; return who it is, None when the code is unknown or too old."""
        found = self._state.rows("SELECT id, language FROM strangers WHERE code = ? AND refused > ?", code, time.time() - CODE_LASTS)
        if not found:
            return None
        number, language = int(str(found[0][0])), found[0][1]
        with self._state.transaction():
            self._state.run("DELETE FROM strangers WHERE id = ?", number)
            self._state.run("INSERT OR IGNORE INTO admitted VALUES (?, ?)", number, time.time())
        self._admitted.add(number)
        return Stranger(number, None if language is None else str(language))

    def dismiss(self, number: int) -> bool:
        """Take back that *number* was let in; return whether it was."""
        if number not in self._admitted:
            return False
        self._admitted.discard(number)
        return bool(self._state.run("DELETE FROM admitted WHERE id = ?", number))

    def moved(self, old: int, new: int) -> None:
        """Let in a group under the id that it got by becoming a supergroup, and take its conversations along."""
        if self._is_let_in(old):
            self._state.run("INSERT OR IGNORE INTO admitted VALUES (?, ?)", new, time.time())
            self._admitted.add(new)
            self._state.move(old, new)

    def _is_let_in(self, number: int) -> bool:
        return str(number) in self._listed or str(number) in self._admins or number in self._admitted

    def _forget(self, user: int) -> None:
        self._state.run("DELETE FROM strangers WHERE id = ?", user)


class Doorkeeper:
    """Stops what is not let in, and says so where there is somebody to tell."""

    def __init__(self, gate: Gate, sender: Sender, strangers: SpareTime, groups: SpareTime) -> None:
        self._gate = gate
        self._sender = sender
        self._strangers = strangers
        self._groups = groups

    async def check(self, update: Update, context: Context) -> None:
        """Return when the update may pass; raise ApplicationHandlerStop when it may not."""
        if not any(getattr(update, kind) is not None for kind in KINDS):
            raise ApplicationHandlerStop
        chat, user = update.effective_chat, update.effective_user
        if chat is not None and chat.type != Chat.PRIVATE:
            self._check_group(update, chat, context)
        elif not self._gate.lets_in(update):
            self._turn_away(update, user)
            raise ApplicationHandlerStop
        if user is not None and user.is_bot and update.message is not None and update.message.sender_chat is None:
            raise ApplicationHandlerStop  # two bots could talk for ever

    def _check_group(self, update: Update, chat: Chat, context: Context) -> None:
        message = update.message
        if message is not None and message.migrate_to_chat_id is not None:
            self._gate.moved(chat.id, message.migrate_to_chat_id)
        if message is not None and message.migrate_from_chat_id is not None:
            self._gate.moved(message.migrate_from_chat_id, chat.id)
        if self._gate.lets_in(update):
            return
        member = update.my_chat_member
        if chat.type == Chat.CHANNEL or member is None or member.new_chat_member.status in _PRESENT:
            self._groups.offer(chat.id, partial(self._leave, chat.id, context))
        raise ApplicationHandlerStop

    async def _leave(self, chat: int, context: Context) -> None:
        if self._gate.may_ask(None, chat):
            return  # by now: it is a group that was let in under another id
        logger.warning("leaving the chat %d, which is not in QA_BOT_TELEGRAM_ALLOWED", chat)
        try:
            await context.bot.leave_chat(chat)
        except TelegramError as error:
            logger.info("the chat %d could not be left: %s", chat, error)

    def _turn_away(self, update: Update, user: User | None) -> None:
        if user is None or user.is_bot or self._gate.knows(user.id):
            return
        if update.message is not None or update.callback_query is not None:
            self._strangers.offer(user.id, partial(self._refuse, update, user))

    async def _refuse(self, update: Update, user: User) -> None:
        handling.set(None)  # what is said now belongs to no update in hand
        words = self._gate.refuse(user)
        if words is None or self._gate.may_ask(user.id):
            return
        logger.info("the stranger %d was turned away", user.id)
        try:
            await self._tell(update.callback_query, update, words)
        except DeliveryError as error:
            logger.info("a stranger could not be told: %s", error)

    async def _tell(self, query: CallbackQuery | None, update: Update, words: str) -> None:
        if query is not None:
            await self._sender.answer_callback(query.id, words, alert=True)
        elif update.effective_chat is not None:
            await self._sender.send(update.effective_chat.id, [words])


class Clerk:
    """The commands of admins that are about access."""

    def __init__(self, gate: Gate, sender: Sender, spoken: Spoken) -> None:
        self._gate = gate
        self._sender = sender
        self._spoken = spoken

    async def approve(self, update: Update, context: Context) -> None:
        """Let in the stranger with the code that is given."""
        if not await self._is_admin(update):
            return
        if not context.args:
            await self._reply(update, "approve_how", None)
            return
        stranger = self._gate.admit(context.args[0])
        if stranger is None:
            await self._reply(update, "code_unknown", None)
            return
        await self._reply(update, "approved", stranger.number)
        try:
            await self._sender.send(stranger.number, [speech(stranger.language).notice("welcome")])
        except DeliveryError as error:
            logger.info("the user %d could not be told: %s", stranger.number, error)

    async def revoke(self, update: Update, context: Context) -> None:
        """Shut out the id that is given, as far as it was let in by a code."""
        if not await self._is_admin(update):
            return
        given = context.args[0] if context.args else ""
        if not given.removeprefix("-").isdecimal():
            await self._reply(update, "revoke_how", None)
            return
        number = int(given)
        await self._reply(update, "revoked" if self._gate.dismiss(number) else "not_admitted", number)

    async def _is_admin(self, update: Update) -> bool:
        if update.effective_user is not None and self._gate.is_admin(update.effective_user.id):
            return True
        await self._reply(update, "admins_only", None)
        return False

    async def _reply(self, update: Update, key: str, number: int | None) -> None:
        user, message = update.effective_user, update.effective_message
        if user is not None and message is not None:
            await self._sender.send(message.chat_id, [self._spoken(user).notice(key, user=number)], reply_to=message.message_id)
