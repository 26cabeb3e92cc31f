"""The time that answers is that of the deed asked for, not of another one in its sentence."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer

LINES = """\
---
title: Lines report
published: 2025-03-12
---

The tanker Orla, ordered in May 2022 for 48 million euros, will enter service on the northern route in July 2026.

The museum, founded in 1911, will reopen in May 2027. The bridge was built in 1961.
"""
BRIDGE = """\
---
title: Мост через Лену
published: 2025-03-12
---

Мост, закрытый в 2021 году, откроют в мае 2026 года. Паром, купленный в 2019 году, списали в марте 2024 года.

Первая мельница была основана в 1817 году. Несколько проектов, составленных в 1970-х годах, предлагали мост выше по течению.
"""


@pytest.mark.parametrize(
    ("text", "question", "short"),
    [
        pytest.param(LINES, "When will the tanker Orla enter service?", "July 2026", id="behind another deed"),
        pytest.param(LINES, "When was the Orla ordered?", "May 2022", id="the other deed"),
        pytest.param(LINES, "When will the museum reopen?", "May 2027", id="to come"),
        pytest.param(LINES, "When was the museum founded?", "1911", id="past"),
        pytest.param(LINES, "When will the bridge be built?", None, id="to come, but told as past"),
        pytest.param(BRIDGE, "Когда откроют мост?", "мае 2026 года", id="Russian"),
        pytest.param(BRIDGE, "Когда списали паром?", "марте 2024 года", id="Russian-past"),
        pytest.param(BRIDGE, "Когда была основана первая мельница?", "1817 году", id="Russian-passive"),
        pytest.param(BRIDGE, "Когда были составлены проекты?", "1970-х годах", id="Russian-participle that is the deed"),
    ],
)
def test_a_time_is_of_the_deed_that_is_asked_for(
    answerer_of: Callable[[Mapping[str, str]], Answerer], text: str, question: str, short: str | None
) -> None:
    assert answerer_of({"text.md": text}).ask(question).short == short
