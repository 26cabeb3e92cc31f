"""What one thing cost is not all that was spent, and where some were is not where the others were."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer

DOCUMENTS = {
    "norr.md": """\
# Accounts of Norr county for 2023

The county spent 1.2 million euros on debt service in 2023. Spending of the county in 2023 was 104 million euros.
""",
    "lipovka.md": """\
# Отчёт Липовского района за 2023 год

В 2023 году район потратил на ремонт дорог 12 млн рублей. Расходы района в 2023 году составили 340 млн рублей.
""",
    "fjord.md": """\
# Fjord Lines in 2023

Fjord Lines carried 6.4 million passengers in 2023. Foreign routes took 4.1 million of them; the remaining 2.3 million travelled within Norway.
""",
}


@pytest.fixture(scope="module")
def books(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "surface"),
    [
        pytest.param("How much did Norr county spend in 2023?", "104 million euros", id="all"),
        pytest.param("How much did Norr county spend on debt service in 2023?", "1.2 million euros", id="on one thing"),
        pytest.param("Сколько денег потратил Липовский район в 2023 году?", "340 млн рублей", id="ru all"),
        pytest.param("Сколько Липовский район потратил на ремонт дорог в 2023 году?", "12 млн рублей", id="ru on one thing"),
        pytest.param("How many passengers travelled within Norway in 2023?", "2.3 million", id="behind a semicolon"),
        pytest.param("Сколько пассажиров Fjord Lines перевезла внутри Норвегии?", "2.3 million", id="ru behind a semicolon"),
    ],
)
def test_the_figure_asked_for_comes_alone(books: Answerer, question: str, surface: str) -> None:
    assert [figure.surface for figure in books.ask(question).figures] == [surface]
