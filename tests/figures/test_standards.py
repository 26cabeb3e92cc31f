"""With whom a figure is only compared is not who did it."""

import pytest


@pytest.mark.parametrize(
    ("text", "surface", "name"),
    [
        pytest.param("Aas was first with 187 goals, 14 more than Jonas Reitan.", "187", "reitan", id="with a margin"),
        pytest.param("Aas was first with 187 goals, more than Jonas Reitan.", "187", "reitan", id="without one"),
        pytest.param("Unlike the Bergvik Trust, the Solheim Fund lent 61 tents.", "61", "bergvik", id="before the figure"),
        pytest.param("Askvik came second with 52 points, behind Tonsby.", "52", "tonsbi", id="in an order"),
        pytest.param("The choir sold 830 tickets, compared with 640 by the Grimstad orchestra.", "830", "grimstad", id="with a figure"),
        pytest.param("Марина собрала 312 подписей, на 27 больше, чем Пётр Страхов.", "312", "страх", id="Russian"),
        pytest.param("Клуб «Полёт» набрал 52 очка, опередив клуб «Волна» на три очка.", "52", "wave", id="Russian, overtaken"),
    ],
)
def test_names_of_a_standard_stand_beside_a_figure(figures_of, text: str, surface: str, name: str):
    figure = next(figure for figure in figures_of(text) if figure.surface == surface)
    assert name in figure.terms.beside


@pytest.mark.parametrize(
    ("text", "surface", "name"),
    [
        pytest.param("Aas was first with 187 goals, 14 more than Jonas Reitan.", "14", "reitan", id="the margin is theirs, too"),
        pytest.param("Askvik finished three points behind Holm.", "three", "holm", id="a margin in an order"),
        pytest.param("Aas scored 187 goals, compared with 173 by Jonas Reitan.", "173", "reitan", id="the standard's own figure"),
        pytest.param("More than 60 Somali sailors were saved.", "60", "@SO", id="a bound"),
        pytest.param("Some 30 cars stood behind Grimstad Hall.", "30", "grimstad", id="a place"),
    ],
)
def test_names_that_a_figure_shares_with_its_standard_are_not_beside_it(figures_of, text: str, surface: str, name: str):
    figure = next(figure for figure in figures_of(text) if figure.surface == surface)
    assert name not in figure.terms.beside
