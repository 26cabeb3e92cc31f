"""A conversation keeps its latest turns, oldest first."""

from qa_bot.conversation import KEPT, Conversation
from qa_bot.schema import Kind, Query, Turn


def turn(text: str) -> Turn:
    return Turn(query=Query(text=text, language="en", kind=Kind.COUNT, terms=()))


def test_a_new_conversation_has_no_previous_turn() -> None:
    assert Conversation().previous is None
    assert Conversation().questions == ()


def test_the_previous_turn_is_the_latest() -> None:
    talk = Conversation().after(turn("How many trains?")).after(turn("And buses?"))
    assert talk.previous == turn("And buses?")
    assert talk.questions == ("How many trains?", "And buses?")


def test_only_the_last_eight_turns_are_kept() -> None:
    talk = Conversation()
    for number in range(11):
        talk = talk.after(turn(str(number)))
    assert KEPT == 8
    assert talk.questions == ("3", "4", "5", "6", "7", "8", "9", "10")


def test_going_on_leaves_the_conversation_before_as_it_was() -> None:
    before = Conversation().after(turn("How many trains?"))
    before.after(turn("And buses?"))
    assert before.questions == ("How many trains?",)
