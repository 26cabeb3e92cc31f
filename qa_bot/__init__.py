"""Ask a folder of documents a question; get the figure or the passage that answers it, with its scope and its source.

>>> from qa_bot import open_answerer
>>> open_answerer("index").ask("How many extradition refusals in 2023?").short  # doctest: +SKIP
'114'
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qa_bot.app import open_answerer
    from qa_bot.errors import QABotError
    from qa_bot.schema import Answer

__version__ = "0.1.0"
__all__ = ["Answer", "QABotError", "__version__", "open_answerer"]

_HOMES = {"open_answerer": "qa_bot.app", "QABotError": "qa_bot.errors", "Answer": "qa_bot.schema"}


def __getattr__(name: str) -> object:
    """Import what is asked for when it is first used: `qa-bot --version` should not load the pipeline."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
