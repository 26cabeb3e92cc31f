"""Every figure of the shipped corpus and of the five texts that it retells, with its scope, and none besides."""

from collections.abc import Sequence

import pytest
from score_figures import extract_all
from seeds import ABSENT, CORPUS, CORPUS_FOLDER, FOLDER, SEEDS, Expected

from qa_bot.schema import Figure

SOURCES = [
    pytest.param((CORPUS_FOLDER, CORPUS), id="corpus"),
    pytest.param((FOLDER, SEEDS), id="seeds", marks=pytest.mark.skipif(not FOLDER.is_dir(), reason=ABSENT)),
]


@pytest.fixture(scope="module", params=SOURCES)
def found_and_expected(request: pytest.FixtureRequest) -> tuple[list[Expected], Sequence[Expected]]:
    folder, expected = request.param
    names = {figure.doc for figure in expected}
    figures, _ = extract_all(folder)
    found = [_read(next(name for name in names if doc.startswith(name)), figure) for doc in sorted(figures) for figure in figures[doc]]
    return found, expected


def _read(name: str, figure: Figure) -> Expected:
    period = figure.period
    dates = (str(period.start), str(period.end)) if period is not None and period.start is not None else None
    whole = str(figure.part_of.value) if figure.part_of is not None else None
    return Expected(name, figure.surface, str(figure.value), dates, str(figure.bound), whole)


def test_no_figure_is_invented_and_none_is_missed(found_and_expected: tuple[list[Expected], Sequence[Expected]]):
    found, expected = found_and_expected
    assert sorted(figure[:3] for figure in found) == sorted(figure[:3] for figure in expected)


def test_every_figure_has_its_scope(found_and_expected: tuple[list[Expected], Sequence[Expected]]):
    found, expected = found_and_expected
    assert sorted(found, key=repr) == sorted(expected, key=repr)
