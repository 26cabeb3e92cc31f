"""A column that only names a time, beside one that says what it counts in a longer one."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer

DOCUMENTS = {
    "flu.md": """\
# Бюллетень по гриппу, № 9 (неделя 3–9 марта 2025 года)

Дата выпуска: 11 марта 2025 года

### По районам с начала года

| Район | Случаев с начала года | За неделю |
|---|---:|---:|
| Лесной | 204 | 19 |
| Озёрный | 87 | 13 |
""",
}


@pytest.fixture(scope="module")
def answerer(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "short"),
    [
        pytest.param("Сколько случаев гриппа за неделю в Озёрном районе?", "13", id="cases"),
        pytest.param("Сколько новых случаев гриппа за неделю в Лесном районе?", "19", id="new ones"),
    ],
)
def test_the_number_of_the_week_is_not_that_of_the_year(answerer: Answerer, question: str, short: str) -> None:
    assert answerer.ask(question).short == short
