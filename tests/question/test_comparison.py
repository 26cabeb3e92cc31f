"""The two questions in a comparison, as whole questions."""

import pytest

from qa_bot.question.comparison import sides
from qa_bot.question.grammar import mend_tags
from qa_bot.schema import Kind
from qa_bot.text.language import language_of
from qa_bot.text.numbers import find_numbers
from qa_bot.text.periods import find_periods
from qa_bot.text.syntax import parse
from qa_bot.text.tokens import tokenize


def asked(question: str, kind: Kind) -> tuple[str, ...] | None:
    """The two questions in *question*, None if it compares no two things."""
    language, tokens = language_of(question), tokenize(question)
    times = [(mention.start, mention.end) for mention in find_periods(question, 0, len(question), language)]
    numerals = [(number.first, number.last) for number in find_numbers(question, tokens, language) if not times]
    syntax = parse(question, 0, len(question), language, tokens=tokens, numerals=numerals, times=times)
    mend_tags(syntax)
    found = sides(syntax, kind)
    return None if found is None else tuple(" ".join(side.split()) for side in found[:2])


@pytest.mark.parametrize(
    ("question", "first", "second"),
    [
        pytest.param(
            "Did Leeds City win more matches than Hull Rovers in 2023?",
            "how many matches did Leeds City win in 2023",
            "how many matches did Hull Rovers win in 2023",
            id="two doers",
        ),
        pytest.param(
            "Did the town build more schools than the county?",
            "how many schools did the town build",
            "how many schools did the county build",
            id="two doers that have no name",
        ),
        pytest.param(
            "Did women win more seats than men?", "how many seats did women win", "how many seats did men win", id="two sorts of people"
        ),
        pytest.param(
            "Did the court acquit more people than it convicted in 2022?",
            "how many people did the court acquit",
            "how many people did the court convict in 2022",
            id="two deeds of one doer",
        ),
        pytest.param(
            "Did more people die than were born in 2022?", "how many people did die", "how many people were born in 2022", id="two deeds"
        ),
        pytest.param(
            "Did farmers plant more apples than pears?",
            "how many apples did farmers plant",
            "how many pears did farmers plant",
            id="two things",
        ),
        pytest.param(
            "Were more tonnes of apples than pears picked?",
            "how many tonnes of apples were picked",
            "how many tonnes of pears were picked",
            id="two things in one unit",
        ),
        pytest.param(
            "Were more houses damaged by wind than by hail in 2020?",
            "how many houses were damaged by wind",
            "how many houses were damaged by hail in 2020",
            id="two causes",
        ),
        pytest.param(
            "Did the yard build more ships in Kiel than in Bremen?",
            "how many ships did the yard build in Kiel",
            "how many ships did the yard build in Bremen",
            id="two places",
        ),
        pytest.param(
            "Did the city spend more on roads than on schools?",
            "how much did the city spend on roads",
            "how much did the city spend on schools",
            id="two purposes",
        ),
    ],
)
def test_each_side_is_asked_in_full(question: str, first: str, second: str):
    assert asked(question, Kind.YES_NO) == (first, second)


@pytest.mark.parametrize(
    ("question", "first", "second"),
    [
        ("How many more matches did Leeds win than Hull?", "how many matches did Leeds win", "how many matches did Hull win"),
        ("How many fewer pears than apples were picked?", "how many pears were picked", "how many apples were picked"),
        ("What is the difference between the number of boys and the number of girls?", "how many boys", "how many girls"),
        ("На сколько больше яблок собрали, чем груш?", "сколько яблок собрали", "сколько груш собрали"),
    ],
)
def test_so_is_each_side_of_a_difference(question: str, first: str, second: str):
    assert asked(question, Kind.COMPARE) == (first, second)


@pytest.mark.parametrize(
    ("question", "first", "second"),
    [
        ("Выиграла ли «Волга» больше матчей, чем «Заря»?", "сколько матчей «Волга» выиграла", "сколько матчей «Заря» выиграла"),
        ("Погибло ли больше пешеходов, чем водителей?", "сколько пешеходов погибло", "сколько водителей погибло"),
        ("Умерло ли больше людей, чем родилось в 2022 году?", "сколько людей умерло", "сколько людей родилось в 2022 году"),
    ],
)
def test_so_is_each_side_in_russian(question: str, first: str, second: str):
    assert asked(question, Kind.YES_NO) == (first, second)


@pytest.mark.parametrize(
    "question",
    [
        "Were more trains cancelled in 2022 than in 2021?",
        "Did the club win more matches than it did in 2022?",
        "Were more than 50 trains cancelled?",
        "What is the difference between the harvests of 2021 and 2022?",
        "Было ли больше аварий в январе, чем в феврале?",
    ],
)
def test_times_and_numbers_are_no_two_things(question: str):
    assert asked(question, Kind.YES_NO) is None
