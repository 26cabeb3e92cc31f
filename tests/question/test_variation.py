"""The same question over every period, or every country."""

from collections.abc import Callable

import pytest

from qa_bot.question import varied
from qa_bot.schema import Kind, Query

Ask = Callable[..., Query]


def test_over_every_period_a_question_names_none(ask: Ask) -> None:
    query = varied(ask("How many trams were late in 2023?"), by="period")
    assert (query.kind, query.period, query.read_as) == (Kind.COUNT, None, "trams, late")


def test_by_country_a_question_names_no_country_and_keeps_its_period(ask: Ask) -> None:
    query = varied(ask("How many tonnes of grain did Egypt import in 2023?"), by="actor")
    assert (query.kind, query.by, query.slots.actor) == (Kind.LIST, "actor", ())
    assert query.period is not None
    assert "Egypt" not in query.read_as


@pytest.mark.parametrize("by", ["period", "actor"])
def test_a_condition_is_dropped(ask: Ask, by: str) -> None:
    assert varied(ask("Were more than 100 trams late in 2023?"), by=by).condition is None
