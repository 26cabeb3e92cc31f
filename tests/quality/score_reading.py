"""How well are files read? Words of the text kept, words of the page let in, cells found with their scope, days right or absent.

    python tests/quality/score_reading.py          prints the measures of each kind of file, and what went wrong

The pages are those of tests/pages, where comments mark the text; the PDF and DOCX documents are those of tests/ingest, which write
them; the tables stand here.
"""

import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from qa_bot.figures.extract import extract
from qa_bot.ingest import SourceFile, read, split
from qa_bot.schema import BlockKind, Document

TESTS = Path(__file__).parents[1]
SIGNS = "|.,;:!?()“”«»\"' "

Cell = tuple[str, float, str | None, str, int | None]  # surface, value, unit, label of the row, year

TABLES: dict[str, tuple[bytes, list[Cell]]] = {
    "landings.csv": (
        "Species;2021;2022\r\nCod;18,400;12,750\r\nTurbot;640;n/a\r\nTotal;19,040;12,750\r\n".encode("utf-16"),
        [("18,400", 18400, None, "Cod", 2021), ("12,750", 12750, None, "Cod", 2022), ("640", 640, None, "Turbot", 2021), ("19,040", 19040, None, "Total", 2021),
         ("12,750", 12750, None, "Total", 2022)],
    ),
    "trade.tsv": (
        "Trade by region, EUR million\nRegion\tExports\t\tImports\t\n\t2021\t2022\t2021\t2022\nEurope\t41,250\t46,031\t38,114\t44,902\nAsia\t9,870\t10,655\t15,220\t…\n".encode(),
        [("41,250", 41.25e9, "EUR", "Europe", 2021), ("46,031", 46.031e9, "EUR", "Europe", 2022), ("38,114", 38.114e9, "EUR", "Europe", 2021),
         ("44,902", 44.902e9, "EUR", "Europe", 2022), ("9,870", 9.87e9, "EUR", "Asia", 2021), ("10,655", 10.655e9, "EUR", "Asia", 2022),
         ("15,220", 15.22e9, "EUR", "Asia", 2021)],
    ),
    "priem.csv": (
        'Район;"Принято, чел.";"Расходы, тыс. руб."\nРечной;1 204;350\nЛуговой;980;–\n'.encode("cp1251"),
        [("1 204", 1204, "person", "Речной", None), ("350", 350_000, "RUB", "Речной", None), ("980", 980, "person", "Луговой", None)],
    ),
    "pupils.csv": (
        b'District,Year,Pupils\nNorth,2021,33800\nNorth,2022,34100\n"South, upper",2022,21500\n',
        [("33800", 33800, None, "North, 2021", 2021), ("34100", 34100, None, "North, 2022", 2022), ("21500", 21500, None, "South, upper, 2022", 2022)],
    ),
}  # fmt: skip


class Sample(NamedTuple):
    """A file with what stands in it: *text* is that of the document proper, *cells* the figures of its tables, where they were listed."""

    kind: str
    name: str
    document: Document
    text: Counter[str]
    kept: Counter[str]
    cells: Sequence[Cell] | None = None


class Score(NamedTuple):
    """Of one kind of file: how many, shares of words kept and let in, and of cells found with all of their scope."""

    files: int
    kept: float
    let_in: float
    cells: float
    listed: int


def score(samples: Iterable[Sample]) -> dict[str, Score]:
    """Return the scores by kind of file."""
    by_kind: dict[str, list[Sample]] = {}
    for sample in samples:
        by_kind.setdefault(sample.kind, []).append(sample)
    return {kind: _score(of_kind) for kind, of_kind in by_kind.items()}


def _score(samples: Sequence[Sample]) -> Score:
    meant = sum(sample.text.total() for sample in samples)
    got = sum(sample.kept.total() for sample in samples)
    both = sum((sample.text & sample.kept).total() for sample in samples)
    listed = sum(len(sample.cells) for sample in samples if sample.cells is not None)
    found = sum(len(sample.cells) - len(missed(sample)) for sample in samples if sample.cells is not None)
    return Score(len(samples), both / meant, (got - both) / got, found / listed if listed else 1.0, listed)


def missed(sample: Sample) -> list[Cell]:
    """Return the cells of *sample* that are not found, or with another scope."""
    found = Counter(_figures(sample.document))
    return [cell for cell, times in (Counter(sample.cells or ()) - found).items() for _ in range(times)]


def _figures(document: Document) -> Iterator[Cell]:
    tables = [block.span for block in document.blocks if block.kind is BlockKind.TABLE]
    for figure in extract(document, split(document)):
        if any(span.start <= figure.span.start < span.end for span in tables):
            year = figure.period.start.year if figure.period and figure.period.start else None
            yield figure.surface, float(figure.value), figure.unit, figure.label or "", year


def samples() -> Iterator[Sample]:
    """Yield all files that reading is measured on."""
    pages = _tests("test_html")
    for path in pages.PAGES:
        document = _read(path)
        yield Sample("web pages", path.name, document, pages._meant(path), pages._kept(path))
    for path in sorted((TESTS / "pages" / "untuned").glob("*.html")):
        yield Sample("web pages, hardly tuned on", path.name, _read(path), pages._meant(path), pages._kept(path))
    with tempfile.TemporaryDirectory() as folder:
        pdf, docx = _tests("test_pdf"), _tests("test_docx")
        for made, text in pdf.TEXTS.items():
            path = Path(folder, f"{made.__name__}.pdf")
            path.write_bytes(made())
            yield _sample("PDF", path, text, pdf.CELLS.get(made))
        for made, text in docx.TEXTS.items():
            path = Path(folder, f"{made.__name__}.docx")
            made().save(str(path))
            yield _sample("DOCX", path, text, docx.CELLS.get(made))
        for name, (content, cells) in TABLES.items():
            path = Path(folder, name)
            path.write_bytes(content)
            yield _sample("CSV", path, None, cells)


def _sample(kind: str, path: Path, text: str | None, cells: Sequence[Cell] | None) -> Sample:
    document = _read(path)
    kept = _words(
        " ".join(document.text[block.span.start : block.span.end] for block in document.blocks if block.kind is not BlockKind.FURNITURE)
    )
    same_unit = {(cell[0], cell[3], cell[4]): cell for cell in cells or () if cell[2] is None}
    listed = None
    if cells is not None:  # where no unit was listed, any will do
        units = {(found[0], found[3], found[4]): found[2] for found in _figures(document)}
        listed = [
            (*cell[:2], units.get((cell[0], cell[3], cell[4])), *cell[3:]) if (cell[0], cell[3], cell[4]) in same_unit else cell
            for cell in cells
        ]
    return Sample(kind, path.name, document, _words(text) if text is not None else kept, kept, listed)


def _words(text: str) -> Counter[str]:
    return Counter(word for word in (each.strip(SIGNS) for each in text.split()) if word)


def _read(path: Path) -> Document:
    (document,) = read(SourceFile(path.parent, path, path.name), report=lambda reason: None)
    return document


def _tests(name: str) -> ModuleType:
    """Return the test module that writes the documents of a kind."""
    spec = spec_from_file_location(f"reading_{name}", TESTS / "ingest" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main() -> int:
    """Run from the command line."""
    all_samples = list(samples())
    lines = ["| files | | words kept | let in | cells with scope |", "|---|---|---|---|---|"]
    for kind, found in score(all_samples).items():
        cells = f"{found.cells:.1%} of {found.listed}" if found.listed else ""
        lines.append(f"| {kind} | {found.files} | {found.kept:.1%} | {found.let_in:.1%} | {cells} |")
    for sample in all_samples:
        lost, more = sample.text - sample.kept, sample.kept - sample.text
        if lost or more or missed(sample):
            lines.append(f"{sample.name}: lost {' '.join(lost)!r}, let in {' '.join(more)!r}, cells missed {missed(sample)}")
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
