"""Capacities, attendances, and places that are only named because somebody comes first there: each text alone, with its questions."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer

Opened = Callable[[Mapping[str, str]], Answerer]

HARBOUR = "The harbour of Kesh is one of the busiest in Europe with 41,300 ships a year."
AREA = "Orm's metropolitan area is one of the most populous in Asia with 3,412,700 inhabitants."
TOWN = "Tarn is the largest town of the country with a population of 48,700 in 2020."
ARENAS = "The arena at Kesh has a capacity of 13,000, and the stadium in Orm is big enough to seat 60,000 spectators."
PLANT = "The plant employs 40 people and has a capacity of 500 a day."
DRAWN = "On 21 June 2020 a concert in Marle attracted 5,000 people. The mill attracted 40 workers from Orm."
SURVEY = "According to the 2006-2008 survey, about 78.9% of residents of Orm over the age of five spoke only Lorvian at home."
ANGLERS = "In the years 1996 to 2006 the number of anglers over the age of sixteen declined by ten percent."


@pytest.mark.parametrize(
    ("text", "question", "short"),
    [
        pytest.param(HARBOUR, "How many ships does the harbour of Kesh have a year?", "41,300", id="one-of-the-busiest-in"),
        pytest.param(AREA, "How many people live in Orm's metropolitan area?", "3,412,700", id="one-of-the-most-populous-in"),
        pytest.param(AREA, "How many people live in Asia?", None, id="not-all-of-that-place"),
        pytest.param(
            "The fire was the deadliest in Kesh, with 14 dead.", "How many people died in the fire in Kesh?", "14", id="an-event-there"
        ),
        pytest.param(
            "The outbreak is the biggest in Tarn since 2010: 87 people fell ill.",
            "How many people fell ill in Tarn?",
            "87",
            id="an-outbreak-there",
        ),
        pytest.param("The most cases in Orle, 40, were mild.", "How many cases in Orle were mild?", "40", id="the-most-of-a-place"),
        pytest.param(
            "Two of the four teaching hospitals are based in the city of Tarn.",
            "How many teaching hospitals are based in Tarn?",
            "two",
            id="a-part-there",
        ),
        pytest.param("Three of the five ferries in Tarn were sold.", "How many ferries are there in Tarn?", "five", id="a-whole-there"),
        pytest.param(
            "Две из четырёх городских больниц находятся в Тарнске.",
            "Сколько городских больниц находится в Тарнске?",
            "две",
            id="a-part-there-ru",
        ),
        pytest.param(TOWN, "How many people live in Tarn?", "48,700", id="a-town-with-a-population"),
        pytest.param("Orm is a village with a population of 312.", "How many people live in Orm?", "312", id="a-village"),
        pytest.param(
            "Lark is the largest colony in Orm with a population of 4,100 seals.", "How many people live in Orm?", None, id="seals"
        ),
        pytest.param(ARENAS, "How many people can the arena at Kesh hold?", "13,000", id="can-hold"),
        pytest.param(ARENAS, "How many spectators can the stadium in Orm hold?", "60,000", id="big-enough-to-seat"),
        pytest.param(ARENAS, "What is the capacity of the stadium in Orm?", "60,000", id="capacity-of-seats"),
        pytest.param(PLANT, "How many people can the plant hold?", None, id="a-capacity-a-day"),
        pytest.param("The plant has a capacity of 400 megawatts.", "How many people can the plant hold?", None, id="a-capacity-of-power"),
        pytest.param("The police in Orm hold 40 people.", "What is the capacity of the police in Orm?", None, id="held-by-the-police"),
        pytest.param(
            "The theatre has a capacity of 900. The concert hall sold 40,000 tickets.",
            "How many people can the concert hall hold?",
            None,
            id="another-hall",
        ),
        pytest.param(
            "On 3 May 2019 a rally took place in Kesh, with 4,200 participants.",
            "How many people attended the rally in Kesh?",
            "4,200",
            id="took-place-with",
        ),
        pytest.param(
            "On 3 May 2019 a rally was held in Kesh, with 4,200 participants.",
            "How many were arrested at the rally in Kesh?",
            None,
            id="another-deed",
        ),
        pytest.param(DRAWN, "How many people attended the concert in Marle?", "5,000", id="attracted"),
        pytest.param(DRAWN, "How many people visited the mill?", None, id="attracted-workers"),
        pytest.param(SURVEY, "How many people in Orm spoke Lorvian at home?", None, id="an-age-limit-counts-nobody"),
        pytest.param(
            ANGLERS, "How much did the number of anglers over sixteen decline between 1996 and 2006?", "ten percent", id="over-the-age-of"
        ),
        pytest.param("Тюрьма рассчитана на 450 заключённых.", "Сколько заключённых уволили?", None, id="made-for-ru"),
    ],
)
def test_a_question_about_one_text(answerer_of: Opened, text: str, question: str, short: str | None) -> None:
    answer = answerer_of({"text.md": text + "\n"}).ask(question)
    assert (answer.short or "").lower() == (short or ""), answer.text
