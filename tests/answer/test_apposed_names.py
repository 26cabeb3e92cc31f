"""Who did it, where the text says how many they were and their names behind that, and others by a bare noun alone."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer

DOCUMENTS = {
    "wick.txt": """\
Parish council of Upper Wick
4 June 2022

The council approved the new playground. Seven councillors voted for the plan. Three councillors, Mrs Hale, Mr Dunmore and Ms Petty, wanted a
cheaper site. Volunteers painted the fence. Residents had asked for a bench.
""",
    "vyazovoe.txt": """\
Совет посёлка Вязовое
4 июня 2022

Совет одобрил новый парк. Семь депутатов голосовали за проект. Двое депутатов, Ильина и Громов, предлагали участок поменьше. Волонтёры покрасили
забор.
""",
    "tower.txt": """\
In May rebels blew up the tower of the duke. The tower was finished in 1640. Masons laid a new floor.
""",
    "bratsk.txt": """\
В 1931 году комсомольцы снесли самую старую часовню села. Часовню поставили в 1702 году.

Двое инспекторов, Ольга Белова и Егор Петров, отказались.
""",
}


@pytest.fixture(scope="module")
def answerer(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "short"),
    [
        pytest.param("Who voted for a cheaper site?", "Mrs Hale, Mr Dunmore and Ms Petty", id="not those of the other side"),
        pytest.param("Who wanted a cheaper site?", "Mrs Hale, Mr Dunmore and Ms Petty", id="all of the names"),
        pytest.param("Who voted for the plan?", "councillors", id="a bare noun where all is said"),
        pytest.param("Who painted the fence?", "Volunteers", id="a bare noun that did it"),
        pytest.param("Who painted the bench?", None, id="a bare noun that did something else"),
        pytest.param("Кто предлагал участок поменьше?", "Ильина и Громов", id="имена"),
        pytest.param("Who demolished the tower of the duke?", "rebels", id="a deed in other words"),
        pytest.param("Кто разрушил самую старую часовню села?", "комсомольцы", id="другим глаголом"),
        pytest.param("Кто отказался?", "Ольга Белова и Егор Петров", id="двое"),
        pytest.param("Кто покрасил забор?", "Волонтёры", id="волонтёры"),
        pytest.param("Кто покрасил скамейку?", None, id="скамейка"),
    ],
)
def test_names_answer_who_and_no_bare_noun_for_others(answerer: Answerer, question: str, short: str | None) -> None:
    assert answerer.ask(question).short == short
