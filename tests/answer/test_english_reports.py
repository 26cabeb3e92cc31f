"""Plain questions for short English reports in which a figure's scope stands in another sentence than its number."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Status

HEAD = "---\ntitle: {title}\npublished: 2024-03-15\n---\n\n"
LEVELS = HEAD.format(title="Quarterly notes") + (
    "The trade surplus narrowed to 3.3 billion crowns in 2022. A year earlier it had been 5.9 billion crowns.\n\n"
    "The Sollen tunnel was costed at 310 million crowns in 2018. It will now cost 540 million crowns.\n\n"
    "Net debt will peak at 24 billion crowns in 2026. The farmers' party says it will pass 27 billion crowns.\n"
)
SEASON = (
    "---\ntitle: Regatta, season report 2023\npublished: 2024-01-10\n---\n\n"
    "Entries came to 412 boats. In 2022 there were 380 boats, and in 2018, the best year so far, 455 boats. "
    "Over the season Marit Dahl won 14,300 euros in prize money.\n"
)
WORK = HEAD.format(title="Work in the valley in 2023") + (
    "There were 912,000 people in work in 2023. The number of unemployed people fell to 63,000. "
    "41% of the unemployed, or 26,000 people, had been without a job for a year or longer.\n\n"
    "A quarter of the pupils, or 1,300 children, walk to school.\n\n"
    "In March 1,200 patients had waited more than six months for an operation.\n"
)
GIVEN = HEAD.format(title="After the fire") + (
    "The landlord offered the tenants 2,000 euros each. The tenants' association demanded 9,000 euros.\n\n"
    "The bank lent the farmers 40 million euros. The ministry paid the fishermen 6 million euros.\n"
)
REVISED = HEAD.format(title="The labour survey and the harvest") + (
    "The survey asked 8,000 households. The figure for employment in 2022 has been revised from 212,000 to 208,000.\n\n"
    "Growth for 2022 was revised up from 1.9% to 2.3%.\n"
)
STRIKE = HEAD.format(title="The strike") + (
    "Not one driver has been dismissed, although 40 complaints were lodged. Neither of the two pits has reopened.\n"
)
RECORDS = HEAD.format(title="The meeting in Lund") + (
    "Ivo Lanz jumped 8.11 metres; the discus record of 68.20 metres, thrown by Per Holm in 1988, survived.\n"
)
FERRY = HEAD.format(title="Ferry sinks off Lund") + (
    "The death toll from the sinking of the ferry Osa rose to 31 on Monday, the coastguard said. Another 23 people were still missing.\n"
)
DOCUMENTS = {
    "levels.md": LEVELS,
    "season.md": SEASON,
    "work.md": WORK,
    "given.md": GIVEN,
    "revised.md": REVISED,
    "strike.md": STRIKE,
    "records.md": RECORDS,
}


@pytest.fixture(scope="module")
def answerer(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        pytest.param("How large was the trade surplus in 2021?", "5.9e9", id="it-had-been"),
        pytest.param("How much will the Sollen tunnel cost now?", "5.4e8", id="it-will-cost"),
        pytest.param("How high will net debt be in 2026 according to the farmers' party?", "2.7e10", id="somebody-says-it-will"),
        pytest.param("How high will net debt go according to the farmers' party?", "2.7e10", id="how-high-will-it-go"),
        pytest.param("How much prize money did Marit Dahl win in the 2023 season?", "14300", id="over-the-season"),
        pytest.param("How many jobless people had been without a job for more than a year in 2023?", "26000", id="share-told-as-count"),
        pytest.param("How many unemployed people were there in 2023?", "63000", id="all-and-not-the-share-of-them"),
        pytest.param("How many people were in work in 2023?", "912000", id="people-in-work"),
        pytest.param("How many pupils walk to school?", "1300", id="pupils-told-as-children"),
        pytest.param("How many patients had waited more than six months for an operation?", "1200", id="what-they-waited-for"),
        pytest.param("How much compensation did the landlord offer the tenants?", "2000", id="compensation-offered"),
        pytest.param("How much compensation did the tenants' association demand?", "9000", id="compensation-demanded"),
        pytest.param("How much aid did the ministry pay the fishermen?", "6e6", id="aid-paid"),
        pytest.param("How many people were in employment in 2022 according to the revised figure?", "208000", id="revised-figure"),
        pytest.param("How many households did the survey ask?", "8000", id="beside-the-revised-figure"),
        pytest.param("How high was growth in 2022?", "2.3", id="how-high-was-growth"),
        pytest.param("How many drivers have been dismissed?", "0", id="not-one"),
        pytest.param("How many pits have reopened?", "0", id="neither-of-two"),
        pytest.param("How many complaints were lodged?", "40", id="beside-not-one"),
    ],
)
def test_a_figure_whose_scope_stands_elsewhere_answers(answerer: Answerer, question: str, value: str) -> None:
    answer = answerer.ask(question, as_of=date(2024, 6, 1))
    assert answer.status is not Status.NOT_FOUND, answer.text
    assert {figure.value for figure in answer.figures} == {Decimal(value)}


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("How large was the trade surplus in 2019?", id="another-year"),
        pytest.param("How much will the Sollen bridge cost?", id="another-thing"),
        pytest.param("How high will net debt go according to the bank?", id="another-voice"),
        pytest.param("How much prize money did Marit Dahl win in 2018?", id="the-best-season"),
        pytest.param("How many teachers walk to school?", id="others-who-walk"),
        pytest.param("How many unemployed people were there in 2019?", id="jobless-in-another-year"),
        pytest.param("How many patients had waited more than two years for an operation?", id="waited-longer"),
        pytest.param("How many patients had waited less than six months for an operation?", id="waited-shorter"),
        pytest.param("How many people had been without a job for two years?", id="without-a-job-for-longer"),
        pytest.param("How much compensation did the insurer offer the tenants?", id="compensation-by-another"),
        pytest.param("How much compensation did the landlord offer the neighbours?", id="compensation-to-others"),
        pytest.param("How much aid did the ministry pay the farmers?", id="aid-to-others"),
        pytest.param("How many people were in employment in 2020 according to the revised figure?", id="revised-for-another-year"),
        pytest.param("How high was inflation in 2022?", id="something-else-revised"),
        pytest.param("How many conductors have been dismissed?", id="none-of-others"),
        pytest.param("How many drivers were hired?", id="none-of-another-deed"),
        pytest.param("How many people are missing after the earthquake?", id="another-disaster"),
    ],
)
def test_a_look_alike_is_declined(answerer: Answerer, question: str) -> None:
    assert answerer.ask(question, as_of=date(2024, 6, 1)).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "name"),
    [
        pytest.param("Who holds the discus record?", "Per Holm", id="behind-a-semicolon"),
        pytest.param("Who jumped 8.11 metres?", "Ivo Lanz", id="before-a-semicolon"),
    ],
)
def test_a_person_is_looked_for_where_the_sentence_tells_of_what_is_asked(answerer: Answerer, question: str, name: str) -> None:
    assert answerer.ask(question, as_of=date(2024, 6, 1)).short == name
