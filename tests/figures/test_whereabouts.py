"""Where the figures of a text are: `whereabouts.toml` has short texts with the place of each figure."""

import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from qa_bot.schema import Figure
from qa_bot.text.analysis import stem
from qa_bot.text.tokens import fold

FiguresOf = Callable[[str], list[Figure]]

DOCUMENTS = tomllib.loads(Path(__file__).with_name("whereabouts.toml").read_text(encoding="utf-8"))["document"]


def _is_at(place: str, figure: Figure) -> bool:
    named = f"{figure.place or ''} {figure.actor or ''}".lower()
    return place.lower() in named or any(term.startswith(stem(fold(place.lower()))) for term in figure.terms.near)


def _cases() -> Iterator[Any]:
    for document in DOCUMENTS:
        for surface, gold in document["gold"].items():
            marks = [pytest.mark.xfail(strict=True)] if surface in document.get("open", ()) else []
            yield pytest.param(document, surface, gold, id=f"{document['id']} {surface}", marks=marks)


@pytest.mark.parametrize(("document", "surface", "gold"), [*_cases()])
def test_a_figure_is_where_the_text_has_got_to(figures_of: FiguresOf, document: dict[str, Any], surface: str, gold: str) -> None:
    figure = next(figure for figure in figures_of(document["text"]) if f"{surface} ".startswith(f"{figure.surface} "))
    others = {*document["gold"].values(), *document.get("ruled_out", ())} - {"-", gold}
    assert gold == "-" or _is_at(gold, figure), (figure.place, figure.terms.near)
    assert not any(_is_at(other, figure) for other in others), (figure.place, figure.terms.near)


def test_where_something_was_done_is_no_aside(figures_of: FiguresOf) -> None:
    figures = figures_of("Больше всего дворов засыпано в Лунёве — 1 120, ещё 415 в Ковыльском районе.")
    assert [figure.place for figure in figures] == ["Лунёве", "Ковыльском районе"]
