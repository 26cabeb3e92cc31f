"""Inline mode: the bot's name and a question, in any chat, offers cards to send there."""

from typing import NamedTuple

from telegram import InlineQueryResultArticle, InlineQueryResultsButton, InputTextMessageContent, LinkPreviewOptions, Update
from telegram.constants import InlineQueryLimit, ParseMode

from qa_bot.rendering import wording
from qa_bot.rendering.answer import headline, quotes
from qa_bot.rendering.scopes import scope_line
from qa_bot.retrieval import Index
from qa_bot.schema import Answer, CitedFigure, Status
from qa_bot.telegram.equipment import Context, Equipment
from qa_bot.telegram.face.answering import uncited
from qa_bot.telegram.face.answers import answer_blocks, figure_line, near_line, quote_block, source_line
from qa_bot.telegram.face.examples import Examples
from qa_bot.telegram.face.sources import OPENING, passages
from qa_bot.telegram.face.speakers import Speakers
from qa_bot.telegram.markup import escape, folded
from qa_bot.telegram.messages import lay, plain, shortened
from qa_bot.telegram.words import Speech
from qa_bot.text.printable import printable

CACHED = 10  # seconds: the index may change, and a person types on
FIGURES = 8
PASSAGES = 5
TITLE = 100  # characters; a telephone shows some 60
START = "inline"  # what /start is given by the button that leads to the private chat


class Card(NamedTuple):
    """An offer: what the list shows of it, and the message that it becomes."""

    title: str
    about: str
    blocks: list[str]


class Inline:
    """The handler of inline queries."""

    def __init__(self, equipment: Equipment, speakers: Speakers, examples: Examples) -> None:
        self._examples = examples
        self._equipment = equipment
        self._speakers = speakers

    async def asked(self, update: Update, context: Context) -> None:
        """Offer what answers the query, and a way to the private chat."""
        query = update.inline_query
        if query is None:
            return
        spoken = self._speakers.of(query.from_user)
        words = " ".join(query.query.split())
        results = [_article(number, card) for number, card in enumerate(await self._cards(words, len(query.query), spoken))]
        lead = InlineQueryResultsButton(shortened(spoken.plain("inline", "ask"), 64), start_parameter=START)
        await self._equipment.sender.answer_inline(query.id, results, cache_seconds=CACHED, button=lead)

    async def _cards(self, question: str, length: int, spoken: Speech) -> list[Card]:
        if not any(map(str.isalnum, question)):
            return await self._to_begin_with(spoken)
        if length >= InlineQueryLimit.MAX_QUERY_LENGTH:
            about = spoken.plain("inline", "too_long_more")
            return [Card(spoken.plain("inline", "too_long"), about, [escape(spoken.plain("inline", "too_long_text"))])]
        asking = self._equipment.asking
        answer = await asking.ask(question)
        return await asking.aside(cards, asking.index, answer, spoken)

    async def _to_begin_with(self, spoken: Speech) -> list[Card]:
        """Return questions that there are answers to, each with its answer."""
        asking = self._equipment.asking
        offered = []
        for question, _ in await self._examples.of(asking, spoken):
            card = (await asking.aside(cards, asking.index, await asking.ask(question), spoken))[0]
            offered.append(card._replace(title=question, about=card.title))
        return offered


def cards(index: Index, answer: Answer, spoken: Speech) -> list[Card]:
    """Return the answer as a card, or that there is none; then figures, nearest ones, and passages on the topic."""
    first = "".join(piece.text for piece in headline(answer)[0])
    found = answer.status in (Status.ANSWERED, Status.PARTIAL)
    whole = [spoken.html("question", question=answer.question), *answer_blocks(answer)]
    source = plain(source_line(answer.citations[0], answer.language)) if found and answer.citations else ""
    offered = [Card(first if found else spoken.plain("inline", "none"), source if found else first, whole)]
    if len(answer.figures) > 1:
        offered += [_figure_card(answer, figure, near=False) for figure in answer.figures[:FIGURES]]
    offered += [_figure_card(answer, figure, near=True) for figure in answer.nearest[:FIGURES]]
    return offered + [
        Card(
            citation.title or citation.path,
            citation.quote,
            [source_line(citation, answer.language), folded(escape(shortened(citation.quote, 3 * OPENING)))],
        )
        for citation in passages(index, uncited(answer)[:PASSAGES])
    ]


def _figure_card(answer: Answer, figure: CitedFigure, *, near: bool) -> Card:
    """Return a figure with its quote and source; one that misses the question says in what."""
    language = answer.language
    cited = [citation for citation in answer.citations if citation.number == figure.citation]
    line = near_line(figure, language) if near else figure_line(figure, language)
    title = " ".join(part for part in (wording.amount(figure, language), figure.counted or "") if part)
    differs = f"{wording.label('differs', language)}: {wording.missed(figure.differs, language)}" if near else ""
    about = " · ".join(part for part in (differs, scope_line(figure, language, leave_out=("counted",))) if part)
    return Card(title, about, [line, *(source_line(citation, language) for citation in cited), *quote_block(quotes(answer, cited))])


def _article(number: int, card: Card) -> InlineQueryResultArticle:
    content = InputTextMessageContent(
        lay(card.blocks)[0], parse_mode=ParseMode.HTML, link_preview_options=LinkPreviewOptions(is_disabled=True)
    )
    return InlineQueryResultArticle(
        str(number), shortened(printable(card.title), TITLE), content, description=shortened(printable(card.about), 2 * TITLE) or None
    )
