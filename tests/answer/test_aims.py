"""Whether a target was met is told by what was reached and what was to be, both shown."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Answer, Status

DOCUMENTS = {
    "trams.md": """\
---
title: Norrick Trams, annual report 2022
publisher: Norrick Trams
published: 2023-02-20
---

Norrick Trams carried 17.2 million passengers in 2022, missing its target of 18 million. Reliability was 97.8 % (2021: 97.1 %; target: 97.5 %).
Customer satisfaction reached 81 %, against a target of 85 %. The company hired 96 drivers.
""",
    "clinic.md": """\
---
title: St Brida Clinic, report for 2022
published: 2023-01-15
---

The clinic's target was to treat 95 % of patients within four hours; it treated 91 %. The average wait was 19 weeks (2021: 22 weeks; target:
20 weeks).

Ward seven has still not met its cleaning target.
""",
    "patrol.md": """\
---
title: Mountain Patrol 2021
publisher: Mountain Patrol
published: 2022-02-15
---

The average time from call to departure was 13 minutes, against a target of 12 minutes. Volunteers of the patrol gave 1,300 hours, against a
target of 1,200 hours.
""",
    "lamps.md": """\
---
title: Lumen Works, report for 2021
published: 2022-03-01
---

Lamp life was 31 hours, against a target of 28 hours, for the first time. The average response time of the works was 16 minutes, against a
target of 11 minutes.
""",
    "pool.md": """\
---
title: Harbour Pool 2021
published: 2022-03-01
---

The average time that swimmers spent in the sauna was 3 hours, against a target of 2 hours.
""",
}


@pytest.fixture(scope="module")
def ask(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Callable[[str], Answer]:
    return answerer_of(DOCUMENTS).ask


@pytest.mark.parametrize(
    ("question", "verdict", "surfaces"),
    [
        pytest.param("Did Norrick Trams meet its passenger target in 2022?", "no", ["17.2 million", "18 million"], id="missing"),
        pytest.param(
            "Did Norrick Trams miss its passenger target in 2022?", "yes", ["17.2 million", "18 million"], id="asked-the-other-way"
        ),
        pytest.param("Did Norrick Trams meet its reliability target?", "yes", ["97.8 %", "97.5 %"], id="in-brackets"),
        pytest.param("Did customer satisfaction reach its target?", "no", ["81 %", "85 %"], id="against"),
        pytest.param("Did the clinic meet its four-hour target?", "no", ["91 %", "95 %"], id="the-target-first"),
        pytest.param("Did the clinic meet its target for waiting times?", "yes", ["19", "20"], id="the-less-the-better"),
        pytest.param("Did the Mountain Patrol meet its departure time target?", "no", ["13", "12"], id="a-time-taken"),
        pytest.param("Did the Mountain Patrol meet its target for volunteer hours?", "yes", ["1,300", "1,200"], id="hours-given"),
        pytest.param("Did lamp life meet its target?", "yes", ["31", "28"], id="for-the-first-time"),
        pytest.param("Did the works meet their response time target?", "no", ["16", "11"], id="a-time-to-answer"),
    ],
)
def test_both_numbers_decide(ask: Callable[[str], Answer], question: str, verdict: str, surfaces: list[str]) -> None:
    answer = ask(question)
    assert (answer.verdict, [figure.surface for figure in answer.figures]) == (verdict, surfaces)


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Did Norrick Trams meet its target for drivers?", id="no-target"),
        pytest.param("Did the clinic meet its target?", id="which"),
        pytest.param("Did Norrick Trams meet its passenger target in 2019?", id="another-year"),
        pytest.param("Did the time swimmers spent in the sauna meet its target?", id="a-time-of-which-more-may-be-better"),
    ],
)
def test_what_has_no_target_of_its_own_is_not_told_by_another(ask: Callable[[str], Answer], question: str) -> None:
    answer = ask(question)
    assert answer.verdict is None
    assert answer.status is not Status.ANSWERED
