import pytest

from qa_bot.ingest.markup import parse

Kind = tuple[str, str]


def _kinds(text: str) -> list[Kind]:
    return [(piece.kind.value, text[piece.start : piece.end]) for piece in parse(text)]


@pytest.mark.parametrize(
    ("text", "level"),
    [("# Harvest", 1), ("### Harvest ###", 3), ("Harvest\n=======", 1), ("Harvest\n---", 2), ("**Harvest**", 6), ("> ## Harvest", 2)],
)
def test_a_heading_is_its_words_without_the_marks(text: str, level: int) -> None:
    (piece,) = (piece for piece in parse(text + "\n\nThe farms brought it in.") if piece.kind.value == "heading")
    assert (text[piece.start : piece.end].strip("*"), piece.level) == ("Harvest", level)


def test_wrapped_lines_make_one_paragraph() -> None:
    assert _kinds("The farms brought\nin the wheat.\n\nThe rye\nrotted.") == [
        ("paragraph", "The farms brought\nin the wheat."),
        ("paragraph", "The rye\nrotted."),
    ]


def test_items_lose_their_marks_and_keep_their_lines() -> None:
    text = "Losses:\n\n- wheat, which had been\n  sown late\n- rye\n  1. winter rye\n  2. summer rye\n- [x] oats\n"
    assert [(piece.level, text[piece.start : piece.end]) for piece in parse(text) if piece.kind.value == "list_item"] == [
        (1, "wheat, which had been\n  sown late"),
        (1, "rye"),
        (2, "winter rye"),
        (2, "summer rye"),
        (1, "oats"),
    ]


def test_a_list_right_under_its_paragraph_is_a_list() -> None:
    assert [kind for kind, _ in _kinds("Losses:\n- wheat\n- rye")] == ["paragraph", "list_item", "list_item"]


def test_a_year_at_the_beginning_of_a_line_is_no_list_mark() -> None:
    assert _kinds("It was the harvest of\n2021. It was good.") == [("paragraph", "It was the harvest of\n2021. It was good.")]


def test_a_quote_is_a_paragraph_without_its_first_mark() -> None:
    assert _kinds("> The rye\n> rotted.\n\nHe left.") == [("paragraph", "The rye\n> rotted."), ("paragraph", "He left.")]


@pytest.mark.parametrize(
    "aside",
    [
        pytest.param("<!-- 340 t\nor so -->", id="a comment"),
        pytest.param("```\nwheat = 340\n```", id="code"),
        pytest.param("~~~ python\nwheat = 340\n\nrye = 20\n~~~", id="code with an empty line"),
        pytest.param("    $ wheat --tonnes 340\n    sown 12 fields", id="code set in by blanks"),
        pytest.param("\twheat = 340", id="code set in by a tab"),
        pytest.param("***", id="a rule"),
        pytest.param("![a field](field.png)", id="a picture"),
        pytest.param("[1]: https://farm.example", id="the target of a link"),
        pytest.param('<div class="note">', id="a tag"),
    ],
)
def test_what_is_not_read_is_furniture(aside: str) -> None:
    assert _kinds(f"The rye rotted.\n\n{aside}\n\nThe wheat did not.") == [
        ("paragraph", "The rye rotted."),
        ("furniture", aside.strip()),
        ("paragraph", "The wheat did not."),
    ]


@pytest.mark.parametrize("opener", ["```", "<!-- to do"])
def test_what_nothing_closes_does_not_swallow_the_text(opener: str) -> None:
    assert ("paragraph", "The rye rotted.") in _kinds(f"{opener}\n\nThe rye rotted.")


def test_a_paragraph_in_bold_with_a_figure_is_content() -> None:
    assert _kinds("**Total: 340 t**") == [("paragraph", "**Total: 340 t**")]


def test_a_table_has_cells_by_row_and_column() -> None:
    text = "Yields:\n\n| Crop | t |\n|:---|---:|\n| Wheat \\| rye | 340 |\n| Oats | |\n\nEnd of it."
    (table,) = (piece for piece in parse(text) if piece.kind.value == "table")
    cells = [(cell.row, cell.column, text[cell.span.start : cell.span.end], cell.header) for cell in table.cells]
    assert cells == [
        (0, 0, "Crop", True),
        (0, 1, "t", True),
        (1, 0, "Wheat \\| rye", False),
        (1, 1, "340", False),
        (2, 0, "Oats", False),
        (2, 1, "", False),
    ]
    assert text[table.start : table.end] == text[text.index("| Crop") : text.index("\n\nEnd")]


def test_a_table_needs_no_outer_pipes() -> None:
    text = "Crop | t\n---|---\nWheat | 340\n"
    (table,) = parse(text)
    assert [text[cell.span.start : cell.span.end] for cell in table.cells] == ["Crop", "t", "Wheat", "340"]


@pytest.mark.parametrize("caption", ["Table 2. Yields by district", "*Table: yields*", "Таблица 1 — Урожай"])
def test_a_line_beside_a_table_names_it(caption: str) -> None:
    rows = "| Crop | t |\n|---|---|\n| Wheat | 340 |"
    assert _kinds(f"{caption}\n\n{rows}")[0] == ("caption", caption)
    assert _kinds(f"{rows}\n\n{caption}")[1] == ("caption", caption)
    assert _kinds(f"{caption}\n\nThe rye rotted.")[0] == ("paragraph", caption)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("```\n~~~\n<!--\n", id="openers"),
        pytest.param("# " + " " * 50 + "x\n", id="spaces"),
        pytest.param("> " * 40 + "\n", id="quotes"),
        pytest.param("|" * 40 + "\n|-|\n", id="pipes"),
        pytest.param("- " * 20 + "x\n", id="marks"),
        pytest.param("[" * 60 + "\n", id="brackets"),
    ],
)
def test_hostile_markdown_comes_to_an_end(line: str) -> None:
    """In seconds: what grows faster than the text would take minutes over as much."""
    parse(line * 2_000)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("Sown in May.\n\n    The farms brought in 340 tonnes of wheat.", "paragraph", id="a sentence set in as far as code"),
        pytest.param("Sown in May.\n\n    The farms brought in 340 tonnes\nof wheat", "paragraph", id="only the first line set in"),
        pytest.param("Sown in May.\n\n    - 340 tonnes of wheat", "list_item", id="a list set in"),
        pytest.param("Sown in May.\n\n    | Wheat | 340 |\n    |---|---|\n    | Rye | 12 |", "table", id="a table set in"),
        pytest.param("1. Sown in May.\n\n    340 tonnes of wheat", "list_item", id="a second paragraph of an item"),
        pytest.param("- Sown in May,\n    340 tonnes of wheat", "list_item", id="a line of an item"),
        pytest.param("Sown in May,\n    340 tonnes of wheat", "paragraph", id="a line of a paragraph"),
        pytest.param("- Sown in May.\n\n      wheat = 340", "furniture", id="code in an item"),
        pytest.param("> Sown in May.\n>\n>     wheat = 340", "furniture", id="code in a quote"),
    ],
)
def test_what_is_set_in_is_code_only_where_it_can_be_nothing_else(text: str, kind: str) -> None:
    assert _kinds(text)[-1][0] == kind


def test_a_number_that_ends_a_sentence_at_the_beginning_of_a_line_is_no_list_mark() -> None:
    assert _kinds("The number of mills rose to 702 from\n655. Most grind rye.") == [
        ("paragraph", "The number of mills rose to 702 from\n655. Most grind rye.")
    ]
    assert [kind for kind, _ in _kinds("Losses of the year\n1. wheat\n2. rye")] == ["paragraph", "list_item", "list_item"]
