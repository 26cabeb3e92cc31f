"""Of names in quotation marks only those of one kind, two clubs, stand against each other: a works and its newspaper do not."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Status

DOCUMENTS = {
    "layoffs.md": "Фабрика «Заря» закрывает два цеха, пишет газета «Вечер». Уволено 35 швей.\n",
    "make.md": "Завод «Молот» собирает прицепы марки «Тур». В 2021 году на заводе работало 512 человек.\n",
    "contest.md": "# Фонд «Родник»\n\nФонд «Родник» провёл конкурс «Капля». Поступило 96 заявок.\n",
    "stage.md": "Театр «Фонарь» поставил «Бурю» и «Поле». Продано 2 700 билетов.\n",
    "match.md": "# «Скала» разгромила «Искру»\n\nМатч посмотрели 1 850 зрителей.\n",
    "clubs.md": "Клуб «Дозор» открыл сезон дома. В пятницу вышел на поле клуб «Рубеж». Продано 640 абонементов.\n",
}


@pytest.fixture(scope="module")
def answerer(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "short"),
    [
        pytest.param("Сколько швей уволено на фабрике «Заря»?", "35", id="a newspaper that tells it"),
        pytest.param("Сколько человек работало на заводе «Молот» в 2021 году?", "512", id="what it makes"),
        pytest.param("Сколько заявок получил фонд «Родник»?", "96", id="a contest, under the heading of the one asked for"),
        pytest.param("Сколько билетов продал театр «Фонарь»?", "2 700", id="plays without a word for what they are"),
        pytest.param("Сколько зрителей было на матче «Скала» — «Искра»?", "1 850", id="both of the title are asked for"),
    ],
)
def test_a_name_of_another_kind_takes_nothing_away(answerer: Answerer, question: str, short: str) -> None:
    answer = answerer.ask(question)
    assert answer.status is Status.ANSWERED
    assert answer.short.startswith(short)


def test_what_follows_another_of_one_kind_is_not_told_of_the_first(answerer: Answerer) -> None:
    assert answerer.ask("Сколько абонементов продал клуб «Дозор»?").status is Status.NOT_FOUND
