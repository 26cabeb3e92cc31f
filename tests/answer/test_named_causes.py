"""Why, where a sentence names the cause by a noun, or says whom or what somebody blames."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Status

DOCUMENTS = {
    "damba.md": """\
# Дамба на реке Лузе

Без света остались две деревни. Причиной прорыва дамбы 3 мая стал паводок, которого никто не ждал. Дорога закрыта.
""",
    "ambar.md": """\
# Пожар на мельнице

Амбар на мельнице загорелся ночью 8 июня. В МЧС причиной пожара назвали искру от трактора.
""",
    "oil.md": """\
# Olive oil

Olive oil prices rose by 31% in a year. Dealers blame two poor harvests in the south.
""",
    "ferry.md": """\
# The ferry Gannet

The Gannet sank off Holm in March. Divers found that the cause of the sinking was a cracked valve.
""",
    "shahta.md": """\
# На шахте «Глубокая» остановили работу

Во вторник, 4 июня 2024 года, горняки шахты «Глубокая» вышли на забастовку. По словам директора, на смену не вышли 210 человек.

Причиной стачки стали невыплаченные отпускные. Переговоры идут второй день.
""",
    "towns.md": """\
# A week of protests

## The Corran mill

Weavers of the Corran mill walked out on Tuesday. The gate was shut.

## Weather

Snow fell on the hills.

## The harbour

On Friday the pilots went on strike. The cause of the strike was a cut in their pensions.
""",
    "goroda.md": """\
# Неделя протестов

## Завод «Сокол»

Во вторник токари завода «Сокол» забастовали. У ворот стояли 140 человек.

В пятницу забастовали лоцманы порта. Причиной стачки стало сокращение пенсий.
""",
    "museum.md": """\
# Holme museum

The museum is closed because three guides have quit.
""",
    "fabrika.md": """\
# Рейсы и швеи

По данным перевозчика «Луч», задержаны 14 рейсов. За месяц с фабрики уволились 12 швей, пришли трое.
""",
    "depot.md": """\
# Calder depot

According to branch secretary Dora Lind, 310 drivers walked out.
""",
    "garage.md": """\
# Ormley garage

In May 12 mechanics resigned and 3 joined.
""",
}


@pytest.fixture(scope="module")
def papers(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "short"),
    [
        pytest.param("Почему прорвало дамбу?", "паводок", id="a noun for the verb"),
        pytest.param("Почему сгорел амбар на мельнице?", "искру от трактора", id="a fire for what burned"),
        pytest.param("Why did olive oil prices rise?", "two poor harvests", id="blamed in the next sentence"),
        pytest.param("Почему горняки шахты «Глубокая» забастовали?", "невыплаченные отпускные", id="named in the next paragraph"),
        pytest.param("Why did the Gannet sink?", "a cracked valve", id="the cause of the sinking"),
    ],
)
def test_the_cause_named_answers(papers: Answerer, question: str, short: str) -> None:
    assert short in (papers.ask(question).short or "")


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Почему построили дамбу?", id="another deed"),
        pytest.param("Почему задержаны рейсы?", id="who says so is no reason"),
        pytest.param("Why did drivers walk out?", id="nor is it in English"),
        pytest.param("Почему уволились швеи?", id="how many is no reason"),
        pytest.param("Why did the mechanics resign?", id="nor is it in English, either"),
        pytest.param("Почему затопило амбар на мельнице?", id="another event"),
        pytest.param("Why did flour prices rise?", id="other prices"),
        pytest.param("Почему сгорел дом на мельнице?", id="another building"),
        pytest.param("Why did the weavers of the Corran mill walk out?", id="a strike in another section"),
        pytest.param("Why did the guides quit?", id="the effect is not its own cause"),
        pytest.param("Почему забастовали токари завода «Сокол»?", id="a strike of others in the next paragraph"),
    ],
)
def test_the_cause_of_something_else_does_not(papers: Answerer, question: str) -> None:
    assert papers.ask(question).status is Status.NOT_FOUND
