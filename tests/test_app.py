"""The objects that settings mean, and an answerer that sees the next generation."""

import sqlite3
from pathlib import Path

import pytest

import qa_bot
from qa_bot.app import answerer, build_index, corpus, open_answerer
from qa_bot.errors import ConfigError, IndexNotBuiltError, IndexOutdatedError
from qa_bot.settings import Settings, read_settings

HARVEST = "Farmers in Norland harvested 412 tonnes of potatoes in 2023."
TRAINS = "In 2023, 1,204 trains were late."


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "harvest.txt").write_text(HARVEST, encoding="utf-8")
    return read_settings({"index": str(tmp_path / "index")}, environment={}, folder=tmp_path)


def docs(settings: Settings) -> Path:
    return Path(settings.index).parent / "docs"


def test_an_index_is_built_and_opened(settings: Settings) -> None:
    report = build_index([docs(settings)], settings)
    assert (report.documents, report.added) == (1, 1)
    assert [document.doc_id for document in corpus(settings).documents()] == ["harvest.txt"]


def test_the_engine_is_the_one_of_the_settings(settings: Settings) -> None:
    chosen = settings.model_copy(update={"engine": read_settings({"engine": "rank-bm25"}, environment={}).engine})
    build_index([docs(settings)], chosen)
    assert corpus(settings).manifest.engine == "rank-bm25"


def test_an_open_answerer_sees_the_next_generation(settings: Settings) -> None:
    build_index([docs(settings)], settings)
    asked = answerer(settings)
    before = asked.index.fingerprint
    assert asked.ask("How many trains were late in 2023?").short is None
    (docs(settings) / "trains.txt").write_text(TRAINS, encoding="utf-8")
    build_index([docs(settings)], settings)
    assert asked.ask("How many trains were late in 2023?").short == "1,204"
    assert asked.index.fingerprint != before


def test_an_index_that_was_left_is_closed_when_nobody_is_asking_it_any_more(settings: Settings) -> None:
    build_index([docs(settings)], settings)
    asked = answerer(settings)
    left = asked.index
    records = left._records._db
    (docs(settings) / "trains.txt").write_text(TRAINS, encoding="utf-8")
    build_index([docs(settings)], settings)
    assert asked.ask("How many trains were late in 2023?").short == "1,204"
    assert [document.doc_id for document in left.documents()] == ["harvest.txt"], "an answer that is being made is finished"
    del left
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        records.execute("SELECT 1")


def test_an_answerer_keeps_its_index_while_nothing_changes(settings: Settings) -> None:
    build_index([docs(settings)], settings)
    asked = answerer(settings)
    assert asked.index is asked.index


def test_without_an_index_the_command_that_builds_it_is_named(settings: Settings) -> None:
    with pytest.raises(IndexNotBuiltError, match="qa-bot index"):
        answerer(settings)


def test_open_answerer_takes_settings_by_name(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"indx is no setting; did you mean index\?"):
        open_answerer(tmp_path, indx="x")


def test_turns_follow_each_other(settings: Settings) -> None:
    (docs(settings) / "trains.txt").write_text(f"{TRAINS}\nIn 2022, 980 trains were late.\n", encoding="utf-8")
    build_index([docs(settings)], settings)
    asked = answerer(settings)
    first, turn = asked.ask_turn("How many trains were late in 2023?")
    second, _ = asked.ask_turn("And in 2022?", previous=turn)
    assert (first.short, second.short) == ("1,204", "980")
    assert asked.explain("And in 2022?", previous=turn).answer.short == "980"


def test_the_package_exports_what_it_names() -> None:
    assert all(getattr(qa_bot, name) is not None for name in qa_bot.__all__)
    with pytest.raises(AttributeError, match="has no attribute 'answerer'"):
        qa_bot.answerer  # noqa: B018  # reading it is the test


def test_settings_of_the_search_reach_it(tmp_path: Path):
    text = "# Notes\n\n" + " ".join(f"In {1900 + n} the town of Orsel counted {n} mills and was content." for n in range(20, 60)) + "\n"
    (tmp_path / "notes.md").write_text(text, encoding="utf-8")
    passages = {}
    for length in (300, 1000):
        settings = Settings(index=str(tmp_path / str(length)), passage_length=length, weights={"title": 0.0}, candidates=1)
        passages[length] = build_index([tmp_path / "notes.md"], settings).passages
        assert answerer(settings).ask("How many mills did Orsel count in 1925?").hits
    assert passages[300] > passages[1000]
    with pytest.raises(IndexOutdatedError, match=r"passages-of-300.*--rebuild"):
        build_index([tmp_path / "notes.md"], Settings(index=str(tmp_path / "300")))
