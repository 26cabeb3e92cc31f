"""Bounds: the words around a number that make it a minimum, a maximum or a rough value."""

from typing import NamedTuple

from qa_bot.schema import Bound
from qa_bot.text.numerals import NumeralReader

_MAX_BETWEEN = 3  # words of emphasis between a bound and its number
_CHANGE_REACH = 8  # tokens back from "до" to the word of change


class BoundWords(NamedTuple):
    """A bound with the characters of its words (None without words), and whether a word of focus ("only", "already") stands by."""

    bound: Bound = Bound.EXACT
    start: int | None = None
    end: int | None = None
    focus: bool = False


def read_bound(reader: NumeralReader, first: int, last: int, free: int) -> BoundWords:
    """Return the bound of the number of tokens ``first:last``, whose words stand before it, not before token *free*, or right behind it."""
    before = _before(reader, first, last, free)
    if before.bound is not Bound.EXACT:
        return before
    after = _after(reader, last)
    return after._replace(focus=before.focus or after.focus)


def _before(reader: NumeralReader, first: int, last: int, free: int) -> BoundWords:
    words, at, focus = reader.words, first - 1, False
    found = _match_before(reader, at, last, free)
    while (
        found is None
        and at >= free
        and first - 1 - at < _MAX_BETWEEN
        and (reader.lowers[at] in words.focus or reader.lowers[at] in words.skipped)
    ):
        focus = focus or reader.lowers[at] in words.focus
        at -= 1
        found = _match_before(reader, at, last, free)
    if found is None and reader.lowers[at] in words.prepositions:  # "более чем на 20 %", "почти на треть"
        found = _match_before(reader, at - 1, last, free)
        if found is not None and (at - found[0] > 1 or found[1] is Bound.ABOUT):
            at -= 1
        else:
            found = None
    if found is None:
        return BoundWords(focus=focus)
    begin, bound = found
    while begin - 1 >= free and reader.lowers[begin - 1] in words.degrees:
        begin -= 1
        focus = focus or reader.lowers[begin] in words.focus
    focus = focus or (begin - 1 >= free and reader.lowers[begin - 1] in words.focus)
    return BoundWords(bound, reader.tokens[begin].start, reader.tokens[at].end, focus)


def _match_before(reader: NumeralReader, at: int, last: int, free: int) -> tuple[int, Bound] | None:
    """Return the first token and the bound of the longest phrase that ends with token *at*."""
    if at < free:
        return None
    for phrase, meaning in reader.words.bounds_before.get(reader.lowers[at], ()):
        begin = at + 1 - len(phrase)
        if begin >= free and all(reader.lowers[begin + step] == word for step, word in enumerate(phrase)):
            if _is_none(reader, begin, phrase, last):
                return None
            return begin, Bound(meaning)
    return None


def _is_none(reader: NumeralReader, begin: int, phrase: tuple[str, ...], last: int) -> bool:
    """Return whether the words are no bound here: "over two years", "вырос до 40"."""
    words = reader.words
    if " ".join(phrase) in words.no_bound_alone and not reader.lowers[last][:1].isalpha():
        return True  # «школ в районе 27»
    if len(phrase) != 1:
        return " ".join(phrase) in words.lacking and _is_lacked(reader, begin, last)
    if phrase[0] in words.no_bound_before_span and reader.lowers[last] in words.spans:
        return reader.lowers[last + 1] not in words.span_measured
    if phrase[0] in words.no_bound_after_change:
        return any(_opens_change(reader, at) for at in range(max(0, begin - _CHANGE_REACH), begin))
    return False


def _is_lacked(reader: NumeralReader, begin: int, last: int) -> bool:
    """Return whether somebody is said to be "short of" the things behind the number: "is short of 140 nurses", not "just short of"."""
    words, at = reader.words, begin - 1
    while at > 0 and reader.lowers[at] in words.lacking_adverbs:
        at -= 1
    return reader.lowers[at] in words.lacking_verbs and reader.lowers[last][:1].isalpha()


def _opens_change(reader: NumeralReader, at: int) -> bool:
    """Return whether token *at* is a word of change, or opens "от 30 человек до ..."."""
    words = reader.words
    if reader.lowers[at] in words.range_from or reader.lowers[at] in words.from_:
        return reader.lowers[at + 1][:1].isdecimal() or reader.lowers[at + 1] in words.cardinals
    return reader.lowers[at].startswith(words.change)


def _after(reader: NumeralReader, last: int) -> BoundWords:
    """Return the bound behind a number, directly or behind the noun it counts: "28+", "five or more", "100 people or fewer"."""
    found = _match_after(reader, last)
    if found is None and reader.lowers[last].isalpha() and reader.lowers[last + 1] in reader.words.bound_joints:
        last += 1
        found = _match_after(reader, last)
    if found is None:
        return BoundWords()
    end, bound = found
    return BoundWords(bound, reader.tokens[last].start, reader.tokens[end - 1].end)


def _match_after(reader: NumeralReader, at: int) -> tuple[int, Bound] | None:
    for phrase, meaning in reader.words.bounds_after.get(reader.lowers[at], ()):
        end = at + len(phrase)
        if not all(reader.lowers[at + step] == word for step, word in enumerate(phrase)):
            continue
        if not phrase[0][0].isalnum() and not reader.glued(at):  # "28+", but not "28 + 3"
            continue
        following = reader.lowers[end]
        if following[:1].isdecimal() or following in reader.words.starts - reader.words.articles:  # "five and over three ..."
            continue
        return end, Bound(meaning)
    return None
