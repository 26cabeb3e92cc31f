import tracemalloc
from datetime import date
from decimal import Decimal

import pytest

from qa_bot.schema import Basis, Block, BlockKind, CitedFigure, Period, Span


@pytest.mark.parametrize(
    "period",
    [
        pytest.param(Period(start=date(2023, 1, 1), end=date(2023, 12, 31), surface="in 2023"), id="stated"),
        pytest.param(Period(start=None, end=None, surface="last year", basis=Basis.UNRESOLVED), id="unresolved"),
        pytest.param(None, id="none in the document"),
    ],
)
def test_the_period_of_a_figure_is_an_object_in_json_and_comes_back_as_it_was(period: Period | None) -> None:
    figure = CitedFigure(figure_id="a", value=Decimal(4), period=period)
    fields = figure.model_dump(mode="json")["period"]
    assert set(fields) == {"start", "end", "surface", "basis"}
    assert (fields["basis"] == "unresolved") == (period is None or period.start is None)
    assert CitedFigure.model_validate_json(figure.model_dump_json()) == figure


def test_a_paragraph_takes_little_memory() -> None:
    tracemalloc.start()
    try:
        blocks = [Block(kind=BlockKind.PARAGRAPH, span=Span(start=at, end=at + 100)) for at in range(1_000, 11_000)]
        taken, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert taken / len(blocks) < 350
