"""Marks that broke a reader: rules between tabs, sections that are none, numbers in superscript, raised text inside raised text."""

from pathlib import Path

import pytest

from qa_bot.build import build
from qa_bot.deadline import deadline
from qa_bot.ingest.readers.html import read_page
from qa_bot.retrieval import open_index


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("tabs.txt", "Name\tA\tB\n----\t----\t----\nFoo\t12\t13", id="rule-between-tabs"),
        pytest.param("section.html", "<p>Quay</p><![ if !IE]>x<![ endif]><![if-y]>z <p>There were 12 trams.</p>", id="no-sections"),
        pytest.param("raised.md", "| Town | Number |\n|---|---|\n| Orlo | 12² |\n| Tarn | 9 |\n", id="superscript"),
    ],
)
def test_a_file_with_odd_marks_is_read(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / name).write_text(text, encoding="utf-8")
    build([tmp_path / "docs"], index=tmp_path / "index", workers=1)
    assert list(open_index(tmp_path / "index").spread(100))


@pytest.mark.parametrize("opened", ["<sup>2 x", "<sup>2", "<sup>", "<sup><a href=#n>2", "<span><sup>12 "])
def test_raised_text_that_nobody_closed_is_read_in_a_time_that_its_depth_does_not_double(opened: str) -> None:
    page = f"<main><p>There were 31 mills.</p><p>The fields have 12 km{opened * 300} in 2022.</p></main>"
    with deadline(10):
        (draft,) = read_page(page.encode(), "page.html")
    assert "31 mills" in draft.text
    assert "in 2022." in draft.text
