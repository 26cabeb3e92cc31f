"""Throw files at a reader that a person's could turn into, for as long as is said; print the one that breaks a law, and keep it.

    python tools/fuzz_readers.py html 10        ten minutes of broken web pages
    python tools/fuzz_readers.py all 1          a minute of each kind

A file is a good one with parts cut out, doubled, put elsewhere or replaced.
What is found this way becomes a test in tests/ingest. Ten minutes of each kind found raised text that nobody closed (html, zip) and words
as long as a page (pdf), which both took minutes.
"""

import argparse
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qa_bot.deadline import deadline
from qa_bot.errors import IngestError
from qa_bot.figures.extract import extract
from qa_bot.ingest import Readers, SourceFile, Unused, read, split
from qa_bot.schema import Document

TESTS = Path(__file__).parents[1] / "tests"
ROUND = 50  # files between two looks at the clock
SLOWEST = 20.0  # seconds of work for one file; a hundred kilobytes take one
FIGURES_OF = 2_000  # characters of a document whose figures are looked for too
TOKENS = {
    "html": "<p>|</p>|<div class='nav'>|</div>|<table>|<tr>|<td colspan=3>|<th rowspan=999999>|</table>|<ul><li>|<h1>|<br>|<a href=x>|<sup>2</sup>|<dl><dt>|<dd>|<pre>|"
    "<time datetime=2022-05-03>|<script>|</script>|<!--|-->|<![CDATA[|<?|&#0;|&#xD800;|&amp|<main>|<caption>|<|>|\0|12|\u202e|<meta property='og:title' content='|"
    '<script type="application/ld+json">[{"@type":"Article","headline":{}}]</script>|<template>|<svg>|<select><option>|<plaintext>|<noscript>|</body>|</html>',
    "csv": ',|;|"|""|\n|\r|\t|||1,5|n/a|2021|-|sep=;\n|Total|\0|\ufeff| |North "East|(12)|%|€|' + "x" * 70_000,
    "text": '\n|\n\n|  |\t|||---|===|# |## |* |1. |a) |> |```|~~~|<!--|-->|[a](b)|![|\\||---\n|title: x\n|date: 2022-05-03\n|published: [|&a [*a]|{|}|":"|…|...|\0|\r|'
    "Read also|Leave a Reply|KAZAN, 3 May 2021 (Wire) — |12,5|2021|\u2028|\x85|и\u0306|\ud83d|%|№|-|" + "a " * 40 + "|" + "((" * 200,
    "pdf": "obj|endobj|stream\n|endstream|<<|>>|[|]|/Kids [1 0 R]|/Parent 3 0 R|/Count 99999999|/MediaBox [0 0 1e30 -1e30]|BT|ET|Tj|(|)|0 0 0 0 0 0 Tm|1e38|-99999999999|"
    "nan|q|Q|cm|/Rotate 90|/Length 9999999|xref|trailer|startxref|%%EOF|R|Do|/Filter /FlateDecode|/Encrypt 1 0 R|\0|<FEFFD800>|0 Tf|1e9 Tf",
    "docx": "<w:p>|</w:p>|<w:r>|</w:r>|<w:t>|</w:t>|<w:tbl>|</w:tbl>|<w:tr>|</w:tr>|<w:tc>|</w:tc>|<w:gridSpan w:val='999999999'/>|<w:gridSpan w:val='-1'/>|<w:vMerge/>|<w:tcPr>|</w:tcPr>|"
    "<w:numPr><w:ilvl w:val='99999'/><w:numId w:val='1'/></w:numPr>|<w:sdt>|<w:txbxContent>|<w:drawing>|&x;|&#0;|&#55296;|<!DOCTYPE a [<!ENTITY x 'y'>]>|<![CDATA[|]]>|<|>|²|"
    "<w:trPr><w:gridBefore w:val='100000'/></w:trPr>|w:val='٣'|w:val=''|<w:pStyle w:val='Heading1'/>|<w:basedOn w:val='Normal'/>|<w:outlineLvl w:val='²'/>",
}  # fmt: skip


def _mutated(good: st.SearchStrategy[bytes], tokens: str) -> st.SearchStrategy[bytes]:
    """Return files made of *good* ones by a few cuts, doublings, moves and insertions of *tokens*."""
    pieces = st.sampled_from([token.encode("utf-8", "surrogatepass") for token in tokens.split("|")] + [b"|"]) | st.binary(max_size=8)
    change = st.tuples(st.sampled_from("cdmirrf"), st.floats(0, 1), st.floats(0, 1), pieces, st.integers(1, 3000))

    def apply(data: bytes, changes: list[tuple[str, float, float, bytes, int]]) -> bytes:
        for kind, place, other, piece, times in changes:
            at, to = int(place * len(data)), int(other * len(data))
            end = min(len(data), at + times)
            match kind:
                case "c":
                    data = data[:at] + data[end:]
                case "d":
                    data = data[:end] + data[at:end] * min(times, 30) + data[end:]
                case "m":
                    part, data = data[at:end], data[:at] + data[end:]
                    data = data[:to] + part + data[to:]
                case "i":
                    data = data[:at] + piece + data[at:]
                case "r":
                    data = data[:at] + piece * min(times, max(1, 100_000 // max(1, len(piece)))) + data[at:]
                case _:
                    data = data[:at] + bytes(byte ^ (times & 255) for byte in data[at : at + 4]) + data[at + 4 :]
        return data[:400_000]

    return st.builds(apply, good, st.lists(change, min_size=1, max_size=8))


def _bytes_of(*globs: str) -> list[bytes]:
    return [path.read_bytes() for pattern in globs for path in sorted(TESTS.glob(pattern))]


def _html() -> st.SearchStrategy[tuple[str, bytes]]:
    return st.tuples(st.just("a.html"), _mutated(st.sampled_from(_bytes_of("pages/**/*.html")), TOKENS["html"]))


def _text() -> st.SearchStrategy[tuple[str, bytes]]:
    lines = [b'{"_id": "a", "title": "Rye", "text": "Farms grew 12 t.", "published": "2022-05-03"}\n' * 3, b'{"text": "\\ud800 \\u0000"}\n']
    good = _bytes_of("documents/*.md", "documents/*.txt") + lines
    return st.tuples(st.sampled_from(["a.txt", "a.md", "a.jsonl"]), _mutated(st.sampled_from(good), TOKENS["text"]))


def _csv() -> st.SearchStrategy[tuple[str, bytes]]:
    good = [
        "Port;Boats;Crew\r\nTarn;12;40\r\nOmsk;7;\r\n" * 3,
        'Region,2021,2022\n"North, East","1,204",n/a\nTotal,5,6\nNote: as of May\n',
        "Exports by port\nUSD million\n\tExports\t\tImports\n\t2021\t2022\t2021\t2022\nTarn\t1\t2\t3\t4\n",
        "район|чел.|тыс. руб.\nРечной|1 204|3,5\n",
    ]
    encoded = [text.encode(encoding) for text in good for encoding in ("utf-8", "utf-16", "cp1251")]
    return st.tuples(st.sampled_from(["a.csv", "a.tsv"]), _mutated(st.sampled_from(encoded), TOKENS["csv"]))


def _pdf() -> st.SearchStrategy[tuple[str, bytes]]:
    from reportlab.lib.pagesizes import A4  # here: only this kind needs it
    from reportlab.pdfgen.canvas import Canvas

    def page(compression: int) -> bytes:
        stream = BytesIO()
        canvas = Canvas(stream, pagesize=A4, pageCompression=compression)
        for number in range(3):
            for line in range(30):
                canvas.drawString(60 + 250 * (line % 2), 780 - 12 * line, f"The fleet of Tarn Bay had {line}{number} boats in 2022, fewer-")
            canvas.showPage()
        canvas.save()
        return stream.getvalue()

    return st.tuples(st.just("a.pdf"), _mutated(st.sampled_from([page(0), page(0), page(1)]), TOKENS["pdf"]))


def _packed(entries: dict[str, bytes]) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in entries.items():
            packed.writestr(name, content)
    return stream.getvalue()


def _docx() -> st.SearchStrategy[tuple[str, bytes]]:
    import docx  # here: only this kind needs it

    written = docx.Document()
    written.add_heading("Fishing in 2022", 0)
    written.add_paragraph("The fleet had 212 boats in 2022.").add_run("2").font.superscript = True
    written.add_paragraph("trawlers: 37", style="List Bullet")
    table = written.add_table(rows=4, cols=3)
    table.cell(0, 1).merge(table.cell(0, 2))
    for number, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = str(number)
    stream = BytesIO()
    written.save(stream)
    with zipfile.ZipFile(stream) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    read_parts = ["word/document.xml", "word/document.xml", "word/styles.xml", "docProps/core.xml"]

    def changed(part: str, content: bytes) -> bytes:
        return _packed({**parts, part: content})

    inner = st.sampled_from(read_parts).flatmap(
        lambda part: st.builds(changed, st.just(part), _mutated(st.just(parts[part]), TOKENS["docx"]))
    )
    return st.tuples(st.just("a.docx"), inner | _mutated(st.just(stream.getvalue()), TOKENS["docx"]))


def _zip() -> st.SearchStrategy[tuple[str, bytes]]:
    inner = _html() | _text() | _csv() | _docx()
    names = st.sampled_from(["a", "b/c", "../d", "e\n", "/f", "g" * 300, "ж"])

    def packed(files: list[tuple[str, tuple[str, bytes]]]) -> bytes:
        return _packed({name + kind[1:]: content for name, (kind, content) in files})

    good = st.lists(st.tuples(names, inner), min_size=1, max_size=3).map(packed)
    return st.tuples(st.just("a.zip"), good | _mutated(good, "PK\x03\x04|PK\x01\x02|PK\x05\x06|\xff\xff\xff\xff|\0\0"))


FAMILIES: dict[str, Callable[[], st.SearchStrategy[tuple[str, bytes]]]] = {
    "html": _html, "docx": _docx, "pdf": _pdf, "csv": _csv, "zip": _zip, "text": _text,
}  # fmt: skip


def check(path: Path, documents: Iterator[Document]) -> None:
    """Hold what was read from *path* to the laws of blocks and passages."""
    for document in documents:
        document.model_dump_json()
        end = 0
        for block in document.blocks:
            assert end <= block.span.start < block.span.end <= len(document.text), (path, block)
            assert all(block.span.start <= cell.span.start <= cell.span.end <= block.span.end for cell in block.cells), (path, block)
            end = block.span.end
        passages = split(document)
        for passage in passages:
            assert passage.text == document.text[passage.span.start : passage.span.end], (path, passage)
        if len(document.text) <= FIGURES_OF:
            for figure in extract(document, passages):
                assert document.text[figure.span.start : figure.span.end] == figure.surface, (path, figure)


def _documents(file: SourceFile, readers: Readers | None) -> Iterator[Document]:
    """Yield the documents of *file*; with *readers* from a process of its own, since what is no Python may crash."""
    if readers is None:
        yield from read(file, report=lambda reason: None)
        return
    for _, content in readers.read([file]):
        for part in content:
            if not isinstance(part, Unused):
                yield part


def fuzz(family: str, minutes: float, keep: Path) -> int:
    """Try files of *family* for so long; the last one that was tried is in *keep*. Return how many."""
    until = time.monotonic() + 60 * minutes
    tried = 0
    with Readers() as readers, tempfile.TemporaryDirectory() as folder:

        @settings(max_examples=ROUND, deadline=None, database=None, suppress_health_check=list(HealthCheck))
        @given(FAMILIES[family]())
        def one(example: tuple[str, bytes]) -> None:
            nonlocal tried
            tried += 1
            name, data = example
            path = Path(folder) / name
            path.write_bytes(data)
            (keep / name).write_bytes(data)
            file = SourceFile(Path(folder), path, name)
            try:
                with deadline(SLOWEST):
                    check(path, _documents(file, readers if family == "pdf" else None))
            except IngestError as exc:
                if any(sign in str(exc) for sign in ("it is broken (", "crashed", "takes more than")):
                    raise AssertionError(name) from exc

        while time.monotonic() < until:
            one()
    return tried


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("family", choices=[*FAMILIES, "all"])
    parser.add_argument("minutes", type=float)
    parser.add_argument("--keep", type=Path, default=Path(tempfile.gettempdir()), help="where the file stays that breaks a law")
    args = parser.parse_args()
    for family in FAMILIES if args.family == "all" else [args.family]:
        print(f"{family}: {fuzz(family, args.minutes, args.keep)} files in {args.minutes:g} minutes", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
