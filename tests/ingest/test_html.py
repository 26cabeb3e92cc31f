"""Web pages: the text is kept, what belongs to the page is not, and a page is dated by what says so or not at all."""

import html
import re
from collections import Counter
from datetime import date
from pathlib import Path
from time import process_time

import pytest

from qa_bot.errors import UnreadableDocumentError
from qa_bot.figures.extract import extract
from qa_bot.ingest import SourceFile, read, split
from qa_bot.ingest.tags import elements
from qa_bot.ingest.tree import Node, Page, any_around
from qa_bot.schema import BlockKind, Document, Figure

PAGES = sorted((Path(__file__).parent.parent / "pages").glob("*.html"))
_TEXT = re.compile(r"<!-- text -->(.*?)<!-- /text -->", re.DOTALL)
_WORD = re.compile(r"[^\W_]+(?:[.,'’][^\W_]+)*")
LET_IN = {"31-written-answer": 0.35}  # two sections about the site under the answer, by nothing to be told from the text
_BARE = (BlockKind.FURNITURE, BlockKind.HEADING)


def _page(path: Path) -> Document:
    (document,) = read(SourceFile(path.parent, path, path.name), report=lambda reason: None)
    return document


def _document(folder: Path, source: str | bytes) -> Document:
    path = folder / "page.html"
    path.write_bytes(source.encode() if isinstance(source, str) else source)
    return _page(path)


def _texts(document: Document, *kinds: BlockKind) -> list[str]:
    return [document.text[block.span.start : block.span.end] for block in document.blocks if block.kind in kinds]


def _meant(path: Path) -> Counter[str]:
    """Return the words of the text proper, which comments in the page mark; without the marks that lead to notes."""
    marked = " ".join(_TEXT.findall(path.read_text(encoding="utf-8")))
    marked = re.sub(r"<sup[^>]*>\s*<a.*?</sup>", " ", marked, flags=re.DOTALL)
    marked = re.sub(r"<sup>(\d)</sup>", lambda match: "⁰¹²³"[int(match[1])], marked)
    return Counter(_WORD.findall(html.unescape(re.sub(r"<[^>]+>", " ", marked))))


def _kept(path: Path) -> Counter[str]:
    document = _page(path)
    return Counter(
        word for text in _texts(document, *(kind for kind in BlockKind if kind is not BlockKind.FURNITURE)) for word in _WORD.findall(text)
    )


def test_the_words_of_the_text_are_kept_and_those_of_the_page_are_not():
    meant, kept = [_meant(path) for path in PAGES], [_kept(path) for path in PAGES]
    assert len(PAGES) >= 12
    assert sum((want & got).total() for want, got in zip(meant, kept, strict=True)) >= 0.98 * sum(want.total() for want in meant)
    assert sum((got - want).total() for want, got in zip(meant, kept, strict=True)) <= 0.0125 * sum(got.total() for got in kept)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_of_no_page_much_is_lost_or_let_in(path):
    meant, kept = _meant(path), _kept(path)
    assert (meant & kept).total() >= 0.95 * meant.total(), meant - kept
    assert (kept - meant).total() <= LET_IN.get(path.stem, 0.05) * kept.total(), kept - meant


@pytest.mark.parametrize(
    ("name", "published", "publisher", "title"),
    [
        ("01", date(2023, 11, 14), "Coastline News", "Storm leaves 12,400 homes without power"),
        ("02", date(2022, 7, 3), "Field Notes", "Counting swifts in the old town"),
        ("03", date(2023, 5, 25), "Ministry of the Interior", "Asylum decisions, year ending March 2023"),
        ("04", date(2023, 2, 9), "Statistics Office", "Foreign trade 2021 and 2022"),
        ("05", date(2009, 3, 4), None, "Library to close on Mondays"),
        ("06", date(2022, 10, 14), "Вестник Поволжья", "В Речном районе собрали 1204 тонны яблок"),
        ("07", date(2023, 3, 17), None, "На ярмарке вакансий нашли работу 312 человек"),
        ("08", None, "Openpedia", "Tarn Bay"),
        ("09", date(2024, 2, 27), "Migration Agency", "Asylum applications down by 8% in January"),
        ("10", date(2024, 3, 5), "Metro Ledger", "Rents climb 6.2% as flats grow scarce"),
        ("11", date(2021, 6, 30), None, "Harbour Rail carries 4.1 million passengers in the first half of 2021"),
        ("12", date(2023, 9, 8), "Harbour Wire", "Council buys two electric ferries"),
        ("13", None, "University of Oldmere", "Facts and figures"),
        ("14", date(2022, 5, 3), "Upland Review", "Wolves return to the Karst hills"),
        ("15", date(2023, 10, 2), "The Hedge Diary", "How many hedgehogs live in our gardens?"),
        ("16", date(2024, 2, 19), "Northern Broadcasting News", "Valley line to reopen after three years"),
        ("17", date(2023, 8, 17), "Bureau for National Figures", "Births and deaths: 2022"),
        ("18", date(2023, 6, 21), "Министерство образования Заречной области", "В области отремонтируют 74 школы"),
        ("19", date(2022, 11, 30), "Open Door Watch", "Borderland: Camps Shelter 18,000 Without Schools"),
        ("20", None, "Openpedia", "Karst Valley Railway"),
        ("21", None, "Beekeepers' Board", "Yield of my 40 hives this year"),
        ("22", date(2011, 11, 28), None, "Итоги навигации 2011 года"),
        ("23", date(2023, 6, 9), "Агентство Север", "В Приозёрске задержали 36 участников незаконных гонок"),
        ("24", date(2024, 3, 14), "Department for Rural Places", "£4.2 million for village halls"),
        ("25", date(2023, 5, 10), "WWA", "Lake fishers return after floods"),
        ("26", date(2024, 1, 8), "Writing Desk", "What a year without a car cost me"),
        ("27", date(2023, 3, 21), "The Wick County Ledger", "Fire guts furniture plant in Wick County; no injuries reported"),
        ("28", date(2024, 3, 28), None, "Lending to households in February 2024"),
        ("29", date(2024, 3, 15), "Деловая газета", "Мелиорация отстаёт от паводка"),
        ("30", None, "УМВД по Заречной области", "За выходные выявлено 47 нетрезвых водителей"),
        ("31", date(2024, 2, 13), None, "Prisoners: Education"),
        ("32", None, None, "Six weeks along the Oder by bicycle"),
        ("33", date(2023, 8, 11), "Health Desk of the Lakes", "Cholera - Onda"),
        ("34", None, None, "Паводок Заречье"),
        ("35", None, "Открытая энциклопедия", "Заречье (город)"),
        ("36", None, "Millbrook Council", "Budget consultation results 2024 to 2025"),
    ],
)
def test_a_page_is_dated_and_named_by_what_says_so_or_not_at_all(name, published, publisher, title):
    document = _page(next(path for path in PAGES if path.name.startswith(name)))
    assert (document.published, document.publisher, document.title) == (published, publisher, title)


def test_who_wrote_a_page_is_said_by_tags_or_a_byline_and_makes_no_claim():
    found = {path.stem[:2]: _page(path) for path in PAGES}
    assert {name: page.author for name, page in found.items() if page.author} == {
        "01": "Ann Marlow", "02": "R. Hale", "14": "Eva Lind", "15": "Miriam Oake", "16": "Gareth Moss", "26": "Jonas Feld", "27": "Dana Whitlock",
        "93": "Ilse Brand", "94": "Moira Teale", "98": "Светлана Мухина",
    }  # fmt: skip
    assert not any(page.speaker for page in found.values())


# What each cell with a figure says: its surface, value, unit, the label of its row, the year of its period, a term of its scope.
CELLS = {
    "02": [("60", 60, None, "Corn Exchange", 2021, "nest"), ("68", 68, None, "Corn Exchange", 2022, "nest"),
           ("17", 17, None, "Mill Lane", 2021, "nest"), ("12", 12, None, "Mill Lane", 2022, "nest")],
    "03": [("2,310", 2310, None, "Afghanistan", 2022, "@AF"), ("28", 28, None, "Afghanistan", 2022, "refuse"),
           ("2,015", 2015, None, "Iran", 2022, "@IR"), ("466", 466, None, "Iran", 2022, "refuse"), ("540", 540, None, "Albania", 2022, "@AL"),
           ("13,500", 13500, None, "Total", 2022, None), ("5,200", 5200, None, "Total", 2022, "refuse")],
    "04": [("41,250", 41_250_000_000, "EUR", "Europe", 2021, "export"), ("46,031", 46_031_000_000, "EUR", "Europe", 2022, "export"),
           ("38,114", 38_114_000_000, "EUR", "Europe", 2021, "import"), ("44,902", 44_902_000_000, "EUR", "Europe", 2022, "import"),
           ("9,870", 9_870_000_000, "EUR", "Asia", 2021, "export"), ("10,655", 10_655_000_000, "EUR", "Asia", 2022, "export"),
           ("15,220", 15_220_000_000, "EUR", "Asia", 2021, "import"), ("51,120", 51_120_000_000, "EUR", "Total", 2021, "export"),
           ("56,686", 56_686_000_000, "EUR", "Total", 2022, "export"), ("53,334", 53_334_000_000, "EUR", "Total", 2021, "import"),
           ("310", 310, None, "Tarn Bay, Northern coast", 2021, "northern"), ("295", 295, None, "Tarn Bay, Northern coast", 2022, "northern"),
           ("122", 122, None, "Oldmere, Southern coast", 2021, "southern"), ("140", 140, None, "Oldmere, Southern coast", 2022, "southern")],
    "07": [("640", 640, None, "Строительство", None, "vacancy"), ("118", 118, None, "Строительство", None, None),
           ("215", 215, None, "Здравоохранение", None, "vacancy"), ("94", 94, None, "Здравоохранение", None, "healthcare"),
           ("855", 855, None, "Итого", None, "vacancy"), ("212", 212, None, "Итого", None, None)],
    "08": [("41,268", 41268, None, "Population (2021)", 2021, "population"), ("17.4", 17.4, "km²", "Area", None, "area")],
    "09": [("77,700", 77700, None, "Applications", 2024, "application"), ("71,250", 71250, None, "First-time applicants", 2024, "applicant"),
           ("883,000", 883000, None, "Pending cases", 2024, "case")],
    "13": [("3,120", 3120, "person", "Law", None, "student"), ("58.1", 58.1, "%", "Law", None, "woman"), ("2,870", 2870, "person", "Medicine", None, "medicine"),
           ("63.4", 63.4, "%", "Medicine", None, "woman"), ("4,410", 4410, "person", "Engineering", None, "student"), ("24.9", 24.9, "%", "Engineering", None, "woman")],
}  # fmt: skip


def _of_tables(document: Document) -> list[Figure]:
    tables = [block.span for block in document.blocks if block.kind is BlockKind.TABLE]
    return [figure for figure in extract(document, split(document)) if any(span.start <= figure.span.start < span.end for span in tables)]


@pytest.mark.parametrize("name", CELLS)
def test_every_cell_with_a_figure_is_found_with_its_scope(name):
    found = _of_tables(_page(next(path for path in PAGES if path.name.startswith(name))))
    assert [figure.surface for figure in found] == [cell[0] for cell in CELLS[name]]
    for figure, (surface, value, unit, label, year, term) in zip(found, CELLS[name], strict=True):
        assert (surface, float(figure.value), figure.label) == (surface, value, label)
        assert unit is None or figure.unit == unit
        assert (figure.period.start.year if figure.period and figure.period.start else None) == year, surface
        assert term is None or any(term in terms for terms in figure.terms.model_dump().values()), (surface, term, figure.terms)


# ---------------------------------------------------------------- what a page shows


def test_elements_that_nobody_closed_end_where_they_must(tmp_path):
    document = _document(
        tmp_path,
        "<h1>Rye</h1><p>One farm grew rye.<p>Two grew oats.<ul><li>North: 4<li>South: 5</ul><table><tr><td>Port<td>Boats<tr><td>Tarn<td>12</table>",
    )
    assert _texts(document, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.TABLE) == [
        "One farm grew rye.", "Two grew oats.", "North: 4", "South: 5", "Port | Boats\nTarn | 12"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        pytest.param("1,204<sup>2</sup> tonnes", "1,204² tonnes", id="raised digits lengthen no number"),
        pytest.param('1,204<sup><a href="#n2">2</a></sup> tonnes', "1,204 tonnes", id="a mark that leads to a note"),
        pytest.param("The shire has 31 mills.<sup>[4]</sup>", "The shire has 31 mills.", id="a note in brackets that no link leads to"),
        pytest.param("31 mills<sup>[4][12]</sup> stand", "31 mills stand", id="two notes"),
        pytest.param("31 mills<sup>[4, 12]</sup> stand", "31 mills stand", id="two notes in one bracket"),
        pytest.param("31 mills<sup>note 7</sup> stand", "31 mills stand", id="a note that says it is one"),
        pytest.param("31 mills<sup>[who counted?]</sup> stand", "31 mills stand", id="a remark of an editor"),
        pytest.param("31 km<sup>2</sup> of 10<sup>6</sup>", "31 km² of 10⁶", id="powers stay"),
        pytest.param("<p>Rye<br>and oats", "Rye and oats", id="a line break"),
        pytest.param("1&nbsp;204&thinsp;t of ap&shy;ples", "1 204 t of apples", id="spaces and soft hyphens"),
        pytest.param("<b>T</b>he farm", "The farm", id="a drop cap"),
        pytest.param("<span>Tarn Bay</span><span>5 May</span>", "Tarn Bay 5 May", id="spans that a style sheet sets apart"),
        pytest.param("Rye<script>document.write('oats')</script><!-- barley -->", "Rye", id="scripts and comments"),
        pytest.param('Rye<span style="display:none">oats</span><span hidden>barley</span>', "Rye", id="what is hidden"),
        pytest.param('<p>Rye<p aria-hidden="true">oats', "Rye", id="what is hidden from those who listen"),
        pytest.param(
            '<button>Rye</button><div class="accordion-panel" aria-hidden="true">oats</div>', "oats", id="what opens when pressed"
        ),
        pytest.param('<p>Rye</p><div role="tabpanel" hidden>oats</div>', "Rye\n\noats", id="a hidden tab"),
        pytest.param('<p>Rye</p><div class="cookie-collapse" hidden>oats</div>', "Rye", id="a hidden notice"),
        pytest.param(
            '<h3><button aria-expanded="false">Who grew it?</button></h3><div class="z8" hidden><p>Nine farms grew it, seven of them by the river.</p></div>',
            "Who grew it?\n\nNine farms grew it, seven of them by the river.",
            id="an answer under a heading that is pressed, whatever it is called",
        ),
        pytest.param(
            '<div class="spoiler-head">Prices</div><div class="spoiler-body" style="display: none">A sack of rye cost 31 crowns at the mill.</div>',
            "Prices\n\nA sack of rye cost 31 crowns at the mill.",
            id="what a spoiler hides",
        ),
        pytest.param(
            '<p>Rye</p><button>Share</button><div class="z8" hidden><ul><li><a href="/f">Facebook</a><li><a href="/m">By mail to somebody you know.</a></ul></div>',
            "Rye",
            id="a hidden menu",
        ),
        pytest.param(
            "<p>Rye</p><div hidden>The harvest of next year is not yet known to anybody.</div>", "Rye", id="hidden text that nothing opens"
        ),
        pytest.param(
            "<div><div>5,940</div><div>sacks were sold in 2023</div></div>",
            "5,940 sacks were sold in 2023",
            id="a large number over its words",
        ),
        pytest.param(
            "<div><b>48%</b><span>of the farms grew oats</span></div>", "48% of the farms grew oats", id="a large number beside its words"
        ),
        pytest.param(
            "<div><p>1,204</p><p>Rye is sown in autumn.</p></div>", "1,204\n\nRye is sown in autumn.", id="a number over a sentence"
        ),
        pytest.param(
            '<div><button aria-expanded="false">Who grew it?</button><div class="z8" hidden><p>Nine farms grew it, seven of them by the river.</p></div></div>',
            "Who grew it?\n\nNine farms grew it, seven of them by the river.",
            id="a button right over what it opens",
        ),
        pytest.param("<div><h2>84</h2><p>farms grew rye</p></div>", "84 farms grew rye", id="a number as a heading over its words"),
        pytest.param("<div><h3>1984</h3><p>first rye</p></div>", "1984\n\nfirst rye", id="a year as a heading"),
        pytest.param(
            "<div><div><i>Farms</i><div>84</div></div><div><i>Mills</i><div>1,204</div></div></div>",
            "Farms: 84\n\nMills: 1,204",
            id="numbers under their words in boxes of their own",
        ),
        pytest.param(
            "<div><div><h3>84</h3><p>Farms</p></div><div><h3>12</h3><p>Mills</p></div></div>",
            "84 Farms\n\n12 Mills",
            id="numbers over their words in boxes of their own",
        ),
        pytest.param(
            "<div><div><p>Likes</p><p>84</p></div><div><p>Comments</p><p>12</p></div></div>",
            "Likes\n\n84\n\nComments\n\n12",
            id="how often a page was liked",
        ),
        pytest.param("<div><p>Rye</p><p>84</p></div>", "Rye\n\n84", id="a number under a line, alone"),
        pytest.param("<div><div>38.6 m €</div><div>were raised</div></div>", "38.6 m € were raised", id="a large number with a sign"),
        pytest.param('<div role="heading" aria-level="1">Rye</div>oats', "Rye\n\noats", id="a heading by its role"),
        pytest.param("<p>Rye</p><!-- <p>oats</p> <p>barley</p>", "Rye", id="a comment that nothing ends"),
        pytest.param("<p>Rye</p><!--><p>oats</p><!-- --!><p>barley</p>", "Rye\n\noats\n\nbarley", id="comments that end in haste"),
        pytest.param("<p>Rye</p><![mill[ oats ]]><p>barley</p>", "Rye\n\nbarley", id="a section that nobody knows"),
    ],
)
def test_text_is_what_a_person_sees(tmp_path, markup, shown):
    assert _document(tmp_path, f"<main><div>{markup}</div></main>").text == shown


def test_a_table_set_in_columns_is_one(tmp_path):
    rows = "Port        2021    2022\nTarn Bay     310     295\nOldmere      122     140\n"
    document = _document(tmp_path, f"<h1>Ports</h1>{BODY}<pre>\n{rows}\nNothing else was counted.</pre>")
    assert _texts(document, BlockKind.TABLE) == ["Port | 2021 | 2022\nTarn Bay | 310 | 295\nOldmere | 122 | 140"]
    assert [(figure.surface, figure.label) for figure in _of_tables(document)] == [
        ("310", "Tarn Bay"), ("295", "Tarn Bay"), ("122", "Oldmere"), ("140", "Oldmere")
    ]  # fmt: skip


_LAID_OUT = """<title>Boats counted</title><table><tr><td><a href=/>Home</a> | <a href=/n>News</a></td></tr></table>
<table><tr><td><h1>Boats counted</h1><p>The council of Marenby counted 1,204 herring boats in its harbour in 2022. No year before had seen as
many of them, the harbour master said on Tuesday, and most of those who own one go out with it themselves.</p></td>{beside}</tr>{below}</table>
<table><tr><td>Town of Marenby, Quay 1</td><td><a href=/m>Map</a></td></tr></table>"""
_YEARS = "<table border=1><tr><th>Year<th>Boats<tr><td>2021<td>1,150<tr><td>2022<td>1,204</table>"


@pytest.mark.parametrize(
    ("beside", "below", "text"),
    [
        pytest.param(
            "", f"<tr><td>Of these, 38 were new.</td><td>{_YEARS}</td></tr>", "Of these, 38 were new.", id="a short line beside it"
        ),
        pytest.param(
            "", f"<tr><td>{_YEARS}</td><td>Of these, 38 were new.</td></tr>", "Of these, 38 were new.", id="a short line behind it"
        ),
        pytest.param(f"<td>{_YEARS}</td>", "", None, id="the text beside it"),
    ],
)
def test_text_and_a_table_side_by_side_in_one_that_lays_out_the_page_are_kept(tmp_path, beside, below, text):
    document = _document(tmp_path, _LAID_OUT.format(beside=beside, below=below))
    kept = [document.text[block.span.start : block.span.end] for block in document.blocks if block.kind is not BlockKind.FURNITURE]
    assert "Year | Boats\n2021 | 1,150\n2022 | 1,204" in kept
    assert text is None or text in kept
    assert not any("Quay" in block or "News" in block for block in kept)


def test_a_table_that_lays_out_a_page_is_no_table(tmp_path):
    document = _document(
        tmp_path,
        f"<table><tr><td>{'The farms grew rye. ' * 20}</td><td>{'The mills ground it. ' * 20}</td></tr><tr><td>1</td></tr></table>",
    )
    assert _texts(document, BlockKind.TABLE) == []


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param('<meta charset="windows-1251"><p>Рожь'.encode("cp1251"), "Рожь", id="an encoding that the page names"),
        pytest.param('<meta charset="windows-1251"><p>Рожь'.encode(), "Рожь", id="UTF-8 whatever the page says"),
        pytest.param("<p>Ржаная мука подорожала в городе".encode("utf-16"), "Ржаная мука подорожала в городе", id="a byte order mark"),
        pytest.param('<meta charset="nonsense"><p>Blé à Évreux'.encode("latin-1"), "Blé à Évreux", id="an encoding that there is not"),
    ],
)
def test_encodings(tmp_path, data, text):
    assert _document(tmp_path, data).text == text


# ---------------------------------------------------------------- when it was published

BODY = "<p>The farms of the northern plain have brought in 340 tonnes of rye, the farm office said on Tuesday.</p>"


@pytest.mark.parametrize(
    ("head", "body", "day"),
    [
        pytest.param('<meta property="article:published_time" content="2022-05-03T08:00:00Z">', "", date(2022, 5, 3), id="a tag"),
        pytest.param('<meta property="og:updated_time" content="2022-05-03">', "", None, id="a day of change"),
        pytest.param('<meta name="last-modified" content="2022-05-03">', "", None, id="a day of change in another tag"),
        pytest.param('<meta name="date" content="2022-05-03"><meta name="dcterms.issued" content="2021-01-01">', "", None, id="two days"),
        pytest.param('<meta name="date" content="1970-01-01">', "", None, id="a day that programs write for none"),
        pytest.param('<script type="application/ld+json">{"@type":"NewsArticle","dateModified":"2022-05-03"}</script>', "", None, id="changed, in JSON-LD"),
        pytest.param('<script type="application/ld+json">[{"@type":"NewsArticle","datePublished":"2022-05-03"},{"@type":"NewsArticle","datePublished":"2021-05-03"}]</script>', "", None, id="several articles"),
        pytest.param('<script type="application/ld+json">{"@type":"NewsArticle", oops</script>', "", None, id="broken JSON-LD"),
        pytest.param('<meta name="date" content="2024-01-01"><meta property="article:published_time" content="2022-05-03">', "", date(2022, 5, 3), id="any day beside that of publication"),
        pytest.param('<meta name="date" content="2031-01-01"><meta property="og:updated_time" content="2022-05-03">', "", None, id="a day after that of change"),
        pytest.param('<meta name="pubdate" content="03/05/2022">', "", None, id="either of two days"),
        pytest.param('<meta property="og:locale" content="en_US"><meta name="pubdate" content="05/03/2022">', "", date(2022, 5, 3), id="as Americans write it"),
        pytest.param('<meta property="og:locale" content="en_GB"><meta name="pubdate" content="03/05/2022">', "", date(2022, 5, 3), id="as the British write it"),
        pytest.param('<meta property="og:url" content="https://farm.example/rye"><script type="application/ld+json">{"@type":"NewsArticle","url":"https://farm.example/oats","datePublished":"2021-05-03"}</script>', "", None, id="of another page"),
        pytest.param('<meta property="og:url" content="https://farm.example/rye"><script type="application/ld+json">{"@type":"NewsArticle","url":"https://www.farm.example/rye/","datePublished":"2022-05-03"}</script>', "", date(2022, 5, 3), id="of this page"),
        pytest.param("", "<p>By Ann Marlow | Updated 3 May 2022</p>", None, id="who changed it"),
        pytest.param("", '<time datetime="2022-05-03">3 May</time>', date(2022, 5, 3), id="a time over the text"),
        pytest.param("", '<p>Updated <time datetime="2022-05-03">3 May</time></p>', None, id="a time of change over the text"),
        pytest.param("", "<p>3 May 2022</p>", date(2022, 5, 3), id="a line over the text"),
        pytest.param("", "<div>3 мая 2022, 09:10 Автор: Рена Ольт Просмотров: 3 870 <a href='#c'>Комментарии (2)</a></div>", date(2022, 5, 3), id="a long line over the text"),
        pytest.param('<link rel="canonical" href="https://farm.example/2022/05/03/rye">', "", date(2022, 5, 3), id="its address"),
    ],
)  # fmt: skip
def test_the_day_of_publication(tmp_path, head, body, day):
    assert _document(tmp_path, f"<head>{head}</head><main><h1>Rye</h1>{body}{BODY}</main>").published == day


@pytest.mark.parametrize(
    "reference",
    [
        pytest.param("&#" + "9" * 2_000_000 + ";", id="of two million digits"),
        pytest.param("&#x" + "9" * 2_000_000 + ";", id="of two million digits to the base of sixteen"),
        pytest.param("&#00000000099999999", id="without an end"),
    ],
)
def test_a_reference_beyond_all_characters_costs_itself(tmp_path, reference):
    document = _document(tmp_path, f"<p>The mill keeps {reference} 5 cats&#000000000046; They sleep all day.</p>")
    assert document.text == "The mill keeps \ufffd 5 cats. They sleep all day."


def test_a_table_of_raw_data_is_refused_before_a_tree_is_made_of_it(tmp_path, monkeypatch):
    monkeypatch.setattr("qa_bot.ingest.readers.html.MOST_CELLS", 50)
    monkeypatch.setattr("qa_bot.ingest.readers.html.Page", None)
    rows = "<TR><td class='n'> 7</td><td>&nbsp;</td><td><b>9</b></td><th>5" * 26
    with pytest.raises(UnreadableDocumentError, match=r"page\.html: its tables have 26 rows with 52 cells, .*; split it"):
        _document(tmp_path, f"<table>{rows}</table>")


def test_empty_cells_and_those_in_which_more_stands_make_no_table_too_large(tmp_path, monkeypatch):
    monkeypatch.setattr("qa_bot.ingest.readers.html.MOST_CELLS", 50)
    rows = "<tr><td>Rye</td><td>&nbsp;</td><td></td><td><b>9</b></td></tr>" * 50
    assert len(_document(tmp_path, f"<table>{rows}</table>").blocks) == 1


def test_what_holds_of_elements_around_many_blocks_is_asked_of_each_once():
    page = Page("<section><ul>" + "<li>5 cats" * 100 + "</ul></section><ul><li>6 dogs</ul>")
    items = [*elements(page.root, "li")]
    asked: list[Node] = []

    def is_section(node: Node) -> bool:
        asked.append(node)
        return node.tag == "section"

    known: dict[Node, bool] = {}
    assert [any_around(item, is_section, known) for item in items] == [True] * 100 + [False]
    assert len(asked) == len(set(asked)) <= 100 + 6


def test_links_that_nobody_closed_are_read_in_a_time_that_grows_with_their_number(tmp_path):
    begun = process_time()
    assert "1 cat" in _document(tmp_path, "<a href=x>1 cat " * 30_000).text
    assert process_time() - begun < 4  # it took seven seconds, for each was read with all that follows it


def test_codes_that_colour_a_terminal_are_no_text(tmp_path):
    document = _document(tmp_path, "<p>In 2023, 72 &#27;[31mfoxes&#x1B;[0m were seen by 9 wardens in the old park.</p>")
    assert document.text == "In 2023, 72 foxes were seen by 9 wardens in the old park."


def test_the_name_of_a_site_is_no_title_though_it_is_longer(tmp_path):
    head = '<title>The Hedge Diary of Tarn - Swifts</title><meta property="og:site_name" content="The Hedge Diary of Tarn">'
    assert _document(tmp_path, f"{head}<div>{BODY}{BODY.replace('rye', 'oats')}</div>").title == "Swifts"


def test_a_heading_that_leads_home_is_the_name_of_the_site_where_another_one_is_the_title(tmp_path):
    head = "<title>Counting swifts – The Hedge Diary</title>"
    blog = f'{head}<h1><a href="/">The Hedge Diary</a></h1><div><h3>Counting swifts</h3>{BODY}{BODY.replace("rye", "oats")}</div>'
    page = _document(tmp_path, blog)
    assert (page.title, page.publisher) == ("Counting swifts", "The Hedge Diary")
    assert "The Hedge Diary" not in _texts(page, BlockKind.HEADING)
    alone = _document(tmp_path, blog.replace("<h3>Counting swifts</h3>", ""))
    assert alone.title == "The Hedge Diary"


def test_the_name_of_a_site_may_stand_before_a_colon(tmp_path):
    head = '<title>The Hedge Diary: Counting swifts</title><h1><a href="/">The Hedge Diary</a></h1>'
    assert _document(tmp_path, f"{head}<h3>Counting swifts</h3>{BODY}{BODY.replace('rye', 'oats')}").title == "Counting swifts"


def test_a_heading_that_is_a_day_dates_the_one_post_below_it_and_is_no_title(tmp_path):
    post = f"<h2>Sunday, 7 January 2024</h2><h3>Counting swifts</h3>{BODY}{BODY.replace('rye', 'oats')}"
    page = _document(tmp_path, f"<main>{post}</main>")
    assert (page.title, page.published) == ("Counting swifts", date(2024, 1, 7))
    several = post + post.replace("7 January", "8 January").replace("swifts", "owls").replace("rye", "wheat").replace("oats", "hay")
    assert _document(tmp_path, f"<main>{several}</main>").published is None


@pytest.mark.parametrize(
    ("said", "address"),
    [
        pytest.param('"url": "https://tarn.example/a/12"', "https://tarn.example/a/12", id="its address"),
        pytest.param('"mainEntityOfPage": {"@id": "https://tarn.example/a/12"}', "https://tarn.example/a/12", id="the page that it is on"),
        pytest.param('"url": "https://tarn.example/"', None, id="that of the site"),
    ],
)
def test_linked_data_gives_the_address_of_a_page_without_another(tmp_path, said, address):
    script = f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Rye", {said}}}</script>'
    assert _document(tmp_path, f"<head>{script}</head><main><h1>Rye</h1>{BODY}</main>").url == address
    canonical = '<link rel="canonical" href="https://tarn.example/b">'
    assert _document(tmp_path, f"<head>{canonical}{script}</head><main><h1>Rye</h1>{BODY}</main>").url == "https://tarn.example/b"


def test_a_table_of_what_the_page_is_says_its_day_over_the_text_and_nothing_below_it(tmp_path):
    table = "<dl><dt>From:</dt><dd>Harvest Office</dd><dt>Published</dt><dd>11 December 2023</dd></dl>"
    page = "<div><h1>Mills must be mended</h1>{above}" + f"{BODY}{BODY.replace('rye', 'oats')}" + "{below}</div>"
    over, under = (_document(tmp_path, page.format(above=above, below=below)) for above, below in ((table, ""), ("", table)))
    assert (over.published, under.published) == (date(2023, 12, 11), None)
    for document in (over, under):
        kept = [document.text[block.span.start : block.span.end] for block in document.blocks if block.kind is not BlockKind.FURNITURE]
        assert not any("December" in text or "From" in text for text in kept)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(["The Harbour Office let in 1,204 boats in 2022.", "Some 31 boats were sent away."], id="two short paragraphs"),
        pytest.param(
            ["The Harbour Office let in 1,204 boats in 2022.", "Share this page", "Some 31 boats were sent away."], id="a button between"
        ),
    ],
)
def test_a_text_of_short_lines_is_kept_below_a_table_of_what_the_page_is(tmp_path, text):
    table = "<dl><dt>From:</dt><dd>Harbour Office</dd><dt>Published</dt><dd>7 February 2023</dd></dl>"
    paragraphs = "".join(f"<p>{line}</p>" for line in text)
    document = _document(tmp_path, f"<title>Tarn</title><div id=main><h1>Boats in the harbour</h1>{table}{paragraphs}</div>")
    assert _texts(document, BlockKind.PARAGRAPH) == [line for line in text if line.endswith(".")]
    assert document.published == date(2023, 2, 7)


def test_a_footer_a_comment_and_an_article_beside_date_nothing(tmp_path):
    aside = '<footer><p>© 2022 Farm Office</p><p>3 May 2022</p></footer><div class="related"><time datetime="2022-05-03">3 May 2022</time></div>'
    assert _document(tmp_path, f"<body><main><h1>Rye</h1>{BODY}</main>{aside}</body>").published is None


def test_where_a_browser_saved_it_from_is_its_address(tmp_path):
    document = _document(tmp_path, f"<!-- saved from url=(0030)https://farm.example/20220503/rye --><h1>Rye</h1>{BODY}")
    assert (document.url, document.published) == ("https://farm.example/20220503/rye", date(2022, 5, 3))


# ---------------------------------------------------------------- what is broken


def test_elements_nested_as_deep_as_nobody_writes_them_are_read(tmp_path):
    document = _document(tmp_path, "<div>" * 100_000 + "<p>Rye grew.</p>" + "</div>" * 1_000 + "<b>" * 1_000 + "Oats grew.")
    assert _texts(document, BlockKind.PARAGRAPH) == ["Rye grew.", "Oats grew."]


@pytest.mark.parametrize(
    "unit",
    [
        pytest.param('<a b="', id="quotes"),
        pytest.param('<a b=">"', id="ends in quotes"),
        pytest.param("</a", id="end tags"),
        pytest.param("<?a ", id="instructions"),
        pytest.param("<!--a>", id="comments"),
    ],
)
def test_a_page_of_tags_that_nothing_ends_is_read_as_far_as_it_goes(unit):
    page = Page("<p>Rye grew.</p>" + unit * (400_000 // len(unit)))  # minutes, where the end of each was looked for
    assert page.root.children


def test_a_table_that_claims_a_million_columns_is_read(tmp_path):
    document = _document(
        tmp_path, f"<table><tr><th colspan=1000000>Port<th>Boats</tr>{'<tr><td rowspan=65000 colspan=9999>Tarn<td>12' * 300}</table>"
    )
    assert len(document.text) < 1_000_000


@pytest.mark.parametrize("source", ["<script>var text = 1;</script>", "<html><body></body></html>", "<!-- only this -->"])
def test_a_page_without_text_is_named(tmp_path, source):
    with pytest.raises(UnreadableDocumentError, match=r"page\.html: the page shows no text"):
        _document(tmp_path, source)


def test_a_teaser_with_a_link_around_it_is_none_of_the_text(tmp_path):
    teaser = '<a href="/bridge"><h3>Bridge to close</h3><p>Drivers face a detour of 12 miles while the deck of the old bridge is replaced this summer.</p></a>'
    document = _document(tmp_path, f"<body><div><h1>Rye</h1>{BODY}</div><div><h2>Top stories</h2>{teaser}</div></body>")
    assert "Drivers" not in " ".join(_texts(document, BlockKind.PARAGRAPH))


@pytest.mark.parametrize("word", ["- Advertisement -", "Paid message", "Sponsored post", "Partner content"])
def test_what_stands_with_the_word_advertisement_is_none_of_the_text(tmp_path, word):
    paid = f"<div class='x1'><span>{word}</span><p>Shear faster with the new Pro 9. Ask your dealer for a free trial.</p></div>"
    document = _document(
        tmp_path, f"<body><main><h1>Wool</h1>{BODY}{BODY.replace('340', '212')}{paid}{BODY.replace('340', '98')}</main></body>"
    )
    assert "dealer" not in " ".join(_texts(document, BlockKind.PARAGRAPH))
    assert "98" in " ".join(_texts(document, BlockKind.PARAGRAPH))


def test_an_advertisement_set_into_a_cell_behind_its_word_is_none_of_the_text(tmp_path):
    paid = "<table align=right><tr><td><font size=1>ADVERTISEMENT<br>Holm Mills - flour ground while you wait, 4 sacks for $19!</font></td></tr></table>"
    document = _document(
        tmp_path, f"<table><tr><td><h1>Rye</h1>{BODY}{BODY.replace('340', '212')}{paid}{BODY.replace('340', '98')}</td></tr></table>"
    )
    texts = " ".join(_texts(document, BlockKind.PARAGRAPH))
    assert "$19" not in texts
    assert "98" in texts


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(
            "<div id=siteNotice><p>Our pedia needs you. If everyone who reads this gave $5 today, we could stop asking within the hour.</p></div>",
            id="notice of a wiki",
        ),
        pytest.param("<div class=one><a>Get emails about this page</a></div>", id="offer of letters"),
    ],
)
def test_what_the_site_says_over_a_text_is_none_of_it(tmp_path, line):
    document = _document(tmp_path, f"<body><div id=content role=main>{line}<h1>Rye</h1>{BODY}{BODY.replace('340', '212')}</div></body>")
    assert [text for text in _texts(document, BlockKind.PARAGRAPH) if "pedia" in text or "emails" in text] == []
    assert "340" in " ".join(_texts(document, BlockKind.PARAGRAPH))


@pytest.mark.parametrize("rest", ['<a href="oats', "<!-- oats", "</p", "<!", "<![oats"])
def test_a_tag_in_which_a_page_breaks_off_is_no_text(tmp_path, rest):
    (tmp_path / "rye.html").write_text(f"<html><body><p>Rye</p>{rest}")
    (document,) = read(SourceFile(tmp_path, tmp_path / "rye.html", "rye.html"), report=lambda reason: None)
    assert document.text == "Rye"


def test_what_a_page_declares_before_it_begins_is_no_text(tmp_path):
    source = '<?xml version="1.0"?>\n<!DOCTYPE html [<!ENTITY rye "oats"><!ENTITY mill SYSTEM "file:///mill">]><html><body><p>Rye</p></body></html>'
    path = tmp_path / "rye.html"
    path.write_text(source)
    (document,) = read(SourceFile(tmp_path, path, path.name), report=lambda reason: None)
    assert document.text == "Rye"


def test_a_sentence_under_a_heading_that_heads_links_elsewhere_is_kept(tmp_path):
    tags = '<h2>Tags</h2><p>Tags on 1,204 sacks were wrong in 2022.</p><h2>Tags</h2><p><a href="/rye">Rye</a></p><p>Oats</p>'
    document = _document(tmp_path, f"<main><h1>Sacks</h1>{BODY}{BODY.replace('rye', 'oats')}{tags}</main>")
    assert _texts(document, BlockKind.PARAGRAPH)[2:] == ["Tags on 1,204 sacks were wrong in 2022."]


@pytest.mark.parametrize(
    ("sender", "publisher"),
    [
        ("Harbour Office", "Harbour Office"),
        ("Ann Marlow", "Tarn"),
        ("Прокуратура края", "Прокуратура края"),
        ("Ministry of Fisheries and The Rt Hon Ann Marlow MP", "Ministry of Fisheries"),
        ("Ministry of Housing and Honest Trade", "Ministry of Housing and Honest Trade"),
    ],
)
def test_an_authority_in_the_particulars_of_a_page_is_its_publisher(tmp_path, sender, publisher):
    table = f"<dl><dt>From:</dt><dd>{sender}</dd><dt>Published</dt><dd>7 February 2023</dd></dl>"
    head = '<title>Boats in the harbour - Tarn</title><meta property="og:site_name" content="Tarn">'
    document = _document(tmp_path, f"{head}<main><h1>Boats in the harbour</h1>{table}{BODY}</main>")
    assert document.publisher == publisher


def test_the_name_of_the_site_that_stands_on_the_page_is_not_its_title(tmp_path):
    title = "<title>Rye – The Diary of a Mill</title>"
    document = _document(tmp_path, f'{title}<div class="site-header">The Diary of a Mill</div><div class="entry-content">{BODY}</div>')
    assert document.title == "Rye"


@pytest.mark.parametrize(
    ("talk", "kept"),
    [
        pytest.param(
            "<p><b>Comments</b></p><p>Old Miller: It was oats in my day.</p><p><a href=/in>Log in</a> to comment</p>", [], id="asked to"
        ),
        pytest.param("<h3>2 comments</h3><p>Old Miller: It was oats in my day.</p><p>Leave a comment</p>", [], id="a form"),
        pytest.param(
            "<p><b>Комментарии</b></p><p>Мельник: раньше был овёс.</p><p>Войдите, чтобы оставить комментарий</p>", [], id="russian"
        ),
        pytest.param(
            "<div class=z><h2>Join the conversation</h2>"
            + "".join(
                f"<div class=m><span>miller{day} · {day} days ago</span><p>It was {day} sacks of oats at most when I was a miller there.</p>"
                "<button>Reply</button><button>Report</button></div>"
                for day in (2, 3, 4)
            )
            + "</div>",
            [],
            id="posts with something to press",
        ),
        pytest.param(
            "<div><b>Обсуждение</b>"
            + "".join(
                f"<div class=m><i>Мельник</i><p>При мне было {day} мешков овса, не больше.</p><a href=#>Ответить</a></div>"
                for day in (2, 3)
            )
            + "</div>",
            [],
            id="posts with something to press, russian",
        ),
        pytest.param(
            "<h2>Comments</h2><p>Of 512 comments 40 came from mills.</p>",
            ["Of 512 comments 40 came from mills."],
            id="a chapter of the text",
        ),
    ],
)
def test_what_readers_say_of_a_text_is_none_of_it(tmp_path, talk, kept):
    document = _document(tmp_path, f"<div><h1>Rye</h1>{BODY}{BODY.replace('rye', 'oats')}{talk}</div>")
    assert _texts(document, BlockKind.PARAGRAPH)[2:] == kept


def test_what_can_be_bought_beside_a_text_is_none_of_it(tmp_path):
    shop = "<div><div>Flour of our own</div><div>A sack for £52. Free delivery on orders over £60.</div><a href=/shop>Shop now</a></div>"
    document = _document(tmp_path, f"<div><h1>Rye</h1>{BODY}{shop}{BODY.replace('rye', 'oats')}</div>")
    assert len(_texts(document, BlockKind.PARAGRAPH)) == 2


def test_a_number_and_a_name_in_elements_side_by_side_stay_apart(tmp_path):
    assert _document(tmp_path, "<main><p><span>Tarn</span><span>3</span><span>Sall</span></p></main>").text == "Tarn 3 Sall"


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param({"Meeting": "Board of Directors", "Date": "25 July 2024", "Agenda item": "9", "Author": "Rena Olt", "Purpose": "For assurance"}, id="a board"),
        pytest.param({"Report to": "Harbour Committee", "Date of meeting": "3 March 2024", "Item number": "7", "Wards affected": "All"}, id="a committee"),
        pytest.param({"Neutral citation": "[2023] TCA 114", "Case no.": "CA/2022/0871", "Before": "Hallam and Osei", "Date of judgment": "9 November 2023"}, id="a court"),
        pytest.param({"Заседание": "Совет порта", "Дата": "3 марта 2024 года", "Пункт повестки": "7", "Докладчик": "Р. Ольт"}, id="Russian"),
    ],
)  # fmt: skip
def test_a_cover_sheet_says_what_the_paper_is_and_is_no_text(tmp_path, rows):
    cells = "".join(f"<tr><td><b>{label}</b></td><td>{value}</td></tr>" for label, value in rows.items())
    story = "<p>The harbour handled 412 ships last year, and 31 of them had to wait for more than a day, the office says.</p>" * 3
    document = _document(tmp_path, f"<html><body><table>{cells}</table><h1>Ships</h1>{story}</body></html>")
    assert not _texts(document, BlockKind.TABLE)
    assert any("412 ships" in text for text in _texts(document, BlockKind.PARAGRAPH))


def _chat(messages: list[tuple[str, str, str]]) -> str:
    """Return a page as messengers save it: (day, time, text) of each message, the day where a new one begins."""
    shown = "".join(
        (f'<div class="service"><div class="day">{day}</div></div>' if day else "")
        + f'<div class="message"><div class="date">{time}</div><div class="from">Tarn Water Board</div><div class="text">{text}</div>'
        '<span class="reactions"><span>👍</span><span>58</span> <span>😢</span><span>7</span></span></div>'
        for day, time, text in messages
    )
    return f"<html><head><title>Exported Data</title></head><body><div class='history'>{shown}</div></body></html>"


def test_of_a_chat_times_and_reactions_are_no_text_and_no_day_is_that_of_all(tmp_path):
    told = (
        "The reservoirs held 18,240 megalitres this morning, which is less than they held a year ago.",
        "A main burst in Tanner Street, and 1,130 homes have had no water since ten past three in the afternoon.",
        "Water is back in Tanner Street, and all but twelve of the homes have had full pressure since this morning.",
        "The crews mended 318 leaks in July and August, most of them on the mains in the old part of the town.",
    )
    days = ("11 August 2023", "", "12 August 2023", "4 September 2023")
    page = _document(tmp_path, _chat(list(zip(days, ("08:14", "16:40", "06:02", "10:00"), told, strict=True))))
    shown = _texts(page, BlockKind.PARAGRAPH)
    assert all(text in shown for text in told)
    assert not any("58" in text or ":" in text for text in shown)
    assert (page.published, page.title) == (None, None)


def test_a_line_in_large_letters_heads_a_page_of_the_1990s(tmp_path):
    head = "<title>Town of Tarn - Public Library - Annual statistics</title><font size=5>Town of Tarn, Kestshire</font><br>"
    line = "<center><font size=4><b>Library statistics for 2022</b></font></center>"
    page = _document(tmp_path, f"<body>{head}{line}{BODY}{BODY.replace('rye', 'oats')}</body>")
    assert page.title == "Library statistics for 2022"
    assert "Library statistics for 2022" in _texts(page, BlockKind.HEADING)


def test_a_large_line_that_is_a_sentence_or_one_of_several_is_no_heading(tmp_path):
    lines = "<p><font size=4>The mill is closed.</font></p><p><font size=4>Rye</font> rose again</p>"
    page = _document(tmp_path, f"<h1>Mills</h1>{BODY}{lines}{BODY.replace('rye', 'oats')}")
    assert _texts(page, BlockKind.HEADING) == ["Mills"]


def test_where_the_title_of_the_window_has_the_site_first_the_narrower_parts_are_the_title(tmp_path):
    head = "<title>Town of Tarn - Public Library - Loans of books</title><p><a href='/'>Town of Tarn, Kestshire</a></p>"
    assert _document(tmp_path, f"{head}<div>{BODY}{BODY.replace('rye', 'oats')}</div>").title == "Public Library – Loans of books"


def test_a_large_line_over_others_of_one_element_heads_them_unless_they_are_links(tmp_path):
    line = "<td><font size='+2'>Ice road opens late</font><br><small>January 29, 2024 - by Erik Tamm</small>"
    page = _document(tmp_path, f"<body><table><tr>{line}{BODY}{BODY.replace('rye', 'oats')}</td></tr></table></body>")
    assert (page.title, page.published) == ("Ice road opens late", date(2024, 1, 29))
    site = "<font size=5>Tarn</font><br><a href='/a'>News</a> | <a href='/b'>Mills</a>"
    assert "Tarn" not in _texts(_document(tmp_path, f"<body><p>{site}</p>{BODY}{BODY.replace('rye', 'oats')}</body>"), BlockKind.HEADING)


def test_a_judgment_is_of_the_day_that_the_table_over_it_names(tmp_path):
    rows = "<tr><td>Neutral citation</td><td>[2023] TCA 114</td></tr><tr><td>Date of judgment</td><td>9 November 2023</td></tr>"
    page = _document(tmp_path, f"<main><h1>Orme v Tarn</h1><table>{rows}</table>{BODY}{BODY.replace('rye', 'oats')}</main>")
    assert (page.published, page.title) == (date(2023, 11, 9), "Orme v Tarn")


def test_a_page_of_more_paragraphs_than_anybody_wrote_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("qa_bot.ingest.readers.html.MOST_BLOCKS", 10)
    page = tmp_path / "many.html"
    page.write_text("<p>The mill ground 12 sacks.</p>" * 10, encoding="utf-8")
    assert len(list(read(SourceFile(tmp_path, page, page.name), report=print))) == 1
    page.write_text("<p>The mill ground 12 sacks.</p>" * 11, encoding="utf-8")
    with pytest.raises(UnreadableDocumentError, match="more than 10 paragraphs"):
        list(read(SourceFile(tmp_path, page, page.name), report=print))


@pytest.mark.parametrize("window", ["Oats at a record - Tarn Herald", "Oats at a record – Farms – Tarn Herald"])
def test_a_link_to_another_page_that_opens_as_the_title_does_is_no_name_of_the_site(tmp_path, window):
    read_most = "<div><p>Most read</p><ul><li><a href='/a'>Oats at a record in the hills</a></li><li><a href='/b'>Bees</a></li></ul></div>"
    page = _document(tmp_path, f"<title>{window}</title><body><div>{BODY}{BODY.replace('rye', 'oats')}</div>{read_most}</body>")
    assert page.title == "Oats at a record"


def test_a_large_headline_that_begins_with_the_word_of_a_site_is_one(tmp_path):
    lines = "<font size=5>Tarn ferries carry more than ever</font><br>", "<center><font size=4>Rye</font></center>"
    page = _document(tmp_path, f"<title>Tarn - Ferries</title><body>{lines[0]}{BODY}{lines[1]}{BODY.replace('rye', 'oats')}</body>")
    assert _texts(page, BlockKind.HEADING) == ["Tarn ferries carry more than ever", "Rye"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        pytest.param("<div><font size=5>736</font><br>sacks of oats were ground in 2022.</div>", "736", id="a number"),
        pytest.param("<p><font size=4>Oats: 736 sacks, barley: 51 sacks</font></p>", "736", id="numbers with their units"),
        pytest.param("<p><font size=4>Oats up 8%</font></p>", "8%", id="a share"),
    ],
)
def test_a_large_line_that_tells_a_number_is_text(tmp_path, line, told):
    page = _document(tmp_path, f"<body><h1>Mills</h1>{BODY}{line}{BODY.replace('rye', 'oats')}</body>")
    assert any(told in text for text in _texts(page, BlockKind.PARAGRAPH))
    assert _texts(page, BlockKind.HEADING) == ["Mills"]


def test_a_large_headline_that_tells_a_number_is_a_heading(tmp_path):
    lines = "<font size=5><b>Mill at Kesta lays off 12 of its millers</b></font><br><font size=2><i>By Rena Olt, Herald staff writer</i><br>Monday, May 3, 2021</font><br><br>"
    page = _document(
        tmp_path, f"<title>The Kesta Herald - Mills</title><table><tr><td><a href=a>News</a></td><td>{lines}{BODY * 3}</td></tr></table>"
    )
    assert _texts(page, BlockKind.HEADING) == ["Mill at Kesta lays off 12 of its millers"]
    assert (page.published, page.author) == (date(2021, 5, 3), "Rena Olt")


def test_author_and_publisher_are_those_that_linked_data_points_to(tmp_path):
    graph = (
        '{"@graph":[{"@type":"NewsArticle","author":[{"@id":"#r"}],"publisher":{"@id":"#p"}},{"@type":"WebSite","name":"Herald"},'
        '{"@type":"Person","@id":"#r","name":"Rena Olt"},{"@type":"Organization","@id":"#p","name":"Kesta Herald Ltd"}]}'
    )
    page = _document(tmp_path, f'<script type="application/ld+json">{graph}</script><main><h1>Rye</h1>{BODY}</main>')
    assert (page.author, page.publisher) == ("Rena Olt", "Kesta Herald Ltd")


def test_a_day_over_a_post_dates_it_below_a_list_of_links_too(tmp_path):
    menu = "<ul><li>Home</li><li>About me</li><li>Shop</li></ul>"
    body = f"<h1><a href='/'>Slow Mill</a></h1>{menu}<div><h2 class=date>Tuesday, 3 May 2022</h2><h3>What we ground</h3>{BODY * 4}</div>"
    assert _document(tmp_path, f"<title>Slow Mill: What we ground</title>{body}").published == date(2022, 5, 3)


def test_posts_of_a_forum_that_nothing_stands_over_are_its_text(tmp_path):
    posts = "".join(f"<div class=post><b>miller{at}</b>{BODY.replace('340', str(at))}<a href=#>Reply</a></div>" for at in (41, 52, 63))
    told = _texts(_document(tmp_path, f"<div><h1>Rye</h1>{posts}</div>"), BlockKind.PARAGRAPH)
    assert [at for at in (41, 52, 63) if any(f" {at} tonnes" in text for text in told)] == [41, 52, 63]


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        pytest.param("/mills/{}.pdf", True, id="another page"),
        pytest.param("#answer", False, id="this page"),
        pytest.param("/comment/answer/{}", False, id="a page to write on"),
    ],
)
def test_items_with_a_link_to_a_report_each_are_no_posts(tmp_path, address, kept):
    said = "<p>The board let {} mills on the lower river be mended by May, and the county is to pay for it.</p>"
    items = "".join(f'<div class=item>{said.format(at)}<a href="{address.format(at)}">Report</a></div>' for at in (41, 52, 63))
    intro = "".join(BODY.replace("340", str(tonnes)) for tonnes in (340, 350, 360, 370))
    told = _texts(_document(tmp_path, f"<main><h1>Mills</h1>{intro}{items}</main>"), BlockKind.PARAGRAPH)
    assert [any(f"let {at} mills" in text for text in told) for at in (41, 52, 63)] == [kept] * 3


def test_elements_that_are_called_a_table_by_their_roles_alone_are_one(tmp_path):
    rows = [("columnheader", "Ferry", "Trips", "Bicycles"), ("cell", "Heron", "410", "1,204"), ("cell", "Teal", "96", "310")]
    inner = "".join(f'<div role="row">{"".join(f"<span role={role!r}>{text}</span>" for text in texts)}</div>' for role, *texts in rows)
    table = f'<div role="table"><div role="rowgroup">{inner}</div></div>'
    page = f"<main><h1>The ferries</h1><p>Both ferries ran on most days of the year, the board says.</p>{table}</main>"
    document = _document(tmp_path, page)
    assert _texts(document, BlockKind.TABLE) == ["Ferry | Trips | Bicycles\nHeron | 410 | 1,204\nTeal | 96 | 310"]
    found = [(figure.surface, figure.label, figure.unit) for figure in extract(document, split(document))]
    assert found == [("410", "Heron", "trip"), ("1,204", "Heron", "bicycle"), ("96", "Teal", "trip"), ("310", "Teal", "bicycle")]


def test_cells_by_role_outside_of_a_table_are_text(tmp_path):
    document = _document(
        tmp_path, f'<main><h1>Mills</h1>{BODY}<div role="row"><div role="cell">The mill at Orle stood still.</div></div></main>'
    )
    assert not _texts(document, BlockKind.TABLE)
    assert "The mill at Orle stood still." in document.text


@pytest.mark.parametrize(
    ("mark", "shown"),
    [
        pytest.param('<a href="#fn2">2</a>', "14.3 million was spent", id="by where it leads"),
        pytest.param('<a class="footnote-anchor" href="#x2">[2]</a>', "14.3 million was spent", id="by what it is called"),
        pytest.param(' <a href="#part-2">2</a>', "14.3 million 2 was spent", id="no note"),
        pytest.param('<a href="/rye">2</a>', "14.3 million2 was spent", id="another page"),
        pytest.param(
            ' <a class="ref" href="#table2">412</a> times', "14.3 million 412 times was spent", id="a number that leads to a table"
        ),
        pytest.param(' (<a href="#note-on-mills">12</a> mills)', "14.3 million (12 mills) was spent", id="a number in brackets"),
        pytest.param(' <a href="#cite2">[2]</a>', "14.3 million was spent", id="a mark in brackets behind a space"),
    ],
)
def test_the_mark_of_a_note_lengthens_no_number(tmp_path, mark, shown):
    assert shown in _document(tmp_path, f"<main><h1>Mills</h1>{BODY}<p>In Orle 14.3 million{mark} was spent on the mill.</p></main>").text
