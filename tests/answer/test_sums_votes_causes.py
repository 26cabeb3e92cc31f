"""What is no answer though it reads well: those who voted the other way, a name for a cause, things or time for a sum of money."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer

TEXTS = {
    "council.md": """\
---
title: Rennick council on the harbour wall
published: 2024-03-12
---

Seven councillors voted for the new harbour wall. Ms Ada Lorn and Mr Piet Vane preferred to mend the old one.

The firm "Grey Tern" went bankrupt in May 2023. The firm, Grey Tern, ran the ferry for nine years.

The theatre staged "Lost in the Fog" for four months in 2023.
""",
    "flood.md": """\
---
title: Паводок в Тарском районе
published: 2024-05-20
---

Пострадали 14 дворов. Пока компенсации получили пять семей из одиннадцати. У жителей погибли 40 кур и гусей.

В школах района не хватает 12 учителей. Ещё 5 учителей вышли на пенсию. Всего в районе работает 310 учителей.
""",
}


@pytest.mark.parametrize(
    ("question", "short"),
    [
        pytest.param("Who voted against the harbour wall?", None, id="voted-the-other-way"),
        pytest.param("Why did the ferry firm go bankrupt?", None, id="a-name-is-no-cause"),
        pytest.param("How much did the theatre lose in 2023?", None, id="a-time-is-no-sum"),
        pytest.param("Какую компенсацию дают за гуся?", None, id="a-count-is-no-sum"),
        pytest.param("Сколько учителей не хватает?", "12", id="lacking-is-no-rest"),
    ],
)
def test_what_reads_well_is_not_always_an_answer(
    answerer_of: Callable[[Mapping[str, str]], Answerer], question: str, short: str | None
) -> None:
    answer = answerer_of(TEXTS).ask(question)
    assert (answer.short.split()[0] if answer.short else None) == short


FARM = """\
---
title: Птицефабрика «Тарская»
published: 2024-06-03
---

Из-за болезни пришлось усыпить 1 200 несушек. Общий долг хозяйства «Тарские зори» перед кредиторами составил 310 млн рублей.
"""


@pytest.mark.parametrize(
    ("question", "short"),
    [
        pytest.param("Сколько кур усыпили?", "1 200", id="a-laying-hen-is-a-hen"),
        pytest.param("Сколько хозяйство «Тарские зори» должно кредиторам?", "310 млн рублей", id="owed-by-whom-and-to-whom"),
    ],
)
def test_hens_and_debts_are_found_by_other_words(answerer_of: Callable[[Mapping[str, str]], Answerer], question: str, short: str) -> None:
    found = answerer_of({"farm.md": FARM}).ask(question)
    assert found.short is not None
    assert found.short.startswith(short)
