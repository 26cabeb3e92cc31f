"""Questions that no figure answers by its slots, on a report whose dateline, units and words stand apart from its figures."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from qa_bot.ask import Answerer
from qa_bot.build import build
from qa_bot.retrieval import open_index
from qa_bot.schema import Answer, Status

REPORT = """\
# The lighthouse of Morvik

MORVIK, 4 March 2021. The old lighthouse was repaired over the winter.

The work required 14 to 18 months before the lamp was lit again. Masons replaced 5,200 bricks in the tower.

Of all the towers on the coast, Morvik is the tallest. Its keeper, Ida Rask, lives in the village of Sunde.

Lightning struck the old tower in 1907.

The lamp uses half as much oil as the lamp of Grimsund. The town's spending rose by 12 % in 2020.

In Ostvik, 40 bricks were stolen.

Doctors vaccinated 310 villagers against flu in 2020. For tetanus, 45 sailors were vaccinated in 2019; against measles, 12 in Ostvik.
"""


CHOIR = """\
# The choir of Lindal

The choir of Lindal has been led by Anna Moe since 1950. It has recorded dozens of hymns. A rehearsal of the choir lasts for hours.
"""


TOWER = """\
# The tower of Brenn

The slope of the roof cannot exceed 40 %, which lets the snow slide off.

Only four metals have a natural colour that is not grey.

The chapel beside it was begun in the first half of the 12th century, and it was never finished.

In 1908 37 masons of the tower complained about their pay.
"""


REGATTA = """\
# The Tessel regatta

Harbour Rowing won the Tessel regatta on Saturday, beating Quay Club 4-2 in the last heats before 3,150 spectators.

Marlow rowed 36 races this season.

The Harbour Board counted 618 guests of the boat fair on Friday and 704 on Saturday.

The yard built 88 boats in the first half of 2023, of which 31 were electric.

In the Lantern Sprint Marlow finished last. The traders' guild, Anchor Union, which runs six stalls, thinks otherwise.
"""

REGATTA_RU = """\
# Регата на Тесселе

«Гавань» выиграла регату, обыграв «Причал» 4:2 на глазах у 3150 зрителей.

Экипаж «Дельта» провёл в этом сезоне 36 гонок.

Верфь построила за первое полугодие 2023 года 88 лодок, из них 31 электрическая.

В кубке фонарей «Дельта» пришла последней.
"""


@pytest.fixture(scope="module")
def ask_regatta(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Answer]:
    return asking(tmp_path_factory.mktemp("regatta"), REGATTA)


@pytest.fixture(scope="module")
def ask_regatta_in_russian(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Answer]:
    return asking(tmp_path_factory.mktemp("regatta_ru"), REGATTA_RU)


@pytest.fixture(scope="module")
def ask_tower(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Answer]:
    return asking(tmp_path_factory.mktemp("tower"), TOWER)


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Answer]:
    return asking(tmp_path_factory.mktemp("lighthouse"), REPORT)


@pytest.fixture(scope="module")
def ask_choir(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Answer]:
    return asking(tmp_path_factory.mktemp("choir"), CHOIR)


def asking(folder: Path, report: str) -> Callable[[str], Answer]:
    (folder / "report.md").write_text(report, encoding="utf-8")
    build([folder / "report.md"], index=folder / "index")
    answerer = Answerer(open_index(folder / "index"))
    return lambda question: answerer.ask(question, as_of=date(2024, 1, 1))


@pytest.mark.parametrize(
    ("question", "value"),
    [
        pytest.param("How many bricks did the masons in Morvik replace in the tower?", "5200", id="place-in-the-dateline"),
        pytest.param("How much oil does the lamp of Morvik use compared to the lamp of Grimsund?", "0.5", id="compared"),
    ],
)
def test_a_number_said_in_the_right_sentence_answers(ask: Callable[[str], Answer], question: str, value: str) -> None:
    answer = ask(question)
    assert answer.status is Status.ANSWERED
    assert [figure.value for figure in answer.figures] == [Decimal(value)]


@pytest.mark.parametrize(
    ("question", "short"),
    [
        pytest.param("How long has Anna Moe led the choir of Lindal?", "1950", id="since-when"),
        pytest.param("How many hymns has the choir of Lindal recorded?", "dozens", id="a-word-for-a-number"),
        pytest.param("How long does a rehearsal of the choir last?", "hours", id="a-word-for-a-time"),
    ],
)
def test_a_word_says_how_many_or_how_long(ask_choir: Callable[[str], Answer], question: str, short: str) -> None:
    answer = ask_choir(question)
    assert answer.status is Status.ANSWERED
    assert short in (answer.short or "")


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("How many windows did the masons in Morvik replace in the tower?", id="another-thing"),
        pytest.param("How many bricks did the masons steal from the tower?", id="another-deed"),
        pytest.param("How many bricks did the masons replace in Bergen?", id="another-place"),
        pytest.param("How many bricks did the masons replace in Ostvik?", id="the-place-of-another-figure"),
        pytest.param("How much did the town spend on salaries in 2020?", id="a-change-of-the-whole"),
        pytest.param("How many villagers were vaccinated against measles in 2020?", id="the-cause-of-another-figure"),
        pytest.param("How many masons does the tower in Ostvik employ?", id="no-such-count"),
        pytest.param("How many times has lightning struck the old tower?", id="a-year"),
        pytest.param("How long did the lightning strike the old tower?", id="no-duration"),
    ],
)
def test_a_number_whose_sentence_lacks_a_word_of_the_question_does_not(ask: Callable[[str], Answer], question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "short"),
    [
        pytest.param("The slope of the roof cannot exceed how much?", "40", id="a-deed-read-otherwise"),
        pytest.param("How many metals have a natural colour that isn't grey?", "four", id="no-deed"),
    ],
)
def test_a_sentence_that_reads_very_well_answers_by_its_only_figure(ask_tower: Callable[[str], Answer], question: str, short: str) -> None:
    answer = ask_tower(question)
    assert answer.status is Status.ANSWERED
    assert short in (answer.short or "")


def test_a_part_of_a_century_is_told_with_it(ask_tower: Callable[[str], Answer]) -> None:
    assert "12th century" in (ask_tower("In which century was the chapel begun?").short or "")


def test_the_only_figure_of_a_sentence_does_not_answer_for_more_than_it_counts(ask_tower: Callable[[str], Answer]) -> None:
    assert ask_tower("How many masons of the tower were there in 1908?").status is not Status.ANSWERED


def test_the_most_is_answered_by_a_sentence_that_says_so(ask: Callable[[str], Answer]) -> None:
    assert "Morvik" in (ask("Which of the towers on the coast is the tallest?").short or "")


def test_the_most_is_not_answered_by_a_sentence_that_does_not_say_so(ask: Callable[[str], Answer]) -> None:
    assert ask("Which keeper lives in the largest village?").status is Status.NOT_FOUND


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("How many races did Marlow row in the Lantern Sprint?", id="a-later-paragraph-names-the-event"),
        pytest.param("How many guests does Anchor Union report?", id="a-later-paragraph-names-who-says-it"),
        pytest.param("How many guests of the fair does Anchor Union put?", id="nor-who-puts-it"),
        pytest.param("How many cups has Quay Club won?", id="half-a-score"),
        pytest.param("How many wooden boats did the yard build in the first half of 2023?", id="a-sort-beside-another-sort"),
        pytest.param("How many folding boats were built in the first half of 2023?", id="nor-of-another-one"),
    ],
)
def test_a_sentence_does_not_speak_for_what_only_stands_elsewhere(ask_regatta: Callable[[str], Answer], question: str) -> None:
    assert ask_regatta(question).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Сколько гонок провела «Дельта» в кубке фонарей?", id="a-later-paragraph-names-the-event"),
        pytest.param("Сколько кубков выиграл «Причал»?", id="half-a-score"),
        pytest.param("Сколько деревянных лодок построила верфь за первое полугодие 2023 года?", id="a-sort-beside-another-sort"),
    ],
)
def test_nor_does_one_in_russian(ask_regatta_in_russian: Callable[[str], Answer], question: str) -> None:
    assert ask_regatta_in_russian(question).status is Status.NOT_FOUND


def test_electric_ones_may_be_asked_by_a_letter(ask_regatta: Callable[[str], Answer]) -> None:
    assert ask_regatta("How many e-boats did the yard build in the first half of 2023?").short == "31"


def test_the_same_things_are_told_where_nothing_stands_elsewhere(ask_regatta: Callable[[str], Answer]) -> None:
    assert ask_regatta("How many races did Marlow row?").short == "36"
