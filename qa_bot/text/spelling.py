"""English words as American English spells them: "labour" and "labor" are one word to whoever asks."""

import re
from functools import cache
from typing import NamedTuple

from qa_bot.text.wordlists import read_wordlists


class _Spelling(NamedTuple):
    words: dict[str, str]
    endings: dict[str, str]
    tail: int  # letters of the shortest ending
    tails: frozenset[str]  # the last so many letters of the endings: most words have others
    ending: re.Pattern[str]
    never: tuple[str, ...]  # how words begin that have such an ending in American English, too
    parts: dict[str, str]
    part: re.Pattern[str]


def american(word: str) -> str:
    """Return the lower-case *word* as American English spells it, the word itself if British English spells it alike.

    >>> american("organisations"), american("neighbourhood"), american("exercise"), american("paediatric")
    ('organizations', 'neighborhood', 'exercise', 'pediatric')
    """
    known = _spelling()
    if word in known.words:
        return known.words[word]
    ending = known.ending.match(word) if word[-known.tail :] in known.tails else None
    if ending is not None and not word.startswith(known.never):
        word = word[: ending.start(1)] + known.endings[ending[1]]
    return known.part.sub(lambda part: known.parts[part.group()], word)


@cache
def _spelling() -> _Spelling:
    lists = read_wordlists("en", "spelling")
    words, endings, parts = (dict(line.split() for line in lists[name].split("\n") if line) for name in ("words", "endings", "parts"))
    ending = re.compile(rf"^[a-z]{{3,}}?({_any(endings)})$")
    tail = min(map(len, endings))
    tails = frozenset(word[-tail:] for word in endings)
    return _Spelling(words, endings, tail, tails, ending, tuple(lists["never"].split()), parts, re.compile(_any(parts)))


def _any(spelled: dict[str, str]) -> str:
    return "|".join(sorted(spelled, key=lambda one: (-len(one), one)))
