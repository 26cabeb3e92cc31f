"""Files of every kind are read as well as they were."""

import pytest
from score_reading import Score, samples, score

# Floors are what was reached on pages, most of them tuned on; docs/quality.md has the figures on pages that were not.
FLOORS = {
    "web pages": (36, 0.995, 0.003, 1.0),
    "web pages, hardly tuned on": (25, 0.995, 0.06, 1.0),
    "PDF": (6, 1.0, 0.0, 1.0),
    "DOCX": (4, 1.0, 0.0, 1.0),
    "CSV": (4, 1.0, 0.0, 1.0),
}


@pytest.fixture(scope="module")
def scores() -> dict[str, Score]:
    return score(samples())


@pytest.mark.parametrize("kind", FLOORS)
def test_words_are_kept_the_page_is_left_and_cells_have_their_scope(scores, kind):
    files, kept, let_in, cells = FLOORS[kind]
    found = scores[kind]
    assert found.files >= files
    assert found.kept >= kept
    assert found.let_in <= let_in
    assert found.cells >= cells
