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


FERRY = """\
Ferry sinks off Lomas

At least 31 passengers drowned when a ferry sank in the Strait of Lomas on Thursday, the Maritime Authority said on Friday.

The Lomas fishermen's association doubts the number. Its president, Rita Voss, told a radio station that 47 people had drowned.

The strait's worst accident, in 1994, drowned 210 people.
"""
STRIKE = """\
---
title: Strike at the Norrland mines
published: 2024-05-03
---

The Miners' Federation says 4,200 workers are on strike at the five pits. In 2011 a strike of 6,500 workers closed the pits.

Police detained nine workers at the gate on Monday.
"""
STORM = """\
---
title: Ураган в Приморье
published: 2024-10-12
---

По данным МЧС, погибли 14 человек. Совет районов с этим не согласен. Его председатель Олег Дрозд заявил, что погибли 23 человека.

Во время урагана 2003 года погибли 96 человек.
"""
FOUNDRY = """\
---
title: Statement for the second quarter
publisher: Ostra Foundry Company
published: 2024-07-07
---

The company dismissed 85 workers in the second quarter. The Metalworkers' Union says that 130 workers were dismissed.
"""


@pytest.mark.parametrize(
    ("text", "question", "expected"),
    [
        pytest.param(FERRY, "How many people drowned according to the fishermen's association?", ["47"], id="who speaks for it"),
        pytest.param(FERRY, "How many people drowned according to the coast guard?", [], id="who says nothing"),
        pytest.param(STRIKE, "How many workers went on strike according to the company?", [], id="no figure that nobody claims"),
        pytest.param(STRIKE, "How many workers are on strike according to the police?", [], id="no deed of those asked for"),
        pytest.param(STRIKE, "How many workers were detained according to the police?", ["nine"], id="what they did"),
        pytest.param(STORM, "Сколько человек погибло по данным Совета районов?", ["23"], id="Russian"),
        pytest.param(STORM, "Сколько человек погибло по данным полиции?", [], id="Russian-nobody"),
        pytest.param(FOUNDRY, "How many workers were dismissed according to the company?", ["85"], id="the publisher's own"),
        pytest.param(FOUNDRY, "How many workers were dismissed according to the union?", ["130"], id="another than the publisher"),
    ],
)
def test_whose_figure_is_asked_is_not_what_nobody_claims(
    answerer_of: Callable[[Mapping[str, str]], Answerer], text: str, question: str, expected: list[str]
) -> None:
    answer = answerer_of({"text.md": text}).ask(question)
    assert [figure.surface for figure in answer.figures] == expected


@pytest.mark.parametrize(
    ("body", "status"),
    [
        pytest.param("Association of Miners", Status.ANSWERED, id="theirs"),
        pytest.param("Association of Families of Miners", Status.NOT_FOUND, id="their-families"),
    ],
)
def test_the_body_of_others_does_not_speak_for_them(
    answerer_of: Callable[[Mapping[str, str]], Answerer], body: str, status: Status
) -> None:
    text = f"# Report\n\nThe {body} says 45 miners died. The ministry says 30 miners died.\n"
    assert answerer_of({"report.md": text}).ask("How many died according to the miners?").status is status
