"""Small glyphs over or under the line of a PDF page: marks of notes, powers, indices. They belong to the word that they stand at."""

import re
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from qa_bot.ingest.sheet import RAISED

SMALLER = 0.9  # times as high: what stands right behind a larger glyph; browsers set 0.83, reportlab 0.8, word processors 0.65
FAR_SMALLER = 0.8  # times as high: also what stands a little away from it
SMALLEST = 0.35  # times as high; beside an initial of several lines the text is smaller
NEAR = 0.25  # of the larger one's height: so far to the side a mark stands at most
AWAY = 0.8  # and so far one that is far smaller
BEFORE = 0.6  # and so far a note begins behind its mark
RISE = 0.1, 1.0  # of that height, over the line
DROP = 0.1, 0.5  # below it
LONGEST = 4  # glyphs of a mark
MOST_STRAYS = 5_000  # of a page; more are signs strewn over it, none of them a mark
MOST_BESIDE = 20  # glyphs that end at one place and are held against a mark: more are an attack
_MARK = re.compile(r"[(\[]?(?:\d{1,2}|[a-zа-я]|[*†‡§]{1,3})[)\]]?")
_NUMBERS = re.compile(r"[(\[]?(\d{1,2}(?:[,;]\d{1,2})*)[)\]]?")
_LETTER = re.compile(r"[(\[]?([a-z])[)\]]?")
_SLASHES = ("/", "\N{FRACTION SLASH}")
_PLACE = 4.0  # points


class Glyph(NamedTuple):
    """A sign with its place; *line* is its baseline from the top."""

    sign: str
    left: float
    right: float
    line: float
    height: float
    place: int  # among the glyphs of its page


class Shown(NamedTuple):
    """A glyph of a segment with its text: a space before it has none of its own."""

    text: str
    glyph: Glyph
    raised: bool = False


def is_raised(glyph: Glyph, base: Glyph, gap: float) -> bool:
    """Return whether *glyph* stands over the line of *base*, the last one on it, and *gap* behind what was set before."""
    near = AWAY if glyph.height < FAR_SMALLER * base.height else NEAR
    return _is_smaller(glyph, base) and -near * base.height < gap < near * base.height and _rises(glyph, base)


def is_lowered(glyph: Glyph, base: Glyph, gap: float) -> bool:
    """Return whether *glyph* stands a little below the line of *base*, right behind it: the index of "CO2"."""
    drop = glyph.line - base.line
    return _is_smaller(glyph, base) and abs(gap) < NEAR * base.height and DROP[0] * base.height < drop < DROP[1] * base.height


def opens_note(run: Sequence[Shown], glyph: Glyph) -> bool:
    """Return whether all of *run* is the mark of a note that begins with *glyph*: "¹ Without ferries"."""
    if len(run) > LONGEST or not (glyph.sign.isalnum() or glyph.sign in "\"'“«„("):
        return False
    last = run[-1].glyph
    near = -NEAR * glyph.height < glyph.left - last.right < BEFORE * glyph.height
    over = all(_is_smaller(each.glyph, glyph) and _rises(each.glyph, glyph) for each in run)
    return near and over and _MARK.fullmatch("".join(each.text for each in run)) is not None


def _is_smaller(glyph: Glyph, base: Glyph) -> bool:
    return SMALLEST * base.height < glyph.height < SMALLER * base.height


def _rises(glyph: Glyph, base: Glyph) -> bool:
    return RISE[0] * base.height < base.line - glyph.line < RISE[1] * base.height


def text_of(run: Sequence[Shown]) -> str:
    """Return the text of a *run*: raised digits as such, so that they lengthen no number, and a raised letter in brackets."""
    parts: list[str] = []
    stretches = [(raised, "".join(each.text for each in group)) for raised, group in groupby(run, key=lambda each: each.raised)]
    for at, (raised, text) in enumerate(stretches):
        behind = stretches[at + 1][1][:1] if at + 1 < len(stretches) else ""
        parts.append(_shown(text, behind) if raised else text)
    return "".join(parts).strip()


def _shown(text: str, behind: str) -> str:
    """Return how raised *text* is shown before the sign *behind*."""
    if behind in _SLASHES and text.isdigit():
        return f" {text}"  # the first number of a fraction, which lengthens no other
    if (numbers := _NUMBERS.fullmatch(text)) is not None:
        return " ".join(re.split("[,;]", numbers[1])).translate(RAISED)
    letter = _LETTER.fullmatch(text)
    if letter is not None and not behind.isalnum():
        return f"({letter[1]})"
    return text.translate(RAISED)


def in_place(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Return *glyphs* with each mark that was set later than what stands around it moved behind the word, or before the note, it is of."""
    marks = list(_strays(glyphs))
    if not marks or len(marks) > MOST_STRAYS:
        return list(glyphs)
    ends, starts = _by_place(glyphs, right=True), _by_place(glyphs, right=False)
    behind: dict[int, list[int]] = {}
    before: dict[int, list[int]] = {}
    for first, end in marks:
        mark = range(first, end)
        word = next((at for at in _beside(ends, glyphs[first].left, glyphs[first].line) if _is_word(glyphs, at, mark)), None)
        note = next((at for at in _beside(starts, glyphs[end - 1].right, glyphs[first].line) if _is_note(glyphs, at, mark)), None)
        if word is not None:
            behind.setdefault(word, []).extend(mark)
        elif note is not None:
            before.setdefault(note, []).extend(mark)
    moved = {at for found in (behind, before) for mark in found.values() for at in mark}
    order: list[int] = []
    for at in range(len(glyphs)):
        if at not in moved:
            order += [*before.get(at, ()), at, *behind.get(at, ())]
    return [glyphs[at] for at in order]


def _strays(glyphs: Sequence[Glyph]) -> list[tuple[int, int]]:
    """Return from where to where stretches of *glyphs* go that look like marks, apart from what was set before and after."""
    found: list[tuple[int, int]] = []
    first = 0
    for at in range(1, len(glyphs) + 1):
        if at == len(glyphs) or not _adjoin(glyphs[at - 1], glyphs[at]):
            if at - first <= LONGEST and _MARK.fullmatch("".join(glyph.sign for glyph in glyphs[first:at])):
                found.append((first, at))
            first = at
    return found


def _adjoin(glyph: Glyph, after: Glyph) -> bool:
    gap = after.left - glyph.right
    near = abs(gap) < AWAY * max(glyph.height, after.height) and abs(glyph.line - after.line) < max(glyph.height, after.height)
    return near and not glyph.sign.isspace() and not after.sign.isspace()


_Places = dict[tuple[int, int], list[int]]


def _by_place(glyphs: Sequence[Glyph], *, right: bool) -> _Places:
    """Return the indices of *glyphs* by where they stand and where they end on the *right*, or else begin."""
    places: _Places = {}
    for at, glyph in enumerate(glyphs):
        if not glyph.sign.isspace():
            there = places.setdefault(_cell(glyph.right if right else glyph.left, glyph.line), [])
            if len(there) < MOST_BESIDE:
                there.append(at)
    return places


def _cell(x: float, y: float) -> tuple[int, int]:
    return int(x // _PLACE), int(y // _PLACE)


def _beside(places: _Places, x: float, y: float) -> list[int]:
    """Return the indices of the glyphs around a place, those set first first."""
    column, row = _cell(x, y)
    return sorted(at for across in (-1, 0, 1) for down in (-1, 0, 1, 2, 3) for at in places.get((column + across, row + down), ()))


def _is_word(glyphs: Sequence[Glyph], at: int, mark: range) -> bool:
    base, first = glyphs[at], glyphs[mark[0]]
    return at not in mark and is_raised(first, base, first.left - base.right) and abs(first.left - base.right) < NEAR * base.height


def _is_note(glyphs: Sequence[Glyph], at: int, mark: range) -> bool:
    return at not in mark and opens_note([Shown(glyphs[each].sign, glyphs[each]) for each in mark], glyphs[at])
