"""What counts as a period, the days it covers, and how two of them relate."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa_bot.schema import Basis, Fit, Period
from qa_bot.text.periods import PeriodForm, PeriodMention, describe, find_periods, find_rates, find_times, relation, resolve

PUBLISHED = date(2022, 10, 14)  # a Friday


def find(text: str, language: str = "en") -> list[PeriodMention]:
    return find_periods(text, 0, len(text), language)


def surfaces(text: str, language: str = "en") -> list[str]:
    return [text[mention.start : mention.end] for mention in find(text, language)]


def days(
    text: str, language: str = "en", *, published: date | None = PUBLISHED, year: int | None = None, reference: date | Period | None = None
) -> str:
    """Return the days of the only period in *text*: "2022-01-01 2022-12-31", "- -" when unresolved."""
    (mention,) = find(text, language)
    period = resolve(mention, published=published, year=year, reference=reference)
    return f"{period.start or '-'} {period.end or '-'}"


ENGLISH = [
    pytest.param("In January and February 2022, four.", "2022-01-01 2022-02-28", id="months-and"),
    pytest.param("from August 2011 to June 2013, 9 people", "2011-08-01 2013-06-30", id="months-from-to"),
    pytest.param("from November to March 2022", "2021-11-01 2022-03-31", id="span-over-new-year"),
    pytest.param("between March 2021 and June", "2021-03-01 2021-06-30", id="year-only-at-the-start"),
    pytest.param("between June and November 1749", "1749-06-01 1749-11-30", id="between-months"),
    pytest.param("Since March 2022, the number rose", "2022-03-01 -", id="since"),
    pytest.param("until 2020", "- 2020-12-31", id="until"),
    pytest.param("before 1990", "- 1989-12-31", id="before"),
    pytest.param("after 2010", "2011-01-01 -", id="after"),
    pytest.param("after the 1954 decision", "1954-01-01 -", id="after-an-event-of-a-year"),
    pytest.param("from 2019 onwards", "2019-01-01 -", id="onwards"),
    pytest.param("by the end of 2021", "2021-12-31 2021-12-31", id="by-the-end"),
    pytest.param("by 1 May 2022", "2022-05-01 2022-05-01", id="by-a-day"),
    pytest.param("As of 31 August 2009, 584 firms", "2009-08-31 2009-08-31", id="as-of"),
    pytest.param("the first eight months of 2022", "2022-01-01 2022-08-31", id="first-months"),
    pytest.param("the last two months of 2022", "2022-11-01 2022-12-31", id="last-months"),
    pytest.param("the first two weeks of March 2022", "2022-03-01 2022-03-14", id="first-weeks"),
    pytest.param("9M 2023", "2023-01-01 2023-09-30", id="nine-months-code"),
    pytest.param("Q1 2023", "2023-01-01 2023-03-31", id="quarter-code"),
    pytest.param("1Q23", "2023-01-01 2023-03-31", id="quarter-code-glued"),
    pytest.param("in the third quarter of 2022", "2022-07-01 2022-09-30", id="quarter"),
    pytest.param("in the first and second quarters of 2022", "2022-01-01 2022-06-30", id="two-quarters"),
    pytest.param("in the whole of 2023 operators cancelled", "2023-01-01 2023-12-31", id="the-whole-of"),
    pytest.param("throughout the whole year 2023", "2023-01-01 2023-12-31", id="the-year-named"),
    pytest.param("the (973–1048) reign", "0973-01-01 1048-12-31", id="three-digit-years"),
    pytest.param("in pre-1950 films", "- 1949-12-31", id="pre"),
    pytest.param("in the last years of the 19th century", "1867-01-01 1900-12-31", id="last-years-of"),
    pytest.param("from 2020 on, it grew", "2020-01-01 -", id="on"),
    pytest.param("did rents fall in 2021?", "2021-01-01 2021-12-31", id="fall-a-verb"),
    pytest.param("in the fall of 2021", "2021-09-01 2021-11-30", id="fall-of-a-year"),
    pytest.param("in fall 2021", "2021-09-01 2021-11-30", id="fall-before-a-year"),
    pytest.param("the fall in rents last year", "2021-01-01 2021-12-31", id="fall-a-noun"),
    pytest.param("in week 31 of 2021", "2021-08-02 2021-08-08", id="week-of-a-year"),
    pytest.param("cases added to week 31", "2022-08-01 2022-08-07", id="week-without-a-lead"),
    pytest.param("weeks 31 and 32", "2022-08-01 2022-08-14", id="weeks"),
    pytest.param("sales (2021: 40 million)", "2021-01-01 2021-12-31", id="year-and-colon-in-brackets"),
    pytest.param("in week 18 of 2024", "2024-04-29 2024-05-05", id="week-number"),
    pytest.param("the last week of December 2022", "2022-12-25 2022-12-31", id="last-week-of"),
    pytest.param("q1 2023", "2023-01-01 2023-03-31", id="lower-case-quarter-code"),
    pytest.param("at year-end 2022", "2022-12-31 2022-12-31", id="year-end"),
    pytest.param("through June 2023", "- 2023-06-30", id="through"),
    pytest.param("2021 to 2023", "2021-01-01 2023-12-31", id="years-to"),
    pytest.param("H1 2023", "2023-01-01 2023-06-30", id="half-code"),
    pytest.param("the second half of 2022", "2022-07-01 2022-12-31", id="half"),
    pytest.param("the first half of March 2022", "2022-03-01 2022-03-15", id="half-of-a-month"),
    pytest.param("the first half of the 10th century", "0901-01-01 0950-12-31", id="half-of-a-century"),
    pytest.param("the three months to June 2022", "2022-04-01 2022-06-30", id="months-to"),
    pytest.param("the nine months ended September 30, 2023", "2023-01-01 2023-09-30", id="months-ended"),
    pytest.param("the year ended 31 March 2023", "2022-04-01 2023-03-31", id="year-ended"),
    pytest.param("in summer 2021", "2021-06-01 2021-08-31", id="summer"),
    pytest.param("in the winter of 2021-22", "2021-12-01 2022-02-28", id="winter-of-two-years"),
    pytest.param("in the 1990s", "1990-01-01 1999-12-31", id="decade"),
    pytest.param("in the early 1990s", "1990-01-01 1992-12-31", id="early-decade"),
    pytest.param("in the '80s", "1980-01-01 1989-12-31", id="short-decade"),
    pytest.param("from the 1950s to 2011", "1950-01-01 2011-12-31", id="decade-to-year"),
    pytest.param("in the 19th century", "1801-01-01 1900-12-31", id="century"),
    pytest.param("in the 10th and 11th centuries", "0901-01-01 1100-12-31", id="centuries"),
    pytest.param("in 44 BC", "- -", id="bc"),
    pytest.param("between 300 and 200 BC", "- -", id="bc-span"),
    pytest.param("between 500 BC and 200 AD", "- -", id="over-the-eras"),
    pytest.param("in the 430s BCE", "- -", id="decade-bc"),
    pytest.param("in AD 79", "0079-01-01 0079-12-31", id="ad"),
    pytest.param("in mid-2022", "2022-05-01 2022-08-31", id="mid-year"),
    pytest.param("in late March 2022", "2022-03-21 2022-03-31", id="late-month"),
    pytest.param("in 2019/20", "2019-01-01 2020-12-31", id="slash-year"),
    pytest.param("the 2019-20 season", "2019-01-01 2020-12-31", id="season-year"),
    pytest.param("1914–1918", "1914-01-01 1918-12-31", id="years-dash"),
    pytest.param("1914-18", "1914-01-01 1918-12-31", id="years-dash-short"),
    pytest.param("between 2010 and 2015", "2010-01-01 2015-12-31", id="between-years"),
    pytest.param("2019–present", "2019-01-01 2022-10-14", id="to-present"),
    pytest.param("in FY2023", "2023-01-01 2023-12-31", id="fiscal-code"),
    pytest.param("in fiscal 2021", "2021-01-01 2021-12-31", id="fiscal"),
    pytest.param("in fiscal year 2021", "2021-01-01 2021-12-31", id="fiscal-year"),
    pytest.param("14.10.2022, Sputnik", "2022-10-14 2022-10-14", id="dotted-date"),
    pytest.param("2022-10-14", "2022-10-14 2022-10-14", id="iso-date"),
    pytest.param("10/14/2022", "2022-10-14 2022-10-14", id="month-first-date"),
    pytest.param("03/04/2022", "2022-04-03 2022-04-03", id="ambiguous-date-is-day-first"),
    pytest.param("2023-01", "2023-01-01 2023-01-31", id="iso-month"),
    pytest.param("on 14 October 2022", "2022-10-14 2022-10-14", id="day-month-year"),
    pytest.param("on the 14th of October 2022", "2022-10-14 2022-10-14", id="ordinal-day"),
    pytest.param("on Friday, 14 October 2022", "2022-10-14 2022-10-14", id="weekday-and-date"),
    pytest.param("October 14, 2022", "2022-10-14 2022-10-14", id="month-day-year"),
    pytest.param("14-16 October 2022", "2022-10-14 2022-10-16", id="days"),
    pytest.param("October 14-16, 2022", "2022-10-14 2022-10-16", id="days-after-month"),
    pytest.param("from 30 September to 2 October 2022", "2022-09-30 2022-10-02", id="days-over-months"),
    # relative ones, against 14 October 2022
    pytest.param("Over the eight months of this year", "2022-01-01 2022-08-31", id="months-of-this-year"),
    pytest.param("This year, 42 times", "2022-01-01 2022-10-14", id="this-year-ends-on-publication"),
    pytest.param("so far this year", "2022-01-01 2022-10-14", id="so-far"),
    pytest.param("year to date", "2022-01-01 2022-10-14", id="year-to-date"),
    pytest.param("since the beginning of the year", "2022-01-01 2022-10-14", id="since-the-beginning"),
    pytest.param("Last year alone, over 70", "2021-01-01 2021-12-31", id="last-year"),
    pytest.param("over the last year", "2021-10-14 2022-10-14", id="the-last-year-rolls"),
    pytest.param("over the past five years", "2017-10-14 2022-10-14", id="past-years"),
    pytest.param("in the last 12 months", "2021-10-14 2022-10-14", id="last-months-roll"),
    pytest.param("over the next five years", "2022-10-14 2027-10-14", id="next-years"),
    pytest.param("in recent years", "- -", id="vague"),
    pytest.param("five years ago", "2017-01-01 2017-12-31", id="years-ago"),
    pytest.param("several years ago", "- -", id="vague-ago"),
    pytest.param("last month", "2022-09-01 2022-09-30", id="last-month"),
    pytest.param("this week", "2022-10-10 2022-10-14", id="this-week"),
    pytest.param("in March last year", "2021-03-01 2021-03-31", id="month-last-year"),
    pytest.param("in the year before last", "2020-01-01 2020-12-31", id="year-before-last"),
    pytest.param("last March", "2022-03-01 2022-03-31", id="last-march"),
    pytest.param("last winter", "2021-12-01 2022-02-28", id="last-winter"),
    pytest.param("in the third quarter of last year", "2021-07-01 2021-09-30", id="quarter-of-last-year"),
    pytest.param("yesterday", "2022-10-13 2022-10-13", id="yesterday"),
    pytest.param("on Monday", "2022-10-10 2022-10-10", id="weekday"),
    pytest.param("on Friday", "2022-10-14 2022-10-14", id="weekday-of-publication"),
    pytest.param("last Friday", "2022-10-07 2022-10-07", id="last-weekday"),
    pytest.param("by the end of the year", "2022-12-31 2022-12-31", id="end-of-the-year"),
    # yearless ones: the latest that has begun
    pytest.param("In March-June, 60", "2022-03-01 2022-06-30", id="yearless-span"),
    pytest.param("in December", "2021-12-01 2021-12-31", id="yearless-month-of-the-year-before"),
    pytest.param("during the first nine months", "2022-01-01 2022-09-30", id="first-months-of-a-year-not-named"),
    pytest.param("on 29 February", "2020-02-29 2020-02-29", id="leap-day"),
]

RUSSIAN = [
    pytest.param("14 октября 2022 года", "2022-10-14 2022-10-14", id="date"),
    pytest.param("в январе — феврале 2022 г. поступило", "2022-01-01 2022-02-28", id="months-dash"),
    pytest.param("за восемь месяцев текущего года", "2022-01-01 2022-08-31", id="months-of-this-year"),
    pytest.param("за 9 месяцев 2023 года", "2023-01-01 2023-09-30", id="first-months"),
    pytest.param("за первые два месяца 2023 года", "2023-01-01 2023-02-28", id="first-two-months"),
    pytest.param("в прошлом году", "2021-01-01 2021-12-31", id="last-year"),
    pytest.param("в позапрошлом году", "2020-01-01 2020-12-31", id="year-before-last"),
    pytest.param("с начала года", "2022-01-01 2022-10-14", id="since-new-year"),
    pytest.param("с начала 2022 года", "2022-01-01 -", id="since-the-start-of"),
    pytest.param("с марта 2022 года", "2022-03-01 -", id="since"),
    pytest.param("начиная с 2019 года", "2019-01-01 -", id="beginning-with"),
    pytest.param("по состоянию на 1 марта 2022 г.", "2022-03-01 2022-03-01", id="as-of"),
    pytest.param("на конец 2021 года", "2021-12-31 2021-12-31", id="at-the-end"),
    pytest.param("в 2022-2023 годах", "2022-01-01 2023-12-31", id="years"),
    pytest.param("в 1914—1918 гг.", "1914-01-01 1918-12-31", id="years-abbreviated"),
    pytest.param("с 1980 по 1984 год", "1980-01-01 1984-12-31", id="years-from-to"),
    pytest.param("к концу 2020 года", "2020-12-31 2020-12-31", id="by-the-end"),
    pytest.param("до 2020 года", "- 2020-12-31", id="until"),
    pytest.param("после 2010 года", "2011-01-01 -", id="after"),
    pytest.param("в первом полугодии 2023 г.", "2023-01-01 2023-06-30", id="half"),
    pytest.param("в I квартале 2023 года", "2023-01-01 2023-03-31", id="roman-quarter"),
    pytest.param("за 1 квартал 2022 года", "2022-01-01 2022-03-31", id="quarter"),
    pytest.param("за последние пять лет", "2017-10-14 2022-10-14", id="past-years"),
    pytest.param("за последние 1000 лет", "1022-10-14 2022-10-14", id="past-thousand-years"),
    pytest.param("за последние четырёх лет", "2018-10-14 2022-10-14", id="yo"),
    pytest.param("на четвёртый квартал 2022 года", "2022-10-01 2022-12-31", id="yo-first"),
    pytest.param("в 880-х годах", "0880-01-01 0889-12-31", id="early-decade-three-digits"),
    pytest.param("вчера", "2022-10-13 2022-10-13", id="yesterday"),
    pytest.param("пять лет назад", "2017-01-01 2017-12-31", id="years-ago"),
    pytest.param("летом 2021 года", "2021-06-01 2021-08-31", id="summer"),
    pytest.param("в марте прошлого года", "2021-03-01 2021-03-31", id="month-last-year"),
    pytest.param("с 1 по 15 марта 2022 года", "2022-03-01 2022-03-15", id="days"),
    pytest.param("с января по август 2022 года", "2022-01-01 2022-08-31", id="months-from-to"),
    pytest.param("в 1990-х годах", "1990-01-01 1999-12-31", id="decade"),
    pytest.param("в начале 1980-х", "1980-01-01 1982-12-31", id="early-decade"),
    pytest.param("зимой 2021/22 года", "2021-12-01 2022-02-28", id="winter-of-two-years"),
    pytest.param("в прошлом 2021 году", "2021-01-01 2021-12-31", id="last-year-named"),
    pytest.param("полтора года назад", "- -", id="year-and-a-half-ago"),
    pytest.param("за первые четыре месяца года", "2022-01-01 2022-04-30", id="first-months-of-the-year"),
    pytest.param("в минувшую пятницу", "2022-10-07 2022-10-07", id="last-weekday"),
    pytest.param("с 2010-го по 2015-й", "2010-01-01 2015-12-31", id="ordinal-years"),
    pytest.param("во II–III кварталах 2022 г.", "2022-04-01 2022-09-30", id="quarters"),
    pytest.param("30 апреля — 2 мая 2022 года", "2022-04-30 2022-05-02", id="days-over-months"),
    pytest.param("14 окт. 2022", "2022-10-14 2022-10-14", id="abbreviated-month"),
    pytest.param("в XIX веке", "1801-01-01 1900-12-31", id="century"),
    pytest.param("в XIX–XX веках", "1801-01-01 2000-12-31", id="centuries"),
    pytest.param("в 44 году до н. э.", "- -", id="bc"),
    pytest.param("в 911 году", "0911-01-01 0911-12-31", id="three-digits"),
    pytest.param("в 2019/20 учебном году", "2019-01-01 2020-12-31", id="school-year"),
    pytest.param("на 2019 учебный год", "2019-01-01 2019-12-31", id="school-year-one-number"),
]


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_english_periods_cover_their_days(text: str, expected: str) -> None:
    assert days(text) == expected


@pytest.mark.parametrize(("text", "expected"), RUSSIAN)
def test_russian_periods_cover_their_days(text: str, expected: str) -> None:
    assert days(text, "ru") == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("received 2022 requests", "en", id="count-of-requests"),
        pytest.param("the 1500 soldiers", "en", id="round-count-of-soldiers"),
        pytest.param("2000 people", "en", id="people"),
        pytest.param("carried 1500 tonnes", "en", id="tonnes"),
        pytest.param("of 1200 passengers", "en", id="of-passengers"),
        pytest.param("a fleet of 1950 registered vessels", "en", id="adjective-between"),
        pytest.param("in 2000 cases", "en", id="round-cases"),
        pytest.param("render 1124 persons to other States", "en", id="persons"),
        pytest.param("$2022 and €1990", "en", id="money"),
        pytest.param("2022% and 1990 %", "en", id="percent"),
        pytest.param("No. 2022 and #2021", "en", id="number-sign"),
        pytest.param("1,950 and 2.022", "en", id="separators"),
        pytest.param("rose from 1500 to 2000", "en", id="change"),
        pytest.param("goes back over 2000 years", "en", id="thousand-years"),
        pytest.param("for three days, a two-year sentence, aged 45, every year", "en", id="durations"),
        pytest.param("he may come in time; they march on", "en", id="verbs"),
        pytest.param("May I ask? Theresa May said so.", "en", id="may"),
        pytest.param("June Carter sang with April Stevens", "en", id="given-names"),
        pytest.param("the second half was better", "en", id="half-of-a-match"),
        pytest.param("only 12 may enter", "en", id="twelve-may"),
        pytest.param("at 9:30 and at 3 p.m.", "en", id="clock"),
        pytest.param("a population of 1950; about 1500.", "en", id="amounts"),
        pytest.param("Room 2010, page 1950, RFC 2119, ISO 9001:2015", "en", id="numbers-of-things"),
        pytest.param("12,000 sheep of winter stock at the fall line", "en", id="season-as-adjective"),
        pytest.param("every March and each Monday", "en", id="habits"),
        pytest.param("a 1500 metre race and the 1500 strong army", "en", id="measures"),
        pytest.param("between 1200 and 1500 were hurt", "en", id="round-range"),
        pytest.param("in her late 50s and their 30s", "en", id="ages"),
        pytest.param("the Sun rose over Sept-Îles", "en", id="abbreviation-lookalikes"),
        pytest.param("section 4.2, 3:1, 24/7, A380 and G20", "en", id="codes"),
        pytest.param("до 2000 человек", "ru", id="up-to"),
        pytest.param("the number of foxes fell from 2080 to 1466", "en", id="level-before"),
        pytest.param("Улов снизился на 12 %, до 1944.", "ru", id="level-after-ru"),
        pytest.param("Число лис сократилось с 2044 до 1466.", "ru", id="levels-ru"),
        pytest.param("Число лис выросло с 1210 до 1466.", "ru", id="rising-levels-ru"),
        pytest.param("в 2000 метрах", "ru", id="metres"),
        pytest.param("2022 запроса", "ru", id="requests"),
        pytest.param("срок два года, каждый год, в течение трёх дней", "ru", id="durations-ru"),
        pytest.param("на реке Сент-Джонс", "ru", id="river"),
    ],
)
def test_what_is_no_period_is_left_alone(text: str, language: str) -> None:
    assert surfaces(text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        pytest.param("In 2012, 1124 persons; 229 of 439 requests", "en", ["2012"], id="year-then-count"),
        pytest.param("In 2022 refusals rose", "en", ["2022"], id="year-before-a-plural"),
        pytest.param("in March 60 refusals were recorded", "en", ["March"], id="month-then-count"),
        pytest.param("on March 14 protesters met", "en", ["March 14"], id="day-then-noun"),
        pytest.param("in 2019, 2020 and 2021", "en", ["2019", "2020", "2021"], id="years-side-by-side"),
        pytest.param("on 12, 13 and 15 May 2022", "en", ["12", "13", "15 May 2022"], id="days-side-by-side"),
        pytest.param("in March and October 2022", "en", ["March", "October 2022"], id="months-side-by-side"),
        pytest.param("the 2010 census, the 2016 presidential election", "en", ["2010", "2016"], id="year-before-its-noun"),
        pytest.param("the 1996 Summer Olympics", "en", ["1996"], id="year-before-a-name"),
        pytest.param("of the 2022 visitors", "en", ["2022"], id="year-that-says-which"),
        pytest.param("2023: 114 refusals", "en", ["2023"], id="year-as-a-label"),
        pytest.param("2022 saw 5 deaths", "en", ["2022"], id="year-as-subject"),
        pytest.param("2022", "en", ["2022"], id="year-alone"),
        pytest.param("Landings 2021 (t)", "en", ["2021"], id="year-in-a-table-header"),
        pytest.param("The Act of 1791 created provinces", "en", ["1791"], id="year-in-a-title"),
        pytest.param("qualified twice (Joubert and Bevers, 1996)", "en", ["1996"], id="year-of-a-citation"),
        pytest.param("won on four occasions: 2009, 2010, 2011 and 2014.", "en", ["2009", "2010", "2011", "2014"], id="list-of-years"),
        pytest.param("a 13% increase over 2005.", "en", ["2005"], id="increase-over-a-year"),
        pytest.param("the 1999 repeal; a 2010 visit; Braque's 1908 Houses", "en", ["1999", "2010", "1908"], id="determined-year"),
        pytest.param("(2019) and (1066)", "en", ["2019", "1066"], id="year-in-brackets"),
        pytest.param("in the late 19th and early 20th century", "en", ["late 19th", "early 20th century"], id="elided-century"),
        pytest.param("how many refusals 2023?", "en", ["2023"], id="year-at-the-end-of-a-question"),
        pytest.param("harvest 2021 vs 2022", "en", ["2021", "2022"], id="versus"),
        pytest.param("both 2020 and 2021", "en", ["2020", "2021"], id="two-years"),
        pytest.param("during the 1980s and 90s", "en", ["1980s", "90s"], id="decades"),
        pytest.param("the May elections", "en", ["May"], id="month-before-its-noun"),
        pytest.param("how many in march 2022 and in may", "en", ["march 2022", "may"], id="lower-case-question"),
        pytest.param("today's and this year's", "en", ["today", "this year"], id="possessive"),
        pytest.param("Kuban CSC 2022 in October", "en", ["October"], id="name-with-a-year"),
        pytest.param("в 2021 и 2022 годах", "ru", ["2021", "2022 годах"], id="years-share-their-word"),
        pytest.param("в марте 60 отказов", "ru", ["марте"], id="month-then-count-ru"),
        pytest.param("Улов снизился до 1944 года", "ru", ["1944 года"], id="change-until-a-year-ru"),
        pytest.param("Он работал в порту до 1994.", "ru", ["1994"], id="until-a-year-ru"),
        pytest.param("В 1973 президент назвал 2022 случая", "ru", ["1973"], id="year-without-its-word"),
    ],
)
def test_periods_are_found_beside_counts(text: str, language: str, expected: list[str]) -> None:
    found = [surface.removeprefix("the ") for surface in surfaces(text, language)]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "lead", "surface"),
    [
        pytest.param("met in 2022", "in ", "2022", id="in"),
        pytest.param("over the course of the past five years", "over the course of ", "the past five years", id="course"),
        pytest.param("in the period from 2010 to 2015", "in the period from ", "2010 to 2015", id="period"),
        pytest.param("as of 1 March", "as of ", "1 March", id="as-of"),
        pytest.param("Last year alone", "", "Last year", id="none"),
    ],
)
def test_the_lead_is_kept_apart_from_the_period(text: str, lead: str, surface: str) -> None:
    (mention,) = find(text)
    assert (text[mention.lead : mention.start], text[mention.start : mention.end]) == (lead, surface)
    assert mention.surface == lead + surface


@pytest.mark.parametrize(
    ("text", "form"),
    [
        pytest.param("in 2023", PeriodForm.ABSOLUTE, id="year"),
        pytest.param("14 October 2022", PeriodForm.ABSOLUTE, id="date"),
        pytest.param("in 44 BC", PeriodForm.ABSOLUTE, id="bc"),
        pytest.param("January and February", PeriodForm.YEARLESS, id="months"),
        pytest.param("14 October", PeriodForm.YEARLESS, id="day"),
        pytest.param("in the third quarter", PeriodForm.YEARLESS, id="quarter"),
        pytest.param("last year", PeriodForm.RELATIVE, id="last-year"),
        pytest.param("March of last year", PeriodForm.RELATIVE, id="month-of-last-year"),
        pytest.param("on Monday", PeriodForm.RELATIVE, id="weekday"),
        pytest.param("a year earlier", PeriodForm.RELATIVE, id="year-earlier"),
    ],
)
def test_the_form_says_what_a_period_needs(text: str, form: PeriodForm) -> None:
    (mention,) = find(text)
    assert mention.form is form


def test_a_relative_period_without_a_publication_date_stays_unresolved() -> None:
    (mention,) = find("Last year alone")
    assert resolve(mention, published=None) == Period(start=None, end=None, surface="Last year", basis=Basis.UNRESOLVED)


def test_a_yearless_period_takes_the_year_of_its_context() -> None:
    (mention,) = find("in January and February, four")
    assert resolve(mention, published=None).basis is Basis.UNRESOLVED
    placed = resolve(mention, published=PUBLISHED, year=2021)
    assert (placed.start, placed.end, placed.basis) == (date(2021, 1, 1), date(2021, 2, 28), Basis.CONTEXT)


def test_a_yearless_span_over_new_year_begins_in_the_year_of_its_context() -> None:
    assert days("from November to February", year=2021) == "2021-11-01 2022-02-28"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a year earlier", "2018-01-01 2018-12-31", id="earlier"),
        pytest.param("the previous year", "2018-01-01 2018-12-31", id="previous"),
        pytest.param("the following year", "2020-01-01 2020-12-31", id="following"),
        pytest.param("two years later", "2021-01-01 2021-12-31", id="later"),
        pytest.param("in the same year", "2019-01-01 2019-12-31", id="same"),
        pytest.param("than the year before.", "2018-01-01 2018-12-31", id="before"),
    ],
)
def test_a_year_earlier_counts_from_the_period_named_before(text: str, expected: str) -> None:
    assert days(text, reference=date(2019, 5, 1)) == expected


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("By how much did donations fall in 2021?", "in 2021"),
        ("Did traffic fall this year?", "this year"),
        ("the fall in 2021 was steep", "in 2021"),
        ("in the fall of 2021", "in the fall of 2021"),
        ("in fall 2021", "in fall 2021"),
    ],
)
def test_what_falls_in_a_year_is_no_autumn(text: str, surface: str) -> None:
    assert [mention.surface for mention in find_periods(text, 0, len(text), "en")] == [surface]


def test_a_year_earlier_moves_the_whole_period_named_before() -> None:
    months = Period(start=date(2022, 1, 1), end=date(2022, 2, 28), surface="in January and February 2022")
    assert days("a year earlier", reference=months) == "2021-01-01 2021-02-28"
    assert days("неделей раньше", "ru", reference=period("2024-01-29", "2024-02-04")) == "2024-01-22 2024-01-28"
    assert days("the previous year", reference=months) == "2021-01-01 2021-12-31"


def test_the_same_period_last_year_moves_the_period_named_before() -> None:
    reference = Period(start=date(2022, 1, 1), end=date(2022, 8, 31), surface="over the eight months of this year")
    assert days("the same period last year", reference=reference) == "2021-01-01 2021-08-31"
    assert days("за аналогичный период прошлого года", "ru", reference=reference) == "2021-01-01 2021-08-31"
    assert days("in the same months of 2020", reference=reference) == "2020-01-01 2020-08-31"
    assert days("the same period last year") == "- -"


@pytest.mark.parametrize("text", ["30 February 2022", "1/1/0000", "the 45th century"])
def test_days_that_do_not_exist_are_not_resolved(text: str) -> None:
    for mention in find(text):
        period = resolve(mention, published=PUBLISHED)
        assert (period.start, period.end) == (None, None) or text != "30 February 2022"


def period(start: str | None, end: str | None) -> Period:
    return Period(start=date.fromisoformat(start) if start else None, end=date.fromisoformat(end) if end else None, surface="")


@pytest.mark.parametrize(
    ("held", "fit"),
    [
        pytest.param(("2022-01-01", "2022-12-31"), Fit.SAME, id="same"),
        pytest.param(("2022-01-01", "2022-10-14"), Fit.NARROWER, id="part-of-the-year"),
        pytest.param(("2021-01-01", "2022-12-31"), Fit.WIDER, id="two-years"),
        pytest.param(("2010-01-01", None), Fit.WIDER, id="since-long-before"),
        pytest.param(("2022-03-01", None), Fit.UNKNOWN, id="since-within"),
        pytest.param((None, "2022-06-30"), Fit.UNKNOWN, id="until-within"),
        pytest.param(("2023-01-01", None), Fit.DIFFERENT, id="since-afterwards"),
        pytest.param(("2021-01-01", "2021-12-31"), Fit.DIFFERENT, id="other-year"),
        pytest.param(("2021-07-01", "2022-06-30"), Fit.DIFFERENT, id="overlap"),
        pytest.param((None, None), Fit.UNKNOWN, id="unresolved"),
    ],
)
def test_how_a_period_fits_the_year_2022(held: tuple[str | None, str | None], fit: Fit) -> None:
    assert relation(period("2022-01-01", "2022-12-31"), period(*held)) is fit


@pytest.mark.parametrize(
    ("asked", "held", "fit"),
    [
        pytest.param("in 2022/23", "in 2022/23", Fit.SAME, id="itself"),
        pytest.param("in 2022/23", "between April 2022 and March 2023", Fit.SAME, id="its twelve months"),
        pytest.param("in 2022/23", "in 2022", Fit.DIFFERENT, id="neither calendar year"),
        pytest.param("in 2023", "in 2022-23", Fit.DIFFERENT, id="nor the other way round"),
        pytest.param("in 2022/23", "in November 2022", Fit.NARROWER, id="a month of it"),
        pytest.param("in 2022/23", "in February 2022", Fit.DIFFERENT, id="a month before it"),
        pytest.param("in 2022/23", "in 2021/22", Fit.DIFFERENT, id="the one before"),
        pytest.param("in 2022", "from 2022 to 2023", Fit.WIDER, id="two calendar years"),
    ],
)
def test_a_fiscal_year_is_neither_of_its_calendar_years(asked: str, held: str, fit: Fit) -> None:
    one, other = (resolve(find(text)[0], published=None) for text in (asked, held))
    assert relation(one, other) is fit


def test_a_year_fits_narrowly_into_a_question_since_an_earlier_date() -> None:
    assert relation(period("2020-01-01", None), period("2022-01-01", "2022-12-31")) is Fit.NARROWER


some_days = st.dates(min_value=date(1800, 1, 1), max_value=date(2100, 12, 31))
closed = st.tuples(some_days, some_days).map(lambda ends: Period(start=min(ends), end=max(ends), surface=""))
any_period = (
    closed
    | some_days.map(lambda day: Period(start=day, end=None, surface=""))
    | some_days.map(lambda day: Period(start=None, end=day, surface=""))
)


@settings(max_examples=80)
@given(any_period, any_period)
def test_same_is_symmetric_and_narrower_is_the_converse_of_wider(one: Period, other: Period) -> None:
    converse = {Fit.SAME: Fit.SAME, Fit.NARROWER: Fit.WIDER, Fit.WIDER: Fit.NARROWER}
    there, back = relation(one, other), relation(other, one)
    assert converse.get(there, back) is back
    assert relation(one, one) is Fit.SAME


@pytest.mark.parametrize(
    ("start", "end", "english", "russian"),
    [
        pytest.param("2023-01-01", "2023-12-31", "2023", "2023 год", id="year"),
        pytest.param("2022-01-01", "2023-12-31", "2022–2023", "2022–2023 годы", id="years"),
        pytest.param("2022-03-01", "2022-03-31", "March 2022", "март 2022 года", id="month"),
        pytest.param("2022-01-01", "2022-02-28", "January–February 2022", "январь–февраль 2022 года", id="months"),
        pytest.param(
            "2021-12-01", "2022-02-28", "December 2021 – February 2022", "декабрь 2021 года – февраль 2022 года", id="over-new-year"
        ),
        pytest.param("2022-10-14", "2022-10-14", "14 October 2022", "14 октября 2022 года", id="day"),
        pytest.param("2022-10-14", "2022-10-16", "14–16 October 2022", "14–16 октября 2022 года", id="days"),
        pytest.param("2022-01-01", "2022-10-14", "1 January – 14 October 2022", "1 января – 14 октября 2022 года", id="year-to-date"),
        pytest.param("2022-03-01", None, "since March 2022", "с марта 2022 года", id="since-month"),
        pytest.param("2022-01-01", None, "since 2022", "с 2022 года", id="since-year"),
        pytest.param("2022-10-14", None, "since 14 October 2022", "с 14 октября 2022 года", id="since-day"),
        pytest.param(None, "2020-12-31", "until the end of 2020", "до конца 2020 года", id="until-year"),
        pytest.param(None, "2020-06-30", "until the end of June 2020", "до конца июня 2020 года", id="until-month"),
        pytest.param("1990-01-01", "1999-12-31", "the 1990s", "1990-е годы", id="decade"),
        pytest.param("1801-01-01", "1900-12-31", "the 19th century", "XIX век", id="century"),
    ],
)
def test_periods_are_worded_shortly(start: str | None, end: str | None, english: str, russian: str) -> None:
    assert describe(period(start, end), "en") == english
    assert describe(period(start, end), "ru") == russian


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        pytest.param("Last year alone", "en", "last year (undated)", id="relative"),
        pytest.param("In March", "en", "in March (undated)", id="yearless"),
        pytest.param("In 44 BC", "en", "in 44 BC", id="bc"),
        pytest.param("В прошлом году", "ru", "в прошлом году (дата неизвестна)", id="russian"),
    ],
)
def test_an_unresolved_period_is_worded_as_written(text: str, language: str, expected: str) -> None:
    (mention,) = find(text, language)
    assert describe(resolve(mention, published=None), language) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        pytest.param("in the late 19th century", "en", "in the late 19th century", id="late-century"),
        pytest.param("in early 2022", "en", "in early 2022", id="early-year"),
        pytest.param("in fiscal 2021", "en", "fiscal 2021", id="fiscal"),
        pytest.param("in the 2019/20 season", "en", "2019/20", id="season"),
        pytest.param("в начале 1980-х годов", "ru", "в начале 1980-х годов", id="russian"),
    ],
)
def test_a_vague_part_keeps_its_words_rather_than_gain_precision(text: str, language: str, expected: str) -> None:
    (mention,) = find(text, language)
    assert describe(resolve(mention, published=None), language) == expected


@settings(max_examples=80)
@given(closed, st.sampled_from(["en", "ru"]))
def test_the_wording_of_a_period_reads_as_that_period(given_period: Period, language: str) -> None:
    wording = describe(given_period, language)
    (mention,) = find(wording, language)
    again = resolve(mention, published=None)
    assert (again.start, again.end) == (given_period.start, given_period.end)


@pytest.mark.parametrize(
    ("text", "language", "unit"),
    [
        pytest.param("140 thousand requests annually", "en", "year", id="annually"),
        pytest.param("60 a day", "en", "day", id="a-day"),
        pytest.param("5 mm per hour", "en", "hour", id="per-hour"),
        pytest.param("30 тыс. в год", "ru", "year", id="russian"),
        pytest.param("ежедневно 12 поездов", "ru", "day", id="daily-ru"),
    ],
)
def test_rates_are_told_with_their_unit(text: str, language: str, unit: str) -> None:
    assert [found[2] for found in find_rates(text, 0, len(text), language)] == [unit]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        pytest.param("at 9:30 and at 3 p.m. sharp", "en", ["9:30", "3 p.m."], id="english"),
        pytest.param("between 3 and 4 p.m.", "en", ["3 and 4 p.m."], id="range"),
        pytest.param("at 10 o'clock, ratio 3:1", "en", ["10 o'clock"], id="o-clock"),
        pytest.param("в 9 часов утра и в 14:05", "ru", ["9 часов", "14:05"], id="russian"),
    ],
)
def test_clock_times_are_found(text: str, language: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in find_times(text, 0, len(text), language)] == expected


WORDS = st.sampled_from(
    "in the of and from to by since until 2022 1914 3 14 31 15 May March january last this year years months first half third quarter "
    "century 19th 1990s - – , . ( ) ; early end BC ago eight past requests people 2019/20 2022-10-14 Q3 H1 so far с по в 2020 году марта "
    "XIX веке прошлого года лет назад до н. э. \n".split(" ")
)
RANDOM_TEXT = st.lists(WORDS, max_size=25).map(" ".join) | st.text(max_size=60)


@settings(max_examples=100)
@given(RANDOM_TEXT, st.sampled_from(["en", "ru"]))
def test_mentions_slice_to_their_surface_in_order_without_overlap(text: str, language: str) -> None:
    last = 0
    for mention in find(text, language):
        assert last <= mention.lead <= mention.start < mention.end <= len(text)
        assert text[mention.lead : mention.end] == mention.surface
        last = mention.end


@settings(max_examples=100)
@given(RANDOM_TEXT, st.sampled_from(["en", "ru"]), st.none() | some_days)
def test_any_mention_can_be_resolved_and_worded(text: str, language: str, published: date | None) -> None:
    for mention in find(text, language):
        found = resolve(mention, published=published, reference=published)
        assert found.start is None or found.end is None or found.start <= found.end
        assert (found.basis is Basis.UNRESOLVED) == (found.start is None and found.end is None)
        assert describe(found, language)


@settings(max_examples=50)
@given(RANDOM_TEXT, st.integers(0, 20))
def test_offsets_point_into_the_whole_text(text: str, shift: int) -> None:
    padded = "x" * shift + "\n\n" + text
    moved = find_periods(padded, shift + 2, len(padded), "en")
    assert [(m.start - shift - 2, m.end - shift - 2) for m in moved] == [(m.start, m.end) for m in find(text)]


@pytest.mark.parametrize("text", ["1-" * 20_000, "the first " * 10_000, "March and " * 10_000, "2022 " * 10_000, "of the early " * 10_000])
def test_hostile_texts_take_linear_time(text: str) -> None:
    find(text)


def test_a_week_is_seven_days_from_monday() -> None:
    (mention,) = find("last week")
    found = resolve(mention, published=PUBLISHED)
    assert found.start is not None
    assert found.end == found.start + timedelta(6)
    assert found.start.isoweekday() == 1


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        pytest.param("Since the start of the year to 1 October 80 boats were sold.", "en", "2022-01-01 2022-10-01", id="to"),
        pytest.param("As of 1 October, since the start of the year 80 boats were sold.", "en", "2022-01-01 2022-10-01", id="as of"),
        pytest.param("Between the beginning of the year and 30 June 80 were sold.", "en", "2022-01-01 2022-06-30", id="between"),
        pytest.param("С начала года к 1 октября продано 80 лодок.", "ru", "2022-01-01 2022-10-01", id="с начала года к"),
        pytest.param("К 1 октября с начала года продано 80 лодок.", "ru", "2022-01-01 2022-10-01", id="к, с начала года"),
        pytest.param("По состоянию на 1 октября с начала года продано 80 лодок.", "ru", "2022-01-01 2022-10-01", id="по состоянию на"),
        pytest.param("С начала года и до 15 сентября продано 80 лодок.", "ru", "2022-01-01 2022-09-15", id="и до"),
        pytest.param("С начала года к концу сентября продано 80 лодок.", "ru", "2022-01-01 2022-09-30", id="к концу месяца"),
        pytest.param("С начала 2021 года к 1 октября продано 80 лодок.", "ru", "2021-01-01 2021-10-01", id="с начала года с числом"),
        pytest.param("С начала года к 1 октября 2020 года продано 80 лодок.", "ru", "2020-01-01 2020-10-01", id="год в конце"),
        pytest.param("С начала месяца к 10 октября продано 80 лодок.", "ru", "2022-10-01 2022-10-10", id="с начала месяца"),
        pytest.param("С марта к 1 октября продано 80 лодок.", "ru", "2022-03-01 2022-10-01", id="с марта"),
    ],
)
def test_since_when_and_until_when_are_one_stretch(text: str, language: str, expected: str) -> None:
    assert days(text, language) == expected


def test_a_stretch_from_the_start_of_the_year_is_of_the_year_of_its_context() -> None:
    assert days("с начала года по 30 сентября", "ru", year=2019) == "2019-01-01 2019-09-30"


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        pytest.param("Last week (3-9 October) 80 boats were sold.", "en", "2022-10-03 2022-10-09", id="bracket"),
        pytest.param("Last week, from 3 to 9 October, 80 boats were sold.", "en", "2022-10-03 2022-10-09", id="comma"),
        pytest.param("In the past week (1–7 October), 80 boats were sold.", "en", "2022-10-01 2022-10-07", id="another seven days"),
        pytest.param("On Thursday, 6 October, 80 boats were sold.", "en", "2022-10-06 2022-10-06", id="weekday"),
        pytest.param("За прошедшую неделю (с 1 по 7 октября) продано 80 лодок.", "ru", "2022-10-01 2022-10-07", id="скобка"),
        pytest.param("На прошлой неделе, 3–9 октября, продано 80 лодок.", "ru", "2022-10-03 2022-10-09", id="запятая"),
        pytest.param("За неделю с 3 по 9 октября продано 80 лодок.", "ru", "2022-10-03 2022-10-09", id="неделя с и по"),
        pytest.param("В прошлом году (2021) продано 80 лодок.", "ru", "2021-01-01 2021-12-31", id="год"),
    ],
)
def test_dates_beside_last_week_say_which_week_is_meant(text: str, language: str, expected: str) -> None:
    assert days(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        pytest.param("Last year, in March, 80 boats were sold.", "en", ["Last year", "March"], id="a month of the year"),
        pytest.param("This year (as of 1 July) 80 boats were sold.", "en", ["This year", "1 July"], id="the state at a day"),
        pytest.param("На прошлой неделе (4 октября) продали 80 лодок.", "ru", ["прошлой неделе", "4 октября"], id="день недели"),
    ],
)
def test_dates_that_are_shorter_than_the_time_named_stay_apart(text: str, language: str, expected: list[str]) -> None:
    assert surfaces(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("A week before that 80 boats were sold.", "en", id="before that"),
        pytest.param("За неделю до этого продали 80 лодок.", "ru", id="до этого"),
    ],
)
def test_the_week_before_that_is_counted_from_the_one_named(text: str, language: str) -> None:
    named = Period(start=date(2022, 3, 7), end=date(2022, 3, 13), surface="7-13 March", basis=Basis.STATED)
    assert days(text, language, reference=named) == "2022-02-28 2022-03-06"


def test_until_this_year_is_no_year_before_that() -> None:
    assert surfaces("Так было до этого года.", "ru") == ["этого года"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("На 9-й неделе вывезли 80 тонн.", "2022-02-28 2022-03-06", id="цифрой"),
        pytest.param("Больше, чем на 9-й неделе (80).", "2022-02-28 2022-03-06", id="сравнение"),
        pytest.param("В среду вывезли 80 тонн.", "2022-10-12 2022-10-12", id="среда"),
    ],
)
def test_a_russian_week_or_wednesday_needs_no_more_words(text: str, expected: str) -> None:
    assert days(text, "ru") == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("На 9-й неделе лечения сняли 80 повязок.", id="of a treatment"),
        pytest.param("Выбросы попали в среду обитания 80 видов.", id="of life"),
    ],
)
def test_a_week_or_milieu_of_something_is_no_time(text: str) -> None:
    assert surfaces(text, "ru") == []


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        pytest.param("Since the start of the flu season 80 wards were shut.", "en", ["the start of the flu season"], id="flu"),
        pytest.param("С начала отопительного сезона лопнули 80 труб.", "ru", ["начала отопительного сезона"], id="сезон"),
        pytest.param("At the start of the season it had 80 boats.", "en", [], id="not since"),
    ],
)
def test_since_the_start_of_a_season_is_a_time(text: str, language: str, expected: list[str]) -> None:
    assert surfaces(text, language) == expected


def test_the_day_on_which_a_season_began_says_since_when() -> None:
    found = find("Since the start of the flu season, on 1 October 2021, 80 wards were shut.")
    assert [(mention.open_end, str(resolve(mention, published=None).start)) for mention in found] == [(True, "2021-10-01")]


@pytest.mark.parametrize(
    ("text", "language", "since"),
    [
        pytest.param("Since the start of the season (week 18, 2024) 512 bites were reported.", "en", "2024-04-29", id="week"),
        pytest.param("Since the beginning of the campaign (March 2024) 90 trees were planted.", "en", "2024-03-01", id="campaign"),
        pytest.param("С начала забастовки (март 2024 года) отменили 31 рейс.", "ru", "2024-03-01", id="с начала"),
        pytest.param("Договор с заводом (март 2024 года) дал 31 место.", "ru", None, id="с кем"),
        pytest.param("The fair (March 2024) drew 90 guests.", "en", None, id="no since"),
        pytest.param("Since wages dropped (2022), 15 cooks left.", "en", None, id="since as because"),
        pytest.param("Since the toll was abolished (2022), 15 cafes opened.", "en", None, id="a clause with an auxiliary"),
    ],
)
def test_the_time_in_brackets_behind_an_event_is_since_when(text: str, language: str, since: str | None) -> None:
    found = [mention for mention in find(text, language) if mention.open_end]
    assert [str(resolve(mention, published=None).start) for mention in found] == ([since] if since else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The grant for 2023 amounts to £12m.", ["2023"], id="amounts to"),
        pytest.param("The budget for 2024-25 comes to £148m.", ["2024-25"], id="comes to"),
        pytest.param("It paid for 2023 works of art.", [], id="works"),
    ],
)
def test_a_verb_in_s_behind_a_year_is_not_counted_by_it(text: str, expected: list[str]) -> None:
    assert surfaces(text) == expected


def test_the_same_week_a_year_earlier_has_the_same_number() -> None:
    named = Period(start=date(2024, 3, 18), end=date(2024, 3, 24), surface="week 12", basis=Basis.STATED)
    assert days("In the same week a year earlier 80 boats were sold.", "en", reference=named) == "2023-03-20 2023-03-26"


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("How many guests had waited over 65 weeks in March 2023?", ["in March 2023"]),
        ("The crew waited two weeks in March 2023.", ["in March 2023"]),
        ("In the first two weeks of March 2023 it rained.", ["In the first two weeks of March 2023"]),
        ("Eight months of 2023 were dry.", ["Eight months of 2023"]),
    ],
)
def test_how_long_something_took_is_no_part_of_a_month(text: str, surfaces: list[str]) -> None:
    assert [mention.surface for mention in find_periods(text, 0, len(text), "en")] == surfaces


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("На человека выдают 400 г хлеба, в 2019 г. выдавали 350 г.", ["2019 г."]),
        ("Белка весила 310 г, а суслик прибавил на 120 г больше.", []),
        ("Отпускали по 1200 г муки, к празднику до 900 г мяса.", []),
        ("В 862 г. сюда пришли рыбаки, после 988 г. построили храм.", ["862 г.", "988 г."]),
        ("Пожар 1812 г уничтожил мост.", ["1812 г"]),
        ("Дом построен в 1750 г на сваях.", ["1750 г"]),
        ("Пожар 1860 г. уничтожил 120 домов.", ["1860 г."]),
        ("По переписи 1890 г. в городе жили 900 человек.", ["1890 г."]),
        ("В городе жили: 1840 г. — 900 человек; 1850 г. — 1200 человек.", ["1840 г.", "1850 г."]),
        ("Осада 980 г. закончилась миром.", ["980 г."]),
        ("Перепись: 1850 г. (1200 человек), 1858 г. (1300 человек).", ["1850 г.", "1858 г."]),
        ("Церковь (1750 г) стоит на горе.", ["1750 г"]),
        ("1860 г.", ["1860 г."]),
        ("1860 г", ["1860 г"]),
        ("1850 г – 1200 человек", ["1850 г"]),
        ("Сыр 1500 г, масло 250 г", []),
    ],
)
def test_grams_are_no_years(text: str, years: list[str]) -> None:
    assert surfaces(text, "ru") == years


@pytest.mark.parametrize("date", ["21.06.2024 г.", "21.06.2024 г", "1.9.2023 г."])
def test_the_letter_behind_a_date_in_figures_is_of_its_year(date: str) -> None:
    assert surfaces(f"Приказ от {date} № 5 отменён.", "ru") == [date]
    assert surfaces(date, "ru") == [date]


@pytest.mark.parametrize(
    ("text", "language", "number"),
    [
        ("During the week 1,146 people came.", "en", ""),
        ("In the week 2 children fell ill.", "en", ""),
        ("In week 31 there were five.", "en", "31"),
        ("In week 31 cases rose.", "en", "31"),
        ("За неделю 1 146 человек обратились к врачу.", "ru", ""),
        ("За неделю 12 человек заболели.", "ru", ""),
        ("На неделе 31 выявили пятерых.", "ru", "31"),
    ],
)
def test_how_many_there_were_in_a_week_is_not_its_number(text: str, language: str, number: str) -> None:
    assert "".join(sign for surface in surfaces(text, language) for sign in surface if sign.isdigit()) == number
