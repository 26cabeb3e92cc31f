"""Heads and feet of PDF pages, and the rows of long tables at the edges of pages, which are none."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from qa_bot.ingest import SourceFile, read
from qa_bot.schema import BlockKind

COLUMNS = (60, 260, 400)
TOP, PITCH = 60, 18
HEADER = ("Parish", "Wells", "Springs")
PROSE = (
    "The parishes were asked in spring how many wells they had, and most of them answered.",
    "Two parishes on the moor drew all their water from springs that had never run dry.",
)
Line = Sequence[str]


def _rows(first: int, last: int) -> list[Line]:
    return [(f"Parish {number}", str(number + 2), str(number + 400)) for number in range(first, last + 1)]


def _pages(
    folder: Path, pages: Sequence[Sequence[Line]], *, head: Line = (), foot: Line = (), columns: Sequence[float] = COLUMNS
) -> list[list[str]]:
    """Return the lines of each page that are text; *head* and *foot* stand on each of them, with its number for a "#"."""
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=A4)
    for number, page in enumerate(pages, 1):
        for at, line in enumerate(page):
            for text, left in zip(line, columns, strict=False):
                canvas.drawString(left, A4[1] - TOP - PITCH * at, text)
        for line, height in ((head, A4[1] - 25), (foot, 25)):
            for text, left in zip(line, columns, strict=False):
                canvas.drawString(left, height, text.replace("#", str(number)))
        canvas.showPage()
    canvas.save()
    path = folder / "wells.pdf"
    path.write_bytes(stream.getvalue())
    (document,) = read(SourceFile(folder, path, path.name), report=lambda reason: None)
    return [
        [line for block in document.blocks if block.page == number and block.kind is not BlockKind.FURNITURE
         for line in document.text[block.span.start : block.span.end].split("\n")]
        for number in range(1, len(pages) + 1)
    ]  # fmt: skip


def _table(rows: Sequence[Line]) -> list[str]:
    return [" | ".join(row) for row in rows]


@pytest.mark.parametrize(
    "pages",
    [
        pytest.param([[HEADER, *_rows(1, 40)], [HEADER, *_rows(41, 80)], [HEADER, *_rows(81, 90)]], id="the header is repeated"),
        pytest.param([[HEADER, *_rows(1, 41)], _rows(42, 82), [*_rows(83, 86), ("Total", "3,913", "39,431")]], id="the header stands once"),
        pytest.param([[HEADER, *_rows(1, 41)], _rows(42, 82), _rows(83, 84)], id="the last page has two rows"),
        pytest.param(
            [[HEADER, *_rows(1, 39), ("Mossend", "–", "77")], [("Ryefield", "12", "–"), *_rows(41, 80)]],
            id="cells at the edges are missing",
        ),
        pytest.param(
            [[row[:2] for row in page] for page in ([HEADER, *_rows(1, 40)], [HEADER, *_rows(41, 80)])], id="the table has two columns"
        ),
    ],
)
def test_no_row_of_a_long_table_is_a_head_or_foot(tmp_path, pages):
    assert _pages(tmp_path, pages) == [_table(page) for page in pages]


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        pytest.param(("Wells of the parishes", "", "Page #"), ("Water Office",), id="a number in the head"),
        pytest.param((), ("Water Office", "2023", "#"), id="three parts in the foot"),
        pytest.param(("Water Office", "Wells", "2023"), ("Page # of 3",), id="in the columns of the table"),
    ],
)
def test_heads_and_feet_above_and_below_a_long_table_are_no_rows(tmp_path, head, foot):
    pages = [[HEADER, *_rows(1, 38)], [HEADER, *_rows(39, 76)], [HEADER, *_rows(77, 80)]]
    assert _pages(tmp_path, pages, head=head, foot=foot) == [_table(page) for page in pages]


def test_heads_and_feet_of_several_parts_around_running_text_are_none_of_it(tmp_path):
    text = _pages(
        tmp_path, [[(line,)] for line in PROSE], head=("Water Office", "Yearbook 2023", "#"), foot=("Wells and springs", "Page #")
    )
    assert text == [[line] for line in PROSE]


def test_titles_of_slides_that_differ_by_their_year_alone_are_text(tmp_path):
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=(800, 450))
    for number in range(4):
        for text, size, height in ((f"Wells dug in {2019 + number}", 24, 400), (f"The parishes dug {31 + number} wells.", 16, 300)):
            canvas.setFont("Helvetica", size)
            canvas.drawString(60, height, text)
        canvas.setFont("Helvetica", 10)
        canvas.drawString(60, 15, f"Slide {number + 1}")
        canvas.showPage()
    canvas.save()
    path = tmp_path / "slides.pdf"
    path.write_bytes(stream.getvalue())
    (document,) = read(SourceFile(tmp_path, path, path.name), report=lambda reason: None)
    text = [document.text[block.span.start : block.span.end] for block in document.blocks if block.kind is not BlockKind.FURNITURE]
    assert text == [line for number in range(4) for line in (f"Wells dug in {2019 + number}", f"The parishes dug {31 + number} wells.")]


def test_sentences_that_differ_by_their_numbers_alone_are_text_also_at_the_edge_of_pages(tmp_path):
    told = "The parish with the number {0} had {1} wells in all, and the most of these had run"
    dry = "dry by the end of summer. Nobody dug any more of them."
    firsts = [told.format(number, wells) for number, wells in ((1, 40), (2, 12), (3, 77))]
    pages = [[(first,), (dry,), (text,)] for first, text in zip(firsts, [*PROSE, PROSE[0][:40]], strict=True)]
    read_from = _pages(tmp_path, pages, foot=("Water Office, wells of all the parishes on the moor, page #",))
    assert [" ".join(page)[: len(first) + 1 + len(dry)] for page, first in zip(read_from, firsts, strict=True)] == [
        f"{first} {dry}" for first in firsts
    ]
    assert not any("Office" in line for page in read_from for line in page)


@pytest.mark.parametrize(
    ("foot", "kept"),
    [
        pytest.param(("1",), [], id="a number"),
        pytest.param(("", "– 47 –"), [], id="a number between dashes, in the middle"),
        pytest.param(("Page 3 of 9",), [], id="in words"),
        pytest.param(("1,204 wells",), ["1,204 wells"], id="no mere number"),
    ],
)
def test_the_only_page_may_be_numbered_at_its_foot(tmp_path: Path, foot: Line, kept: list[str]) -> None:
    [lines] = _pages(tmp_path, [[(line,) for line in (*PROSE, *PROSE[:1])]], foot=foot)
    assert [line for line in lines if line not in PROSE and not line.startswith(PROSE[0])] == kept


@pytest.mark.parametrize(
    ("foot", "kept"),
    [
        pytest.param(("Well survey of the moor", "Page 1"), False, id="a name and the number of the page"),
        pytest.param(("Parish Office", "Well survey", "1 of 1"), False, id="three parts"),
        pytest.param(("Parish 9", "12", "412"), True, id="a row"),
        pytest.param(("Measured with a rope", "by the sexton"), True, id="no number of a page"),
    ],
)
def test_a_foot_in_small_letters_goes_into_no_column_of_the_only_page(tmp_path: Path, foot: Line, kept: bool) -> None:
    canvas = Canvas(str(tmp_path / "wells.pdf"), pagesize=A4)
    lines = ["The parishes on the moor were asked", "in spring how many wells they had,", "and most of them answered in May."] * 8
    for left, column in ((60, [*lines, "Two of the parishes drew water from"]), (320, ["springs that had never run dry.", *lines])):
        for at, line in enumerate(column):
            canvas.setFont("Helvetica", 11)
            canvas.drawString(left, A4[1] - TOP - 14 * at - 300, line)
    canvas.setFont("Helvetica", 8)
    for text, left in zip(foot, COLUMNS, strict=False):
        canvas.drawString(left, 25, text)
    canvas.save()
    (document,) = read(SourceFile(tmp_path, tmp_path / "wells.pdf", "wells.pdf"), report=lambda reason: None)
    text = "\n".join(document.text[block.span.start : block.span.end] for block in document.blocks if block.kind is not BlockKind.FURNITURE)
    assert (foot[0] in text) is kept
    assert kept or "drew water from\nsprings that" in text or "drew water from springs that" in text
