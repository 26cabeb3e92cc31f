# ruff: noqa: W291 - the lines are as long as they are on such pages
"""Whole pages as the web leaves them: which lines are the text, which its title, date and outlet, which the page's."""

from datetime import date
from pathlib import Path

from qa_bot.ingest import SourceFile, read, split
from qa_bot.schema import BlockKind, Document

QUESTIONS = """How many trains of the northern line were late last winter?

Since December the number of late trains on the northern line has risen sharply. Petra Vogt, who runs the line, said so to Coast Radio

«We have too few drivers. The only one who gains by that — is the bus company», — said Vogt.

How many trains were late?

In December and January, according to the manager, only nine trains were late. In February-March there were already 70, at least 31 of them because of snow.

What else has changed for the passengers?

Vogt pointed out that the third timetable of the year takes six halts off the line. 


Rate the material


Leave a Reply

Your email address will not be published."""

TEASER = """HALVEN (Coast Wire) — Hospitals on the coast go on hiring nurses from abroad in spite of the new... 21.03.2022, Coast Wire International
Hospitals Keep Hiring Abroad, Official Says
HALVEN (Coast Wire) — Hospitals on the coast go on hiring nurses from abroad in spite of the new rules, the head of the county's health office, Ida Marsh, has said.
“In the two months of this year we have hired more than 300 nurses... That is more than in the whole of last year,” she explained.
Speaking at the fair “Care 2022”, Marsh added that some clinics refuse to take part."""

SOURCE = """Source: County Office of Farming in English

Today in Halven the head of the office, Jonas Weir, met the harvesters' union.

“About 40 thousand tonnes go through this port annually,” said Weir.
"""

TOPICS = """Hot topics:

Report: Closed wards and lost beds in the hospitals of the coast

According to the county's health office, 114 wards were open in 2012; of 439 beds that had been asked for, 229 were granted.  In many cases nobody asked.

Thus the situation is poor."""

MIDDLE = """“The mills stand still because the grain is wet,” the office said in a statement.

It is clarified that in 2023 the mills turned away 66 lorries, of which 34 came from the north: Orle - 26, Tarn - 4, Hill and Dale - 1 each.

Earlier the head of the office had met the millers."""


def _document(folder: Path, text: str) -> Document:
    path = folder / "page.txt"
    path.write_text(text, encoding="utf-8")
    (document,) = read(SourceFile(folder, path, "page.txt"), report=lambda reason: None)
    return document


def _of_kind(document: Document, kind: BlockKind) -> list[str]:
    return [document.text[block.span.start : block.span.end] for block in document.blocks if block.kind is kind]


def test_questions_between_paragraphs_are_headings_and_the_comment_form_is_furniture(tmp_path: Path) -> None:
    document = _document(tmp_path, QUESTIONS)
    assert document.title == "How many trains of the northern line were late last winter?"
    assert _of_kind(document, BlockKind.HEADING)[1:] == ["How many trains were late?", "What else has changed for the passengers?"]
    assert _of_kind(document, BlockKind.FURNITURE) == ["Rate the material", "Leave a Reply", "Your email address will not be published."]
    passages = split(document)
    assert [passage.headings for passage in passages][-2:] == [
        ("How many trains were late?",),
        ("What else has changed for the passengers?",),
    ]
    assert not any("How many" in passage.text for passage in passages)


def test_a_teaser_gives_date_and_outlet_and_way_to_the_paragraph_it_repeats(tmp_path: Path) -> None:
    document = _document(tmp_path, TEASER)
    assert (document.title, document.publisher) == ("Hospitals Keep Hiring Abroad, Official Says", "Coast Wire International")
    assert document.published == date(2022, 3, 21)
    (teaser,) = _of_kind(document, BlockKind.FURNITURE)
    assert teaser.endswith("21.03.2022, Coast Wire International")
    assert len(_of_kind(document, BlockKind.PARAGRAPH)) == 3
    assert split(document)[0].text.startswith(
        "HALVEN (Coast Wire) — Hospitals on the coast go on hiring nurses from abroad in spite of the new rules,"
    )


def test_a_source_line_names_the_publisher_and_a_text_may_have_neither_title_nor_date(tmp_path: Path) -> None:
    document = _document(tmp_path, SOURCE)
    assert (document.publisher, document.title, document.published) == ("County Office of Farming in English", None, None)
    assert len(_of_kind(document, BlockKind.PARAGRAPH)) == 2


def test_a_rubric_over_the_title_is_furniture(tmp_path: Path) -> None:
    document = _document(tmp_path, TOPICS)
    assert document.title == "Report: Closed wards and lost beds in the hospitals of the coast"
    assert _of_kind(document, BlockKind.FURNITURE) == ["Hot topics:"]
    assert [len(passage.sentences) for passage in split(document)] in ([2, 1], [3])


def test_a_cutting_without_title_has_all_its_paragraphs(tmp_path: Path) -> None:
    document = _document(tmp_path, MIDDLE)
    assert (document.title, document.publisher, document.published) == (None, None, None)
    assert len(_of_kind(document, BlockKind.PARAGRAPH)) == len(document.blocks) == 3
