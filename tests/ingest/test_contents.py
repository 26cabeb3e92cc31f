"""Tables of contents are known by their heading, or by titles that stand again below, and hold no figures."""

from pathlib import Path

import pytest

from qa_bot.figures.extract import extract
from qa_bot.ingest import SourceFile, read, split

BODY = "The harbour office met 14 times."


def _figures(folder: Path, text: str, name: str = "yearbook.txt") -> list[str]:
    (folder / name).write_text(text, encoding="utf-8")
    (document,) = read(SourceFile(folder, folder / name, name), report=lambda reason: None)
    return [figure.surface for figure in extract(document, split(document))]


@pytest.mark.parametrize(
    "contents",
    [
        pytest.param("Contents\n\nPilots ........... 3\nBoats rescued .... 12", id="leaders"),
        pytest.param("CONTENTS\n\nPilots . . . . . . 3\nBoats rescued . . . . 12", id="leaders with blanks"),
        pytest.param("Contents\n\n1 Pilots ........... 3\n2 Boats rescued .... 12", id="numbered"),
        pytest.param("Table of contents\n\nPilots            3\nBoats rescued    12", id="columns"),
        pytest.param("Contents\n\nPilots 3\n\nBoats rescued 12", id="paragraphs"),
        pytest.param("Contents\n\nPilots\t3\nBoats rescued\t12", id="tabs"),
        pytest.param("Содержание\n\nЛоцманы .......... 3\nСпасено судов .... 12", id="ru"),
        pytest.param("Pilots ........... 3\nBoats rescued .... 12", id="no heading, the titles stand again"),
    ],
)
def test_pages_are_no_figures(tmp_path, contents):
    text = f"Yearbook of the harbour\n\n{contents}\n\nPilots\n\n{BODY}\n\nBoats rescued\n\nIn all 31 boats were rescued."
    assert _figures(tmp_path, text) == ["14", "31"]


def test_a_table_of_contents_in_markdown_is_none_of_data(tmp_path):
    table = "## Contents\n\n| Chapter | Page |\n|---|---|\n| Pilots | 3 |\n| Boats rescued | 12 |"
    assert _figures(tmp_path, f"# Yearbook\n\n{table}\n\n## Pilots\n\n{BODY}", "yearbook.md") == ["14"]


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        pytest.param("Pilots     3\nSailors   12\nCooks     40", ["3", "12", "40"], id="rising counts"),
        pytest.param("Contents of the chest\n\nCoins     3\nSpoons   12", ["3", "12"], id="another heading"),
        pytest.param("Contents\n\nCoins    30\nSpoons   12", ["30", "12"], id="falling numbers"),
    ],
)
def test_what_is_no_table_of_contents_is_kept(tmp_path, text, surfaces):
    assert _figures(tmp_path, f"Yearbook of the harbour\n\n{text}\n\n{BODY} Nobody was late.") == [*surfaces, "14"]


@pytest.mark.parametrize(
    "line", ["Contents\n\n", "a .... 1\n\n", "." * 5_000 + "\n\n", "a . . . . \n", "Contents\n\na 1\n\n", ("a" + " " * 900) * 5 + "\n\n"]
)
def test_a_text_of_nothing_else_is_read_to_its_end(tmp_path, line):
    (tmp_path / "long.txt").write_text(line * (400_000 // len(line)))
    documents = list(read(SourceFile(tmp_path, tmp_path / "long.txt", "long.txt"), report=lambda reason: None))
    assert documents
