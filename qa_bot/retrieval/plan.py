"""What a build has to read: the files found now, held against those that the index was made from."""

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from hashlib import file_digest, sha256
from pathlib import Path
from typing import NamedTuple

from qa_bot.errors import RetrievalError
from qa_bot.opening import open_below
from qa_bot.retrieval.generations import StoredLexicon, synonyms_of
from qa_bot.retrieval.index import Index
from qa_bot.retrieval.records import StoredFile
from qa_bot.schema import Synonyms

_FOLDERS = 64  # of which it is kept what lies beside and above their files: these come folder by folder
_TABLES = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE found (path TEXT PRIMARY KEY, root TEXT, rel TEXT, key TEXT, content TEXT, size INTEGER) WITHOUT ROWID;
CREATE TABLE before (path TEXT PRIMARY KEY, root TEXT, rel TEXT, key TEXT, content TEXT) WITHOUT ROWID;
CREATE TABLE kept (path TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE movable (content TEXT, suffix TEXT, path TEXT, PRIMARY KEY (content, suffix, path)) WITHOUT ROWID;
CREATE TABLE renamed (now TEXT PRIMARY KEY, before TEXT) WITHOUT ROWID;
CREATE TABLE recalled (now TEXT PRIMARY KEY, before TEXT) WITHOUT ROWID;
CREATE TABLE skipped (path TEXT, reason TEXT, PRIMARY KEY (path, reason)) WITHOUT ROWID;
BEGIN;
"""
_KEPT = """
INSERT INTO kept SELECT before.path FROM before LEFT JOIN found USING (path) WHERE CASE WHEN found.path IS NULL THEN NOT under(before.path)
ELSE (before.root, before.rel, before.key, before.content) = (found.root, found.rel, found.key, found.content) END
"""
_NEW = "found WHERE NOT EXISTS (SELECT 1 FROM kept WHERE kept.path = found.path)"
_READ = f"{_NEW} AND NOT EXISTS (SELECT 1 FROM renamed WHERE renamed.now = found.path)"
_GONE = """
before WHERE NOT EXISTS (SELECT 1 FROM kept WHERE kept.path = before.path)
AND NOT EXISTS (SELECT 1 FROM found WHERE found.path = before.path)
"""
_FILE = "path, root, rel, key, content"

Beside = Callable[[Path, Path], Sequence[Path]]  # the files of a kind that bear on a document, given its path and its root


class Found(NamedTuple):
    """A file that may be read: *root* is the path that was named and *rel* the path below it, or the name of a named file."""

    root: Path
    path: Path
    rel: str


class Unfit(NamedTuple):
    """A file or folder that is not read, and why."""

    path: Path
    reason: str


class Planned(NamedTuple):
    """A file to read, how many bytes it has, and whether the index was made from an earlier state of it."""

    file: StoredFile
    size: int
    is_known: bool


class Renamed(NamedTuple):
    """A file that was there before under another name, byte for byte."""

    before: StoredFile
    now: StoredFile


class Plan:
    """What to read, what to carry over unread, and what the index will have been made from.

    All lists of files lie in a database of its own, on the disk when they are long, and are read from there: a folder may hold more
    files than there is memory for their names. They come in the order of their paths.
    """

    def __init__(self, named: Sequence[Path], old: Index | None) -> None:
        self.named = frozenset(map(str, named))  # absolute
        self.roots = _outermost({*self.named, *(old.manifest.roots if old else ())})  # named now or before, the outermost of each
        self._roots = frozenset(self.roots)
        self.lexicons: tuple[StoredLexicon, ...] = ()  # of all that will be in the index
        self.renew = False  # whether other words mean other things than before, so that figures must be read again from all that is kept
        self._db = sqlite3.connect("", isolation_level=None)
        self._db.executescript(_TABLES)
        self._digest_beside = lru_cache(maxsize=_FOLDERS)(_digest)  # one file may bear on a hundred thousand others

    def close(self) -> None:
        """Forget everything."""
        self._db.close()

    def changes_nothing(self, old: Index, engine: str) -> bool:
        """Return whether the generation *old* is already what this plan would make for *engine*."""
        made = old.manifest
        same = (made.engine, made.roots, made.lexicons) == (engine, self.roots, self.lexicons)
        return same and not self._is_any(_NEW) and not self._is_any(_GONE) and set(self.skipped()) == set(_other_skips(old))

    # ------------------------------------------------------------ its lists

    def read(self) -> Iterator[Planned]:
        """Yield the files to read."""
        known = "EXISTS (SELECT 1 FROM before WHERE before.path = found.path)"
        for *file, size, is_known in self._db.execute(f"SELECT {_FILE}, size, {known} FROM {_READ} ORDER BY path"):
            yield Planned(StoredFile(*file), size, bool(is_known))

    def size(self) -> int:
        """Return how many bytes the files to read have."""
        return int(self._db.execute(f"SELECT coalesce(sum(size), 0) FROM {_READ}").fetchone()[0])

    def kept(self) -> Iterator[StoredFile]:
        """Yield the files of which the documents are carried over."""
        for row in self._db.execute(f"SELECT {_FILE} FROM kept JOIN before USING (path) ORDER BY path"):
            yield StoredFile(*row)

    def keeps(self, path: str) -> bool:
        """Return whether the documents of the file at *path* are carried over."""
        return self._is_any("kept WHERE path = ?", path)

    def holds(self, path: str) -> bool:
        """Return whether there will be a file at *path*, read now or carried over."""
        return self.keeps(path) or self._is_any("found WHERE path = ?", path)

    def gone(self) -> Iterator[StoredFile]:
        """Yield the files that are not there any more, also when they are there under another name."""
        for row in self._db.execute(f"SELECT {_FILE} FROM {_GONE} ORDER BY path"):
            yield StoredFile(*row)

    def renamed(self) -> Iterator[Renamed]:
        """Yield the files that only got another name."""
        return self._pairs("renamed")

    def recalled(self) -> Iterator[Renamed]:
        """Yield the files that only got another name, but are read again, since it says something of them."""
        return self._pairs("recalled")

    def _pairs(self, table: str) -> Iterator[Renamed]:
        both = f"{table} JOIN before ON before.path = {table}.before JOIN found ON found.path = {table}.now"
        before, now = (", ".join(f"{table}.{column}" for column in _FILE.split(", ")) for table in ("before", "found"))
        for row in self._db.execute(f"SELECT {before}, {now} FROM {both} ORDER BY found.path"):
            yield Renamed(StoredFile(*row[:5]), StoredFile(*row[5:]))

    def skipped(self) -> Iterator[tuple[str, str]]:
        """Yield (path, reason) of what is no file of the index."""
        yield from self._db.execute("SELECT path, reason FROM skipped ORDER BY path, reason")

    def read_again(self, path: str) -> None:
        """Have the file at *path* read, if it is there, though nothing has changed in it."""
        if self._is_any("found WHERE path = ?", path):
            self._db.execute("DELETE FROM kept WHERE path = ?", (path,))

    def _is_any(self, what: str, *values: str) -> bool:
        return self._db.execute(f"SELECT 1 FROM {what} LIMIT 1", values).fetchone() is not None

    # ------------------------------------------------------------ how it is made

    def find(self, each: Found | Unfit, configuration: Beside) -> None:
        """Take in a file that is there, or one that is not fit to be read; the same file twice is one file."""
        if isinstance(each, Unfit):
            self._skip(str(each.path), each.reason)
        elif not self._is_any("found WHERE path = ?", str(each.path)):
            file, size = self._stored(each, self.root_of(each), configuration)
            self._db.execute("INSERT INTO found VALUES (?, ?, ?, ?, ?, ?)", (*file, size))

    def _stored(self, file: Found, root: Path, configuration: Beside) -> tuple[StoredFile, int]:
        """Return *file* as it is now below *root*, and its size."""
        rel = file.path.name if root == file.path else file.path.relative_to(root).as_posix()
        content, size = _digest(file.path, root)
        digest = sha256(f"{root}\0{rel}".encode() + b"\0" + content)
        for path in configuration(file.path, root):
            digest.update(b"\0" + self._digest_beside(path, root)[0])
        return StoredFile(str(file.path), str(root), rel, digest.hexdigest(), content.hex()), size

    def root_of(self, file: Found) -> Path:
        """Return the outermost path that was ever named and holds *file*."""
        return Path(_above(str(file.path), self._roots) or file.root)

    def compare(self, old: Index, is_movable: Callable[[StoredFile], bool], named_by_path: Callable[[Path], bool]) -> None:
        """Hold what was found against the files of *old*, of which only those that are *is_movable* may have got another name; one that
        is *named_by_path* is carried over where only its folder did."""
        self._db.create_function("under", 1, lambda path: _above(path, self.named) is not None, deterministic=True)
        self._db.executemany("INSERT INTO before VALUES (?, ?, ?, ?, ?)", old.files())
        self._db.execute(_KEPT)
        for path, reason in _other_skips(old):
            if not _above(path, self.named):
                self._skip(path, reason)
        self._pair("renamed", is_movable, lambda file: Path(file.path).name if named_by_path(Path(file.path)) else _suffix(file))
        self._pair("recalled", lambda file: is_movable(file) and named_by_path(Path(file.path)), _suffix)

    def _pair(self, table: str, is_movable: Callable[[StoredFile], bool], kind: Callable[[StoredFile], str]) -> None:
        """Find gone files among the new ones, each once, in the order of their names, and hold them in *table*."""
        self._db.execute("DELETE FROM movable")
        for file in self.gone():
            if file.content and is_movable(file) and not self._is_any("renamed WHERE before = ?", file.path):
                self._db.execute("INSERT INTO movable VALUES (?, ?, ?)", (file.content, kind(file), file.path))
        if not self._is_any("movable"):
            return
        same = "path FROM movable WHERE content = ? AND suffix = ? ORDER BY path LIMIT 1"
        for row in self._db.execute(f"SELECT {_FILE} FROM {_NEW} ORDER BY path"):
            now = StoredFile(*row)
            before = self._db.execute(f"SELECT {same}", (now.content, kind(now))).fetchone()
            if before and is_movable(now) and not self._is_any("renamed WHERE now = ?", now.path):
                self._db.execute("DELETE FROM movable WHERE content = ? AND suffix = ? AND path = ?", (now.content, kind(now), *before))
                self._db.execute(f"INSERT INTO {table} VALUES (?, ?)", (now.path, *before))

    def elsewhere(self, folder: Path) -> Iterator[StoredFile]:
        """Yield the files in *folder* and below that are carried over without having been looked for."""
        unseen = "NOT EXISTS (SELECT 1 FROM found WHERE found.path = before.path)"
        below = f"SELECT {_FILE} FROM kept JOIN before USING (path) WHERE {unseen} AND path >= ? AND path < ?"
        for row in self._db.execute(below, _below(folder)):
            yield StoredFile(*row)

    def sees(self, folder: Path) -> bool:
        """Return whether a file was found in *folder* or below."""
        return self._is_any("found WHERE path >= ? AND path < ?", *_below(folder))

    def _skip(self, path: str, reason: str) -> None:
        self._db.execute("INSERT OR IGNORE INTO skipped VALUES (?, ?)", (path, reason))


def make_plan(
    found: Iterable[Found | Unfit],
    *,
    named: Sequence[Path],
    old: Index | None,
    configuration: Beside,
    lexicons: Beside,
    synonyms: Callable[[Path, Path], tuple[Synonyms, ...]],
    named_by_path: Callable[[Path], bool],
) -> Plan:
    """Return the plan for what is *found* under the absolute paths *named*, after the generation *old*.

    A file belongs to the outermost path that was ever named and holds it, so that its id does not depend on the order of naming. The
    files that *configuration* gives for a path and its root are a part of what its documents are made from. Those that *lexicons* gives
    are read by *synonyms*, and hold for the whole index: a word must mean the same in a question and in every document. A file that
    *named_by_path* tells to take something from its name is read again under another one, not in another folder.

    Raises RetrievalError when there is no room for the names of all files.
    """
    configuration, lexicons = _by_folder(configuration), _by_folder(lexicons)
    plan, beside = Plan(named, old), dict[Path, Path]()
    try:
        for each in found:
            plan.find(each, configuration)
            if isinstance(each, Found):
                root = plan.root_of(each)
                beside.update(dict.fromkeys(lexicons(each.path, root), root))
        if old:
            plan.compare(old, lambda file: not configuration(Path(file.path), Path(file.root)), named_by_path)
    except sqlite3.OperationalError as exc:
        raise RetrievalError(f"the list of files cannot be written ({exc}); make room where temporary files are kept") from exc
    plan.lexicons = _lexicons(plan, beside, old, synonyms)
    plan.renew = old is not None and synonyms_of(old.manifest.lexicons) != synonyms_of(plan.lexicons)
    return plan


def _by_folder(beside: Beside) -> Beside:
    """Return *beside*, asked once for all files of a folder."""

    @lru_cache(maxsize=_FOLDERS)
    def of_folder(folder: Path, name: str, root: Path) -> Sequence[Path]:
        return beside(folder / name, root)

    def of(path: Path, root: Path) -> Sequence[Path]:
        return of_folder(path.parent, path.name if root == path else "_", root)

    return of


def _other_skips(old: Index) -> Iterator[tuple[str, str]]:
    """Yield what *old* skipped without ever reading it as a file."""
    return ((path, reason) for path, reason in old.skipped() if not old.has_file(path))


def _outermost(paths: set[str]) -> tuple[str, ...]:
    return tuple(sorted(path for path in paths if not any(str(parent) in paths for parent in Path(path).parents)))


def _above(path: str, among: Collection[str]) -> str | None:
    """Return which of *among* is *path* or a folder above it, the nearest; None if none is."""
    return next((name for name in (path, *map(str, Path(path).parents)) if name in among), None)


def _below(folder: Path) -> tuple[str, str]:
    """Return between which two texts the paths below *folder* lie, in the order of texts."""
    start = f"{str(folder).rstrip('/')}/"
    return start, f"{start[:-1]}0"  # what comes after "/"


def _suffix(file: StoredFile) -> str:
    return Path(file.path).suffix.lower()


def _lexicons(
    plan: Plan, beside: Mapping[Path, Path], old: Index | None, synonyms: Callable[[Path, Path], tuple[Synonyms, ...]]
) -> tuple[StoredLexicon, ...]:
    """Return the lexicons beside and above all files: as they are now and, of files elsewhere, as they were when these were read."""
    carried = {
        lexicon.path: lexicon
        for lexicon in (old.manifest.lexicons if old else ())
        if not plan.sees(folder := Path(lexicon.path).parent) and any(_bears_on(folder, file) for file in plan.elsewhere(folder))
    }
    found = carried | {str(path): StoredLexicon(path=str(path), synonyms=synonyms(path, root)) for path, root in beside.items()}
    return tuple(found[path] for path in sorted(found))


def _bears_on(folder: Path, file: StoredFile) -> bool:
    return folder == Path(file.path).parent or folder.is_relative_to(file.root)


def _digest(path: Path, root: Path) -> tuple[bytes, int]:
    """Return the hash of the bytes of the file *path* under the named *root* and how many they are, as if it had none when it cannot be
    read: reading it as a document will say why."""
    try:
        with open_below(path, root) as file:
            digest = file_digest(file, "sha256").digest()
            return digest, file.tell()
    except OSError:
        return sha256().digest(), 0
