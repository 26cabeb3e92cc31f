"""Several questions in one: each is answered, the later ones from the documents that the first is about."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Status

DOCUMENTS = {
    "mill.md": """# Fire at the Orrin mill

Published 12 March 2024

The Orrin mill burned down on 9 March 2024. Forty workers were evacuated, 6 of them were taken to hospital. The fire was put out by the
Kelby fire brigade. It was caused by a broken heater.

The repair will cost 2.4 million crowns. The contractor is Stelling & Sons. The reopening ceremony will be held on 3 May in the town hall.
""",
    "bridge.md": """# Bridge over the Tarn

Published 2 February 2024

The contractor of the bridge is Marl Works. The bridge will cost 7 million crowns. Ten divers were hurt in Lorn.
""",
    "ferry.md": """# The Hask ferry

Published 5 May 2024

The Hask ferry carried 41,000 cars in 2023. The ferry is 62 metres long. The captain is Iris Vane.
""",
    "lake.md": """# Lake Orm

Published 5 May 2024

Lake Orm is 31 metres deep. The Arle weir is 480 metres long. It was opened in 1967 by Count Olm.
""",
    "dam.md": """# Паводок в Ольховке

Опубликовано 4 апреля 2024 года

Мост через Сить смыло 2 апреля 2024 года. Из домов эвакуировали 120 человек. Дамбу прорвало из-за ледового затора.

Ремонт моста обойдётся в 31 млн рублей. Подрядчик — ООО «Стрела». Комиссию возглавляет Анна Юрьева.
""",
}


@pytest.fixture(scope="module")
def answerer(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        pytest.param("How much will the repair of the mill cost and who is the contractor?", ["2.4 million", "Stelling & Sons"], id="who"),
        pytest.param(
            "How much will the bridge cost and who is the contractor?", ["7 million", "Marl Works"], id="who-in-the-other-document"
        ),
        pytest.param("Who put out the fire at the Orrin mill, and what caused it?", ["Kelby fire brigade", "heater"], id="points-back"),
        pytest.param("When and where will the reopening ceremony be held?", ["3 May", "town hall"], id="two-words-for-one-thing"),
        pytest.param(
            "When did the Orrin mill burn down, how many workers were evacuated and who put out the fire?",
            ["9 March 2024", "Forty", "Kelby fire brigade"],
            id="three",
        ),
        pytest.param(
            "How many cars did the ferry carry in 2023 and how long is the Arle weir?", ["41,000", "480"], id="of-another-document"
        ),
        pytest.param("How long is the Hask ferry, and how deep is Lake Orm?", ["62 m", "31 m"], id="measured-by-name"),
        pytest.param("How long is the Arle weir, when and by whom was it opened?", ["480 m", "1967", "Count Olm"], id="two-words-later"),
        pytest.param("Who put out the fire at the Orrin mill, when and what caused it?", ["Kelby", "9 March", "heater"], id="row-of-three"),
        pytest.param("Во сколько обойдётся ремонт моста и кто подрядчик?", ["31 млн", "ООО «Стрела»"], id="who-ru"),
        pytest.param("Сколько человек эвакуировали в Ольховке и почему прорвало дамбу?", ["120", "затора"], id="why-ru"),
    ],
)
def test_each_of_several_questions_is_answered(answerer: Answerer, question: str, told: list[str]):
    answer = answerer.ask(question)
    assert answer.status is Status.ANSWERED
    lines = answer.text.splitlines()
    assert all(any(each in line for line in lines) for each in told), answer.text


def test_what_leans_on_a_question_without_an_answer_is_not_asked(answerer: Answerer):
    answer = answerer.ask("How many workers were evacuated in Marsh, and where were they taken?")
    assert answer.status is Status.NOT_FOUND
    assert "hospital" not in answer.text
    assert any("where were they taken" in note for note in answer.notes)


def test_a_figure_is_no_answer_to_two_of_several_questions(answerer: Answerer):
    answer = answerer.ask("How many workers were evacuated, and how many workers were evacuated from the mill?")
    assert answer.status is Status.PARTIAL
    assert answer.text.count("Forty") == 1
    assert any("evacuated from the mill" in note for note in answer.notes)


def test_what_is_measured_by_its_name_leans_on_nothing(answerer: Answerer):
    assert "480" in answerer.ask("How long is the Arle weir?", history=["How many cars did the ferry carry in 2023?"]).text


def test_of_several_questions_one_may_have_no_answer(answerer: Answerer):
    answer = answerer.ask("How many divers were hurt in Lorn, and when is the ceremony?")
    assert answer.status is Status.PARTIAL
    assert "Ten" in answer.text
    assert "3 May" not in answer.text
