"""The sentences and words of answers, by language and name."""

from collections.abc import Mapping
from functools import cache

from qa_bot.text.wordlists import DATA, read_toml


@cache
def wording(language: str) -> Mapping[str, Mapping[str, str]]:
    """Return the sentences and words of answers in *language*, by section and name."""
    data: Mapping[str, Mapping[str, str]] = read_toml(DATA / language / "wording.toml")
    return data


def say(language: str, name: str, **values: object) -> str:
    """Return the sentence *name* with its blanks filled."""
    return wording(language)["text"][name].format(**values)


def note(language: str, name: str, **values: object) -> str:
    return wording(language)["notes"][name].format(**values)
