from datetime import date

import pytest

from qa_bot.answer.wanted import Wanted, wanted
from qa_bot.question import understand


class Everything:
    """A vocabulary that knows all words, so that no question is mended."""

    def knows(self, word: str) -> bool:
        return True

    def near(self, word: str) -> tuple[str, ...]:
        return ()


def asked(question: str) -> Wanted:
    return wanted(understand(question, previous=None, words=Everything(), as_of=date(2024, 1, 1)))


@pytest.mark.parametrize(
    ("question", "group", "sort"),
    [
        pytest.param("Who repaired the lighthouse?", "who", "who", id="who"),
        pytest.param("Who is the captain of the ferry?", "who", "who:be", id="who-is-the"),
        pytest.param("Which river floods the valley?", "where", "what:place", id="a-place"),
        pytest.param("In what year did the ferry sink?", "when", "what:time", id="a-year"),
        pytest.param("What was the reason for the delay?", "why", "what:be:reason", id="a-reason"),
        pytest.param("How long is the tunnel?", "number", "how:long", id="how-long"),
        pytest.param("How did the seals return?", "how", "how", id="how"),
        pytest.param("When the dam broke, who warned the town?", "who", "who", id="after-a-clause"),
        pytest.param("Какая компания построила мост?", "what", "what:organisation", id="a-russian-company"),
        pytest.param("Где зимуют журавли?", "where", "where", id="where-russian"),
    ],
)
def test_the_sort_of_answer_is_read_off_the_question(question: str, group: str, sort: str) -> None:
    found = asked(question)
    assert (found.group, found.sort) == (group, sort)


@pytest.mark.parametrize(
    ("question", "role"),
    [
        pytest.param("Who repaired the lighthouse?", "subject", id="subject"),
        pytest.param("What did the divers find?", "object", id="object"),
        pytest.param("Which ship was sunk by the storm?", "passive", id="passive"),
    ],
)
def test_the_part_that_the_answer_plays(question: str, role: str) -> None:
    assert asked(question).role == role


def test_names_and_numbers_have_to_be_there() -> None:
    items = {item.stem: item.name for item in asked("Who bought 40 goats in Orlund?").items}
    assert items == {"buy": False, "40": True, "goat": False, "orlund": True}


def test_the_adposition_may_be_left_at_the_end() -> None:
    assert asked("What is the cellar used for?").adposition == "for"
    assert asked("In what country do they live?").adposition == "in"


def test_each_word_of_a_states_name_stands_for_the_state() -> None:
    items = {item.surface: item.concept for item in asked("When did Great Britain sell the great ferry?").items}
    assert items["Great"] == items["Britain"] == "@GB"


def test_a_word_of_no_name_stands_for_itself() -> None:
    assert "@GB" not in {item.concept for item in asked("When was the great ferry sold?").items}
