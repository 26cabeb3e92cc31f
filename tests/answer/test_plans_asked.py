"""Plans and what came of them: each answers its own question, and says which it is."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer

DOCUMENTS = {
    "parki.md": (
        "# Озеленение Лужска за 2023 год\n\nТаблица. Расходы по видам работ, млн рублей\n\n| Вид работ | План 2023 | Исполнено 2023 | План 2024 |\n"
        "|---|---|---|---|\n| Посадка деревьев | 120 | 96 | 150 |\n| Ремонт фонтанов | 40 | 44 | 60 |\n\n"
        "Открыты два парка из трёх запланированных. Посажено 4 100 деревьев при плане 5 000.\n"
    ),
}


@pytest.fixture(scope="module")
def answerer(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "surface"),
    [
        ("Сколько потратили на посадку деревьев в 2023 году?", "96"),
        ("Сколько потратили на ремонт фонтанов в 2023 году по плану?", "40"),
        ("Каков план расходов на ремонт фонтанов на 2024 год?", "60"),
        ("Сколько парков открыли?", "два"),
        ("Сколько парков планировали открыть?", "трёх"),
        ("Сколько деревьев посадили?", "4 100"),
        ("Сколько деревьев должны были посадить по плану?", "5 000"),
    ],
)
def test_what_was_done_and_what_was_planned_answer_for_themselves(answerer: Answerer, question: str, surface: str) -> None:
    assert [figure.surface for figure in answerer.ask(question).figures] == [surface]


def test_a_follow_up_may_ask_for_the_plan(answerer: Answerer) -> None:
    answer = answerer.ask("А по плану?", history=["Сколько потратили на ремонт фонтанов в 2023 году?"])
    assert [figure.surface for figure in answer.figures] == ["40"]
