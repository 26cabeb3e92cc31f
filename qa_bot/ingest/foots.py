"""What old pages say at their foot: when they were changed, who made them, how many came, what to look at them with."""

import re
import tomllib
from functools import cache
from pathlib import Path

LONGEST = 300  # characters


@cache
def _foot() -> re.Pattern[str]:
    with (Path(__file__).parent / "data" / "foots.toml").open("rb") as stream:
        table = tomllib.load(stream)
    browsers, part = "|".join(table["browsers"]), "|".join(table["parts"])
    part = part.replace("BROWSER", f"(?:{browsers})").replace("DATE", table["date"])
    return re.compile(rf"(?:{part})(?:[\s.,;|·•!–-]{{1,9}}(?:{part}))*[\s.!]*", re.IGNORECASE)


def is_foot(line: str) -> bool:
    """Return whether *line* says nothing else.

    >>> is_foot("This page was last updated on 3 May 1998. You are visitor number 1204")
    True
    """
    return len(line) <= LONGEST and _foot().fullmatch(line) is not None
