"""Chats and channels that a messenger saved as a web page: the messages of each day are a document of that day."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby, islice
from typing import NamedTuple

from qa_bot.ingest.flow import Shown, shown, text_of
from qa_bot.ingest.furniture import is_furniture
from qa_bot.ingest.pieces import Draft, Metadata
from qa_bot.ingest.sheet import Sheet
from qa_bot.ingest.tags import day_of
from qa_bot.ingest.tree import Node
from qa_bot.schema import BlockKind

LEAST = 2  # messages that make a chat
_NEAR = 40  # elements of a message among which its day and sender are: no page is gone through again for each
_DEEPEST = 12  # elements around a paragraph of it
LONGEST_LINKS = 80  # characters of a paragraph of links: "Subscribe | Chat"
_LINKS = 2_000  # elements in which its links are looked for
_BETWEEN = re.compile(r"\s*[|·•/,]\s*")
_CHOICE = re.compile(r"^[-–•·✓]\s*")


class _Message(NamedTuple):
    node: Node
    day: date


def chat_in(root: Node, name: str) -> list[Draft]:
    """Return a document for each day of the chat that the page under *root* is; none where it is no chat.

    It is one where elements of the class "message" have the day and time at which they were sent as the title of one of the class
    "date", as Telegram saves them, and where no more stands beside them than in them. The title is that of the chat; whoever wrote all
    of it is its publisher.
    """
    messages = list(_messages(root))
    if len(messages) < LEAST or not _is_saved_chat(root, messages):
        return []
    title, senders = _chat_name(root), {sender for each in messages if (sender := _sender(each.node))}
    publisher = next(iter(senders)) if len(senders) == 1 else None
    drafts: list[Draft] = []
    days: Counter[date] = Counter()
    last: str | None = None
    for day, group in groupby(messages, key=lambda each: each.day):
        sheet, sent = Sheet(), [each.node for each in group]
        if publisher is None and last is not None and _sender(sent[0]) is None:
            sheet.add(BlockKind.PARAGRAPH, last)  # who goes on after midnight
        for node in sent:
            _add(sheet, node, alone=publisher is not None)
        last = next(filter(None, map(_sender, reversed(sent))), last)
        if any(piece[0] is not BlockKind.FURNITURE for piece in sheet.pieces):
            text, pieces = sheet.laid_out()
            said = Metadata(title=title or publisher, publisher=publisher, published=day)
            days[day] += 1
            drafts.append(Draft(_named(name, day, days[day]), text, pieces, said))
    return drafts


def _named(name: str, day: date, time: int) -> str:
    """The id of the document of *day*; a day that comes again, since messages are in another order, is numbered."""
    return f"{name}#{day.isoformat()}" + (f"-{time}" if time > 1 else "")


def _is_saved_chat(root: Node, messages: Sequence[_Message]) -> bool:
    """Whether a page has the frame or the names of a saved chat, and is no article with dated comments below it."""
    frame, found = {"page_header", "history"}, {name for node in _within(root) for name in _classes(node)}
    inside = sum(len(block.text) for each in messages for block in shown(each.node))
    return (frame <= found or "from_name" in found) and sum(len(block.text) for block in shown(root)) <= 2 * inside


def _messages(root: Node) -> Iterator[_Message]:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if "message" in _classes(node) and (day := _sent(node)) is not None:
            yield _Message(node, day)
        else:
            waiting += [child for child in reversed(node.children) if isinstance(child, Node)]


def _sent(message: Node) -> date | None:
    near = islice(_within(message), _NEAR)
    first = next((node for node in near if "date" in _classes(node) and node.get("title")), None)
    return day_of(first.get("title")) if first is not None else None


def _sender(message: Node) -> str | None:
    """Who sent a *message*, not whose words it passes on."""
    return next((text_of(node).strip() for node in islice(_within(message), _NEAR) if _is_sender(node)), None)


def _is_sender(node: Node) -> bool:
    return "from_name" in _classes(node) and not any("forwarded" in _classes(outer) for outer in _upward(node))


def _chat_name(root: Node) -> str | None:
    """What stands over the messages: the first words of the element of the class "page_header"."""
    head = next((node for node in _within(root) if "page_header" in _classes(node)), None)
    return next((block.text for block in shown(head)), None) if head is not None else None


def _add(sheet: Sheet, message: Node, *, alone: bool) -> None:
    """Add what a *message* says; its sender is named where there are several, not where one is *alone*."""
    links = {text_of(node).strip() for node in islice(_within(message), _LINKS) if node.tag == "a"}
    for block in shown(message):
        classes = {name for outer in (block.node, *_upward(block.node, message)) for name in _classes(outer)}
        if "media_poll" in classes:
            _add_poll(sheet, block, classes)
        elif "from_name" in classes:
            said = "forwarded" in classes or not alone
            sheet.add(BlockKind.PARAGRAPH if said else BlockKind.FURNITURE, _without_date(block.node) if said else block.text)
        elif block.table is not None:
            sheet.table(block.table)
        else:
            kept = "text" in classes and not (_only_leads_away(block, links) or is_furniture(block.text))
            sheet.add(block.kind if kept else BlockKind.FURNITURE, block.text, level=block.level if kept else 0)


def _add_poll(sheet: Sheet, block: Shown, classes: set[str]) -> None:
    """Add the question of a poll, each answer with its votes, and the sum of these."""
    if "question" in classes:
        sheet.add(BlockKind.PARAGRAPH, block.text)
    elif "answer" in classes:
        votes = next((text_of(node).split(",")[0].strip() for node in _within(block.node) if "details" in _classes(node)), "")
        answer = _CHOICE.sub("", "".join(child for child in block.node.children if isinstance(child, str)).strip())
        sheet.add(BlockKind.LIST_ITEM, f"{answer}: {votes}" if votes else answer, level=1)
    else:
        sheet.add(BlockKind.PARAGRAPH if "total" in classes else BlockKind.FURNITURE, block.text)


def _without_date(node: Node) -> str:
    """The name in *node*, without the day on which what is passed on was sent."""
    return " ".join("".join(child for child in node.children if isinstance(child, str)).split()) or text_of(node).strip()


def _only_leads_away(block: Shown, links: set[str]) -> bool:
    """Whether a paragraph is *links* and nothing else: "Subscribe | Chat"."""
    return len(block.text) <= LONGEST_LINKS and links.issuperset(_BETWEEN.split(block.text))


def _classes(node: Node) -> list[str]:
    return node.get("class").split()


def _within(root: Node) -> Iterator[Node]:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += [child for child in reversed(node.children) if isinstance(child, Node)]


def _upward(node: Node, top: Node | None = None) -> Iterator[Node]:
    outer = node.parent
    for _ in range(_DEEPEST):
        if outer is None or outer is top:
            break
        yield outer
        outer = outer.parent
