"""Commands: lists in pages, explanations, settings, and forgetting."""

import csv
import io

import pytest

LATE = "How many trams were late in 2023?"


def test_start_offers_questions_that_the_corpus_answers(telegram) -> None:
    (sent,) = telegram.say("/start")
    assert len(sent.labels()) == 3
    for number, label in enumerate(sent.labels()):
        (answer,) = telegram.press(str(sent.keyboard[number][0].callback_data))
        question, said, *_ = answer.text.splitlines()
        assert question == label
        assert said[0].isdigit(), (label, answer.text)


def test_examples_are_in_the_language_of_the_person_where_the_corpus_is(telegram) -> None:
    (sent,) = telegram.say("/start", language="ru")
    assert any("пожар" in label for label in sent.labels())


def test_an_example_outlives_a_restart(telegram) -> None:
    (sent,) = telegram.say("/start")
    telegram.start()
    assert telegram.press(str(sent.keyboard[0][0].callback_data))


@pytest.mark.parametrize("command", ["/start", "/help", "/privacy", "/lang", "/sources", "/figures", "/why", "/new", "/forget", "/ask"])
@pytest.mark.parametrize("language", ["en", "ru", "de", None])
def test_every_command_says_something_that_telegram_can_read(telegram, command: str, language: str | None) -> None:
    (sent,) = telegram.say(command, language=language)
    assert sent.text
    assert ("а" in sent.text) >= (language == "ru")


def test_sources_lists_the_documents(telegram) -> None:
    (sent,) = telegram.say("/sources")
    assert "(1–7 of 7)" in sent.text
    assert "• Trams of Kestrel in 2023 · Kestrel Transport Office · 6 February 2024" in sent.text


@pytest.mark.parametrize(
    ("words", "first", "others"),
    [
        pytest.param("2022", "980", "1,204", id="a year"),
        pytest.param("storms", "66", "980", id="what is counted"),
        pytest.param("2021 trams", "870", "980", id="both"),
        pytest.param("пожаров 2022", "377", "412", id="in Russian"),
        pytest.param("пожары 2022", "377", "412", id="another form of the word"),
        pytest.param("snow", "310", "980", id="a word of the sentence"),
        pytest.param("union", "73", "980", id="who counted"),
    ],
)
def test_figures_of_a_year_or_words(telegram, words: str, first: str, others: str) -> None:
    (sent,) = telegram.say(f"/figures {words}")
    assert f"• {first}" in sent.text.replace("at least ", "")
    assert others not in sent.text


def test_figures_are_paged_in_place_and_come_as_a_file(telegram) -> None:
    (sent,) = telegram.say("/figures")
    assert "(1–8 of " in sent.text
    (second,) = telegram.press(sent.data("›"), message=sent.messages[0])
    assert (second.act, second.messages) == ("edit", sent.messages)
    assert "(9–" in second.text
    (sheet,) = telegram.press(sent.data("CSV"))
    rows = list(csv.DictReader(io.StringIO(sheet.content.decode("utf-8-sig"))))
    assert {"1204", "66", "412"} <= {row["value"] for row in rows}


def test_figures_that_are_not_there(telegram) -> None:
    (sent,) = telegram.say("/figures <b>unicorns")
    assert "No figure in the documents fits: <b>unicorns." in sent.text
    assert sent.keyboard == ()


def test_why_says_what_each_part_of_the_question_was_held_against(telegram) -> None:
    telegram.say("How many trams were cancelled in 2023 according to the union?")
    (sent,) = telegram.say("/why")
    assert "✓ subject: trams" in sent.text
    assert "✓ period: 2023" in sent.text
    assert "Trams of Kestrel in 2023" in sent.text
    assert "Left aside:" in sent.text
    assert "differs in: period" in sent.text or "differs in: claimant" in sent.text


@pytest.mark.parametrize(
    "question",
    [LATE, "How many trams were late?", "Who opened the depot?", "How many dolphins?", "How many wells were there in 2016?", "?"],
)
def test_why_is_short(telegram, question: str) -> None:
    telegram.say(question)
    (sent,) = telegram.say("/why")
    assert 20 < len(sent.text) <= 1000


def test_why_is_told_in_the_language_of_who_asks(telegram) -> None:
    telegram.say("Сколько пожаров потушили в 2023 году?", language="ru")
    (sent,) = telegram.say("/why", language="ru")
    assert {"Прочитано как", "✓ предмет", "✓ период"} <= {line.partition(":")[0] for line in sent.text.splitlines()}
    assert not [word for word in sent.text.split() if word.isascii() and word.isalpha()]


def test_why_says_how_many_figures_the_answer_has(telegram) -> None:
    telegram.say("How many wells were there in 2016?")
    assert "The answer has 40 figures. The first of them" in telegram.say("/why")[0].text


def test_help_tells_admins_alone_what_they_may_do(telegram) -> None:
    assert "/reindex" not in telegram.say("/help")[0].text
    telegram.settings = telegram.settings.model_copy(update={"telegram_admins": ("1",), "telegram_uploads": telegram.settings.state})
    telegram.start()
    (sent,) = telegram.say("/help")
    assert all(command in sent.text for command in ("/reindex", "/approve", "/revoke", "send me"))
    assert "/reindex" not in telegram.group("/help")[0].text


def test_why_in_reply_explains_that_answer(telegram) -> None:
    (first,) = telegram.say(LATE)
    telegram.say("How many storms were counted in 2023?")
    reply = {"message_id": first.messages[0], "date": 0, "chat": {"id": 1, "type": "private"}}
    assert telegram.say("/why", reply_to_message=reply)[0].text.startswith(LATE)


def test_a_chosen_language_is_kept(telegram) -> None:
    (sent,) = telegram.say("/lang")
    telegram.press(sent.data("Русский"), message=sent.messages[0])
    telegram.start()
    assert "Спрашивайте" in telegram.say("/help")[0].text
    telegram.say("/lang en")
    assert "Ask in your own words" in telegram.say("/help")[0].text


def test_forget_leaves_nothing_in_the_files(telegram) -> None:
    marker = "zanzibar"
    telegram.say(LATE.replace("trams", f"trams {marker}"), user=424242)
    (sent,) = telegram.say(f"And in 2022 {marker}?", user=424242)
    telegram.press(sent.data("Wrong"), user=424242)
    telegram.say(f"/figures {marker}", user=424242)
    telegram.say("/lang en", user=424242)
    telegram.say(LATE, user=1)
    telegram.press(telegram.say(LATE, user=1)[0].data("Helpful"), user=1)
    assert marker.encode() in b"".join(path.read_bytes() for path in telegram.settings.state.iterdir())
    telegram.say("/forget", user=424242)
    held = b"".join(path.read_bytes() for path in telegram.settings.state.iterdir())
    assert marker.encode() not in held
    for row in telegram.state.rows("SELECT name FROM sqlite_master WHERE type = 'table'"):
        assert not any(424242 in values for values in telegram.state.rows(f"SELECT * FROM {row[0]}"))
    assert LATE.encode() in held  # of the other person


def test_what_others_asked_in_reply_is_forgotten_with_the_question(telegram) -> None:
    (first,) = telegram.group(f"/ask {LATE}", user=1)
    reply = {"message_id": first.messages[0], "date": 0, "chat": {"id": -100, "type": "supergroup"}}
    (second,) = telegram.group("/ask And in 2022?", user=2, reply_to_message=reply)
    telegram.group("/forget", user=1)
    assert telegram.state.rows("SELECT count(*) FROM answers") == [(0,)]
    assert telegram.press(second.data("Source 1"), user=2, chat=-100) == []


def test_what_others_made_of_a_question_is_forgotten_with_it(telegram) -> None:
    (sent,) = telegram.group("/ask How many trams of zanzibar were late in 2023?", user=1)
    for label in ("Other periods", "Wrong", "Related", "Source 1"):
        if any(label in shown for shown in sent.labels()):
            telegram.press(sent.data(label), user=2, chat=-100)
    telegram.group("/forget", user=1)
    assert b"zanzibar" not in b"".join(path.read_bytes() for path in telegram.settings.state.iterdir())


@pytest.mark.parametrize("cut_off", ['{"id": "x", "question": "How many', "5", "{}"])
def test_a_verdict_that_was_cut_off_keeps_nobody_from_being_forgotten(telegram, cut_off: str) -> None:
    for user in (1, 2):
        telegram.press(telegram.say(LATE, user=user)[0].data("Wrong"), user=user)
    feedback = telegram.settings.state / "feedback.jsonl"
    feedback.write_text(f"{cut_off}\n{feedback.read_text()}", encoding="utf-8")
    (sent,) = telegram.say("/forget", user=1)
    assert "Done" in sent.text
    assert len(feedback.read_text().splitlines()) == 1


def test_old_answers_expire(telegram) -> None:
    (sent,) = telegram.say(LATE)
    telegram.state.expire(4_000_000_000.0)
    assert telegram.press(sent.data("Source 1")) == []
