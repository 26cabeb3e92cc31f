"""Misspelt words are read as the nearest word of the corpus, and that is said."""

from collections.abc import Callable

import pytest

from qa_bot.schema import Query

Ask = Callable[..., Query]

KNOWN = (
    "tuesday",
    "insured",
    "застрахованных",
    "clean",
    "plans",
    "лужинска",
    "trains",
    "were",
    "cancelled",
    "the",
    "of",
    "in",
    "and",
    "ferry",
    "passengers",
    "snow",
    "last",
    "nets",
    "harvest",
    "brekke",
    "eastbrook",
    "austria",
    "portugal",
    "barwick",
    "terms",
    "lane",
    "поездов",
    "отменили",
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param("How many trians were cancelled?", "How many trains were cancelled?", id="letters swapped"),
        pytest.param("How many trains were cancelld?", "How many trains were cancelled?", id="a letter short"),
        pytest.param("How many passenngers were there?", "How many passengers were there?", id="a letter too many"),
        pytest.param("How many passemgers were there?", "How many passengers were there?", id="a wrong letter"),
        pytest.param("What did Brekkee win?", "What did Brekke win?", id="a name keeps its capital"),
        pytest.param("What did Brekka win?", "What did Brekke win?", id="a wrong vowel in a name"),
        pytest.param("How many trains from Portugsl were there?", "How many trains from Portugal were there?", id="a state"),
        pytest.param("How many trains from Austrie came?", "How many trains from Austria came?", id="another state"),
        pytest.param("Сколько поеждов отменили?", "Сколько поездов отменили?", id="Russian"),
    ],
)
def test_a_typo_is_mended(ask: Ask, typed: str, meant: str):
    query = ask(typed, known=KNOWN)
    assert query.text == meant
    assert len(query.typos) == 1
    assert "→" in query.typos[0]


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("How many trains were cancelled?", id="nothing wrong"),
        pytest.param("How many xylophones were cancelled?", id="nothing near"),
        pytest.param("Why now?", id="too short to be told from its neighbours"),
        pytest.param("Where is the train?", id="a right word that the corpus lacks"),
        pytest.param("How many ballots were cast?", id="a plain word that is near another one"),
        pytest.param("Who gets the passengers?", id="a plain word in another form"),
        pytest.param("How many trains in 2032?", id="digits"),
        pytest.param("How many brains were there?", id="a word of English that no list has"),
        pytest.param("How many terns were cancelled?", id="a rare word of English"),
        pytest.param("How many plains and ferries did Lanes see?", id="words and a name near others"),
        pytest.param("How many trains did the NETTS cancel?", id="initials"),
        pytest.param("How many trains were cancelled on Thursday?", id="a day of the week that the corpus lacks"),
        pytest.param("Who trained the passengers?", id="a verb near a noun"),
        pytest.param("What is Q3?", id="a code"),
        pytest.param("How many uninsured passengers were there?", id="the opposite of a known word"),
        pytest.param("Сколько незастрахованных отменили?", id="the opposite of a known word, in Russian"),
        pytest.param("How many trains did the Clear Line cancel?", id="a name near a common word"),
        pytest.param("How many passengers came from Southern Plains?", id="another name near a common word"),
        pytest.param("Сколько поездов отменили в Лужинске?", id="another case of a known name"),
        pytest.param("How many trains were cancelled in Westbrook?", id="another name, two letters apart"),
        pytest.param("How many trains were cancelled in Harwick?", id="another name, a letter apart"),
        pytest.param("how many trains were cancelled in westbrook?", id="another name in small letters"),
        pytest.param("Сколько поездов отменила дорога?", id="another form of a Russian verb"),
    ],
)
def test_what_is_no_typo_stays(ask: Ask, question: str):
    query = ask(question, known=KNOWN)
    assert query.text == question
    assert query.typos == ()


def test_several_typos_are_mended_in_order(ask: Ask):
    query = ask("How many trians were cancelld?", known=KNOWN)
    assert query.text == "How many trains were cancelled?"
    assert [typo.split()[0] for typo in query.typos] == ["trians", "cancelld"]


def test_a_mended_question_asks_what_the_right_one_does(ask: Ask):
    mended, right = ask("How many trians were cancelld?", known=KNOWN), ask("How many trains were cancelled?", known=KNOWN)
    assert mended.model_copy(update={"typos": ()}) == right
