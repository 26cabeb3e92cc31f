"""A small corpus and its index, the stand-in, the bot as a process of its own, and Telegram's own reading of a text."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # the stand-in is a module beside the tests

from bot_api import BotApi
from running import TRAINS, Bot


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
    """Return what reads HTML as Telegram does (tdlib, offline), links that it makes by itself included; it fails where Telegram refuses."""
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


@pytest.fixture(scope="session")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    (folder / "late.md").write_text(TRAINS, encoding="utf-8")
    command = [sys.executable, "-m", "qa_bot", "index", str(folder / "late.md"), "--index", str(folder / "index"), "--quiet"]
    subprocess.run(command, check=True)
    return folder / "index"


@pytest.fixture(scope="session")
def bytecode(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("bytecode")


@pytest.fixture
def api() -> Iterator[BotApi]:
    with BotApi() as running:
        yield running


@pytest.fixture
def bot(api: BotApi, index: Path, tmp_path: Path, bytecode: Path) -> Iterator[Bot]:
    """The bot, not started yet; anyone may ask."""
    made = Bot.against(api, index, tmp_path, bytecode)
    yield made
    if made.running:
        made.kill()


@pytest.fixture
def answering(bot: Bot, api: BotApi) -> Bot:
    """The bot, polling."""
    bot.start()
    api.wait(lambda: api.of("deleteWebhook"))
    return bot
