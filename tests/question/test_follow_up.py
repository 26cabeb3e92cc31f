"""Follow-up questions inherit what they do not replace."""

from collections.abc import Callable
from datetime import date

import pytest

from qa_bot.schema import Figure, Kind, Operation, Query
from qa_bot.text.analysis import stem
from qa_bot.text.lexicon import lexicon
from qa_bot.text.tokens import fold

Ask = Callable[..., Query]

LATE = "How many trains were late in 2023?"
DIED = "How many patients died of influenza in January 2022?"
GRAIN = "How many tonnes of grain were exported to Egypt in 2023?"
POEZDA = "Сколько поездов опоздало в 2023 году?"


def concept(word: str, language: str = "en") -> str:
    return lexicon(language).concept(fold(word)) or stem(fold(word))


def years(query: Query) -> list[int]:
    spans = (query.period, *query.periods)
    return [period.start.year for period in spans if period is not None and period.start is not None]


@pytest.mark.parametrize(
    "follow_up",
    [
        "And in 2022?",
        "in 2022?",
        "What about 2022?",
        "How about in 2022?",
        "And 2022?",
    ],
)
def test_another_period_replaces_the_period_only(ask: Ask, follow_up: str):
    first, query = ask(LATE), ask(LATE, follow_up)
    assert years(query) == [2022]
    assert (query.kind, query.unit, query.slots.head) == (first.kind, first.unit, first.slots.head)
    assert set(first.slots.action + first.slots.counted + first.slots.other) <= set(
        query.slots.action + query.slots.counted + query.slots.other
    )


def test_another_period_in_russian(ask: Ask):
    query = ask(POEZDA, "А в 2022 году?")
    assert years(query) == [2022]
    assert query.slots.head == ask(POEZDA).slots.head


def test_months_without_a_year_are_of_the_year_asked_before(ask: Ask):
    period = ask(DIED, "And from March to June?").period
    assert period is not None
    assert (period.start, period.end) == (date(2022, 3, 1), date(2022, 6, 30))


def test_another_direction_replaces_the_direction(ask: Ask):
    query = ask(GRAIN, "And to Turkey?")
    assert query.slots.direction == ("to:@TR",)
    assert years(query) == [2023]
    assert concept("grain") in query.slots.counted + query.slots.other


def test_another_name_takes_the_place_of_the_name_before(ask: Ask):
    query = ask("How many goals did Brazil score in 2022?", "And France?")
    terms = (*query.slots.actor, *query.slots.other, *query.slots.place)
    assert "@FR" in terms
    assert "@BR" not in terms


def test_another_noun_replaces_the_noun_and_keeps_the_rest(ask: Ask):
    query = ask(LATE, "And how many buses?")
    assert query.slots.head == (concept("bus"),)
    assert years(query) == [2023]


def test_another_action_replaces_the_action(ask: Ask):
    query = ask("How many trains were cancelled in 2023?", "And how many were repaired?")
    assert concept("repair") in query.slots.action
    assert concept("cancel") not in query.slots.action
    assert years(query) == [2023]


@pytest.mark.parametrize(
    "follow_up", ["How many of those were cancelled?", "And how many of them were cancelled?", "How many of these were cancelled?"]
)
def test_those_are_the_figures_that_answered(ask: Ask, figure: Figure, follow_up: str):
    query = ask(LATE, follow_up, answers=(figure,))
    assert query.binds == ("f1",)
    assert concept("cancel") in query.slots.action


def test_those_in_russian(ask: Ask, figure: Figure):
    assert ask(POEZDA, "Сколько из них отменили?", answers=(figure,)).binds == ("f1",)


def test_how_many_were_not_asks_for_the_rest(ask: Ask, figure: Figure):
    query = ask("How many of the applications were granted in 2023?", "And how many were not?", answers=(figure,))
    assert query.operation is Operation.REST
    assert query.binds == ("f1",)
    assert concept("granted") in query.slots.action


def test_what_share_asks_for_the_share_of_what_was_counted(ask: Ask, figure: Figure):
    query = ask(LATE, "What share was cancelled?", answers=(figure,))
    assert (query.kind, query.operation) == (Kind.SHARE, Operation.SHARE)
    assert concept("cancel") in query.slots.action
    assert years(query) == [2023]


def test_who_said_that_binds_to_the_figure(ask: Ask, figure: Figure):
    query = ask(LATE, "Who said that?", answers=(figure,))
    assert (query.kind, query.binds) == (Kind.WHO, ("f1",))


def test_a_superlative_keeps_what_was_counted(ask: Ask):
    query = ask("How many tonnes of grain were sold in 2023?", "Which country bought the most?")
    assert (query.kind, query.by) == (Kind.SUPERLATIVE, "actor")
    assert years(query) == [2023]


def test_a_chain_of_follow_ups_keeps_the_subject(ask: Ask):
    query = ask(LATE, "And in 2022?", "And in 2021?")
    assert years(query) == [2021]
    assert query.slots.head == (concept("train"),)


def test_a_chain_through_a_new_noun(ask: Ask):
    query = ask(LATE, "And how many buses?", "And in 2022?")
    assert query.slots.head == (concept("bus"),)
    assert years(query) == [2022]


@pytest.mark.parametrize(
    "question",
    [
        "How many hospitals were built in 2019?",
        "Why was the bridge closed?",
        "Who is the mayor of Orlee?",
        "When was the final played?",
        "Did more than 100 people die in 2020?",
    ],
)
def test_a_full_question_takes_nothing_from_the_one_before(ask: Ask, question: str):
    assert ask(GRAIN, question) == ask(question)


def test_a_follow_up_says_what_it_continues(ask: Ask):
    assert "train" in (ask(LATE, "And in 2022?").continues or "")


def test_the_first_question_continues_nothing(ask: Ask):
    assert ask("And in 2022?").continues is None


def test_the_reading_of_a_follow_up_is_a_whole_question(ask: Ask):
    read_as = ask(LATE, "And in 2022?").read_as
    assert "train" in read_as
    assert "2022" in read_as
    assert "2023" not in read_as


def test_docs_of_an_earlier_question_are_not_kept(ask: Ask):
    assert ask(LATE, "And in 2022?").docs == ()


@pytest.mark.parametrize("follow_up", ["Кто это сказал?", "Кто так говорит?", "Кто это утверждает?"])
def test_who_says_so_in_russian_stands_for_the_figure_before(ask: Ask, figure: Figure, follow_up: str):
    assert ask(POEZDA, follow_up, answers=(figure,)).binds == (figure.figure_id,)


@pytest.mark.parametrize(
    "question",
    [
        "Compare buses in 2022 and 2023",
        "How many buses were bought in 2022?",
        "buses bought 2022",
        "Did the city buy buses in 2022?",
        "When did Anna Wick retire?",
        "Compare the buses of 2022 with those of 2023",
    ],
)
def test_a_whole_question_takes_nothing_from_the_one_before(ask: Ask, question: str):
    assert ask("How many complaints did courts in Latvia hear in 2021?", question).slots == ask(question).slots


def test_a_whole_question_takes_nothing_from_the_one_before_in_russian(ask: Ask):
    compared = "Сравни жалобы в 2022 и 2023 годах"
    assert ask("Кто такой Олег Рудин?", compared).slots == ask(compared).slots


def test_words_that_no_document_has_are_no_follow_up(ask: Ask):
    assert ask(LATE, "lol qwrt", known=("trains", "late")).continues is None


def test_what_a_follow_up_names_has_to_be_there(ask: Ask):
    query = ask("Сколько задвижек заменили в 2023 году?", "А чугунных?")
    assert set(query.slots.other) & set(query.things) == {stem("чугунных")}


@pytest.mark.parametrize("follow_up", ["Compare with 2022", "Compare it with 2022", "Is that more than in 2022?"])
def test_a_time_to_compare_with_stands_beside_the_one_before(ask: Ask, follow_up: str):
    assert years(ask(LATE, follow_up)) == [2023, 2022]


@pytest.mark.parametrize(
    ("before", "question"),
    [
        ("How much did the port spend in 2023?", "How much was planned for the roads in 2022?"),
        ("How many nurses resigned in 2023?", "How many wells were there by region in 2023?"),
        ("Сколько школ закрыли в 2023 году?", "Сколько запланировано на дороги в 2022 году?"),
        ("Сколько школ закрыли в 2023 году?", "Сколько было колодцев по районам в 2023 году?"),
    ],
)
def test_what_names_its_thing_and_its_deed_starts_afresh(ask: Ask, before: str, question: str):
    assert ask(before, question).slots == ask(question).slots


@pytest.mark.parametrize(
    ("question", "head"),
    [("How many trains were there by district?", concept("trains")), ("Сколько было поездов по районам?", concept("поездов", "ru"))],
)
def test_the_rows_of_a_breakdown_are_no_part_of_what_is_counted(ask: Ask, question: str, head: str):
    query = ask(question)
    assert (query.slots.head, query.by, query.slots.other, query.slots.counted) == ((head,), "place", (), ())


def test_what_stands_behind_a_preposition_is_not_counted(ask: Ask):
    assert ask("How much for the roads?").slots.head == ()
    assert ask("Сколько в Осло было поездов?").slots.head == (concept("поездов", "ru"),)
