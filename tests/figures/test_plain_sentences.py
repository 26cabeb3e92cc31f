"""Sentences as papers write them: ages in between, levels before, prices for so many, changes of one's own, days on which it was said."""

from collections.abc import Callable

import pytest

from qa_bot.schema import Figure, Measure

FiguresOf = Callable[[str], list[Figure]]


def of(figures: list[Figure], surface: str) -> Figure:
    return next(figure for figure in figures if figure.surface == surface)


@pytest.mark.parametrize(
    ("text", "surface", "action"),
    [
        pytest.param("Five men, aged between 24 and 51, were arrested.", "Five", "arrested", id="between"),
        pytest.param("Two women, aged 30 and 41, died.", "Two", "died", id="two ages"),
        pytest.param("Three boys, all aged 12, were hurt.", "Three", "hurt", id="all aged"),
        pytest.param("Some 40 people aged 12 to 18 were hurt.", "40", "hurt", id="no commas"),
        pytest.param("Five men, including two teachers, were arrested.", "Five", "arrested", id="a part"),
    ],
)
def test_ages_between_hide_no_deed(figures_of: FiguresOf, text: str, surface: str, action: str) -> None:
    assert of(figures_of(text), surface).action == action


def test_all_aged_so_much_have_that_age(figures_of: FiguresOf) -> None:
    age = of(figures_of("Three boys, all aged 12, were hurt."), "12")
    assert (age.measure, age.unit) == (Measure.QUANTITY, "year")


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        pytest.param("Spending will reach 2.1% of GDP this year, up from 1.7% in 2023.", None, id="up from"),
        pytest.param("The board proposes a dividend of 85 cents, up from 72 cents.", None, id="money"),
        pytest.param("They expect 400 guests in 2025, down from 700.", None, id="down from"),
        pytest.param("They plan 12 homes in Orm and 14 in Varn.", "planned", id="no level before"),
    ],
)
def test_the_level_before_what_is_planned_is_a_fact(figures_of: FiguresOf, text: str, modality: str | None) -> None:
    planned, before = figures_of(text)
    assert planned.modality is not None
    assert (before.modality.value if before.modality else None) == modality


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        pytest.param("The price of eggs is 48 crowns a dozen.", ["48"], id="a dozen"),
        pytest.param("Roses cost £5 a hundred.", ["£5"], id="a hundred"),
        pytest.param("It sold 40 cakes, a dozen of them to schools.", ["40", "a dozen"], id="a part"),
        pytest.param("A loaf costs $3, a dozen eggs $4.", ["$3", "a dozen", "$4"], id="a noun behind"),
        pytest.param("He has a dozen.", ["a dozen"], id="no sum before"),
        pytest.param("She paid £4, a thousand more than he did.", ["£4", "a thousand"], id="behind a comma"),
    ],
)
def test_for_how_many_a_price_is_counts_nothing(figures_of: FiguresOf, text: str, surfaces: list[str]) -> None:
    assert [figure.surface for figure in figures_of(text)] == surfaces


@pytest.mark.parametrize(
    ("text", "surface", "counted", "measure"),
    [
        pytest.param(
            "Food was 4.1% dearer than before, while clothing became 0.6% cheaper.", "0.6%", "clothing", "change", id="of its own"
        ),
        pytest.param(
            "There were 40 fires, 12 more than in May, and deaths were 3 fewer.", "3", "deaths", "change", id="a count of its own"
        ),
        pytest.param("There were 40 fires, 12 more than in May.", "12", "fires", "change", id="of what stands before"),
        pytest.param("The port had 14 million guests, still 6% below the level of 2019.", "6%", "guests", "change", id="below a level"),
        pytest.param("Some 12% of homes are below the poverty line.", "12%", "homes", "share", id="below a line"),
        pytest.param("In 3% of schools results were below the level required.", "3%", None, "share", id="results below a level"),
        pytest.param("The drug cut the risk of a stroke by 27%.", "27%", "risk", "change", id="a long object"),
        pytest.param("The mayor cut the list of plans backed by 60%.", "60%", None, "share", id="backed by"),
        pytest.param("House prices slipped 0.4% in May.", "0.4%", "House prices", "change", id="slipped"),
        pytest.param("A boy slipped on ice 3 times.", "3", None, "count", id="slipped on ice"),
        pytest.param("She threw 68 metres, 1.2 metres farther than before.", "1.2", "metres", "change", id="farther than"),
        pytest.param("Some 40 older people came.", "40", "older people", "count", id="older people"),
        pytest.param("The bridge is 12 metres long.", "12", "bridge", "quantity", id="long"),
        pytest.param("The peak is 200 metres above sea level.", "200", "peak", "quantity", id="above sea level"),
    ],
)
def test_changes_are_told_from_levels(figures_of: FiguresOf, text: str, surface: str, counted: str | None, measure: str) -> None:
    figure = of(figures_of(text), surface)
    assert figure.measure.value == measure
    assert counted is None or (figure.counted or "").startswith(counted)


@pytest.mark.parametrize(
    ("text", "surface", "year", "month"),
    [
        pytest.param("The firm said on 3 May 2024 that sales rose 6% to £412 million in 2023.", "6%", 2023, 1, id="behind the next number"),
        pytest.param("The firm said on 3 May 2024 that it sold 40 cars, and 12 vans in 2022.", "40", 2024, 5, id="of another number"),
        pytest.param("The union said on 3 May 2024 that 300 people left on 2 May 2024.", "300", 2024, 5, id="its own day"),
        pytest.param("In May 2024 sales rose 6% to £412 million and in 2023 by 4%.", "6%", 2024, 5, id="no day on which it was said"),
    ],
)
def test_the_day_on_which_it_was_said_gives_way(figures_of: FiguresOf, text: str, surface: str, year: int, month: int) -> None:
    period = of(figures_of(text), surface).period
    assert period is not None
    assert period.start is not None
    assert (period.start.year, period.start.month) == (year, month)
