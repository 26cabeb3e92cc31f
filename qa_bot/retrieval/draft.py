"""A generation in the making: new documents are added, unchanged ones kept as they are, and then all is put in order and published."""

import json
import shutil
import sqlite3
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from qa_bot.errors import RetrievalError
from qa_bot.retrieval.differences import FigureChange, figure_changes
from qa_bot.retrieval.engine import Indexed, engine_class
from qa_bot.retrieval.entry import Entry, FigureEntry, PassageEntry, record_of
from qa_bot.retrieval.generations import ENGINE, LeftOut, Manifest, StoredLexicon, Versions, checksum, current, synonyms_of
from qa_bot.retrieval.leftover import LEFT, STAGED, basis_of, forget
from qa_bot.retrieval.names import settled_names
from qa_bot.retrieval.publish import next_generation, publish, stored_bytes
from qa_bot.retrieval.records import StoredFile, StoredName
from qa_bot.retrieval.tables import COLUMNS, LISTS, NAME, completed, finished_tables, staging_tables
from qa_bot.schema import Document, Synonyms

_SAVED = 500_000  # characters of documents after which they are put on the disk: a kill costs the work of some two seconds
_FAULTY = "faulty WHERE path = ? AND reason >= ? AND reason < ?"  # what was said of a document when it was made ready
_CARRIED = "file IN (SELECT path FROM kept) AND (file, own_id) NOT IN (SELECT file, own_id FROM left_out)"


class Changes(NamedTuple):
    """How many documents a generation has that the one before has not, and so on."""

    added: int
    changed: int
    removed: int
    unchanged: int
    taken_up: int = 0  # were ready, made so by a writer that was ended
    figures_changed: tuple[FigureChange, ...] = ()


class Draft:
    """The next generation of *index*, on top of the generation in the folder *previous* (None: on top of nothing).

    *basis* stands for all that decides what is made of a document: what a writer that was ended had made ready by the same is taken up
    (`add_again`), and what *previous* has, when it is *alike* in this.
    """

    def __init__(self, index: Path, *, previous: Path | None, basis: str = "", alike: bool = False) -> None:
        try:
            self._folder = next_generation(index)
        except OSError as exc:
            raise _unwritable(index, exc) from exc
        try:
            self._open(previous, basis)
        except (OSError, sqlite3.Error) as exc:
            shutil.rmtree(self._folder, ignore_errors=True)
            raise _unwritable(index, exc) from exc
        self._ready = ("left", "old") if alike else ("left",)  # where documents are that need not be made ready again
        self._taken_up = 0
        self._unsaved = 0  # characters of what was added
        self._stages = True  # until all is there and it is put in order

    def _open(self, previous: Path | None, basis: str) -> None:
        left = self._folder / LEFT
        if basis_of(left) != basis:
            forget(self._folder)
        self._db = sqlite3.connect((self._folder / NAME).absolute().as_uri(), uri=True, isolation_level=None)
        self._db.execute("ATTACH ? AS new", ((self._folder / STAGED).absolute().as_uri(),))
        self._db.execute("ATTACH ? AS left", (left.absolute().as_uri() if left.exists() else ":memory:",))
        self._db.execute("ATTACH ? AS old", (f"{(previous / NAME).absolute().as_uri()}?immutable=1&mode=ro" if previous else ":memory:",))
        # A crash leaves records that nobody reads: they need no journal, and one sync, at the end. What is new is taken up again.
        self._db.executescript("PRAGMA main.journal_mode = OFF; PRAGMA main.synchronous = OFF")
        self._db.executescript("PRAGMA new.journal_mode = DELETE; PRAGMA new.synchronous = NORMAL")
        self._db.executescript(finished_tables("main") + staging_tables("new") + LISTS)
        for schema, is_there in (("left", left.exists()), ("old", previous is not None)):
            if not is_there:
                self._db.executescript(staging_tables(schema))
            self._db.execute(f"INSERT OR IGNORE INTO faulty SELECT path, reason FROM {schema}.skipped")
        self._db.execute("INSERT INTO new.basis VALUES (?)", (basis,))
        self._left_out: dict[tuple[str, str], LeftOut] = {}
        self._db.execute("BEGIN")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, exc: BaseException | None, trace: TracebackType | None) -> None:
        if isinstance(exc, KeyboardInterrupt) and self._stages:
            self._save()
        self._db.close()
        if exc and not isinstance(exc, KeyboardInterrupt) and not self._is_live():
            shutil.rmtree(self._folder, ignore_errors=True)
        if isinstance(exc, (OSError, sqlite3.Error)):
            raise _unwritable(self._folder.parent, exc) from exc

    def _is_live(self) -> bool:
        """Whether CURRENT names this generation already: then it stays, whatever failed afterwards."""
        try:
            return current(self._folder.parent) == self._folder
        except RetrievalError:
            return False

    # ------------------------------------------------------------ what there will be

    def keep(self, paths: Iterable[str]) -> None:
        """Carry over the documents of the files *paths* from the generation before, unparsed."""
        self._db.executemany("INSERT OR IGNORE INTO kept VALUES (?)", ((path,) for path in paths))

    def leave_out(self, documents: Iterable[LeftOut]) -> None:
        """Carry over everything but these, and take none of them from `add`'s caller either (`leaves_out`)."""
        for each in documents:
            self._left_out[each.file, each.own_id] = each
            self._db.execute("INSERT OR IGNORE INTO left_out VALUES (?, ?)", (each.file, each.own_id))

    def leaves_out(self, path: str, own_id: str) -> bool:
        """Return whether the document *own_id* of the file at *path* is not to be in the index."""
        return (path, own_id) in self._left_out

    def add_file(self, file: StoredFile) -> None:
        """Put *file* in place of what was kept or added of it before."""
        self._db.execute("DELETE FROM kept WHERE path = ?", (file.path,))
        for table in ("passages", "figures"):
            self._db.execute(f"DELETE FROM new.{table} WHERE doc_id IN (SELECT doc_id FROM new.documents WHERE file = ?)", (file.path,))
        self._db.execute("DELETE FROM new.documents WHERE file = ?", (file.path,))
        self._db.execute("DELETE FROM new.skipped WHERE path = ?", (file.path,))
        self._db.execute(f"INSERT OR REPLACE INTO new.files ({COLUMNS['files']}) VALUES (?, ?, ?, ?, ?)", file)

    def add(self, entry: Entry, *, own_id: str, file: str) -> None:
        """Add a document that was read from *file*, where its id is *own_id*."""
        whole = checksum(entry.doc_id, entry.record)
        self._insert("passages", (_passage_row(entry.doc_id, *placed) for placed in enumerate(entry.passages)))
        self._insert("figures", (_figure_row(entry.doc_id, *placed) for placed in enumerate(entry.figures)))
        # Last: a document that is there is whole, whenever this was ended.
        self._insert("documents", [(entry.doc_id, own_id, file, entry.digest, entry.words, entry.record, whole)])
        self._save(len(entry.record))

    def add_again(self, document: Document, *, own_id: str, file: str) -> bool:
        """Add a document as it was made ready before, if it was, and without a fault; return whether it was."""
        record = ""
        for schema in self._ready:
            found = self._db.execute(f"SELECT record FROM {schema}.documents WHERE doc_id = ? LIMIT 2", (document.doc_id,)).fetchall()
            if len(found) != 1:
                continue
            record = record or record_of(document)
            if found[0][0] == record and not self._is_any(_FAULTY, file, f"{document.doc_id}: ", f"{document.doc_id}:!"):
                self._copy(schema, document.doc_id, own_id=own_id, file=file)
                self._taken_up += schema == "left"
                self._save(len(record))
                return True
        return False

    def _copy(self, schema: str, doc_id: str, *, own_id: str, file: str) -> None:
        for table in ("passages", "figures", "documents"):  # as in `add`
            columns = COLUMNS[table]
            values = columns.replace("own_id, file", ":own_id, :file")
            self._db.execute(
                f"INSERT INTO new.{table} ({columns}) SELECT {values} FROM {schema}.{table} WHERE doc_id = :doc_id",
                {"doc_id": doc_id, "own_id": own_id, "file": file},
            )

    def _save(self, length: int = _SAVED) -> None:
        """Have what was added so far outlive this process, once enough has come together; *length* of it came now."""
        self._unsaved += length
        if self._unsaved >= _SAVED:
            if self._db.in_transaction:  # not when it was ended just here, between the two
                self._db.execute("COMMIT")
            self._db.execute("BEGIN")
            self._unsaved = 0

    def _insert(self, table: str, rows: Iterable[tuple[object, ...]]) -> None:
        columns = COLUMNS[table]
        places = ", ".join("?" * (columns.count(",") + 1))
        self._db.executemany(f"INSERT INTO new.{table} ({columns}) VALUES ({places})", rows)

    def skip(self, path: str, reason: str) -> None:
        """Note that the file at *path*, or a part of it, is not in the index."""
        self._db.execute("INSERT INTO new.skipped (path, reason) VALUES (?, ?)", (path, reason))

    # ------------------------------------------------------------ what there will be, so far

    def settle_names(self) -> None:
        """Decide what those documents are called whose own ids others have too (`name`, `misnamed`)."""
        names = self._all("documents", "file, own_id, doc_id")
        shared = f"SELECT own_id FROM ({names}) GROUP BY own_id HAVING count(*) > 1"
        self._db.execute(f"INSERT INTO contested SELECT * FROM ({names}) WHERE doc_id <> own_id OR own_id IN ({shared})")
        if not self._is_any("contested"):
            return
        self._db.execute(f"INSERT OR IGNORE INTO taken {self._all('documents', 'own_id')}")
        contested = self._db.execute("SELECT file, own_id, doc_id FROM contested ORDER BY own_id, file")
        for name in settled_names((StoredName(*row) for row in contested), file=self.file, taken=self._is_taken):
            self._db.execute("INSERT INTO settled VALUES (?, ?, ?)", name)
            self._db.execute("INSERT INTO taken VALUES (?)", (name.doc_id,))

    def _is_taken(self, doc_id: str) -> bool:
        return self._is_any("taken WHERE doc_id = ?", doc_id)

    def name(self, path: str, own_id: str) -> str:
        """Return what the document *own_id* of the file at *path* is called: otherwise only after `settle_names`."""
        settled = self._db.execute("SELECT doc_id FROM settled WHERE file = ? AND own_id = ?", (path, own_id)).fetchone()
        return str(settled[0]) if settled else own_id

    def misnamed(self) -> Iterator[StoredFile]:
        """Yield the files of which documents are called otherwise than they are to be, by path."""
        names = "contested LEFT JOIN settled USING (file, own_id)"
        wrong = f"SELECT DISTINCT file FROM {names} WHERE coalesce(settled.doc_id, own_id) <> contested.doc_id ORDER BY file"
        return (self.file(path) for (path,) in self._db.execute(wrong))

    def file(self, path: str) -> StoredFile:
        """Return the file at *path*, kept or added."""
        return StoredFile(*self._db.execute(f"SELECT * FROM ({self._all('files')}) WHERE path = ?", (path,)).fetchone())

    def holds(self, path: str) -> bool:
        """Return whether there is a document of the file at *path* or of one in that folder."""
        below = f"SELECT count(*) FROM ({self._all('documents', 'file')}) WHERE file = ? OR file >= ? AND file < ?"
        return bool(self._count(below, path, f"{path}/", f"{path}0"))

    def skipped(self) -> Iterator[tuple[str, str]]:
        """Yield (path, reason) of what is skipped, by path."""
        yield from self._db.execute(f"{self._all('skipped')} ORDER BY path, reason")

    # ------------------------------------------------------------ putting it in order

    def publish(
        self, *, engine: str, versions: Versions, roots: Iterable[str], lexicons: Sequence[StoredLexicon] = ()
    ) -> tuple[Manifest, Changes]:
        """Write the generation in document order, make it the live one, and return its manifest and what has changed."""
        self._save()
        self._stages = False
        self._order()
        self._write_engine(engine)
        self._write_words()
        changes, fingerprint = self._compare(), self._fingerprint(engine, versions, synonyms_of(lexicons))
        counts = {table: self._count(f"SELECT count(*) FROM main.{table}") for table in ("documents", "passages", "figures")}
        self._db.execute("COMMIT")
        self._db.executescript(completed("main"))
        for schema in ("left", "old", "new"):
            self._db.execute(f"DETACH {schema}")
        self._db.close()
        manifest = Manifest(
            generation=self._folder.name,
            versions=versions,
            engine=engine,
            fingerprint=fingerprint,
            roots=tuple(roots),
            lexicons=tuple(lexicons),
            left_out=tuple(self._left_out[key] for key in sorted(self._left_out)),
            files=stored_bytes(self._folder),
            **counts,
        )
        publish(self._folder, manifest)
        with suppress(OSError):  # it is the live one, whatever still lies beside it
            forget(self._folder)
        return manifest, changes

    def _all(self, table: str, columns: str | None = None, *, by: str = "") -> str:
        """Return SQL for *columns* of *table* (None: all that are written), of what is kept and what is new; *by* says how to find it."""
        columns = columns or COLUMNS[table]
        kept = {
            "files": "path IN (SELECT path FROM kept)",
            "skipped": "path IN (SELECT path FROM kept)",
            "documents": _CARRIED,
        }.get(table, f"doc_id IN (SELECT doc_id FROM old.documents WHERE {_CARRIED})")
        return f"SELECT {columns} FROM old.{table} {by} WHERE {kept} UNION ALL SELECT {columns} FROM new.{table} {by}"

    def _order(self) -> None:
        for table, columns in COLUMNS.items():
            order = {"files": "path", "skipped": "path, reason", "documents": "doc_id"}.get(table, "doc_id, position")
            # Found by file, documents with all their texts would be sorted in a temporary file, wherever that lies.
            by = "INDEXED BY documents_by_id" if table == "documents" else ""
            self._db.execute(f"INSERT INTO main.{table} ({columns}) {self._all(table, by=by)} ORDER BY {order}")

    def _write_engine(self, engine: str) -> None:
        frequencies: Counter[str] = Counter()
        lengths: list[int] = [0, 0, 0]  # passages, sentences, terms

        def counted() -> Iterator[Indexed]:
            for ordinal, body, title, scope in self._db.execute("SELECT ordinal, body, title, scope FROM main.passages ORDER BY ordinal"):
                terms = body.split()
                frequencies.update(set(terms))
                for place, number in enumerate((1, body.count("\n") + 1, len(terms))):
                    lengths[place] += number
                yield Indexed(ordinal, terms, f"{title}{scope}".split())

        passages = counted()
        engine_class(engine).write(self._folder / ENGINE, passages)
        deque(passages, maxlen=0)  # an engine that keeps no files has left them all
        self._db.executemany("INSERT INTO main.terms VALUES (?, ?)", sorted(frequencies.items()))
        count, sentences, terms = lengths
        self._db.execute(
            "INSERT INTO main.statistics VALUES (?, ?, ?)", (count, max(1.0, terms / max(1, count)), max(1.0, terms / max(1, sentences)))
        )

    def _write_words(self) -> None:
        words: Counter[str] = Counter()
        for (line,) in self._db.execute("SELECT words FROM main.documents"):
            words.update(line.split(" "))
        del words[""]
        rows = ((word, len(word), word[0], word[-2:], count) for word, count in sorted(words.items()))
        self._db.executemany("INSERT INTO main.words VALUES (?, ?, ?, ?, ?)", rows)

    def _compare(self) -> Changes:
        both = "main.documents AS now JOIN old.documents AS old USING (doc_id)"
        unchanged = self._count(f"SELECT count(*) FROM {both} WHERE now.digest = old.digest")
        shared = self._count(f"SELECT count(*) FROM {both}")
        now, before = (self._count(f"SELECT count(*) FROM {schema}.documents") for schema in ("main", "old"))
        return Changes(
            added=now - shared,
            changed=shared - unchanged,
            removed=before - shared,
            unchanged=unchanged,
            taken_up=self._taken_up,
            figures_changed=figure_changes(self._db),
        )

    def _fingerprint(self, engine: str, versions: Versions, synonyms: Iterable[Synonyms]) -> str:
        digest = sha256(f"{engine} {versions.model_dump_json()}".encode())
        for each in synonyms:
            digest.update(each.model_dump_json().encode())
        for row in self._db.execute("SELECT doc_id, digest FROM main.documents ORDER BY ordinal"):
            digest.update(json.dumps(row).encode())
        return digest.hexdigest()

    def _is_any(self, what: str, *values: str) -> bool:
        return self._db.execute(f"SELECT 1 FROM {what} LIMIT 1", values).fetchone() is not None

    def _count(self, statement: str, *values: str) -> int:
        return int(self._db.execute(statement, values).fetchone()[0])


def _unwritable(index: Path, why: Exception) -> RetrievalError:
    return RetrievalError(f"{index} cannot be written ({why}); the index stays as it was: make room there and run the command again")


def _passage_row(doc_id: str, position: int, passage: PassageEntry) -> tuple[object, ...]:
    passage_id, *terms, record = passage
    return (passage_id, doc_id, position, *terms, checksum(doc_id, *terms), record, checksum(passage_id, record))


def _figure_row(doc_id: str, position: int, figure: FigureEntry) -> tuple[object, ...]:
    figure_id, passage_id, record = figure
    return figure_id, passage_id, doc_id, position, record, checksum(passage_id, record)
