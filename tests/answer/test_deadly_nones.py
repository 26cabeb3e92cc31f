"""That there was none, told by what was not deadly, by a reflexive verb, or by "not one" of what the sentence before names."""

from collections.abc import Callable, Mapping
from datetime import date

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Status

TODAY = date(2025, 9, 1)
DOCUMENTS = {
    "cablecar.md": """\
---
published: 2025-02-20
---
# Mount Orrin cable car: the year 2024

The cable car carried 910,000 people in 2024. There were no fatal accidents on the cable car during the year; 14 minor injuries
were recorded.
""",
    "zavod.md": """\
---
published: 2025-02-20
---
# Завод «Кремень» в 2024 году

На заводе «Кремень» травмы получили 19 рабочих, смертельных случаев не было.
""",
    "bolezni.md": """\
---
published: 2025-03-10
---
# Инфекции в Светлинском крае

Сибирская язва в этом сезоне в крае не выявлялась. Коклюшем заболели 96 человек.
""",
    "pochta.md": """\
---
published: 2025-08-10
---
# Почта

В 2024 году в области закрыли девять почтовых отделений. В этом году не закрыли ни одного.
""",
    "brass.md": """\
# The brass contest

Officials tested 30 bands for noise. All results are in.
""",
}

QUARRY = """\
# Telm quarry

There were no fatal accidents at the quarry in 2024, but three miners died of sunstroke.
"""
FOUNDRY = """\
# Oskel foundry

There were no fatal accidents at the foundry in 2024. Three founders died of heart attacks.
"""
SHIPYARD = """\
# Верфь «Причал» в 2024 году

На верфи смертельных случаев не было. Двое рабочих верфи скончались от инфаркта.
"""
BRICKWORKS = """\
# Hollin brickworks

There were no fatal accidents at the brickworks in 2024. A stoker at the brickworks lost his life when he was taken ill.
"""
JABS = """\
# The flu vaccine

In 2024 no death was linked to the vaccine.
"""


@pytest.fixture(scope="module")
def papers(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        pytest.param("Did anybody die on the cable car in 2024?", "no fatal accidents", id="no fatal accidents"),
        pytest.param("Did anyone die in an accident on the cable car in 2024?", "no fatal accidents", id="during the year of the text"),
        pytest.param("Погиб ли кто-нибудь на заводе «Кремень»?", "смертельных случаев не было", id="no deadly case in Russian"),
        pytest.param("Сколько случаев сибирской язвы выявлено в крае?", "не выявлялась", id="a reflexive verb"),
        pytest.param("Сколько почтовых отделений закрыли в этом году?", "ни одного", id="not one of those before"),
    ],
)
def test_there_was_none(papers: Answerer, question: str, said: str) -> None:
    answer = papers.ask(question, as_of=TODAY)
    assert answer.status is not Status.NOT_FOUND
    assert said in answer.text


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Did anybody drown at the cable car in 2024?", id="of one way to die nothing is told"),
        pytest.param("Did anybody die on the cable car in 2023?", id="another year"),
        pytest.param("Did anybody die on the tramway in 2024?", id="another line"),
        pytest.param("Погиб ли кто-нибудь на заводе «Гранит»?", id="another plant"),
        pytest.param("Сколько случаев холеры выявлено в крае?", id="another illness"),
        pytest.param("Сколько библиотек закрыли в 2025 году?", id="other things"),
        pytest.param("Did any band fail the noise test?", id="tested is not failed"),
    ],
)
def test_of_something_else_nothing_is_told(papers: Answerer, question: str) -> None:
    assert papers.ask(question, as_of=TODAY).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("text", "question", "verdict"),
    [
        pytest.param(QUARRY, "Did anybody die at the quarry in 2024?", "yes", id="in the same sentence"),
        pytest.param(FOUNDRY, "Did anybody die at the foundry in 2024?", "yes", id="in the next sentence"),
        pytest.param(BRICKWORKS, "Did anybody die at the brickworks in 2024?", None, id="one of whom no number tells"),
        pytest.param(QUARRY, "Were there any fatal accidents at the quarry in 2024?", "no", id="asked for accidents"),
        pytest.param(JABS, "Did anybody die in 2024?", None, id="of other causes nothing is told"),
        pytest.param(JABS, "Did anybody die from the vaccine in 2024?", "no", id="of the cause asked"),
    ],
)
def test_who_died_of_something_else_has_died(
    answerer_of: Callable[[Mapping[str, str]], Answerer], text: str, question: str, verdict: str | None
) -> None:
    assert answerer_of({"text.md": text}).ask(question, as_of=TODAY).verdict == verdict


@pytest.mark.parametrize(
    ("text", "question", "counted"),
    [
        pytest.param(QUARRY, "How many people died at the quarry in 2024?", ["three"], id="in the same sentence"),
        pytest.param(FOUNDRY, "How many people died at the foundry in 2024?", ["Three"], id="in the next sentence"),
        pytest.param(SHIPYARD, "Сколько рабочих умерло на верфи «Причал»?", ["Двое"], id="in Russian"),
        pytest.param(JABS, "How many people died in 2024?", [], id="none of one cause"),
    ],
)
def test_those_who_died_of_something_else_are_counted(
    answerer_of: Callable[[Mapping[str, str]], Answerer], text: str, question: str, counted: list[str]
) -> None:
    assert [figure.surface for figure in answerer_of({"text.md": text}).ask(question, as_of=TODAY).figures] == counted
