"""What a sentence that says "it" tells, of what the one before names and of nothing else; and what was not done by those who failed to."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer

DOCUMENTS = {
    "quay.txt": """Quays of Esterby, 2022

Coal was the weak spot. It went down by a fifth after the Molden line had closed. Salt did better.

The Quay Street nursery stayed shut all winter. It was closed because the boiler had burst.

The new slipway cost more than planned.

The tug Perla had a bad year. The harbour master is leaving. He stepped down over a dispute with the pilots.
""",
    "kolodets.txt": """Порт Лужнево, 2022 год

Слабым местом стала соль. Её вывоз упал из-за ремонта крана. Уголь везли охотнее.

Буксир «Лада» провёл плохой год. Начальник порта уходит. Он уволился из-за спора с лоцманами.
""",
    "college.txt": """Brook college, 2022

At Brook college 290 nurses failed to graduate in 2022. The archive failed to find 35 maps and found 12.
""",
    "spending.txt": """Budget of Marrick, 2022

In 2022 Marrick spent £3.4 million on buses and £2.1 million on parks.
""",
    "rashody.txt": """Бюджет Сомова, 2022 год

В 2022 году Сомов потратил на парки 340 млн рублей, на школы — 210 млн рублей.
""",
}


@pytest.fixture(scope="module")
def answerer(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        pytest.param("Why did coal drop?", "after the Molden line had closed", id="behind-after"),
        pytest.param("Why did coal fall?", "after the Molden line had closed", id="by-another-verb"),
        pytest.param("Why was the Quay Street nursery closed?", "the boiler had burst", id="behind-because"),
        pytest.param("Why did the harbour master resign?", "over a dispute with the pilots", id="over-a-dispute"),
        pytest.param("Почему упал вывоз соли?", "ремонта крана", id="ru"),
        pytest.param("Почему уволился начальник порта?", "спора с лоцманами", id="ru-he"),
    ],
)
def test_the_next_sentence_tells_why(answerer: Answerer, question: str, told: str) -> None:
    answer = answerer.ask(question)
    assert told in (answer.short or ""), answer.text


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Why did salt drop?", id="what-did-better"),
        pytest.param("Why did the new slipway close?", id="what-was-never-closed"),
        pytest.param("Why did the tug Perla close?", id="nor-a-tug"),
        pytest.param("When did the tug Perla sink?", id="a-bad-year-is-no-time"),
        pytest.param("Почему упал вывоз угля?", id="ru-what-did-better"),
        pytest.param("Когда закрыли буксир «Лада»?", id="ru-a-bad-year-is-no-time"),
    ],
)
def test_it_is_nothing_else(answerer: Answerer, question: str) -> None:
    answer = answerer.ask(question)
    assert answer.short is None, answer.text


@pytest.mark.parametrize(
    ("question", "short"),
    [
        pytest.param("How many nurses failed to graduate at Brook college?", "290", id="failed-to"),
        pytest.param("How many nurses did not graduate at Brook college?", "290", id="did-not"),
        pytest.param("How many maps did the archive fail to find?", "35", id="fail-to"),
        pytest.param("How many maps did the archive find?", "12", id="found"),
        pytest.param("How many nurses graduated at Brook college?", None, id="those-who-did"),
    ],
)
def test_who_failed_to_do_it_did_not(answerer: Answerer, question: str, short: str | None) -> None:
    answer = answerer.ask(question)
    assert answer.short == short, answer.text


@pytest.mark.parametrize(
    ("question", "values"),
    [
        pytest.param("How much did Marrick spend on buses and how much on parks?", ["3400000", "2100000"], id="en"),
        pytest.param("Сколько Сомов потратил на парки и сколько на школы?", ["340000000", "210000000"], id="ru"),
    ],
)
def test_how_much_on_one_thing_and_how_much_on_another(answerer: Answerer, question: str, values: list[str]) -> None:
    answer = answerer.ask(question)
    assert [str(figure.value) for figure in answer.figures] == values, answer.text
    assert answer.status == "answered"


def test_what_follows_the_same_preposition_takes_its_place(answerer: Answerer) -> None:
    answer = answerer.ask("А на школы?", history=["Сколько Сомов потратил на парки?"])
    assert [str(figure.value) for figure in answer.figures] == ["210000000"], answer.text
