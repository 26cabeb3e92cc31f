import pytest

TEXT = "Fulfilled requests, legal assistance and twenty-one refusals. Colonel Hervé refused. Requests came from Riga. A request."


@pytest.fixture
def index(index_of):
    return index_of(TEXT, "Requests again.")


@pytest.mark.parametrize("word", ["requests", "herve", "hervé", "riga", "twenty", "a"])
def test_knows_the_words_of_the_corpus_as_written_and_folded(index, word):
    assert index.knows(word)


@pytest.mark.parametrize("word", ["reqests", "refusal", "Requests", "1", ""])
def test_knows_no_other_forms(index, word):
    assert not index.knows(word)


@pytest.mark.parametrize(
    ("typo", "expected"),
    [
        pytest.param("reqests", "requests", id="a letter dropped"),
        pytest.param("leagl", "legal", id="two letters swapped"),
        pytest.param("fulfiled", "fulfilled", id="a double letter single"),
        pytest.param("xequests", "requests", id="the first letter wrong"),
        pytest.param("refusale", "refusals", id="the last letter wrong"),
        pytest.param("asistanse", "assistance", id="two edits in a long word"),
    ],
)
def test_the_nearest_word_comes_first(index, typo, expected):
    assert index.near(typo)[0] == expected


@pytest.mark.parametrize(
    "word",
    [
        pytest.param("requests", id="only itself is near"),
        pytest.param("rga", id="too short"),
        pytest.param("lagel", id="two edits in a short word"),
        pytest.param("zebra", id="nothing alike"),
        pytest.param("", id="empty"),
    ],
)
def test_nothing_is_near(index, word):
    assert [known for known in index.near(word) if known != "request"] == []


def test_of_words_as_near_the_commonest_comes_first(index_of):
    index = index_of("The trains and the brains.", "More trains.")
    assert index.near("zrains") == ("trains", "brains")
