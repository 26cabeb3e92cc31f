"""What those counted were found to be, what an earlier number of a report told, and numbers of other things in a sentence that reads well."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Status

DOCUMENTS = {
    "floods.txt": "RIVER ODRE FLOODS - SITUATION REPORT No. 7\nIssued by: Odre County Coordination Centre\nDate: 19 November 2023\n\n"
    "Six people are now confirmed dead. Four hundred people are reported injured. Two are confirmed missing.\n\n"
    "The flood damaged 84 barns: 51 in Upper Rell, 33 in Lower Rell. No barns were damaged in Marsh Green, where the dyke held. "
    "Report No. 5 put the total at 60 and report No. 6 at 79. The river stood at 6.82 metres at Lower Rell Bridge.\n",
    "floods-ru.txt": "СВОДКА № 5\nУправление МЧС по Ольгинскому краю\n3 мая 2022 года\n\n"
    "Повреждено 96 теплиц: 58 в посёлке Вязы, 38 в посёлке Дубки. В сводке № 3 сообщалось о 70 теплицах, в сводке № 4 — о 88. "
    "Девять спасателей числятся ранеными, двое признаны пропавшими.\n",
    "alarms.md": "---\ntitle: Fire year 2021\npublisher: Brandt Fire Service\npublished: 2022-02-01\n---\n"
    "False alarms fell from 310 to 255. Nobody was charged over a false alarm in 2021; there had been four charges in 2020.\n",
    "water.txt": "Sorrel Water Agency\n4 October 2024\n\nGarden watering is banned in 17 of the 52 parishes, against six at the end of August.\n",
}


@pytest.fixture(scope="module")
def answerer(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "value", "action"),
    [
        pytest.param("How many people died in the Odre floods?", "6", "confirmed dead", id="dead"),
        pytest.param("How many people were injured in the Odre floods?", "400", "reported injured", id="injured"),
        pytest.param("How many people are missing in Odre County?", "2", "confirmed missing", id="missing"),
        pytest.param("Сколько спасателей ранено?", "9", "числятся ранеными", id="ранеными"),
    ],
)
def test_a_state_is_what_is_told(answerer: Answerer, question: str, value: str, action: str) -> None:
    answer = answerer.ask(question, as_of=date(2024, 12, 1))
    assert [(figure.value, figure.action) for figure in answer.figures] == [(Decimal(value), action)]


@pytest.mark.parametrize(
    ("question", "values"),
    [
        pytest.param("How many barns were damaged?", ["84", "79", "60"], id="newest-first"),
        pytest.param("How many barns were damaged in Marsh Green?", ["0"], id="elsewhere"),
        pytest.param("How many barns were damaged in Lower Rell?", ["33"], id="a-part"),
        pytest.param("Сколько теплиц повреждено?", ["96", "88", "70"], id="сводка"),
    ],
)
def test_an_earlier_issue_told_what_is_so_no_longer(answerer: Answerer, question: str, values: list[str]) -> None:
    answer = answerer.ask(question, as_of=date(2024, 12, 1))
    assert [str(figure.value) for figure in answer.figures] == values
    assert all(figure.newer is not None for figure in answer.figures[1:])


def test_none_there_is_no(answerer: Answerer) -> None:
    assert answerer.ask("Were any barns damaged in Marsh Green?", as_of=date(2024, 12, 1)).verdict == "no"


def test_metres_are_not_near_to_barns(answerer: Answerer) -> None:
    answer = answerer.ask("How many barns were burgled in Lower Rell?", as_of=date(2024, 12, 1))
    assert answer.status is Status.NOT_FOUND
    assert [figure.unit for figure in answer.nearest][:1] == ["barn"]
    assert "m" not in {figure.unit for figure in answer.nearest}


def test_charges_over_false_alarms_are_no_false_alarms(answerer: Answerer) -> None:
    assert answerer.ask("How many false alarms were there in 2020?", as_of=date(2024, 12, 1)).short != "four"


def test_a_part_is_not_left_out_for_what_it_is_compared_with(answerer: Answerer) -> None:
    answer = answerer.ask("How many parishes have a ban on garden watering?", as_of=date(2024, 12, 1))
    assert answer.short == "17"
