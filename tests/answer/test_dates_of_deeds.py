"""When something was done is told by a date, of the part of a sentence that tells of it, and by no other word or number."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Status

MILLS = """\
# Mills of Norland

The first ascent of Mount Orr by a Norlander was in 1788; the first ascent by a woman in 1819.

In 1964 Norland hosted and won the Ring Cup; in 1970 the Norland team reached the final of the Bell Cup, which it lost.

The weavers of Sunde were given a charter in 1446, and in 1514 the guild bought the Corn Hall.

The kiln of Sunde was lit in 1911, and in 1946 the kiln exploded. The sluice was dug in 1822, and in 1907 it collapsed.

On 7 November 2014 Judge Holm approved the harbour plan of Sunde, so that the town could go on.

Alehouses became so common that in 965 King Odd decreed the closing of those in the hills.

Under the consul Marn the islanders conquered the Kingdom of Tarn in 109 BC, followed by the coast of Sile.

The scholar Ivo Mu (d. AD 75) taught at Larn.

The written records of the Sunde language date from the 13th century.
"""
TODAY = "# Stages\n\nMany plays of the Larn theatre are shown today on two stages."
CHAPEL = "# Chapels\n\nThe chapel on Pell Hill was built beside two inns, of which nothing is left."


@pytest.fixture
def ask(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Callable[[str], str | None]:
    answerer = answerer_of({"mills.md": MILLS})
    return lambda question: answerer.ask(question).short


@pytest.mark.parametrize(
    ("question", "short"),
    [
        pytest.param("When was the first Norlander ascent of Mount Orr?", "1788", id="part before a semicolon"),
        pytest.param("When did Norland host and win the Ring Cup?", "1964", id="opens its part"),
        pytest.param("When did the guild of weavers buy the Corn Hall?", "1514", id="opens its clause"),
        pytest.param("When did the kiln explode?", "1946", id="behind a preposition, another verb before it"),
        pytest.param("When was the kiln lit?", "1911", id="not the clause behind it"),
        pytest.param("When did the sluice collapse?", "1907", id="of what 'it' stands for"),
        pytest.param("On which date was Sunde's harbour plan approved?", "7 November 2014", id="participle far behind its verb"),
        pytest.param("What did King Odd decree in 965?", "closing of those in the hills", id="early year"),
        pytest.param("Which kingdom did the islanders conquer in 109 BC?", "Tarn", id="year before Christ"),
        pytest.param("How far back do the written records of the Sunde language go?", "13th century", id="how far back"),
    ],
)
def test_the_date_of_the_deed_answers(ask: Callable[[str], str | None], question: str, short: str) -> None:
    assert short in (ask(question) or "")


@pytest.mark.parametrize(
    ("text", "question"),
    [
        pytest.param(TODAY, "In what year was the Larn theatre founded?", id="today"),
        pytest.param(CHAPEL, "When was the chapel on Pell Hill built?", id="two inns"),
    ],
)
def test_no_other_word_is_a_date(answerer_of: Callable[[Mapping[str, str]], Answerer], text: str, question: str) -> None:
    assert answerer_of({"text.md": text}).ask(question).status is Status.NOT_FOUND


TELLY = """\
# Broadcasters

Norvision began in 1979. The number of studios was cut to four in 1987.
"""


def test_in_what_year_a_number_was_cut_asks_for_the_year(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> None:
    assert answerer_of({"text.md": TELLY}).ask("In what year was the number of studios cut to four?").short == "1987"
