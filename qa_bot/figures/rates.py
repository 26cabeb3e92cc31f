"""What a figure is reckoned by: "140 thousand annually", "4.6 deaths per 100,000 inhabitants", "34,4 ц/га"."""

from qa_bot.text.nominals import measures
from qa_bot.text.numbers import Number, NumberKind, find_numbers
from qa_bot.text.periods import find_rates
from qa_bot.text.syntax import LONGEST_SIGN, TIME, Clause, Phrase, Syntax

SPANS = frozenset({"year", "month", "week", "day", "quarter", "hour"})  # a count by time stays a count
_REACH = 6  # tokens after a number in which its base stands


def rate_of(syntax: Syntax, number: Number, clause: Clause) -> str | None:
    """Return what the figure is per: "year", "100000 inhabitants", "hectare"; None if it is not reckoned by anything."""
    found = (
        share_base(syntax, number) or price_base(syntax, number) or _base(syntax, number, clause) or _base_behind(syntax, number, clause)
    )
    return found or _base_before(syntax, number, clause) or _span(syntax, number, clause)


def share_base(syntax: Syntax, number: Number) -> str | None:
    """Return the sum of money that *number* is so many per cent of, not the thing it counts: "2.4 % of GDP", "2,4 % ВВП"."""
    at = number.last
    if number.kind is not NumberKind.PERCENT:
        return None
    at += at < len(syntax.tokens) and syntax.tokens[at].lower in syntax.words["partitives"]
    named = at < len(syntax.tokens) and syntax.tokens[at].lower in syntax.words["share_bases"]
    return syntax.tokens[at].surface if named else None


def price_base(syntax: Syntax, number: Number) -> str | None:
    """Return the one thing that a Russian sum right before it is paid for: «5,73 рубля за киловатт-час», «42 рубля на акцию»; not «5 млн
    рублей на ремонт»."""
    at = number.last
    if syntax.language != "ru" or number.kind is not NumberKind.MONEY or at + 1 >= len(syntax.tokens):
        return None
    phrase = syntax.phrase_at(at + 1)
    if phrase is None or phrase.first != at + 1 or syntax.tokens[at].lower not in syntax.words["price_leads"]:
        return None
    if {"NUM", TIME} & {*syntax.tags[phrase.first : phrase.last]} or syntax.tags[phrase.head] != "NOUN":
        return None
    each = syntax.concept_of(phrase.head) in syntax.words["price_bases"]
    called = syntax.mention_at(phrase.first)
    alone = phrase.last == phrase.first + 1 or (called is not None and called.last == phrase.last)  # «киловатт-час»
    return syntax.slice(phrase.first, phrase.last) if each and alone else None


def _span(syntax: Syntax, number: Number, clause: Clause) -> str | None:
    """A word of time in the clause; before the number only one that cannot be a noun phrase: "annually", not "a day ticket"."""
    left, right = syntax.tokens[clause.first].start, syntax.tokens[clause.last - 1].end
    found = find_rates(syntax.text, left, right, syntax.language)
    if not found:
        return None
    numerals = [token.start for index, token in enumerate(syntax.tokens) if index >= number.last and syntax.tags[index] == "NUM"]
    stop = min(numerals, default=right)
    found = [each for each in found if not _is_ordinal(syntax, next(i for i, token in enumerate(syntax.tokens) if token.end >= each[1]))]
    found = [each for each in found if not _describes(syntax, each[1])]
    after = [per for start, end, per in found if number.end <= start < stop and not _is_length(syntax, start, end)]
    if after:
        return after[0]
    articles = syntax.words["articles"]
    last = max((token.end for index, token in enumerate(syntax.tokens[: number.first]) if syntax.tags[index] == "NUM"), default=left)
    before = [per for start, end, per in found if last <= start and syntax.text[start:end].split()[0].lower() not in articles]
    return before[-1] if before else None


def _describes(syntax: Syntax, end: int) -> bool:
    """Whether the word of time that ends at *end* says which thing it is: "a day ticket", "a week pass", not "£5 a day each"."""
    at = next((index for index, token in enumerate(syntax.tokens) if token.start >= end), len(syntax.tokens))
    phrase = syntax.phrase_at(at) if at < len(syntax.tokens) else None
    within = phrase is not None and phrase.first < at <= phrase.head
    return within and syntax.text[end : syntax.tokens[at].start].isspace() and syntax.tokens[at - 1].lower in syntax.words["time_units"]


def _is_length(syntax: Syntax, start: int, end: int) -> bool:
    """Whether "a year" only says how long or how long ago: "a year earlier", "for more than a year"."""
    words = syntax.words
    following = next((token.lower for token in syntax.tokens if token.start >= end), "")
    if following in words["distances"]:
        return True
    opening = next((token.lower for token in syntax.tokens if token.end > start), "")
    if opening not in words["articles"]:
        return False
    before = next((index for index in reversed(range(len(syntax.tokens))) if syntax.tokens[index].end <= start), -1)
    return before >= 0 and (syntax.tags[before] == "ADP" or syntax.tokens[before].lower in words["comparing"])


def _base(syntax: Syntax, number: Number, clause: Clause) -> str | None:
    words = syntax.words
    tokens = syntax.tokens
    for at in range(number.last, min(number.last + _REACH, clause.last, len(tokens) - 1)):
        token = tokens[at]
        if at > number.last and syntax.tags[at] in ("VERB", "AUX", "CCONJ", "NUM"):
            return None  # after another number "per" is of that: "18 per cent, after 2.4 per cent"
        glued = token.surface == "/" and token.start == tokens[at - 1].end and syntax.mention_at(at) is None  # no "/" of «м/с»
        ratio = token.lower in words["per_base"] - words["per"] and syntax.tags[at + 1] == "NUM" and at <= number.last + 1
        phrase = syntax.phrase_at(at + 1)
        if not (glued or token.lower in words["per"] or ratio or _is_density(syntax, at, phrase)):
            continue
        if _is_ordinal(syntax, at + 1):
            return None
        if phrase is None or (ratio and syntax.lemma(phrase.head) not in words["base_units"]):
            return None
        return _named(syntax, at + 1, phrase.last, phrase.head)
    return None


def _is_density(syntax: Syntax, at: int, phrase: Phrase | None) -> bool:
    """Whether a preposition leads into one unit of measure, and no time: «34 человека на кв. км», but not «на 5 км», «на час»."""
    if phrase is None or phrase.first != at + 1 or syntax.tokens[at].lower not in syntax.words["per_base"]:
        return False
    head = phrase.head
    one = head == phrase.first and (syntax.tags[head] != "NOUNS" or len(syntax.tokens[head].surface) <= LONGEST_SIGN)
    return one and measures(syntax, head) and syntax.lemma(head) not in syntax.words["time_units"]


def _base_behind(syntax: Syntax, number: Number, clause: Clause) -> str | None:
    """So many of something, behind the verb: "14 cases were counted per 100,000 inhabitants"."""
    if number.kind is NumberKind.PERCENT:
        return None
    at = next((at for at in range(number.last, clause.last) if syntax.tags[at] == "NUM"), len(syntax.tokens))
    return _many(syntax, at) if at < clause.last and syntax.tokens[at - 1].lower in syntax.words["per"] else None


def _base_before(syntax: Syntax, number: Number, clause: Clause) -> str | None:
    """So many of something that opens the clause: «на 1000 жителей приходилось 212 машин», "per 1,000 households there were 96"."""
    at = next((at for at in range(clause.first, number.first) if syntax.tags[at] == "NUM"), 0)
    if number.kind is NumberKind.PERCENT or at < 1 or syntax.tokens[at - 1].lower not in syntax.words["per_base"]:
        return None
    base = next((each for each in find_numbers(syntax.text, syntax.tokens, syntax.language) if each.first == at), None)
    opens = at - 1 == clause.first or syntax.tags[at - 2] == "PUNCT"
    if base is None or not opens or "NUM" in syntax.tags[base.last : number.first] or "PUNCT" in syntax.tags[base.last : number.first]:
        return None
    known = base.last < len(syntax.tokens) and syntax.lemma(base.last) in syntax.words["base_units"]
    return _many(syntax, at) if known or syntax.tokens[at - 1].lower in syntax.words["per"] else None


def _many(syntax: Syntax, at: int) -> str | None:
    """The base whose number stands at *at*, which is no time: "per 12 months"."""
    phrase = syntax.phrase_at(at)
    if phrase is None or syntax.tokens[phrase.head].lower in syntax.words["time_units"]:
        return None
    return _named(syntax, at, phrase.last, phrase.head)


def _is_ordinal(syntax: Syntax, at: int) -> bool:
    """Whether a unit of time is the next of a row: "318,000 had a first dose and 94,500 a second"."""
    lowers = {token.lower for token in syntax.tokens[:at]}
    return syntax.tokens[at].lower in syntax.words["ordinal_units"] and not lowers.isdisjoint(syntax.words["before_second"])


def _named(syntax: Syntax, first: int, last: int, head: int) -> str | None:
    """The base in words; its number in digits."""
    numerals = [index for index in range(first, last) if syntax.tags[index] == "NUM"]
    if not numerals:
        per = syntax.lemma(head) if last - first == 1 else syntax.slice(first, last)
        return None if per in SPANS else per
    size = _size(syntax, numerals[0], numerals[-1] + 1)
    noun = syntax.slice(numerals[-1] + 1, last) if numerals[-1] + 1 < last else ""
    return f"{size} {noun}".strip()


def _size(syntax: Syntax, first: int, last: int) -> str:
    tokens = syntax.tokens[first:last]
    found = find_numbers(syntax.text, tokens, syntax.language)
    return f"{found[0].value:f}" if found else syntax.slice(first, last)
