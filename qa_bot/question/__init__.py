"""What a question asks: its kind, slots, period and condition, follow-ups resolved."""

from qa_bot.question.remarks import Remark, remark_of
from qa_bot.question.understand import understand
from qa_bot.question.variation import varied

__all__ = ["Remark", "remark_of", "understand", "varied"]
