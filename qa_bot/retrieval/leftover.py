"""What a writer that was ended before its time had made ready: the next one need not do it again."""

import errno
import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

STAGED = "staged.sqlite"  # the new documents of a generation in the making, in whatever order they came
LEFT = "left.sqlite"  # the same, of a writer that was ended


def rescue(generation: Path) -> None:
    """Leave nothing in the folder *generation* of a writer that was ended but `LEFT`, the larger one of what it had and what it made.

    The larger one, since a writer may itself have been ended while it took up what another had left. Nothing stays that is damaged.
    """
    if generation.is_symlink():
        raise NotADirectoryError(errno.ENOTDIR, "a symbolic link where the next generation is to be", str(generation))
    found = [path for path in (generation / LEFT, generation / STAGED) if path.is_file()]
    best = max((path for path in found if _is_sound(path)), key=lambda path: path.stat().st_size, default=None)
    for path in generation.iterdir():
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        elif path != best:
            path.unlink()
    if best:
        best.rename(generation / LEFT)


def forget(generation: Path) -> None:
    """Remove from *generation* all that only the next writer would have taken up."""
    for name in (LEFT, STAGED):
        for path in generation.glob(f"{name}*"):
            path.unlink()


def is_left(path: Path) -> bool:
    """Return whether the file at *path* is no part of a generation, but only such a rest."""
    return path.name.startswith((LEFT, STAGED))


def basis_of(path: Path) -> str | None:
    """Return by what the documents in the database at *path* were made ready (`Draft`); None if it does not say."""
    if not path.exists():
        return None
    with suppress(sqlite3.Error), closing(sqlite3.connect(path)) as db:
        row = db.execute("SELECT basis FROM basis").fetchone()
        return str(row[0]) if row else None
    return None


def _is_sound(path: Path) -> bool:
    """Whether the database at *path* can be read; a transaction that was under way is taken back."""
    with suppress(sqlite3.Error), closing(sqlite3.connect(path)) as db:
        return bool(db.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
    return False
