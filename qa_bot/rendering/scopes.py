"""The scope of figures as a person reads it: one line for one figure, a table for several."""

from collections.abc import Sequence

from qa_bot.answer.rows import counted_in_row, row_name
from qa_bot.answer.wording import inside
from qa_bot.rendering import wording
from qa_bot.rendering.blocks import Line, Paragraph, Piece, Style, Table
from qa_bot.schema import Answer, Basis, CitedFigure, Figure

# The slots of a scope line, in the order in which a sentence would say them.
SLOTS = (
    "counted",
    "label",
    "action",
    "actor",
    "direction",
    "place",
    "reason",
    "modality",
    "newer",
    "period",
    "per",
    "part_of",
    "claimant",
    "derived",
)
# Which slot names a row sooner, of those in which the rows differ alike.
_NAMING = (
    "label",
    "place",
    "actor",
    "direction",
    "reason",
    "claimant",
    "counted",
    "action",
    "period",
    "part_of",
    "per",
    "modality",
    "newer",
    "derived",
)
_SEPARATOR = " · "


def scope(figure: CitedFigure | Figure, slot: str, language: str) -> str:
    """Return what *figure* says in *slot*, in words; an empty string when it says nothing, or the counted words say it already."""
    if slot in ("counted", "label"):
        return counted_in_row(figure) if slot == "counted" else _label(figure)
    if slot == "period":
        return wording.period(figure.period, language) if figure.period else ""
    if slot == "claimant":
        return figure.claimant.name if figure.claimant else ""
    if slot == "part_of":
        whole = figure.part_of
        return f"{wording.plain(whole.value, language)} {whole.counted or ''}".strip() if whole else ""
    if slot == "derived":
        return figure.derived.expression if isinstance(figure, CitedFigure) and figure.derived else ""
    if slot == "modality":
        return wording.modality(figure.modality, language) if figure.modality else ""
    if slot == "newer":
        return wording.earlier_count(language) if figure.newer else ""
    if slot == "reason":
        return wording.reason(figure.reason, language) if figure.reason else ""
    value = str(getattr(figure, slot) or "")
    return "" if value.casefold() in (figure.counted or "").casefold() else value


def _label(figure: CitedFigure | Figure) -> str:
    name = row_name(figure)
    return "" if name.casefold() in counted_in_row(figure).casefold() else name


def scope_line(figure: CitedFigure | Figure, language: str, *, leave_out: Sequence[str] = (), said: str = "") -> str:
    """Return the scope of one figure: "requests · refused · by foreign states · 2023 · says the Prosecutor General's Office".

    What the text *said* says already is left out.
    """
    known = said.casefold()
    slots = ((slot, scope(figure, slot, language)) for slot in SLOTS if slot not in leave_out)
    return _SEPARATOR.join(_phrase(figure, slot, text, language) for slot, text in slots if text and text.casefold() not in known)


def _phrase(figure: CitedFigure | Figure, slot: str, text: str, language: str) -> str:
    if slot == "period" and figure.period and figure.period.basis in (Basis.CONTEXT, Basis.PUBLICATION_DATE):
        return f"{text} ({wording.basis(figure.period.basis, language)})"
    if slot in ("claimant", "part_of", "derived"):
        return f"{wording.label(slot, language)} {text}"
    if slot == "actor" and language == "en":
        return f"by {inside(text)}"
    if slot == "per" and language == "en":
        return f"per {text}"
    return text


def scope_details(figure: CitedFigure, headline: str, language: str) -> str:
    """Return what a figure means, but for what *headline* says: "exact · unit: request · period: 2023 (stated) · claimant: ..."."""
    parts = [wording.bound(figure.bound, language)]
    parts += [f"{wording.slot('unit', language)}: {wording.unit(figure.unit, language)}"] if figure.unit else []
    for slot in SLOTS:
        text = scope(figure, slot, language)
        if slot == "period" and figure.period:
            basis = "" if figure.period.basis is Basis.UNRESOLVED else f" ({wording.basis(figure.period.basis, language)})"
            parts.append(f"{wording.slot(slot, language)}: {text}{basis}")
        elif slot == "claimant" and figure.claimant:
            role = f"{figure.claimant.role}, " if figure.claimant.role else ""
            parts.append(f"{wording.slot(slot, language)}: {text} ({role}{wording.basis(figure.claimant.basis, language)})")
        elif text and (slot in ("part_of", "derived") or text.casefold() not in headline.casefold()):
            parts.append(_phrase(figure, slot, text, language))
    return _SEPARATOR.join(parts)


def rows_apart(figures: Sequence[CitedFigure], language: str, *, by: str | None = None) -> list[tuple[str, str]]:
    """Return for each of *figures* what tells it apart most, and what it says in the other slots in which they are not all alike."""
    lead = _lead(figures, language, by)
    rest = [slot for slot in _apart(figures, language) if slot != lead]
    rows = []
    for figure in figures:
        said = [(slot, text) for slot in (lead, *rest) if slot and (text := scope(figure, slot, language))] or [("label", "")]
        others = dict.fromkeys(_phrase(figure, slot, text, language) for slot, text in said[1:])
        behind = "" if said[1:] and said[1][0] == "counted" else _SEPARATOR.lstrip()  # "14 trams", but "14 · cancelled"
        rows.append((said[0][1], f"{behind}{_SEPARATOR.join(others)}" if others else ""))
    return rows


def _lead(figures: Sequence[CitedFigure], language: str, by: str | None) -> str | None:
    """Return the slot that names the rows: *by*, else the one that most of *figures* differ in."""
    apart = _apart(figures, language)
    if by in apart:
        return by
    named = {slot: {text for figure in figures if (text := scope(figure, slot, language))} for slot in apart}
    return max(apart, key=lambda slot: (len(named[slot]), -_NAMING.index(slot)), default=None)


def figure_table(figures: Sequence[CitedFigure], language: str, *, by: str | None = None) -> Table:
    """Return a table of *figures*: what names a row, the number, then a column for each other slot in which they are not all alike."""
    shown, lead = _apart(figures, language), _lead(figures, language, by)
    return _table(figures, [slot for slot in shown if slot == lead], [slot for slot in shown if slot != lead], language)


def nearest_table(figures: Sequence[CitedFigure], language: str) -> Table:
    """Return a table of figures that miss the question: what each counts and when, and the slots in which it differs."""
    named = {"counted", "label", "period", *(slot for figure in figures for slot in figure.differs)}
    named |= {"place", "actor"} & set(_apart(figures, language))
    shown = [slot for slot in SLOTS if slot in named and any(scope(figure, slot, language) for figure in figures)]
    return _table(figures, [], shown, language, differs=True)


def _apart(figures: Sequence[CitedFigure], language: str) -> list[str]:
    """Return the slots in which *figures* are not all alike."""
    return [slot for slot in SLOTS if len({scope(figure, slot, language) for figure in figures}) > 1]


def _table(figures: Sequence[CitedFigure], lead: Sequence[str], rest: Sequence[str], language: str, *, differs: bool = False) -> Table:
    header = [*(wording.slot(slot, language) for slot in lead), wording.label("value", language)]
    header += [*(wording.slot(slot, language) for slot in rest), *([wording.label("differs", language)] if differs else []), ""]
    rows: list[tuple[Line, ...]] = []
    for figure in figures:
        row: list[Line] = [(Piece(scope(figure, slot, language)),) for slot in lead]
        row.append((Piece(wording.amount(figure, language), Style.FIGURE),))
        row += [(Piece(scope(figure, slot, language)),) for slot in rest]
        row += [(Piece(wording.missed(figure.differs, language), Style.WARN),)] if differs else []
        row.append((Piece(f"[{figure.citation}]" if figure.citation else "", Style.DIM),))
        rows.append(tuple(row))
    return Table(tuple(header), tuple(rows), frozenset({len(lead)}), 2)


def common_scope(figures: Sequence[CitedFigure], language: str, *, said: str = "") -> str:
    """Return the scope line of what all *figures* share, but for what *said* says: it stands once, above their table."""
    return scope_line(figures[0], language, leave_out=_apart(figures, language), said=said)


def scope_blocks(answer: Answer) -> list[Paragraph | Table]:
    """Return what stands under the headline: the scope of the figure, or what several share and a table of what they do not."""
    figures = answer.figures
    if not figures:
        return []
    if len(figures) == 1:
        return [Paragraph((Piece(scope_details(figures[0], answer.text, answer.language), Style.DIM),), indent=2)]
    shared = common_scope(figures, answer.language)
    blocks: list[Paragraph | Table] = [Paragraph((Piece(shared, Style.DIM),), indent=2), Paragraph()] if shared else []
    return [*blocks, figure_table(figures, answer.language, by=answer.by)]
