"""Units that what stands over a table gives to one of its columns or rows: "Beds and bed days (bed days in thousands)"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from qa_bot.figures.labels import Label, read_label
from qa_bot.figures.notes import Note, read_note

_LONGEST = 40  # characters of what such a unit is of
_ASIDE = re.compile(r"[(\[]([^()\[\]]{3,160})[)\]]")
_PIECES = re.compile(r"\s*(?:;|,\s(?=[^,;]*(?:\bin\b|\bв\b|:|=))|,?\s(?:and|и)\s(?=[^,;]*(?:\bin\b|\bв\b|:|=)))\s*")
_OWN = re.compile(r"(?P<thing>[^\W\d_][^:=]*?)(?:\s+(?:are\s+|is\s+)?(?:given\s+)?(?:in|в)\s+|\s*[:=]\s*)(?P<unit>\S.*)", re.IGNORECASE)


class OwnUnit(NamedTuple):
    """A *note* that holds only for what is called by *terms*."""

    terms: frozenset[str]
    note: Note


def own_units(text: str, language: str) -> list[OwnUnit]:
    """Return the units that *text* names in brackets, each of one thing.

    >>> [unit.note.factor for unit in own_units("Beds and bed days (bed days in thousands)", "en")]
    [Decimal('1000')]
    """
    return [unit for aside in _ASIDE.finditer(text) for unit in _read(aside[1], language)]


def _read(aside: str, language: str) -> Iterator[OwnUnit]:
    for piece in _PIECES.split(aside):
        found = _OWN.fullmatch(piece.strip())
        if found is None or len(found["thing"]) > _LONGEST:
            continue
        note, terms = read_note(found["unit"], language), read_label(found["thing"], language, whole=False).terms
        if note is not None and terms:
            yield OwnUnit(frozenset(terms), note)


def with_own_units(heads: Mapping[int, Label], units: Sequence[OwnUnit]) -> dict[int, Label]:
    """Return *heads*, with *units* where they are of what is called just so, else of what is called so among other words."""
    found = dict(heads)
    for unit in units:
        bare = {column: frozenset(head.terms) for column, head in heads.items() if head.note is None}
        for column in [at for at, terms in bare.items() if terms == unit.terms] or [at for at, terms in bare.items() if terms > unit.terms]:
            found[column] = found[column]._replace(note=unit.note)
    return found


def with_own_unit(label: Label | None, units: Sequence[OwnUnit]) -> Label | None:
    """Return the *label* of a row with the unit that is given to just what it is called."""
    if label is None or label.note is not None:
        return label
    note = next((unit.note for unit in units if unit.terms == frozenset(label.terms)), None)
    return label if note is None else label._replace(note=note)
