"""An explanation has words for whatever a question or a figure may be, in each language."""

from itertools import chain

import pytest

from qa_bot.rendering.blocks import Paragraph, Table
from qa_bot.rendering.explanation import candidate_blocks, passage_blocks, reading_blocks
from qa_bot.schema import Fit, Kind, Operation, Query, Terms
from qa_bot.text.wordlists import DATA, read_toml


@pytest.fixture(params=["en", "ru"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def said(blocks: list[Paragraph | Table]) -> list[str]:
    lines = chain.from_iterable([(*block.lead, *block.pieces)] if isinstance(block, Paragraph) else block.rows for block in blocks)
    return [" ".join(str(piece) for piece in line) for line in lines]


def test_every_language_has_the_same_words() -> None:
    english, russian = (read_toml(DATA / language / "explanation.toml") for language in ("en", "ru"))
    assert {section: set(words) for section, words in english.items()} == {section: set(words) for section, words in russian.items()}


@pytest.mark.parametrize(("section", "names"), [("kinds", (*Kind, *Operation)), ("fits", tuple(Fit))], ids=["kinds", "fits"])
def test_every_kind_and_fit_has_a_word(language: str, section: str, names: tuple[str, ...]) -> None:
    assert set(names) <= set(read_toml(DATA / language / "explanation.toml")[section])


@pytest.mark.parametrize("slot", list(Terms.model_fields))
def test_a_question_is_told_whatever_slot_it_asks(language: str, slot: str) -> None:
    query = Query(text="?", language="en", kind=Kind.COUNT, terms=(), slots=Terms(**{slot: ("seldom",)}))
    assert any("seldom" in line for line in said(reading_blocks(query, language)))


def test_nothing_found_is_said(language: str) -> None:
    assert said(passage_blocks([], language))
    assert said(candidate_blocks([], language))
