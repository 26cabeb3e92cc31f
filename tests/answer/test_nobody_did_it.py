"""Whether anybody did something, asked of texts that say that nobody did, beside sentences that share the question's other words."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer

DOCUMENTS = {
    "pit.md": """\
# The Garrow pit

Nineteen miners died in custody of the Garrow company in 2021, six of them by gas. Forty families live on charity.

No one has been charged over any of the deaths. None of the managers was dismissed.
""",
    "ferry.md": """\
# The sinking of the Alba

The ferry Alba sank in March 2020 with 210 passengers on board, three of them on crutches.

No officer stepped down over the loss of the ferry. Nothing was ever paid to the families. Hardly anyone complained.
""",
    "plant.md": """\
# Пожар на фабрике «Заря»

В пожаре на фабрике «Заря» в 2022 году погибли 14 работниц, пять из них — от дыма.

Никто не арестован. Ни один из начальников не уволен. Семьям ничего не выплачено.
""",
}


@pytest.fixture(scope="module")
def papers(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Was anyone charged over the deaths in custody?", id="over any of the deaths"),
        pytest.param("Was any manager dismissed?", id="none of the managers"),
        pytest.param("Were the families paid?", id="nothing was"),
        pytest.param("Арестован ли кто-нибудь?", id="никто"),
        pytest.param("Уволили ли кого-нибудь из начальников?", id="ни один из начальников"),
    ],
)
def test_nobody_did_it_is_a_no(papers: Answerer, question: str) -> None:
    assert papers.ask(question).verdict == "no"


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Did anyone resign over the sinking of the Alba?", id="a sentence that tells of the sinking alone"),
        pytest.param("Did anyone complain?", id="hardly anyone"),
        pytest.param("Was anyone convicted over the deaths in the Garrow pit?", id="a deed that nothing tells"),
        pytest.param("Был ли кто-нибудь осуждён за гибель работниц?", id="осуждён"),
    ],
)
def test_what_tells_nothing_of_the_deed_is_no_yes(papers: Answerer, question: str) -> None:
    assert papers.ask(question).verdict != "yes"


def test_what_somebody_did_is_a_yes(papers: Answerer) -> None:
    assert papers.ask("Did anyone die in the Garrow pit?").verdict == "yes"
