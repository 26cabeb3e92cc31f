"""The words around an answer, in its language; those inside it are the business of `answer`."""

import unicodedata
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from qa_bot.answer.number_forms import unit_word
from qa_bot.answer.phrases import wording
from qa_bot.answer.wording import missed as missed_slots
from qa_bot.answer.wording import reason_word, scale_word, slot_words
from qa_bot.schema import Basis, Bound, CitedFigure, Figure, Measure, Modality, Period
from qa_bot.text.periods import describe
from qa_bot.text.printable import in_line


def label(name: str, language: str) -> str:
    """Return the label *name* in *language*."""
    return wording(language)["labels"][name]


def slot(name: str, language: str) -> str:
    """Return the name of a slot as a person reads it."""
    return slot_words([name], language).replace("_", " ")


def cut(shown: int, total: int, language: str) -> str:
    """Return how much of a list is shown: "6 of 40 shown"."""
    return label("cut", language).format(shown=shown, total=total)


def missed(slots: Sequence[str], language: str) -> str:
    """Return the names of the slots in which a figure misses the question."""
    return missed_slots(slots, language)


def day(value: date, language: str) -> str:
    """Return a date in words: "14 October 2022"."""
    return describe(Period(start=value, end=value, surface=""), language)


def period(value: Period, language: str) -> str:
    """Return a period briefly: "2023", "March–June 2022", "last year (undated)"."""
    return describe(value, language)


def basis(value: Basis, language: str) -> str:
    """Return where the value of a slot comes from."""
    return label(value.value, language)


def bound(value: Bound, language: str) -> str:
    """Return a bound as a word of its own: "exact", "at least"."""
    if value in (Bound.EXACT, Bound.BETWEEN):
        return label(value.value, language)
    return wording(language)["bounds"][value].format(value="").strip()


def unit(value: str, language: str) -> str:
    """Return a unit in words of *language*."""
    return unit_word(value, language)


def reason(value: str, language: str) -> str:
    """Return the reason in words; of a document's own words, themselves."""
    return reason_word(value, language)


def modality(value: Modality, language: str) -> str:
    """Return how what did not happen is meant: "planned", "expected"."""
    return wording(language)["text"][value].strip("()")


def earlier_count(language: str) -> str:
    """Return what a count is called that was replaced by a newer one."""
    return wording(language)["text"]["earlier_count"].strip("()")


def amount(figure: CitedFigure | Figure, language: str) -> str:
    """Return the number in digits with its bound, range and sign of unit: "more than 3,000", "30–40", "33.3 %"."""
    surface = in_line(figure.surface or "")
    if any(map(str.isdigit, surface)) or (surface and figure.value % 1):  # "a third" has no digits that are all of it
        number = surface
    else:
        number = plain(figure.value, language)
        number += f"–{plain(figure.upper, language)}" if figure.upper is not None else ""
    return wording(language)["bounds"][figure.bound].format(value=f"{number}{scale_word(figure, language)}{_sign(figure, number)}")


def _sign(figure: CitedFigure | Figure, number: str) -> str:
    """Return the unit to put behind *number*: of a measure that it does not name itself; the counted words name a count's."""
    said_elsewhere = figure.measure is Measure.COUNT or (figure.measure is Measure.QUANTITY and figure.counted)
    if figure.unit is None or said_elsewhere or figure.unit.lower() in number.lower():
        return ""
    named = any(unicodedata.category(letter) == "Sc" for letter in number) or any(map(str.isalpha, number.split(" ")[-1]))
    return "" if named else f" {figure.unit}"


def plain(value: Decimal, language: str) -> str:
    """Return a decimal in digits with thousands separated: "3,000,000", "33.3"; in Russian «3 000 000», «33,3»."""
    written = f"{value:,f}"
    return written.translate({ord(","): "\u00a0", ord("."): ","}) if language == "ru" else written
