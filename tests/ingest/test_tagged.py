import time

import pytest

from qa_bot.ingest.pieces import SourceFile
from qa_bot.ingest.read import read
from qa_bot.ingest.tagged import without_tags

TABLE = """<table>
<caption>Sheep by parish, thousand</caption>
<thead><tr><th rowspan="2">Parish</th><th colspan="2">Ewes</th></tr>
<tr><th>2018</th><th>2019</th></tr></thead>
<tr><td>Ostby</td><td align="right">4.7</td><td>4.4</td></tr>
<tr><td>Vik</td><td>1.3</td><td>–</td></tr>
</table>"""


def _document(tmp_path, text):
    (tmp_path / "a.md").write_text(text, "utf-8")
    (document,) = read(SourceFile(tmp_path, tmp_path / "a.md", "a.md"), report=print)
    return document


def _blocks(tmp_path, text):
    document = _document(tmp_path, text)
    return [(block.kind.value, document.text[block.span.start : block.span.end]) for block in document.blocks]


def _table(tmp_path, text):
    document = _document(tmp_path, text)
    (block,) = (block for block in document.blocks if block.cells)
    return [(cell.row, cell.column, cell.header, document.text[cell.span.start : cell.span.end]) for cell in block.cells]


def test_a_table_in_tags_is_read_as_that_of_a_page_is(tmp_path):
    text = f"# Sheep\n\nThey were counted in May.\n{TABLE}\nMost are white."
    assert [kind for kind, _ in _blocks(tmp_path, text)] == ["heading", "paragraph", "caption", "table", "paragraph"]
    assert ("caption", "Sheep by parish, thousand") in _blocks(tmp_path, text)
    assert _table(tmp_path, text) == [
        (0, 0, True, "Parish"),
        (0, 1, True, "Ewes"),
        (0, 2, True, "Ewes"),
        (1, 0, True, "Parish"),
        (1, 1, True, "2018"),
        (1, 2, True, "2019"),
        (2, 0, False, "Ostby"),
        (2, 1, False, "4.7"),
        (2, 2, False, "4.4"),
        (3, 0, False, "Vik"),
        (3, 1, False, "1.3"),
        (3, 2, False, "–"),
    ]


@pytest.mark.parametrize("mark", ["> ", "  "])
def test_a_table_in_tags_may_be_quoted_or_set_in(tmp_path, mark):
    rows = "<table>\n<tr><th>Год</th><th>Овец</th></tr>\n<tr><td>2018</td><td>512</td></tr>\n</table>"
    text = "# Овцы\n\n" + "\n".join(mark + line for line in rows.splitlines()) + "\n\nВсе белые."
    assert [cell[3] for cell in _table(tmp_path, text)] == ["Год", "Овец", "2018", "512"]


def test_of_a_table_around_another_and_of_one_without_an_end_no_tag_is_left(tmp_path):
    nested = "<table><tr><td>Lambs<table><tr><th>Year</th><th>Lambs</th></tr><tr><td>2018</td><td>77</td></tr></table></td></tr></table>"
    for text in (nested, "<table><tr><td>In 2018 there were 77 lambs."):
        read_as = _document(tmp_path, f"# Sheep\n\n{text}").text
        assert "77" in read_as
        assert "<" not in read_as
        assert ">" not in read_as


@pytest.mark.parametrize(
    ("source", "text"),
    [
        pytest.param("CO<sub>2</sub> and <b>wool</b>", "CO2 and wool", id="in a line"),
        pytest.param("41 km<sup>2</sup>", "41 km²", id="raised"),
        pytest.param('41 rams<sup><a href="#n1">1</a></sup> graze', "41 rams graze", id="the mark of a note"),
        pytest.param("Ewes<!-- or\nrams? --> graze", "Ewes graze", id="a comment"),
        pytest.param("one<br>two<br/>\nthree", "one\ntwo\nthree", id="ends of lines"),
        pytest.param("| a<br>b | <p>c</p> |", "| a b |  c  |", id="in a row of a table"),
        pytest.param("## Ewes<br>and rams", "## Ewes and rams", id="in a heading"),
        pytest.param("Tom &amp; Ann, 1&nbsp;204 &mdash; &lt; 5", "Tom & Ann, 1\xa0204 — < 5", id="named signs"),
        pytest.param("a &#124; b", "a &#124; b", id="a bar that parts no cells"),
        pytest.param("x<script>var y = 5;</script>z", "x z", id="a script"),
        pytest.param("a<select><option>Vik</option></select>b", "a b", id="a choice"),
        pytest.param(
            "The <title> of a form.\n\nIt has 40.\n\nA </title> ends it.",
            "The  of a form.\n\nIt has 40.\n\nA  ends it.",
            id="named in prose",
        ),
        pytest.param("41 km<sup>2.\n\nIt has 7 km<sup>2</sup>", "41 km2.\n\nIt has 7 km²", id="raised without an end"),
        pytest.param("Of <select> 4, of <select>x</select> 5", "Of  4, of  5", id="named in a line"),
        pytest.param("if a<b and c>d, p < 0.05 > q", "if a<b and c>d, p < 0.05 > q", id="no tags"),
        pytest.param("Write to <ann@farm.example> or <name>", "Write to <ann@farm.example> or <name>", id="no elements"),
        pytest.param("Use `<b>&amp;</b>` and ``<i>` ``", "Use `<b>&amp;</b>` and ``<i>` ``", id="code"),
        pytest.param("```\n<p>1</p>\n```\n<i>x</i>", "```\n<p>1</p>\n```\nx", id="lines of code"),
        pytest.param(r"\<b>bold\</b>", r"\<b>bold\</b>", id="escaped"),
    ],
)
def test_of_other_elements_the_words_are_left(source, text):
    assert without_tags(source)[0] == text


def test_elements_of_a_page_become_headings_paragraphs_and_items(tmp_path):
    text = """<h1 align="center">
  <img src="flock.png" alt="a flock"><br>
  Flocks of <em>Ostby</em>
</h1>

<div align="center">
    <p>
        The parish counted 6,100 sheep in 2019
        and 5,800 in 2018.
    </p>
</div>

<details open>
<summary>By farm</summary>

The largest flock has 940 sheep.

</details>

<ul>
    <li><p>Moor farm: 940 sheep.</p></li>
    <li>Hill farm: 312 sheep</li>
</ul>
"""
    assert _blocks(tmp_path, text) == [
        ("heading", "Flocks of Ostby"),
        ("paragraph", "The parish counted 6,100 sheep in 2019\n        and 5,800 in 2018."),
        ("paragraph", "By farm"),
        ("paragraph", "The largest flock has 940 sheep."),
        ("list_item", "Moor farm: 940 sheep."),
        ("list_item", "Hill farm: 312 sheep"),
    ]


def test_code_in_tags_is_no_text(tmp_path):
    text = "# Sheep\n\nThe ewes were counted.\n\n<pre><code>sheep = 940\n</code></pre>\n\nThe rams were not."
    assert ("furniture", "sheep = 940") in _blocks(tmp_path, text)


@pytest.mark.parametrize(
    "part",
    [
        "<table>",
        "<table></table>",
        "<!-- ",
        "<p ",
        '<a href="',
        "<sup>",
        "<h1>",
        "`",
        "``` ",
        "<br>",
        "&amp;",
        "<li>",
        "</table>",
        "<pre>",
        "<b a=1 ",
    ],
)
def test_hostile_tags_come_to_an_end(part):
    began = time.process_time()
    without_tags(part * 8_000)
    without_tags(f"{part}\n" * 8_000)
    assert time.process_time() - began < 20


@pytest.mark.parametrize("name", ["h1", "sup", "title", "script"])
def test_elements_that_are_ended_far_below_come_to_an_end(name):
    began = time.process_time()
    without_tags(f"<{name}>\n\n" * 100_000 + f"</{name}>")
    assert time.process_time() - began < 20
