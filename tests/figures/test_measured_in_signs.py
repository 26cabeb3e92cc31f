"""Units of measure written with signs between their parts, and thousands behind apostrophes in tables."""

from collections.abc import Callable

import pytest

from qa_bot.schema import Figure

FiguresOf = Callable[[str], list[Figure]]


@pytest.mark.parametrize("unit", ["кВт·ч", "кВт⋅ч", "кВт*ч", "кВт.ч", "кВт-ч", "кВтч"])
def test_energy_is_no_power(figures_of: FiguresOf, unit: str) -> None:
    figures = figures_of(f"# Станция\n\nВ 2023 году станция выработала 1,2 млрд {unit} электроэнергии. Мощность станции — 250 МВт.\n")
    assert [(int(figure.value), figure.unit, figure.counted) for figure in figures] == [
        (1_200_000_000, "kWh", "электроэнергии"),
        (250, "MW", "Мощность станции"),
    ]


def test_square_metres_are_of_what_stands_behind_their_sign(figures_of: FiguresOf) -> None:
    figures = figures_of("# Стройка\n\nЗа год построили 1,2 млн кв. м жилья и 30 тыс. кв.м складов.\n")
    assert [(int(figure.value), figure.unit, figure.counted) for figure in figures] == [
        (1_200_000, "m²", "жилья"),
        (30_000, "m²", "складов"),
    ]


def test_what_is_measured_stands_behind_an_english_sign(figures_of: FiguresOf) -> None:
    (figure,) = figures_of("# Works\n\nThe works gave 24 GW·h of heat in 2022.\n")
    assert (figure.unit, figure.counted) == ("GWh", "heat")


@pytest.mark.parametrize("sign", ["'", "’"])
def test_thousands_behind_apostrophes_are_read_in_cells(figures_of: FiguresOf, sign: str) -> None:
    rows = "".join(
        f"| {name} | {number.replace('_', sign)} |\n" for name, number in (("Ried", "2_345"), ("Au", "1_980"), ("Total", "4_325"))
    )
    figures = figures_of(f"# Communes\n\n| Commune | Residents |\n|---|---|\n{rows}")
    assert [int(figure.value) for figure in figures] == [2345, 1980, 4325]
    assert [figure.part_of is not None for figure in figures] == [True, True, False]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Котельная отпустила 14,2 тыс. Гкал тепла.", (14200, "Gcal", None, "тепла")),
        ("Запасы оцениваются в 15 млн т у. т., не больше.", (15_000_000, "tce", None, None)),
        ("Давление упало до 745 мм рт. ст. к вечеру.", (745, "mmHg", None, "Давление")),
        ("Мощность двигателя — 150 л. с., не меньше.", (150, "hp", None, "Мощность двигателя")),
        ("На складе лежат 300 пог. м кабеля.", (300, "m", None, "кабеля")),
        ("Глубина озера достигает 42 м.", (42, "m", None, "Глубина озера")),
        ("Объём воды в озере — 1,3 км³.", (1.3, "km³", None, "Объём воды в озере")),
        ("Скорость ветра достигала 27 м/с.", (27, "m/s", None, "Скорость ветра")),
        ("За сезон осадков выпало 48 мм.", (48, "mm", None, "осадков")),
        ("Построили 12 квадратных метров жилья.", (12, "m²", None, "жилья")),
        ("Плотность населения — 34 чел./км².", (34, "person", "км²", None)),
        ("В районе живут 34 человека на кв. км.", (34, "person", "кв. км", None)),
        ("Весной высадили 5 тыс. саженцев.", (5000, "саженец", None, "саженцев")),
    ],
)
def test_russian_units_as_papers_write_them(figures_of: FiguresOf, text: str, told: tuple[float, str, str | None, str | None]) -> None:
    (figure,) = figures_of(f"# Сводка\n\n{text}\n")
    assert (float(figure.value), figure.unit, figure.per) == told[:3]
    assert told[3] is None or figure.counted == told[3]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The mine sold 120 thousand cu m of gas.", (120_000, "m³", None, "gas")),
        ("The flat has 540 sq. ft of floor.", (540, "ft²", None, "floor")),
        ("Wheat yielded 8.4 t/ha.", (8.4, "t", "ha", None)),
        ("A dose of 5 mg/kg was given.", (5, "mg", "kg", "dose")),
        ("The river carries 340 m3/s.", (340, "m³", "s", "river")),
        ("Emissions came to 12 kt CO2e.", (12, "kt CO2e", None, "Emissions")),
        ("The line carries 12 Gbps.", (12, "Gbit/s", None, None)),
        ("The mine produced 3.4 Mt of coal.", (3.4, "Mt", None, "coal")),
    ],
)
def test_english_units_as_papers_write_them(figures_of: FiguresOf, text: str, told: tuple[float, str, str | None, str | None]) -> None:
    (figure,) = figures_of(f"# Report\n\n{text}\n")
    assert (float(figure.value), figure.unit, figure.per) == told[:3]
    assert told[3] is None or figure.counted == told[3]


def test_so_many_an_hour_are_of_what_was_counted_before(figures_of: FiguresOf) -> None:
    figures = figures_of("# Line\n\nThe line took 1,500 calls a day, 63 an hour.\n")
    assert [(int(figure.value), figure.unit, figure.per) for figure in figures] == [(1500, "call", "day"), (63, "call", "hour")]
