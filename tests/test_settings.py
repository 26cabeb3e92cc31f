"""Settings: arguments over environment over file over defaults, and an unknown name is an error."""

from pathlib import Path

import pytest

from qa_bot.errors import ConfigError
from qa_bot.ingest import CUT
from qa_bot.retrieval.index import CANDIDATES
from qa_bot.settings import gather, read_settings, telegram_token

TOKEN = "123456789:AbCdEfGhIjKlMnOpQrStUvWxYz012345678"


def write(folder: Path, text: str, name: str = "qa_bot.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_without_anything_set_the_index_is_the_folder_index(tmp_path: Path) -> None:
    settings = read_settings(environment={}, folder=tmp_path)
    assert settings.index == "index"
    assert settings.engine == "tantivy"


def test_an_argument_wins_over_the_environment_and_that_over_the_file(tmp_path: Path) -> None:
    write(tmp_path, 'index = "from-file"\nengine = "rank-bm25"\nlog_level = "info"\n')
    environment = {"QA_BOT_INDEX": "from-environment", "QA_BOT_LOG_LEVEL": "debug"}
    settings = read_settings({"index": "from-argument"}, environment=environment, folder=tmp_path)
    assert (settings.index, settings.log_level, settings.engine) == ("from-argument", "debug", "rank-bm25")


def test_an_argument_that_is_none_and_an_empty_variable_set_nothing(tmp_path: Path) -> None:
    assert read_settings({"index": None}, environment={"QA_BOT_INDEX": " "}, folder=tmp_path).index == "index"


def test_a_path_in_a_file_is_relative_to_the_file(tmp_path: Path) -> None:
    (tmp_path / "conf").mkdir()
    write(tmp_path / "conf", 'index = "mine"\nstate = "/var/lib/qa"\n', "other.toml")
    settings = read_settings(environment={"QA_BOT_CONFIG": str(tmp_path / "conf" / "other.toml")}, folder=tmp_path)
    assert settings.index == str(tmp_path / "conf" / "mine")
    assert settings.state == Path("/var/lib/qa")


def test_a_path_in_the_environment_stays_as_it_is(tmp_path: Path) -> None:
    assert read_settings(environment={"QA_BOT_INDEX": "mine"}, folder=tmp_path).index == "mine"


@pytest.mark.parametrize(
    ("arguments", "environment", "file", "message"),
    [
        pytest.param({}, {"QA_BOT_INDX": "x"}, "", "QA_BOT_INDX is no setting; did you mean QA_BOT_INDEX?", id="unknown variable"),
        pytest.param({}, {}, 'engin = "tantivy"', "'engin' in {file} is no setting; did you mean 'engine'?", id="unknown key"),
        pytest.param({"indexx": "x"}, {}, "", "indexx is no setting; did you mean index?", id="unknown argument"),
        pytest.param({}, {"QA_BOT_ZZZ": "x"}, "", "QA_BOT_ZZZ is no setting; settings are index, state,", id="nothing near"),
        pytest.param({}, {"QA_BOT_ENGINE": "lucene"}, "", "the value 'lucene' of QA_BOT_ENGINE cannot be used", id="value"),
        pytest.param({}, {}, "index = 3", "the value 3 of 'index' in {file} cannot be used", id="kind of value"),
        pytest.param({}, {}, "index = ", "{file} cannot be read", id="no TOML"),
        pytest.param({}, {"QA_BOT_INDEX": "https://search.example.org"}, "", "an index at a URL is not read", id="URL"),
        pytest.param({}, {"QA_BOT_TELEGRAM_ALLOWED": "12,me"}, "", "'me' is no id", id="id"),
        pytest.param({}, {"QA_BOT_CONFIG": "nowhere.toml"}, "", "QA_BOT_CONFIG names nowhere.toml, which is no file", id="named file"),
    ],
)
def test_what_cannot_be_used_is_named_with_its_place(
    tmp_path: Path, arguments: dict[str, object], environment: dict[str, str], file: str, message: str
) -> None:
    path = write(tmp_path, file)
    with pytest.raises(ConfigError) as caught:
        read_settings(arguments, environment=environment, folder=tmp_path)
    assert str(caught.value).startswith(message.format(file=path)) or message in str(caught.value)


@pytest.mark.parametrize(
    ("given", "ids"),
    [
        pytest.param('"12, -100200,*"', ("12", "-100200", "*"), id="text"),
        pytest.param("[12, 13]", ("12", "13"), id="list of numbers"),
        pytest.param("12", ("12",), id="a number"),
        pytest.param('""', (), id="nothing"),
    ],
)
def test_telegram_ids_are_a_list_or_a_text_with_commas(tmp_path: Path, given: str, ids: tuple[str, ...]) -> None:
    write(tmp_path, f"telegram_allowed = {given}")
    assert read_settings(environment={}, folder=tmp_path).telegram_allowed == ids


def test_a_token_is_not_told_by_errors_nor_by_the_settings(tmp_path: Path) -> None:
    settings = read_settings(environment={"QA_BOT_TELEGRAM_TOKEN": TOKEN}, folder=tmp_path)
    assert TOKEN not in repr(settings)
    assert telegram_token(settings) == TOKEN
    write(tmp_path, f'telegram_token = ["{TOKEN}"]')
    with pytest.raises(ConfigError) as caught:
        read_settings(environment={}, folder=tmp_path)
    assert TOKEN not in str(caught.value)
    assert caught.value.__cause__ is None


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        pytest.param("TELEGRAM_RETENTION_DAYS", "0", "greater than 0", id="days"),
        pytest.param("TELEGRAM_UPLOAD_MEGABYTES", "many", "valid integer", id="megabytes"),
        pytest.param("TELEGRAM_LOG", "xml", "'json' or 'text'", id="log"),
        pytest.param("TELEGRAM_PAIRING", "perhaps", "boolean", id="pairing"),
    ],
)
def test_a_setting_of_the_bot_that_cannot_be_used_is_refused(tmp_path: Path, name: str, value: str, reason: str) -> None:
    with pytest.raises(ConfigError, match=f"QA_BOT_{name} cannot be used: .*{reason}"):
        read_settings(environment={f"QA_BOT_{name}": value}, folder=tmp_path)


def test_a_token_may_stand_in_a_file_of_its_own(tmp_path: Path) -> None:
    path = write(tmp_path, f"{TOKEN}\n", "token")
    settings = read_settings(environment={"QA_BOT_TELEGRAM_TOKEN_FILE": str(path)}, folder=tmp_path)
    assert telegram_token(settings) == TOKEN


def test_a_token_file_that_is_missing_is_named(tmp_path: Path) -> None:
    settings = read_settings(environment={"QA_BOT_TELEGRAM_TOKEN_FILE": str(tmp_path / "gone")}, folder=tmp_path)
    with pytest.raises(ConfigError, match="gone cannot be read: No such file"):
        telegram_token(settings)


def test_what_is_set_is_told_with_its_origin(tmp_path: Path) -> None:
    path = write(tmp_path, 'state = "/srv"')
    given = gather({"index": "a"}, environment={"QA_BOT_ENGINE": "rank-bm25", "HOME": "/root"}, folder=tmp_path)
    assert [(item.name, item.origin, item.label) for item in given] == [
        ("engine", "environment", "QA_BOT_ENGINE"),
        ("index", "argument", "index"),
        ("state", str(path), f"'state' in {path}"),
    ]


@pytest.mark.parametrize("given", ["title=2,kin=0", {"title": 2, "kin": 0}])
def test_weights_are_a_table_or_in_the_environment_a_list(given: object):
    assert dict(read_settings({"weights": given}, environment={}).weights) == {"title": 2.0, "kin": 0.0}


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("weights", "titel=2", "'titel' is no feature; there are passage"),
        ("weights", "title=-1", "weights"),
        ("candidates", 0, "candidates"),
        ("passage_length", 50, "passage_length"),
    ],
)
def test_settings_of_the_search_are_checked(name: str, value: object, message: str):
    with pytest.raises(ConfigError, match=message):
        read_settings({name: value}, environment={})


def test_the_search_is_by_default_as_the_stages_have_it():
    usual = read_settings(environment={})
    assert (usual.candidates, usual.passage_length, dict(usual.weights)) == (CANDIDATES, CUT, {})
