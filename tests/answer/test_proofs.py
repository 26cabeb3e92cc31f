"""A yes is proved by what tells of just those things that are asked for: never by a wider whole, or by others of their kind."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer

DOCUMENTS = {
    "quake.md": """\
# Earthquake in Maldo

The earthquake in Maldo killed 212 people and injured 900. Rescuers pulled 33 survivors from the rubble. Eight firefighters were hurt.
""",
    "storm.md": """\
# Storm in Ebberdale

The storm killed 40 sheep and three people. A barn collapsed at Low Farm. Police closed two roads.
""",
    "clinic.md": """\
# Strike at Dovey clinic

Nurses at Dovey clinic walked out on 3 June 2024; 210 nurses took part. The clinic cancelled 96 operations.
""",
    "visas.md": """\
# Visas in 2023

The consulate refused 312 visas to students in 2023. It granted 2,900 visas to workers.
""",
    "shahta.md": """\
# Авария на шахте «Глубокая»

На шахте «Глубокая» погибли пять горняков, 12 человек ранены. Полиция задержала двух инженеров.
""",
    "samolet.md": """\
# Крушение у Каменки

В катастрофе самолёта у Каменки погибли 44 человека. Среди раненых трое детей.
""",
    "dorogi.md": """\
# Отчёт о строительстве дорог

В 2023 году в Ельнинском районе отремонтировали 38 км дорог при плане 55. По программе «Сельский врач» приехали 24 специалиста при плане 20.
""",
}


@pytest.fixture(scope="module")
def answerer(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Were any firefighters killed in Maldo?", id="people killed, firefighters hurt"),
        pytest.param("Were any tourists killed in Maldo?", id="people"),
        pytest.param("Were any children killed in the storm in Ebberdale?", id="people, beside animals"),
        pytest.param("Were any cows killed in the storm in Ebberdale?", id="other animals"),
        pytest.param("Did police close any schools?", id="other things closed"),
        pytest.param("Did the clinic cancel any appointments?", id="other things cancelled"),
        pytest.param("Did cleaners go on strike at Dovey clinic?", id="others on strike"),
        pytest.param("Were journalists refused visas in 2023?", id="others refused"),
        pytest.param("Погибли ли дети на шахте «Глубокая»?", id="горняки"),
        pytest.param("Погибли ли дети у Каменки?", id="дети среди раненых"),
        pytest.param("Задержала ли полиция директора?", id="инженеры"),
    ],
)
def test_others_prove_no_yes(answerer: Answerer, question: str) -> None:
    assert answerer.ask(question).verdict is None


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Were any firefighters hurt in Maldo?", id="firefighters"),
        pytest.param("Were people injured in Maldo?", id="people"),
        pytest.param("Were any sheep killed in the storm in Ebberdale?", id="sheep"),
        pytest.param("Did police close any roads?", id="roads"),
        pytest.param("Did the clinic cancel operations?", id="operations"),
        pytest.param("Погиб ли кто-нибудь на шахте «Глубокая»?", id="кто-нибудь"),
        pytest.param("Погиб ли кто-нибудь у Каменки?", id="человек"),
    ],
)
def test_those_asked_for_prove_it(answerer: Answerer, question: str) -> None:
    assert answerer.ask(question).verdict == "yes"


@pytest.mark.parametrize(
    ("question", "verdict", "values"),
    [
        pytest.param("Выполнен ли план по ремонту дорог?", "no", ["38", "55"], id="недовыполнен"),
        pytest.param("Выполнили ли план по программе «Сельский врач»?", "yes", ["24", "20"], id="перевыполнен"),
        pytest.param("Выполнен ли план по ремонту мостов?", None, [], id="о мостах не сказано"),
    ],
)
def test_a_plan_is_held_against_what_was_done(answerer: Answerer, question: str, verdict: str | None, values: list[str]) -> None:
    answer = answerer.ask(question)
    assert (answer.verdict, [str(figure.value) for figure in answer.figures]) == (verdict, values)
