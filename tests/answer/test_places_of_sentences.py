"""A place that a sentence names once is that of its figure, though the document counts the same in other places, too."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer

DOCUMENTS = {
    "jabs.md": "---\ntitle: Flu bulletin No. 3/2023\npublisher: Health Board of Orrin\npublished: 2023-10-20\n---\n# Jabs, third quarter of 2023\n\n"
    "| Region | First jabs, Q3 2023 |\n|---|---|\n| Western | 4,920 |\n| Lakes | 3,110 |\n\n"
    "Correction to bulletin No. 2/2023: the number of first jabs given in the Western region in the second quarter was 3,610, not 4,610.\n",
    "cells.txt": "Inspectors recorded 412 fights in the prisons, more than half of them (226) at Orle. At Dunby there were 40 fights.\n",
}


@pytest.fixture(scope="module")
def answerer(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "values"),
    [
        pytest.param(
            "How many first jabs were given in the Western region in the second quarter of 2023?", ["3610"], id="prose beside a table"
        ),
        pytest.param("How many first jabs were given in the Western region in the third quarter of 2023?", ["4920"], id="row"),
        pytest.param("How many fights were recorded at Orle?", ["226"], id="place of a part"),
    ],
)
def test_the_figure_of_the_place_answers(answerer: Answerer, question: str, values: list[str]) -> None:
    assert [str(figure.value) for figure in answerer.ask(question).figures] == values
