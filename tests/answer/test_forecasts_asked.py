"""What a body expects, told by its board, with what it had forecast before; and highest and lowest told in one sentence."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer

SHIPPING = """\
---
published: 2024-08-08
---
# TARROW SHIPPING PLC: half-year results to June 2024

Operating profit was £31m.

## Outlook

The Board now expects full-year adjusted operating profit of between £60m and £64m, having previously guided to £72m.
The directors expect capital spending of £9m, having earlier forecast £12m.
"""
RIVAL = """\
# KELMAR FOODS PLC: trading update, 2024

Bakeries kept their costs down. Dunbread, a competitor, has grown, too; its management expects turnover of £48m.
"""
OTHERS_BOARD = """\
# KELMAR FOODS PLC: trading update, 2024

The board of Dunbread expects turnover of £48m.
"""
PLAIN = """\
# KELMAR FOODS PLC: trading update, 2024

Sales to Norway grew. The Board expects turnover of £52m.
"""
SCHOOLS = """\
# School survey 2024

Attendance was highest in Central (91.4%) and lowest in Harbour (77.0%).
"""


def _surfaces(answerer: Answerer, question: str) -> list[str | None]:
    return [figure.surface for figure in answerer.ask(question).figures]


@pytest.mark.parametrize(
    ("question", "surfaces"),
    [
        pytest.param("What full-year profit does Tarrow now expect?", ["£60m and £64m", "£72m"], id="what profit"),
        pytest.param("How much operating profit does Tarrow expect?", ["£60m and £64m", "£72m"], id="how much"),
        pytest.param("How much operating profit does Selby Lines expect?", [], id="nobody else"),
    ],
)
def test_a_board_speaks_for_its_company_and_its_last_word_comes_first(
    answerer_of: Callable[[Mapping[str, str]], Answerer], question: str, surfaces: list[str]
) -> None:
    assert _surfaces(answerer_of({"text.md": SHIPPING}), question) == surfaces


@pytest.mark.parametrize(
    ("question", "first"),
    [
        pytest.param("Which district had the highest attendance?", "91.4%", id="highest"),
        pytest.param("Which district had the lowest attendance?", "77.0%", id="lowest"),
    ],
)
def test_a_name_that_is_also_a_word_has_its_number_in_brackets(
    answerer_of: Callable[[Mapping[str, str]], Answerer], question: str, first: str
) -> None:
    assert _surfaces(answerer_of({"text.md": SCHOOLS}), question)[:1] == [first]


@pytest.mark.parametrize(
    ("text", "question", "surfaces"),
    [
        pytest.param(RIVAL, "What turnover does Kelmar expect?", [], id="its management"),
        pytest.param(OTHERS_BOARD, "What turnover does Kelmar expect?", [], id="the board of another"),
        pytest.param(PLAIN, "What turnover does Kelmar expect?", ["£52m"], id="its own"),
        pytest.param(PLAIN, "What turnover did Kelmar report?", [], id="what is expected is not reported"),
    ],
)
def test_a_board_speaks_for_no_other_company(
    answerer_of: Callable[[Mapping[str, str]], Answerer], text: str, question: str, surfaces: list[str]
) -> None:
    assert _surfaces(answerer_of({"text.md": text}), question) == surfaces
