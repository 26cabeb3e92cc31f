"""Plain ways to ask for a sum, an opinion, a length of time, the best scorer and how many somebody has."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer

DOCUMENTS = {
    "mill.md": """\
# Weavers and owners at odds

12 May 2024

The weavers' union is asking for a pay rise of 8% over two years. The owners have offered 4.5%. Talks broke down on 7 May after nine hours.
The last strike at the mill, in 2015, lasted 23 days.
""",
    "bank.md": """\
# Harlow Mutual: third quarter of 2023

At 30 September 2023 the bank had 96 branches, after closing seven in August. Seven branches were closed in all.
""",
    "note.md": """\
# Note on waiting lists

The Surgeons' Guild disputes the published list of operations. Its chair, Ada Crane, puts the true shortfall at about 1,900.
""",
    "klub.md": """\
# ФК «Сталь»: итоги сезона 2022/23

Лучшим бомбардиром стал Глеб Орлов — 14 мячей в лиге.

## Женская команда

Её лучший бомбардир Анна Лис забила 11 мячей.
""",
}


@pytest.fixture(scope="module")
def answerer(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        pytest.param("What pay rise is the weavers' union asking for?", "8%", id="pay rise"),
        pytest.param("How long did the 2015 strike go on for?", "23", id="go on for"),
        pytest.param("How many branches does Harlow Mutual have?", "96", id="has"),
        pytest.param(
            "What does the Surgeons' Guild reckon the shortfall is?",
            "Its chair, Ada Crane, puts the true shortfall at about 1,900.",
            id="reckons",
        ),
        pytest.param("Кто забил больше всех за «Сталь»?", None, id="ru scorer of all"),
    ],
)
def test_what_is_told(answerer: Answerer, question: str, told: str | None) -> None:
    answer = answerer.ask(question)
    assert answer.short == told, answer.text
