"""Questions about how deep or how long something is, about things told apart by their names, and about a document's own body."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from qa_bot.ask import Answerer
from qa_bot.build import build
from qa_bot.retrieval import open_index
from qa_bot.schema import Status

DOCUMENTS = {
    "quarry.md": """\
# Alder Quarry visitors' guide

The main shaft is 140 metres deep and 6 metres wide. The railway to it is 3 km long and cost £2 million in 1974. The upper lake is 300 metres
long. The wall of the dam is 41 metres high and 8 metres thick. The locomotive weighs 34 tonnes and reaches 45 km/h. The tour lasts 90
minutes.

The lower lake is 18 metres deep. Jonas Keel, who opened the quarry and died aged 64, drew the first map.
""",
    "ferries.md": """\
# Ferry bulletin, 2023

The North Line carried 410,000 travellers, the Harbour Line 330,000 and the Summer Line fewer than ever. Inspectors issued 3,052 fines. The port
at Larn handled 880 ships in 2023. There are 96 dwellings beside it.

The Mill Street School has 240 pupils. The Labour Alliance won 26 seats.
""",
    "kestrel.md": """\
---
title: Kestrel Foods - annual report 2022
publisher: Kestrel Foods
---
# Staff

At the end of 2022 Kestrel Foods had 431 employees. The canteen had 12,500 visitors in 2022. The dairy is to be shut in 2025 with the loss of 61
jobs.

In 2022 94 of its flights were cancelled and 310 were delayed.
""",
    "games.csv": "Country,Medals 2018\nOrland,12\nVesk,14\nLabour Coast,3\n",
    "museum.html": """\
<!doctype html><html><head><title>Questions and answers - Brook Valley Museum</title></head><body><h1>Questions and answers</h1>
<h2>How many visitors come?</h2><p>In 2023 we had 41,200 visitors, more than in any year since the new wing was opened to the public.</p>
<h2>What do we keep?</h2><p>There are 9,100 coins in the collection, and they are shown in turn in the hall upstairs.</p></body></html>
""",
    "gulls.md": """\
---
title: How many gulls nest on Ard? Two counts
---
The colony on Ard Head was surveyed in 2021. The Trust counted 8,120 occupied nests in 2021. On the beach 77 dead gulls were collected in 2021,
and 15 crow nests were found in 2021.
""",
    "fares.md": """\
# Fares in Orne

A single trip costs £2.40 and a day trip £5.60. A week pass costs £18.

Of 316 runs, 102 were lost for lack of drivers and 89 because of snow. A year earlier 140 had been lost.

The council has raised £127,000 for the winter hall. Its lost-property office kept 33 umbrellas.

The cost of repairs was £2.3 million in 2019 against a budget of £1.6 million. Snow ploughs cost £4 million in 2019.
""",
    "karyer.md": """\
# Карьер

Верхнее озеро длиной 300 метров. Толщина стены плотины 8 метров.
""",
}


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("names")
    (folder / "documents").mkdir()
    for name, text in DOCUMENTS.items():
        (folder / "documents" / name).write_text(text, encoding="utf-8")
    build([folder / "documents"], index=folder / "index", workers=1)
    return Answerer(open_index(folder / "index"))


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How deep is the main shaft?", "140"),
        ("How wide is the main shaft?", "6"),
        ("How long is the railway?", "3"),
        ("How long is the tour?", "90"),
        ("How heavy is the locomotive?", "34"),
        ("How fast is the locomotive?", "45"),
        ("How thick is the wall of the dam?", "8"),
        ("How deep is the lower lake?", "18"),
        ("How many people worked for Kestrel Foods at the end of 2022?", "431"),
        ("How many people visited the canteen in 2022?", "12500"),
        ("How many jobs will be lost at the dairy?", "61"),
        ("How many flights did not run in 2022?", "94"),
        ("How many medals did Orland win in 2018?", "12"),
        ("How many medals did Labour Coast win in 2018?", "3"),
        ("How many visitors did Brook Valley Museum have in 2023?", "41200"),
        ("How many visitors did the museum have in 2023?", "41200"),
        ("How many coins does Brook Valley Museum have?", "9100"),
        ("How many gull nests were there on Ard Head in 2021?", "8120"),
        ("How many crow nests were found in 2021?", "15"),
        ("How much does a day trip cost?", "5.60"),
        ("How much does a single trip cost?", "2.40"),
        ("How much does a week pass cost?", "18"),
        ("How many runs were lost because there were no drivers?", "102"),
        ("How much has the council raised for the winter hall?", "127000"),
        ("How many ships did the harbour handle in 2023?", "880"),
        ("How many homes are there beside the port?", "96"),
        ("How many seats did the Labour Alliance win?", "26"),
        ("How many pupils does the Mill Street School have?", "240"),
    ],
)
def test_a_figure_answers_for_what_is_asked_of_just_that(answerer: Answerer, question: str, value: str) -> None:
    answer = answerer.ask(question, as_of=date(2025, 6, 1))
    assert (answer.status, [figure.value for figure in answer.figures]) == (Status.ANSWERED, [Decimal(value)])


@pytest.mark.parametrize(
    "question",
    [
        "How deep is the upper lake?",
        "How long is the lower lake?",
        "How warm is the lower lake?",
        "Какова глубина верхнего озера?",
        "When did Jonas Keel die?",
        "How many people left Kestrel Foods in 2022?",
        "How many flights landed in 2022?",
        "How many medals did Orland lose in 2018?",
        "How many visitors did Hill Valley Museum have in 2023?",
        "How many tern nests were found in 2021?",
        "How much did the council lose?",
        "How many fines were issued on the Harbour Line in 2023?",
        "How many travellers did the Summer Line carry in 2023?",
        "How many ships did the Harbour handle in 2023?",
        "How many seats did the Work Alliance win?",
        "How many pupils does the Ash Street School have?",
    ],
)
def test_nothing_answers_for_what_is_told_of_another(answerer: Answerer, question: str) -> None:
    assert answerer.ask(question, as_of=date(2025, 6, 1)).status is Status.NOT_FOUND


def test_what_is_off_its_plan_is_shown_beside_the_plan(answerer: Answerer) -> None:
    answer = answerer.ask("How much over budget were the repairs in 2019?", as_of=date(2025, 6, 1))
    assert [figure.value for figure in answer.figures] == [Decimal(700000), Decimal(2300000), Decimal(1600000)]
    assert answerer.ask("How much over budget were the snow ploughs in 2019?", as_of=date(2025, 6, 1)).status is Status.NOT_FOUND
