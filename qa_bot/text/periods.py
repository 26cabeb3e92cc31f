"""Periods: the mentions in a text, the days they cover, how two of them relate, and how to word one.

A fiscal or season year ("2019/20", "2019-20") is read as its two calendar years whole, since where it begins is not known, and fits
neither of them (`relation`); "FY2023" and "fiscal 2023" as the calendar year. "Winter 2022" is the one that ends in February 2022,
"winter 2021-22" the same. "Early", "mid" and "late" are the thirds of a unit. The past five years end on the anchor.
A weekday is the latest one up to the anchor. "As of 1 May" and "by 2030" name that day and that year;
"until 2020" takes 2020 in, "before 2020" does not. A year BC has no days.
"""

from qa_bot.text.period_mention import PeriodForm, PeriodMention
from qa_bot.text.period_mentions import find_elided, find_further, find_periods
from qa_bot.text.period_relation import is_fiscal, relation
from qa_bot.text.period_resolution import SOON, resolve
from qa_bot.text.period_wording import describe, within
from qa_bot.text.rates import find_rates, find_times

__all__ = [
    "SOON",
    "PeriodForm",
    "PeriodMention",
    "describe",
    "find_elided",
    "find_further",
    "find_periods",
    "find_rates",
    "find_times",
    "is_fiscal",
    "relation",
    "resolve",
    "within",
]
