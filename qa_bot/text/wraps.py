"""Line breaks within a number: "163" at the end of a full line and "870 times" on the next one are 163,870."""

NARROWEST = 40  # characters; shorter lines are records, verses, cells
WIDEST = 130  # a longer line is a paragraph of its own
FULL = 0.9  # of the longest line: as long is one that was wrapped, also by hand
NEAREST = 12  # lines above and below that are looked at
_LOOK = NEAREST * (WIDEST + 1)  # characters


def is_wrap(text: str, at: int) -> bool:
    """Return whether the line break at *at* of *text* only wraps a line: that is as long as the longest one around, and no longer.

    >>> is_wrap("short\\nlines", 5)
    False
    """
    above, below = text[max(0, at - _LOOK) : at].split("\n"), text[at + 1 : at + 1 + _LOOK].split("\n")
    line = above[-1].rstrip()
    others = [len(each.rstrip()) for each in (*above[-1 - NEAREST : -1], *below[:NEAREST])]
    widest = max((length for length in others if length <= WIDEST), default=0)
    if not NARROWEST <= len(line) <= WIDEST:
        return False
    return FULL * widest <= len(line) <= widest / FULL
