"""Whom or what the events that are counted happened to, as the text says it."""

from collections.abc import Callable

import pytest

from qa_bot.schema import Figure

FiguresOf = Callable[[str], list[Figure]]


@pytest.mark.parametrize(
    ("text", "patient"),
    [
        pytest.param("There were 63 cancellations of ascents in 2019.", ("ascent",), id="behind of"),
        pytest.param("The office counted 22 bicycle thefts.", ("bicycle",), id="before the noun"),
        pytest.param("There were 14 closures of schools and libraries.", ("school", "library"), id="two sorts"),
        pytest.param("There were 9 deaths of horses.", ("horse",), id="not of persons"),
        pytest.param("There were 9 child deaths.", ("child",), id="a sort of those it usually happens to"),
        pytest.param("There were 9 frost deaths.", (), id="a cause"),
        pytest.param("There were 9 deaths from frost.", (), id="behind another preposition"),
        pytest.param("Police recorded 66 cases of theft of bicycles.", ("bicycle",), id="a case of an event"),
        pytest.param("Консульство зафиксировало 31 отказ в визе.", ("visa",), id="what is refused, in Russian"),
        pytest.param("Произошло 12 краж велосипедов.", ("bicycle",), id="a Russian genitive"),
        pytest.param("There were 12 inspections of shops.", (), id="what comes to one thing again and again"),
    ],
)
def test_an_event_happens_to_what_its_noun_is_of(figures_of: FiguresOf, text: str, patient: tuple[str, ...]) -> None:
    assert figures_of(text)[0].terms.patient == patient


@pytest.mark.parametrize(
    ("text", "action"),
    [
        pytest.param("Forest Watch recorded 86 fires extinguished in 2023.", "extinguished", id="recorded"),
        pytest.param("The Bar Association counted 12 defendants acquitted.", "acquitted", id="counted"),
        pytest.param("По словам врача, зафиксировано 6 случаев смерти от гриппа.", "умер", id="cases of an event"),
    ],
)
def test_what_only_tells_of_a_deed_leaves_it_to_the_noun(figures_of: FiguresOf, text: str, action: str) -> None:
    assert (figures_of(text)[0].action or "").startswith(action)


@pytest.mark.parametrize(
    ("text", "does"),
    [
        pytest.param("At least 130 prisoners reported torture.", ("report",), id="a verb of saying"),
        pytest.param("In May 45 teachers resigned.", ("resign",), id="no object"),
        pytest.param("The prison released 45 prisoners.", (), id="done to them"),
        pytest.param("45 prisoners were released.", (), id="passive"),
        pytest.param("На питание пожаловались 210 пациентов.", ("complain",), id="a Russian subject behind its verb"),
        pytest.param("The number of beds rose to 355.", (), id="a level"),
        pytest.param("Число коек выросло до 355.", (), id="a level, in Russian"),
        pytest.param("На матче 120 человек задержали.", (), id="a Russian object before its verb"),
    ],
)
def test_those_counted_did_what_their_verb_says(figures_of: FiguresOf, text: str, does: tuple[str, ...]) -> None:
    assert figures_of(text)[0].terms.does == does
