import pytest

from qa_bot.ingest.issuers import is_body, issuer_in, issuer_on_pages, owner_of_site
from qa_bot.ingest.pieces import SourceFile
from qa_bot.ingest.read import read

TEXT = "The ferry to Holm carried 8,410 people in May, more than in any month since it began to run in the year after the war."


@pytest.mark.parametrize(
    ("line", "issuer"),
    [
        pytest.param("Ferry Agency of Holm, briefing note", "Ferry Agency of Holm", id="body, sort"),
        pytest.param("Working Paper 12 | Institute for Coastal Trade", "Institute for Coastal Trade", id="sort with a number, body"),
        pytest.param("Holm Harbour Authority – Annual Report 2023", "Holm Harbour Authority", id="sort with a year"),
        pytest.param("Департамент рыболовства, аналитическая записка", "Департамент рыболовства", id="ru"),
        pytest.param("Questions, Ministry of Ferries", None, id="what was put to it"),
        pytest.param("Ministry of Ferries, Department of Tolls", None, id="two bodies"),
        pytest.param("Review of the Ministry of Ferries, Annual Report", None, id="what is said of it"),
        pytest.param("Ministry of Ferries", None, id="a body alone"),
        pytest.param("Ann Marlow, Annual Report", None, id="a person"),
        pytest.param("The report was written by the Ministry of Ferries, statement.", None, id="a sentence"),
    ],
)
def test_a_body_beside_the_sort_of_its_paper_issued_it(line, issuer):
    assert issuer_in(line) == issuer


@pytest.mark.parametrize(
    ("heads", "lines", "issuer"),
    [
        pytest.param(["Institute for Coastal Trade · www.ict.example"], [], "Institute for Coastal Trade", id="an address beside it"),
        pytest.param(
            ["Департамент рыболовства"],
            ["Департамент рыболовства Холмской области"],
            "Департамент рыболовства Холмской области",
            id="in full",
        ),
        pytest.param(["Ministry of Ferries"], ["Audit of the ferries"], None, id="nothing else says so"),
        pytest.param(["Ministry of Ferries | Audit Office"], [], None, id="two bodies"),
        pytest.param(
            ["Audit Office · www.audit.example", "Ministry of Ferries"], ["Ministry of Ferries of Holm"], None, id="another on every page"
        ),
        pytest.param(["Ferries in 2023 · www.ict.example"], [], None, id="no body"),
    ],
)
def test_what_runs_over_all_pages_names_the_issuer_where_more_says_so(heads, lines, issuer):
    assert issuer_on_pages(heads, lines) == issuer


@pytest.mark.parametrize(
    ("lines", "owner"),
    [
        (["Администрация города Холма Официальный сайт"], "Администрация города Холма"),
        (["Holm Town Council – Official Website", "News"], "Holm Town Council"),
        (["Holm Town Council", "News"], None),
        (["The best harbours official site"], None),
        (["Комитет по рыболовству официальный портал", "Администрация города Холма официальный сайт"], None),
    ],
)
def test_an_official_site_is_that_of_a_body(lines, owner):
    assert owner_of_site(lines) == owner


@pytest.mark.parametrize("name", ["Ferry Agency of Holm", "Ministry of Ferries", "Комитет по рыболовству"])
def test_a_body_is_known_by_what_it_is(name):
    assert is_body(name)


@pytest.mark.parametrize("name", ["Office", "Ann Marlow", "the agency of change", "Agency workers of Holm say", "Ferries of Holm"])
def test_what_only_has_its_words_is_none(name):
    assert not is_body(name)


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("a.md", f"# Ferries in May\n\nFerry Agency of Holm, briefing note\n\n{TEXT}\n"),
        (
            "a.html",
            f"""<div class="logo"><a href="/">Ferry Agency of Holm</a> Official site</div><ul><li><a href="/n">News</a></li></ul>
            <main><h1>Ferries</h1><p>{TEXT}</p><p>{TEXT[:-1]} with Norway.</p></main>""",
        ),
    ],
)
def test_a_document_is_published_by_its_issuer(tmp_path, name, source):
    (tmp_path / name).write_text(source, "utf-8")
    (document,) = read(SourceFile(tmp_path, tmp_path / name, name), report=print)
    assert document.publisher == "Ferry Agency of Holm"
