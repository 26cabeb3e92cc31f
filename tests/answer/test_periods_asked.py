"""Questions whose period is not quite that of the figures on file: since a day, half a year, "which quarter", a report's own year."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from qa_bot.ask import Answerer
from qa_bot.build import build
from qa_bot.retrieval import open_index
from qa_bot.schema import Answer, Status

THEATRE = """---
title: Отчёт театра за 2022 год
published: 2023-01-20
---

# Отчёт театра за 2022 год

За год театр посетило 40 100 зрителей, в 2021 году — 25 400. Самой громкой стала опера: её увидели 730 человек.

На 2023 год намечено 12 премьер. На балет пришли 690 зрителей.

| Квартал 2022 года | Зрителей | Спектаклей |
|---|---|---|
| I квартал | 9 100 | 40 |
| II квартал | 12 300 | 55 |
| III квартал | 6 200 | 21 |
| IV квартал | 12 500 | 58 |
"""
FERRIES = """---
title: Ferry traffic
published: 2023-12-20
---

# Ferry traffic

In 2022 the ferries carried 190,000 passengers. In 2021 they carried 150,000.

| Month of 2022 | Passengers |
|---|---|
| May | 14,000 |
| June | 22,000 |
| July | 31,000 |
"""
FIRES = """---
title: Сводка пожарной части
published: 2023-08-10
---

За минувшие сутки потушено 6 лесных пожаров.

Потушено 12 торфяных пожаров.
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("periods")
    for name, text in (("theatre.md", THEATRE), ("ferries.md", FERRIES), ("fires.md", FIRES)):
        (folder / name).write_text(text, encoding="utf-8")
    build([folder], index=folder / "index")
    return Answerer(open_index(folder / "index"))


def _shown(answer: Answer) -> list[str | None]:
    return [figure.surface for figure in answer.figures]


ROWS = [
    pytest.param("В каком квартале 2022 года театр посетило больше всего зрителей?", "12 500", id="ru quarter"),
    pytest.param("В каком квартале 2022 года театр показал меньше всего спектаклей?", "21", id="ru fewest"),
    pytest.param("В каком году театр посетило больше зрителей?", "40 100", id="ru year"),
    pytest.param("In which month of 2022 did the ferries carry most passengers?", "31,000", id="month"),
    pytest.param("Which year had the most ferry passengers?", "190,000", id="year"),
]


@pytest.mark.parametrize(("question", "first"), ROWS)
def test_the_rows_of_a_superlative_are_as_long_as_the_unit_asked(answerer: Answerer, question: str, first: str) -> None:
    answer = answerer.ask(question, as_of=date(2024, 6, 1))
    assert (answer.status, _shown(answer)[0]) == (Status.ANSWERED, first)
    assert len({figure.period.end - figure.period.start > LONG for figure in answer.figures if figure.period}) == 1


LONG = date(2022, 5, 1) - date(2022, 1, 1)


@pytest.mark.parametrize(
    ("question", "quarters"),
    [
        pytest.param("Сколько зрителей посетило театр в первом полугодии 2022 года?", ["9 100", "12 300"], id="first half"),
        pytest.param("Сколько спектаклей было во втором полугодии 2022 года?", ["21", "58"], id="second half"),
    ],
)
def test_quarters_stand_for_their_half_year_and_say_so(answerer: Answerer, question: str, quarters: list[str]) -> None:
    answer = answerer.ask(question, as_of=date(2024, 6, 1))
    assert (answer.status, _shown(answer)) == (Status.PARTIAL, quarters)
    assert answer.text.count("период короче спрошенного") == 2


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Сколько лесных пожаров потушено с начала 2023 года?", id="a day"),
        pytest.param("Сколько торфяных пожаров потушено с начала 2023 года?", id="no time"),
    ],
)
def test_what_a_bulletin_tells_is_not_the_sum_since_the_year_began(answerer: Answerer, question: str) -> None:
    assert answerer.ask(question, as_of=date(2024, 6, 1)).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "surface"),
    [
        pytest.param("Каким было число зрителей театра годом ранее, в 2021 году?", "25 400", id="ru level"),
        pytest.param("How many passengers did the ferries carry a year earlier, in 2021?", "150,000", id="en"),
        pytest.param("Сколько зрителей пришло на балет в 2022 году?", "690", id="ru behind a plan"),
        pytest.param("Сколько человек посетило театр в 2022 году?", "40 100", id="ru visitors, not viewers of one opera"),
    ],
)
def test_the_figure_of_the_time_asked_answers_alone(answerer: Answerer, question: str, surface: str) -> None:
    answer = answerer.ask(question, as_of=date(2024, 6, 1))
    assert (answer.status, _shown(answer)) == (Status.ANSWERED, [surface])


@pytest.mark.parametrize(
    ("question", "says"),
    [
        pytest.param("Сколько торфяных пожаров потушено с начала 2023 года?", "не сказано, за какое время", id="no time"),
        pytest.param("Сколько лесных пожаров потушено в 2021 году?", "такое число есть, но не за этот период", id="another time"),
        pytest.param("Сколько спектаклей украдено в 2020 году?", "Подходящего числа не найдено", id="another deed"),
    ],
)
def test_a_refusal_does_not_say_more_than_is_on_file(answerer: Answerer, question: str, says: str) -> None:
    assert says in answerer.ask(question, as_of=date(2024, 6, 1)).text


LIBRARY = """\
---
title: Harbour Library, complaints
published: 2024-11-10
---

1. Loans. Readers took home 41,000 books. They lost 300. In 2023 they lost 210 books.

2. Complaints. 41 complaints were received. 9 complaints were upheld, 30 dismissed, and 2 are still open. In 2023 there were 57 complaints.

3. Staff. The library hired six people.
"""
SQUAD = """\
---
title: The border squad tells of its work
published: 2024-03-05
---

The squad seized 14 rifles and 60 pistols. In 2023 it seized nine rifles.
"""
BLAZES = """\
---
title: Пожары в Заречном районе
published: 2024-02-20
---

Потушено 140 пожаров. В 2023 году было 95 пожаров.
"""


@pytest.mark.parametrize(
    ("text", "question", "expected"),
    [
        pytest.param(LIBRARY, "How many complaints were upheld in 2023?", [], id="the next sentence tells of the year"),
        pytest.param(LIBRARY, "How many complaints were dismissed in 2023?", [], id="its neighbour"),
        pytest.param(LIBRARY, "How many complaints were upheld in 2024?", ["9"], id="the year of the text"),
        pytest.param(LIBRARY, "How many complaints were there in 2023?", ["57"], id="told of that year"),
        pytest.param(LIBRARY, "How many people were hired in 2023?", [], id="a year long past when the text was written"),
        pytest.param(SQUAD, "How many rifles were seized in 2023?", ["nine"], id="both"),
        pytest.param(BLAZES, "Сколько пожаров потушено в 2023 году?", [], id="Russian"),
    ],
)
def test_a_year_asked_is_not_answered_by_what_the_text_sets_against_it(
    answerer_of: Callable[[Mapping[str, str]], Answerer], text: str, question: str, expected: list[str]
) -> None:
    assert _shown(answerer_of({"text.md": text}).ask(question)) == expected
