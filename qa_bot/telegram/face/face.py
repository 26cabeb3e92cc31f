"""The face as the service sees it: which handler has which update, and what is done at the start."""

import asyncio
from collections.abc import Sequence

from telegram import Bot, Chat, Message, Update, User
from telegram.ext import CallbackQueryHandler, CommandHandler, InlineQueryHandler, MessageHandler, MessageReactionHandler, filters

from qa_bot.errors import RetrievalError
from qa_bot.telegram.equipment import App, Context, Equipment, Handler
from qa_bot.telegram.face.addressed import question_of
from qa_bot.telegram.face.answering import Answering
from qa_bot.telegram.face.buttons import Buttons
from qa_bot.telegram.face.commands import Commands
from qa_bot.telegram.face.examples import Examples
from qa_bot.telegram.face.feedback import Feedback
from qa_bot.telegram.face.inline import Inline
from qa_bot.telegram.face.memory import Memory
from qa_bot.telegram.face.menus import tell_menus
from qa_bot.telegram.face.questions import Questions
from qa_bot.telegram.face.speakers import Speakers
from qa_bot.telegram.words import Speech

_NEW = filters.UpdateType.MESSAGE
_WORDS = filters.TEXT | filters.CAPTION


class QuestionFace:
    """Answers questions, commands, buttons and inline queries; fulfils `equipment.Face`."""

    def __init__(self, equipment: Equipment) -> None:
        self._equipment = equipment
        memory = Memory(equipment.state)
        self._speakers = Speakers(memory)
        examples = Examples()
        answering = Answering(equipment, memory, examples)
        self._commands = Commands(equipment, memory, self._speakers, answering, examples)
        feedback = Feedback(equipment.settings.state, equipment.state)
        self._questions = Questions(equipment, memory, self._speakers, answering, examples, feedback)
        self._buttons = Buttons(equipment, memory, self._speakers, answering, self._commands, feedback)
        self._inline = Inline(equipment, self._speakers, examples)
        self._menus: asyncio.Task[None] | None = None

    def handlers(self) -> Sequence[Handler]:
        """Return the handlers, in the order in which they are tried."""
        commands, questions = self._commands, self._questions
        named = {
            "start": commands.start,
            "help": commands.help,
            "ask": questions.bare_command,
            "sources": commands.sources,
            "figures": commands.figures,
            "why": commands.why,
            "new": commands.new,
            "lang": commands.lang,
            "privacy": commands.privacy,
            "forget": commands.forget,
        }
        return (
            *(CommandHandler(name, run, filters=_NEW) for name, run in named.items()),
            MessageHandler(_NEW & filters.ChatType.PRIVATE & filters.COMMAND, questions.unknown_command),
            MessageHandler(_NEW & _WORDS & ~filters.COMMAND, questions.asked),
            MessageHandler(filters.UpdateType.EDITED_MESSAGE & _WORDS, questions.edited),
            MessageHandler(_NEW & filters.ChatType.PRIVATE & ~_WORDS & ~filters.StatusUpdate.ALL, questions.wordless),
            CallbackQueryHandler(self._buttons.pressed),
            MessageReactionHandler(questions.reacted, message_reaction_types=MessageReactionHandler.MESSAGE_REACTION_UPDATED),
            InlineQueryHandler(self._inline.asked),
        )

    async def start(self, app: App) -> None:
        """Have Telegram's menus show the commands; the first question does not wait for that."""
        admins = [int(admin) for admin in self._equipment.settings.telegram_admins if admin != "*"]
        self._menus = asyncio.create_task(tell_menus(app, self._equipment.state, admins))

    def wording(self, message: Message, bot: Bot) -> str | None:
        """Return the question in *message*; in private also a command, or the name of a file."""
        question = question_of(message, bot)
        if question is not None or message.chat.type != Chat.PRIVATE:
            return question
        return message.text or message.caption or (message.document.file_name if message.document else None) or "…"

    async def captioned(self, update: Update, context: Context) -> None:
        """Answer the question in the caption of a document, if there is one; a mere title is none."""
        if update.message is not None and "?" in (update.message.caption or ""):
            await self._questions.asked(update, context)

    def speech(self, user: User | None) -> Speech:
        """Return the words for *user*, in the language that they chose."""
        return self._speakers.of(user)

    async def apologise(self, message: Message, user: User | None, error: BaseException | None) -> None:
        """Say to *user* that something went wrong with *message*, or that the documents are gone; the service has logged what."""
        thread = message.message_thread_id if message.is_topic_message else None
        words = self.speech(user).html("no_documents" if isinstance(error, RetrievalError) else "wrong_sorry")
        await self._equipment.sender.send(message.chat_id, [words], thread=thread, reply_to=message.message_id)
