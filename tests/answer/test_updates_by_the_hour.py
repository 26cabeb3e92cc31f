"""Counts told hour by hour, the text's newest above them, and those of some of the dead in one place."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer

FLOOD = """\
---
title: Flood in Ostria: what we know
published: 2023-08-02
---

# Flood in Ostria

At least 64 people have died and more than 300 been hurt in a flood that swept the Ostria valley on Wednesday, the fire service said.

Most of the victims, 41, drowned in Larne, where a dam broke. Fifteen people died in the hilly district of Hoven and eight in Tulle.

## Updates

- **08:10** Fire service: 5 dead, 30 hurt.
- **12:45** Death toll at 27, among them 6 children.
- **17:20** The fire service says 49 people have died. It withdraws an earlier statement that 55 had drowned, blaming confusion in Larne.
"""
MARKET = """\
---
title: Взрыв на рынке в Тарме: хроника
published: 2023-05-11
---

# Взрыв на рынке в Тарме

Не менее 38 человек погибли и более 120 ранены при взрыве на рынке в Тарме, сообщило МЧС.

## Хроника

- 09:15 МЧС: погибли 6 человек, ранены 20.
- 13:00 Число погибших достигло 17.
- 18:30 Министерство сообщает о 30 погибших.
"""
NIGHT = """\
# A night in the county of Merl

- 19:20 Two people hurt in a lorry collision.
- 21:05 Four people hurt in an explosion.
- 23:40 Nine pupils hurt on a ferry.
"""
CHAPTERS = """\
# Accidents in the forests of Orm

5.10 In 2018 there were 13 deaths in the forests.

6.11 In 2019 there were 24 deaths in the forests.
"""
YEARS = """\
# Accidents in the mines of Orm

2.10 In 2018 there were 70 deaths in the mines.

2.11 In 2019 there were 85 deaths in the mines.

2.12 There were 91 deaths underground.
"""
SHIP = """\
# The Alba aground: updates

10:05 The Alba runs aground off Tarn. The coastguard sends 36 divers.

11:30 The coastguard sends 14 boats.
"""
FAIR = """\
# Gates of the Merrow fair

- 11:00 300 visitors came.
- 12:00 250 visitors came.
"""


@pytest.fixture(scope="module")
def papers(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of(
        {"flood.md": FLOOD, "market.md": MARKET, "fair.md": FAIR, "years.md": YEARS, "chapters.md": CHAPTERS, "ship.md": SHIP}
    )


@pytest.fixture(scope="module")
def night(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Answerer:
    return answerer_of({"night.md": NIGHT})


@pytest.mark.parametrize(
    ("question", "newest"),
    [
        pytest.param("How many people were killed in the flood in Ostria?", "64", id="killed in the flood"),
        pytest.param("How many people died in the flood?", "64", id="died"),
        pytest.param("How many people were hurt in the flood?", "300", id="hurt in the flood, shared by two verbs"),
        pytest.param("Сколько человек погибло при взрыве в Тарме?", "38", id="погибли"),
        pytest.param("Сколько человек ранено при взрыве в Тарме?", "120", id="ранены"),
    ],
)
def test_the_newest_count_comes_first_and_older_ones_are_marked(papers: Answerer, question: str, newest: str) -> None:
    answer = papers.ask(question)
    surfaces = [figure.surface for figure in answer.figures]
    assert surfaces[0] == newest
    assert all(figure.newer is not None for figure in answer.figures[1:] if figure.surface in ("5", "27", "49", "30", "6", "17", "20"))


@pytest.mark.parametrize(
    ("question", "surface"),
    [
        pytest.param("How many died in Larne?", "41", id="most of the victims, 41"),
        pytest.param("How many people died in Hoven?", "Fifteen", id="the district of"),
        pytest.param("How many people died in Tulle?", "eight", id="and eight in"),
    ],
)
def test_a_place_has_its_own_count(papers: Answerer, question: str, surface: str) -> None:
    assert [figure.surface for figure in papers.ask(question).figures] == [surface]


def test_what_is_withdrawn_answers_nothing(papers: Answerer) -> None:
    assert "55" not in {figure.surface for figure in papers.ask("How many people drowned?").figures}


def test_what_comes_anew_each_hour_replaces_nothing(papers: Answerer) -> None:
    assert {figure.newer for figure in papers.ask("How many visitors came to the Merrow fair?").figures} == {None}


@pytest.mark.parametrize(
    ("question", "surface"),
    [
        pytest.param("How many people were hurt in the lorry collision?", "Two", id="collision"),
        pytest.param("How many people were hurt in the explosion?", "Four", id="explosion"),
        pytest.param("How many pupils were hurt on the ferry?", "Nine", id="ferry"),
    ],
)
def test_what_befell_others_elsewhere_is_no_newer_count(night: Answerer, question: str, surface: str) -> None:
    answer = night.ask(question)
    assert [(figure.surface, figure.newer) for figure in answer.figures] == [(surface, None)]


@pytest.mark.parametrize(
    ("question", "surface"),
    [
        pytest.param("How many deaths were there in the mines of Orm in 2018?", "70", id="of one chapter"),
        pytest.param("How many deaths were there in the forests of Orm in 2018?", "13", id="with years"),
    ],
)
def test_numbered_paragraphs_are_not_told_by_the_hour(papers: Answerer, question: str, surface: str) -> None:
    figures = papers.ask(question).figures
    assert surface in {figure.surface for figure in figures}
    assert {figure.newer for figure in figures} == {None}
    assert {figure.circumstance for figure in figures} == {None}


def test_an_hour_that_the_quote_does_not_show_is_not_told(papers: Answerer) -> None:
    assert [(figure.surface, figure.circumstance) for figure in papers.ask("How many divers did the coastguard send?").figures] == [
        ("36", None)
    ]
