"""The notes below a table, and the marks in its labels that lead to them: "2023*" over "* April to December"."""

import re
from collections.abc import Iterator, Mapping
from itertools import islice, takewhile
from typing import NamedTuple

from qa_bot.figures.notes import read_unit
from qa_bot.schema import Basis, BlockKind, Document, Fit, Period, Span
from qa_bot.text.functions import functions
from qa_bot.text.periods import PeriodForm, find_periods, relation, resolve

_BELOW = 6  # blocks behind a table that may be its notes
_LONGEST = 400  # characters of a block of notes
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_SIGNS = "[*†‡§]{1,3}|[⁰¹²³⁴-⁹]{1,2}"
_INNER = rf"[(\[](?P<inner>{_SIGNS}|\d{{1,2}}|[a-zа-яё])[)\]]"
_AT_END = re.compile(rf"(?:(?P<bare>{_SIGNS})|{_INNER})$")
_LONGEST_MARK = 5  # characters, all that is looked at of a label: "(***)"
_POWER = re.compile(r"\b[kcdmк]?[mм]$")  # "km²"
_NOTE = re.compile(rf"(?:^|(?<=[.;] )|(?<=\n))(?:{_INNER}|(?P<bare>{_SIGNS})|(?P<number>\d{{1,2}})[.)]?(?= ))\s*(?=\w)")
_STAR = re.compile(r"(?:^|\n)\* $")  # which Markdown takes for that of a list
_END = re.compile(r"(?<=\w\w\w)[.;](?:\s|$)")


class Footnote(NamedTuple):
    """What a note says, without its mark, and where."""

    text: str
    span: Span


class Footnotes(NamedTuple):
    """The notes below a table by their marks."""

    by_mark: Mapping[str, Footnote]

    def unmarked(self, text: str) -> str:
        """Return *text* without the marks at its end, signs or those of a note: "Islands (p)" with a note "(p) Provisional"."""
        while (mark := self._mark(text)) is not None:
            text = text[: mark.start()].rstrip()
        return text

    def of(self, text: str) -> Footnote | None:
        """Return the note that *text* has a mark of at its end, if any."""
        mark = self._mark(text)
        return self.by_mark.get(_named(mark)) if mark is not None else None

    def _mark(self, text: str) -> re.Match[str] | None:
        mark = _AT_END.search(text, max(0, len(text) - _LONGEST_MARK))
        before = text[: mark.start()].rstrip() if mark is not None else ""
        if mark is None or not before or (mark["bare"] and _POWER.search(before[-_LONGEST_MARK:])):
            return None
        sign = mark["bare"] or mark["inner"]
        sure = sign.startswith("*") or not (sign.isascii() or sign.isalpha())
        return mark if sure or _named(mark) in self.by_mark else None


NO_NOTES = Footnotes({})


def _named(mark: re.Match[str]) -> str:
    return (mark["bare"] or mark["inner"]).translate(_RAISED)


def notes_below(document: Document, block: int) -> Footnotes:
    """Return the notes in the blocks behind the table *block*."""
    first = dict(reversed(list(_notes(document, block))))  # of each mark
    units = {mark for mark in first if mark.isalpha() and read_unit(mark, document.language) is not None}  # "Fence (m)" is in metres
    return Footnotes({mark: note for mark, note in first.items() if mark not in units})


def _notes(document: Document, block: int) -> Iterator[tuple[str, Footnote]]:
    kinds = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.CAPTION)
    behind = list(takewhile(lambda each: each.kind in kinds, islice(document.blocks, block + 1, block + 1 + _BELOW)))
    starred = [below for below in behind if _STAR.search(document.text, max(0, below.span.start - _LONGEST_MARK), below.span.start)]
    for below in behind:
        start = below.span.start - len("* ") if starred == [below] else below.span.start  # several such items are a list
        text = document.text[start : below.span.end]
        found = list(_NOTE.finditer(text)) if len(text) <= _LONGEST else []
        for at, mark in enumerate(found):
            end = found[at + 1].start() if at + 1 < len(found) else len(text)
            name = (mark["inner"] or mark["bare"] or mark["number"]).translate(_RAISED)
            yield name, Footnote(text[mark.end() : end].strip(), Span(start=below.span.start, end=below.span.end))


def noted_period(note: Footnote, period: Period | None, language: str) -> Period | None:
    """Return the time that *note* says the numbers of a label are of, within its *period*: "April to December", below "2023*".

    None where it says anything else ("Revised in May 2024") or the time is no part of that of the label.
    """
    sentence = _END.split(note.text, maxsplit=1)[0]
    mentions = find_periods(sentence, 0, len(sentence), language)
    if len(mentions) != 1:
        return None
    mention = mentions[0]
    rest = f"{sentence[: mention.lead]} {sentence[mention.end :]}".lower().split()
    if not functions(language)["note_limits"].issuperset(filter(None, (word.strip(" .,;:()") for word in rest))):
        return None
    year = period.start.year if period is not None and period.start is not None and mention.form is PeriodForm.YEARLESS else None
    found = resolve(mention, published=None, year=year)
    fits = period is None or relation(period, found) in (Fit.SAME, Fit.NARROWER)
    return found.model_copy(update={"basis": Basis.CONTEXT}) if found.start is not None and fits else None
