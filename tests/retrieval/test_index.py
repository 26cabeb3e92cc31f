from datetime import date

import pytest

from qa_bot.errors import ConfigError, IndexCorruptError, IndexNotBuiltError, IndexOutdatedError
from qa_bot.retrieval import ENGINES, open_index
from qa_bot.retrieval.generations import line_of_current
from qa_bot.schema import Claimant, Kind, Period

WINTER = ["Trains were late in the snow.", "Schools stayed open."]


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> str:
    return str(request.param)


# ---------------------------------------------------------------- searching


def test_hits_are_ranked_from_one_by_falling_score(index_of, ask, engine):
    index = index_of("Trains were late.", "Trains were late in the snow.", "The harvest was good.", engine=engine)
    hits = index.search(ask("late trains in the snow"))
    assert [hit.rank for hit in hits] == [1, 2, 3]
    assert hits[0].passage.doc_id == "01.txt"
    assert hits[0].score > hits[1].score > hits[2].score == 0


def test_a_hit_brings_its_figures_in_the_order_of_the_text(index_of, made, ask, engine):
    document = made("a.txt", ["Of 90 trains 12 were late.", "The other 78 ran."]).count("90").count("12").count("78")
    first = index_of(document, engine=engine).search(ask("late trains"))[0]
    assert [figure.surface for figure in first.figures] == ["90", "12"]


def test_reaches_twenty_documents_though_few_match(index_of, ask, engine):
    index = index_of("Trains were late.", *(f"Field {number} was ploughed." for number in range(30)), engine=engine)
    hits = index.search(ask("late trains"))
    assert hits[0].passage.doc_id == "00.txt"
    assert [hit.passage.doc_id for hit in hits[1:]] == [f"{number:02}.txt" for number in range(1, 20)]
    assert all(hit.score == 0 for hit in hits[1:])


def test_reaches_twenty_documents_though_one_of_them_fills_the_candidates(index_of, made, ask, engine):
    long = made("a.txt", [f"Late trains, late trains on line {number}." for number in range(80)])
    others = [made(f"b{number:02}.txt", [f"One of many trains stood in the fields near village {number}."]) for number in range(25)]
    hits = index_of(long, *others, engine=engine).search(ask("late trains"))
    assert len({hit.passage.doc_id for hit in hits}) == 20
    assert all(hit.score > 0 for hit in hits)


def test_a_query_without_terms_lists_documents(index_of, ask, engine):
    index = index_of("Trains were late.", "Schools closed.", engine=engine)
    assert [(hit.passage.doc_id, hit.score) for hit in index.search(ask("how many?"))] == [("00.txt", 0), ("01.txt", 0)]


def test_an_empty_index_gives_no_hits(index_of, ask, engine):
    assert index_of(engine=engine).search(ask("late trains")) == []


def test_gives_no_more_than_asked_where_documents_do_not_matter(index_of, ask):
    index = index_of(*["Trains were late."] * 9)
    assert len(index.search(ask("late trains"), top_k=3, documents=0)) == 3


@pytest.mark.parametrize(
    ("docs", "expected"),
    [
        pytest.param(("rail/2023.txt",), ["rail/2023.txt"], id="an id"),
        pytest.param(("rail/*",), ["rail/2022.txt", "rail/2023.txt"], id="a folder"),
        pytest.param(("*2023*",), ["farm/2023.txt", "rail/2023.txt"], id="apart in the order of ids"),
        pytest.param(("farm/*", "rail/2022.txt"), ["farm/2023.txt", "rail/2022.txt"], id="several"),
        pytest.param(("sea/*",), [], id="none"),
    ],
)
def test_documents_named_limit_the_search(index_of, made, ask, engine, docs, expected):
    names = ["farm/2023.txt", "rail/2022.txt", "rail/2023.txt"]
    index = index_of(*(made(name, ["Trains were late.", "They carried wheat."]) for name in names), engine=engine)
    hits = index.search(ask("late trains", docs=docs))
    assert sorted({hit.passage.doc_id for hit in hits}) == expected


def test_an_id_with_brackets_names_itself(index_of, made, ask):
    index = index_of(made("report[1].txt", ["Trains were late."]), made("report1.txt", ["Trains were late."]))
    found = {hit.passage.doc_id for hit in index.search(ask("late trains", docs=("report[1].txt",)))}
    assert "report[1].txt" in found


def test_both_engines_order_the_same_candidates_alike(index_of, made, ask):
    documents = [made(f"{n}.txt", [f"Line {n} had {n % 7} late trains.", "Snow fell. " * (n % 3 + 1) + "Trains ran."]) for n in range(40)]
    hits = [index_of(*documents, engine=engine).search(ask("late trains in snow", kind=Kind.COUNT)) for engine in ENGINES]
    common = {hit.passage.passage_id for hit in hits[0]} & {hit.passage.passage_id for hit in hits[1]}
    first, second = ([(hit.passage.passage_id, hit.score) for hit in found if hit.passage.passage_id in common] for found in hits)
    assert first == second
    assert len(common) >= 0.9 * len(hits[0])  # how far the candidates themselves agree


def test_the_engine_named_at_opening_stands_in(index_of, made, write_index, tmp_path, ask):
    folder = write_index(tmp_path / "index", [made("a.txt", WINTER)])
    assert open_index(folder, engine="rank-bm25").search(ask("late trains"))[0].passage.passage_id == "a.txt#p0"


# ---------------------------------------------------------------- looking up


def test_documents_and_passages_come_back_as_they_went_in(index_of, made):
    documents = [made("b.txt", WINTER, title="Winter"), made("а.txt", ["Поезда опоздали."], language="ru")]
    index = index_of(*documents)
    assert list(index.documents()) == [each.document for each in documents]
    assert index.document("b.txt") == documents[0].document
    assert index.passages(["а.txt#p0", "b.txt#p1", "unknown"]) == (documents[1].passages[0], documents[0].passages[1])


def test_an_unknown_document_is_a_key_error(index_of):
    with pytest.raises(KeyError, match="nowhere"):
        index_of("Trains.").document("nowhere.txt")


def test_a_figure_is_found_by_its_id_and_by_its_passage(index_of, made):
    document = made("a.txt", ["Of 90 trains 12 were late.", "The other 78 ran."]).count("90").count("12").count("78")
    index = index_of(document)
    assert index.figure("a.txt:3") == document.figures[0]
    assert index.figure("a.txt:99") is None
    assert [figure.surface for figure in index.figures_of(["a.txt#p1", "a.txt#p0", "a.txt#p1"])] == ["78", "90", "12"]


@pytest.fixture
def figures(index_of, made):
    year = Period(start=date(2023, 1, 1), end=date(2023, 12, 31), surface="in 2023")
    months = Period(start=date(2022, 11, 1), end=date(2023, 2, 28), surface="from November to February")
    reports = made("reports/a.txt", ["It was 1 and 2 and 3."])
    reports.count("1", counted="requests", action="refused", actor="Switzerland", period=year)
    reports.count("2", counted="late trains", action="cancelled", place="Latvia", period=months)
    reports.count("3", counted="passengers", claimant=Claimant(name="Ministry of Transport"))
    return index_of(reports, made("b.txt", ["It was 4."]).count("4", unit="tonne", period=year))


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        pytest.param({}, "4123", id="none: all, in the order of documents"),
        pytest.param({"year": 2023}, "412", id="a year that the period touches"),
        pytest.param({"year": 2022}, "2", id="a year that part of the period is in"),
        pytest.param({"year": 2021}, "", id="a year without figures"),
        pytest.param({"counted": "train"}, "2", id="another form of the word"),
        pytest.param({"counted": "trains late"}, "2", id="all the words, in any order"),
        pytest.param({"counted": "tonnes"}, "4", id="the unit"),
        pytest.param({"action": "refusal"}, "1", id="the noun of the action"),
        pytest.param({"action": "denied"}, "1", id="another word for the action"),
        pytest.param({"place": "Swiss"}, "1", id="a country by its adjective, as actor"),
        pytest.param({"place": "latvia"}, "2", id="a place"),
        pytest.param({"doc": "reports/*"}, "123", id="a glob"),
        pytest.param({"doc": "b.txt"}, "4", id="an id"),
        pytest.param({"claimant": "ministry"}, "3", id="a claimant"),
        pytest.param({"year": 2023, "counted": "request"}, "1", id="both of two filters"),
    ],
)
def test_figures_pass_every_filter(figures, filters, expected):
    assert "".join(figure.surface for figure in figures.figures(**filters)) == expected


# ---------------------------------------------------------------- opening


def test_no_index_says_which_command_builds_it(tmp_path):
    with pytest.raises(IndexNotBuiltError, match=r"run `qa-bot index FOLDER --index .*nowhere`"):
        open_index(tmp_path / "nowhere")


def test_a_folder_with_only_a_readme_is_an_index_not_built(tmp_path):
    (tmp_path / "README.md").write_text("built files come here")
    with pytest.raises(IndexNotBuiltError):
        open_index(tmp_path)


@pytest.mark.parametrize("name", ["ingest", "extractor"])
def test_an_index_that_another_stage_made_is_outdated_and_names_its_roots(write_index, made, tmp_path, name):
    folder = write_index(tmp_path / "index", [made("a.txt", WINTER)])
    with pytest.raises(IndexOutdatedError, match=rf"its {name} is test.*qa-bot index --rebuild /corpus --index"):
        open_index(folder, **{name: "another"})


@pytest.mark.parametrize(("ours", "theirs"), [('"format": 2', '"format": 99'), ('"analyzer": "', '"analyzer": "old-')])
def test_an_index_of_another_format_or_analyzer_is_outdated(write_index, made, tmp_path, ours, theirs):
    folder = write_index(tmp_path / "index", [made("a.txt", WINTER)])
    manifest = folder / "gen-000001" / "manifest.json"
    assert ours in manifest.read_text()
    manifest.write_text(manifest.read_text().replace(ours, theirs))
    (folder / "CURRENT").write_text(line_of_current("gen-000001", manifest.read_bytes()))
    with pytest.raises(IndexOutdatedError, match="--rebuild"):
        open_index(folder)


def test_a_manifest_of_a_later_format_with_unknown_fields_is_outdated_not_corrupt(write_index, made, tmp_path):
    folder = write_index(tmp_path / "index", [made("a.txt", WINTER)])
    (folder / "CURRENT").write_text("gen-000001")
    (folder / "gen-000001" / "manifest.json").write_text('{"versions": {"format": 99, "shape": "new"}}')
    with pytest.raises(IndexOutdatedError, match="its format is 99"):
        open_index(folder)


@pytest.mark.parametrize("name", ["records.sqlite", "engine/meta.json"])
def test_a_truncated_or_missing_file_is_found_at_opening(write_index, made, tmp_path, name):
    folder = write_index(tmp_path / "index", [made("a.txt", WINTER)])
    path = folder / "gen-000001" / name
    path.write_bytes(path.read_bytes()[:-7])
    with pytest.raises(IndexCorruptError, match=r"bytes instead of.*--rebuild"):
        open_index(folder)
    path.unlink()
    with pytest.raises(IndexCorruptError, match=r"is missing.*--rebuild"):
        open_index(folder)


@pytest.mark.parametrize("name", ["records.sqlite", "engine/meta.json"])
def test_a_file_of_the_right_size_and_the_wrong_content_is_corrupt(write_index, made, tmp_path, name, ask):
    folder = write_index(tmp_path / "index", [made("a.txt", WINTER)])
    path = folder / "gen-000001" / name
    path.write_bytes(b"x" * path.stat().st_size)
    with pytest.raises(IndexCorruptError, match="--rebuild"):
        open_index(folder).search(ask("late trains"))


def test_an_unreadable_manifest_is_corrupt(write_index, made, tmp_path):
    folder = write_index(tmp_path / "index", [made("a.txt", WINTER)])
    (folder / "gen-000001" / "manifest.json").write_text("{")
    with pytest.raises(IndexCorruptError, match="manifest"):
        open_index(folder)


def test_an_unknown_engine_is_refused(write_index, made, tmp_path, ask):
    folder = write_index(tmp_path / "index", [made("a.txt", WINTER)])
    with pytest.raises(ConfigError, match="lucene"):
        open_index(folder, engine="lucene").search(ask("late trains"))
