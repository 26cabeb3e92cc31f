"""Run and qrels files: what we write, ir-measures reads; what anybody wrote, we score as trec_eval does."""

from itertools import pairwise
from pathlib import Path

import ir_measures
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_bot.errors import EvaluationError
from qa_bot.evaluation.outcome import Outcome, Run
from qa_bot.evaluation.retrieval_measures import values
from qa_bot.evaluation.trec import qrels_lines, ranked_run, read_qrels, read_rankings, run_lines

IDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8).filter(lambda text: text == text.strip())
RANKING = st.lists(st.tuples(IDS, st.floats(0, 40, width=32)), max_size=6, unique_by=lambda pair: pair[0])


def run(ranking: list[tuple[str, float]], judged: dict[str, int], name: str = "q 1") -> Run:
    return Run(name="run", outcomes=(Outcome(id=name, category="all", question="?", ranking=tuple(ranking), judged=judged),))


def text(lines: object) -> str:
    return "".join(f"{line}\n" for line in lines)  # type: ignore[attr-defined]


@given(RANKING)
def test_a_run_survives_the_way_through_a_file_with_its_order(tmp_path_factory: pytest.TempPathFactory, ranking: list[tuple[str, float]]):
    ranking.sort(key=lambda pair: -pair[1])
    path = tmp_path_factory.mktemp("trec") / "a.run"
    path.write_text(text(run_lines(run(ranking, {}))), encoding="utf-8")
    assert [key for key, _ in read_rankings(path).get("q 1", [])] == [key for key, _ in ranking]


@given(RANKING)
def test_what_ir_measures_reads_has_falling_scores_and_our_order(ranking: list[tuple[str, float]]):
    ranking.sort(key=lambda pair: -pair[1])
    read = list(ir_measures.read_trec_run(text(run_lines(run(ranking, {}))) + "\n"))
    assert len(read) == len(ranking)
    assert all(one.score > two.score for one, two in pairwise(read))


@given(st.dictionaries(IDS, st.integers(0, 3), max_size=5))
def test_qrels_survive_both_readers(tmp_path_factory: pytest.TempPathFactory, judged: dict[str, int]):
    written = text(qrels_lines(run([], judged)))
    assert [qrel.relevance for qrel in ir_measures.read_trec_qrels(written + "\n")] == list(judged.values())
    if judged:
        path = tmp_path_factory.mktemp("trec") / "qrels"
        path.write_text(written, encoding="utf-8")
        assert read_qrels(path) == {"q 1": judged}


def test_our_values_are_those_of_ir_measures_over_our_files():
    ranking = [("b", 2.0), ("a", 2.0), ("c", 2.0), ("d", 0.5)]
    judged = {"a": 1, "d": 2}
    done = run(ranking, judged, name="q")
    read_run, read_judged = (ir_measures.read_trec_run(text(run_lines(done))), ir_measures.read_trec_qrels(text(qrels_lines(done))))
    names = ["R@1", "R@5", "RR@10", "nDCG@10", "AP"]
    theirs = ir_measures.calc_aggregate([ir_measures.parse_measure(name) for name in names], read_judged, read_run)
    ours = values(names, {"q": judged}, {"q": ranking})["q"]
    assert ours == pytest.approx({str(measure): value for measure, value in theirs.items()})


def test_ties_of_a_foreign_run_are_ordered_as_trec_eval_orders_them(tmp_path: Path):
    path = tmp_path / "theirs.run"
    path.write_text("q Q0 a 1 1.0 x\nq Q0 b 2 1.0 x\nq Q0 c 3 2.0 x\n", encoding="utf-8")
    assert [key for key, _ in read_rankings(path)["q"]] == ["c", "b", "a"]
    done = ranked_run("theirs", read_rankings(path), {"q": {"b": 1}, "unasked": {"a": 1}}, ["RR@10"])
    assert {outcome.id: outcome.scores for outcome in done.outcomes} == {"q": {"RR@10": 0.5}, "unasked": {"RR@10": 0.0}}


def test_qrels_of_beir_have_a_header_and_three_columns(tmp_path: Path):
    path = tmp_path / "test.tsv"
    path.write_text("query-id\tcorpus-id\tscore\n1\tdoc one\t1\n2\td2\t0\n", encoding="utf-8")
    assert read_qrels(path) == {"1": {"doc one": 1}, "2": {"d2": 0}}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("q Q0 a 1 x\n", ":1: a line of a run is"),
        ("\nq Q0 a 1 high x\n", ":2: 'high' is no number"),
        ("q Q0 a 1 nan x\n", ":1: nan is no score"),
    ],
)
def test_a_bad_line_of_a_run_is_named(tmp_path: Path, content: str, message: str):
    path = tmp_path / "bad.run"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(EvaluationError, match=message):
        read_rankings(path)


@pytest.mark.parametrize(
    ("content", "message"), [("q 0 a\tx\n", ":1: 'x' is no number"), ("q a\n", ":1: a line of qrels"), ("", "judges no document")]
)
def test_a_bad_line_of_qrels_is_named(tmp_path: Path, content: str, message: str):
    path = tmp_path / "qrels"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(EvaluationError, match=message):
        read_qrels(path)
