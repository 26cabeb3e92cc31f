"""Figures in words, in the language of the question."""

from datetime import date

import pytest

from qa_bot.answer.phrases import say, wording
from qa_bot.answer.wording import bounded, headline, period_words, reason_word, slot_words
from qa_bot.schema import Basis, Bound, Period


@pytest.mark.parametrize(
    ("bound", "language", "words"),
    [
        (Bound.EXACT, "en", "90"),
        (Bound.ABOUT, "en", "about 90"),
        (Bound.AT_LEAST, "en", "at least 90"),
        (Bound.MORE_THAN, "en", "more than 90"),
        (Bound.AT_MOST, "en", "at most 90"),
        (Bound.LESS_THAN, "en", "less than 90"),
        (Bound.EXACT, "ru", "90"),
        (Bound.MORE_THAN, "ru", "более 90"),
        (Bound.AT_LEAST, "ru", "не менее 90"),
    ],
)
def test_a_bound_is_said(paper, bound, language, words):
    assert bounded(paper("90 trains").count("90", bound=bound), language) == words


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_separator_of_the_other_language_is_no_scale(paper, language):
    assert bounded(paper("2,940 trains").count("2,940"), language) == "2,940"


def test_a_headline_has_the_whole_scope(paper, years):
    made = paper("In 2023, 90 trains of 400 were cancelled by Norland Railways.")
    whole = made.count("400")
    figure = made.count(
        "90", counted="trains", action="cancelled", actor="Norland Railways", period=years(2023), claimant="Gazette", part_of=whole
    )
    words = headline(figure, "en")
    assert [part for part in ("90 of 400", "trains", "cancelled", "Norland Railways", "2023", "Gazette") if part not in words] == []


def test_what_the_counted_phrase_says_is_not_said_again(paper):
    figure = paper("90 cancelled trains").count("90", counted="cancelled trains", action="cancelled")
    assert headline(figure, "en").count("cancelled") == 1


def test_an_unresolved_period_is_said_to_be_undated():
    assert period_words(Period(start=None, end=None, surface="last year", basis=Basis.UNRESOLVED), "en") == "last year (undated)"


@pytest.mark.parametrize(
    ("start", "end", "english", "russian"),
    [
        (date(2023, 1, 1), date(2023, 12, 31), "2023", "2023"),
        (date(2023, 3, 1), date(2023, 3, 31), "March 2023", "март"),
        (date(2022, 3, 1), date(2022, 6, 30), "March–June 2022", "март"),
    ],
)
def test_a_period_is_said_in_both_languages(start, end, english, russian):
    period = Period(start=start, end=end, surface="then")
    assert period_words(period, "en") == english
    assert russian in period_words(period, "ru").lower()


@pytest.mark.parametrize("section", ["bounds", "text", "slots", "notes", "examples"])
def test_both_languages_have_the_same_sentences(section):
    english, russian = wording("en")[section], wording("ru")[section]
    assert set(english) == set(russian)
    assert [name for name in english if blanks(english[name]) != blanks(russian[name])] == []


def blanks(text: str) -> set[str]:
    return {piece.split("}")[0] for piece in text.split("{")[1:]}


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_bound_and_every_slot_has_words(language):
    assert set(wording(language)["bounds"]) == {str(bound) for bound in Bound}
    assert slot_words(("period", "unit", "period"), language).count(",") == 1


def test_a_verdict_is_in_the_questions_language():
    assert say("en", "yes", headline="90").startswith("Yes")
    assert say("ru", "yes", headline="90").startswith("Да")


@pytest.mark.parametrize(
    ("reason", "language", "words"), [("economic", "ru", "экономическая"), ("weather", "ru", "погода"), ("economic", "en", "economic")]
)
def test_a_reason_is_said_as_it_follows_its_label(reason, language, words):
    assert reason_word(reason, language) == words


def test_the_symbol_of_a_unit_is_written_as_its_language_writes_it(paper):
    figure = paper("30 t рыбы").count("30", unit="t", measure="quantity", counted="рыбы").model_copy(update={"language": "ru"})
    assert headline(figure, "ru").startswith("30 т рыбы")


@pytest.mark.parametrize(("language", "said"), [("ru", "1 280 млн руб."), ("en", "1 280 million RUB")])
def test_a_bare_cell_is_said_with_what_its_header_multiplies_it_by(paper, language, said):
    cell = paper("Мосты | 1 280").count("1 280", value="1280000000", measure="money", unit="RUB", counted="Мосты", label="Мосты")
    assert headline(cell.model_copy(update={"language": language}), language).startswith(said)


def test_a_cell_that_is_what_it_says_is_said_as_it_is(paper):
    assert headline(paper("Bridges | 12").count("12", counted="Bridges", label="Bridges"), "en") == "12 Bridges"
