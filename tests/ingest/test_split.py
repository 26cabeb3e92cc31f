from qa_bot.deadline import deadline
from qa_bot.ingest.markup import parse
from qa_bot.ingest.pieces import Piece
from qa_bot.ingest.plain import layout
from qa_bot.ingest.split import split
from qa_bot.schema import Block, Document, Span

SENTENCE = "The farms of the northern plain have brought in more wheat than in any year since records began."  # 97 characters


def _document(text: str, pieces: list[Piece], title: str | None = None) -> Document:
    blocks = tuple(Block(kind=p.kind, span=Span(start=p.start, end=p.end), level=p.level, page=p.page, cells=p.cells) for p in pieces)
    return Document(doc_id="d", path="d.md", text=text, blocks=blocks, title=title)


def _markdown(text: str, title: str | None = None) -> Document:
    return _document(text, parse(text), title)


def _units(document: Document) -> list[list[str]]:
    return [[document.text[unit.start : unit.end] for unit in passage.sentences] for passage in split(document)]


def test_passages_are_numbered_slices_of_the_text() -> None:
    document = _markdown(f"{SENTENCE * 3}\n\n{SENTENCE * 4}")
    passages = split(document)
    assert [passage.passage_id for passage in passages] == ["d#p0", "d#p1"]
    assert [passage.ordinal for passage in passages] == [0, 1]
    assert all(document.text[p.span.start : p.span.end] == p.text for p in passages)


def test_headings_stand_above_passages_and_never_in_them() -> None:
    document = _markdown(f"# Harvest\n\n{SENTENCE}\n\n## Losses\n\n### Rye\n\n{SENTENCE}\n\n## Trade\n\n{SENTENCE}", title="Harvest")
    passages = split(document)
    assert [passage.headings for passage in passages] == [(), ("Losses", "Rye"), ("Trade",)]
    assert all(passage.text == SENTENCE for passage in passages)


def test_short_neighbours_make_one_passage() -> None:
    assert [len(units) for units in _units(_markdown("\n\n".join([SENTENCE] * 7)))] == [5, 2]


def test_a_paragraph_of_its_own_size_stays_alone() -> None:
    long = f"{SENTENCE} {SENTENCE} {SENTENCE}"
    assert [len(units) for units in _units(_markdown(f"{SENTENCE}\n\n{long}\n\n{SENTENCE}"))] == [1, 3, 1]


def test_a_very_long_paragraph_is_cut_between_sentences_into_even_parts() -> None:
    document = _markdown(" ".join([SENTENCE] * 25))
    passages = split(document)
    assert [len(passage.sentences) for passage in passages] in ([9, 8, 8], [8, 9, 8], [8, 8, 9])
    assert all(passage.text.endswith("began.") for passage in passages)


def test_a_list_stays_with_the_line_that_introduces_it() -> None:
    document = _markdown(
        f"{SENTENCE} {SENTENCE} {SENTENCE}\n\nThe losses by district:\n\n- Orle: 40 t\n- Tarn: 12 t. It rained.\n\n{SENTENCE}"
    )
    assert _units(document)[1] == ["The losses by district:", "Orle: 40 t", "Tarn: 12 t. It rained."]


def test_the_lead_leaves_the_paragraphs_before_it() -> None:
    document = _markdown(f"{SENTENCE}\n\nThe losses by district:\n\n- Orle: 40 t\n- Tarn: 12 t")
    assert _units(document) == [[SENTENCE], ["The losses by district:", "Orle: 40 t", "Tarn: 12 t"]]


def test_long_items_are_merged_as_paragraphs_are() -> None:
    document = _markdown("\n".join(f"- {SENTENCE} {SENTENCE}" for _ in range(5)))
    assert [len(units) for units in _units(document)] == [4, 4, 2]


def test_a_short_item_is_cited_whole_unless_it_is_a_paragraph_with_a_number() -> None:
    text = "- The mill closed. It reopened.\n- Rye. Nine tonnes were sold. Two tonnes spoilt."
    assert _units(_markdown(text)) == [["The mill closed. It reopened.", "Rye.", "Nine tonnes were sold.", "Two tonnes spoilt."]]


def test_an_item_of_many_sentences_is_cited_by_the_sentence() -> None:
    assert _units(_markdown(f"- {' '.join([SENTENCE] * 4)}")) == [[SENTENCE] * 4]


def test_a_table_is_cited_by_its_rows_below_the_header() -> None:
    document = _markdown("Yields in tonnes:\n\n| Crop | 2021 |\n|---|---|\n| Wheat | 340 |\n| Rye | 20 |\n")
    assert _units(document) == [["Yields in tonnes:", "Wheat | 340", "Rye | 20"]]


def test_a_caption_below_its_table_goes_with_it() -> None:
    document = _markdown(f"| Crop | t |\n|---|---|\n| Wheat | 340 |\n\nTable 1. Yields\n\n{SENTENCE}")
    assert [units[-1] for units in _units(document)] == ["Table 1. Yields", SENTENCE]


def test_a_long_table_is_cut_by_rows_and_its_parts_keep_header_and_caption_above_them() -> None:
    rows = "\n".join(f"| Farm {number} | {number} |" for number in range(50))
    passages = split(_markdown(f"## Yields\n\nTable 1. Yields by farm\n\n| Farm | t |\n|---|---|\n{rows}\n"))
    assert [len(passage.sentences) for passage in passages] == [21, 20, 10]
    assert [passage.headings for passage in passages] == [("Yields",), *[("Yields", "Table 1. Yields by farm", "Farm | t")] * 2]


def test_furniture_parts_passages_and_is_in_none() -> None:
    after = "Barley did worse, above all in the two districts on the coast."
    text = f"Harvest of the year\n\n{SENTENCE}\n\nRead also\n\nWhy the mills stand still\n\n{after}\n\nLeave a Reply"
    document = _document(text, layout(text)[0])
    assert [passage.text for passage in split(document)] == [SENTENCE, after]


def test_a_document_without_text_has_no_passages() -> None:
    assert split(_markdown("# Harvest\n\n---\n")) == ()


def test_pages_are_not_crossed() -> None:
    text = f"{SENTENCE}\n\n{SENTENCE}"
    pieces = [piece._replace(page=number) for number, piece in enumerate(parse(text), 1)]
    assert [passage.page for passage in split(_document(text, pieces))] == [1, 2]


def test_a_long_table_of_empty_cells_makes_no_passage() -> None:
    document = _markdown(f"{SENTENCE}\n\n|{'|' * 4000}\n{'|-' * 4000}|\n|{'|' * 4000}\n\n{SENTENCE}")
    assert [unit for passage in _units(document) for unit in passage] == [SENTENCE, SENTENCE]


def test_a_paragraph_of_a_hundred_thousand_sentences_is_cut_in_a_few_seconds() -> None:
    text = "It is. " * 100_000
    with deadline(10):
        passages = split(_document(text, parse(text)))
    assert len(passages) == 700
    assert {len(passage.sentences) for passage in passages} <= {142, 143, 144}


def test_two_sentences_of_an_item_are_cited_apart() -> None:
    document = _markdown(
        "- The offices settled 4,120 claims in 2021. A year earlier they settled 3,905.\n- Tarn settled 12 claims. None was lost."
    )
    assert _units(document) == [
        [
            "The offices settled 4,120 claims in 2021.",
            "A year earlier they settled 3,905.",
            "Tarn settled 12 claims. None was lost.",
        ]
    ]
