"""What a pressed button brings. Answers are found again by their id in the chat of the button, also after a restart."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import NamedTuple

from telegram import CallbackQuery, Message, Update

from qa_bot.schema import Answer
from qa_bot.telegram.equipment import Context, Equipment
from qa_bot.telegram.face.answering import POINTS, Answering, uncited
from qa_bot.telegram.face.answers import figure_line, row_blocks, source_line
from qa_bot.telegram.face.chart import Chart, Draughtsman, chart_of
from qa_bot.telegram.face.commands import Commands
from qa_bot.telegram.face.feedback import Feedback
from qa_bot.telegram.face.keyboards import Kind, Press, Rows, read_press, row_pages, source_keyboard
from qa_bot.telegram.face.memory import Given, Memory, Place
from qa_bot.telegram.face.series import Series, telling, voice
from qa_bot.telegram.face.sources import related_blocks, source_of
from qa_bot.telegram.face.speakers import Speakers
from qa_bot.telegram.markup import bold, escape
from qa_bot.telegram.messages import shortened
from qa_bot.telegram.words import Speech, speech

_IN_VAIN = ("nothing_there", "no_periods", "no_breakdown", "no_chart")  # notices that stay until they are read
LEFT, SOURCES = 3, 3  # lines below a chart
PAGE = 15  # rows at once: they and their quotes fit into a message


class Pressed(NamedTuple):
    """A button of an answer, pressed; *given* has the place of who pressed, *owned* that of who asked."""

    query: CallbackQuery
    press: Press
    given: Given
    owned: Given
    message: int
    speech: Speech
    update: int


class Buttons:
    """The handlers of buttons."""

    def __init__(
        self,
        equipment: Equipment,
        memory: Memory,
        speakers: Speakers,
        answering: Answering,
        commands: Commands,
        feedback: Feedback,
    ) -> None:
        self._equipment = equipment
        self._memory = memory
        self._speakers = speakers
        self._answering = answering
        self._commands = commands
        self._feedback = feedback
        self._draughtsman = Draughtsman(equipment.settings.state / "fonts")
        self._of_answers: dict[Kind, Callable[[Pressed], Awaitable[str | None]]] = {
            Kind.SOURCE: self._source,
            Kind.TURN: self._source,
            Kind.PERIODS: self._varied,
            Kind.BREAKDOWN: self._varied,
            Kind.ROWS: self._rows,
            Kind.PAGE: self._rows,
            Kind.CHART: self._chart,
            Kind.RELATED: self._related,
            Kind.HELPFUL: self._verdict,
            Kind.WRONG: self._verdict,
            Kind.CHOICE: self._choice,
        }

    async def pressed(self, update: Update, context: Context) -> None:
        """Do what the button says; every press is answered, so that the telephone stops waiting."""
        query = update.callback_query
        if query is None:
            return
        speech = self._speakers.of(query.from_user)
        press, message = read_press(query.data or ""), query.message
        if press is None or message is None:
            await self._equipment.sender.answer_callback(query.id, speech.plain("toast", "too_old"), alert=True)
            return
        place = Place(message.chat.id, query.from_user.id, _thread(message))
        if press.kind not in self._of_answers:
            await self._equipment.sender.answer_callback(query.id)
            await self._commands.pressed(press, place, message.message_id, speech)
            return
        given = self._memory.answer(place.chat, press.answer, place.user)
        if given is None:
            await self._equipment.sender.answer_callback(query.id, speech.plain("toast", "too_old"), alert=True)
            return
        shown = given._replace(place=place._replace(thread=given.place.thread if place.thread is None else place.thread))
        toast = await self._of_answers[press.kind](Pressed(query, press, shown, given, message.message_id, speech, update.update_id))
        alert = toast in _IN_VAIN
        await self._equipment.sender.answer_callback(query.id, speech.plain("toast", toast) if toast else None, alert=alert)

    # ------------------------------------------------------------ each returns the notice to show, if any

    async def _source(self, pressed: Pressed) -> str | None:
        given, number = pressed.given, pressed.press.page
        if number not in {citation.number for citation in given.answer.citations}:
            return "nothing_there"
        blocks = await source_of(self._equipment.asking, given.answer, number) or [pressed.speech.html("changed")]
        keyboard = source_keyboard(given.answer, number, pressed.speech)
        if pressed.press.kind is Kind.TURN:
            await self._equipment.sender.edit(given.place.chat, pressed.message, blocks, keyboard=keyboard)
        else:
            await self._send(pressed, blocks, keyboard=keyboard)
        return None

    async def _varied(self, pressed: Pressed) -> str | None:
        by, in_vain = ("period", "no_periods") if pressed.press.kind is Kind.PERIODS else ("actor", "no_breakdown")
        place = pressed.given.place._replace(user=pressed.owned.place.user)  # the question stays its asker's
        there = await self._answering.varied(pressed.given._replace(place=place), pressed.speech, by=by, to=pressed.message)
        return None if there else in_vain

    async def _rows(self, pressed: Pressed) -> str | None:
        given, page = pressed.given, pressed.press.page
        whole = given.answer
        if whole.total is not None:
            whole = await self._equipment.asking.unabridged(given.question, given.turn)
        first = page * PAGE
        if first >= len(whole.figures):
            return "nothing_there"
        blocks = row_blocks(whole, first, PAGE, pressed.speech)
        keyboard = row_pages(whole.model_copy(update={"id": given.answer.id}), page, PAGE, pressed.speech)
        if pressed.press.kind is Kind.PAGE:
            await self._equipment.sender.edit(given.place.chat, pressed.message, blocks, keyboard=keyboard)
        else:
            await self._send(pressed, blocks, keyboard=keyboard)
        return None

    async def _chart(self, pressed: Pressed) -> str | None:
        given = pressed.given
        answer, turn, anchor = given.answer, given.turn, None
        if answer.by != "period":
            found = await self._equipment.asking.vary(turn, by="period")
            if found is None:
                return "no_periods"
            anchor = turn.figures[0]
            answer, turn = found
        series, publishers = await self._answering.series(turn.figures, anchor, answer.language)
        if len(series.figures) < POINTS:
            return "no_chart"
        title = chart_title(answer, series)
        voices = dict.fromkeys(voice(figure, publishers) for figure in series.figures)
        chart = chart_of(series.figures, title=title, source=" · ".join(filter(None, voices)), language=answer.language)
        caption = chart_caption(answer, series, title)
        self._equipment.follow(pressed.update, partial(self._draw, pressed, chart, caption))  # others of the chat ask meanwhile
        return None

    async def _draw(self, pressed: Pressed, chart: Chart, caption: str) -> None:
        place = pressed.given.place
        await self._equipment.sender.typing(place.chat, thread=place.thread, picture=True)
        picture = await self._draughtsman.draw(chart)
        if picture is None:
            await self._send(pressed, [escape(pressed.speech.plain("toast", "no_charts"))])
            return
        photo = await self._equipment.sender.send_photo(place.chat, picture, caption=caption, thread=place.thread, reply_to=pressed.message)
        self._memory.tie(pressed.owned, [photo])

    async def _related(self, pressed: Pressed) -> str | None:
        answer, asking = pressed.given.answer, self._equipment.asking
        await self._send(pressed, await asking.aside(related_blocks, asking.index, answer, uncited(answer), pressed.speech))
        return None

    async def _verdict(self, pressed: Pressed) -> str | None:
        kind, given = pressed.press.kind, pressed.owned
        self._feedback.add(given, pressed.query.from_user.id, kind.value, pressed.query.id, history=self._memory.history(given))
        return "thanks_helpful" if kind is Kind.HELPFUL else "thanks_wrong"

    async def _choice(self, pressed: Pressed) -> str | None:
        given = pressed.given
        if pressed.press.page >= len(given.answer.choices):
            return "nothing_there"
        question = given.answer.choices[pressed.press.page]
        await self._answering.reply(given.place, question, pressed.speech, to=pressed.message, asked_by=None, previous=given.previous)
        return None

    async def _send(self, pressed: Pressed, blocks: list[str], *, keyboard: Rows | None = None) -> None:
        place = pressed.given.place
        sent = await self._equipment.sender.send(place.chat, blocks, thread=place.thread, reply_to=pressed.message, keyboard=keyboard)
        self._memory.tie(pressed.owned, sent)


def chart_title(answer: Answer, series: Series) -> str:
    """Return what is drawn: the question as read, and of what all the figures are, where that does not say it."""
    title = shortened(answer.read_as or answer.question)
    return " · ".join([title, *map(shortened, telling(series.figures, answer.language, said=title))])


def chart_caption(answer: Answer, series: Series, title: str) -> str:
    """Return what stands below a chart: what it shows, the sources, and which figures it leaves out."""
    drawn = {figure.figure_id for figure in series.figures}
    numbers = {figure.citation for figure in answer.figures if figure.figure_id in drawn}
    sources = dict.fromkeys(source_line(citation, answer.language) for citation in answer.citations if citation.number in numbers)
    left = [f"• {figure_line(figure, answer.language)}" for figure in series.left]
    spoken = speech(answer.language)
    more = [spoken.html("chart_more", count=len(left) - LEFT)] if len(left) > LEFT else []
    apart = [spoken.html("chart_left"), *left[:LEFT], *more] if left else []
    voices = ", ".join(dict.fromkeys(figure.claimant.name for figure in series.figures if figure.claimant is not None))
    said = [spoken.html("chart_voices", names=shortened(voices))] if voices else []
    return "\n".join([bold(title), *said, *list(sources)[:SOURCES], *apart])


def _thread(message: object) -> int | None:
    return message.message_thread_id if isinstance(message, Message) and message.is_topic_message else None
