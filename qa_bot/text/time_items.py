"""A text read as a row of words of time."""

import re

from qa_bot.text.roman import read_roman
from qa_bot.text.time_numerals import coded, read_numeral
from qa_bot.text.time_words import GAPS, SIGNS, Item, Kind, TimeWords

WINDOW = 64  # characters before an anchor in which what leads up to it may stand: "over the course of the first two weeks of"
_LEX = re.compile(
    r"""
    (?P<word>[^\W\d_]++(?!\d))
  | (?P<numeral>(?:\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)(?![^\W_])
      | \d++(?:[.,:/\-–—‑−]\d++)*+(?:[^\W_]++|-(?:го|й|я|е|х|м|ом|ю|ми|ых|ой|му)(?![^\W_]))?)
  | (?P<code>[^\W\d_]+\d[^\W_]*+)
    """,
    re.VERBOSE,
)
_DASH = re.compile(r"[-–—‑−/]")


def read_items(text: str, start: int, end: int, words: TimeWords) -> list[Item]:
    """Return the words of time of ``text[start:end]`` in order, as far as they stand next to one that is needed for a period.

    Every period holds an anchor, a digit or a word such as "March" or "year", and no word unknown here. So only the runs of known words
    around the anchors are read, which is most of the speed.
    """
    items: list[Item] = []
    here = start
    search = words.anchor.search
    while (anchor := search(text, here, end)) is not None:
        here = _run(text, _window(text, here, anchor.start(), words.linking), anchor.start(), end, words, items)
    return items


def _window(text: str, floor: int, anchor: int, linking: frozenset[str]) -> int:
    """Return where the known words that lead up to *anchor* begin."""
    low = max(floor, anchor - WINDOW)
    chunk = text[low:anchor]
    parts = chunk.split()
    glued = not chunk[-1:].isspace()
    known = 0
    for part in reversed(parts):
        if part.strip(SIGNS) not in linking and not (glued and known == 0) and not linking.issuperset(_DASH.split(part)):
            break
        known += 1
    return low + len(chunk) - len(chunk.split(None, len(parts) - known)[-1]) if known else anchor


def _run(text: str, begin: int, anchor: int, end: int, words: TimeWords, items: list[Item]) -> int:
    """Add the run of known words around *anchor* to *items* and return where to search on."""
    known, phrases = words.words.get, words.phrases
    size = len(items)
    here = begin
    last = items[-1].end if items else begin
    for match in _LEX.finditer(text, begin, end):
        at, stop = match.span()
        if at < here:
            continue
        surface = match.group()
        if match.lastindex == 1:
            if surface in phrases and (phrase := _phrase(text, stop, end, phrases[surface])) is not None:
                pattern_end, kind, value, lower = phrase
                items.append(Item(kind, at, pattern_end, value, _gap(text, last, at), lower, True, surface[0] != lower[0]))
                here = last = pattern_end
                continue
            entry = known(surface)
            if entry is not None:
                kind, value, lower, sure = entry
                if stop < end and text[stop] == "." and lower in words.abbreviated:
                    stop += 1
                items.append(Item(kind, at, stop, value, _gap(text, last, at), lower, sure, surface[0] != lower[0]))
                here = last = stop
                continue
            if len(surface) <= 5 and surface[0] in "IVX" and (roman := read_roman(surface)):
                items.append(Item(Kind.ROMAN, at, stop, roman, _gap(text, last, at), surface, True, True))
                here = last = stop
                continue
        elif match.lastindex == 2:
            items.extend(read_numeral(text, at, stop, surface, _gap(text, last, at)))
            here = last = stop
            continue
        elif (code := coded(surface)) is not None:
            items.append(Item(code[0], at, stop, code[1], _gap(text, last, at), surface, True, surface[0].isupper()))
            here = last = stop
            continue
        if at >= anchor or stop > anchor:
            return stop
        del items[size:]
        last = items[-1].end if items else begin
    return end


def _phrase(
    text: str, after: int, end: int, listed: tuple[tuple[re.Pattern[str], Kind, int, str], ...]
) -> tuple[int, Kind, int, str] | None:
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
