"""The state file: tables of modules, and what a second process finds."""

import sqlite3
from pathlib import Path

import pytest

from qa_bot.errors import ConfigError
from qa_bot.telegram.state import NAME, State


def test_steps_are_taken_once_and_later_ones_are_added(tmp_path: Path) -> None:
    first = State(tmp_path)
    first.declare("module", ("CREATE TABLE things (name TEXT)",))
    first.run("INSERT INTO things VALUES ('kept')")
    first.close()
    later = State(tmp_path)
    later.declare("module", ("CREATE TABLE things (name TEXT)", "ALTER TABLE things ADD COLUMN size INTEGER"))
    assert later.rows("SELECT name, size FROM things") == [("kept", None)]


def test_a_transaction_that_fails_changes_nothing(tmp_path: Path) -> None:
    state = State(tmp_path)
    state.declare("module", ("CREATE TABLE things (name TEXT)",))

    def fail() -> None:
        with state.transaction():
            state.run("INSERT INTO things VALUES ('lost')")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert state.rows("SELECT * FROM things") == []


def test_the_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    State(tmp_path / "state")
    assert (tmp_path / "state" / NAME).stat().st_mode & 0o077 == 0


def test_a_second_process_knows_that_it_is_not_alone(tmp_path: Path) -> None:
    first = State(tmp_path)
    second = State(tmp_path)
    assert (first.alone, second.alone) == (True, False)
    first.close()
    assert State(tmp_path).alone


def test_a_folder_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(ConfigError, match="QA_BOT_STATE"):
        State(tmp_path / "file" / "state")


def test_what_each_module_forgets_is_asked_of_all(tmp_path: Path) -> None:
    state = State(tmp_path)
    asked: list[object] = []
    state.on_forget(asked.append)
    state.on_expire(asked.append)
    state.forget(7)
    state.expire(12.5)
    assert asked == [7, 12.5]


def test_a_file_that_has_lost_a_table_is_damaged(tmp_path: Path) -> None:
    steps = ("CREATE TABLE talks (chat INTEGER)", "CREATE TABLE people (user INTEGER)")
    state = State(tmp_path)
    state.declare("memory", steps)
    state.run("DROP TABLE people")
    with pytest.raises(ConfigError, match=r"is damaged: it has lost the table people.*move it away"):
        state.declare("memory", steps)


def test_a_damaged_file_is_named_with_the_way_out(tmp_path: Path) -> None:
    state = State(tmp_path)
    state.declare("module", ("CREATE TABLE things (name TEXT)", "CREATE INDEX by_name ON things (name)"))
    with state.transaction():
        for number in range(3000):
            state.run("INSERT INTO things VALUES (?)", f"thing {number}")
    state.tidy()
    state.close()
    content = bytearray((tmp_path / NAME).read_bytes())
    content[12288:40960] = bytes(40960 - 12288)
    (tmp_path / NAME).write_bytes(content)
    with pytest.raises(ConfigError, match=r"is damaged.*move it away"):
        State(tmp_path)


def test_on_a_full_disk_the_folder_is_named_and_the_settings_are_not_blamed(tmp_path: Path) -> None:
    state = State(tmp_path)
    (pages,) = state.rows("PRAGMA page_count")[0]
    state.run(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(sqlite3.OperationalError) as full:
        state.declare("module", tuple(f"CREATE TABLE things{number} (name TEXT)" for number in range(40)))
    explained = state.explained(full.value)
    assert not isinstance(explained, ConfigError)
    assert f"no room for the state of the bot in {tmp_path}" in str(explained)


def test_a_table_that_is_gone_is_damage(tmp_path: Path) -> None:
    state = State(tmp_path)
    with pytest.raises(sqlite3.OperationalError) as gone:
        state.rows("SELECT * FROM things")
    explained = state.explained(gone.value)
    assert isinstance(explained, ConfigError)
    assert "is damaged" in str(explained)
