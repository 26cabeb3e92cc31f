"""Things of one size are none of another; a length of time is no sum of money."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Status

DOCUMENTS = {
    "rents.md": "# Rents in Carlow\n\nThe average rent for a two-bedroom flat in Carlow rose to €1,340 a month in July.\n",
    "course.md": "# Courses\n\nA five-day course in Orm costs £300. Visitors of Orm stayed for 5.2 nights and spent £134 a day.\n",
    "sale.md": "# The sale\n\nThe ten-fold rise of rents in Lund cost tenants £40 million.\n",
    "kurs.md": "# Курсы\n\nПятидневный курс в Лугове стоит 30 тысяч рублей. Одновременно там учатся 40 человек.\n",
}


@pytest.fixture(scope="module")
def answerer(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("What was the average rent for a one-bedroom flat in Carlow?", id="a smaller flat"),
        pytest.param("What was the average rent for a three-bedroom flat in Carlow?", id="a larger flat"),
        pytest.param("How much does a three-day course in Orm cost?", id="a shorter course"),
        pytest.param("How long did visitors of Orm stay?", id="a length of time"),
        pytest.param("Сколько стоит трёхдневный курс в Лугове?", id="a shorter course, ru"),
    ],
)
def test_another_size_does_not_answer(answerer: Answerer, question: str) -> None:
    assert answerer.ask(question).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "short"),
    [
        pytest.param("What was the average rent for a two-bedroom flat in Carlow?", "€1,340", id="that flat"),
        pytest.param("What was the average rent for a flat in Carlow?", "€1,340", id="any flat"),
        pytest.param("How much does a five-day course in Orm cost?", "£300", id="that course"),
        pytest.param("How much did the rise of rents in Lund cost tenants?", "£40 million", id="no size"),
        pytest.param("Сколько стоит пятидневный курс в Лугове?", "30 тысяч рублей", id="that course, ru"),
        pytest.param("Сколько человек одновременно учатся в Лугове?", "40", id="no size, ru"),
    ],
)
def test_that_size_and_none_do(answerer: Answerer, question: str, short: str) -> None:
    assert short in (answerer.ask(question).short or "")
