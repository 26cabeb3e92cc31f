"""`qa-bot chat` on a terminal: line editing, the history file, and Ctrl-C and Ctrl-D."""

import os
import pty
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from qa_bot.cli.main import run


class Terminal:
    """A chat on the other end of a pseudo-terminal."""

    def __init__(self, index: Path, state: Path) -> None:
        self._ours, theirs = pty.openpty()
        environment = {**os.environ, "QA_BOT_STATE": str(state), "TERM": "xterm", "COLUMNS": "80"}
        command = [sys.executable, "-m", "qa_bot", "chat", "--index", str(index)]
        self.process = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment, start_new_session=True)
        os.close(theirs)

    def read_until(self, wanted: str, seconds: float = 30) -> str:
        shown = ""
        end = time.monotonic() + seconds
        while wanted not in shown and time.monotonic() < end:
            if not select.select([self._ours], [], [], 0.2)[0]:
                continue
            try:
                shown += os.read(self._ours, 4096).decode("utf-8", "replace")
            except OSError:  # the other end has closed
                break
        return shown

    def type(self, text: str) -> None:
        os.write(self._ours, text.encode())

    def close(self) -> None:
        self.process.kill()
        self.process.wait(timeout=10)
        os.close(self._ours)


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    (tmp_path / "trains.txt").write_text("In 2023, 1,204 trains were late.\n", encoding="utf-8")
    assert run(["index", str(tmp_path / "trains.txt"), "--index", str(tmp_path / "index"), "--quiet"]) == 0
    opened = Terminal(tmp_path / "index", tmp_path / "state")
    yield opened
    opened.close()


def test_a_question_is_answered_and_kept_in_the_history(terminal: Terminal, tmp_path: Path) -> None:
    assert "/help" in terminal.read_until("? ")
    terminal.type("How many trains were late in 2023?\n")
    assert "1,204" in terminal.read_until("Read as")
    terminal.read_until("? ")
    terminal.type("\x04")
    assert terminal.process.wait(timeout=30) == 0
    history = tmp_path / "state" / "chat-history"
    assert "How many trains were late in 2023?" in history.read_text(encoding="utf-8")
    assert history.stat().st_mode & 0o077 == 0


def test_ctrl_c_drops_the_line_and_not_the_chat(terminal: Terminal) -> None:
    terminal.read_until("? ")
    terminal.type("How many\x03")
    terminal.read_until("? ")
    terminal.type("/help\n")
    assert "/sources" in terminal.read_until("/quit")
    terminal.type("/quit\n")
    assert terminal.process.wait(timeout=30) == 0
