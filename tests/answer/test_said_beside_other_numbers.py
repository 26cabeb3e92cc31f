"""Lengths of time beside other numbers, whole names behind "to", names beside others of their kind, numbered times, cited years."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Status

DOCUMENTS = {
    "mourning.md": """\
# The Orlund ferry disaster

The council declared a five-day period of mourning for the victims, and half the flags of the two towns were lowered. Three storms hit Orlund
within a four-week period in 1987.
""",
    "wines.md": "# The wine club of Marrowby\n\nWines are available in 3 month subscriptions. The club has 640 members.\n",
    "empire.md": "# Growth of the Norland Empire\n\nSome 14 million people were added to the Norland Empire by 1911.\n",
    "plague.md": "# The fever\n\nFever from the Old Valley caused the death of 80 % of the native population of the New Valley.\n",
    "contest.md": "# The singing contest\n\nAnna Keel joined the judges of the contest in season seven. Otto Brenn left them in 2009.\n",
    "chapel.md": "# Chapels of Marrowby\n\nSt Orm's was dedicated as the first chapel in Marrowby on 2 May 1834.\n",
    "singers.md": "# Singers\n\nThe singer Mira Holt was praised by critics (Hale 1960).\n",
    "bridges.md": "# Bridges\n\nThe first bridge over the Wend was built in 1300 and washed away in 1402. The Mill Bridge of 1510 stands to this day.\n",
    "automata.md": "# Looms\n\nHanna Vill's definition of a bounded loom (Vill 1960) is still in use.\n",
    "regions.md": "# Lorvania\n\nLorvania is divided into nine regions and one free city.\n",
}


@pytest.fixture(scope="module")
def answerer(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "short"),
    [
        pytest.param("How long was the period of mourning for the victims?", "five-day", id="a length beside a number of other things"),
        pytest.param("In how many weeks was Orlund hit by three storms in 1987?", "four", id="weeks of a period"),
        pytest.param("How long do the subscriptions of the wine club last?", "3 month", id="a length before a noun"),
        pytest.param("How many people were added to the Norland Empire by 1911?", "14 million", id="a name of two words behind to"),
        pytest.param("What percentage of the native population of the New Valley died of the fever?", "80 %", id="a name beside its like"),
        pytest.param("In which season of the contest did Anna Keel join the judges?", "season seven", id="a numbered time"),
        pytest.param("On what date was the oldest chapel in Marrowby dedicated?", "2 May 1834", id="the oldest is the first"),
        pytest.param("Who gave a definition of a bounded loom in 1960?", "Vill", id="a cited year"),
        pytest.param("How many regions does Lorvania contain?", "nine", id="divided into"),
    ],
)
def test_what_the_sentence_says_beside_does_not_decline_it(answerer: Answerer, question: str, short: str) -> None:
    answer = answerer.ask(question)
    assert answer.status in (Status.ANSWERED, Status.PARTIAL)
    assert short in (answer.short or "")


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("How long was the period of festivities for the victims?", id="another period"),
        pytest.param("How many people were added to the Velmark Empire by 1911?", id="another empire"),
        pytest.param("Who was praised by critics in 1960?", id="the year of a cited work"),
        pytest.param("When was the oldest bridge over the Wend built?", id="the first, which is gone"),
        pytest.param("Who gave a definition of a bounded loom in 1970?", id="another year"),
        pytest.param("On what date was the oldest school in Marrowby dedicated?", id="the first of something else"),
    ],
)
def test_what_is_not_said_is_declined(answerer: Answerer, question: str) -> None:
    assert answerer.ask(question).status is Status.NOT_FOUND
