"""What people type in Russian: colloquial ways to ask, short questions, and what must still be declined."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Answer, Status

TOWN = """---
title: Отчёт мэрии Сольвинска за 2022 год
publisher: Мэрия Сольвинска
published: 2023-03-02
---

На 1 января 2023 года муниципальный долг города составил 1,9 млрд рублей. На ремонт теплосетей израсходовано 240 млн рублей.

К поликлинике прикреплены 31 200 человек. Средняя зарплата врача — 68 400 рублей. У 96 человек нашли диабет.

Прав лишены 412 водителей. Инспекторы поймали 530 нетрезвых водителей. В авариях погибли 17 пешеходов. Электричество отключили 77 должникам.

## Расходы бюджета

| Раздел | Исполнено в 2022 г., млн руб. |
|---|---|
| Образование | 2 310 |
| Здравоохранение | 640 |
| Культура | 155 |

| Район | Урожайность картофеля, ц/га |
|---|---|
| Заречный | 181 |
| Лесной | 214 |
| Верхний | 160 |
"""


@pytest.fixture(scope="module")
def answerer(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of({"town.md": TOWN})


def _first(answer: Answer) -> str | None:
    return answer.short if answer.status in (Status.ANSWERED, Status.PARTIAL) else None


@pytest.mark.parametrize(
    ("question", "short"),
    [
        pytest.param("сколько народу прикреплено к поликлинике?", "31 200", id="народу"),
        pytest.param("сколько денег ушло на ремонт теплосетей?", "240 млн рублей", id="деньги ушли"),
        pytest.param("сколько город должен на начало 2023 года?", "1,9 млрд рублей", id="должен на начало года"),
        pytest.param("сколько получает врач?", "68 400 рублей", id="получает врач"),
        pytest.param("у скольких нашли диабет?", "96", id="у скольких"),
        pytest.param("у скольких водителей отобрали права?", "412", id="отобрали права"),
        pytest.param("сколько водителей поймали пьяными за рулём?", "530", id="пьяными за рулём"),
        pytest.param("сколько пешеходов сбили насмерть?", "17", id="насмерть"),
        pytest.param("скольким должникам отрубили свет?", "77", id="отрубили свет"),
        pytest.param("сколько потратили на медицину в 2022?", "640", id="медицина"),
        pytest.param("на что ушло больше всего денег в 2022?", "Образование", id="на что ушло больше всего"),
        pytest.param("в каком районе самая высокая урожайность картофеля?", "Лесной", id="самая высокая"),
        pytest.param("в каком районе самая низкая урожайность картофеля?", "Верхний", id="самая низкая"),
    ],
)
def test_colloquial_questions_are_answered(answerer: Answerer, question: str, short: str) -> None:
    answer = answerer.ask(question)
    assert _first(answer) is not None
    assert short in (answer.short or "") or short in answer.text.splitlines()[0]


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("сколько народу прикреплено к роддому?", id="another house"),
        pytest.param("сколько денег ушло на ремонт мостов?", id="other work"),
        pytest.param("сколько город должен на начало 2021 года?", id="another year"),
        pytest.param("сколько получает медсестра?", id="another trade"),
        pytest.param("у скольких нашли туберкулёз?", id="another illness"),
        pytest.param("у скольких водителей отобрали машины?", id="other things taken"),
        pytest.param("сколько велосипедистов сбили насмерть?", id="other victims"),
        pytest.param("скольким должникам отрубили газ?", id="another service"),
        pytest.param("сколько потратили на оборону в 2022?", id="another section"),
        pytest.param("сколько человек погибло на железнодорожных переездах?", id="a phrase of two words that nothing says"),
    ],
)
def test_questions_that_only_look_alike_are_declined(answerer: Answerer, question: str) -> None:
    assert answerer.ask(question).status is Status.NOT_FOUND
