"""Whose poll, count or card it is, which column of a row is meant, and numbers that are none or were lost."""

from collections.abc import Callable, Mapping
from datetime import date

import pytest

from qa_bot.ask import Answerer
from qa_bot.rendering.answer import quotes
from qa_bot.rendering.blocks import Style
from qa_bot.schema import Status

DOCUMENTS = {
    "poll.txt": "Polling note, 3 May 2022\n\nIn a poll of 1,200 adults by the Dorn Institute, 27 per cent said that they trusted state radio. "
    "The government cites its own survey, in which 61 per cent did.\n",
    "press.txt": "Quill Watch\nA YEAR OF SILENCE IN ARDEN\nReport, 3 May 2022\n\n"
    "Quill Watch documented 73 detentions of reporters between January and December 2021. The Ministry of Truth disputes the figures. "
    '"Only 12 persons holding a press card were detained in 2021," spokesman Rafik Olan said.\n',
    "works.txt": "LORN APPLIANCES PLC\nStatement on the Asper works\n17 May 2022 - for immediate release\n\n"
    "Output fell from 410,000 kettles in 2017 to 228,000 in 2021.\n",
    "minutes.txt": "TOWN OF HALM\nMINUTES OF THE PLANNING COMMITTEE\nHeld in the Council Chamber on Tuesday 14 June 2022 at 6.30 pm\n\n"
    "The cost of road repairs was £8.9 million in 2021/22.\n",
    "calls.txt": "League note\n4 June 2022\n\nThe umpires say 31 of the line calls were correct, while the coaches insist all but two were.\n",
    "herd.md": "# Herds of Vale in 2021\n\n| Herd | Births | Deaths | Deaths within a week of birth |\n|---|---|---|---|\n"
    "| Red deer | 9 | 4 | 4 |\n| Roe deer | 0 | 3 | 0 |\n",
}


@pytest.fixture(scope="module")
def answerer(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(DOCUMENTS)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        pytest.param(
            "What share of people trust state radio?", {("27 per cent", "Dorn Institute"), ("61 per cent", "government")}, id="polls"
        ),
        pytest.param(
            "How many reporters were detained in Arden in 2021?", {("73", "Quill Watch"), ("12", "Rafik Olan")}, id="disputed-by-far"
        ),
        pytest.param("How many kettles were made in 2021?", {("228,000", None)}, id="no-range-from-a-year"),
        pytest.param("What was the cost of road repairs in 2021/22?", {("£8.9 million", None)}, id="held-in-is-no-publisher"),
        pytest.param("How many line calls were correct?", {("31", "umpires")}, id="all-but-two"),
        pytest.param("How many roe deer were born in 2021?", {("0", None)}, id="births"),
        pytest.param("How many red deer died in 2021?", {("4", None)}, id="deaths"),
    ],
)
def test_the_figures_and_who_gives_them(answerer: Answerer, question: str, told: set[tuple[str, str | None]]) -> None:
    answer = answerer.ask(question, as_of=date(2024, 12, 1))
    assert answer.status is Status.ANSWERED
    assert {(figure.surface, figure.claimant.name if figure.claimant else None) for figure in answer.figures} == told


def test_a_poll_is_not_the_governments(answerer: Answerer) -> None:
    answer = answerer.ask("What share of people trust state radio according to the government?", as_of=date(2024, 12, 1))
    assert "27 per cent" not in {figure.surface for figure in answer.figures}


def test_a_day_beside_for_immediate_release_is_that_of_publication(answerer: Answerer) -> None:
    answer = answerer.ask("How many kettles were made in 2021?", as_of=date(2024, 12, 1))
    assert answer.citations[0].published == date(2022, 5, 17)


def test_only_the_cell_that_is_meant_is_marked(answerer: Answerer) -> None:
    answer = answerer.ask("How many red deer died in 2021?", as_of=date(2024, 12, 1))
    row = quotes(answer, answer.citations)[0].line
    assert [piece.text for piece in row if piece.style is Style.MARK] == ["4"]
    assert "".join(piece.text for piece in row).startswith("Red deer · 9 · 4 · 4")
