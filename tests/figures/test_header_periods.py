"""The times that the headers of tables without any marked header tell."""

from collections.abc import Callable

import pytest

from qa_bot.schema import Figure

FiguresOf = Callable[[str], list[Figure]]


def _page(title: str, *rows: str) -> str:
    body = "".join(f"<tr>{''.join(f'<td><p>{cell}</p></td>' for cell in row.split('|'))}</tr>" for row in rows)
    return f"<html><body><main><h1>{title}</h1><table><tbody>{body}</tbody></table></main></body></html>"


def _told(figures: list[Figure]) -> list[tuple[float, str, str]]:
    return [
        (float(figure.value), str(figure.period.start), str(figure.period.end)) if figure.period is not None else (0, "", "")
        for figure in figures
    ]


@pytest.mark.parametrize(
    ("first", "second", "spans"),
    [
        ("2021 г.", "2022 г.", ["2021-01-01 2021-12-31", "2022-01-01 2022-12-31"]),
        ("2021 год", "2022 год", ["2021-01-01 2021-12-31", "2022-01-01 2022-12-31"]),
        ("I кв. 2021 г.", "I кв. 2022 г.", ["2021-01-01 2021-03-31", "2022-01-01 2022-03-31"]),
        ("2021 III кв.", "2022 III кв.", ["2021-07-01 2021-09-30", "2022-07-01 2022-09-30"]),
        ("01.01.2021", "01.01.2022", ["2021-01-01 2021-01-01", "2022-01-01 2022-01-01"]),
        ("дек.21", "дек.22", ["2021-12-01 2021-12-31", "2022-12-01 2022-12-31"]),
        ("2021г", "2022г", ["2021-01-01 2021-12-31", "2022-01-01 2022-12-31"]),
        ("1 полуг. 2021", "1 полуг. 2022", ["2021-01-01 2021-06-30", "2022-01-01 2022-06-30"]),
        ("12.2021", "12.2022", ["2021-12-01 2021-12-31", "2022-12-01 2022-12-31"]),
        ("2021 отч.", "2022 прогн.", ["2021-01-01 2021-12-31", "2022-01-01 2022-12-31"]),
        ("2020/21 уч. год", "2021/22 уч. год", ["2020-01-01 2021-12-31", "2021-01-01 2022-12-31"]),
    ],
)
def test_a_header_of_years_with_their_words_tells_the_time(figures_of_page: FiguresOf, first: str, second: str, spans: list[str]) -> None:
    page = _page("Отчёт о работе пристаней за 2022 год", f"Пристань|{first}|{second}", "Ладья|140|190", "Устье|60|80")
    found = [(value, f"{start} {end}") for value, start, end in _told(figures_of_page(page))]
    assert found == [(140, spans[0]), (190, spans[1]), (60, spans[0]), (80, spans[1])]


def test_a_quarter_behind_its_year_is_of_that_year(figures_of_page: FiguresOf) -> None:
    page = _page("Ferries sailed", "Pier|2021 Q4|2022 Q1", "Lade|140|190", "Orm|60|80")
    assert _told(figures_of_page(page))[:2] == [(140, "2021-10-01", "2021-12-31"), (190, "2022-01-01", "2022-03-31")]


def test_a_year_with_its_word_in_a_row_counts_nothing(figures_of_page: FiguresOf) -> None:
    page = _page("Мосты", "Мост|Пролётов|Открыт", "Ладейный|12|2004 г.", "Устьинский|7|1998 г.")
    assert [float(figure.value) for figure in figures_of_page(page)] == [12, 7]


def test_a_column_of_units_that_are_thousands_leaves_to_the_row_what_is_counted(figures_of_page: FiguresOf) -> None:
    page = _page(
        "Отчёт о работе музеев", "Показатель|Единица измерения|2021 год|2022 год", "Посещения|тыс.|14,5|16,1", "Экскурсии|ед.|310|402"
    )
    figures = figures_of_page(page)
    assert [float(figure.value) for figure in figures] == [14_500, 16_100, 310, 402]
    assert [figure.unit for figure in figures] == ["посещение", "посещение", "экскурсия", "экскурсия"]


def test_a_part_of_a_year_that_ends_we_know_not_when_is_no_whole_year(figures_of_page: FiguresOf) -> None:
    page = _page("Ferries sailed, report for 2022", "Pier|2021 YTD|2022 YTD", "Lade|140|190", "Orm|60|80")
    assert [(value, start) for value, start, _ in _told(figures_of_page(page))] == [
        (140, "None"),
        (190, "None"),
        (60, "None"),
        (80, "None"),
    ]


@pytest.mark.parametrize("heads", ["Mar-31|Jun-30", "Dec-10|Dec-17", "Sep-11|Sep-18"])
def test_days_over_columns_are_no_months_of_years(figures_of_page: FiguresOf, heads: str) -> None:
    figures = figures_of_page(_page("Ferries sailed", f"Pier|{heads}", "Lade|140|190", "Orm|60|80"))
    assert [(float(figure.value), figure.period is not None and figure.period.start is not None) for figure in figures] == [
        (value, False) for value in (140, 190, 60, 80)
    ]


def test_a_number_of_a_paper_is_no_month_of_its_row(figures_of: FiguresOf) -> None:
    figures = figures_of("# Votes\n\n| Decision | Votes |\n|---|---|\n| Decision 5/2023 | 21 |\n| 7/2019 | 34 |\n")
    assert [float(figure.value) for figure in figures] == [21, 34]
    assert all(figure.period is None or figure.period.start is None for figure in figures)
    assert figures[0].label == "Decision 5/2023"


def test_grams_are_no_years(figures_of: FiguresOf) -> None:
    text = "# Вес рыб\n\n| Рыба | Вес |\n|---|---|\n| Щука | 2000 г |\n| Судак | 1800 г |\n| Окунь | 300 г |\n"
    assert [(float(figure.value), figure.unit) for figure in figures_of(text)] == [(2000, "g"), (1800, "g"), (300, "g")]


@pytest.mark.parametrize(("corner", "language"), [("Month", "en"), ("Reporting period", "en"), ("Месяц", "ru")])
def test_a_row_is_called_by_the_number_of_its_month(figures_of: FiguresOf, corner: str, language: str) -> None:
    counted = {"en": "Boats", "ru": "Лодок"}[language]
    figures = figures_of(f"# {counted}\n\n| {corner} | {counted} |\n|---|---|\n| 11/2022 | 34 |\n| 01.2023 | 36 |\n")
    assert _told(figures) == [(34, "2022-11-01", "2022-11-30"), (36, "2023-01-01", "2023-01-31")]


def test_the_number_of_a_paper_is_no_month(figures_of: FiguresOf) -> None:
    figures = figures_of("# Boats\n\n| Decision | Boats |\n|---|---|\n| 11/2022 | 34 |\n| 1/2023 | 36 |\n")
    assert [(float(figure.value), figure.period) for figure in figures] == [(34, None), (36, None)]
