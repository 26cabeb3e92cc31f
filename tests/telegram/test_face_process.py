"""The face in the running bot: buttons, edits, files and inline queries through the Bot API."""

import json
from pathlib import Path

import pytest
from bot_api import BotApi, Fault
from running import Bot, late, question


def data(message: dict, label: str) -> str:
    rows = message["reply_markup"]["inline_keyboard"]
    return next(button["callback_data"] for row in rows for button in row if label in button["text"])


def test_a_button_works_after_the_bot_was_killed(api: BotApi, answering: Bot) -> None:
    answer = api.reply(api.say(7, question(3)))
    answering.kill()
    answering.start()
    api.press(7, answer, data(answer, "Source 1"))
    source = api.reply(answer)
    assert "trains were late, the operator said." in source["text"]


def test_an_edited_question_edits_its_answer(api: BotApi, answering: Bot) -> None:
    asked = api.say(7, question(3))
    answer = api.reply(asked)
    api.edit(asked, question(5))
    api.wait(lambda: late(5) in answer["text"].replace(",", ""))
    assert len(api.sent(7)) == 1


def test_a_follow_up_is_read_against_the_question_before(api: BotApi, answering: Bot) -> None:
    api.reply(api.say(7, question(3)))
    answer = api.reply(api.say(7, f"And in {question(6).split()[-1]}"))
    assert late(6) in answer["text"].replace(",", "")


def test_a_chart_is_sent_as_a_picture(api: BotApi, answering: Bot) -> None:
    pytest.importorskip("matplotlib", reason="the extra `charts` is not installed")
    answer = api.reply(api.say(7, question(3)))
    api.press(7, answer, data(answer, "Chart"))
    assert "photo" in api.reply(answer)


def test_others_of_the_group_are_answered_while_a_chart_is_drawn_and_it_is_drawn_after_a_kill(api: BotApi, answering: Bot) -> None:
    pytest.importorskip("matplotlib", reason="the extra `charts` is not installed")
    group = -1001234567890
    answer = api.reply(api.say(7, f"/ask {question(3)}", chat=group))
    api.latency = 0.0
    api.faults.append(Fault("sendPhoto", 502, times=10**6))
    query = api.press(7, answer, data(answer, "Chart"))
    api.wait(lambda: [call for call in api.of("answerCallbackQuery") if call.given["callback_query_id"] == query])
    assert late(4) in api.reply(api.say(8, f"/ask {question(4)}", chat=group))["text"].replace(",", "")
    assert "upload_photo" in [call.given["action"] for call in api.of("sendChatAction")]
    answering.kill()
    api.faults.clear()
    answering.start()
    assert "photo" in api.reply(answer, 60)


def test_of_a_flood_in_a_group_each_question_is_answered_or_named_and_another_member_is_answered(api: BotApi, answering: Bot) -> None:
    group = -1001234567890
    messages = [api.say(7, f"/ask {question(number)}", chat=group) for number in range(60)]
    other = api.say(8, f"/ask {question(5)}", chat=group)
    assert late(5) in api.reply(other)["text"].replace(",", "")
    (busy,) = api.wait(lambda: [text for text in api.sent(group) if "not taken" in text["text"]])
    assert busy["reply_to_message"]["message_id"] in {message["message_id"] for message in messages}


def test_figures_come_as_a_file(api: BotApi, answering: Bot) -> None:
    listed = api.reply(api.say(7, "/figures"))
    api.press(7, listed, data(listed, "CSV"))
    assert "document" in api.reply(listed)


def test_a_query_inline_is_offered_its_answer_for_a_short_while_and_to_its_asker_alone(api: BotApi, answering: Bot) -> None:
    api.ask_inline(7, question(3))
    (call,) = api.wait(lambda: api.of("answerInlineQuery"))
    results = call.given["results"]
    results = json.loads(results) if isinstance(results, str) else results
    assert late(3) in results[0]["title"].replace(",", "")
    assert call.given["is_personal"]
    assert int(call.given["cache_time"]) <= 30


def test_forgotten_is_forgotten_on_disk_while_the_bot_runs(api: BotApi, answering: Bot) -> None:
    marker = "quetzalcoatl"
    api.reply(api.say(7, f"How many trains of {marker} were late in 2001?"))
    api.reply(api.say(7, "/forget"))
    assert answering.stop() == 0
    held = b"".join(path.read_bytes() for path in Path(answering.environment["QA_BOT_STATE"]).iterdir())
    assert marker.encode() not in held
