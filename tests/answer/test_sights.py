"""What the reader sees in a sentence before it looks closely."""

import pytest

from qa_bot.answer.sights import may_measure


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("It was built in 1850.", id="a year"),
        pytest.param("The mill closed last spring.", id="a season"),
        pytest.param("The mill closed after the flood.", id="an event before"),
        pytest.param("Three of the mills closed.", id="a number in words"),
        pytest.param("Dozens of mills closed.", id="a word for a number"),
        pytest.param("It was built under Otto II of Larn.", id="a Roman numeral"),
        pytest.param("The war lasted for decades.", id="a word for a time"),
        pytest.param("The mill costs k€ a day.", id="a sign"),
        pytest.param("Мельница закрылась весной.", id="a Russian season"),
        pytest.param("Закрылись две мельницы.", id="a Russian number"),
    ],
)
def test_a_sentence_that_may_say_when_or_how_many_is_looked_at(sentence):
    assert may_measure(sentence)


@pytest.mark.parametrize(
    "sentence",
    ["The mill stands by the river Orsel, above a weir.", "Мельница стоит у реки, над плотиной."],
)
def test_a_sentence_without_numbers_and_times_is_not(sentence):
    assert not may_measure(sentence)
