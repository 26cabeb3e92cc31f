"""What a refusal says: that nothing was found, never that nothing is there; and what is shown with it."""

from collections.abc import Callable, Mapping
from datetime import date

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Answer, Status

DOCUMENTS = {
    "mill.txt": """\
Fire at Corley mill
The Denholm Herald, 3 March 2024

The fire at Corley mill broke out late on Friday. Fire officers named an overheated bearing as the cause. Police are also looking into arson.

The ferry Aster, laid up since 2021 owing to a cracked hull, will return to service in May. The library at Oakham, closed because of \
flooding and mould, reopens on Monday. The chapel was shut because of damp, draughts and mice.
""",
    "hozyaystvo.md": """\
# Птицефабрика «Заря»

На птицефабрике «Заря» погибла почти вся птица. Причиной падежа ветеринары назвали отравление кормом. Полиция проверяет и версию умысла, \
птица могла погибнуть от яда.

Мост через Вилку, закрытый с осени из-за трещин в опоре, откроют в июне.
""",
    "sovet.md": """\
# Итоги выборов в совет посёлка Тёсово

На выборах в совет посёлка Тёсово список «Север» получил 9 мандатов, список «Юг» – 5.

Санатории посёлка предложили 1 240 мест, на 6 % больше, чем летом прошлого года. Больше всего не хватает поваров.
""",
}


@pytest.fixture(scope="module")
def answerer(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


def ask(answerer: Answerer, question: str) -> Answer:
    return answerer.ask(question, as_of=date(2024, 6, 1))


@pytest.mark.parametrize(
    ("question", "found"),
    [
        pytest.param("How many kayaks were stolen?", "found", id="a number"),
        pytest.param("Why were the kayaks stolen?", "found", id="a reason"),
        pytest.param("Who stole the kayaks?", "found", id="a person"),
        pytest.param("Сколько байдарок украдено?", "не найдено", id="ru a number"),
        pytest.param("Почему украли байдарки?", "не найдено", id="ru a reason"),
        pytest.param("Где украли байдарки?", "не найдено", id="ru a place"),
    ],
)
def test_a_refusal_says_what_was_not_found(answerer: Answerer, question: str, found: str) -> None:
    answer = ask(answerer, question)
    assert answer.status is Status.NOT_FOUND
    assert found in answer.text.splitlines()[0]


@pytest.mark.parametrize(
    ("question", "cause"),
    [
        pytest.param("Why did the mill burn?", "an overheated bearing", id="officers named"),
        pytest.param("Why was the mill destroyed by fire?", "an overheated bearing", id="what happened is no reason"),
        pytest.param("Почему погибла птица?", "отравление кормом", id="ru named"),
    ],
)
def test_the_cause_that_somebody_names_is_shown_before_a_theory(answerer: Answerer, question: str, cause: str) -> None:
    assert cause in ask(answerer, question).citations[0].quote


@pytest.mark.parametrize(
    ("question", "cause"),
    [
        pytest.param("Why is the ferry Aster laid up?", "a cracked hull", id="set in"),
        pytest.param("Why was the library at Oakham closed?", "flooding and mould", id="set in, two causes"),
        pytest.param("Why was the chapel shut?", "damp, draughts and mice", id="a list at the end"),
        pytest.param("Почему закрыт мост через Вилку?", "трещин в опоре", id="ru set in"),
    ],
)
def test_a_cause_ends_with_the_clause_that_gives_it(answerer: Answerer, question: str, cause: str) -> None:
    assert ask(answerer, question).short == cause


def test_who_lost_the_most_is_answered_by_no_share_and_by_nobody_who_lost_none(answerer: Answerer) -> None:
    assert ask(answerer, "Какой список потерял больше всего мандатов?").status is Status.NOT_FOUND
