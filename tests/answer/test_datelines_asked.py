"""Where a report was written says nothing of where what it tells of happened, once it names other places."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer

FLOOD = """\
Flood in the Lenn valley: number of dead rises

BRANNA, 4 May 2024 (Coastal Press) – At least 31 people drowned when the river Lenn burst its banks, the rescue service said on Saturday.

In the town of Holt 12 people drowned. No deaths were reported in the capital, Branna, where the metro was closed.
"""
PLANT = """\
Explosion at a fireworks plant

KESTREL BAY, 4 May 2024 (Coastal Press) – An explosion at a fireworks plant killed 14 people, police said.
"""
STRIKE = """\
Strike on the railways

LARNE (Coast Wire) - In the county of Holt 3,000 drivers stopped work on Monday.
"""
HARBOUR = """\
Dockers and port at odds

SELBY – The strike that shut most of Selby's harbour this week entered its fourth day on Thursday.

On Thursday 14 ships were waiting in the roads. Another seven have been sent to Port Merrow.

In Varn 300 people marched.
"""
AVALANCHE = """\
Лавина накрыла лыжников

ВЕРХОВСК, 12 марта 2024 года (Север-Пресс) – Лавина в ущелье Кару накрыла группу лыжников, погибли семь человек, сообщило МЧС.

В самом Верховске без света остались 400 домов.
"""


@pytest.mark.parametrize(
    ("text", "question", "expected"),
    [
        pytest.param(FLOOD, "How many people drowned in Branna?", ["No"], id="none where it was written"),
        pytest.param(FLOOD, "How many people drowned in Holt?", ["12"], id="where it was"),
        pytest.param(FLOOD, "How many people drowned in the Lenn valley?", ["31"], id="the place of all"),
        pytest.param(PLANT, "How many people were killed in Kestrel Bay?", ["14"], id="no other place is named"),
        pytest.param(STRIKE, "How many drivers stopped work in Larne?", [], id="its sentence says where"),
        pytest.param(HARBOUR, "How many ships are waiting in Selby?", ["14"], id="its sentence is on the place"),
        pytest.param(HARBOUR, "How many people marched in Selby?", [], id="on the place, and another"),
        pytest.param(AVALANCHE, "Сколько человек погибло в Верховске?", [], id="Russian"),
        pytest.param(AVALANCHE, "Сколько домов осталось без света в Верховске?", ["400"], id="Russian-there"),
    ],
)
def test_a_dateline_is_where_the_report_was_written(
    answerer_of: Callable[[Mapping[str, str]], Answerer], text: str, question: str, expected: list[str]
) -> None:
    assert [figure.surface for figure in answerer_of({"report.txt": text}).ask(question).figures] == expected
