"""The month in which a text was given out that no day dates, as the line with its publisher at the top says: "Bakers' Union, May 2021"."""

from datetime import date

from qa_bot.schema import BlockKind, Document
from qa_bot.text.moments import Grain
from qa_bot.text.periods import PeriodForm, find_periods, resolve

TOP = 8  # blocks among which that line stands
LONGEST = 160  # its characters


def month_written(document: Document) -> tuple[date, date] | None:
    """Return the first and the last day of the month in which the undated *document* was given out; what these two give alike is told."""
    if document.published is not None or not document.publisher:
        return None
    for block in document.blocks[:TOP]:
        line = document.text[block.span.start : block.span.end].lstrip("#*_ ")
        if block.kind is not BlockKind.FURNITURE or len(line) > LONGEST or not line.startswith(f"{document.publisher}, "):
            continue
        named = find_periods(line, 0, len(line), document.language)
        if len(named) == 1 and named[0].form is PeriodForm.ABSOLUTE and named[0].first.grain is Grain.MONTH and named[0].last is None:
            month = resolve(named[0], published=None)
            return (month.start, month.end) if month.start is not None and month.end is not None else None
    return None
