"""What stands in brackets or behind "compared with" counts what the figure does that it stands for."""

from collections.abc import Callable

import pytest

from qa_bot.schema import Figure, Measure

FiguresOf = Callable[[str], list[Figure]]


def test_numbers_in_brackets_stand_for_those_before_them_one_by_one(figures_of: FiguresOf) -> None:
    figures = figures_of("The yard built 96 boats, of which 71 were sailing boats (2022: 88 and 60).")
    assert [(figure.surface, figure.counted, figure.period.start.year if figure.period and figure.period.start else None) for figure in figures[2:]] == [
        ("88", "boats", 2022),
        ("60", figures[1].counted, 2022),
    ]  # fmt: skip
    assert figures[3].part_of is not None
    assert figures[3].part_of.value == 88


def test_one_number_in_brackets_stands_for_the_last(figures_of: FiguresOf) -> None:
    assert [figure.counted for figure in figures_of("The yard built 96 boats and 14 rafts (2022: 11).")] == ["boats", "rafts", "rafts"]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        pytest.param(
            "In May 31 new measles cases were reported, compared with 24 cases in April.", "new measles cases", id="compared with"
        ),
        pytest.param("We planted 310 young oaks against 180 oaks in 2022.", "young oaks", id="against"),
        pytest.param("We planted 310 young oaks and felled 180 oaks.", "oaks", id="no comparison"),
        pytest.param("We planted 310 young oaks, compared with 180 old oaks in 2022.", "old oaks", id="its own word"),
    ],
)
def test_what_is_compared_is_described_alike(figures_of: FiguresOf, text: str, counted: str) -> None:
    assert figures_of(text)[-1].counted == counted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Deer ate 96 vines. The park paid growers 118,000 euros; growers had claimed 165,000.",
            (Measure.MONEY, "EUR", "claimed"),
            id="claimed",
        ),
        pytest.param("The town offered 40,000 euros, but the owner wanted 55,000.", (Measure.MONEY, "EUR", "wanted"), id="wanted"),
    ],
)
def test_what_somebody_claimed_behind_a_sum_is_money(figures_of: FiguresOf, text: str, expected: tuple[Measure, str, str]) -> None:
    last = figures_of(text)[-1]
    assert (last.measure, last.unit) == expected[:2]
    assert last.actor is not None


def test_far_smaller_numbers_are_none(figures_of: FiguresOf) -> None:
    assert figures_of("Seven permits were issued. The park paid 118,000 euros; hunters had asked for 20.")[-1].measure is Measure.COUNT


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("Since 2000 bears have attacked 16 people.", 16, id="animals"),
        pytest.param("Since 1990 people have left 40 villages.", 40, id="people"),
    ],
)
def test_a_year_before_a_subject_counts_nothing(figures_of: FiguresOf, text: str, value: int) -> None:
    figures = figures_of(text)
    assert [figure.value for figure in figures] == [value]
    assert figures[0].period is not None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The farm kept 210 goats and 35 cows in 2022. In 2021 the figures were 190 and 41.",
            [("190", "goats", 2021), ("41", "cows", 2021)],
            id="in-the-next-sentence",
        ),
        pytest.param(
            "In 2022 the choir gave 12 concerts and 4 workshops; in 2021 the numbers were 9 and 3.",
            [("9", "concerts", 2021), ("3", "workshops", 2021)],
            id="behind-a-semicolon",
        ),
    ],
)
def test_the_figures_were_those_of_another_time(figures_of: FiguresOf, text: str, expected: list[tuple[str, str, int]]) -> None:
    told = figures_of(text)[-2:]
    assert [
        (each.surface, each.counted, each.period.start.year if each.period and each.period.start else None) for each in told
    ] == expected


def test_more_figures_than_before_stand_for_none_of_them(figures_of: FiguresOf) -> None:
    told = figures_of("The farm kept 210 goats and 35 cows in 2022. In 2021 the figures were 190, 41 and 7.")[-3:]
    assert [each.counted for each in told] != ["goats", "cows", "cows"]


def test_a_verb_left_out_gives_its_deed_to_nobody_else(figures_of: FiguresOf) -> None:
    last = figures_of("In May 48 pupils got a first badge and 39 a second badge.")[-1]
    assert (last.counted, last.action) == ("a second badge", None)


RECALLED = [
    pytest.param(
        "В районе зарегистрировано 140 аварий, ранены 52 человека; годом ранее – 155 и 61.",
        [("155", "авария"), ("61", "person")],
        id="ru dash",
    ),
    pytest.param("The shelter took in 96 dogs and 71 cats; in 2021, 88 and 60.", [("88", "dog"), ("60", "cat")], id="year"),
    pytest.param("The yard built 96 boats and mended 71 rafts, against 88 and 60 in 2021.", [("88", "boat"), ("60", "raft")], id="against"),
]


@pytest.mark.parametrize(("text", "last"), RECALLED)
def test_numbers_behind_a_time_stand_for_those_before_one_by_one(figures_of: FiguresOf, text: str, last: list[tuple[str, str]]) -> None:
    assert [(figure.surface, figure.unit) for figure in figures_of(text)[2:]] == last
