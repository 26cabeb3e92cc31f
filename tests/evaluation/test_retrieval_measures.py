"""Measures of a ranking, as ir-measures has them."""

import pytest

from qa_bot.errors import EvaluationError
from qa_bot.evaluation.retrieval_measures import depth_of, parse_measure, values

JUDGED = {"a": {"x": 1}, "b": {"y": 2, "z": 1}, "none": {"x": 1}, "unjudged": {"x": 0}}
RANKINGS = {"a": [("w", 3.0), ("x", 2.0)], "b": [("y", 1.0), ("z", 1.0)], "none": []}


def test_the_standard_measures_are_what_their_definitions_say():
    found = values(["R@1", "R@5", "RR@10", "nDCG@10"], JUDGED, RANKINGS)
    assert found["a"] == pytest.approx({"R@1": 0, "R@5": 1, "RR@10": 0.5, "nDCG@10": 0.63093}, abs=1e-5)
    assert found["b"] == pytest.approx({"R@1": 0.5, "R@5": 1, "RR@10": 1, "nDCG@10": 1})


def test_a_question_without_results_counts_0_and_one_without_relevant_documents_not_at_all():
    found = values(["R@5", "RR@10"], JUDGED, RANKINGS)
    assert found["none"] == {"R@5": 0, "RR@10": 0}
    assert "unjudged" not in found


def test_documents_that_score_alike_keep_their_order():
    tied = {"a": [(name, 1.0) for name in "abcx"]}  # trec_eval would put x first
    assert values(["RR@10"], {"a": {"x": 1}}, tied) == {"a": {"RR@10": 0.25}}


@pytest.mark.parametrize("name", ["R@5", "P(rel=2)@5", "nDCG@10", "AP", "RR", "Success@1"])
def test_a_measure_is_known_by_the_name_it_prints(name: str):
    assert str(parse_measure(name)) == name


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [("map", "AP"), ("recip_rank", "RR"), ("ndcg_cut_10", "nDCG@10"), ("recall_5", "R@5"), ("P_5", "P@5"), ("success_1", "Success@1")],
)
def test_a_measure_is_known_by_what_trec_eval_calls_it(theirs: str, ours: str):
    assert str(parse_measure(theirs)) == ours


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("nDGC@10", "did you mean nDCG"),
        ("R", "lacks a cutoff"),
        ("R@0", "1 or more"),
        ("r@5", "did you mean R[?]"),
        ("R@five", "no measure"),
        ("R(depth=3)@5", "does not take"),
        ("", "no measure"),
    ],
)
def test_an_unknown_measure_is_refused_with_what_would_do(name: str, message: str):
    with pytest.raises(EvaluationError, match=message):
        parse_measure(name)


def test_a_ranking_is_kept_as_deep_as_the_deepest_measure_looks():
    assert (depth_of(["R@5", "AP"]), depth_of(["R@5", "nDCG@100"])) == (20, 100)
