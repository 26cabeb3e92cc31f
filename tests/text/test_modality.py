"""What a verb tells as done, and what only as planned, expected or possible."""

import pytest

from qa_bot.text.modality import modality_of, tense_of
from qa_bot.text.syntax import Syntax, parse


def _parsed(text: str) -> Syntax:
    language = "ru" if any("а" <= letter <= "я" for letter in text.lower()) else "en"
    return parse(text, 0, len(text), language)


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The port built a pier.", None),
        ("The port will build a pier.", "planned"),
        ("The port plans to build a pier.", "planned"),
        ("A pier is to be built in May.", "planned"),
        ("A pier is due to open in May.", "planned"),
        ("The port may build a pier.", "possible"),
        ("The port would have built a pier.", "possible"),
        ("The port expects to build a pier.", "expected"),
        ("Traffic is expected to rise.", "expected"),
        ("The court decided that they were to be released.", None),
        ("The hall can hold a choir.", None),
        ("The port plans to build a pier and to close a dock.", "planned"),
        ("The port must build a pier.", "required"),
        ("The port ought to build a pier.", "required"),
        ("It is necessary to build a pier.", "required"),
        ("The port had to build a pier.", None),
        ("Порту следовало построить причал.", "required"),
        ("Порту надо построить причал.", "required"),
        ("Порты должны построить причалы.", "required"),
        ("Палата рекомендовала построить причал.", "required"),
        ("Пришлось построить причал.", None),
        ("За портом следовал причал.", None),
        ("Порт намерен построить причал и закрыть док.", "planned"),
        ("Планируется построить причал.", "planned"),
        ("Порт построил причал.", None),
        ("Порт построит причал.", "planned"),
        ("Порт планирует построить причал.", "planned"),
        ("Порт может построить причал.", "possible"),
        ("Ожидается, что порт построит причал.", "planned"),
    ],
)
def test_a_deed_is_a_fact_or_a_plan(text: str, modality: str | None) -> None:
    syntax = _parsed(text)
    group = syntax.verbs[-1]
    assert modality_of(syntax, group, syntax.clause_at(group.first)) == modality


@pytest.mark.parametrize(
    ("question", "tense"),
    [
        ("How many piers were built in 2024?", "past"),
        ("How many piers did the port build?", "past"),
        ("How many piers will be built?", "future"),
        ("How many piers does the port plan to build?", "future"),
        ("How many piers are planned?", "future"),
        ("How many piers does the port have?", None),
        ("What was the target for piers?", "future"),
        ("How many piers was the plan?", "future"),
        ("Каков был план по причалам?", "future"),
        ("Сколько причалов построили?", "past"),
        ("Сколько причалов построят?", "future"),
        ("When was the plan drawn up, under which piers may be sold?", "past"),
        ("When did they argue that towns should pay?", "past"),
        ("How many piers did the port say it will build?", "future"),
        ("Когда приняли закон, по которому причалы могут продать?", "past"),
        ("Сколько причалов планируют построить?", "future"),
    ],
)
def test_a_question_asks_for_what_was_or_what_is_to_come(question: str, tense: str | None) -> None:
    assert tense_of(_parsed(question)) == tense
