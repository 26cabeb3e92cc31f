"""Figures and answers in words, in the language of the question; phrases from documents stay in theirs."""

from collections.abc import Iterable, Mapping
from functools import cache

from qa_bot.schema import Basis, Claimant, Figure, Measure, PartOf, Period, plain
from qa_bot.text.lexicon import Kinds, lexicon
from qa_bot.text.nominals import AGE
from qa_bot.text.periods import describe
from qa_bot.text.tokens import tokenize
from qa_bot.text.wordlists import DATA, read_toml


@cache
def wording(language: str) -> Mapping[str, Mapping[str, str]]:
    """Return the sentences and words of answers in *language*, by section and name."""
    data: Mapping[str, Mapping[str, str]] = read_toml(DATA / language / "wording.toml")
    return data


def say(language: str, name: str, **values: object) -> str:
    """Return the sentence *name* with its blanks filled."""
    return wording(language)["text"][name].format(**values)


def note(language: str, name: str, **values: object) -> str:
    return wording(language)["notes"][name].format(**values)


def bounded(figure: Figure, language: str) -> str:
    """Return the number as it was written, with its bound: "more than 3000"."""
    return wording(language)["bounds"][figure.bound].format(value=figure.surface)


def headline(figure: Figure, language: str, *, period: bool = True, whole: bool = True, claim: bool = True) -> str:
    """Return *figure* in a phrase: number, thing counted, action, actor, direction, reason, period, claimant."""
    parts = [_amount(figure, language, whole=whole)]
    if AGE in figure.terms.head and figure.unit == "year":
        parts = [f"{say(language, 'age', amount=parts[0])}{',' if figure.counted else ''}"]
    elif figure.measure is Measure.QUANTITY and figure.unit and not _said(unit_word(figure.unit, language), figure.counted):
        parts.append(unit_word(figure.unit, language) if not figure.counted else figure.unit)
    if figure.counted:
        parts.append(figure.counted)
    elif figure.unit and figure.measure is Measure.COUNT:
        parts.append(unit_word(figure.unit, language))
    if figure.action and not _counts_the_action(figure):
        parts.append(say(language, "not_done", action=figure.action) if figure.negative else figure.action)
    if figure.modality is not None:
        parts.append(say(language, figure.modality))
    if figure.actor and not _said(figure.actor, figure.counted):
        parts.append(say(language, "by", actor=figure.actor))
    if figure.direction and not _said(figure.direction, figure.counted):
        parts.append(figure.direction)
    if figure.place and not _said(figure.place, figure.counted):
        parts.append(f"({figure.place})")
    text = " ".join(parts)
    tail = []
    if figure.reason and not _said(figure.reason, figure.counted):
        named = lexicon(language).kinds(figure.reason) & Kinds.REASON
        tail.append(say(language, "for_reason" if named else "cause", reason=reason_word(figure.reason, language)))
    if figure.per:
        tail.append(say(language, "per", per=figure.per))
    if period and figure.period is not None:
        tail.append(period_words(figure.period, language))
    if claim and figure.claimant is not None:
        tail.append(say(language, "claim", claimant=claimant_words(figure.claimant)))
    return ", ".join((text, *tail))


def _amount(figure: Figure, language: str, *, whole: bool) -> str:
    part: PartOf | None = figure.part_of
    amount = bounded(figure, language)
    if not whole or part is None or figure.measure is not Measure.COUNT or len(plain(part.value)) > len(figure.surface) + 3:
        return amount
    return say(language, "of_whole", part=amount, whole=plain(part.value))


def _said(word: str, counted: str | None) -> bool:
    return counted is not None and word.lower() in counted.lower()


def _counts_the_action(figure: Figure) -> bool:
    """Whether the counted noun is the action itself: "four refusals" need no "refused"."""
    return bool(set(figure.terms.head) & set(figure.terms.action)) or _said(figure.action or "", figure.counted)


def unit_word(unit: str, language: str) -> str:
    """Return the noun for *unit* in *language*; a unit that no lexicon lists as itself."""
    words = lexicon(language).words(unit)
    nouns = (word for word in words if any(mention.kinds & Kinds.NOMINAL for mention in lexicon(language).mentions(tokenize(word))))
    return next(nouns, words[0] if words else unit)


def reason_word(reason: str, language: str) -> str:
    words = lexicon(language).words(reason) if lexicon(language).kinds(reason) & Kinds.REASON else ()
    return words[0] if words else reason


def period_words(period: Period, language: str) -> str:
    if period.basis is Basis.UNRESOLVED or (period.start is None and period.end is None):
        return say(language, "undated", surface=period.surface)
    return describe(period, language)


def claimant_words(claimant: Claimant) -> str:
    return f"{claimant.name} ({claimant.outlet})" if claimant.outlet else claimant.name


def slot_words(slots: Iterable[str], language: str) -> str:
    names = wording(language)["slots"]
    return ", ".join(names.get(slot, slot) for slot in dict.fromkeys(slots))
