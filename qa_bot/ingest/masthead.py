"""What the top of a text says about it: its date, its outlet, its title. A date in prose or a footer never counts."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

from qa_bot.ingest.datelabels import is_of_something_else
from qa_bot.ingest.daylines import days_in, embargo_day, in_prose, issue_day, without_buttons, without_putter, without_update
from qa_bot.ingest.furniture import (
    as_of_words,
    is_copyright,
    is_given,
    is_named_as_paper,
    is_other_date,
    is_outlet,
    is_paper,
    label_of,
    tells_giving,
    tells_reading_time,
    without_counters,
)
from qa_bot.ingest.issuers import issuer_in
from qa_bot.ingest.metadata import MetadataError, from_mapping
from qa_bot.ingest.papers import read_paper
from qa_bot.ingest.pieces import Metadata, Piece
from qa_bot.schema import BlockKind

MAX_DATE_LINE = 90  # characters of a line that is only a date, with a time, a weekday, an outlet or a place
MAX_DATELINE = 90  # characters before the dash of "KAZAN, 3 May 2021 (Agency) —"
LONGEST_NAME, LONGEST_BODY = 5, 8  # words of an outlet, and of one that opens with what it is: "Ministry of the Interior of Castria"
EARLIEST_BARE = date(1970, 1, 1)  # a day before that, alone in its line, is rather that of what the text tells
LONGEST_LABEL = 60  # characters between a date and another one that says of what this is the date
MAX_LABELS = 160  # characters of a line of several labels with what they are of
LONGEST_DAY = 30  # and of a day
MAX_OTHER = 4  # words that say so
NEAR = 16  # characters behind a date in which its time of day stands
BODY = 80  # characters of the first paragraph that belongs to the text proper; the top ends with it
_TIME = re.compile(
    r"\b(?:at |в )?\d{1,2}[:.]\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?(?: ?(?:GMT|UTC|MSK|мск|[A-Z]{2,4}))?(?: ?[+-]\d\d?(?::\d\d)?)?\b",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?|\b(?:понедельник|вторник|среда|четверг|пятница|суббота|воскресенье)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"\b(?:for immediate release|(?:press|news|media) release|пресс-релиз|published|posted|issued|released|date|on|"
    r"опубликовано|дата|г\.|года)(?:\b|(?<=\.)):?",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"\b((?:press|news|media) (?:release|notice)|пресс-релиз|(?:statistical |official )?(?:bulletin|communiqu[eé])|бюллетень)\b"
    r"[ ,:]*(?:(?:no\b\.?|nr\b\.?|number\b|№)\s*\d{1,5}(?:[/-]\d{2,4})?|\d{1,5}/\d{2,4}|\d{1,5}(?=\s?[,|·•—–]|\s+\d))"
    r"(?![\w.]*\d)(?=[\s,|·•—–]+\S)",
    re.IGNORECASE,
)
_SIGNS = " \t,;|·•/—–-:()[]."
_NAME = r"[«“\"]?[A-ZА-ЯЁ][\w-]*(?:[ ][«“\"]?\w[\w-]*){0,3}[»”\"]?"
_OPENER = r"(?=[«“\"'(]?[A-ZА-ЯЁ0-9])"  # a sentence begins: the dash of "NATO (the alliance) — a bloc" ends no dateline
_DASHED = re.compile(
    rf"""(?P<place>[^\W\d_][^\n()—–]{{1,60}}?)\s*
        (?:\((?P<bracketed>{_NAME})\)|(?<=[\s.])/(?P<slashed>{_NAME})/(?=[.\s]))?
        (?:(?<=/)\.\s|[.,]?\s*(?:—|–|--|(?<=\s)-\s)\s*){_OPENER}""",
    re.VERBOSE,
)
_AFTER_DASH = re.compile(rf"({_NAME})\.\s")  # "МОСКВА, 14 окт — РИА Новости. ..."
_PLACE = re.compile(r"[A-ZА-ЯЁ][\w’'.-]*(?:[ -][\w’'-]+){0,3}(?:[.,]\s*|(?<=[A-ZА-ЯЁ]{3})\s+)")
_DATED = re.compile(rf"(?:{_PLACE.pattern})?(?:\d{{1,2}}[\s.]|\d{{4}}-|[A-Z][a-z]{{2,8}}\.?\s\d)")  # cheap, and true of few openings
_SEPARATOR = re.compile(r"[—–/]|--|\s-\s")
_AFTER_DATE = re.compile(rf"(?:\s*(?:г\.|года))?(?:,\s*({_NAME}))?\s*(?:[.:]\s|—|–|--|-\s)\s*{_OPENER}")
_LETTER = re.compile(r"[^\W\d_]{2}")  # a name has some; "1 204" and "1.8K" are counters
_ANY_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_LOUD = re.compile(r"[A-ZА-ЯЁ][A-ZА-ЯЁ’'.-]+(?![a-zа-яё])")
_BYLINE = re.compile(
    r"(?:By|BY) (?P<by>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3})(?:,(?P<rest>.{3,60}))?|"
    r"(?:Автор|Текст|Author|Written by):? (?P<author>[A-ZА-ЯЁ].{3,60})"
)
_WORD = r"[A-ZА-ЯЁ][\w’'-]+\.?"
# "3 May 2024 Author: Ann Marlow Views: 1 204", «Опубликовано: 3 мая 2024 г. Автор: Анна Марлова»
_AUTHOR_AMID = re.compile(
    rf"(?:^|(?<![\s|·•,;])[\s|·•,;]+)(?:Автор|Текст|Author|Written by|By):\s?(?P<author>{_WORD}(?: {_WORD}){{1,2}})"
    r"(?=\s*(?:$|[|·•,;])|\s+[^\W\d_]+(?: [a-zа-яё]+)?(?::|\s?\(?\d))"
)
# "From: Ministry of Transport Published 3 May 2024 See all updates": such words with a capital stand in no sentence
_PUBLISHED_AMID = re.compile(r"\b(?:First published|Published|Date published|Posted|Issued|Released|Опубликовано)(?: on)?:?\s+(?=[^\W_])")
_CLOSING = re.compile(r"[.!?»”\"]\s+((?:Опубликовано|Дата публикации|Published|Posted)\b[^.!?]{6,40}(?:г\.)?)\.?$")
_OTHER = re.compile(r"[\s,;.|·•(–—-]*(?<!\w)([^\W\d_][^\d,;.|·•()]*?)[\s:]*$")  # what stands between two dates
_HELD = re.compile(r"(?:[A-Z][a-z]+ed|Held|Given|Taken|Done|Made)\s+(?:in|at)\b")  # "Held in the Council Chamber": where it was
_BY = re.compile(r"\s+by\s+\S+(?:\s\S+)?$")  # "Posted on 3 May 2021 by admin"
_TWICE = re.compile(r"\b([A-ZА-ЯЁ][\w’-]+),? \1$")  # "Port Office of Kesta Kesta, 3 May 2021": a name and the place, of two lines
_ISSUED_BY = re.compile(r"^by\s+(?:the\s+)?(?=[A-Z])")  # "Published by Harvest Press on 3 May 2021"
_SOURCE_LINK = re.compile(
    r"(.*?)(?:\s*([,;(|])\s*([^,;(|]*?))?\s*(?:\b(?:от|on|of|dated))?\s*$", re.IGNORECASE
)  # between a source and its day
_EMPHASISED = re.compile(r"(?P<sign>\*{1,3}|_{1,3})(?P<line>[^\s*_\n](?:[^*\n]*[^\s*_\n])?)(?P=sign)")
_PARTS = re.compile(r"\s*[|·•]\s*")


def top(text: str, pieces: Sequence[Piece]) -> int:
    """Return how many pieces make up the top of the text: all up to the first paragraph of its body."""
    for at, piece in enumerate(pieces):
        if piece.kind in (BlockKind.TABLE, BlockKind.LIST_ITEM):
            return at
        if piece.kind is BlockKind.PARAGRAPH and piece.end - piece.start >= BODY and text[piece.end - 1] in '.!?…"”»’)':
            if read_line(text[piece.start : piece.end]) is None:  # "3 May 2024, 11:40 ... Comments (3)" is none of its body
                return at
    return len(pieces)


def without_emphasis(line: str) -> str:
    """Return *line* without the signs that set all of it in italics or bold in Markdown: "*Published by the port, 3 May 2021*"."""
    found = _EMPHASISED.fullmatch(line.strip())
    return found["line"] if found is not None else line


def read_line(line: str) -> Metadata | None:
    """Return the metadata in a line at the top that holds nothing else ("Source: ...", "14.10.2022, Agency"), or None.

    Of a paragraph of several lines each must be such a line.

    >>> read_line("Harvest Agency | 3 May 2021, 10:15").published
    datetime.date(2021, 5, 3)
    """
    if "\n" in line:
        if any(is_copyright(each.strip()) for each in line.splitlines()):
            return Metadata()  # a colophon: its date is that of the site, of another edition
        return _merged([read_line(each.strip()) for each in line.splitlines()])
    line = without_update(without_buttons(line))
    if (day := embargo_day(line)) is not None:
        return Metadata(published=day)
    if (rest := without_putter(line)) != line and (said := read_date_line(rest)) is not None:
        return said
    if (len(line) <= MAX_LABELS and (amid := _AUTHOR_AMID.search(line))) and (
        said := read_line(f"{line[: amid.start()]} {line[amid.end() :]}".strip(_SIGNS))
    ) is not None:
        return Metadata(author=amid["author"]).over(said)
    if byline := _BYLINE.fullmatch(line):
        rest = (byline["rest"] or "").strip()
        of_paper = bool(rest) and _is_name(rest) and (is_outlet(rest.split()[-1]) or (rest.startswith("The ") and is_named_as_paper(rest)))
        outlet = Metadata(publisher=rest if of_paper else None)  # "By Lena Okoro, The Ledger"; "Health Correspondent" is none
        return Metadata(author=byline["by"] or byline["author"]).over((rest and (read_date_line(rest) or _day_behind(rest))) or outlet)
    if found := label_of(line):
        field, value = found
        if field == "publisher" and (labelled := _labelled_amid(line)) is not None:
            return Metadata(publisher=_PUBLISHED_AMID.split(value)[0].strip(_SIGNS)).over(labelled)
        value = _without_other_dates(value) if field == "published" else value
        if field == "publisher" and (dated := _dated_source(value)) is not None:
            return dated
        try:
            return from_mapping({field: _PARTS.split(value)[0] if field == "published" else value})
        except MetadataError:
            return Metadata()
    said = (read_date_line(line) if len(line) <= MAX_DATE_LINE else None) or _labelled_amid(line) or read_paper(line)
    if said is None and (day := issue_day(line)) is not None:
        return Metadata(published=day)
    issuer = issuer_in(line)
    return said if issuer is None else (said or Metadata()).over(Metadata(publisher=issuer))


def _day_behind(said: str) -> Metadata | None:
    """Return the day that *said*, of whoever wrote a text, ends with: "Courier staff writer Thursday, 11 May 2023"."""
    dates = days_in(said, 0, len(said))
    if len(dates) != 1 or said[dates[0][1] :].strip(_SIGNS):
        return None
    before = said[: dates[0][0]].rstrip(" ")
    who = _WEEKDAY.sub("", before)
    apart = who != before or _WEEKDAY.match(said, dates[0][0]) is not None or who.endswith((",", "|", "·", "•"))
    if not apart or _is_of_another(before.rstrip(_SIGNS)) or not in_prose().isdisjoint(who.lower().replace(",", " ").split()):
        return None
    return Metadata(published=dates[0][2])


def _labelled_amid(line: str) -> Metadata | None:
    """Return the one day that *line*, no sentence, says to be that of publication among other labels; None if it says none, or two."""
    if not line or len(line) > MAX_LABELS or line[-1] in ".!?":
        return None
    labels = [label for label in _PUBLISHED_AMID.finditer(line) if in_prose().isdisjoint(line[: label.start()].split()[-1:])]
    found = (days_in(line, label.end(), min(len(line), label.end() + LONGEST_DAY)) for label in labels)
    days = [dates[0][2] for label, dates in zip(labels, found, strict=True) if dates and dates[0][0] == label.end()]
    return Metadata(published=days[0]) if len(days) == 1 else None


def _dated_source(value: str) -> Metadata | None:
    """Return the name of a source that has a day behind it, and the day if it is its own: "Ministry of Health, 3 May 2021", but not
    "Ministry of Health, accessed 3 May 2021"."""
    dates = days_in(value, 0, len(value))
    if len(dates) != 1 or _LABEL.sub("", value[dates[0][1] :]).strip(_SIGNS):
        return None
    found = _SOURCE_LINK.match(value[: dates[0][0]])
    if found is None:
        return None
    name, mark, said = found.groups()
    return Metadata(publisher=name or None, published=None if said or not mark else dates[0][2])


def _merged(lines: Sequence[Metadata | None]) -> Metadata | None:
    """Return what all *lines* say, None when one of them holds something else."""
    said = Metadata()
    for line in lines:
        if line is None:
            return None
        said = said.over(line)
    return said


def read_date_line(line: str) -> Metadata | None:
    """Return date and outlet of a *line* that holds one full date and at most an outlet or a place beside it, or None."""
    line = _NUMBERED.sub("Press release", _without_other_dates(line), count=1)
    dates = days_in(line, 0, len(line))
    if len(dates) != 1:
        return None
    start, end, day = dates[0]
    if day < EARLIEST_BARE and not line[:start].strip(_SIGNS) and not line[end:].strip(_SIGNS):
        return None
    if tells_reading_time(line) and not _is_of_another(line[:start]) and line[-1] not in ".!?":
        return Metadata(published=day)  # who wrote it, and what may be done with it, stand around
    line = _BY.sub("", line)
    parts = (_TIME.sub("", without_counters(part)) for part in (line[:start], line[end:]))
    before, after = (_LABEL.sub("", _WEEKDAY.sub("", part)).strip(_SIGNS) for part in parts)
    names = [_TWICE.sub(r"\1", _ISSUED_BY.sub("", name)) for part in (before, after) for name in _PARTS.split(part) if _LETTER.search(name)]
    if _is_of_another(before) or _is_of_another(line[:start]):
        return Metadata()
    if is_of_something_else(_PARTS.split(line[:start])[-1]) or (len(names) == 1 and is_of_something_else(names[0])):
        return None
    if len(names) == 1 and (outlet := _outlet_of(names[0])) is not None:
        return Metadata(published=day, publisher=outlet)
    if len(names) == 1 and is_paper(names[0]):
        return Metadata(published=day)
    apart = len(names) > 1 and len(_PARTS.split(line)) > len(names)  # "Newsletter of the Tarn Rowing Club · No. 48 · 3 March 2024"
    longest = LONGEST_BODY if apart or (len(names) == 1 and is_outlet(names[0].split()[0])) else LONGEST_NAME
    if any(len(name.split()) > longest or name[-1] in ".!?;" for name in names) or (len(names) > 1 and not _PARTS.search(line)):
        return None
    named = len(names) == 1 and ":" not in names[0] and (_is_name(names[0]) or _is_russian_body(names[0]))
    if named and is_outlet(names[0]) and not _HELD.match(names[0]):
        return Metadata(published=day, publisher=names[0])
    bare = not names or len(names) > 1 or _PARTS.search(line) or len(names[0].split()) == 1 or _is_place(names[0])
    bare = bare or (named and (bool(after) or _HELD.match(names[0]) is not None))  # as often a rubric as an outlet
    return Metadata(published=day) if bare else None


def day_alone(line: str) -> date | None:
    """Return the day that *line* names with at most its weekday, and nothing else: "Sunday, 7 January 2024"."""
    dates = days_in(line, 0, len(line)) if len(line) <= MAX_DATE_LINE else []
    if len(dates) != 1 or dates[0][2] < EARLIEST_BARE:
        return None
    start, end, day = dates[0]
    return None if _WEEKDAY.sub("", line[:start] + line[end:]).strip(_SIGNS) else day


def tells_only_when(line: str) -> bool:
    """Return whether *line* has no word but a date and those that say that it is of publication: "Published on Sunday, 7 January 2024"."""
    rest = _LABEL.sub("", _WEEKDAY.sub("", _TIME.sub("", line)))
    dates = days_in(rest, 0, len(rest))
    return len(dates) == 1 and not (rest[: dates[0][0]] + rest[dates[0][1] :]).strip(_SIGNS)


def is_label_of_other(line: str) -> bool:
    """Return whether *line*, which stands right over a date, says that it is not of publication: "Closing date"."""
    return is_other_date(line) or is_of_something_else(line)


def _is_of_another(before: str) -> bool:
    """Return whether what stands *before* a date ends by saying that it is not of publication: "By Ann Marlow | Updated"."""
    words = before.split()[-MAX_OTHER:]
    return any(is_other_date(" ".join(words[first:])) for first in range(len(words)))


def _without_other_dates(line: str) -> str:
    """Return *line* without the dates behind another one that are not of publication: "Published 3 May 2021, last updated 4 June 2021"."""
    dates = days_in(line, 0, len(line))
    for (_, before, _), (start, end, _) in reversed(list(pairwise(dates))):
        label = _OTHER.search(line, before, start) if start - before <= LONGEST_LABEL else None
        if label is not None and (is_other_date(label[1]) or _is_of_another(label[1])):
            line = line[: label.start()] + line[end:]
    return line.rstrip(" .,;|·•()") if len(dates) > 1 else line


def read_closing(paragraph: str) -> Metadata:
    """Return the day in the sentence that closes the first paragraph and says no more: "... . Published on 3 May 2021."."""
    closing = _CLOSING.search(paragraph.rstrip())
    said = read_date_line(closing[1]) if closing is not None else None
    return Metadata(published=said.published) if said is not None else Metadata()


def read_title(title: str) -> Metadata:
    """Return the day in the title of a text that was given on it: "Speech of the mayor to the council, 14 May 2022"."""
    days = days_in(title, 0, len(title)) if is_given(title) else []
    if len(days) != 1 or _LABEL.sub("", title[days[0][1] :]).strip(_SIGNS):
        return Metadata()
    return Metadata(published=days[0][2]) if title[: days[0][0]].rstrip().endswith((",", " on", " of")) else Metadata()


def read_state(line: str) -> Metadata:
    """Return the day of which a line at the top tells the state: "as of 18:00, 14 April 2024", "Сводка о паводке на 14 апреля 2024 года".

    Without a time of day only of a text that is made for one day: what was counted "as of 1 January" is told later.
    """
    days = days_in(line, 0, len(line))
    if len(days) != 1:
        return Metadata()
    start, end, day = days[0]
    before = _TIME.sub("", line[:start]).rstrip(" ,").lower()
    timed = _TIME.search(line[:start] + line[end : end + NEAR]) is not None
    stated = before.endswith(as_of_words()) and (timed or is_given(line))
    return Metadata(published=day) if stated or (is_given(line) and before.endswith(" на")) else Metadata()


def read_given(lines: Iterable[str], texts: Iterable[str]) -> Metadata:
    """Return the one day that *lines* say alone a paper was given on: "Answered on 12 March 2024", "Date of decision: 3 May 2023"; none
    where the *texts* name a later year, or one of them alone a later day: it is then of another thing."""
    days = set()
    for line in lines:
        dates = days_in(line, 0, len(line)) if len(line) <= MAX_DATE_LINE else []
        if len(dates) == 1 and tells_giving(line[: dates[0][0]]) and not _TIME.sub("", line[dates[0][1] :]).strip(_SIGNS):
            days.add(dates[0][2])
    return Metadata(published=days.pop()) if len(days) == 1 and not any(names_later(text, min(days)) for text in texts) else Metadata()


def names_later(text: str, day: date) -> bool:
    """Return whether *text* names a later year than that of *day*, or is a line with a later day: "Date of hearing: 9 June 2021"."""
    if any(int(year[0]) > day.year for year in _ANY_YEAR.finditer(text)):
        return True
    return len(text) <= MAX_DATE_LINE and any(each > day and not _is_of_another(text[:at]) for at, _, each in days_in(text, 0, len(text)))


def _outlet_of(name: str) -> str | None:
    """Return the outlet that stands behind an author: "Anna Holm, The Kesta Herald"."""
    author, _, outlet = name.rpartition(", ")
    return _unquote(outlet) if author and _is_place(author) and (is_outlet(outlet) or outlet[0] in "«“") else None


def read_dateline(text: str, start: int, end: int) -> Metadata:
    """Return what the dateline that opens ``text[start:end]`` says: a full date, an outlet in brackets or slashes.

    >>> read_dateline("KAZAN, 3 May 2021 (Agency) — Farmers ...", 0, 40).publisher
    'Agency'
    """
    end = min(end, start + MAX_DATELINE)
    dated = _dated_opening(text, start, end) if _DATED.match(text, start, end) else Metadata()
    return dated.over(_dashed_opening(text, start, end)) if _SEPARATOR.search(text, start, end) else dated


def _dated_opening(text: str, start: int, end: int) -> Metadata:
    """Read "Kazan, 3 May 2021. ..." and "Казань, 3 мая 2021 г., «Вестник». ...": a place, a full date, and a sign that ends them."""
    days = days_in(text, start, end)
    if not days or not (days[0][0] == start or _PLACE.fullmatch(text, start, days[0][0])):
        return Metadata()
    after = _AFTER_DATE.match(text, days[0][1], end)
    if after is None or (after[1] and not (after[1][0] in '«“"' or is_outlet(after[1]))):
        return Metadata()
    return Metadata(published=days[0][2], publisher=_unquote(after[1]))


def _dashed_opening(text: str, start: int, end: int) -> Metadata:
    """Read "KAZAN, May 3 (Agency) — ...", "МОСКВА, 3 мая. /ТАСС/. ..." and "МОСКВА, 3 мая — РИА Новости. ..."."""
    found = _DASHED.match(text, start, end)
    if found is None:
        return Metadata()
    days = days_in(text, start, found.end("place"))
    loud = _LOUD.match(found["place"]) is not None
    outlet = found["bracketed"] or found["slashed"]
    if outlet is None and (after := _AFTER_DASH.match(text, found.end(), end)) and is_outlet(after[1]):
        outlet = after[1]
    if not loud and not (outlet and (days or is_outlet(outlet))):
        return Metadata()
    return Metadata(published=days[0][2] if days else None, publisher=_unquote(outlet))


def _is_place(name: str) -> bool:
    return len(name.split()) == 2 and all(word[0].isupper() for word in name.split())


def _is_name(name: str) -> bool:
    return all(word[0].isupper() or len(word) < 4 for word in name.strip('«“"').split())


def _is_russian_body(name: str) -> bool:
    """Whether *name* is a Russian body, whose words but the first have no capitals: «Министерство финансов края»."""
    first = name.split()[0]
    return "а" <= first[-1] <= "я" and first[0].isupper() and is_outlet(first)


def _unquote(name: str | None) -> str | None:
    """Return *name* without quotes around the whole of it."""
    if name and name[0] in '«“"' and name[-1] in '»”"':
        return name[1:-1]
    return name
