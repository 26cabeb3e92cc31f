"""A question as a text message, its answer as a reply."""

import html
from collections.abc import Sequence

from telegram import Update
from telegram.ext import MessageHandler, filters

from qa_bot.telegram.equipment import App, Context, Equipment, Handler


class Answering:
    """Answers text messages."""

    def __init__(self, equipment: Equipment) -> None:
        self._equipment = equipment

    def handlers(self) -> Sequence[Handler]:
        """Return the handler of questions."""
        return (MessageHandler(filters.TEXT & filters.UpdateType.MESSAGE, self._answer),)

    async def start(self, app: App) -> None:
        """Nothing is prepared yet."""

    async def apologise(self, chat: int, *, thread: int | None, reply_to: int | None, language: str | None) -> None:
        """Say that the question could not be answered."""
        sorry = "Это не получилось; ошибка записана." if language == "ru" else "Something went wrong with this; it has been logged."
        await self._equipment.sender.send(chat, [sorry], thread=thread, reply_to=reply_to)

    async def _answer(self, update: Update, context: Context) -> None:
        message = update.effective_message
        if message is None or not message.text:
            return
        answer = await self._equipment.asking.ask(message.text)
        thread = message.message_thread_id if message.is_topic_message else None
        await self._equipment.sender.send(message.chat_id, [html.escape(answer.text)], thread=thread, reply_to=message.message_id)
