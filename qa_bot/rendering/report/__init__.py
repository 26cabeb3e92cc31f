"""A run of questions as one page for a browser: scores, charts and what explains each failure. It loads nothing and runs nothing."""

from qa_bot.rendering.report.page import page

__all__ = ["page"]
