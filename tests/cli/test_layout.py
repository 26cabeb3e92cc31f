"""Lines of a given width, whatever the text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa_bot.cli.layout import cells, lay_out, width, wrap
from qa_bot.rendering.blocks import Line, Paragraph, Piece, Style, Table


def text_of(line: Line) -> str:
    return "".join(piece.text for piece in line)


def texts(lines: list[Line]) -> list[str]:
    return [text_of(line).rstrip() for line in lines]


words = st.text(alphabet="abc де é\u0301漢 .-", max_size=80)


@settings(max_examples=100)
@given(words, words, st.integers(2, 30))
def test_no_line_is_wider_than_the_limit_and_no_letter_is_lost(first: str, second: str, limit: int) -> None:
    lines = wrap((Piece(first), Piece(second, Style.MARK)), limit)
    assert all(width(line) <= limit for line in lines)
    assert "".join(map(text_of, lines)).replace(" ", "") == (first + second).replace(" ", "")


def test_a_word_of_two_styles_is_not_torn() -> None:
    lines = wrap((Piece("refused "), Piece("114", Style.MARK), Piece(", it said")), 12)
    assert texts(lines) == ["refused 114,", "it said"]


def test_following_lines_stand_under_the_first_word() -> None:
    lines = lay_out([Paragraph((Piece("one two three"),), (Piece("[1] "),), 2)], 13)
    assert texts(lines) == ["  [1] one two", "      three"]


def test_without_a_limit_a_paragraph_is_one_line() -> None:
    assert texts(lay_out([Paragraph((Piece("word " * 100),))], None)) == [("word " * 100).rstrip()]


def test_columns_are_aligned_and_numbers_to_the_right() -> None:
    rows = (((Piece("2022"),), (Piece("42"),)), ((Piece("2023"),), (Piece("114"),)))
    assert texts(lay_out([Table(("year", "n"), rows, frozenset({1}))], 80)) == ["year    n", "2022   42", "2023  114"]


def test_wide_letters_take_two_columns() -> None:
    assert cells("漢字") == 4
    assert cells("e\u0301") == 1


def test_a_wide_column_is_wrapped_so_that_the_table_fits() -> None:
    rows = (((Piece("114"),), (Piece("requests for the extradition of persons"),)),)
    lines = texts(lay_out([Table(("n", "counted"), rows)], 26))
    assert lines == ["n    counted", "114  requests for the", "     extradition of", "     persons"]


def test_words_in_a_table_are_broken_last() -> None:
    rows = (((Piece("January–February 2022"),), (Piece("refusals of extradition from Western countries"),)),)
    lines = texts(lay_out([Table(("period", "counted"), rows)], 30))
    assert lines[1:3] == ["January–February  refusals of", "2022              extradition"]


def test_a_number_in_a_table_is_not_broken() -> None:
    rows = (((Piece("more than 1 900"),), (Piece("people who had to leave their homes"),)),)
    assert texts(lay_out([Table(("figure", "counted"), rows, frozenset({0}))], 30))[1] == "more than 1 900  people who"


def test_a_table_too_wide_for_its_columns_becomes_records() -> None:
    rows = tuple(((Piece(str(n)),), (Piece("something long"),), (Piece("somewhere far"),)) for n in (1, 2))
    lines = texts(lay_out([Table(("number", "counted", "place"), rows)], 20))
    assert lines[:4] == ["number   1", "counted  something", "         long", "place    somewhere"]
    assert all(len(line) <= 20 for line in lines)


def test_a_long_name_leaves_the_other_columns_their_room() -> None:
    rows = (((Piece("n" * 250),), (Piece("Counting swifts in the city"),)), ((Piece("a.txt"),), (Piece("Rye"),)))
    lines = texts(lay_out([Table(("document", "title"), rows)], 60))
    assert lines[1].endswith("  Counting swifts in the city")
    assert lines[-1].split() == ["a.txt", "Rye"]


def test_without_a_limit_a_long_name_pushes_only_its_own_row() -> None:
    rows = (((Piece("n" * 250),), (Piece("swifts"),)), ((Piece("a.txt"),), (Piece("rye"),)))
    lines = texts(lay_out([Table(("document", "title"), rows)], None))
    assert lines[1:] == [f"{'n' * 250}  swifts", f"{'a.txt':60}  rye"]


@pytest.mark.parametrize(("letter", "fitting"), [("a", 80), ("я", 80), ("語", 40)])
def test_a_word_longer_than_a_line_is_cut_into_full_lines(letter: str, fitting: int) -> None:
    lines = wrap((Piece(f"by {letter * 100_010}"),), 80)
    assert texts(lines) == ["by", *[letter * fitting] * (100_000 // fitting), letter * 10]


def test_a_long_word_of_two_styles_is_cut_where_the_line_ends() -> None:
    lines = wrap((Piece("aaaa"), Piece("bbbbb", Style.MARK), Piece("c")), 6)
    assert lines == [(Piece("aaaa"), Piece("bb", Style.MARK)), (Piece("bbb", Style.MARK), Piece("c"))]
