"""Which row rose or fell most is told by a column of changes, whose signs say which way."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Answer, Status

DOCUMENTS = {
    "butterflies.csv": """\
species,site,year,individuals,change_since_2015_percent
Red admiral,Hollow Wood,2021,310,-12
Red admiral,Hollow Wood,2022,355,-5
Peacock,Hollow Wood,2021,205,-30
Peacock,Hollow Wood,2022,190,-37
Brimstone,Hollow Wood,2022,140,52
Brimstone,Mere Bank,2022,9,-60
""",
    "rents.md": """\
---
title: Rents in the towns of Orle, 2022
published: 2023-02-01
---

| Town | Rent, crowns per m² | Change on 2021, % |
|---|---|---|
| Upper Pell | 118 | 4.2 |
| Harn | 96 | -1.5 |
| Dale | 131 | 9.8 |
""",
}


@pytest.fixture(scope="module")
def ask(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Callable[[str], Answer]:
    return answerer_of(DOCUMENTS).ask


@pytest.mark.parametrize(
    ("question", "surfaces"),
    [
        pytest.param("Which butterfly has declined the most at Hollow Wood since 2015?", ["-37", "-5"], id="fell-most"),
        pytest.param("Which butterfly has increased the most at Hollow Wood since 2015?", ["52"], id="rose-most"),
        pytest.param("In which town did rents rise the most?", ["9.8", "4.2"], id="towns"),
    ],
)
def test_the_change_decides(ask: Callable[[str], Answer], question: str, surfaces: list[str]) -> None:
    assert [figure.surface for figure in ask(question).figures] == surfaces


def test_where_nothing_is_told_nothing_moved(ask: Callable[[str], Answer]) -> None:
    assert ask("Which butterfly has declined the most at Gorse Fen since 2015?").status is Status.NOT_FOUND
