"""The word lists as the data files hold them, read quickly: they are read at every start."""

import json
import re
from functools import lru_cache
from pathlib import Path
from typing import Any

# Not importlib.resources: importing that alone takes longer than reading every list.
DATA = Path(__file__).parent / "data"

# What our files hold of TOML: tables one level deep, and strings, or arrays of strings, under plain keys. tomllib, which knows all of it,
# takes eight times as long, character by character, and its import as long again: 8 of the 140 ms of `qa-bot ask`.
_BASIC = r'"(?>(?:[^"\\\n]|\\.)*)"'
_ITEM = re.compile(
    rf"""
    \[ (?P<table> [\w-]++ ) \]
  | (?: (?P<key> [\w-]++ ) | "(?P<quoted> [^"\\\n]++ )" ) [ ]=[ ]
    (?: '''\n? (?P<block> (?>(?:[^']|'(?!''))*) ) '''
      | \"\"\"\n? (?P<lines> (?>(?:[^"\\]|"(?!""))*) ) \"\"\"
      | (?P<array> \[ \s*+ (?> (?: {_BASIC} \s*+ (?:,\s*+)? )*) \] )
      | (?P<basic> {_BASIC} )
      | '(?P<literal> [^'\n]*+ )'
    )
  | (?= [\#\n] | \Z )
    """,
    re.VERBOSE,
)
_PLAIN = re.compile(r'([\w-]++) = "([^"\\\n]*+)"\n')  # nine of ten items, without the groups of the others in a third of the time
_END = re.compile(r"[ \t]*+(?:\#[^\n]*+)?(?:\n|\Z)")
_LAST_COMMA = re.compile(r",\s*\]\Z")


@lru_cache(maxsize=2)  # one after the other takes a list of the same file
def read_wordlists(language: str, topic: str) -> dict[str, str]:
    """Return the string fields of ``data/<language>/<topic>.toml`` by their keys."""
    return {key: value for key, value in read_toml(DATA / language / f"{topic}.toml").items() if isinstance(value, str)}


def read_toml(path: Path) -> dict[str, Any]:
    """Return what the TOML file at *path* holds, as tomllib would."""
    text = path.read_bytes().decode()  # no other ends of lines are looked for
    found = _read(text)
    if found is not None:
        return found
    import tomllib  # for what only other files hold

    return tomllib.loads(text)


def _read(text: str) -> dict[str, Any] | None:
    """Return what *text* holds, or None where it is more than the pattern knows."""
    found: dict[str, Any] = {}
    table = found
    at = 0
    while at < len(text):
        while (plain := _PLAIN.match(text, at)) is not None:
            key, value = plain.groups()
            if key in table:
                return None
            table[key] = value
            at = plain.end()
        if at == len(text):
            break
        item = _ITEM.match(text, at)
        end = _END.match(text, item.end()) if item else None
        if item is None or end is None:
            return None
        kind = item.lastgroup
        if kind == "table":
            if item["table"] in found:
                return None
            table = found[item["table"]] = {}
        elif kind is not None:
            key = item["key"] or item["quoted"]
            if key in table:
                return None
            table[key] = _value(kind, item[kind])
        at = end.end()
    return found


def _value(kind: str, written: str) -> str | list[str]:
    if kind == "basic" and "\\" not in written:
        return written[1:-1]
    if kind in ("basic", "array"):  # whose escapes are JSON's, as far as we use them
        value: str | list[str] = json.loads(_LAST_COMMA.sub("]", written))
        return value
    return written
