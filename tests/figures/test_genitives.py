"""What a Russian number counts that stands before it in the genitive."""

from collections.abc import Callable

import pytest

from qa_bot.schema import Figure

FiguresOf = Callable[[str], list[Figure]]
Said = tuple[str, str | None, str | None]


def _said(figures: list[Figure]) -> list[Said]:
    return [(figure.surface, figure.unit, figure.action) for figure in figures]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Фонд подал четыре жалобы. Добровольцев в приюте больше 150.", [("четыре", "жалоба", "подал"), ("150", "person", None)]),
        ("Заявок на участие поступило 512.", [("512", "заявка", "поступило")]),
        ("Кошек за год приняли 230.", [("230", "кошка", "приняли")]),
        ("Автобусов на маршруты вышло 84, троллейбусов 31.", [("84", "автобус", "вышло"), ("31", "троллейбус", "вышло")]),
        ("Школ в районе 27, учителей в них около 900.", [("27", "школа", None), ("900", "person", None)]),
        ("Новых лифтов установили 19.", [("19", "лифт", "установили")]),
        ("Врачей в больнице 48, из них 11 — хирурги.", [("48", "person", None), ("11", "person", None)]),
        ("Деревьев посадили 300, кустов — 1 200.", [("300", "дерево", "посадили"), ("1 200", "куст", "посадили")]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_number_alone_counts_the_genitive_before_it(figures_of: FiguresOf, text: str, expected: list[Said]) -> None:
    assert _said(figures_of(text)) == expected


def test_a_capital_behind_a_preposition_is_where_the_most_were(figures_of: FiguresOf) -> None:
    most, least = figures_of("Больше всего квартир сдали в Заречье — 410, меньше всего — в Лесном, 35.")
    assert (most.unit, most.place, least.unit, least.place) == ("квартира", "Заречье", "квартира", "Лесном")


def test_a_school_with_a_number_is_no_count(figures_of: FiguresOf) -> None:
    assert figures_of("Учеников в школе 27 отпустили домой.") == []


def test_a_number_that_ends_its_clause_has_nothing_of_the_next(figures_of: FiguresOf) -> None:
    now, then = figures_of("Вольеров в парке 62, к 2031 году их число доведут до 90.")
    assert (now.unit, now.action, now.modality) == ("вольер", None, None)
    assert (then.unit, then.modality, then.bound.value) == ("вольер", "planned", "exact")


def test_their_number_is_of_those_named_in_the_clause_before(figures_of: FiguresOf) -> None:
    figures = figures_of("Вольеров в парке 62. Клеток не хватает: их всего 14.")
    assert _said(figures) == [("62", "вольер", None), ("14", "клетка", None)]


@pytest.mark.parametrize("text", ["Жителей дома разместили в 12 квартирах.", "Ремонт школ начался. Рабочие сняли 40 окон."])
def test_a_number_with_a_noun_of_its_own_counts_that(figures_of: FiguresOf, text: str) -> None:
    (figure,) = figures_of(text)
    assert figure.unit in ("квартира", "окно")


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        pytest.param("По словам вице-президента Палаты зодчих Марка Каменского, доля отклонённых превышает 95 %.", "доля отклонённых", id="a-share"),
        pytest.param("По данным главы Школы танца Ирины Белой, число учеников составляет 340.", "учеников", id="a-number"),
        pytest.param("По словам главы Гильдии пекарей Марка Громова, прибыль составила 3 млн рублей.", "прибыль", id="a-sum"),
    ],
)  # fmt: skip
def test_nothing_of_the_title_of_who_says_it_is_counted(figures_of: FiguresOf, text: str, counted: str) -> None:
    (figure,) = figures_of(text)
    assert figure.counted == counted


@pytest.mark.parametrize(
    ("text", "unit", "head"),
    [
        pytest.param("Отработавших свой срок лифтов в городе ещё 190.", "лифт", "lift", id="lifts"),
        pytest.param("Купивших билет пассажиров было 640.", "person", "passenger", id="passengers"),
        pytest.param("Работающих пенсионеров в районе 1 200.", "person", "pensioner", id="one phrase"),
        pytest.param("Пострадавших в посёлке насчитали 40.", "person", "wounded-person", id="people by themselves"),
        pytest.param("Новых лифтов в городе 19.", "лифт", "lift", id="no participle"),
        pytest.param("Заявок на участие поступило 512.", "заявка", "application", id="its own complement"),
    ],
)
def test_a_participle_before_its_noun_counts_nobody(figures_of: FiguresOf, text: str, unit: str, head: str) -> None:
    figure = figures_of(text)[-1]
    assert (figure.unit, figure.terms.head[-1:]) == (unit, (head,))
