"""Which of a sentence's numerals count something. Years, dates, ordinals, names, labels and pronouns are recognised and left."""

from qa_bot.text.lexicon import Kinds
from qa_bot.text.numbers import Number, NumberKind
from qa_bot.text.periods import PeriodMention
from qa_bot.text.syntax import TIME, Syntax

_NOUNS = ("NOUN", "NOUNS", "PROPN")


def counting(syntax: Syntax, numbers: list[Number], periods: list[PeriodMention]) -> list[Number]:
    """Return the numbers of the sentence that count something, in order."""
    return [number for number in numbers if not _in_period(number, periods) and _counts(syntax, number)]


def _in_period(number: Number, periods: list[PeriodMention]) -> bool:
    return any(mention.start < number.end and number.start < mention.end for mention in periods)


def _counts(syntax: Syntax, number: Number) -> bool:
    if number.kind is NumberKind.ORDINAL or number.kind is NumberKind.MULTIPLIER and number.in_words:
        return False
    if number.kind is not NumberKind.CARDINAL:
        return True
    return not (_is_label(syntax, number) or _is_name(syntax, number) or _is_code(syntax, number) or _is_pronoun(syntax, number))


def _is_label(syntax: Syntax, number: Number) -> bool:
    """ "Article 5", "No. 7", "flight 1409"; "1." at the head of a list item."""
    tokens = syntax.tokens
    labels = syntax.words["labels"]
    at = number.first - 1
    if at >= 0 and tokens[at].surface == "." and at:
        at -= 1
    if at < 0:
        after = tokens[number.last].surface if number.last < len(tokens) else ""
        return after in (".", ")") and number.last < len(tokens) - 1 and not number.in_words
    if tokens[at].surface in ("#", "№"):
        return True
    return tokens[at].lower in labels and syntax.tags[at] in (*_NOUNS, "X", "ADV", "INTJ") and not number.in_words


def _is_name(syntax: Syntax, number: Number) -> bool:
    """ "Kuban CSC 2022", "Boeing 737", "Apollo 11": a capitalised name before, glued to it, and nothing counted after."""
    if number.in_words or number.first == 0:
        return False
    before = syntax.tokens[number.first - 1]
    after_tag = syntax.tags[number.last] if number.last < len(syntax.tags) else ""
    after = syntax.tokens[number.last] if number.last < len(syntax.tokens) else None
    if after is not None and after.surface in ("”", '"', "»", "’") and _opens_quote(syntax, number.first):
        return True
    if syntax.tags[number.first - 1] != "PROPN" or not before.surface[:1].isupper() or number.first == 1:
        return False
    known = {mention.first for mention in syntax.mentions if mention.kinds & (Kinds.ENTITY | Kinds.GROUP)}
    if number.first - 1 in known:
        return False
    if after_tag in ("NOUNS", "ADJ") or (after is not None and after.surface in "%°"):
        return False
    return (
        number.value == number.value.to_integral_value()
        and number.bound_start is None
        and "," not in syntax.text[number.start : number.end]
    )


def _opens_quote(syntax: Syntax, index: int) -> bool:
    """Whether a quotation opens at most six tokens before *index* with only names between."""
    for at in range(index - 1, max(index - 7, -1), -1):
        if syntax.tokens[at].surface in ("“", '"', "«", "‘"):
            return True
        if syntax.tags[at] not in (*_NOUNS, "ADJ", "X"):
            return False
    return False


def _is_code(syntax: Syntax, number: Number) -> bool:
    """ "COVID-19", "24/7", "+7 495 123-45-67", "1-2-3": glued by a hyphen or slash to a word before or to more numerals."""
    if number.upper is not None:
        return False
    tokens = syntax.tokens
    if number.first >= 2:
        sign, word = tokens[number.first - 1], tokens[number.first - 2]
        glued = sign.end == number.start and word.end == sign.start
        if glued and sign.surface in "-–/:." and (word.surface[-1:].isalpha() or word.surface[-1:].isdigit()):
            return True
    if number.last + 1 < len(tokens):
        sign, word = tokens[number.last], tokens[number.last + 1]
        glued = sign.start == number.end and word.start == sign.end
        if glued and sign.surface in "/:" and word.surface[:1].isdigit():
            return True
    return False


def _is_pronoun(syntax: Syntax, number: Number) -> bool:
    """ "the only one", "one of the largest", "in one country ... in another": a "one" that does not report a count."""
    if not number.in_words or number.value != 1 or syntax.tokens[number.first].lower not in syntax.words["ones"]:
        return False
    if number.bound_start is not None:
        return False
    tokens, tags = syntax.tokens, syntax.tags
    before = tokens[number.first - 1].lower if number.first else ""
    after = tokens[number.last].lower if number.last < len(tokens) else ""
    after_tag = tags[number.last] if number.last < len(tags) else ""
    determined = number.first > 1 and tags[number.first - 2] in ("DET", "PRON")
    if number.focus and not determined:
        return False
    if before in syntax.words["one_before"] or after in syntax.words["one_after"]:
        return True
    if after_tag not in (*_NOUNS, "ADJ"):
        return before not in ("-", "–", "—", ":") and after != "each"
    if number.first and tags[number.first - 1] in ("ADP", "DET", "PRON", "ADJ", "SCONJ", TIME):
        return True
    return False
