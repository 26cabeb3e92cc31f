"""The dictionaries of Russian words mapped from their files instead of read into memory."""

import sys
from mmap import ACCESS_READ, mmap
from struct import unpack
from typing import BinaryIO, Literal

_UNIT, _LABELS = 4, 2  # bytes of a unit of a dictionary, and of its guide


def map_dictionaries() -> None:
    """Have pymorphy3 map its dictionaries when it loads them: 16 MB that the system can have back, for words read a third as fast.

    That is a bargain for a process that stays for weeks and reads questions, and none for one that reads a corpus: the compiled reader
    of dictionaries, which is left aside, maps none.
    """
    sys.modules["dawg"] = None  # type: ignore[assignment]  # not to be imported
    from dawg_python import wrapper  # with pymorphy3; a program that reads no Russian imports neither

    wrapper.Dictionary.read = lambda dictionary, file: setattr(dictionary, "_units", _mapped(file, _UNIT, "I"))
    wrapper.Guide.read = lambda guide, file: setattr(guide, "_units", _mapped(file, _LABELS, "B"))


def _mapped(file: BinaryIO, size: int, kind: Literal["I", "B"]) -> memoryview:
    """Return the units at the place of *file*, where their number stands before them; the place is behind them afterwards."""
    (count,) = unpack("=I", file.read(4))
    start = file.tell()
    end = file.seek(start + count * size)
    return memoryview(mmap(file.fileno(), 0, access=ACCESS_READ))[start:end].cast(kind)
