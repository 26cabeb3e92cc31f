"""Those from others are counted by the same noun, and are nobody's own."""

from collections.abc import Callable

import pytest

from qa_bot.schema import Figure

FiguresOf = Callable[[str], list[Figure]]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        pytest.param("340 of our own engineers are at work, along with 115 from neighbouring firms.", "engineers", id="at work"),
        pytest.param("The hospital sent 12 of its own ambulances and 5 from other towns.", "ambulances", id="ambulances"),
        pytest.param("На месте работают 340 собственных монтёров и 115 от соседних предприятий.", "монтёров", id="ru"),
    ],
)
def test_those_from_others_are_not_ones_own(figures_of: FiguresOf, text: str, counted: str) -> None:
    own, others = figures_of(text)
    assert own.unit == others.unit
    assert "own-adj" in own.terms.counted
    assert others.counted == counted
    assert "own-adj" not in (*others.terms.counted, *others.terms.other)


def test_those_from_ones_own_are(figures_of: FiguresOf) -> None:
    _, others = figures_of("The mill hired 20 of its own apprentices and 8 from its own school.")
    assert "own-adj" in (*others.terms.counted, *others.terms.other)
