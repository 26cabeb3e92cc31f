"""Lines over a text that tell its day by whose paper it is from, or by the occasion on which it was spoken; and its month alone."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

from qa_bot.ingest.daylines import days_in, in_prose, without_issue
from qa_bot.ingest.furniture import fold, is_named_as_paper
from qa_bot.ingest.pieces import Metadata
from qa_bot.text.language import language_of
from qa_bot.text.moments import Grain
from qa_bot.text.periods import PeriodForm, find_periods

MAX_LINE = 160  # characters
MAX_NAME = 4  # words of a paper
MAX_OCCASION = 6  # and of an occasion
MAX_SORT = 4  # words that say of which sort a text is
SPOKEN_BY = 3  # words of a title among which stands that it was spoken
_QUOTED = re.compile(r"(?:(?P<kind>[^\W\d_]+(?: [^\W\d_]+)?) )?[«“\"](?P<name>[^«»“”\"]{3,60})[»”\"],?\s*")
_THE = re.compile(r"(?P<name>The (?:[A-Z][\w’'-]*(?: of)? ?){1,5}),\s*")
_RUSSIAN = re.compile(r"(?P<name>[А-ЯЁ][а-яё-]+(?: [А-ЯЁа-яё-]+){1,2}),\s*")  # without quotation marks
_BEHIND_DAY = re.compile(r"\s*(?:года|г\.|г\b)?\s*\.?$")
_BEHIND_OCCASION = re.compile(r"\s*(?:года|г\.|г\b)?\s*(?:$|[.,;–—]\s|\s–\s)")
_WEEKDAY = re.compile(r",?\s+(?:on\s+)?[^\W\d_]{2,}day,?$|,?\s+(?:понедельник|вторник|среда|четверг|пятница|суббота|воскресенье),?$")
_MONTH_LINE = re.compile(
    r"(?P<name>[^\d,.:;!?]{4,60}), (?P<month>[^\W\d_]{3,9}\.? \d{4}(?: года| г\.)?)(?:\. (?P<sort>[^\d.:;!?,]{3,40}))?\.?"
)
_WORD = re.compile(r"[^\W\d_][\w’'-]*")


class _Lists(NamedTuple):
    kinds: frozenset[str]
    words: frozenset[str]
    endings: tuple[str, ...]
    occasions: frozenset[str]
    spoken: frozenset[str]
    turned: frozenset[str]


@cache
def _lists() -> _Lists:
    with (Path(__file__).parent / "data" / "datelabels.toml").open("rb") as stream:
        table = tomllib.load(stream)
    occasions = frozenset(map(fold, table["occasions"]))
    return _Lists(
        frozenset(map(fold, table["paper_kinds"])),
        frozenset(map(fold, table["paper_words"])),
        tuple(table["paper_endings"]),
        occasions,
        frozenset(map(fold, table["spoken"])),
        frozenset(map(fold, table["things"])) - occasions,
    )


def read_paper(line: str) -> Metadata | None:
    """Return the newspaper and the day that *line* consists of, None where it says more or names no paper.

    >>> read_paper("«Тарнский рабочий», № 41, 3 мая 2021 года").publisher
    'Тарнский рабочий'
    """
    line = without_issue(line) if len(line) <= MAX_LINE else ""
    days = days_in(line, 0, len(line))
    if len(days) != 1 or _BEHIND_DAY.fullmatch(line[days[0][1] :]) is None:
        return None
    before = _WEEKDAY.sub("", line[: days[0][0]].rstrip(" ,")).rstrip(" ,") + ", "
    quoted = _QUOTED.fullmatch(before)
    if quoted is not None:
        kinds = fold(quoted["kind"] or "").split()
        named = bool(kinds) and kinds[-1] in _lists().kinds
        return Metadata(published=days[0][2], publisher=quoted["name"]) if named or (not kinds and _is_paper(quoted["name"])) else None
    russian = _RUSSIAN.fullmatch(before)
    if russian is not None:
        named = fold(russian["name"]).split()[-1] in _lists().words
        return Metadata(published=days[0][2], publisher=russian["name"]) if named else None
    plain = _THE.fullmatch(before)
    named = plain is not None and is_named_as_paper(plain["name"])
    return Metadata(published=days[0][2], publisher=plain["name"].strip()) if plain is not None and named else None


def _is_paper(name: str) -> bool:
    """Return whether a quoted *name* is one of those that papers have: «Путь труда», «Вагоностроитель»."""
    words = fold(name).split()
    known = any(word in _lists().words or word.endswith(_lists().endings) for word in words)
    return len(words) <= MAX_NAME and name[0].isupper() and known


def is_spoken(title: str) -> bool:
    """Return whether *title* opens by naming what is spoken on an occasion: "Remarks by the Minister", «Тезисы к выступлению»."""
    return not _lists().spoken.isdisjoint(word.strip(",:.") for word in fold(title).split()[:SPOKEN_BY])


def read_occasion(line: str) -> Metadata:
    """Return the day of the occasion that *line*, right under the title of what was spoken there, opens with.

    >>> read_occasion("Annual meeting of the union, 3 May 2021. Theme: wages").published
    datetime.date(2021, 5, 3)
    """
    days = days_in(line, 0, len(line))
    if not days or days[0][0] > MAX_LINE or _BEHIND_OCCASION.match(line, days[0][1]) is None:
        return Metadata()
    occasion = _WEEKDAY.sub("", line[: days[0][0]].rstrip(" ")).rstrip(" ")
    words = [fold(word) for word in occasion.split()]
    if not 0 < len(words) <= MAX_OCCASION or not occasion[0].isupper() or occasion[-1] in ".:;!?":
        return Metadata()
    told = not _lists().occasions.isdisjoint(words) and _lists().turned.isdisjoint(words) and in_prose().isdisjoint(words)
    return Metadata(published=days[0][2]) if told else Metadata()


def read_month(line: str, title: str) -> Metadata | None:
    """Return who gave out a text in the month that *line* under its *title* names and nothing else, None of any other line.

    A month beside a name may as well be what a text reports on: it is that of publication behind the name of a newspaper, or where the
    title itself names another time. No day is told, so nothing dates the text; `figures` reads the month from the line.

    >>> read_month("Bakers' Union, May 2021. Summary", "Bread and wages, winter 2020/21").publisher
    "Bakers' Union"
    """
    found = _MONTH_LINE.fullmatch(line) if len(line) <= MAX_LINE else None
    if found is None or not _is_name(found["name"]) or len((found["sort"] or "").split()) > MAX_SORT:
        return None
    language = language_of(line)
    months = find_periods(line, found.start("month"), found.end("month"), language)
    if len(months) != 1 or months[0].form is not PeriodForm.ABSOLUTE or months[0].first.grain is not Grain.MONTH:
        return None
    others = find_periods(title, 0, len(title), language)
    timed = any(each.form is PeriodForm.ABSOLUTE and each.first != months[0].first for each in others)
    return Metadata(publisher=found["name"]) if timed or (is_named_as_paper(found["name"]) and found["name"].startswith("The ")) else None


def _is_name(name: str) -> bool:
    """Return whether *name* is that of a body or paper of some words, each but the small ones with a capital; none of what happened."""
    words = _WORD.findall(name)
    capitals = all(word[0].isupper() or len(word) < MAX_NAME for word in words) or not name.isascii()
    folded = {fold(word) for word in words}
    return 1 < len(words) <= MAX_OCCASION and words[0][0].isupper() and capitals and _lists().turned.isdisjoint(folded)
