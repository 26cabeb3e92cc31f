"""Patterns that are compiled when they are first used."""

import re
from pathlib import Path

import pytest

import qa_bot
from qa_bot.text.asking import LANGUAGES
from qa_bot.text.patterns import LatePattern, LatePatterns, letters_needed, opening_of
from qa_bot.text.wordlists import DATA, read_toml


def test_a_late_pattern_finds_what_its_expression_does() -> None:
    pattern = LatePattern(r"trains? (\d+)", re.IGNORECASE)
    found = pattern.search("Of Trains 12 and train 7")
    assert found is not None
    assert found[1] == "12"
    assert pattern.match("Of Trains 12", 3) is not None
    assert pattern.match("Of Trains 12") is None
    assert pattern.sub("-", "train 1, train 2", count=1) == "-, train 2"


def test_the_spaces_of_an_expression_in_several_lines_are_no_letters() -> None:
    assert (
        LatePattern(
            r"""(?: id
        | ov )$""",
            re.VERBOSE,
        ).search("decid")
        is not None
    )


def test_an_unusable_expression_is_not_noticed_before_it_is_used() -> None:
    assert LatePattern("(").source == "("


def test_an_expression_whose_letters_a_text_lacks_is_not_compiled() -> None:
    unusable = LatePattern("late trains(")
    assert unusable.search("How many ferries were late?") is None
    assert unusable.sub("", "How many ferries were late?") == "How many ferries were late?"
    with pytest.raises(re.error):
        unusable.search("How many late trains were there?")


def test_one_that_many_texts_are_held_against_finds_the_same() -> None:
    pattern, several = LatePattern(r"late (\w+)"), LatePatterns([r"late \w+", r"\btrains? were\b"])
    for number in range(60):
        assert pattern.search(f"{number} ferries") is None
        assert several.search(f"{number} trains were cancelled, which is late news") is not None
    found = several.search("Trains and late trains were there"), several.search("No train")
    assert (found[0] is not None and found[0][0], found[1]) == ("late trains", None)


@pytest.mark.parametrize(
    ("source", "sides"),
    [
        pytest.param(r"^how long (?:was|were) .+ down$", [["how long ", "was|were", " ", " down"]], id="choice"),
        pytest.param(r"\btickets? left\b", [["ticket", " left"]], id="letter that may be missing"),
        pytest.param(r"\btickets+ left\b", [["tickets", " left"]], id="letter that may be repeated"),
        pytest.param(r"\b(?:still )?missing\b", [["missing"]], id="group that may be missing"),
        pytest.param(r"late(?! train)", [["late"]], id="what must not follow"),
        pytest.param(r"late(?= train)", [["late", " train"]], id="what must follow"),
        pytest.param(r"\bfull\b|\d+ left", [["full"], [" left"]], id="sides"),
        pytest.param(r"(?:full|\d+)!", [["!"]], id="choice of anything"),
        pytest.param(r"(?:very (?:full|packed)|sold out)", [["very |sold out"]], id="choice within a choice"),
        pytest.param(r"(a|b)(?P<rest>c)", [[]], id="named group"),
        pytest.param(r"[abc]d{2,3}e", [["e"]], id="signs"),
        pytest.param(r"CO2", [["co2"]], id="capitals"),
    ],
)
def test_the_letters_that_an_expression_needs_are_found(source: str, sides: list[list[str]]) -> None:
    assert [["|".join(choice) for choice in side] for side in letters_needed(source)] == sides


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_way_to_ask_is_missed_for_the_letters_that_it_needs(language: str) -> None:
    """Words of each expression, put together at random by leaving its signs out, are found with and without a look at the letters."""
    data = read_toml(DATA / language / "questions.toml")
    sources = [source for part in ("opening_kinds", "kinds") for patterns in data[part].values() for source in patterns]
    sources += [said for said, *_ in data["reword"].values()]
    texts = [" ".join(re.findall(r"[^\W\d_]+", re.sub(r"\\\\.|\(\?", " ", source))) for source in sources]
    texts += [text.replace(" ", "") for text in texts] + [" ".join(text.split()[:3]) for text in texts]
    for source in sources:
        pattern = re.compile(source)
        late = LatePatterns([source])
        assert [bool(late.search(text)) for text in texts[:10]] == [bool(pattern.search(text)) for text in texts[:10]]
        for text in filter(pattern.search, texts):
            assert any(all(any(letters in text.lower() for letters in choice) for choice in side) for side in letters_needed(source))


@pytest.mark.parametrize(
    ("source", "opening"),
    [
        pytest.param(r"^how long (was|were) (.+?) down", "how long ", id="start-of-text"),
        pytest.param(r"\bper capita\b", "per capita", id="whole"),
        pytest.param(r"\btickets? left", "ticket", id="optional-letter"),
        pytest.param(r"\bпоч[её]м\b", "поч", id="class"),
        pytest.param(r"\b(?:aged|of age) \d+", "", id="choice"),
        pytest.param(r"\bwere full\b|\bwere packed\b", "", id="two-sides"),
        pytest.param(r"\bwere (?:full|packed[|])\b", "were ", id="sides-within"),
        pytest.param(r"\d+ tonnes", "", id="digit"),
    ],
)
def test_the_opening_of_a_pattern_stands_in_all_that_it_matches(source: str, opening: str) -> None:
    assert opening_of(source) == opening


def test_no_group_is_repeated_possessively() -> None:
    """Python 3.11.2, which Debian 12 has, gives back nothing of "2010," in `(?:...)*+` when its last repetition fails halfway."""
    possessive = re.compile(r"(?<!\\)\)(?:[*+?]|\{\d+(?:,\d*)?\})\+")
    sources = sorted(Path(qa_bot.__file__).parent.rglob("*.py"))
    assert [path.name for path in sources if possessive.search(path.read_text(encoding="utf-8"))] == []
