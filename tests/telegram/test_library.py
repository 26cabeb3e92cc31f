"""The documents change while the bot runs: its own /reindex, another process, a document that an admin sends."""

import subprocess
import sys
from pathlib import Path

import pytest
from bot_api import BotApi
from running import Bot
from telegram import Document

from qa_bot.telegram.library import file_name

ADMIN, USER = 9, 7
SHIPS = "In 2023, 4,711 ships were delayed, the harbour master said.\n"
ASKED = "How many ships were delayed in 2023?"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "late.md").write_text("In 2023, 1,204 trains were late, the operator said.\n", encoding="utf-8")
    build(folder)
    return folder


@pytest.fixture
def running(api: BotApi, bot: Bot, corpus: Path, tmp_path: Path) -> Bot:
    bot.start(QA_BOT_INDEX=str(corpus.parent / "index"), QA_BOT_TELEGRAM_ADMINS=str(ADMIN), QA_BOT_TELEGRAM_UPLOADS=str(tmp_path / "sent"))
    api.wait(lambda: api.of("deleteWebhook"), 60)
    return bot


def build(folder: Path) -> None:
    command = [sys.executable, "-m", "qa_bot", "index", str(folder), "--index", str(folder.parent / "index"), "--quiet"]
    subprocess.run(command, check=True)


def knows_of_ships(api: BotApi) -> bool:
    return "4,711" in api.reply(api.say(USER, ASKED))["text"]


def test_a_reindex_brings_in_what_was_added(api: BotApi, running: Bot, corpus: Path) -> None:
    assert not knows_of_ships(api)
    (corpus / "ships.md").write_text(SHIPS, encoding="utf-8")
    command = api.say(ADMIN, "/reindex")
    api.wait(lambda: any("Done" in reply["text"] for reply in api.replies(command)), 30)
    assert knows_of_ships(api)


def test_what_another_process_indexes_is_taken_up(api: BotApi, running: Bot, corpus: Path) -> None:
    assert not knows_of_ships(api)
    (corpus / "ships.md").write_text(SHIPS, encoding="utf-8")
    build(corpus)
    assert knows_of_ships(api)


def test_a_document_that_an_admin_sends_is_added_and_one_of_a_user_is_not(api: BotApi, running: Bot, tmp_path: Path) -> None:
    api.reply(api.send_file(USER, "ships.md", SHIPS.encode()))
    assert not (tmp_path / "sent").exists()
    sent = api.send_file(ADMIN, "../ships.md", SHIPS.encode())
    api.wait(lambda: any("Done" in reply["text"] for reply in api.replies(sent)), 30)
    assert (tmp_path / "sent" / "ships.md").read_text(encoding="utf-8") == SHIPS
    assert knows_of_ships(api)


def test_a_document_of_another_kind_or_too_large_is_refused(api: BotApi, running: Bot, tmp_path: Path) -> None:
    assert ".md" in api.reply(api.send_file(ADMIN, "ships.exe", b"MZ"))["text"]
    assert "too large" in api.reply(api.send_file(ADMIN, "ships.txt", b" " * 20_000_001))["text"]
    assert not (tmp_path / "sent").exists()


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param("Report 2023.md", "Report 2023.md", id="plain"),
        pytest.param("../../etc/x.md", "x.md", id="path"),
        pytest.param("..\\x.md", "x.md", id="backslash"),
        pytest.param(".hidden.md", "hidden.md", id="dot"),
        pytest.param("a\u202edm.md\n", "adm.md", id="reordering"),
        pytest.param("ф" * 300 + ".md", "ф" * 100 + ".md", id="long"),
        pytest.param(".md", "own", id="no-stem"),
        pytest.param(None, "own", id="none"),
    ],
)
def test_the_name_of_a_file_is_made_harmless(given: str | None, expected: str) -> None:
    assert file_name(Document("id", "own", file_name=given)) == expected
