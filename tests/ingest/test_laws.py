"""Laws that hold for any input: spans slice, blocks are in order, nothing is lost, nothing but our errors is raised."""

import contextlib
import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa_bot.errors import IngestError
from qa_bot.figures.extract import extract
from qa_bot.ingest import SourceFile, read, split
from qa_bot.ingest.lines import MARKER
from qa_bot.ingest.tables import is_rule
from qa_bot.schema import BlockKind, Document

EXAMPLES = settings(max_examples=50, deadline=None)
BARE = (BlockKind.HEADING, BlockKind.FURNITURE)

lines = st.sampled_from(
    [
        "",
        "",
        "A record harvest",
        "What happened to the rye?",
        "The farms brought in 340 tonnes of wheat, the office said. Rye rotted.",
        "The farms of the northern plain have brought in more wheat than in any year since records began, the office said on Tuesday. " * 3,
        "The farms of the northern plain have brought in more wheat...",
        "Потери по районам:",
        "- Орёл: 40 т;",
        "– Тарн – 12 т.",
        "  1. winter rye",
        "| Crop | t |",
        "|---|---|",
        "| Wheat \\| rye | 340 |",
        "Table 1. Yields",
        "# Harvest #",
        "=====",
        "---",
        "```",
        "<!-- note",
        "-->",
        "> The rye",
        "**Losses**",
        "Read also",
        "Leave a Reply",
        "Source: Farm Office",
        "KAZAN, 3 May 2021 (Volga Wire) — Farmers have brought in 20 tonnes.",
        "title: Harvest",
    ]
)
texts = st.lists(lines | st.text(max_size=60), max_size=25).map("\n".join)


def _read(data: bytes, name: str) -> list[Document]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        return list(read(SourceFile(path, path, name), report=lambda reason: None))


def _documents(text: str, name: str) -> list[Document]:
    try:
        return _read(text.encode("utf-8", "replace"), name)
    except IngestError:
        return []


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
@given(text=texts)
@EXAMPLES
def test_blocks_slice_the_text_in_order_and_apart(name: str, text: str) -> None:
    for document in _documents(text, name):
        end = 0
        for block in document.blocks:
            assert end <= block.span.start < block.span.end <= len(document.text)
            slice_ = document.text[block.span.start : block.span.end]
            assert slice_ == slice_.strip()
            assert all(block.span.start <= cell.span.start <= cell.span.end <= block.span.end for cell in block.cells)
            end = block.span.end


@given(text=texts)
@EXAMPLES
def test_nothing_but_list_marks_and_rules_stands_outside_the_blocks_of_plain_text(text: str) -> None:
    for document in _documents(text, "a.txt"):
        left = list(document.text)
        for block in document.blocks:
            left[block.span.start : block.span.end] = [" "] * (block.span.end - block.span.start)
        for line in "".join(left).split("\n"):
            bare = line.strip().removeprefix("|")  # that opens the first row of a table
            assert not bare.strip() or MARKER.match(bare.strip() + " x") or is_rule(bare.strip())


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
@given(text=texts)
@EXAMPLES
def test_every_character_of_content_is_in_one_passage_and_no_other_in_any(name: str, text: str) -> None:
    for document in _documents(text, name):
        times = [0] * len(document.text)
        for passage in split(document):
            for at in range(passage.span.start, passage.span.end):
                times[at] += 1
        for block in document.blocks:
            within = {times[at] for at in range(block.span.start, block.span.end) if not document.text[at].isspace()}
            if block.kind in BARE:
                assert within == {0}
            elif block.kind is not BlockKind.TABLE:
                assert within == {1}
            else:
                rows = [cell.span for cell in block.cells if not cell.header]
                assert all(times[at] == 1 for span in rows for at in range(span.start, span.end))


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
@given(text=texts)
@EXAMPLES
def test_sentences_are_in_their_passage_in_order_and_cover_its_paragraphs(name: str, text: str) -> None:
    for document in _documents(text, name):
        covered = [False] * len(document.text)
        for number, passage in enumerate(split(document)):
            assert passage.passage_id == f"{document.doc_id}#p{number}"
            assert passage.text == document.text[passage.span.start : passage.span.end]
            end = passage.span.start
            for sentence in passage.sentences:
                assert end <= sentence.start < sentence.end <= passage.span.end
                covered[sentence.start : sentence.end] = [True] * (sentence.end - sentence.start)
                end = sentence.end
        for block in document.blocks:
            if block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.CAPTION):
                assert all(covered[at] or document.text[at].isspace() for at in range(block.span.start, block.span.end))


_TAGS = (
    "<p> </p> <div_class='nav'> </div> <table> <tr> <td_colspan=3> <th_rowspan=2> </table> <ul><li> <h1> <br> <a_href=x> <sup>2 </sup> <dl><dt> <dd> <pre> "
    "<time_datetime=2022-05-03> <script> <!-- --> &#0; <main> <caption> < \0 12"
).split(" ")
_MARKUP = st.lists(
    st.sampled_from([tag.replace("_", " ") for tag in _TAGS]) | st.text(max_size=20),
    max_size=40,
).map("".join)
_CELLS = st.lists(
    st.lists(st.sampled_from(["", "12", "1,5", "2021", "North", '"', "n/a", "a|b"]) | st.text(max_size=6), max_size=5), max_size=8
).map(lambda rows: "\n".join(";".join(row) for row in rows))


@pytest.mark.parametrize("name", ["a.html", "a.csv"])
@given(text=_MARKUP | _CELLS)
@EXAMPLES
def test_what_is_laid_out_anew_keeps_the_laws_of_blocks_and_passages(name: str, text: str) -> None:
    for document in _documents(text, name):
        end = 0
        for block in document.blocks:
            assert end <= block.span.start < block.span.end <= len(document.text)
            assert all(block.span.start <= cell.span.start <= cell.span.end <= block.span.end for cell in block.cells)
            assert document.text[block.span.start : block.span.end].strip() == document.text[block.span.start : block.span.end]
            end = block.span.end
        for passage in split(document):
            assert passage.text == document.text[passage.span.start : passage.span.end]
            starts = [sentence.start for sentence in passage.sentences]
            assert starts == sorted(starts)
        extract(document, split(document))


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.jsonl", "a.html", "a.csv", "a.tsv", "a.pdf", "a.docx", "a.zip"])
@given(
    data=st.binary(max_size=400)
    | st.binary(max_size=200).map(lambda data: b"%PDF-1.4\n" + data)
    | st.binary(max_size=200).map(lambda data: b"PK\x03\x04" + data)
    | texts.map(lambda text: text.encode("utf-16", "replace"))
    | st.text(max_size=100).map(lambda text: text.encode("cp1251", "ignore"))
)
@EXAMPLES
def test_any_bytes_give_documents_or_our_error(name: str, data: bytes) -> None:
    documents: list[Document] = []
    with contextlib.suppress(IngestError):
        documents = _read(data, name)
    for document in documents:
        document.text.encode()
        split(document)


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
@given(text=texts)
@EXAMPLES
def test_reading_twice_is_the_same(name: str, text: str) -> None:
    first, again = _documents(text, name), _documents(text, name)
    assert [document.model_dump_json() for document in first] == [document.model_dump_json() for document in again]
    assert [split(document) for document in first] == [split(document) for document in again]


@given(
    fields=st.dictionaries(
        st.sampled_from(["_id", "title", "text", "published", "publisher", "url", "language", "x"]),
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30) | st.lists(st.text(max_size=5), max_size=2),
    )
)
@EXAMPLES
def test_any_jsonl_line_gives_a_document_or_a_report(fields: dict[str, object]) -> None:
    line = json.dumps(fields)
    reports: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.jsonl"
        path.write_text('{"text": "Rye."}\n' + line + "\n", encoding="utf-8")
        documents = list(read(SourceFile(path, path, "a.jsonl"), report=reports.append))
    assert len(documents) == 2 or reports
