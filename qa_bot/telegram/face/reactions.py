"""What somebody says of an answer, in words or with a thumb, where they ask nothing of the documents."""

import unicodedata
from enum import StrEnum
from functools import cache

from qa_bot.question import Remark, remark_of
from qa_bot.telegram.words import LANGUAGES, speech

_SHADES = range(0x1F3FB, 0x1F400)  # of skin, behind a thumb


class Reaction(StrEnum):
    ORIGIN = "origin"  # where the answer comes from
    WHY = "why"  # how it came about
    WRONG = "wrong"
    HELPFUL = "helpful"
    COURTESY = "courtesy"


def reaction_of(text: str) -> Reaction | None:
    """Return what *text* says of an answer; None where it may be a question.

    >>> reaction_of("why is that?"), reaction_of("👎🏽"), reaction_of("Source, please"), reaction_of("Why were the trams late?")
    (<Reaction.WHY: 'why'>, <Reaction.WRONG: 'wrong'>, <Reaction.ORIGIN: 'origin'>, None)
    """
    thumb = thumb_of(text)
    if thumb is not None:
        return thumb
    words = " ".join("".join(sign if sign.isalnum() or sign in "'’" else " " for sign in text).lower().replace("’", "'").split())
    if words in _phrases():
        return _phrases()[words]
    remark = remark_of(text) if words else None
    return {None: None, Remark.ORIGIN: Reaction.ORIGIN, Remark.WRONG: Reaction.WRONG, Remark.COURTESY: Reaction.COURTESY}[remark]


def thumb_of(text: str) -> Reaction | None:
    """Return the verdict that a text of nothing but one emoji, perhaps several times, gives."""
    signs = {sign for sign in text if not (sign.isspace() or ord(sign) in _SHADES or unicodedata.category(sign) in ("Mn", "Cf"))}
    return _thumbs().get(signs.pop()) if len(signs) == 1 else None


@cache
def _phrases() -> dict[str, Reaction]:
    """What is said, in all languages: one person mixes them."""
    kinds = (Reaction.WHY, Reaction.HELPFUL, Reaction.WRONG)
    return {phrase: kind for language in LANGUAGES for kind in kinds for phrase in speech(language).plain("reactions", kind).split("|")}


@cache
def _thumbs() -> dict[str, Reaction]:
    kinds = {"thumbs_up": Reaction.HELPFUL, "thumbs_down": Reaction.WRONG}
    return {sign: kind for name, kind in kinds.items() for sign in speech(None).plain("reactions", name)}
