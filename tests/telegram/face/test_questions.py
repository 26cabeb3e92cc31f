"""A question gets one message, a reply; follow-ups, edits, groups."""

import json

import pytest

LATE = "How many trams were late in 2023?"


def said_by(person: int) -> dict[str, object]:
    """Return a message in the group by *person*."""
    author = {"id": person, "is_bot": person == 99, "first_name": "P"}
    return {"message_id": 3, "date": 0, "chat": {"id": -100, "type": "supergroup"}, "from": author}


def test_an_answer_is_one_message_in_reply_with_figure_scope_source_and_quote(telegram, parsed) -> None:
    (sent,) = telegram.say(LATE, number=7)
    assert (sent.chat, sent.reply_to, len(sent.texts)) == (1, 7, 1)
    lines = sent.text.splitlines()
    assert lines[0].startswith("1,204")
    assert "trams" in lines[0]
    assert "2023" in lines[0]
    assert lines[1].startswith("of them 310, cause: snow")
    assert "[1][2] Trams of Kestrel in 2023 · Kestrel Transport Office · 6 February 2024" in lines
    shown = parsed(sent.html[0])
    assert any("1,204 trams were late" in quote for quote in shown.spans("ExpandableBlockQuote"))
    assert shown.spans("Bold").count("1,204") == 2  # in the headline and in the quote
    assert len([line for line in lines if "“" not in line]) <= 10


def test_what_is_not_there_is_said_with_the_nearest_figures(telegram) -> None:
    (sent,) = telegram.say("How many trams were late in 2019?")
    assert sent.text.splitlines()[0] == "The documents have such a figure, but not for 2019."
    assert "• 1,204" in sent.text or "• 870" in sent.text
    assert "differs in: period" in sent.text


def test_a_follow_up_continues_until_a_new_start(telegram) -> None:
    telegram.say(LATE)
    assert "980" in telegram.say("And in 2022?")[0].text
    telegram.say("/new")
    assert "980" not in telegram.say("And in 2022?")[0].text.splitlines()[0]


def test_a_reply_continues_from_the_answer_it_replies_to(telegram) -> None:
    (first,) = telegram.say(LATE)
    telegram.say("How many storms were counted in 2023?")
    reply = {"message_id": first.messages[0], "date": 0, "chat": {"id": 1, "type": "private"}}
    assert "980" in telegram.say("And in 2022?", reply_to_message=reply)[0].text.splitlines()[0]


def test_conversations_are_forgotten_after_a_quiet_hour(telegram) -> None:
    telegram.say(LATE)
    telegram.state.run("UPDATE talks SET at = at - 3700")
    assert "980" not in telegram.say("And in 2022?")[0].text.splitlines()[0]


def test_conversations_of_two_people_in_a_group_are_apart(telegram) -> None:
    telegram.group(f"@answers_bot {LATE}", user=1)
    telegram.group("@answers_bot How many storms were counted in 2023?", user=2)
    assert "980" in telegram.group("@answers_bot And in 2022?", user=1)[0].text.splitlines()[0]


def test_an_edited_question_edits_its_answer(telegram) -> None:
    (first,) = telegram.say(LATE, number=7)
    (edited,) = telegram.say("How many trams were late in 2021?", number=7, edited=True)
    assert (edited.act, edited.messages) == ("edit", first.messages)
    assert edited.text.startswith("870")


def test_an_edit_of_the_formatting_alone_is_no_question(telegram) -> None:
    telegram.say(LATE, number=7)
    assert telegram.say(LATE, number=7, edited=True) == []


def test_an_edited_question_whose_answer_was_deleted_is_answered_anew(telegram) -> None:
    (first,) = telegram.say(LATE, number=7)
    telegram.sender.gone.update(first.messages)
    (sent,) = telegram.say("How many trams were late in 2021?", number=7, edited=True)
    assert (sent.act, sent.reply_to) == ("send", 7)


def test_an_edited_follow_up_is_read_against_the_same_question(telegram) -> None:
    telegram.say(LATE)
    telegram.say("And in 2022?", number=9)
    telegram.say("How many storms were counted in 2023?")
    assert telegram.say("And in 2021?", number=9, edited=True)[0].text.startswith("870")


def test_a_question_taken_up_again_after_a_crash_is_read_as_before(telegram) -> None:
    telegram.say(LATE)
    (first,) = telegram.say("And in 2022?", number=9)
    assert telegram.say("And in 2022?", number=9)[0].text == first.text


@pytest.mark.parametrize(
    ("text", "fields", "answered"),
    [
        pytest.param(LATE, {}, False, id="talk among people"),
        pytest.param(f"/ask {LATE}", {}, True, id="command"),
        pytest.param(f"/ask@answers_bot {LATE}", {}, True, id="command with the name"),
        pytest.param(f"/ask@other_bot {LATE}", {}, False, id="command for another bot"),
        pytest.param(f"@answers_bot {LATE}", {}, True, id="mention"),
        pytest.param(f"@ANSWERS_BOT, {LATE}", {}, True, id="mention in capitals"),
        pytest.param(f"@other_bot {LATE}", {}, False, id="mention of another"),
        pytest.param("/unknown", {}, False, id="a command that is none of ours"),
        pytest.param(LATE, {"reply_to_message": said_by(99)}, True, id="reply"),
        pytest.param(LATE, {"reply_to_message": said_by(5)}, False, id="reply to a person"),
        pytest.param(f"@answers_bot {LATE}", {"via_bot": {"id": 99, "is_bot": True, "first_name": "Answers"}}, False, id="sent inline"),
    ],
)
def test_in_a_group_only_what_is_addressed_to_the_bot_is_answered(telegram, text: str, fields: dict[str, object], answered: bool) -> None:
    assert bool(telegram.group(text, **fields)) is answered


def test_an_edited_command_in_a_group_edits_its_answer(telegram) -> None:
    (first,) = telegram.group(f"/ask {LATE}", number=7, thread=5)
    (edited,) = telegram.group("/ask How many trams were late in 2021?", number=7, thread=5, edited=True)
    assert (edited.act, edited.chat, edited.messages) == ("edit", -100, first.messages)


def test_talk_that_was_edited_is_still_talk(telegram) -> None:
    telegram.group(LATE, number=7)
    assert telegram.group("How many trams were late in 2021?", number=7, edited=True) == []


def test_its_own_inline_answer_is_no_question_in_private_either(telegram) -> None:
    assert telegram.say(LATE, via_bot={"id": 99, "is_bot": True, "first_name": "Answers"}) == []


def test_a_topic_is_kept(telegram) -> None:
    (sent,) = telegram.group(f"/ask {LATE}", thread=5)
    assert (sent.chat, sent.thread) == (-100, 5)


def topic_opened_by(person: int) -> dict[str, object]:
    """Return what Telegram has every message of a topic reply to that replies to no other."""
    return {**said_by(person), "message_id": 5, "message_thread_id": 5, "forum_topic_created": {"name": "Trams", "icon_color": 0}}


def test_in_a_topic_a_follow_up_continues_from_the_latest_answer(telegram) -> None:
    root = {"reply_to_message": topic_opened_by(5)}
    telegram.group(f"/ask {LATE}", thread=5, **root)
    assert "980" in telegram.group("/ask And in 2022?", thread=5, **root)[0].text.splitlines()[0]
    assert "2022" in telegram.group("/why", thread=5, **root)[0].text


def test_talk_in_a_topic_that_the_bot_opened_is_not_addressed_to_it(telegram) -> None:
    assert telegram.group(LATE, thread=5, reply_to_message=topic_opened_by(99)) == []


@pytest.mark.parametrize("column", ["record", "turn", "previous"])
def test_an_answer_that_another_version_wrote_down_is_too_old(telegram, column: str) -> None:
    telegram.say(LATE)
    (first,) = telegram.say("And in 2021?", number=7)
    telegram.state.run(f"UPDATE answers SET {column} = json_set({column}, '$.of_another_version', 1)")
    assert "980" not in telegram.say("And in 2022?")[0].text.splitlines()[0]
    assert telegram.press(first.data("Source 1"), message=first.messages[0]) == []
    assert telegram.sender.toasts[-1] == ("This answer is too old for its buttons. Please ask again.", True)


def test_a_mention_is_no_part_of_the_question(telegram) -> None:
    assert telegram.group(f"@answers_bot {LATE}")[0].text == telegram.say(LATE)[0].text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("/ask", "/ask How many", id="a command without a question"),
        pytest.param("/nonsense", "/help", id="an unknown command"),
    ],
)
def test_what_is_no_question_is_told_how_to_ask(telegram, text: str, said: str) -> None:
    (sent,) = telegram.say(text)
    assert said in sent.text


@pytest.mark.parametrize("text", ["🎉", "...", "?", "🦙" * 2000], ids=["emoji", "dots", "question mark", "many emoji"])
def test_who_writes_no_word_in_private_is_shown_what_to_ask(telegram, text: str) -> None:
    (sent,) = telegram.say(text)
    assert (sent.reply_to is not None, len(sent.labels())) == (True, 3)
    assert "in words" in sent.text
    assert telegram.press(sent.data(sent.labels()[0]), message=sent.messages[0])[0].text.startswith(sent.labels()[0])
    assert telegram.group(text, reply_to_message=said_by(99)) == []


@pytest.mark.parametrize("text", ["/help", "/figures 2022", ".", "?"])
def test_a_question_edited_into_none_takes_its_answer_with_it(telegram, text: str) -> None:
    (first,) = telegram.say(LATE, number=7)
    (gone,) = telegram.say(text, number=7, edited=True)
    assert (gone.act, gone.messages, gone.keyboard) == ("edit", first.messages, ())
    assert "withdrawn" in gone.text
    assert "980" not in telegram.say("And in 2022?")[0].text.splitlines()[0]  # nothing goes on from it
    (back,) = telegram.say(LATE, number=7, edited=True)
    assert (back.act, back.messages, back.text) == ("edit", first.messages, first.text)


def test_in_a_group_an_answer_goes_when_its_question_is_addressed_to_the_bot_no_more(telegram) -> None:
    (first,) = telegram.group(f"@answers_bot {LATE}", number=7)
    (gone,) = telegram.group("never mind", number=7, edited=True)
    assert (gone.act, gone.messages) == ("edit", first.messages)


def test_a_sticker_is_told_that_only_text_is_read(telegram) -> None:
    sticker = {"file_id": "s", "file_unique_id": "u", "type": "regular", "width": 1, "height": 1, "is_animated": False, "is_video": False}
    (sent,) = telegram.say(None, sticker=sticker)
    assert "text" in sent.text
    assert telegram.group(None, sticker=sticker) == []


def test_a_caption_is_a_question(telegram) -> None:
    photo = [{"file_id": "p", "file_unique_id": "u", "width": 1, "height": 1}]
    (sent,) = telegram.say(None, photo=photo, caption=LATE)
    assert sent.text.startswith("1,204")


def test_a_vague_question_offers_others_as_buttons(telegram) -> None:
    (sent,) = telegram.say("How many?")
    data = [str(button.callback_data) for row in sent.keyboard for button in row]
    assert data
    assert all(each.startswith("example:") for each in data[:-2])
    assert "/sources lists the documents" in sent.text
    (answer,) = telegram.press(data[0], message=sent.messages[0])
    assert answer.text.startswith(f"{sent.labels()[0]}\n")
    assert len(answer.text.splitlines()) > 2


def test_an_answer_speaks_the_language_of_the_question(telegram) -> None:
    (sent,) = telegram.say("Сколько пожаров потушили в 2023 году?", language="ru")
    assert sent.text.startswith("412")
    assert "Прочитано как" in sent.text
    assert "👎 Неверно" in sent.labels()


@pytest.mark.parametrize("question", ["How many lighthouses were counted in 2020?", "How many windmills were counted in 2018?", "How many <b>trams & 😀 were late?", "x" * 4096, "\u202e\x00😀?"])  # fmt: skip
def test_hostile_texts_are_shown_and_do_nothing(telegram, parsed, question: str) -> None:
    for sent in telegram.say(question):
        for html in sent.html:
            shown = parsed(html)
            assert not {kind for kind, *_ in shown.entities} & {"Mention", "Hashtag"}
            assert {*shown.spans("BotCommand")} <= {"/sources", "/figures"}  # which the bot itself names where nothing was found
            assert not set("\u202e\x00") & set(shown.text)


def test_a_bare_ask_answers_the_question_of_the_person_that_it_replies_to(telegram) -> None:
    asker = {"id": 5, "is_bot": False, "first_name": "B"}
    said = {"message_id": 300, "date": 1, "chat": {"id": -100, "type": "supergroup", "title": "G"}, "text": LATE}
    (answer,) = telegram.group("/ask", reply_to_message=said | {"from": asker})
    assert "1,204" in answer.text
    (hint,) = telegram.group("/ask", reply_to_message=said | {"from": asker | {"is_bot": True}})
    assert "/ask" in hint.text


def test_the_source_of_the_latest_answer_is_shown_when_it_is_asked_for(telegram) -> None:
    telegram.say(LATE)
    (sent,) = telegram.say("source?")
    assert sent.text.startswith("[1] Trams of Kestrel in 2023")
    assert "1,204 trams were late" in sent.text
    assert "980" in telegram.say("And in 2022?")[0].text  # the talk goes on where it was


def test_that_an_answer_is_wrong_is_noted_once(telegram) -> None:
    telegram.say(LATE)
    assert "noted" in telegram.say("That's wrong!")[0].text
    telegram.say("wrong")
    lines = [json.loads(line) for line in (telegram.settings.state / "feedback.jsonl").read_text().splitlines()]
    assert [(line["question"], line["verdict"]) for line in lines] == [(LATE, "wrong")]


def test_thanks_are_answered_shortly_and_in_a_group_not_at_all(telegram) -> None:
    telegram.say(LATE)
    (sent,) = telegram.say("thanks!")
    assert len(sent.text) < 60
    (answer,) = telegram.group(f"@answers_bot {LATE}", user=1)
    reply = {**said_by(99), "message_id": answer.messages[0]}
    assert telegram.group("thanks!", user=1, reply_to_message=reply) == []


@pytest.mark.parametrize("remark", ["source?", "wrong", "why?"])
def test_a_remark_without_an_answer_before_it_is_told_how_to_ask(telegram, remark: str) -> None:
    (sent,) = telegram.say(remark)
    assert sent.text.startswith("There is no answer yet")
    assert "/sources" in sent.text


def test_who_begins_with_a_greeting_is_shown_what_to_ask(telegram) -> None:
    (sent,) = telegram.say("hi")
    assert len(sent.labels()) == 3


@pytest.mark.parametrize("words", ["why?", "Why is that?", "Почему?"])
def test_why_behind_a_figure_is_as_good_as_the_command(telegram, words: str) -> None:
    telegram.say(LATE)
    (sent,) = telegram.say(words)
    (told,) = telegram.say("/why")
    assert sent.text == told.text
    assert "980" in telegram.say("And in 2022?")[0].text  # the talk goes on where it was


def test_why_behind_a_sentence_is_a_question(telegram) -> None:
    telegram.say("Who opened the new depot?")
    assert "part by part" not in telegram.say("why?")[0].text


@pytest.mark.parametrize(
    ("said", "verdict", "reply"),
    [
        ("👎", "wrong", "noted"),
        ("👎🏽👎🏽", "wrong", "noted"),
        ("thumbs down", "wrong", "noted"),
        ("👍", "helpful", "Thank"),
        ("👍🏻", "helpful", "Thank"),
    ],
)
def test_a_thumb_is_a_verdict(telegram, said: str, verdict: str, reply: str) -> None:
    telegram.say(LATE)
    assert reply in telegram.say(said)[0].text
    assert verdicts(telegram) == [(LATE, verdict)]


def test_in_a_group_a_thumb_is_one_only_in_reply_to_the_bot(telegram) -> None:
    (answer,) = telegram.group(f"@answers_bot {LATE}", user=1)
    assert telegram.group("👍", user=1) == []
    assert not (telegram.settings.state / "feedback.jsonl").exists()
    assert telegram.group("👍", user=1, reply_to_message={**said_by(99), "message_id": answer.messages[0]}) == []
    assert verdicts(telegram) == [(LATE, "helpful")]


@pytest.mark.parametrize(("emoji", "verdict"), [("👍", "helpful"), ("👎", "wrong")])
def test_a_thumb_put_to_an_answer_is_a_verdict_without_a_word(telegram, emoji: str, verdict: str) -> None:
    (answer,) = telegram.say(LATE)
    assert react(telegram, answer.messages[0], "🤔") == []
    assert not (telegram.settings.state / "feedback.jsonl").exists()
    assert react(telegram, answer.messages[0], emoji) == []
    assert verdicts(telegram) == [(LATE, verdict)]


def verdicts(telegram) -> list[tuple[str, str]]:
    lines = [json.loads(line) for line in (telegram.settings.state / "feedback.jsonl").read_text(encoding="utf-8").splitlines()]
    return [(line["question"], line["verdict"]) for line in lines]


def react(telegram, message: int, emoji: str):
    person = {"id": 1, "is_bot": False, "first_name": "A"}
    new = [{"type": "emoji", "emoji": emoji}]
    reaction = {
        "chat": {"id": 1, "type": "private"},
        "message_id": message,
        "user": person,
        "date": 0,
        "old_reaction": [],
        "new_reaction": new,
    }
    return telegram.update({"message_reaction": reaction})


def test_the_name_of_the_bot_in_reply_to_a_question_is_as_good_as_the_command(telegram) -> None:
    question = {**said_by(7), "text": LATE}
    (sent,) = telegram.group("@answers_bot", user=1, reply_to_message=question)
    assert sent.text.startswith("1,204")


def test_who_asks_what_the_bot_can_do_is_shown_what_can_be_asked(telegram) -> None:
    telegram.say(LATE)
    (sent,) = telegram.say("What can you do?")
    assert "/sources" in sent.text


def test_the_name_of_the_bot_alone_is_told_how_to_ask(telegram) -> None:
    (sent,) = telegram.group("@answers_bot", user=1)
    assert "behind my name: @answers_bot How many" in sent.text.replace("\u2060", "")


def test_a_conversation_goes_on_in_the_supergroup_that_the_group_became(telegram) -> None:
    telegram.group(f"@answers_bot {LATE}", user=1)
    telegram.state.move(-100, -1000000000100)
    chat = {"id": -1000000000100, "type": "supergroup"}
    (sent,) = telegram.say("@answers_bot And in 2022?", user=1, chat=chat)
    assert "980" in sent.text.splitlines()[0]
