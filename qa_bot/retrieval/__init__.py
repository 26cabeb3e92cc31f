"""Which passages bear on a question? The index: written once, read many times, published atomically.

What only a build needs is imported from its own module, so that a question does not load it.
"""

from qa_bot.retrieval.engine import DEFAULT_ENGINE, ENGINES
from qa_bot.retrieval.generations import Manifest, Versions, current, verify
from qa_bot.retrieval.index import Index, open_index

__all__ = ["DEFAULT_ENGINE", "ENGINES", "Index", "Manifest", "Versions", "current", "open_index", "verify"]
