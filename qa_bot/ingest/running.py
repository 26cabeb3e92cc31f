"""What runs along the edges of all pages: their heads and feet, which are no rows of a table that goes on from page to page."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from qa_bot.ingest.glyphs import Plate, Segment, rows
from qa_bot.ingest.grid import is_value
from qa_bot.ingest.tables import MISSING

MARGIN = 0.12  # of a page's height, at its top and bottom, where running heads stand
REPEATED = 0.3  # of the pages
SMALL = 0.9  # times as high as the text
LARGER = 1.12
MAX_HEAD = 80  # characters
SENTENCE = 7  # spaces in a line of text; a head with several numbers ("Report 2023 | Section 4 | Page 17") has fewer
LONGEST = 9  # digits of a number that is looked at
PITCH = 1.3  # times as far from the next row as that one from the one behind it may a row of a table stand
FEWEST_ALONE = 3  # columns in which a table's row stands above or below a single other one, or none
FEWEST_LINES = 3  # of a page that is numbered at its foot
APART = 1.7  # times the height of its digits may the last line of the text be away from such a number
_PAGE = re.compile(r"(?:page |p\. ?|стр\. ?)?[-–—]? ?\d{1,4} ?[-–—]?(?: ?(?:/|of|из) ?\d{1,4})?", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")


_Words = tuple[bool, str]  # whether at the upper edge, and what stands there


def running(plates: Sequence[Plate], height: float) -> list[list[Segment]]:
    """Return for each page its heads and feet; *height* is that of the running text of the document."""
    same = _repeated(plates, figures=True)
    told = _told(plates)
    alike = _repeated(plates, figures=False) - told
    least = _heights(plates)
    return [_running(plate, height, alike, same, told, least) for plate in plates]


def _running(
    plate: Plate, height: float, alike: set[_Words], same: set[_Words], told: set[_Words], least: Mapping[_Words, float]
) -> list[Segment]:
    found = {segment for segment in plate.segments if _words(plate, segment) in alike or _is_small_print(plate, segment, height)}
    found = {segment for segment in found if not (_is_title(plate, segment, height, same, least) or _is_beyond(plate, segment, told))}
    lines = [line for _, line in rows(list(plate.segments))]
    if (numbered := _page_number(plate, lines)) is not None:
        found.add(numbered)
    if not found:
        return []
    at_edge = {number for number, line in enumerate(lines) if any(segment in found for segment in line)}
    kept = {number for number in at_edge if _names_a_row(plate, lines[number], same)}
    for step in (1, -1):  # the head's lines from the last up, the foot's from the first down: a row is known by the one before it
        for number in sorted(at_edge - kept, reverse=step > 0):
            if number + step not in at_edge - kept and _is_row(lines, number, step):
                kept.add(number)
    found -= {segment for number in kept for segment in lines[number]}
    return [segment for segment in plate.segments if segment in found]


def _words(plate: Plate, segment: Segment, *, figures: bool = False) -> _Words | None:
    """Return what a running head or foot has in common on all pages: where it stands, and its words, as a rule without figures."""
    upper, lower = segment.line < MARGIN * plate.height, segment.line > (1 - MARGIN) * plate.height
    return (upper, segment.text if figures else _DIGITS.sub("0", segment.text)) if upper or lower else None


def _heights(plates: Sequence[Plate]) -> dict[_Words, float]:
    """Return how high the letters are in which the words of each head and foot are set the smallest."""
    found: dict[_Words, float] = {}
    for plate in plates:
        for segment in plate.segments:
            if (words := _words(plate, segment, figures=True)) is not None:
                found[words] = min(segment.height, found.get(words, segment.height))
    return found


def _is_title(plate: Plate, segment: Segment, height: float, same: set[_Words], least: Mapping[_Words, float]) -> bool:
    """Return whether *segment* is larger than the text and no other page has it: "Trees planted in 2019", of 2020 on the next one.

    It is, too, where pages have it in smaller letters as their head: the title of it all."""
    words = _words(plate, segment, figures=True)
    if words is not None and segment.height >= LARGER * max(height, least[words] * LARGER):
        return words[0]
    return words is not None and words[0] and words not in same and segment.height >= LARGER * height and segment.text.count(" ") > 1


def _is_small_print(plate: Plate, segment: Segment, height: float) -> bool:
    """Return whether *segment* is a head or foot by its looks: short, small, at the edge of its page, and no sentence; with nothing beside
    it but the number of the page and words that are so, too."""
    near = [other for other in plate.segments if other is segment or abs(other.line - segment.line) <= 2 * height]
    if _words(plate, segment) is None or not all(_is_small(each, height) for each in near):
        return False
    numbers = [each for each in near if _PAGE.fullmatch(each.text)]
    in_line = all(abs(each.line - segment.line) < height / 2 for each in near)
    return len(near) == 1 or (in_line and len(numbers) == 1 and not any(is_value(each.text) for each in near if each not in numbers))


def _is_small(segment: Segment, height: float) -> bool:
    return segment.height < SMALL * height and len(segment.text) <= MAX_HEAD and segment.text[-1] not in ".!?;:,"


def _page_number(plate: Plate, lines: Sequence[Sequence[Segment]]) -> Segment | None:
    """Return the number that stands alone at the foot of the page, apart from the text: it is the page's, also of one that has no other."""
    if len(lines) < FEWEST_LINES or len(lines[-1]) > 1:
        return None
    last = lines[-1][0]
    apart = last.line - max(segment.line for segment in lines[-2]) > APART * last.height
    under = any(is_value(segment.text) for segment in lines[-2])  # the column of a table goes on
    return last if apart and not under and _PAGE.fullmatch(last.text) and _words(plate, last) is not None else None


def _repeated(plates: Sequence[Plate], *, figures: bool) -> set[_Words]:
    times = Counter(words for plate in plates for words in set(_at_edges(plate, figures=figures)))
    least = 2 if figures else max(2, REPEATED * len(plates))
    return {words for words, count in times.items() if count >= least}


def _told(plates: Sequence[Plate]) -> set[_Words]:
    """Return what is alike on several pages but for numbers that do not go up as pages do: sentences, each of which tells its own."""
    numbers: dict[_Words, list[list[int]]] = {}
    for page, plate in enumerate(plates):
        for segment in plate.segments:
            words = _words(plate, segment)
            if words is not None and words[1].count(" ") >= SENTENCE:
                numbers.setdefault(words, []).append([page, *(int(number[-LONGEST:]) for number in _DIGITS.findall(segment.text))])
    return {words for words, pages in numbers.items() if any(_varies(values, pages) for values in list(zip(*pages, strict=True))[1:])}


def _is_beyond(plate: Plate, segment: Segment, told: set[_Words]) -> bool:
    """Return whether sentences of the text stand between *segment* and its edge of the page: it goes on from them."""
    words = _words(plate, segment)
    between = (other for other in plate.segments if told and words is not None and _words(plate, other) in told)
    return any((other.line < segment.line) if words is not None and words[0] else (other.line > segment.line) for other in between)


def _varies(values: Sequence[int], pages: Sequence[Sequence[int]]) -> bool:
    """Return whether the number that has these *values* on *pages* is neither the same on all nor that of the page."""
    return len(set(values)) > 1 and len({value - page for value, (page, *_) in zip(values, pages, strict=True)}) > 1


def _at_edges(plate: Plate, *, figures: bool) -> Iterator[_Words]:
    for segment in plate.segments:
        if (words := _words(plate, segment, figures=figures)) is not None:
            yield words


def _names_a_row(plate: Plate, line: Sequence[Segment], same: set[_Words]) -> bool:
    """Return whether *line* has a name that no other page repeats, and several numbers: a page has one number."""
    label, *values = line
    return (
        len(line) >= FEWEST_ALONE
        and not is_value(label.text)
        and sum(is_value(segment.text) for segment in values) > 1
        and all(is_value(segment.text) or segment.text in MISSING for segment in values)
        and _words(plate, label, figures=True) not in same
    )


def _is_row(lines: Sequence[Sequence[Segment]], at: int, step: int) -> bool:
    """Return whether the line *at* stands in the columns of the next two, by *step*, and as far from the one as that from the other."""
    nearer, farther = at + step, at + 2 * step
    if not 0 <= nearer < len(lines) or not _in_columns(lines[at], lines[nearer]):
        return False
    if not 0 <= farther < len(lines):
        return len(lines[at]) == len(lines[nearer]) >= FEWEST_ALONE
    if not _in_columns(lines[nearer], lines[farther]):
        return False
    return abs(lines[at][0].line - lines[nearer][0].line) <= PITCH * abs(lines[nearer][0].line - lines[farther][0].line)


def _in_columns(line: Sequence[Segment], other: Sequence[Segment]) -> bool:
    """Return whether of *line* and *other*, several segments each, those of the one with fewer stand above or below some of the other."""
    fewer, more = sorted((line, other), key=len)
    return len(fewer) > 1 and all(any(one.left < over.right and over.left < one.right for over in more) for one in fewer)
