"""Questions as messages: asked, followed up, edited."""

from telegram import Chat, Message, Update

from qa_bot.question import Remark, remark_of
from qa_bot.telegram.equipment import Context, Equipment
from qa_bot.telegram.face.addressed import asked_by_another, mentions_only, place_of, question_of, replied_to, says_nothing
from qa_bot.telegram.face.answering import Answering
from qa_bot.telegram.face.examples import Examples
from qa_bot.telegram.face.feedback import Feedback
from qa_bot.telegram.face.keyboards import Kind, source_keyboard, source_numbers
from qa_bot.telegram.face.memory import Memory, Place, Previous
from qa_bot.telegram.face.sources import source_of
from qa_bot.telegram.face.speakers import Speakers


class Questions:
    """The handlers of messages that may be questions."""

    def __init__(
        self,
        equipment: Equipment,
        memory: Memory,
        speakers: Speakers,
        answering: Answering,
        examples: Examples,
        feedback: Feedback,
    ) -> None:
        self._equipment = equipment
        self._memory = memory
        self._speakers = speakers
        self._answering = answering
        self._examples = examples
        self._feedback = feedback

    async def asked(self, update: Update, context: Context) -> None:
        """Answer a message that is a question to the bot."""
        message = update.message
        question = question_of(message, context.bot) if message else None
        if message is not None and question is not None:
            if not await self._reacted(message, question):
                await self._answer(message, question)
        elif message is not None and mentions_only(message, context.bot):
            await self.bare_command(update, context)
        elif message is not None and says_nothing(message, context.bot):
            await self._show_how(message)

    async def edited(self, update: Update, context: Context) -> None:
        """Answer an edited question in the message that answered it; as a new one where there is none."""
        message = update.edited_message
        question = question_of(message, context.bot) if message else None
        place = place_of(message) if message else None
        if message is None or question is None or place is None:
            return
        before = self._memory.of_message(message.chat_id, message.message_id)
        if before is not None and before.question == question:
            return  # only its formatting has changed, or a preview was added
        speech = self._speakers.of(message.from_user)
        previous = before.previous if before else None
        if before is None or not await self._answering.again(place, question, speech, asked_by=message.message_id, previous=previous):
            await self._answer(message, question)

    async def bare_command(self, update: Update, context: Context) -> None:
        """Answer what /ask replies to, when nothing follows it; say how it is used where that is no question either."""
        message = update.message
        if message is None or question_of(message, context.bot) is not None:
            await self.asked(update, context)
            return
        pointed_at = asked_by_another(message, context.bot)
        if pointed_at is not None:
            await self._answer(message, pointed_at)
        else:
            example = await self._examples.first(self._equipment.asking, self._speakers.of(message.from_user))
            await self._tell(message, "ask_what", example=example)

    async def unknown_command(self, update: Update, context: Context) -> None:
        """Say that there is no such command."""
        if update.message is not None:
            await self._tell(update.message, "unknown_command")

    async def wordless(self, update: Update, context: Context) -> None:
        """Say that only text is read: a voice message, a sticker, a place."""
        if update.message is not None:
            await self._tell(update.message, "only_text")

    async def _show_how(self, message: Message) -> None:
        """Offer questions that there are answers to."""
        spoken = self._speakers.of(message.from_user)
        buttons = await self._examples.buttons(self._equipment.asking, spoken)
        place = place_of(message)
        if place is not None:
            words = spoken.html("ask_in_words" if buttons else "ask_in_words_somehow")
            await self._equipment.sender.send(
                place.chat, [words], thread=place.thread, reply_to=message.message_id, keyboard=buttons or None
            )

    async def _reacted(self, message: Message, said: str) -> bool:
        """React to what is said about an answer, the one replied to or the latest; return False where that is none, or a question."""
        remark, place = remark_of(said), place_of(message)
        if remark is None or place is None:
            return False
        reply = replied_to(message)
        given = self._memory.of_message(place.chat, reply.message_id) if reply else self._memory.latest(place)
        if given is None:
            return False
        spoken = self._speakers.of(message.from_user)
        if remark is Remark.ORIGIN and (number := next(iter(source_numbers(given.answer)), None)) is not None:
            blocks = await source_of(self._equipment.asking, given.answer, number) or [spoken.html("changed")]
            keyboard = source_keyboard(given.answer, number, spoken)
            sent = await self._equipment.sender.send(
                place.chat, blocks, thread=place.thread, reply_to=message.message_id, keyboard=keyboard or None
            )
            self._memory.tie(given, sent)
        elif remark is Remark.WRONG:
            history = self._memory.history(given)
            self._feedback.add(given, place.user, Kind.WRONG.value, f"message {place.chat} {message.message_id}", history=history)
            await self._tell(message, "noted_wrong")
        elif "?" in said:
            return False  # "who are you?", "what can you do?": whoever asks so is shown what can be asked
        elif message.chat.type == Chat.PRIVATE:
            await self._tell(message, "no_source" if remark is Remark.ORIGIN else "at_your_service")
        return True

    async def _answer(self, message: Message, question: str) -> None:
        place = place_of(message)
        if place is not None:
            previous = self._previous(message, place)
            speech = self._speakers.of(message.from_user)
            await self._answering.reply(place, question, speech, to=message.message_id, asked_by=message.message_id, previous=previous)

    def _previous(self, message: Message, place: Place) -> Previous | None:
        """Return what the question in *message* goes on from: the answer it replies to, else the latest of the conversation."""
        known = self._memory.of_message(place.chat, message.message_id)
        if known is not None:  # it was answered before: the service takes up again what a crash interrupted
            return known.previous
        reply = replied_to(message)
        older = self._memory.of_message(place.chat, reply.message_id) if reply else None
        if older is None and reply is None:
            older = self._memory.latest(place)
        return older.as_previous() if older else None

    async def _tell(self, message: Message, text: str, **values: str) -> None:
        place = place_of(message)
        if place is not None:
            words = self._speakers.of(message.from_user).html(text, **values)
            await self._equipment.sender.send(place.chat, [words], thread=place.thread, reply_to=message.message_id)
