"""The words and patterns with which questions are put, per language."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Asking(NamedTuple):
    kinds: tuple[tuple[str, re.Pattern[str]], ...]  # tried in order
    words: dict[str, frozenset[str]]
    opener: re.Pattern[str]  # how a follow-up begins
    splitter: re.Pattern[str]  # where a second question begins
    compared: re.Pattern[str]  # "more A than B": the comparative, A, B
    prefix: str  # what makes a question of A and of B
    more: str


@cache
def asking(language: str) -> Asking:
    """Return how questions are put in *language*."""
    data = tomllib.loads(files("qa_bot.text").joinpath("data", language, "questions.toml").read_text("utf-8"))
    kinds = tuple((kind, re.compile("|".join(patterns))) for kind, patterns in data["kinds"].items())
    words = {name: frozenset(text.split("|")) for name, text in data["words"].items()}
    splitters = sorted(data["words"]["splitters"].split("|"), key=len, reverse=True)
    openers = "|".join(sorted(map(re.escape, words["follow_ups"]), key=len, reverse=True))
    opener = re.compile(rf"^(?:{openers})\b[\s,]*")
    splitter = re.compile("|".join(map(re.escape, splitters)), re.IGNORECASE)
    compare = data["compare"]
    return Asking(kinds, words, opener, splitter, re.compile(compare["pattern"], re.IGNORECASE), compare["prefix"], compare["more"])
