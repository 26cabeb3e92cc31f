"""Who is spoken to in which language: the one chosen by /lang, else that of the person's Telegram."""

from telegram import User

from qa_bot.telegram.face.memory import Memory
from qa_bot.telegram.words import Speech, speech


class Speakers:
    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def of(self, user: User | None) -> Speech:
        """Return the words for *user*."""
        return speech((self._memory.language(user.id) or user.language_code) if user else None)
