"""Which figures a document gives another value for than it did before."""

import json
import sqlite3
from collections.abc import Iterator

from qa_bot.schema import Record

MOST = 200  # figures that a report names; a person reads no more
_SCOPE = ("label", "counted", "action", "actor", "direction", "reason", "place", "measure", "unit", "per")


class FigureChange(Record):
    """A figure of which the scope stayed and the value did not, as both were written."""

    doc_id: str
    what: str
    before: str
    now: str


def figure_changes(db: sqlite3.Connection) -> Iterator[FigureChange]:
    """Yield the figures that differ between the documents of the schemas old and new, in their order."""
    shared = "new.documents AS now JOIN old.documents AS old USING (doc_id)"
    for (doc_id,) in db.execute(f"SELECT doc_id FROM {shared} WHERE now.digest <> old.digest ORDER BY doc_id"):
        before = dict(_by_scope(db, "old", doc_id))
        for scope, (what, surface, value) in _by_scope(db, "new", doc_id):
            if scope in before and before[scope][2] != value:
                yield FigureChange(doc_id=doc_id, what=what, before=before[scope][1], now=surface)


def _without(surface: str, slot: object) -> object:
    """Return what a *slot* says without the figure itself, which words around it may hold: "all 77 sacks"."""
    return slot.replace(surface, "…") if isinstance(slot, str) else slot


def _by_scope(db: sqlite3.Connection, schema: str, doc_id: str) -> Iterator[tuple[str, tuple[str, str, str]]]:
    """Yield the figures of a document whose scope no other of it has: the scope, what they count, surface and value."""
    rows: dict[str, list[tuple[str, str, str]]] = {}
    for (record,) in db.execute(f"SELECT record FROM {schema}.figures WHERE doc_id = ? ORDER BY position", (doc_id,)):
        figure = json.loads(record)
        period = figure.get("period") or {}
        scope = json.dumps([*(_without(figure["surface"], figure.get(slot)) for slot in _SCOPE), period.get("start"), period.get("end")])
        named = [figure.get("counted") or figure.get("unit") or "", figure.get("label") or "", period.get("surface") or ""]
        what = ", ".join(dict.fromkeys(part for part in named if part and part not in named[0][1:]))
        rows.setdefault(scope, []).append((what, figure["surface"], f"{figure['value']}-{figure.get('upper')}"))
    return ((scope, figures[0]) for scope, figures in rows.items() if len(figures) == 1)
