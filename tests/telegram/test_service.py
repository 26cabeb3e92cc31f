"""The bot as a process: a question is answered, and nothing is lost, whatever happens."""

import time

from bot_api import BotApi
from running import Bot, late, question


def test_a_question_is_answered_by_a_reply_to_it(api: BotApi, answering: Bot) -> None:
    message = api.say(7, question(3))
    assert late(3) in api.reply(message)["text"].replace(",", "")
    assert answering.stop() == 0
    assert len(api.replies(message)) == 1


def test_killed_eight_times_over_96_questions_it_loses_none_and_answers_none_twice(api: BotApi, answering: Bot) -> None:
    api.latency = 0.05
    messages = []
    for round_ in range(8):
        messages += [api.say(100 + number % 24, question(number)) for number in range(12 * round_, 12 * round_ + 12)]
        enough = len(api.sent()) + 1 + round_ % 4
        api.wait(lambda enough=enough: len(api.sent()) >= enough, 20)
        time.sleep(0.013 * round_)
        answering.kill()
        answering.start()
    api.wait(lambda: all(api.replies(message) for message in messages), 60)
    time.sleep(1)
    assert answering.stop() == 0
    assert [len(api.replies(message)) for message in messages] == [1] * 96
