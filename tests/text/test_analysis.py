"""Index terms: one chain for texts and questions."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa_bot.text.analysis import analyse, query_terms, stem


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("1,124", "1124", id="comma groups"),
        pytest.param("1 124", "1124", id="space groups"),
        pytest.param("1\u202f124", "1124", id="narrow spaces"),
        pytest.param("2,5", "2.5", id="decimal comma"),
        pytest.param("8th", "8", id="ordinal"),
        pytest.param("refusals", "refusal", id="plural"),
        pytest.param("Jürgen", "Jurgen", id="diacritics"),
        pytest.param("U.S.", "US", id="initials"),
        pytest.param("children", "child", id="irregular plural"),
        pytest.param("won", "win", id="irregular verb"),
        pytest.param("people", "persons", id="people"),
        pytest.param("Moscow’s", "Moscow", id="clitic"),
        pytest.param("отказов", "отказы", id="Russian cases"),
        pytest.param("ёлки", "елки", id="yo"),
        pytest.param("cafe\u0301", "café", id="decomposed"),
    ],
)
def test_variants_are_one_term(one: str, other: str) -> None:
    assert analyse(one) == analyse(other)
    assert len(analyse(one)) == 1


@pytest.mark.parametrize(("one", "other"), [("win", "wine"), ("1124", "11"), ("harvest", "haven"), ("import", "export")])
def test_other_words_stay_apart(one: str, other: str) -> None:
    assert analyse(one) != analyse(other)


def test_stop_words_go_and_one_character_words_stay() -> None:
    assert analyse("The vitamin C of the fruit is in x") == ["vitamin", "c", "fruit", "x"]


def test_stop_words_in_capitals_are_names() -> None:
    assert analyse("US help for us from the WHO, who said so")[0] == "us"
    assert analyse("the WHO") == ["who"]


def test_each_word_is_stemmed_by_its_own_script() -> None:
    assert analyse("Отказы Interpol") == ["отказ", "interpol"]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        pytest.param("How many trains were late in 2023?", ["train", "late", "2023"], id="how many"),
        pytest.param("What number of trains was late?", ["train", "late"], id="what number of"),
        pytest.param("Can you tell me how much rye was sold?", ["rye", "sell"], id="how much"),
        pytest.param("Сколько поездов опоздало?", ["поезд", "опозда"], id="сколько"),
        pytest.param("Какое количество поездов опоздало?", ["поезд", "опозда"], id="какое количество"),
    ],
)
def test_a_question_loses_the_words_that_only_ask(question: str, expected: list[str]) -> None:
    assert query_terms(question) == expected


def test_stem_knows_the_script() -> None:
    assert (stem("requests"), stem("запросов"), stem("people")) == ("request", "запрос", "person")


@given(st.text(max_size=80))
@settings(max_examples=100)
def test_any_text_is_analysed_alike_twice(text: str) -> None:
    terms = analyse(text)
    assert terms == analyse(text)
    assert all(terms)
    query_terms(text)


@given(st.lists(st.sampled_from(["trains", "ran", "late", "1,124", "people", "refused", "отказов", "Jürgen"]), max_size=8))
@settings(max_examples=100)
def test_a_text_has_the_terms_of_its_words(words: list[str]) -> None:
    assert analyse(" ; ".join(words)) == [term for word in words for term in analyse(word)]


@given(st.text(alphabet="aBя.,'’\u0301 \u00a0\n12%-й", max_size=40), st.text(max_size=20))
@settings(max_examples=200)
def test_white_space_parts_terms(text: str, other: str) -> None:
    assert analyse(f"{text}\n{other}") == [*analyse(text), *analyse(other)]


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u2009", "\u202f"])
def test_but_not_the_groups_of_a_numeral(space: str) -> None:
    assert analyse(f"in 1{space}124{space}300 cases") == ["1124300", "case"]
    assert analyse(f"in 2023{space}1124 cases") == ["2023", "1124", "case"]
