"""Which paragraphs belong to the page and not to the text: buttons, menus, comment forms, copyright lines, labels."""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from qa_bot.ingest.marks import COUNTER, CREDIT, REACHED_BY

LONGEST = 200  # characters; no page furniture is longer, so no longer paragraph is looked at
MAX_LABEL = 24
MAX_LETTERHEAD = 8  # words
CONNECTIVE = 3  # letters
_RULE = re.compile(r"(?:[^\w\s]|_){3,}|(?:[^\w\s]\s){2,}[^\w\s]")
_MENU = re.compile(r"[^|»›•·/→>\n]{1,30}(?:\s[|»›•·/→>]\s[^|»›•·/→>\n]{1,30}){2,}")
_PAGE_NUMBER = re.compile(r"(?:page |стр\. ?|страница |- ?|– ?)?\d{1,4}(?: (?:of|из) \d{1,4}| ?-| ?–)?", re.IGNORECASE)
# "Printed 3 May 2025 Page 1 of 3"
_PAGE_OF = re.compile(
    r"(?:.{0,80}(?:\s|[|·]))?(?:Page|PAGE|Стр\.|Страница|[|·–—-]\s{0,3}(?:page|стр\.|страница))\s?\d{1,4} (?:of|из) \d{1,4}"
)
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)[\s©(c)]*(?:19|20)\d\d\b", re.IGNORECASE)
_NOTICE = re.compile(r"(?:©|\([cCсС]\))\s?(?:19|20)\d\d\b")  # "Printed 12 May 2020 © 2020 Harvest Agency"
_BOUND = r"\b"
_BARS = re.compile(r"\s[|·•]\s")
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE = re.compile(r"(?<=[.!?…])\s+(?=[^\W\d_])")
_TO_READER = re.compile(r"\b\w{2,20}[аяйеи]те\b")  # «пишите», «знаете»
MAX_QUESTION = 160  # characters
_NEXT_LABEL = re.compile(r";\s+(?=[^\W\d_][^\W\d_ ]{0,20}: )")  # "Source: Energy Agency; unit: GWh"
_URL = re.compile(r"(?:https?://|www\.)\S+")
_DIGIT = re.compile(r"\d")
_ABOUT_NAME = re.compile(r"About (?:the )?[A-ZА-ЯЁ0-9]")
MAX_BOX_HEAD = 60
MAX_CAPTION = 400
MAX_CALL = 300  # characters; a paragraph that asks its reader to follow or subscribe is no longer


class _Lists(NamedTuple):
    lines: frozenset[str]
    starts: tuple[str, ...]
    words: int
    patterns: re.Pattern[str]
    opening_calls: re.Pattern[str]
    calls: re.Pattern[str]  # each at the beginning of a word, and in lower case: ignoring it takes ten times as long
    bare_calls: re.Pattern[str]
    heads: frozenset[str]
    heads_of_text: frozenset[str]
    advertisements: frozenset[str]
    appeals: re.Pattern[str]
    reading_times: re.Pattern[str]
    read_in: re.Pattern[str]
    offers: frozenset[str]
    contact_heads: tuple[str, ...]
    contact_starts: tuple[str, ...]
    labels: dict[str, str]  # folded label -> field of Metadata
    outlets: frozenset[str]
    newspapers: frozenset[str]
    senders: frozenset[str]
    persons: re.Pattern[str]
    other_dates: frozenset[str]
    letterheads: frozenset[str]
    bodies: frozenset[str]
    papers: frozenset[str]
    programs: frozenset[str]
    platforms: frozenset[str]
    counters: re.Pattern[str]
    given: frozenset[str]
    given_on: frozenset[str]
    as_of: tuple[str, ...]
    captions: tuple[str, ...]
    box_heads: re.Pattern[str]
    contents_heads: frozenset[str]
    talk_heads: re.Pattern[str]
    comment_counts: re.Pattern[str]
    comment_heads: frozenset[str]
    talk_forms: re.Pattern[str]
    particulars: frozenset[str]
    credit: re.Pattern[str]
    to_reader: frozenset[str]


@cache
def _lists() -> _Lists:
    with (Path(__file__).parent / "data" / "furniture.toml").open("rb") as stream:
        table = tomllib.load(stream)
    return _Lists(
        lines=frozenset(fold(line) for line in table["lines"]),
        starts=tuple(start.lower().replace("ё", "е") for start in table["starts"]),
        words=table["words"],
        patterns=re.compile("|".join(table["patterns"]), re.IGNORECASE),
        opening_calls=re.compile("|".join(call for call in table["calls"] if call.startswith("^"))),
        calls=re.compile(rf"\b(?=\w)(?:{'|'.join(call.removeprefix(_BOUND) for call in table['calls'] if call.startswith(_BOUND))})"),
        bare_calls=re.compile("|".join(table["bare_calls"]), re.IGNORECASE),
        heads=frozenset(fold(line) for line in table["list_heads"]),
        heads_of_text=frozenset(table["list_heads_of_text"]),
        advertisements=frozenset(table["advertisements"]),
        appeals=_rows_of(table["appeals"]),
        reading_times=re.compile(rf"\b\d{{1,3}}[ -]?(?:{'|'.join(table['reading_times']['words'])})", re.IGNORECASE),
        read_in=re.compile(rf"\b(?:{'|'.join(table['reading_times']['readers'])})\b", re.IGNORECASE),
        offers=frozenset(table["offers"]),
        contact_heads=tuple(table["contact_heads"]),
        contact_starts=tuple(table["contact_starts"]),
        labels={fold(label): field for field, labels in table["labels"].items() for label in labels},
        outlets=frozenset(table["outlets"]["words"]),
        newspapers=frozenset(table["newspapers"]["words"]),
        senders=frozenset(table["senders"]["words"]),
        persons=re.compile(rf",? (?:and|&) (?:the )?(?:{'|'.join(table['senders']['persons'])})\b.*$", re.IGNORECASE),
        other_dates=frozenset(table["labels_of_other_dates"]["words"]),
        letterheads=frozenset(table["letterheads"]["words"]),
        bodies=frozenset(table["letterheads"]["closers"]),
        papers=frozenset(table["papers"]["words"]),
        programs=frozenset(table["programs"]["words"]),
        platforms=frozenset(table["platforms"]["names"]),
        counters=re.compile(COUNTER.replace("WORDS", "|".join(table["counters"]["words"])), re.IGNORECASE),
        given=frozenset(table["given"]["words"]),
        given_on=frozenset(table["given_on"]["labels"]),
        as_of=tuple(table["as_of"]["words"]),
        captions=tuple(table["captions"]["words"]),
        box_heads=re.compile("|".join(table["box_heads"]), re.IGNORECASE),
        contents_heads=frozenset(table["contents_heads"]),
        talk_heads=re.compile("|".join(table["talk_heads"]), re.IGNORECASE),
        comment_counts=re.compile("|".join(table["comment_counts"]), re.IGNORECASE),
        comment_heads=frozenset(table["comment_heads"]),
        talk_forms=re.compile("|".join(table["talk_forms"]), re.IGNORECASE),
        particulars=frozenset(table["particulars"]),
        credit=re.compile(CREDIT.replace("WORDS", "|".join(table["credits"])), re.IGNORECASE),
        to_reader=frozenset(table["to_reader"]["words"]),
    )


def _rows_of(buttons: list[str]) -> re.Pattern[str]:
    one = f"(?:{'|'.join(map(re.escape, sorted(buttons, key=len, reverse=True)))})"
    return re.compile(rf"{one}(?:\W{{1,3}}{one})*")


def fold(line: str) -> str:
    """Return *line* as the lists hold it: lower case, straight apostrophes, no signs or figures in brackets at either end."""
    folded = line.lower().replace("ё", "е").replace("’", "'").replace("*", "")
    return folded.strip(" \t\n.,:;!…|»«>#[](){}-–—•↑↓→←\"'")


def is_furniture(line: str) -> bool:
    """Return whether the paragraph *line* belongs to the page rather than to its text."""
    return is_button(line) or is_call(line) or (len(line) <= LONGEST and (_opens_as_furniture(line) or is_contact(line)))


def is_call(line: str) -> bool:
    """Return whether *line* asks its reader to follow, subscribe, give or write in, rather than telling anything."""
    if len(line) > MAX_CALL:
        return False
    lists, lower = _lists(), line.lower()
    if lists.opening_calls.match(lower) or lists.calls.search(lower):
        return True
    return _asks_for_more(line) or all(map(lists.bare_calls.fullmatch, _SENTENCE.split(line)))


def _asks_for_more(line: str) -> bool:
    """Return whether *line* asks those who know more to write in: "Got a story about the ferries? Write to news@farm.example"."""
    question = line.find("?")
    if not 0 < question < MAX_QUESTION or REACHED_BY.search(line, question) is None:
        return False
    return speaks_to_reader(_WORD.findall(line.lower())) > 0 or _TO_READER.search(line) is not None


def speaks_to_reader(words: Sequence[str]) -> float:
    """Return the share of *words*, in lower case, by which a text speaks to its reader: you, our."""
    return sum(word in _lists().to_reader for word in words) / max(1, len(words))


def is_contact(line: str) -> bool:
    """Return whether *line* says how to reach somebody, and is no sentence.

    >>> is_contact("Press office: Ann Marlow, tel. 555 0199, press@farm.example")
    True
    """
    if len(line) > LONGEST or REACHED_BY.search(line) is None:
        return False
    return line[-1] not in ".!?" or line.lower().lstrip("*_ ").startswith(_lists().contact_starts)


def is_reached_by(line: str) -> bool:
    """Return whether *line* holds an address of mail or a telephone number."""
    return REACHED_BY.search(line) is not None


def is_entry(line: str) -> bool:
    """Return whether the list item *line* belongs to the page: a button, or how to reach somebody."""
    return is_button(line) or is_contact(line)


def is_button(line: str) -> bool:
    """Return whether *line* is, whole, what pages carry beside their text: a button, a rule, an address, a menu, a page number."""
    if len(line) > LONGEST:
        return False
    if fold(line) in _lists().lines or _RULE.fullmatch(line) or _URL.fullmatch(line):
        return True
    if _PAGE_NUMBER.fullmatch(line) or _PAGE_OF.fullmatch(line) or _lists().patterns.fullmatch(line):
        return True
    if len(parts := _BARS.split(line)) > 1 and all(fold(part) in _lists().lines or _lists().patterns.fullmatch(part) for part in parts):
        return True
    return _MENU.fullmatch(line) is not None and not _DIGIT.search(line)


def numbers_page(line: str) -> bool:
    """Return whether *line* is the number of a page: "Page 2 of 3"."""
    return any(map(str.isalpha, line)) and (_PAGE_NUMBER.fullmatch(line) or _PAGE_OF.fullmatch(line)) is not None


def _opens_as_furniture(line: str) -> bool:
    if _COPYRIGHT.match(line) or (_NOTICE.search(line) and line[-1] not in ".!?"):
        return True
    if line[-1] in ".!" and _DIGIT.search(line):  # "Powered by wind, the mill made 340 kWh." is a sentence
        return False
    lists = _lists()
    folded = line.lower().replace("ё", "е").lstrip("*_[(>-–— ")
    return folded.startswith(lists.starts) and len(folded.split()) <= lists.words


def heads_an_advertisement(line: str) -> bool:
    """Return whether *line* says that what stands with it in one element is advertising."""
    return len(line) <= MAX_LABEL and fold(line) in _lists().advertisements


def is_appeal(line: str) -> bool:
    """Return whether *line* is what is pressed to give or sign, or several such buttons: "Give monthly Give once"."""
    return len(line) <= 2 * MAX_LABEL and _lists().appeals.fullmatch(fold(line)) is not None


def is_offer(line: str) -> bool:
    """Return whether *line*, an appeal, is pressed to have what stands over it, which is told of there: "Book now"."""
    return fold(line) in _lists().offers


def tells_reading_time(line: str) -> bool:
    """Return whether *line* holds what may be how long the text takes to read: "Ann Marlow, 7 min"."""
    return len(line) <= LONGEST and _lists().reading_times.search(line) is not None


def is_read_in(line: str) -> bool:
    """Return whether *line* says that it is reading which takes so long, or nothing but how long: "9 minute read", "7 min"."""
    if not tells_reading_time(line):
        return False
    return _lists().read_in.search(line) is not None or _lists().reading_times.fullmatch(line.strip()) is not None


def heads_a_list(line: str) -> bool:
    """Return whether the titles of other pages stand under *line* ("Related articles")."""
    if len(line) > 60:
        return False
    folded = fold(line)
    return folded in _lists().heads or folded.startswith(_lists().contact_heads)


def may_head_text(line: str) -> bool:
    """Return whether the text of a page may go on under *line*, which heads a list on others: "Further information"."""
    return fold(line) in _lists().heads_of_text


def heads_a_box(line: str) -> bool:
    """Return whether *line* opens a box about who publishes or did something, or a question to the reader: "About Nordhaven", "Vote"."""
    short = len(line) <= MAX_BOX_HEAD and line[-1] not in ".!"
    return short and (_ABOUT_NAME.match(line) is not None or _lists().box_heads.fullmatch(fold(line)) is not None)


def heads_contents(line: str) -> bool:
    """Return whether titles stand under *line* with the pages they are on."""
    return fold(line) in _lists().contents_heads


def heads_talk(line: str) -> bool:
    """Return whether readers may talk about the text under *line*: "Comments", "12 comments"."""
    return len(line) <= MAX_BOX_HEAD and _lists().talk_heads.fullmatch(fold(line)) is not None


def heads_comments(line: str) -> bool:
    """Return whether *line*, without marks of a heading, is "Comments", or says how many of them there are: no "Responses"."""
    return line[:1].isalnum() and (counts_comments(line) or (len(line) <= MAX_BOX_HEAD and fold(line) in _lists().comment_heads))


def names_body(name: str) -> bool:
    """Return whether a word of *name* is one for an institution: "Finance Ministry"."""
    words = name.lower().split()
    return any(word in _lists().letterheads or word in _lists().bodies for word in words)


def counts_comments(line: str) -> bool:
    """Return whether *line* says how many comments stand below it: "Comments (3)"."""
    return len(line) <= MAX_BOX_HEAD and _lists().comment_counts.fullmatch(fold(line)) is not None


def asks_to_talk(line: str) -> bool:
    """Return whether *line* asks readers to say something about the text: "Register to comment"."""
    return len(line) <= LONGEST and _lists().talk_forms.search(line) is not None


def are_particulars(labels: Sequence[str]) -> bool:
    """Return whether a table whose rows have these *labels* says of the page what it is: its author, its number, where it appeared."""
    return len(labels) > 1 and 3 * sum(fold(label) in _lists().particulars for label in labels) >= 2 * len(labels)


def without_credit(caption: str) -> tuple[str, str]:
    """Return *caption* without whose the picture is, and that.

    >>> without_credit("The mill at Tarn. Photo: Ann Marlow")
    ('The mill at Tarn.', 'Photo: Ann Marlow')
    """
    found = _lists().credit.search(caption) if len(caption) <= MAX_CAPTION else None
    return (caption[: found.start()].rstrip(), found.group().strip()) if found is not None and found.start() else (caption, "")


def label_of(line: str) -> tuple[str, str] | None:
    """Return the metadata field and the value that a "Label: value" line holds, or None.

    >>> label_of("Source: Ministry of Agriculture")
    ('publisher', 'Ministry of Agriculture')
    """
    if len(line) > LONGEST:
        return None
    label, colon, value = line.partition(":")
    if not colon or len(label) > MAX_LABEL or not value.strip("*_ "):
        return None
    field = _lists().labels.get(fold(label)) or ("publisher" if fold(label) in _lists().senders and is_outlet(value) else None)
    value = _NEXT_LABEL.split(value)[0].strip("*_ \t")
    return (field, _lists().persons.sub("", value) if field == "publisher" else value) if field else None


def is_outlet(name: str) -> bool:
    """Return whether *name* is that of an outlet or agency by one of its words ("Sputnik News"), rather than a place."""
    return not _lists().outlets.isdisjoint(fold(name).split())


def is_named_as_paper(name: str) -> bool:
    """Return whether *name*, behind "The", is that of a newspaper by its last word ("The Tarn Ledger") or an outlet's; not "The Hague"."""
    return is_outlet(name) or fold(name).split()[-1] in _lists().newspapers


def is_paper(name: str) -> bool:
    """Return whether *name* says what the text is ("Press release", "Record of the sitting of"), not whose it is."""
    return _lists().papers.issuperset(fold(name).split())


def is_given(title: str) -> bool:
    """Return whether *title* opens by naming a text that is given on a day ("Budget speech of the Minister"), not an event."""
    return not _lists().given.isdisjoint(word.strip(",:") for word in fold(title).split()[:3])


def tells_giving(label: str) -> bool:
    """Return whether *label* says that on the day behind it a paper was given: "Answered on", "Date of decision"."""
    return fold(label) in _lists().given_on


def as_of_words() -> tuple[str, ...]:
    """Return the words behind which the day stands of which a text tells: "as of"."""
    return _lists().as_of


def is_letterhead(line: str) -> bool:
    """Return whether *line* is an institution's name as it stands over a release ("Ministry of Transport", "WESTHAM CONSTABULARY")."""
    words = fold(line).split()
    if not 1 < len(words) <= MAX_LETTERHEAD:
        return False
    named = all(word[0].isupper() or len(word) <= CONNECTIVE for word in line.split())  # "and", "of the"
    return words[0] in _lists().letterheads or (named and words[-1] in _lists().bodies)


def is_program(name: str) -> bool:
    """Return whether *name* is what a program or a system calls its user ("Microsoft Office User")."""
    return not _lists().programs.isdisjoint(fold(name).split())


def is_copyright(line: str) -> bool:
    """Return whether *line* opens by saying whose the text is: "© 2021 Harvest Agency"."""
    return _COPYRIGHT.match(line) is not None


def is_platform(name: str) -> bool:
    """Return whether *name* is of a place where anybody publishes ("Telegram"): it names no publisher."""
    return fold(name) in _lists().platforms


def without_counters(line: str) -> str:
    """Return *line* without how often something was seen, shared or commented on, and how long it takes to read.

    >>> without_counters("Harvest Agency 1,204 views")
    'Harvest Agency '
    """
    return _lists().counters.sub("", line)


def is_other_date(label: str) -> bool:
    """Return whether *label* says that the date behind it is not that of publication ("Last updated")."""
    return fold(label) in _lists().other_dates


def is_caption(line: str) -> bool:
    """Return whether *line*, which stands beside a table, names it ("Table 3. Yields by district", ": yields by district")."""
    return len(line) <= 300 and (line.startswith(":") or line.lower().lstrip("*_ ").startswith(_lists().captions))
