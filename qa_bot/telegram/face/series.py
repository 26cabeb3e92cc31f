"""Which figures of a row stand side by side in one chart: one voice, one place, one period each, no part beside its whole."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import NamedTuple

from qa_bot.answer.rows import row_name
from qa_bot.rendering import wording
from qa_bot.rendering.scopes import scope
from qa_bot.retrieval import Index
from qa_bot.schema import Figure

_TELLING = ("place", "direction", "reason", "label")  # slots in which figures of one series are alike
_WORD = re.compile(r"\w[\w-]*")
# Days by which periods of one length may differ, of the longer: months have 28 to 31, and eight months are no year.
_LEEWAY = 0.1

Publishers = Mapping[str, str]  # by the document's id


class Series(NamedTuple):
    """Figures in the order of time, and those of the row with a date that do not belong to them."""

    figures: tuple[Figure, ...] = ()
    left: tuple[Figure, ...] = ()


def series_of(figures: Sequence[Figure], anchor: Figure | None, publishers: Publishers, language: str) -> Series:
    """Return those of *figures* that say the same as *anchor* of other periods; without one, the longest series among them.

    Who says it is the claimant, or else the document's publisher. Where one voice gives several numbers for a period and none is worded
    as the anchor is, that period is left out.
    """
    dated = [figure for figure in figures if is_dated(figure)]
    anchors = [anchor] if anchor is not None else _distinct(dated, publishers)
    found = [_around(dated, each, publishers, language) for each in anchors]
    longest = max(found, key=len, default=())
    drawn = {_point(figure) for figure in longest}
    return Series(longest, tuple(figure for figure in dated if _point(figure) not in drawn))


def publishers_of(index: Index, figures: Sequence[Figure]) -> dict[str, str]:
    """Return who has published the documents of *figures*, as far as they are there and say so."""
    found: dict[str, str] = {}
    for doc_id in sorted({figure.doc_id for figure in figures}):
        with suppress(KeyError):
            found[doc_id] = index.document(doc_id).publisher or ""
    return found


def is_dated(figure: Figure) -> bool:
    """Return whether *figure* has a place on a line of time."""
    return figure.period is not None and bool(figure.period.start or figure.period.end)


def voice(figure: Figure, publishers: Publishers) -> str:
    """Return who says *figure*: its claimant, else the publisher of its document; an empty string where neither is known."""
    return figure.claimant.name if figure.claimant else publishers.get(figure.doc_id, "")


def _distinct(figures: Sequence[Figure], publishers: Publishers) -> list[Figure]:
    """Return one of *figures* for each scope and voice."""
    found = {(_scope(figure), voice(figure, publishers), _named(figure), _worded(figure)): figure for figure in reversed(figures)}
    return list(found.values())[::-1]


def _around(figures: Sequence[Figure], anchor: Figure, publishers: Publishers, language: str) -> tuple[Figure, ...]:
    """Return those of *figures* that belong to the series of *anchor*, one a period, by time."""
    parted = _parted_by_doer(figures)
    alike = [
        figure
        for figure in figures
        if _scope(figure) == _scope(anchor) and _same_voice(figure, anchor, publishers) and _same_doer(figure, anchor, parted=parted)
    ]
    days = _days(anchor) or next((length for length, _ in Counter(map(_days, alike)).most_common(1)), None)
    by_period: dict[str, list[Figure]] = {}
    for figure in alike:
        if figure.period is not None and _as_long(_days(figure), days):
            by_period.setdefault(wording.period(figure.period, language), []).append(figure)
    chosen = [one for held in by_period.values() if (one := _only(held, anchor)) is not None]
    return tuple(sorted(chosen, key=lambda figure: (str(figure.period and (figure.period.start or figure.period.end)), figure.figure_id)))


def _only(figures: Sequence[Figure], anchor: Figure) -> Figure | None:
    """Return which of *figures*, all of one period, is meant; None where they say different things."""
    for held in (
        [figure for figure in figures if figure.figure_id == anchor.figure_id],
        figures,
        [figure for figure in figures if _worded(figure) == _worded(anchor)],
    ):
        if len({(figure.value, figure.upper, figure.bound) for figure in held}) == 1:
            return held[0]
    return None


def _scope(figure: Figure) -> tuple[object, ...]:
    """Return what figures of one series have in common: of what sort they are, of what part, and where."""
    sort = (figure.measure, figure.unit, figure.per, figure.modality, figure.negative, figure.part_of is None)
    terms = (figure.terms.place, figure.terms.direction, figure.terms.reason, row_name(figure).casefold())
    return (*sort, *terms, tuple(term for term in figure.terms.actor if term.startswith("@")))


def _worded(figure: Figure) -> tuple[object, ...]:
    terms = figure.terms
    return (terms.head, terms.counted, terms.actor, terms.action, terms.patient, terms.adjuncts)


def _named(figure: Figure) -> str:
    """Return the doer where it is named, as "the Red Cross" is and "farmers" are not."""
    words = (figure.actor or "").split()
    return " ".join(words) if words and words[-1][:1].isupper() else ""


def _parted_by_doer(figures: Sequence[Figure]) -> bool:
    """Return whether *figures* have a number of somebody named beside another for the same time: one may be part of the other."""
    held: dict[object, set[tuple[str, object]]] = {}
    for figure in figures:
        held.setdefault(_span(figure), set()).add((_named(figure), figure.value))
    return any(len({name for name, _ in said}) > 1 and len({value for _, value in said}) > 1 for said in held.values())


def _same_doer(figure: Figure, other: Figure, *, parted: bool) -> bool:
    """Return whether no more than one doer is named: "the Authority operated 58; in 2021 it operated 61"."""
    one, two = _named(figure), _named(other)
    if one and two:
        return _alike(one, two)
    return one == two or (not parted and figure.doc_id == other.doc_id)


def _same_voice(figure: Figure, other: Figure, publishers: Publishers) -> bool:
    """Return whether one body says both: "the Transport Office" is the "Kestrel Transport Office"."""
    one, two = voice(figure, publishers), voice(other, publishers)
    return one == two or (bool(one and two) and _alike(one, two))


def _alike(name: str, other: str) -> bool:
    one, two = (frozenset(_WORD.findall(text.casefold())) - {"the"} for text in (name, other))
    return one <= two or two <= one


def _span(figure: Figure) -> tuple[object, object]:
    return (figure.period.start, figure.period.end) if figure.period is not None else (None, None)


def _point(figure: Figure) -> tuple[object, ...]:
    return (*_span(figure), figure.value, figure.upper)


def _days(figure: Figure) -> int | None:
    period = figure.period
    return (period.end - period.start).days + 1 if period is not None and period.start and period.end else None


def _as_long(days: int | None, other: int | None) -> bool:
    if days is None or other is None:
        return days is other
    return abs(days - other) <= _LEEWAY * max(days, other)


def telling(figures: Sequence[Figure], language: str, *, said: str) -> list[str]:
    """Return what all *figures* are of, as far as *said* does not say it: a place, a row, a named doer."""
    slots = (*_TELLING, "actor") if all(map(_named, figures)) else _TELLING
    texts = [{scope(figure, slot, language) for figure in figures} for slot in slots]
    common = dict.fromkeys(text for held in texts if len(held) == 1 for text in held)
    return [text for text in common if text and text.casefold() not in said.casefold()]
