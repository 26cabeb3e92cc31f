"""The word lists of a language, as the data files hold them."""

import tomllib
from pathlib import Path

# Not importlib.resources: importing that alone takes longer than reading every list.
DATA = Path(__file__).parent / "data"


def read_wordlists(language: str, topic: str) -> dict[str, str]:
    """Return the string fields of ``data/<language>/<topic>.toml`` by their keys.

    Lists are kept as literal blocks of text (''' ... ''') that the caller splits: tomllib reads those much faster than arrays of strings,
    and word lists are loaded at every start.
    """
    source = (DATA / language / f"{topic}.toml").read_text(encoding="utf-8")
    return {key: value for key, value in tomllib.loads(source).items() if isinstance(value, str)}
