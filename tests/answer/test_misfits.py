"""What keeps a sentence from answering in words, asked of a club's chronicle, a bulletin and a table."""

from collections.abc import Callable
from datetime import date

import pytest

from qa_bot.ask import Answerer
from qa_bot.build import build
from qa_bot.retrieval import open_index
from qa_bot.schema import Answer, Status

CHRONICLE = """\
# Rowing league, season 2021-22

Halden Oars won the cup for the third time and the first since 2004. Their captain, Ines Moll, lives in Sunde.

The duke of Norr took the castle of Larn in 1066. Sunde refused to sign the Pact of Norr 2007. Anglers under age 12 need no licence from the Lakes Office.

The harbour board put the damage to its piers at 3.1 million crowns. The insurers' speaker, Vera Lund, puts the damage at 400 million crowns.

| Income | 2021 | 2022 |
|---|---|---|
| Berths and moorings | 71,450 | 74,800 |
| Boat licences | 27,950 | 29,100 |
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Answer]:
    folder = tmp_path_factory.mktemp("chronicle")
    (folder / "chronicle.md").write_text(CHRONICLE, encoding="utf-8")
    build([folder / "chronicle.md"], index=folder / "index")
    answerer = Answerer(open_index(folder / "index"))
    return lambda question: answerer.ask(question, as_of=date(2024, 1, 1))


def test_a_sentence_answers_where_no_time_is_asked(ask):
    assert ask("Which club won the cup?").short == "Halden Oars"


@pytest.mark.parametrize("season", ["2020-21", "2018", "2010", "2004"])
def test_a_sentence_below_another_season_answers_for_none_but_its_own(ask, season):
    assert ask(f"Which club won the cup in {season}?").status is Status.NOT_FOUND


def test_a_year_long_past_says_when(ask):
    assert ask("When did the duke of Norr take the castle of Larn?").short == "1066"


def test_a_year_that_ends_a_name_is_no_time(ask):
    assert ask("Which town refused to sign the Pact of Norr 2007?").short == "Sunde"


def test_a_number_behind_its_label_is_said(ask):
    assert "Lakes Office" in (ask("Which office gives anglers under 12 no licence?").short or "")


def test_who_says_a_number_is_named_by_the_sentence_that_holds_it(ask):
    assert "Vera Lund" in (ask("Who puts the damage at 400 million crowns?").short or "")


def test_the_row_of_another_thing_is_no_answer(ask):
    assert ask("What did the town take from fishing permits in 2022?").status is Status.NOT_FOUND


def test_two_cells_of_a_row_are_no_answer(ask):
    assert "|" not in (ask("What did the town take in moorings in 2021?").short or "")


def test_who_did_it_is_no_yes_for_another(ask: Callable[[str], Answer]) -> None:
    assert ask("Did Halden Oars win the cup?").verdict == "yes"
    assert ask("Did Sunde Oars win the cup?").verdict is None


DETAINED = """\
# Reporters held in Norr

Police detained 94 reporters in the spring, and 17 are in prison. The others were let go.

Correction: an earlier version said that 24 women were detained.
"""
BLAZE = """\
# Пожар на мельнице

Огонь уничтожил 31 дом. Шестеро пожарных пострадали.

Поправка: в первой версии заметки говорилось о девяти обгоревших лошадях.
"""


@pytest.mark.parametrize(
    ("text", "question"),
    [
        pytest.param(DETAINED, "How many women were detained?", id="an earlier version said"),
        pytest.param(DETAINED, "How many of the detained reporters were women?", id="part"),
        pytest.param(BLAZE, "Сколько лошадей обгорело?", id="Russian"),
    ],
)
def test_no_number_that_was_only_written_before_answers(
    answerer_of: Callable[[dict[str, str]], Answerer], text: str, question: str
) -> None:
    assert answerer_of({"text.md": text}).ask(question).status is Status.NOT_FOUND


TIMES = """\
# Norr and its mines

The 1911 mine fire at Norr broke out on 3 May and killed 41 people. The Lorn colony gained Selle Bay (modern-day Port Olm) in the war.
From 1926, when the two mines were joined and formed into the Norr Coal Works, the pits were run by one board, and are called the old pits today.
The tannery was closed today, the council said. While the guards were fewer than 10% of the town, their habits can still be seen in it.
The bridge was finished in mid-season. The market moved to the square in the late-autumn of 1931.

# Норр и его шахты

Пожар 1934 года на шахте Тарн начался 7 июня, погибли 12 человек. Цех закрыли сегодня, сообщил совет.
"""


@pytest.fixture(scope="module")
def ask_times(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Answer]:
    folder = tmp_path_factory.mktemp("times")
    (folder / "mines.md").write_text(TIMES, encoding="utf-8")
    build([folder / "mines.md"], index=folder / "index")
    answerer = Answerer(open_index(folder / "index"))
    return lambda question: answerer.ask(question, as_of=date(2024, 1, 1))


def test_what_year_is_answered_by_a_year_and_no_day(ask_times: Callable[[str], Answer]) -> None:
    assert "1911" in (ask_times("In what year did the mine fire at Norr break out?").short or "")
    assert "1934" in (ask_times("В каком году начался пожар на шахте Тарн?").short or "")
    assert "3 May" in (ask_times("When did the mine fire at Norr break out?").short or "")


def test_a_day_that_only_tells_which_place_is_meant_is_no_time(ask_times: Callable[[str], Answer]) -> None:
    assert "modern" not in (ask_times("When did the Lorn colony gain independence?").short or "")
    assert "mid-season" in (ask_times("When was the bridge finished?").short or "")


def test_what_something_is_called_today_does_not_date_it(ask_times: Callable[[str], Answer]) -> None:
    assert ask_times("When did the Norr Coal Works form?").short != "today"
    assert "today" in (ask_times("When was the tannery closed?").short or "")
    assert "сегодня" in (ask_times("Когда закрыли цех?").short or "")


def test_a_share_is_nobody(ask_times: Callable[[str], Answer]) -> None:
    assert ask_times("Whose habits did all the town copy?").short != "10%"
