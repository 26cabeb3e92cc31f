"""The memory of records that several threads may read."""

from collections.abc import Sequence

from qa_bot.retrieval.records import _remembered


def test_what_was_handed_out_stays_whole_when_another_reader_has_the_memory_emptied() -> None:
    known: dict[int, str] = {}

    def read(keys: Sequence[int]) -> dict[int, str]:
        return {key: str(key) for key in keys}

    first = _remembered(known, [1, 2], read, 2)
    assert _remembered(known, [3], read, 2) == {3: "3"}
    assert first == {1: "1", 2: "2"}
    assert set(known) == {3}
