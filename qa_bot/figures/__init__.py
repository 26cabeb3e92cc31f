"""Every figure of a document with its scope."""

from qa_bot.figures.extract import extract

__all__ = ["extract"]
