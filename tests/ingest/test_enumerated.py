"""Notes and numbered items of a PDF page whose marks stand apart from their text are no table, and their numbers count nothing."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from qa_bot.figures.extract import extract
from qa_bot.ingest import SourceFile, read, split
from qa_bot.schema import Document

TEXT = [
    "The ports of the coast handled 2,629 ships in 2021, and 71 per cent of them came with coal from the",
    "north. Most of them left empty.",
]
NOTES = ["Ferries are left out.", "Including 19 rafts that were", "towed from the upper lake.", "Estimated from a sample of 640 ships."]
TRAFFIC = [("Port", "Ships", "Tonnes"), ("Tarn", "412", "31"), ("Orlo", "1,930", "210"), ("Total", "2,342", "241")]


def _read(folder: Path, rows: Sequence[tuple[str, ...]], columns: Sequence[int], above: Sequence[str] = TEXT) -> Document:
    """Return a page of the lines *above* and of *rows* whose cells begin at *columns*."""
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=A4)
    canvas.setFont("Helvetica", 10)
    for at, line in enumerate(above):
        canvas.drawString(60, 760 - 13 * at, line)
    for at, row in enumerate(rows):
        for left, text in zip(columns, row, strict=False):
            canvas.drawString(left, 700 - 13 * at, text)
    canvas.save()
    path = folder / "report.pdf"
    path.write_bytes(stream.getvalue())
    (document,) = read(SourceFile(folder, path, path.name), report=lambda reason: None)
    return document


def _lines(document: Document) -> list[str]:
    return [line for block in document.blocks for line in document.text[block.span.start : block.span.end].split("\n")]


@pytest.mark.parametrize("gap", [15, 40])
@pytest.mark.parametrize(
    ("marks", "shown"),
    [
        pytest.param("123", ["1. ", "2. ", "3. "], id="numbers"),
        pytest.param("567", ["5. ", "6. ", "7. "], id="numbers of a later page"),
        pytest.param("abc", ["a ", "b ", "c "], id="letters"),
        pytest.param("¹²³", ["¹ ", "² ", "³ "], id="raised"),
    ],
)
def test_notes_are_paragraphs_and_only_what_they_say_counts(tmp_path, marks, shown, gap):
    rows = [(marks[0], NOTES[0]), (marks[1], NOTES[1]), ("", NOTES[2]), (marks[2], NOTES[3])]
    document = _read(tmp_path, rows, (60, 60 + gap))
    notes = [NOTES[0], f"{NOTES[1]} {NOTES[2]}", NOTES[3]]
    assert _lines(document)[1:] == [mark + note for mark, note in zip(shown, notes, strict=True)]
    told = [(figure.surface, figure.unit) for figure in extract(document, split(document))]
    assert told == [("2,629", "ship"), ("71 per cent", "%"), ("19", "raft"), ("640", "ship")]


def test_notes_below_a_table_end_it(tmp_path):
    notes = [("1", "Without ferries, which nobody counted in that year"), ("2", "Including 19 rafts that were towed")]
    document = _read(tmp_path, [*((port, "", ships, tonnes) for port, ships, tonnes in TRAFFIC), *notes], (60, 80, 250, 350))
    assert _lines(document)[1:] == [*(" | ".join(row) for row in TRAFFIC), *(f"{mark}. {note}" for mark, note in notes)]


@pytest.mark.parametrize(
    ("rows", "columns"),
    [
        pytest.param([("1", "Norland"), ("2", "Sutland"), ("3", "Orlo"), ("4", "Tarn")], (60, 90), id="a ranking of names"),
        pytest.param([("Grade", "Pupils"), ("1", "19 pupils"), ("2", "23 pupils"), ("3", "31 pupils")], (60, 130), id="numbers beside grades"),
        pytest.param([("1", "Port of Tarn in the north", "412"), ("2", "Port of Orlo in the south", "1,930")], (60, 90, 350), id="numbered rows"),
        pytest.param([("12", "Ferries were left out of it"), ("31", "Rafts were left out of it"), ("7", "Tugs, too")], (60, 90), id="numbers that count"),
    ],
)  # fmt: skip
def test_rows_of_a_table_stay_rows(tmp_path, rows, columns):
    assert _lines(_read(tmp_path, rows, columns))[1:] == [" | ".join(row) for row in rows]
