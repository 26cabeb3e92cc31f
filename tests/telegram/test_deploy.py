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


def test_the_image_writes_nothing_but_to_its_volumes_and_says_whether_it_lives() -> None:
    text = DOCKERFILE.read_text(encoding="utf-8")
    assert all(option in text for option in ("--read-only", "--cap-drop ALL", "no-new-privileges", "/index:ro"))
    assert instructions("VOLUME") == [["/state"]]
    assert "/healthz" in " ".join(instructions("HEALTHCHECK")[0])
    assert "TOKEN=" not in text.replace("QA_BOT_TELEGRAM_TOKEN=...", "")  # no token is baked into the image


def unit() -> dict[str, list[str]]:
    """Return the directives of the unit with their values."""
    found: dict[str, list[str]] = {}
    for line in UNIT.read_text(encoding="utf-8").splitlines():
        name, sign, value = line.partition("=")
        if sign and not line.startswith("#"):
            found.setdefault(name, []).append(value)
    return found


def test_the_unit_is_watched_started_again_and_not_for_a_setting_to_mend() -> None:
    directives = unit()
    assert (directives["Type"], directives["Restart"], directives["RestartPreventExitStatus"]) == (["notify"], ["always"], ["2"])
    assert int(directives["RestartMaxDelaySec"][0]) > int(directives["RestartSec"][0])  # of a disk that stays full, more and more rarely
    assert int(directives["WatchdogSec"][0]) <= 60
    assert int(directives["TimeoutStopSec"][0]) > 5  # which the bot takes at most


def test_the_unit_may_do_little_and_shows_the_token_to_nobody() -> None:
    directives = unit()
    confined = ("NoNewPrivileges", "PrivateTmp", "PrivateDevices", "ProtectKernelTunables", "RestrictNamespaces", "LockPersonality")
    assert all(directives[name] == ["yes"] for name in confined)
    assert (directives["ProtectSystem"], directives["CapabilityBoundingSet"], directives["User"]) == (["strict"], [""], ["qa-bot"])
    assert directives["LoadCredential"][0].startswith("token:")
    assert not any("TELEGRAM_TOKEN=" in value for value in directives["Environment"] + directives["ExecStart"])


@pytest.mark.parametrize("path", [DOCKERFILE, UNIT], ids=["Dockerfile", "unit"])
def test_every_setting_that_is_named_is_one(path: Path) -> None:
    named = {name.removeprefix(PREFIX).lower() for name in re.findall(rf"\b{PREFIX}[A-Z_]+", path.read_text(encoding="utf-8"))}
    assert named - set(Settings.model_fields) == set()
    assert {"index", "state"} <= named
