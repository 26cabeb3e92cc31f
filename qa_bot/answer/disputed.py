"""What others say of the same: a number that the text sets against another one is never shown without it, nor that one alone."""

from collections.abc import Sequence

from qa_bot.answer.candidates import figures_of, of_figures
from qa_bot.schema import Candidate, Figure, Fit, Query

# A number set against another may be told in other words: "drew 5.7 million spectators", of whom "fewer than 5.5 million came".
_IN_OTHER_WORDS = frozenset({"action", "counted", "unit"})
_LOOSE = (Fit.UNKNOWN, Fit.WIDER)


def others_say(query: Query, shown: Sequence[Figure], candidates: Sequence[Candidate]) -> list[Figure]:
    """Return the figures that the documents set against those *shown*, in the order of the text; none where one voice was asked for.

    A figure of another time, place or direction than *query* asks for is left out.
    """
    if query.claimant or not shown:
        return []
    set_against = {figure.figure_id: figure.against for figure in figures_of(candidates) if figure.against is not None}
    if not set_against:
        return []
    bouts = {_first(figure.figure_id, set_against) for figure in shown}
    ids = {figure.figure_id for figure in shown} | {figure.part_of.figure_id for figure in shown if figure.part_of is not None}

    def other(figure: Figure) -> bool:
        return figure.figure_id not in ids and _first(figure.figure_id, set_against) in bouts

    told = [held.figure for held in of_figures(candidates, other) if _differs(held) <= _IN_OTHER_WORDS]
    return sorted(told, key=lambda figure: (figure.doc_id, figure.span.start))


def _differs(held: Candidate) -> set[str]:
    """The slots in which a figure differs, but for who did it where that is who says it: "a newspaper wrote of a debt of 140 million"."""
    figure, differs = held.figure, {*held.slots(Fit.DIFFERENT)}
    says = figure.claimant is not None and (figure.actor or "").casefold() == figure.claimant.name.casefold()
    return differs - {"actor"} if says else differs


def told_instead(query: Query, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return those of *candidates* that answer only by what they are set against: another voice's number, which differs from *query* in
    nothing but who says it. "94 journalists were arrested, the monitors say; the ministry admits 38 arrests", asked of the ministry."""
    if not query.claimant:
        return []
    figures = figures_of(candidates)
    set_against = {figure.figure_id: figure.against for figure in figures if figure.against is not None}
    if not set_against:
        return []
    bouts = {*set_against, *set_against.values()}
    held = of_figures(candidates, lambda figure: figure.figure_id in bouts)
    met = {_first(each.figure.figure_id, set_against) for each in held if {*each.slots(Fit.DIFFERENT, *_LOOSE)} == {"claimant"}}
    told = [
        each
        for each in held
        if {*each.slots(Fit.DIFFERENT)} <= _IN_OTHER_WORDS and _first(each.figure.figure_id, set_against) in met and _is_said(each)
    ]
    return [each._replace(fits=tuple((slot, Fit.SAME if slot in _IN_OTHER_WORDS else fit) for slot, fit in each.fits)) for each in told]


def _is_said(candidate: Candidate) -> bool:
    """Whether just the voice that is asked for says the figure."""
    return "claimant" in candidate.slots(Fit.SAME)


def say_beside(said: Candidate, candidates: Sequence[Candidate]) -> list[Figure]:
    """Return what other voices say in the sentence of the figure *said*, which words let answer: of the same things, deed and time, and
    different from the question in no other slot. "The auditor thinks that 31 million was misspent; the ministry puts it at 12 million"."""
    figure, differs = said.figure, {*said.slots(Fit.DIFFERENT)}

    def other(held: Figure) -> bool:
        alike = (held.measure, held.unit, held.terms.head, held.terms.action, held.period) == (
            figure.measure,
            figure.unit,
            figure.terms.head,
            figure.terms.action,
            figure.period,
        )
        voices = [each.claimant.name if each.claimant is not None else None for each in (held, figure)]
        return alike and held.quote == figure.quote and None not in voices and voices[0] != voices[1]

    return [held.figure for held in of_figures(candidates, other) if {*held.slots(Fit.DIFFERENT)} <= differs]


def _first(figure_id: str, set_against: dict[str, str]) -> str:
    """The figure that the first of those set against each other is."""
    while figure_id in set_against:  # a later one is set against an earlier one
        figure_id = set_against[figure_id]
    return figure_id
