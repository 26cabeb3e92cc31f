"""A chart shows one voice, one place and one number a period; what it leaves out is told."""

from datetime import date
from decimal import Decimal

import pytest

from qa_bot.schema import Claimant, Figure, PartOf, Period, Span, Terms
from qa_bot.telegram.face.series import Series, series_of, telling


def flights(
    value: int, year: int, *, last: int = 0, says: str | None = None, place: str | None = None, doc: str = "d", part: bool = False, **fields
) -> Figure:
    period = Period(start=date(year, 1, 1), end=date(last or year, 12, 31), surface=str(year))
    terms = {"head": ("flight",), "place": (place,) if place else (), **fields.pop("terms", {})}
    return Figure.model_validate(
        {
            "figure_id": f"{value}-{year}-{says}-{place}",
            "doc_id": doc,
            "passage_id": f"{doc}#p0",
            "span": Span(start=0, end=1),
            "quote": Span(start=0, end=9),
            "surface": str(value),
            "value": Decimal(value),
            "counted": "flights",
            "place": place,
            "period": period,
            "claimant": Claimant(name=says) if says else None,
            "part_of": PartOf(figure_id="w", value=Decimal(940)) if part else None,
            "terms": Terms(**terms),
            **fields,
        }
    )


def drawn(series: Series) -> list[int]:
    return [int(figure.value) for figure in series.figures]


TOTALS = [flights(640, 2021), flights(870, 2022), flights(940, 2023)]


def test_countries_are_no_bars_beside_their_total() -> None:
    italy, spain = flights(250, 2023, place="Italy"), flights(180, 2023, place="Spain")
    series = series_of([*TOTALS, italy, spain], TOTALS[2], {}, "en")
    assert drawn(series) == [640, 870, 940]
    assert series.left == (italy, spain)


def test_of_countries_by_year_one_country_is_drawn_and_named() -> None:
    of = {"Italy": [190, 240, 250], "Spain": [120, 170, 180]}
    row = [flights(value, year, place=place) for place, values in of.items() for year, value in enumerate(values, 2021)]
    series = series_of(row, row[4], {}, "en")
    assert drawn(series) == of["Spain"]
    assert telling(series.figures, "en", said="balloon flights") == ["Spain"]
    assert len(series.left) == 3


def test_a_part_is_no_bar_beside_its_whole() -> None:
    assert drawn(series_of([*TOTALS, flights(310, 2024, part=True)], TOTALS[0], {}, "en")) == [640, 870, 940]


def test_what_another_claims_is_not_drawn() -> None:
    board = [flights(value, year, says="Andara Coffee Board") for year, value in ((2021, 371), (2022, 398), (2023, 412))]
    union = flights(389, 2023, says="Growers' Union")
    assert drawn(series_of([*board, union], board[2], {}, "en")) == [371, 398, 412]
    assert drawn(series_of([*board, union], union, {}, "en")) == [389]


def test_what_names_nobody_is_said_by_the_publisher() -> None:
    board = [flights(1, 2021), flights(2, 2022, doc="e"), flights(3, 2023, says="the Coffee Board")]
    other = flights(4, 2024, doc="f")
    series = series_of([*board, other], board[2], {"d": "Andara Coffee Board", "e": "Andara Coffee Board", "f": "RustWatch"}, "en")
    assert drawn(series) == [1, 2, 3]


def test_three_years_are_no_bar_beside_single_years() -> None:
    assert drawn(series_of([flights(2300, 2018, last=2020), *TOTALS], TOTALS[0], {}, "en")) == [640, 870, 940]


@pytest.mark.parametrize(
    ("others", "shown"),
    [
        pytest.param([flights(871, 2022, says="")], [640, 940], id="nobody knows which is meant"),
        pytest.param([flights(870, 2022, doc="copy")], [640, 870, 940], id="the same twice"),
        pytest.param([flights(12, 2022, terms={"counted": ("night",)})], [640, 870, 940], id="one is worded as the others are"),
        pytest.param([flights(950, 2023)], [640, 870, 940], id="the answer itself is among them"),
    ],
)
def test_two_numbers_for_a_year_make_one_bar_or_none(others: list[Figure], shown: list[int]) -> None:
    assert drawn(series_of([*TOTALS, *others], TOTALS[2], {}, "en")) == shown


@pytest.mark.parametrize(
    ("rival", "shown"),
    [
        pytest.param([], [640, 870, 940], id="it made 870 flights the year before"),
        pytest.param([flights(400, 2021, actor="the Red Cross")], [640, 870, 940], id="others are named beside a total"),
    ],
)
def test_a_named_doer_is_drawn_with_what_names_none_where_it_is_no_part(rival: list[Figure], shown: list[int]) -> None:
    assert drawn(series_of([*TOTALS, *rival], TOTALS[2], {}, "en")) == shown
    named = [flights(30, 2022, actor="the Red Cross"), flights(50, 2023), flights(40, 2024)]
    assert drawn(series_of(named, named[1], {}, "en")) == [30, 50, 40]
    parted = [*named, flights(20, 2023, actor="the Red Cross")]
    assert drawn(series_of(parted, named[1], {}, "en")) == [50, 40]


def test_a_table_by_period_shows_its_longest_series() -> None:
    row = [flights(1, 2022, says="Union"), *(flights(value, year, says="Board") for year, value in ((2021, 5), (2022, 6), (2023, 7)))]
    assert drawn(series_of(row, None, {}, "en")) == [5, 6, 7]
    assert drawn(series_of([], None, {}, "en")) == []
