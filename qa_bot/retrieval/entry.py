"""A document made ready for the index: its records, and the terms that searching and re-scoring need. Pure, so that workers may run it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from operator import itemgetter
from typing import NamedTuple

from qa_bot.schema import Document, Figure, Passage, Span
from qa_bot.text.analysis import analyse
from qa_bot.text.normalise import plain
from qa_bot.text.tokens import fold

PART = 1_000  # passages, some 3 MB
_WORD = re.compile(r"[^\W\d_]++(?>(?:'[^\W\d_]++)*)")
_DIGIT = re.compile(r"\d")
_POSSESSIVE = re.compile(r"'s$")


class PassageEntry(NamedTuple):
    """A passage with its index terms, each between two spaces, and sentences between line ends (see `rescore.Row`)."""

    passage_id: str
    body: str
    lengths: str
    numbers: str
    title: str
    scope: str
    record: str  # the Passage as JSON


class FigureEntry(NamedTuple):
    figure_id: str
    passage_id: str
    record: str  # the Figure as JSON


class Counted(NamedTuple):
    """What the index needs to know of a figure: its record, where it stands, and the words of its slots. A tenth of the figure itself."""

    entry: FigureEntry
    start: int
    scope: str


class Entry(NamedTuple):
    """Everything the index keeps of one document."""

    doc_id: str
    digest: str  # of all that follows: equal digests answer alike
    words: str  # its distinct words, folded, sorted, joined by spaces: the vocabulary that typos are mended against
    record: str  # the Document as JSON
    passages: tuple[PassageEntry, ...]
    figures: tuple[FigureEntry, ...]


def counted(figure: Figure) -> Counted:
    """Return of *figure* what `prepare` needs."""
    record = figure.model_dump_json(exclude_defaults=True)
    return Counted(FigureEntry(figure.figure_id, figure.passage_id, record), figure.span.start, _scope_of(figure))


def prepare(
    document: Document, passages: Iterable[Passage], figures: Sequence[Counted], *, part: int = PART
) -> Iterator[list[PassageEntry] | Entry]:
    """Yield the passages of *document*, *part* at a time, and at last its entry with those that are left: all of a long one, and a copy
    to hand it over, take much memory. *passages* and *figures* are its own, in document order.
    """
    held: dict[str, list[Counted]] = {}
    for figure in figures:
        held.setdefault(figure.entry.passage_id, []).append(figure)
    record = record_of(document)
    digest = sha256(record.encode())
    made: list[PassageEntry] = []
    for passage in passages:
        if len(made) == part:
            yield made
            made = []
        made.append(_prepare_passage(document, passage, held.get(passage.passage_id, ())))
        digest.update("\0".join(made[-1]).encode())
    for figure in figures:
        digest.update("\0".join(figure.entry).encode())
    words = " ".join(sorted(_words(document)))
    yield Entry(document.doc_id, digest.hexdigest(), words, record, tuple(made), tuple(figure.entry for figure in figures))


def record_of(document: Document) -> str:
    """Return *document* as JSON: of equal ones, equal entries are made."""
    return document.model_dump_json(exclude_defaults=True)


def _prepare_passage(document: Document, passage: Passage, figures: Sequence[Counted]) -> PassageEntry:
    spans = [*passage.sentences, *_between(document.text, passage)]
    texts = [document.text[span.start : span.end] for span in spans]
    numbers = [
        _has_digit(text) or any(span.start <= figure.start < span.end for figure in figures)
        for span, text in zip(spans, texts, strict=True)
    ]
    terms = [analyse(text) for text in texts]
    return PassageEntry(
        passage.passage_id,
        body="\n".join(map(_padded, terms)),
        lengths=" ".join(str(len(line)) for line in terms),
        numbers="".join("01"[number] for number in numbers),
        title=_padded(_analysed([document.title or "", *passage.headings])),
        scope=_padded(_analysed(figure.scope for figure in figures)),
        record=passage.model_dump_json(exclude_defaults=True),
    )


def _between(text: str, passage: Passage) -> list[Span]:
    """Return what of the passage lies outside its sentences and is not blank: a table's header row, say."""
    starts = [passage.span.start, *(sentence.end for sentence in passage.sentences)]
    ends = [*(sentence.start for sentence in passage.sentences), passage.span.end]
    gaps = [Span(start=start, end=end) for start, end in zip(starts, ends, strict=True) if text[start:end].strip()]
    return gaps or ([] if passage.sentences else [passage.span])


def _has_digit(text: str) -> bool:
    return _DIGIT.search(text) is not None


def _analysed(texts: Iterable[str]) -> list[str]:
    return [term for text in texts for term in analyse(text)]


def _padded(terms: Sequence[str]) -> str:
    return f" {' '.join(terms)} "


def _scope_of(figure: Figure) -> str:
    """Return the words of the figure's slots, which may stand in another sentence or paragraph than the number."""
    period = figure.period.surface if figure.period else None
    claimant = figure.claimant.name if figure.claimant else None
    slots = (figure.counted, figure.action, figure.actor, figure.direction, figure.reason, figure.place, period, claimant)
    return " ; ".join(slot for slot in slots if slot)


def _words(document: Document) -> set[str]:
    """Return the words as written and folded, those with a possessive or an accent also without."""
    found = set(
        map(itemgetter(0), _WORD.finditer(fold(f"{document.title or ''}\n{document.text}")))
    )  # no list of the millions that come again
    found |= {_POSSESSIVE.sub("", word) for word in found if "'" in word}
    return found | {plain(word) for word in found if not word.isascii()}
