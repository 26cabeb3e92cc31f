"""Filters: which documents are searched at all, by any engine."""

from collections.abc import Callable
from datetime import date

import pytest

from qa_bot.retrieval import ENGINES, Index
from qa_bot.schema import Filter

DAYS = (None, date(2022, 3, 1), date(2023, 3, 1), date(2024, 3, 1))
PUBLISHERS = (None, "The Gazette", "Harbour Post")
LANGUAGES = ("en", "ru")


@pytest.fixture(params=ENGINES)
def index(request: pytest.FixtureRequest, index_of: Callable[..., Index], made: type) -> Index:
    """Return an index of 96 documents about the same thing, called by what differs between them."""
    documents = []
    for number in range(96):
        day, publisher, language = DAYS[number % 4], PUBLISHERS[number % 3], LANGUAGES[number % 2]
        document = made(f"{number:03}", [f"Trains were late in the snow of week {number}."], language=language)
        document.document = document.document.model_copy(update={"published": day, "publisher": publisher})
        documents.append(document)
    return index_of(*documents, engine=request.param)


@pytest.mark.parametrize(
    ("only", "fits"),
    [
        pytest.param(Filter(), lambda number: True, id="nothing asked"),
        pytest.param(Filter(docs=("00?",)), lambda number: number < 10, id="documents"),
        pytest.param(Filter(since=date(2023, 3, 1)), lambda number: number % 4 in (2, 3), id="since a day, that one included"),
        pytest.param(Filter(until=date(2022, 12, 31)), lambda number: number % 4 == 1, id="until a day"),
        pytest.param(
            Filter(since=date(2022, 1, 1), until=date(2023, 3, 1)), lambda number: number % 4 in (1, 2), id="between days, no undated one"
        ),
        pytest.param(Filter(publishers=("the gazette",)), lambda number: number % 3 == 1, id="a publisher in any case"),
        pytest.param(Filter(publishers=("*post", "The G*")), lambda number: number % 3 > 0, id="publishers by glob"),
        pytest.param(Filter(languages=("ru",)), lambda number: number % 2 == 1, id="a language"),
        pytest.param(
            Filter(languages=("en",), publishers=("Harbour Post",), since=date(2023, 1, 1)),
            lambda number: number % 2 == 0 and number % 3 == 2 and number % 4 == 2,
            id="all at once",
        ),
        pytest.param(Filter(publishers=("Nobody",)), lambda number: False, id="what no document is of"),
    ],
)
def test_only_what_a_filter_lets_through_is_found_and_the_places_are_filled(index: Index, ask, only: Filter, fits: Callable[[int], bool]):
    expected = {f"{number:03}" for number in range(96) if fits(number)}
    hits = index.search(ask("late trains").model_copy(update={"only": (only,)}), top_k=20)
    assert {hit.passage.doc_id for hit in hits} <= expected
    assert len(hits) == min(20, len(expected))
    assert all(hit.score > 0 for hit in hits)


def test_every_filter_of_several_holds_and_so_does_the_name_of_a_document(index: Index, ask):
    query = ask("late trains", docs=("00?", "01?")).model_copy(
        update={"only": (Filter(languages=("ru",)), Filter(publishers=("The Gazette",)))}
    )
    assert sorted(hit.passage.doc_id for hit in index.search(query)) == ["001", "007", "013", "019"]


def test_few_documents_let_through_are_found_though_many_others_fit_better(index_of, made, ask):
    crowd = [made(f"crowd-{number:04}", ["Late trains, late trains, late trains."]) for number in range(400)]
    rare = [
        made(f"rare-{number}", [f"A report of week {number} about weather, with a train that was late once."], language="ru")
        for number in range(9)
    ]
    for engine in ENGINES:
        query = ask("late trains").model_copy(update={"only": (Filter(languages=("ru",)),)})
        hits = index_of(*crowd, *rare, engine=engine).search(query, top_k=5, documents=5)
        assert len(hits) == 5
        assert all(hit.passage.doc_id.startswith("rare") and hit.score > 0 for hit in hits)
