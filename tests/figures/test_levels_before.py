"""Of two amounts of which one came after the other, the time behind the earlier one is not the later one's."""

import pytest

from tests.figures.conftest import FiguresOf


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("The club made a profit of £1.1 million, after a loss of £0.7 million in 2019.", [None, 2019]),
        ("The theatre earned £2.2 million, following earnings of £1.4 million in 2018.", [None, 2018]),
        ("Кооператив получил прибыль 14 млн рублей после убытка 3 млн рублей в 2021 году.", [None, 2021]),
        pytest.param("The council paid £2 million after the flood of 2022.", [2022], id="no other amount"),
        pytest.param("The shop earned £5 million and the inn £2 million in 2020.", [2020, 2020], id="not one after the other"),
    ],
)
def test_the_time_of_the_earlier_amount(figures_of: FiguresOf, text: str, times: list[int | None]):
    periods = [figure.period for figure in figures_of(text)]
    assert [period.start.year if period is not None and period.start is not None else None for period in periods] == times
