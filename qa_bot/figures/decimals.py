"""By which sign the numbers of a table part their decimals: "41.268" beside "12,5" is 41,268."""

import re
from collections.abc import Iterable
from decimal import Decimal

from qa_bot.text.digits import plain_decimal, value_of
from qa_bot.text.numbers import Number

_NUMBER = (  # that can be read in one way only: S is the sign before its decimals, T the one between its thousands
    r"[-−–+]?(?:\d{1,3}(?:[T]\d{3})+[S]\d+|\d+[S](?:\d{1,2}|\d{4,})|\d{1,3}(?:[T]\d{3}){2,})(?:\s?(?:[%‰€$£]|[^\W\d_]{1,4}))?"
)
_BY = {sign: re.compile(_NUMBER.replace("S]", f"{sign}]").replace("T]", f"{other}]")) for sign, other in ((",", "."), (".", ","))}
_AMBIGUOUS = re.compile(r"(?<![\d.,])[1-9]\d{0,2}([.,])\d{3}(?![\d.,])")


def decimal_sign(cells: Iterable[str]) -> str | None:
    """Return "," or "." where the *cells* of a table show that it parts their decimals, None where they do not or differ.

    >>> decimal_sign(["12,5", "41.268"])
    ','
    """
    found = {sign for cell in cells for sign, pattern in _BY.items() if pattern.fullmatch(cell.strip())}
    return found.pop() if len(found) == 1 else None


def read_by(number: Number, sign: str | None, text: str, language: str) -> Number:
    """Return *number*, which stands in *text*, as it is read where *sign* parts decimals; as it is where no sign is known."""
    written = _AMBIGUOUS.search(text, number.start, number.end) if sign is not None else None
    if written is None:
        return number
    whole = Decimal(written[0].replace(written[1], ""))
    meant = whole / 1000 if written[1] == sign else whole
    taken = value_of(written[0], russian=language == "ru")
    return number if not taken or taken == meant else number._replace(value=plain_decimal(number.value * meant / taken))
