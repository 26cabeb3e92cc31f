"""The contract of every engine, in one suite: ours, and one that another package brings (`toy_engine.py`)."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa_bot.errors import ConfigError
from qa_bot.retrieval.engine import ENGINES, Engine, Indexed, engine_class
from qa_bot.retrieval.tantivy_engine import TantivyEngine, _opened_by_links

EVERY = (*ENGINES, "toy")

PASSAGES = [
    Indexed(1, ["wheat", "harvest", "rise"], ["farm"]),
    Indexed(2, ["train", "late", "snow"], ["railway"]),
    Indexed(3, ["train", "cancel", "snow", "snow"], ["railway"]),
    Indexed(4, ["hospit", "admit", "patient"], ["snow"]),
    Indexed(5, ["school", "close", "pupil"], []),
]

WORDS = st.sampled_from(["wheat", "train", "snow", "school", "пшениц", "2023", "late", "bed"])
TEXTS = st.lists(WORDS, max_size=8)
CORPORA = st.lists(st.tuples(TEXTS, TEXTS), max_size=12)


def _open(name: str, folder: Path, passages: list[Indexed]) -> Engine:
    engine_class(name).write(folder, iter(passages))
    return engine_class(name).open(folder, lambda: iter(passages))


@pytest.fixture(params=EVERY)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def engine(name: str, tmp_path: Path) -> Engine:
    return _open(name, tmp_path, PASSAGES)


def test_finds_the_passages_that_hold_a_term(engine: Engine):
    assert sorted(engine.candidates({"train": 1.0}, limit=10)) == [2, 3]


def test_puts_the_passage_that_holds_more_of_the_terms_first(engine: Engine):
    assert engine.candidates({"train": 1.0, "cancel": 1.0}, limit=10)[0] == 3


def test_finds_a_term_in_the_scope_too_and_values_it_less(engine: Engine):
    assert engine.candidates({"snow": 1.0}, limit=10)[-1] == 4


def test_values_a_term_by_its_weight(engine: Engine):
    assert engine.candidates({"wheat": 1.0, "school": 0.1}, limit=10) == [1, 5]
    assert engine.candidates({"wheat": 0.1, "school": 1.0}, limit=10) == [5, 1]


def test_gives_no_more_than_the_limit(engine: Engine):
    assert len(engine.candidates({"train": 1.0, "snow": 1.0, "wheat": 1.0}, limit=2)) == 2
    assert engine.candidates({"train": 1.0}, limit=0) == []


def test_breaks_ties_by_ordinal(engine: Engine):
    assert engine.candidates({"wheat": 1.0, "hospit": 1.0}, limit=10) == [1, 4]


def test_knows_no_unknown_term_and_no_empty_question(engine: Engine):
    assert engine.candidates({"zebra": 1.0}, limit=10) == []
    assert engine.candidates({}, limit=10) == []


@pytest.mark.parametrize(
    ("within", "expected"),
    [
        pytest.param([range(1, 3)], [2], id="one range"),
        pytest.param([range(3, 4), range(5, 6)], [3], id="two ranges"),
        pytest.param([range(1, 2), range(3, 4), range(4, 5), range(5, 6), range(6, 9)], [3], id="many ranges"),
        pytest.param([], [], id="nothing"),
    ],
)
def test_searches_only_within_the_ranges(engine: Engine, within: list[range], expected: list[int]):
    assert engine.candidates({"train": 1.0}, limit=10, within=within) == expected


def test_a_filter_takes_no_place_from_what_is_inside(engine: Engine):
    assert engine.candidates({"snow": 1.0}, limit=1, within=[range(4, 5)]) == [4]


def test_a_term_that_every_passage_holds_still_finds_them(name: str, tmp_path: Path):
    engine = _open(name, tmp_path, [Indexed(number, ["train"], []) for number in (1, 2, 3)])
    assert engine.candidates({"train": 1.0}, limit=10) == [1, 2, 3]


def test_an_empty_corpus_answers_nothing(name: str, tmp_path: Path):
    assert _open(name, tmp_path, []).candidates({"train": 1.0}, limit=10) == []


def test_passages_without_terms_are_never_found(name: str, tmp_path: Path):
    assert _open(name, tmp_path, [Indexed(1, [], []), Indexed(2, [], [])]).candidates({"train": 1.0}, limit=10) == []


def test_a_term_may_hold_signs_that_a_query_language_would_read(name: str, tmp_path: Path):
    engine = _open(name, tmp_path, [Indexed(1, ["u.s.", 'a"b', "c:d", "+e"], [])])
    assert [engine.candidates({term: 1.0}, limit=5) for term in ("u.s.", 'a"b', "c:d", "+e")] == [[1]] * 4


@given(CORPORA, st.lists(WORDS, max_size=4, unique=True))
@settings(max_examples=25, deadline=None)
def test_all_engines_find_the_same_passages(corpus: list[tuple[list[str], list[str]]], terms: list[str]):
    passages = [Indexed(number, body, scope) for number, (body, scope) in enumerate(corpus, start=1)]
    with tempfile.TemporaryDirectory() as folder:
        found = [set(_open(name, Path(folder), passages).candidates(dict.fromkeys(terms, 1.0), limit=50)) for name in EVERY]
    holding = {passage.ordinal for passage in passages if {*passage.body, *passage.scope} & set(terms)}
    assert found == [holding] * len(EVERY)


@given(CORPORA, st.lists(WORDS, min_size=1, max_size=4, unique=True))
@settings(max_examples=15, deadline=None)
def test_the_same_passages_give_the_same_ranking(corpus: list[tuple[list[str], list[str]]], terms: list[str]):
    passages = [Indexed(number, body, scope) for number, (body, scope) in enumerate(corpus, start=1)]
    for name in EVERY:
        ranked = []
        for _ in range(2):
            with tempfile.TemporaryDirectory() as folder:
                ranked.append(_open(name, Path(folder), passages).candidates(dict.fromkeys(terms, 1.0), limit=5))
        assert ranked[0] == ranked[1]


def test_an_unknown_engine_is_named_with_those_there_are():
    with pytest.raises(ConfigError, match=r"lucene.*tantivy, rank-bm25"):
        engine_class("lucene")


@pytest.mark.parametrize(
    "deepest", [pytest.param(30_000, id="by the ranking"), pytest.param(0, id="by a set, where the ranking is too deep")]
)
@pytest.mark.parametrize("every", [2, 7, 90])
def test_tantivy_gives_the_same_however_many_passages_a_filter_lets_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, every: int, deepest: int
):
    words = ["snow", "train", "late", "wheat", "school"]
    passages = [Indexed(number, [words[number % 5], *words[: number % 4]], [words[number % 3]]) for number in range(1, 900)]
    engine = _open("tantivy", tmp_path, passages)
    within = [range(first, first + 1) for first in range(3, 900, every)]
    terms = {"snow": 1.0, "late": 0.5}
    exact = [each for each in engine.candidates(terms, limit=900) if any(each in part for part in within)]
    monkeypatch.setattr("qa_bot.retrieval.tantivy_engine.MAX_TERMS", 3)
    monkeypatch.setattr("qa_bot.retrieval.tantivy_engine.DEEPEST", deepest)
    assert engine.candidates(terms, limit=900, within=within) == exact
    assert engine.candidates(terms, limit=5, within=within) == exact[:5]


def test_tantivy_reads_a_folder_that_it_may_not_write_to(tmp_path: Path):
    TantivyEngine.write(tmp_path, iter(PASSAGES))
    for lock in tmp_path.glob("*.lock"):
        lock.unlink()
    before = sorted(tmp_path.iterdir())
    assert TantivyEngine(_opened_by_links(tmp_path), tmp_path).candidates({"wheat": 1.0}, limit=5) == [1]
    assert sorted(tmp_path.iterdir()) == before


def test_tantivys_files_may_be_read_by_all_who_may_read_the_others(tmp_path: Path):
    (tmp_path / "engine").mkdir()
    TantivyEngine.write(tmp_path / "engine", iter(PASSAGES))
    (tmp_path / "other").touch()
    assert {path.stat().st_mode for path in (tmp_path / "engine").iterdir()} == {(tmp_path / "other").stat().st_mode}
