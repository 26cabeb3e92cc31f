"""A day or month that is called the worst, or the busiest, dates what the sentence goes on to count."""

from collections.abc import Callable
from datetime import date

import pytest

from qa_bot.schema import Figure

FiguresOf = Callable[[str], list[Figure]]


@pytest.mark.parametrize(
    ("sentence", "start"),
    [
        pytest.param("Самым тяжёлым днём стало 9 августа: за сутки сгорело 38 домов.", date(2023, 8, 9), id="a day"),
        pytest.param("Рекордным месяцем стал май: утонули 14 человек.", date(2023, 5, 1), id="a month"),
        pytest.param("The worst day was 9 August: 38 homes burned.", date(2023, 8, 9), id="en"),
        pytest.param("Директором в мае 2021 года стал Илья Норд; в школе 38 учителей.", date(2023, 1, 1), id="a career dates nothing"),
    ],
)
def test_the_day_so_called_dates_what_is_counted(figures_of: FiguresOf, sentence: str, start: date) -> None:
    figure = figures_of(f"# Отчёт края за 2023 год\n\n{sentence}\n" if sentence[0] > "z" else f"# County report 2023\n\n{sentence}\n")[-1]
    assert figure.period is not None
    assert figure.period.start == start
