"""Whether something befell anybody, asked in Russian, of texts that say that it did or that it did not."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Status

WAREHOUSE = """---
title: Пожар на складе в Рудневске
published: 2024-03-05
---

В ночь на вторник в Рудневске горел склад. Погибших нет. Пострадавших при пожаре не было. Огонь потушили за три часа.
"""
ROADS = """---
title: Аварии на дорогах Ламской области в 2023 году
published: 2024-01-20
---

На дорогах области в 2023 году погибли 84 человека, ранены 910. Среди погибших семь детей.

С участием автобусов произошло 31 ДТП, ранены 45 пассажиров. Погибших среди велосипедистов нет.
"""


@pytest.fixture(scope="module")
def answerer(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of({"warehouse.md": WAREHOUSE, "roads.md": ROADS})


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        pytest.param("кто-нибудь погиб на пожаре в Рудневске?", "no", id="кто-нибудь погиб"),
        pytest.param("есть пострадавшие при пожаре в Рудневске?", "no", id="есть пострадавшие"),
        pytest.param("кто-нибудь погиб на дорогах Ламской области?", "yes", id="some died"),
        pytest.param("погибли ли дети на дорогах Ламской области?", "yes", id="children"),
    ],
)
def test_a_text_that_tells_it_decides(answerer: Answerer, question: str, verdict: str) -> None:
    answer = answerer.ask(question)
    assert (answer.status, answer.verdict) == (Status.ANSWERED, verdict)


def test_nobody_is_a_count(answerer: Answerer) -> None:
    answer = answerer.ask("сколько человек погибло на пожаре в Рудневске?")
    assert [(figure.surface, figure.value) for figure in answer.figures] == [("нет", 0)]


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("кто-нибудь погиб в авариях с автобусами?", id="the hurt are not dead"),
        pytest.param("кто-нибудь погиб на пожаре в Лодвине?", id="another town"),
        pytest.param("кто-нибудь погиб при взрыве на заводе?", id="another event"),
        pytest.param("погиб ли кто-нибудь на пожаре в Рудневске в 2021 году?", id="another year"),
    ],
)
def test_what_no_text_tells_is_not_decided(answerer: Answerer, question: str) -> None:
    assert answerer.ask(question).verdict is None


POLIO = """\
# Polio campaign, spring round

Some 41,000 children were vaccinated. Three children died of polio in the north. Doctors reported 96 side effects. No death was linked to the vaccine.
"""
HOTEL = """\
# Fire at the Orme hotel

Seven guests died in the fire. Four firemen were injured when a wall fell.
"""
SCHOOLS = """\
# Грипп в Северске

В Северске больны 400 человек. В Озёрске школы продолжают работать. В Каменке школы закрыли до понедельника.
"""


@pytest.mark.parametrize(
    ("text", "question", "verdict"),
    [
        pytest.param(POLIO, "Did any child die from the vaccine itself?", (None, "no"), id="of another cause"),
        pytest.param(POLIO, "Did anybody die of side effects?", (None, "no"), id="of what is told of others"),
        pytest.param(POLIO, "Was any death linked to the vaccine?", ("no",), id="none was linked"),
        pytest.param(POLIO, "Did any child die of polio?", ("yes",), id="of that cause"),
        pytest.param(HOTEL, "Was anyone killed by a falling wall?", (None, "no"), id="hurt is not killed"),
        pytest.param(HOTEL, "Did anyone die in the fire?", ("yes",), id="in that fire"),
        pytest.param(SCHOOLS, "Закрыли ли школы в Озёрске?", (None, "no"), id="Russian-they go on"),
        pytest.param(SCHOOLS, "Закрыли ли школы в Каменке?", ("yes",), id="Russian-closed"),
    ],
)
def test_yes_needs_the_cause_and_the_deed(
    answerer_of: Callable[[Mapping[str, str]], Answerer], text: str, question: str, verdict: tuple[str | None, ...]
) -> None:
    assert answerer_of({"text.md": text}).ask(question).verdict in verdict


def test_none_of_a_cause_is_no_count_of_all(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> None:
    answerer = answerer_of({"text.md": POLIO})
    found = [
        [figure.surface for figure in answerer.ask(question).figures]
        for question in ("How many deaths were linked to the vaccine?", "How many people died?")
    ]
    assert found == [["No"], ["Three"]]
