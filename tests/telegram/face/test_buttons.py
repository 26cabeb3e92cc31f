"""Buttons lead to sources, rows, other periods, charts; they outlive a restart and say when they are too old."""

import json

import pytest

from qa_bot.evaluation.drafts import complaints

LATE = "How many trams were late in 2023?"
STORMS = "How many storms were counted in Europe in 2023?"


def test_a_source_shows_the_passage_with_the_quote_marked(telegram, parsed) -> None:
    (sent,) = telegram.say(LATE)
    (source,) = telegram.press(sent.data("Source 1"), message=sent.messages[0])
    assert source.reply_to == sent.messages[0]
    shown = parsed(source.html[0])
    assert shown.spans("Bold") == ["In 2023, 1,204 trams were late."]
    assert "At least 980" in shown.text or "at least 980" in shown.text
    assert shown.spans("TextUrl") == ["Trams of Kestrel in 2023"]


def test_sources_are_leafed_through_in_place(telegram) -> None:
    (sent,) = telegram.say("How many trams were late?")
    assert "Source 2" in sent.labels()
    (source,) = telegram.press(sent.data("Source 2"))
    (turned,) = telegram.press(source.data("›"), message=source.messages[0])
    assert (turned.act, turned.messages) == ("edit", source.messages)
    assert turned.text.startswith("[3]")


def test_other_periods(telegram) -> None:
    (sent,) = telegram.say(LATE)
    (periods,) = telegram.press(sent.data("Other periods"))
    assert [line.partition(" [")[0] for line in periods.text.splitlines() if line.startswith("•")] == [
        "• 2021 — 870",
        "• 2022 — at least 980",
        "• 2023 — 1,204",
    ]


def test_other_periods_are_those_of_the_same_thing_however_it_is_worded(telegram) -> None:
    (sent,) = telegram.say("How many bus passengers were there in 2013?")
    (periods,) = telegram.press(sent.data("Other periods"))
    assert [line.split()[1] for line in periods.text.splitlines() if line.startswith("•")] == ["2010", "2011", "2012", "2013"]


def test_other_periods_say_which_are_left_out(telegram) -> None:
    (sent,) = telegram.say("How many bus passengers were carried in 2013?")
    (periods,) = telegram.press(sent.data("Other periods"))
    assert [line.split()[1] for line in periods.text.splitlines() if line.startswith("•")] == ["2010", "2012", "2013"]
    assert "not listed: 2011" in periods.text


def test_a_reply_to_the_other_periods_continues_from_them(telegram) -> None:
    (sent,) = telegram.say(LATE)
    (periods,) = telegram.press(sent.data("Other periods"))
    reply = {"message_id": periods.messages[0], "date": 0, "chat": {"id": 1, "type": "private"}}
    assert "870" in telegram.say("And in 2021?", reply_to_message=reply)[0].text


def test_a_reply_to_a_source_continues_from_its_answer(telegram) -> None:
    (sent,) = telegram.say(LATE)
    (source,) = telegram.press(sent.data("Source 1"))
    telegram.say(STORMS)
    reply = {"message_id": source.messages[0], "date": 0, "chat": {"id": 1, "type": "private"}}
    assert "980" in telegram.say("And in 2022?", reply_to_message=reply)[0].text.splitlines()[0]


def test_all_rows_are_leafed_through_however_many_there_are(telegram) -> None:
    (sent,) = telegram.say("How many wells were there in 2016?")
    assert "4 of 40 shown" in sent.text
    assert "• District 39 B — 139 [1]" in sent.text
    (page,) = telegram.press(sent.data("All 40 rows"))
    shown = [line for line in page.text.splitlines() if line.startswith("•")]
    while "›" in page.labels():
        (page,) = telegram.press(page.data("›"), message=page.messages[0])
        assert page.act == "edit"
        shown += [line for line in page.text.splitlines() if line.startswith("•")]
    assert [line.split()[2] for line in shown] == [str(number) for number in reversed(range(40))]
    assert "(31–40 of 40)" in page.text


def test_a_breakdown_and_all_its_rows(telegram) -> None:
    (sent,) = telegram.say(STORMS)
    (rows,) = telegram.press(sent.data("Breakdown"))
    listed = [line for line in rows.text.splitlines() if line.startswith("•")]
    assert 3 <= len(listed) < 7
    assert f"{len(listed)} of 7 shown" in rows.text
    (whole,) = telegram.press(rows.data("All 7 rows"))
    assert "Malta — 5" in whole.text


def test_a_chart_is_a_picture_of_the_figures_by_period(telegram) -> None:
    pytest.importorskip("matplotlib", reason="the extra `charts` is not installed")
    (sent,) = telegram.say(LATE)
    before = len(telegram.sender.typings)
    (picture,) = telegram.press(sent.data("Chart"), message=sent.messages[0])
    assert telegram.sender.toasts[-1] == (None, False)
    assert len(telegram.sender.typings) == before + 1  # it shows that a picture is under way
    assert (picture.act, picture.reply_to) == ("photo", sent.messages[0])
    assert picture.content.startswith(b"\x89PNG")
    assert "Trams of Kestrel" in picture.text


def test_two_periods_make_no_chart(telegram) -> None:
    (sent,) = telegram.say("Сколько пожаров потушили в 2023 году?")
    assert "Other periods" in sent.labels()
    assert "Chart" not in sent.labels()


def test_buttons_that_lead_nowhere_are_not_shown(telegram) -> None:
    (sent,) = telegram.say("Who opened the new depot?")
    assert not {"Other periods", "Breakdown", "Chart"} & set(sent.labels())


@pytest.mark.parametrize(
    ("kind", "says"), [("periods", "no other period"), ("breakdown", "do not break"), ("chart", "no other period")], ids=lambda value: value
)
def test_a_button_that_leads_nowhere_after_all_says_so(telegram, kind: str, says: str) -> None:
    (sent,) = telegram.say("Who opened the new depot?")
    answer = sent.data("Helpful").split(":")[1]
    assert telegram.press(f"{kind}:{answer}:0") == []
    text, alert = telegram.sender.toasts[-1]
    assert says in text
    assert alert


def test_two_dated_figures_are_too_few_to_draw(telegram) -> None:
    (sent,) = telegram.say("Сколько пожаров потушили в 2023 году?")
    assert telegram.press(sent.data("Other periods").replace("periods", "chart"), language="ru") == []
    assert "слишком мало" in telegram.sender.toasts[-1][0]


def test_related_passages(telegram) -> None:
    (sent,) = telegram.say("Who opened the new depot?")
    (related,) = telegram.press(sent.data("Related"))
    assert "On the topic" in related.text
    assert "new depot" not in related.text


@pytest.mark.parametrize(("label", "verdict", "thanks"), [("Helpful", "helpful", "Thank you!"), ("Wrong", "wrong", "noted")])
def test_a_verdict_is_a_line_with_question_and_answer(telegram, label: str, verdict: str, thanks: str) -> None:
    (sent,) = telegram.say(LATE)
    telegram.say("And in 2022?")
    (sent,) = telegram.say("And in 2021?")
    assert telegram.press(sent.data(label)) == []
    assert thanks in telegram.sender.toasts[-1][0]
    (line,) = (telegram.settings.state / "feedback.jsonl").read_text().splitlines()
    kept = json.loads(line)
    assert (kept["question"], kept["history"], kept["verdict"]) == ("And in 2021?", [LATE, "And in 2022?"], verdict)
    assert kept["answer_id"] == sent.data(label).split(":")[1]
    assert "user" not in kept
    assert not kept["id"].startswith("press-")  # an id of Telegram's, which holds the person's


def test_the_evaluation_makes_drafts_of_what_was_called_wrong(telegram) -> None:
    (sent,) = telegram.say(LATE)
    telegram.press(sent.data("Wrong"))
    (draft,) = complaints(telegram.settings.state / "feedback.jsonl", report=print)
    assert (draft.question, draft.draft) == (LATE, True)


def test_the_same_verdict_twice_is_one_line(telegram) -> None:
    (sent,) = telegram.say(LATE)
    for _ in range(2):
        telegram.press(sent.data("Helpful"))
    assert len((telegram.settings.state / "feedback.jsonl").read_text().splitlines()) == 1


def test_buttons_work_after_a_restart(telegram) -> None:
    (sent,) = telegram.say(LATE)
    telegram.start()
    assert telegram.press(sent.data("Source 1"))


@pytest.mark.parametrize(
    "data",
    [
        pytest.param("source:0123456789abcdef:1", id="an answer that is not remembered"),
        pytest.param("source:0123456789abcdef:x", id="no page"),
        pytest.param("fly:0123456789abcdef:1", id="an unknown kind"),
        pytest.param("", id="nothing"),
    ],
)
def test_a_button_that_is_too_old_says_so(telegram, data: str) -> None:
    assert telegram.press(data) == []
    assert telegram.sender.toasts == [("This answer is too old for its buttons. Please ask again.", True)]


def test_the_buttons_of_another_chat_are_not_answered(telegram) -> None:
    (sent,) = telegram.say(LATE, user=1)
    assert telegram.press(sent.data("Source 1"), user=2) == []
    assert telegram.sender.toasts[-1][1]


def test_everybody_in_a_group_may_press(telegram) -> None:
    (sent,) = telegram.group(f"/ask {LATE}", user=1, thread=5)
    (source,) = telegram.press(sent.data("Source 1"), user=2, chat=-100)
    assert (source.chat, source.thread) == (-100, 5)


def test_every_press_is_answered(telegram) -> None:
    (sent,) = telegram.say(LATE)
    labels = [label for label in sent.labels() if label != "Chart"]
    for label in labels:
        telegram.press(sent.data(label))
    assert len(telegram.sender.toasts) == len(labels)


def test_a_source_whose_document_has_changed_says_so(telegram) -> None:
    (sent,) = telegram.say(LATE)
    telegram.state.run("UPDATE answers SET record = replace(record, 'trams were late', 'trams ran late')")
    (source,) = telegram.press(sent.data("Source 1"))
    assert "has changed" in source.text


def test_the_last_verdict_of_a_person_counts(telegram) -> None:
    (sent,) = telegram.say(LATE)
    for label in ("Helpful", "Wrong"):
        telegram.press(sent.data(label))
    (line,) = (telegram.settings.state / "feedback.jsonl").read_text().splitlines()
    assert json.loads(line)["verdict"] == "wrong"
