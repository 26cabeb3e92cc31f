"""When to look again at files and folders that somebody works on."""

import os
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

LOOK = 30.0  # seconds after which it looks by itself: not every file system tells of changes, and none of those before it is watched
TURN = 1.0  # seconds after which is asked whether the paths still are the files and folders that are watched


def changes(paths: Sequence[str | Path], *, but: Path, look: float = LOOK) -> Iterator[None]:
    """Yield whenever something below *paths* may have changed, *but* what lies in a folder of our own; until Ctrl-C, which is raised.

    What is watched is a folder, whatever it is called: where one was moved away and another has its name, that one is from then on.
    """
    due = time.monotonic() + look
    while True:
        watched = _which(paths)
        with suppress(FileNotFoundError):  # it is gone just now: the next turn knows
            for changed in _turns([path for path, which in zip(paths, watched, strict=True) if which], but):
                others = _which(paths) != watched
                if changed or others or time.monotonic() >= due:
                    yield
                    due = time.monotonic() + (TURN if others else look)  # once more when those are watched: they may have changed before
                if others:
                    break


def _turns(paths: Sequence[str | Path], but: Path) -> Iterator[bool]:
    """Yield at each turn, and at each change of *paths*, whether something changed."""
    from watchfiles import watch  # an extra

    if not paths:
        time.sleep(TURN)
        yield False
        return
    for changed in watch(
        *paths,
        watch_filter=lambda _, path: but not in Path(path).absolute().parents,
        rust_timeout=int(TURN * 1000),
        yield_on_timeout=True,
    ):
        yield bool(changed)


def _which(paths: Sequence[str | Path]) -> list[tuple[int, int] | None]:
    """Return by what numbers the system knows the files and folders that are called *paths* now; None for one that is not there."""
    found: list[tuple[int, int] | None] = []
    for path in paths:
        try:
            status = os.stat(path)  # noqa: PTH116  # a name as it was given
            found.append((status.st_dev, status.st_ino))
        except OSError:
            found.append(None)
    return found
