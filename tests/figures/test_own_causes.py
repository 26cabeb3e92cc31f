"""Each number of a list of causes has its own cause, and each of two who estimate has its own number."""

from collections.abc import Callable

import pytest

from qa_bot.schema import Figure

FiguresOf = Callable[[str], list[Figure]]


@pytest.mark.parametrize(
    ("text", "causes"),
    [
        pytest.param(
            "Из-за короткого замыкания произошло 40 аварий, из-за старых труб — 22, по причине мороза — 9.",
            {"40": "короткого замыкания", "22": "старых труб", "9": "мороза"},
            id="led-by-out-of",
        ),
        pytest.param(
            "Because of snow 61 buses were cancelled, because of flooding 18 and because of strikes 7.",
            {"61": "snow", "18": "flooding", "7": "strikes"},
            id="because-of",
        ),
    ],
)
def test_each_number_has_its_own_cause(figures_of: FiguresOf, text: str, causes: dict[str, str]) -> None:
    found = figures_of(text)
    assert {figure.surface: figure.reason for figure in found} == causes
    assert len({figure.counted for figure in found}) == 1


def test_each_of_two_who_estimate_has_its_own_number(figures_of: FiguresOf) -> None:
    text = "Длину очереди мэрия оценила в 640 человек, профсоюз — в 1 120."
    found = {figure.surface: figure.claimant and figure.claimant.name for figure in figures_of(text)}
    assert found == {"640": "мэрия", "1 120": "профсоюз"}
