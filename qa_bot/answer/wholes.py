"""Wholes and their parts: whether all of something is asked for, the whole budget, and what each figure is part of."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from qa_bot.answer.candidates import of_figures
from qa_bot.answer.readings import Reading
from qa_bot.schema import Candidate, Figure, Fit, Measure, Query
from qa_bot.text.asking import asking
from qa_bot.text.time_words import grain_of
from qa_bot.text.tokens import tokenize

ALL = Decimal(100)  # per cent


def asks_whole(query: Query) -> bool:
    """Return whether *query* asks for all of it: "did it spend its whole budget?"."""
    return any(token.lower in asking(query.language).words["wholes"] for token in tokenize(query.text))


def asks_whole_period(query: Query) -> bool:
    """Return whether *query* asks for no shorter time than it names: "for the full year 2024", "in the 2024 season", of which no match
    is all."""
    lowers = [token.lower for token in tokenize(query.text)]
    words = asking(query.language).words
    wholes = words["wholes"]
    if not words["seasons_asked"].isdisjoint(lowers):
        return True
    return any(
        lower in wholes and any(grain_of(other, query.language) is not None for other in lowers[at + 1 : at + 3])
        for at, lower in enumerate(lowers)
    )


def is_all(query: Query, figure: Figure, candidates: Sequence[Candidate]) -> tuple[bool, Figure] | None:
    """Return whether *figure* is all that there was, with the figure that says so; None where its sentence does not tell.

    A share of the same deed and time beside it tells, "1,846 million, or 94 %", or what it is itself a part of.
    """

    def tells(other: Figure) -> bool:
        alike = other.terms.action == figure.terms.action and other.period == figure.period
        return other.quote == figure.quote and alike and other.measure is Measure.SHARE and other.unit == "%"

    shares = [held.figure for held in of_figures(candidates, tells) if not held.slots(Fit.DIFFERENT)]
    if shares:
        return shares[0].value >= ALL, shares[0]
    if figure.part_of is not None:
        return figure.value >= figure.part_of.value, figure
    return None


def share_told(reading: Reading, candidates: Sequence[Candidate]) -> Figure | None:
    """Return the share that the sentence of *reading* gives, in per cent: "or 92 % of the 50 million approved"; None if it gives none."""
    doc_id = reading.passage.doc_id
    told = of_figures(candidates, lambda figure: figure.doc_id == doc_id and figure.quote == reading.sentence)
    return next((held.figure for held in told if held.figure.measure is Measure.SHARE and held.figure.unit == "%"), None)


def parents_of(figures: Iterable[Figure]) -> dict[str, str]:
    """The figure that each of *figures* is part of, by id."""
    return {figure.figure_id: figure.part_of.figure_id for figure in figures if figure.part_of is not None}


def wholes_of(figure_id: str, parents: Mapping[str, str]) -> Iterator[str]:
    """The figures that *figure_id* is part of, nearest first."""
    seen = {figure_id}
    while (figure_id := parents.get(figure_id, "")) and figure_id not in seen:
        seen.add(figure_id)
        yield figure_id


def without_parts(chosen: Sequence[Candidate], parents: Mapping[str, str]) -> list[Candidate]:
    """Return *chosen* without a part or its whole where both fit: the one that fits better is kept, 114 and not its 38, the row asked for
    and not the total."""
    held = {candidate.figure.figure_id: candidate for candidate in chosen}
    dropped: set[str] = set()
    for part in chosen:
        for whole in (held[of] for of in wholes_of(part.figure.figure_id, parents) if of in held):
            dropped.add((whole if part.score > whole.score else part).figure.figure_id)
    return [candidate for candidate in chosen if candidate.figure.figure_id not in dropped]
