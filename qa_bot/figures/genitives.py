"""Russian genitives before a number: what it counts («заявок поступило 512»), and what only belongs to another noun."""

from qa_bot.text.nominals import Counted, complement_end
from qa_bot.text.numbers import Number
from qa_bot.text.syntax import NUMERAL, TIME, Clause, Phrase, Syntax
from qa_bot.text.tagger import cases

_HALTING = frozenset(";:()")
_STOPPING = frozenset("()")
_OPENERS = frozenset('«“"')


def genitive_before(syntax: Syntax, number: Number, clause: Clause) -> Counted | None:
    """Return the noun in the genitive plural that a number behind it counts, with its complements: «заявок на участие поступило 512».

    It depends on nothing before it, and no preposition introduces the number: «жителей разместили в 12» counts no one.
    """
    if syntax.language != "ru" or _is_led(syntax, number):
        return None
    first = _opening(syntax, number.first, clause.first)
    for phrase in syntax.phrases:
        if not first <= phrase.first or phrase.last > number.first:
            continue
        noun = _described(syntax, phrase, number.first)
        if noun is not None or _is_counted(syntax, phrase, first):
            noun = noun or phrase
            return Counted(phrase.first, min(complement_end(syntax, noun.last, event=False), number.first), noun.head)
    return None


def _described(syntax: Syntax, phrase: Phrase, stop: int) -> Phrase | None:
    """The noun before token *stop* that an active participle with its object describes: «отработавших свой срок [лифтов]»."""
    if phrase.adposition >= 0 or not _is_genitive_plural(syntax, phrase.first, "PRTF", "actv"):
        return None
    if phrase.head > phrase.first and _is_genitive_plural(syntax, phrase.head):
        return None  # «работающих пенсионеров»
    for other in syntax.phrases:
        if phrase.last <= other.first and other.last <= stop and other.adposition < 0 and syntax.tags[other.head] == "NOUNS":
            found = cases(syntax.tokens[other.head].lower, "ru")
            if "gent" in found and "nomn" not in found and TIME not in syntax.tags[other.first : other.last]:
                return other
    return None


def _is_genitive_plural(syntax: Syntax, at: int, *kinds: str) -> bool:
    """Whether the Russian word at *at* may be of all these *kinds* in the genitive plural."""
    # Only Russian text pays for the dictionary.
    from qa_bot.text.morphology import readings

    return any({"gent", "plur", *kinds} <= reading.grammemes for reading in readings(syntax.tokens[at].lower))


def _is_led(syntax: Syntax, number: Number) -> bool:
    """Whether a preposition stands before the number, apart from the words of its bound."""
    at = number.first - 1
    while at >= 0 and number.bound_start is not None and syntax.tokens[at].start >= number.bound_start:
        at -= 1
    return at < 0 or syntax.tags[at] == "ADP"


def _opening(syntax: Syntax, last: int, first: int) -> int:
    """Where the words begin that may say what the number at *last* counts: behind any other number, and the sign that opens its clause
    unless a pronoun points back over it («клеток не хватает: их 14»)."""
    points_back = any(token.lower in syntax.words["of_them"] for token in syntax.tokens[first:last])
    first, halting = (0, _STOPPING) if points_back else (first, _HALTING)
    for index in range(last - 1, first - 1, -1):
        if syntax.tags[index] == NUMERAL or syntax.tokens[index].surface in halting:
            return index + 1
    return first


def _is_counted(syntax: Syntax, phrase: Phrase, first: int) -> bool:
    if phrase.adposition >= 0 or syntax.tags[phrase.head] != "NOUNS" or TIME in syntax.tags[phrase.first : phrase.last]:
        return False
    found = cases(syntax.tokens[phrase.head].lower, "ru")
    if "gent" not in found or "nomn" in found:
        return False
    before = syntax.phrase_at(phrase.first - 1) if phrase.first > first else None
    return before is None or before.last != phrase.first


def is_led_complement(syntax: Syntax, phrase: Phrase) -> bool:
    """Return whether a Russian genitive belongs to a noun behind a preposition, across a quotation mark: «по данным «Речного дозора»»;
    what may be a nominative as well does where a comma closes it: «по данным министерства финансов, ...»."""
    if phrase.first > 1 and syntax.tokens[phrase.first - 1].surface in _OPENERS:
        called = syntax.phrase_at(phrase.first - 2)
        if called is not None and called.last == phrase.first - 1 and (called.adposition >= 0 or is_led_complement(syntax, called)):
            return True  # «по данным организации «Лесной пост», ...»
    joined = any(token.surface == "-" for token in syntax.tokens[phrase.first : phrase.last])  # "Ключ-Аналитики"
    found = cases(syntax.tokens[phrase.last - 1 if joined else phrase.head].lower, syntax.language)
    if syntax.tags[phrase.head] == "PROPN":  # «Марка Громова», of which the first word alone may be a brand
        end = phrase.last + (phrase.last < len(syntax.tokens) and _is_surname(syntax, phrase.last))
        found = found.union(*(cases(syntax.tokens[at].lower, syntax.language) for at in range(phrase.first, end)))
    if "gent" not in found or ("nomn" in found and not _is_closed(syntax, phrase)):
        return False
    before: Phrase | None = phrase
    while before is not None and before.adposition < 0:
        at = before.first - 1
        at -= at > 0 and syntax.tokens[at].surface in _OPENERS
        before = syntax.phrase_at(at) if at >= 0 else None
        before = before if before is not None and before.last == at + 1 else None
    return before is not None


def _is_closed(syntax: Syntax, phrase: Phrase) -> bool:
    """Whether a comma follows *phrase*, further genitives and quotation marks apart."""
    at = phrase.last
    while at < len(syntax.tokens) and syntax.tokens[at].surface != ",":
        following = syntax.phrase_at(at)
        if following is not None and following.adposition < 0:
            at = following.last
        elif syntax.tokens[at].surface in '«»“”"' or _is_surname(syntax, at):
            at += 1  # «по словам главы палаты Марка Зеленского, ...»
        else:
            return False
    return at < len(syntax.tokens)


def _is_surname(syntax: Syntax, at: int) -> bool:
    """Whether the token is an adjective with a capital, as many surnames are."""
    return syntax.tags[at] == "ADJ" and syntax.tokens[at].surface.istitle()
