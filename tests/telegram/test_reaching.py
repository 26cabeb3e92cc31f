"""At the start: an outage and a token called unknown by mistake are waited out, a wrong token is told."""

import asyncio
from http import HTTPStatus
from pathlib import Path
from types import SimpleNamespace

import pytest
from telegram.error import InvalidToken, NetworkError

from qa_bot.errors import ConfigError
from qa_bot.telegram import reaching
from qa_bot.telegram.health import Polling
from qa_bot.telegram.reaching import Reaching
from qa_bot.telegram.state import State

TOKEN = "77:abc"


class Scripted:
    """An application that is initialized after *failures*."""

    def __init__(self, *failures: Exception) -> None:
        self.failures = list(failures)
        self.bot = SimpleNamespace(id=77)

    async def initialize(self) -> None:
        if self.failures:
            raise self.failures.pop(0)


def reach(state: State, *failures: Exception, polling: Polling | None = None) -> bool:
    return asyncio.run(Reaching(state, TOKEN).reach(Scripted(*failures), asyncio.Event(), polling or Polling()))


@pytest.fixture(autouse=True)
def brief(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("UNREACHABLE_PAUSE", "REFUSED_PAUSE", "LONGEST_REFUSED_PAUSE"):
        monkeypatch.setattr(reaching, name, 0.01)
    monkeypatch.setattr(reaching, "PATIENCE_WITH_NEW", 0.03)


def test_a_token_called_unknown_by_mistake_is_tried_again(tmp_path: Path) -> None:
    polling = Polling()
    assert reach(State(tmp_path), InvalidToken(), NetworkError("down"), InvalidToken(), polling=polling)
    assert polling.trouble == ""


def test_a_new_token_that_stays_unknown_is_told_soon(tmp_path: Path) -> None:
    polling = Polling()
    with pytest.raises(ConfigError, match="does not know this token"):
        reach(State(tmp_path), *[InvalidToken()] * 9, polling=polling)
    assert "does not know the token" in polling.trouble  # which /readyz shows meanwhile


def test_one_that_was_known_before_is_given_longer(tmp_path: Path) -> None:
    reach(State(tmp_path))
    assert reach(State(tmp_path), *[InvalidToken()] * 9)


def test_told_to_stop_it_tries_no_more(tmp_path: Path) -> None:
    async def stopped() -> bool:
        stop = asyncio.Event()
        stop.set()
        return await Reaching(State(tmp_path), TOKEN).reach(Scripted(), stop, Polling())

    assert not asyncio.run(stopped())


def test_health_says_that_the_token_is_called_unknown() -> None:
    polling = Polling()
    polling.polled(HTTPStatus.UNAUTHORIZED, "Unauthorized")
    assert polling.trouble == "Telegram does not know the token (Unauthorized)"
    polling.known()
    assert polling.trouble == ""
