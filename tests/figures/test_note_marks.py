"""Raised marks of notes take nothing away from the word or number that they stand at, and add nothing to it."""

import pytest

from qa_bot.figures.extract import extract
from qa_bot.figures.note_marks import unmarked
from qa_bot.ingest import split
from qa_bot.schema import Block, BlockKind, Cell, Document, Span


def _document(text: str, *tables: str, language: str = "en") -> Document:
    """Return a document of the lines of *text*; those among *tables* are rows of a table, cells between bars."""
    blocks: list[Block] = []
    rows: list[Cell] = []
    at = 0
    for line in text.split("\n"):
        if line in tables:
            left = at
            for column, cell in enumerate(line.split(" | ")):
                rows.append(
                    Cell(row=tables.index(line), column=column, span=Span(start=left, end=left + len(cell)), header=line == tables[0])
                )
                left += len(cell) + 3
            if line == tables[-1]:
                start = rows[0].span.start
                blocks.append(Block(kind=BlockKind.TABLE, span=Span(start=start, end=at + len(line)), cells=tuple(rows)))
        elif line:
            blocks.append(Block(kind=BlockKind.PARAGRAPH, span=Span(start=at, end=at + len(line))))
        at += len(line) + 1
    return Document(doc_id="d", path="d", text=text, blocks=tuple(blocks), language=language, content_hash="0")


def _told(document: Document) -> list[tuple[str, float, str | None]]:
    return [(figure.surface, float(figure.value), figure.unit) for figure in extract(document, split(document))]


@pytest.mark.parametrize(
    ("language", "sentence", "told"),
    [
        pytest.param("en", "The repair cost £3 million² in all.", [("£3 million", 3e6, "GBP")], id="a scale"),
        pytest.param("en", "An alarm was found in 71 per cent³ of the houses.", [("71 per cent", 71, "%")], id="per cent"),
        pytest.param("en", "An alarm was found in 71%³ of the houses.", [("71%", 71, "%")], id="a sign"),
        pytest.param("en", "The service had 640 firefighters¹ then.", [("640", 640, "person")], id="a noun"),
        pytest.param("en", "Crews attended 2,629¹ fires.", [("2,629", 2629, "fire")], id="a number"),
        pytest.param("en", "In May 2021¹ 14 people died.", [("14", 14, "person")], id="a year"),
        pytest.param("en", "Wood was cut on 31 km² in all.", [("31", 31, "km²")], id="a unit of area"),
        pytest.param("en", "The pit holds 40 m³ of sand.", [("40", 40, "m³")], id="a unit of volume"),
        pytest.param("en", "The service was new.⁴ Of its crews, 12 were trained.", [("12", 12, "crew")], id="behind a sentence"),
        pytest.param("ru", "Ремонт обошёлся в 3 млн рублей².", [("3 млн рублей", 3e6, "RUB")], id="рубли"),
        pytest.param("ru", "Сгорело 412 км² леса.", [("412", 412, "km²")], id="км²"),
        pytest.param("ru", "Вывезли 1 200 м³ песка.", [("1 200", 1200, "m³")], id="м³"),
        pytest.param("ru", "Построили 14 тыс. м² жилья.", [("14 тыс.", 14_000, "m²")], id="м²"),
        pytest.param("ru", "Погиб 31 человек¹.", [("31", 31, "person")], id="человек"),
    ],
)
def test_a_mark_in_a_sentence(language, sentence, told):
    assert _told(_document(sentence, language=language)) == told


@pytest.mark.parametrize(
    "text", ["31 km², 5 м², 40 m³", "10⁶ grains", "3.2 × 10⁶ tonnes", "¹ Without ferries.", "Fires are out. ² Without rafts."]
)
def test_powers_and_what_opens_a_note_stay(text):
    assert unmarked(_document(text)).text == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("the fires¹,² burned", "the fires    burned", id="two"),
        pytest.param("the fires¹² burned", "the fires   burned", id="the twelfth"),
        pytest.param("It is out.¹ It was", "It is out.  It was", id="behind a stop"),
        pytest.param("“It is out”² she said", "“It is out”  she said", id="behind quotation marks"),
    ],
)
def test_a_mark_becomes_white_space_so_that_places_stay(text, shown):
    assert unmarked(_document(text)).text == shown


HEADER, COAST, CITY = "Area | Fires", "Coast | 412¹", "City | 1,930²"


def test_the_number_of_a_note_below_a_table_counts_nothing():
    text = f"{HEADER}\n{COAST}\n{CITY}\n1 Excludes fires at sea. 2 Includes 19 caravans."
    assert [told for told in _told(_document(text, HEADER, COAST, CITY)) if told[0] in ("1", "2", "19")] == [("19", 19, "caravan")]


def test_a_number_that_no_mark_in_the_table_names_counts():
    text = f"{HEADER}\n{COAST}\n{CITY}\n12 Danish crews helped."
    assert ("12", 12, "crew") in _told(_document(text, HEADER, COAST, CITY))
