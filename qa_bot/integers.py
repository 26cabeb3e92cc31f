"""Whole numbers in files that other programs wrote, of which some write numbers that nobody counts by."""

MOST_DIGITS = 600  # of a number; Python itself writes none of more than 640 where it is told to be strict


def strictly_whole(digits: str) -> int:
    """Return the number written as *digits*; ValueError for one that nobody counts by, and that takes long to read."""
    if len(digits) > MOST_DIGITS:
        raise ValueError(f"a number of more than {MOST_DIGITS} digits")
    return int(digits)


def whole(digits: str) -> int | None:
    """Return the number written as *digits*; None, which says nothing, for one that nobody counts by.

    >>> whole("-340"), whole("9" * 5_000)
    (-340, None)
    """
    return int(digits) if len(digits) <= MOST_DIGITS else None
