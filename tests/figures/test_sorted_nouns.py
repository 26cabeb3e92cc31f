"""Numbers of sorts whose noun only the last one names, signed levels, and sums whose source stands behind them."""

from collections.abc import Callable

import pytest

from qa_bot.schema import Figure, Measure

FiguresOf = Callable[[str], list[Figure]]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The team won five gold, three silver and seven bronze medals.", [(5, "medal", "gold"), (3, "medal", "silver"), (7, "medal", "bronze")]),
        ("The ward has 12 surgical and 8 medical beds.", [(12, "bed", "surgical"), (8, "bed", "medical")]),
        ("Сборная выиграла 5 золотых, 3 серебряных и 7 бронзовых медалей.", [(5, "медаль", "золотых"), (3, "медаль", "серебряных"), (7, "медаль", "бронзовых")]),
        ("В районе работают 14 городских и 23 сельские школы.", [(14, "школа", "городских"), (23, "школа", "сельские")]),
    ],
)  # fmt: skip
def test_the_last_noun_is_that_of_all_sorts(figures_of: FiguresOf, text: str, told: list[tuple[int, str, str]]) -> None:
    figures = figures_of(f"# Report\n\n{text}\n")
    assert [(int(figure.value), figure.unit) for figure in figures] == [(value, unit) for value, unit, _ in told]
    assert all(sort in (figure.counted or "") for figure, (_, _, sort) in zip(figures, told, strict=True))


def test_what_has_a_noun_of_its_own_takes_no_other(figures_of: FiguresOf) -> None:
    figures = figures_of("# Report\n\nThere were 12 staff, 3 boys and 2 tall girls.\n")
    assert [figure.counted for figure in figures] == ["staff", "boys", "tall girls"]


def test_a_plus_before_a_level_is_no_sum(figures_of: FiguresOf) -> None:
    figures = figures_of("# Озеро\n\nТемпература воды в озере +18 градусов.\n\nДнём было +18 °C. Ночью было −3 °C.\n")
    assert [int(figure.value) for figure in figures] == [18, 18, -3]
    assert figures[0].counted == "Температура воды в озере"
    assert figures_of("# Sums\n\nThe value is 7 + 40 here.\n") == []
    assert figures_of("# Desk\n\nCall +7 495 123 for help.\n") == []


def test_millions_from_a_budget_are_no_budgets(figures_of: FiguresOf) -> None:
    text = "На ремонт школы выделили 45 млн рублей: 30 млн из областного бюджета и 15 млн из городского."
    figures = figures_of(f"# Школа\n\n{text}\n")
    assert [(int(figure.value), figure.unit) for figure in figures] == [(45_000_000, "RUB"), (30_000_000, "RUB"), (15_000_000, "RUB")]


def test_so_many_times_and_a_part_is_how_much_it_grew(figures_of: FiguresOf) -> None:
    grown, level = figures_of("# Town\n\nThe population has grown 1.5 times to 340,000.\n")
    assert (grown.measure, level.counted) == (Measure.CHANGE, "population")


def test_a_first_word_before_its_time_is_the_subject(figures_of: FiguresOf) -> None:
    (figure,) = figures_of("# Firm\n\nRevenue for the nine months was $12.3 billion.\n")
    assert figure.counted == "Revenue"


def test_a_level_is_of_what_rose_and_not_of_the_unit_before(figures_of: FiguresOf) -> None:
    figures = figures_of("# River\n\nThe water rose 40 cm to 5.2 m.\n\nTeachers' pay rose 12% to £34,000.\n")
    assert [figure.counted for figure in figures] == ["water", "water", "Teachers' pay", "Teachers' pay"]


def test_a_rate_a_year_is_of_the_rate(figures_of: FiguresOf) -> None:
    figures = figures_of("# Ставка\n\nСтавку снизили с 21 до 20 % годовых.\n")
    assert [figure.counted for figure in figures] == ["Ставку", "Ставку"]


def test_how_many_hours_or_days_is_no_time_of_day(figures_of: FiguresOf) -> None:
    figures = figures_of(
        "# Поезд\n\nПоезд проходит путь за 4 часа 20 минут. Шторм длился 3 дня. Взрыв прогремел в 4 часа. Магазин открыт с 9 до 18 часов.\n"
    )
    assert [(int(figure.value), figure.unit) for figure in figures] == [(260, "minute"), (3, "day")]


def test_those_against_have_not_done_what_the_others_did(figures_of: FiguresOf) -> None:
    figures = figures_of("# Poll\n\n60% backed the law and 25% were against.\n")
    assert [figure.terms.action for figure in figures] == [("support",), ("oppose",)]
    assert [figure.terms.action for figure in figures_of("# Опрос\n\n60 % жителей поддержали закон, 25 % — против.\n")] == [
        ("support",),
        ("oppose",),
    ]


def test_visitor_numbers_are_of_visitors(figures_of: FiguresOf) -> None:
    figures = figures_of("# Museum\n\nVisitor numbers fell to 12,000. The patient count was 56.\n")
    assert [(int(figure.value), figure.unit) for figure in figures] == [(12000, "person"), (56, "person")]


def test_so_many_more_that_were_hurt_are_no_change(figures_of: FiguresOf) -> None:
    figures = figures_of("# Mine\n\nTwo workers died and five more were hurt.\n")
    assert [figure.measure for figure in figures] == [Measure.COUNT, Measure.COUNT]


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("The court heard 45 civil and 120 criminal cases.", [("case",), ("criminal-case",)]),
        ("The team won five gold and seven bronze medals.", [("gold-medal",), ("bronze-medal",)]),
        ("Сборная выиграла 5 золотых и 7 бронзовых медалей.", [("gold-medal",), ("bronze-medal",)]),
    ],
)
def test_each_sort_is_itself(figures_of: FiguresOf, text: str, heads: list[tuple[str, ...]]) -> None:
    assert [figure.terms.head for figure in figures_of(f"# Report\n\n{text}\n")] == heads


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("The rescue used 2 aircraft and 5 fire engines.", "aircraft"),
        ("The firm lost 40 staff and 7 contract nurses.", "staff"),
        ("They keep 300 poultry and 40 dairy cows.", "poultry"),
    ],
)
def test_what_is_counted_by_itself_is_no_sort_of_the_next(figures_of: FiguresOf, text: str, first: str) -> None:
    assert figures_of(f"# Report\n\n{text}\n")[0].counted == first


def test_an_average_number_of_times_is_no_change(figures_of: FiguresOf) -> None:
    (figure,) = figures_of("# Report\n\nIn 2023 each resident called the doctor 1.8 times.\n")
    assert figure.measure is Measure.COUNT


def test_what_is_measured_before_its_verb_has_no_other_noun_behind_it(figures_of: FiguresOf) -> None:
    (figure,) = figures_of("# Утро\n\nУтром жителей района обогнал поезд длиной 300 м.\n")
    assert "жителей" not in (figure.counted or "")
