"""The records of one finished generation: opened immutable, and decoded only where something is shown."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fnmatch import fnmatchcase
from functools import partial
from operator import attrgetter, itemgetter
from pathlib import Path
from typing import NamedTuple, TypeAlias, TypeVar
from weakref import finalize

from qa_bot.errors import IndexCorruptError
from qa_bot.retrieval.engine import Indexed
from qa_bot.retrieval.generations import checksum, damaged
from qa_bot.retrieval.rescore import Row, Statistics, places_of
from qa_bot.retrieval.tables import NAME
from qa_bot.schema import Document, Figure, Filter, Passage
from qa_bot.text.analysis import analyse, stem
from qa_bot.text.language import language_of
from qa_bot.text.lexicon import Lexicons, lexicon, remembered, using
from qa_bot.text.tokens import fold, tokenize

_VALUES = 500  # that one statement is given; an SQLite before 3.32 takes 999 at most
_DECODED = 4096  # passages, their terms and their figures that are kept decoded: some 60 MB when full
_TERMS = 50_000  # likewise, their frequencies
_FILTERS = 64  # likewise, which passages a filter lets through
_DOCUMENTS = 32  # likewise; a document may be megabytes long

# A figure's record holds the terms of its slots and its sentence, and behind "context" those of headings and title.
_NAMES = "instr(substr(record, 1, instr(record, '\"context\":')), ?)"
_SLOTS = " || ' ' || ".join(f"coalesce({column}, '')" for column in ("counted", "unit", "action", "actor", "place", "direction"))

# By no other way: SQLite would take these columns out of the JSON of every document, with its text.
_PUBLICATION = "documents INDEXED BY documents_by_publication"
_SPANS = "SELECT min(ordinal), max(ordinal) FROM passages WHERE {} GROUP BY doc_id"

_Limits: TypeAlias = tuple[tuple[str, ...], tuple[Filter, ...]]
Key = TypeVar("Key")
Value = TypeVar("Value")
Stored = TypeVar("Stored", Document, Passage, Figure)


class StoredFile(NamedTuple):
    """A file as it was read; *key* is the hash of all that its documents are made from, *content* that of its bytes alone."""

    path: str  # absolute
    root: str  # the path that was named
    rel: str
    key: str
    content: str = ""


class StoredName(NamedTuple):
    """What a document is called: *own_id* in its file, *doc_id* in the index, where no two may have one name."""

    file: str
    own_id: str
    doc_id: str


class Records:
    """The records in *folder*. Methods raise IndexCorruptError when the file turns out to be damaged."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME
        try:
            self._db = sqlite3.connect(f"{self._path.absolute().as_uri()}?immutable=1&mode=ro", uri=True, check_same_thread=False)
            self._db.row_factory = sqlite3.Row
        except sqlite3.Error as exc:
            raise self._corrupt(exc) from exc
        self._close = finalize(self, self._db.close)
        self.statistics = self._statistics()
        self._documents: dict[str, Document] = {}
        self._passages: dict[int, Passage] = {}
        self._rows: dict[int, Row] = {}
        self._figures: dict[str, tuple[Figure, ...]] = {}
        self._frequencies: dict[str, int] = {}
        self._within: dict[_Limits, list[range]] = {}

    def close(self) -> None:
        """Close the file; the records cannot be used afterwards. Done, too, when nobody has them any more: no answer is cut off."""
        self._close()

    def rows(self, statement: str, *values: object) -> list[sqlite3.Row]:
        """Return the rows that *statement* selects."""
        try:
            return self._db.execute(statement, values).fetchall()
        except sqlite3.Error as exc:
            raise self._corrupt(exc) from exc

    def _stream(self, statement: str, values: Sequence[object] = ()) -> Iterator[sqlite3.Row]:
        """Yield the rows that *statement* selects, one after the other: there may be more than memory holds."""
        try:
            yield from self._db.execute(statement, values)
        except sqlite3.Error as exc:
            raise self._corrupt(exc) from exc

    def _statistics(self) -> Statistics:
        found = self.rows("SELECT passages, passage_terms, sentence_terms FROM statistics")
        if len(found) != 1 or not all(isinstance(value, int | float) for value in found[0]):
            raise self._corrupt("its statistics are gone")
        return Statistics(*found[0])

    def _read(self, kind: type[Stored], row: sqlite3.Row) -> Stored:
        """Return what the last two columns of *row* hold, a record and its checksum with the name before them."""
        name, record, whole = row[-3:]
        if checksum(name, record) != whole:
            raise self._corrupt(f"the record of {name!r} is not what was written")
        return kind.model_validate_json(record)

    # ------------------------------------------------------------ what is shown

    def document(self, doc_id: str) -> Document | None:
        """Return the document called *doc_id*, None if there is none."""
        return _remembered(self._documents, [doc_id], self._read_documents, _DOCUMENTS).get(doc_id)

    def passages(self, ordinals: Sequence[int]) -> list[Passage]:
        """Return the passages with these ordinals, in the order asked."""
        return self._all(self._passages, ordinals, self._read_passages)

    def figures_of(self, passage_ids: Sequence[str]) -> dict[str, tuple[Figure, ...]]:
        """Return the figures of each of these passages, in document order."""
        return _remembered(self._figures, passage_ids, self._read_figures, _DECODED)

    def documents(self) -> Iterator[Document]:
        """Yield all documents in the order of their ids."""
        for row in self._stream("SELECT doc_id, record, sum FROM documents ORDER BY ordinal"):
            yield self._read(Document, row)

    def figure(self, figure_id: str) -> Figure | None:
        """Return the figure called *figure_id*, None if there is none."""
        found = self.rows("SELECT passage_id, record, sum FROM figures WHERE figure_id = ? ORDER BY ordinal LIMIT 1", figure_id)
        return self._read(Figure, found[0]) if found else None

    def figures(
        self, lexicons: Lexicons, *, year: int | None, doc: str | None, words: Sequence[tuple[str, Sequence[str]]]
    ) -> Iterator[Figure]:
        """Yield the figures of *year* and *doc* (None: all) that, for each pair in *words*, hold the words in one of the columns."""
        conditions, values = _of_year(year)
        if doc is not None:
            conditions.append("(doc_id = ? OR doc_id GLOB ?)")
            values += [doc, doc]
        for text, columns in words:
            conditions.append("(" + " OR ".join(f"holds({column}, ?)" for column in columns) + ")")
            values += [text] * len(columns)
        self._db.create_function("holds", 2, partial(_holds, lexicons), deterministic=True)
        statement = f"SELECT passage_id, record, sum FROM figures WHERE {' AND '.join(conditions)} ORDER BY ordinal"
        for row in self._stream(statement, values):
            yield self._read(Figure, row)

    def about(self, lexicons: Lexicons, words: str, *, year: int | None) -> list[int]:
        """Return the ordinals of the figures of *year* whose record names each of *words*, those that name them in a slot first."""
        conditions, values = _of_year(year)
        with using(lexicons):
            named = [token.surface for token in tokenize(words) if any(map(str.isalnum, token.surface))]
            wanted = [sorted({*analyse(word), *_concepts(word), stem(fold(word))}) for word in named]
        for word, terms in zip(named, wanted, strict=True):
            conditions.append(f"({' OR '.join([_NAMES] * len(terms) + ['instr(claimant, ?)'])})")
            values += [*(f'"{term}"' for term in terms), word]
        order = "ordinal"
        if wanted:
            self._db.create_function("holds", 2, partial(_holds, lexicons), deterministic=True)
            order = f"NOT holds({_SLOTS}, ?), ordinal"
            values.append(words)
        return [
            ordinal for (ordinal,) in self.rows(f"SELECT ordinal FROM figures WHERE {' AND '.join(conditions)} ORDER BY {order}", *values)
        ]

    def figures_at(self, ordinals: Sequence[int]) -> list[Figure]:
        """Return the figures with these ordinals, in the order asked."""
        rows = self._among("SELECT ordinal, passage_id, record, sum FROM figures WHERE ordinal IN", ordinals)
        found = {row[0]: self._read(Figure, row) for row in rows}
        return self._all_of(found, ordinals)

    def spread(self, step: int) -> Iterator[Figure]:
        """Yield one figure in *step*."""
        statement = "SELECT passage_id, record, sum FROM figures WHERE ordinal % ? = 0 ORDER BY ordinal"
        for row in self._stream(statement, (max(step, 1),)):
            yield self._read(Figure, row)

    def files(self) -> Iterator[StoredFile]:
        """Yield the files that the records were made from, by path."""
        for row in self._stream("SELECT path, root, rel, key, content FROM files ORDER BY path"):
            yield StoredFile(*map(str, row))

    def has_file(self, path: str) -> bool:
        """Return whether the records were made from the file at *path*, among others."""
        return bool(self.rows("SELECT 1 FROM files WHERE path = ?", path))

    def skipped(self) -> tuple[tuple[str, str], ...]:
        """Return (path, reason) of what is not in the index, by path."""
        return tuple((path, reason) for path, reason in self.rows("SELECT path, reason FROM skipped ORDER BY path, reason"))

    def names(self, docs: Sequence[str]) -> list[StoredName]:
        """Return the names of the documents that *docs* fit, ids or globs, in the order of their ids."""
        statement = "SELECT file, own_id, doc_id FROM documents WHERE {}"
        found = {StoredName(*row) for row in self._named(statement, docs)}
        for glob in docs:
            if any(sign in glob for sign in "*?["):
                found |= {StoredName(*row) for row in self.rows(statement.format("doc_id GLOB ?"), glob)}
        return sorted(found, key=attrgetter("doc_id"))

    def passages_of(self, doc_id: str) -> Iterator[Passage]:
        """Yield the passages of a document, in its order."""
        for row in self._stream("SELECT passage_id, record, sum FROM passages WHERE doc_id = ? ORDER BY position", (doc_id,)):
            yield self._read(Passage, row)

    def figures_of_document(self, doc_id: str) -> Iterator[Figure]:
        """Yield the figures of a document, in its order."""
        for row in self._stream("SELECT passage_id, record, sum FROM figures WHERE doc_id = ? ORDER BY position", (doc_id,)):
            yield self._read(Figure, row)

    def documents_of_file(self, path: str) -> Iterator[tuple[str, Document]]:
        """Yield the documents of the file at *path* in the order of their ids, each after its own id in the file."""
        for row in self._stream("SELECT own_id, doc_id, record, sum FROM documents WHERE file = ? ORDER BY ordinal", (path,)):
            yield row[0], self._read(Document, row)

    def _read_documents(self, doc_ids: Sequence[str]) -> dict[str, Document]:
        found = self._among("SELECT doc_id, record, sum FROM documents WHERE doc_id IN", doc_ids)
        return {row[0]: self._read(Document, row) for row in found}

    def _read_passages(self, ordinals: Sequence[int]) -> dict[int, Passage]:
        found = self._among("SELECT ordinal, passage_id, record, sum FROM passages WHERE ordinal IN", ordinals)
        return {row[0]: self._read(Passage, row) for row in found}

    def _read_rows(self, ordinals: Sequence[int]) -> dict[int, Row]:
        columns = "ordinal, terms_sum, doc_id, body, lengths, numbers, title, scope"
        rows: dict[int, Row] = {}
        for ordinal, whole, *terms in self._among(f"SELECT {columns} FROM passages WHERE ordinal IN", ordinals):
            if checksum(*terms) != whole:
                raise self._corrupt(f"the terms of passage {ordinal} are not what was written")
            doc_id, body, lengths, numbers, title, scope = terms
            rows[ordinal] = Row(ordinal, doc_id, body, places_of(body), [*map(int, lengths.split())], numbers, title, scope)
        return rows

    def _read_figures(self, passage_ids: Sequence[str]) -> dict[str, tuple[Figure, ...]]:
        read: dict[str, list[Figure]] = {passage_id: [] for passage_id in passage_ids}
        found = self._among("SELECT ordinal, passage_id, record, sum FROM figures WHERE passage_id IN", passage_ids)
        for row in sorted(found, key=itemgetter(0)):
            read[row[1]].append(self._read(Figure, row))
        return {passage_id: tuple(figures) for passage_id, figures in read.items()}

    def _read_frequencies(self, terms: Sequence[str]) -> dict[str, int]:
        found = self._among("SELECT term, passages FROM terms WHERE term IN", terms)
        return dict.fromkeys(terms, 0) | {row[0]: row[1] for row in found}

    # ------------------------------------------------------------ what is searched

    def candidates(self, ordinals: Sequence[int]) -> list[Row]:
        """Return these passages as the re-scoring wants them, in the order asked."""
        return self._all(self._rows, ordinals, self._read_rows)

    def frequencies(self, terms: Sequence[str]) -> dict[str, int]:
        """Return how many passages hold each of *terms*."""
        return _remembered(self._frequencies, terms, self._read_frequencies, _TERMS)

    def indexed(self) -> Iterator[Indexed]:
        """Yield all passages as an engine wants them, by ordinal."""
        for ordinal, body, title, scope in self._stream("SELECT ordinal, body, title, scope FROM passages ORDER BY ordinal"):
            yield Indexed(ordinal, body.split(), f"{title}{scope}".split())

    def ordinals(self, passage_ids: Sequence[str]) -> list[int]:
        """Return the ordinals of the passages called so, in the order asked, leaving out unknown ones."""
        rows = self._among("SELECT passage_id, ordinal FROM passages WHERE passage_id IN", passage_ids)
        found = {row[0]: row[1] for row in rows}
        return [found[passage_id] for passage_id in passage_ids if passage_id in found]

    def documents_of(self, ordinals: Sequence[int]) -> list[tuple[int, str]]:
        """Return (ordinal, doc_id) of these passages, in the order asked."""
        rows = self._among("SELECT ordinal, doc_id FROM passages WHERE ordinal IN", ordinals)
        found = {row[0]: row[1] for row in rows}
        return list(zip(ordinals, self._all_of(found, ordinals), strict=True))

    def ranges(self, globs: Sequence[str]) -> list[range]:
        """Return the ordinals of the documents that any of *globs* names, by id or by glob, as ascending ranges that do not touch."""
        spans = {tuple(row) for row in self._named(_SPANS, globs)}
        for glob in {glob for glob in globs if any(sign in glob for sign in "*?[")}:
            spans.update(tuple(row) for row in self.rows(_SPANS.format("doc_id GLOB ?"), glob))
        return _merged(spans)

    def within(self, docs: Sequence[str], only: Sequence[Filter]) -> list[range] | None:
        """Return the ordinals of the documents that *docs*, if any, name and each filter of *only* lets through; None for all."""
        only = [each for each in only if each != Filter()]
        if not docs and not only:
            return None
        key = (tuple(docs), tuple(only))
        return _remembered(self._within, [key], self._read_within, _FILTERS)[key]

    def _read_within(self, keys: Sequence[_Limits]) -> dict[_Limits, list[range]]:
        found: dict[_Limits, list[range]] = {}
        for docs, only in keys:
            every = [self.ranges(docs)] if docs else []
            found[docs, only] = _overlap(every + [part for each in only for part in self._let_through(each)])
        return found

    def _let_through(self, only: Filter) -> Iterator[list[range]]:
        if only.docs:
            yield self.ranges(only.docs)
        conditions: list[str] = []
        values: list[object] = []
        for sign, day in ((">=", only.since), ("<=", only.until)):
            if day is not None:
                conditions.append(f"published {sign} ?")
                values.append(day.isoformat())
        for column, names in (("publisher", only.publishers), ("language", only.languages)):
            if names:
                fitting = self._fitting(column, names)
                conditions.append(f"{column} IN ({','.join('?' * len(fitting))})")
                values += fitting
        if conditions:
            fit = f"FROM {_PUBLICATION} WHERE {' AND '.join(conditions)}"
            if self.rows(f"SELECT count(*) {fit}", *values)[0][0] == self.rows("SELECT count(*) FROM documents")[0][0]:
                yield [range(1, self.statistics.passages + 1)]  # where all are in one language, say: a second saved at a million passages
            else:
                chosen = f"doc_id IN (SELECT doc_id {fit})"
                yield _merged(tuple(row) for row in self.rows(_SPANS.format(chosen), *values))

    def _fitting(self, column: str, names: Sequence[str]) -> list[str]:
        """Return the values in *column* of the documents that any of *names* is, in any case, or as a glob fits."""
        there = [row[0] for row in self.rows(f"SELECT DISTINCT {column} FROM {_PUBLICATION} WHERE {column} IS NOT NULL")]
        return [value for value in there if any(fnmatchcase(value.casefold(), name.casefold()) for name in names)]

    def openings(self, within: Sequence[range], limit: int) -> list[int]:
        """Return the first passage of each of the first *limit* documents inside *within*, in order of their ids."""
        found: list[int] = []
        for part in within:
            statement = "SELECT ordinal FROM passages WHERE position = 0 AND ordinal >= ? AND ordinal < ? ORDER BY ordinal LIMIT ?"
            found += [row[0] for row in self.rows(statement, part.start, part.stop, limit - len(found))]
            if len(found) >= limit:
                break
        return found

    def _named(self, statement: str, doc_ids: Sequence[str]) -> Iterator[sqlite3.Row]:
        """Yield the rows of *statement*, whose condition is to be filled in, for documents given by id."""
        for start in range(0, len(doc_ids), _VALUES):
            part = doc_ids[start : start + _VALUES]
            yield from self.rows(statement.format(f"doc_id IN ({','.join('?' * len(part))})"), *part)

    def _among(self, statement: str, values: Sequence[object]) -> Iterator[sqlite3.Row]:
        """Yield the rows of *statement*, which ends in "IN", for any number of values."""
        for start in range(0, len(values), _VALUES):
            part = values[start : start + _VALUES]
            yield from self.rows(f"{statement} ({','.join('?' * len(part))})", *part)

    def _all(self, known: dict[Key, Value], keys: Sequence[Key], read: Callable[[Sequence[Key]], Mapping[Key, Value]]) -> list[Value]:
        """Return the values of *keys*, in their order, from *known* or else read into it."""
        try:
            return [known[key] for key in keys]  # as it is once a program has run for a while
        except KeyError:
            return self._all_of(_remembered(known, keys, read, _DECODED), keys)

    def _all_of(self, found: Mapping[Key, Value], keys: Sequence[Key]) -> list[Value]:
        """Return what was *found* of *keys*, in their order; an engine that names others was not made with these records."""
        try:
            return [found[key] for key in keys]
        except KeyError as exc:
            raise self._corrupt(f"it has no number {exc}") from exc

    def _corrupt(self, why: object) -> IndexCorruptError:
        return damaged(self._path, why)


def _merged(spans: Iterable[tuple[int, int]]) -> list[range]:
    """Return (first, last) ordinals of documents as ascending ranges that do not touch."""
    merged: list[range] = []
    for first, last in sorted(spans):
        start, stop = first, last + 1
        if merged and merged[-1].stop == start:
            start = merged.pop().start
        merged.append(range(start, stop))
    return merged


def _overlap(every: Sequence[list[range]]) -> list[range]:
    """Return what all of these ascending ranges have in common, as such ranges."""
    common = every[0] if every else []
    for ranges in every[1:]:
        both: list[range] = []
        ours, theirs = iter(common), iter(ranges)
        one, two = next(ours, None), next(theirs, None)
        while one is not None and two is not None:
            start, stop = max(one.start, two.start), min(one.stop, two.stop)
            if start < stop:
                both.append(range(start, stop))
            if one.stop <= two.stop:
                one = next(ours, None)
            else:
                two = next(theirs, None)
        common = both
    return common


def _of_year(year: int | None) -> tuple[list[str], list[str]]:
    """Return the conditions, and their values, under which the period of a figure touches *year*."""
    if year is None:
        return ["1"], []
    dated = "coalesce(period_start, period_end) IS NOT NULL"
    touches = "coalesce(period_start, '') <= ? AND coalesce(period_end, '9999') >= ?"
    return [dated, touches], [f"{year:04d}-12-31", f"{year:04d}-01-01"]


def _holds(lexicons: Lexicons, text: str | None, words: str) -> bool:
    """Return whether *text* holds every one of *words*, in any form, or another word for the same concept."""
    if text is None:
        return False
    with using(lexicons):
        return set(analyse(words)) <= set(analyse(text)) or _concepts(words) <= _concepts(text)


@remembered(4096)
def _concepts(text: str) -> frozenset[str]:
    tokens = tokenize(text)
    mentions = lexicon(language_of(text)).mentions(tokens)
    named = {place for mention in mentions for place in range(mention.first, mention.last)}
    stems = {term for place, token in enumerate(tokens) if place not in named for term in analyse(token.surface)}
    return frozenset(stems | {mention.concept for mention in mentions})


def _remembered(
    known: dict[Key, Value], keys: Sequence[Key], read: Callable[[Sequence[Key]], Mapping[Key, Value]], limit: int
) -> dict[Key, Value]:
    """Return the values of *keys*, from *known* or else read into it; all of *known* is forgotten when it outgrows *limit*.

    Threads may share *known*: what is returned stays whole while another of them empties it.
    """
    try:
        return {key: known[key] for key in keys}
    except KeyError:
        found = {key: value for key in keys if (value := known.get(key)) is not None}
    missing = [key for key in keys if key not in found]
    if missing:
        more = read(missing)
        if len(known) + len(more) > limit:
            known.clear()
        known.update(more)
        found.update(more)
    return found
