"""How far a time that a text names holds: `discourse.toml` has short texts with the period of each figure."""

import calendar
import tomllib
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from qa_bot.deadline import deadline
from qa_bot.schema import Figure, Period

FiguresOf = Callable[[str], list[Figure]]

DOCUMENTS = tomllib.loads(Path(__file__).with_name("discourse.toml").read_text(encoding="utf-8"))["document"]


def _day(written: str, *, last: bool) -> date:
    """The first or last day of "2023", "2024-05", "2024-05-14"."""
    year, month, day = [*map(int, written.split("-")), 0, 0][:3]
    month = month or (12 if last else 1)
    return date(year, month, day or (calendar.monthrange(year, month)[1] if last else 1))


def _fits(gold: str, period: Period | None, published: str | None) -> bool:
    start, end = (period.start, period.end) if period is not None else (None, None)
    if gold == "-":
        return start is end is None or (published is not None and start == end == date.fromisoformat(published))
    first, _, last = gold.removeprefix("in:").partition("..") if ".." in gold else (gold, "", gold)
    if gold.startswith("in:"):
        return start is not None and end is not None and _day(first, last=False) <= start and end <= _day(last, last=True)
    return (not first or start == _day(first, last=False)) and (not last or end == _day(last, last=True))


def _cases() -> Iterator[Any]:
    for document in DOCUMENTS:
        for surface, gold in document["gold"].items():
            marks = [pytest.mark.xfail(strict=True)] if surface in document.get("open", ()) else []
            yield pytest.param(document, surface, gold, id=f"{document['id']} {surface}", marks=marks)


@pytest.mark.parametrize(("document", "surface", "gold"), [*_cases()])
def test_a_figure_is_of_the_time_that_the_text_has_reached(
    figures_of: FiguresOf, document: dict[str, Any], surface: str, gold: str
) -> None:
    published = document.get("published")
    said = {"published": published, "title": document.get("title")}
    front = "".join(f"{name}: {value}\n" for name, value in said.items() if value)
    figures = figures_of((f"---\n{front}---\n\n" if front else "") + document["text"])
    period = next(figure.period for figure in figures if f"{surface} ".startswith(f"{figure.surface} "))
    assert _fits(gold, period, published), period


def test_a_paragraph_of_thousands_of_sentences_is_looked_back_through_once(figures_of: FiguresOf) -> None:
    with deadline(20):  # of the processor: a seventh of it is needed, and six times as much where each sentence looks at all before it
        figures = figures_of("In 2023 the mill opened. " + "It sold 12 sacks. " * 3000)
    assert len(figures) == 3000
    assert {figure.period.start.year for figure in figures if figure.period and figure.period.start} == {2023}
