"""A column whose header only says what was done counts what the text counts with one of its numbers."""

from collections.abc import Callable

import pytest

from qa_bot.schema import Figure

FiguresOf = Callable[[str], list[Figure]]

TABLE = "| Year | Rescued | Adopted |\n|---|---|---|\n| 2021 | 218 | 74 |\n| 2022 | 305 | 96 |\n"
RUSSIAN = "| Год | Спасено | Отдано |\n|---|---|---|\n| 2021 | 218 | 74 |\n| 2022 | 305 | 96 |\n"


def _cell(figures: list[Figure], surface: str) -> Figure:
    return next(figure for figure in figures if figure.surface == surface)


@pytest.mark.parametrize(
    ("said", "table", "counted", "thing"),
    [
        pytest.param("In 2022, 305 dogs were rescued in the county.", TABLE, "dogs", "dog", id="english"),
        pytest.param("The county rescued 305 dogs in 2022.", TABLE, "dogs", "dog", id="active"),
        pytest.param("В 2022 году в районе спасли 305 собак.", RUSSIAN, "собак", "dog", id="russian"),
    ],
)
def test_a_column_counts_what_the_text_counts_with_one_of_its_numbers(
    figures_of: FiguresOf, said: str, table: str, counted: str, thing: str
) -> None:
    other = _cell(figures_of(f"# Report\n\n{said}\n\n{table}"), "218")
    assert (other.counted, other.terms.head, other.period and other.period.surface) == (counted, (thing,), "2021")


@pytest.mark.parametrize(
    "said",
    [
        pytest.param("In 2021, 305 dogs were rescued in the county.", id="another time"),
        pytest.param("In 2022, 305 dogs were fed in the county.", id="another deed"),
        pytest.param("In 2022, 306 dogs were rescued in the county.", id="another number"),
        pytest.param("In 2022, 305 dogs were not rescued in the county.", id="not done"),
    ],
)
def test_nothing_is_taken_from_what_only_looks_alike(figures_of: FiguresOf, said: str) -> None:
    assert _cell(figures_of(f"# Report\n\n{said}\n\n{TABLE}"), "218").terms.head != ("dog",)


def test_nothing_is_taken_where_the_text_counts_two_things_so(figures_of: FiguresOf) -> None:
    said = "In 2022, 305 dogs were rescued in the county. In 2021, 218 cats were rescued."
    assert _cell(figures_of(f"# Report\n\n{said}\n\n{TABLE}"), "218").terms.head != ("dog",)


WEEKLY = (
    "---\ntitle: Бюллетень № 9\npublished: 2024-03-06\n---\n\n# Бюллетень № 9 (9-я неделя: 26 февраля – 3 марта 2024 года)\n\n"
    "За 9-ю неделю подтверждено 80 случаев гриппа, за 8-ю — 95.\n\n"
    "| Район | 9-я неделя |\n|---|---|\n| Северный | 50 |\n| Южный | 30 |\n| Всего | 80 |\n"
)


def test_a_column_headed_by_a_week_counts_what_the_text_counts_in_that_week(figures_of: FiguresOf) -> None:
    figures = [figure for figure in figures_of(WEEKLY) if figure.surface in ("50", "30")]
    assert [(figure.unit, figure.counted, figure.place) for figure in figures] == [
        ("случай", "случаев гриппа", "Северный"),
        ("случай", "случаев гриппа", "Южный"),
    ]


def test_the_week_before_is_named_without_its_noun(figures_of: FiguresOf) -> None:
    period = next(figure.period for figure in figures_of(WEEKLY) if figure.surface == "95")
    assert period is not None
    assert (str(period.start), str(period.end)) == ("2024-02-19", "2024-02-25")
