import pytest

from qa_bot.rendering.table_rows import without_borders


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("| Lynx | 41 |", "Lynx · 41", id="row"),
        pytest.param("| Year | Lynx |\n|:---|---:|\n| 2023 | 41 |\n", "Year · Lynx\n2023 · 41\n", id="rule"),
        pytest.param("Before.\n\n| 2023 | 41 |\n\nAfter.", "Before.\n\n2023 · 41\n\nAfter.", id="among-paragraphs"),
        pytest.param("P(A|B) is small", "P(A|B) is small", id="no-table"),
        pytest.param("| 2023 | | 41 |", "2023 · – · 41", id="empty-cell"),
        pytest.param("Lynx | 41 |  | 3", "Lynx · 41 · – · 3", id="quoted-from-its-first-cell-to-its-last"),
        pytest.param("He used grep foo | sort | uniq.", "He used grep foo | sort | uniq.", id="a-sentence"),
        pytest.param("a -- b", "a -- b", id="dashes"),
    ],
)
def test_rows_lose_their_borders_and_nothing_else(text: str, shown: str) -> None:
    assert without_borders(text) == shown
