"""Where an answer stands in its documents: a quote in its surroundings, and what else was found on the topic."""

import re
from collections.abc import Sequence

from qa_bot.rendering.context import context
from qa_bot.rendering.table_rows import without_borders
from qa_bot.retrieval import Index
from qa_bot.schema import Answer, Citation, Document, HitRef, Passage
from qa_bot.telegram.asking import Asking
from qa_bot.telegram.face.answers import source_line
from qa_bot.telegram.markup import bold, escape, folded, italic
from qa_bot.telegram.messages import shortened
from qa_bot.telegram.words import Speech

RELATED = 5
_HEADED = re.compile(r"^#{1,6} +")  # a heading of Markdown
OPENING = 400  # characters of a related passage


def source_blocks(index: Index, citation: Citation, language: str) -> list[str] | None:
    """Return the quote in its passage, marked, under its source; None when the document no longer holds it."""
    document = _document(index, citation.doc_id)
    found = context(document, citation) if document else None
    if found is None:
        return None
    path = " › ".join(shortened(heading) for heading in found.headings)
    text = f"{_lines(found.before)}{bold(found.quote)}{_lines(found.after)}"
    return [
        f"[{citation.number}] {source_line(citation, language)}",
        *([italic(path)] if path and path != citation.title else []),
        f"<blockquote>{text.strip()}</blockquote>",
    ]


async def source_of(asking: Asking, answer: Answer, number: int) -> list[str] | None:
    """Return the citation *number* of *answer* in its passage; None when the document no longer holds it.

    Raises KeyError when the answer has no such citation.
    """
    citation = {citation.number: citation for citation in answer.citations}[number]
    return await asking.aside(source_blocks, asking.index, citation, answer.language)


def related_blocks(index: Index, answer: Answer, hits: Sequence[HitRef], speech: Speech) -> list[str]:
    """Return the openings of the passages in *hits*, each under its source."""
    blocks = [
        f"• {source_line(citation, answer.language)}\n{folded(escape(shortened(without_borders(citation.quote), OPENING)))}"
        for citation in passages(index, hits[:RELATED])
    ]
    return [speech.html("related"), *blocks] if blocks else [speech.html("related_none")]


def passages(index: Index, hits: Sequence[HitRef]) -> list[Citation]:
    """Return the passages in *hits* that the index still holds, each cited whole."""
    found = ((passage, _document(index, passage.doc_id)) for passage in index.passages([hit.passage_id for hit in hits]))
    return [_cited(passage, document) for passage, document in found if document is not None]


def _cited(passage: Passage, document: Document) -> Citation:
    return Citation(
        number=0,
        doc_id=document.doc_id,
        path=document.path,
        title=document.title,
        publisher=document.publisher,
        published=document.published,
        url=document.url,
        page=passage.page,
        quote=passage.text,
        start=passage.span.start,
        end=passage.span.end,
    )


def _document(index: Index, doc_id: str) -> Document | None:
    try:
        return index.document(doc_id)
    except KeyError:
        return None


def _lines(text: str) -> str:
    """Return *text* escaped, its paragraphs as lines."""
    lines = [escape(_HEADED.sub("", line)) for line in text.split("\n")]
    return "\n".join(line for number, line in enumerate(lines) if line.strip() or number in (0, len(lines) - 1))
