"""What a command loads. Starting is most of what an answer costs, so each heavy module has to be wanted by the command at hand."""

import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

REPORT = """
import sys
opened = []
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)
from qa_bot.__main__ import main
sys.argv[0] = "qa-bot"
code = main()
modules = [name for name, module in sys.modules.items() if getattr(module, "__spec__", None) is not None]
print(code, *modules, "--", *(path for path in opened if "/text/data/" in path), file=sys.stderr)
"""
OF_OTHER_COMMANDS = {"qa_bot.build", "qa_bot.ingest", "qa_bot.figures", "qa_bot.cli.commands.chat", "qa_bot.cli.batch"}
OF_OTHER_LANGUAGES = {"pymorphy3", "razdel", "qa_bot.text.morphology"}
OF_TERMINALS_AND_NETWORKS = {"rich", "readline", "telegram", "httpx", "socket", "ssl", "asyncio", "email"}
OF_OTHER_WAYS = {
    "numpy",
    "rank_bm25",
    "rapidfuzz",
    "babel",
    "charset_normalizer",
    "yaml",
    "difflib",
    "importlib.metadata",
    "secrets",
    "hashlib",
    "tokenize",
    "concurrent.futures",
    "logging",
    "tomllib",
    "matplotlib",
    "trafilatura",
    "docx",
    "pypdfium2",
    "watchfiles",
    "ctypes",
    "html.parser",
    "xml.parsers.expat",
    "zipfile",
    "csv",
}
OF_HELP = {"shutil"}  # asks the terminal for its width
OF_THE_READER = {"qa_bot.answer.reader", "qa_bot.answer.spans", "qa_bot.answer.sights", "qa_bot.answer.evidence", "qa_bot.answer.wanted"}
OF_THE_PIPELINE = {
    "pydantic",
    "qa_bot.schema",
    "qa_bot.app",
    "qa_bot.settings",
    "sqlite3",
    "tantivy",
    "json",
    "decimal",
    "datetime",
}


class Loaded(NamedTuple):
    modules: set[str]
    words: set[str]  # the files of text/data that were read, as "en/stop.toml"


def loaded(*arguments: str) -> Loaded:
    """Return what the command line loads in a process of its own; output is a pipe."""
    command = [sys.executable, "-c", REPORT, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    (code, *modules), _, words = (part.split() for part in done.stderr.strip().rpartition("--"))
    assert code == "0", done.stderr
    return Loaded(set(modules), {path.partition("/text/data/")[2] for path in words})


@pytest.fixture(scope="module")
def trains(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("trains")
    (folder / "late.md").write_text("# Late trains\n\nIn 2023, 1,204 trains were late, the operator said.\n", encoding="utf-8")
    index = folder / "index"
    command = [sys.executable, "-m", "qa_bot", "index", str(folder / "late.md"), "--index", str(index), "--quiet"]
    subprocess.run(command, check=True, capture_output=True)
    return index


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_load_nothing_of_the_pipeline(option: str) -> None:
    found = loaded(option)
    unwanted = OF_THE_PIPELINE | OF_OTHER_COMMANDS | OF_OTHER_LANGUAGES | OF_TERMINALS_AND_NETWORKS | OF_OTHER_WAYS
    assert found.modules & unwanted == set()
    assert found.words == set()


def test_an_english_question_on_english_documents_loads_no_more_than_it_needs(trains: Path) -> None:
    found = loaded("ask", "--index", str(trains), "How many trains were late in 2023?")
    assert "qa_bot.ask" in found.modules  # else the others prove nothing
    assert found.modules & (OF_OTHER_COMMANDS | OF_OTHER_LANGUAGES | OF_TERMINALS_AND_NETWORKS | OF_OTHER_WAYS | OF_HELP) == set()


def test_an_english_question_on_english_documents_reads_no_russian_words_but_those_of_search(trains: Path) -> None:
    found = loaded("ask", "--index", str(trains), "How many trains were late in 2023?")
    assert "en/lexicon.txt" in found.words
    assert {name for name in found.words if name.startswith("ru/")} <= {"ru/stop.toml"}


def test_an_english_question_for_a_place_reads_no_russian_dictionary(tmp_path: Path) -> None:
    (tmp_path / "late.md").write_text("# Late trains\n\nIn 2023, 1,204 trains were late in Norland.\n", encoding="utf-8")
    index = ["--index", str(tmp_path / "index")]
    subprocess.run([sys.executable, "-m", "qa_bot", "index", str(tmp_path / "late.md"), *index, "--quiet"], check=True, capture_output=True)
    found = loaded("ask", *index, "How many trains were late in Norland in 2023?")
    assert "qa_bot.answer.place_fit" in found.modules
    assert found.modules & OF_OTHER_LANGUAGES == set()


def test_what_is_loaded_late_is_there_for_those_who_use_it() -> None:
    program = """
import sys
from qa_bot.__main__ import main
sys.argv = ["qa-bot", "--version"]
main()
import importlib.metadata, secrets
from importlib.metadata import entry_points
print(len(secrets.token_hex(4)), importlib.metadata.version("pydantic").count("."), bool(entry_points(group="console_scripts")))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, encoding="utf-8", check=True)
    assert done.stdout.splitlines()[-1] == "8 2 True"


def test_a_question_that_a_figure_answers_loads_no_reader_of_sentences(trains: Path) -> None:
    assert loaded("ask", "--index", str(trains), "How many trains were late in 2023?").modules & OF_THE_READER == set()


def test_leaving_at_once_loses_nothing_that_was_printed_and_runs_what_was_registered_for_the_end() -> None:
    program = """
import atexit, sys
from qa_bot.__main__ import start
atexit.register(lambda: print("the end"))
print("before")
sys.argv = ["qa-bot", "--version"]
start()
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout.splitlines()[0], done.stdout.splitlines()[-1]) == (0, "before", "the end")


def test_leaving_at_once_keeps_the_exit_code() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "qa_bot", "no-such-command"], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert (done.returncode, "no-such-command" in done.stderr) == (2, True)


def test_pydantic_reads_typed_dicts_as_ever_after_a_command() -> None:
    program = """
import sys, typing, typing_extensions
before = typing.TypedDict, typing_extensions.TypedDict
from qa_bot.__main__ import main
sys.argv = ["qa-bot", "sources", "--index", "no-such-folder"]
main()
from pydantic import BaseModel, TypeAdapter
class Row(typing_extensions.TypedDict, total=False):
    count: int
class Table(BaseModel):
    rows: list[Row]
print(Table(rows=[{"count": "12"}, {}]).model_dump(), TypeAdapter(Row).json_schema()["type"])
print((typing.TypedDict, typing_extensions.TypedDict) == before)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, encoding="utf-8", check=True)
    assert done.stdout.splitlines()[-2:] == ["{'rows': [{'count': 12}, {}]} object", "True"]


def test_dataclasses_of_a_library_have_all_their_methods_after_a_command() -> None:
    program = """
import copy, dataclasses, sys
from qa_bot.__main__ import main
sys.argv = ["qa-bot", "sources", "--index", "no-such-folder"]
main()
import annotated_types
one, same, other = annotated_types.Gt(3), annotated_types.Gt(3), annotated_types.Gt(4)
print(one, one == same, one == other, hash(one) == hash(same), copy.copy(one) == one)
try:
    one.gt = 5
except dataclasses.FrozenInstanceError as exc:
    print(exc)
@dataclasses.dataclass(frozen=True, order=True)
class Own(annotated_types.BaseMetadata):
    size: int
print(Own(2), Own(1) < Own(2), Own.__eq__.__code__.co_filename)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, encoding="utf-8", check=True)
    first, second, third = done.stdout.splitlines()[-3:]
    assert first == "Gt(gt=3) True False True True"
    assert second == "cannot assign to field 'gt'"
    assert third == "Own(size=2) True <string>"
