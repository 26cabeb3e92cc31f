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
        pytest.param("На ремонт школы потратили 300 млн рублей.", None, id="the genitive behind what a preposition introduces"),
        pytest.param("Театр посетили 300 человек.", None, id="what is no subject of the verb"),
        pytest.param("Port Vale sold 300 tickets.", "Port Vale", id="a name that opens the sentence keeps its capital"),
    ],
)
def test_the_subject_of_the_verb_did_it(figures_of: FiguresOf, text: str, actor: str | None) -> None:
    assert figures_of(text)[0].actor == actor


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        pytest.param(
            "Harrow Terns won. In the 2021-22 season they had finished with 44 points.", "Harrow Terns", id="they behind a season"
        ),
        pytest.param("A jury acquitted the nurse Ida Sol. She had spent 214 days in custody.", "Ida Sol", id="she is no jury"),
        pytest.param(
            "A jury acquitted the nurse Ida Sol of two thefts. She had spent 214 days in custody.", "Ida Sol", id="she is not who acted"
        ),
        pytest.param("Mira Koll was fined. Later Tom Brandt left. He had stolen 14 bicycles.", "Tom Brandt", id="he is the last"),
        pytest.param("Vera Stone, a nurse, told reporters that she had seen 14 bats.", "Vera Stone", id="within the sentence"),
        pytest.param("The council met on Monday. It approved 14 permits.", "The council", id="it is a body"),
        pytest.param("Bren Foods and Osk Mills merged. They dismissed 40 workers.", "Bren Foods and Osk Mills", id="both of them"),
        pytest.param(
            "The judges fined Bren Foods. Osk Mills was fined. They fined Ivo Marn 900 crowns.",
            "The judges",
            id="who was fined fined nobody",
        ),
        pytest.param("The rain stopped. It took 14 days to pump the water out.", None, id="it is nobody"),
        pytest.param("Kell Tigers had a good year. The club paid 5 million crowns for Ivo Marn.", "Kell Tigers", id="the club"),
        pytest.param("Nord Bank shrank. Sur Bank grew. The bank dismissed 310 people.", "Sur Bank", id="the bank last named"),
        pytest.param("Captain Ivo Marn was hurt. The club paid 900 crowns.", "the club", id="a captain is no club"),
        pytest.param(
            "Kell Tigers had a good year. Forward Ivo Marn was hurt. The club paid 900 crowns.", "Kell Tigers", id="nor is a forward"
        ),
        pytest.param("May Lind signed 30 contracts.", "May Lind", id="a month for a first name"),
        pytest.param("Lena Holt, a baker, sold 40 loaves.", "Lena Holt", id="whom an apposition explains"),
    ],
)
def test_a_pronoun_or_a_general_word_stands_for_the_last_fitting_subject(figures_of: FiguresOf, text: str, actor: str | None) -> None:
    assert figures_of(text)[-1].actor == actor


def test_the_sentence_that_names_the_doer_is_quoted_too(figures_of: FiguresOf) -> None:
    text = "Ida Sol was freed. She had spent 214 days in custody."
    assert [(span.start, span.end) for span in figures_of(text)[0].scope_quotes] == [(0, text.index(" She"))]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Police and soldiers arrested 40 people.", "police and soldiers"),
        ("Norway, Sweden and Denmark sent 40 boats.", "Norway, Sweden and Denmark"),
        ("In Larne, the union and the church collected 300 coats.", "the union and the church"),
        ("About 3,400 cooks and porters stopped work at six schools.", "cooks and porters"),
        ("In May and June the guards caught 40 men.", "the guards"),
    ],
)
def test_those_joined_by_and_did_it_together(figures_of: FiguresOf, text: str, actor: str) -> None:
    assert figures_of(text)[-1].actor == actor


@pytest.mark.parametrize(
    ("text", "deeds"),
    [
        ("Союз рыбаков сообщил, что в мае уволились 30 шкиперов.", [("уволились", None)]),
        ("Завод сообщил, что приют принял 30 собак.", [("принял", "приют")]),
        (
            "Прокуратура выявила хищения на 30 млн рублей. Дирекция признала хищения на 20 млн рублей.",
            [("выявила", "прокуратура"), ("признала", "дирекция")],
        ),
        ("Уволились 46 токарей, а нанять удалось только 29.", [("уволились", None), ("нанять", None)]),
        ("Закрылись 12 лавок, открыть успели лишь пять.", [("закрылись", None), ("открыть", None)]),
    ],
)
def test_the_inner_clause_has_its_own_verb_and_doer(figures_of: FiguresOf, text: str, deeds: list[tuple[str, str | None]]) -> None:
    assert [(figure.action, figure.actor) for figure in figures_of(text)] == deeds
