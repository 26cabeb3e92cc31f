"""Markdown, with YAML or TOML front matter where it opens with one."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from qa_bot.ingest.decode import decode, storable
from qa_bot.ingest.frame import drop_repeats, unframe
from qa_bot.ingest.load import load
from qa_bot.ingest.markup import parse
from qa_bot.ingest.metadata import KEYS, MetadataError, from_mapping
from qa_bot.ingest.pieces import Draft, Metadata, Report, SourceFile
from qa_bot.ingest.tagged import without_tags
from qa_bot.toml import parsed

_FRONT_MATTER = re.compile(r"\s*---[ \t]*\n(?P<yaml>.*?)(?:^|\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_LONG = re.compile(  # what nothing but keys, items and lines set in stands between, however far, and the first is one that we know
    rf"\s*---[ \t]*\n(?P<yaml>(?:{'|'.join(KEYS)})[ \t]*:.*\n(?:(?:[\w-]+[ \t]*:|[ \t]|-[ \t]|\#).*\n|\n)*)(?:---|\.\.\.)[ \t]*(?:\n|\Z)"
)
_UNCLOSED = re.compile(rf"\s*---[ \t]*\n(?P<yaml>(?:(?:{'|'.join(KEYS)})[ \t]*:.*(?:\n|\Z))+)")
_KEY = re.compile(r"[ \t]*[\w-]+[ \t]*:", re.MULTILINE)
_TOML = re.compile(r"\s*\+\+\+[ \t]*\n(?P<toml>.*?)(?:^|\n)\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL)
LONGEST = 20_000  # characters; what opens with a rule and has its next one far below is no front matter, unless it is plainly one


def read(file: SourceFile, report: Report) -> Iterator[Draft]:
    """Yield the one document in the Markdown *file*; its text is the body behind the front matter."""
    name = file.rel
    whole = storable(decode(load(file), name))
    body, declared = _front_matter(whole, name, report)
    text, laid = without_tags(body)
    pieces, found = unframe(text, parse(text, laid))
    yield Draft(name, text, drop_repeats(text, pieces), declared, found)


def _front_matter(whole: str, name: str, report: Report) -> tuple[str, Metadata]:
    """Return the body and what the front matter declares; one that cannot be read is reported and the body goes on without it."""
    if (between := _TOML.match(whole, 0, LONGEST)) is not None:
        try:
            return whole[between.end() :], _metadata(parsed(between["toml"].encode(), most=LONGEST * 4), name, report)
        except ValueError as exc:
            report(f"{name}: only its front matter: {exc}; its text is read")
            return whole[between.end() :], Metadata()
    match = _FRONT_MATTER.match(whole, 0, LONGEST) or _LONG.match(whole)
    if match is None and (match := _UNCLOSED.match(whole)):
        report(f"{name}: only the end of its front matter: no line --- closes it; add one")
    if match is None or not _KEY.match(match["yaml"]):
        return whole, Metadata()
    body = whole[match.end() :]
    if len(match["yaml"]) > LONGEST:  # what reads YAML dies of brackets in brackets by the hundred thousand
        return body, _metadata(_lines(match["yaml"]), name, report)
    try:
        mapping = _mapping(match["yaml"])
    except _BadYamlError as exc:
        mapping = _lines(match["yaml"])
        if not mapping:
            report(f"{name}: only its front matter: {exc}; its text is read")
    return body, _metadata(mapping, name, report)


def _metadata(mapping: dict[str, object], name: str, report: Report) -> Metadata:
    """Return what *mapping* declares; a value that cannot be used is reported and costs itself only."""
    try:
        return from_mapping(mapping)
    except MetadataError:
        found = Metadata()
    for key, value in mapping.items():
        try:
            found = found.over(from_mapping({key: value}))
        except MetadataError as exc:
            report(f"{name}: only a line of its front matter: {exc}; its text is read")
    return found


def _lines(source: str) -> dict[str, object]:
    """Return the keys that we know with what stands on their lines: "title: Harvest: a report" is no YAML, and clear to a person."""
    found: dict[str, object] = {}
    for line in source.splitlines():
        key, colon, value = line.partition(":")
        if colon and key.strip() in KEYS and key == key.strip() and not value.lstrip().startswith(("[", "{", "&", "*", "|", ">")):
            found.setdefault(key, value.strip().strip("\"'"))
    return found


class _BadYamlError(ValueError):
    """What stands between the rules is no mapping in YAML."""


def _mapping(source: str) -> dict[str, object]:
    import yaml  # here: only Markdown with front matter pays for the import (20 ms)

    try:
        content: object = yaml.load(source, Loader=_loader())
    except yaml.YAMLError as exc:
        raise _BadYamlError(f"not valid YAML ({' '.join(str(exc).split())})") from exc
    except RecursionError as exc:
        raise _BadYamlError("not valid YAML (nested too deeply)") from exc
    except (ValueError, OverflowError, AttributeError, LookupError) as exc:  # all that comes of a date or a tag which does not fit
        raise _BadYamlError("a value in it is not what it is marked as, or no date; put it in quotes") from exc
    if not isinstance(content, dict):
        raise _BadYamlError("no keys and values")
    return {key: value for key, value in content.items() if isinstance(key, str)}


@cache
def _loader() -> Any:  # noqa: ANN401  # PyYAML's types leave open which loaders there are
    """Return what reads YAML, numbers as they are written: a title 3.10 is not 3.1, and one of ten thousand digits is not worked out."""
    import yaml  # see above

    base = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    loader = type("Loader", (base,), {})
    for kind in ("int", "float"):
        loader.add_constructor(f"tag:yaml.org,2002:{kind}", base.construct_scalar)  # type: ignore[attr-defined]
    return loader
