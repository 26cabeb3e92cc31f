"""Text of a document as it can be shown to a person: nothing in it that steers, reorders or hides."""

import re

from qa_bot.text.patterns import LatePattern

# Control characters, and those that reorder or hide text (bidirectional marks, zero-width and tag characters): a document must
# not be able to move a terminal's cursor or to show one thing and be another.
_UNPRINTABLE = LatePattern(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f\ud800-\udfff]"
)
_WRAPPED = LatePattern(r"[ \t]*\n\s*")
_BREAKS = LatePattern("[\t\n\x0b\x0c\r\x85\u2028\u2029]")


def printable(text: str) -> str:
    """Return *text* without characters that steer a terminal or hide what is there; breaks and tabs become spaces."""
    return text if text.isprintable() else _UNPRINTABLE.sub("", _BREAKS.sub(" ", text))


def escaped(json: str) -> str:
    """Return the same JSON with such characters as escapes, which mean the same to a program: "\\u202e"."""
    return json if json.isprintable() else _UNPRINTABLE.sub(_escape, json)


def _escape(found: re.Match[str]) -> str:
    units = found[0].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


def in_line(text: str) -> str:
    """Return *text* on one line: a break and the white space around it become one space."""
    return _WRAPPED.sub(" ", text) if "\n" in text else text
