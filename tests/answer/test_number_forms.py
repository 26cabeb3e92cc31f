"""What a figure counts in the form that its number asks for."""

import pytest

from qa_bot.answer.wording import headline
from qa_bot.schema import PartOf, Terms
from tests.answer.conftest import Paper


def _russian(figure):
    return figure.model_copy(update={"language": "ru"})


@pytest.mark.parametrize(
    ("surface", "slots", "said"),
    [
        pytest.param("14", {"unit": "штраф", "counted": "штрафах"}, "14 штрафов", id="oblique"),
        pytest.param("две", {"value": "2", "unit": "заявка", "counted": "заявок"}, "две заявки", id="a number in words"),
        pytest.param("девяти", {"value": "9", "unit": "случай", "counted": "случаям"}, "девяти случаев", id="a genitive in words"),
        pytest.param("пятью", {"value": "5", "unit": "новичок", "counted": "новичками"}, "пятью новичками", id="as both are written"),
        pytest.param("двое", {"value": "2", "unit": "person", "counted": "пожарных"}, "двое пожарных", id="collective"),
        pytest.param(
            "150", {"unit": "житель", "counted": "Жителей посёлка", "bound": "more_than"}, "более 150 жителей посёлка", id="bound"
        ),
        pytest.param("340", {"unit": "person", "counted": "Штат больницы"}, "340 штат больницы", id="what the number does not count"),
        pytest.param("52", {"unit": "km", "measure": "quantity", "counted": "дорогам"}, "52 км дорог", id="what there is so much of"),
        pytest.param("19", {"unit": "day", "measure": "quantity"}, "19 дней", id="a unit alone"),
        pytest.param("54 руб", {"unit": "RUB", "measure": "money", "counted": "профицитом"}, "54 руб профицит", id="a sum"),
    ],
)
def test_in_russian_a_noun_agrees_with_its_number(surface, slots, said):
    terms = Terms(head=("person",)) if slots.get("counted") == "пожарных" else Terms()
    value = slots.get("value", surface.split(" ")[0])
    figure = Paper(f"... {surface} ...").count(surface, terms=terms, **{**slots, "value": value})
    assert headline(_russian(figure), "ru") == said


def test_a_part_of_many_is_one_of_many_things():
    paper = Paper("2 из 60 школ")
    whole = PartOf(figure_id="x", value="60", counted=None)
    figure = paper.count("2", unit="школа", counted="школа").model_copy(update={"part_of": whole, "language": "ru"})
    assert headline(figure, "ru") == "2 из 60 школ"


def test_the_deed_that_opens_a_row_is_said_behind_the_thing():
    figure = Paper("Зарегистрировано браков | 3718").count(
        "3718", unit="брак", counted="Зарегистрировано браков", action="зарегистрировано", label="Зарегистрировано браков"
    )
    assert headline(_russian(figure), "ru") == "3718 браков зарегистрировано"


def test_a_number_in_words_is_said_in_the_language_of_the_question():
    two = Paper("Two people died").count("Two", value="2", unit="person", counted="people", terms=Terms(head=("person",)))
    assert headline(two, "ru") == "два человека"
    three = Paper("Сданы три моста").count("три", value="3", unit="мост", counted="моста")
    assert headline(_russian(three), "en") == "three “моста”"


@pytest.mark.parametrize(
    ("surface", "slots", "said"),
    [
        pytest.param("71.5", {"unit": "year", "measure": "quantity", "counted": "lifetime of a boiler"}, "71.5 years", id="years"),
        pytest.param("1", {"unit": "day", "measure": "quantity"}, "1 day", id="one"),
        pytest.param("8", {"unit": "goal"}, "8 goals", id="a unit alone"),
        pytest.param("8", {"unit": "person"}, "8 people", id="people"),
        pytest.param("9", {"unit": "bus"}, "9 buses", id="buses"),
        pytest.param("40", {"unit": "km/h", "measure": "quantity"}, "40 km/h", id="a symbol"),
        pytest.param(
            "6.2", {"unit": "t", "measure": "quantity", "counted": "Total, Harvest", "label": "Total"}, "6.2 tonnes", id="a table"
        ),
    ],
)
def test_in_english_a_unit_is_named_in_the_form_of_its_number(surface, slots, said):
    figure = Paper(f"... {surface} ...").count(surface, **slots)
    assert headline(figure, "en").startswith(said)


def test_nobody_is_no_unit():
    figure = Paper("No one died").count("No one", value="0", unit="person", action="died")
    assert headline(figure, "en") == "No one died"
