"""What is in deploy/ names files, settings and commands that there are. Building the image needs Docker, which tests do without."""

import re
import shlex
from pathlib import Path

import pytest

from qa_bot.settings import PREFIX, Settings

ROOT = Path(__file__).parents[2]
DOCKERFILE, UNIT = ROOT / "deploy" / "Dockerfile", ROOT / "deploy" / "qa-bot-telegram.service"

pytestmark = pytest.mark.skipif(not DOCKERFILE.exists(), reason="an unpacked source distribution has no deploy/")


def instructions(name: str) -> list[list[str]]:
    """Return the words of each instruction *name* of the Dockerfile."""
    lines = DOCKERFILE.read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
    return [shlex.split(line)[1:] for line in lines if line.split(" ")[0] == name]


def test_what_is_copied_into_the_image_is_there() -> None:
    copied = [word for words in instructions("COPY") if not words[0].startswith("--from") for word in words[:-1]]
    assert {"pyproject.toml", "README.md", "LICENSE", "NOTICE", "qa_bot"} <= set(copied)
    assert [path for path in copied if not (ROOT / path).exists()] == []


def test_the_image_is_built_with_extras_that_there_are() -> None:
    (extras,) = re.findall(r"\.\[([a-z,]+)\]", DOCKERFILE.read_text(encoding="utf-8"))
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert [extra for extra in extras.split(",") if not re.search(rf"^{extra} = \[", text, re.MULTILINE)] == []


def test_the_image_runs_the_bot_as_nobody_of_importance() -> None:
    assert instructions("USER") == [["qa-bot"]]
    assert (instructions("ENTRYPOINT"), instructions("CMD")) == ([["[qa-bot]"]], [["[telegram]"]])


@pytest.mark.parametrize("path", [DOCKERFILE, UNIT], ids=["Dockerfile", "unit"])
def test_every_setting_that_is_named_is_one(path: Path) -> None:
    named = {name.removeprefix(PREFIX).lower() for name in re.findall(rf"\b{PREFIX}[A-Z_]+", path.read_text(encoding="utf-8"))}
    assert named - set(Settings.model_fields) == set()
    assert {"index", "state"} <= named
