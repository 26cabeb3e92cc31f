"""Plain text, and web pages that were saved under a name of plain text."""

from collections.abc import Iterator

from qa_bot.ingest.decode import decode, storable
from qa_bot.ingest.disguise import is_web_page
from qa_bot.ingest.load import load
from qa_bot.ingest.pieces import Draft, Report, SourceFile
from qa_bot.ingest.plain import layout


def read(file: SourceFile, report: Report) -> Iterator[Draft]:
    """Yield the one document in the plain text *file*."""
    data, name = load(file), file.rel
    if is_web_page(data):
        from qa_bot.ingest.readers import html  # here: loading it takes as long as reading a hundred short texts

        yield from html.read_page(data, name)
        return
    text = storable(decode(data, name))
    del data  # of a long one there is not room for both
    pieces, found = layout(text)
    yield Draft(name, text, pieces, found=found)
