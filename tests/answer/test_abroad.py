"""A figure of a text in one language, said in the other."""

import pytest

from qa_bot.answer.wording import headline
from qa_bot.schema import Terms
from tests.answer.conftest import Paper


def test_a_known_deed_is_said_in_the_language_of_the_question():
    figure = Paper("30 bids for wharves were cancelled").count(
        "30", counted="bids for wharves", action="cancelled", terms=Terms(head=("bid",), action=("cancel",))
    )
    assert headline(figure, "ru") == "30 «bids for wharves» отменено"


def test_an_unknown_deed_is_quoted():
    figure = Paper("30 bids were zorked").count("30", counted="bids", action="zorked", terms=Terms(action=("zork",)))
    assert headline(figure, "ru") == "30 «bids» «zorked»"


@pytest.mark.parametrize(
    ("head", "said"), [pytest.param("мост", "“сданы”", id="bridges"), pytest.param("exam", "passed the exam", id="an examination")]
)
def test_a_deed_whose_object_is_not_told_is_quoted(head, said):
    figure = Paper("Сданы 3").count("3", action="сданы", terms=Terms(head=(head,), action=("pass-exam",)))
    assert headline(figure.model_copy(update={"language": "ru"}), "en") == f"3 {said}"


@pytest.mark.parametrize(
    ("actor", "terms", "said"),
    [
        pytest.param("Norway", ("@NO",), "(Норвегия)", id="a state"),
        pytest.param("European states", ("@european", "country"), "(европейские страны)", id="the states of a group"),
        pytest.param("the board of Port Ellis", ("board", "port"), "(«the board of Port Ellis»)", id="anybody else"),
    ],
)
def test_who_acts_is_named_where_both_languages_have_a_name(actor, terms, said):
    figure = Paper("30 bids").count("30", counted="bids", actor=actor, terms=Terms(actor=terms))
    assert headline(figure, "ru") == f"30 «bids» {said}"


def test_a_way_is_said_with_the_name_of_the_state():
    figure = Paper("30 boats sent to Norway").count("30", counted="boats", direction="to Norway", terms=Terms(direction=("to:@NO",)))
    assert headline(figure, "ru") == "30 «boats» (куда: Норвегия)"


def test_an_office_has_its_own_name_and_a_person_that_of_the_text():
    office = Paper("30 bids").count("30", counted="bids", claimant="Ministry of Health")
    person = Paper("30 bids").count("30", counted="bids", claimant="Ada Blom")
    assert "Минздрав" in headline(office, "ru")
    assert "Ada Blom" in headline(person, "ru")


def test_people_need_no_quotation_marks():
    figure = Paper("30 persons died").count("30", counted="persons", unit="person", action="died", terms=Terms(action=("die",)))
    assert headline(figure, "ru") == "30 человек умерло"


def test_a_russian_figure_is_said_in_english():
    paper = Paper("Отменено 12 рейсов паромов", language="ru")
    figure = paper.count("12", counted="рейсов паромов", action="отменено", terms=Terms(head=("flight",), action=("cancel",)))
    assert headline(figure, "en") == "12 “рейсов паромов” cancelled"
