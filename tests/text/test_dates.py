"""Full calendar dates in metadata and datelines."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa_bot.schema import Period
from qa_bot.text.dates import find_dates, read_date
from qa_bot.text.periods import describe


@pytest.mark.parametrize(
    "text",
    [
        "2022-10-14",
        "2022-10-14T09:30:00Z",
        "2022-10-14T09:30:00.123+03:00",
        "2022-10-14 09:30",
        "20221014",
        "2022/10/14",
        "14.10.2022",
        "14.10.22",
        "14.10.2022, 09:30",
        "14/10/2022",
        "10/14/2022",
        "14 October 2022",
        "14 Oct 2022",
        "14th October, 2022",
        "October 14, 2022",
        "Oct. 14, 2022",
        "Friday, 14 October 2022",
        "Fri, 14 Oct 2022 09:30:00 +0000",
        "14 октября 2022 года",
        "14 октября 2022 г.",
        "14 октября 2022, 09:30",
        "  2022-10-14\n",
    ],
)
def test_a_full_date_is_read_in_any_common_format(text: str) -> None:
    assert read_date(text) == date(2022, 10, 14)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2022",
        "October 2022",
        "14 October",
        "2022-10",
        "2022-13-40",
        "30 February 2022",
        "last year",
        "14 October 2022 and 15 October 2022",
        "Report of 14 October 2022 on harvests",
        "14-16 October 2022",
        "1.2.3",
        "n/a",
        "x" * 500,
    ],
)
def test_what_is_not_one_full_date_is_none(text: str) -> None:
    assert read_date(text) is None


def test_dates_in_a_dateline_are_found_with_their_place() -> None:
    text = "SOCHI, 14.10.2022, Sputnik. Later on 3 May, and 15 October 2022."
    assert [(text[start:end], day) for start, end, day in find_dates(text, 0, len(text), "en")] == [
        ("14.10.2022", date(2022, 10, 14)),
        ("15 October 2022", date(2022, 10, 15)),
    ]


@settings(max_examples=80)
@given(st.dates(min_value=date(1000, 1, 1), max_value=date(2199, 12, 31)), st.sampled_from(["en", "ru"]))
def test_a_worded_date_is_read_again(day: date, language: str) -> None:
    assert read_date(describe(Period(start=day, end=day, surface=""), language)) == day
    assert read_date(day.isoformat()) == day


@settings(max_examples=80)
@given(st.text(max_size=60))
def test_no_text_makes_it_fail(text: str) -> None:
    read_date(text)
