"""By what a figure is measured: count, share, change, money, quantity; and the word that introduces its number."""

from qa_bot.schema import Measure
from qa_bot.text.functions import openings
from qa_bot.text.nominals import Counted, measures, unit_of
from qa_bot.text.numbers import Number, NumberKind
from qa_bot.text.syntax import Clause, Phrase, Syntax

CHANGED_REACH = 4  # tokens from the verb of a change to the word before its number
COMPARED_REACH = 7  # and back to "compared" where that stands between
SETTING_OFF = frozenset("—–(")
LEAD_WORDS = 3  # of "in front of"
_BEHIND_NOUN = frozenset(("PUNCT", "ADP", "CCONJ", "SCONJ", "VERB", "AUX", "VBN", "NUM"))


def number_opening(number: Number) -> int:
    """Return the character where the number begins, the words of its bound included."""
    return number.start if number.bound_start is None else min(number.start, number.bound_start)


def lead_of(syntax: Syntax, number: Number) -> int:
    """Return the token before the number and the words of its bound: "to" in "to more than 40"; -1 if there is none."""
    at = number.first - 1
    opening = number_opening(number)
    while at >= 0 and (syntax.tokens[at].start >= opening or syntax.tokens[at].lower in syntax.words["roughly"]):
        at -= 1
    return at


def is_measure(syntax: Syntax, counted: Counted | None) -> bool:
    """Return whether what a number seems to count is a unit of measure, so that the thing measured stands elsewhere."""
    if counted is None:
        return False
    named = syntax.lemma(counted.head) in syntax.words["money_units"] | syntax.words["points"]
    return named or measures(syntax, counted.head)


def lasts_for(syntax: Syntax, counted: Counted, inner: Phrase) -> bool:
    """Return whether a time tells how long something took for what *inner* names, "six months for an operation", and not of what it is."""
    timed = syntax.language == "en" and syntax.lemma(counted.head) in syntax.words["time_units"]
    return timed and inner.adposition >= 0 and syntax.tokens[inner.adposition].lower not in syntax.words["partitives"]


def measure_of(syntax: Syntax, number: Number, counted: Counted | None, clause: Clause) -> tuple[Measure, str | None]:
    """Return the measure of *number* and, where the measure gives it, the unit."""
    change = _is_change(syntax, number, counted, clause)
    if number.kind is NumberKind.MONEY:
        return (Measure.CHANGE if change else Measure.MONEY), number.unit
    if number.kind is NumberKind.PERCENT:
        return (Measure.CHANGE if change or number.unit == "pp" else Measure.SHARE), number.unit
    if number.kind is NumberKind.MULTIPLIER:
        return Measure.CHANGE, "time"
    if number.kind is NumberKind.FRACTION and number.value < 1:
        return (Measure.CHANGE if change else Measure.SHARE), None
    if counted is not None and counted.head >= 0:
        if measures(syntax, counted.head):
            return (Measure.CHANGE if change else Measure.QUANTITY), unit_of(syntax, counted.head)
        if syntax.lemma(counted.head) in syntax.words["money_units"]:
            return (Measure.CHANGE if change else Measure.MONEY), syntax.lemma(counted.head)
    return (Measure.CHANGE if change else Measure.COUNT), None


def _is_change(syntax: Syntax, number: Number, counted: Counted | None, clause: Clause) -> bool:
    """Whether the number says by how much something changed, not what it came to: "up 12 % to 3.4 bn", "rose by 40", "a 5 % rise"."""
    at = lead_of(syntax, number)
    before = syntax.tokens[at].lower if at >= 0 else ""
    if number.kind is NumberKind.PERCENT and _amounts_to_change(syntax, number, clause):
        return True
    if before in syntax.words["level_after"] or number.kind is NumberKind.MULTIPLIER:
        return False
    words = syntax.words
    near = [syntax.lemma(index) for index in range(_changed_from(syntax, clause, at), at + 1)]
    stop = next((index for index in range(number.last, clause.last) if syntax.tags[index] == "PUNCT"), clause.last)
    after = [syntax.lemma(index) for index in range(number.last, min(number.last + 3, stop))]
    if before in words["change_after"] and any(word in words["changing"] for word in near):
        return True
    if before in words["change_after"] and number.kind is NumberKind.PERCENT and (_is_set_off(syntax, at) or _is_moved(syntax, number, at)):
        return True
    if before in words["change_after"] and counted is not None and syntax.lemma(counted.head) in words["margin_units"]:
        verbs = {syntax.lemma(index) for group in syntax.verbs_in(clause.first, at) for index in group.chain}
        return not verbs.isdisjoint(words["margin_verbs"])  # "took the title by two points"
    measured = number.kind in (NumberKind.PERCENT, NumberKind.MONEY)
    fraction = number.kind is NumberKind.FRACTION and number.value < 1
    more = number.last < stop and syntax.tokens[number.last].lower in words["compared_more"]
    if more and (measured or fraction or (syntax.language == "ru" and before in words["change_after"])):
        return True
    risen = syntax.language == "ru" and before in words["change_after"]  # «на 12 домов больше»
    if counted is not None and counted.first == number.last and (risen or is_measure(syntax, counted)) and counted.head + 1 < stop:
        more = more or syntax.tokens[counted.head + 1].lower in words["compared_more"]  # "3 crowns more than in 2021"
        more = more or _is_larger(syntax, counted.head + 1)
        if more:
            return True
    if is_off_norm(syntax, number.last) or is_lead(syntax, number, counted):
        return True
    points = counted is not None and syntax.lemma(counted.head) in words["points"]
    points = points or (bool(near) and near[-1] in words["moving_alone"] and is_measure(syntax, counted))  # "fell 9 cm"
    if measured or points or (syntax.language == "ru" and before in words["change_after"]):
        if near and near[-1] in words["changing"]:
            return not (number.kind is NumberKind.MONEY and _comes_in(syntax, at))
        return any(word in words["changing"] for word in after[:2])
    return False


def _is_moved(syntax: Syntax, number: Number, at: int) -> bool:
    """Whether the last verb before the "by" at token *at* moved something, however long its name: "cut the risk of a stroke by 27%"."""
    group = next((group for group in reversed(syntax.verbs) if group.last <= at), None)
    if syntax.language != "en" or group is None or not group.chain or syntax.lemma(group.chain[-1]) not in syntax.words["changing"]:
        return False
    of = number.last < len(syntax.tokens) and syntax.tokens[number.last].lower in syntax.words["partitives"]
    return not of and {"PUNCT", "CCONJ", "SCONJ", "NUM"}.isdisjoint(syntax.tags[group.last : at])


def _is_larger(syntax: Syntax, at: int) -> bool:
    """Whether a word at *at* tells by how much one thing is larger than another: "12 metres longer than the old one"."""
    return [
        token.lower in syntax.words[name] for token, name in zip(syntax.tokens[at : at + 2], ("compared_sizes", "comparing"), strict=False)
    ] == [True, True]


def _is_set_off(syntax: Syntax, at: int) -> bool:
    """Whether a dash or a bracket stands before token *at*, and before it what changed: «выросли цены на чай — на 6 %», «упал сбор ржи (на
    4 %) и овса (на 2 %)»."""
    if not at or syntax.tokens[at - 1].surface not in SETTING_OFF:
        return False
    first = part_start(syntax, at)
    if "NUM" in syntax.tags[first:at] and syntax.tokens[at - 1].surface != "(":
        return False
    verbs = (index for group in syntax.verbs_in(first, at) for index in group.chain)
    return any(syntax.lemma(index) in syntax.words["changing"] for index in verbs)


def part_start(syntax: Syntax, at: int) -> int:
    """Return the token behind the last semicolon before token *at*."""
    return next((index + 1 for index in range(at - 1, -1, -1) if syntax.tokens[index].surface == ";"), 0)


def _amounts_to_change(syntax: Syntax, number: Number, clause: Clause) -> bool:
    """Whether a noun for a change is said to amount to the number: "the cut comes to 35 per cent", «рост составил 12 %»."""
    group = next((group for group in reversed(syntax.verbs_in(clause.first, number.first)) if group.finite), None)
    if group is None or not group.chain or syntax.lemma(group.chain[-1]) not in syntax.words["amounting"]:
        return False
    subject = next((phrase for phrase in syntax.phrases if clause.first <= phrase.first < group.first and phrase.adposition < 0), None)
    return subject is not None and syntax.lemma(subject.head) in syntax.words["changing"] | syntax.words["change_nouns"]


def shifts(syntax: Syntax, at: int) -> bool:
    """Return whether the verb at *at* says that a level became another: "the fare goes from 2 to 3 euros"."""
    after = syntax.tokens[at + 1].lower if at + 1 < len(syntax.tokens) else ""
    return (
        syntax.tags[at] in ("VERB", "VBN", "VBG")
        and syntax.lemma(at) in syntax.words["moving_levels"]
        and after in syntax.words["from_levels"]
    )


def _changed_from(syntax: Syntax, clause: Clause, at: int) -> int:
    """Where the verb of a change by the number behind token *at* may stand: before what it is compared with, too."""
    near = range(at, max(clause.first - 1, at - COMPARED_REACH), -1)
    compared = next((index for index in near if syntax.tokens[index].lower in syntax.words["comparing"]), at)
    return max(clause.first, (min(at, compared)) - CHANGED_REACH)


def _comes_in(syntax: Syntax, at: int) -> bool:
    """Whether the verb at *at* has the money behind it for its object: "raised £12,000" for the hall, but "pay was raised £20"."""
    group = next((group for group in syntax.verbs if group.first <= at < group.last), None)
    return group is not None and not group.passive and syntax.lemma(at) in syntax.words["raising"]


def is_lead(syntax: Syntax, number: Number, counted: Counted | None = None) -> bool:
    """Return whether the number is only by how far one is before or behind another: "44 goals, seven ahead of Saari"."""
    named = counted is not None and counted.first == number.last
    at = counted.last if counted is not None and named else number.last
    behind = [token.lower for token in syntax.tokens[at : at + LEAD_WORDS]]
    if counted is not None and named and behind and behind[0] in syntax.words["margin_signs"]:
        return syntax.lemma(counted.head) in syntax.words["margin_units"]
    aside = number.first > 0 and syntax.tokens[number.first - 1].surface == ","
    if aside and not named and behind and behind[0] in syntax.words["margin_signs"]:
        return True  # "74 points, six behind champions Eston Town"
    if not behind or behind[0] not in openings(syntax.language, "leads_by"):
        return False
    return any(" ".join(behind[:size]) in syntax.words["leads_by"] for size in range(2, LEAD_WORDS + 1))


def is_set_off_norm(syntax: Syntax, number: Number) -> bool:
    """Return whether behind another number and a comma stands how far off a norm that is: "380 officers, 45 below its target"."""
    at = lead_of(syntax, number)
    while at > 0 and syntax.tags[at] == "ADV":
        at -= 1
    alone = number.kind in (NumberKind.CARDINAL, NumberKind.PERCENT) and number.last < len(syntax.tokens)
    bare = alone and syntax.tokens[number.last].lower in syntax.words["off_norm"]
    return bare and at > 0 and syntax.tokens[at].surface == "," and "NUM" in syntax.tags[:at] and is_off_norm(syntax, number.last)


def is_off_norm(syntax: Syntax, at: int) -> bool:
    """Return whether a norm follows from which the number is a distance: "12 mm below its average"; not "200 m above the sea"."""
    at += at < len(syntax.tokens) and (measures(syntax, at) or syntax.lemma(at) in syntax.words["points"])
    if at >= len(syntax.tokens) or syntax.tokens[at].lower not in syntax.words["off_norm"]:
        return False
    last = at
    while last + 1 < len(syntax.tokens) and syntax.tags[last + 1] not in _BEHIND_NOUN:
        last += 1
    share = at > 0 and (syntax.tokens[at - 1].surface.endswith("%") or syntax.tokens[at - 1].lower in syntax.words["percent_words"])
    norms = syntax.words["norms"] | (syntax.words["percent_norms"] if share else frozenset())
    return last > at and syntax.lemma(last) in norms
