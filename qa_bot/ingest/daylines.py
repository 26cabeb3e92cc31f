"""The days in lines over a text, and lines that tell its day beside something else: the number of an issue, a button."""

import re
import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from qa_bot.ingest.datelabels import says_published
from qa_bot.ingest.furniture import fold, is_other_date, is_paper
from qa_bot.ingest.metadata import is_ambiguous
from qa_bot.text.dates import find_dates
from qa_bot.text.language import language_of
from qa_bot.text.wordlists import read_wordlists

MAX_LINE = 160  # characters of a line that says when a text was published
MAX_LABEL = 3  # words that say so
MAX_NAME = 9  # words of what the issue is of
MOST_BUTTONS = 4  # behind a date
_YEAR = re.compile(r"\d{4}")
_OF_YEAR = re.compile(r"[\s,]*(?:г\.|года\b|г\b)?(?:,?\s*(?:в |at )?\d{1,2}:\d\d)?[\s,;|·•.—–-]*")
_HOUR = re.compile(
    r"""(?<!\w)(?:
        (?:at[ ]|в[ ])?(?:\d{1,2}[:.]\d\d|\d{4}(?=[ ]?(?:hrs|hours|h)\b)|\d{1,2}(?=[ ]?[ap]\.?m))\s?(?:[ap]\.?m\.?(?!\w)|(?:hrs|hours|h)\b)?
            (?:\s?(?:[A-Z]{2,4}\b|мск))?
        |(?:noon|midnight)|(?:mon|tues|wednes|thurs|fri|satur|sun)day|on|часов
        |понедельник\w?|вторник\w?|сред[аы]|четверг\w?|пятниц[аы]|суббот[аы]|воскресень[ея]
    )(?!\w)""",
    re.IGNORECASE | re.VERBOSE,
)
_PART = re.compile(r"[.;|·•—–]\s*$")
_TOTAL = re.compile(r"(?:\s?\(\d{1,6}\))?,\s")  # all issues ever
_CLOCK = r"\d{1,2}[:.]\d\d"
# ", updated 5 June", " | обновлено в 14:20": a moment without a year
_UPDATE = re.compile(
    rf"\s*(?:г\.|года\b|г\b)?(?:,?\s*(?:в |at )?{_CLOCK})?[\s,;.|·•(–—-]+(?P<label>[^\W\d_]+(?: [^\W\d_]+){{0,2}}?):?\s+(?:(?:on|at|в) )?"
    rf"(?:(?:\d{{1,2}} [^\W\d_]{{3,9}}|[^\W\d_]{{3,9}}\.? \d{{1,2}})\.?(?:,? (?:(?:at|в) )?{_CLOCK})?|{_CLOCK}(?: ?[ap]\.?m\.?)?)\s*[).]*"
)
_SIGNS = " \t,;|·•—–-:()[]."


class _Lists(NamedTuple):
    buttons: frozenset[str]
    numbered: re.Pattern[str]
    of_works: frozenset[str]
    embargo: frozenset[str]
    put: re.Pattern[str]


@cache
def _lists() -> _Lists:
    with (Path(__file__).parent / "data" / "datelabels.toml").open("rb") as stream:
        table = tomllib.load(stream)
    numbered = "|".join(map(re.escape, table["numbered"]))
    return _Lists(
        frozenset(map(fold, table["buttons"])),
        re.compile(rf"(?<!\w)(?:{numbered})\.?\s?\d{{1,5}}(?:\s?[/–-]\s?\d{{1,4}})?(?!\w)", re.IGNORECASE),
        frozenset(map(fold, table["of_works"])),
        frozenset(map(fold, table["embargo"])),
        re.compile(
            rf"(?:{'|'.join(map(re.escape, table['putters']))})\s*[\w.-]{{2,30}}[\s,|·•]+(?:(?:от|on)\s)?(?=\d|[^\W\d_]+ \d)", re.IGNORECASE
        ),
    )


def days_in(text: str, start: int, end: int) -> list[tuple[int, int, date]]:
    """Return the full dates in ``text[start:end]``, in the language of its letters; most openings have no year and are not looked at."""
    if _YEAR.search(text, start, end) is None:
        return []
    language = language_of(text[start:end])
    found = find_dates(text, start, end, language)
    return found if language == "ru" else [each for each in found if not is_ambiguous(text[each[0] : each[1]])]


def without_buttons(line: str) -> str:
    """Return *line* without what is pressed behind its date: "Published 3 May 2021 Print Share".

    >>> without_buttons("Опубликовано: 3 мая 2021 г. Версия для печати")
    'Опубликовано: 3 мая 2021 г.'
    """
    words = line.split() if len(line) <= MAX_LINE else []
    if not any(fold(" ".join(words[-number:])) in _lists().buttons for number in range(1, MAX_LABEL + 1)):
        return line
    days = days_in(line, 0, len(line))
    gap = _OF_YEAR.match(line, days[-1][1]) if days else None
    if gap is None or not _are_buttons(line[gap.end() :].split()):
        return line
    return line[: gap.end()].rstrip(" ,;|·•—–-")


def without_update(line: str) -> str:
    """Return *line* without what says behind its day that the text was changed on one without a year.

    >>> without_update("3 June 2021, updated 5 June")
    '3 June 2021'
    """
    days = days_in(line, 0, len(line)) if len(line) <= MAX_LINE else []
    found = _UPDATE.fullmatch(line, days[0][1]) if len(days) == 1 else None
    label = found["label"] if found is not None else ""
    return line[: days[0][1]] if label and (is_other_date(label) or is_other_date(label.rpartition(" ")[0])) else line


def without_issue(line: str) -> str:
    """Return *line* without the number of an issue between commas, and that of all of them: «Вестник», № 41 (5120), 3 мая 2021 года."""
    number = _lists().numbered.search(line)
    total = _TOTAL.match(line, number.end()) if number is not None else None
    return f"{line[: number.start()]}{line[total.end() :]}" if number is not None and total is not None else line


def _are_buttons(words: list[str]) -> bool:
    """Return whether *words* are the labels of a few buttons, one after the other."""
    left = [word for word in words if fold(word)]
    for _ in range(MOST_BUTTONS):
        size = next((size for size in range(MAX_LABEL, 0, -1) if left and fold(" ".join(left[:size])) in _lists().buttons), 0)
        left = left[size:]
    return bool(words) and not left


def issue_day(line: str) -> date | None:
    """Return the day on which *line* says that the issue which it names was published, in a part of its own.

    >>> issue_day("Harbour Statistics No. 3/2024. Released 20 February 2024.")
    datetime.date(2024, 2, 20)
    """
    days = days_in(line, 0, len(line)) if len(line) <= MAX_LINE else []
    if len(days) != 1 or _OF_YEAR.fullmatch(line, days[0][1]) is None:
        return None
    words = line[: days[0][0]].rstrip(" :").split()
    for number in range(1, min(MAX_LABEL, len(words) - 1) + 1):
        label, before = " ".join(words[-number:]), " ".join(words[:-number])
        if label[0].isupper() and says_published(label) and _PART.search(before):
            return days[0][2] if _names_issue(before.strip(_SIGNS)) else None
    return None


def published_on(line: str) -> date | None:
    """Return the day of which *line* says, and nothing else, that a text was published then: "Published: 3 May 2021". What is "released"
    or was "first" published then may be a film or a book.

    >>> published_on("Posted on 3 May 2021"), published_on("Released 3 May 2021")
    (datetime.date(2021, 5, 3), None)
    """
    line = without_buttons(line)
    days = days_in(line, 0, len(line)) if len(line) <= MAX_LINE else []
    if len(days) != 1 or _OF_YEAR.fullmatch(line, days[0][1]) is None:
        return None
    label = line[: days[0][0]].strip("*_ ")
    return days[0][2] if says_published(label) and fold(label) not in _lists().of_works else None


def embargo_day(line: str) -> date | None:
    """Return the day from which on, as *line* says and nothing else, a release may be told.

    >>> embargo_day("EMBARGOED until 09:30, Tuesday 5 March 2024")
    datetime.date(2024, 3, 5)
    """
    days = days_in(line, 0, len(line)) if len(line) <= MAX_LINE else []
    if len(days) != 1 or _HOUR.sub("", line[days[0][1] :]).strip(_SIGNS):
        return None
    return days[0][2] if fold(_HOUR.sub(" ", line[: days[0][0]]).replace("*", " ")).rstrip(" ,:-–—") in _lists().embargo else None


def without_putter(line: str) -> str:
    """Return *line*, which opens with the one name by which a site knows who put the text there, without it.

    >>> without_putter("Автор: admin от 4-07-2022, 11:20")
    '4-07-2022, 11:20'
    """
    found = _lists().put.match(line) if len(line) <= MAX_LINE else None
    return line if found is None else line[found.end() :]


def _names_issue(name: str) -> bool:
    """Return whether *name*, no sentence, says what the text is, or ends with the number of an issue."""
    number = _lists().numbered.search(name)
    words = fold(name).replace(",", " ").split()
    if number is None or number.end() < len(name):
        return is_paper(name)
    return len(words) <= MAX_NAME and in_prose().isdisjoint(words)


@cache
def in_prose() -> frozenset[str]:
    """Return words that stand in sentences, and beside no name and day in a line of labels: "who", "was", "since"."""
    words = {word for language in ("en", "ru") for word in read_wordlists(language, "stop")["words"].split()}
    return frozenset(words) - {"of", "the", "and", "for", "in", "at", "by", "no", "и", "по", "для", "о", "об", "за", "от", "в"}
