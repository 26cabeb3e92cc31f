"""The documents change while the bot runs: its own /reindex, another process, a document that an admin sends."""

import subprocess
import sys
from pathlib import Path

import pytest
from bot_api import BotApi, Fault
from running import Bot
from telegram import Document

from qa_bot.telegram.library import file_name, reason

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
    bot.start(**library_settings(corpus, tmp_path))
    api.wait(lambda: api.of("deleteWebhook"))
    return bot


def library_settings(corpus: Path, folder: Path) -> dict[str, str]:
    return {
        "QA_BOT_INDEX": str(corpus.parent / "index"),
        "QA_BOT_TELEGRAM_ADMINS": str(ADMIN),
        "QA_BOT_TELEGRAM_UPLOADS": str(folder / "sent"),
    }


def build(folder: Path) -> None:
    command = [sys.executable, "-m", "qa_bot", "index", str(folder), "--index", str(folder.parent / "index"), "--quiet"]
    subprocess.run(command, check=True)


def knows_of_ships(api: BotApi) -> bool:
    return "4,711" in api.reply(api.say(USER, ASKED))["text"]


def test_a_reindex_brings_in_what_was_added(api: BotApi, running: Bot, corpus: Path) -> None:
    assert not knows_of_ships(api)
    (corpus / "ships.md").write_text(SHIPS, encoding="utf-8")
    command = api.say(ADMIN, "/reindex")
    api.wait(lambda: any("Done" in reply["text"] for reply in api.replies(command)))
    assert knows_of_ships(api)


def test_reindexes_during_an_upload_come_after_it_and_are_one(api: BotApi, running: Bot, corpus: Path) -> None:
    sent = api.send_file(ADMIN, "letters.md", LONG.replace(SHIPS, "").encode(), caption="How many letters were delivered in 1901?")
    api.reply(sent)
    (corpus / "ships.md").write_text(SHIPS, encoding="utf-8")
    commands = [api.say(ADMIN, "/reindex") for _ in range(2)]
    assert ["right after" in api.reply(command)["text"] for command in commands] == [True, True]
    api.wait(lambda: all("Done" in api.reply(command)["text"] for command in commands), 90)
    assert running.said.count("the index was built") == 2
    assert knows_of_ships(api)


def test_a_question_in_the_caption_of_a_document_is_answered_when_that_was_read(api: BotApi, running: Bot) -> None:
    sent = api.send_file(ADMIN, "ships.md", SHIPS.encode(), caption=ASKED)
    api.wait(lambda: [reply["text"] for reply in api.replies(sent) if "4,711" in reply["text"]], 60)
    titled = api.send_file(ADMIN, "boats.md", b"In 2023, 12 boats were sunk.\n", caption="Boats in 2023")
    api.wait(lambda: any("Done" in reply["text"] for reply in api.replies(titled)), 60)
    api.reply(api.say(USER, ASKED))
    assert len(api.replies(titled)) == 1


def test_what_another_process_indexes_is_taken_up(api: BotApi, running: Bot, corpus: Path) -> None:
    assert not knows_of_ships(api)
    (corpus / "ships.md").write_text(SHIPS, encoding="utf-8")
    build(corpus)
    assert knows_of_ships(api)


def test_a_document_that_an_admin_sends_is_added_and_one_of_a_user_is_not(api: BotApi, running: Bot, tmp_path: Path) -> None:
    api.reply(api.send_file(USER, "ships.md", SHIPS.encode()))
    assert not (tmp_path / "sent").exists()
    sent = api.send_file(ADMIN, "../ships.md", SHIPS.encode())
    api.wait(lambda: any("Done" in reply["text"] for reply in api.replies(sent)))
    assert (tmp_path / "sent" / "ships.md").read_text(encoding="utf-8") == SHIPS
    assert knows_of_ships(api)


def test_a_document_of_another_kind_or_too_large_is_refused(api: BotApi, running: Bot, tmp_path: Path) -> None:
    assert ".md" in api.reply(api.send_file(ADMIN, "ships.exe", b"MZ"))["text"]
    assert "ships.txt was not added, nothing in it can be read: the file is empty" in refusal(api, "ships.txt", b"")
    assert "binary data, not text" in refusal(api, "ships.md", bytes(range(256)))
    assert "too large" in api.reply(api.send_file(ADMIN, "ships.txt", b" " * 20_000_001))["text"]
    assert not (tmp_path / "sent").exists()


def refusal(api: BotApi, name: str, content: bytes) -> str:
    """Return what becomes of the sign that a file is being read."""
    sent = api.send_file(ADMIN, name, content)
    api.wait(lambda: any("not added" in reply["text"] for reply in api.replies(sent)), 60)
    return str(api.replies(sent)[0]["text"])


LONG = SHIPS + "".join(f"\nIn {1900 + at % 120}, {at} letters were delivered in district {at % 77}, the post said.\n" for at in range(500))


@pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="processes are looked at where Linux shows them")
@pytest.mark.parametrize("where", ["trial", "build"])
def test_a_document_is_read_again_when_the_bot_was_killed_meanwhile(
    api: BotApi, running: Bot, corpus: Path, tmp_path: Path, where: str
) -> None:
    sent = api.send_file(ADMIN, "ships.md", LONG.encode())
    folder = tmp_path / "state" if where == "trial" else tmp_path / "sent"
    api.wait(lambda: processes(str(folder)))
    running.kill()
    api.wait(lambda: not processes(str(tmp_path)))
    running.start(**library_settings(corpus, tmp_path))
    api.wait(lambda: any("Done" in reply["text"] for reply in api.replies(sent)))
    assert len(api.replies(sent)) == 1
    assert (tmp_path / "sent" / "ships.md").read_text(encoding="utf-8") == LONG
    assert list((tmp_path / "state").glob("trial-*")) == []
    assert knows_of_ships(api)


@pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="processes are looked at where Linux shows them")
def test_a_reindex_is_done_again_when_the_bot_was_killed_or_stopped_meanwhile(
    api: BotApi, running: Bot, corpus: Path, tmp_path: Path
) -> None:
    (corpus / "ships.md").write_text(LONG, encoding="utf-8")
    command = api.say(ADMIN, "/reindex")
    api.wait(lambda: processes(str(corpus)))
    running.kill()
    api.wait(lambda: not processes(str(corpus)))
    running.start(**library_settings(corpus, tmp_path))
    api.wait(lambda: processes(str(corpus)))
    assert running.stop() == 0
    assert [reply["text"] for reply in api.replies(command)] == ["Reading the documents ..."]
    running.start(**library_settings(corpus, tmp_path))
    api.wait(lambda: any("Done" in reply["text"] for reply in api.replies(command)))
    assert len(api.replies(command)) == 1
    assert knows_of_ships(api)


def test_a_document_that_telegram_does_not_hand_out_at_first_is_asked_for_again(api: BotApi, running: Bot) -> None:
    api.faults.append(Fault("getFile", 502))
    sent = api.send_file(ADMIN, "ships.md", SHIPS.encode())
    api.wait(lambda: any("Done" in reply["text"] for reply in api.replies(sent)))


def processes(words: str) -> list[str]:
    """Return the builds, their workers included, whose command line holds *words*."""
    found = []
    for process in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            line = process.read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")
        except OSError:
            continue
        if "qa_bot.telegram.confined" in line and words in line:
            found.append(line)
    return found


def test_of_an_archive_the_file_is_named_that_cannot_be_read() -> None:
    report = "a.zip: nothing in it can be used (a.zip/b.exe: this kind of file is not read); name another file or folder"
    assert reason(report, "a.zip") == "b.exe: this kind of file is not read"
    assert reason("exit code 1", "a.zip") == "exit code 1"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param("Report 2023.md", "Report 2023.md", id="plain"),
        pytest.param("../../etc/x.md", "x.md", id="path"),
        pytest.param("..\\x.md", "x.md", id="backslash"),
        pytest.param(".hidden.md", "hidden.md", id="dot"),
        pytest.param("a\u202edm.md\n", "adm.md", id="reordering"),
        pytest.param("ф" * 300 + ".md", "ф" * 100 + ".md", id="long"),
        pytest.param("😀" * 100 + ".md", "😀" * 50 + ".md", id="long-in-bytes"),
        pytest.param(".md", "own.md", id="no-stem"),
        pytest.param(None, "own", id="none"),
    ],
)
def test_the_name_of_a_file_is_made_harmless(given: str | None, expected: str) -> None:
    assert file_name(Document("id", "own", file_name=given)) == expected
