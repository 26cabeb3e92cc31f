"""Questions on times that a text tells of in passing: the year before, months that are not named, days without a year."""

from collections.abc import Callable, Mapping
from datetime import date

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Answer

AnswererOf = Callable[[Mapping[str, str]], Answerer]

LOST = """---
published: 2024-02-10
---
# Lost property report 2023

Passengers handed in 4,210 umbrellas. Phones fell from 912 to 655. There had been two auctions in 2022; none was held in 2023.
"""
GUARDS = """---
published: 2024-01-25
---
# Отчёт порта за 2023 год

Задержаны трое охранников, в 2022 году — никто.
"""
MILL = """---
published: 2024-11-05
---
# Ferrow Mills: third quarter 2024 results

Revenue for the third quarter was $82 million. Nine-month revenue reached $231 million.
"""


def _shown(answer: Answer) -> list[str]:
    return [figure.surface for figure in answer.figures] if answer.figures else [answer.short or ""]


@pytest.mark.parametrize(
    ("text", "question", "expected"),
    [
        pytest.param(LOST, "How many phones were handed in in 2022?", [""], id="auctions are no phones"),
        pytest.param(LOST, "How many phones were there in 2022?", ["912"], id="the first of two levels"),
        pytest.param(GUARDS, "Сколько охранников задержано в 2023 году?", ["трое"], id="none in another year"),
        pytest.param(GUARDS, "Сколько охранников задержано в 2022 году?", ["никто"], id="none in that year"),
        pytest.param(MILL, "What was the nine-month revenue in 2024?", ["$231 million"], id="months beside their year"),
        pytest.param(MILL, "What was the revenue in the third quarter of 2024?", ["$82 million"], id="the quarter alone"),
    ],
)
def test_the_time_asked_is_answered_by_what_is_told_of_it(answerer_of: AnswererOf, text: str, question: str, expected: list[str]) -> None:
    assert _shown(answerer_of({"text.md": text}).ask(question, as_of=date(2026, 1, 15))) == expected
