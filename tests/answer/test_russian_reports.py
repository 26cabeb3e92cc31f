"""Sentences as Russian reports have them: what a number counts, which part it is, who says it."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Answer, Status

TEXTS = {
    "clinics": (
        "В крае работают 48 лечебно-профилактических учреждений. За год открыто 5 научно-исследовательских институтов и 7"
        " интернет-магазинов. Построены 2 школы-интерната и 3 бизнес-центра."
    ),
    "elk": "В заповеднике за сезон родились 14 и погибли 6 лосей. В питомнике приняты 220 и отданы хозяевам 180 собак.",
    "sites": (
        "За год на стройках области по вине прорабов погибли 12 и ранены 48 рабочих. По вине водителей в состоянии опьянения совершено"
        " 341 ДТП, в которых погибли 74 и ранены 489 человек. За год в области выпито 3 тыс. литров вина."
    ),
    "trams": "В депо 60 трамваев, из них 25 Tatra T3, 20 «Витязей» и 15 «Львят».",
    "port": (
        "За 2023 год порт перевалил 11,8 млн тонн грузов – на 9 % больше, чем в 2022-м (10,8 млн). На северных причалах перевалено"
        " 9,6 млн тонн, на южных – 2,2 млн."
    ),
}


@pytest.fixture(scope="module")
def ask(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Callable[[str, str], Answer]:
    """Ask one of the texts."""
    known: dict[str, Answerer] = {}

    def asked(name: str, question: str) -> Answer:
        if name not in known:
            known[name] = answerer_of({f"{name}.txt": TEXTS[name]})
        return known[name].ask(question)

    return asked


@pytest.mark.parametrize(
    ("name", "question", "short"),
    [
        pytest.param("clinics", "Сколько лечебно-профилактических учреждений работает в крае?", "48", id="an adjective of two parts"),
        pytest.param("clinics", "Сколько научно-исследовательских институтов открыто?", "5", id="another adjective of two parts"),
        pytest.param("clinics", "Сколько интернет-магазинов открыли?", "7", id="only the last part is declined"),
        pytest.param("clinics", "Сколько школ-интернатов построили?", "2", id="both parts are declined"),
        pytest.param("elk", "Сколько лосей родилось?", "14", id="two deeds share one noun"),
        pytest.param("elk", "Сколько собак принято?", "220", id="two deeds done share one noun"),
        pytest.param("elk", "Сколько собак отдано?", "180", id="the second deed"),
        pytest.param("sites", "Сколько рабочих погибло?", "12", id="two fates share one noun"),
        pytest.param("sites", "Сколько человек погибло по вине пьяных водителей?", "74", id="guilt is no wine"),
        pytest.param("sites", "Сколько вина выпито?", "3 тыс.", id="wine is wine"),
        pytest.param("trams", "Сколько «Витязей» в депо?", "20", id="a name in quotation marks is counted"),
        pytest.param("trams", "Сколько трамваев Tatra T3 в депо?", "25", id="a sort beside others in quotation marks"),
        pytest.param("port", "Сколько тонн грузов перевалено на северных причалах?", "9,6 млн", id="the same deed goes on"),
    ],
)
def test_the_figure_that_was_asked_for_is_given(ask: Callable[[str, str], Answer], name: str, question: str, short: str) -> None:
    answer = ask(name, question)
    assert answer.status in (Status.ANSWERED, Status.PARTIAL)
    assert [figure.surface for figure in answer.figures] == [short]
