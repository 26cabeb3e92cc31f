import pytest

from qa_bot.ingest.plain import layout
from qa_bot.schema import BlockKind

BODY = "The farms of the northern plain have brought in more wheat than in any year since records began, the office said on Tuesday."
MORE = "Barley did worse, above all in the two districts on the coast, where it rained for most of August and the fields stood under water."


def _kinds(text: str) -> list[tuple[str, str]]:
    return [(piece.kind.value, text[piece.start : piece.end]) for piece in layout(text)[0]]


def _headings(text: str) -> list[str]:
    return [words for kind, words in _kinds(text) if kind == "heading"]


@pytest.mark.parametrize(
    "title",
    [
        pytest.param("A record harvest in the north", id="words"),
        pytest.param("How much wheat did the north bring in?", id="a question"),
        pytest.param("340 farms under water", id="with a figure"),
        pytest.param("«Заря» снова первая", id="in quotes"),
        pytest.param("HARVEST REPORT", id="capitals"),
    ],
)
def test_a_short_line_above_the_text_is_its_title(title: str) -> None:
    pieces = layout(f"{title}\n\n{BODY}")[0]
    assert [(piece.kind, piece.level) for piece in pieces] == [(BlockKind.HEADING, 1), (BlockKind.PARAGRAPH, 0)]


def test_a_title_needs_no_empty_line_where_every_line_is_a_paragraph() -> None:
    assert _headings(f"A record harvest\n{BODY} {BODY}\n{MORE} {MORE}") == ["A record harvest"]


@pytest.mark.parametrize(
    "heading",
    [
        pytest.param("What happened to the barley?", id="a question"),
        pytest.param("Losses on the coast", id="words"),
        pytest.param("2. Losses on the coast", id="numbered"),
        pytest.param("Losses in 2021", id="with a year"),
        pytest.param("Как обстоят дела с ячменём?", id="in Russian"),
        pytest.param("— Как обстоят дела с ячменём?", id="a question asked in an interview"),
    ],
)
def test_a_short_line_between_paragraphs_is_a_heading(heading: str) -> None:
    assert _headings(f"{BODY}\n\n{heading}\n\n{MORE}") == [heading]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Barley did worse.", id="a sentence"),
        pytest.param("Wheat: 340 thousand tonnes", id="a record"),
        pytest.param("The results by district:", id="it introduces something"),
        pytest.param("and so did the rye", id="it begins small"),
        pytest.param("Present: Dr Lowe, Mrs Finch, Mr Oduya", id="a label and a list"),
        pytest.param("Source: Farm Office", id="a source"),
    ],
)
def test_a_short_line_that_says_something_is_content(line: str) -> None:
    assert ("paragraph", line) in _kinds(f"{BODY}\n\n{line}\n\n{MORE}")


def test_three_short_lines_in_a_row_are_records_not_headings() -> None:
    text = f"{BODY}\n\nNorth Farm\n\nSouth Farm\n\nHill Farm\n\n{MORE}"
    assert _headings(text) == []


def test_short_lines_after_the_last_sentence_are_no_content() -> None:
    assert _kinds(f"{BODY}\n\n{MORE}\n\nFarm Desk\n\nMore from the farms")[2:] == [
        ("furniture", "Farm Desk"),
        ("furniture", "More from the farms"),
    ]


def test_a_record_after_the_last_sentence_is_content() -> None:
    assert _kinds(f"{BODY}\n\n{MORE}\n\nTotal: 340 t")[-1] == ("paragraph", "Total: 340 t")


def test_a_list_keeps_its_items_without_their_marks() -> None:
    text = f"{BODY}\n\nLosses by district:\n- Orle: 40 t\n- Tarn: 12 t\n\n{MORE}"
    assert [words for kind, words in _kinds(text) if kind == "list_item"] == ["Orle: 40 t", "Tarn: 12 t"]


def test_dashes_open_items_below_a_colon_and_speech_elsewhere() -> None:
    text = f"Потери по районам:\n– Орёл – 40 т;\n– Тарн – 12 т.\n\n— Год был трудный, — сказал агроном.\n\n{MORE}"
    kinds = _kinds(text)
    assert kinds[1:3] == [("list_item", "Орёл – 40 т;"), ("list_item", "Тарн – 12 т.")]
    assert kinds[3] == ("paragraph", "— Год был трудный, — сказал агроном.")


def test_a_whole_text_in_one_line_is_one_paragraph() -> None:
    assert _kinds(f"  {BODY} ") == [("paragraph", BODY)]


def test_a_text_of_short_lines_alone_loses_none_of_them_but_its_title() -> None:
    text = "Stock\n\nWheat 340 t\n\nRye 20 t\n\nOats 7 t"
    assert [words for kind, words in _kinds(text) if kind == "paragraph"] == ["Wheat 340 t", "Rye 20 t", "Oats 7 t"]


def test_numbered_sections_need_no_empty_line_below_them() -> None:
    text = f"A record harvest\n\n1. Wheat\n{BODY}\n\n2. Barley\n2.1 Losses\n{MORE}\n\n3. Rye\nNone."
    assert [(piece.level, text[piece.start : piece.end]) for piece in layout(text)[0] if piece.kind is BlockKind.HEADING] == [
        (1, "A record harvest"),
        (2, "1. Wheat"),
        (2, "2. Barley"),
        (3, "2.1 Losses"),
        (2, "3. Rye"),
    ]


def test_a_rubric_over_the_title_and_a_byline_under_it_are_furniture() -> None:
    text = f"ECONOMY\n\nA record harvest in the north\nBy Jane Holloway\n\n{BODY}\n\n{MORE}"
    assert [kind for kind, _ in _kinds(text)] == ["furniture", "heading", "furniture", "paragraph", "paragraph"]


def test_a_line_under_the_title_that_says_something_is_content() -> None:
    line = "The head of the farm office, Anna Miller, on rain and rust"
    assert _kinds(f"A record harvest\n\n{line}\n\n{BODY}")[1] == ("paragraph", line)


def test_columns_set_with_spaces_or_tabs_are_a_table() -> None:
    for gap in ("    ", "\t"):
        text = f"{BODY}\n\nTable 1: Losses\n\nDistrict{gap}2020{gap}2021\nOrle{gap}40{gap}–\nTarn{gap}12{gap}9\n\n{MORE}"
        pieces = layout(text)[0]
        assert [piece.kind.value for piece in pieces] == ["paragraph", "caption", "table", "paragraph"]
        cells = [(cell.row, cell.column, text[cell.span.start : cell.span.end]) for cell in pieces[2].cells if not cell.header]
        assert cells == [(1, 0, "Orle"), (1, 1, "40"), (1, 2, "–"), (2, 0, "Tarn"), (2, 1, "12"), (2, 2, "9")]


def test_a_header_without_a_word_over_the_labels_is_shifted() -> None:
    text = f"{BODY}\n\n          2020   2021\nOrle      40     7\nTarn      12     9\n\n{MORE}"
    cells = [(cell.column, text[cell.span.start : cell.span.end]) for cell in layout(text)[0][1].cells if cell.header]
    assert cells == [(1, "2020"), (2, "2021")]


def test_pipes_make_a_table_in_plain_text_too() -> None:
    text = f"{BODY}\n\n| Crop | t |\n|---|---|\n| Wheat | 340 |\n\n{MORE}"
    table = layout(text)[0][1]
    assert (table.kind, [text[cell.span.start : cell.span.end] for cell in table.cells]) == (BlockKind.TABLE, ["Crop", "t", "Wheat", "340"])


def test_wide_spaces_after_sentences_make_no_table() -> None:
    text = f"{BODY}  It was 340 t.\n{MORE}  It was 20 t.\n{BODY}  It was 7 t."
    assert {kind for kind, _ in _kinds(text)} == {"paragraph"}


def test_an_institution_over_the_title_publishes() -> None:
    text = f"Ministry of Farming of Veldria\nPRESS RELEASE\nHalven, 3 May 2021\n\nA record harvest in the north\n\n{BODY}\n\n{MORE}"
    pieces, found = layout(text)
    assert [piece.kind.value for piece in pieces] == ["furniture"] * 3 + ["heading"] + ["paragraph"] * 2
    assert (found.publisher, str(found.published)) == ("Ministry of Farming of Veldria", "2021-05-03")


@pytest.mark.parametrize(
    ("letterhead", "publisher"),
    [("HALVEN CONSTABULARY", "Halven Constabulary"), ("Halven Port Authority", "Halven Port Authority"), ("Halven in the rain", None)],
)
def test_a_name_that_ends_with_what_it_is_stands_over_the_title_as_publisher(letterhead: str, publisher: str | None) -> None:
    _, found = layout(f"{letterhead}\nA record harvest in the north of Veldria\nPublished 3 May 2021\n\n{BODY}\n\n{MORE}")
    assert found.publisher == publisher


def test_an_institution_alone_over_the_text_is_its_title() -> None:
    pieces, found = layout(f"Ministry of Farming of Veldria\n\n{BODY}\n\n{MORE}")
    assert (pieces[0].kind, found.publisher) == (BlockKind.HEADING, None)


def test_marked_headings_have_their_level() -> None:
    text = f"# Harvest\n\n{BODY}\n\n=== Rye ===\n\n{MORE}\n\nKEY FINDINGS:\n\n{BODY} {MORE}"
    assert [piece.level for piece in layout(text)[0] if piece.kind is BlockKind.HEADING] == [1, 3, 2]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Farm\n\n", id="short lines"),
        pytest.param("The farms of the northern plain...\n", id="ellipses"),
        pytest.param("a  b\n", id="columns without figures"),
        pytest.param("a | b\n\n", id="pipes"),
        pytest.param("- - - -\n", id="rules"),
        pytest.param("1. 1. 1.\n", id="marks"),
        pytest.param("How many?\n", id="questions"),
        pytest.param("\t \t\n", id="white space"),
        pytest.param("Source: x\n", id="labels"),
        pytest.param("KAZAN, 3 May 2021 (\n", id="datelines"),
    ],
)
def test_hostile_text_is_laid_out_to_its_end(line: str) -> None:
    """In seconds: what grows faster than the text would take minutes over as much."""
    assert layout(line * 10_000)


def test_lines_of_a_menu_over_the_title_are_furniture() -> None:
    assert _headings(f"Home\nFarms\nMills\nSearch\n\nA record harvest in the north\n\n{BODY} {MORE}") == ["A record harvest in the north"]


def test_a_lead_that_is_printed_again_below_many_lines_of_the_page_is_cited_once() -> None:
    top = "Home\nFarms\nMills\nSearch\n\nA record harvest in the north\n\nBy Rena Olt\nPublished: 3 May 2021 | Updated: 4 May 2021, 09:12\n3 min read"
    told = [words for kind, words in _kinds(f"{top}\n\n{BODY}\n\n{BODY} {MORE}") if kind == "paragraph"]
    assert told == [f"{BODY} {MORE}"]
