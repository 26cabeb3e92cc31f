"""Every figure of a document with its scope."""

from qa_bot.figures.extract import EXTRACTOR, extract

__all__ = ["EXTRACTOR", "extract"]
