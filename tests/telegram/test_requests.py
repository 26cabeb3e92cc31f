"""Asking for updates, and pacing what is sent, against the stand-in."""

import asyncio
import json
import time

import pytest
from bot_api import TOKEN, BotApi, Fault

from qa_bot.telegram import health
from qa_bot.telegram.health import Polling, Vitals
from qa_bot.telegram.pacing import TRIPS, RoundTrips, WindowLimiter
from qa_bot.telegram.requests import PollRequest

Polls = list[tuple[int | None, str]]


def poll(api: BotApi) -> tuple[list[dict], Polls]:
    """Return the updates of one poll, and what was told of each attempt."""
    polls: Polls = []

    async def settled() -> None:
        polls.append((0, "settled"))

    async def run() -> bytes:
        request = PollRequest(settle=settled, polled=lambda status, reason: polls.append((status, reason)))
        _, payload = await request.do_request(f"{api.url}/bot{TOKEN}/getUpdates", "POST")
        await request.shutdown()
        return payload

    return json.loads(asyncio.run(run()))["result"], polls


@pytest.mark.parametrize("kind", [401, 404, 500, 502, 409, "reset", "garbage", "lost"])
def test_a_poll_that_fails_is_repeated_until_it_works(api: BotApi, kind: str | int) -> None:
    api.say(7, "?")
    api.faults.append(Fault("getUpdates", kind))
    updates, polls = poll(api)
    assert len(updates) == 1
    assert polls[0] == (0, "settled")  # before anything is confirmed
    assert polls[1][1]
    assert polls[2] == (200, "")


def test_an_update_that_the_library_cannot_read_is_left_empty(api: BotApi) -> None:
    api.push(message={"message_id": 5, "chat": "none"})
    api.say(7, "?")
    updates, _ = poll(api)
    assert [set(update) for update in updates] == [{"update_id"}, {"update_id", "message"}]


def test_a_rival_is_reported_while_it_may_be_there_and_logged_once(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    polling = Polling()
    for _ in range(3):
        polling.polled(409, "Conflict")
        polling.polled(200, "")
    vitals = Vitals(
        polling=polling, fingerprint=lambda: "x", alone=True, storing=str, sending=str, waiting=lambda: 0, limit=1, counters=dict
    )
    assert "another program" in vitals.troubles()[0]
    now = time.monotonic()
    monkeypatch.setattr(health.time, "monotonic", lambda: now + health.RIVAL_AGE)
    assert vitals.troubles() == []
    polling.polled(409, "Conflict")
    assert "another program" in vitals.troubles()[0]
    assert caplog.text.count("another program") == 1


def test_it_is_ready_when_telegram_has_agreed_to_the_polling_and_not_before() -> None:
    polling = Polling()
    vitals = Vitals(
        polling=polling, fingerprint=lambda: "x", alone=True, storing=str, sending=str, waiting=lambda: 0, limit=1, counters=dict
    )
    assert "yet" in vitals.troubles()[0]
    polling.heard()
    assert vitals.troubles() == []


def test_an_outage_is_logged_when_it_begins_and_when_it_ends(caplog: pytest.LogCaptureFixture) -> None:
    polling = Polling()
    for _ in range(3):
        polling.polled(None, "no answer in time")
    polling.polled(200, "")
    assert [line.levelname for line in caplog.records] == ["ERROR", "WARNING"]


def test_what_the_quickest_of_late_took_every_message_takes() -> None:
    trips = RoundTrips()
    assert trips.least() == 0
    for seconds in (0.2, 0.1, 0.4):
        trips.took(seconds)
    assert 0 < trips.least() <= 0.1
    for _ in range(TRIPS):
        trips.took(0.3)
    assert 0.2 < trips.least() <= 0.3


def test_no_more_messages_are_under_way_in_a_window_than_are_allowed() -> None:
    async def run() -> None:
        limiter, loop = WindowLimiter(messages=3, window=0.2), asyncio.get_running_loop()
        went: list[float] = []

        async def post() -> bool:
            went.append(loop.time())
            return True

        async def send(data: dict[str, object]) -> None:
            await limiter.process_request(post, (), {}, "sendMessage", data, None)

        await asyncio.gather(*(send({"chat_id": number}) for number in range(1, 9)))
        assert all(later - earlier >= 0.2 for earlier, later in zip(went, went[3:], strict=False))
        went.clear()
        await asyncio.gather(*(send({}) for _ in range(8)))  # an answered button is no message
        assert len(went) == 8

    asyncio.run(run())
