"""What stands with a neighbour in the sentence is beside a figure, and no word of its own."""

import pytest


@pytest.mark.parametrize(
    ("text", "surface", "beside"),
    [
        pytest.param("Some 61 fires were caused by lightning and 70 by people.", "61", "person", id="phrases behind one preposition"),
        pytest.param("Some 61 fires were caused by lightning and 70 by people.", "70", "lightn", id="and the other way round"),
        pytest.param("The club won 12 matches, drew 5 and lost 3.", "3", "win", id="verbs"),
        pytest.param("Referees showed 311 yellow cards and 28 red cards.", "28", "yellow-card", id="nouns of one sort"),
        pytest.param("The depot shipped 900 tents and 12 tonnes of rice.", "12", "tent", id="things in a list"),
        pytest.param("The clinic did 90 operations, 12 of which were emergencies.", "90", "emergency", id="a part"),
    ],
)
def test_words_of_a_neighbour_stand_beside_a_figure(figures_of, text: str, surface: str, beside: str):
    figure = next(figure for figure in figures_of(text) if figure.surface == surface)
    assert beside in figure.terms.beside
    assert beside not in figure.terms.other


@pytest.mark.parametrize(
    ("text", "surface", "shared"),
    [
        pytest.param("Some 61 fires were caused by lightning and 70 by people.", "70", "fire", id="a noun left out"),
        pytest.param("The club won 12 matches, drew 5 and lost 3.", "3", "match", id="a noun left out, with verbs"),
        pytest.param("The clinic did 90 operations, 12 of which were emergencies.", "12", "oper", id="the noun of the whole"),
        pytest.param("The county promised 5 million pounds for a new wing with 60 beds.", "60", "wing", id="nouns of two sorts"),
    ],
)
def test_words_that_a_figure_shares_are_not_beside_it(figures_of, text: str, surface: str, shared: str):
    figure = next(figure for figure in figures_of(text) if figure.surface == surface)
    assert shared not in figure.terms.beside


def test_phrases_are_noted_with_their_prepositions(figures_of):
    figure = figures_of("In 2021, 215 candidates received the top mark in mathematics.")[0]
    assert "in:mathematics" in figure.terms.adjuncts


def test_a_verb_takes_its_parted_preposition(figures_of):
    assert figures_of("The governor asked the army for 6 helicopters.")[0].terms.action == ("request",)


def test_a_named_entry_behind_an_article_is_a_figure(figures_of):
    figures = figures_of("The Green List won 14 seats, the Farmers' Party 11 and the Labour Union 10.")
    assert [figure.surface for figure in figures] == ["14", "11", "10"]


@pytest.mark.parametrize(
    ("text", "surface", "doer"),
    [
        pytest.param("Moss Rovers won 19 matches. They scored 51 goals.", "51", "moss", id="a pronoun"),
        pytest.param("Moss Rovers won 19 matches and lost 7.", "7", "moss", id="a shared subject"),
    ],
)
def test_a_doer_is_taken_from_the_verb_before(figures_of, text: str, surface: str, doer: str):
    figure = next(figure for figure in figures_of(text) if figure.surface == surface)
    assert doer in figure.terms.actor


def test_a_named_district_is_a_place(figures_of):
    assert "belan" in figures_of("In neighbouring Belan district, 77 cases were registered.")[0].terms.place


def test_a_number_behind_the_noun_is_the_whole(figures_of):
    figures = figures_of("Клуб выиграл 41 матч из 60.")
    assert [(figure.surface, figure.part_of is not None) for figure in figures] == [("41", True), ("60", False)]


def test_how_much_more_something_costs_is_a_change(figures_of):
    assert [figure.measure.value for figure in figures_of("A ticket costs 31 crowns, 3 crowns more than in 2021.")][1] == "change"


def test_a_thing_counted_is_beside_what_is_weighed(figures_of):
    blankets, food = figures_of("The charity handed out 15,000 blankets and 42 tonnes of food.")
    assert "blanket" in food.terms.beside
    assert "food" in blankets.terms.beside
