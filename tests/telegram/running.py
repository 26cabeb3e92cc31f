"""The bot as a process of its own, and what it is asked."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from bot_api import TOKEN, BotApi

YEARS = range(1990, 2024)
TRAINS = "# Late trains\n\n" + "\n\n".join(f"In {year}, {1000 + year} trains were late, the operator said." for year in YEARS)


def question(number: int) -> str:
    """Return the *number*th question about late trains; there are answers to all of them."""
    return f"How many trains were late in {YEARS[number % len(YEARS)]}?"


def late(number: int) -> str:
    """Return the figure that answers it, as the bot may write it."""
    return str(1000 + YEARS[number % len(YEARS)])


class Bot:
    """`qa-bot telegram` as a process. Its output is kept in a file."""

    def __init__(self, environment: dict[str, str], output: Path) -> None:
        self.environment = environment
        self.output = output
        self.process: subprocess.Popen[bytes] | None = None

    @classmethod
    def against(cls, api: BotApi, index: Path, folder: Path, bytecode: Path, **settings: str) -> "Bot":
        """Return the bot for *api*, not started; anyone may ask unless *settings* say otherwise."""
        own = {
            "QA_BOT_TELEGRAM_TOKEN": TOKEN,
            "QA_BOT_TELEGRAM_API_URL": api.url,
            "QA_BOT_TELEGRAM_ALLOWED": "*",
            "QA_BOT_INDEX": str(index),
            "QA_BOT_STATE": str(folder / "state"),
            "QA_BOT_LOG_LEVEL": "info",
            "PYTHONDONTWRITEBYTECODE": "",  # or each start would compile all of it again
            "PYTHONPYCACHEPREFIX": str(bytecode),
        }
        return cls(os.environ | own | settings, folder / "output.txt")

    def start(self, **changes: str) -> "Bot":
        with self.output.open("ab") as sink:
            command = [sys.executable, "-m", "qa_bot", "telegram"]
            self.process = subprocess.Popen(command, env=self.environment | changes, stdout=sink, stderr=sink)
        return self

    def kill(self) -> None:
        assert self.process is not None
        self.process.kill()
        self.process.wait(10)

    def stop(self, seconds: float = 20) -> int:
        """Ask the bot to stop; return its exit code."""
        assert self.process is not None
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(seconds)

    @property
    def running(self) -> bool:
        return self.process is not None and self.process.poll() is None

    @property
    def state(self) -> Path:
        return Path(self.environment["QA_BOT_STATE"])

    @property
    def said(self) -> str:
        return self.output.read_text(encoding="utf-8") if self.output.exists() else ""
