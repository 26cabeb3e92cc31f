"""Two lists told in one order: each number belongs to the item that stands in its place."""

from collections.abc import Callable

import pytest

from qa_bot.schema import Figure

FiguresOf = Callable[[str], list[Figure]]
BOTH = "Anna Lind and Boris Vey"


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        pytest.param(
            "Anna Lind, Boris Vey and Carla Hume scored 12, 9 and 7 goals respectively.",
            [("12", "Anna Lind", "goal"), ("9", "Boris Vey", "goal"), ("7", "Carla Hume", "goal")],
            id="respectively",
        ),
        pytest.param("The men and the women won 12 and 9 medals respectively.", [("12", "The men", "medal"), ("9", "the women", "medal")], id="no names"),
        pytest.param("Norway and Denmark sent 40 and 13 boats.", [("40", "Norway", "boat"), ("13", "Denmark", "boat")], id="names alone"),
        pytest.param(
            "Норвегия, Швеция и Дания направили 40, 25 и 13 кораблей соответственно.",
            [("40", "Норвегия", "корабль"), ("25", "Швеция", "корабль"), ("13", "Дания", "корабль")],
            id="Russian",
        ),
        pytest.param("Anna Lind and Boris Vey opened 12 shops and closed 9.", [("12", BOTH, "shop"), ("9", BOTH, "shop")], id="two deeds"),
    ],
)  # fmt: skip
def test_who_did_it_stands_in_the_same_place(figures_of: FiguresOf, text: str, doers: list[tuple[str, str, str]]) -> None:
    assert [(figure.surface, figure.actor, figure.unit) for figure in figures_of(text)] == doers


def test_sums_are_given_in_the_order_of_those_who_got_them(figures_of: FiguresOf) -> None:
    figures = figures_of("Two farms, Oldfield and Hillside, received grants of €1,250 and €600.")
    assert [(figure.surface, figure.actor, figure.counted) for figure in figures[1:]] == [
        ("€1,250", "Oldfield", "grants"),
        ("€600", "Hillside", "grants"),
    ]


def test_places_may_stand_before_or_behind(figures_of: FiguresOf) -> None:
    before = figures_of("The schools in Larne, Doon and Perrin enrolled 410, 230 and 95 pupils, in that order.")
    behind = figures_of("The court heard 40 and 13 cases in Larne and Perrin respectively.")
    assert [(figure.surface, figure.place) for figure in (*before, *behind)] == [
        ("410", "Larne"), ("230", "Doon"), ("95", "Perrin"), ("40", "Larne"), ("13", "Perrin"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    ["In 2021 and 2022 the museum sold 1,200 and 1,400 tickets respectively.", "В 2021 и 2022 годах музей продал 1200 и 1400 билетов соответственно."],
)  # fmt: skip
def test_periods_are_told_apart(figures_of: FiguresOf, text: str) -> None:
    assert [figure.period.start.year for figure in figures_of(text) if figure.period and figure.period.start] == [2021, 2022]


def test_lists_of_different_length_say_nothing(figures_of: FiguresOf) -> None:
    figures = figures_of("Norway, Sweden and Denmark sent 40 and 13 boats.")
    assert {figure.actor for figure in figures} == {"Norway, Sweden and Denmark"}
