"""The period of each figure, as a reader of the text would date it; None where it cannot be dated."""

from collections.abc import Callable

import pytest

from qa_bot.schema import Basis, Figure

FiguresOf = Callable[[str], list[Figure]]
Dates = tuple[str, str] | None

Y2021, Y2022, Y2023 = (("2021-01-01", "2021-12-31"), ("2022-01-01", "2022-12-31"), ("2023-01-01", "2023-12-31"))
PUBLISHED = "---\ntitle: Report\npublished: 2024-03-03\n---\n\n"  # a Sunday


def _dates(figures: list[Figure]) -> list[Dates]:
    periods = [figure.period for figure in figures]
    return [(str(period.start), str(period.end)) if period is not None and period.start is not None else None for period in periods]


BESIDE = [
    pytest.param("In 2023 the port handled 410 ships.", [Y2023], id="before"),
    pytest.param("The port handled 410 ships in 2023.", [Y2023], id="after"),
    pytest.param("The port handled 410 ships in 2023 and 395 in 2022.", [Y2023, Y2022], id="in order"),
    pytest.param("The port handled 410 ships, more than in 2021.", [None], id="a comparison is no period"),
    pytest.param("In 2023 the port handled 410 ships, against 395 in 2022.", [Y2023, Y2022], id="each side of a comparison"),
    pytest.param("In 2023 the port handled 410 ships, 4% fewer than in 2022.", [Y2023, Y2023], id="a change is of its own year"),
    pytest.param("In 2021 there were 377 fires, and none in the winter months.", [Y2021], id="cut off"),
    pytest.param("Rain in 2023 came to 700 mm, the highest level since 1987.", [Y2023], id="the highest since"),
    pytest.param("In 2022 Marsh scored 17 goals, of which three in April.", [Y2022, ("2022-04-01", "2022-04-30")], id="of which"),
    pytest.param("The herd has shrunk to 55 animals from 160 in 2010.", [None, ("2010-01-01", "2010-12-31")], id="a level before"),
    pytest.param("The museum, founded in 1952, drew 900 visitors in 2022.", [Y2022], id="founded in"),
    pytest.param("A bridge built in 1968 collapsed and 2 people died.", [None], id="built in"),
    pytest.param("In 2022 12 schools were built.", [Y2022], id="what was built is counted"),
    pytest.param("В 2022 году собрали 40 тонн мёда, а в 2023-м — 52.", [Y2022, Y2023], id="ru two years"),
    pytest.param("В 2023 году родились 60 телят, это рекорд с 1998 года.", [Y2023], id="ru a record since"),
    pytest.param("В 2023 году родились 60 телят по сравнению с 48 в 2022 году.", [Y2023, Y2022], id="ru compared with"),
]


@pytest.mark.parametrize(("text", "expected"), BESIDE)
def test_a_sentence_dates_its_figures(figures_of: FiguresOf, text: str, expected: list[Dates]) -> None:
    assert _dates(figures_of(text)) == expected


DATED = [
    pytest.param("In December the clinic saw 40 patients.", [("2023-12-01", "2023-12-31")], id="the latest December"),
    pytest.param(
        "On 19 February inspectors found 31 faults. It is the first visit since 1998.", [("2024-02-19", "2024-02-19")], id="a day"
    ),
    pytest.param(
        "Surgeons did 845 operations in January and 792 in February.",
        [("2024-01-01", "2024-01-31"), ("2024-02-01", "2024-02-29")],
        id="months in order",
    ),
    pytest.param(
        "Last year 64 nurses left. Pay rose by 7% in January.", [Y2023, ("2024-01-01", "2024-01-31")], id="last year frames no month"
    ),
    pytest.param(
        "In 2022 the ward closed 9 times. In March 30 beds were moved.", [Y2022, ("2022-03-01", "2022-03-31")], id="a year frames"
    ),
    pytest.param(
        "Debt will rise to 13 million. In 2019 it was 9 million. Crews paved 40 roads.",
        [None, ("2019-01-01", "2019-12-31"), None],
        id="a look back",
    ),
    pytest.param("By the end of the year 40 panels are to be added.", [("2024-12-31", "2024-12-31")], id="a plan stays ahead"),
    pytest.param("«Мы получили 14 вагонов и до конца мая ждём ещё шесть».", [None, None], id="ru leads into the next"),
    pytest.param(
        "Явка составила 43 %; пять лет назад она была на 2 пункта выше.", [None, ("2019-01-01", "2019-12-31")], id="ru another part"
    ),
    pytest.param("Ten trams will follow by June.", [("2024-06-01", "2024-06-30")], id="a month to come"),
    pytest.param("Заседание пройдёт 26 сентября. Потрачено 311 рублей.", [None], id="ru a day to come is no frame"),
    pytest.param("We need 120 nurses and have found 85 since January.", [None, ("2024-01-01", "2024-03-03")], id="another verb"),
    pytest.param("К концу года заболеют 25 детей.", [("2024-12-31", "2024-12-31")], id="ru a forecast stays ahead"),
    pytest.param("On Thursday 27 trains stood still.", [("2024-02-29", "2024-02-29")], id="a weekday"),
    pytest.param("We have hired 85 nurses since January.", [("2024-01-01", "2024-03-03")], id="since ends with the text"),
    pytest.param(
        "В феврале отменили 27 рейсов, годом ранее — 41.",
        [("2024-02-01", "2024-02-29"), ("2023-02-01", "2023-02-28")],
        id="ru a year before",
    ),
    pytest.param("К концу квартала в очереди стояли 300 семей.", [("2023-12-31", "2023-12-31")], id="ru the quarter that ended"),
    pytest.param("LUTTERBY, 3 March 2024 (North Wire) - The hospital has 480 beds.", [None], id="a dateline is no period"),
]


@pytest.mark.parametrize(("text", "expected"), DATED)
def test_a_dated_document_places_what_has_no_year(figures_of: FiguresOf, text: str, expected: list[Dates]) -> None:
    assert _dates(figures_of(PUBLISHED + text)) == expected


AROUND = [
    pytest.param("In 2023 courts heard 90 cases. Judges dismissed 31.", [Y2023, Y2023], id="the sentence before"),
    pytest.param("In 2023 courts heard 90 cases. Most judges have 2 clerks.", [Y2023, None], id="what is so now"),
    pytest.param("In 2023 courts heard 90 cases. That is 4 a week, or 1% of all.", [Y2023, None, Y2023], id="that is"),
    pytest.param(
        "In 2023 courts heard 90 cases. In 2022 they had heard 70. Lawyers filed 12 appeals.", [Y2023, Y2022, None], id="an aside"
    ),
    pytest.param(
        "Since March 2022 talks have stalled.\n\nIn April envoys met 3 times.", [("2022-04-01", "2022-04-30")], id="since frames a year"
    ),
    pytest.param("In 2022 the city gave permits. They went to:\n\n- Hearth, 740\n- Bau, 300", [Y2022, Y2022], id="list items"),
    pytest.param("# Courts\n\n## 2022\n\nJudges heard 90 cases.\n\n## 2023\n\nJudges heard 70 cases.", [Y2022, Y2023], id="headings"),
    pytest.param(
        "From January to June 2023 crews cut 9 km of road. They repaired 27 bridges in the same period.",
        [("2023-01-01", "2023-06-30")] * 2,
        id="the same period",
    ),
    pytest.param(
        "In May 2023 crews laid 9 km of pipe. A month earlier they had laid 5 km.",
        [("2023-05-01", "2023-05-31"), ("2023-04-01", "2023-04-30")],
        id="a month earlier",
    ),
    pytest.param("Since the law of 2016 came into force, 95 inmates have been freed.", [None], id="since a law"),
    pytest.param("In March the mill ground 12 tonnes.", [None], id="no year anywhere"),
]


@pytest.mark.parametrize(("text", "expected"), AROUND)
def test_the_text_around_dates_what_its_sentence_does_not(figures_of: FiguresOf, text: str, expected: list[Dates]) -> None:
    assert _dates(figures_of(text)) == expected


def test_a_year_taken_from_the_text_is_context_and_quoted(figures_of: FiguresOf) -> None:
    text = "Since March 2022 talks have stalled.\n\nIn April envoys met 3 times."
    figure = figures_of(text)[0]
    assert figure.period is not None
    assert figure.period.basis is Basis.CONTEXT
    assert any(text[span.start : span.end].startswith("Since March 2022") for span in figure.scope_quotes)


def test_a_month_placed_by_the_publication_date_says_so(figures_of: FiguresOf) -> None:
    period = figures_of(PUBLISHED + "In December the clinic saw 40 patients.")[0].period
    assert period is not None
    assert period.basis is Basis.PUBLICATION_DATE


def test_last_year_in_an_undated_text_is_unresolved(figures_of: FiguresOf) -> None:
    period = figures_of("Last year 64 nurses left.")[0].period
    assert period is not None
    assert (period.start, period.end, period.basis) == (None, None, Basis.UNRESOLVED)
