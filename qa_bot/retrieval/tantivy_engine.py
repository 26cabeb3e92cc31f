"""The default engine: tantivy, opened by memory map in about a millisecond whatever the size of the index."""

import os
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Self

import tantivy
from tantivy import FieldType, Occur, Query

from qa_bot.retrieval.engine import SCOPE_BOOST, Indexed, Passages
from qa_bot.retrieval.generations import damaged

# One writer thread with room enough keeps a corpus of some 300,000 passages in one segment, in ordinal order. The memory is taken as it
# fills, so small corpora do not pay for it.
HEAP_BYTES = 512_000_000

# A filter of few ranges reads a column (0.1 ms each at 21,000 passages); one of many is quicker as a set of terms (1 ms for 1,000 of them).
MAX_RANGES = 4

# A larger set takes longer than reading the ranking on until enough lies inside: of 76,475 passages, 10 ms for a set of 1,800 and 18 for
# one of 7,600, but 2 for reading on in search of 27,000. Where question and filter have little in common, the set is better after all.
MAX_TERMS = 500
DEEPEST = 8_000  # passages of the ranking, which take 5 ms
_MARGIN = 3  # times as deep as it would have to be if passages inside were as likely as others

_LOCK = ".tantivy-meta.lock"

FREQUENCIES = "freq"  # positions are not asked for: matched bigrams are counted in the re-scoring


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("body", tokenizer_name="terms", index_option=FREQUENCIES)
    builder.add_text_field("scope", tokenizer_name="terms", index_option=FREQUENCIES)
    builder.add_unsigned_field("ordinal", indexed=True, fast=True)
    return builder.build()


def _write(folder: Path, passages: Iterable[Indexed]) -> None:
    index = tantivy.Index(_schema(), path=str(folder))
    index.config_reader("manual")  # no thread that looks for changes, and touches files after this returns
    # The terms come analysed, joined by spaces: one chain, ours, makes those of the index and of the query.
    index.register_tokenizer("terms", tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())
    writer = index.writer(heap_size=HEAP_BYTES, num_threads=1)
    for passage in passages:
        document = tantivy.Document()
        document.add_unsigned("ordinal", passage.ordinal)
        document.add_text("body", " ".join(passage.body))
        document.add_text("scope", " ".join(passage.scope))
        writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()


def _opened(folder: Path) -> tantivy.Index:
    index = tantivy.Index.open(str(folder))
    index.config_reader("manual")  # a generation never changes
    return index


def _opened_by_links(folder: Path) -> tantivy.Index:
    """Return the index in a *folder* that may not be written to, where tantivy cannot set the lock that it wants for reading.

    It reads links to the files from a folder of its own, which may go as soon as they are open.
    """
    from tempfile import TemporaryDirectory  # costs as much time as the opening

    with TemporaryDirectory(prefix="qa-bot-", ignore_cleanup_errors=True) as links:  # into which tantivy may still be setting its lock
        for path in folder.iterdir():
            if path.name != _LOCK:
                (Path(links) / path.name).symlink_to(path.absolute())
        return _opened(Path(links))


@contextmanager
def _mapped(folder: Path) -> Iterator[None]:
    """Raise IndexCorruptError for what tantivy makes of files in *folder* that it cannot read."""
    try:
        yield
    except (ValueError, OSError) as exc:
        raise damaged(folder, exc) from exc
    except BaseException as exc:
        if type(exc).__name__ == "PanicException":  # where it does not look for damage; nobody can import its class
            raise damaged(folder, exc) from None
        raise


class TantivyEngine:
    """Candidates by tantivy's BM25, whose k1 of 1.2 and b of 0.75 are fixed in it."""

    def __init__(self, index: tantivy.Index, folder: Path) -> None:
        self._folder = folder
        self._schema = index.schema
        self._searcher = index.searcher()
        self._segments = self._searcher.num_segments

    @classmethod
    def write(cls, folder: Path, passages: Iterable[Indexed]) -> None:
        """Write the passages as one segment (several, for a very large corpus)."""
        try:
            _write(folder, passages)
        except ValueError as exc:  # what tantivy makes of a full disk, too
            raise OSError(str(exc)) from exc
        mode = (folder / _LOCK).stat().st_mode
        for path in folder.iterdir():  # tantivy makes some files readable by their owner only
            path.chmod(mode)

    @classmethod
    def open(cls, folder: Path, passages: Passages) -> Self:
        """Return the engine over the files in *folder*; raise IndexCorruptError when tantivy cannot read them."""
        with _mapped(folder):
            return cls(_opened(folder) if os.access(folder, os.W_OK) else _opened_by_links(folder), folder)

    def candidates(self, terms: Mapping[str, float], *, limit: int, within: Sequence[range] | None = None) -> list[int]:
        """Return the ordinals of the *limit* best passages by BM25 over body and scope."""
        if not terms or limit < 1 or (within is not None and not within):
            return []
        with _mapped(self._folder):
            return self._candidates(terms, limit, within)

    def _candidates(self, terms: Mapping[str, float], limit: int, within: Sequence[range] | None) -> list[int]:
        query = Query.boolean_query([(Occur.Should, part) for term, weight in terms.items() for part in self._parts(term, weight)])
        if within is None:
            return self._ranked(query, limit)
        if len(within) > MAX_RANGES and sum(map(len, within)) > MAX_TERMS:
            inside = self._ranked_inside(query, limit, within)
            if inside is not None:
                return inside
        return self._ranked(
            Query.boolean_query([(Occur.Must, query), (Occur.Must, Query.const_score_query(self._filter(within), 0.0))]), limit
        )

    def _ranked(self, query: Query, limit: int) -> list[int]:
        # Equal scores come in segment order, which is ordinal order while there is one segment. With several, a margin is fetched and
        # sorted, so that a tie at the cut falls as the ordinals say.
        found = self._searcher.search(query, limit=limit if self._segments < 2 else 2 * limit, count=False).hits
        ordinals = self._searcher.fast_field_values("ordinal", [address for _, address in found])
        ranked = sorted((-score, int(ordinal)) for (score, _), ordinal in zip(found, ordinals, strict=True) if ordinal is not None)
        return [ordinal for _, ordinal in ranked[:limit]]

    def _ranked_inside(self, query: Query, limit: int, within: Sequence[range]) -> list[int] | None:
        """Return the best passages inside, as a filter would give them; None where too few are among the `DEEPEST` best."""
        starts = [part.start for part in within]
        depth = _MARGIN * limit * -(-self._searcher.num_docs // sum(map(len, within)))
        if depth > DEEPEST:
            return None
        ranked = self._ranked(query, depth)
        inside = [ordinal for ordinal in ranked if ordinal in within[bisect_right(starts, ordinal) - 1]]
        return inside[:limit] if len(inside) >= limit or len(ranked) < depth else None

    def _parts(self, term: str, weight: float) -> tuple[Query, Query]:
        body = Query.term_query(self._schema, "body", term, FREQUENCIES)
        scope = Query.term_query(self._schema, "scope", term, FREQUENCIES)
        return (body if weight == 1 else Query.boost_query(body, weight)), Query.boost_query(scope, weight * SCOPE_BOOST)

    def _filter(self, within: Sequence[range]) -> Query:
        if len(within) > MAX_RANGES:
            return Query.term_set_query(self._schema, "ordinal", [ordinal for part in within for ordinal in part])
        return Query.boolean_query(
            [
                (Occur.Should, Query.range_query(self._schema, "ordinal", FieldType.Unsigned, part.start, part.stop, include_upper=False))
                for part in within
            ]
        )
