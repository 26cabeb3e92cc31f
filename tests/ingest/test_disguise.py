"""A file under a wrong name is told by its first bytes, and its reason says what it is and what to do."""

from pathlib import Path

import pytest

from qa_bot.errors import UnreadableDocumentError
from qa_bot.ingest import SourceFile, read
from qa_bot.schema import Document

PAGE = "<html><head><title>Ferry</title></head><body><h1>Ferry</h1><p>The ferry carried 41,200 passengers in 2022, the office said.</p></body></html>"
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def _read(folder: Path, name: str, content: bytes | str) -> list[Document]:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(read(SourceFile(folder, path, name), report=lambda reason: None))


@pytest.mark.parametrize(
    "opening", ["", "\ufeff", "\n<!-- saved from url=(0014)about:internet -->\n", "<!DOCTYPE html>\n", '<?xml version="1.0"?>\n']
)
def test_a_web_page_saved_as_text_is_read_as_a_page(tmp_path, opening):
    (document,) = _read(tmp_path, "ferry.txt", opening + PAGE)
    assert (document.title, document.text) == ("Ferry", "Ferry\n\nThe ferry carried 41,200 passengers in 2022, the office said.")


def test_a_text_about_html_stays_a_text(tmp_path):
    (document,) = _read(tmp_path, "notes.txt", "A page begins with <html> and ends with </html>.")
    assert document.text == "A page begins with <html> and ends with </html>."


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.pdf", PAGE, "it is a web page; let its name end in .html"),
        ("a.docx", PAGE, "it is a web page; let its name end in .html"),
        ("a.docx", OLD, "it is locked by a password, or of an old word processor; save it as .docx without a password"),
        ("a.docx", b"%PDF-1.7\n", "it is a PDF; let its name end in .pdf"),
        ("a.pdf", b"PK\x03\x04 and so on", "it is an archive or an office document; let its name end in .zip or .docx"),
        ("a.docx", rb"{\rtf1 Rye.}", "it is rich text; save it as .docx"),
        ("a.pdf", b"%PDF-1.7\n", "damaged, or no PDF"),
        *(
            (f"a{suffix}", b"%PDF-1.7\n\x80\0", "it is a PDF; let its name end in .pdf")
            for suffix in (".txt", ".md", ".html", ".csv", ".jsonl")
        ),
        ("a.txt", b"PK\x03\x04\0", "it is an archive or an office document; let its name end in .zip or .docx"),
        ("a.txt", OLD, "it is locked by a password, or of an old word processor; save it as .docx without a password"),
        ("a.txt", b"\x89PNG\0", "a binary file under a text file's name; convert it to text first"),
        *((f"a{suffix}", b"", "the file is empty; remove it or get it anew") for suffix in (".pdf", ".docx", ".zip")),
        ("a.docx", b"PK\x03\x04", "damaged, or no .docx file"),
        ("a.zip", b"Rye.", "damaged, or no .zip file"),
    ],
)
def test_what_it_is_instead_is_said_with_what_to_do(tmp_path, name, content, reason):
    with pytest.raises(UnreadableDocumentError) as raised:
        _read(tmp_path, name, content)
    assert str(raised.value).startswith(f"{name}: {reason}")
