"""What a person can set, and where each value came from: arguments over environment over qa_bot.toml over defaults."""

import os
from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from pydantic import Field, NonNegativeFloat, PositiveInt, SecretStr, ValidationError, field_validator

from qa_bot.errors import ConfigError
from qa_bot.retrieval.engine import DEFAULT_ENGINE, ENGINES, engine_class
from qa_bot.retrieval.rescore import Weights
from qa_bot.schema import Filter, Record

PREFIX = "QA_BOT_"
FILE = "qa_bot.toml"
MAX_FILE = 1024**2  # bytes of it; one with every setting there is has three thousand
FILE_VARIABLE = PREFIX + "CONFIG"  # names another file than ./qa_bot.toml

_PATHS = frozenset({"index", "state", "telegram_token_file", "telegram_uploads"})  # in a file they are relative to that file
SECRETS = frozenset({"telegram_token", "telegram_webhook_secret"})


class LogLevel(StrEnum):
    DEBUG = "debug"
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


class LogFormat(StrEnum):
    JSON = "json"
    TEXT = "text"


def _state_folder() -> Path:
    base = os.environ.get("XDG_STATE_HOME")
    try:
        return (Path(base) if base else Path.home() / ".local" / "state") / "qa-bot"
    except RuntimeError:  # a container's user without a home
        import tempfile

        return Path(tempfile.gettempdir()) / "qa-bot"


class Settings(Record):
    """Every setting, checked. A name in capitals behind ``QA_BOT_`` is its environment variable."""

    index: str = "index"  # the folder of the index
    state: Path = Field(default_factory=_state_folder)  # what the program itself remembers: the history of `chat`
    engine: str = DEFAULT_ENGINE  # what `qa-bot index` builds for; reading goes by what was built
    candidates: PositiveInt = 50  # passages that the engine picks for a question
    weights: Mapping[str, NonNegativeFloat] = Field(default_factory=dict)  # of the features that put them in order, where not the usual
    only_docs: tuple[str, ...] = ()  # what is searched, whoever asks: documents, by id or glob
    only_publishers: tuple[str, ...] = ()
    only_languages: tuple[str, ...] = ()
    only_since: date | None = None  # days of publication
    only_until: date | None = None
    passage_length: int = Field(default=1000, ge=200, le=20_000)  # characters about which a long passage is cut when an index is built
    log_level: LogLevel = LogLevel.WARNING
    telegram_token: SecretStr | None = None
    telegram_token_file: Path | None = None
    telegram_api_url: str = "https://api.telegram.org"
    telegram_allowed: tuple[str, ...] = ()  # ids of users and chats; "*" is anyone
    telegram_admins: tuple[str, ...] = ()
    telegram_pairing: bool = False  # strangers get a code, with which an admin lets them in
    telegram_webhook_url: str | None = None  # where Telegram delivers updates; None: the bot asks for them
    telegram_webhook_listen: str = "127.0.0.1:8080"  # where they arrive, behind the proxy that has the certificate
    telegram_webhook_secret: SecretStr | None = None  # what Telegram shows to prove itself; made up at each start if missing
    telegram_health: str | None = None  # address and port of /healthz, /readyz and /metrics; None: none
    telegram_log: LogFormat = LogFormat.JSON
    telegram_retention_days: PositiveInt = 30  # for which conversations and buttons are remembered
    telegram_uploads: Path | None = None  # the folder for documents that admins send; None: none are taken
    telegram_upload_megabytes: PositiveInt = 20  # what Telegram itself lets a bot fetch

    @field_validator("weights", mode="before")
    @classmethod
    def _split_weights(cls, value: object) -> object:
        if isinstance(value, str):  # from the environment: "passage=1,title=0.5"
            value = {name.strip(): number for name, _, number in (part.partition("=") for part in value.split(",")) if name.strip()}
        unknown = sorted(set(value) - set(Weights._fields)) if isinstance(value, Mapping) else []
        if unknown:
            raise ValueError(f"{unknown[0]!r} is no feature; there are {', '.join(Weights._fields)}")
        return value

    @field_validator("engine")
    @classmethod
    def _is_an_engine(cls, value: str) -> str:
        if value not in ENGINES:  # whether it is there; ours are, and need not be loaded to tell
            try:
                engine_class(value)
            except ConfigError as exc:
                raise ValueError(str(exc)) from exc
        return value

    @field_validator("index")
    @classmethod
    def _names_a_folder(cls, value: str) -> str:
        if not value.strip():
            raise ValueError("is empty; name a folder")
        if "://" in value:
            raise ValueError("an index at a URL is not read; name a folder")
        return value

    @property
    def only(self) -> Filter | None:
        """What every search is limited to; None when that is nothing."""
        found = Filter(
            docs=self.only_docs,
            publishers=self.only_publishers,
            languages=self.only_languages,
            since=self.only_since,
            until=self.only_until,
        )
        return None if found == Filter() else found

    @field_validator("only_docs", "only_publishers", "only_languages", mode="before")
    @classmethod
    def _split_names(cls, value: object) -> object:
        return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value

    @field_validator("telegram_allowed", "telegram_admins", mode="before")
    @classmethod
    def _split_ids(cls, value: object) -> object:
        if isinstance(value, str | int):
            value = str(value).split(",")
        return tuple(str(part).strip() for part in value if str(part).strip()) if isinstance(value, Iterable) else value

    @field_validator("telegram_allowed", "telegram_admins")
    @classmethod
    def _are_ids(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for part in value:
            if part != "*" and not part.removeprefix("-").isdecimal():
                raise ValueError(f"{part!r} is no id; ids are whole numbers, separated by commas, and * is anyone")
        return value


class Given(NamedTuple):
    """A value that somebody set, and where: "argument", "environment" or the file's path."""

    name: str
    value: object
    origin: str

    @property
    def label(self) -> str:
        """The name under which a person finds the value again."""
        if self.origin == "environment":
            return PREFIX + self.name.upper()
        return f"{self.name!r} in {self.origin}" if self.origin != "argument" else self.name


def gather(
    arguments: Mapping[str, object] | None = None, *, environment: Mapping[str, str] | None = None, folder: Path | None = None
) -> tuple[Given, ...]:
    """Return the values that are set, by name, the strongest source of each; None and an empty variable set nothing.

    Raises ConfigError for a name that is no setting, with the nearest that is.
    """
    variables = os.environ if environment is None else environment
    given: dict[str, Given] = {}
    path = _file(variables, folder or Path())
    if path:
        for name, value in _read_file(path).items():
            given[name] = Given(name, _beside(path, value) if name in _PATHS else value, str(path))
    for variable, text in sorted(variables.items()):
        if variable.startswith(PREFIX) and variable != FILE_VARIABLE and text.strip():
            given[variable.removeprefix(PREFIX).lower()] = Given(variable.removeprefix(PREFIX).lower(), text, "environment")
    for name, value in (arguments or {}).items():
        if value is not None:
            given[name] = Given(name, value, "argument")
    for item in given.values():
        if item.name not in Settings.model_fields:
            raise ConfigError(f"{item.label} is no setting{_nearest(item)}")
    return tuple(given[name] for name in sorted(given))


def read_settings(
    arguments: Mapping[str, object] | None = None, *, environment: Mapping[str, str] | None = None, folder: Path | None = None
) -> Settings:
    """Return the settings as arguments, *environment* and the file in *folder* (here: the process's own) have them.

    Raises ConfigError naming the first value that cannot be used, where it stands, and what would do.
    """
    given = {item.name: item for item in gather(arguments, environment=environment, folder=folder)}
    try:
        return Settings.model_validate({name: item.value for name, item in given.items()})
    except ValidationError as error:
        raise ConfigError(_complaint(error, given)) from None  # the original quotes values, and one may be a token


def telegram_token(settings: Settings) -> str | None:
    """Return the token from the setting or the file that it names; None when there is neither. Raises ConfigError."""
    if settings.telegram_token is not None:
        return settings.telegram_token.get_secret_value().strip()
    if settings.telegram_token_file is None:
        return None
    try:
        return settings.telegram_token_file.expanduser().read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as exc:
        reason = exc.strerror if isinstance(exc, OSError) else "it is not text"
        raise ConfigError(f"the token file {settings.telegram_token_file} cannot be read: {reason}") from exc


def _file(variables: Mapping[str, str], folder: Path) -> Path | None:
    named = variables.get(FILE_VARIABLE, "").strip()
    if named:
        path = folder / Path(named).expanduser()
        if not path.is_file():
            raise ConfigError(f"{FILE_VARIABLE} names {named}, which is no file")
        return path
    path = folder / FILE
    return path if path.is_file() else None


def _read_file(path: Path) -> dict[str, object]:
    from qa_bot.toml import parsed  # only where there is a file: most have none

    try:
        with path.open("rb") as stream:
            return parsed(stream.read(MAX_FILE + 1), most=MAX_FILE)
    except (OSError, ValueError) as exc:
        raise ConfigError(f"{path} cannot be read: {exc}") from exc


def _beside(path: Path, value: object) -> object:
    return str(path.parent / Path(value).expanduser()) if isinstance(value, str) and value.strip() and "://" not in value else value


def _nearest(item: Given) -> str:
    import difflib  # only to word an error

    close = difflib.get_close_matches(item.name, Settings.model_fields, n=1, cutoff=0.5)
    if close:
        return f"; did you mean {item._replace(name=close[0]).label.split(' in ')[0]}?"
    return f"; settings are {', '.join(Settings.model_fields)}"


def _complaint(error: ValidationError, given: Mapping[str, Given]) -> str:
    first = error.errors(include_url=False)[0]
    item = given[str(first["loc"][0])]
    shown = "" if item.name in SECRETS else f" {item.value!r}"
    reason = first["msg"].removeprefix("Value error, ")
    return f"the value{shown} of {item.label} cannot be used: {reason[:1].lower()}{reason[1:]}"
