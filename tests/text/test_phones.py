import pytest

from qa_bot.text.numbers import find_numbers
from qa_bot.text.phones import phones
from qa_bot.text.tokens import tokenize


@pytest.mark.parametrize(
    "phone",
    ["0113 496 0155", "020 7946 0958", "(0113) 496 0155", "+44 20 7946 0958", "+44 7700 900123", "+7 (495) 123-45-67", "8 (495) 123-45-67",
     "8-800-555-35-35", "(212) 555-0199", "212-555-0199", "089/123 4567"],
)  # fmt: skip
def test_a_telephone_number_counts_nothing(phone: str) -> None:
    text = f"Ask 3 clerks at {phone}."
    assert [text[start:end] for start, end in phones(text, 0, len(text))] == [phone]
    assert [number.value for number in find_numbers(text, tokenize(text), "en")] == [3]


@pytest.mark.parametrize(
    "text",
    ["1 200 300 tonnes", "+12 345 678 people", "0.75 of 012", "12-14 of 20-30", "in 2019-2023", "on 01-02-2024", "8 120 300 roubles",
     "05 2024", "007", "from 100-200 to 300-400", "+3 000 000", "12 000 - 15 000", "1 000 000", "2\u00a0000 045", "up 3 000 012 in all", "+15-18", "+10-15%", "+12 500-13 000 people"],
)  # fmt: skip
def test_other_numbers_are_none(text: str) -> None:
    assert phones(text, 0, len(text)) == []
