"""How an answer came about, as a person reads it: the question as read, what was found, what fitted and what did not."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from qa_bot.rendering import wording
from qa_bot.rendering.blocks import Block, Line, Paragraph, Piece, Style, Table
from qa_bot.rendering.scopes import scope_line
from qa_bot.schema import Candidate, Condition, Fit, Hit, Period, Query
from qa_bot.text.wordlists import DATA, read_toml

if TYPE_CHECKING:
    from qa_bot.ask import Explanation

PASSAGES, CANDIDATES = 10, 20  # that are shown; --json has all
_STYLES = {Fit.SAME: Style.GOOD, Fit.DIFFERENT: Style.WARN}


def render_explanation(explained: "Explanation", language: str = "en") -> list[Block]:
    """Return the blocks of an explanation, in the order in which things happened, up to the answer itself."""
    hits, candidates = explained.hits, explained.candidates
    return [
        *_section(title("reading", language), reading_blocks(explained.query, language)),
        *_section(f"{title('passages', language)} ({len(hits)})", passage_blocks(hits[:PASSAGES], language)),
        *_section(f"{title('figures', language)} ({len(candidates)})", candidate_blocks(candidates[:CANDIDATES], language)),
    ]


def title(step: str, language: str) -> str:
    """Return what a step of an explanation is called: "reading", "passages", "figures"."""
    return _words(language)["titles"][step]


def _words(language: str) -> Mapping[str, Mapping[str, str]]:
    data: Mapping[str, Mapping[str, str]] = read_toml(DATA / language / "explanation.toml")
    return data


def _section(name: str, blocks: list[Block]) -> list[Block]:
    return [Paragraph((Piece(name, Style.STRONG),)), *blocks, Paragraph()]


def reading_blocks(query: Query, language: str = "en") -> list[Block]:
    """Return the slots of the question that are asked, a line each, and those of its parts."""
    names = _words(language)["fields"]
    rows = [(name, value) for name, value in _slots(query, language) if value]
    table = Table(("", ""), tuple(((Piece(name, Style.DIM),), (Piece(value),)) for name, value in rows), indent=2)
    said = (*query.typos, *([names["continues"].format(text=query.continues)] if query.continues else []))
    notes: list[Block] = [Paragraph((Piece(note),), (Piece("! ", Style.WARN),), 2) for note in said]
    parts = [
        block
        for part in query.parts
        for block in (Paragraph((Piece(names["part"].format(text=part.text), Style.DIM),), indent=2), *reading_blocks(part, language))
    ]
    return [table, *notes, *parts]


def _slots(query: Query, language: str) -> list[tuple[str, str]]:
    words = _words(language)
    names, slots, kinds = words["fields"], words["slots"], words["kinds"]
    kind = kinds[query.kind]
    asked = [(names["concepts"].format(slot=slots.get(slot, slot)), " ".join(concepts)) for slot, concepts in query.slots if concepts]
    return [
        (names["read_as"], query.read_as),
        (names["language"], query.language),
        (names["kind"], f"{kind} ({kinds[query.operation]})" if query.operation else kind),
        (names["counted"], query.counted or ""),
        (names["unit"], wording.unit(query.unit, language) if query.unit else ""),
        *asked,
        (names["period"], _period(query.period, language) if query.period else ""),
        (names["periods"], "; ".join(_period(period, language) for period in query.periods)),
        (names["claimant"], " ".join(query.claimant)),
        (names["by"], slots.get(query.by, query.by) if query.by else ""),
        (names["condition"], _condition(query.condition, language) if query.condition else ""),
        (names["binds"], " ".join(query.binds)),
        (names["terms"], " ".join(query.terms)),
        (names["expansions"], " ".join(query.expansions)),
        (names["docs"], " ".join(query.docs)),
    ]


def _condition(condition: Condition, language: str) -> str:
    high = f"–{condition.upper}" if condition.upper is not None else ""
    return f"{wording.bound(condition.bound, language)} {condition.value}{high}"


def _period(period: Period, language: str) -> str:
    surface, basis = repr(period.surface), wording.basis(period.basis, language)
    return _words(language)["text"]["span"].format(start=period.start or "...", end=period.end or "...", surface=surface, basis=basis)


def passage_blocks(hits: Sequence[Hit], language: str = "en") -> list[Block]:
    """Return a table of passages: rank, score, id and how they begin."""
    words = _words(language)["text"]
    rows = tuple(
        (
            (Piece(str(hit.rank)),),
            (Piece(f"{hit.score:.3f}"),),
            (Piece(hit.passage.passage_id, Style.STRONG),),
            (Piece(_opening(hit.passage.text), Style.DIM),),
        )
        for hit in hits
    )
    if not rows:
        return [Paragraph((Piece(words["none"]),), indent=2)]
    return [Table((words["rank"], words["value"], words["passage"], words["begins"]), rows, frozenset({0, 1}), 2)]


def _opening(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 60 else words[:57].rsplit(" ", 1)[0] + " ..."


def candidate_blocks(candidates: Sequence[Candidate], language: str = "en") -> list[Block]:
    """Return each figure with its scope, and below it how its slots fit."""
    words = _words(language)["text"]
    if not candidates:
        return [Paragraph((Piece(words["none"]),), indent=2)]
    blocks: list[Block] = []
    for candidate in candidates:
        figure, score = candidate.figure, words["score"].format(score=f"{candidate.score:.3f}")
        value = Piece(wording.amount(figure, language), Style.FIGURE)
        blocks.append(Paragraph((value, Piece(f"  {scope_line(figure, language)}")), indent=2))
        blocks.append(Paragraph((*_fits(candidate, language), Piece(f"  ({score}, {figure.passage_id})", Style.DIM)), indent=6))
    return blocks


def _fits(candidate: Candidate, language: str) -> Line:
    """Return the slots grouped by how they fit, what rules the figure out first."""
    words = _words(language)
    pieces: list[Piece] = []
    for fit in (Fit.DIFFERENT, Fit.UNKNOWN, Fit.NARROWER, Fit.WIDER, Fit.SAME):
        slots = list(dict.fromkeys(words["slots"].get(slot, slot) for slot in candidate.slots(fit)))
        if slots:
            name = Piece(f"{words['fits'][fit]}: ", _STYLES.get(fit, Style.PLAIN))
            pieces += [Piece("; " if pieces else ""), name, Piece(", ".join(slots))]
    return tuple(pieces) or (Piece(words["text"]["nothing_asked"], Style.DIM),)
