"""Numerals: the words and digits that spell one value, and that value."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from qa_bot.text.concepts import Kinds
from qa_bot.text.digits import MAX_DIGITS, is_ambiguous, plain_decimal, share, value_of
from qa_bot.text.lexicon import lexicon
from qa_bot.text.number_words import NumberWords
from qa_bot.text.tokens import Token
from qa_bot.text.wraps import is_wrap

SPACES = frozenset(" \u00a0\u2009\u202f")
DASHES = frozenset("-\u2010\u2011")
PARTS = {"½": "0.5", "⅓": "0.333333", "⅔": "0.666667", "¼": "0.25", "¾": "0.75", "⅕": "0.2", "⅖": "0.4", "⅗": "0.6", "⅘": "0.8",
         "⅙": "0.166667", "⅚": "0.833333", "⅛": "0.125", "⅜": "0.375", "⅝": "0.625", "⅞": "0.875"}  # fmt: skip
_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 10, 16, 100})  # of a slash fraction: "9/11" is none
_ONE = Decimal(1)
_PADDING = 12
_NO_LIMIT = Decimal("Infinity")
_QUARTERS, _HALF_OF_QUARTERS = 4, 2
_FIRST_PARTITION = 3  # "a second" is no half

_SUFFIX = re.compile(r"(?:st|nd|rd|th|s)$")
APOSTROPHES = frozenset("'’")
ANGLES = frozenset("°º˚")
_GROUP = re.compile(r"\d{3}(?:[.,]\d+)?$")


class Numeral(NamedTuple):
    """Tokens ``first:last`` that spell *value*; *scale* is the last scale word's ("5 thousand": 5000 and 1000), 1 without one."""

    first: int
    last: int
    value: Decimal
    scale: Decimal = _ONE
    ordinal: bool = False
    fraction: bool = False
    in_words: bool = False


class NumeralReader:
    """Reads the numeral that begins at a token."""

    def __init__(self, text: str, tokens: Sequence[Token], words: NumberWords) -> None:
        self.text = text
        self.tokens = tokens
        self.words = words
        self.size = len(tokens)
        self.lowers = [token[3] for token in tokens] + [""] * _PADDING  # so that a look beyond either end finds ""

    def read(self, at: int, *, bounded: bool = False, joined: bool = True) -> Numeral | None:
        """Return the longest numeral that begins at token *at*, or None.

        *bounded*: a bound stands before, so that a bare scale in the genitive counts ("около тысячи"). *joined*: an "and" may join its
        parts ("one hundred and five"), as it may not after "between".
        """
        lower = self.tokens[at].lower
        if lower[0].isdecimal():
            return self._digits(at)
        if lower in PARTS:
            return self._scaled(at, at + 1, Decimal(PARTS[lower]), in_words=False, fraction=True)
        return self._words(at, bounded=bounded, joined=joined)

    # ------------------------------------------------------------ small steps

    def glued(self, at: int) -> bool:
        """Return whether nothing stands between token *at* and the one before it."""
        return 0 < at < self.size and self.tokens[at].start == self.tokens[at - 1].end

    def _hyphened(self, at: int) -> int:
        """Return the token after a hyphen that glues what stands before *at* to a word, else *at*."""
        if self.lowers[at] in DASHES and self.glued(at) and self.glued(at + 1):
            return at + 1
        return at

    # ------------------------------------------------------------ digits

    def _digits(self, at: int) -> Numeral | None:
        surface = self.tokens[at].lower
        if len(surface) > MAX_DIGITS:
            return None
        suffix = _SUFFIX.search(surface)
        if suffix:
            body = surface[: suffix.start()]
            value = value_of(body, russian=False) if body else None
            return None if value is None else Numeral(at, at + 1, value, ordinal=True)
        last, surface = self._grouped(at, surface)
        value = value_of(surface, russian=self.words.language == "ru" and not self._counts_thousands(last, surface))
        if value is None:
            return None
        return self._digits_followed(at, last, value)

    def _grouped(self, at: int, surface: str) -> tuple[int, str]:
        """Return the end and the digits of a numeral whose thousands stand apart, "1 124", or behind apostrophes: "1'124"."""
        last = at + 1
        if len(surface) > 3 or surface[0] == "0" or not surface.isdecimal():
            return last, surface
        while self.lowers[last] in APOSTROPHES and self.glued(last) and self.glued(last + 1) and _GROUP.match(self.lowers[last + 1]):
            if self.lowers[at - 1] in ANGLES or len(surface) >= MAX_DIGITS:
                break  # minutes of a degree
            surface += self.lowers[last + 1]
            last += 2
            if not surface.isdecimal():
                break
        if last > at + 1:
            return last, surface
        while (
            last < self.size
            and self.tokens[last].start == self.tokens[last - 1].end + 1
            and self._parts_groups(at, self.tokens[last - 1].end)
            and _GROUP.match(self.tokens[last].surface)
            and len(surface) < MAX_DIGITS
        ):
            surface += self.tokens[last].surface
            last += 1
            if not surface.isdecimal():
                break
        return last, surface

    def _parts_groups(self, first: int, at: int) -> bool:
        """Return whether the sign at *at* of the text may part thousands of the number that begins at token *first*.

        A space does, and the end of a line that was full where a verb leads to the number. What stands behind a noun, a comma or a
        month may be whole at the end of its line: "on train 12" and then "345 passengers".
        """
        return self.text[at] in SPACES or (self.text[at] == "\n" and is_wrap(self.text, at) and self._is_behind_verb(first))

    def _is_behind_verb(self, at: int) -> bool:
        """Return whether a verb that is no noun as well stands right before the number at token *at*."""
        before = self.lowers[at - 1]
        kinds = lexicon(self.words.language).opens(before) if before.isalpha() else Kinds.NONE
        return bool(kinds & Kinds.VERBAL) and not kinds & Kinds.NOMINAL

    def _counts_thousands(self, last: int, surface: str) -> bool:
        """Return whether the comma of a Russian "1,124" parts thousands: no scale, percent or unit sign follows, but a word."""
        if not is_ambiguous(surface):
            return False
        word = self.lowers[last]
        return len(word) > 3 and word.isalpha() and word not in self.words.scales and word not in self.words.units

    def _digits_followed(self, at: int, last: int, value: Decimal) -> Numeral:
        """Return the numeral of digits together with a case ending, a part ("½", "1/2", "and a half") and scales behind them."""
        ending = self._ending(last, value)
        if ending is not None:
            last = last + 2
            if ending:
                return Numeral(at, last, value, ordinal=True)
        part_last, part = self._part(last)
        if part is not None and value == value.to_integral_value():
            return self._scaled(at, part_last, value + part, in_words=False)
        slash = self._slash(last - 1)
        if slash is not None and value == value.to_integral_value():
            return Numeral(at, last + 2, slash, fraction=True)
        mixed = self._mixed(last)
        if mixed is not None:
            return self._scaled(at, mixed[0], value + mixed[1], in_words=False)
        fraction = self._fraction(at, last, value, in_words=False)
        if fraction is not None:
            return fraction
        return self._scaled(at, last, value, in_words=False)

    def _ending(self, last: int, value: Decimal) -> bool | None:
        """Return True for an ordinal ending hyphened to digits ("21-й"), False for one of case ("10-ти"), else None."""
        after = self._hyphened(last)
        if after == last:
            return None
        ending = self.lowers[after]
        if ending == "х":  # "3-х человек", but "90-х годов"
            return value >= 5
        if ending in self.words.case_endings:
            return False
        return True if ending in self.words.ordinal_endings else None

    def _part(self, last: int) -> tuple[int, Decimal | None]:
        """Return the end and value of a part that follows whole digits: "6½", "5 1/2"."""
        if self.lowers[last] in PARTS:
            return last + 1, Decimal(PARTS[self.lowers[last]])
        near = last < self.size and self.tokens[last].start == self.tokens[last - 1].end + 1
        slash = self._slash(last) if near else None
        return (last + 3, slash) if slash is not None else (last, None)

    def _slash(self, at: int) -> Decimal | None:
        """Return the value of "1/2" with its numerator at token *at*."""
        if self.lowers[at + 1] not in ("/", "⁄") or not (self.glued(at + 1) and self.glued(at + 2)) or self.lowers[at + 3] in ("/", "⁄"):
            return None
        over, under = self.lowers[at], self.lowers[at + 2]
        if not (over.isdecimal() and under.isdecimal()) or len(over) > 2 or len(under) > 3 or self.lowers[at - 1] in ("/", "⁄"):
            return None
        if int(under) not in _DENOMINATORS or not 0 < int(over) < int(under):
            return None
        return share(Decimal(over), Decimal(under))

    # ------------------------------------------------------------ words

    def _words(self, at: int, *, bounded: bool, joined: bool) -> Numeral | None:
        words, lower = self.words, self.tokens[at].lower
        if lower in words.articles:
            return self._after_article(at, joined=joined)
        if lower in words.half:
            return self._half(at)
        if lower in words.single_parts:
            return self._fraction_of_scale(at, at + 1, share(_ONE, words.single_parts[lower]))
        if lower in words.ordinals:
            return self._ordinal(at)
        if lower in words.scales:
            alone = lower in words.single_scales or (bounded and lower in words.bound_scales)
            opened = self.lowers[at - 1] in words.scale_openers and not lower.endswith("s")
            if not (alone or opened):
                return None
            return self._went_on(at, words.scales[lower]) or self._scaled(at, at, _ONE, in_words=True)
        return self._cardinal(at, at, joined=joined)

    def _went_on(self, at: int, scale: Decimal) -> Numeral | None:
        """Return the numeral of a scale without a factor and the words that go on with it: "тысяча двести", "около тысячи двухсот"."""
        group = self._group(at + 1, article=False, joined=False, after_scale=True)
        if group is None or group[2] or group[1] >= scale or self._scale(group[0], _NO_LIMIT) is not None:
            return None
        return Numeral(at, group[0], scale + group[1], scale, in_words=True)

    def _after_article(self, at: int, *, joined: bool) -> Numeral | None:
        """Return "a hundred and five", "a dozen", "a quarter of a million", "a third of"."""
        words, lower = self.words, self.lowers[at + 1]
        if lower in words.denominators and not (lower in words.half and self.lowers[at + 2] in words.articles):
            under = words.denominators[lower]
            if lower in words.ordinals and (under < _FIRST_PARTITION or not self._fraction_follows(at + 2)):
                return None
            if self._part_of_a_word(at + 2) or (lower in words.half and self._adds(at)):
                return None
            return self._fraction_of_scale(at, at + 2, share(_ONE, under))
        if lower in words.scales and lower not in words.plural_scales:
            return self._cardinal(at, at + 1, joined=joined)
        return None

    def _part_of_a_word(self, at: int) -> bool:
        after = self._hyphened(at)
        return after > at and self.lowers[after] not in self.words.scales and self.lowers[after] not in self.words.half_of

    def _adds(self, at: int) -> bool:
        """Return whether "and a" before a half makes it more than one: "a year and a half"."""
        return self.lowers[at] in self.words.articles and self.lowers[at - 1] in self.words.joiner

    def _fraction_follows(self, at: int) -> bool:
        lower = self.lowers[at]
        return not lower[:1].isalnum() or lower in self.words.fraction_before

    def _half(self, at: int) -> Numeral | None:
        """Return "half", "half a million", "half-dozen"; None where it is a part of a game or a year ("the second half")."""
        words, before = self.words, self.lowers[at - 1]
        if before in words.no_half_after or before in words.ordinals or before[:1].isdecimal():
            return None
        if self._part_of_a_word(at + 1) or self._adds(at - 1):
            return None
        after = self._hyphened(at + 1)
        if self.lowers[after] in words.articles and self.lowers[after + 1] in words.scales:
            after += 1
        scale = words.scales.get(self.lowers[after])
        if scale is not None and self.lowers[after] not in words.plural_scales:
            return Numeral(at, after + 1, scale / 2, scale, in_words=True)
        return self._fraction_of_scale(at, at + 1, Decimal("0.5"))

    def _ordinal(self, at: int) -> Numeral | None:
        words, lower = self.words, self.tokens[at].lower
        if words.ordinals[lower] == 2 and self.lowers[at - 1] in words.seconds_after and not self._describes(at):
            return None
        if self.lowers[at - 1] not in words.articles and self._names_sort(at):
            return None
        return Numeral(at, at + 1, Decimal(words.ordinals[lower]), ordinal=True, in_words=True)

    def _names_sort(self, at: int) -> bool:
        """Whether a hyphen glues the ordinal at *at* to a noun, which then is of that sort: "first-dose coverage", not "second-largest"."""
        after = self._hyphened(at + 1)
        return after > at + 1 and self.lowers[after].isalpha() and not self.lowers[after].endswith("est")

    def _describes(self, at: int) -> bool:
        """Whether the "second" at *at* tells which one: "a second dose", but not "a second later"."""
        after = self.lowers[at + 1]
        return self.lowers[at - 1] in self.words.articles and after[:1].isalpha() and after not in self.words.behind_seconds

    def _cardinal(self, at: int, group_at: int, *, joined: bool) -> Numeral | None:
        """Return the numeral in words whose first group begins at *group_at* (behind an article at *at*)."""
        total, limit, last = Decimal(0), _NO_LIMIT, group_at
        scale = _ONE
        while True:
            begin = self._joint(last, limit, joined=joined)
            group = self._group(begin, article=begin == group_at > at, joined=joined, after_scale=limit < _NO_LIMIT)
            if group is None:
                break
            end, value, ordinal = group
            if ordinal:
                if limit < _NO_LIMIT or value < limit:
                    return Numeral(at, end, total + value, ordinal=True, in_words=True)
                break
            mixed = self._mixed(end) if limit == _NO_LIMIT else None
            if mixed is not None:
                end, value = mixed[0], value + mixed[1]
            multiplier = self._scale(end, limit)
            if multiplier is None:
                if limit == _NO_LIMIT and mixed is None:
                    fraction = self._fraction(at, end, value, in_words=True)
                    if fraction is not None:
                        return fraction
                if limit < _NO_LIMIT and (self._scale(end, _NO_LIMIT) is not None or value >= limit):
                    break  # "two thousand three million": the second numeral is another's
                total, last = total + value, end
                break
            scale = self.words.scales[self.lowers[multiplier]]
            total, limit, last = total + value * scale, scale, multiplier + 1
        return None if last == group_at else Numeral(at, last, total, scale, in_words=True)

    def _joint(self, last: int, limit: Decimal, *, joined: bool) -> int:
        """Return where the next group of a numeral begins: behind a hyphen or an "and" that joins, else *last* itself."""
        if limit == _NO_LIMIT:
            return last
        after = self._hyphened(last)
        if after == last and joined and self.lowers[last] in self.words.joiner:
            word = self.lowers[last + 1]
            return last + 1 if word in self.words.cardinals else last
        return after

    def _scale(self, last: int, limit: Decimal) -> int | None:
        """Return the token of a scale word below *limit* at *last* or hyphened to it; "hundred" and "dozen" belong to groups."""
        after = self._hyphened(last)
        value = self.words.scales.get(self.lowers[after])
        return after if value is not None and value < limit else None

    def _group(self, at: int, *, article: bool, joined: bool, after_scale: bool) -> tuple[int, Decimal, bool] | None:
        """Return the end, value and ordinality of the words below a thousand at *at*: "two hundred and forty-two", "третий"."""
        words = self.words
        value, room, last, end = Decimal(0), Decimal(1000), at, at
        hundred_open = article
        if article:
            value = _ONE
            if words.scales.get(self.lowers[at]) != 100:
                return at, value, False
        while end < self.size:
            lower = self.tokens[end].lower
            small = words.cardinals.get(lower)
            if small == 0:
                return (last, value, False) if value else (end + 1, value, False)
            if small is not None and (small < room if value else not article):
                value, last = value + small, end + 1
                room = _room(small)
                hundred_open = small < 20 and room == 0 and value == small
            elif hundred_open and words.scales.get(lower) == 100:
                value, last = value * 100, end + 1
                room, hundred_open = Decimal(100), False
            elif words.ordinals.get(lower, 1000) < room and (value or after_scale):
                return end + 1, value + words.ordinals[lower], True
            else:
                break
            end = self._next_word(last, room, joined=joined)
        return (last, value, False) if last > at else None

    def _next_word(self, last: int, room: Decimal, *, joined: bool) -> int:
        """Return where the next word of a group may stand: behind a hyphen, or behind "and" after hundreds."""
        after = self._hyphened(last)
        if after == last and joined and room == 100 and self.lowers[last] in self.words.joiner:
            small = self.words.cardinals.get(self.lowers[last + 1], self.words.ordinals.get(self.lowers[last + 1], 1000))
            if small < 100 and self.words.scales.get(self.lowers[last + 2]) != 100:
                return last + 1
        return after

    def _mixed(self, last: int) -> tuple[int, Decimal] | None:
        """Return the end and value of a part added in words: "two and a half", "две с половиной", "two point five"."""
        words, joint = self.words, self._hyphened(last)
        if self.lowers[joint] in words.joiner or self.lowers[joint] in words.with_:
            at = self._hyphened(joint + 1)
            if self.lowers[at] in words.articles:
                at = self._hyphened(at + 1)
            lower = self.lowers[at]
            if lower in words.half:
                return at + 1, Decimal("0.5")
            if lower in words.single_parts:
                return at + 1, share(_ONE, words.single_parts[lower])
            if (
                self.lowers[at - 1] in words.articles
                and lower in words.denominators
                and words.denominators[lower] > 2
                and self._fraction_follows(at + 1)
            ):
                return at + 1, share(_ONE, words.denominators[lower])
            over, under_at = words.cardinals.get(lower), self._hyphened(at + 1)
            under = words.plural_denominators.get(self.lowers[under_at])
            return (under_at + 1, share(over, under)) if over and under and over < under else None
        if self.lowers[last] in words.point:
            return self._point(last + 1)
        if self.lowers[last] in words.whole:
            at = last + 2 if self.lowers[last + 1] == "и" else last + 1
            over = words.cardinals.get(self.lowers[at])
            under = words.plural_denominators.get(self.lowers[at + 1]) or (
                words.denominators.get(self.lowers[at + 1]) if over == 1 else None
            )
            return (at + 2, share(over, under)) if over is not None and under else None
        return None

    def _point(self, at: int) -> tuple[int, Decimal] | None:
        digits = ""
        while len(digits) < 6 and (digit := self.words.cardinals.get(self.lowers[at + len(digits)])) is not None and digit < 10:
            digits += str(digit)
        return (at + len(digits), Decimal(f"0.{digits}")) if digits else None

    # ------------------------------------------------------------ fractions and scales

    def _fraction(self, at: int, last: int, over: Decimal, *, in_words: bool) -> Numeral | None:
        """Return "two thirds", "one-fifth", "3 quarters", "две пятых" with the numerator *over* before token *last*."""
        after = self._hyphened(last)
        table = self.words.denominators if over == 1 else self.words.plural_denominators
        under = table.get(self.lowers[after])
        if under is None or not 0 < over < under or over != over.to_integral_value() or (under == 2 and over != 1):
            return None
        if not in_words and self.lowers[after] in self.words.ordinals:  # "1 third": a rank or a slip
            return None
        before = self.lowers[at - 1]
        if under == _QUARTERS and (over == _HALF_OF_QUARTERS or before in self.words.no_half_after or before in self.words.ordinals):
            return None  # "two quarters", "the last three quarters": spans of time
        if self.words.language == "ru" and over == 1 and under == 2:  # «одна вторая» is rare, «одна вторая волна» is not
            return None
        return self._fraction_of_scale(at, after + 1, share(over, under))

    def _fraction_of_scale(self, at: int, last: int, value: Decimal) -> Numeral:
        """Return the fraction, times a scale that follows: "a quarter of a million", "четверть миллиона"."""
        words, scale_at = self.words, self._hyphened(last)
        if self.lowers[last] == "of" and self.lowers[last + 1] in words.articles:
            scale_at = last + 2
        scale = words.scales.get(self.lowers[scale_at])
        if scale is not None and self.lowers[scale_at] not in words.plural_scales:
            return Numeral(at, scale_at + 1, plain_decimal(value * scale), scale, in_words=True)
        return Numeral(at, last, value, fraction=True, in_words=True)

    def _scaled(self, at: int, last: int, value: Decimal, *, in_words: bool, fraction: bool = False) -> Numeral:
        """Return *value* times the scales that follow token *last*: "140 thousand", "2 млн 300 тыс.", "3.4bn"."""
        scale, total, group, limit = _ONE, Decimal(0), value, _NO_LIMIT
        while True:
            scale_at = self._scale(last, limit)
            if scale_at is None:
                scale_at = self._glued_scale(last, limit)
            if scale_at is None:
                break
            scale = self.words.glued_scales.get(self.lowers[scale_at]) or self.words.scales[self.lowers[scale_at]]
            total, limit, last = total + group * scale, scale, self._dotted(scale_at + 1)
            lower_group = self._lower_group(last, limit)
            if lower_group is None:
                group = Decimal(0)
                break
            group, last = lower_group
        value = total + group
        return Numeral(at, last, plain_decimal(value), scale, fraction=fraction and scale == 1, in_words=in_words)

    def _glued_scale(self, last: int, limit: Decimal) -> int | None:
        value = self.words.glued_scales.get(self.lowers[last])
        if value is None or value >= limit or not self.glued(last) or not self.lowers[last - 1][0].isdecimal():
            return None
        return last

    def _dotted(self, last: int) -> int:
        """Return *last* moved behind the dot of an abbreviated scale ("тыс.") when the sentence goes on."""
        if self.lowers[last] == "." and self.glued(last) and len(self.lowers[last - 1]) <= 4 and self.lowers[last - 1] in self.words.scales:
            following = self.tokens[last + 1].surface if last + 1 < self.size else ""
            if following[:1].islower() or following[:1] in ("%", "$", "€", "₽") or following in self.words.signs:
                return last + 1
        return last

    def _lower_group(self, last: int, limit: Decimal) -> tuple[Decimal, int] | None:
        """Return the value and end of digits below *limit* that go on with the numeral: "5 тысяч 300", "2 million 300 thousand"."""
        lower = self.lowers[last]
        if not lower.isdecimal() or len(lower) > 3 or lower[0] == "0" or limit < 1000:
            return None
        if self._scale(last + 1, limit) is None and self.words.language != "ru":
            return None
        return Decimal(int(lower)), last + 1


def _room(small: Decimal) -> Decimal:
    """Return the limit below which a word may follow *small* in one group: "forty" leaves room for units."""
    if small >= 100:
        return Decimal(100)
    return Decimal(10) if small >= 20 else Decimal(0)
