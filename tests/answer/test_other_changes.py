"""What another thing of the sentence did is no answer to how much the thing asked for rose or fell."""

from collections.abc import Callable, Mapping

import pytest

from qa_bot.ask import Answerer
from qa_bot.schema import Answer, Status

DOCUMENTS = {
    "trade.md": """\
Pear exports fell by 4.1 percent last season, while timber exports rose by 9.3 percent.

Bus fares went up by 12 euros, whereas ferry fares were cut by 7 euros. Rents rose by 3.8 percent.
""",
    "catch.md": """\
Landings of herring fell by 3 percent, while landings of squid rose by 11 percent. Landings of mussels grew by 14 percent.
""",
    "ceny.md": """\
Хлебные цены выросли на 2,2 процента, а цены на бензин упали на 5,7 процента.

Городские тарифы выросли на 8 процентов, тогда как сельские тарифы снизились на 6 процентов.
""",
}


@pytest.fixture(scope="module")
def ask(answerer_of: Callable[[Mapping[str, str]], Answerer]) -> Callable[[str], Answer]:
    return answerer_of(DOCUMENTS).ask


@pytest.mark.parametrize(
    ("question", "nearest"),
    [
        pytest.param("How much did timber exports fall?", "9.3 percent", id="fell, where it rose"),
        pytest.param("By how much did pear exports rise?", "4.1 percent", id="rose, where it fell"),
        pytest.param("How much did herring landings rise?", "3 percent", id="rose, as others of another sentence"),
        pytest.param("How much did ferry fares go up?", "7 euros", id="in money"),
        pytest.param("На сколько выросли цены на бензин?", "5,7 процента", id="Russian"),
        pytest.param("На сколько упали цены на хлеб?", "2,2 процента", id="Russian, by an adjective"),
        pytest.param("На сколько снизились городские тарифы?", "8 процентов", id="Russian modifiers"),
    ],
)
def test_the_other_way_is_declined_with_its_own_change_among_the_nearest(ask: Callable[[str], Answer], question: str, nearest: str) -> None:
    answer = ask(question)
    assert answer.status is Status.NOT_FOUND
    assert nearest in [each.surface for each in answer.nearest]


@pytest.mark.parametrize(
    ("question", "surface"),
    [
        pytest.param("How much did timber exports rise?", "9.3 percent", id="rose"),
        pytest.param("How much did pear exports fall?", "4.1 percent", id="fell"),
        pytest.param("How much did mussel landings rise?", "14 percent", id="in a sentence of its own"),
        pytest.param("How much did bus fares go up?", "12 euros", id="in money"),
        pytest.param("How much did rents rise?", "3.8 percent", id="alone in its sentence"),
        pytest.param("На сколько упали цены на бензин?", "5,7 процента", id="Russian"),
        pytest.param("На сколько выросли городские тарифы?", "8 процентов", id="Russian modifiers"),
    ],
)
def test_the_thing_asked_for_is_answered_by_its_change(ask: Callable[[str], Answer], question: str, surface: str) -> None:
    answer = ask(question)
    assert [figure.surface for figure in answer.figures] == [surface]
