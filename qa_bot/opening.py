"""Files and folders opened where they were found: below a folder that somebody named, and behind no symbolic link in it.

What is opened by its whole path may lie elsewhere by then: whoever can write into the folder can put a link into the way.
"""

import errno
import os
import stat
from collections.abc import Sequence
from io import BufferedReader
from pathlib import Path

LINK = errno.ELOOP  # the number of the OSError that is raised for a link
NO_FILE = errno.EFTYPE if hasattr(errno, "EFTYPE") else errno.EINVAL  # and for what is neither that nor a file
_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)  # a pipe would let us wait for ever
_PASS = getattr(os, "O_PATH", os.O_RDONLY) | getattr(os, "O_DIRECTORY", 0)  # to look for what lies in it
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)


def open_below(path: Path, root: Path) -> BufferedReader:
    """Return the file *path*, opened; OSError if that fails, with `LINK` where it, or a folder from *root* down to it, is a link, and
    with `NO_FILE` where it is a folder or a pipe.

    What lies above *root*, and *root* itself, somebody has named, and they may be links. A *path* that does not lie below *root*, as that
    is a file, is looked for in its own folder.
    """
    handle = handle_below(path, root)
    if stat.S_ISREG(os.fstat(handle).st_mode):
        return os.fdopen(handle, "rb")
    os.close(handle)
    raise OSError(NO_FILE, "it is no longer a file", str(path))


def handle_below(path: Path, root: Path) -> int:
    """Return the number of the file or folder *path*, opened as `open_below` does."""
    if path == root:
        return os.open(path, _READ)
    base = root if root in path.parents else path.parent
    if os.open not in os.supports_dir_fd:
        return _held_against(path, base)
    *folders, name = path.relative_to(base).parts
    return _opened(base, folders, name)


def _opened(base: Path, folders: Sequence[str], name: str) -> int:
    at = os.open(base, _PASS)
    try:
        for folder in folders:
            below = _step(folder, _PASS, at)
            os.close(at)
            at = below
        return _step(name, _READ, at)
    finally:
        os.close(at)


def _step(name: str, flags: int, at: int) -> int:
    try:
        return os.open(name, flags | _NO_LINK, dir_fd=at)
    except NotADirectoryError as exc:
        if stat.S_ISLNK(os.stat(name, dir_fd=at, follow_symlinks=False).st_mode):
            raise OSError(LINK, os.strerror(LINK), name) from exc
        raise


def _held_against(path: Path, base: Path) -> int:
    """Return the number of *path*, opened by its whole name and then held against what lies below *base*, where there is no better way."""
    handle = os.open(path, _READ)
    try:
        real = path.resolve(strict=True)
        if real == base.resolve() / path.relative_to(base) and os.path.samestat(os.fstat(handle), real.stat()):
            return handle
        raise OSError(LINK, os.strerror(LINK), str(path))
    except BaseException:
        os.close(handle)
        raise
