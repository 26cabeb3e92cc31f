"""Every figure of the shipped corpus and of the five texts that it retells, with its scope, and none besides."""

from collections.abc import Sequence
from typing import NamedTuple

import pytest
from score_figures import extract_all
from seeds import ABSENT, CLAIMANTS, CORPUS, CORPUS_FOLDER, FOLDER, SEEDS, Expected

from qa_bot.schema import Figure

SOURCES = [
    pytest.param((CORPUS_FOLDER, CORPUS), id="corpus"),
    pytest.param((FOLDER, SEEDS), id="seeds", marks=pytest.mark.skipif(not FOLDER.is_dir(), reason=ABSENT)),
]


class Source(NamedTuple):
    """The figures found in a folder, each with the name that its document goes by here, and those expected."""

    found: list[tuple[str, Figure]]
    expected: Sequence[Expected]


@pytest.fixture(scope="module", params=SOURCES)
def source(request: pytest.FixtureRequest) -> Source:
    folder, expected = request.param
    figures, _ = extract_all(folder)
    names = sorted({figure.doc for figure in expected})
    return Source([(next(name for name in names if doc.startswith(name)), f) for doc in sorted(figures) for f in figures[doc]], expected)


def _read(name: str, figure: Figure) -> Expected:
    period = figure.period
    dates = (str(period.start), str(period.end)) if period is not None and period.start is not None else None
    whole = str(figure.part_of.value) if figure.part_of is not None else None
    return Expected(name, figure.surface, str(figure.value), dates, str(figure.bound), whole)


def test_no_figure_is_invented_and_none_is_missed(source: Source):
    assert sorted(_read(*pair)[:3] for pair in source.found) == sorted(figure[:3] for figure in source.expected)


def test_every_figure_has_its_scope(source: Source):
    assert sorted((_read(*pair) for pair in source.found), key=repr) == sorted(source.expected, key=repr)


def test_every_figure_has_its_claimant(source: Source):
    wrong = [
        (name, figure.surface, figure.claimant)
        for name, figure in source.found
        if figure.claimant is None or CLAIMANTS[name].get(figure.surface, CLAIMANTS[name][""]) not in figure.claimant.name
    ]
    assert not wrong
