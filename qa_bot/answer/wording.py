"""Figures and answers in words, in the language of the question; phrases from documents stay in theirs."""

import unicodedata
from collections.abc import Iterable
from decimal import Decimal

from qa_bot.answer.abroad import abroad
from qa_bot.answer.concepts import WAYS
from qa_bot.answer.number_forms import (
    counted_words,
    in_answer,
    in_number,
    measured_in,
    names_unit,
    numeral,
    symbol,
    unit_word,
    without_verb,
)
from qa_bot.answer.phrases import say, wording
from qa_bot.schema import Basis, CitedFigure, Claimant, Figure, Measure, PartOf, Period, plain
from qa_bot.text.functions import functions
from qa_bot.text.lexicon import Kinds, lexicon
from qa_bot.text.nominals import AGE
from qa_bot.text.number_words import number_words
from qa_bot.text.numbers import find_numbers
from qa_bot.text.periods import describe
from qa_bot.text.printable import in_line
from qa_bot.text.tagger import features
from qa_bot.text.tokens import tokenize


def bounded(figure: Figure, language: str) -> str:
    """Return the number as it was written, with its bound: "more than 3000"."""
    said = f"{in_line(numeral(figure, language))}{scale_word(figure, language)}{_cell_unit(figure, language)}{_currency(figure, language)}"
    return wording(language)["bounds"][figure.bound].format(value=said)


def scale_word(figure: Figure | CitedFigure, language: str) -> str:
    """Return what a header says of a bare number in a table: " млн" where 1 212 stands for 1 212 000 000; else nothing."""
    if not figure.surface or any(sign.isalpha() for sign in figure.surface):
        return ""
    read = _read(figure.surface, language)
    # "2,940" is two thousand in one language and less than three in the other, and the figure may be of either
    if read == figure.value or any(_read(figure.surface, other) == figure.value for other in ("en", "ru") if other != language):
        return ""
    factor = abs(figure.value / read) if read else None
    scale = wording(language)["scales"].get(plain(factor)) if factor is not None else None
    return f" {scale}" if scale else ""


def _read(surface: str, language: str) -> Decimal | None:
    numbers = find_numbers(surface, tokenize(surface), language)
    return numbers[0].value if numbers else None


def _cell_unit(figure: Figure, language: str) -> str:
    """The unit of money or of a share that a cell of a table does not repeat."""
    if figure.label is None or not figure.surface[-1:].isdigit() or figure.measure not in (Measure.MONEY, Measure.SHARE, Measure.CHANGE):
        return ""
    money = any(unicodedata.category(sign) == "Sc" for sign in figure.surface)
    return f" {symbol(figure.unit, language)}" if figure.unit and not money else ""


def _around(figure: Figure, language: str) -> list[str]:
    """By whom it was done, whither, where and under what."""
    parts: list[str] = []
    told = figure.action is not None or not figure.terms.action  # "home" says nothing without "sent", nor "by the fund" without "paid"
    acts = figure.language == "en" and not {*figure.terms.does}.isdisjoint(
        figure.terms.action
    )  # those who failed a test were not "failed by officers"
    if figure.actor and (told or language == "en") and not acts and not _said(figure.actor, figure.counted):
        parts.append(say(language, "by", actor=inside(figure.actor)) if told else f"({inside(figure.actor)})")
    if figure.direction and told and not _said(figure.direction, figure.counted):
        parts.append(figure.direction)
    if figure.place and not _said(figure.place, figure.counted):
        parts.append(f"({figure.place})")
    if figure.circumstance:
        parts.append(in_answer(figure.circumstance, language) if figure.language == language else figure.circumstance)
    return parts


def _currency(figure: Figure, language: str) -> str:
    """The currency of a sum that its sentence names only once: "3.2 million euros; ... no more than 1.9 million"."""
    if figure.measure is not Measure.MONEY or not figure.unit or figure.label is not None:
        return ""
    scales = number_words(figure.language).scales
    words = [word for word in figure.surface.lower().replace(".", " ").split() if not word.replace(",", "").isdigit()]
    if not all(word in scales for word in words):
        return ""
    return f" {symbol(figure.unit, language) if figure.unit.isupper() else in_number(unit_word(figure.unit, language), figure, language)}"


def headline(
    figure: Figure,
    language: str,
    *,
    period: bool = True,
    whole: bool = True,
    claim: bool = True,
    counted: bool = True,
    unit: str | None = None,
) -> str:
    """Return *figure* in a phrase: number, thing counted, action, actor, direction, reason, period, claimant.

    *unit* is that of a change, as its sentence has it: "50 basis points: policy rate lowered".
    """
    apart = whole and _counts_otherwise(figure, language)
    parts = [_amount(figure, language, whole=whole and not apart)]
    of_whole = parts[0] != bounded(figure, language)
    figure = without_verb(figure)
    deed_counted, none = _counts_the_action(figure), figure.value == 0 and figure.surface[:1].isalpha()
    if figure.language != language:
        figure = abroad(figure, language)
    thing = counted_words(figure, language, of_whole=of_whole)
    if AGE in figure.terms.head and figure.unit == "year":
        parts = [f"{say(language, 'age', amount=parts[0])}{',' if figure.counted else ''}"]
    elif figure.measure is Measure.QUANTITY and figure.unit and not names_unit(figure):
        parts.append(measured_in(figure, language))
    way = _way(figure) if unit is None else None
    if way is not None:  # "1.9 billion" alone would be read as the level
        joins = thing and counted and _ends_with_number(figure)  # "down by 30 ships", "down by 2 million euros: debt"
        parts = [
            say(language, f"{way}_by", amount=" ".join([*parts, thing or ""] if joins else parts)) + (":" if thing and not joins else "")
        ]
        thing = "" if joins else thing
        figure = figure.model_copy(update={"action": None, "actor": None})
    if unit is not None:
        parts.append(f"{unit}:" if thing or figure.action else unit)
    if thing and apart and figure.part_of is not None:
        parts.append(say(language, "of_whole", part=thing, whole=f"{plain(figure.part_of.value)} {figure.part_of.counted}"))
    elif (
        thing and none and not of_whole and (figure.part_of is not None or _is_none_of_those(figure, thing, language))
    ):  # whose number is in words, or is told beside
        parts[0] = say(language, "none_of", part=parts[0], whole=thing)
    elif thing:
        parts += [thing] if counted else []
    elif figure.unit and figure.measure is Measure.COUNT and not none:  # "nobody"
        parts.append(in_number(unit_word(figure.unit, language), figure, language))
    if figure.action and not deed_counted:
        denied = figure.negative or (none and figure.language == language == "ru")  # «никто не пострадал»
        parts.append(say(language, "not_done", action=figure.action) if denied else figure.action)
    if figure.modality is not None:
        parts.append(say(language, figure.modality))
    if figure.newer is not None:
        parts.append(say(language, "earlier_count"))
    parts += _around(figure, language)
    return ", ".join((" ".join(parts), *_tail(figure, language, period=period, claim=claim)))


def _is_none_of_those(figure: Figure, thing: str, language: str) -> bool:
    """Whether the words for none stand in Russian before those of whom it was none: «ни один из бригадиров». Of a part they do where the
    number of its whole is in words, or is told beside."""
    plural = figure.language == language == "ru" and any("plur" in features(word, "ru") for word in thing.lower().split()[:2])
    return plural and len(figure.surface.split()) > 1


def _way(figure: Figure) -> str | None:
    """Which way a change went that no verb of its clause tells: "stood at 58 million, 2 million less than in May"."""
    ways = WAYS.intersection(figure.terms.action)
    if figure.measure is not Measure.CHANGE or len(ways) != 1:
        return None
    words = lexicon(figure.language)
    said = {words.concept(token.lower) for token in tokenize(figure.action or "")}
    told = any(not ways.isdisjoint((concept, *words.broader(concept))) for concept in said)
    return None if told else next(iter(ways))


def _ends_with_number(figure: Figure) -> bool:
    last = figure.surface.split()[-1]
    return last[-1].isdigit() or last.rstrip(".").lower() in number_words(figure.language).scales


def difference_words(derived: CitedFigure, language: str) -> str:
    """Return a difference in words: "a difference of 21.3 percentage points (27.8 - 6.5)"."""
    value = plain(derived.value)
    if derived.unit == "pp":
        value = say(language, "points", value=value)
    elif derived.unit and derived.measure is Measure.MONEY:
        value = f"{value} {symbol(derived.unit, language)}"
    return say(language, "difference", value=value, expression=derived.derived.expression if derived.derived is not None else "")


def inside(name: str) -> str:
    """Return a name as it stands inside a sentence: "the Authority"."""
    return f"the {name[4:]}" if name.startswith("The ") else name


def _tail(figure: Figure, language: str, *, period: bool, claim: bool) -> list[str]:
    """Reason, base, period and claimant."""
    tail = []
    if figure.reason and not _said(figure.reason, figure.counted):
        named = lexicon(language).kinds(figure.reason) & Kinds.REASON
        tail.append(say(language, "for_reason" if named else "cause", reason=reason_word(figure.reason, language)))
    if figure.per and figure.measure is Measure.SHARE and figure.per.lower() in functions(figure.language)["share_bases"]:
        tail.append(say(language, "share_of", per=figure.per))
    elif figure.per and not (figure.unit or "").endswith(f"/{figure.per}"):  # "19 km/h" says it
        tail.append(say(language, "per_many" if figure.per[0].isdigit() else "per", per=unit_word(figure.per, language)))
    if period and figure.period is not None:
        tail.append(period_words(figure.period, language))
    if claim and figure.claimant is not None:
        tail.append(say(language, "claim", claimant=claimant_words(figure.claimant)))
    return tail


def _amount(figure: Figure, language: str, *, whole: bool) -> str:
    part: PartOf | None = figure.part_of
    amount = bounded(figure, language)
    alone = figure.value == 0 and figure.surface.lower() in functions(figure.language)["bare_none"]
    if alone and figure.counted and part is None:
        return say(language, "no_such")  # "None had been stolen"
    if not whole or part is None or figure.measure is not Measure.COUNT or len(plain(part.value)) > len(figure.surface) + 3:
        return amount
    if _are_other_things(figure.counted, part.counted) or (part.counted is None and figure.unit == "person" and figure.counted):
        return amount  # of "a death toll of 41, among them 16 children" no "16 of 41 children"
    return say(language, "of_whole", part=amount, whole=plain(part.value))


def _are_other_things(part: str | None, whole: str | None) -> bool:
    """Whether a part is called otherwise than its whole, so that no number of the whole may stand before its noun: 19 of 74 planes are
    Superjets, and not "19 of 74 Superjets"."""
    if part is None or whole is None:
        return False
    named, other = ({token.lower for token in tokenize(text)} for text in (part, whole))
    return not (named <= other or other <= named)


def _counts_otherwise(figure: Figure, language: str) -> bool:
    """Whether a part and its whole are called by other nouns: "26 women of 94 journalists". Russian nouns would need other cases."""
    part = figure.part_of
    if language != "en" or figure.language != "en" or part is None or figure.unit != "person" or not (part.counted and figure.counted):
        return False
    return _are_other_things(figure.counted, part.counted)


def _said(word: str, counted: str | None) -> bool:
    return counted is not None and word.lower() in counted.lower()


def _counts_the_action(figure: Figure) -> bool:
    """Whether the counted noun is the action itself: "four refusals" need no "refused"."""
    return bool(set(figure.terms.head) & set(figure.terms.action)) or _said(figure.action or "", figure.counted)


def reason_word(reason: str, language: str) -> str:
    words = lexicon(language).words(reason) if lexicon(language).kinds(reason) & Kinds.REASON else ()
    if not words:
        return reason
    adjective = language == "ru" and words[0].endswith(("ый", "ий", "ой"))
    return f"{words[0][:-2]}ая" if adjective else words[0]  # "причина: политическая"


def period_words(period: Period, language: str) -> str:
    if period.basis is Basis.UNRESOLVED or (period.start is None and period.end is None):
        return say(language, "undated", surface=in_answer(period.surface, language))
    return describe(period, language)


def claimant_words(claimant: Claimant) -> str:
    return f"{claimant.name} ({claimant.outlet})" if claimant.outlet else claimant.name


def slot_words(slots: Iterable[str], language: str) -> str:
    names = wording(language)["slots"]
    return ", ".join(names.get(slot, slot) for slot in dict.fromkeys(slots))


def rows_by(slot: str, language: str) -> str:
    """Return what the rows of a table run over, as its headline says it: "period" of "by period", «по периодам»."""
    return wording(language)["rows_by"].get(slot) or slot_words((slot,), language)


def missed(slots: Iterable[str], language: str) -> str:
    """Return the names of the slots in which a figure misses the question: another unit is another subject."""
    return slot_words(("counted" if slot == "unit" else slot for slot in slots), language)


def differing(slots: Iterable[str], language: str) -> str:
    """Return in words what figures that miss the question in *slots* do instead: "are for another period"."""
    said = wording(language)["differing"]
    words = list(dict.fromkeys(said.get(slot, said["counted"]) for slot in slots))
    return say(language, "and").join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else words[0]
