"""Words that tell of another deed, though they are often used for the one that is asked about."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Status

DOCUMENTS = {
    "school.md": "# Brank school\n\nThe school took £40,000 from parents last year.\n",
    "hospital.md": "# Больница Орска\n\nБольница приняла 14 человек.\n",
    "otters.md": "# Otters of Brank\n\nVolunteers buried 6 dead otters in May.\n",
    "theatre.md": "# Theatre of Lorn\n\nThe council paid for 450 new seats in the theatre.\n",
    "canteen.md": "# Tarn Mill\n\nThe staff canteen seats 60 people.\n",
    "league.md": "# Rovers\n\nRovers have not won the league since 1992. The volcano of Ost has not erupted since 1883.\n",
    "hall.md": "# Halls\n\nThe 1,500-seat hall in Selle cost £4 million.\n",
    "farms.md": "# Hail in Mirn\n\nAt least 260 farms applied for compensation.\n",
}


@pytest.fixture(scope="module")
def answerer(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    "question",
    [
        "How much money was stolen?",
        "Сколько человек наняла больница?",
        "How many otters did the volunteers kill?",
        "How many councillors does Lorn have?",
        "How many people work at Tarn Mill?",
    ],
)
def test_another_deed_is_no_answer(answerer: Answerer, question: str) -> None:
    assert answerer.ask(question).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("When did Rovers last win the league?", "1992"),
        ("When did the volcano of Ost erupt?", "1883"),
        ("How much did the 1500-seat hall in Selle cost?", "£4 million"),
        ("How many farms applied for compensation?", "260"),
    ],
)
def test_what_is_told_stays_an_answer(answerer: Answerer, question: str, told: str) -> None:
    assert told in answerer.ask(question).text
