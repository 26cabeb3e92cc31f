"""From arguments to an exit code: one sentence on stderr for whatever goes wrong."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from qa_bot import __version__
from qa_bot.cli.exits import ANSWERED, MISUSED, NOT_HELD
from qa_bot.cli.main import run
from qa_bot.cli.parser import COMMANDS


def qa_bot(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "qa_bot", *arguments], capture_output=True, text=True, timeout=60, **options)  # type: ignore[call-overload]


def modules_after(*arguments: str) -> set[str]:
    """Return what is imported by the end of a run, in a process of its own."""
    code = f"import sys\nfrom qa_bot.cli.main import run\nrun({list(arguments)!r})\nprint(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    return set(done.stderr.split())


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == ANSWERED
    assert capsys.readouterr().out == f"qa-bot {__version__}\n"


def test_the_version_of_the_package_is_that_of_the_module() -> None:
    from importlib.metadata import version

    assert version("qa-bot") == __version__


def test_help_opens_with_examples_and_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == ANSWERED
    shown = capsys.readouterr().out
    assert shown.startswith("examples:\n  qa-bot index")
    assert all(f"\n  {name} " in shown for name in COMMANDS)


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["index", "{}"], id="a file that is named"),
        pytest.param(["index", "no-{}"], id="a file that is not there"),
        pytest.param(["sources", "--index", "{}"], id="an index"),
        pytest.param(["{}"], id="a command"),
        pytest.param(["index", "a.txt", "--index", "in-{}"], id="where it was put"),
        pytest.param(["index", "a.txt", "--index", "index", "--export", "out-{}.jsonl"], id="where it was written"),
    ],
)
def test_an_argument_comes_back_without_what_steers_a_terminal(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    name = "red\x1b[31m\x07\u202e.txt"
    monkeypatch.chdir(tmp_path)
    for each in (name, "a.txt"):
        Path(each).write_text("In 2023, 5 ferries were late.", encoding="utf-8")
    run([argument.format(name) for argument in arguments])
    told = capsys.readouterr().err
    assert "red" in told
    assert not {"\x1b", "\x07", "\u202e"} & set(told)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_opens_with_its_own_examples(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([name, "--help"]) == ANSWERED
    shown = capsys.readouterr().out
    assert shown.startswith("examples:\n")
    assert f"qa-bot {name}" in shown.splitlines()[1] or name == "completion"
    assert max(map(len, shown.splitlines())) <= 100


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param([], "qa-bot: name a command", id="nothing"),
        pytest.param(["aks"], "qa-bot: 'aks' is no command; did you mean ask?", id="command"),
        pytest.param(["--vresion"], "qa-bot: '--vresion' is no option of qa-bot; did you mean --version?", id="option before a command"),
        pytest.param(["ask", "q", "--jsn"], "qa-bot: '--jsn' is no option of qa-bot ask; did you mean --json?", id="option"),
        pytest.param(["show", "a", "b"], "qa-bot: 'b' is no argument of qa-bot show", id="one argument too many"),
        pytest.param(["ask"], "qa-bot: name a question", id="no question"),
        pytest.param(["ask", " \t "], "qa-bot: the question is empty", id="empty question"),
        pytest.param(["ask", "\x00\x1b\x07"], "qa-bot: the question is empty", id="control characters only"),
        pytest.param(["search", ""], "qa-bot: the question is empty", id="empty query"),
        pytest.param(["ask", "q", "--as-of", "May"], "qa-bot: argument --as-of: 'May' is no date; write it as 2024-05-31", id="date"),
        pytest.param(["ask", "q", "--batch", "f"], "qa-bot: a batch brings its own questions", id="question and batch"),
        pytest.param(["search", "q", "-k", "0"], "qa-bot: argument -k: '0' is no whole number above 0", id="count"),
        pytest.param(["show", "d", "--span", "9:3"], "qa-bot: argument --span: '9:3' is no span", id="span"),
        pytest.param(["index", "docs", "--remove", "d"], "qa-bot: --remove only takes documents out", id="no path"),
        pytest.param(["figures", "--format", "xml"], "qa-bot: argument --format: invalid choice: 'xml'", id="choice"),
        pytest.param(["completion", "tcsh"], "qa-bot: argument shell: invalid choice: 'tcsh'", id="shell"),
        pytest.param(["ask", "q", "--index", "gone"], "qa-bot: there is no index in gone yet: run `qa-bot index", id="no index"),
        pytest.param(["index", "gone"], "qa-bot: ", id="no such folder"),
    ],
)
def test_bad_usage_is_one_sentence_and_exit_code_2(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(arguments) == MISUSED
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.splitlines()[-1].startswith(message)
    assert "Traceback" not in shown.err


def test_an_unknown_setting_is_exit_code_2(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QA_BOT_INDECKS", "x")
    assert run(["sources"]) == MISUSED
    assert capsys.readouterr().err == "qa-bot: QA_BOT_INDECKS is no setting; did you mean QA_BOT_INDEX?\n"


def test_debug_shows_where_an_error_arose(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run(["sources", "--index", str(tmp_path / "gone"), "--debug"]) == MISUSED
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["--version"], ["--help"]])
def test_help_and_version_load_nothing_heavy(arguments: list[str]) -> None:
    assert not {"pydantic", "tantivy", "logging", "asyncio"} & modules_after(*arguments)


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = "import sys, qa_bot; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"pydantic", "qa_bot.app", "qa_bot.schema"} & set(loaded)


def test_whoever_reads_the_output_may_go(tmp_path: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run([sys.executable, "-m", "qa_bot", "--help"], stdout=write, stderr=subprocess.PIPE, text=True, timeout=60)
    os.close(write)
    assert done.stderr == ""
    assert done.returncode == ANSWERED


@pytest.mark.parametrize(
    ("command", "code", "message"),
    [
        pytest.param("--help >&-", 1, "qa-bot: standard output is closed\n", id="closed stdout"),
        pytest.param("--version > /dev/full", 1, "qa-bot: No space left on device\n", id="full disk"),
        pytest.param("asq 2>&-", 2, "", id="closed stderr"),
    ],
)
def test_output_that_cannot_be_written_is_one_sentence(command: str, code: int, message: str) -> None:
    done = subprocess.run(["sh", "-c", f"{sys.executable} -m qa_bot {command}"], capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (code, "", message)


def test_output_is_utf8_whatever_the_locale() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "qa_bot", "командa"],
        capture_output=True,
        timeout=60,
        env={**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"},
    )
    assert "'командa' is no command" in done.stderr.decode("utf-8")
    assert done.returncode == MISUSED


def test_an_argument_that_is_no_utf8_is_read_with_replacement() -> None:
    done = subprocess.run([sys.executable.encode(), b"-m", b"qa_bot", b"as\xff"], capture_output=True, timeout=60)
    assert "'as\ufffd' is no command; did you mean ask?" in done.stderr.decode("utf-8")


def test_a_question_longer_than_a_file_name_may_be_is_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("В 2023 году опоздали 1204 поезда.\n", encoding="utf-8")
    run(["index", str(tmp_path / "a.txt"), "--index", str(tmp_path / "index"), "--quiet"])
    question = "Сколько поездов " + "очень " * 1000 + "опоздало в 2023 году?"
    assert run(["ask", question, "--index", str(tmp_path / "index")]) == NOT_HELD
    assert capsys.readouterr().err == ""
    assert run(["search", "-k", "9" * 30, "поезда", "--index", str(tmp_path / "index")]) == ANSWERED
