"""The bot as a process: a question is answered, and nothing is lost, whatever happens."""

import json
import re
import shutil
import socket
import sqlite3
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from bot_api import TOKEN, BotApi, Fault
from running import Bot, late, question

from qa_bot.telegram.state import NAME, State


def is_answered(api: BotApi, message: dict, number: int) -> bool:
    return any(late(number) in reply["text"].replace(",", "") for reply in api.replies(message))


def test_a_question_is_answered_by_a_reply_to_it(api: BotApi, answering: Bot) -> None:
    message = api.say(7, question(3))
    api.wait(lambda: is_answered(api, message, 3))
    assert answering.stop() == 0
    assert len(api.replies(message)) == 1


def test_killed_eight_times_over_96_questions_it_loses_none_and_answers_none_twice(api: BotApi, answering: Bot) -> None:
    api.latency = 0.05
    messages = []
    for round_ in range(8):
        messages += [api.say(100 + number % 24, question(number)) for number in range(12 * round_, 12 * round_ + 12)]
        enough = len(api.sent()) + 1 + round_ % 4
        api.wait(lambda enough=enough: len(api.sent()) >= enough)
        time.sleep(0.013 * round_)
        answering.kill()
        answering.start()
    api.wait(lambda: all(api.replies(message) for message in messages))
    time.sleep(1)
    assert answering.stop() == 0
    assert [len(api.replies(message)) for message in messages] == [1] * 96


def test_told_to_stop_it_answers_what_is_in_hand_and_leaves(api: BotApi, answering: Bot) -> None:
    api.latency = 0.3
    messages = [api.say(100 + number, question(number)) for number in range(30)]
    api.wait(api.sent)
    assert answering.stop() == 0
    confirmed = max(int(call.given.get("offset", 0)) for call in api.of("getUpdates"))
    assert not [update for update in api.waiting if update["update_id"] >= confirmed]
    assert [len(api.replies(message)) for message in messages] == [1] * 30


def test_told_to_stop_while_an_answer_is_on_its_way_it_neither_loses_it_nor_sends_it_twice(api: BotApi, answering: Bot) -> None:
    api.latency = 7
    message = api.say(7, question(1))
    api.wait(lambda: [call for call in api.calls if call.method == "sendMessage"])
    assert answering.stop() == 0
    api.latency = 0
    api.reply(message)
    answering.start()
    after = api.say(7, question(2))
    api.wait(lambda: is_answered(api, after, 2))
    assert len(api.replies(message)) == 1


@pytest.mark.parametrize("moment", [0.5, 0.8, 1.2])
def test_told_to_stop_while_it_starts_it_leaves_as_it_should(bot: Bot, moment: float) -> None:
    bot.start()
    time.sleep(moment)
    assert bot.stop() == 0


@pytest.mark.parametrize("number", range(0, 6, 2))
def test_told_to_stop_at_any_moment_of_an_answer_it_answers_once(api: BotApi, answering: Bot, number: int) -> None:
    api.latency = 0.05
    message = api.say(7, question(number))
    time.sleep(0.02 * number)
    assert answering.stop() == 0
    answering.start()
    after = api.say(8, question(number + 6))
    api.wait(lambda: is_answered(api, after, number + 6) and is_answered(api, message, number))
    assert answering.stop() == 0
    assert len(api.replies(message)) == 1


def test_what_it_had_no_time_for_is_answered_after_the_next_start(api: BotApi, answering: Bot) -> None:
    api.faults.append(Fault("sendMessage", 502, times=10**6))
    message = api.say(7, question(1))
    api.wait(lambda: [call for call in api.calls if call.method == "sendMessage"])
    assert answering.stop() == 0
    api.faults.clear()
    answering.start()
    api.wait(lambda: is_answered(api, message, 1))


def test_after_twelve_seconds_without_telegram_it_answers_again(api: BotApi, answering: Bot) -> None:
    api.down()
    time.sleep(12)
    api.up()
    message = api.say(7, question(2))
    api.wait(lambda: is_answered(api, message, 2))


def test_started_before_telegram_can_be_reached_it_waits(api: BotApi, bot: Bot) -> None:
    api.down()
    bot.start()
    time.sleep(3)
    assert bot.running
    api.up()
    message = api.say(7, question(2))
    api.wait(lambda: is_answered(api, message, 2))


def test_two_bots_with_one_token_say_so_and_go_on(api: BotApi, answering: Bot, tmp_path: Path) -> None:
    rival = Bot(answering.environment | {"QA_BOT_STATE": str(tmp_path / "rival")}, tmp_path / "rival.txt").start()
    try:
        api.wait(lambda: "another program asks for updates" in answering.said + rival.said)
        messages = [api.say(7, question(number)) for number in range(4)]
        api.wait(lambda: all(api.replies(message) for message in messages))
        assert answering.running
        assert rival.running
    finally:
        rival.stop()
    message = api.say(7, question(9))
    api.wait(lambda: is_answered(api, message, 9))


def test_300_questions_of_300_people_are_all_answered_where_30_a_second_are_allowed(api: BotApi, answering: Bot) -> None:
    api.per_second = 30
    messages = [api.say(1000 + number, question(number)) for number in range(300)]
    api.wait(lambda: len(answered(api)) >= 300, 600)
    assert [len(api.replies(message)) for message in messages] == [1] * 300


def test_of_150_questions_of_one_person_each_is_answered_or_named_as_not_taken(api: BotApi, answering: Bot) -> None:
    api.latency = 0.2
    messages = [api.say(7, f"{question(number)} ({number})") for number in range(150)]

    def turned_away() -> list[str]:
        done = answered(api)
        return [message["text"] for message in messages if message["message_id"] not in done]

    api.wait(lambda: not_taken(api) == len(turned_away()), 600)  # how many that are hangs on when it asked for the second hundred
    turned = turned_away()
    assert len(turned) > 30
    (busy,) = [text["text"] for text in api.sent(7) if "not taken" in text["text"]]
    listed = [f"• {words}" for words in turned[:29]]
    assert busy.splitlines()[1:] == [*listed, f"… and {len(turned) - 29} more, the last: {turned[-1]}"]


def answered(api: BotApi) -> set[int]:
    """Return the ids of the messages, of private chats, that were answered."""
    replies = [message for message in api.sent() if "not taken" not in message["text"]]
    return {message["reply_to_message"]["message_id"] for message in replies if "reply_to_message" in message}


def not_taken(api: BotApi) -> int:
    """Return how many questions a notice says were not taken."""
    found = re.search(r"(\d+) of yours were not taken", "\n".join(message["text"] for message in api.sent()))
    return int(found[1]) if found else 0


FAILURES = [
    pytest.param(Fault("sendMessage", 429, seconds=1), id="too-many-requests"),
    pytest.param(Fault("sendMessage", 500, times=2), id="internal-error"),
    pytest.param(Fault("sendMessage", 502, times=2), id="bad-gateway"),
    pytest.param(Fault("sendMessage", "reset", times=2), id="reset"),
    pytest.param(Fault("sendMessage", "lost"), id="lost-reply"),
    pytest.param(Fault("sendMessage", "garbage"), id="no-json"),
    pytest.param(Fault("sendMessage", "hang", seconds=11), id="hang"),
    pytest.param(Fault("sendMessage", "Bad Request: can't parse entities: Unsupported start tag"), id="html-refused"),
]


@pytest.mark.parametrize("fault", FAILURES)
def test_an_answer_arrives_once_whatever_befalls_its_sending(api: BotApi, answering: Bot, fault: Fault) -> None:
    api.faults.append(fault)
    message = api.say(7, question(5))
    api.wait(lambda: is_answered(api, message, 5))
    after = api.say(7, question(6))
    api.wait(lambda: is_answered(api, after, 6))
    assert len(api.replies(message)) == 1


@pytest.mark.parametrize("reason", ["message is too long", "BUTTON_DATA_INVALID"])
def test_somebody_whose_answer_is_refused_hears_something(api: BotApi, answering: Bot, reason: str) -> None:
    api.faults.append(Fault("sendMessage", f"Bad Request: {reason}"))
    assert api.reply(api.say(7, question(5)))["text"]


def test_an_answer_to_someone_who_has_blocked_the_bot_holds_nobody_up(api: BotApi, answering: Bot) -> None:
    api.blocked.add(7)
    api.say(7, question(5))
    message = api.say(8, question(6))
    api.wait(lambda: is_answered(api, message, 6))
    assert answering.stop() == 0


def test_an_update_that_cannot_be_read_does_not_hide_those_behind_it(api: BotApi, answering: Bot) -> None:
    api.push(message={"message_id": "no number", "chat": 5})
    message = api.say(8, question(6))
    api.wait(lambda: is_answered(api, message, 6))
    assert "cannot be read" in answering.said


def test_a_webhook_brings_updates_to_whoever_knows_the_secret(api: BotApi, bot: Bot) -> None:
    port = free_port()
    bot.start(
        QA_BOT_TELEGRAM_WEBHOOK_URL=f"http://127.0.0.1:{port}/hook",
        QA_BOT_TELEGRAM_WEBHOOK_LISTEN=f"127.0.0.1:{port}",
        QA_BOT_TELEGRAM_WEBHOOK_SECRET="secret-of-the-tests",
    )
    api.wait(lambda: api.webhook)
    message = api.say(7, question(4))
    api.wait(lambda: is_answered(api, message, 4))
    forged = urllib.request.Request(f"http://127.0.0.1:{port}/hook", b'{"update_id": 1}', {"Content-Type": "application/json"})
    with pytest.raises(urllib.error.HTTPError, match="403"):
        urllib.request.urlopen(forged, timeout=5)
    assert bot.stop() == 0
    assert "secret-of-the-tests" not in bot.said


def test_killed_behind_a_webhook_it_loses_no_question_and_answers_none_twice(api: BotApi, bot: Bot) -> None:
    port = free_port()
    place = {
        "QA_BOT_TELEGRAM_WEBHOOK_URL": f"http://127.0.0.1:{port}/hook",
        "QA_BOT_TELEGRAM_WEBHOOK_LISTEN": f"127.0.0.1:{port}",
    }
    bot.start(**place)
    api.wait(lambda: api.webhook)
    messages = []
    for round_ in range(3):
        messages += [api.say(100 + number, question(number)) for number in range(10 * round_, 10 * round_ + 10)]
        enough = len(api.sent()) + 2
        api.wait(lambda enough=enough: len(api.sent()) >= enough)
        bot.kill()
        bot.start(**place)
    api.wait(lambda: all(api.replies(message) for message in messages))
    assert bot.stop() == 0
    assert [len(api.replies(message)) for message in messages] == [1] * 30


def test_health_says_whether_questions_are_answered(api: BotApi, bot: Bot) -> None:
    port = free_port()
    bot.start(QA_BOT_TELEGRAM_HEALTH=f"127.0.0.1:{port}")
    api.wait(lambda: api.of("getUpdates"))
    api.wait(lambda: fetch(port, "/readyz")[0] == 200)  # nobody has written: the first poll may still be held
    message = api.say(7, question(4))
    api.wait(lambda: is_answered(api, message, 4))
    assert fetch(port, "/healthz")[0] == 200
    status, body = fetch(port, "/readyz")
    assert (status, json.loads(body)["troubles"]) == (200, [])
    assert re.search(r"^qa_bot_telegram_messages_sent_total 1$", fetch(port, "/metrics")[1], re.MULTILINE)
    api.down()
    api.wait(lambda: fetch(port, "/readyz")[0] == 503)
    assert fetch(port, "/healthz")[0] == 200
    assert fetch(port, "/elsewhere")[0] == 404


def test_neither_the_token_nor_a_question_is_in_any_output(api: BotApi, bot: Bot) -> None:
    bot.start(QA_BOT_LOG_LEVEL="debug")
    message = api.say(7, f"{question(4)} Zanzibarination")
    api.reply(message)
    api.down()
    time.sleep(2)
    bot.stop()
    api.up()
    api.faults.append(Fault("getMe", 401, times=99))
    (bot.state / NAME).unlink()  # with another token it has answered, and would be patient
    bot.start(QA_BOT_LOG_LEVEL="debug")
    assert bot.process is not None
    assert bot.process.wait(60) == 2
    assert "Telegram does not know this token" in bot.said
    assert TOKEN not in bot.said
    assert TOKEN.partition(":")[2] not in bot.said
    assert "Zanzibarination" not in bot.said
    assert "Traceback" not in bot.said


@pytest.mark.parametrize("status", [401, 404])
def test_a_token_called_unknown_once_at_the_start_is_tried_again(api: BotApi, bot: Bot, status: int) -> None:
    api.faults.append(Fault("getMe", status))
    bot.start()
    message = api.say(7, question(2))
    api.wait(lambda: is_answered(api, message, 2))


def test_when_the_index_is_gone_the_asker_hears_that_the_documents_are(api: BotApi, bot: Bot, index: Path, tmp_path: Path) -> None:
    shutil.copytree(index, tmp_path / "index")
    bot.start(QA_BOT_INDEX=str(tmp_path / "index"))
    api.reply(api.say(7, question(1)))
    (tmp_path / "index").rename(tmp_path / "away")
    assert "documents cannot be reached" in api.reply(api.say(7, question(2)))["text"]
    assert "Traceback" not in bot.said
    (tmp_path / "away").rename(tmp_path / "index")
    message = api.say(7, question(3))
    api.wait(lambda: is_answered(api, message, 3))


def test_a_state_file_without_one_of_its_tables_is_told_in_a_line(api: BotApi, bot: Bot) -> None:
    State(bot.state).close()
    with sqlite3.connect(bot.state / NAME) as file:
        file.execute("INSERT INTO steps VALUES ('access', 4)")
    bot.start()
    assert bot.process is not None
    assert bot.process.wait(60) == 2
    assert "is damaged: it has lost the table" in bot.said
    assert "Traceback" not in bot.said


def test_logs_are_lines_of_json(api: BotApi, answering: Bot) -> None:
    api.reply(api.say(7, question(4)))
    answering.stop()
    lines = [json.loads(line) for line in answering.said.splitlines()]
    assert {"time", "level", "logger", "message"} <= set(lines[0])


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def fetch(port: int, path: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=5) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()
