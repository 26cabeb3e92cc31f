"""What a noun phrase takes along, and what it names."""

import pytest

from qa_bot.text.nominals import complement_end, entity_terms, unit_of
from qa_bot.text.syntax import Syntax, parse


def _phrase(syntax: Syntax, number: int) -> tuple[int, int]:
    phrase = syntax.phrases[number]
    return phrase.first, phrase.last


@pytest.mark.parametrize(
    ("text", "language", "event", "whole"),
    [
        pytest.param("requests for the extradition of persons came", "en", True, "requests for the extradition of persons", id="of, for"),
        pytest.param("refusals from Western states came", "en", True, "refusals from Western states", id="an event takes its doer"),
        pytest.param("boats from Western states came", "en", False, "boats", id="a thing does not"),
        pytest.param("жалоб жителей города нет", "ru", False, "жалоб жителей города", id="ru genitives"),
    ],
)
def test_a_phrase_takes_its_complements(text: str, language: str, event: bool, whole: str) -> None:
    syntax = parse(text, 0, len(text), language)
    first, last = _phrase(syntax, 0)
    assert syntax.slice(first, complement_end(syntax, last, event=event)) == whole


@pytest.mark.parametrize(
    ("text", "language", "unit"),
    [
        ("many nurses", "en", "person"),
        ("many wind farms", "en", "farm"),
        ("many requests", "en", "request"),
        ("many kilometres", "en", "km"),
        ("many years", "en", "year"),
        ("много врачей", "ru", "person"),
        ("много вагонов", "ru", "вагон"),
    ],
)
def test_a_unit_is_a_readable_singular(text: str, language: str, unit: str) -> None:
    syntax = parse(text, 0, len(text), language)
    assert unit_of(syntax, len(syntax.tokens) - 1) == unit


def test_states_are_named_as_entities() -> None:
    text = "Swiss and Latvian courts"
    syntax = parse(text, 0, len(text), "en")
    assert entity_terms(syntax, 0, len(syntax.tokens)) == ("@CH", "@LV")
