"""Which part of a sentence with two superlatives answers a question for one of them."""

from pathlib import Path

import pytest

from qa_bot.answer.sights import sight
from qa_bot.answer.superlatives import own_stretches, superlatives
from qa_bot.ask import Answerer
from qa_bot.build import build
from qa_bot.retrieval import open_index

MARKET = """Самый дорогой метр — в Центральном районе (164 тыс. рублей), самый дешёвый — в Заводском районе (88 тыс.).

The oldest boat lies in Port Harl, and the newest one in Varde Bay.

Озеро Тихое — самое глубокое в области, озеро Светлое — самое мелкое.

The Coastal Line was the most punctual route of all.

The school in Arden was the most popular of the county. The school in Belm was the least popular of the county.

Самым неурожайным стал Степной район.
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("superlatives")
    (folder / "market.md").write_text(MARKET, encoding="utf-8")
    build([folder / "market.md"], index=folder / "index")
    return Answerer(open_index(folder / "index"))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        pytest.param("В каком районе самый дешёвый метр?", "Заводском", id="ru the second"),
        pytest.param("В каком районе самый дорогой метр?", "Центральном", id="ru the first"),
        pytest.param("Какое озеро самое мелкое в области?", "Светлое", id="ru behind its name"),
        pytest.param("Where does the newest boat lie?", "Varde", id="en the second"),
        pytest.param("Where does the oldest boat lie?", "Port Harl", id="en the first"),
        pytest.param("Which line was the most punctual?", "Coastal", id="en the upper end"),
        pytest.param("Which school was the least popular?", "Belm", id="en the lower end"),
        pytest.param("Какой район оказался самым неурожайным?", "Степной", id="ru denied"),
    ],
)
def test_the_part_with_the_superlative_asked_answers(answerer: Answerer, question: str, said: str) -> None:
    assert said in (answerer.ask(question).short or "")


def test_a_sentence_without_any_superlative_does_not_say_which_is_cheapest(answerer: Answerer) -> None:
    assert answerer.ask("В каком районе самые высокие башни?").short is None


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Which line was the least punctual?", id="en"),
        pytest.param("Какой район был самым урожайным?", id="ru"),
    ],
)
def test_the_other_end_of_what_is_ranked_is_no_answer(answerer: Answerer, question: str) -> None:
    assert answerer.ask(question).short is None


def test_a_sentence_with_one_superlative_is_not_parted() -> None:
    assert own_stretches(sight("The oldest boat lies in Port Harl, far from here."), {"oldest"}) is None


def test_interest_and_forest_are_no_superlatives() -> None:
    assert superlatives(sight("The forest drew much interest.")) == []
