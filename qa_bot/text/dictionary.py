"""Words of English, in all their forms, and names: what a corpus may lack though it is no typo. Russian has its morphology for this."""

from functools import cache
from pathlib import Path

PATH = Path(__file__).parent / "data" / "en" / "dictionary.txt"
SHORTEST = 4  # letters
HEAD = """\
# Words of the Spell Checker Oriented Word Lists (SCOWL), made by tools/make_dictionary.py.
# Copyright 2000-2018 by Kevin Atkinson. Permission to use, copy, modify, distribute and sell these word lists, the associated
# scripts, the output created from the scripts, and its documentation for any purpose is hereby granted without fee, provided that
# the above copyright notice appears in all copies and that both that copyright notice and this permission notice appear in
# supporting documentation. Kevin Atkinson makes no representations about the suitability of this array for any purpose. It is
# provided "as is" without express or implied warranty.
"""


def is_english(word: str) -> bool:
    """Return whether the folded *word* of at least `SHORTEST` letters is one of English, or a usual name.

    >>> is_english("corporal"), is_english("trians")
    (True, False)
    """
    return f"\n{word}\n".encode() in _words()


@cache
def _words() -> bytes:
    return PATH.read_bytes()
