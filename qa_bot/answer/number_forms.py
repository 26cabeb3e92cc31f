"""The number of a figure and what it counts in the forms that they take beside each other in an answer."""

from qa_bot.answer.phrases import wording
from qa_bot.schema import Bound, Figure, Measure
from qa_bot.text.functions import functions
from qa_bot.text.lexicon import Kinds, lexicon
from qa_bot.text.number_words import number_words
from qa_bot.text.tokens import tokenize

_COUNTING = (Measure.COUNT, Measure.RATE)
_PERSON = "person"
_VOWELS = frozenset("aeiou")
_POINT = "point"  # in which rates change
_UNIT_WORDS = 2  # of "basis points"
_SHORTEST = 3  # letters of a noun; below are symbols


def numeral(figure: Figure, language: str) -> str:
    """Return the number of *figure* as it is written; a single word of another language by the word of *language*."""
    surface = figure.surface
    if figure.language == language or not surface.isalpha():
        return surface
    return next((word for word, value in number_words(language).cardinals.items() if value == figure.value), surface)


def unit_word(unit: str, language: str) -> str:
    """Return the noun for *unit* in *language*; of a unit that no lexicon lists its symbol, or itself."""
    words = lexicon(language).words(unit)
    nouns = (word for word in words if any(mention.kinds & Kinds.NOMINAL for mention in lexicon(language).mentions(tokenize(word))))
    return next(nouns, words[0] if words else symbol(unit, language))


def symbol(unit: str, language: str) -> str:
    """Return the symbol of a unit of measure as it is written in *language*: "т" for tonnes in Russian."""
    return wording(language).get("symbols", {}).get(unit, unit)


def measured_in(figure: Figure, language: str) -> str:
    """Return the unit of a quantity as it stands behind its number: "км", "дней"."""
    unit = figure.unit or ""
    sign = symbol(unit, language) if figure.counted or language != "ru" else unit
    if sign != unit:
        return sign
    return in_number(unit_word(unit, language), figure, language)


def in_number(noun: str, figure: Figure, language: str, *, of_whole: bool = False) -> str:
    """Return *noun* as it stands behind the number of *figure*: "штрафов" behind 14."""
    if language != "ru":
        return noun if figure.value == 1 and figure.upper is None else _plural(noun, language)
    # Only answers in Russian pay for the dictionary, which the question has read already.
    from qa_bot.text.inflection import after_number, cases_of

    value, bounded = figure.upper or figure.value, figure.bound is not Bound.EXACT and figure.upper is None
    if of_whole or figure.surface.lower() in functions(language)["collective"]:
        return after_number(noun, value * 0, bounded=True)
    written = cases_of(figure.surface) if figure.language == language else frozenset()
    if written and written.isdisjoint(("nomn", "accs")):
        if "gent" not in written:
            return noun  # "пятью новичками" agree as they are written
        bounded = True
    return after_number(noun, value, bounded=bounded)


def _plural(noun: str, language: str) -> str:
    """Return an English noun as it stands behind a number; a symbol as it is."""
    plurals = wording(language).get("plurals", {})
    if noun in plurals:
        return plurals[noun]
    if not noun.isalpha() or not noun.islower() or len(noun) < _SHORTEST or noun.endswith("s") or _VOWELS.isdisjoint(noun):
        return noun
    if noun.endswith(("x", "z", "ch", "sh")):
        return f"{noun}es"
    return f"{noun[:-1]}ies" if noun.endswith("y") and noun[-2] not in "aeiou" else f"{noun}s"


def counted_words(figure: Figure, language: str, *, of_whole: bool = False) -> str | None:
    """Return what *figure* counts as it stands behind its number: "штрафов" where the text has "14 штрафах".

    With *of_whole* it stands behind "14 из 60".
    """
    if figure.counted is None or language != "ru":
        return figure.counted
    from qa_bot.text.inflection import as_name, of_amount, within

    counted = within(figure.counted)
    if figure.measure is Measure.MONEY:
        return as_name(counted)
    if figure.measure in (Measure.QUANTITY, Measure.SHARE):
        return in_number(counted, figure, language) if names_unit(figure) else of_amount(counted)
    if figure.measure in _COUNTING and _is_counted_by(figure, counted):
        return in_number(counted, figure, language, of_whole=of_whole)
    return counted


def in_answer(phrase: str, language: str) -> str:
    """Return a Russian phrase without the capital with which it opened its sentence."""
    if language != "ru":
        return phrase
    from qa_bot.text.inflection import within

    return within(phrase)


def _is_counted_by(figure: Figure, counted: str) -> bool:
    """Whether the number counts these very things, as it does not of "численность жителей: 340 человек"."""
    from qa_bot.text.inflection import head_of, stands_for_noun

    if figure.unit != _PERSON:
        return figure.unit is not None and head_of(counted) == figure.unit
    words = lexicon("ru")
    return stands_for_noun(counted) or any(_PERSON in (term, *words.broader(term)) for term in figure.terms.head)


def names_unit(figure: Figure) -> bool:
    """Return whether what a quantity is of is only its unit once more: "52 километра"."""
    if figure.counted is None or figure.unit is None:
        return False
    words = lexicon(figure.language)
    symbols = {words.symbol(term) or term for term in figure.terms.head}
    told = figure.unit in symbols and figure.label is None  # what a header says beside its unit is no unit
    word = unit_word(figure.unit, figure.language).lower()
    named = figure.counted.lower().split()
    return told or any(said == word if len(word) < _SHORTEST else word in said for said in named)


def without_verb(figure: Figure) -> Figure:
    """Return *figure* whose counted words do not open with its own deed, as those of a table's row may: "Зарегистрировано браков"."""
    first, _, rest = (figure.counted or "").partition(" ")
    if not rest or figure.action is None or first.lower() != figure.action.lower():
        return figure
    return figure.model_copy(update={"counted": rest})


def unit_written(figure: Figure, quote: str) -> str | None:
    """Return the points by which something changed as they stand behind its number in *quote*: "basis points"; None where it tells its
    unit itself."""
    if figure.measure is not Measure.CHANGE or figure.unit != _POINT or not figure.surface[-1:].isdigit():
        return None
    behind = quote.partition(figure.surface)[2]
    words, tokens = lexicon(figure.language), tokenize(behind)[:_UNIT_WORDS]
    at = next((at for at, token in enumerate(tokens) if words.concept(token.lower) == _POINT), None)
    return behind[tokens[0].start : tokens[at].end] if at is not None else None
