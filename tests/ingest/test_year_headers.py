"""Years with a word behind them in the first row of a table that marks no headers."""

import pytest

from qa_bot.ingest.grid import Entry, grid, is_value, is_year


def _header(*rows: str) -> int:
    return grid([[Entry(text) for text in row.split("|")] for row in rows]).header


@pytest.mark.parametrize(
    "text", ["2022 г.", "2021 год", "2019-2020 гг.", "2022/23 уч. год", "2023 план", "2024 оценка", "2020 budget", "2023 Mar"]
)
def test_a_year_may_have_its_word_behind_it(text: str) -> None:
    assert is_year(text)
    assert not is_value(text)


@pytest.mark.parametrize("text", ["1998 чел.", "2000 т", "2000 дней", "1950 kg", "1 204 г."])
def test_a_number_with_a_unit_is_no_year(text: str) -> None:
    assert not is_year(text)
    assert is_value(text)


@pytest.mark.parametrize(
    "head",
    [
        "Порт|2021 г.|2022 г.",
        "Порт|Единица|2021 год|2022 год",
        "Порт|2022 факт|2023 план",
        "Порт|01.01.2022|01.01.2023",
        "Порт|2022 отч.|2023 прогн.",
        "Port|2022 YTD|2023 YTD",
    ],
)
def test_a_row_of_such_years_is_a_header(head: str) -> None:
    rows = ("Ладья|сут.|14|19", "Устье|сут.|6|8") if "Единица" in head else ("Ладья|14|19", "Устье|6|8")
    assert _header(head, *rows) == 1


def test_one_day_beside_a_name_heads_nothing() -> None:
    assert _header("Построен|01.01.1998", "Снесён|03.04.2011") == 0


def test_numbers_of_the_size_of_years_in_a_first_row_head_nothing() -> None:
    assert _header("Ладья|1998 чел.|2014 чел.", "Устье|1870 чел.|1905 чел.") == 0


@pytest.mark.parametrize("first", ["Euro|1.1834|1.2012", "Euro|1.2012|1.2014", "Euro|10.2012|12.2014", "Euro|13.2012|14.2013"])
def test_decimals_in_a_first_row_are_no_months(first: str) -> None:
    assert _header(first, "Pound|1.3702|1.3544", "Franc|1.0901|1.0822") == 0


def test_months_in_digits_head_columns() -> None:
    assert _header("Port|12.2022|01.2023", "Lade|14|19", "Orm|6|8") == 1


@pytest.mark.parametrize("text", ["2000 г", "2000 rev", "1800 done"])
def test_a_number_of_the_size_of_a_year_is_a_value_where_its_word_may_be_another(text: str) -> None:
    assert not is_year(text)
    assert is_value(text)


def test_a_year_with_a_bare_letter_heads_numbers_without_it() -> None:
    assert _header("Порт|2022 г", "Ладья|14", "Устье|6") == 1
    assert _header("Сыр|2000 г", "Хлеб|1500 г", "Соль|800 г") == 0
