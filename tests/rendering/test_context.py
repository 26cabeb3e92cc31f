"""A quote in the paragraphs around it."""

from qa_bot.rendering.context import Context, context
from qa_bot.schema import Block, BlockKind, Citation, Document, Span

TEXT = "Report\n\nSnow\n\nIt snowed for days.\n\nIn 2023, 310 trams were late. Nobody minded.\n\nShare this\n\nSpring came."
KINDS = (BlockKind.HEADING, BlockKind.HEADING, *(BlockKind.PARAGRAPH,) * 2, BlockKind.FURNITURE, BlockKind.PARAGRAPH)


def document(text: str = TEXT) -> Document:
    blocks, start = [], 0
    for number, (kind, part) in enumerate(zip(KINDS, text.split("\n\n"), strict=True)):
        blocks.append(Block(kind=kind, span=Span(start=start, end=start + len(part)), level=number + 1 if kind is BlockKind.HEADING else 0))
        start += len(part) + 2
    return Document(doc_id="d", path="d", text=text, blocks=tuple(blocks))


def quoted(quote: str, text: str = TEXT) -> Citation:
    start = text.index(quote)
    return Citation(number=1, doc_id="d", path="d", quote=quote, start=start, end=start + len(quote))


def test_the_paragraphs_around_a_quote_are_shown_under_their_headings() -> None:
    found = context(document(), quoted("In 2023, 310 trams were late."))
    assert found is not None
    assert found.headings == ("Report", "Snow")
    assert found.before == "It snowed for days.\n\n"
    assert found.after.startswith(" Nobody minded.")


def test_little_room_leaves_the_paragraph_itself() -> None:
    found = context(document(), quoted("310 trams"), near=40)
    assert found == Context(("Report", "Snow"), "In 2023, ", "310 trams", " were late. Nobody …")


def test_a_document_that_has_changed_has_no_context() -> None:
    assert context(document(TEXT.replace("310", "311")), quoted("In 2023, 310 trams were late.")) is None


def test_a_row_that_is_quoted_without_its_borders_is_shown_without_them() -> None:
    table = "| Year | Lynx |\n|---|---|\n| 2022 | 39 |\n| 2023 | 41 |\n| 2024 | 44 |"
    whole = Document(doc_id="d", path="d", text=table, blocks=(Block(kind=BlockKind.TABLE, span=Span(start=0, end=len(table))),))
    found = context(whole, quoted("2023 | 41", table))
    assert found is not None
    assert (found.before + found.quote + found.after).splitlines() == ["Year · Lynx", "2022 · 39", "2023 · 41", "2024 · 44"]
