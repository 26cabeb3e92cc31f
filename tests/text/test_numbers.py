"""Numbers: what is read out of digits and words, and what is left alone."""

from decimal import Decimal
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa_bot.schema import Bound
from qa_bot.text.numbers import Number, NumberKind, find_numbers
from qa_bot.text.tokens import tokenize


def numbers(text: str, language: str = "en") -> list[Number]:
    return find_numbers(text, tokenize(text), language)


def values(text: str, language: str = "en") -> list[tuple[str, Decimal]]:
    return [(text[number.start : number.end], number.value) for number in numbers(text, language)]


def only(text: str, language: str = "en") -> Number:
    found = numbers(text, language)
    assert len(found) == 1, found
    return found[0]


class Row(NamedTuple):
    text: str
    surface: str
    value: str


ENGLISH_VALUES = [
    Row("3000 requests", "3000", "3000"),
    Row("1,124 persons", "1,124", "1124"),
    Row("1 124 persons", "1 124", "1124"),
    Row("1'124 persons", "1'124", "1124"),
    Row("2’000’000 francs", "2’000’000", "2000000"),
    Row("CHF 12'400.50 paid", "CHF 12'400.50", "12400.50"),
    Row("1\u00a0124 persons", "1\u00a0124", "1124"),
    Row("1\u202f124\u202f500 persons", "1\u202f124\u202f500", "1124500"),
    Row("1.124.500 persons", "1.124.500", "1124500"),
    Row("1,24,500 voters", "1,24,500", "124500"),
    Row("a yield of 3.07", "3.07", "3.07"),
    Row("about 0.5 tonnes", "0.5", "0.5"),
    Row("1.2 bn litres", "1.2 bn", "1200000000"),
    Row("140 thousand requests", "140 thousand", "140000"),
    Row("3.4bn cubic metres", "3.4bn", "3400000000"),
    Row("a 10k crowd", "10k", "10000"),
    Row("5M users", "5M", "5000000"),
    Row("2 million 300 thousand trees", "2 million 300 thousand", "2300000"),
    Row("two lakh voters", "two lakh", "200000"),
    Row("forty-two trains", "forty-two", "42"),
    Row("Forty two trains", "Forty two", "42"),
    Row("one hundred and five beds", "one hundred and five", "105"),
    Row("a hundred beds", "a hundred", "100"),
    Row("twelve hundred beds", "twelve hundred", "1200"),
    Row("twenty-one thousand three hundred", "twenty-one thousand three hundred", "21300"),
    Row("two hundred and fifty thousand", "two hundred and fifty thousand", "250000"),
    Row("one million two hundred thousand", "one million two hundred thousand", "1200000"),
    Row("one thousand and one nights", "one thousand and one", "1001"),
    Row("a dozen eggs", "a dozen", "12"),
    Row("two dozen eggs", "two dozen", "24"),
    Row("half a dozen eggs", "half a dozen", "6"),
    Row("half a million people", "half a million", "500000"),
    Row("half-million people", "half-million", "500000"),
    Row("a quarter of a million people", "a quarter of a million", "250000"),
    Row("two and a half million people", "two and a half million", "2500000"),
    Row("2 and a half tonnes", "2 and a half", "2.5"),
    Row("6½ sacks", "6½", "6.5"),
    Row("5 1/2 cups", "5 1/2", "5.5"),
    Row("two point five metres", "two point five", "2.5"),
    Row("zero cases", "zero", "0"),
    Row("deaths per thousand inhabitants", "thousand", "1000"),
    Row("two-and-a-half years", "two-and-a-half", "2.5"),
    Row("123456789012345678901234567891 million stars", "123456789012345678901234567891 million", "123456789012345678901234567891000000"),
    Row("minus 5 degrees", "minus 5", "-5"),
    Row("it was −5 °C", "−5", "-5"),
    Row("the night, -3.6 °C, was cold", "-3.6", "-3.6"),
    Row("a change of –5 %", "–5 %", "-5"),
    Row("profit -5%", "-5%", "-5"),
    Row("the balance (-£300)", "-£300", "-300"),
    Row("a net -$2.4m", "-$2.4m", "-2400000"),
    Row("the index fell to -12", "-12", "-12"),
    Row("12,5 tonnes", "12,5", "12.5"),
]

RUSSIAN_VALUES = [
    Row("2,5 млн тонн", "2,5 млн", "2500000"),
    Row("140 тыс. запросов", "140 тыс.", "140000"),
    Row("1 124 человека", "1 124", "1124"),
    Row("1,124 человека", "1,124", "1124"),
    Row("1,124 млн тонн", "1,124 млн", "1124000"),
    Row("0,125 га", "0,125", "0.125"),
    Row("сорок две школы", "сорок две", "42"),
    Row("четырёх школ", "четырёх", "4"),
    Row("двумястами рабочими", "двумястами", "200"),
    Row("сорока двум школам", "сорока двум", "42"),
    Row("пятьюдесятью шестью врачами", "пятьюдесятью шестью", "56"),
    Row("тысяча человек", "тысяча", "1000"),
    Row("около тысячи человек", "тысячи", "1000"),
    Row("около тысячи двухсот человек", "тысячи двухсот", "1200"),
    Row("тысяча двести сорок человек", "тысяча двести сорок", "1240"),
    Row("полторы тысячи человек", "полторы тысячи", "1500"),
    Row("полмиллиона человек", "полмиллиона", "500000"),
    Row("две с половиной тысячи человек", "две с половиной тысячи", "2500"),
    Row("пять миллионов триста тысяч двадцать один", "пять миллионов триста тысяч двадцать один", "5300021"),
    Row("5 тысяч 300 человек", "5 тысяч 300", "5300"),
    Row("10-ти человек", "10-ти", "10"),
    Row("3-х человек", "3-х", "3"),
    Row("две целых пять десятых", "две целых пять десятых", "2.5"),
    Row("две сотни писем", "две сотни", "200"),
    Row("четверть миллиона", "четверть миллиона", "250000"),
    Row("минус 5 градусов", "минус 5", "-5"),
    Row("ночью до -12", "-12", "-12"),
    Row("днём -5 °С", "-5", "-5"),
    Row("трое детей", "трое", "3"),
]


@pytest.mark.parametrize("row", ENGLISH_VALUES, ids=lambda row: row.text)
def test_english_numeral_has_its_value(row: Row) -> None:
    assert values(row.text) == [(row.surface, Decimal(row.value))]


@pytest.mark.parametrize("row", RUSSIAN_VALUES, ids=lambda row: row.text)
def test_russian_numeral_has_its_value(row: Row) -> None:
    assert values(row.text, "ru") == [(row.surface, Decimal(row.value))]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        pytest.param("in 2012 three people", "en", ["2012", "3"], id="year before a word"),
        pytest.param("in 2022 42 people", "en", ["2022", "42"], id="year before digits"),
        pytest.param("five and six", "en", ["5", "6"], id="and between two numbers"),
        pytest.param("two three-year terms", "en", ["2", "3"], id="number before a compound"),
        pytest.param("Switzerland - 26, Latvia - 4", "en", ["26", "4"], id="dash in a list is no minus"),
        pytest.param("Latvia -4, Estonia -12 requests", "en", ["4", "12"], id="hyphen in a list is no minus"),
        pytest.param("доля мужчин -45 %", "ru", ["45"], id="hyphen that stands for a verb"),
        pytest.param("pages 10 -12, form A-5, 2022-10", "en", ["10", "5", "2022", "10"], id="hyphens between numbers and in names"),
        pytest.param("Швейцария — 26, Латвия – 4", "ru", ["26", "4"], id="Russian dash in a list"),
        pytest.param("two thousand, three million", "en", ["2000", "3000000"], id="scales that rise"),
        pytest.param("229 of 439 requests", "en", ["229", "439"], id="part of a whole"),
        pytest.param("229 out of 439 requests", "en", ["229", "439"], id="part out of a whole"),
        pytest.param("2022-10-14", "en", ["2022", "10", "14"], id="ISO date"),
        pytest.param("9/11", "en", ["9", "11"], id="slash that is no fraction"),
        pytest.param("hundreds of people, several hundred, десятки тысяч", "en", [], id="vague amounts"),
        pytest.param("сотни людей, тысячи домов, десятки тысяч", "ru", [], id="vague Russian amounts"),
        pytest.param("section 3.5.1 of 192.168.0.1", "en", [], id="digits that make no number"),
        pytest.param("the G20, Q3 and an F16", "en", [], id="names with digits"),
        pytest.param("their half-brother and a half-life", "en", [], id="half of a compound"),
        pytest.param("a year and a half", "en", [], id="half added to a noun"),
        pytest.param("the last two quarters", "en", ["2"], id="quarters of a year"),
        pytest.param("7" * 31, "en", [], id="too many digits"),
        pytest.param("семью восемь", "ru", ["8"], id="a family is not seven"),
        pytest.param("в 2022 году — ни одного", "ru", ["2022", "0"], id="not one"),
        pytest.param("бюджет на сезон 2024/25 — 640 млн рублей", "ru", ["2024", "25", "640000000"], id="tail of a Russian season"),
    ],
)
def test_numbers_are_neither_fused_nor_invented(text: str, language: str, expected: list[str]) -> None:
    assert [number.value for number in numbers(text, language)] == [Decimal(value) for value in expected]


@pytest.mark.parametrize(
    ("text", "language", "kind", "unit", "surface", "value"),
    [
        pytest.param("the third article", "en", NumberKind.ORDINAL, None, "third", "3", id="ordinal"),
        pytest.param("a third man", "en", NumberKind.ORDINAL, None, "third", "3", id="ordinal after an article"),
        pytest.param("the 8th bridge", "en", NumberKind.ORDINAL, None, "8th", "8", id="ordinal in digits"),
        pytest.param("twenty-first", "en", NumberKind.ORDINAL, None, "twenty-first", "21", id="compound ordinal"),
        pytest.param("the 1990s", "en", NumberKind.ORDINAL, None, "1990s", "1990", id="decade"),
        pytest.param("the second half", "en", NumberKind.ORDINAL, None, "second", "2", id="half of a match"),
        pytest.param("21-й автобус", "ru", NumberKind.ORDINAL, None, "21-й", "21", id="Russian ordinal"),
        pytest.param("в 90-х годах", "ru", NumberKind.ORDINAL, None, "90-х", "90", id="Russian decade"),
        pytest.param("две тысячи второго года", "ru", NumberKind.ORDINAL, None, "две тысячи второго", "2002", id="year in words"),
        pytest.param("two thirds of voters", "en", NumberKind.FRACTION, None, "two thirds", "0.666667", id="fraction"),
        pytest.param("two-thirds of voters", "en", NumberKind.FRACTION, None, "two-thirds", "0.666667", id="hyphened fraction"),
        pytest.param("by a third", "en", NumberKind.FRACTION, None, "a third", "0.333333", id="a third at the end"),
        pytest.param("a half-hour later", "en", NumberKind.FRACTION, None, "a half", "0.5", id="half-hour"),
        pytest.param("a quarter of it", "en", NumberKind.FRACTION, None, "a quarter", "0.25", id="quarter"),
        pytest.param("three quarters", "en", NumberKind.FRACTION, None, "three quarters", "0.75", id="quarters"),
        pytest.param("half of them", "en", NumberKind.FRACTION, None, "half", "0.5", id="half"),
        pytest.param("half a mile", "en", NumberKind.FRACTION, None, "half", "0.5", id="half a"),
        pytest.param("one in five adults", "en", NumberKind.FRACTION, None, "one in five", "0.2", id="one in five"),
        pytest.param("nine out of ten adults", "en", NumberKind.FRACTION, None, "nine out of ten", "0.9", id="nine out of ten"),
        pytest.param("Four out of five cod", "en", NumberKind.FRACTION, None, "Four out of five", "0.8", id="four out of five"),
        pytest.param("1/2 cup", "en", NumberKind.FRACTION, None, "1/2", "0.5", id="slash"),
        pytest.param("каждый пятый ученик", "ru", NumberKind.FRACTION, None, "каждый пятый", "0.2", id="каждый пятый"),
        pytest.param("две трети", "ru", NumberKind.FRACTION, None, "две трети", "0.666667", id="две трети"),
        pytest.param("одна пятая", "ru", NumberKind.FRACTION, None, "одна пятая", "0.2", id="одна пятая"),
        pytest.param("на треть", "ru", NumberKind.FRACTION, None, "треть", "0.333333", id="треть"),
        pytest.param("половина школ", "ru", NumberKind.FRACTION, None, "половина", "0.5", id="половина"),
        pytest.param("12 % of it", "en", NumberKind.PERCENT, "%", "12 %", "12", id="percent sign"),
        pytest.param("12.5 per cent", "en", NumberKind.PERCENT, "%", "12.5 per cent", "12.5", id="per cent"),
        pytest.param("a 12-percent rise", "en", NumberKind.PERCENT, "%", "12-percent", "12", id="hyphened percent"),
        pytest.param("3 percentage points", "en", NumberKind.PERCENT, "pp", "3 percentage points", "3", id="points"),
        pytest.param("12,5 %", "ru", NumberKind.PERCENT, "%", "12,5 %", "12.5", id="Russian decimal comma"),
        pytest.param("12-процентный рост", "ru", NumberKind.PERCENT, "%", "12-процентный", "12", id="процентный"),
        pytest.param("на 3 процентных пункта", "ru", NumberKind.PERCENT, "pp", "3 процентных пункта", "3", id="пункты"),
        pytest.param("на 2 п. п. выше", "ru", NumberKind.PERCENT, "pp", "2 п. п.", "2", id="п. п."),
        pytest.param("$3.4 bn", "en", NumberKind.MONEY, "USD", "$3.4 bn", "3400000000", id="dollar sign"),
        pytest.param("US$5", "en", NumberKind.MONEY, "USD", "US$5", "5", id="US dollar"),
        pytest.param("A$5", "en", NumberKind.MONEY, "AUD", "A$5", "5", id="Australian dollar"),
        pytest.param("€1.5m", "en", NumberKind.MONEY, "EUR", "€1.5m", "1500000", id="euro sign"),
        pytest.param("NT$20,000", "en", NumberKind.MONEY, "TWD", "NT$20,000", "20000", id="Taiwan dollar"),
        pytest.param("EUR 20", "en", NumberKind.MONEY, "EUR", "EUR 20", "20", id="code before"),
        pytest.param("ten million dollars", "en", NumberKind.MONEY, "USD", "ten million dollars", "10000000", id="dollars"),
        pytest.param("2 million pounds", "en", NumberKind.MONEY, "GBP", "2 million pounds", "2000000", id="pounds of money"),
        pytest.param("200 pounds of flour", "en", NumberKind.CARDINAL, None, "200", "200", id="pounds of weight"),
        pytest.param("5 тыс. руб. в год", "ru", NumberKind.MONEY, "RUB", "5 тыс. руб.", "5000", id="руб."),
        pytest.param("100 долларов США", "ru", NumberKind.MONEY, "USD", "100 долларов США", "100", id="долларов США"),
        pytest.param("twice as many", "en", NumberKind.MULTIPLIER, None, "twice", "2", id="twice"),
        pytest.param("three times as many", "en", NumberKind.MULTIPLIER, None, "three times", "3", id="times as"),
        pytest.param("refused 42 times", "en", NumberKind.CARDINAL, None, "42", "42", id="times counted"),
        pytest.param("a 3-fold rise", "en", NumberKind.MULTIPLIER, None, "3-fold", "3", id="fold"),
        pytest.param("вдвое больше", "ru", NumberKind.MULTIPLIER, None, "вдвое", "2", id="вдвое"),
        pytest.param("вырос в 3 раза", "ru", NumberKind.MULTIPLIER, None, "3 раза", "3", id="в 3 раза"),
        pytest.param("отказали 42 раза", "ru", NumberKind.CARDINAL, None, "42", "42", id="раза counted"),
    ],
)
def test_kind_and_unit(text: str, language: str, kind: NumberKind, unit: str | None, surface: str, value: str) -> None:
    number = only(text, language)
    assert (number.kind, number.unit, text[number.start : number.end], number.value) == (kind, unit, surface, Decimal(value))


@pytest.mark.parametrize(
    ("text", "language", "bound", "words"),
    [
        pytest.param("at least 28 of them", "en", Bound.AT_LEAST, "at least", id="at least"),
        pytest.param("no fewer than 28", "en", Bound.AT_LEAST, "no fewer than", id="no fewer than"),
        pytest.param("a minimum of 5 beds", "en", Bound.AT_LEAST, "a minimum of", id="a minimum of"),
        pytest.param("just short of 140 votes", "en", Bound.LESS_THAN, "just short of", id="just short of"),
        pytest.param("fell short of 140 votes", "en", Bound.LESS_THAN, "short of", id="fell short of"),
        pytest.param("the sum is just short of 140 francs", "en", Bound.LESS_THAN, "just short of", id="is just short of"),
        pytest.param("the total is short of 140", "en", Bound.LESS_THAN, "short of", id="short of no thing"),
        pytest.param("is still short of 140 nurses", "en", Bound.EXACT, None, id="is short of, which lacks"),
        pytest.param("as few as five members", "en", Bound.AT_LEAST, "as few as", id="as few as"),
        pytest.param("28+ people", "en", Bound.AT_LEAST, "+", id="plus sign"),
        pytest.param("five or more", "en", Bound.AT_LEAST, "or more", id="or more"),
        pytest.param("aged 65 years or older", "en", Bound.AT_LEAST, "or older", id="or older"),
        pytest.param("more than 60", "en", Bound.MORE_THAN, "more than", id="more than"),
        pytest.param("over 70 defendants", "en", Bound.MORE_THAN, "over", id="over"),
        pytest.param("well over 300", "en", Bound.MORE_THAN, "well over", id="well over"),
        pytest.param("more than another 20", "en", Bound.MORE_THAN, "more than", id="word between"),
        pytest.param("in excess of $5", "en", Bound.MORE_THAN, "in excess of", id="bound before a currency"),
        pytest.param("boys over 18 years old", "en", Bound.MORE_THAN, "over", id="over an age"),
        pytest.param("over two years", "en", Bound.EXACT, None, id="over a time span"),
        pytest.param("up to 40", "en", Bound.AT_MOST, "up to", id="up to"),
        pytest.param("no more than 40", "en", Bound.AT_MOST, "no more than", id="no more than"),
        pytest.param("100 people or fewer", "en", Bound.AT_MOST, "or fewer", id="or fewer behind the noun"),
        pytest.param("fewer than 9", "en", Bound.LESS_THAN, "fewer than", id="fewer than"),
        pytest.param("under 9 %", "en", Bound.LESS_THAN, "under", id="under"),
        pytest.param("about a dozen", "en", Bound.ABOUT, "about", id="about"),
        pytest.param("some 300 people", "en", Bound.ABOUT, "some", id="some"),
        pytest.param("nearly 300 people", "en", Bound.ABOUT, "nearly", id="nearly"),
        pytest.param("300 or so", "en", Bound.ABOUT, "or so", id="or so"),
        pytest.param("300-odd people", "en", Bound.ABOUT, "-odd", id="odd"),
        pytest.param("~300", "en", Bound.ABOUT, "~", id="tilde"),
        pytest.param("не менее 28", "ru", Bound.AT_LEAST, "не менее", id="не менее"),
        pytest.param("как минимум пять", "ru", Bound.AT_LEAST, "как минимум", id="как минимум"),
        pytest.param("50 человек и более", "ru", Bound.AT_LEAST, "и более", id="и более"),
        pytest.param("более чем 60", "ru", Bound.MORE_THAN, "более чем", id="более чем"),
        pytest.param("свыше 100", "ru", Bound.MORE_THAN, "свыше", id="свыше"),
        pytest.param("чуть более 20", "ru", Bound.MORE_THAN, "чуть более", id="чуть более"),
        pytest.param("100 с лишним", "ru", Bound.MORE_THAN, "с лишним", id="с лишним"),
        pytest.param("не более 5", "ru", Bound.AT_MOST, "не более", id="не более"),
        pytest.param("до 40 человек", "ru", Bound.AT_MOST, "до", id="до"),
        pytest.param("вырос до 40", "ru", Bound.EXACT, None, id="до after a change"),
        pytest.param("их число доведут до 40", "ru", Bound.EXACT, None, id="до after bringing to"),
        pytest.param("не превысила 40", "ru", Bound.AT_MOST, "не превысила", id="не превысила"),
        pytest.param("превышал 40", "ru", Bound.MORE_THAN, "превышал", id="превышал"),
        pytest.param("не достиг 40", "ru", Bound.LESS_THAN, "не достиг", id="не достиг"),
        pytest.param("в районе 40 человек", "ru", Bound.ABOUT, "в районе", id="в районе"),
        pytest.param("школ в районе 40, учителей много", "ru", Bound.EXACT, None, id="в районе is a place"),
        pytest.param("более чем на 20 %", "ru", Bound.MORE_THAN, "более чем", id="более чем на"),
        pytest.param("больше в 3 городах", "ru", Bound.EXACT, None, id="больше в"),
        pytest.param("почти в 3 раза", "ru", Bound.ABOUT, "почти", id="почти в 3 раза"),
        pytest.param("менее 7 %", "ru", Bound.LESS_THAN, "менее", id="менее"),
        pytest.param("около 300", "ru", Bound.ABOUT, "около", id="около"),
        pytest.param("почти 300", "ru", Bound.ABOUT, "почти", id="почти"),
    ],
)
def test_bound_and_its_words(text: str, language: str, bound: Bound, words: str | None) -> None:
    number = only(text, language)
    assert number.bound is bound
    found = None if number.bound_start is None else text[number.bound_start : number.bound_end]
    assert found == words


@pytest.mark.parametrize(
    ("text", "language", "bound"),
    [
        pytest.param("received only four", "en", Bound.EXACT, id="only"),
        pytest.param("already more than 60", "en", Bound.MORE_THAN, id="focus before a bound"),
        pytest.param("more than just 60", "en", Bound.MORE_THAN, id="focus between"),
        pytest.param("всего четыре", "ru", Bound.EXACT, id="всего"),
        pytest.param("уже более 60", "ru", Bound.MORE_THAN, id="уже более"),
    ],
)
def test_focus_words_are_no_bounds(text: str, language: str, bound: Bound) -> None:
    number = only(text, language)
    assert number.focus
    assert number.bound is bound


@pytest.mark.parametrize(
    ("text", "language", "surface", "low", "high", "unit"),
    [
        pytest.param("30-40 people", "en", "30-40", "30", "40", None, id="hyphen"),
        pytest.param("30–40 people", "en", "30–40", "30", "40", None, id="en dash"),
        pytest.param("10 – 15 people", "en", "10 – 15", "10", "15", None, id="spaced dash"),
        pytest.param("between 30 and 40", "en", "30 and 40", "30", "40", None, id="between"),
        pytest.param("between one hundred and two hundred", "en", "one hundred and two hundred", "100", "200", None, id="between words"),
        pytest.param("10 to 15 people", "en", "10 to 15", "10", "15", None, id="to"),
        pytest.param("two or three days", "en", "two or three", "2", "3", None, id="or"),
        pytest.param("5-7 million people", "en", "5-7 million", "5000000", "7000000", None, id="one scale for both"),
        pytest.param("-5 to 3 °C in the north", "en", "-5 to 3", "-5", "3", None, id="from below zero"),
        pytest.param("between -20 and -15 degrees", "en", "-20 and -15", "-20", "-15", None, id="both below zero"),
        pytest.param("900 to 1.2 million people", "en", "900 to 1.2 million", "900", "1200000", None, id="scale of the upper end only"),
        pytest.param("10–35,000 lives", "en", "10–35,000", "10000", "35000", None, id="thousands for both"),
        pytest.param("1-10,000", "en", "1-10,000", "1", "10000", None, id="scale from one"),
        pytest.param("two or three times as many", "en", "two or three times", "2", "3", None, id="two or three times"),
        pytest.param("вырос в 2-3 раза", "ru", "2-3 раза", "2", "3", None, id="в 2-3 раза"),
        pytest.param("$5-7 million", "en", "$5-7 million", "5000000", "7000000", "USD", id="one currency for both"),
        pytest.param("$10 to $15", "en", "$10 to $15", "10", "15", "USD", id="both currencies"),
        pytest.param("10 to 30%", "en", "10 to 30%", "10", "30", "%", id="one percent for both"),
        pytest.param("от 30 до 40 человек", "ru", "30 до 40", "30", "40", None, id="от до"),
        pytest.param("два-три дня", "ru", "два-три", "2", "3", None, id="два-три"),
        pytest.param("от 30 до 50 тысяч жителей", "ru", "30 до 50 тысяч", "30000", "50000", None, id="Russian scale for both"),
    ],
)
def test_range_has_two_ends(text: str, language: str, surface: str, low: str, high: str, unit: str | None) -> None:
    number = only(text, language)
    assert text[number.start : number.end] == surface
    assert (number.value, number.upper, number.unit) == (Decimal(low), Decimal(high), unit)
    assert number.bound is Bound.BETWEEN
    assert not number.from_to
    assert [end.value for end in number.ends] == [Decimal(low), Decimal(high)]


@pytest.mark.parametrize(("text", "language"), [("rose from 30 to 40", "en"), ("вырос с 30 до 40", "ru")])
def test_from_to_is_told_from_a_range(text: str, language: str) -> None:
    number = only(text, language)
    assert number.from_to
    assert [text[end.start : end.end] for end in number.ends] == ["30", "40"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("rose 5 % to 7 million", id="units differ"),
        pytest.param("won 3 to 1", id="falling"),
        pytest.param("in 2001-02 to £12 million", id="tail of a season"),
        pytest.param("in 2022 - 4000 cases", id="year and list dash"),
        pytest.param("call 555-12-34", id="telephone number"),
    ],
)
def test_two_numbers_that_are_no_range(text: str) -> None:
    assert all(number.upper is None for number in numbers(text))


def test_words_are_told_from_digits() -> None:
    assert [number.in_words for number in numbers("one of 140 thousand and forty-two")] == [True, False, True]


# ---------------------------------------------------------------- laws

PIECES = """a an one two twenty hundred thousand million half third thirds quarter and of to or between from over at least in - – % $ US €
. , / + 5 12 300 1,124 2022 1/2 ½ − minus bn m k 3.5 тысяча тыс млн сорок два от до с половиной каждый пятый не менее percent people dozen
times as 99999999999999999999999999999999 × x or more процентов руб . twice"""
TEXTS = st.lists(st.sampled_from([*PIECES.split(), "\u00a0", "\u202f"]), max_size=14)


@given(TEXTS, st.sampled_from(["", " "]), st.sampled_from(["en", "ru"]))
@settings(max_examples=100)
def test_numbers_are_slices_in_order_and_disjoint(words: list[str], glue: str, language: str) -> None:
    text = glue.join(words)
    tokens = tokenize(text)
    last = 0
    for number in find_numbers(text, tokens, language):
        assert last <= number.first < number.last <= len(tokens)
        assert (number.start, number.end) == (tokens[number.first].start, tokens[number.last - 1].end)
        assert number.value.is_finite()
        assert number.upper is None or number.upper > number.value
        assert (number.bound_start is None) == (number.bound_end is None)
        last = number.last


@given(st.text(max_size=60), st.sampled_from(["en", "ru"]))
@settings(max_examples=100)
def test_any_text_is_read(text: str, language: str) -> None:
    find_numbers(text, tokenize(text), language)


@pytest.mark.parametrize("unit", ["9", "9 ", "1 000 ", "one hundred and ", "half a ", "1-", "two or ", "$", "over ", "тысяча "])
def test_long_runs_take_linear_time(unit: str) -> None:
    text = unit * 5_000
    find_numbers(text, tokenize(text), "en")
    find_numbers(text, tokenize(text), "ru")


UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"


def spelled(value: int) -> str:
    """Return an English cardinal below a billion in words."""
    for scale, name in ((1_000_000, "million"), (1000, "thousand")):
        if value >= scale:
            rest = value % scale
            return f"{spelled(value // scale)} {name}" + (f" {'and ' if rest < 100 else ''}{spelled(rest)}" if rest else "")
    if value >= 100:
        rest = value % 100
        return f"{UNITS.split()[value // 100]} hundred" + (f" and {spelled(rest)}" if rest else "")
    if value < 20:
        return UNITS.split()[value]
    return TENS.split()[value // 10 - 2] + (f"-{UNITS.split()[value % 10]}" if value % 10 else "")


@given(st.integers(0, 999_999_999))
@settings(max_examples=100)
def test_a_number_in_words_is_read_back(value: int) -> None:
    text = spelled(value)
    assert values(text) == [(text, Decimal(value))]


@given(st.integers(0, 10**12), st.sampled_from([",", "\u00a0", "\u202f", " "]))
@settings(max_examples=100)
def test_grouped_digits_are_read_back(value: int, separator: str) -> None:
    text = f"{value:,}".replace(",", separator)
    assert values(text) == [(text, Decimal(value))]


@given(st.decimals(min_value=0, max_value=10**9, places=2), st.sampled_from([("en", "."), ("ru", ",")]))
@settings(max_examples=100)
def test_decimals_are_read_back(value: Decimal, written: tuple[str, str]) -> None:
    language, point = written
    text = f"{value:f}".replace(".", point)
    assert values(text, language) == [(text, value)]


@pytest.mark.parametrize(
    ("text", "language", "values"),
    [
        pytest.param("cut from 12 to 9 million pounds", "en", ["12000000", "9000000"], id="scale"),
        pytest.param("fell from 12 to 9 per cent", "en", ["12", "9"], id="percent"),
        pytest.param("сократились с 14 до 9,5 млрд рублей", "ru", ["14000000000", "9500000000"], id="scale-ru"),
        pytest.param("fell from 3,500 to 1.2 thousand", "en", ["3500", "1200"], id="written-out"),
    ],
)
def test_a_level_shares_scale_and_unit_of_the_lower_one_behind_it(text: str, language: str, values: list[str]) -> None:
    found = find_numbers(text, tokenize(text), language)
    assert [str(number.value) for number in found] == values
    assert len({number.unit for number in found}) == 1


@pytest.mark.parametrize("text", ["the standard PH2.5 was revised", "a Web2.0 site", "see v3.12 for it"])
def test_the_end_of_a_name_of_letters_and_digits_is_no_number(text: str) -> None:
    assert find_numbers(text, tokenize(text), "en") == []


@pytest.mark.parametrize("text", ["5'11 tall", "at 48°12'345", "the '98 '99 seasons", "0'123"])
def test_an_apostrophe_elsewhere_parts_no_thousands(text: str) -> None:
    assert all("'" not in surface for surface, _ in values(text))
