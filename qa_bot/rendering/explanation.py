"""How an answer came about, as a person reads it: the question as read, what was found, what fitted and what did not."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qa_bot.rendering import wording
from qa_bot.rendering.blocks import Block, Line, Paragraph, Piece, Style, Table
from qa_bot.rendering.scopes import scope_line
from qa_bot.schema import Candidate, Fit, Hit, Period, Query

if TYPE_CHECKING:
    from qa_bot.ask import Explanation

PASSAGES, CANDIDATES = 10, 20  # that are shown; --json has all
_STYLES = {Fit.SAME: Style.GOOD, Fit.DIFFERENT: Style.WARN}


def render_explanation(explained: "Explanation") -> list[Block]:
    """Return the blocks of an explanation, in the order in which things happened, up to the answer itself."""
    return [
        *_section("The question as read", reading_blocks(explained.query)),
        *_section(f"Passages, best first ({len(explained.hits)})", passage_blocks(explained.hits[:PASSAGES])),
        *_section(
            f"Figures held against it, slot by slot ({len(explained.candidates)})", candidate_blocks(explained.candidates[:CANDIDATES])
        ),
    ]


def _section(title: str, blocks: list[Block]) -> list[Block]:
    return [Paragraph((Piece(title, Style.STRONG),)), *blocks, Paragraph()]


def reading_blocks(query: Query) -> list[Block]:
    """Return the slots of the question that are asked, a line each, and those of its parts."""
    rows = [(name, value) for name, value in _slots(query) if value]
    table = Table(("", ""), tuple(((Piece(name, Style.DIM),), (Piece(value),)) for name, value in rows), indent=2)
    said = (*query.typos, *([f"continues: {query.continues}"] if query.continues else []))
    notes: list[Block] = [Paragraph((Piece(note),), (Piece("! ", Style.WARN),), 2) for note in said]
    parts = [
        block for part in query.parts for block in (Paragraph((Piece(f"part: {part.text}", Style.DIM),), indent=2), *reading_blocks(part))
    ]
    return [table, *notes, *parts]


def _slots(query: Query) -> list[tuple[str, str]]:
    condition = query.condition
    asked = [(name, " ".join(concepts)) for name, concepts in query.slots if concepts]
    return [
        ("read as", query.read_as),
        ("language", query.language),
        ("kind", f"{query.kind} ({query.operation})" if query.operation else str(query.kind)),
        ("counted", query.counted or ""),
        ("unit", query.unit or ""),
        *((f"concepts: {name}", concepts) for name, concepts in asked),
        ("period", _period(query.period) if query.period else ""),
        ("periods", "; ".join(map(_period, query.periods))),
        ("claimant", " ".join(query.claimant)),
        ("by", query.by or ""),
        ("condition", f"{condition.bound} {condition.value}" if condition else ""),
        ("bound to", " ".join(query.binds)),
        ("terms", " ".join(query.terms)),
        ("other words", " ".join(query.expansions)),
        ("documents", " ".join(query.docs)),
    ]


def _period(period: Period) -> str:
    return f"{period.start or '...'} to {period.end or '...'} ({period.surface!r}, {period.basis})"


def passage_blocks(hits: Sequence[Hit]) -> list[Block]:
    """Return a table of passages: rank, score, id and how they begin."""
    rows = tuple(
        (
            (Piece(str(hit.rank)),),
            (Piece(f"{hit.score:.3f}"),),
            (Piece(hit.passage.passage_id, Style.STRONG),),
            (Piece(_opening(hit.passage.text), Style.DIM),),
        )
        for hit in hits
    )
    return [Table(("rank", "score", "passage", "begins"), rows, frozenset({0, 1}), 2) if rows else Paragraph((Piece("none"),), indent=2)]


def _opening(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 60 else words[:57].rsplit(" ", 1)[0] + " ..."


def candidate_blocks(candidates: Sequence[Candidate]) -> list[Block]:
    """Return each figure with its scope, and below it how its slots fit."""
    if not candidates:
        return [Paragraph((Piece("none"),), indent=2)]
    blocks: list[Block] = []
    for candidate in candidates:
        figure = candidate.figure
        value = Piece(wording.amount(figure, "en"), Style.FIGURE)
        blocks.append(Paragraph((value, Piece(f"  {scope_line(figure, 'en')}")), indent=2))
        place = Piece(f"  (score {candidate.score:.3f}, {figure.passage_id})", Style.DIM)
        blocks.append(Paragraph((*_fits(candidate), place), indent=6))
    return blocks


def _fits(candidate: Candidate) -> Line:
    """Return the slots grouped by how they fit, what rules the figure out first."""
    pieces: list[Piece] = []
    for fit in (Fit.DIFFERENT, Fit.UNKNOWN, Fit.NARROWER, Fit.WIDER, Fit.SAME):
        slots = candidate.slots(fit)
        if slots:
            pieces += [Piece("; " if pieces else ""), Piece(f"{fit}: ", _STYLES.get(fit, Style.PLAIN)), Piece(", ".join(slots))]
    return tuple(pieces) or (Piece("nothing was asked that it could fit", Style.DIM),)
