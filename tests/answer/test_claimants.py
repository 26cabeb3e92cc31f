"""Whether those say a figure whom a question names."""

from collections.abc import Callable, Mapping
from decimal import Decimal

import pytest

from qa_bot.answer.claimants import says
from qa_bot.ask import Answerer
from qa_bot.schema import Claimant, Figure, Span, Status


def said_by(name: str) -> Figure:
    span = Span(start=0, end=2)
    return Figure(
        figure_id="a", doc_id="a", passage_id="a#p0", span=span, quote=span, surface="12", value=Decimal(12), claimant=Claimant(name=name)
    )


@pytest.mark.parametrize(
    ("asked", "name", "same"),
    [
        pytest.param(("un",), "UN", True, id="initials"),
        pytest.param(("union",), "UN", False, id="initials-are-no-union"),
        pytest.param(("police", "union"), "the police", False, id="a-union-is-not-its-members"),
    ],
)
def test_a_claimant_is_the_one_that_is_named(asked: tuple[str, ...], name: str, *, same: bool) -> None:
    assert says(asked, said_by(name)) is same


PETS = """\
---
title: Бродячие собаки в Лужске
published: 2024-03-11
---

По данным мэрии, в 2023 году отловлено 1 240 собак. По подсчётам «Лапы», отловлено не более 900 собак.

В приютах, по сведениям ветнадзора, на конец года жили 415 собак. За год там погибли трое псов.
"""


@pytest.mark.parametrize("whose", ["мэрии", "полиции", "МВД", "«Лапы»"])
def test_whose_word_is_asked_is_not_that_of_another_body(answerer_of: Callable[[Mapping[str, str]], Answerer], whose: str) -> None:
    answer = answerer_of({"psy.md": PETS}).ask(f"Сколько псов погибло в приютах по данным {whose}?")
    assert answer.status is Status.NOT_FOUND


def test_a_name_in_quotation_marks_is_asked_for(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> None:
    answer = answerer_of({"psy.md": PETS}).ask("Сколько собак отловлено по данным «Лапы»?")
    assert [figure.surface for figure in answer.figures] == ["900"]


def test_a_ministry_is_asked_for_in_the_other_language() -> None:
    assert says(("interior", "ministry"), said_by("МВД").model_copy(update={"language": "ru"}))
