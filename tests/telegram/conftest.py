"""Telegram's own reading of a text, without Telegram: tdlib parses what the Bot API would."""

import json
from collections.abc import Callable
from typing import NamedTuple

import pytest


class Parsed(NamedTuple):
    """A text as Telegram shows it, and its entities as (kind, first, last) in UTF-16 units."""

    text: str
    entities: tuple[tuple[str, int, int], ...]

    def spans(self, kind: str) -> list[str]:
        """Return what the entities of *kind* cover."""
        units = self.text.encode("utf-16-le")
        return [units[2 * first : 2 * last].decode("utf-16-le") for name, first, last in self.entities if name == kind]


@pytest.fixture(scope="session")
def parsed() -> Callable[[str], Parsed]:
    """Return what reads HTML as Telegram does, links that it makes by itself included; it fails where Telegram refuses."""
    tdjson = pytest.importorskip("tdjson", reason="no wheel of tdlib for this platform: what Telegram makes of the texts is not tested")

    def execute(request: dict[str, object]) -> dict[str, object]:
        answer: dict[str, object] = json.loads(tdjson.td_execute(json.dumps(request).encode()))
        return answer

    execute({"@type": "setLogVerbosityLevel", "new_verbosity_level": 0})

    def parse(html: str) -> Parsed:
        shown = execute({"@type": "parseTextEntities", "text": html, "parse_mode": {"@type": "textParseModeHTML"}})
        assert shown["@type"] == "formattedText", (shown, html)
        made = execute({"@type": "getTextEntities", "text": shown["text"]})
        found = [(entity["type"]["@type"], entity["offset"], entity["length"]) for entity in (*shown["entities"], *made["entities"])]
        entities = tuple((kind.removeprefix("textEntityType"), offset, offset + length) for kind, offset, length in found)
        return Parsed(str(shown["text"]), entities)

    return parse
