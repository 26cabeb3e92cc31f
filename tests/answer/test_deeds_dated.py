"""A date of another thing, place or deed answers no question for when, and what was not done is told as such."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Answer, Status

TOWN = """\
# Northmere this spring

The bakery in Quay Street opened on 3 March 2023. The owner signed a lease until 2031. A new tram line to the harbour is planned but has not been started. The council wants a library annexe; it was proposed in 2019 but was not approved.

The tramway museum was closed on 14 April 2023 for repairs. The ferry terminal has not been opened yet. Daniel Marsh, the former harbour master, has not been charged. A parking scheme was introduced on 5 September 2022. A car park was approved in October but has not been built.

The new maternity ward at Oxley General was opened on 9 May 2022 by the mayor. The trust bought the former Penrose clinic in June 2022. The heart unit at Penrose was not opened because of a lack of nurses.

The village hall in Lower Dene reopened on 8 October 2022. The post office in Upper Dene has been closed since 2019. The footbridge was not repaired in 2022.
"""
BRIDGES = """\
# Bridges of Tarn

The Long Bridge was not completed until 4 May 1921. The Short Bridge was opened by Queen Ada on 6 June 1930; it was not opened to lorries. The Glass Bridge, which was not built by the city, opened on 9 July 2014.

The mill was not only restored but opened to visitors on 1 May 2003. The Tarn Tunnel was begun in 1999. It was finished on 3 October 2005. The 1992 Treaty of Orm gave the valley to Tarn, and Orm signed another one.
"""
KRAI = """\
---
title: Наводнение в Ольховском крае
---
# Наводнение в Ольховском крае

Режим повышенной готовности введён 5 апреля 2023 года. Чрезвычайная ситуация в крае не объявлялась. Эвакуированы 412 человек из 640.

Мост через Ольху закрыт 7 апреля 2023 года. Паромная переправа пока не открыта. Школа в Берёзках не закрывалась.

Музей связи открыт 12 июня 2022 года на улице Попова. Филиал музея в посёлке Заречье открыть не удалось. Кинотеатр «Искра» закрыли в марте 2021 года.
"""  # fmt: skip


@pytest.fixture(scope="module")
def ask(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Callable[[str], Answer]:
    answerer = answerer_of({"town.md": TOWN, "bridges.md": BRIDGES, "krai.md": KRAI})
    return lambda question: answerer.ask(question)


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("When did the bakery in Quay Street open?", "3 March 2023"),
        ("When was the tramway museum closed?", "14 April 2023"),
        ("When was the parking scheme introduced?", "5 September 2022"),
        ("When was the maternity ward at Oxley General opened?", "9 May 2022"),
        ("When was the Long Bridge completed?", "4 May 1921"),
        ("When was the Short Bridge opened?", "6 June 1930"),
        ("When did the Glass Bridge open?", "9 July 2014"),
        ("When was the mill opened to visitors?", "1 May 2003"),
        ("When was the Tarn Tunnel finished?", "3 October 2005"),
        ("When was the Treaty of Orm signed?", "1992"),
        ("Когда закрыли мост через Ольху?", "7 апреля 2023 года"),
        ("Какого числа введён режим повышенной готовности?", "5 апреля 2023 года"),
        ("Когда закрыли кинотеатр «Искра»?", "марте 2021 года"),
    ],
)
def test_the_time_of_just_that_deed_answers(ask: Callable[[str], Answer], question: str, short: str):
    answer = ask(question)
    assert answer.status is Status.ANSWERED
    assert answer.short is not None
    assert short in answer.short


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("When was the new tram line to the harbour opened?", "A new tram line to the harbour is planned but has not been started."),
        ("When did the ferry terminal open?", "The ferry terminal has not been opened yet."),
        ("When was Daniel Marsh charged?", "Daniel Marsh, the former harbour master, has not been charged."),
        ("When was the car park built?", "A car park was approved in October but has not been built."),
        ("When was the heart unit at Penrose opened?", "The heart unit at Penrose was not opened because of a lack of nurses."),
        ("Какого числа в крае объявлена чрезвычайная ситуация?", "Чрезвычайная ситуация в крае не объявлялась."),
        ("Когда открылась паромная переправа?", "Паромная переправа пока не открыта."),
        ("Когда закрыли школу в Берёзках?", "Школа в Берёзках не закрывалась."),
        ("Когда открыт филиал музея в Заречье?", "Филиал музея в посёлке Заречье открыть не удалось."),
    ],
)
def test_that_it_was_not_done_answers_when_it_was(ask: Callable[[str], Answer], question: str, sentence: str):
    answer = ask(question)
    assert (answer.status, answer.short) == (Status.ANSWERED, sentence)


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("When was the tramway museum opened?", id="it was closed"),
        pytest.param("When did the harbour open?", id="only a line leads there"),
        pytest.param("When was the maternity ward at Penrose opened?", id="that at Oxley was"),
        pytest.param("When was the Penrose clinic opened?", id="it was bought"),
        pytest.param("When did the village hall in Upper Dene reopen?", id="that in Lower Dene did"),
        pytest.param("When did the post office in Lower Dene close?", id="that in Upper Dene did"),
        pytest.param("When was the footbridge repaired?", id="in a year when it was not"),
        pytest.param("When was the Short Bridge closed?", id="another bridge was completed"),
        pytest.param("Когда открылся кинотеатр «Искра»?", id="a museum was, and it was closed"),
    ],
)
def test_the_time_of_another_deed_does_not(ask: Callable[[str], Answer], question: str):
    assert ask(question).status is Status.NOT_FOUND
