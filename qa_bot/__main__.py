"""``python -m qa_bot`` and ``qa-bot``: hand the command line to its face."""

import gc
import importlib
import os
import sys
from types import ModuleType


def main() -> int:
    """Run the command that the command line names; return its exit code."""
    # A question is answered in the time that starting takes: a third of that went to collecting garbage among modules being imported
    # and again on leaving, to pydantic's search of every installed package for plugins, and to importing what it would search with.
    gc.set_threshold(200_000, 20, 20)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    _load_metadata_late()
    from qa_bot.cli.main import run

    code = run(sys.argv[1:])
    gc.freeze()  # all ends here: nothing needs to be collected piece by piece
    return code


def _load_metadata_late() -> None:
    """Have importlib.metadata, which pydantic imports, loaded when something in it is called: it brings parsers of mail and archives.

    importlib.util.LazyLoader is no help: ``from importlib.metadata import entry_points`` makes it load.
    """
    name = "importlib.metadata"
    if name in sys.modules:
        return
    placeholder = ModuleType(name)

    def load(attribute: str) -> object:
        if attribute == "__path__":  # asked for by every import statement
            raise AttributeError(attribute)
        if sys.modules.get(name) is placeholder:
            del sys.modules[name]
        return getattr(importlib.import_module(name), attribute)

    def entry_points(**selected: object) -> object:
        found = load("entry_points")
        return found(**selected) if callable(found) else ()

    vars(placeholder).update(__getattr__=load, entry_points=entry_points)
    sys.modules[name] = placeholder
    vars(importlib)["metadata"] = placeholder


if __name__ == "__main__":
    sys.exit(main())
