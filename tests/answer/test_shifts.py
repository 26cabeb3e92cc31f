"""Which rows of a table went up or down is worked out between two of its columns; where there are no two, nobody says."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Answer, Status

DOCUMENTS = {
    "boats.csv": """\
Harbour,Boats 2014,Boats 2022,Landings 2022 (tonnes),Crew 2022
Tarbrook,84,61,5120,214
Quenby,37,45,1930,131
St Maude,112,98,8460,402
Holm Ness,19,19,640,52
All harbours,252,223,16150,799
""",
    "routes.md": """\
# Buses of Port Lennox, passenger journeys by route

| Route | Journeys 2021 (thousand) | Journeys 2022 (thousand) | Journeys 2023 (thousand) |
|---|---|---|---|
| Route 4 | 700 | 812 | 795 |
| Route 9 | 990 | 1,104 | 1,260 |
| Route 17 | 412 | 356 | 401 |
| Night line | 95 | 88 | 71 |
""",
    "counties.csv": """\
County,Population,Hospitals
Brindle,412600,7
Ostermoor,98400,2
""",
    "chess.csv": """\
Club,Matches 2020,Matches 2021
Hexley,18,14
Rudd Vale,12,16
""",
    "goroda.csv": """\
Город;Население 2010;Население 2020;Школы 2020
Светлоборск;118400;112900;41
Тихореченск;39700;31500;15
Южный Яр;22100;24350;9
""",
    "ovoshchi.md": """\
---
title: Уборка капусты по районам
published: 2024-11-02
---

| Район | Валовой сбор 2023, тыс. тонн | Валовой сбор 2024, тыс. тонн | Урожайность 2023, ц/га | Урожайность 2024, ц/га |
|---|---|---|---|---|
| Заболотский | 51,2 | 56,8 | 240,1 | 236,7 |
| Лукинский | 27,9 | 22,3 | 201,0 | 202,7 |
| Верхнеозёрный | 14,0 | 17,5 | 219,3 | 218,8 |
""",
}


@pytest.fixture(scope="module")
def ask(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Callable[[str], Answer]:
    return answerer_of(DOCUMENTS).ask


@pytest.mark.parametrize(
    ("question", "pairs"),
    [
        pytest.param("Which harbours lost boats between 2014 and 2022?", [("84", "61"), ("112", "98")], id="lost"),
        pytest.param("Which harbours gained boats between 2014 and 2022?", [("37", "45")], id="gained"),
        pytest.param("In which harbours did the number of boats fall?", [("84", "61"), ("112", "98")], id="the-only-two-columns"),
        pytest.param("On which routes did journeys rise in 2022?", [("990", "1,104"), ("700", "812")], id="since-the-year-before"),
        pytest.param(
            "On which routes did journeys fall between 2021 and 2023?", [("95", "71"), ("412", "401")], id="rows-that-differ-by-a-number"
        ),
        pytest.param("В каких городах население сократилось с 2010 по 2020 год?", [("39700", "31500"), ("118400", "112900")], id="russian"),
        pytest.param("Какие города потеряли жителей с 2010 по 2020 год?", [("39700", "31500"), ("118400", "112900")], id="inhabitants"),
        pytest.param(
            "В каких районах урожай вырос по сравнению с 2023 годом?", [("51,2", "56,8"), ("14,0", "17,5")], id="compared-with-a-year"
        ),
        pytest.param("В каких районах урожайность выросла в 2024 году?", [("201,0", "202,7")], id="the-other-columns"),
    ],
)
def test_rows_are_held_against_themselves(ask: Callable[[str], Answer], question: str, pairs: list[tuple[str, str]]) -> None:
    answer = ask(question)
    surfaces = [figure.surface for figure in answer.figures]
    assert list(zip(surfaces[::2], surfaces[1::2], strict=True)) == pairs, answer.text


def test_the_first_line_names_the_rows(ask: Callable[[str], Answer]) -> None:
    assert ask("Which harbours lost boats between 2014 and 2022?").text.splitlines() == [
        "Down from 2014 to 2022: Tarbrook, St Maude.",
        "- Tarbrook: 84 → 61 [1]",
        "- St Maude: 112 → 98 [2]",
    ]


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Which counties lost population?", id="one-column-alone"),
        pytest.param("Which harbours lost crew between 2014 and 2022?", id="one-column-of-that"),
        pytest.param("Which harbours lost boats in 2014?", id="nothing-before"),
        pytest.param("Which harbours lost boats between 2014 and 2019?", id="no-such-column"),
        pytest.param("Which harbours lost boats in Zorvick between 2014 and 2022?", id="an-unknown-place"),
        pytest.param("Which clubs lost matches between 2020 and 2021?", id="lost-means-beaten"),
        pytest.param("On which routes did journeys fall?", id="three-columns"),
        pytest.param("В каких городах стало меньше школ с 2010 по 2020 год?", id="no-way-told"),
        pytest.param("В каких городах сократилось число школ с 2010 по 2020 год?", id="russian-one-column"),
        pytest.param("Which harbours did not lose boats between 2014 and 2022?", id="not"),
        pytest.param("Which harbours lost no boats between 2014 and 2022?", id="none"),
        pytest.param("Which harbours lost more than 20 boats between 2014 and 2022?", id="by-more-than"),
        pytest.param("В каких городах население не сократилось с 2010 по 2020 год?", id="russian-not"),
    ],
)
def test_what_cannot_be_compared_is_not(ask: Callable[[str], Answer], question: str) -> None:
    answer = ask(question)
    assert answer.status is Status.NOT_FOUND, answer.text


def test_of_many_rows_as_many_are_shown_as_there_is_room_for(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> None:
    rows = "".join(f"Port {letter * 3},{200 - at},{90 - at}\n" for at, letter in enumerate("ABCDEFGHIJKLMNOPQRSTUVWX"))
    answer = answerer_of({"ports.csv": f"Port,Boats 2014,Boats 2022\n{rows}"}).ask("Which ports lost boats between 2014 and 2022?")
    lines = [line for line in answer.text.splitlines() if line.startswith("- ")]
    assert len(lines) * 2 == len(answer.figures)
    assert answer.total == 48


@pytest.mark.parametrize(
    ("question", "surfaces"),
    [
        pytest.param("How many boats were there in each harbour in 2014?", {"84", "37", "112", "19"}, id="each"),
        pytest.param("Landings of every harbour in 2022", {"5120", "1930", "8460", "640"}, id="every"),
        pytest.param("Население каждого города в 2020 году", {"112900", "31500", "24350"}, id="russian"),
        pytest.param("Сколько капусты собрали в каждом районе в 2023 году?", {"51,2", "27,9", "14,0"}, id="harvest"),
    ],
)
def test_each_row_is_given_without_the_total(ask: Callable[[str], Answer], question: str, surfaces: set[str]) -> None:
    answer = ask(question)
    assert {figure.surface for figure in answer.figures} == surfaces, answer.text
