"""Roman numerals, as quarters and centuries are numbered with them."""

from qa_bot.text.patterns import LatePattern

_ONES = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_ROMAN = LatePattern(r"(?=[IVX])(X{0,2})(IX|IV|V?I{0,3})\Z")
ROMANS = frozenset(tens + ones for tens in ("", "X", "XX") for ones in ("", *_ONES))


def read_roman(surface: str) -> int:
    """Return the number that *surface* writes, 1 to 29, else 0."""
    match = _ROMAN.match(surface)
    if match is None:
        return 0
    ones = {"": 0, "I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9}
    return 10 * len(match.group(1)) + ones[match.group(2)]


def to_roman(number: int) -> str:
    """Return 1 to 39 in Roman numerals, anything else in digits."""
    tens, ones = divmod(number, 10)
    return "X" * tens + (_ONES[ones - 1] if ones else "") if 0 < number < 40 else str(number)
