"""Parts of a year that stand behind it in a header."""

import pytest

from qa_bot.text.turned_parts import with_parts_ahead


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
