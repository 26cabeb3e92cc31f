"""Short names of bodies beside their full ones: «Дома и закона» is the «Дом и закон» of the publisher's name."""

from collections.abc import Iterable

from qa_bot.text.tokens import fold

SAME_HEAD = 4  # letters of a noun by which a sentence is picked out that may name it in full
_OPENER, _CLOSER = "«", "»"


def holds(name: str, short: str) -> bool:
    """Return whether the full *name* of a body has every word of its *short* one, in any form."""
    words = fold(name).split()
    return all(any(same_word(word, other) for other in words) for word in fold(short).split())


def same_word(word: str, other: str) -> bool:
    """Return whether two words are likely forms of one."""
    size = max(SAME_HEAD, max(len(word), len(other)) - 3)
    return word[:size] == other[:size]


def quoted_in_full(short: str, names: Iterable[str | None]) -> str | None:
    """Return the first of *names* in which a noun stands before the quoted name that *short* is, in any form; None where none is longer."""
    inner = _inner(short) if short.startswith(_OPENER) and short.endswith(_CLOSER) else []
    for name in names:
        told = _inner(name) if inner and name and not name.startswith(_OPENER) else []
        if len(told) == len(inner) > 0 and all(_are_forms(one, other) for one, other in zip(told, inner, strict=True)):
            return name
    return None


def _inner(name: str) -> list[str]:
    """The words between the quotation marks of a name."""
    return fold(name.partition(_OPENER)[2].partition(_CLOSER)[0]).replace("-", " ").split()


def _are_forms(one: str, other: str) -> bool:
    """Whether two words differ by their endings alone: "дом" and "дома", "открытая" and "открытой"."""
    size = max(min(len(one), len(other)) - 2, min(3, len(one), len(other)))
    return one[:size] == other[:size] and abs(len(one) - len(other)) <= 3
