"""Who is answered by a person or a body, or not at all."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Status

DOCUMENTS = {
    "sud.md": """\
# Приговор по делу о парке

По версии следствия, подсудимые завысили стоимость парка и похитили 30 млн рублей. Архитектора Павла Ломова, автора
проекта, суд оправдал за недоказанностью.
""",
    "liga.md": """\
# Итоги сезона волейбольной лиги

Сезон волейбольной лиги закончился так же, как предыдущий: кубок увезли в Тарск. «Синие выдры» обыграли в финале «Литейщика».
""",
    "dohod.md": """\
# Доходы жителей

Средний доход составил 41 000 рублей в месяц: у врачей 63 000, у учителей 46 000.
""",
}


@pytest.fixture(scope="module")
def papers(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Кого из подсудимых оправдали?", id="a version is nobody"),
        pytest.param("Кто оправдан?", id="the court did it"),
        pytest.param("Кто выиграл кубок волейбольной лиги?", id="a place"),
        pytest.param("Кто зарабатывает больше, врачи или учителя?", id="neither is said to be more"),
    ],
)
def test_what_is_nobody_does_not_answer_who(papers: Answerer, question: str) -> None:
    answer = papers.ask(question)
    assert answer.status is Status.NOT_FOUND or (answer.short or "") in ("Павла Ломова", "Синие выдры", "врачей 63 000")


@pytest.mark.parametrize(
    ("question", "short"),
    [
        pytest.param("Кого оправдал суд?", "Павла Ломова", id="a person"),
        pytest.param("Кто обыграл «Литейщика» в финале?", "Синие выдры", id="a team"),
        pytest.param("Кто оправдал архитектора Ломова?", "суд", id="a body"),
    ],
)
def test_who_did_it_answers(papers: Answerer, question: str, short: str) -> None:
    assert papers.ask(question).short == short
