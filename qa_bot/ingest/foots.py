"""What old pages say at their foot: when they were changed, who made them, how many came, what to look at them with."""

import re
import tomllib
from functools import cache
from pathlib import Path

LONGEST = 300  # characters


@cache
def _foot(*, makers: bool) -> re.Pattern[str]:
    with (Path(__file__).parent / "data" / "foots.toml").open("rb") as stream:
        table = tomllib.load(stream)
    browsers, part = "|".join(table["browsers"]), "|".join(table["parts"] + (table["makers"] if makers else []))
    part = part.replace("BROWSER", f"(?:{browsers})").replace("DATE", table["date"]).replace("NAME", table["name"])
    return re.compile(rf"(?:{part})(?:[\s.,;|·•!–-]{{1,9}}(?:{part}))*[\s.!]*", re.IGNORECASE)


def is_foot(line: str, *, last: bool = True) -> bool:
    """Return whether *line* says nothing else; who made the page only where it is among the *last* of it.

    >>> is_foot("This page was last updated on 3 May 1998. You are visitor number 1204")
    True
    """
    return len(line) <= LONGEST and _foot(makers=last).fullmatch(line) is not None
