"""Patterns that are compiled when they are first used."""

import json
import re
from pathlib import Path

import pytest

import qa_bot
from qa_bot.text.asking import LANGUAGES, asking
from qa_bot.text.patterns import CuedPattern, LatePattern, LatePatterns, cues_of


def test_a_late_pattern_finds_what_its_expression_does() -> None:
    pattern = LatePattern(r"trains? (\d+)", re.IGNORECASE)
    found = pattern.search("Of Trains 12 and train 7")
    assert found is not None
    assert found[1] == "12"
    assert pattern.match("Of Trains 12", 3) is not None
    assert pattern.match("Of Trains 12") is None
    assert pattern.sub("-", "train 1, train 2", count=1) == "-, train 2"


def test_an_unusable_expression_is_not_noticed_before_it_is_used() -> None:
    assert LatePattern("(").source == "("


@pytest.mark.parametrize(
    ("source", "cues"),
    [
        pytest.param(r"^how long (was|were) (.+?) down", [("how long ",), (" down",), ("was", "were")], id="start-of-text"),
        pytest.param(r"\bper capita\b", [("per capita",)], id="whole"),
        pytest.param(r"\btickets? left", [("ticket",), (" left",)], id="optional-letter"),
        pytest.param(r"\bпоч[её]м\b", [("поч",)], id="class"),
        pytest.param(r"\b(?:aged|of age) \d+", [("aged", "of age")], id="choice"),
        pytest.param(r"\bwere full\b|\bwere packed\b", [("were full", "were packed")], id="two-sides"),
        pytest.param(r"\bwere (?:full|packed[|])\b", [("were ",), ("full", "packed")], id="sides-within"),
        pytest.param(r"\bwere (?:full (?:of|up)|packed)\b", [("were ",), ("full ", "packed")], id="groups-within-sides"),
        pytest.param(
            r"(?:the )?(?:budget|finances)(?= of (?:towns|a city))",
            [("budget", "finances"), (" of ",), ("towns", "a city")],
            id="optional-group",
        ),
        pytest.param(r"(?:(?:big|small) )?town(?! hall)", [("town",)], id="what-must-not-follow"),
        pytest.param(r"(?:full|\d+) seats(?:, (?:sold|taken)){1,2}", [(" seats",)], id="no-letters-on-one-side"),
        pytest.param(r"(?:up|to)+(?P<place>harbour)", [], id="short-and-named"),
        pytest.param(r"\d+ ?(?:%|tonnes)", [], id="digit"),
        pytest.param(r"\bTons\b", [("tons",)], id="capital"),
    ],
)
def test_of_each_row_of_cues_one_stands_in_all_that_a_pattern_matches(source: str, cues: list[tuple[str, ...]]) -> None:
    assert [*cues_of(source)] == cues


def test_a_cued_pattern_finds_what_its_expression_does() -> None:
    pattern = CuedPattern(r"how many (trains|ferries) (?:ran|sailed)", re.IGNORECASE)
    found = pattern.search("And HOW MANY Ferries sailed?")
    assert found is not None
    assert found[1] == "Ferries"
    assert pattern.search("How many ferries sank?") is None
    assert pattern.sub(r"count \1 that left", "How many trains ran?") == "count trains that left?"
    assert pattern.sub("-", "How long were they?") == "How long were they?"


def test_a_cued_pattern_is_not_compiled_for_a_text_without_its_letters() -> None:
    assert CuedPattern(r"how many (?:trains|ferries").search("how many boats ran") is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_ways_to_ask_are_found_as_their_expressions_find_them(language: str) -> None:
    file = Path(__file__).parents[1] / "quality" / "questions.jsonl"
    questions = [json.loads(line)["question"] for line in file.read_text(encoding="utf-8").splitlines()]
    for said, *_ in asking(language).reword:
        whole = re.compile(said.source, re.IGNORECASE)
        assert [said.search(text) is None for text in questions] == [whole.search(text) is None for text in questions]


def test_no_group_is_repeated_possessively() -> None:
    """Python 3.11.2, which Debian 12 has, gives back nothing of "2010," in `(?:...)*+` when its last repetition fails halfway."""
    possessive = re.compile(r"(?<!\\)\)(?:[*+?]|\{\d+(?:,\d*)?\})\+")
    sources = sorted(Path(qa_bot.__file__).parent.rglob("*.py"))
    assert [path.name for path in sources if possessive.search(path.read_text(encoding="utf-8"))] == []


def test_of_several_expressions_the_first_match_is_found_and_none_compiled_in_vain() -> None:
    several = LatePatterns([r"late \w+", r"\btrains? were\b", "ferries("])
    found = several.search("The trains were not late at all")
    assert found is not None
    assert found[0] == "trains were"
    assert several.search("No boat") is None
    with pytest.raises(re.error):
        several.search("Ferries ran, ferries sank")
