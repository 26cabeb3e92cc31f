import math

import pytest

from qa_bot.retrieval.rescore import Row, Statistics, features, order, places_of, read_question, score, term_weights
from qa_bot.schema import Kind, Query

STATISTICS = Statistics(passages=100, passage_terms=6.0, sentence_terms=3.0)


def _row(*sentences: str, ordinal: int = 1, title: str = "", scope: str = "", numbers: str = ""):
    body = "\n".join(f" {sentence} " for sentence in sentences)
    lengths = [len(sentence.split()) for sentence in sentences]
    return Row(ordinal, "doc", body, places_of(body), lengths, numbers or "0" * len(sentences), f" {title} ", f" {scope} ")


def _question(*terms: str, kind: Kind = Kind.WHAT, expansions: tuple[str, ...] = (), found: int = 10):
    query = Query(text=" ".join(terms), language="en", kind=kind, terms=terms, expansions=expansions)
    return read_question(query, dict.fromkeys((*terms, *expansions), found), STATISTICS)


RARE = math.log(1 + (100 - 10 + 0.5) / (10 + 0.5))  # inverse passage frequency of a term in 10 of 100 passages


def test_a_passage_of_mean_length_scores_bm25():
    value = features(_question("train"), _row("train late snow", "road ice salt")).passage
    assert value == pytest.approx(RARE * 1.9 / (1 + 0.9))


def test_the_best_sentence_counts_not_the_sum_of_sentences():
    question = _question("train", "late")
    together = features(question, _row("train late snow", "road ice salt")).sentence
    apart = features(question, _row("train snow salt", "road late ice")).sentence
    assert together == pytest.approx(2 * apart)


def test_the_title_counts_the_terms_it_holds():
    assert features(_question("train", "late"), _row("snow", title="train")).title == pytest.approx(RARE)


def test_terms_that_follow_each_other_count_as_a_pair():
    question = _question("late", "train")
    assert features(question, _row("snow late train")).pairs == pytest.approx(2 * RARE)
    assert features(question, _row("train late snow")).pairs == 0


def test_a_pair_does_not_run_across_sentences():
    assert features(_question("late", "train"), _row("snow late", "train road")).pairs == 0


def test_coverage_counts_a_term_once_wherever_it_stands():
    row = _row("train train train", title="snow", scope="late")
    assert features(_question("train", "late", "snow", "road"), row).coverage == pytest.approx(3 * RARE)


def test_a_term_that_begins_alike_is_kin_when_the_term_itself_is_missing():
    question = _question("colonis")
    assert features(question, _row("british coloni rule")).kin == pytest.approx(RARE)
    assert features(question, _row("colonis coloni")).kin == 0


def test_a_short_term_has_no_kin():
    assert features(_question("late"), _row("later latest")).kin == 0


def test_a_number_counts_in_the_sentence_that_matches_when_a_number_is_asked_for():
    with_number = _row("train late", "snow ice", numbers="10")
    elsewhere = _row("train late", "snow ice", numbers="01")
    counting = _question("train", kind=Kind.COUNT)
    assert features(counting, with_number).number == features(counting, with_number).sentence
    assert features(counting, elsewhere).number == 0
    assert features(_question("train"), with_number).number == 0


def test_an_expansion_counts_apart_from_what_was_asked():
    values = features(_question("train", expansions=("railway",)), _row("railway snow ice", "road salt sand"))
    assert values.passage == 0
    assert values.expansions == pytest.approx(RARE * 1.9 / (1 + 0.9))


def test_an_expansion_that_was_asked_itself_counts_as_asked_only():
    assert features(_question("train", expansions=("train",)), _row("train")).expansions == 0


def test_a_term_counts_only_as_a_whole():
    values = features(_question("rain"), _row("train terrain"))
    assert values.passage == values.coverage == 0


def test_a_term_repeated_side_by_side_counts_each_time():
    once, twice = (features(_question("snow"), _row(text)).passage for text in ("snow ice", "snow snow"))
    assert twice > once


def test_an_empty_passage_scores_nothing():
    assert score(features(_question("train", kind=Kind.COUNT), _row(""))) == 0


def test_orders_by_score_and_then_by_ordinal():
    rows = [_row("road ice", ordinal=3), _row("train late", ordinal=2), _row("train late", ordinal=1)]
    assert [ordinal for _, ordinal in order(_question("train"), rows)] == [1, 2, 3]


def test_an_asked_term_weighs_one_and_an_expansion_less():
    query = Query(text="", language="en", kind=Kind.WHAT, terms=("late",), expansions=("delay", "late"))
    weights = term_weights(query)
    assert weights["late"] == 1
    assert 0 < weights["delay"] < 1


def test_each_term_stands_in_the_sentences_that_have_it():
    assert places_of(" late train late \n\n road late ") == {"late": (0, 0, 2), "train": (0,), "road": (2,)}
