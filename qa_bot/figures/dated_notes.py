"""Sentences beside a table that do nothing but say of what time its numbers are: "Data for 2023.", «Данные за 2023 год»."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from qa_bot.schema import Basis, BlockKind, Document, Period, Span
from qa_bot.text.functions import functions
from qa_bot.text.periods import PeriodForm, find_periods, resolve
from qa_bot.text.sentences import split_sentences
from qa_bot.text.tokens import tokenize

_NEAR = 4  # blocks above or below a table that may be its notes
_LONGEST = 400  # characters of such a block
_TEXT = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.CAPTION)
_MARKS = "*†‡§¹²³⁴⁵⁶⁷⁸⁹"  # of a note that is only on what has the same mark


class DatedNote(NamedTuple):
    """The time of the numbers of a table, and the sentence that says it."""

    period: Period
    span: Span


def dated_note(document: Document, table: int) -> DatedNote | None:
    """Return what the sentences around block *table* say of its time; None where they name none, or different ones."""
    found = [*_in_blocks(document, _below(document, table), whole=True), *_in_blocks(document, _above(document, table))]
    spans = {(note.period.start, note.period.end) for note in found}
    return found[0] if len(spans) == 1 else None


def is_between_tables(document: Document, line: int, table: int) -> bool:
    """Return whether block *line* only tells a time and may do so of the table right before it, and not of *table* right behind it."""
    closes = line == table - 1 and line > 0 and document.blocks[line - 1].kind is BlockKind.TABLE
    return closes and any(True for _ in _in_blocks(document, [line]))


def _below(document: Document, table: int) -> list[int]:
    """The block right behind a table that may be of it: none where another table follows, without a caption or heading of its own."""
    taken: list[int] = []
    for at in range(table + 1, min(table + 1 + _NEAR, len(document.blocks))):
        kind = document.blocks[at].kind
        if kind is BlockKind.TABLE:
            return []
        if kind not in _TEXT or (kind is BlockKind.CAPTION and taken):
            break
        taken.append(at)
    return taken[:1]


def _above(document: Document, table: int) -> list[int]:
    """The blocks before a table that are of it: none where they may be of another one before them."""
    taken: list[int] = []
    for at in range(table - 1, max(table - 1 - _NEAR, -1), -1):
        kind = document.blocks[at].kind
        if kind is BlockKind.TABLE:
            return []
        if kind not in _TEXT:
            break
        taken.append(at)
    return taken


def _in_blocks(document: Document, blocks: Iterable[int], *, whole: bool = False) -> Iterator[DatedNote]:
    """What the *blocks* tell; with *whole* a block tells nothing else, but for its source."""
    for at in blocks:
        span = document.blocks[at].span
        starred = document.text[max(0, span.start - 2) : span.start] == "* "  # which Markdown takes for that of a list
        if span.end - span.start > _LONGEST or starred:
            continue
        sentences = list(split_sentences(document.text, span.start, span.end, document.language))
        told = [_period_told(document.text[start:end], document.language) for start, end in sentences]
        if whole and any(period is None and not _names_source(document, start) for period, (start, _) in zip(told, sentences, strict=True)):
            continue
        for period, (start, end) in zip(told, sentences, strict=True):
            if period is not None:
                yield DatedNote(period, Span(start=start, end=end))


def _names_source(document: Document, start: int) -> bool:
    lead, colon, _ = document.text[start : start + _LONGEST].partition(":")
    return bool(colon) and lead.strip(" _*").lower() in functions(document.language)["aside_leads"]


def _period_told(sentence: str, language: str) -> Period | None:
    """The time in a sentence that else holds words for data alone. A day is none: on it the data were taken from somewhere."""
    if sentence.lstrip(" (_")[:1] in _MARKS:
        return None
    mentions = find_periods(sentence, 0, len(sentence), language)
    if len(mentions) != 1 or mentions[0].form is not PeriodForm.ABSOLUTE:
        return None
    rest = f"{sentence[: mentions[0].lead]} | {sentence[mentions[0].end :]}"
    said = {token.lower for token in tokenize(rest) if token.surface[0].isalpha()}
    words = functions(language)
    if not said <= words["dated_words"] | words["dated_things"] or said.isdisjoint(words["dated_things"]) or any(map(str.isdigit, rest)):
        return None
    period = resolve(mentions[0], published=None)
    if period.start is None or period.end is None or period.start == period.end:
        return None
    return period.model_copy(update={"basis": Basis.CONTEXT})
