"""Of several events in a document the one is meant that it reports, unless the question names another."""

from collections.abc import Callable, Mapping
from datetime import date

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Answer, Form, Status

DOCUMENTS = {
    "ferry.md": """\
---
title: Ferry sinks off Hallen
publisher: Coast Daily
published: 2023-08-19
---

# Ferry sinks off Hallen

The ferry Aurora sank off Hallen late on Wednesday 16 August 2023.

On Thursday the coastguard said that 12 people had died. On Saturday the coastguard put the death toll at 17. The county police said on Saturday that 15 people
had died.

The ferry was carrying 212 passengers and 14 cars. In 1994 a ferry sank off the neighbouring island of Dorn and 88 people died.
""",
    "blast.md": """\
---
title: Обрушение крыши рынка в Лунёве
published: 2023-02-10
---

# Обрушение крыши рынка в Лунёве

Крыша рынка рухнула 7 февраля 2023 года. 8 февраля полиция сообщила о трёх погибших и 16 пострадавших. По данным полиции, на 10 февраля погибли пять человек.

При обрушении 1998 года в Лунёве погибли девять человек.
""",
    "fires.md": """\
---
title: Fires in Tolland
published: 2024-01-20
---

Fires killed 31 people in Tolland in 2022. In 2023 fires killed 24 people. There were 412 fires in 2023.
""",
    "fever.md": """\
---
title: Fever in Osk
publisher: Osk Clinic
published: 2024-06-10
---

The clinic has recorded 640 cases of fever and 21 deaths. The previous epidemic, in 2017, caused 74 deaths.
""",
}


@pytest.fixture(scope="module")
def answerer(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


def _ask(answerer: Answerer, question: str, document: str) -> Answer:
    return answerer.ask(question, as_of=date(2024, 7, 1), docs=[document])


def _shown(answer: Answer) -> list[str | None]:
    return [figure.surface for figure in answer.figures]


@pytest.mark.parametrize(
    ("question", "document", "shown"),
    [
        pytest.param("How many people died when the ferry sank?", "ferry.md", {"17", "15", "12"}, id="the one reported"),
        pytest.param("How many people were killed in the sinking?", "ferry.md", {"17", "15", "12"}, id="killed, where it says died"),
        pytest.param("How many people died in 1994?", "ferry.md", {"88"}, id="another, by its time"),
        pytest.param("Сколько человек погибло при обрушении крыши?", "blast.md", {"пять", "трёх"}, id="Russian"),
        pytest.param("Сколько человек погибло в Лунёве?", "blast.md", {"пять", "трёх"}, id="Russian, by the title's event"),
        pytest.param("Сколько человек погибло при обрушении 1998 года?", "blast.md", {"девять"}, id="Russian, another"),
        pytest.param("Сколько человек пострадало при обрушении?", "blast.md", {"16"}, id="the injured are no dead"),
        pytest.param("How many people did fires kill in Tolland?", "fires.md", {"31", "24"}, id="events of years"),
        pytest.param("How many people have died of fever in Osk?", "fever.md", {"21"}, id="the epidemic before"),
    ],
)
def test_a_figure_is_of_the_event_that_is_asked_for(answerer: Answerer, question: str, document: str, shown: set[str]) -> None:
    answer = _ask(answerer, question, document)
    assert answer.status is Status.ANSWERED, answer.text
    assert set(_shown(answer)) == shown


@pytest.mark.parametrize(
    ("question", "document", "newest"),
    [
        pytest.param("How many people died when the ferry sank?", "ferry.md", "17", id="two voices"),
        pytest.param("Сколько человек погибло при обрушении крыши?", "blast.md", "пять", id="one voice"),
    ],
)
def test_the_newest_count_of_an_event_comes_first(answerer: Answerer, question: str, document: str, newest: str) -> None:
    answer = _ask(answerer, question, document)
    assert (answer.form, answer.short) == (Form.TABLE, newest)


def test_collisions_are_nobody_hurt(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> None:
    text = "# Two buses collide in Brusk, dozens hurt\n\nThe fire service said 41 passengers had been injured.\n\nLast year there were 118 collisions of buses.\n"
    answer = answerer_of({"buses.md": text}).ask("How many were hurt in the bus crash?", as_of=date(2024, 7, 1))
    assert _shown(answer) == ["41"]


def test_the_number_of_a_name_is_no_number_of_its_own(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> None:
    text = "---\ntitle: Пожар на складе «Северный-3»\n---\n\nПри пожаре погибли шесть человек.\n"
    answer = answerer_of({"text.md": text}).ask("Сколько человек погибло при пожаре на складе «Северный-3»?", as_of=date(2024, 7, 1))
    assert _shown(answer) == ["шесть"]
