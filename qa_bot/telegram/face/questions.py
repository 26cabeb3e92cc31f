"""Questions as messages: asked, followed up, edited."""

from telegram import Chat, Message, ReactionTypeEmoji, Update

from qa_bot.telegram.equipment import Context, Equipment
from qa_bot.telegram.face.addressed import asked_by_another, mentions_only, place_of, question_of, replied_to, says_nothing
from qa_bot.telegram.face.answering import Answering
from qa_bot.telegram.face.examples import Examples
from qa_bot.telegram.face.feedback import Feedback
from qa_bot.telegram.face.keyboards import Kind, Rows, source_keyboard, source_numbers
from qa_bot.telegram.face.memory import Given, Memory, Place, Previous
from qa_bot.telegram.face.reactions import Reaction, reaction_of, thumb_of
from qa_bot.telegram.face.sources import source_of
from qa_bot.telegram.face.speakers import Speakers
from qa_bot.telegram.face.why import why_of


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
        elif message is not None and await self._judged(message, context):
            return
        elif message is not None and mentions_only(message, context.bot):
            await self.bare_command(update, context)
        elif message is not None and says_nothing(message, context.bot):
            await self._show_how(message)

    async def edited(self, update: Update, context: Context) -> None:
        """Answer an edited question in the message that answered it; as a new one where there is none."""
        message = update.edited_message
        question = question_of(message, context.bot) if message else None
        place = place_of(message) if message else None
        if message is None or place is None:
            return
        before = self._memory.of_message(message.chat_id, message.message_id)
        if question is None:
            await self._withdraw(message, before)
            return
        withdrawn = self._memory.is_withdrawn(message.chat_id, message.message_id)
        if before is not None and before.question == question and not withdrawn:
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
            said = "ask_what_by_name" if mentions_only(message, context.bot) else "ask_what"
            await self._tell(message, said, example=example, bot=context.bot.username)

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

    async def reacted(self, update: Update, context: Context) -> None:
        """Take a thumb that is put to an answer as a verdict on it."""
        reaction = update.message_reaction
        if reaction is None or reaction.user is None:
            return
        given = self._memory.of_message(reaction.chat.id, reaction.message_id)
        emoji = [sign.emoji for sign in reaction.new_reaction if isinstance(sign, ReactionTypeEmoji)]
        verdict = next((thumb for sign in emoji if (thumb := thumb_of(sign)) is not None), None)
        if given is not None and verdict is not None:
            self._note(given, reaction.user.id, verdict, f"reaction {reaction.chat.id} {reaction.message_id} {reaction.date.timestamp()}")

    async def _judged(self, message: Message, context: Context) -> bool:
        """Take a message of nothing but a thumb as a verdict; return False where it is none, or for nobody."""
        text, reply = message.text or "", replied_to(message)
        to_bot = reply is not None and reply.from_user is not None and reply.from_user.id == context.bot.id
        addressed = message.via_bot is None and (message.chat.type == Chat.PRIVATE or to_bot)
        return addressed and thumb_of(text) is not None and await self._reacted(message, text)

    async def _reacted(self, message: Message, said: str) -> bool:
        """React to what is said about an answer, the one replied to or the latest; return False where it is a question."""
        reaction, place = reaction_of(said), place_of(message)
        if reaction is None or place is None:
            return False
        reply = replied_to(message)
        given = self._memory.of_message(place.chat, reply.message_id) if reply else self._memory.latest(place)
        if given is None:
            return await self._without_answer(message, reaction, said)
        if reaction is Reaction.WHY and not given.answer.figures:
            return False  # of a sentence, or of nothing: the reason is asked for that the documents give
        number = next(iter(source_numbers(given.answer)), None)
        if reaction is Reaction.WHY:
            await self._show(message, given, await why_of(self._equipment.asking, given, self._speakers.of(message.from_user)))
        elif reaction is Reaction.ORIGIN and number is not None:
            spoken = self._speakers.of(message.from_user)
            blocks = await source_of(self._equipment.asking, given.answer, number) or [spoken.html("changed")]
            await self._show(message, given, blocks, source_keyboard(given.answer, number, spoken))
        elif reaction in (Reaction.WRONG, Reaction.HELPFUL):
            self._note(given, place.user, reaction, f"message {place.chat} {message.message_id}")
            if reaction is Reaction.WRONG or message.chat.type == Chat.PRIVATE:
                await self._tell(message, "noted_wrong" if reaction is Reaction.WRONG else "noted_helpful")
        elif "?" in said:
            return False  # "who are you?", "what can you do?": whoever asks so is shown what can be asked
        elif message.chat.type == Chat.PRIVATE:
            await self._tell(message, "no_source" if reaction is Reaction.ORIGIN else "at_your_service")
        return True

    async def _without_answer(self, message: Message, reaction: Reaction, said: str) -> bool:
        """Say what can be asked to who says something of an answer where there is none."""
        if reaction is Reaction.COURTESY and "?" not in said and message.chat.type == Chat.PRIVATE:
            await self._show_how(message)
        elif reaction in (Reaction.ORIGIN, Reaction.WRONG, Reaction.WHY):
            await self._tell(message, "no_answer_before")
        else:
            return False
        return True

    async def _show(self, message: Message, given: Given, blocks: list[str], keyboard: Rows | None = None) -> None:
        """Reply with more about an answer, for which the reply then stands."""
        thread = message.message_thread_id if message.is_topic_message else None
        sent = await self._equipment.sender.send(
            message.chat_id, blocks, thread=thread, reply_to=message.message_id, keyboard=keyboard or None
        )
        self._memory.tie(given, sent)

    def _note(self, given: Given, user: int, verdict: Reaction, key: str) -> None:
        kind = Kind.WRONG if verdict is Reaction.WRONG else Kind.HELPFUL
        self._feedback.add(given, user, kind.value, key, history=self._memory.history(given))

    async def _withdraw(self, message: Message, given: Given | None) -> None:
        """Put into the place of an answer that its question is none any more."""
        replies = self._memory.replies(message.chat_id, message.message_id)
        if given is not None and replies:
            self._memory.withdraw(given, message.message_id)
            words = self._speakers.of(message.from_user).html("withdrawn")
            await self._equipment.sender.edit(message.chat_id, replies[0], [words])

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
