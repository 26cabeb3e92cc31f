"""Rows of contracts or grants with a day of their own: the year asked chooses the row, and the dearest of all is found whatever its day."""

from collections.abc import Callable

import pytest

from qa_bot.ask import Answerer

CONTRACTS = """\
contract_id,signed,office,supplier,subject,value_eur,bidders
T-11,2021-03-02,Harbours,Fenn & Rudd Ltd,Dredging of the inner basin,640000,3
T-12,2021-09-14,Schools,Brightline,Heating repairs,58000,1
T-13,2022-02-08,Schools,Brightline,Heating repairs,71000,2
T-14,2022-06-30,Roads,Larkfield Works,Bridge lamps,1310000,5
"""
AWARDS = """\
номер;подписан;заказчик;поставщик;предмет;сумма_руб
К-1;2021-03-02;Управление портов;ООО «Якорь»;Очистка гавани;640000
К-2;2021-09-14;Управление школ;АО «Тепло»;Ремонт котельной;58000
К-3;2022-02-08;Управление школ;АО «Тепло»;Ремонт котельной;71000
"""


@pytest.mark.parametrize(
    ("table", "question", "values"),
    [
        pytest.param(CONTRACTS, "How much did heating repairs cost in 2022?", [71000], id="the year of the signing"),
        pytest.param(CONTRACTS, "How much did heating repairs cost in 2020?", [], id="no year"),
        pytest.param(CONTRACTS, "What was the value of the bridge lamps contract?", [1310000], id="the value of a contract"),
        pytest.param(CONTRACTS, "What was the value of the snow ploughing contract?", [], id="a contract of no row"),
        pytest.param(CONTRACTS, "How many bidders were there for the dredging of the inner basin?", [3], id="another column"),
        pytest.param(AWARDS, "Сколько стоил ремонт котельной в 2022 году?", [71000], id="год подписания"),
    ],
)
def test_the_day_and_the_words_of_a_record_choose_it(
    answerer_of: Callable[..., Answerer], table: str, question: str, values: list[int]
) -> None:
    assert [int(figure.value) for figure in answerer_of({"rows.csv": table}).ask(question).figures] == values


@pytest.mark.parametrize(
    ("question", "first", "rows"),
    [
        pytest.param("Which contract had the highest value?", 1310000, 4, id="dearest"),
        pytest.param("Which contract had the lowest value?", 58000, 4, id="cheapest"),
        pytest.param("Which contract had the most bidders?", 5, 4, id="most bidders"),
    ],
)
def test_the_first_of_all_records_is_found_whatever_its_day(
    answerer_of: Callable[..., Answerer], question: str, first: int, rows: int
) -> None:
    figures = answerer_of({"rows.csv": CONTRACTS}).ask(question).figures
    assert (int(figures[0].value), len(figures)) == (first, rows)
