"""Russian sorts, herds, arrivals and worths: what a number counts that leaves its noun out or names it elsewhere."""

import pytest

from qa_bot.schema import Measure
from tests.figures.conftest import FiguresOf

Said = list[tuple[str, str | None, str]]


def _said(figures_of: FiguresOf, text: str) -> Said:
    return [(figure.surface, figure.unit, figure.terms.head[-1] if figure.terms.head else "") for figure in figures_of(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Сборная завоевала 11 медалей: 4 золотые, 2 серебряные и 5 бронзовых.",
            [("11", "медаль", "medal"), ("4", "медаль", "gold-medal"), ("2", "медаль", "silver-medal"), ("5", "медаль", "bronze-medal")],
            id="medals by metal",
        ),
        pytest.param(
            "На счету сборной 4 золотые и 2 серебряные медали.",
            [("4", "медаль", "gold-medal"), ("2", "медаль", "silver-medal")],
            id="the noun last",
        ),
        pytest.param("Музей купил 3 золотые и 5 серебряных монет.", [("3", "монета", "coin"), ("5", "монета", "coin")], id="coins"),
        pytest.param("Построили 48 домов, 17 деревянных.", [("48", "дом", "house"), ("17", "дом", "house")], id="houses"),
        pytest.param("В отделении 40 больных, 12 раненых.", [("40", "person", "patient"), ("12", "person", "wounded-person")], id="people"),
    ],
)
def test_an_adjective_tells_which_sort(figures_of: FiguresOf, text: str, expected: Said) -> None:
    assert _said(figures_of, text) == expected


@pytest.mark.parametrize(
    ("text", "unit", "head"),
    [
        pytest.param("Поголовье коров сократилось и составило 18,3 тыс. голов.", "корова", "cow", id="heads of cattle"),
        pytest.param("Поголовье оленей составило 640 голов.", "олень", "deer", id="reindeer"),
        pytest.param("Команда забила 12 голов.", "гол", "goal", id="goals"),
        pytest.param("Погибли 12 взрослых, детей — 3.", "person", "child", id="children beside adults"),
        pytest.param("На учёте стоят 6,1 тыс. человек, вакансий — 14,7 тыс.", "вакансия", "vacancy", id="posts beside people"),
        pytest.param("Лейбористы получили 26 мест, аграрии — 9.", "место", "seat", id="who got them"),
        pytest.param("Команда забила 40 голов, соперники — 12.", "гол", "goal", id="who scored them"),
        pytest.param("У лидера 40 очков, у соперников — 12.", "очко", "point", id="whose they are"),
    ],
)
def test_what_stands_before_the_number_may_be_counted(figures_of: FiguresOf, text: str, unit: str, head: str) -> None:
    figure = figures_of(text)[-1]
    assert (figure.unit, figure.terms.head[-1]) == (unit, head)


@pytest.mark.parametrize(
    ("text", "action"),
    [
        pytest.param("В 2023 году в край прибыли 21,4 тыс. человек, выбыли 26,9 тыс.", "прибыли", id="people came"),
        pytest.param("На фестиваль прибыли 340 гостей, 12 уехали.", "прибыли", id="guests came"),
        pytest.param("Завод получил прибыли 3 млн рублей, 2 млн потратил.", "прибыль", id="profit"),
    ],
)
def test_a_verb_that_looks_like_a_noun_is_one_before_people(figures_of: FiguresOf, text: str, action: str) -> None:
    assert figures_of(text)[0].action == action


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        pytest.param("Завод получил заказ на 26 локомотивов стоимостью 9,4 млрд рублей.", "заказ", id="an order"),
        pytest.param("Построят мост через реку стоимостью 3 млн рублей.", "мост", id="a bridge"),
        pytest.param("Город купил картину художника Ветрова стоимостью 3 млн рублей.", "картину художника Ветрова", id="whose picture"),
        pytest.param("Стоимость моста — 3 млн рублей.", "Стоимость моста", id="the worth itself"),
        pytest.param("На школу дали 3 млн рублей.", None, id="no worth"),
    ],
)
def test_a_worth_is_of_what_stands_before_it(figures_of: FiguresOf, text: str, counted: str | None) -> None:
    assert [figure.counted for figure in figures_of(text) if figure.measure is Measure.MONEY] == [counted]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Площадь пожаров выросла с 3,1 тыс. до 4,6 тыс. гектаров.", [(Measure.QUANTITY, "ha")] * 2, id="an area"),
        pytest.param("Бензин подорожал с 51 до 58 рублей.", [(Measure.MONEY, "RUB")] * 2, id="a price"),
        pytest.param("Число пожаров выросло с 12 до 40.", [(Measure.COUNT, "пожар")] * 2, id="no unit"),
        pytest.param("Купили 12 машин, длина дорог выросла до 40 км.", [(Measure.COUNT, "машина"), (Measure.QUANTITY, "km")], id="apart"),
    ],
)
def test_the_level_before_has_the_unit_of_the_next(figures_of: FiguresOf, text: str, expected: list[tuple[Measure, str]]) -> None:
    assert [(figure.measure, figure.unit) for figure in figures_of(text)] == expected


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        pytest.param("Намолотили 3,2 млн тонн зерна. В прошлом году собрали 2,7 млн тонн.", "зерна", id="grain last year"),
        pytest.param("Добыли 40 тонн угля. Годом ранее добыли 30 тонн.", "угля", id="the same verb"),
        pytest.param("Намолотили 40 тонн зерна. Потом вывезли 30 тонн мусора.", "мусора", id="another thing"),
        pytest.param("Намолотили 40 тонн зерна. Грузовик перевёз 30 тонн.", "тонн", id="no time, another verb"),
    ],
)
def test_tonnes_of_another_year_are_of_the_same(figures_of: FiguresOf, text: str, counted: str) -> None:
    assert figures_of(text)[-1].counted == counted
