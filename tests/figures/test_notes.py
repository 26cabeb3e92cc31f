"""The units that table headers and captions name."""

from decimal import Decimal

import pytest

from qa_bot.figures.notes import Note, read_note, split_note
from qa_bot.schema import Measure

ONE, THOUSAND, MILLION = Decimal(1), Decimal(1000), Decimal(1_000_000)


@pytest.mark.parametrize(
    ("text", "language", "note"),
    [
        pytest.param("Landings (t)", "en", Note(ONE, Measure.QUANTITY, "t"), id="a lone symbol in brackets"),
        pytest.param("Harvest, thousand tonnes", "en", Note(THOUSAND, Measure.QUANTITY, "t"), id="scale and unit behind a comma"),
        pytest.param("Passengers, in thousands", "en", Note(THOUSAND, Measure.COUNT, None), id="scale alone"),
        pytest.param("Budget (EUR million)", "en", Note(MILLION, Measure.MONEY, "EUR"), id="money"),
        pytest.param("Share, %", "en", Note(ONE, Measure.SHARE, "%"), id="percent"),
        pytest.param("Completion rate %", "en", Note(ONE, Measure.SHARE, "%"), id="percent behind a space"),
        pytest.param("Per 100,000 inhabitants", "en", Note(ONE, Measure.RATE, None, "100000 inhabitants"), id="rate"),
        pytest.param("Надои, тыс. тонн", "ru", Note(THOUSAND, Measure.QUANTITY, "t"), id="ru scale and unit"),
        pytest.param("Надои, ц/га", "ru", Note(ONE, Measure.QUANTITY, "c", "га"), id="ru by a hectare"),
        pytest.param("Скорость, км/ч", "ru", Note(ONE, Measure.QUANTITY, "km/h"), id="ru a unit with a stroke"),
        pytest.param("Расходы (млн рублей)", "ru", Note(MILLION, Measure.MONEY, "RUB"), id="ru money"),
        pytest.param("На 100 тыс. жителей", "ru", Note(ONE, Measure.RATE, None, "100000 жителей"), id="ru rate"),
        pytest.param("Species", "en", None, id="none"),
        pytest.param("Landings 2021", "en", None, id="a year is no unit"),
    ],
)
def test_a_header_names_its_unit(text: str, language: str, note: Note | None) -> None:
    assert read_note(text, language) == note


def test_a_row_label_names_a_unit_only_apart_from_itself() -> None:
    assert read_note("0-4 years", "en", whole=False) is None
    assert read_note("Wheat, tonnes", "en", whole=False) == Note(ONE, Measure.QUANTITY, "t")


@pytest.mark.parametrize(
    ("text", "language", "rest", "note"),
    [
        pytest.param("All sums are in £ million.", "en", "", Note(MILLION, Measure.MONEY, "GBP"), id="a sentence"),
        pytest.param("Amounts in millions of euros unless otherwise stated", "en", "", Note(MILLION, Measure.MONEY, "EUR"), id="plural of"),
        pytest.param("Grants, £m", "en", "Grants", Note(MILLION, Measure.MONEY, "GBP"), id="glued to the sign"),
        pytest.param("Fees ($'000)", "en", "Fees", Note(THOUSAND, Measure.MONEY, "USD"), id="noughts for a thousand"),
        pytest.param("Суммы указаны в тысячах рублей", "ru", "", Note(THOUSAND, Measure.MONEY, "RUB"), id="ru sentence"),
        pytest.param("Quarter", "en", "Quarter", None, id="a part of a year scales nothing"),
    ],
)
def test_what_a_label_says_beside_its_unit_is_left(text: str, language: str, rest: str, note: Note | None) -> None:
    assert split_note(text, language) == (rest, note)


@pytest.mark.parametrize(
    ("text", "language", "factor", "unit"),
    [
        ("Loans (1,000)", "en", 1_000, None),
        ("Loans (x 1 000)", "en", 1_000, None),
        ("Harvest (1,000 tonnes)", "en", 1_000, "t"),
        ("Spending, 1,000 EUR", "en", 1_000, "EUR"),
        ("Wages (k€)", "en", 1_000, "EUR"),
        ("Wages (€k)", "en", 1_000, "EUR"),
        ("Wages (TEUR)", "en", 1_000, "EUR"),
        ("Wages (Mio. CHF)", "en", 1_000_000, "CHF"),
        ("Wages, M€", "en", 1_000_000, "EUR"),
        ("Wages (TNOK)", "en", 1_000, "NOK"),
        ("All sums in 1,000 EUR", "en", 1_000, "EUR"),
        ("Roads (1,000 km)", "en", 1_000, "km"),
        ("CATCH (TONS)", "en", 1, "t"),
        ("Surface (km²)", "en", 1, "km²"),
        ("Жители, 1000 чел.", "ru", 1_000, "person"),
        ("Расходы (k€)", "ru", 1_000, "EUR"),
    ],
)
def test_a_scale_in_digits_or_short_makes_numbers_as_large(text: str, language: str, factor: int, unit: str | None) -> None:
    note = read_note(text, language)
    assert note is not None
    assert (note.factor, note.unit) == (factor, unit)


@pytest.mark.parametrize("text", ["1,000", "1000", "Towns, 1,000 and over", "Towns (1000)", "Runs, 1000"])
def test_a_round_number_that_heads_a_column_is_no_scale(text: str) -> None:
    assert read_note(text, "en") is None


@pytest.mark.parametrize("text", ["Employed (MALE)", "EMPLOYED, MALE", "TIME", "TEAM", "TOWN", "KIDS", "MEAN", "MEPS", "MALL", "MRS"])
def test_a_word_in_capitals_is_no_currency_behind_a_scale(text: str) -> None:
    assert read_note(text, "en") is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("Loans (under 1,000 EUR)", "en", id="a limit"),
        pytest.param("Firms (over 1,000 persons)", "en", id="a lower limit"),
        pytest.param("Firms (1,000 persons or more)", "en", id="a lower limit behind it"),
        pytest.param("Firms (1,000+ persons)", "en", id="with a sign"),
        pytest.param("Fines (of 1,000 EUR)", "en", id="how large each is"),
        pytest.param("Run (1,000 m)", "en", id="a distance"),
        pytest.param("Swim, 1,000 yards", "en", id="a distance in words"),
        pytest.param("Займы (до 1000 руб.)", "ru", id="ru a limit"),
        pytest.param("Забег (1000 м)", "ru", id="ru a distance"),
    ],
)
def test_a_round_number_that_tells_which_ones_is_no_scale(text: str, language: str) -> None:
    assert read_note(text, language) is None
