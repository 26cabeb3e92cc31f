"""Bulletins and reports: what there was since a season began, whose part a number is, what a share is of, a date that is only a cause's."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer

TICKS = """\
---
title: Tick bulletin, week 24
publisher: Ammerland Health Office
published: 2024-06-18
---

- 60 tick bites were treated in week 24.
- 7 deaths among patients were reported.
- Hospital stays rose to 48, from 33 in week 23. Of these, 9 were in intensive care.
- Since the start of the season (week 18, 2024) there have been 512 tick bites and 31 deaths.
"""
STRIKES = """\
# Orvania: strikes 2024

The capital, Larn, accounts for 21 of the strikers and the northern province of Tesk for 13.
"""
FERRIES = """\
---
title: Tarrow Ferries, half-year results
published: 2024-08-08
---

Freight revenue came to £40m. Orvania accounted for 62% of freight revenue.

Ticket revenue fell 2.4% to £12.3m, mainly as a result of the loss of the Orle contract in February. Cafés brought in £2.2m.
"""
FIRES = """\
# Fires in Tolve county, 2022

| District | Fires | Injured | Burnt homes | Of which forest fires |
|---|---|---|---|---|
| North | 40 | 12 | 30 | 9 |
| South | 55 | 20 | 41 | 21 |

| Hospital | Patients | Beds | Of which in single rooms |
|---|---|---|---|
| Orle | 90 | 60 | 12 |
"""
PRICES = """\
---
title: Statistics of Orvania
publisher: Bank of Orvania
published: 2024-11-07
---

Twelve-month inflation was 4.1 percent in October. Core inflation, which leaves out fuel, was 2.9 percent.
The Bakers' Guild, for its part, puts wage growth at 8.3 percent.
"""
QUAKE = """\
# Quake in Tolve, 4 May 2023

Most of the dead, 60, were in Orle, and 21 people died in Hest. No deaths were reported from the provincial capital, Merava.

## Earlier updates

- 16:15 The ministry says 77 people have died. It withdraws an earlier statement that 90 had been killed, blaming double counting in Orle.
"""
MINES = """\
# Halden Mines, 2023

The firm laid off 620 miners in 2023, up from 490 in 2022.

At least 80 foremen were on the staff in May 2023. Eleven of the 80 are women.
"""
COUNCIL = """\
---
title: Tolve Courier
published: 2024-03-07
---

Tolve borough councillors met on Tuesday night.

The council expects to shed 85 posts, 60 of them vacant. Last year it cut 120.
"""
JAILED = """\
# Orvania: prison census 2024

At least 40 sailors were behind bars in Orvania on 1 December 2024, up from 31 a year earlier.

No sailor was killed at sea in 2024, compared with three in 2023.
"""
AnswererOf = Callable[[Mapping[str, str]], Answerer]


@pytest.mark.parametrize(
    ("text", "question", "surfaces"),
    [
        pytest.param(TICKS, "How many people have died since the start of the season?", ["31"], id="since the start"),
        pytest.param(TICKS, "How many tick bites have there been since week 18?", ["512"], id="since the week"),
        pytest.param(TICKS, "How many tick bites were there in week 18?", [], id="not in the week"),
        pytest.param(STRIKES, "How many strikers are in Larn?", ["21"], id="accounts for"),
        pytest.param(STRIKES, "How many strikers are in Tesk?", ["13"], id="and another for"),
        pytest.param(STRIKES, "How many strikers are in Selby?", [], id="no other"),
        pytest.param(FERRIES, "What was the freight revenue?", ["£40m"], id="no share of it"),
        pytest.param(PRICES, "What is the inflation rate in Orvania?", ["4.1 percent"], id="no core inflation"),
        pytest.param(PRICES, "What is core inflation?", ["2.9 percent"], id="core inflation"),
        pytest.param(PRICES, "What is wage growth according to the Bakers' Guild?", ["8.3 percent"], id="behind an aside"),
        pytest.param(QUAKE, "How many people died in Orle?", ["60"], id="not what a later sentence places"),
        pytest.param(QUAKE, "How many people died in Merava?", ["No"], id="none in the capital"),
        pytest.param(MINES, "How many miners were dismissed in 2022?", ["490"], id="up from"),
        pytest.param(MINES, "How many of the foremen are women?", ["Eleven"], id="so many of the so many"),
        pytest.param(COUNCIL, "How many posts did Tolve council cut in 2023?", ["120"], id="the council of the text"),
        pytest.param(COUNCIL, "How many posts did Selby council cut in 2023?", [], id="another council"),
        pytest.param(FIRES, "Which district had the most fires?", ["55", "40"], id="a whole of another column"),
        pytest.param(JAILED, "How many sailors were in prison in Orvania in 2023?", ["31"], id="no killed ones"),
        pytest.param(FERRIES, "What share of freight revenue came from Orvania?", ["62%"], id="the share"),
    ],
)
def test_the_figure_is_that_of_the_time_place_and_measure_asked(
    answerer_of: AnswererOf, text: str, question: str, surfaces: list[str]
) -> None:
    assert [figure.surface for figure in answerer_of({"text.md": text}).ask(question).figures] == surfaces


def test_what_became_more_is_the_whole_of_what_is_told_of_these(answerer_of: AnswererOf) -> None:
    figures = answerer_of({"text.md": TICKS}).index.figures_of_document("text.md")
    part = next(figure for figure in figures if figure.surface == "9")
    assert part.part_of is not None
    assert part.part_of.value == 48


def test_the_month_of_a_cause_is_not_that_of_the_change(answerer_of: AnswererOf) -> None:
    figures = answerer_of({"text.md": FERRIES}).index.figures_of_document("text.md")
    periods = {figure.surface: figure.period and figure.period.surface for figure in figures}
    assert not any(periods[surface] and "February" in str(periods[surface]) for surface in ("2.4%", "£12.3m", "£2.2m"))


def test_a_column_is_part_of_the_one_whose_thing_it_names(answerer_of: AnswererOf) -> None:
    figures = answerer_of({"text.md": FIRES}).index.figures_of_document("text.md")
    wholes = {figure.surface: figure.part_of.value for figure in figures if figure.part_of is not None}
    assert (wholes["9"], wholes["21"]) == (40, 55)
    assert wholes["12"] == 60
