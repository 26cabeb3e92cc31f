"""Headers that only say which ones are counted, and tables whose rows are named in the middle."""

from collections.abc import Callable
from datetime import date

import pytest

from qa_bot.schema import Figure

FiguresOf = Callable[[str], list[Figure]]


def _table(*rows: str) -> str:
    width = rows[0].count("|") - 1
    return "\n".join((rows[0], "|---" * width + "|", *rows[1:])) + "\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "# Tarn 2, Kesh 1\n\n" + _table("| Tarn | | Kesh |", "| 58% | Possession | 42% |", "| 17 | Shots | 9 |", "| 6 | Corners | 7 |"),
            [("58%", "Possession", "Tarn"), ("42%", "Possession", "Kesh"), ("17", "Shots", "Tarn"), ("9", "Shots", "Kesh"),
             ("6", "Corners", "Tarn"), ("7", "Corners", "Kesh")],
            id="a match",
        ),
        pytest.param(
            "# Vote\n\n" + _table("| North | Measure | South |", "| 1,204 | Ballots cast | 988 |", "| 12 | Ballots spoilt | – |"),
            [("1,204", "Ballots cast", "North"), ("988", "Ballots cast", "South"), ("12", "Ballots spoilt", "North")],
            id="two districts",
        ),
        pytest.param(
            "# Boats\n\n" + _table("| 2019 | Kind | 2020 |", "| 31 | Trawlers | 29 |", "| 175 | Cutters | 168 |"),
            [("31", "Trawlers", "2019"), ("29", "Trawlers", "2020"), ("175", "Cutters", "2019"), ("168", "Cutters", "2020")],
            id="two years",
        ),
        pytest.param(
            "# Матч\n\n" + _table("| Речной | Показатель | Степной |", "| 14 | Удары | 8 |", "| 5 | Угловые | 3 |"),
            [("14", "Удары", "Речной"), ("8", "Удары", "Степной"), ("5", "Угловые", "Речной"), ("3", "Угловые", "Степной")],
            id="Russian",
        ),
    ],
)  # fmt: skip
def test_rows_named_in_the_middle_have_numbers_on_both_sides(figures_of: FiguresOf, text: str, told: list[tuple[str, str, str]]) -> None:
    found = figures_of(text)
    assert [figure.surface for figure in found] == [surface for surface, _, _ in told]
    for figure, (_, label, side) in zip(found, told, strict=True):
        year = str(figure.period.start.year) if figure.period and figure.period.start else ""
        assert label.lower() in f"{figure.label} {figure.counted}".lower()
        assert side in (figure.counted or "") or side == year
        assert figure.actor == (None if year else side)


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        pytest.param("# Towns\n\n" + _table("| Code | Town | Inhabitants |", "| 1103 | Tarn | 8,110 |", "| 1201 | Kesh | 640 |"), ["8,110", "640"], id="codes"),
        pytest.param("# Cup\n\n" + _table("| Seed | | Points |", "| 1 | Tarn | 88 |", "| 2 | Kesh | 71 |"), ["88", "71"], id="places"),
        pytest.param("# Rain\n\n" + _table("| Year | Place | mm |", "| 2019 | Tarn | 810 |", "| 2020 | Kesh | 640 |"), ["810", "640"], id="years of rows"),
    ],
)  # fmt: skip
def test_numbers_before_the_names_of_rows_are_no_figures(figures_of: FiguresOf, text: str, surfaces: list[str]) -> None:
    assert [figure.surface for figure in figures_of(text)] == surfaces


@pytest.mark.parametrize(
    "heads",
    ["| Line | Punctual 2019 | Cancelled 2019 |", "| Line | Late | Cancelled |", "| Line | Punctual | Cancelled |"],
)
def test_what_another_column_only_describes_is_counted_by_the_caption(figures_of: FiguresOf, heads: str) -> None:
    found = figures_of("# Ferries\n\nTable 1. Ferries of the lines\n\n" + _table(heads, "| North | 31 | 4 |", "| South | 12 | 3 |"))
    cancelled = [figure for figure in found if figure.surface in ("4", "3")]
    assert [(figure.unit, figure.action) for figure in cancelled] == [("ferry", "cancelled")] * 2
    assert all("Late" not in (figure.counted or "") and "Punctual" not in (figure.counted or "") for figure in cancelled)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "# Permits\n\nTable 1. Building permits by office\n\n"
            + _table("| Office | Issued 2020 | Total 2020 | Issued 2021 | Denied 2021 | Total 2021 |", "| Kesh | 21 | 25 | 33 | 6 | 39 |"),
            {"21": ("Building permits", 2020), "33": ("Building permits", 2021), "6": ("Building permits", 2021)},
            id="a total of another year",
        ),
        pytest.param(
            "# Appeals\n\nTable 1. Appeals by court\n\n" + _table("| Court | Total | Allowed | Dismissed |", "| Tarn | 12 | 5 | 7 |"),
            {"5": ("Appeals", None), "7": ("Appeals", None)},
            id="a total of them",
        ),
        pytest.param(
            "# Жалобы\n\nТаблица 1. Жалобы по судам\n\n"
            + _table("| Суд | Отклонено 2020 | Всего 2020 | Отклонено 2021 | Всего 2021 |", "| Речной | 5 | 12 | 8 | 17 |"),
            {"5": ("Жалобы", 2020), "8": ("Жалобы", 2021)},
            id="Russian",
        ),
        pytest.param(
            "# Exams\n\n" + _table("| School | Candidates 2020 | Candidates 2021 | Passed 2020 | Passed 2021 |", "| Tarn | 50 | 60 | 47 | 51 |"),
            {"47": ("Candidates", 2020), "51": ("Candidates", 2021)},
            id="things of the same year",
        ),
    ],
)  # fmt: skip
def test_a_deed_is_done_to_no_total_of_another_year(figures_of: FiguresOf, text: str, told: dict[str, tuple[str, int | None]]) -> None:
    found = {figure.surface: figure for figure in figures_of(text) if figure.surface in told}
    years = {surface: figure.period.start.year if figure.period and figure.period.start else None for surface, figure in found.items()}
    assert {surface: (figure.counted, years[surface]) for surface, figure in found.items()} == told


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param("# Library\n\n" + _table("| | 2020 | 2021 |", "| Loans (1,000) | 120 | 131 |", "| Staff | 14 | 12 |"), [120_000, 131_000, 14, 12], id="of one row"),
        pytest.param("# Library\n\n" + _table("| | 2020 | 2021 |", "| Budget, EUR | 1.2m | 900k |"), [1_200_000, 900_000], id="behind sums"),
        pytest.param("# Yards\n\n" + _table("| Yard | Wages (k€) |", "| Tarn | 1,200 |", "| Kesh | 45.5 |"), [1_200_000, 45_500], id="before a currency"),
        pytest.param("# Posts\n\n" + _table("| Post | Height |", "| Tarn | 12 m |"), [12], id="metres"),
        pytest.param("# Work\n\n" + _table("| Town | Employed (MALE) | Employed (FEMALE) |", "| Tarn | 120 | 95 |"), [120, 95], id="capitals"),
        pytest.param("# Work\n\nEmployment by town (MALE)\n\n" + _table("| Town | Employed |", "| Tarn | 120 |"), [120], id="capitals in a caption"),
        pytest.param("# Loans\n\n" + _table("| Bank | Loans (under 1,000 EUR) |", "| Tarn | 12 |"), [12], id="a limit"),
    ],
)  # fmt: skip
def test_what_a_table_writes_short_is_as_large_as_it_says(figures_of: FiguresOf, text: str, values: list[int]) -> None:
    assert [figure.value for figure in figures_of(text)] == values


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        pytest.param("# Towns\n\n" + _table("| Town | Inhabitants | Founded |", "| Tarn | 8,110 | 1180 |", "| Kesh | 640 | 1924 |"), ["8,110", "640"], id="years"),
        pytest.param("# Города\n\n" + _table("| Город | Жителей | Год основания |", "| Речной | 8110 | 1703 |", "| Степной | 640 | 1924 |"), ["8110", "640"], id="Russian"),
        pytest.param("# Firms\n\n" + _table("| County | Closed | Founded |", "| Tarn | 811 | 1,180 |", "| Kesh | 640 | 96 |"), ["811", "1,180", "640", "96"], id="counts"),
        pytest.param("# Books\n\n" + _table("| District | Born | Died |", "| Tarn | 1204 | 1310 |", "| Kesh | 1100 | 980 |"), ["1204", "1310", "1100", "980"], id="births"),
        pytest.param("# Posts\n\n" + _table("| Office | Established | Filled |", "| Tarn | 1200 | 1150 |", "| Kesh | 1450 | 1400 |"), ["1200", "1150", "1450", "1400"], id="posts"),
        pytest.param("# Towns\n\n" + _table("| Town | Census | Est |", "| Tarn | 1150 | 1200 |", "| Kesh | 1400 | 1450 |"), ["1150", "1200", "1400", "1450"], id="estimates"),
        pytest.param("# Births\n\n" + _table("| District | Born |", "| Tarn | 1204 |", "| Kesh | 1100 |"), ["1204", "1100"], id="births alone"),
        pytest.param("# Clubs\n\n" + _table("| Club | Members | Established |", "| Tarn | 81 | 1912 |", "| Kesh | 640 | 1950 |"), ["81", "640"], id="clubs"),
        pytest.param("# Firms\n\n" + _table("| Firm | Staff | Established |", "| Tarn | 1150 | 1912 |", "| Kesh | 640 | 1950 |"), ["1150", "640"], id="firms"),
        pytest.param("# Squad\n\n" + _table("| Player | Goals | Year of birth |", "| Moen | 12 | 1994 |", "| Dahl | 3 | 2001 |"), ["12", "3"], id="players"),
    ],
)  # fmt: skip
def test_years_since_when_there_is_something_count_nothing(figures_of: FiguresOf, text: str, surfaces: list[str]) -> None:
    assert [figure.surface for figure in figures_of(text)] == surfaces


def test_a_day_from_which_something_will_be_is_the_coming_one(figures_of: FiguresOf) -> None:
    front = "---\ntitle: Opening hours\npublished: 2024-02-26\n---\n\n"
    found = figures_of(
        f"{front}New hours of the branches\n\n| Branch | Hours in March | From 8 April |\n|---|---|---|\n| Kell | 36 | 51 |\n"
    )
    (later,) = (figure for figure in found if figure.surface == "51")
    assert later.period is not None
    assert later.period.start == date(2024, 4, 8)


def test_each_verb_of_the_headers_is_what_was_done_and_no_thing_that_the_next_one_is_done_to(figures_of: FiguresOf) -> None:
    found = figures_of("# Complaints\n\n" + _table("| Office | Received | Settled late | Refused |", "| Tarn | 310 | 41 | 19 |"))
    assert [(figure.surface, figure.action, figure.counted) for figure in found] == [
        ("310", "received", "Complaints"),
        ("41", "settled late", "Complaints"),
        ("19", "refused", "Complaints"),
    ]


def test_the_verb_of_a_header_goes_before_the_deed_that_a_row_is_called_after(figures_of: FiguresOf) -> None:
    found = figures_of(
        "# Offences in 2021\n\n" + _table("| Offence | Reported | Solved |", "| Robbery | 810 | 95 |", "| Arson | 64 | 12 |")
    )
    assert [(figure.label, figure.action) for figure in found] == [
        ("Robbery", "reported"),
        ("Robbery", "solved"),
        ("Arson", "reported"),
        ("Arson", "solved"),
    ]


def test_a_noun_in_the_plural_that_might_be_a_verb_is_what_its_column_counts(figures_of: FiguresOf) -> None:
    rows = _table("| Prison | Admissions | Releases |", "| Tarn | 41 | 38 |", "| of which women | 6 | 5 |")
    found = figures_of(f"Table 1. Admissions and releases by prison\n\n{rows}")
    assert [figure.unit for figure in found] == ["admission", "release", "admission", "release"]


def test_a_part_of_a_place_is_no_place(figures_of: FiguresOf) -> None:
    rows = _table("| Region | Admissions |", "| North | 41 |", "| of which women | 6 |", "| South | 12 |")
    found = figures_of(f"Table 1. Admissions by region\n\n{rows}")
    assert [figure.place for figure in found] == ["North", None, "South"]
    assert found[1].part_of is not None
    assert "women" in (found[1].counted or "")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "# Museums\n\n" + _table("| Museum | Clerks | Pay, EUR | Rent, EUR | Transport, EUR |", "| Kesh | 14 | 8,100 | 900 | 75 |"),
            ["Clerks", "Pay", "Rent", "Transport"],
            id="units in the headers",
        ),
        pytest.param(
            "# Museums\n\nTable 1. Costs of the museums, thousand EUR\n\n" + _table("| Museum | Clerks | Hire | Travel |", "| Kesh | 61 | 12 | 4 |"),
            ["Clerks", "Hire", "Travel"],
            id="a unit in the caption",
        ),
        pytest.param(
            "# Harbours\n\n" + _table("| Harbour | Boats | Catch, tonnes | Use, MWh |", "| Tarn | 31 | 1,250 | 64 |"),
            ["Boats", "Catch", "Use"],
            id="measures",
        ),
        pytest.param(
            "# Games\n\nTable 1. Matches by club\n\n" + _table("| Club | Matches | Win | Draw |", "| Tarn | 31 | 12 | 4 |"),
            ["Matches", "Matches", "Matches"],
            id="deeds among counts",
        ),
    ],
)  # fmt: skip
def test_a_header_over_sums_that_might_be_a_verb_is_a_noun(figures_of: FiguresOf, text: str, told: list[str]) -> None:
    assert [(figure.counted or "").split(", ")[0] for figure in figures_of(text)] == told


def test_a_participle_over_sums_is_what_was_done(figures_of: FiguresOf) -> None:
    found = figures_of("# Aid\n\n" + _table("| County | Grants, EUR | Paid, EUR |", "| Tarn | 3,100 | 1,250 |"))
    assert [(figure.surface, figure.action) for figure in found if figure.surface == "1,250"] == [("1,250", "paid")]


def test_what_was_done_is_told_of_what_the_caption_counts_beside_a_header_without_things(figures_of: FiguresOf) -> None:
    text = (
        "# Jails\n\nPrisoners by jail\n\n| Jail | On remand | Sentenced |\n|---|---|---|\n| Hollin | 112 | 340 |\n| Deepwell | 98 | 501 |\n"
    )
    convicted = [figure for figure in figures_of(text) if figure.value in (340, 501)]
    assert [figure.counted for figure in convicted] == ["Prisoners", "Prisoners"]
