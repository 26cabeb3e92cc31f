"""A row of contracts or grants answers for its own place, supplier and subject, and not for those of another row or of none."""

from collections.abc import Callable

import pytest

from qa_bot.ask import Answerer

WORKS = """\
код;дата;заказчик;работы;подрядчик;сумма_руб;состояние;город
Р-1;2022-04-11;Управление парков;Стрижка газонов;ООО «Луговод»;1850000;выполнен;Кленовск
Р-2;2022-09-05;Отдел культуры;Замена окон в музее;ООО «Стеклодом»;3420000;выполнен;Верхний Яр
Р-3;2023-02-20;Управление дорог;Покраска ограждений;ИП Савчук П. Л.;760000;выполнен;Верхний Яр
Р-4;2023-05-16;Управление парков;Стрижка газонов;ООО «Луговод»;1990000;расторгнут;Кленовск
Р-5;2023-08-30;Управление дорог;Установка светофоров;АО «Сигнал»;5300000;выполнен;Кленовск
"""
GRANTS = """\
ref,awarded,club,purpose,amount_gbp,round,district
CG/101,2022-05-04,Ferndale Rowing Club,New boathouse roof,18500,spring,Harbourside
CG/102,2022-10-18,Ashby Chess Society,Junior tournament,1200,autumn,Millgate
CG/103,2023-05-09,Ferndale Rowing Club,Safety boat,9400,spring,Harbourside
CG/104,2023-05-09,Kestrel Athletics,Floodlights for the track,27350,spring,Upton
CG/105,2024-05-14,Kestrel Athletics,Junior tournament,2100,spring,Upton
"""


@pytest.mark.parametrize(
    ("table", "question"),
    [
        pytest.param(WORKS, "Сколько потратили на стрижку газонов в Верхнем Яре?", id="another town"),
        pytest.param(WORKS, "Сколько потратили на установку светофоров в Верхнем Яре?", id="two rows, each with one half"),
        pytest.param(WORKS, "Сколько потратили на стрижку газонов в Ольховке?", id="a town of no row"),
        pytest.param(WORKS, "Сколько заплатили ООО «Асфальтстрой»?", id="a supplier of no row"),
        pytest.param(GRANTS, "How much was granted for floodlights in Millgate?", id="another district"),
        pytest.param(WORKS, "Сколько стоил ремонт музея?", id="another work"),
        pytest.param(WORKS, "Сколько стоила стрижка газонов в 2021 году?", id="another year"),
        pytest.param(GRANTS, "How much did the repair of the boathouse cost?", id="another deed"),
        pytest.param(GRANTS, "How much did the floodlights at Harbourside cost?", id="cost in another district"),
        pytest.param(GRANTS, "How much was granted for a swimming gala?", id="a purpose of no row"),
        pytest.param(GRANTS, "How much was awarded to Bellwood Choir?", id="a club of no row"),
    ],
)
def test_what_no_row_has_is_answered_by_none(answerer_of: Callable[..., Answerer], table: str, question: str) -> None:
    assert answerer_of({"rows.csv": table}).ask(question).figures == ()


@pytest.mark.parametrize(
    ("table", "question", "values"),
    [
        pytest.param(WORKS, "Сколько потратили на стрижку газонов в Кленовске?", {1850000, 1990000}, id="its own town"),
        pytest.param(GRANTS, "How much was awarded to Ashby Chess Society?", {1200}, id="another club"),
        pytest.param(GRANTS, "How much was awarded to Kestrel Athletics?", {27350, 2100}, id="its own club"),
        pytest.param(WORKS, "Сколько стоила установка светофоров?", {5300000}, id="what it cost"),
        pytest.param(WORKS, "Сколько стоила стрижка газонов в 2023 году?", {1990000}, id="what it cost in a year"),
        pytest.param(GRANTS, "How much was paid to Ashby Chess Society?", {1200}, id="what was paid"),
    ],
)
def test_a_row_answers_for_what_it_has(answerer_of: Callable[..., Answerer], table: str, question: str, values: set[int]) -> None:
    assert {int(figure.value) for figure in answerer_of({"rows.csv": table}).ask(question).figures} == values
