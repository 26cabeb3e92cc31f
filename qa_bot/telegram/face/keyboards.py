"""The buttons under messages, and what a pressed one says: `kind:answer:page`, which fits into Telegram's 64 bytes."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from telegram import InlineKeyboardButton
from telegram.constants import InlineKeyboardButtonLimit

from qa_bot.schema import Answer
from qa_bot.telegram.face.answers import opened_citations, rows_shown
from qa_bot.telegram.messages import shortened
from qa_bot.telegram.words import Speech

Rows = list[list[InlineKeyboardButton]]

SOURCES = 8  # at most under an answer
IN_A_ROW = 4
LABEL = 60  # characters of a button that holds a question; telephones show about 40


class Kind(StrEnum):
    SOURCE = "source"  # page: number of the citation; a message of its own
    TURN = "turn"  # the same, in the message that shows another source
    PERIODS = "periods"
    BREAKDOWN = "breakdown"
    ROWS = "rows"  # page: the first of the rows, in a message of its own
    PAGE = "page"  # the same, in the message that shows others of them
    CHART = "chart"
    RELATED = "related"
    HELPFUL = "helpful"
    WRONG = "wrong"
    CHOICE = "choice"  # page: which of the questions that an unclear answer offers
    EXAMPLE = "example"  # answer: the example's key
    FIGURES = "figures"  # answer: the listing's key
    SHEET = "sheet"  # the same figures as a file
    DOCUMENTS = "documents"
    LANGUAGE = "language"  # answer: the language


class Press(NamedTuple):
    """What a button says."""

    kind: Kind
    answer: str = ""
    page: int = 0

    @property
    def data(self) -> str:
        return f"{self.kind}:{self.answer}:{self.page}"


class Offers(NamedTuple):
    """What there is to show beside an answer."""

    periods: bool = False
    breakdown: bool = False
    chart: bool = False
    related: bool = False


def read_press(data: str) -> Press | None:
    """Return what a button says; None for one that no version of ours has made."""
    kind, _, rest = data.partition(":")
    answer, _, page = rest.rpartition(":")
    if kind not in list(Kind) or not page.isdecimal():
        return None
    return Press(Kind(kind), answer, int(page))


def button(label: str, press: Press) -> InlineKeyboardButton:
    """Return a button; its data is within Telegram's limit, since ids are short hashes."""
    assert len(press.data.encode()) <= InlineKeyboardButtonLimit.MAX_CALLBACK_DATA, press
    return InlineKeyboardButton(label, callback_data=press.data)


def answer_keyboard(answer: Answer, offers: Offers, speech: Speech) -> Rows:
    """Return the buttons under an answer, rows of those that lead somewhere."""

    def offer(kind: Kind, **values: object) -> InlineKeyboardButton:
        return button(speech.plain("button", kind, **values), Press(kind, answer.id))

    sources = [
        button(speech.plain("button", "source", number=number), Press(Kind.SOURCE, answer.id, number)) for number in source_numbers(answer)
    ]
    more = [
        *([offer(Kind.ROWS, count=answer.total or len(answer.figures))] if len(answer.figures) > rows_shown(answer) else []),
        *([offer(Kind.PERIODS)] if offers.periods else []),
        *([offer(Kind.BREAKDOWN)] if offers.breakdown else []),
        *([offer(Kind.CHART)] if offers.chart else []),
        *([offer(Kind.RELATED)] if offers.related else []),
    ]
    choices = [[button(shortened(choice, LABEL), Press(Kind.CHOICE, answer.id, at))] for at, choice in enumerate(answer.choices)]
    verdicts = [] if answer.choices else [offer(Kind.HELPFUL), offer(Kind.WRONG)]
    return [row for row in (*choices, *_rows_of(sources), *_rows_of(more, 2), verdicts) if row]


def source_numbers(answer: Answer) -> list[int]:
    """Return the numbers of the citations to open, those that answer first."""
    return [citation.number for citation in opened_citations(answer)][:SOURCES]


def source_keyboard(answer: Answer, number: int, speech: Speech) -> Rows:
    """Return the buttons under a source: to the one before and the one behind it."""
    numbers = sorted(source_numbers(answer))
    place = numbers.index(number) if number in numbers else 0
    before, after = numbers[:place][-1:], numbers[place + 1 :][:1]
    back = [button(f"{speech.plain('button', 'back')} [{other}]", Press(Kind.TURN, answer.id, other)) for other in before]
    onwards = [button(f"[{other}] {speech.plain('button', 'next')}", Press(Kind.TURN, answer.id, other)) for other in after]
    return [[*back, *onwards]] if back or onwards else []


def pages(kind: Kind, key: str, page: int, *, more: bool, speech: Speech) -> list[InlineKeyboardButton]:
    """Return the buttons to the pages before and behind *page*, which counts from 0."""
    back = [button(speech.plain("button", "back"), Press(kind, key, page - 1))] if page else []
    return [*back, *([button(speech.plain("button", "next"), Press(kind, key, page + 1))] if more else [])]


def row_pages(answer: Answer, page: int, size: int, speech: Speech) -> Rows:
    """Return the buttons to the rows of *answer* before and behind those of *page*, of *size* each."""
    turns = pages(Kind.PAGE, answer.id, page, more=(page + 1) * size < len(answer.figures), speech=speech)
    return [turns] if turns else []


def _rows_of(buttons: Sequence[InlineKeyboardButton], width: int = IN_A_ROW) -> Rows:
    return [list(buttons[start : start + width]) for start in range(0, len(buttons), width)]
