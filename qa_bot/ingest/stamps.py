"""Lines that a page sets around its text and that are no part of it, by all that they say: whose a picture is, how often it was seen; and
how a letter is signed, which is one."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

from qa_bot.ingest.flow import Shown
from qa_bot.ingest.furniture import CONNECTIVE, LONGEST, MAX_BOX_HEAD, fold
from qa_bot.ingest.marks import CREDIT_ALONE, VISITS
from qa_bot.ingest.tree import Node
from qa_bot.schema import BlockKind

BESIDE_PICTURE = 80  # characters of a line that is no sentence beside a picture
_AROUND = {BlockKind.PARAGRAPH: "figure", BlockKind.LIST_ITEM: "figcaption"}
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class _Lists(NamedTuple):
    credit: re.Pattern[str]
    credited: frozenset[str]
    visits: re.Pattern[str]
    closings: tuple[str, ...]


@cache
def _lists() -> _Lists:
    with (Path(__file__).parent / "data" / "furniture.toml").open("rb") as stream:
        table = tomllib.load(stream)
    return _Lists(
        re.compile(CREDIT_ALONE.replace("WORDS", "|".join(table["credits"])), re.IGNORECASE),
        frozenset(table["credited"]),
        re.compile(VISITS.replace("WORDS", "|".join(table["visits"])), re.IGNORECASE),
        tuple(table["closings"]),
    )


def is_credit(caption: str) -> bool:
    """Return whether *caption* says whose the picture is and nothing else: "Photo by Ann Marlow / Harvest", no "Photo: the mill at Tarn".

    >>> is_credit("Фото: пресс-служба мэрии"), is_credit("Фото: мельница на рассвете")
    (True, False)
    """
    found = _lists().credit.fullmatch(caption) if len(caption) <= LONGEST else None
    if found is None:
        return False
    words = _WORD.findall(found["whose"])
    named = all(word[0].isupper() or len(word) <= CONNECTIVE for word in words)
    return bool(words) and (named or any(word.lower() in _lists().credited for word in words))


def counts_visits(line: str) -> bool:
    """Return whether *line* says how often its page was seen and nothing else.

    >>> counts_visits("Количество показов: 1204"), counts_visits("Показы: 12 и 14 мая")
    (True, False)
    """
    return len(line) <= MAX_BOX_HEAD and _lists().visits.fullmatch(line.strip()) is not None


def closes_letter(line: str) -> bool:
    """Return whether *line* opens as letters and reports are signed: "Respectfully submitted, Ann Marlow"."""
    folded = fold(line)
    return any(folded == each or folded.startswith(f"{each},") or line.lower().startswith(f"{each},") for each in _lists().closings)


def is_stamp(block: Shown) -> bool:
    """Return whether *block* counts visits, or stands beside a picture and is not what is said of it: whose it is, where it is sold."""
    if (block.kind is BlockKind.PARAGRAPH and counts_visits(block.text)) or (block.kind is BlockKind.CAPTION and is_credit(block.text)):
        return True
    short = len(block.text) < BESIDE_PICTURE and block.text[-1] not in ".!?…" and not _tells_number(block.text)
    return short and _is_within(block.node, _AROUND.get(block.kind, ""))


def _tells_number(line: str) -> bool:
    """Return whether *line* holds a number and says something of it: "12 houses burnt down", but not "Ann Marlow, 12 May 2023"."""
    return any(map(str.isdecimal, line)) and any(word.islower() and len(word) > CONNECTIVE for word in _WORD.findall(line))


def _is_within(node: Node | None, tag: str) -> bool:
    while node is not None and node.tag != tag:
        node = node.parent
    return node is not None
