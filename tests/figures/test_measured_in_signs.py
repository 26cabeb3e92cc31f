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
