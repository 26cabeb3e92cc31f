"""A third engine needs one file: it is found by its entry point, and then every command asks it. What it must do is in test_engines.py."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from qa_bot.app import answerer
from qa_bot.ask import Answerer
from qa_bot.build import build
from qa_bot.cli.main import run
from qa_bot.evaluation.question_files import read_questions
from qa_bot.retrieval import ENGINES, open_index
from qa_bot.settings import read_settings

ROOT = Path(__file__).parents[2]
DAY = date(2024, 5, 1)


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory, third_engine: str) -> Path:
    """Return the index of the shipped documents, built for the third engine."""
    index = tmp_path_factory.mktemp("shipped") / "index"
    build([ROOT / "corpus"], index=index, engine=third_engine)
    return index


def test_it_answers_the_shipped_questions_as_the_others_do(shipped: Path, tmp_path: Path, third_engine: str):
    others = []
    for name in ENGINES:
        index = shutil.copytree(shipped, tmp_path / name)
        build([ROOT / "corpus"], index=index, engine=name)
        others.append(Answerer(open_index(index)))
    third = Answerer(open_index(shipped))
    asked = [each.question for each in read_questions(ROOT / "tests" / "quality" / "questions.jsonl") if not each.history][::3]
    assert len(asked) > 30
    for question in asked:
        first, *rest = [each.ask(question, as_of=DAY) for each in (third, *others)]
        for other in rest:
            assert (first.status, first.short, first.text, first.figures) == (other.status, other.short, other.text, other.figures), (
                question
            )


def test_every_command_and_the_settings_take_its_name(tmp_path: Path, third_engine: str, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "trains.txt").write_text("In 2023, 41 trains were late.\n", encoding="utf-8")
    index = str(tmp_path / "index")
    assert run(["index", str(tmp_path / "trains.txt"), "--engine", third_engine, "--index", index, "--quiet"]) == 0
    assert run(["ask", "How many trains were late in 2023?", "--index", index]) == 0
    assert run(["search", "late trains", "--index", index]) == 0
    assert run(["doctor", "--index", index, "--color", "never"]) == 0
    assert f"for {third_engine}" in " ".join(capsys.readouterr().out.split())
    settings = read_settings({"index": index, "engine": third_engine}, environment={})
    assert answerer(settings).ask("How many trains were late in 2023?", as_of=DAY).short == "41"


def test_a_damaged_file_of_its_own_is_found_as_any_other(shipped: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    index = shutil.copytree(shipped, tmp_path / "index")
    path = next(index.glob("gen-*/engine/postings.json"))
    path.write_bytes(path.read_bytes().replace(b"1", b"2", 1))
    assert run(["ask", "How many extradition refusals in 2023?", "--index", str(index)]) == 1
    assert "postings.json is damaged" in capsys.readouterr().err
