"""What a header, label or caption says of the unit of the numbers under it: "(thousand tonnes)", "EUR million", "per 100,000"."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from qa_bot.schema import Measure
from qa_bot.text.functions import count_units, functions, unit_scales
from qa_bot.text.lexicon import Kinds, lexicon, remembered
from qa_bot.text.nominals import unit_of
from qa_bot.text.number_words import number_words
from qa_bot.text.numbers import Number, NumberKind, find_numbers
from qa_bot.text.periods import find_periods
from qa_bot.text.syntax import parse
from qa_bot.text.tokens import tokenize

_WIDEST = 4  # words of a note; longer pieces are prose
_WIDEST_UNIT = 20  # characters
_CACHED = 1000
_SHORTEST_SCALE = 3  # letters of one that may stand alone: "t" is tonnes
_THOUSANDS = re.compile(r"(?<![\d.,])['’]?000s?\b")
_INCLUDING = re.compile(r"^\W*в т\.\s?ч\.\s?", re.IGNORECASE)  # whose "т." is no tonne
_DATED = re.compile(r", (?:\d{4})(?:[-–/]\d{2,4})?$")  # "Jobless rate, %, 2023"
_ROUND = re.compile(r"(?:[x×*]\s?)?1(?:(?P<million>(?:[., ’']000){2})|[., ’']?000)s?(?![\d.,+])")  # "1,000", "x 1 000 000"
_WORD = re.compile(r"[^\W\d_]+")
_LEAD = re.compile(r"([^\W\d_]+)[.:]?\s+")
_BARE_ROUND = re.compile(r"(?:[x×*]\s?)?1(?:[., ’']?000){1,2}s?")
_SPACED_ROUND = re.compile(r"\((?:[x×*]\s?)?1(?:[., ’']000){1,2}s?\)")
_SCALE_AHEAD = re.compile(r"\b(?P<scale>[^\W\d_]{1,3}?)\.?\s?(?P<money>[£$€¥₽]|[A-Z]{3}\b)")  # "k€", "TEUR", "Mio. EUR"
_SCALE_BEHIND = re.compile(r"(?P<money>[£$€¥₽])\s?(?P<scale>[kK])\b")
_GLUED = re.compile(r"([£$€¥₽])(?=[^\W\d_])")
_TIMED = re.compile(r"[^\W\d_]+[ -][^\W\d_]")


class Note(NamedTuple):
    """The numbers under it are *factor* times as large as written; *per* is the base of a rate ("100000 inhabitants")."""

    factor: Decimal
    measure: Measure
    unit: str | None
    per: str | None = None

    @property
    def of_sums(self) -> bool:
        """Whether the numbers are money or measured, and nothing that is counted."""
        return self.measure in (Measure.MONEY, Measure.QUANTITY)


def read_note(text: str, language: str, *, whole: bool = True) -> Note | None:
    """Return the unit that *text* names in brackets, behind a comma or, with *whole*, alone; None if it names none.

    >>> read_note("Landings (thousand tonnes)", "en")
    Note(factor=Decimal('1000'), measure=<Measure.QUANTITY: 'quantity'>, unit='t', per=None)
    """
    return split_note(text, language, whole=whole)[1]


@remembered(_CACHED)
def split_note(text: str, language: str, *, whole: bool = True) -> tuple[str, Note | None]:
    """Return what *text* says beside its unit, and the unit as `read_note` has it: nothing is left of "All sums are in £ million."."""
    for piece, rest in _pieces(text, whole=whole):
        if _BARE_ROUND.fullmatch(piece) and not (_SPACED_ROUND.fullmatch(f"({piece})") and f"({piece})" in text) and piece[0].isdigit():
            continue  # a number that heads a column, or a year
        rate = _rate(piece, language)
        if rate is not None:
            return (f"{rate[0]}{rest}" if rest.startswith(",") else f"{rest} {rate[0]}").strip(), rate[1]
        note = _unit(piece, language) or (_number_of(piece, language) if rest else None)
        if note is not None:
            return rest, note
    return _behind_joint(text, language) or (text, None)


def read_scale(text: str, language: str) -> Note | None:
    """Return the scale that *text* is, in digits and nothing else; None if it is none: "1,000", "x 1 000 000".

    Only a row of units makes it one: elsewhere it is a number.
    """
    if _BARE_ROUND.fullmatch(text.strip()) is None:
        return None
    return _unit(text.strip(), language)


def read_unit(text: str, language: str) -> Note | None:
    """Return the unit of measure that *text*, what stands behind a number in its cell, is; None if it is none.

    >>> read_unit("km²", "en")
    Note(factor=Decimal('1'), measure=<Measure.QUANTITY: 'quantity'>, unit='km²', per=None)
    """
    unit = _quantity(text, language) if text and len(text) <= _WIDEST_UNIT else None
    return Note(Decimal(1), Measure.QUANTITY, unit) if unit is not None else None


def _pieces(text: str, *, whole: bool) -> Iterator[tuple[str, str]]:
    """The parts of *text* that may name a unit, each with the rest."""
    opened, closed = text.rfind("("), text.rfind(")")
    if 0 <= opened < closed:
        yield text[opened + 1 : closed], f"{text[:opened].rstrip()} {text[closed + 1 :].lstrip()}".strip()
    dated = _DATED.search(text)
    ahead, year = (text[: dated.start()], dated[0]) if dated is not None else (text, "")
    if ", " in ahead:
        rest, piece = ahead.rsplit(", ", 1)
        yield piece, rest + year
        first, *middle = ahead.split(", ")
        for at, inner in enumerate(middle[:-1]):  # "Rate, %, third quarter"
            yield inner, ", ".join((first, *middle[:at], *middle[at + 1 :])) + year
    if dated is not None:
        yield ahead, year  # "Offences per 1,000 residents, 2024"
    bare = text.rstrip(" *")
    if len(bare) > 2 and bare.endswith(" %") and not bare[-3].isdigit():
        yield "%", bare[:-2].rstrip(" ,:")  # "Execution rate %"
    if whole:
        yield text, ""


def _number_of(piece: str, language: str) -> Note | None:
    """The unit of what is counted, where *piece* is nothing else: "persons", «чел.», «голов»."""
    unit = count_units(language).get(piece.strip(" .").lower())
    return Note(Decimal(1), Measure.COUNT, unit) if unit is not None else None


def _behind_joint(text: str, language: str) -> tuple[str, Note] | None:
    """What "Costs in thousand NOK:" says, and the unit behind its last "in", if that is of sums or shares or a scale.

    Units of measure are none, since accidents happen "in yards"; nor is one that may be of the last of several things alone: "Ships and
    cargo in thousands", "Ships (cargo in thousands)".
    """
    words = functions(language)
    found = next((found for found in reversed(list(_WORD.finditer(text))) if found[0].lower() in words["note_joints"]), None)
    if found is None or "(" in text or "[" in text:
        return None
    piece, rest = text[found.end() :].strip(" .:*_"), text[: found.start()].rstrip(" ,:")
    things = {word.lower().strip(",") for word in rest.split()}
    if not piece or not things - {"*", "_"} or len(piece.split()) > _WIDEST or any(map(str.isdigit, piece)):
        return None
    note = _unit(piece, language) if things.isdisjoint(words["joining_names"]) else None
    fits = note is not None and (
        note.measure is Measure.MONEY or note.factor > 1 or (note.measure is Measure.SHARE and " of " not in piece)
    )
    return (rest, note) if note is not None and fits else None


def _rate(piece: str, language: str) -> tuple[str, Note] | None:
    """What a rate is of, and what "deaths per 100,000 inhabitants", "на 100 тыс." is a rate to."""
    words = functions(language)
    tokens = tokenize(piece)
    lead = next((at for at, token in enumerate(tokens) if token.lower in words["per_base"] or token.lower in words["per"]), None)
    if lead is None:
        return None
    numbers = [number for number in find_numbers(piece, tokens, language) if number.first == lead + 1]
    if not numbers or any(period.start <= numbers[0].start < period.end for period in find_periods(piece, 0, len(piece), language)):
        return None  # "the plan for 2024" is no rate
    base = piece[numbers[0].end :].strip(" .,)")
    if len(base.split()) > _WIDEST or any(sign.isdigit() for sign in base):
        return None
    return piece[: tokens[lead].start].strip(" .,("), Note(Decimal(1), Measure.RATE, None, f"{numbers[0].value:f} {base}".strip())


def _unit(piece: str, language: str) -> Note | None:
    """Read "thousand tonnes" or "EUR million" by putting a "1" where the number would stand."""
    rounded = _rounded(piece, language)
    if rounded is not None:  # "1,000 tonnes"
        scale = unit_scales(language)["1000000" if rounded["million"] else "1000"]
        piece = f"{scale} {piece[rounded.end() :]}"
    written = _share_alone(_written(piece, language), language)
    if not 0 < len(written) <= _WIDEST or any(letter.isdecimal() for word in written for letter in word):
        return None
    best: tuple[int, Number, str] | None = None
    for at in (0, 1):
        text = " ".join((*written[:at], "1", *written[at:]))
        numbers = find_numbers(text, tokenize(text), language)
        number = next((number for number in numbers if "1" in text[number.start : number.end]), None)
        if number is not None and (best is None or number.last - number.first > best[0]):
            best = (number.last - number.first, number, text)
    note = _noted(*best, language) if best is not None else None
    if rounded is None or note is None:
        return note
    words = functions(language)
    if not words["joining_names"].isdisjoint(map(str.lower, written)) or note.unit in words["short_lengths"]:
        return None  # "1,000 persons and over" are no thousands, and a run of 1,000 m is just so long
    return note if note.unit is not None or len(written) == 1 or note.measure is not Measure.COUNT else None


def _rounded(piece: str, language: str) -> re.Match[str] | None:
    """The round number that *piece* begins with, or has behind "in"; that of "under 1,000 EUR" or "of 1,000 EUR" is no scale."""
    at, words = len(piece) - len(piece.lstrip()), functions(language)
    while (lead := _LEAD.match(piece, at)) is not None and lead[1].lower() in words["note_leads"] - words["genitive"]:
        at = lead.end()
    return _ROUND.match(piece, at)


def _written(piece: str, language: str) -> list[str]:
    """The words of a note as they stand behind a number: "£ m" for "all figures in £m", "million euros" for "in millions of euros"."""
    words, plural = functions(language)["note_leads"], number_words(language).plural_scales
    leads = words | functions(language)["unit_leads"]
    piece = _SCALE_BEHIND.sub(lambda found: _in_words(found, language), _SCALE_AHEAD.sub(lambda found: _in_words(found, language), piece))
    scaled = _THOUSANDS.sub(" thousand" if language == "en" else " тысяч", _GLUED.sub(r"\1 ", _INCLUDING.sub("", piece)))
    written = scaled.strip(" .:*_").split()
    while written and ((lead := written[0].lower().rstrip(":.–—-")) in leads or not lead):
        del written[0]
    while written and written[-1].lower() in words:
        del written[-1]
    scale = written[0].lower().rstrip(".") if written else ""
    if len(scale) >= _SHORTEST_SCALE and scale in unit_scales(language):
        written[0] = unit_scales(language)[scale]  # "Tsd."
    if language == "en" and written and written[0].lower() in plural:
        written[0] = written[0][:-1]
        if written[1:2] == ["of"]:
            del written[1]
    return written


def _share_alone(written: list[str], language: str) -> list[str]:
    """*written* without what a percentage is of: "per cent", of "per cent of all call-outs"."""
    of = next((at for at, word in enumerate(written) if word.lower() in functions(language)["genitive"]), 0)
    if len(written) <= _WIDEST or not of:
        return written
    share = f"1 {' '.join(written[:of])}"
    return written[:of] if any(number.kind is NumberKind.PERCENT for number in find_numbers(share, tokenize(share), language)) else written


def _in_words(found: re.Match[str], language: str) -> str:
    """A currency with its scale in words, "€ thousand" for "k€"; as it is written where either is none: "MALE", "TONS"."""
    scale = unit_scales(language).get(found["scale"].lower())
    is_money = found["money"].lower() in number_words(language).money_before
    return f"{found['money']} {scale}" if scale is not None and is_money else found[0]


def _noted(size: int, number: Number, text: str, language: str) -> Note | None:
    rest = text[number.end :].strip(" .")
    if number.kind is NumberKind.MONEY:
        return Note(number.value, Measure.MONEY, number.unit)
    if number.kind is NumberKind.PERCENT:
        return Note(number.value, Measure.SHARE, number.unit)
    unit = _quantity(rest, language)
    if unit is not None and text.startswith("1"):
        return Note(number.value, Measure.QUANTITY, unit, _base(rest, unit, language))
    if size > 1 and number.value > 1:
        counted = _counted(rest, language)
        money = counted in functions(language)["money_units"]  # "million francs", of whatever country
        return Note(number.value, Measure.MONEY if money else Measure.COUNT, counted)
    return None


def _quantity(rest: str, language: str) -> str | None:
    """The unit of measure that *rest* is, as its symbol; a lone "t" is tonnes only where a unit must stand."""
    tokens = tokenize(rest)
    found = lexicon(language).mentions(tokens)
    if _TIMED.match(rest) and tokens[0].lower.partition("-")[0] in functions(language)["time_units"]:
        return None  # "year end", "month average"
    if found and found[0].kinds & Kinds.QUANTITY and found[0].first == 0:
        return lexicon(language).symbol(found[0].concept) or rest.lower()
    return rest if rest in functions(language)["symbols"] else None


def _base(rest: str, unit: str, language: str) -> str | None:
    """What a unit of measure is reckoned by behind its stroke: a hectare of "ц/га"; None where its symbol has it, "km/h"."""
    base = rest.partition("/")[2].strip()
    found = lexicon(language).mentions(tokenize(base)) if base and "/" not in unit else []
    return base if found and found[0].kinds & Kinds.QUANTITY else None


def _counted(rest: str, language: str) -> str | None:
    """ "thousand passengers": what is counted."""
    if not rest or rest.lower() in count_units(language):
        return count_units(language).get(rest.lower())
    syntax = parse(rest, 0, len(rest), language)
    phrase = syntax.phrases[-1] if syntax.phrases else None
    return unit_of(syntax, phrase.head) if phrase is not None else None
