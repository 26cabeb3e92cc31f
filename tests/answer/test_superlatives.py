"""Which part of a sentence with two superlatives answers a question for one of them."""

from pathlib import Path

import pytest

from qa_bot.answer.sights import sight
from qa_bot.answer.superlatives import own_stretches, superlatives
from qa_bot.ask import Answerer
from qa_bot.build import build
from qa_bot.retrieval import open_index
from qa_bot.schema import Status

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


COUNTIES = """Rents were highest in Norr, at 1,400 crowns a month, and lowest in Sund. The lowest wages were paid in Elby, 2,460 crowns, and
the highest in Marn, 4,110 crowns. Mist was most common in Elby.

The lowest life expectancy was in Corran with 71 years, the highest in Moss with 83.

Больше всего зрителей было в Драматическом театре — 88 тысяч, меньше всего — в Кукольном театре, 12 тысяч.

Средний заработок был самым высоким в Каменском районе — 61 тыс. рублей. Самая низкая рождаемость — в Озёрском районе.
"""


@pytest.fixture(scope="module")
def counties(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("counties")
    (folder / "counties.md").write_text(COUNTIES, encoding="utf-8")
    build([folder / "counties.md"], index=folder / "index")
    return Answerer(open_index(folder / "index"))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        pytest.param("Which county has the highest rents?", "Norr", id="first of two ends"),
        pytest.param("Where are rents lowest?", "Sund", id="second of two ends"),
        pytest.param("Which county has the lowest wages?", "Elby", id="by another noun"),
        pytest.param("Which county has the highest wages?", "Marn", id="noun left out"),
        pytest.param("Which district has the highest life expectancy?", "Moss", id="noun of two words left out"),
        pytest.param("В каком театре было меньше всего зрителей?", "Кукольн", id="ru least of all"),
        pytest.param("В каком театре было больше всего зрителей?", "Драматическ", id="ru most of all"),
        pytest.param("В каком районе самый высокий заработок?", "Каменск", id="ru said behind its noun"),
    ],
)
def test_each_end_is_told_by_its_own_part_of_the_sentence(counties: Answerer, question: str, said: str) -> None:
    assert said in (counties.ask(question).text or "").splitlines()[0]


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Which county has the lowest taxes?", id="no such noun"),
        pytest.param("Which county has the highest mortality?", id="no such noun beside a life expectancy"),
        pytest.param("В каком районе самая высокая рождаемость?", id="ru other end of it, and that end of something else"),
        pytest.param("В каком театре больше всего актёров?", id="ru no such noun"),
    ],
)
def test_the_highest_of_something_else_is_no_answer(counties: Answerer, question: str) -> None:
    assert counties.ask(question).status is Status.NOT_FOUND
