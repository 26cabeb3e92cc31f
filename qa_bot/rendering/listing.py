"""The figures of an index as rows, for programs and spreadsheets."""

import csv
import io
from collections.abc import Iterable

from qa_bot.schema import Document, Figure, period_fields
from qa_bot.text.printable import printable

# Of a figure as JSON and CSV: as in an answer, with where it stands instead of a citation.
COLUMNS = (
    "figure_id", "value", "upper", "bound", "measure", "unit", "per", "counted", "action", "reason", "actor", "direction", "place",
    "period_start", "period_end", "period_surface", "period_basis", "claimant", "part_of", "surface", "doc_id", "start", "end", "quote",
    "label",
)  # fmt: skip


def figure_fields(figure: Figure, document: Document) -> dict[str, object]:
    """Return the figure as an answer has it, and where it stands."""
    fields = figure.model_dump(
        mode="json", exclude={"doc_id", "passage_id", "span", "quote", "scope_quotes", "terms", "language", "negative"}
    )
    return fields | {
        "period": period_fields(figure.period),
        "doc_id": figure.doc_id,
        "path": document.path,
        "title": document.title,
        "start": figure.span.start,
        "end": figure.span.end,
        "quote": document.text[figure.quote.start : figure.quote.end],
    }


def figures_as_csv(rows: Iterable[tuple[Figure, Document]]) -> str:
    """Return a sheet with a header and a line a figure."""
    sheet = io.StringIO()
    writer = csv.DictWriter(sheet, COLUMNS, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    for figure, document in rows:
        period = figure.period
        flat: dict[str, object] = {
            "period_start": period.start if period else None,
            "period_end": period.end if period else None,
            "period_surface": period.surface if period else None,
            "period_basis": period.basis.value if period else None,
            "claimant": figure.claimant.name if figure.claimant else None,
            "part_of": figure.part_of.value if figure.part_of else None,
        }
        writer.writerow({name: cell(value) for name, value in (figure_fields(figure, document) | flat).items()})
    return sheet.getvalue()


def cell(value: object) -> str:
    """Return a value for a cell, with an apostrophe before what a spreadsheet would take for a formula; a negative number is none."""
    text = "" if value is None else printable(str(value))
    formula = text[:1] in ("=", "@") or (text[:1] in ("+", "-") and any(map(str.isalpha, text)))
    return f"'{text}" if formula else text
