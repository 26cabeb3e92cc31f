"""Messages that ask nothing of the documents: what is said about an answer, or to be polite."""

from enum import StrEnum
from functools import cache

from qa_bot.question.courtesy import without_courtesy
from qa_bot.text.asking import LANGUAGES, asking


class Remark(StrEnum):
    ORIGIN = "origin"  # where the answer comes from
    WRONG = "wrong"  # that it is wrong
    COURTESY = "courtesy"


def remark_of(text: str) -> Remark | None:
    """Return what *text* is if it is no question; None where it may be one.

    >>> remark_of("Source, please?"), remark_of("That is wrong!"), remark_of("OK, thanks"), remark_of("What is wrong with the dam?")
    (<Remark.ORIGIN: 'origin'>, <Remark.WRONG: 'wrong'>, <Remark.COURTESY: 'courtesy'>, None)
    """
    if without_courtesy(text):
        return None
    words = " ".join("".join(sign if sign.isalnum() or sign in "'’-" else " " for sign in text).lower().split())
    return next((kind for phrase, kind in _remarks() if f" {phrase} " in f" {words} "), Remark.COURTESY)


@cache
def _remarks() -> tuple[tuple[str, Remark], ...]:
    """What is said about an answer, the longest first: "not true" before "true"."""
    found = [(phrase, Remark(kind)) for language in LANGUAGES for kind, said in asking(language).remarks.items() for phrase in said]
    return tuple(sorted(found, key=lambda each: (-len(each[0]), each)))
