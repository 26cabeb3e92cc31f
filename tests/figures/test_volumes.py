"""A document read volume by volume has the figures that it has when it is read at once."""

from collections.abc import Iterator

import pytest

from qa_bot.figures.extract import extract
from qa_bot.figures.volumes import extract_all
from qa_bot.ingest import split
from qa_bot.ingest.markup import parse
from qa_bot.schema import Block, Document, Passage, Span

REPORT = """# Fire brigade of Nordhaven

In 2022 the brigade was called out 1,480 times. Of these, 212 were false alarms.

## Stations

The north station was called out 640 times, the south station 840 times.

| Station | Calls | Firefighters |
|---|---|---|
| North | 640 | 41 |
| South | 840 | 52 |
| Total | 1,480 | 93 |

## Injuries

Three firefighters were hurt. In 2021 there had been seven.
"""


def _document(text: str) -> Document:
    blocks = [
        Block(kind=piece.kind, span=Span(start=piece.start, end=piece.end), level=piece.level, cells=piece.cells) for piece in parse(text)
    ]
    return Document(doc_id="a.md", path="a.md", text=text, blocks=tuple(blocks))


@pytest.mark.parametrize("volume", [1, 60, 200, 100_000])
def test_a_long_document_has_the_figures_that_it_has_as_a_whole(volume: int) -> None:
    document = _document(REPORT)
    passages = split(document)
    assert [*extract_all(document, passages, volume=volume)] == extract(document, passages)


def test_of_the_passages_no_more_are_taken_than_the_volume_that_is_read() -> None:
    document = _document(REPORT * 5)
    taken = []

    def passages() -> Iterator[Passage]:
        for passage in split(document):
            taken.append(passage.ordinal)
            yield passage

    next(extract_all(document, passages(), volume=60))
    assert len(taken) < len(split(document)) / 5


def test_after_each_volume_but_the_last_is_told_which_share_is_read() -> None:
    document = _document(REPORT)
    shares: list[float] = []
    list(extract_all(document, split(document), volume=60, tell=shares.append))
    assert shares == sorted(set(shares))
    assert 0 < shares[0] <= shares[-1] < 1


def test_the_figures_of_a_volume_are_given_before_the_next_one_is_read() -> None:
    document = _document(REPORT)
    shares: list[float] = []
    next(extract_all(document, split(document), volume=60, tell=shares.append))
    assert shares == []
