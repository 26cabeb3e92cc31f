"""Completion scripts offer the commands and their options; bash runs its own here."""

import shutil
import subprocess

import pytest

from qa_bot.cli.completion import SHELLS, bash, fish, offers, zsh
from qa_bot.cli.parser import COMMANDS

BASH = shutil.which("bash")


def complete(*words: str) -> set[str]:
    """Return what bash would offer for the last of *words*."""
    listed = " ".join(f"'{word}'" for word in words)
    script = f'{bash()}\nCOMP_WORDS=({listed}); COMP_CWORD={len(words) - 1}; _qa_bot; printf "%s\\n" "${{COMPREPLY[@]}}"'
    done = subprocess.run([str(BASH), "--norc", "-c", script], capture_output=True, text=True, timeout=30, check=True)
    assert done.stderr == ""
    return set(done.stdout.split())


@pytest.mark.skipif(BASH is None, reason="no bash here")
@pytest.mark.parametrize(
    ("words", "offered"),
    [
        pytest.param(("qa-bot", "so"), {"sources"}, id="a command"),
        pytest.param(("qa-bot", ""), {*COMMANDS, "--help", "--version"}, id="every command"),
        pytest.param(("qa-bot", "ask", "--j"), {"--json"}, id="an option"),
        pytest.param(("qa-bot", "figures", "--format", ""), {"table", "json", "csv"}, id="a choice"),
        pytest.param(("qa-bot", "completion", ""), {"bash", "zsh", "fish"}, id="an argument"),
        pytest.param(("qa-bot", "ask", "--history", ""), set(), id="free text"),
        pytest.param(("qa-bot", "index", "/us"), {"/usr"}, id="a path"),
        pytest.param(("qa-bot", "sources", "--index", "/us"), {"/usr"}, id="a folder"),
        pytest.param(("qa-bot", "unknown", ""), set(), id="no such command"),
    ],
)
def test_bash_offers(words: tuple[str, ...], offered: set[str]) -> None:
    assert complete(*words) == offered


@pytest.mark.parametrize("shell", SHELLS)
def test_every_option_of_every_command_is_offered(shell: str) -> None:
    script = SHELLS[shell]()
    for name, offer in offers().items():
        assert name in script
        for option in offer.options:
            for spelled in option.names:
                assert (f"-l {spelled[2:]} " in script or f"-s {spelled[1:]} " in script) if shell == "fish" else spelled in script


@pytest.mark.parametrize(("shell", "script"), [("zsh", zsh), ("fish", fish)])
def test_the_shell_itself_finds_no_fault(shell: str, script: object) -> None:
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"no {shell} here")
    assert subprocess.run([program, "-n"], input=script(), capture_output=True, text=True, timeout=30).stderr == ""  # type: ignore[operator]
