"""Inline mode: cards of figures and passages, and an honest "nothing found"."""

import pytest

LATE = "How many trams were late in 2023?"


def test_an_answer_is_the_first_card(telegram) -> None:
    first, *others = telegram.inline(LATE)
    assert first.title.startswith("1,204 trams")
    assert LATE in first.input_message_content.message_text
    assert first.input_message_content.link_preview_options.is_disabled
    assert len({result.id for result in (first, *others)}) == len(others) + 1


def test_passages_on_the_topic_follow_and_no_others(telegram) -> None:
    _, *others = telegram.inline("Who wants a depot?")
    assert [card.title for card in others] == ["Trams of Kestrel in 2023"]
    _, *others = telegram.inline(LATE)
    assert others == []  # a year is shared with the others, and nothing else


def test_several_figures_are_cards_of_their_own(telegram) -> None:
    _, *cards = telegram.inline("How many trams were late?")
    assert [card.title for card in cards[:3]] == ["1,204 trams", "at least 980 trams", "870 trams"]
    assert all("<blockquote" in card.input_message_content.message_text for card in cards[:3])


def test_nothing_found_is_said_and_what_is_near_says_in_what_it_differs(telegram) -> None:
    first, *near = telegram.inline("How many trams were late in 2019?")
    assert first.title == "Nothing found"
    assert first.description == "The documents have such a figure, but not for 2019."
    assert near[0].description.startswith("differs in: period")


def test_a_query_as_long_as_telegram_passes_on_is_called_too_long(telegram) -> None:
    (only,) = telegram.inline("why " * 64)
    assert only.title == "Too long for a question"


def test_offers_are_cached_briefly(telegram) -> None:
    telegram.inline(LATE)
    assert telegram.sender.offers[-1][1] <= 30


@pytest.mark.parametrize("query", ["How many lighthouses were counted in 2020?", "windmills 2018", "<b>", "Сколько пожаров?"])
def test_hostile_texts_are_readable(telegram, query: str) -> None:
    assert telegram.inline(query) is not None  # the sender has had Telegram's parser read each card


@pytest.mark.parametrize("query", ["", "   ", "?!"])
def test_who_has_not_written_anything_yet_is_offered_questions_with_their_answers(telegram, query: str) -> None:
    offers = telegram.inline(query)
    assert offers
    for offer in offers:
        assert offer.title.endswith("?")
        assert offer.title in telegram.inline(offer.title)[0].input_message_content.message_text
        assert offer.title in offer.input_message_content.message_text
