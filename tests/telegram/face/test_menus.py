"""The commands in Telegram's menus: by scope and language, told only when they change."""

import asyncio
from collections.abc import Iterable
from pathlib import Path
from types import SimpleNamespace

import pytest
from telegram.error import BadRequest, NetworkError, TelegramError, TimedOut

from qa_bot.telegram.face import menus
from qa_bot.telegram.face.menus import tell_menus
from qa_bot.telegram.state import State


class Bot:
    """Takes menus as Telegram does, but for the scopes in *unknown*."""

    id = 99

    def __init__(self, *, unknown: frozenset[str] = frozenset(), failures: Iterable[TelegramError] = ()) -> None:
        self.told: dict[tuple[str, str | None], list[str]] = {}
        self._unknown = unknown
        self._failures = list(failures)

    async def set_my_commands(self, commands, *, scope, language_code):
        if self._failures:
            raise self._failures.pop()
        if scope.type in self._unknown:
            raise BadRequest("Chat not found")
        assert all(0 < len(command.description) <= 256 for command in commands)
        self.told[scope.type, language_code] = [command.command for command in commands]
        return True


@pytest.fixture
def state(tmp_path: Path) -> State:
    return State(tmp_path)


def tell(bot: Bot, state: State, admins: tuple[int, ...] = ()) -> Bot:
    asyncio.run(tell_menus(SimpleNamespace(bot=bot), state, admins))
    return bot


def test_each_scope_has_its_commands_in_both_languages(state: State) -> None:
    told = tell(Bot(), state, (7,)).told
    assert set(told) == {
        (scope, language) for scope in ("default", "all_private_chats", "all_group_chats", "chat") for language in (None, "ru")
    }
    assert "forget" in told["all_private_chats", "ru"]
    assert "ask" in told["all_group_chats", None]
    assert "ask" in told["default", "ru"]
    assert "reindex" in told["chat", None]
    assert "reindex" not in told["all_private_chats", None]


def test_what_was_told_is_not_told_again(state: State) -> None:
    tell(Bot(), state)
    assert tell(Bot(), state).told == {}


def test_an_admin_without_a_chat_holds_nothing_up_and_is_tried_again(state: State) -> None:
    assert ("all_private_chats", None) in tell(Bot(unknown=frozenset({"chat"})), state, (7,)).told
    assert set(tell(Bot(), state, (7,)).told) == {("chat", None), ("chat", "ru")}


def test_menus_are_told_though_telegram_cannot_be_reached_at_first(state: State, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(menus, "PAUSE", 0.0)
    told = tell(Bot(failures=[TimedOut(), NetworkError("Bad Gateway")]), state).told
    assert len(told) == 6
