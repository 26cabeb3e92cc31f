"""Lines that belong to a page and not to its text."""

import pytest

from qa_bot.ingest.furniture import without_counters


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("Harvest Agency 1,204 views", "Harvest Agency"),
        ("Harvest Agency 3.2K views", "Harvest Agency"),
        ("3 min read", ""),
        ("5 min to read", ""),
        ("2 мин чтения", ""),
        ("Просмотров: 1 204", ""),
        ("👁 1.8K", ""),
        ("Bureau of 40 Valleys", "Bureau of 40 Valleys"),
    ],
)
def test_counters_are_taken_out_of_a_line(line: str, left: str) -> None:
    assert without_counters(line).strip() == left


@pytest.mark.parametrize("text", ["1 " * 50_000, " " * 100_000, "1" * 100_000, "views " * 20_000, "👁 " * 20_000, "1,1." * 25_000])
def test_no_line_is_too_long_to_look_for_counters(text: str) -> None:
    without_counters(text)
