"""Notes to a text, and headings that a page sets in elements of their own."""

import pytest

from qa_bot.figures.extract import extract
from qa_bot.ingest import SourceFile, read
from qa_bot.ingest.flow import shown
from qa_bot.ingest.mainpart import content_of
from qa_bot.ingest.readers.html import read_page
from qa_bot.ingest.split import split
from qa_bot.ingest.tree import Page
from qa_bot.schema import BlockKind

TABLE = """<table><caption>{caption}</caption><tr><th>{kind}</th><th>2021</th><th>2022</th></tr><tr><th>{apple}</th><td>802</td><td>911</td></tr>
<tr><th>{pear}</th><td>240</td><td>293<sup><a class="fn-lnk" href="#fn1"><span class="wb-inv">{mark} </span>1</a></sup></td></tr></table>"""
EN = {"caption": "Trees grafted", "kind": "Kind", "apple": "Apple", "pear": "Pear", "mark": "Footnote"}
RU = {"caption": "Привито деревьев", "kind": "Вид", "apple": "Яблоня", "pear": "Груша", "mark": "Сноска"}
STORY_EN = (
    "<p>The orchard society grafted more trees last winter than in any year since the frost destroyed the nursery behind the mill.</p>"
)
STORY_RU = "<p>За зиму общество садоводов привило больше деревьев, чем в любой год с тех пор, как мороз погубил питомник за мельницей.</p>"
NOTE_EN, NOTE_RU = (
    "Of these, the school grafted some that are still under review.",
    "Часть этих деревьев привила школа, сведения о них уточняются.",
)
SIDE = '<aside class="wb-fnote" role="note"><h2 class="wb-inv">Footnotes</h2><dl><dt>{mark} 1</dt><dd id="fn1"><p>{note}</p>{back}</dd></dl></aside>'
BACK = '<p class="fn-rtn"><a href="#fn1-rf"><span class="wb-inv">Return to </span>1</a></p>'


def _kept(page: str) -> list[str]:
    (draft,) = read_page(f"<html><title>Orchards</title><body>{page}</body></html>".encode(), "a.html")
    return [draft.text[piece.start : piece.end] for piece in draft.pieces if piece.kind is not BlockKind.FURNITURE]


@pytest.mark.parametrize(
    ("words", "story", "note"), [pytest.param(EN, STORY_EN, NOTE_EN, id="en"), pytest.param(RU, STORY_RU, NOTE_RU, id="ru")]
)
@pytest.mark.parametrize(
    "side",
    [
        pytest.param(SIDE, id="of terms"),
        pytest.param('<aside role="doc-footnote"><p>{note}</p></aside>', id="by its role"),
        pytest.param('<aside class="table-footnotes"><p>{note}</p></aside>', id="by its name"),
    ],
)
def test_notes_under_a_table_are_text(words: dict[str, str], story: str, note: str, side: str) -> None:
    notes = side.format(note=note, mark=words["mark"], back=BACK)
    kept = _kept(f"<main><h1>Orchards</h1>{story}{story}{TABLE.format(**words)}{notes}{story}{story}</main>")
    assert note in kept
    assert f"{words['mark']} 1" not in kept
    assert "Footnotes" not in kept


def test_an_aside_that_is_not_called_one_of_notes_stays_out():
    kept = _kept(f"<main><h1>Orchards</h1>{STORY_EN * 4}<aside><p>Graft your own tree with us on Sunday.</p></aside>{STORY_EN * 4}</main>")
    assert not any("Sunday" in line for line in kept)


@pytest.mark.parametrize("words", [pytest.param(EN, id="en"), pytest.param(RU, id="ru")])
def test_a_mark_whose_word_nobody_sees_is_no_part_of_a_cell(words: dict[str, str], tmp_path) -> None:
    story = STORY_EN if words is EN else STORY_RU
    path = tmp_path / "a.html"
    path.write_text(f"<main><h1>Orchards</h1>{story}{TABLE.format(**words)}{story}</main>", "utf-8")
    (document,) = read(SourceFile(tmp_path, path, "a.html"), report=print)
    cells = [document.text[cell.span.start : cell.span.end] for block in document.blocks for cell in block.cells]
    assert "293" in cells
    assert "293" in [figure.surface for figure in extract(document, split(document))]


MORE_EN = [
    "<p>Members met on eleven evenings in the village hall and heard talks on canker and on the pruning of espaliers.</p>",
    "<p>Because the spring was wet, a quarter of the grafts failed, and the society replaced them free of charge.</p>",
    "<p>Pears did better in the north, where the frost came late and the old walls kept the warmth of the day.</p>",
]
MORE_RU = [
    "<p>Сок давили две субботы: тридцать семей привезли яблоки и увезли домой больше двух тысяч литров сока.</p>",
    "<p>Из-за сырой весны каждое четвёртое дерево не прижилось, и общество бесплатно заменило их осенью.</p>",
    "<p>Груши лучше перенесли зиму на севере, где мороз пришёл поздно, а старые стены держали дневное тепло.</p>",
]


@pytest.mark.parametrize(
    ("head", "story"),
    [pytest.param("Pears in the north", [STORY_EN, *MORE_EN], id="en"), pytest.param("Груши на севере", [STORY_RU, *MORE_RU], id="ru")],
)
@pytest.mark.parametrize("part", ["div class='frame frame-default'", "section class='ce'"])
def test_a_header_that_heads_a_part_of_the_text_is_text(head: str, story: list[str], part: str) -> None:
    parts = [
        f"<{part}>{top}{text}</{part.split()[0]}>" for top, text in (("", story[-2]), (f"<header><h2>{head}</h2></header>", story[-1]))
    ]
    site = "<header><h2>Tarn Council</h2></header><ul><li><a href='/'>Home</a></li></ul>"
    told, parted = "".join(story[:-2]), "".join(parts)
    page = Page(
        f"<body>{site}<div class='page'><div class='article'><h1>Orchards</h1>{told}{parted}</div></div><footer>Imprint</footer></body>"
    )
    blocks = list(shown(page.root))
    kept = [block.text for block, inside in zip(blocks, content_of(blocks), strict=True) if inside]
    assert head in kept
    assert "Tarn Council" not in kept
