"""How trees weigh what is known of something."""

import pytest

from qa_bot.forest import Branch, Forest, forest_of, weigh_signs

TREES = [["said", 0.5, -1.0, ["opposed", 0, 2.0, -3.0]], ["names", 1, 0.25, 0.5]]


@pytest.mark.parametrize(
    ("signs", "weight"),
    [
        pytest.param({"said": 0.9, "opposed": 0.0, "names": 2.0}, 2.4, id="all-for-it"),
        pytest.param({"said": 0.9, "opposed": 1.0}, -2.85, id="a-branch-below-a-branch"),
        pytest.param({"said": 0.5, "opposed": 1.0}, -0.85, id="no-more-than-the-least"),
        pytest.param({}, -0.85, id="what-is-left-out-is-nothing"),
    ],
)
def test_the_leaves_that_are_reached_are_added_up(signs: dict[str, float], weight: float) -> None:
    assert weigh_signs(signs, forest_of(-0.1, TREES)) == pytest.approx(weight)


def test_a_forest_is_read_as_it_is_written() -> None:
    assert forest_of(0.5, TREES) == Forest(
        0.5,
        (Branch("said", 0.5, -1.0, Branch("opposed", 0.0, 2.0, -3.0)), Branch("names", 1.0, 0.25, 0.5)),
    )


def test_what_is_no_tree_is_refused() -> None:
    with pytest.raises(TypeError, match="no tree"):
        forest_of(0.0, [["said", 0.5, "less", -1.0]])
