"""Files that somebody writes to, cuts off or takes away while they are read: each costs itself at most, and says so."""

import json
import multiprocessing
import os
import time
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest

from qa_bot.errors import IngestError
from qa_bot.ingest import Readers, SourceFile, Unused
from qa_bot.schema import Document

STABLE = "The farms of the northern plain have brought in 340 tonnes of rye, the farm office said on Tuesday.\n"
LINES = 30_000  # of a .jsonl file: far more than waits in a pipe between two processes


def _sentences(thing: str, count: int) -> list[str]:
    return [f"The mill number {number} has ground {number + 10} sacks of {thing} this week, its owner said." for number in range(count)]


def _html(thing: str) -> bytes:
    return f"<main><h1>Mills</h1>{''.join(f'<p>{line}</p>' for line in _sentences(thing, 60))}</main>".encode()


def _csv(thing: str) -> bytes:
    return ("Mill,Sacks\n" + "".join(f"{thing} {number},{number}\n" for number in range(300))).encode()


def _jsonl(thing: str) -> bytes:
    return b"".join(json.dumps({"_id": str(at), "text": line}).encode() + b"\n" for at, line in enumerate(_sentences(thing, 60)))


def _pdf(thing: str) -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    stream = BytesIO()
    canvas = Canvas(stream)
    for at, line in enumerate(_sentences(thing, 40)):
        canvas.drawString(60, 780 - 18 * at, line)
    canvas.save()
    return stream.getvalue()


def _docx(thing: str) -> bytes:
    import docx

    stream, written = BytesIO(), docx.Document()
    for line in _sentences(thing, 60):
        written.add_paragraph(line)
    written.save(stream)
    return stream.getvalue()


def _zip(thing: str) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        for number in range(5):
            packed.writestr(f"{number}.txt", "\n\n".join(_sentences(thing, 20)))
    return stream.getvalue()


MADE: dict[str, Callable[[str], bytes]] = {
    ".txt": lambda thing: "\n\n".join(_sentences(thing, 60)).encode(),
    ".md": lambda thing: ("# Mills\n\n" + "\n\n".join(_sentences(thing, 60))).encode(),
    ".html": _html,
    ".csv": _csv,
    ".jsonl": _jsonl,
    ".pdf": _pdf,
    ".docx": _docx,
    ".zip": _zip,
}


def _write_again_and_again(path: Path, versions: tuple[bytes, bytes], stop: Path) -> None:
    """Write now this, now that version into the file, in two halves; at times take it away."""
    number = 0
    while not stop.exists():
        data = versions[number % 2]
        with path.open("wb", buffering=0) as stream:
            stream.write(data[: len(data) // 2])
            time.sleep(0.001)
            stream.write(data[len(data) // 2 :])
        if number % 5 == 4:
            path.unlink()
        number += 1


def _outcome(content: Iterator[Document | Unused]) -> list[str]:
    """Return the texts of a file, and the reasons why something is missing."""
    found: list[str] = []
    try:
        found += [each.reason if isinstance(each, Unused) else each.text for each in content]
    except IngestError as exc:
        found.append(str(exc))
    return found


@pytest.mark.parametrize("kind", MADE)
def test_a_file_that_another_process_writes_to_gives_what_it_holds_or_a_reason(tmp_path, kind):
    changing, stable, stop = tmp_path / f"changing{kind}", tmp_path / "stable.txt", tmp_path / "stop"
    versions = (MADE[kind]("rye"), MADE[kind]("barley and oats"))
    changing.write_bytes(versions[0])
    stable.write_text(STABLE, encoding="utf-8")
    writer = multiprocessing.get_context("spawn").Process(target=_write_again_and_again, args=(changing, versions, stop))
    writer.start()
    try:
        with Readers(2) as readers:
            for _ in range(10):
                files = [SourceFile(tmp_path, path, path.name) for path in (changing, stable)]
                outcomes = [_outcome(content) for _, content in readers.read(files)]
                assert outcomes[1] == [STABLE]
                assert outcomes[0]
                assert all("rye" in said or "barley" in said or changing.name in said for said in outcomes[0]), outcomes[0]
    finally:
        stop.touch()
        writer.join()


@pytest.mark.parametrize("change", ["unlinked", "replaced", "cut off"])
def test_of_a_long_file_of_lines_that_changes_meanwhile_what_was_read_stays_and_what_follows_is_read(tmp_path, change):
    path, stable = tmp_path / "long.jsonl", tmp_path / "stable.txt"
    path.write_bytes(b"".join(b'{"_id": "%d", "text": "%s %d"}\n' % (at, b"rye " * 50, at) for at in range(LINES)))
    stable.write_text(STABLE, encoding="utf-8")
    with Readers() as readers:
        turns = readers.read([SourceFile(tmp_path, each, each.name) for each in (path, stable)])
        _, content = next(turns)
        assert isinstance(next(content), Document)
        if change == "unlinked":
            path.unlink()
        elif change == "replaced":
            (tmp_path / "new").write_bytes(b"{}\n")
            (tmp_path / "new").replace(path)
        else:
            os.truncate(path, 40)
        rest = _outcome(content)
        assert all("rye" in said or path.name in said for said in rest)
        assert len(rest) == LINES - 1 if change != "cut off" else 0 < len(rest) < LINES - 1
        assert [_outcome(each) for _, each in turns] == [[STABLE]]


def test_an_archive_that_is_overwritten_between_two_of_its_files_names_what_it_lost(tmp_path):
    path = tmp_path / "mills.zip"
    with zipfile.ZipFile(path, "w") as packed:
        for number in range(40):
            packed.writestr(f"{number:02}.txt", "\n\n".join(_sentences("rye", 2_000)))
    size = path.stat().st_size
    with Readers() as readers:
        _, content = next(readers.read([SourceFile(tmp_path, path, path.name)]))
        assert isinstance(next(content), Document)
        path.write_bytes(b"\0" * size)
        rest = _outcome(content)
    assert any("damaged" in said for said in rest), [said[:80] for said in rest]
    assert all("rye" in said or path.name in said for said in rest)
