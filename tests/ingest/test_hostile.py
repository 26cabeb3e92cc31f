"""A folder of all that is broken or made to do harm, read by the program itself: each file costs itself, and has its reason."""

import contextlib
import json
import os
import socket
import struct
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from qa_bot.errors import IngestError
from qa_bot.ingest import Readers, SourceFile, walk

GOOD = "The farms brought in 340 tonnes of rye in 2022.\n"
LAUGHS = "".join(f'<!ENTITY l{at} "{f"&l{at - 1};" * 10}">' for at in range(1, 10))
XML = '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY l0 "ha">{}]><w:document xmlns:w="w"><w:body><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:body></w:document>'
LOOP = b"%PDF-1.4\n1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n2 0 obj <</Type /Pages /Kids [2 0 R] /Count 9 /Parent 2 0 R>> endobj\ntrailer <</Root 1 0 R>>\n"


def _packed(path: Path, entries: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in entries.items():
            packed.writestr(name, content)


def _lying(path: Path, size: int) -> None:
    """Write an archive whose headers say that it unpacks to *size* bytes, while it does to 64 MB."""
    _packed(path, {"a.txt": b"\0" * 64 * 1024**2})
    data = bytearray(path.read_bytes())
    struct.pack_into("<I", data, 22, size)
    struct.pack_into("<I", data, data.index(b"PK\x01\x02") + 24, size)
    path.write_bytes(data)


def _special(folder: Path) -> None:
    """Make what is no file, and names that no file should have."""
    (folder / "link.txt").symlink_to(folder / "good.txt")
    (folder / "out.txt").symlink_to("/etc/passwd")
    (folder / "around").symlink_to(folder)
    os.mkfifo(folder / "pipe.txt")
    here = Path.cwd()
    os.chdir(folder)  # the path of a socket may have a hundred characters only
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind("socket.txt")
    os.chdir(here)
    with contextlib.suppress(PermissionError):
        os.mknod(folder / "device.txt", 0o600 | 0o020000, os.makedev(1, 5))  # as /dev/zero
    (folder / f"{'ж' * 125}.txt").write_text("There were 14 sluices in 2015.\n", encoding="utf-8")
    for name in ("c1\u009b31m.txt".encode(), b"tab\t.txt", b"new\nline.txt", "bidi\u202etxt.txt".encode(), b"bad\xff.txt", b"\x1b[2J.txt"):
        Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_text(GOOD, encoding="utf-8")
    (folder / f"{'n' * 251}.txt").write_text("There were 12 mills in 2021.\n", encoding="utf-8")
    (folder / "closed.txt").write_text(GOOD, encoding="utf-8")
    (folder / "closed.txt").chmod(0)


def _made(folder: Path) -> Path:
    """Fill *folder* and return it."""
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    _special(folder)
    (folder / "laughs.html").write_text(
        f'<!DOCTYPE html [<!ENTITY l0 "ha">{LAUGHS}<!ENTITY x SYSTEM "file:///etc/passwd">]><p>&l9; &x; There were 3 locks in 2014.',
        encoding="utf-8",
    )
    (folder / "oneline.jsonl").write_bytes(b'{"text": "' + b"x" * (65 * 1024**2) + b'"}\n')
    _packed(folder / "laughs.docx", {"word/document.xml": XML.format(LAUGHS, "&l9;").encode()})
    _packed(folder / "reaching.docx", {"word/document.xml": XML.format('<!ENTITY x SYSTEM "file:///etc/passwd">', "&x;").encode()})
    (folder / "deep.html").write_text("<div>" * 100_000 + "<p>There were 7 ferries in 2020." + "</div>" * 100_000, encoding="utf-8")
    (folder / "regex.txt").write_text(
        "(" * 20_000 + "\n\n" + "a" * 50_000 + "!\n\n" + "- " * 20_000 + "\n\n" + "1," * 5_000 + "\n", encoding="utf-8"
    )
    (folder / "regex.md").write_text(
        "[" * 20_000 + "\n\n" + "*a " * 10_000 + "\n\n" + "| " * 10_000 + "\n|" + "-|" * 5_000 + "\n", encoding="utf-8"
    )
    (folder / "oneline.txt").write_text("the mill stands still " * 50_000, encoding="utf-8")
    (folder / "nuls.txt").write_bytes(GOOD.encode() * 20 + b"Rye\0 grew on 9 farms in 2019.\0\n")
    (folder / "zeros.txt").write_bytes(b"\0" * 100_000)
    (folder / "loop.pdf").write_bytes(LOOP)
    _packed(folder / "bomb.zip", {"a.txt": b"\0" * 64 * 1024**2})
    _lying(folder / "liar.zip", 1000)
    _packed(
        folder / "nested.zip", {"in.zip": b"PK", "a.txt": b"There were 5 tugs in 2018.\n", "../../up.txt": b"There were 6 tugs in 2017.\n"}
    )
    (folder / "empty.csv").write_bytes(b"")
    (folder / "broken.jsonl").write_text('{"text": "There were 8 buses in 2016."}\n{"text": 5}\n{{{\n', encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def listed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[dict[str, str]]]:
    """Return what the program lists once it has read such a folder."""
    folder = tmp_path_factory.mktemp("hostile")
    docs = _made(folder / "docs")
    run = [sys.executable, "-m", "qa_bot"]
    built = subprocess.run([*run, "index", str(docs), "--index", str(folder / "index")], capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stderr
    assert "Traceback" not in built.stderr
    assert "\x1b" not in built.stderr
    shown = subprocess.run([*run, "sources", "--json", "--index", str(folder / "index")], capture_output=True, text=True, check=True)
    found: dict[str, list[dict[str, str]]] = json.loads(shown.stdout)
    text = b"".join(path.read_bytes() for path in (folder / "index").rglob("*") if path.is_file())
    assert b"root:" not in text
    assert not (folder / "up.txt").exists()
    return found


def test_what_can_be_read_is_read(listed):
    ids = {document["doc_id"] for document in listed["documents"]}
    assert {
        "good.txt",
        "deep.html",
        "laughs.html",
        f"{'ж' * 125}.txt",
        "nuls.txt",
        "oneline.txt",
        "regex.txt",
        f"{'n' * 251}.txt",
        "broken.jsonl#1",
        "nested.zip/a.txt",
    } <= ids
    assert not any(name in ids for name in ("link.txt", "out.txt", "pipe.txt", "zeros.txt"))


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("link.txt", "a symbolic link"),
        ("out.txt", "a symbolic link"),
        ("around", "a symbolic link"),
        ("pipe.txt", "a named pipe"),
        ("socket.txt", "a socket"),
        pytest.param("device.txt", "a device", marks=pytest.mark.skipif(os.geteuid() != 0, reason="only the superuser makes devices")),
        pytest.param(
            "closed.txt", "no permission", marks=pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
        ),
        ("c1\u009b31m.txt", "its name cannot be printed"),
        ("tab\t.txt", "its name cannot be printed"),
        ("new\nline.txt", "its name cannot be printed"),
        ("bidi\u202etxt.txt", "its name cannot be printed"),
        ("bad\ufffd.txt", "its name cannot be printed"),
        ("\x1b[2J.txt", "its name cannot be printed"),
        ("laughs.docx", "document type"),
        ("reaching.docx", "document type"),
        ("zeros.txt", "binary data"),
        ("loop.pdf", "the pages 1, 2, 3, 4, 5, 6, 7, 8, 9 are damaged"),
        ("bomb.zip", "it unpacks to more"),
        ("liar.zip", "a.txt is damaged"),
        ("nested.zip", "an archive in an archive"),
        ("empty.csv", "the file is empty"),
        ("oneline.jsonl", "a line of more than 64 MB"),
        ("broken.jsonl", "broken.jsonl:3"),
    ],
)
def test_what_cannot_be_read_is_named_with_the_reason(listed, name, reason):
    reasons = [skip["reason"] for skip in listed["skipped"] if Path(skip["path"]).name == name]
    assert any(reason in each for each in reasons), (reasons, sorted(Path(skip["path"]).name for skip in listed["skipped"]))


def test_a_file_that_vanishes_or_turns_into_something_else_before_it_is_read_costs_itself(tmp_path):
    for name in ("a.txt", "b.txt", "c.txt", "d.txt"):
        (tmp_path / name).write_text(GOOD, encoding="utf-8")
    files = sorted(each for each in walk([tmp_path]) if isinstance(each, SourceFile))
    (tmp_path / "a.txt").unlink()
    (tmp_path / "b.txt").unlink()
    os.mkfifo(tmp_path / "b.txt")
    (tmp_path / "c.txt").unlink()
    (tmp_path / "c.txt").symlink_to("/etc/passwd")
    with Readers() as readers:
        assert [_outcome(file, content) for file, content in readers.read(files)] == [
            "a.txt: No such file or directory", "b.txt: it is no longer a file", "c.txt: it has become a link, or lies behind one", "d.txt: read"
        ]  # fmt: skip


def _outcome(file: SourceFile, content: object) -> str:
    try:
        list(content)  # type: ignore[call-overload]
    except IngestError as exc:
        return f"{file.rel}: {str(exc).split(': ', 1)[1].split(';')[0]}"
    return f"{file.rel}: read"
