"""``python -m qa_bot`` and ``qa-bot``: hand the command line to its face."""

import atexit
import gc
import importlib
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from types import ModuleType
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from qa_bot.settings import Settings


COLLECTING = (200_000, 20, 20)  # how seldom a command looks for garbage
LATE = {  # modules that a question never uses, with the functions that others take out of them when they are imported
    "importlib.metadata": ("entry_points",),  # of pydantic; brings parsers of mail and archives
    "secrets": (),  # of pydantic; brings OpenSSL
    "tokenize": (),  # of inspect
}


def main() -> int:
    """Run the command that the command line names; return its exit code."""
    # A question is answered in the time that starting takes: a third of that went to collecting garbage among modules being imported
    # and again on leaving, to pydantic's search of every installed package for plugins, and to importing what it would search with.
    gc.set_threshold(*COLLECTING)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    if sys.argv[1:2] == ["telegram"]:
        _leave_when_told()
    for name, functions in LATE.items():
        _load_late(name, *functions)
    if len(sys.argv) > 1 and not sys.argv[1].startswith("-"):  # a command: all but a few use pydantic
        _load_plain()
    from qa_bot.cli.main import run

    code = run(sys.argv[1:], faces={"telegram": _telegram})
    gc.freeze()  # all ends here: nothing needs to be collected piece by piece
    return code


def _leave_when_told() -> None:
    """Have SIGTERM end a service that is still starting as it ends one that runs: with exit code 0. It has nothing in hand yet."""
    import signal  # takes time that a question has a better use for

    signal.signal(signal.SIGTERM, lambda _number, _frame: os._exit(0))


def _telegram(settings: "Settings") -> int:
    """Run the bot, the other face, as the command line has set it up."""
    from qa_bot.errors import ConfigError

    _leave_out("httpx._main")  # its own command line: 5 MB of rich, pygments and click, where they happen to be installed
    if settings.telegram_webhook_url is None:
        _leave_out("telegram.ext._utils.webhookhandler")  # a web server: 3 MB
    try:
        from qa_bot.telegram.service import serve
    except ModuleNotFoundError as exc:
        if (exc.name or "").startswith("qa_bot"):
            raise
        raise ConfigError(
            f"the Telegram bot needs {exc.name}, which is not installed: pip install '.[telegram]' in the folder of qa-bot"
        ) from exc
    return serve(settings)


def _leave_out(name: str) -> None:
    """Have the import of *name* fail, for a library that does without it: what is imported stays in the memory of a service for weeks."""
    sys.modules.setdefault(name, None)  # type: ignore[arg-type]  # what the import system takes for "not there"


def _load_plain() -> None:
    """Import pydantic with plain classes for the seventy TypedDicts of its core, and with dataclasses whose lesser methods are made late.

    The TypedDicts only tell type checkers what the dicts hold that pydantic hands to its core. Making both takes 12 % of `qa-bot ask`.
    """
    import dataclasses
    import typing

    import typing_extensions

    class Plain(dict[str, object]):
        def __init_subclass__(cls, *, total: bool = True) -> None:
            """Take what a TypedDict takes."""

    before = typing.TypedDict, typing_extensions.TypedDict
    create = getattr(dataclasses, "_create_fn", None)  # of Python 3.11 and 3.12; later ones make all methods of a class at once
    try:
        typing.TypedDict = typing_extensions.TypedDict = Plain  # type: ignore[assignment]
        importlib.import_module("pydantic_core.core_schema")
        typing.TypedDict, typing_extensions.TypedDict = before
        if create is not None:
            dataclasses._create_fn = partial(_made_late, create)  # type: ignore[attr-defined]
        importlib.import_module("pydantic.main")
        importlib.import_module("pydantic.fields")
    finally:
        typing.TypedDict, typing_extensions.TypedDict = before
        if create is not None:
            dataclasses._create_fn = create  # type: ignore[attr-defined]


def _made_late(create: Callable[..., Callable[..., object]], name: str, *how: object, **named: object) -> Callable[..., object]:
    """Return what *create* of dataclasses makes of its arguments, for `__repr__`, `__eq__` and the like once it is called."""
    if name == "__init__":  # whose signature is looked at
        return create(name, *how, **named)
    made: list[Callable[..., object]] = []

    def late(*given: object) -> object:
        if not made:
            made.append(create(name, *how, **named))
        return made[0](*given)

    late.__name__ = name
    return late


def _load_late(name: str, *functions: str) -> None:
    """Have the module *name* loaded when something in it is used, not when it is imported; of *functions*, when one is called.

    importlib.util.LazyLoader is no help: ``from importlib.metadata import entry_points`` makes it load.
    """
    if name in sys.modules:
        return
    placeholder = ModuleType(name)

    def load(attribute: str) -> object:
        if attribute == "__path__":  # asked for by every import statement
            raise AttributeError(attribute)
        if sys.modules.get(name) is placeholder:
            del sys.modules[name]
        return getattr(importlib.import_module(name), attribute)

    def late(function: str) -> Callable[..., object]:
        def call(*args: object, **named: object) -> object:
            found = load(function)
            return found(*args, **named) if callable(found) else None

        return call

    vars(placeholder).update({function: late(function) for function in functions}, __getattr__=load)
    sys.modules[name] = placeholder
    parent, _, own_name = name.rpartition(".")
    if parent:
        setattr(sys.modules[parent], own_name, placeholder)


def start() -> NoReturn:
    """Run `main` and leave at once: taking all modules apart again takes as long as finding an answer, and the process ends anyway."""
    code = main()
    threading = sys.modules.get("threading")
    if sys.gettrace() or sys.getprofile() or (threading is not None and threading.active_count() > 1):
        sys.exit(code)  # somebody is looking, or threads have something to end
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):  # closed by whoever reads, or never there
            stream.flush()
    os._exit(code)


if __name__ == "__main__":
    start()
