"""Which had the most is looked for in all tables with the same headers of a document, unless the question names what one is on."""

from collections.abc import Callable, Mapping
from datetime import date

import pytest

from qa_bot.ask import Answerer


def _table(header: str, *rows: str) -> str:
    bar = "|---" * header.count("|") + "|"
    return "\n".join([f"| {header} |", bar, *(f"| {row} |" for row in rows)])


DOCUMENTS = {
    "harbour.md": "# Landings by boat, 2021\n\n## Trawlers\n\n"
    + _table("Boat | Landings | Days at sea", "Petrel | 41 | 200", "Gannet | 37 | 190", "Tern | 22 | 80")
    + "\n\n## Liners\n\n"
    + _table("Boat | Landings | Days at sea", "Merlin | 58 | 150", "Osprey | 19 | 60"),
    "trade.md": "# Trade of Velm in 2022\n\n## Imports\n\n"
    + _table("Country | Tonnes", "Arden | 300", "Boria | 120")
    + "\n\n## Exports\n\n"
    + _table("Country | Tonnes", "Arden | 90", "Boria | 410"),
}


@pytest.fixture(scope="module")
def answerer(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "short", "count"),
    [
        pytest.param("Which boat had the most landings in 2021?", "Merlin", 5, id="most"),
        pytest.param("Which boat had the fewest landings?", "Osprey", 5, id="fewest"),
        pytest.param("Which trawler had the most landings?", "Petrel", 3, id="one-table-named"),
        pytest.param("Which boat spent the most days at sea?", "Petrel", 5, id="another-column"),
    ],
)
def test_tables_with_the_same_headers_are_one(answerer: Answerer, question: str, short: str, count: int) -> None:
    answer = answerer.ask(question, as_of=date(2024, 1, 1))
    assert (answer.short, len(answer.figures)) == (short, count)


def test_rows_called_alike_are_of_other_things(answerer: Answerer) -> None:
    answer = answerer.ask("To which country were the exports largest in 2022?", as_of=date(2024, 1, 1))
    assert {str(figure.value) for figure in answer.figures}.isdisjoint({"300", "120"})
