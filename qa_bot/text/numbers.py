"""The numbers named in a text, in digits or words, with bound, kind and unit."""

from collections.abc import Sequence
from decimal import Context, Decimal, localcontext
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from qa_bot.schema import Bound
from qa_bot.text.bounds import read_bound
from qa_bot.text.digits import plain_decimal, share
from qa_bot.text.number_words import NumberWords, number_words
from qa_bot.text.numerals import PARTS, Numeral, NumeralReader
from qa_bot.text.phones import phones
from qa_bot.text.tokens import Token

_DIGITS = frozenset("0123456789") | frozenset(PARTS)
_GLUED_DASHES = frozenset("-\u2010\u2011–—−")
_SPACED_DASHES = frozenset("-–—")
_SERIAL_SIGNS = frozenset("№#")
_SIGNS = frozenset("-\u2010\u2011–−")
_DEGREES = frozenset("°º˚")
_YEARS = range(1900, 2101)
_EXACT = Context(prec=64)  # 30 digits times the greatest scale: nothing is rounded
_WIDEST_CHOICE = 10  # "two or three", not "two or 3000"
_IN_PROPORTION = frozenset(map(Decimal, (10, 20, 50, 100, 1000, 10_000, 100_000, 1_000_000)))


_GREATEST_FALL = 50  # times that a level may have fallen which shares the scale of the new one: "from 40 to 1.2 million"


class NumberKind(StrEnum):
    CARDINAL = "cardinal"
    ORDINAL = "ordinal"  # "third", "8th", "21-й", also "1990s"
    FRACTION = "fraction"  # a value in units of one: "two thirds" is 0.666667
    PERCENT = "percent"  # unit "%", "‰", or "pp" for percentage points
    MONEY = "money"  # unit is an ISO 4217 code
    MULTIPLIER = "multiplier"  # "twice", "three times as", "вдвое", "в 3 раза"; "42 times" is a cardinal


class Number(NamedTuple):
    """A number as it stands in a text.

    ``text[start:end]`` is its whole surface, with scale, sign, currency and percent, and tokens ``first:last`` are the same. *value* is
    exact (a fraction has six digits behind the point). A range has *upper*, *bound* "between" and its two *ends* as numbers of their own;
    *from_to* says that it is written as "from 30 to 40", which after "rose" is no range. The words of the bound stand at
    ``text[bound_start:bound_end]``, before or behind the number. *focus*: "only", "already" or the like stands before it.

    "Nearly" and "almost" are read as about: they say that the value is close, and a count that is "nearly 300" answers "how many?" with
    about 300.
    """

    start: int
    end: int
    first: int
    last: int
    value: Decimal
    upper: Decimal | None = None
    bound: Bound = Bound.EXACT
    bound_start: int | None = None
    bound_end: int | None = None
    kind: NumberKind = NumberKind.CARDINAL
    unit: str | None = None
    in_words: bool = False
    focus: bool = False
    from_to: bool = False
    ends: "tuple[Number, ...]" = ()


def find_numbers(text: str, tokens: Sequence[Token], language: str) -> list[Number]:
    """Return the numbers among *tokens* of *text*, in order and disjoint.

    All numerals are reported: what is a year, a date, an identifier or a pronoun ("one") is for the caller to tell. Left out are
    telephone numbers, runs of more than 30 digits, digits with separators that make no number ("3.5.1"), and vague words ("hundreds",
    "тысячи").

    >>> from qa_bot.text.tokens import tokenize
    >>> text = "At least 28 of 1,124 people paid $3.4 bn."
    >>> [(text[n.start:n.end], str(n.value), n.bound.value, n.unit) for n in find_numbers(text, tokenize(text), "en")]
    [('28', '28', 'at_least', None), ('1,124', '1124', 'exact', None), ('$3.4 bn', '3400000000', 'exact', 'USD')]
    """
    words = number_words(language)
    starts = _starts(language)
    candidates = [
        at for at, token in enumerate(tokens) if token[3] in starts or (token[3][0] in _DIGITS and not _is_of_version(tokens, at))
    ]
    if not candidates:
        return []
    if called := phones(text, tokens[0].start, tokens[-1].end):
        candidates = [at for at in candidates if not any(start <= tokens[at].start < end for start, end in called)]
    finder = _Finder(text, tokens, words)
    numbers: list[Number] = []
    free = 0  # first token that belongs to no number yet
    with localcontext(_EXACT):
        for at in candidates:
            number = finder.read(at, free) if at >= free else None
            if number is not None:
                numbers.append(number)
                free = number.last
    return numbers


def _is_of_version(tokens: Sequence[Token], at: int) -> bool:
    """Whether the token is the end of a name of letters and digits: the 5 of "PH2.5", the 0 of "Web2.0"."""
    if at < 2 or tokens[at - 1].surface != "." or tokens[at - 1].end != tokens[at].start or tokens[at - 2].end != tokens[at - 1].start:
        return False
    name = tokens[at - 2].surface
    return name[0].isalpha() and name[-1] in _DIGITS


@cache
def _starts(language: str) -> frozenset[str]:
    words = number_words(language)
    return words.starts | words.nothing.keys()


class _Finder:
    def __init__(self, text: str, tokens: Sequence[Token], words: NumberWords) -> None:
        self.text = text
        self.tokens = tokens
        self.words = words
        self.reader = NumeralReader(text, tokens, words)
        self.lowers = self.reader.lowers
        self.glued = self.reader.glued

    def read(self, at: int, free: int) -> Number | None:
        """Return the number that begins at token *at* (a sign or currency before it may belong to it, back to token *free*)."""
        number = self._single(at, free)
        if number is None:
            return None
        if number.kind not in (NumberKind.ORDINAL, NumberKind.MULTIPLIER):
            number = self._proportion(number) or self._fallen(number) or self._range(number) or number
        return self._bounded(number, free)

    # ------------------------------------------------------------ one number

    def _single(self, at: int, free: int) -> Number | None:
        words, lower = self.words, self.tokens[at].lower
        if lower in words.multipliers:
            return self._number(at, at + 1, words.multipliers[lower], kind=NumberKind.MULTIPLIER, in_words=True)
        if lower in words.every:
            return self._every(at)
        if lower in words.nothing:
            return self._nothing(at)
        bounded = lower in words.bound_scales and read_bound(self.reader, at, at + 1, free).bound is not Bound.EXACT
        numeral = self.reader.read(at, bounded=bounded, joined=self.lowers[at - 1] not in words.between)
        if numeral is None:
            return None
        if numeral.ordinal:
            return self._number(numeral.first, numeral.last, numeral.value, kind=NumberKind.ORDINAL, in_words=numeral.in_words)
        return self._with_unit(numeral, free)

    def _number(
        self, first: int, last: int, value: Decimal, *, kind: NumberKind, unit: str | None = None, in_words: bool = False
    ) -> Number:
        return Number(
            self.tokens[first].start, self.tokens[last - 1].end, first, last, plain_decimal(value), kind=kind, unit=unit, in_words=in_words
        )

    def _every(self, at: int) -> Number | None:
        """Return the fraction of "каждый пятый"."""
        under = self.words.ordinals.get(self.lowers[at + 1])
        if under is None or under < 2:
            return None
        return self._number(at, at + 2, share(Decimal(1), under), kind=NumberKind.FRACTION, in_words=True)

    def _nothing(self, at: int) -> Number | None:
        """Return the zero of «ни одного»; of «ни одного из них» another number is told."""
        found = self._phrase(self.words.nothing[self.lowers[at]], at)
        if found is None or self.lowers[found[0]] in self.words.parts_of:
            return None
        return self._number(at, found[0], Decimal(0), kind=NumberKind.CARDINAL, in_words=True)

    def _with_unit(self, numeral: Numeral, free: int) -> Number:
        first, last, value = numeral.first, numeral.last, numeral.value
        kind = NumberKind.FRACTION if numeral.fraction else NumberKind.CARDINAL
        first, unit = self._currency_before(first, free)
        if numeral.scale == 1 and not numeral.in_words:
            last, scale = self._money_scale(last, money=unit is not None)
            value *= scale
        else:
            scale = numeral.scale
        if unit is None:
            last, unit, kind = self._unit_after(last, kind, scaled=scale > 1)
        else:
            kind = NumberKind.MONEY
        if unit is None:
            last, unit, kind = self._times_after(numeral.first, last, kind)
        negative_first = self._minus_before(first, last, kind, free)
        if negative_first is not None:
            first, value = negative_first, -value
        return self._number(first, last, value, kind=kind, unit=unit, in_words=numeral.in_words)

    def _near(self, at: int) -> bool:
        """Return whether at most one character parts token *at* from the one before it."""
        return 0 < at < len(self.tokens) and self.tokens[at].start <= self.tokens[at - 1].end + 1

    def _currency_before(self, first: int, free: int) -> tuple[int, str | None]:
        at = first - 1
        if at < free or not self._near(first):
            return first, None
        code = self.words.money_before.get(self.lowers[at])
        if code is None or (self.lowers[at].isalpha() and self.tokens[at].surface[0].islower()):
            return first, None
        if self.lowers[at] == "$" and at > free and self.glued(at) and self.lowers[at - 1].isalpha():
            return at - 1, self.words.dollars.get(self.lowers[at - 1], "$")
        return at, code

    def _money_scale(self, last: int, *, money: bool) -> tuple[int, Decimal]:
        """Return the end and value of a scale letter: "$10m", "10M"."""
        lower = self.lowers[last]
        scale = self.words.money_scales.get(lower)
        if scale is None or not self._near(last):
            return last, Decimal(1)
        if money or (self.glued(last) and self.tokens[last].surface == "M"):
            return last + 1, scale
        return last, Decimal(1)

    def _unit_after(self, last: int, kind: NumberKind, *, scaled: bool) -> tuple[int, str | None, NumberKind]:
        """Return the end, unit and kind with a percent or money word that follows token *last*."""
        at = last + 1 if self.lowers[last] == "-" and self.glued(last) and self.glued(last + 1) else last
        found = self._phrase(self.words.units.get(self.lowers[at], ()), at)
        if found is None and scaled:
            found = self._phrase(self.words.scaled_money.get(self.lowers[at], ()), at)
        if found is None:
            return last, None, kind
        end, unit = found
        sign = not self.lowers[at][0].isalnum()
        if sign and (not self._near(at) or (self.glued(end) and self.lowers[end][0].isdecimal())):
            return last, None, kind
        if unit in ("%", "pp", "‰"):
            return end, unit, NumberKind.PERCENT
        if at > last:  # "5-dollar": the hyphen makes a word of its own
            return last, None, kind
        return (end + 1 if self.lowers[end] in self.words.money_tail else end), unit, NumberKind.MONEY

    def _phrase(self, phrases: Sequence[tuple[tuple[str, ...], str]], at: int) -> tuple[int, str] | None:
        for phrase, meaning in phrases:
            if all(self.lowers[at + step] == word for step, word in enumerate(phrase)):
                return at + len(phrase), meaning
        return None

    def _times_after(self, first: int, last: int, kind: NumberKind) -> tuple[int, str | None, NumberKind]:
        """Return the end, unit and kind with "times" of a comparison, "-fold" or a glued "x"."""
        words, lower = self.words, self.lowers[last]
        if lower == "-" and self.glued(last) and self.glued(last + 1) and self.lowers[last + 1] in words.fold:
            return last + 2, None, NumberKind.MULTIPLIER
        if lower in words.glued_times and self.glued(last) and not self.glued(last + 1):
            return last + 1, None, NumberKind.MULTIPLIER
        part = "." in self.lowers[first] and self.lowers[first - 1] in words.parts_after
        if lower in words.times and (part or self.lowers[last + 1] in words.times_before or self.lowers[first - 1] in words.times_after):
            return last + 1, None, NumberKind.MULTIPLIER
        return last, None, kind

    def _minus_before(self, first: int, last: int, kind: NumberKind, free: int) -> int | None:
        """Return the token of the sign that makes a number from token *first* negative; *last* ends it, its unit included.

        A hyphen or dash is one before degrees, money and percent, or behind a word that calls for a number: "fell to -12", not "Latvia -4".
        """
        at = first - 1
        if at < free:
            return None
        if self.lowers[at] in _SIGNS and self.glued(first):
            before = self.text[self.tokens[at].start - 1 : self.tokens[at].start] if self.tokens[at].start else ""
            if before and not before.isspace() and before not in "([":
                return None
            sure = self.lowers[at] == "−" or self._is_signed(at, last, kind)
            return at if sure else None
        if self.lowers[at] in self.words.minus and not (at > 0 and self.lowers[at - 1][0].isdecimal()):
            return at
        return None

    def _is_signed(self, sign: int, last: int, kind: NumberKind) -> bool:
        """Return whether the dash at token *sign* is a minus, by the word before it or the unit of the number that ends at *last*."""
        words, before = self.words, self.lowers[sign - 1] if sign else ""
        if before[:1].isdecimal():
            return False
        if before in words.signed_after or kind is NumberKind.MONEY:
            return True
        if kind is NumberKind.PERCENT:
            return not (words.dash_for_be and before[:1].isalpha())
        if self.lowers[last] in words.to | words.between_and:  # "-5 to -2 °C"
            last += 2 + (self.lowers[last + 1] in _SIGNS)
        return self.lowers[last] in words.degree_units or self.lowers[last][:1] in _DEGREES

    # ------------------------------------------------------------ two numbers

    def _proportion(self, part: Number) -> Number | None:
        """Return the fraction of "one in five", "nine out of ten"; figures as in "229 out of 439" stay two numbers."""
        found = self._phrase(self.words.one_in.get(self.lowers[part.last], ()), part.last)
        if found is None or part.kind is not NumberKind.CARDINAL or not 0 < part.value < 10:
            return None
        whole = self._second(found[0])
        if whole is None or whole.kind is not NumberKind.CARDINAL or whole.value <= part.value or whole.value in _YEARS:
            return None
        round_whole = whole.value in _IN_PROPORTION or (whole.in_words and whole.value < 10)
        if part.value != 1 and not (round_whole and whole.in_words == part.in_words):
            return None
        if self.lowers[whole.last] in self.words.spans:
            return None
        return part._replace(
            end=whole.end, last=whole.last, value=share(part.value, whole.value), kind=NumberKind.FRACTION, in_words=part.in_words
        )

    def _second(self, at: int) -> Number | None:
        """Return the number at token *at* or behind a currency there."""
        number_at = at + (self.lowers[at] in _SIGNS)
        while number_at < at + 2 and self.lowers[number_at] and not self._starts(number_at):
            if self.lowers[number_at] not in self.words.money_before and self.lowers[number_at + 1] != "$":
                return None
            number_at += 1
        number = self._single(number_at, at) if self._starts(number_at) else None
        return number if number is not None and number.first == at else None

    def _starts(self, at: int) -> bool:
        lower = self.lowers[at]
        return bool(lower) and (lower in self.words.starts or lower[0] in _DIGITS)

    def _range(self, low: Number) -> Number | None:
        joint = self._range_joint(low)
        high = self._second(joint) if joint is not None else None
        if high is None or high.kind is NumberKind.ORDINAL or (high.kind is NumberKind.MULTIPLIER and high.last < high.first + 2):
            return None
        low = self._same_scale(low, high)
        glued = self.glued(low.last)
        if not _range_units(low, high, glued=glued) or low.value >= high.value or not self._range_plausible(low, high, glued=glued):
            return None
        unit, kind = (high.unit, high.kind) if high.unit is not None else (low.unit, low.kind)
        if high.kind is NumberKind.MULTIPLIER:
            kind = high.kind
        before = self.lowers[low.first - 1]
        from_to = before in self.words.from_ and self.lowers[low.last] in self.words.to
        opened = from_to or before in self.words.between or before in self.words.range_from
        found = low._replace(
            end=high.end,
            last=high.last,
            upper=high.value,
            bound=Bound.BETWEEN,
            bound_start=self.tokens[low.first - 1].start if opened else None,
            bound_end=self.tokens[low.first - 1].end if opened else None,
            kind=kind,
            unit=unit,
            in_words=low.in_words and high.in_words,
            from_to=from_to,
            ends=(low._replace(unit=unit, kind=kind), high._replace(unit=unit, kind=kind)),
        )
        if self.lowers[found.last] in self.words.times and before in self.words.times_after:  # "в 2-3 раза"
            return found._replace(end=self.tokens[found.last].end, last=found.last + 1, kind=NumberKind.MULTIPLIER)
        return found

    def _fallen(self, high: Number) -> Number | None:
        """Return *high* with the scale and the unit of the lower level behind it: "from 12 to 9 million pounds"."""
        opened = self.lowers[high.first - 1] in self.words.from_ and self.lowers[high.last] in self.words.to
        low = self._second(high.last + 1) if opened and high.kind is NumberKind.CARDINAL else None
        if low is None or low.kind not in (NumberKind.CARDINAL, NumberKind.MONEY, NumberKind.PERCENT) or high.value in _YEARS:
            return None
        scale = self._scale_of(low) if self._scale_of(high) == 1 else Decimal(1)
        if not low.value < high.value * scale <= low.value * _GREATEST_FALL:
            return None
        return high._replace(value=high.value * scale, kind=low.kind, unit=low.unit)

    def _range_joint(self, low: Number) -> int | None:
        """Return the token at which the upper end of a range may begin."""
        words, at, lower = self.words, low.last, self.lowers[low.last]
        before = self.lowers[low.first - 1]
        if lower in _GLUED_DASHES and self.glued(at) and self.glued(at + 1):
            return at + 1
        numbered = before in _SERIAL_SIGNS  # «школа № 9 — 95»
        if lower in _SPACED_DASHES and self._near(at) and not (self.glued(at) or low.in_words or numbered):
            return at + 1
        if lower in words.between_and and before in words.between:
            return at + 1
        if lower in words.to and (not words.range_from or before in words.range_from or before in words.from_):
            return at + 1
        return at + 1 if lower in words.or_ else None

    def _same_scale(self, low: Number, high: Number) -> Number:
        """Return *low* with the scale of *high* where one scale word serves both: "5-7 million"."""
        scale = self._scale_of(high)
        if scale == 1 and self.glued(low.last) and 1 <= low.value < 1000 <= high.value and high.value % 1000 == 0:
            scale = Decimal(1000)  # "10-35,000 lives"; not "1-10,000", a scale from one
            return low._replace(value=low.value * scale) if high.value / 10 < low.value * scale < high.value else low
        if low.kind in (NumberKind.PERCENT, NumberKind.FRACTION) or self._scale_of(low) > 1 or low.value >= high.value / scale:
            return low
        return low._replace(value=low.value * scale)

    def _scale_of(self, number: Number) -> Decimal:
        words = self.words
        for at in range(number.last - 1, number.first, -1):
            lower = self.lowers[at]
            scale = words.scales.get(lower) or words.glued_scales.get(lower) or words.money_scales.get(lower)
            if scale is not None:
                return scale
        return Decimal(1)

    def _range_plausible(self, low: Number, high: Number, *, glued: bool) -> bool:
        lower = self.lowers[low.last]
        if high.kind is NumberKind.MONEY and low.unit is None and self.tokens[high.first].lower in self.words.money_before:
            return False  # "2001-02 to £12 million"
        if self.tokens[low.first].surface.isdigit() and low.value in _YEARS and not self.tokens[high.first].surface.isalnum():
            return False  # "in 2019 to 228,000"
        if lower in self.words.or_:
            return high.value <= low.value * _WIDEST_CHOICE
        if lower in _SPACED_DASHES and not glued:  # "in 2022 - 4000 cases", "в сезоне 2024/25 — 640 млн" are no ranges
            if self.lowers[low.first - 1] == "/" and self.glued(low.first):
                return False
            return not high.in_words and (low.value in _YEARS) == (high.value in _YEARS)
        if lower in _GLUED_DASHES:  # "555-12-34", "2022-10-14"
            return not (self._chained(low.first - 1, low.first - 2) or self._chained(high.last, high.last + 1))
        return True

    def _chained(self, dash: int, digits: int) -> bool:
        """Return whether digits are glued on by a dash, as in dates and telephone numbers."""
        joined = self.glued(dash) and self.glued(max(dash, digits)) and self.glued(min(dash, digits) + 1)
        return joined and self.lowers[dash] in _GLUED_DASHES and self.lowers[digits][:1].isdecimal()

    # ------------------------------------------------------------ bounds

    def _bounded(self, number: Number, free: int) -> Number:
        first = number.first
        if number.kind is NumberKind.MULTIPLIER and self.lowers[first - 1] in self.words.times_after:  # "более чем в 3 раза"
            first -= 1
        words = read_bound(self.reader, first, number.last, free)
        if words.bound is Bound.EXACT:
            return number._replace(focus=True) if words.focus else number
        if number.bound is not Bound.BETWEEN:
            return number._replace(bound=words.bound, bound_start=words.start, bound_end=words.end, focus=words.focus)
        if number.bound_start is not None:
            return number._replace(focus=words.focus)
        return number._replace(bound_start=words.start, bound_end=words.end, focus=words.focus)


def _range_units(low: Number, high: Number, *, glued: bool) -> bool:
    """Return whether the units of both ends agree, or one stands for both: "$5-7", "5-7 %"; not "rose 5 % to 7 million"."""
    if low.unit == high.unit or low.unit is None:
        return True
    return high.unit is None and (glued or low.kind is NumberKind.MONEY)
