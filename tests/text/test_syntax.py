"""Noun phrases, verb groups and clauses of a sentence."""

import pytest

from qa_bot.text.numbers import find_numbers
from qa_bot.text.syntax import Syntax, parse
from qa_bot.text.tokens import tokenize


def _parsed(text: str, language: str) -> Syntax:
    tokens = tokenize(text)
    numerals = [(number.first, number.last) for number in find_numbers(text, tokens, language)]
    return parse(text, 0, len(text), language, tokens=tokens, numerals=numerals)


@pytest.mark.parametrize(
    ("text", "language", "phrases"),
    [
        pytest.param("The court refused 12 appeals.", "en", ["The court", "12 appeals"], id="determiner and number"),
        pytest.param("Norway's three ports closed.", "en", ["Norway's three ports"], id="possessor"),
        pytest.param("Суд отклонил 12 жалоб жителей.", "ru", ["Суд", "12 жалоб", "жителей"], id="a genitive is a phrase of its own"),
        pytest.param("Проверено 96 аптек.", "ru", ["96 аптек"], id="a short participle is in no phrase"),
    ],
)
def test_a_sentence_has_its_noun_phrases(text: str, language: str, phrases: list[str]) -> None:
    syntax = _parsed(text, language)
    assert [syntax.slice(phrase.first, phrase.last) for phrase in syntax.phrases] == phrases


@pytest.mark.parametrize(
    ("text", "language", "lemmas", "passive", "negated"),
    [
        pytest.param("The bid had been refused.", "en", ["refuse"], True, False, id="passive"),
        pytest.param("They did not sell it.", "en", ["sell"], False, True, id="negated"),
        pytest.param("They refused to fulfil it.", "en", ["refuse", "fulfil"], False, False, id="chain"),
        pytest.param("Завод не закрыт.", "ru", ["закрыть"], True, True, id="ru short participle"),
        pytest.param("Утонуло не менее 40 коров.", "ru", ["утонуть"], False, False, id="ru bound of a number"),
        pytest.param("The flood drowned not fewer than 40 cows.", "en", ["drown"], False, False, id="bound of a number"),
        pytest.param("Суд решил отклонить жалобу.", "ru", ["решить", "отклонить"], False, False, id="ru chain"),
    ],
)
def test_verbs_that_belong_together_are_one_group(text: str, language: str, lemmas: list[str], passive: bool, negated: bool) -> None:
    syntax = _parsed(text, language)
    group = syntax.verbs[0]
    assert [syntax.lemma(index) for index in group.chain] == lemmas
    assert (group.passive, group.negated) == (passive, negated)


@pytest.mark.parametrize(
    ("text", "language", "clauses"),
    [
        pytest.param("Ten men drowned, but six were saved.", "en", ["Ten men drowned,", "but six were saved."], id="comma and conjunction"),
        pytest.param("Spain, Italy and Malta closed ports.", "en", ["Spain, Italy and Malta closed ports."], id="an enumeration is one"),
        pytest.param("Запас рассчитан на 20–25 дней.", "ru", ["Запас рассчитан на 20–25 дней."], id="a range is not broken"),
        pytest.param("Ветер дал 41 %, газ — 22 %.", "ru", ["Ветер дал 41 %, газ — 22 %."], id="a Russian dash stands for the verb"),
    ],
)
def test_clauses_break_at_signs_and_conjunctions(text: str, language: str, clauses: list[str]) -> None:
    syntax = _parsed(text, language)
    assert [syntax.slice(clause.first, clause.last) for clause in syntax.clauses] == clauses
