"""The commands in Telegram's menus: for private chats, groups, admins and elsewhere, in every language; told only when they change."""

import asyncio
import hashlib
import logging
from collections.abc import Iterator, Sequence

from telegram import (
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    BotCommandScopeDefault,
)
from telegram.error import BadRequest, Forbidden, TelegramError

from qa_bot.telegram.equipment import App
from qa_bot.telegram.state import State
from qa_bot.telegram.words import LANGUAGES, speech

logger = logging.getLogger(__name__)

PRIVATE = ("sources", "figures", "why", "new", "lang", "help", "privacy", "forget")
GROUPS = ("ask", "sources", "figures", "why", "new", "help")
ADMINS = (*PRIVATE, "reindex", "approve", "revoke")

PAUSE = 60.0  # seconds after which a menu is told again that was not taken for want of a connection, or since too much was told

_STEPS = ("CREATE TABLE menus (scope TEXT PRIMARY KEY, told TEXT NOT NULL)",)


async def tell_menus(app: App, state: State, admins: Sequence[int]) -> None:
    """Register the commands where they are other than at the last start; a refusal is logged, since the bot works without menus."""
    state.declare("menus", _STEPS)
    for scope, language, names in _menus(admins):
        chosen = speech(language)
        commands = [BotCommand(name, chosen.plain("menu", name)) for name in names]
        place = f"{app.bot.id} {scope.to_json()} {language}"
        told = hashlib.sha256("\n".join(command.to_json() for command in commands).encode()).hexdigest()
        if state.rows("SELECT 1 FROM menus WHERE scope = ? AND told = ?", place, told):
            continue
        if await _is_taken(app, commands, scope, language):
            state.run("INSERT OR REPLACE INTO menus VALUES (?, ?)", place, told)


async def _is_taken(app: App, commands: Sequence[BotCommand], scope: BotCommandScope, language: str | None) -> bool:
    """Tell one menu until Telegram can be reached; return False when it is refused."""
    while True:
        try:
            return await app.bot.set_my_commands(commands, scope=scope, language_code=language)
        except (BadRequest, Forbidden) as error:  # an admin who has never written to the bot has no chat with it
            logger.info("the menu of %s was not taken: %s", scope.type, error)
            return False
        except TelegramError as error:
            logger.info("the menu of %s is told again in %.0f s: %s", scope.type, PAUSE, error)
            await asyncio.sleep(PAUSE)


def _menus(admins: Sequence[int]) -> Iterator[tuple[BotCommandScope, str | None, Sequence[str]]]:
    """Yield scope, language (None: all others) and commands."""
    scopes: list[tuple[BotCommandScope, Sequence[str]]] = [
        (BotCommandScopeDefault(), GROUPS),
        (BotCommandScopeAllPrivateChats(), PRIVATE),
        (BotCommandScopeAllGroupChats(), GROUPS),
        *((BotCommandScopeChat(admin), ADMINS) for admin in admins),
    ]
    for scope, names in scopes:
        for language in (None, *LANGUAGES[1:]):
            yield scope, language, names
