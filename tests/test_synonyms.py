"""A corpus with a lexicon.toml, from the file to the answer: its words mean in questions and documents what it says, and nowhere else."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from qa_bot.app import open_answerer
from qa_bot.build import build, pending
from qa_bot.cli.main import run
from qa_bot.retrieval import ENGINES, open_index
from qa_bot.schema import Answer

FERRIES = """# Ferries in 2023

The Norland Line made 214 crossings in 2023. Passengers lodged 52 moans in 2023.

The Norland Rail Regulator said that 14 lines were closed in 2023.

The inspectors knocked back 31 applications in 2023. In the Zarvia Valley 77 bridges were rebuilt in 2023.

Captain Ada Brook commands the lighter Heron.
"""
CLINIC = "In 2023 the clinic had 40 wards. The nurses voiced 9 grumbles in 2023.\n"
LEXICON = """
[sailing]
words = ["crossing", "рейс"]

[complaint]
words = ["moan"]

["Norland Rail Regulator"]
words = ["Railwatch"]

[refuse]
words = ["knock back"]

["Zarvia Valley"]
words = ["Northern Basin"]

[lighter]
words = ["barge"]
"""
QUESTIONS = {
    "How many sailings were there in 2023?": "214",
    "Сколько рейсов было в 2023 году?": "214",
    "How many complaints were there in 2023?": "52",
    "Сколько жалоб было в 2023 году?": "52",
    "How many lines were closed in 2023 according to Railwatch?": "14",
    "How many applications were refused in 2023?": "31",
    "How many bridges were rebuilt in the Northern Basin in 2023?": "77",
    "Who commands the barge?": "Captain Ada Brook",
}
SAILINGS = "How many sailings were there in 2023?"


def _write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def ferries(tmp_path: Path) -> Path:
    return _write(tmp_path / "ferries", {"ferries.md": FERRIES})


@pytest.fixture
def index(tmp_path: Path) -> Path:
    return tmp_path / "index"


def _ask(index: Path, question: str) -> Answer:
    return open_answerer(index).ask(question, as_of=date(2024, 3, 1))


def _dump(answer: Answer) -> str:
    return answer.model_copy(update={"took_ms": 0.0}).model_dump_json()


@pytest.mark.parametrize("engine", ENGINES)
def test_a_question_in_the_words_of_the_lexicon_is_answered_only_with_it(ferries, index, engine):
    build([ferries], index=index, engine=engine)
    assert {question: _ask(index, question).short for question in QUESTIONS} == dict.fromkeys(QUESTIONS)
    _write(ferries, {"lexicon.toml": LEXICON})
    build([ferries], index=index, engine=engine)
    assert {question: _ask(index, question).short for question in QUESTIONS} == QUESTIONS


def test_the_commands_index_ask_and_figures_know_its_words(ferries, index, capsys):
    _write(ferries, {"lexicon.toml": LEXICON})
    assert run(["index", str(ferries), "--index", str(index)]) == 0
    assert run(["ask", SAILINGS, "--index", str(index)]) == 0
    assert "214 crossings" in capsys.readouterr().out
    assert run(["figures", "--counted", "complaints", "--format", "csv", "--index", str(index)]) == 0
    assert ",52," in capsys.readouterr().out


def test_a_faulty_lexicon_is_named_and_the_index_is_made_without_it(ferries, index, capsys):
    _write(ferries, {"lexicon.toml": '[sailing]\nword = ["crossing"]\n'})
    assert run(["index", str(ferries), "--index", str(index)]) == 2
    assert f'skipped {ferries / "lexicon.toml"}: section ["sailing"]: unknown key "word"' in capsys.readouterr().err
    assert run(["sources", "--index", str(index)]) == 0
    assert "ferries.md" in capsys.readouterr().out


def test_two_open_answerers_keep_their_own_words(ferries, tmp_path):
    other = _write(tmp_path / "other", {"ferries.md": FERRIES, "lexicon.toml": '[moan]\nwords = ["sailing"]\n'})
    plain, own = tmp_path / "plain", tmp_path / "own"
    build([ferries], index=plain)
    build([other], index=own)
    answerers = [open_answerer(plain), open_answerer(own)]
    first = [answerer.ask(SAILINGS, as_of=date(2024, 3, 1)) for answerer in answerers]
    assert [answer.short for answer in first] == [None, "52"]
    with ThreadPoolExecutor(4) as threads:
        again = list(threads.map(lambda number: _dump(answerers[number % 2].ask(SAILINGS, as_of=date(2024, 3, 1))), range(12)))
    assert again == [_dump(answer) for answer in first] * 6


# ---------------------------------------------------------------- how it is kept


def _everything(index: Path) -> list[object]:
    opened = open_index(index)
    return [opened.fingerprint, list(opened.figures()), opened.skipped(), *(_dump(_ask(index, question)) for question in QUESTIONS)]


def test_the_answer_is_read_with_the_lexicon_that_the_index_was_built_with(ferries, index):
    _write(ferries, {"lexicon.toml": LEXICON})
    build([ferries], index=index)
    (ferries / "lexicon.toml").write_text("", encoding="utf-8")
    assert _ask(index, SAILINGS).short == "214"
    assert pending(index).renew


@pytest.mark.parametrize("workers", [1, 2])
def test_a_changed_lexicon_makes_the_index_that_a_fresh_build_makes(ferries, index, tmp_path, workers):
    _write(ferries, {"lexicon.toml": '[sailing]\nwords = ["moan"]\n'})
    build([ferries], index=index)
    before = open_index(index).fingerprint
    _write(ferries, {"lexicon.toml": LEXICON})
    report = build([ferries], index=index, workers=workers)
    build([ferries], index=tmp_path / "fresh")
    assert report.changed == 1
    assert _everything(index) == _everything(tmp_path / "fresh")
    assert open_index(index).fingerprint != before
    (ferries / "lexicon.toml").unlink()
    build([ferries], index=index, workers=workers)
    build([ferries], index=tmp_path / "without", workers=workers)
    assert _everything(index) == _everything(tmp_path / "without")


def test_an_unchanged_lexicon_changes_nothing(ferries, index):
    _write(ferries, {"lexicon.toml": LEXICON})
    build([ferries], index=index)
    assert build([ferries], index=index).generation == "gen-000001"


def test_the_lexicons_of_several_roots_hold_for_all(ferries, index, tmp_path):
    clinic = _write(tmp_path / "clinic", {"clinic.txt": CLINIC, "lexicon.toml": '[complaint]\nwords = ["grumble"]\n'})
    _write(ferries, {"lexicon.toml": LEXICON})
    build([clinic], index=index)
    build([ferries], index=index)
    build([ferries, clinic], index=tmp_path / "fresh")
    assert _everything(index) == _everything(tmp_path / "fresh")
    answer = _ask(index, "How many complaints were there in 2023?")
    assert {figure.value for figure in answer.figures} == {9, 52}


def test_a_root_that_is_not_named_keeps_its_text_and_its_lexicon(ferries, index, tmp_path):
    """Its documents get the new words, though: they are read again as they are stored."""
    clinic = _write(tmp_path / "clinic", {"clinic.txt": CLINIC, "lexicon.toml": '[complaint]\nwords = ["grumble"]\n'})
    build([clinic], index=index)
    _write(clinic, {"clinic.txt": "Gone.\n", "lexicon.toml": ""})
    _write(ferries, {"lexicon.toml": '[ward]\nwords = ["station"]\n'})
    build([ferries], index=index)
    assert _ask(index, "How many stations did the clinic have in 2023?").short == "40"
    assert _ask(index, "How many complaints did the nurses voice in 2023?").short == "9"


def test_a_lexicon_goes_with_the_last_document_below_it(ferries, index, tmp_path):
    _write(ferries, {"more/clinic.txt": CLINIC, "more/lexicon.toml": '[complaint]\nwords = ["grumble"]\n'})
    build([ferries], index=index)
    (ferries / "more" / "clinic.txt").unlink()
    build([ferries], index=index)
    build([ferries], index=tmp_path / "fresh")
    assert open_index(index).manifest.lexicons == ()
    assert _everything(index) == _everything(tmp_path / "fresh")
