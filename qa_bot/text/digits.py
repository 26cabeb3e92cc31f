"""The value of a number in digits, whatever parts its thousands and decimals."""

import re
from decimal import Decimal

from qa_bot.text.patterns import LatePattern

MAX_DIGITS = 30  # longer runs of digits are no numbers that anyone counts with; they are skipped
_MICRO = Decimal("0.000001")

_PLAIN = re.compile(r"\d+$")
_COMMA_GROUPS = LatePattern(r"(?!0)\d{1,3}(?:,\d{3})+(?:\.\d+)?$|\d{1,2}(?:,\d{2})+,\d{3}$")
_POINT_GROUPS = LatePattern(r"(?!0)\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?$|(?!0)\d{1,3}(?:\.\d{3})+,\d{1,2}$")
_DECIMAL = re.compile(r"\d+[.,]\d+$")
_LAST_THREE = re.compile(r"\d{1,3},\d{3}$")


def value_of(surface: str, *, russian: bool) -> Decimal | None:
    """Return the value of digits with separators, or None for what is no number ("3.5.1")."""
    if len(surface) > MAX_DIGITS:
        return None
    if _PLAIN.match(surface):
        return Decimal(surface)
    if _COMMA_GROUPS.match(surface) and not (russian and _LAST_THREE.match(surface)):
        return Decimal(surface.replace(",", ""))
    if _POINT_GROUPS.match(surface):
        return Decimal(surface.replace(".", "").replace(",", "."))
    if _DECIMAL.match(surface):
        return Decimal(surface.replace(",", "."))
    return None


def is_ambiguous(surface: str) -> bool:
    """Return whether a comma may part thousands or decimals: "1,124"."""
    return _LAST_THREE.match(surface) is not None and surface[0] != "0"


def share(over: Decimal, under: Decimal) -> Decimal:
    """Return *over* / *under* with at most six digits behind the point."""
    return plain_decimal((over / under).quantize(_MICRO))


def plain_decimal(value: Decimal) -> Decimal:
    """Return *value* without an exponent and without trailing zeros behind the point."""
    if value == value.to_integral_value():
        return Decimal(int(value))
    return value.normalize()
