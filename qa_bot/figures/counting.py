"""Which of a sentence's numerals count something. Years, dates, ordinals, names, labels and pronouns are recognised and left."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import zip_longest

from qa_bot.figures.ages import age_of, is_age_group
from qa_bot.figures.denied import is_denied
from qa_bot.figures.genitives import genitive_before
from qa_bot.figures.measures import lead_of, shifts
from qa_bot.figures.rosters import rosters
from qa_bot.schema import Bound
from qa_bot.text.functions import functions, time_parts
from qa_bot.text.lexicon import Kinds, lexicon
from qa_bot.text.numbers import Number, NumberKind
from qa_bot.text.periods import PeriodMention, find_times
from qa_bot.text.syntax import NUMERAL, TIME, Syntax
from qa_bot.text.tagger import cases, features
from qa_bot.text.tokens import Token

_NOUNS = ("NOUN", "NOUNS", "PROPN")
_BETWEEN_NUMBERS = ("CCONJ", "PUNCT")
_DASHES = frozenset({"-", "–", "—"})  # "the «Golden Autumn – 2023» fair"
_QUOTE_OPENERS = ("“", '"', "«", "‘")
_QUOTE_CLOSERS = ("”", '"', "»", "’")
_CHANGE_REACH = 6  # tokens back from "from 32 to 35" to the verb that makes it a change
_NAME_REACH = 6  # tokens back from a number within quotation marks to where they open
_YEARS = (1400, 2100)
_HUNDREDTHS = 100  # of a rouble, a dollar
_HOURS = 24
_ROUND = (10, 100)  # wholes that ratios are told by
_ARITHMETIC = frozenset("=×+^√<>{}∞≤≥≈~*")
# "Rose by 10 to 15 euros" is a range, "fell by 260 to 1,870" is none: a change known so roughly would not be told.
WIDEST_CHANGE = 3
_IN_HUNDRED = (Decimal(100), Decimal(1000), Decimal(10_000))

_TITLE_SIGNS = (".", ":", "—", "–", "|")  # between a title's number and its words


def counting(syntax: Syntax, numbers: list[Number], periods: list[PeriodMention]) -> list[Number]:
    """Return the numbers of the sentence that count something, in order; what only looks like a range after a verb of change is two."""
    numbers = _joined_sums(syntax, _joined_spans(syntax, _same_unit(syntax, _outside_clock(syntax, numbers))))
    found: list[Number] = []
    label: Number | None = None  # the last number that is one: "lines 5 and 18"
    listed = rosters(syntax, [number for number in numbers if not _in_period(number, periods)])
    for number in _in_hundred(syntax, _without_ratios(syntax, numbers)):
        if _in_period(number, periods):
            continue
        if (
            number.kind is NumberKind.CARDINAL
            and age_of(syntax, number) is None
            and (_is_label(syntax, number) or (label is not None and _goes_on(syntax, label, number)))
        ):
            label = number
        elif number.first in listed or _counts(syntax, number, found):
            found += number.ends if _names_levels(syntax, number) else (number,)
    return found


def _outside_clock(syntax: Syntax, numbers: list[Number]) -> list[Number]:
    """The numbers that are no times of day: not "9.20 pm"."""
    if not any(number.kind is NumberKind.CARDINAL and number.value <= _HOURS for number in numbers):
        return numbers
    times = find_times(syntax.text, syntax.tokens[0].start, syntax.tokens[-1].end, syntax.language)
    return [number for number in numbers if not any(start < number.end and number.start < end for start, end in times)]


def _names_levels(syntax: Syntax, number: Number) -> bool:
    """Whether a range is none, but two levels, "rose from 32 to 35", or a change and the level reached: "fell by 260 to 1,870"."""
    if number.upper is None or not number.ends or not _changes(syntax, number):
        return False
    before = syntax.tokens[number.first - 1].lower if number.first else ""
    joint = syntax.tokens[number.ends[0].last].lower
    by = before in syntax.words["change_after"] and joint in syntax.words["level_after"]
    return number.from_to or (by and number.upper > number.value * WIDEST_CHANGE)


def may_count(numbers: list[Number], periods: list[PeriodMention], tokens: list[Token], language: str) -> bool:
    """Return whether some number of the sentence can count something, going by its words alone."""
    words = functions(language)
    shared = any(number.unit is not None for number in numbers)  # a unit that another number may take: "from 5.2 to 4.8 %"
    for number in numbers:
        if number.kind is NumberKind.ORDINAL or _in_period(number, periods):
            continue
        if number.kind is NumberKind.CARDINAL and not shared and _is_within_word(tokens, number, language):
            continue
        if not (number.in_words and number.value == 1) or number.focus or number.bound_start is not None:
            return True
        after = tokens[number.last].lower if number.last < len(tokens) else ""
        before = tokens[number.first - 1].lower if number.first else ""
        if after not in words["one_after"] and before not in words["one_before"]:
            return True
    return False


def _is_within_word(tokens: list[Token], number: Number, language: str) -> bool:
    """Whether the signs around the number make it a part of a word, a formula or a code."""
    return _is_compound(tokens, number) or _is_formula(tokens, number, language) or _is_code(tokens, number)


def _in_period(number: Number, periods: list[PeriodMention]) -> bool:
    return any(mention.start < number.end and number.start < mention.end for mention in periods)


def _in_hundred(syntax: Syntax, numbers: list[Number]) -> Iterator[Number]:
    """The numbers, with "93 in 100" as one share."""
    skipped: Number | None = None
    for number, following in zip_longest(numbers, numbers[1:]):
        if number is skipped:
            continue
        if following is not None and _is_share(syntax, number, following):
            skipped = following
            share = number.value * 100 / following.value
            yield number._replace(end=following.end, last=following.last, value=share, kind=NumberKind.PERCENT, unit="%")
        else:
            yield number


def _without_ratios(syntax: Syntax, numbers: list[Number]) -> list[Number]:
    """The numbers without those of a ratio that its noun stands in, which count neither: "one burglary in three", "two men out of ten"."""
    left: list[Number] = []
    skipped: Number | None = None
    for number, following in zip_longest(numbers, numbers[1:]):
        if number is not skipped and following is not None and _is_ratio(syntax, number, following):
            skipped = following
        elif number is not skipped:
            left.append(number)
    return left


def _is_ratio(syntax: Syntax, part: Number, whole: Number) -> bool:
    if not part.kind is whole.kind is NumberKind.CARDINAL or not 0 < part.value < whole.value <= _HUNDREDTHS or part.upper is not None:
        return False
    phrase = syntax.phrase_at(part.last - 1)
    joint = " ".join(token.lower for token in syntax.tokens[phrase.last : whole.first]) if phrase is not None else ""
    told = part.value == 1 or whole.value in _ROUND  # "three men out of 12" are three
    if phrase is None or phrase.head < part.last or phrase.last - part.last > 1 or not told:
        return False
    if joint not in (syntax.words["ratio_joints"] | (syntax.words["ratio_out_of"] if whole.value in _ROUND else set())) - {""}:
        return False
    after = syntax.tags[whole.last] if whole.last < len(syntax.tags) else "PUNCT"
    return after not in (*_NOUNS, "ADJ", "NUM", TIME, "SYM", "VBN")


def _same_unit(syntax: Syntax, numbers: list[Number]) -> list[Number]:
    """The numbers, the unit of the later level given to the earlier: "fell from 5.2 to 4.8 %"."""
    out = list(numbers)
    for at in range(len(out) - 1):
        low, high = out[at], out[at + 1]
        if low.kind is not NumberKind.CARDINAL or high.unit is None or high.first - low.last not in (0, 1) or not low.first:
            continue
        opened = syntax.tokens[low.first - 1].lower in syntax.words["earlier_level"]
        joined = syntax.tokens[high.first - 1].lower in syntax.words["level_after"]
        if opened and joined and _changes(syntax, low):
            out[at] = low._replace(unit=high.unit, kind=high.kind)
    return out


def _joined_spans(syntax: Syntax, numbers: list[Number]) -> list[Number]:
    """The numbers, a length of time in two units as one in the smaller: "six years and four months" is 76 months."""
    out: list[Number] = []
    for number in numbers:
        size = _in_smaller_units(syntax, out[-1], number) if out else None
        if size is None:
            out.append(number)
        else:
            out[-1] = out[-1]._replace(end=number.end, last=number.last, value=size)
    return out


def _joined_sums(syntax: Syntax, numbers: list[Number]) -> list[Number]:
    """The numbers, a sum with its hundredths as one: "38 roubles 46 kopecks", "5 dollars and 20 cents"."""
    out: list[Number] = []
    for number in numbers:
        if out and _is_hundredths(syntax, out[-1], number):
            last = number.last + 1
            out[-1] = out[-1]._replace(end=syntax.tokens[last - 1].end, last=last, value=out[-1].value + number.value / 100)
        else:
            out.append(number)
    return out


def _is_hundredths(syntax: Syntax, whole: Number, part: Number) -> bool:
    plain = whole.kind is NumberKind.MONEY and whole.upper is part.upper is None and whole.value == whole.value.to_integral_value()
    if not plain or not 0 < part.value < _HUNDREDTHS or part.last >= len(syntax.tokens):
        return False
    joined = part.first == whole.last or (part.first == whole.last + 1 and syntax.tags[whole.last] == "CCONJ")
    return joined and part.kind is NumberKind.CARDINAL and syntax.lemma(part.last) in syntax.words["money_parts"]


def _in_smaller_units(syntax: Syntax, large: Number, small: Number) -> Decimal | None:
    """What the two make in the unit of *small*, None where they are no length of time in two units."""
    plain = all(number.kind is NumberKind.CARDINAL and number.upper is None for number in (large, small))
    if not plain or small.last >= len(syntax.tokens) or not large.last < small.first <= large.last + 2:
        return None
    if small.first == large.last + 2 and syntax.tags[large.last + 1] != "CCONJ":
        return None
    held = time_parts(syntax.language).get((syntax.lemma(large.last), syntax.lemma(small.last)))
    return large.value * held + small.value if held is not None and small.value < held else None


def _is_share(syntax: Syntax, part: Number, whole: Number) -> bool:
    if part.kind is not NumberKind.CARDINAL or whole.kind is not NumberKind.CARDINAL or part.upper is not None:
        return False
    between = [token.lower for token in syntax.tokens[part.last : whole.first]]
    return whole.value in _IN_HUNDRED and part.value < whole.value and " ".join(between) in syntax.words["in_hundred"]


def _counts(syntax: Syntax, number: Number, before: list[Number]) -> bool:
    if number.kind is NumberKind.ORDINAL or (number.kind is NumberKind.MULTIPLIER and number.last - number.first < 2 and number.in_words):
        return False
    if _is_denied(syntax, number):
        return False
    if number.kind is not NumberKind.CARDINAL:
        return True
    return not (
        _is_within_word(syntax.tokens, number, syntax.language)
        or _is_year(syntax, number)
        or _is_base(syntax, number)
        or _is_grade(syntax, number)
        or is_age_group(syntax, number)
        or _is_name(syntax, number, before)
        or (_is_pronoun(syntax, number) and not _goes_with(syntax, number, before))
        or _is_idiom(syntax, number)
        or _is_priced_by(syntax, number)
    )


def _is_priced_by(syntax: Syntax, number: Number) -> bool:
    """Whether the number only says for how many a sum is the price: "48 crowns a dozen", "£5 a hundred"; no noun of its own follows."""
    if syntax.language != "en" or not number.first or syntax.tokens[number.first].lower not in syntax.words["articles"]:
        return False
    at = number.first - 1
    sum_before = syntax.lemma(at) in syntax.words["money_units"] or syntax.tags[at] == NUMERAL
    ends = number.last >= len(syntax.tokens) or syntax.tags[number.last] in ("PUNCT", "CCONJ", "ADP", TIME)
    return number.in_words and sum_before and ends


def _is_denied(syntax: Syntax, number: Number) -> bool:
    """Whether a number is said not to be the one: "58 wells, not 90", "не 90, а 58"; "not more than 90" and "not one" are others."""
    if not number.first or number.bound_start is not None or (number.in_words and number.value == 1):
        return False
    return is_denied(syntax, number.first)


def _changes(syntax: Syntax, number: Number) -> bool:
    """Whether "from 32 to 35" names a level before and one after: a word of change stands before it."""
    changing = syntax.words["changing"] | syntax.words["revising"]
    verbs = (group.chain[-1] for group in syntax.verbs if group.last <= number.first and group.chain and number.from_to)
    near = {*range(max(0, number.first - _CHANGE_REACH), number.first), *list(verbs)[-1:]}
    told = (shifts(syntax, index) and (number.unit is not None or _is_told_past(syntax, index)) for index in near)
    return any(told) or any(syntax.lemma(index) in changing for index in near)  # "the scale goes from 0 to 10" changes nothing


def _is_told_past(syntax: Syntax, at: int) -> bool:
    return syntax.tokens[at].lower not in (lemma := syntax.lemma(at), f"{lemma}s", f"{lemma}es")


# ---------------------------------------------------------------- labels


def _is_label(syntax: Syntax, number: Number) -> bool:
    """ "Article 5", "No. 7", "flight 1409"; "1." at the head of a list item. Not "в школе 300 учеников", "in the class 12 pupils"."""
    tokens = syntax.tokens
    at = number.first - 1
    if at >= 0 and tokens[at].surface == "." and at:
        at -= 1
    if number.last - number.first > 1 and tokens[number.last - 1].surface[0].isalpha():
        return False  # "the Amber Line 3.3 million"
    if at < 0:
        after = tokens[number.last].surface if number.last < len(tokens) else ""
        return after in (".", ")") and number.last < len(tokens) - 1 and not number.in_words
    if tokens[at].surface in ("#", "№"):
        return True
    if at == 0 and tokens[at].lower in syntax.words["labels"] and _opens_title(syntax, number):
        return True
    if _stands_before_subject(syntax, number):
        return True
    if tokens[at].lower not in syntax.words["labels"] or syntax.tags[at] not in (*_NOUNS, "X", "ADV", "INTJ") or number.in_words:
        return False
    if tokens[at].lower in syntax.words["strict_labels"]:
        return True
    if syntax.language == "en" and syntax.tags[at] == "NOUNS" and not _heads_several(syntax, number):
        return False  # "campers caused 97 and power lines 38", but "lines 5 and 18"
    return not ("," in syntax.text[number.start : number.end] or _has_noun(syntax, number, at) or _ends_count(syntax, number, at))


def _stands_before_subject(syntax: Syntax, number: Number) -> bool:
    """Whether a noun stands right before a whole number and "the" behind it, so that it only tells which one: "in region 1 the courts"."""
    written = syntax.text[number.start : number.end]
    if syntax.language != "en" or not written.isdigit() or number.last >= len(syntax.tokens) or not number.first:
        return False
    led = (phrase := syntax.phrase_at(number.first - 1)) is not None and phrase.adposition >= 0
    return led and syntax.tags[number.first - 1] in ("NOUN", "PROPN") and syntax.tokens[number.last].lower == "the"


def _heads_several(syntax: Syntax, number: Number) -> bool:
    """Whether another number goes on from *number*: "5 and 18", "3–7"."""
    behind = range(number.last, min(number.last + 2, len(syntax.tags)))
    return any(syntax.tags[at] == "NUM" or syntax.tokens[at].surface in _DASHES for at in behind)


def _ends_count(syntax: Syntax, number: Number, label: int) -> bool:
    """Whether the number behind a place counts the Russian genitive before it and ends the clause: «врачей в больнице 48, медсестёр 90»."""
    place = syntax.phrase_at(label)
    ends = number.last >= len(syntax.tags) or syntax.tags[number.last] in _BETWEEN_NUMBERS
    led = place is not None and place.adposition >= 0
    return led and ends and genitive_before(syntax, number, syntax.clause_at(number.first)) is not None


def _opens_title(syntax: Syntax, number: Number) -> bool:
    """Whether what stands behind *number* is a title: "Table 3. Yields", "Figure 2: trade", "Table 12 Harvest by district"."""
    after = syntax.tokens[number.last].surface if number.last < len(syntax.tokens) else "."
    return not number.in_words and (after in _TITLE_SIGNS or (after[0].isupper() and after[1:].islower()))


def _has_noun(syntax: Syntax, number: Number, label: int) -> bool:
    """Whether the number after a word such as "school" counts the noun behind it."""
    after = syntax.tags[number.last] if number.last < len(syntax.tags) else ""
    if syntax.language == "ru":
        return after in (*_NOUNS, "ADJ") and "gent" in features(syntax.tokens[number.last].lower, "ru")
    return label > 0 and syntax.tags[label - 1] in ("DET", "PRON") and after in ("NOUNS", "ADJ")


def _goes_on(syntax: Syntax, label: Number, number: Number) -> bool:
    """Whether *number* goes on a list of labels: "lines 5 and 18", "Articles 3, 4 and 7"."""
    return (
        number.first - label.last in (1, 2)
        and all(
            syntax.tags[index] in _BETWEEN_NUMBERS and syntax.tokens[index].surface not in _DASHES
            for index in range(label.last, number.first)
        )
        and not (number.last < len(syntax.tags) and syntax.tags[number.last] in ("NOUNS", "ADJ"))
    )


def _is_base(syntax: Syntax, number: Number) -> bool:
    """ "per 100,000 inhabitants", "на 100 тысяч населения": the base of a rate."""
    if not number.first:
        return False
    before = syntax.tokens[number.first - 1].lower
    if before in syntax.words["per"]:
        return True
    at = number.first - 2
    measured = at >= 0 and (syntax.tags[at] == "NUM" or (at >= 1 and syntax.tags[at - 1] == "NUM" and syntax.tags[at] in _NOUNS))
    if before not in syntax.words["per_base"] or number.last >= len(syntax.tokens):
        return False
    return measured and syntax.lemma(number.last) in syntax.words["base_units"]


def _is_grade(syntax: Syntax, number: Number) -> bool:
    """ "учеников 1-4 классов", "третьего и 5 курсов": the number tells which ones, behind a noun."""
    if syntax.language != "ru" or number.in_words or not number.first or number.last >= len(syntax.tokens):
        return False
    return syntax.lemma(number.last) in syntax.words["graded"] and syntax.tags[number.first - 1] in _NOUNS


def _is_compound(tokens: list[Token], number: Number) -> bool:
    """ "a two-volume edition", "a 12-year-old", "the 380-kV line": a hyphen makes it a word that describes."""
    if number.last + 1 >= len(tokens) or number.upper is not None:
        return False
    sign, word = tokens[number.last], tokens[number.last + 1]
    return sign.surface in "-‑" and sign.start == number.end and word.start == sign.end and word.surface[0].isalpha()


def _is_term(tokens: list[Token], at: int) -> bool:
    """Whether what stands at *at* may be added to: a number, a letter alone or a bracket, not the words of "up to +25"."""
    return at >= 0 and (tokens[at].surface[-1] in ")]²³%" or tokens[at].surface[0].isdigit() or len(tokens[at].surface) == 1)


def _is_formula(tokens: list[Token], number: Number, language: str) -> bool:
    """ "T(n) = 7n + 40", "x2": beside a sign of arithmetic, or glued to letters that are no unit."""
    after = tokens[number.last] if number.last < len(tokens) else None
    before = tokens[number.first - 1] if number.first else None
    signed = before is not None and before.surface == "+" and before.end == number.start and not _is_term(tokens, number.first - 2)
    signed = signed and (number.kind is not NumberKind.CARDINAL or _is_measure(after, language))  # "+18 °C", but not "+7 495 123"
    if any(token is not None and token.surface in _ARITHMETIC for token in (None if signed else before, after)):
        return True
    if before is not None and before.surface in ")}]" and before.end == number.start:
        return True
    if after is None or after.start != number.end or not after.surface[0].isalpha():
        return False
    return not _is_measure(after, language)


def _is_measure(token: Token | None, language: str) -> bool:
    """Whether *token* is a unit of measure, or begins one."""
    found = lexicon(language).opening([token]) if token is not None else None
    return found is not None and bool(found.kinds & Kinds.QUANTITY)


def _is_year(syntax: Syntax, number: Number) -> bool:
    """ "from the 16th century to about 1830": four digits behind a word of time, and nothing counted after."""
    surface = syntax.text[number.start : number.end]
    if syntax.language != "en" or len(surface) != 4 or not surface.isdigit() or not _YEARS[0] <= int(surface) <= _YEARS[1]:
        return False
    after = syntax.tags[number.last] if number.last < len(syntax.tags) else ""
    if after in (*_NOUNS, "ADJ", "VBN") or (number.last < len(syntax.tokens) and syntax.tokens[number.last].lower == "of"):
        return False
    lead = lead_of(syntax, number)
    if _does_one_thing(syntax, number, lead) or _is_glossed(syntax, number, lead):
        return True
    if lead < 0:
        return number.bound is Bound.ABOUT
    if syntax.tokens[lead].lower not in syntax.words["before_years"]:
        return False
    passed = ("ADV", "ADP", NUMERAL)  # "fell from 2100 to 1488"
    verb = next((index for index in range(lead - 1, -1, -1) if syntax.tags[index] not in passed), -1)
    if verb >= 0 and syntax.lemma(verb) in syntax.words["shifting"]:
        return True
    return verb < 0 or syntax.tags[verb] not in ("VERB", "VBN", "VB")


def _does_one_thing(syntax: Syntax, number: Number, lead: int) -> bool:
    """Whether the number is the subject of a verb in the singular, as no count is: "only 2015 was worse", "2022 saw the most fires"."""
    opens = lead < 0 or number.focus or syntax.tags[lead] in ("PUNCT", "CCONJ", "SCONJ")
    return opens and number.last < len(syntax.tokens) and syntax.tokens[number.last].lower in syntax.words["verbs_of_years"]


def _is_glossed(syntax: Syntax, number: Number, lead: int) -> bool:
    """Whether the number stands between a comma and a bracket, as years do in captions: "Arrivals by month, 2023 (second half)"."""
    behind = syntax.tokens[number.last].surface if number.last < len(syntax.tokens) else ""
    return lead >= 0 and syntax.tokens[lead].surface == "," and behind == "("


# ---------------------------------------------------------------- names and codes


def _is_name(syntax: Syntax, number: Number, before: list[Number]) -> bool:
    """ "Kuban CSC 2022", "Boeing 737", "Committee 2": a capitalised name before, and nothing counted after.

    A name that opens an entry of a list ("Reyes scored 22 and Luca Amadi 14") is what the number is said of.
    """
    if number.in_words or number.first == 0:
        return number.in_words and _is_title(syntax, number)
    at = number.first - 1
    name = syntax.tokens[at]
    after = syntax.tokens[number.last] if number.last < len(syntax.tokens) else None
    after_tag = syntax.tags[number.last] if after is not None else ""
    if after is not None and after.surface in _QUOTE_CLOSERS and _opens_quote(syntax, number.first):
        return True
    capital = name.surface[:1].isupper() and name.surface[:1].isalpha() and (number.first > 1 or syntax.tags[at] == "PROPN")
    if not capital or syntax.tags[at] not in (*_NOUNS, "ADJ", "X") or number.first == 1:
        return False
    if any(mention.first <= at < mention.last and mention.kinds & (Kinds.ENTITY | Kinds.GROUP) for mention in syntax.mentions):
        return False
    if after is not None and after.lower in syntax.words["partitives"] and syntax.tags[number.last + 1 : number.last + 2] == [NUMERAL]:
        return False  # "at Ashby 212 of 260 requests"
    counted = syntax.language == "ru" and after_tag == "NOUN" and after is not None and "gent" in features(after.lower, "ru")
    if counted or after_tag in ("NOUNS", "ADJ") or _counts_at_place(syntax, at, number) or (after is not None and after.surface in "%°"):
        return False
    if _opens_entry(syntax, at, before) or number.value != number.value.to_integral_value():
        return False
    return (number.bound is Bound.EXACT and number.bound_start is None) and "," not in syntax.text[number.start : number.end]


def _counts_at_place(syntax: Syntax, name: int, number: Number) -> bool:
    """Whether a plural behind other nouns is counted where the name is: "In Bexia 14 cholera cases were confirmed"."""
    stop = next((at for at in range(number.last, len(syntax.tags)) if syntax.tags[at] != "NOUN"), number.last)
    in_place = name > 0 and syntax.tokens[name - 1].lower in syntax.words["place_adpositions"]
    return in_place and syntax.tags[stop : stop + 1] == ["NOUNS"] and syntax.tokens[stop].surface.islower()


def _is_title(syntax: Syntax, number: Number) -> bool:
    """ "the Seven Years' War", "Channel Six said": a number word with a capital within a sentence, before another or behind a name."""
    if not number.first or number.last >= len(syntax.tokens) or syntax.tags[number.first - 1] == "PUNCT":
        return False
    capitals = [syntax.tokens[index].surface[0].isupper() for index in (number.first - 1, number.first, number.last)]
    named = capitals[0] and syntax.tags[number.first - 1] == "PROPN" and not capitals[2]  # "by Channel Six"
    return capitals[1] and (named or (capitals[2] and (not capitals[0] or number.first > 1)))


def _opens_entry(syntax: Syntax, at: int, before: list[Number]) -> bool:
    """Whether the name that ends at token *at* opens an entry after another figure: "... nine, Norway 12 and Amadi 14"."""
    if not before:
        return False
    first = at
    while first > 0 and (syntax.tokens[first - 1].surface[:1].isupper() or syntax.tokens[first - 1].lower in ("'", "'s")):
        first -= 1
    if first and syntax.tags[first - 1] in ("DET", "ADP"):
        first -= 1  # "14 seats, the Farmers' Party 11"; "410 in Eastham, in Weston 95"
    opener = syntax.tokens[first - 1] if first else None
    return opener is not None and (opener.surface in ",;" or syntax.tags[first - 1] == "CCONJ")


def _opens_quote(syntax: Syntax, index: int) -> bool:
    """Whether a quotation opens shortly before *index* with only names between."""
    for at in range(index - 1, max(index - _NAME_REACH - 1, -1), -1):
        if syntax.tokens[at].surface in _QUOTE_OPENERS:
            return True
        if syntax.tags[at] not in (*_NOUNS, "ADJ", "X") and syntax.tokens[at].surface not in _DASHES:
            return False
    return False


def _is_code(tokens: list[Token], number: Number) -> bool:
    """ "COVID-19", "24/7", "+7 495 123-45-67", "1-2-3": glued by a hyphen or slash to a word before or to more numerals."""
    if number.upper is not None:
        return False
    if number.first >= 2:
        sign, word = tokens[number.first - 1], tokens[number.first - 2]
        glued = sign.end == number.start and word.end == sign.start
        if glued and sign.surface in "-–/:." and (word.surface[-1:].isalpha() or word.surface[-1:].isdigit()):
            return True
    if number.last + 1 < len(tokens):
        sign, word = tokens[number.last], tokens[number.last + 1]
        glued = sign.start == number.end and word.start == sign.end
        if glued and sign.surface in "/:-–—" and word.surface[:1].isdigit():
            return True  # also a score, "23-16", which makes no range
    return False


def _goes_with(syntax: Syntax, number: Number, before: list[Number]) -> bool:
    """Whether a Russian "one" of its own goes on from a count: «два иска удовлетворены, один отклонён»."""
    if syntax.language != "ru" or not before or number.last >= len(syntax.tags) or not number.first:
        return False
    after = syntax.tags[number.last]
    parted = syntax.tags[number.first - 1] in _BETWEEN_NUMBERS and "nomn" in cases(syntax.tokens[number.first].lower, "ru")
    return parted and after in ("VBN", "VERB") and before[-1].value == before[-1].value.to_integral_value()


def _is_idiom(syntax: Syntax, number: Number) -> bool:
    """Whether a zero in words tells no count: «отыграл на ноль», «свести к нулю»; «не пропустил ни одной шайбы» may hold of a part."""
    if not number.in_words or number.value != 0:
        return False
    named = number.last < len(syntax.tags) and syntax.tags[number.last] in (*_NOUNS, "ADJ")
    if number.last - number.first > 1:
        return syntax.language == "ru" and named and not _tells_none(syntax, number)
    return not named and number.first > 0 and syntax.tags[number.first - 1] == "ADP"


def _tells_none(syntax: Syntax, number: Number) -> bool:
    """Whether a zero is told of all: «ни один дом не сгорел», «не было ни одного пожара»."""
    words = " ".join(token.lower for token in syntax.tokens[number.first : number.last])
    return words in syntax.words["nobody"] or (number.first > 0 and syntax.lemma(number.first - 1) in syntax.words["telling_none"])


def _is_one_hit(syntax: Syntax, at: int) -> bool:
    """Whether the word at *at* calls somebody by what befell him, no noun behind it: «сообщили об одном погибшем»."""
    alone = at < len(syntax.tokens) and syntax.tags[at + 1 : at + 2] not in (["NOUN"], ["NOUNS"], ["PROPN"])
    return alone and any("PRTF" in form for form in _grammemes(syntax.tokens[at].lower))


def _grammemes(word: str) -> Iterator[frozenset[str]]:
    # Only Russian text pays for the dictionary.
    from qa_bot.text.morphology import readings

    return (reading.grammemes for reading in readings(word))


def _is_pronoun(syntax: Syntax, number: Number) -> bool:
    """ "the only one", "one of the largest", "in one country ... in another": a "one" that does not report a count."""
    if not number.in_words or number.value != 1 or syntax.tokens[number.first].lower not in syntax.words["ones"]:
        return False
    if number.bound_start is not None:
        return False
    if syntax.language == "en" and number.first and syntax.tokens[number.first - 1].lower == "not":
        return True  # "not one voted for it"
    if syntax.language == "en" and number.last < len(syntax.tags) and syntax.tags[number.last] == "NOUNS":
        return True  # "one tries to": no plural follows a count of one
    tokens, tags = syntax.tokens, syntax.tags
    before = tokens[number.first - 1].lower if number.first else ""
    after = tokens[number.last].lower if number.last < len(tokens) else ""
    after_tag = tags[number.last] if number.last < len(tags) else ""
    if syntax.language == "ru" and before in syntax.words["tells_of"] and _is_one_hit(syntax, number.last):
        return False
    determined = number.first > 1 and tags[number.first - 2] in ("DET", "PRON")
    if number.focus and not determined:
        return False
    if before in syntax.words["one_before"] or after in syntax.words["one_after"]:
        return True
    if after_tag not in (*_NOUNS, "ADJ"):
        return before not in ("-", "–", "—", ":") and after != "each"
    determiners = ("ADP", "DET", "PRON", "SCONJ", TIME) if syntax.language == "ru" else ("ADP", "DET", "PRON", "ADJ", "SCONJ", TIME)
    return number.first > 0 and tags[number.first - 1] in determiners
