"""A number that somebody else gives for the same, in other words or by other things, is shown beside the first; lengths of time, whose word."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer

DOCUMENTS = {
    "storm.md": """\
# Storm note

Farms that were off for more than a day are entitled to EUR 60 of compensation. We believe that about 320 farms qualify. The Vale Farmers' Union says the number is at least 500.
""",
    "town.md": """\
# Orm health note

The town is short of 120 doctors. The union gives a different figure: 300 vacancies.
""",
    "klub.md": """\
# Клуб «Сталь»

Долг клуба «Сталь» на 31 мая 2024 года составлял 96 млн рублей. Газета «Вестник» писала о долге в 140 млн рублей; клуб эти сведения опровергает.
""",
    "shkoly.md": """\
# Школы края

Не хватает 430 поваров. Профсоюз поваров называет другую цифру — 800 вакансий.
""",
    "gripp.md": """\
# Бюллетень по гриппу, неделя 10–16 февраля 2025 года

Дата выпуска: 18 февраля 2025 года

За неделю привиты 2 140 человек, с начала кампании (3 октября) — 31 200.

### Оценки

Общество медсестёр с этим не согласно: по его оценке, в действительности переболели не менее 900 человек.
""",
}


@pytest.fixture(scope="module")
def answerer(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "values"),
    [
        pytest.param("How many farms are due compensation for the storm?", {"320", "500"}, id="read in words"),
        pytest.param("How many doctors is the town short of?", {"120", "300"}, id="another figure"),
        pytest.param("Сколько клуб должен?", {"96000000", "140000000"}, id="ru who writes does nothing"),
        pytest.param("Скольких поваров не хватает?", {"430", "800"}, id="ru another figure"),
        pytest.param("Сколько человек привито за неделю?", {"2140"}, id="ru over the week"),
        pytest.param("Сколько переболело гриппом по оценке медсестёр?", {"900"}, id="ru those of a body"),
    ],
)
def test_what_is_shown(answerer: Answerer, question: str, values: set[str]) -> None:
    answer = answerer.ask(question)
    assert {str(figure.value) for figure in answer.figures} == values, answer.text
