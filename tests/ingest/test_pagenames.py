"""What the names of elements say."""

from qa_bot.ingest.pagenames import REMEMBERED, aside_in, words_of


def test_of_the_names_of_all_pages_only_so_many_are_remembered() -> None:
    for number in range(REMEMBERED + 100):
        aside_in(f"story-{number}", f"item-{number}")
    assert words_of.cache_info().currsize <= REMEMBERED
    assert aside_in.cache_info().currsize <= REMEMBERED
    assert words_of("story-0") == {"story"}
