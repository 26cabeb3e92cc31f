"""Which look back a text has left: "Over the year" behind an aside about the worst one is of the year that the document reports on."""

from bisect import bisect_left
from collections.abc import Sequence

from qa_bot.figures.discourse import Discourse
from qa_bot.figures.frames import precedes
from qa_bot.figures.passing import compared
from qa_bot.figures.units import Unit
from qa_bot.schema import Period, Span
from qa_bot.text.periods import PeriodMention


def is_left_behind(discourse: Discourse, mention: PeriodMention, unit: Unit, reference: Period | None, spans: Sequence[Span]) -> bool:
    """Return whether *reference*, the time named before *mention*, by a sentence of *spans*, is only that of a look back within a
    paragraph that began with the time of the report, and *mention* is counted from that time: "over the year", or "the year before" in
    what a figure of its own sentence is compared with."""
    reported, _ = discourse.reported_on
    if reported is None or reference is None or not spans or not precedes(reference, reported):
        return False
    if not (mention.first.whole or compared(unit.syntax, mention)):
        return False
    paragraph = _paragraph(discourse.units, unit)
    before = [other for other in paragraph if other.start < spans[0].start]
    if not before or all(other.span != spans[0] for other in paragraph):
        return False
    told = [discourse.resolved(frame, other)[0] for other in before for frame in discourse.frames(other)]
    return not any(precedes(period, reported) for period in told)


def _paragraph(units: Sequence[Unit], unit: Unit) -> list[Unit]:
    """The sentences of the paragraph of *unit* before it."""
    last = bisect_left(units, unit.start, key=lambda other: other.start)
    first = last
    while first > 0 and units[first - 1].block == unit.block:
        first -= 1
    return list(units[first:last])
