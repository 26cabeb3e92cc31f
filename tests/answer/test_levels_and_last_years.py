"""How large a sum is, beside by how much it changed; and "last year" in a report on a year that is none of the calendar."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer

DOCUMENTS = {
    "trust.txt": """\
Harbour Trust of Sund
Annual report, year ended 30 June 2022
Published 3 October 2022

The pension reserves amounted to 640 million kroner at the end of June, 12 million less than a year earlier. We inspected 73% of the boats; last
year we inspected 58%. Last year we received 412 letters.
""",
    "club.txt": """\
Skating Club of Tarn
5 March 2021

Last year the club sold 312 season tickets. Its savings came to 2.4 million kronor.
""",
}


@pytest.fixture(scope="module")
def answerer(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "short"),
    [
        pytest.param("How large are the pension reserves?", "640 million kroner", id="a level and no change"),
        pytest.param("By how much did the pension reserves fall?", "12 million", id="the change"),
        pytest.param("How large are the savings?", "2.4 million kronor", id="another plural of a currency"),
        pytest.param("What share of the boats was inspected in 2020-21?", "58%", id="the reporting year before"),
        pytest.param("How many letters were received in 2020-21?", "412", id="in a sentence of its own"),
        pytest.param("How many letters were received in 2021?", None, id="no calendar year"),
        pytest.param("How many season tickets were sold in 2020?", "312", id="without a reporting year"),
    ],
)
def test_levels_and_years_are_told_from_others(answerer: Answerer, question: str, short: str | None) -> None:
    assert answerer.ask(question).short == short
