"""From a file to documents: the reader for its kind, then the metadata in order of authority."""

import hashlib
from collections.abc import Iterator
from itertools import pairwise, takewhile

from qa_bot.errors import UnreadableDocumentError, UnsupportedFormatError
from qa_bot.ingest.corpus import declared
from qa_bot.ingest.frame import ends_sentence
from qa_bot.ingest.grid import WIDEST
from qa_bot.ingest.headings import heading_text
from qa_bot.ingest.metadata import date_in_url
from qa_bot.ingest.pieces import Draft, Metadata, Opening, Piece, Report, SourceFile
from qa_bot.ingest.readers import reader_of, supports, unread
from qa_bot.ingest.tables import MOST_CELLS, too_many_cells
from qa_bot.schema import Block, BlockKind, Document, Span
from qa_bot.text.language import language_of

LONGEST_ABOVE = 80  # characters of a line over a title: whose letter it is, and to whom
NEVER = 2090  # the first year in which no document of ours was published: "2099" and "2999" are placeholders, or mistakes


def read(file: SourceFile, *, report: Report) -> Iterator[Document]:
    """Yield the documents in *file*, one after the other; a .jsonl file holds many.

    What cannot be used in a file that goes on is told to *report*, one line each, "FILE:LINE: reason". Raises UnsupportedFormatError
    or UnreadableDocumentError, naming the file and the next step, and ConfigError for a faulty corpus.toml beside it.
    """
    said: Metadata | None = None
    for draft in drafts(file, report=report):
        if isinstance(draft, Opening):
            continue
        said = said or declared(file.path, file.root)
        yield document(file, draft, said)


def drafts(file: SourceFile, *, report: Report) -> Iterator[Draft | Opening]:
    """Yield what the reader for its kind finds in *file*, and of an archive which of its files it opens; told and raised is what `read`
    says, but nothing of a corpus.toml. A document whose tables are raw data is told, and raised where the file holds no other one."""
    if not supports(file.path):
        raise UnsupportedFormatError(f"{file.path}: {unread(file.path)}")
    kept, refused = False, list[str]()
    try:
        for draft in reader_of(file.path)(file, report):
            if isinstance(draft, Opening):
                yield draft
                continue
            raw = _raw_data(draft)
            if raw is None:
                kept = True
                yield _narrowed(draft, file, report)
            else:
                refused.append(f"{file.rel}: {raw}" if draft.doc_id == file.rel else f"{file.rel}: {draft.doc_id}: {raw}")
    except RecursionError as exc:
        raise UnreadableDocumentError(f"{file.path}: nested too deeply to be read; simplify it") from exc
    if refused and not kept:
        raise UnreadableDocumentError(refused[0])
    for line in refused:
        report(line)


def _raw_data(draft: Draft) -> str | None:
    """Return why a document whose tables are raw data is not read; one in a .csv file is looked at by its reader, before it is cut."""
    cells = [(at, cell.row) for at, piece in enumerate(draft.pieces) for cell in piece.cells if cell.span.start < cell.span.end]
    return too_many_cells(len(set(cells)), len(cells)) if len(cells) > MOST_CELLS else None


def _narrowed(draft: Draft, file: SourceFile, report: Report) -> Draft:
    """Return *draft* without the cells of its tables that lie further than a table goes which a person reads; of which is told."""
    wide = [at for at, piece in enumerate(draft.pieces) if any(cell.column >= WIDEST for cell in piece.cells)]
    if not wide:
        return draft
    report(f"{file.rel}: only the first {WIDEST:,} columns of a table: it is too wide; turn it on its side, or split it")
    pieces = list(draft.pieces)
    for at in wide:
        pieces[at] = pieces[at]._replace(cells=tuple(cell for cell in pieces[at].cells if cell.column < WIDEST))
    return draft._replace(pieces=pieces)


def document(file: SourceFile, draft: Draft, said: Metadata) -> Document:
    """Return the document that *draft*, read from *file*, makes with what the corpus.toml beside it has *said* of the file."""
    declared_here = said.over(_possible(draft.declared))
    url = declared_here.url or draft.found.url
    metadata = declared_here
    if url and metadata.published is None:
        metadata = metadata._replace(published=date_in_url(url))
    metadata = metadata.over(_possible(draft.found))
    if metadata.title is None:
        metadata = metadata._replace(title=title_of(draft))
    language = metadata.language or language_of(draft.text)
    return Document(
        doc_id=draft.doc_id,
        path=file.rel,
        text=draft.text,
        blocks=tuple(_block(piece) for piece in draft.pieces),
        title=metadata.title,
        publisher=metadata.publisher,
        speaker=metadata.speaker,
        author=metadata.author,
        published=metadata.published,
        url=metadata.url,
        language=language,
        content_hash=_content_hash(draft.text, metadata._replace(language=language)),
    )


def _possible(metadata: Metadata) -> Metadata:
    """Return *metadata* without a day of publication of a year in which nothing was published. No clock is asked: what was made of a file
    has to be what will be made of it next year."""
    possible = metadata.published is None or metadata.published.year < NEVER
    return metadata if possible else metadata._replace(published=None)


def title_of(draft: Draft) -> str | None:
    """Return the highest of the headings that open the text, else the first of the top level, else the subject of a letter, if any."""
    opening = takewhile(lambda piece: piece.kind in (BlockKind.HEADING, BlockKind.FURNITURE), draft.pieces)
    heads = [piece for piece in opening if piece.kind is BlockKind.HEADING]
    top = min(heads, key=lambda piece: piece.level) if heads else None  # a line over the title, of less rank, is none
    top = top or next((piece for piece in draft.pieces if piece.kind is BlockKind.HEADING and piece.level == 1), None)
    top = top or _subject(draft)
    return heading_text(draft.text[top.start : top.end]) if top is not None else None


def _subject(draft: Draft) -> Piece | None:
    """The heading of a letter: nothing but short lines stands over it, and below it who is spoken to."""
    for piece, below in pairwise(draft.pieces):
        line, behind = draft.text[piece.start : piece.end], draft.text[below.start : below.end]
        if piece.kind is BlockKind.HEADING and below.kind is BlockKind.PARAGRAPH and len(behind) <= LONGEST_ABOVE and behind[-1] in ",!":
            return piece
        if piece.kind is not BlockKind.FURNITURE and (
            piece.kind is not BlockKind.PARAGRAPH or len(line) > LONGEST_ABOVE or ends_sentence(line)
        ):
            break
    return None


def _block(piece: Piece) -> Block:
    return Block(kind=piece.kind, span=Span(start=piece.start, end=piece.end), level=piece.level, page=piece.page, cells=piece.cells)


def _content_hash(text: str, metadata: Metadata) -> str:
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass"))
    digest.update(repr(tuple("" if value is None else str(value) for value in metadata)).encode())
    return digest.hexdigest()
