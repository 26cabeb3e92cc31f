"""What a body's own report tells: its rows and sentences are of that body, and not of others that it names beside."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Status

DOCUMENTS = {
    "foods.md": """\
---
title: Kestrel Foods report 2023
publisher: Kestrel Foods plc
published: 2024-03-01
---

# Kestrel Foods: results for 2023

Kestrel Foods, a maker of frozen meals, sold 61,000 tonnes of meals in 2023.

| £ million | 2023 | 2022 |
|---|---:|---:|
| Turnover | 310 | 288 |
| of which Scotland | 71 | 66 |
| of which Wales | 29 | 31 |
| Operating profit | 24 | 21 |
| Employees (year end) | 1,870 | 1,905 |

In May 2023 Kestrel took over the bakery Dunloe for £19 million. Dunloe had 140 employees.
""",
    "ford.md": """\
---
title: Annual report of the City of Marlow Ford, 2022
publisher: Marlow Ford City Council
published: 2023-02-10
---

# Annual report 2022

The City Council of Marlow Ford met 22 times in 2022. It employed 940 people at the end of the year. The neighbouring town of Penrick
employed 310.

In 2022 it issued 415 building permits.
""",
    "line.md": """\
---
title: The Orlen Line
publisher: Rail Weekly
published: 2024-06-01
---

# The Orlen Line

The Orlen Line joins Costa and Brund. It is 84 kilometres long and has 14 stations. In 2023 it carried 1.9 million passengers. The Meer
Line, which meets it at Brund, carried 0.7 million.

The trains were cleaned every night.

| | 2023 | 2022 |
|---|---:|---:|
| Late trains | 360 | 288 |
""",
    "velit.md": """\
---
title: Отчёт завода «Велтор» за 2024 год
publisher: АО «Велтор»
published: 2025-03-03
---

# «Велтор»: итоги 2024 года

| млн рублей | 2024 | 2023 |
|---|---:|---:|
| Выручка | 812 | 760 |
| в том числе Сибирь | 214 | 190 |
| в том числе Урал | 130 | 121 |
""",
    "zarechye.md": """\
---
title: Бюджет города Заречье за 2021 год
publisher: Администрация города Заречье
published: 2022-02-15
---

# Исполнение бюджета

Доходы составили 5,2 млрд рублей, расходы — 5,4 млрд рублей. В соседнем городе Лукино построено 9 домов.
""",
}


@pytest.fixture(scope="module")
def answerer(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        pytest.param("What was the operating profit of Kestrel Foods in 2022?", "21000000", id="a row of two words"),
        pytest.param("What was Kestrel's turnover in Wales in 2023?", "29000000", id="a part of it at a place"),
        pytest.param("What was the turnover of Kestrel in Scotland in 2022?", "66000000", id="in the other year"),
        pytest.param("What was the turnover of Kestrel Foods in 2023?", "310000000", id="and the whole"),
        pytest.param("How many employees did Kestrel Foods have in 2023?", "1870", id="at year end, in years they are not measured"),
        pytest.param("How many employees did Dunloe have?", "140", id="another by name"),
        pytest.param("How many people are employed by the council in Marlow Ford?", "940", id="the Council, by less of its name"),
        pytest.param("How many late trains were there on the Orlen Line in 2023?", "360", id="of the title"),
        pytest.param("Какова выручка «Велтора» в Сибири в 2024 году?", "214000000", id="ru a part of it at a place"),
    ],
)
def test_its_figures_answer_for_it(answerer: Answerer, question: str, value: str) -> None:
    answer = answerer.ask(question, as_of=date(2025, 6, 1))
    assert [figure.value for figure in answer.figures] == [Decimal(value)], answer.text


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("What was the operating profit of Dunloe in 2023?", id="whom it bought"),
        pytest.param("What was the turnover of Kestrel in Ireland in 2023?", id="at a place of no row"),
        pytest.param("How many building permits did Penrick issue in 2022?", id="another town, named before"),
        pytest.param("How many late trains were there on the Meer Line in 2023?", id="a line compared with it"),
        pytest.param("Каковы расходы Лукино в 2021 году?", id="ru another town, named behind"),
    ],
)
def test_they_do_not_for_another(answerer: Answerer, question: str) -> None:
    assert answerer.ask(question, as_of=date(2025, 6, 1)).status is Status.NOT_FOUND
