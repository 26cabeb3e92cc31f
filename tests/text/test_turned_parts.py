"""Parts of a year that stand behind it in a header."""

import pytest

from qa_bot.text.turned_parts import are_days, spelled_out, with_parts_ahead


@pytest.mark.parametrize(
    ("text", "language", "turned"),
    [
        ("2024 Q1", "en", "Q1 2024"),
        ("Ferries, 2023-Q4", "en", "Ferries, Q4 2023"),
        ("H1/2022", "en", "H1 2022"),
        ("2023 II кв.", "ru", "II кв. 2023"),
        ("2021, 1 полугодие", "ru", "1 полугодие  2021"),
    ],
)
def test_a_part_of_a_year_is_put_before_it(text: str, language: str, turned: str) -> None:
    assert with_parts_ahead(text, language) == turned


@pytest.mark.parametrize("text", ["2024", "Q1 2024", "2024 Quotas", "Form 12024 Q1", "2023 II том"])
def test_anything_else_stays(text: str) -> None:
    assert with_parts_ahead(text, "ru" if "том" in text else "en") == text


@pytest.mark.parametrize(
    ("text", "language", "spelled"),
    [
        ("Dec-22", "en", "Dec 2022"),
        ("Ferries, Mar '19", "en", "Ferries, Mar 2019"),
        ("Sep-98", "en", "Sep 1998"),
        ("12/2022", "en", "2022-12"),
        ("3.2021", "ru", "2021-03"),
        ("дек.22", "ru", "дек 2022"),
        ("2022г", "ru", "2022 г"),
        ("I кв.2022г.", "ru", "I кв. 2022 г."),
        ("1кв 2022", "ru", "1 кв 2022"),
    ],
)
def test_short_times_of_headers_are_written_out(text: str, language: str, spelled: str) -> None:
    assert spelled_out(text, language) == spelled


@pytest.mark.parametrize(
    "text",
    [
        "Boat-22",
        "May 22",
        "22-Dec",
        "Dec.22",
        "13/2022",
        "2022t",
        "1/2",
        "5.2021 kg",
        "Mar-22-2021",
        "31/12/2022",
        "A4 2022",
        "Decision 5/2023",
        "No. 3/2024",
    ],
)
def test_what_is_no_short_time_stays(text: str) -> None:
    assert spelled_out(text, "en") == text


@pytest.mark.parametrize(
    ("text", "language"),
    [("Dec-31", "en"), ("Jun-30", "en"), ("Feb-28", "en"), ("Mar/31", "en"), ("Sep-11, 2001", "en"), ("март-15", "ru"), ("March-15", "en")],
)
def test_what_may_be_a_day_is_no_year(text: str, language: str) -> None:
    assert spelled_out(text, language) == text


def test_the_name_of_a_row_holds_no_month_in_digits() -> None:
    assert spelled_out("5/2023", "en", numbered=False) == "5/2023"
    assert spelled_out("3.2021", "ru", numbered=False) == "3.2021"


@pytest.mark.parametrize(
    ("texts", "days"),
    [
        (["Sep-11", "Sep-18", "Sep-25"], True),
        (["Mar-15", "Mar-31"], True),
        (["Dec-21", "Dec-22", "Dec-23"], False),
        (["Nov-22", "Dec-22", "Jan-23"], False),
        (["Port", "Boats"], False),
    ],
)
def test_headers_of_days_are_told_from_those_of_months(texts: list[str], days: bool) -> None:
    assert are_days(texts) is days
