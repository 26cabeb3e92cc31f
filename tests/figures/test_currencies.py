"""Money of which no list knows the name is money all the same; other unknown words behind a scale are not."""

from collections.abc import Callable
from time import process_time

import pytest

from qa_bot.schema import Figure, Measure

FiguresOf = Callable[[str], list[Figure]]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        pytest.param("The fund spent 84 million drels on roads.", "drel", id="spent"),
        pytest.param("The bridge cost 3 million drels.", "drel", id="cost"),
        pytest.param("About 2 million drels was paid to farmers.", "drel", id="paid behind it"),
        pytest.param("The town has a debt of 4.2 million drels.", "drel", id="debt"),
        pytest.param("Revenue fell to 1.1 billion drels.", "drel", id="revenue"),
        pytest.param("There is a fine of 500 drels.", "drel", id="a price without a scale"),
        pytest.param("The fund spent 84 million kwacha.", "kwacha", id="a word without a plural"),
    ],
)
def test_an_unknown_word_beside_a_word_for_money_is_a_currency(figures_of: FiguresOf, text: str, unit: str) -> None:
    assert [(figure.measure, figure.unit) for figure in figures_of(text)] == [(Measure.MONEY, unit)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The brewers planted 2 million tulips.", id="planted"),
        pytest.param("The town paid for 3 million tulips.", id="what was paid for"),
        pytest.param("The works made 3 million bricks.", id="made"),
        pytest.param("The town sent out 3 million leaflets.", id="sent out"),
        pytest.param("The hospitals spent the year on 3 million patients.", id="a known word"),
    ],
)
def test_an_unknown_thing_is_no_money(figures_of: FiguresOf, text: str) -> None:
    assert [figure.measure for figure in figures_of(text)] == [Measure.COUNT]


def test_a_currency_once_known_is_money_wherever_it_stands(figures_of: FiguresOf) -> None:
    figures = figures_of("A ticket is 40 drels.\n\nThe fund spent 84 million drels.")
    assert [(figure.surface, figure.measure) for figure in figures] == [("40 drels", Measure.MONEY), ("84 million drels", Measure.MONEY)]


def test_a_caption_with_a_scale_names_the_money_of_a_table_of_outlays(figures_of: FiguresOf) -> None:
    figures = figures_of("# Outlays of Larne\n\n| Programme, million drels | 2022 |\n|---|---|\n| Roads | 28 |\n| Schools | 40 |")
    assert [(figure.measure, figure.unit, figure.value) for figure in figures] == [
        (Measure.MONEY, "drel", 28_000_000),
        (Measure.MONEY, "drel", 40_000_000),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The fund spent 84 million drels. In May 31 million was paid for roads.", (31_000_000, "drel"), id="a verb of money"),
        pytest.param("The fund spent 84 million drels. Its clinics had 3 million visits. The new pier cost 6 million.", (6_000_000, "drel"), id="visits between"),
        pytest.param("The fund has a budget of 12 million.", (12_000_000, None), id="no currency anywhere"),
    ],
)  # fmt: skip
def test_a_scale_alone_is_money_where_a_verb_or_noun_of_money_says_so(
    figures_of: FiguresOf, text: str, expected: tuple[int, str | None]
) -> None:
    last = figures_of(text)[-1]
    assert (last.measure, last.value, last.unit) == (Measure.MONEY, *expected)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param("In 2022 it built 140 homes out of 200 planned.", [200, None], id="out of"),
        pytest.param("18 million euros was spent of the 25 million planned.", [25_000_000, None], id="a verb between"),
        pytest.param("It spent 84 million euros in 2023 out of 92 million allocated.", [92_000_000, None], id="a year between"),
    ],
)
def test_a_sum_may_be_part_of_one_further_on(figures_of: FiguresOf, text: str, parts: list[int | None]) -> None:
    assert [figure.part_of.value if figure.part_of else None for figure in figures_of(text)] == parts


def test_what_became_of_a_whole_is_not_said_of_its_part(figures_of: FiguresOf) -> None:
    spent, whole = figures_of("The fund spent 84 million euros in 2023 out of 92 million allocated.")
    assert spent.action == "spent" != whole.action


def test_the_whole_of_a_share_was_not_spent(figures_of: FiguresOf) -> None:
    *_, whole = figures_of("The fund spent 18 million euros, or 90 % of the 20 million euros that it had been given.")
    assert whole.action != "spent"


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        pytest.param("The growers owed 4 million pounds. The fee is 40 pounds.", Measure.MONEY, id="money"),
        pytest.param("The growers owed 4 million pounds. A crate weighs 40 pounds.", Measure.COUNT, id="weight"),
    ],
)
def test_pounds_are_money_where_a_text_has_millions_of_them_and_weighs_nothing(figures_of: FiguresOf, text: str, measure: Measure) -> None:
    assert figures_of(text)[-1].measure is measure


def test_a_word_that_stands_behind_a_scale_often_is_looked_up_once(figures_of: FiguresOf) -> None:
    began = process_time()
    figures_of("million " * 40_000)
    assert process_time() - began < 4  # looked up each time it took 7
