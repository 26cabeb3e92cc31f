"""Which passages bear on a question? The index: written once, read many times, published atomically."""

from qa_bot.retrieval.draft import Changes, Draft
from qa_bot.retrieval.engine import DEFAULT_ENGINE, ENGINES
from qa_bot.retrieval.entry import Entry, prepare
from qa_bot.retrieval.generations import Manifest, Versions, current, read_manifest, verify, writing
from qa_bot.retrieval.index import Index, open_index
from qa_bot.retrieval.names import settled_names
from qa_bot.retrieval.plan import Found, Plan, make_plan
from qa_bot.retrieval.records import StoredFile

__all__ = [
    "DEFAULT_ENGINE",
    "ENGINES",
    "Changes",
    "Draft",
    "Entry",
    "Found",
    "Index",
    "Manifest",
    "Plan",
    "StoredFile",
    "Versions",
    "current",
    "make_plan",
    "open_index",
    "prepare",
    "read_manifest",
    "settled_names",
    "verify",
    "writing",
]
