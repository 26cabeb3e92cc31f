"""Charts are drawn in a process of their own, whatever the documents call things."""

import asyncio
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from qa_bot.schema import Bound, CitedFigure, Period
from qa_bot.telegram.face.chart import BARS, Chart, Draughtsman, chart_of, harmless_environment


def figure(year: int, **fields: object) -> CitedFigure:
    period = Period(start=date(year, 1, 1), end=date(year, 12, 31), surface=str(year))
    return CitedFigure.model_validate({"figure_id": str(year), "value": Decimal(year), "surface": str(year), "period": period, **fields})


def drawn(chart: Chart, folder: Path) -> bytes | None:
    pytest.importorskip("matplotlib", reason="the extra `charts` is not installed")
    return asyncio.run(Draughtsman(folder, kept=0.0).draw(chart))


def test_a_bar_has_its_period_and_the_number_as_written() -> None:
    chart = chart_of([figure(2022, bound=Bound.AT_LEAST), figure(2023)], title="T", source="S", language="en")
    assert [(bar.period, bar.label, bar.exact) for bar in chart.bars] == [("2022", "at least 2022", False), ("2023", "2023", True)]


def test_of_many_periods_the_latest_are_drawn() -> None:
    chart = chart_of([figure(year) for year in range(1950, 2024)], title="T", source="S", language="en")
    assert (len(chart.bars), chart.bars[-1].period) == (BARS, "2023")


@pytest.mark.parametrize("words", ["$x^{2 \\frac <b>& שלום 😀", "x" * 10_000])
def test_whatever_it_is_called_it_is_drawn(tmp_path: Path, words: str) -> None:
    picture = drawn(chart_of([figure(2022), figure(2023)], title=words, source=words, language="en"), tmp_path)
    assert picture is not None
    assert picture.startswith(b"\x89PNG")


def test_what_cannot_be_drawn_is_none(tmp_path: Path) -> None:
    assert drawn(Chart(title="T", source="S", bars=()), tmp_path) is None


def test_one_process_draws_several_charts_also_after_one_that_it_cannot(tmp_path: Path) -> None:
    pytest.importorskip("matplotlib", reason="the extra `charts` is not installed")

    async def draw() -> list[bool]:
        draughtsman = Draughtsman(tmp_path)
        chart = chart_of([figure(2022), figure(2023)], title="T", source="S", language="en")
        pictures, processes = [], set()
        for each in (chart, Chart(title="T", source="S", bars=()), chart):
            pictures.append(await draughtsman.draw(each) is not None)
            assert draughtsman._process is not None
            processes.add(draughtsman._process.pid)
        assert len(processes) == 1
        draughtsman._process.kill()
        draughtsman._process.wait()
        pictures.append(await draughtsman.draw(chart) is not None)
        draughtsman._process.kill()
        return pictures

    assert asyncio.run(draw()) == [True, False, True, True]


def test_the_token_is_not_passed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QA_BOT_TELEGRAM_TOKEN", "123:secret")
    assert not [name for name in harmless_environment() if name.startswith("QA_BOT_")]
