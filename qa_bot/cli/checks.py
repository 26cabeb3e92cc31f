"""What `qa-bot doctor` looks at, one check after the other; a check never raises."""

import os
import platform
import re
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from importlib import metadata
from pathlib import Path
from shlex import quote
from typing import NamedTuple

from qa_bot.errors import QABotError
from qa_bot.settings import SECRETS, Given, Settings, gather, read_settings, telegram_token
from qa_bot.versions import EXTRACTOR, INGEST

_NAME = "qa-bot"
_NAMED = 5  # files that are named; more make a line that nobody reads
_REQUIREMENT = re.compile(r"[A-Za-z0-9._-]+")
_EXTRA = re.compile(r"""extra\s*==\s*['"]([^'"]+)['"]""")
_TOKEN = re.compile(r"\d{6,12}:[\w-]{30,50}", re.ASCII)  # the bot's id, and 35 letters at the time of writing


class State(StrEnum):
    FINE = "fine"
    NOTE = "note"  # worth knowing, nothing to mend
    WRONG = "wrong"


class Check(NamedTuple):
    name: str
    state: State
    says: str
    mend: str = ""  # what to do about it


def check_all(index: str | None) -> Iterator[Check]:
    """Yield the result of every check, in the order in which one depends on the other; *index* is the option of the command."""
    yield check_python()
    yield from check_packages()
    try:
        given = gather({"index": index})
        settings = read_settings({"index": index})
    except QABotError as error:
        yield Check("settings", State.WRONG, str(error), "correct it, or unset it")
        return
    yield check_settings(given)
    yield from check_index(settings)
    yield check_state(settings)
    yield check_token(settings)


def check_python() -> Check:
    """Say which Python runs."""
    return Check("python", State.FINE, f"{platform.python_version()} in {sys.prefix}")


def check_packages() -> Iterator[Check]:
    """Say which packages that the project names are missing, by extra."""
    try:
        required = metadata.requires(_NAME) or []
    except metadata.PackageNotFoundError:
        yield Check("packages", State.NOTE, f"{_NAME} runs from its source and is not installed, so its packages are not checked")
        return
    by_extra: dict[str, list[str]] = {}
    for requirement in required:
        marker = _EXTRA.search(requirement)
        by_extra.setdefault(marker[1] if marker else "", []).append(requirement)
    for extra, requirements in by_extra.items():
        names = [found[0] for requirement in requirements if (found := _REQUIREMENT.match(requirement))]
        missing = [name for name in names if not _installed(name)]
        says = f"{', '.join(missing)} missing" if missing else "all installed"
        if not extra:
            yield Check("packages", State.WRONG if missing else State.FINE, says, f"pip install {' '.join(missing)}" if missing else "")
        else:
            yield Check("extra", State.NOTE if missing else State.FINE, f"{extra}: {says}")


def _installed(name: str) -> bool:
    try:
        metadata.version(name)
    except metadata.PackageNotFoundError:
        return False
    return True


def check_settings(given: tuple[Given, ...]) -> Check:
    """Say what is set, and where, without telling a secret."""
    shown = [f"{item.label} = {'(hidden)' if item.name in SECRETS else item.value}" for item in given]
    return Check("settings", State.FINE, "; ".join(shown) or "all as they come")


def check_state(settings: Settings) -> Check:
    """Say whether what the program remembers can be written."""
    folder = settings.state
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    if folder.is_dir() and os.access(folder, os.W_OK):
        return Check("state", State.FINE, f"{settings.state}{'' if settings.state.exists() else ' (made when first needed)'}")
    return Check("state", State.WRONG, f"{settings.state} cannot be written", "name another folder with QA_BOT_STATE")


def check_token(settings: Settings) -> Check:
    """Say whether there is a Telegram token, and whether it looks like one; never what it is."""
    try:
        token = telegram_token(settings)
    except QABotError as error:
        return Check("token", State.WRONG, str(error), "correct QA_BOT_TELEGRAM_TOKEN_FILE")
    if token is None:
        return Check("token", State.NOTE, "no Telegram token is set")
    if _TOKEN.fullmatch(token):
        return Check("token", State.FINE, "the Telegram token has the right shape")
    return Check("token", State.WRONG, "the Telegram token has not the shape 123456789:ABC...", "copy it again from @BotFather")


def check_index(settings: Settings) -> Iterator[Check]:
    """Say whether the index is there, whole and of this version, and whether the documents have changed since."""
    from qa_bot.build import pending  # here: a machine where these cannot be imported is what a doctor is for
    from qa_bot.retrieval import open_index, verify
    from qa_bot.retrieval.generations import CURRENT

    folder = Path(settings.index)
    try:
        manifest = verify(folder)
        open_index(folder, ingest=INGEST, extractor=EXTRACTOR).close()
    except QABotError as error:
        says, _, mend = str(error).partition(": run ")
        yield Check("index", State.WRONG, says, f"run {mend}" if mend else "")
        return
    size = sum(stored.size for stored in manifest.files) / 1e6
    whole = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6
    built = datetime.fromtimestamp((folder / CURRENT).stat().st_mtime, UTC).astimezone()
    held = f"{manifest.documents:,} documents, {manifest.passages:,} passages, {manifest.figures:,} figures"
    age = _age(datetime.now(UTC) - built)
    says = f"{folder}: {held}; {size:.1f} MB for {manifest.engine} ({whole:.1f} MB with older generations)"
    yield Check("index", State.FINE, f"{says}, built {built:%Y-%m-%d %H:%M}, {age}; every checksum is right")
    if manifest.left_out:
        yield Check(
            "removed", State.NOTE, f"{_named(each.own_id for each in manifest.left_out)}; qa-bot sources says how to bring them back"
        )
    again = f"run `qa-bot index {' '.join(map(quote, manifest.roots))} --index {quote(str(folder))}`"
    try:
        plan = pending(folder)
    except QABotError as error:
        yield Check("corpus", State.WRONG, str(error), again)
        return
    new = [each.file.rel for each in plan.read() if not each.is_known]
    changed = [each.file.rel for each in plan.read() if each.is_known]
    gone = [file.rel for file in plan.gone()]
    parts = [f"{len(files):,} {what} ({_named(files)})" for what, files in (("new", new), ("changed", changed), ("gone", gone)) if files]
    if parts:
        says = f"files of {', '.join(manifest.roots)} since the index was built: {', '.join(parts)}"
        yield Check("corpus", State.WRONG, says, again)
    elif plan.renew:
        yield Check("corpus", State.WRONG, "a lexicon.toml has changed since the index was built", again)
    else:
        yield Check("corpus", State.FINE, f"nothing has changed in {', '.join(manifest.roots)}")


def _named(names: Iterable[str]) -> str:
    """Return the first of *names*, and how many more there are."""
    every = list(names)
    return ", ".join([*every[:_NAMED], *([f"{len(every) - _NAMED:,} more"] if len(every) > _NAMED else [])])


def _age(passed: timedelta) -> str:
    """Return how long ago that was, in the largest unit of which there is one."""
    seconds = max(0, int(passed.total_seconds()))
    for unit, length in (("day", 86_400), ("hour", 3_600), ("minute", 60)):
        if number := seconds // length:
            return f"{number:,} {unit}{'' if number == 1 else 's'} ago"
    return "just now"
