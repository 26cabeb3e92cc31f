"""Numbers that were aimed at are told apart from those that were reached."""

from collections.abc import Callable

import pytest

from qa_bot.schema import Figure

FiguresOf = Callable[[str], list[Figure]]

PLANNED = [
    pytest.param("The zoo hatched 14 storks in 2023, short of the 30 that had been planned.", "30", id="that had been planned"),
    pytest.param("The zoo hatched 14 storks in 2023 instead of the 30 it had hoped for.", "30", id="it had hoped for"),
    pytest.param("The zoo hatched 14 storks in 2023, compared with the 30 planned.", "30", id="the planned"),
    pytest.param("The zoo hatched 14 storks in 2023, against a target of 30.", "30", id="a target of"),
    pytest.param("The zoo hatched 14 storks in 2023, missing its goal of 30.", "30", id="missing its goal"),
    pytest.param("The zoo hatched 14 storks in 2023 (target: 30).", "30", id="in brackets"),
    pytest.param("The zoo hatched 14 storks in 2023; its target was 30.", "30", id="its target was"),
    pytest.param("The zoo hatched 14 storks in 2023. The target was 30.", "30", id="a sentence of its own"),
    pytest.param("В 2023 году зоопарк вывел 14 аистов вместо запланированных 30.", "30", id="ru a participle"),
    pytest.param("В 2023 году зоопарк вывел 14 аистов при плане в 30.", "30", id="ru with a plan"),
    pytest.param("В 2023 году зоопарк вывел 14 аистов, хотя планировалось 30.", "30", id="ru a clause"),
    pytest.param("В 2023 году зоопарк вывел 14 аистов. План составлял 30.", "30", id="ru a sentence of its own"),
]


@pytest.mark.parametrize(("text", "surface"), PLANNED)
def test_what_was_planned_is_held_against_what_was_done(figures_of: FiguresOf, text: str, surface: str) -> None:
    done, aim = figures_of(text)
    assert (aim.surface, aim.modality, done.modality) == (surface, "planned", None)
    assert (aim.unit, aim.action, aim.terms.head) == (done.unit, done.action, done.terms.head)


def test_a_plan_for_an_amount_is_no_amount_that_came_about(figures_of: FiguresOf) -> None:
    figures = figures_of(
        "The abbey has agreed a plan for a loss of no more than 4 million euros. It approved a budget with a gap of 90,000 euros."
    )
    assert [figure.modality for figure in figures] == ["planned", "planned"]


def test_a_forecast_that_something_is_held_against_is_expected(figures_of: FiguresOf) -> None:
    figures = figures_of("Growth was 2.1 per cent in 2023, against a forecast of 3.6 per cent.")
    assert [(figure.surface, figure.modality, figure.counted) for figure in figures] == [
        ("2.1 per cent", None, "Growth"),
        ("3.6 per cent", "expected", "Growth"),
    ]


def test_money_spent_is_told_from_the_budget_for_it(figures_of: FiguresOf) -> None:
    spent, budget = figures_of("The abbey spent 2.1 million euros on its roof, against a budget of 2.9 million euros.")
    assert (spent.modality, budget.modality, budget.action) == (None, "planned", "spent")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Some 40 planned operations were cancelled.", id="what is planned by its nature"),
        pytest.param("The inn had 40 guests who had planned to stay.", id="people with plans"),
        pytest.param("The abbey has a budget of 20 million euros.", id="a budget alone"),
        pytest.param("Under the plan, 40 schools were closed.", id="done under a plan"),
        pytest.param("The plan costs 30 million euros.", id="what a plan costs"),
        pytest.param("Проверили 40 плановых аптек.", id="ru an adjective"),
    ],
)
def test_a_word_for_plans_beside_a_number_makes_it_no_plan(figures_of: FiguresOf, text: str) -> None:
    assert [figure.modality for figure in figures_of(text)] == [None]


def test_what_follows_an_aim_goes_on_from_what_was_done(figures_of: FiguresOf) -> None:
    figures = figures_of("Доходы составили 18 млрд рублей при плане 17,9 млрд, расходы – 20 млрд рублей.")
    assert [(figure.measure, figure.modality) for figure in figures] == [("money", None), ("money", "planned"), ("money", None)]


def test_a_number_that_is_said_again_of_a_plan_stays_a_plan(figures_of: FiguresOf) -> None:
    figures = figures_of("The flood destroyed 84 houses. The council had promised to rebuild all 84 by June 2024.")
    assert [(figure.surface, figure.action, figure.modality, figure.unit) for figure in figures] == [
        ("84", "destroyed", None, "house"),
        ("84", "rebuilt", "planned", "house"),
    ]


@pytest.mark.parametrize(
    ("text", "modalities"),
    [
        pytest.param(
            "За 2023 год погибли 298 человек. План на 2024 год – не более 280 погибших.", [None, "planned"], id="Russian for a year"
        ),
        pytest.param(
            "In 2023 there were 61 deaths. The target for 2024: no more than 50 deaths.", [None, "planned"], id="English for a year"
        ),
        pytest.param("Инспекторов в области 312; по нормативу должно быть 560.", [None, "required"], id="Russian norm"),
        pytest.param("Врачей должно хватить, принято 40 человек.", [None], id="Russian-should suffice"),
    ],
)
def test_a_plan_for_a_year_and_a_norm_are_no_facts(
    figures_of: Callable[[str], list[Figure]], text: str, modalities: list[str | None]
) -> None:
    assert [figure.modality.value if figure.modality is not None else None for figure in figures_of(text)] == modalities
