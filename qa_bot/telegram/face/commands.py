"""The commands, and the buttons of the lists that they show."""

from telegram import Chat, Message, Update

from qa_bot.telegram.equipment import Context, Equipment
from qa_bot.telegram.face.addressed import place_of, replied_to
from qa_bot.telegram.face.answering import Answering
from qa_bot.telegram.face.examples import Examples
from qa_bot.telegram.face.keyboards import Kind, Press, Rows, button, pages
from qa_bot.telegram.face.listing import documents_page, figures_page, figures_sheet
from qa_bot.telegram.face.memory import Memory, Place
from qa_bot.telegram.face.speakers import Speakers
from qa_bot.telegram.face.why import why_of
from qa_bot.telegram.words import LANGUAGES, Speech, speech


class Commands:
    """The handlers of commands but /ask, which is a question."""

    def __init__(self, equipment: Equipment, memory: Memory, speakers: Speakers, answering: Answering, examples: Examples) -> None:
        self._equipment = equipment
        self._memory = memory
        self._speakers = speakers
        self._answering = answering
        self._examples = examples

    async def start(self, update: Update, context: Context) -> None:
        """Greet, with examples from the corpus as buttons."""
        message = update.message
        if message is None:
            return
        spoken = self._speakers.of(message.from_user)
        buttons = await self._examples.buttons(self._equipment.asking, spoken)
        bare = "start_empty" if not self._equipment.asking.index.manifest.documents else "start_lists"
        await self._reply(message, [spoken.html("start"), spoken.html("start_examples" if buttons else bare)], buttons)

    async def help(self, update: Update, context: Context) -> None:
        """Say how to ask."""
        if update.message is not None:
            spoken = self._speakers.of(update.message.from_user)
            example = await self._examples.first(self._equipment.asking, spoken)
            await self._reply(update.message, [spoken.html("help", example=example), *self._help_of_admins(update.message, spoken)])

    def _help_of_admins(self, message: Message, spoken: Speech) -> list[str]:
        settings = self._equipment.settings
        if message.from_user is None or str(message.from_user.id) not in settings.telegram_admins or message.chat.type != Chat.PRIVATE:
            return []
        return ["", spoken.html("help_admin" if settings.telegram_uploads else "help_admin_no_uploads")]

    async def sources(self, update: Update, context: Context) -> None:
        """List the documents."""
        if update.message is not None:
            await self._reply(update.message, *await self._documents(0, self._speakers.of(update.message.from_user)))

    async def figures(self, update: Update, context: Context) -> None:
        """List the figures of a year or of what the words behind the command name."""
        message = update.message
        place = place_of(message) if message else None
        if message is not None and place is not None:
            words = " ".join((message.text or "").split()[1:])[:200]
            key = self._memory.listing(place.user, words)
            await self._reply(message, *await self._figures(key, words, 0, self._speakers.of(message.from_user)))

    async def why(self, update: Update, context: Context) -> None:
        """Tell how an answer came about: the one replied to, else the latest."""
        message = update.message
        place = place_of(message) if message else None
        if message is None or place is None:
            return
        reply = replied_to(message)
        given = self._memory.of_message(place.chat, reply.message_id) if reply else self._memory.latest(place)
        spoken = self._speakers.of(message.from_user)
        if given is None:
            await self._reply(message, [spoken.html("nothing_asked")])
            return
        await self._reply(message, await why_of(self._equipment.asking, given, spoken))

    async def new(self, update: Update, context: Context) -> None:
        """Forget what a follow-up would be read against."""
        place = place_of(update.message) if update.message else None
        if place is not None:
            self._memory.start_afresh(place)
            await self._say(update, "new")

    async def lang(self, update: Update, context: Context) -> None:
        """Set the language given behind the command, or offer the languages as buttons."""
        message = update.message
        if message is None or message.from_user is None:
            return
        asked = (message.text or "").lower().split()[1:2]
        if asked and asked[0] in LANGUAGES:
            self._memory.choose_language(message.from_user.id, asked[0])
            await self._say(update, "lang_set")
            return
        choices = [button(speech(language).name, Press(Kind.LANGUAGE, language)) for language in LANGUAGES]
        await self._reply(message, [self._speakers.of(message.from_user).html("lang")], [choices])

    async def privacy(self, update: Update, context: Context) -> None:
        """Say what is kept, and for how long."""
        if update.message is not None:
            spoken = self._speakers.of(update.message.from_user)
            await self._reply(update.message, [spoken.html("privacy", days=self._equipment.settings.telegram_retention_days)])

    async def forget(self, update: Update, context: Context) -> None:
        """Delete what is kept of the person who asks."""
        message = update.message
        if message is not None and message.from_user is not None:
            spoken = self._speakers.of(message.from_user)
            self._equipment.state.forget(message.from_user.id)
            await self._reply(message, [spoken.html("forgotten")])

    async def pressed(self, press: Press, place: Place, message: int, spoken: Speech) -> None:
        """Do what a button says that is not an answer's."""
        if press.kind is Kind.EXAMPLE:
            await self._example(press, place, message, spoken)
        elif press.kind is Kind.LANGUAGE and press.answer in LANGUAGES:
            self._memory.choose_language(place.user, press.answer)
            await self._equipment.sender.edit(place.chat, message, [speech(press.answer).html("lang_set")])
        elif press.kind is Kind.DOCUMENTS:
            blocks, keyboard = await self._documents(press.page, spoken)
            await self._equipment.sender.edit(place.chat, message, blocks, keyboard=keyboard)
        elif press.kind in (Kind.FIGURES, Kind.SHEET):
            await self._listed(press, place, message, spoken)

    async def _example(self, press: Press, place: Place, message: int, spoken: Speech) -> None:
        for language in LANGUAGES:
            known = {example.key: example.question for example in await self._examples.of(self._equipment.asking, speech(language))}
            if press.answer in known:
                await self._answering.reply(place, known[press.answer], spoken, to=message, asked_by=None, previous=None)
                return
        await self._equipment.sender.send(place.chat, [spoken.plain("toast", "too_old")], thread=place.thread, reply_to=message)

    async def _listed(self, press: Press, place: Place, message: int, spoken: Speech) -> None:
        words = self._memory.listed(press.answer)
        sender = self._equipment.sender
        if words is None:
            await sender.send(place.chat, [spoken.plain("toast", "too_old")], thread=place.thread, reply_to=message)
        elif press.kind is Kind.FIGURES:
            blocks, keyboard = await self._figures(press.answer, words, press.page, spoken)
            await sender.edit(place.chat, message, blocks, keyboard=keyboard)
        else:
            asking = self._equipment.asking
            sheet, count, total = await asking.aside(figures_sheet, asking.index, words)
            caption = spoken.html("figures_cut" if count < total else "figures_file", count=count, total=total)
            await sender.send_document(place.chat, sheet, "figures.csv", caption=caption, thread=place.thread, reply_to=message)

    # ------------------------------------------------------------ what is shown

    async def _documents(self, page: int, spoken: Speech) -> tuple[list[str], Rows]:
        asking = self._equipment.asking
        blocks, more = await asking.aside(documents_page, asking.index, page, spoken)
        turns = pages(Kind.DOCUMENTS, "", page, more=more, speech=spoken)
        return blocks, [turns] if turns else []

    async def _figures(self, key: str, words: str, page: int, spoken: Speech) -> tuple[list[str], Rows]:
        asking = self._equipment.asking
        blocks, more = await asking.aside(figures_page, asking.index, words, page, spoken)
        if len(blocks) == 1:
            return blocks, []
        sheet = button(spoken.plain("button", "csv"), Press(Kind.SHEET, key))
        return blocks, [[*pages(Kind.FIGURES, key, page, more=more, speech=spoken), sheet]]

    async def _say(self, update: Update, text: str) -> None:
        if update.message is not None:
            await self._reply(update.message, [self._speakers.of(update.message.from_user).html(text)])

    async def _reply(self, message: Message, blocks: list[str], keyboard: Rows | None = None) -> None:
        place = place_of(message)
        if place is not None:
            await self._equipment.sender.send(
                place.chat, blocks, thread=place.thread, reply_to=message.message_id, keyboard=keyboard or None
            )
