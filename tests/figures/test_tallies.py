"""In a row of names each number is that of the name right before it."""

import pytest


@pytest.mark.parametrize(
    ("text", "surface", "actor"),
    [
        pytest.param(
            "Most loaves: Ruth Penn (Hollin) 212 loaves, Tomas Gray (Oss) 187, Ida Vole (Oss) 164.", "187", "Tomas Gray", id="teams"
        ),
        pytest.param("Top sellers: Ben Arlo 91 boats, Mia Stroud 77, Otto Fenn 52.", "52", "Otto Fenn", id="no brackets"),
        pytest.param("The best were Lea Orn with 14 wins, Kai Mott with 11 and Jan Ruud with nine.", "nine", "Jan Ruud", id="with"),
        pytest.param("Лучшие: Иван Лунин («Сокол») 24 гола, Пётр Грач («Маяк») 19.", "19", "Пётр Грач", id="Russian"),
    ],
)
def test_a_number_is_its_names(figures_of, text: str, surface: str, actor: str):
    figures = figures_of(text)
    figure = next(figure for figure in figures if figure.surface == surface)
    assert actor in (figure.actor, figure.place)
    assert all(actor not in (other.actor, other.place) for other in figures if other is not figure)


def test_the_other_names_of_a_row_stand_beside_a_figure(figures_of):
    figure = figures_of("Most loaves: Ruth Penn (Hollin) 212 loaves, Tomas Gray (Oss) 187.")[0]
    assert {"gray", "oss"} <= {*figure.terms.beside}
    assert "hollin" in figure.terms.other


def test_states_of_a_row_are_places(figures_of):
    figures = figures_of("The leading buyers were Norway with 40 boats, Chile with 31 and Peru with 12.")
    assert [figure.terms.place for figure in figures] == [("@NO",), ("@CL",), ("@PE",)]


def test_one_name_alone_makes_no_row(figures_of):
    figure = figures_of("The fleet met in Hollin, and in Larn 31 boats sank.")[0]
    assert figure.actor is None


def test_matches_won_drawn_and_lost_are_counted_apart(figures_of):
    """«Ничьих» is also a form of «ничей», which counts nothing."""
    figures = figures_of("Команда набрала 55 очков в 30 играх: 15 побед, 9 ничьих и 6 поражений.")
    assert [(figure.surface, figure.counted) for figure in figures if figure.surface in ("15", "9", "6")] == [
        ("15", "побед"),
        ("9", "ничьих"),
        ("6", "поражений"),
    ]
