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
