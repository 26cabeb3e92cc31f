"""The initials by which a name of several words may be called."""

import re

_NAME = re.compile(r"(?!The\b)\b[A-ZА-ЯЁ][^\W\d_]+(?:(?: | of )[A-ZА-ЯЁ][^\W\d_]+)+")
_INITIAL = re.compile(r"\b[A-ZА-ЯЁ]")


def acronyms(sentence: str) -> list[str]:
    """Return the initials of each name of several words, in lower case.

    >>> acronyms("The Court of Justice of the European Union sits there.")
    ['cj', 'eu']
    """
    return ["".join(_INITIAL.findall(run)).lower() for run in _NAME.findall(sentence)]
