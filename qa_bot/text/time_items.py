"""A text read as a row of words of time."""

import re

from qa_bot.text.patterns import LatePattern
from qa_bot.text.roman import read_roman
from qa_bot.text.time_numerals import coded, read_numeral
from qa_bot.text.time_words import GAPS, SIGNS, Item, Kind, TimeWords

WINDOW = 64  # characters before an anchor in which what leads up to it may stand: "over the course of the first two weeks of"
_LEX = re.compile(
    r"""
    (?P<word>[^\W\d_]++(?!\d))
  | (?P<numeral>(?:\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)(?![^\W_])
      | \d++(?>(?:[.,:/\-–—‑−]\d++)*)(?:[^\W_]++|-(?:го|й|я|е|х|м|ом|ю|ми|ых|ой|му)(?![^\W_]))?)
  | (?P<code>[^\W\d_]+\d[^\W_]*+)
    """,
    re.VERBOSE,
)
_COUNT = re.compile(r"\d{1,3}+(?>(?:,\d{3})*)(?:\.\d++)?(?:\s?[%‰]|[ \u00a0]([^\W\d_]++))")
_TELLING = frozenset({Kind.MONTH, Kind.WEEKDAY, Kind.SEASON, Kind.UNIT, Kind.YEAR, Kind.DATE, Kind.ISO_MONTH, Kind.YEAR_SPAN, Kind.DECADE})
_TELLING |= {Kind.CODE, Kind.POINT, Kind.BC, Kind.AD, Kind.FISCAL, Kind.TO_DATE, Kind.SAME_PERIOD}  # every period has one of these
_DASH = re.compile(r"[-–—‑−/]")


def read_items(text: str, start: int, end: int, words: TimeWords) -> list[Item]:
    """Return the words of time of ``text[start:end]`` in order, as far as they stand next to one that is needed for a period.

    Every period holds an anchor, a digit or a word such as "March" or "year", and no word unknown here. So only the runs of known words
    around the anchors are read, and plain counts ("60 requests", "91.4%") not at all: most of the speed comes from that.
    """
    items: list[Item] = []
    here = start
    search = words.anchor.search
    while (anchor := search(text, here, end)) is not None:
        begin = anchor.start()
        count = _COUNT.match(text, begin, end)
        if count is not None and _is_count(text, start, begin, count, words):
            here = count.end()
            continue
        run, here = _run(text, _window(text, here, begin, words.linking), begin, end, words, items[-1].end if items else start)
        if any(item.kind in _TELLING for item in run):
            items.extend(run)
    return items


def _is_count(text: str, start: int, begin: int, count: re.Match[str], words: TimeWords) -> bool:
    """Return whether the plain number at *begin* counts the unknown word after it. "AD 79 erupted" does not."""
    if begin > start and text[begin - 1] not in " \n(":
        return False
    word = count.group(1)
    return word is None or (word.replace("ё", "е") not in words.linking and not (begin > start + 1 and text[begin - 2].isupper()))


def _window(text: str, floor: int, anchor: int, linking: frozenset[str]) -> int:
    """Return where the known words that lead up to *anchor* begin."""
    low = max(floor, anchor - WINDOW)
    chunk = text[low:anchor]
    parts = chunk.split()
    glued = not chunk[-1:].isspace()
    known = 0
    for part in reversed(parts):
        part = part.replace("ё", "е")
        if part.strip(SIGNS) not in linking and not (glued and known == 0) and not linking.issuperset(_DASH.split(part)):
            break
        known += 1
    return low + len(chunk) - len(chunk.split(None, len(parts) - known)[-1]) if known else anchor


def _run(text: str, begin: int, anchor: int, end: int, words: TimeWords, last: int) -> tuple[list[Item], int]:
    """Return the run of known words around *anchor*, and where to search on; *last* is the end of the item before."""
    run: list[Item] = []
    before = here = last
    for match in _LEX.finditer(text, begin, end):
        at, stop = match.span()
        if at < here:
            continue
        read = _READERS[match.lastindex or 0](text, match, end, words, _gap(text, here, at))
        if read:
            run.extend(read)
            here = read[-1].end
        elif stop > anchor:
            return run, stop
        else:
            run.clear()
            here = before
    return run, end


def _read_word(text: str, match: re.Match[str], end: int, words: TimeWords, gap: str) -> list[Item]:
    at, stop = match.span()
    surface = match.group()
    phrase = _phrase(text, stop, end, words.phrases[surface]) if surface in words.phrases else None
    if phrase is not None:
        past, kind, value, lower = phrase
        return [Item(kind, at, past, value, gap, lower, True, surface[0] != lower[0])]
    entry = words.words.get(surface.replace("ё", "е"))
    if entry is not None:
        kind, value, lower, sure = entry
        if stop < end and text[stop] == "." and lower in words.abbreviated:
            stop += 1
        return [Item(kind, at, stop, value, gap, lower, sure, surface[0] != lower[0])]
    roman = read_roman(surface) if surface[0] in "IVX" else 0
    return [Item(Kind.ROMAN, at, stop, roman, gap, surface, True, True)] if roman else []


def _read_digits(text: str, match: re.Match[str], end: int, words: TimeWords, gap: str) -> list[Item]:
    return read_numeral(text, match.start(), match.end(), match.group(), gap)


def _read_code(text: str, match: re.Match[str], end: int, words: TimeWords, gap: str) -> list[Item]:
    code = coded(match.group())
    if code is None:
        return []
    return [Item(code[0], match.start(), match.end(), code[1], gap, match.group(), True, match.group()[0].isupper())]


_READERS = (_read_word, _read_word, _read_digits, _read_code)  # by the group of _LEX that matched


def _phrase(text: str, after: int, end: int, listed: tuple[tuple[LatePattern, Kind, int, str], ...]) -> tuple[int, Kind, int, str] | None:
    """Return the phrase whose first word ends at *after*: its end, kind, value and folded form."""
    for pattern, kind, value, phrase in listed:
        match = pattern.match(text, after, end)
        if match:
            return match.end(), kind, value, phrase
    return None


def _gap(text: str, last: int, begin: int) -> str:
    if begin - last == 1 and text[last] == " ":
        return " "
    if begin - last > 6:
        return "|"
    gap = text[last:begin]
    if "\n\n" in gap:
        return "|"
    return GAPS.get(gap.strip(), "|")
