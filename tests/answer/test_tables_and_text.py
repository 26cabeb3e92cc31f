"""Questions about tables whose headers say less than the text or the other headers do: "Rate, %", "Gold", and those that say enough."""

from pathlib import Path

import pytest

from qa_bot.ask import Answerer
from qa_bot.build import build
from qa_bot.retrieval import open_index
from qa_bot.schema import Status

DOCUMENTS = {
    "crime.md": """\
# Offences in Marle, 2023

Burglars were less busy than in the year before: 640 flats and shops were broken into in 2023.

| Ward | Burglaries 2023 | Car thefts 2023 |
|---|---|---|
| Quay | 310 | 55 |
| Hilltop | 330 | 48 |
| Total | 640 | 103 |
""",
    "jobs.md": """\
# Labour market in Velden, second quarter of 2024

In the second quarter of 2024 the unemployment rate was 5.6 %.

| Town | Jobless people | Rate, %, Q2 2024 | Rate, %, Q2 2023 |
|---|---|---|---|
| Orrin | 4,100 | 7.3 | 6.9 |
| Selby Cross | 2,050 | 3.8 | 4.4 |
| All towns | 6,150 | 5.6 | 5.7 |
""",
    "games.md": """\
# Northern Youth Games 2024: final table

| Team | Gold | Silver | Bronze | Total |
|---|---|---|---|---|
| Karelia Rowing School | 7 | 2 | 5 | 14 |
| Tidewater | 4 | 9 | 0 | 13 |
""",
    "oars.html": """\
<html><head><title>Rowing championships 2023</title></head><body><h1>Medals by club at the rowing championships of 2023</h1>
<p>The table gives the medals that the clubs of the league won at the championships.</p>
<table><tr><th rowspan="2">Club</th><th colspan="2">Men</th><th colspan="2">Women</th></tr>
<tr><th>Gold</th><th>Silver</th><th>Gold</th><th>Silver</th></tr>
<tr><td>Orvik</td><td>4</td><td>2</td><td>3</td><td>5</td></tr><tr><td>Lorn</td><td>1</td><td>6</td><td>2</td><td>0</td></tr></table>
</body></html>
""",
    "cards.md": """\
# Card holders

| Club | Members Gold | Members Silver | Members Total |
|---|---|---|---|
| Selby | 510 | 300 | 810 |
""",
    "igry.csv": """\
Команда,Золото,Серебро,Бронза
Заречье,11,3,6
Подгорье,5,8,2
""",
    "mint.md": """\
# Royal Mint of Orland: deliveries in 2022

| Dealer | Gold | Copper |
|---|---|---|
| Brandt | 31 | 4 |
| Hoyle | 12 | 9 |
""",
}


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("tables")
    (folder / "documents").mkdir()
    for name, text in DOCUMENTS.items():
        (folder / "documents" / name).write_text(text, encoding="utf-8")
    build([folder / "documents"], index=folder / "index", workers=1)
    return Answerer(open_index(folder / "index"))


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        pytest.param("How many burglaries were there in Quay in 2023?", ["310"], id="event-in-the-header"),
        pytest.param("How many flats and shops were broken into in 2023?", ["640"], id="text-beside-it"),
        pytest.param("What was the unemployment rate in Orrin in the second quarter of 2024?", ["7.3"], id="rate-named-by-the-text"),
        pytest.param("What was the unemployment rate in Selby Cross in the second quarter of 2023?", ["4.4"], id="rate-a-year-before"),
        pytest.param("How many gold medals did Tidewater win?", ["4"], id="gold"),
        pytest.param("How many bronze medals did Tidewater win?", ["0"], id="none"),
        pytest.param("How many medals did Karelia Rowing School win?", ["14"], id="all-medals"),
        pytest.param("How many gold medals did the women of Orvik win?", ["3"], id="gold-below-women"),
        pytest.param("How many silver medals did the men of Lorn win?", ["6"], id="silver-below-men"),
        pytest.param("Сколько золотых медалей завоевало Заречье?", ["11"], id="gold-ru"),
        pytest.param("Сколько бронзовых медалей у Подгорья?", ["2"], id="bronze-ru"),
    ],
)
def test_a_cell_is_found_by_what_its_header_means(answerer: Answerer, question: str, shown: list[str]) -> None:
    answer = answerer.ask(question)
    assert answer.status is Status.ANSWERED
    assert [figure.surface for figure in answer.figures] == shown


def test_who_won_most_medals_is_read_from_the_column(answerer: Answerer) -> None:
    assert answerer.ask("Which team won the most silver medals?").figures[0].surface == "9"


def test_what_is_called_gold_is_no_medal_where_something_else_is_counted(answerer: Answerer) -> None:
    assert answerer.ask("How many gold medals did Selby win?").figures == ()


def test_one_metal_alone_is_no_medal(answerer: Answerer) -> None:
    answer = answerer.ask("How many gold medals did Brandt win?")
    assert not answer.figures


def test_a_line_that_names_no_ward_says_of_none(answerer: Answerer) -> None:
    answer = answerer.ask("Which ward had fewer burglaries?")
    assert "Offences" not in answer.text
