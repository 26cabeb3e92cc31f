"""Marks of notes, powers and indices on a PDF page: small glyphs over or under the line are of the word that they stand at."""

from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table

from qa_bot.figures.extract import extract
from qa_bot.ingest import SourceFile, read, split
from qa_bot.ingest.raised import Glyph, in_place
from qa_bot.schema import Document

TEXT = ParagraphStyle("text", fontName="Times-Roman", fontSize=10, leading=13, spaceAfter=6)
CELL = ParagraphStyle("cell", parent=TEXT, fontSize=8, leading=10, spaceAfter=0)
NUMBER = ParagraphStyle("number", parent=CELL, alignment=2)
RULED = [("GRID", (0, 0), (-1, -1), 0.4, colors.black)]
OPEN = [("LINEBELOW", (0, 0), (-1, 0), 0.5, colors.black)]
PORTS = "The ports of the coast handled 2,629 ships in 2021, and most of them came with grain or coal from the north."


def _read(folder: Path, data: bytes) -> Document:
    path = folder / "report.pdf"
    path.write_bytes(data)
    (document,) = read(SourceFile(folder, path, path.name), report=lambda reason: None)
    return document


def _built(*story: Flowable) -> bytes:
    stream = BytesIO()
    SimpleDocTemplate(stream, pagesize=A4).build(list(story))
    return stream.getvalue()


def _set(text: str) -> Paragraph:
    return Paragraph(text, TEXT)


def _table(rows: list[list[str]], style: list[tuple[object, ...]]) -> Table:
    cells = [[Paragraph(text, CELL if at == 0 else NUMBER) for at, text in enumerate(row)] for row in rows]
    return Table(cells, colWidths=[150, 90, 90, 90], style=style)


def _lines(document: Document) -> list[str]:
    return [line for block in document.blocks for line in document.text[block.span.start : block.span.end].split("\n")]


def _shown(folder: Path, markup: str) -> list[str]:
    return _lines(_read(folder, _built(_set(markup))))


@pytest.mark.parametrize("style", [pytest.param(RULED, id="ruled"), pytest.param(OPEN, id="open")])
@pytest.mark.parametrize(
    ("mark", "shown"),
    [
        pytest.param("<super>1</super>", "¹", id="as reportlab sets it"),
        pytest.param('<super size="5.2" rise="2.7">1</super>', "¹", id="as a word processor sets it"),
        pytest.param('<super size="6.66" rise="2.4">1</super>', "¹", id="as a browser sets it"),
        pytest.param("<super>1)</super>", "¹", id="with a bracket"),
        pytest.param("<super>(12)</super>", "¹²", id="in brackets"),
        pytest.param("<super>1,2</super>", "¹ ²", id="two"),
        pytest.param("<super>5</super>", "⁵", id="the fifth"),
        pytest.param("<super>a</super>", "(a)", id="a letter"),
        pytest.param("<super>*</super>", "*", id="a star"),
        pytest.param("<super>†</super>", "†", id="a dagger"),
    ],
)
def test_a_mark_in_a_cell_is_of_its_number(tmp_path, style, mark, shown):
    rows = [["Port", "Ships", "Barges", "Tugs"], ["Tarn", f"412{mark}", "31", "4"], ["Orlo", "1,930", f"210{mark}", "8"],
            ["Selm", "287", "12", f"2{mark}"], ["Total", "2,629", "253", "14"]]  # fmt: skip
    document = _read(tmp_path, _built(_set(PORTS), _set("Table 1. Traffic by port, 2021"), _table(rows, style)))
    assert _lines(document)[2:] == ["Port | Ships | Barges | Tugs", f"Tarn | 412{shown} | 31 | 4", f"Orlo | 1,930 | 210{shown} | 8",
                                    f"Selm | 287 | 12 | 2{shown}", "Total | 2,629 | 253 | 14"]  # fmt: skip
    told = {(figure.label, figure.unit): figure.value for figure in extract(document, split(document)) if figure.label is not None}
    assert told == {
        ("Tarn", "ship"): 412, ("Tarn", "barge"): 31, ("Tarn", "tug"): 4, ("Orlo", "ship"): 1930, ("Orlo", "barge"): 210, ("Orlo", "tug"): 8,
        ("Selm", "ship"): 287, ("Selm", "barge"): 12, ("Selm", "tug"): 2, ("Total", "ship"): 2629, ("Total", "barge"): 253, ("Total", "tug"): 14,
    }  # fmt: skip


def test_a_mark_in_a_header_or_a_label_makes_no_column(tmp_path):
    rows = [["Port", "Ships", "CO<sub>2</sub>, tonnes", "Tugs<super>2</super>"], ["Tarn<super>1</super>", "412", "31", "4"],
            ["Orlo", "1,930", "210", "8"]]  # fmt: skip
    document = _read(tmp_path, _built(_set(PORTS), _table(rows, OPEN)))
    assert _lines(document)[1:] == ["Port | Ships | CO2, tonnes | Tugs²", "Tarn¹ | 412 | 31 | 4", "Orlo | 1,930 | 210 | 8"]


def test_notes_below_a_table_are_no_rows_of_it(tmp_path):
    rows = [
        ["Port", "Ships", "Barges", "Tugs"],
        ["Tarn", "412<super>1</super>", "31", "4"],
        ["Total", "2,629", "253<super>2</super>", "14"],
    ]
    notes = [
        Paragraph(note, CELL) for note in ("<super>1</super> Without ferries.", "<super>2</super> Landed, 19 rafts that were towed in")
    ]
    document = _read(tmp_path, _built(_set(PORTS), _table(rows, OPEN), *notes))
    assert _lines(document)[1:] == ["Port | Ships | Barges | Tugs", "Tarn | 412¹ | 31 | 4", "Total | 2,629 | 253² | 14",
                                    "¹ Without ferries.", "² Landed, 19 rafts that were towed in"]  # fmt: skip


def test_notes_at_the_foot_of_a_page_are_no_table(tmp_path):
    marked = "The ports handled 2,629<super>1</super> ships in 2021, and 71 per cent<super>2</super> of them came with coal.<super>3</super> Most left empty."
    notes = ["Ferries are left out.", "Including 19 rafts that were towed", "Estimated from a sample of 640 ships."]
    document = _read(tmp_path, _built(_set(marked), *(_set(f"<super>{at}</super> {note}") for at, note in enumerate(notes, 1))))
    assert _lines(document) == [
        "The ports handled 2,629¹ ships in 2021, and 71 per cent² of them came with coal.³ Most left empty.",
        "¹ Ferries are left out.", "² Including 19 rafts that were towed", "³ Estimated from a sample of 640 ships.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        pytest.param("On 19<super>th</super> May 31 km<super>2</super> burned", "On 19th May 31 km² burned", id="ordinals and powers"),
        pytest.param("They used 10<super>-3</super> grams of it", "They used 10⁻³ grams of it", id="a negative power"),
        pytest.param("Mr M<super>c</super>Kay saw H<sub>2</sub>O", "Mr McKay saw H2O", id="a letter within a word"),
        pytest.param("They are <super>1</super>/<sub>3</sub> of all", "They are 1/3 of all", id="a fraction"),
    ],
)
def test_raised_text_in_a_line(tmp_path, markup, shown):
    assert _shown(tmp_path, markup) == [shown]


def test_marks_that_are_set_after_the_page_come_to_their_places(tmp_path):
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=A4)
    canvas.setFont("Helvetica", 9)
    for at, (port, ships, barges) in enumerate([("Port", "Ships", "Barges"), ("Tarn", "412", "31"), ("Orlo", "1,930", "210")]):
        canvas.drawString(60, 740 - 14 * at, port)
        canvas.drawRightString(250, 740 - 14 * at, ships)
        canvas.drawRightString(350, 740 - 14 * at, barges)
    canvas.drawString(64, 690, "Without ferries in 2020.")
    canvas.setFont("Helvetica", 6)
    for left, bottom, mark in [
        (250, 729, "1"),
        (350, 715, "2"),
        (60 + canvas.stringWidth("Tarn", "Helvetica", 9), 729, "*"),
        (60, 693, "1"),
    ]:
        canvas.drawString(left, bottom, mark)
    canvas.save()
    document = _read(tmp_path, stream.getvalue())
    assert _lines(document) == ["Port | Ships | Barges", "Tarn* | 412¹ | 31", "Orlo | 1,930 | 210²", "¹ Without ferries in 2020."]


def test_the_text_beside_a_large_initial_is_not_raised(tmp_path):
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=A4)
    canvas.setFont("Helvetica", 36)
    canvas.drawString(60, 700, "I")
    canvas.setFont("Helvetica", 10)
    canvas.drawString(72, 718, "n 2021 the ports of the coast handled 2,629 ships, and most")
    canvas.drawString(72, 706, "of them came with grain or coal from the north.")
    canvas.save()
    text = _read(tmp_path, stream.getvalue()).text
    assert "n 2021 the ports of the coast handled 2,629 ships, and most" in text


_SIGNS = st.builds(Glyph, st.sampled_from("12a*( x"), *(st.floats(0, 60) for _ in range(3)), st.sampled_from([5.0, 9.0]), st.just(0))


@given(st.lists(_SIGNS, max_size=25))
def test_no_glyph_is_lost_or_doubled(glyphs):
    numbered = [glyph._replace(place=at) for at, glyph in enumerate(glyphs)]
    assert sorted(glyph.place for glyph in in_place(numbered)) == list(range(len(glyphs)))
