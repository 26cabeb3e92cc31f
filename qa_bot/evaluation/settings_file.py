"""Settings put into a qa_bot.toml that a person wrote: what else stands there stays as it is."""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

from qa_bot.errors import EvaluationError

_TABLE = re.compile(r"^\s*\[", re.MULTILINE)


def as_toml(values: Mapping[str, object]) -> str:
    """Return *values* as lines of TOML; a mapping becomes an inline table.

    >>> as_toml({"candidates": 100, "weights": {"title": 1.5}})
    'candidates = 100\\nweights = {title = 1.5}\\n'
    """
    return "".join(f"{name} = {_value(value)}\n" for name, value in values.items())


def _value(value: object) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{name} = {_value(inner)}" for name, inner in value.items()) + "}"
    return repr(value)


def with_settings(text: str, values: Mapping[str, object]) -> str:
    """Return the TOML *text* with *values* set: in the place of a line that sets one already, else above the first table.

    Raises EvaluationError where it is no TOML, or a setting stands there as a table of its own.
    """
    try:
        before = tomllib.loads(text)
    except tomllib.TOMLDecodeError as exc:
        raise EvaluationError(f"it is no TOML: {exc}") from None
    first = _TABLE.search(text)
    top, rest = (text[: first.start()], text[first.start() :]) if first else (text, "")
    for name, value in values.items():
        line = as_toml({name: value})
        top, replaced = re.subn(rf"^[ \t]*{name}[ \t]*=.*\n?", lambda _, line=line: line, top, flags=re.MULTILINE)  # type: ignore[misc]
        if not replaced:
            top = (top if not top or top.endswith("\n") else top + "\n") + line
    changed = top + rest
    try:
        after = tomllib.loads(changed)
    except tomllib.TOMLDecodeError:
        after = {}
    if after != {**before, **values}:
        tables = [name for name, value in values.items() if isinstance(before.get(name), Mapping) and after.get(name) != value]
        which = ", ".join(tables or values)
        raise EvaluationError(f"it sets {which} in a way that cannot be replaced; write {which} on one line, or take it out")
    return changed


def check_settings(path: Path, values: Mapping[str, object]) -> None:
    """Raise EvaluationError where `write_settings` would: before a long search, not after it."""
    if path.is_dir():
        raise EvaluationError(f"{path} cannot be written: it is a folder")
    if not path.parent.is_dir():
        raise EvaluationError(f"{path} cannot be written: {path.parent} is no folder")
    _changed(path, values)


def write_settings(path: Path, values: Mapping[str, object]) -> None:
    """Set *values* in the file *path*, which may not be there yet; raise EvaluationError when it cannot be done."""
    changed = _changed(path, values)
    try:
        path.write_text(changed, encoding="utf-8")
    except OSError as exc:
        raise EvaluationError(f"{path} cannot be written: {exc.strerror}") from exc


def _changed(path: Path, values: Mapping[str, object]) -> str:
    try:
        return with_settings(path.read_text(encoding="utf-8") if path.exists() else "", values)
    except EvaluationError as exc:
        raise EvaluationError(f"{path}: {exc}") from None
    except (OSError, UnicodeDecodeError) as exc:
        raise EvaluationError(f"{path} cannot be read: {exc}") from exc
