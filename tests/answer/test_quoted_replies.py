"""Whose word a reply is that stands in quotation marks in a paragraph of its own."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer

REPORT = """\
---
title: Behind the doors
publisher: Open Door Network
published: 2024-05-14
---

# Behind the doors

We counted 73 cases in 2023.

## Reply of the Ministry of Health

We sent our findings to the Ministry on 2 April. {intro}

"We do not accept the figure given by the Network. According to our records 5,744 patients were admitted in 2023; the Network counts
transfers twice. The number of minors was 31. Five persons died in our clinics."

We then visited 12 parks.
"""


@pytest.mark.parametrize(
    ("intro", "name"),
    [
        pytest.param("It answered on 26 April:", "Ministry of Health", id="it answered"),
        pytest.param("It replied:", "Ministry of Health", id="it replied"),
        pytest.param("The Clinics Association wrote:", "Clinics Association", id="another body"),
    ],
)
def test_the_whole_quotation_is_of_the_body_that_answers(
    answerer_of: Callable[[Mapping[str, str]], Answerer], intro: str, name: str
) -> None:
    papers = answerer_of({"report.md": REPORT.format(intro=intro)})
    for question in ("How many patients were admitted?", "How many minors were there?", "How many persons died?"):
        claimants = [figure.claimant for figure in papers.ask(question).figures]
        assert [claimant.name if claimant else None for claimant in claimants] == [name], question


def test_what_follows_the_quotation_is_the_texts_own(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> None:
    papers = answerer_of({"report.md": REPORT.format(intro="It answered on 26 April:")})
    claimants = [figure.claimant for figure in papers.ask("How many parks did the Network visit?").figures]
    assert all(claimant is None or claimant.name == "Open Door Network" for claimant in claimants)


@pytest.mark.parametrize("gap", [pytest.param("\n\n", id="a paragraph of its own"), pytest.param(" ", id="behind the colon")])
def test_whom_a_later_sentence_of_the_quotation_names_does_not_speak_the_earlier_ones(
    answerer_of: Callable[[Mapping[str, str]], Answerer], gap: str
) -> None:
    reply = """\
# Lake Orm

## Answer of the Ministry of Fisheries

We wrote to the Ministry in May. It replied on 3 June:{gap}"We licensed 212 boats in 2022. The number of inspectors was 17. The Anglers' Guild says
that 48 nets were lost."
"""
    papers = answerer_of({"lake.md": reply.format(gap=gap)})
    voices = {question: papers.ask(f"How many {question}?").figures for question in ("boats were licensed", "inspectors were there")}
    for question, figures in voices.items():
        assert [figure.claimant.name if figure.claimant else None for figure in figures] == ["Ministry of Fisheries"], question
