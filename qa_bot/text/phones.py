"""Telephone numbers, which count nothing."""

from qa_bot.text.patterns import LatePattern

# "0113 496 0155"; "+44 20 7946 0958", "+7 495 123-45-67"; "8 (495) 123-45-67", "8-800-555-35-35"; "(212) 555-0199", "212-555-0199".
_PHONE = LatePattern(
    r"(?<![\w.,:/+-])(?<!\d[ \u00a0\u202f])(?:"
    r"\(?0\d{2,4}\)?(?:[ /-]\d{3,5}){1,3}"
    r"|\+(?=(?:[ ()-]*\d){11,15}(?!\d))(?!\d{1,3}(?: \d{3})+(?![ -]?\d))\d{1,3}[ -]?\(?\d{1,5}\)?(?:[ -]\d{2,6}){1,4}"  # no "+12 345 678"
    r"|8[ -]?\(?\d{3,5}\)?[ -]\d{1,3}(?:-\d\d){2}"
    r"|\(\d{3,5}\) ?\d{1,3}(?:-\d\d){2}"
    r"|(?:\(\d{3}\) ?|\d{3}-)\d{3}-\d{4}"
    r")(?![\w]|[.,:/-]\d)"
)


def phones(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return where the telephone numbers begin and end that stand in *text* between *start* and *end*.

    >>> phones("Press office: 0113 496 0155, room 12", 0, 36)
    [(14, 27)]
    """
    return [match.span() for match in _PHONE.finditer(text, start, end)]
