"""A document made ready for the index: its records, and the terms that searching and re-scoring need. Pure, so that workers may run it."""

import re
from collections.abc import Sequence
from hashlib import sha256
from typing import NamedTuple

from qa_bot.schema import Document, Figure, Passage
from qa_bot.text.analysis import analyse
from qa_bot.text.tokens import fold

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"'s$")


class PassageEntry(NamedTuple):
    """A passage with its terms: *body* has a line for each sentence; *scope* has three, of title, headings, and figures' scope."""

    passage_id: str
    body: str
    scope: str
    record: str  # the Passage as JSON


class FigureEntry(NamedTuple):
    figure_id: str
    passage_id: str
    record: str  # the Figure as JSON


class Entry(NamedTuple):
    """Everything the index keeps of one document."""

    doc_id: str
    digest: str  # of all that follows: equal digests answer alike
    words: str  # its distinct words, folded, sorted, joined by spaces: the vocabulary that typos are mended against
    record: str  # the Document as JSON
    passages: tuple[PassageEntry, ...]
    figures: tuple[FigureEntry, ...]


def prepare(document: Document, passages: Sequence[Passage], figures: Sequence[Figure]) -> Entry:
    """Return the entry of *document*; *passages* and *figures* are its own, in document order."""
    scopes: dict[str, list[str]] = {}
    for figure in figures:
        scopes.setdefault(figure.passage_id, []).append(_scope_of(figure))
    title = " ".join(analyse(document.title or "", document.language))
    passage_entries = tuple(
        PassageEntry(
            passage.passage_id,
            "\n".join(" ".join(analyse(text, document.language)) for text in _citable(document, passage)),
            "\n".join((title, _line(passage.headings, document.language), _line(scopes.get(passage.passage_id, ()), document.language))),
            passage.model_dump_json(exclude_defaults=True),
        )
        for passage in passages
    )
    figure_entries = tuple(
        FigureEntry(figure.figure_id, figure.passage_id, figure.model_dump_json(exclude_defaults=True)) for figure in figures
    )
    words = " ".join(sorted(_words(document)))
    record = document.model_dump_json(exclude_defaults=True)
    return Entry(document.doc_id, _digest(record, passage_entries, figure_entries), words, record, passage_entries, figure_entries)


def _citable(document: Document, passage: Passage) -> list[str]:
    """Return the passage's sentences, and then, as one more, what lies between them (a table's header row, say)."""
    texts, between, last = [], [], passage.span.start
    for sentence in passage.sentences:
        texts.append(document.text[sentence.start : sentence.end])
        between.append(document.text[last : sentence.start])
        last = max(last, sentence.end)
    between.append(document.text[last : passage.span.end])
    rest = " ".join(between)
    return [*texts, rest] if not texts or not rest.isspace() else texts


def _line(texts: Sequence[str], language: str) -> str:
    return " ".join(term for text in texts for term in analyse(text, language))


def _scope_of(figure: Figure) -> str:
    """Return the words of the figure's slots, which may stand in another sentence or paragraph than the number."""
    period = figure.period.surface if figure.period else None
    claimant = figure.claimant.name if figure.claimant else None
    slots = (figure.counted, figure.action, figure.actor, figure.direction, figure.reason, figure.place, period, claimant)
    return " ; ".join(slot for slot in slots if slot)


def _words(document: Document) -> set[str]:
    found = set(_WORD.findall(fold(f"{document.title or ''}\n{document.text}")))
    return found | {_POSSESSIVE.sub("", word) for word in found if word.endswith("'s")}


def _digest(record: str, passages: Sequence[PassageEntry], figures: Sequence[FigureEntry]) -> str:
    digest = sha256(record.encode())
    for entry in (*passages, *figures):
        digest.update("\0".join(entry).encode())
    return digest.hexdigest()
