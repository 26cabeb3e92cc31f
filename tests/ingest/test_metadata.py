from datetime import UTC, date, datetime

import pytest

from qa_bot.ingest.metadata import MetadataError, date_in_url, from_mapping


@pytest.mark.parametrize(
    "value",
    [
        pytest.param("2023-11-05", id="iso"),
        pytest.param("5 November 2023", id="in words"),
        pytest.param("5 ноября 2023 года", id="in Russian"),
        pytest.param("05.11.2023", id="with dots"),
        pytest.param("2023-11-05T18:30:00+03:00", id="with a time"),
        pytest.param(date(2023, 11, 5), id="a date"),
        pytest.param(datetime(2023, 11, 5, 18, 30, tzinfo=UTC), id="a moment"),
    ],
)
def test_the_day_of_publication_is_read(value: object) -> None:
    assert from_mapping({"published": value}).published == date(2023, 11, 5)


def test_unknown_keys_are_passed_over_and_other_names_are_understood() -> None:
    found = from_mapping({"tags": ["a"], "author": "A. Miller", "date": "2023-11-05", "source": "Farm Office"})
    assert (found.speaker, found.published, found.publisher) == ("A. Miller", date(2023, 11, 5), "Farm Office")


def test_the_plain_name_wins_over_the_other() -> None:
    assert from_mapping({"author": "A. Miller", "speaker": "B. Baker"}).speaker == "B. Baker"


@pytest.mark.parametrize("value", ["fr", "german", ""])
def test_a_language_that_is_not_read_is_left_to_the_letters(value: str) -> None:
    assert from_mapping({"language": value}).language is None


@pytest.mark.parametrize(("value", "code"), [("en-GB", "en"), ("RU", "ru"), ("english", "en")])
def test_a_language_is_told_by_its_code(value: str, code: str) -> None:
    assert from_mapping({"language": value}).language == code


def test_a_line_holds_no_line_break() -> None:
    assert from_mapping({"title": " The\n harvest\x00 of 2023 "}).title == "The harvest of 2023"


@pytest.mark.parametrize("mapping", [{"published": "soon"}, {"published": 2023}, {"title": {"a": 1}}, {"language": 3}])
def test_an_unusable_value_is_named(mapping: dict[str, object]) -> None:
    with pytest.raises(MetadataError, match=f'"{next(iter(mapping))}"'):
        from_mapping(mapping)


@pytest.mark.parametrize(
    ("url", "day"),
    [
        pytest.param("https://farm.example/2023/11/05/wheat", date(2023, 11, 5), id="parts"),
        pytest.param("https://farm.example/20231105/wheat-1068.html", date(2023, 11, 5), id="together"),
        pytest.param("https://farm.example/news/2023-11-05-wheat", date(2023, 11, 5), id="hyphens"),
        pytest.param("https://farm.example/2023/wheat", None, id="a year alone"),
        pytest.param("https://farm.example/2023/13/45/wheat", None, id="no day"),
        pytest.param("https://farm.example/id/120231105777", None, id="a number"),
    ],
)
def test_a_day_in_an_address(url: str, day: date | None) -> None:
    assert date_in_url(url) == day
