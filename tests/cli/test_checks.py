"""What `qa-bot doctor` finds."""

from pathlib import Path

import pytest

from qa_bot.cli.checks import State, check_all, check_packages, check_state, check_token
from qa_bot.cli.main import run
from qa_bot.settings import Settings

TOKEN = "123456789:AbCdEfGhIjKlMnOpQrStUvWxYz012345678"


@pytest.fixture
def built(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "trains.txt").write_text("In 2023, 1,204 trains were late.\n", encoding="utf-8")
    assert run(["index", str(tmp_path / "docs"), "--index", str(tmp_path / "index"), "--quiet"]) == 0
    return tmp_path


def states(index: Path) -> dict[str, State]:
    return {check.name: check.state for check in check_all(str(index))}


def test_a_whole_set_up_has_nothing_wrong(built: Path) -> None:
    assert State.WRONG not in states(built / "index").values()


def test_a_damaged_index_is_wrong_and_says_what_mends_it(built: Path) -> None:
    records = next((built / "index").glob("gen-*/records.sqlite"))
    content = bytearray(records.read_bytes())
    content[-100] ^= 0xFF  # the same length: only the checksum tells
    records.write_bytes(content)
    index = next(check for check in check_all(str(built / "index")) if check.name == "index")
    assert index.state is State.WRONG
    assert "qa-bot index --rebuild" in index.mend


def test_a_folder_that_has_gone_is_wrong(built: Path) -> None:
    (built / "docs" / "trains.txt").unlink()
    (built / "docs").rmdir()
    assert states(built / "index")["corpus"] is State.WRONG


def test_a_setting_that_cannot_be_used_ends_the_checks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QA_BOT_ENGINE", "lucene")
    checks = list(check_all(None))
    assert (checks[-1].name, checks[-1].state) == ("settings", State.WRONG)
    assert "QA_BOT_ENGINE" in checks[-1].says


def test_an_extra_that_is_missing_is_no_fault() -> None:
    assert all(check.state is not State.WRONG for check in check_packages() if check.name == "extra")


@pytest.mark.parametrize(
    ("token", "state"),
    [
        pytest.param(None, State.NOTE, id="none"),
        pytest.param(TOKEN, State.FINE, id="right"),
        pytest.param(TOKEN[:20], State.WRONG, id="cut off"),
        pytest.param(f"bot{TOKEN}", State.WRONG, id="with bot in front"),
    ],
)
def test_the_token_is_judged_by_its_shape_and_never_shown(token: str | None, state: State) -> None:
    check = check_token(Settings.model_validate({"telegram_token": token}))
    assert check.state is state
    assert token is None or token not in check.says + check.mend


def test_a_state_folder_that_cannot_be_made_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert check_state(Settings(state=tmp_path / "file" / "state")).state is State.WRONG
    assert check_state(Settings(state=tmp_path / "new" / "state")).state is State.FINE
