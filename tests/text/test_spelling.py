"""British and American spellings are one word."""

import pytest

from qa_bot.text.analysis import analyse
from qa_bot.text.lexicon import lexicon
from qa_bot.text.spelling import american


@pytest.mark.parametrize(
    ("british", "spelled"),
    [
        pytest.param("organisation", "organization", id="isation"),
        pytest.param("nationalised", "nationalized", id="ised"),
        pytest.param("paralysed", "paralyzed", id="ysed"),
        pytest.param("neighbourhoods", "neighborhoods", id="our-inside"),
        pytest.param("tumours", "tumors", id="ours"),
        pytest.param("anaemia", "anemia", id="ae"),
        pytest.param("diarrhoea", "diarrhea", id="oea"),
        pytest.param("theatres", "theaters", id="re"),
        pytest.param("licence", "license", id="ence"),
        pytest.param("grey", "gray", id="a-word-of-its-own"),
    ],
)
def test_a_british_spelling_becomes_the_american_one_and_the_same_term(british: str, spelled: str) -> None:
    assert american(british) == spelled
    assert analyse(british) == analyse(spelled)


@pytest.mark.parametrize(
    "word", ["exercise", "advised", "otherwise", "precise", "hour", "four", "tours", "contour", "raise", "courses", "prison"]
)
def test_a_word_that_is_written_alike_on_both_sides_stays(word: str) -> None:
    assert american(word) == word


@pytest.mark.parametrize(("british", "spelled"), [("labour", "labor"), ("centres", "centers"), ("authorised", "authorized")])
def test_both_spellings_name_one_concept(british: str, spelled: str) -> None:
    assert lexicon("en").concept(british) == lexicon("en").concept(spelled)
