"""Citations: numbered slices of documents, cut so that they can be read and hold what they are cited for."""

from collections.abc import Callable

from qa_bot.schema import MAX_QUOTE, Citation, Document, Figure, Span


class Citations:
    """Collects quotes; the same one gets the same number."""

    def __init__(self, documents: Callable[[str], Document]) -> None:
        self._documents = documents
        self._numbers: dict[tuple[str, int, int], int] = {}
        self._made: list[Citation] = []

    def of_figure(self, figure: Figure) -> int:
        """Return the number of the citation that holds the surface of *figure*."""
        return self.add(figure.doc_id, figure.quote, around=figure.span)

    def of_scope(self, figure: Figure) -> tuple[int, ...]:
        """Return the numbers of the citations that carry slots of *figure* taken from elsewhere."""
        own = self.of_figure(figure)
        return tuple(number for span in figure.scope_quotes if (number := self.add(figure.doc_id, span)) != own)

    def add(self, doc_id: str, span: Span, *, around: Span | None = None) -> int:
        """Return the number of the citation of *span*; a longer one than fits is cut around *around*."""
        document = self._documents(doc_id)
        start, end = _cut(document.text, span, around)
        key = (doc_id, start, end)
        if key not in self._numbers:
            self._numbers[key] = len(self._made) + 1
            self._made.append(_citation(document, start, end, len(self._made) + 1))
        return self._numbers[key]

    def all(self) -> tuple[Citation, ...]:
        return tuple(self._made)

    def quote(self, number: int) -> str:
        return self._made[number - 1].quote


def _cut(text: str, span: Span, around: Span | None) -> tuple[int, int]:
    """Return the part of *span* that fits, at word boundaries, with *around* in its middle."""
    if span.end - span.start <= MAX_QUOTE:
        return span.start, span.end
    centre = (around.start + around.end) // 2 if around is not None else span.start
    start = max(span.start, min(centre - MAX_QUOTE // 2, span.end - MAX_QUOTE))
    end = min(span.end, start + MAX_QUOTE)
    if start > span.start and (space := text.find(" ", start, around.start if around else end)) >= 0:
        start = space + 1
    if end < span.end and (space := text.rfind(" ", around.end if around else start, end)) > start:
        end = space
    return start, end


def _citation(document: Document, start: int, end: int, number: int) -> Citation:
    page = next((block.page for block in document.blocks if block.span.start <= start < block.span.end), None)
    return Citation(
        number=number,
        doc_id=document.doc_id,
        path=document.path,
        title=document.title,
        publisher=document.publisher,
        published=document.published,
        url=document.url,
        page=page,
        quote=document.text[start:end],
        start=start,
        end=end,
    )
