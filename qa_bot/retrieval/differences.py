"""Which figures a document gives another value for than it did before, which it no longer has, and which it has anew."""

import json
import re
import sqlite3
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from qa_bot.schema import Record

MOST = 10_000  # figures that a report names
_SCOPE = ("label", "counted", "action", "actor", "direction", "reason", "place", "measure", "unit", "per")
_NUMBER = re.compile(r"\d+(?:[.,\s]\d+)*")


class FigureChange(Record):
    """A figure of which the scope stayed and the value did not, as both were written; None before it was there, or now that it is gone."""

    doc_id: str
    what: str
    before: str | None
    now: str | None


class _Told(NamedTuple):
    """A figure of one generation: what it is known by, and how it is shown."""

    scope: str
    place: int  # stands for its sentence or row, whatever the numbers in that are
    sentence: int  # for that as it is
    value: str
    what: str
    surface: str

    def same(self) -> Hashable:
        return self.scope, self.place, self.value

    def placed(self) -> Hashable:
        return self.scope, self.place

    def moved(self) -> Hashable:
        return self.scope, self.value

    def quoted(self) -> Hashable:
        return self.sentence, self.place, self.value

    def scoped(self) -> Hashable:
        return self.scope


# Told alike in the same place, or in it with another value, before one that stands elsewhere: of two rows of one scope each keeps its own.
_WAYS = (_Told.same, _Told.placed, _Told.moved, _Told.quoted, _Told.scoped)


def figure_changes(db: sqlite3.Connection) -> tuple[FigureChange, ...]:
    """Return how the figures differ between the documents of the schemas old and new: other values and lost ones, then new ones."""
    shared = "new.documents AS now JOIN old.documents AS old USING (doc_id)"
    told: list[FigureChange] = []
    anew: list[FigureChange] = []
    for (doc_id,) in db.execute(f"SELECT doc_id FROM {shared} WHERE now.digest <> old.digest ORDER BY doc_id"):
        for before, now in _pairs(list(_figures(db, "old", doc_id)), list(_figures(db, "new", doc_id))):
            what = now.what if now else before.what if before else ""
            change = FigureChange(doc_id=doc_id, what=what, before=before and before.surface, now=now and now.surface)
            (told if before else anew).append(change)
        if len(told) >= MOST:
            break
        del anew[MOST:]
    return (*told, *anew)[:MOST]


def _pairs(before: Sequence[_Told], now: Sequence[_Told]) -> Iterator[tuple[_Told | None, _Told | None]]:
    """Yield the figures whose values differ, in the order of *now*, then those that only *before* has, and those that only *now* has."""
    places: dict[int, int] = {}  # of each of *now* that is paired, which of *before* it is
    old, new = list(range(len(before))), list(range(len(now)))
    for way in _WAYS:
        groups: dict[Hashable, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        for index in old:
            groups[way(before[index])][0].append(index)
        for index in new:
            groups[way(now[index])][1].append(index)
        certain = (_Told.same, _Told.moved, _Told.quoted)  # of the same value: whichever of them is gone, it is one
        for lost, found in groups.values():
            if way in certain or len(lost) == len(found):
                places.update(zip(found, lost, strict=False))
        paired = set(places.values())
        old, new = [index for index in old if index not in paired], [index for index in new if index not in places]
    differing = ((before[places[index]], now[index]) for index in sorted(places) if before[places[index]].value != now[index].value)
    return chain(differing, ((before[index], None) for index in old), ((None, now[index]) for index in new))


def _without(surface: str, slot: object) -> object:
    """Return what a *slot* says without the figure itself, which words around it may hold: "all 77 sacks"."""
    return slot.replace(surface, "…") if isinstance(slot, str) else slot


def _figures(db: sqlite3.Connection, schema: str, doc_id: str) -> Iterator[_Told]:
    """Yield the figures of a document in their order."""
    found = db.execute(f"SELECT json_extract(record, '$.text') FROM {schema}.documents WHERE doc_id = ?", (doc_id,)).fetchone()
    text = str(found[0]) if found else ""
    for (record,) in db.execute(f"SELECT record FROM {schema}.figures WHERE doc_id = ? ORDER BY position", (doc_id,)):
        figure = json.loads(record)
        period = figure.get("period") or {}
        scope = json.dumps([*(_without(figure["surface"], figure.get(slot)) for slot in _SCOPE), period.get("start"), period.get("end")])
        named = [figure.get("counted") or figure.get("unit") or "", figure.get("label") or "", period.get("surface") or ""]
        what = ", ".join(dict.fromkeys(part for part in named if part and part not in named[0][1:]))
        span, quote = figure["span"], figure["quote"]
        around = tuple(_NUMBER.sub("#", part) for part in (text[quote["start"] : span["start"]], text[span["end"] : quote["end"]]))
        sentence = hash(text[quote["start"] : quote["end"]])
        yield _Told(scope, hash(around), sentence, f"{figure['value']}-{figure.get('upper')}", what, figure["surface"])
