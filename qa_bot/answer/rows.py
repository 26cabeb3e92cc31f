"""What tells the rows of an answer apart: the name of a row, else the other cells of its table, its document, or the words around it."""

from collections import Counter
from collections.abc import Callable, Sequence

from qa_bot.answer.citing import Citations
from qa_bot.schema import CitedFigure, Figure

AROUND = 30  # characters of a sentence on each side of a number that nothing else tells from its neighbour
_CELLS = " | "


def row_name(figure: Figure | CitedFigure) -> str:
    """Return what the label of *figure* says that neither its period nor its place or actor does; an empty string when nothing."""
    period = figure.period
    years = {str(day.year) for day in (period.start, period.end) if day is not None} if period is not None else set()
    said = {period.surface.casefold() if period is not None else "", *years}
    said |= {text.casefold() for text in (figure.place, figure.actor) if text}
    return ", ".join(part for part in (figure.label or "").split(", ") if part.casefold() not in said)


def row_key(figure: Figure) -> str:
    """Return the label of *figure* without the year or time of its period: what is the same in the columns of a row, or from year to year.

    "Route 4" is not "Route 9".
    """
    period = figure.period
    times = {str(day.year) for day in (period.start, period.end) if day is not None} if period is not None else set()
    times |= {period.surface.casefold()} if period is not None else set()
    return ", ".join(part for part in (figure.label or "").casefold().split(", ") if part not in times)


def counted_in_row(figure: Figure | CitedFigure) -> str:
    """Return what *figure* counts, without the name of its row: "fires" where a table has "fires, North"."""
    counted, name = figure.counted or "", row_name(figure)
    return counted.removesuffix(f", {name}") if name else counted


def row_labels(figures: Sequence[Figure], citations: Citations) -> list[str | None]:
    """Return for each of *figures* what names it among the others; None where its own slots do."""
    names = [row_name(figure) for figure in figures]
    if len(figures) > 1:
        for further in (_cells, _documents, _words):
            _tell_apart(figures, names, citations, further)
    return [name or None for name in names]


_Naming = Callable[[Sequence[Figure], Citations], list[str]]


def _tell_apart(figures: Sequence[Figure], names: list[str], citations: Citations, naming: _Naming) -> None:
    """Put into *names* what *naming* makes of the figures that nothing yet tells from another."""
    told = [_told(figure, name) for figure, name in zip(figures, names, strict=True)]
    often = Counter(told)
    alike = [place for place, key in enumerate(told) if often[key] > 1]
    found = naming([figures[place] for place in alike], citations) if alike else []
    if len(set(found)) > 1:
        for place, name in zip(alike, found, strict=True):
            names[place] = ", ".join(part for part in (names[place], name) if part)


def _told(figure: Figure, name: str) -> tuple[object, ...]:
    period = figure.period
    claimant = figure.claimant.name if figure.claimant is not None else None
    return (
        name,
        figure.counted,
        figure.action,
        figure.negative,
        figure.actor,
        figure.direction,
        figure.place,
        figure.reason,
        (period.start, period.end, period.surface if period.start is None else "") if period is not None else None,
        claimant,
        figure.part_of.value if figure.part_of is not None else None,
    )


def _cells(figures: Sequence[Figure], citations: Citations) -> list[str]:
    """The worded cells of their rows, those that all have in common apart."""
    rows = [citations.quote(citations.of_figure(figure)) for figure in figures]
    worded = [_worded(row) for row in rows]
    shared = set.intersection(*map(set, worded))
    return [", ".join(cell for cell in row if cell not in shared) for row in worded]


def _worded(quote: str) -> list[str]:
    cells = quote.split(_CELLS)
    return [" ".join(cell.split()) for cell in cells if any(map(str.isalpha, cell))] if len(cells) > 1 else []


def named_by_cells(figure: Figure, quote: str) -> Figure:
    """Return *figure* with the worded cells of its row as its label, where it is one of a table that names no row."""
    cells = _worded(quote) if not row_name(figure) and not figure.place else []
    return figure.model_copy(update={"label": ", ".join(cells)}) if cells else figure


def _documents(figures: Sequence[Figure], citations: Citations) -> list[str]:
    numbers = (citations.of_figure(figure) for figure in figures)
    sources = [next(citation for citation in citations.all() if citation.number == number) for number in numbers]
    titles = [source.title or source.path for source in sources]
    distinct = len(set(titles)) == len({source.doc_id for source in sources})
    return titles if distinct else [source.path for source in sources]


def _words(figures: Sequence[Figure], citations: Citations) -> list[str]:
    """The words of the sentence around each number."""
    return [_around(figure.surface, citations.quote(citations.of_figure(figure))) for figure in figures]


def _around(surface: str, quote: str) -> str:
    """Return *surface* as it stands in *quote*, with a few words before and behind it.

    >>> _around("57", f"Of all that were there, {'x' * 40}57 were counted.")
    '… xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx57 were counted.'
    """
    start = quote.find(surface)
    first, last = max(start - AROUND, 0), start + len(surface) + AROUND
    first = quote.find(" ", first, start) + 1 or first if first else 0
    last = quote.rfind(" ", start + len(surface), last) if last < len(quote) else len(quote)
    said = " ".join(quote[first : max(last, start + len(surface))].split())
    return f"{'… ' if first else ''}{said}{' …' if last < len(quote) else ''}"
