"""The face over a small corpus, with a sender that keeps what it is given and has Telegram's parser read it."""

import asyncio
import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import pytest
from telegram import InlineKeyboardButton, InlineQueryResult, Update, User
from telegram.ext import ApplicationBuilder, CallbackContext

from qa_bot.app import LiveAnswerer
from qa_bot.build import build
from qa_bot.settings import Settings
from qa_bot.telegram.asking import Asking
from qa_bot.telegram.equipment import Equipment
from qa_bot.telegram.face.face import QuestionFace
from qa_bot.telegram.messages import CAPTION_LIMIT, LIMIT, lay, plain, units
from qa_bot.telegram.state import State

BOT = User(99, "Answers", True, username="answers_bot")
HOSTILE = "<b>&amp;</i> @admin /forget \u202egnirts\u202c 😀 שלום "
DOCUMENTS = {
    "trams.md": """\
---
title: Trams of Kestrel in 2023
publisher: Kestrel Transport Office
published: 2024-02-06
url: https://kestrel.example/trams?year=2023&lang=en
---

# Trams of Kestrel

In 2023, 1,204 trams were late. 310 of them were late because of snow. In 2022, at least 980 trams were late. In 2021, 870 trams were late.

The drivers were tired of the winter, as the office admits.

In 2023, 57 trams were cancelled, according to the Transport Office. The drivers' union counted 73 cancelled trams in 2023.

The Elm Street line was closed because a bridge had cracked. Its director, Anna Berg, opened a new depot on 4 May 2023 in Harbour Street.
""",
    "storms.md": """\
# Storms

In 2023, 66 storms were counted in Europe: Poland - 14, France - 12, Spain - 11, Italy - 9, Norway - 8, Greece - 7, Malta - 5.
""",
    "ferries.txt": "The harbour office wants a depot for its ferries. Nobody has opened its purse yet.\n",
    "pozhary.md": """\
# Пожары

В 2023 году в области потушили 412 пожаров, в них погибли 38 человек. В 2022 году потушили 377 пожаров.
""",
    "buses.md": (
        "# Buses\n\nIn 2013, the bus network carried 14.2 million passengers. In 2012, it carried 12.9 million passengers. "
        "In 2011, 9.4 million passengers travelled on the buses. In 2010, buses carried 7.1 million passengers.\n"
    ),
    "wells.csv": "year,district,wells\n" + "".join(f"2016,District {number} B,{100 + number}\n" for number in range(40)),
    "hostile.md": f"""\
---
title: "{HOSTILE.strip()}"
publisher: "<script>alert(1)</script>"
---

In 2020, {HOSTILE}said that 4,321 lighthouses <painted> & repaired were counted {HOSTILE}.

{HOSTILE * 300}In 2018, 77 windmills were counted. {HOSTILE * 300}
""",
}


@pytest.fixture(scope="session")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("face")
    for name, text in DOCUMENTS.items():
        (folder / "docs").mkdir(exist_ok=True)
        (folder / "docs" / name).write_text(text, encoding="utf-8")
    build([folder / "docs"], index=folder / "index", workers=1)
    return folder / "index"


class Sent(NamedTuple):
    """What was sent, or put in the place of what was: *texts* as a reader sees them."""

    act: str
    chat: int
    texts: tuple[str, ...]
    html: tuple[str, ...] = ()
    thread: int | None = None
    reply_to: int | None = None
    keyboard: tuple[tuple[InlineKeyboardButton, ...], ...] = ()
    messages: tuple[int, ...] = ()
    content: bytes = b""

    @property
    def text(self) -> str:
        return "\n".join(self.texts)

    def labels(self) -> list[str]:
        return [button.text for row in self.keyboard for button in row]

    def data(self, label: str) -> str:
        return next(str(button.callback_data) for row in self.keyboard for button in row if label in button.text)


@dataclass
class FakeSender:
    """Fulfils `equipment.Sender`; *parse* fails where Telegram would refuse a text."""

    parse: Callable[[str], object]
    acts: list[Sent] = field(default_factory=list)
    toasts: list[tuple[str | None, bool]] = field(default_factory=list)
    offers: list[tuple[Sequence[InlineQueryResult], int]] = field(default_factory=list)
    typings: list[int] = field(default_factory=list)  # how much had been sent before each
    gone: set[int] = field(default_factory=set)  # messages that were deleted
    numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1001))

    def _keep(self, act: str, chat: int, html: Sequence[str], limit: int, keyboard, messages: tuple[int, ...], **values) -> Sent:
        for text in html:
            self.parse(text)
            assert 0 < units(text) <= limit
        rows = tuple(tuple(row) for row in keyboard or ())
        for button in itertools.chain(*rows):
            assert len(str(button.callback_data).encode()) <= 64
        sent = Sent(act, chat, tuple(map(plain, html)), tuple(html), keyboard=rows, messages=messages, **values)
        self.acts.append(sent)
        return sent

    async def send(self, chat, blocks, *, thread=None, reply_to=None, keyboard=None):
        html = lay(blocks)
        messages = tuple(next(self.numbers) for _ in html)
        return self._keep("send", chat, html, LIMIT, keyboard, messages, thread=thread, reply_to=reply_to).messages

    async def edit(self, chat, message, blocks, *, keyboard=None):
        if message in self.gone:
            return False
        self._keep("edit", chat, lay(blocks)[:1], LIMIT, keyboard, (message,))
        return True

    async def send_photo(self, chat, content, *, caption="", thread=None, reply_to=None, keyboard=None):
        sent = self._keep(
            "photo", chat, [caption], CAPTION_LIMIT, keyboard, (next(self.numbers),), thread=thread, reply_to=reply_to, content=content
        )
        return sent.messages[0]

    async def send_document(self, chat, content, filename, *, caption="", thread=None, reply_to=None, keyboard=None):
        sent = self._keep(
            filename, chat, [caption], CAPTION_LIMIT, keyboard, (next(self.numbers),), thread=thread, reply_to=reply_to, content=content
        )
        return sent.messages[0]

    async def answer_callback(self, query_id, text=None, *, alert=False):
        assert text is None or len(text) <= 200
        self.toasts.append((text, alert))
        return True

    async def answer_inline(self, query_id, results, *, cache_seconds, button=None):
        for result in results:
            self.parse(result.input_message_content.message_text)
            assert units(result.input_message_content.message_text) <= LIMIT
        self.offers.append((results, cache_seconds))
        return True

    async def typing(self, chat, *, thread=None, picture=False):
        self.typings.append(len(self.acts))  # apart from the rest: on a busy machine any answer may take a while


class Telegram:
    """What people do in Telegram, as updates to the face's handlers; each method returns what was sent for it."""

    def __init__(self, index: Path, folder: Path, parse: Callable[[str], object]) -> None:
        self.sender = FakeSender(parse)
        self.settings = Settings(index=str(index), state=folder)
        self._app = ApplicationBuilder().token("99:TEST").updater(None).build()
        self._app.bot._bot_user = BOT
        self._numbers = itertools.count(1)
        self._behind = []
        self.start()

    def start(self) -> None:
        """Start the process anew: only what is on disk is known."""
        self.state = State(self.settings.state)
        asking = Asking(LiveAnswerer(Path(self.settings.index)))
        equipment = Equipment(settings=self.settings, asking=asking, state=self.state, sender=self.sender, follow=self._follow)
        self.face = QuestionFace(equipment)

    def say(
        self, text: str, *, user: int = 1, language: str = "en", number: int | None = None, edited: bool = False, **fields
    ) -> list[Sent]:
        """Send a message in the private chat of *user*, or as *fields* have it."""
        message = {
            "message_id": number or next(self._numbers),
            "date": 1_700_000_000,
            "chat": {"id": user, "type": "private"},
            "from": {"id": user, "is_bot": False, "first_name": "A <b>", "language_code": language},
            "text": text,
            "entities": _entities(text) if text else None,
            **fields,
        }
        return self.update({"edited_message" if edited else "message": {key: value for key, value in message.items() if value is not None}})

    def group(self, text: str | None, *, user: int = 1, thread: int | None = None, **fields) -> list[Sent]:
        """Send a message in a group."""
        topic = {"message_thread_id": thread, "is_topic_message": True} if thread else {}
        return self.say(text, user=user, chat={"id": -100, "type": "supergroup", "title": "G"}, **topic, **fields)

    def press(self, data: str, *, message: int = 1001, user: int = 1, chat: int | None = None, language: str = "en") -> list[Sent]:
        """Press a button under a message of the bot."""
        held = {"message_id": message, "date": 0, "chat": {"id": chat or user, "type": "private" if not chat else "supergroup"}}
        presser = {"id": user, "is_bot": False, "first_name": "A", "language_code": language}
        query = {"id": f"press-{next(self._numbers)}", "from": presser, "chat_instance": "1", "message": held, "data": data}
        return self.update({"callback_query": query})

    def inline(self, query: str, *, language: str = "en") -> Sequence[InlineQueryResult]:
        """Type a query behind the bot's name; return what is offered."""
        asker = {"id": 1, "is_bot": False, "first_name": "A", "language_code": language}
        self.update({"inline_query": {"id": "i", "from": asker, "query": query, "offset": ""}})
        return self.sender.offers[-1][0]

    def update(self, content: dict[str, object]) -> list[Sent]:
        """Have the first handler that fits an update deal with it."""
        update = Update.de_json({"update_id": next(self._numbers), **content}, self._app.bot)
        before = len(self.sender.acts)
        asyncio.run(self._handle(update))
        return self.sender.acts[before:]

    async def _handle(self, update: Update) -> None:
        for handler in self.face.handlers():
            check = handler.check_update(update)
            if check is not None and check is not False:
                await handler.handle_update(update, self._app, check, CallbackContext.from_update(update, self._app))
                break
        while self._behind:
            await self._behind.pop(0)()

    def _follow(self, update, work):
        self._behind.append(work)


def _entities(text: str) -> list[dict[str, object]]:
    """Return the commands and mentions that Telegram would mark; texts of tests are one unit a character before them."""
    entities: list[dict[str, object]] = []
    offset = 0
    for word in text.split(" "):
        kind = "bot_command" if word.startswith("/") else "mention" if word.startswith("@") else None
        if kind:
            entities.append({"type": kind, "offset": offset, "length": len(word.rstrip(",?"))})
        offset += len(word) + 1
    return entities


@pytest.fixture
def telegram(index: Path, tmp_path: Path, parsed) -> Telegram:
    return Telegram(index, tmp_path, parsed)
