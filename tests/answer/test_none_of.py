"""What a text says of none of so many is answered by nought of them, and never by how many they are."""

from collections.abc import Callable

import pytest

from qa_bot.ask import Answerer

COUNCIL = """\
# The harbour council, 3 March 2024

None of the eleven members voted for the new toll. A berth was granted to none of the 17 trawlers. The gale damaged none of the 23 sheds.
"""
SCHOOL = """\
# Школа в Кленовом

За новый устав на собрании не проголосовал никто из одиннадцати членов совета; двое предлагали его отложить.

Ни один из 17 цехов не получил премию. Грамоту не выдали ни одному из 30 курьеров. Никто из 51 вожатого не пострадал.
"""
POLICE = """\
# Отчёт о митингах в крае

Полиция задержала 140 участников митингов. В Тарске и Омутинском районе мы не знаем ни об одном обыске.

Ни одного дела против сотрудников полиции возбуждено не было. За поджог никто осужден не был.
"""


@pytest.mark.parametrize(
    ("document", "question", "short"),
    [
        pytest.param(COUNCIL, "How many members voted for the new toll?", "None", id="none of the eleven"),
        pytest.param(COUNCIL, "How many sheds were damaged?", "none", id="as an object"),
        pytest.param(SCHOOL, "Сколько членов совета голосовали за новый устав?", "никто", id="никто из одиннадцати"),
        pytest.param(SCHOOL, "Сколько цехов получили премию?", "Ни один", id="ни один из"),
        pytest.param(SCHOOL, "Скольким курьерам выдали грамоту?", "ни одному", id="ни одному из"),
        pytest.param(SCHOOL, "Сколько вожатых пострадало?", "Никто", id="из 51"),
        pytest.param(POLICE, "Сколько дел возбудили против полицейских?", "Ни одного дела", id="ни одного дела"),
        pytest.param(POLICE, "Сколько человек осудили за поджог?", "никто", id="осужден не был"),
        pytest.param(POLICE, "Сколько обысков было в Омутинском районе?", "ни об одном", id="ни об одном, of two places"),
    ],
)
def test_none_of_so_many_is_nought(answerer_of: Callable[..., Answerer], document: str, question: str, short: str) -> None:
    answer = answerer_of({"text.md": document}).ask(question)
    assert answer.short is not None
    assert short in answer.short
    assert all(figure.value == 0 for figure in answer.figures)


@pytest.mark.parametrize(
    ("document", "question"),
    [
        pytest.param(COUNCIL, "How many trawlers got a berth?", id="granted to none"),
        pytest.param(POLICE, "Сколько обысков было в Кедрине?", id="elsewhere"),
    ],
)
def test_the_number_of_the_whole_answers_nothing(answerer_of: Callable[..., Answerer], document: str, question: str) -> None:
    assert not any(figure.value for figure in answerer_of({"text.md": document}).ask(question).figures)


def test_a_whole_told_in_words_is_named_behind_the_none(answerer_of: Callable[..., Answerer]) -> None:
    answer = answerer_of({"text.md": SCHOOL}).ask("Сколько членов совета голосовали за новый устав?")
    assert "никто из членов совета не проголосовал" in (answer.text or "")


CLERKS = """\
# Сход в Липове

Никто из 40 жителей Липова не проголосовал за Сомова, за Карпова — 15. Ни один из 12 складов не закрыт.
"""


@pytest.mark.parametrize("question", ["Сколько жителей проголосовало за Карпова?", "Сколько жителей в Липове?"])
def test_none_answers_for_no_other(answerer_of: Callable[..., Answerer], question: str) -> None:
    assert not any(figure.value == 0 for figure in answerer_of({"text.md": CLERKS}).ask(question).figures)
