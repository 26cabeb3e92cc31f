"""Who did what is counted."""

from collections.abc import Callable

import pytest

from qa_bot.schema import Figure

FiguresOf = Callable[[str], list[Figure]]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The ferry service of Norr county made 900 trips in 2022.", "the ferry service of Norr county"),
        ("The ferry has 90 seats.", None),
    ],
)
def test_who_makes_something_is_its_doer_and_who_has_it_is_none(figures_of: FiguresOf, text: str, actor: str | None) -> None:
    assert figures_of(text)[0].actor == actor


def test_a_sum_of_money_does_nothing(figures_of: FiguresOf) -> None:
    figures = figures_of("Of this, 5.1 billion crowns go to schools, 2.2 billion crowns to clinics.")
    assert [figure.actor for figure in figures] == [None, None]


def test_what_is_sold_is_not_paid(figures_of: FiguresOf) -> None:
    figures = figures_of(
        "The club paid 7 million euros for Karl Osei in July and sold defender Luis Prado to Northport for 4 million euros."
    )
    assert [figure.action for figure in figures] == ["paid", "sold"]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        pytest.param("Районные библиотеки выдали в 2023 году 300 книг.", "районные библиотеки", id="the form is a genitive, too"),
        pytest.param("Работники библиотеки выдали 300 книг.", "работники библиотеки", id="the genitive behind belongs to it"),
        pytest.param("Пригородные поезда Заречной области перевезли 300 пассажиров.", "пригородные поезда Заречной области", id="whose"),
        pytest.param("Театр посетили 300 человек.", None, id="what is no subject of the verb"),
        pytest.param("Port Vale sold 300 tickets.", "Port Vale", id="a name that opens the sentence keeps its capital"),
    ],
)
def test_the_subject_of_the_verb_did_it(figures_of: FiguresOf, text: str, actor: str | None) -> None:
    assert figures_of(text)[0].actor == actor
