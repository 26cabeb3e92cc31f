"""Questions for one of several places: a figure answers where it is, by its own words or since the text had got there."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer

DOCUMENTS = {
    "tarn.md": """# The Tarn leaves its bed

Floods reached the towns of Marle and Upper Foss on Thursday. A man drowned in Marle and a woman was found in a cellar in Upper Foss.

The fire service counted 1,730 flooded cellars, 910 of them in Marle. It used 55 pumps.
""",
    "ovens.md": """# Brandal sells more ovens

The group of Dorn presented its results in Ketter on Monday. In Europe, sales came to 310 million euros.

The group sold 5.1 million ovens. It employs 8,200 people.
""",
    "storm.md": """---
title: Autumn storm in the Varn valley
publisher: Varn Valley Relief Office
published: 2024-10-12
---
The storm that crossed the Varn valley on 9 October killed 17 people and damaged 2,340 homes. In Tamba, the largest town, six people died and 812 homes lost their roofs. The district of Orle counted 540 damaged homes, and 130 families were moved to schools.

Rescue teams were sent from the capital. They pulled 64 people out of the water. In Kesh the river rose to 4.2 metres, the highest since 1998. Two bridges fell. The council there has asked for 3.1 million crowns for repairs.

Altogether 1,150 people are still without power, 700 of them in Tamba.
""",
    "norwick.md": """---
title: Crime in the county of Norwick, 2023
publisher: Norwick Police Authority
published: 2024-02-20
---
Police in Norwick recorded 18,420 offences in 2023, 3 per cent fewer than a year before. The town of Haddle accounted for 6,210 of them. Burglaries fell to 1,104. In Selby, on the other hand, burglaries rose to 388.

Officers arrested 2,950 suspects. Haddle officers made 990 of the arrests. Of the 41 robberies in Selby, 22 were solved.

The neighbouring county of Esk had 11,900 offences and 870 burglaries in the same year.
""",
    "orvale.txt": """Flood damage in Orvale tops 900 homes

MERIDA, 14 June 2024 — Floods have damaged 940 homes in the western valleys, the rescue service said.

By 12 June 910 homes had been damaged; on 1 June the count stood at 350. Orvale also accounts for 512 of the 940 homes.

The farmers' union, which runs two shelters in Orvale, disputes that. "We have counted at least 1,020 damaged homes, because many never called us," said its head, Ann Lorre.
""",
    "pavodok.md": """---
title: Паводок в Верхнеозёрской области
publisher: Областной штаб
published: 2024-04-18
---
В Верхнеозёрской области из-за паводка подтоплено 1 246 домов и 3 115 приусадебных участков. В Лучинске под водой остаются 418 домов. Из опасной зоны вывезли 2 730 человек, в том числе 644 ребёнка.

В Заречном районе уровень реки достиг 912 сантиметров. Там размыто 14 километров дорог. Пункты временного размещения открыты в семи школах, в них живут 356 человек.

В соседней Тальской области подтоплены 92 дома, пострадавших нет.
""",
}


@pytest.fixture(scope="module")
def asks(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How many cellars were flooded in Marle?", "910"),
        ("How many ovens did the group sell?", "5100000"),
        ("How many homes lost their roofs in Tamba?", "812"),
        ("How many homes were damaged in Orle?", "540"),
        ("How many families were moved in Orle?", "130"),
        ("How many bridges fell in Kesh?", "2"),
        ("How much does Kesh want for repairs?", "3100000"),
        ("How many people died in the Varn valley?", "17"),
        ("How many people are without power in the Varn valley?", "1150"),
        ("How many offences in Haddle in 2023?", "6210"),
        ("How many offences in Norwick in 2023?", "18420"),
        ("How many burglaries in Norwick?", "1104"),
        ("How many burglaries in Selby?", "388"),
        ("How many burglaries in Esk?", "870"),
        ("How many arrests in Norwick?", "2950"),
        ("Сколько километров дорог размыто в Заречном районе?", "14"),
        ("Сколько домов подтоплено в Тальской области?", "92"),
        ("Сколько человек вывезли в Верхнеозёрской области?", "2730"),
    ],
)
def test_a_figure_is_found_at_its_place(asks: Answerer, question: str, value: str) -> None:
    answer = asks.ask(question)
    assert str(answer.figures[0].value) == value


@pytest.mark.parametrize(
    "question",
    [
        "How many cellars were flooded in Upper Foss?",
        "How many ovens were sold in Europe?",
        "How many families were moved in Tamba?",
        "How many bridges fell in Tamba?",
        "How many bridges fell in Orle?",
        "How many people died in Kesh?",
        "How many burglaries in Haddle?",
        "How many arrests in Selby?",
        "How many arrests in Esk?",
        "How many robberies in Haddle?",
        "Сколько километров дорог размыто в Лучинске?",
        "Сколько домов подтоплено в Заречном районе?",
    ],
)
def test_a_figure_of_another_place_is_no_answer(asks: Answerer, question: str) -> None:
    assert asks.ask(question).figures == ()


def test_figures_of_the_whole_are_not_those_of_the_place_in_the_title_where_its_share_is_told(asks: Answerer) -> None:
    assert [str(figure.value) for figure in asks.ask("How many homes were damaged in Orvale?").figures] == ["512"]
