"""What is in these files? Paths in, documents and their passages out."""

from qa_bot.ingest.corpus import bearing_on, is_configuration
from qa_bot.ingest.files import Skipped, walk
from qa_bot.ingest.pieces import SourceFile
from qa_bot.ingest.read import read
from qa_bot.ingest.readers import is_named_by_path
from qa_bot.ingest.sandbox import Readers, Unused
from qa_bot.ingest.split import CUT, passages_of, split
from qa_bot.ingest.synonyms import lexicons_of, read_synonyms

__all__ = [
    "CUT",
    "Readers",
    "Skipped",
    "SourceFile",
    "Unused",
    "bearing_on",
    "is_configuration",
    "is_named_by_path",
    "lexicons_of",
    "passages_of",
    "read",
    "read_synonyms",
    "split",
    "walk",
]
