"""In which order a person reads what stands on a page: columns one after the other, what spans them in between."""

from collections.abc import Sequence
from itertools import pairwise

from qa_bot.ingest.glyphs import Segment, rows
from qa_bot.ingest.grid import is_value, is_year
from qa_bot.ingest.tables import MISSING

PROSE = 4  # words of a segment that belongs to running text rather than to a table
FEWEST = 3  # such segments on either side of a gutter
CROSSING = 0.3  # of the segments may reach over it: titles, wide tables
CLEAR = 5.0  # points on which nothing else stands
STEP = 2.0  # points between the places that are tried
PLACES = 5_000  # that are tried on a page wider than any poster, whose glyphs lie wherever somebody said
DEEPEST = 3  # columns within columns


def reading_order(found: Sequence[Segment], depth: int = 0) -> list[list[Segment]]:
    """Return the segments of a page as stretches that are read one after the other, each from the top down."""
    gutter = _gutter(found) if depth < DEEPEST else None
    if gutter is None:
        return [list(found)] if found else []
    stretches: list[list[Segment]] = []
    zone: list[Segment] = []
    across: list[Segment] = []
    for segment in sorted(found, key=lambda segment: (segment.line, segment.left)):
        if segment.left < gutter < segment.right or (across and _same_line(across[-1], segment)):
            if zone:
                stretches += _sides(zone, gutter, depth)
                zone = []
            across.append(segment)
        else:
            if across:
                stretches.append(across)
                across = []
            zone.append(segment)
    return stretches + ([across] if across else []) + (_sides(zone, gutter, depth) if zone else [])


def _sides(zone: Sequence[Segment], gutter: float, depth: int) -> list[list[Segment]]:
    left = [segment for segment in zone if segment.right <= gutter]
    right = [segment for segment in zone if segment.right > gutter]
    if not (_prose(left) and _prose(right)):  # a table, or a line in two halves: read across
        return [list(zone)]
    return reading_order(left, depth + 1) + reading_order(right, depth + 1)


def _same_line(one: Segment, other: Segment) -> bool:
    return abs(one.line - other.line) < 1.0


def _prose(found: Sequence[Segment]) -> int:
    return sum(segment.text.count(" ") >= PROSE - 1 for segment in found)


def _gutter(found: Sequence[Segment]) -> float | None:
    """Return where a strip from top to bottom parts running text from running text; None if nothing does."""
    if _prose(found) < 2 * FEWEST:
        return None
    first, last = min(segment.left for segment in found), max(segment.right for segment in found)
    best: tuple[float, float] | None = None  # how much crosses, rows of tables among it, then how far from the middle
    place = None
    parted = _rows_parted(found)
    stride = max(STEP, (last - first) / PLACES)
    for step in range(1, int((last - first) / stride)):
        at = first + step * stride
        crossing = [segment for segment in found if segment.left < at + CLEAR and segment.right > at - CLEAR]
        if len(crossing) > CROSSING * len(found) or (best is not None and len(crossing) > best[0]):
            continue
        left = [segment for segment in found if segment.right <= at - CLEAR]
        right = [segment for segment in found if segment.left >= at + CLEAR]
        torn, prose = sum(start < at < end for start, end in parted), min(_prose(left), _prose(right))
        score = (float(len(crossing) + torn), abs(at - (first + last) / 2))
        if prose >= FEWEST and prose > torn and (best is None or score < best):
            best, place = score, at
    return place


def _rows_parted(found: Sequence[Segment]) -> list[tuple[float, float]]:
    """Return from where to where a strip would part a row of a table: behind it stands a number, and before it no running text."""
    beside = [pair for _, row in rows(list(found)) for pair in pairwise(row)]
    return [(before.right, behind.left) for before, behind in beside if _holds_number(behind) and not _prose([before])]


def _holds_number(segment: Segment) -> bool:
    return is_value(segment.text) or is_year(segment.text) or segment.text in MISSING
