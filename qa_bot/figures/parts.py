"""Which figures are part of which: "229 of 439", "of which 34", "28 of them", "Switzerland - 26, Latvia - 4, ... 1 each"."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from qa_bot.figures.actions import tells_of_object
from qa_bot.figures.beside import is_compared_with
from qa_bot.figures.doers import follows_receivers
from qa_bot.figures.draft import Draft, Slots
from qa_bot.figures.fronted_parts import drop_instances, is_part_of_told, main_of, opened_whole
from qa_bot.figures.measures import number_opening
from qa_bot.figures.pointing import told_of_another_time, told_to_be_there
from qa_bot.figures.scope import inherit, without_deed
from qa_bot.figures.sorts import sorted_whole
from qa_bot.figures.stretches import is_coordinated
from qa_bot.schema import BlockKind, Measure
from qa_bot.text.functions import befalls
from qa_bot.text.lemmas import is_participle
from qa_bot.text.lexicon import Kinds, Mention, lexicon
from qa_bot.text.nominals import AVERAGE, entity_terms, quoted_start
from qa_bot.text.syntax import NUMERAL, TIME, Phrase, Syntax

_PREDICATE = 4  # tokens from a number to what its part is said to be: "17 of them were fatal"
_DASHES = frozenset("-–—:")
LINE = 9  # tokens before the colon of a line that tells one number: "People found a permanent home: 196"
_DONE = frozenset({"VBN", "VERB"})
_DOING = frozenset({"AUX", "VERB", "VBN", "ADV"})
_LABEL = frozenset({"NOUN", "NOUNS", "PROPN", "ADJ", "VBG", "CCONJ", "DET", "PART"})
_LINE_BARS = frozenset({"PUNCT", "NUM", "AUX", "PRON", "SCONJ"})
_KINDS = frozenset({"NOUN", "NOUNS", "VBN", "ADJ"})  # "Of the flights", "Of those rescued", "Among the injured"


def whole_of(draft: Draft, earlier: list[Draft], later: list[Draft]) -> Draft | None:
    """Return the figure of the same sentence, or of the one before, that *draft* says it is a part of.

    *earlier* are the figures before it in its paragraph, *later* those after it in its sentence.
    """
    syntax = draft.unit.syntax
    behind = _behind_of(syntax, draft.last)
    if behind > draft.last:
        target = next((other for other in later if other.first <= behind + 4 and _joined(syntax, behind, other.first)), None)
        if target is not None:
            return target
        if _points_back(syntax, behind):
            if told_to_be_there(draft) is not None or told_of_another_time(draft):
                return None
            return _nearest(draft, [other for other in earlier if not _is_object_of(draft, other)] or earlier)
        if (named := _named(draft, earlier)) is not None:
            return named
    if (target := _split_whole(draft, later)) is not None:
        return target
    if _partitive_before(syntax, draft):
        return _nearest(draft, earlier)
    if (target := opened_whole(draft, earlier)) is not None:
        return target
    found = _goes_on(draft, earlier) or _fronted_whole(draft, earlier) or _fronted_kind(draft, earlier) or _appended_to(draft, earlier)
    return found or sorted_whole(draft, earlier)


def _is_object_of(part: Draft, other: Draft) -> bool:
    """Whether *other* is what the verb between tells that *part* did: «[100 баллов] набрали 14 из них»; nothing is a part of that."""
    syntax = part.unit.syntax
    if other.unit is not part.unit or syntax.language != "ru" or other.last > part.first:
        return False
    parted = {"PUNCT", "CCONJ", "SCONJ"} & {*syntax.tags[other.last : part.first]}
    led = other.first and syntax.tags[other.first - 1] == "ADP"
    return bool(syntax.verbs_in(other.last, part.first)) and not parted and not led


def _is_doing(syntax: Syntax, at: int) -> bool:
    return at < len(syntax.tags) and syntax.tags[at] in _DOING


def _behind_of(syntax: Syntax, at: int) -> int:
    """The token behind the "of" or "out of" that stands at token *at*; *at* itself where there is none."""
    out = at < len(syntax.tokens) and syntax.tokens[at].lower in syntax.words["out_before_of"]
    behind = at + out
    return behind + 1 if behind < len(syntax.tokens) and syntax.tokens[behind].lower in syntax.words["partitives"] else at


def of_sentence(draft: Draft, earlier: Sequence[Draft]) -> list[Draft]:
    """Return those of *earlier*, all in the order of the text up to *draft*, that stand in its sentence."""
    return list(takewhile(lambda other: other.unit is draft.unit, reversed(earlier)))[::-1]


def _split_whole(draft: Draft, later: list[Draft]) -> Draft | None:
    """ "41 matches of 60", "41 матч из 60", "8 million was spent of the 12 million planned": the number behind the noun or the verb, with
    no noun of its own."""
    syntax = draft.unit.syntax
    if not later or (draft.noun is not None and draft.noun.first != draft.last):
        return None
    target = later[0]
    last = draft.last if draft.noun is None else draft.noun.head + 1
    verbal = draft.verb is not None and draft.verb.first >= draft.last
    while syntax.tags[last : last + 1] == [TIME] or syntax.tags[last : last + 2] == ["ADP", TIME] or (verbal and _is_doing(syntax, last)):
        last += 1
    behind = _behind_of(syntax, last)
    if last in (draft.last, behind) or not behind <= target.first <= behind + 2 or target.noun is not None:
        return None
    if not _joined(syntax, behind, target.first):  # "12 games of the 30 it played"
        return None
    alike = target.measure is draft.measure or (draft.measure is Measure.MONEY and target.scaled and target.measure is Measure.COUNT)
    return target if target.value >= draft.value and alike else None


def _named(draft: Draft, earlier: list[Draft]) -> Draft | None:
    """The figure whose noun or deed "of the ..." takes up: "two of the dead" after "three died"."""
    syntax = draft.unit.syntax
    at = draft.last + 1
    while at < len(syntax.tokens) and syntax.tags[at] in ("DET", "PRON"):
        at += 1
    if at >= len(syntax.tokens) or (syntax.language == "en" and at == draft.last + 1):
        return None
    phrase = syntax.phrase_at(at)
    concept = syntax.concept_of(phrase.head if phrase is not None else at)
    found = [
        other
        for other in earlier
        if other.unit.block == draft.unit.block and concept in other.slots.head + other.slots.action_terms and _can_hold(other, draft)
    ]
    return found[-1] if found else None


def _fronted_whole(draft: Draft, earlier: list[Draft]) -> Draft | None:
    """ "Of the 34 victims, 21 drowned and four were children": the figure that opens the sentence behind "of"."""
    syntax = draft.unit.syntax
    same = of_sentence(draft, earlier)
    if not same or not same[0].first or syntax.tokens[0].lower not in syntax.words["fronting"]:
        return None
    whole = same[0]
    if is_part_of_told(whole):
        return None
    between = syntax.tags[1 : whole.first]
    if any(tag not in ("DET", "PRON", "ADJ", "ADV", "ADP", "PART") for tag in between) or not _can_hold(whole, draft):
        return None
    if any(token.surface == ";" for token in syntax.tokens[whole.last : draft.first]):
        return None
    after = syntax.tokens[draft.last].lower if draft.last < len(syntax.tokens) else ""
    alike = draft.counts in (None, whole.counts, "%") or not draft.slots.head
    return whole if alike and after not in syntax.words["elided"] else None


def is_opening(whole: Draft, part: Draft) -> bool:
    """Return whether *whole* stands behind the "of" that opens the sentence of *part*, whose verb is the only one that it seems to have."""
    syntax = part.unit.syntax
    opens = (
        not is_part_of_told(whole) and whole.unit is part.unit and whole.first > 0 and syntax.tokens[0].lower in syntax.words["fronting"]
    )
    return opens and (whole.verb is None or whole.verb.first >= whole.last) and not syntax.verbs_in(0, whole.first)


def fronted(syntax: Syntax, first: int) -> tuple[int, int]:
    """Return the token range of "those killed" in "Of those killed, 31 were", where *first* stands behind the comma; else an empty one."""
    if not syntax.tokens or syntax.tokens[0].lower not in syntax.words["fronting"]:
        return 0, 0
    comma = next((index for index in range(1, first) if syntax.tokens[index].surface == ","), 0)
    timed = next((index + 1 for index in range(comma - 1, 0, -1) if syntax.tags[index] == TIME), 1)
    if not comma or NUMERAL in syntax.tags[:comma] or timed == comma:
        return 0, 0
    return timed, comma  # "Of the 2022 visitors, ..."


def _fronted_kind(draft: Draft, earlier: list[Draft]) -> Draft | None:
    """ "Of those killed, 31 were cyclists": the figure before of whose noun or deed the sentence speaks."""
    syntax = draft.unit.syntax
    kinds = [syntax.concept_of(index) for index in range(*fronted(syntax, draft.first)) if syntax.tags[index] in _KINDS]
    if not kinds:
        return None
    block, kind = draft.unit.block, kinds[-1]
    alike = [other for other in earlier if kind in (*other.slots.head, *other.slots.action_terms) and other.unit.block == block]
    found = [other for other in alike if other.unit is not draft.unit and _can_hold(other, draft)]
    return main_of(found[-1], found) if found else None


def is_gapped(draft: Draft) -> bool:
    """Whether a number goes on a list with neither a noun nor a verb of its own: "88 to Karvia and [63] to Meldon"."""
    return draft.noun is None and draft.stretch.first > 0 and _is_verbless(draft)


def _is_verbless(draft: Draft) -> bool:
    syntax, stretch = draft.unit.syntax, draft.stretch
    stop = next((index for index in range(draft.last, stretch.last) if syntax.tags[index] == "SCONJ"), stretch.last)
    return all(tells_of_object(syntax, group, draft.last) for group in syntax.verbs_in(stretch.first, stop))


def _goes_on(draft: Draft, earlier: list[Draft]) -> Draft | None:
    """ "including 88 to Karvia and [63] to Meldon", "187 were cancelled: [61] because of rain": the whole of the part before, or what
    stands before the colon."""
    syntax = draft.unit.syntax
    same = [other for other in of_sentence(draft, earlier) if not other.label]
    if not same or not (is_gapped(draft) or _shares_relative(draft, same[-1])):
        return None
    before = same[-1]
    if syntax.tokens[draft.lead].surface == ":" and draft.lead >= before.last and not dates_entry(syntax, draft.lead):
        return before if _can_hold(before, draft) and before.value > draft.value else None
    whole = before.whole
    bare = draft.lead < draft.stretch.first  # "of whom 88 died at home and 55 in hospitals", but "and Ada Berg 14"
    said = _is_verbless(before) or ((bare or _shares_relative(draft, before)) and _partitive_before(syntax, before))
    if whole is None or whole.start > before.start or not said:
        return None
    if not is_coordinated(syntax, draft.stretch) and not _shares_relative(draft, before):
        return None
    parts = sum(other.value for other in same if other.whole is whole)
    timed = TIME in syntax.tags[draft.stretch.first : draft.stretch.last]  # "and 63 in 2022" is none of this year's
    return whole if _can_hold(whole, draft) and parts + draft.value <= whole.value and not timed else None


def _shares_relative(draft: Draft, before: Draft) -> bool:
    """Whether only a further verb parts the number from a part before it: "of which they accepted 15 and [rejected two]"."""
    group, syntax = draft.verb, draft.unit.syntax
    return draft.noun is None and group is not None and group.first == before.last + 1 and syntax.tags[before.last] == "CCONJ"


def dates_entry(syntax: Syntax, colon: int) -> bool:
    """Return whether a time alone stands before the colon: "412 (2022: 388)"; not "412 were cancelled in March: ..."."""
    at = colon - 1
    while at >= 0 and syntax.tags[at] in (TIME, "ADP", "DET"):
        at -= 1
    return at < colon - 1 and (at < 0 or syntax.tags[at] in ("PUNCT", "CCONJ"))


def _appended_to(draft: Draft, earlier: list[Draft]) -> Draft | None:
    """ "fined 640,000 drivers, 12,300 for using a telephone": a smaller number alone behind a comma, with its ground or way."""
    syntax = draft.unit.syntax
    same = [other for other in of_sentence(draft, earlier) if not other.label]
    if not same or draft.slots.head or draft.lead < same[-1].last or syntax.tokens[draft.lead].surface != ",":
        return None
    after = syntax.tokens[draft.last].lower if draft.last < len(syntax.tokens) else ""
    between = [group for group in syntax.verbs if same[-1].last <= group.first < draft.first]
    if after not in syntax.words["appended"] or any(group is not same[-1].verb for group in between):
        return None  # but "530 pupils passed, 88 with honours"
    return same[-1] if _can_hold(same[-1], draft) and same[-1].value > draft.value else None


def repeated(draft: Draft, earlier: list[Draft]) -> Draft | None:
    """Return the figure that a definite number says again: "38 of the 114 cases" after "114 requests"."""
    syntax = draft.unit.syntax
    before = syntax.tokens[draft.first - 1].lower if draft.first else ""
    if before not in syntax.words["definites"]:
        return None
    same = [other for other in earlier if other.value == draft.value and other.measure is draft.measure and other.unit is not draft.unit]
    return same[-1] if same else None


def _joined(syntax: Syntax, first: int, last: int) -> bool:
    """Whether only determiners and adjectives stand between "of" and the next number: "229 of the 439"."""
    if last > first and syntax.tokens[last - 1].lower == "'s":
        return True  # "two of the valley's five bridges"
    return all(syntax.tags[index] in ("DET", "PRON", "ADJ", "ADV", "PROPN", "PART") for index in range(first, last))


def _points_back(syntax: Syntax, index: int) -> bool:
    if index >= len(syntax.tokens):
        return False
    phrase = syntax.phrase_at(index)
    words = syntax.words["anaphors"]
    if syntax.tokens[index].lower not in words:
        return False
    return phrase is None or phrase.last - phrase.first <= 2


def _partitive_before(syntax: Syntax, draft: Draft) -> bool:
    """ "of which 34", "of whom at least 3", "including 12 children", "among them two", "из них 5", "в том числе 7"."""
    at = draft.first - 1
    lowers = [token.lower for token in syntax.tokens]
    while at >= 0 and (syntax.tokens[at].start >= _bound_start(draft) or syntax.tags[at] == "ADV" or lowers[at] in ",:"):
        if lowers[at] in syntax.words["including"]:
            break
        at -= 1
    if at < 0:
        return False
    if lowers[at] in syntax.words["including"]:
        return True
    openers = syntax.words["partitives"] | syntax.words["including"]
    if at >= 1 and lowers[at] in syntax.words["anaphors"] and lowers[at - 1] in openers and (at < 2 or syntax.tags[at - 2] != "NUM"):
        return True
    return _fronted(syntax, draft, at, lowers) or _relative(syntax, draft, at, lowers)


def _relative(syntax: Syntax, draft: Draft, at: int, lowers: list[str]) -> bool:
    """ "of which Reyes, the captain, scored 22": the relative opens behind the figure before, with the verb's subject between."""
    if syntax.words["relative_parts"].isdisjoint(lowers):
        return False
    for index in range(at, 0, -1):
        counts = syntax.tags[index] == "NUM" and lowers[index - 1] not in syntax.words["labels"]
        if counts or lowers[index] == ";":
            return False
        if lowers[index] in syntax.words["relative_parts"] and lowers[index - 1] in syntax.words["partitives"]:
            return index == 1 or lowers[index - 2] in ",:—–"
    return False


def _fronted(syntax: Syntax, draft: Draft, at: int, lowers: list[str]) -> bool:
    """ "Of them, 34 were ...", "Of these requests the court granted 12": the partitive opens the clause."""
    clause = syntax.clause_at(draft.first)
    named = draft.noun is not None and draft.noun.first == draft.last
    if named and NUMERAL in syntax.tags[clause.first : draft.first]:
        return False  # "Of these, 30 burnt 14 barns"
    openers = syntax.words["partitives"] | syntax.words["including"]
    for index in range(clause.first, min(clause.first + 3, at + 1)):
        if lowers[index] in openers and index + 1 < len(lowers) and lowers[index + 1] in syntax.words["anaphors"] and index + 1 <= at:
            return True
    return False


def _bound_start(draft: Draft) -> int:
    number = next((number for number in draft.unit.numbers if number.first == draft.first), None)
    return number_opening(number) if number is not None else draft.start


def _nearest(draft: Draft, earlier: list[Draft]) -> Draft | None:
    """The figure before that a pronoun can stand for: of this sentence the last that is no part itself, else of the sentence before.

    What a figure is only compared with nothing goes on to speak of, unless nothing else is left.
    """
    before = [other for other in earlier if _can_hold(other, draft)]
    if not before:
        return None
    unit = before[-1].unit
    roots = [other for other in before if other.unit is unit and (other.whole is None or is_opening(other.whole, other))]
    told = [other for other in roots if not is_compared_with(other, earlier)]
    if told or roots:
        return (told or roots)[-1]
    return (before[-1].whole or before[-1]) if unit is draft.unit else before[-1]


def _can_hold(whole: Draft, part: Draft) -> bool:
    """A part is a count, share or sum no larger than its whole."""
    if part.measure is Measure.SHARE:
        return whole.measure in (Measure.COUNT, Measure.MONEY, Measure.QUANTITY)
    bare = part.measure is Measure.COUNT and part.scaled and part.counts is None and whole.measure in (Measure.MONEY, Measure.QUANTITY)
    return (bare or whole.measure is part.measure) and (part.upper or part.value) <= (whole.upper or whole.value)


# ---------------------------------------------------------------- colon lists


def labelled(draft: Draft) -> list[tuple[int, int]]:
    """Return the token ranges of the labels of a list entry "Latvia - 4", "Bulgaria and Liechtenstein - 1 each"; empty if it is none."""
    syntax = draft.unit.syntax
    tokens = syntax.tokens
    at = draft.lead
    while at > 0 and tokens[at].lower in syntax.words["each"]:  # "— по 140"
        at -= 1
    each = _distributes(syntax, draft) and syntax.phrase_at(at) is not None and not follows_receivers(draft)
    if at < 1 or not (_is_dash(syntax, at) or _is_bracketed(draft, at) or _ends_item(draft, at) or each):
        return []
    if (told := _told_by_line(draft, at) or _whole_item(draft, at)) is not None:
        return [told]
    if tokens[at].surface == ":" and draft.unit.kind is BlockKind.PARAGRAPH and _explains(draft, at):
        return []
    if tokens[at].surface not in _DASHES | {"(", ","}:
        at += 1
    labels: list[tuple[int, int]] = []
    stop = at
    if (opening := quoted_start(syntax, stop)) < stop and syntax.tokens[at].surface != ",":
        return [(label_start(syntax, opening), stop)]  # «Вейс из «Бурана» (46)», «Буран» — 81
    while stop > 0:
        phrase = _numbered(syntax, stop) or syntax.phrase_at(stop - 1)
        if phrase is not None and _is_source(syntax, phrase):
            break  # "по результатам нашей проверки – 55 %": whose word it is; «в среднем по 140»
        alone = phrase is None and syntax.tokens[stop - 1].lower in syntax.words["elided"]  # "прочие — 164"
        if alone or (phrase is None and labels and syntax.tags[stop - 1] == "ADJ"):  # "Озёрный и Борский районы"
            phrase = Phrase(stop - 1, stop, stop - 1, -1)
        numbered = phrase is not None and phrase.last == stop and _numbered(syntax, stop) is not None
        if phrase is None or ("NUM" in syntax.tags[phrase.first : stop] and not numbered) or (labels and phrase.adposition >= 0):
            break
        if phrase.adposition >= draft.stretch.first > 0 and _is_dash(syntax, at) and draft.unit.kind is BlockKind.PARAGRAPH:
            break  # "за кражу осуждены 903 человека, за мошенничество – 241": what for, no sort of those counted
        placed = draft.bracketed and phrase.adposition >= 0 and syntax.tokens[phrase.adposition].lower in syntax.words["place_adpositions"]
        first = phrase.first if placed else label_start(syntax, phrase.first)  # "больше всего случаев в Ларне (214)"
        labels.insert(0, (first, min(phrase.last, stop)))
        joined = first - 1
        if joined <= 0 or not _distributes(syntax, draft):
            break
        if syntax.tags[joined] != "CCONJ" and not (tokens[joined].surface == "," and len(labels) >= 1):
            break
        stop = joined
    return labels


def _is_source(syntax: Syntax, phrase: Phrase) -> bool:
    """Whether the phrase, or the one that a Russian genitive hangs on, says by whose count something is, «по результатам проверки», or that
    it is an average."""
    if phrase.adposition >= 0 and syntax.concept_of(phrase.head) == AVERAGE:
        return True
    led = phrase
    while led.adposition < 0 and led.first and (before := syntax.phrase_at(led.first - 1)) is not None and before.last == led.first:
        led = before
    nouns = syntax.words["source_nouns"]
    opened = led.adposition >= 0 and syntax.tokens[led.adposition].lower in syntax.words["source_openers"]
    return opened and not nouns.isdisjoint((syntax.tokens[led.head].lower, syntax.lemma(led.head)))


def _whole_item(draft: Draft, colon: int) -> tuple[int, int] | None:
    """The tokens of a list item before its colon where "and" joins them to one label: "- Roads and transport: £44.5m"."""
    syntax, intro = draft.unit.syntax, draft.unit.intro
    if draft.unit.kind is not BlockKind.LIST_ITEM or syntax.tokens[colon].surface != ":" or _distributes(syntax, draft):
        return None
    marks = syntax.tags[:colon]
    joined = marks[:1] != ["CCONJ"] and "CCONJ" in marks and "NUM" not in marks and colon <= LINE
    sorts = intro is not None and lists_sorts(intro.syntax)
    nouns = all(mark in _LABEL or syntax.tokens[at].surface == "," for at, mark in enumerate(marks))
    return (0, colon) if joined and (sorts or nouns) else None


def _numbered(syntax: Syntax, stop: int) -> Phrase | None:
    """The name that ends with its number before token *stop*: «школа № 9»."""
    if stop < 3 or syntax.tags[stop - 1] != "NUM" or syntax.tokens[stop - 2].lower not in syntax.words["serials"]:
        return None
    phrase = syntax.phrase_at(stop - 3)
    return phrase._replace(last=stop) if phrase is not None else None


def _explains(draft: Draft, colon: int) -> bool:
    """Whether what stands behind the colon says of what the number is a part, and what stands before is a sentence: "Girls did better
    than boys: 85 % of their entries passed"."""
    syntax = draft.unit.syntax
    after = syntax.tokens[draft.last].lower if draft.last < len(syntax.tokens) else ""
    return after in syntax.words["partitives"] and any(group.finite for group in syntax.verbs_in(0, colon))


def _told_by_line(draft: Draft, at: int) -> tuple[int, int] | None:
    """The words that open a line of their own before the colon at token *at* and say what was done: "[Hot meals served]: 52,400"."""
    syntax, unit = draft.unit.syntax, draft.unit
    marks = syntax.tags[:at]
    if syntax.tokens[at].surface != ":" or not 1 < at <= LINE or not _DONE & set(marks) or not _LINE_BARS.isdisjoint(marks):
        return None
    text, after = unit.document.text, syntax.tokens[draft.last] if draft.last < len(syntax.tokens) else None
    ends = after is None or not after.surface[0].isalnum() or "\n" in text[draft.end : after.start]
    opens = unit.kind is BlockKind.LIST_ITEM or text[: unit.start].rstrip(" \t*_")[-1:] in ("", "\n")
    phrase = syntax.phrase_at(next((index for index in range(at) if marks[index] != "DET"), 0))
    if not (opens and ends) or phrase is None or phrase.adposition >= 0 or syntax.tags[phrase.head] not in ("NOUN", "NOUNS"):
        return None
    last = next((index for index in range(at) if marks[index] == TIME), at)
    return phrase.first, last - (last < at and marks[last - 1] == "ADP")


def label_start(syntax: Syntax, first: int) -> int:
    """Return where a label begins whose last phrase begins at *first*: "[the bank of] England", "[союз] страховщиков"."""
    links = syntax.words["complement_adpositions"]
    while first > 0:
        at = first - 1
        joined = at > 0 and (
            syntax.tokens[at].lower in links or syntax.tokens[at].surface == "&" or (syntax.language == "ru" and syntax.tags[at] == "ADP")
        )
        phrase = syntax.phrase_at(at - 1 if joined else at)
        if joined and phrase is None and (opening := quoted_start(syntax, at)) < at:
            return opening  # «Буран» из Оленегорья
        if phrase is None or phrase.last != (at if joined else first) or not (joined or syntax.language == "ru"):
            break
        if "NUM" in syntax.tags[phrase.first : phrase.last]:
            break
        first = phrase.first
    return first


def _is_dash(syntax: Syntax, at: int) -> bool:
    """Whether a dash or colon stands at *at*, and not the hyphen of a word."""
    token = syntax.tokens[at]
    return token.surface in _DASHES and not (token.surface == "-" and syntax.tokens[at - 1].end == token.start)


def _ends_item(draft: Draft, at: int) -> bool:
    """ "Hearth & Sons, 740": behind a comma, the number or its "each" ends a list item."""
    syntax = draft.unit.syntax
    if draft.unit.kind is not BlockKind.LIST_ITEM or syntax.tokens[at].surface != ",":
        return False
    rest = syntax.tokens[draft.last :]
    return all(not token.surface[0].isalnum() or token.lower in syntax.words["each"] for token in rest)


def _is_bracketed(draft: Draft, at: int) -> bool:
    """ "Spain (12)": the number stands alone in brackets."""
    tokens = draft.unit.syntax.tokens
    return tokens[at].surface == "(" and draft.last < len(tokens) and tokens[draft.last].surface == ")"


def _distributes(syntax: Syntax, draft: Draft) -> bool:
    """ "1 each", "по 1"."""
    after = syntax.tokens[draft.last].lower if draft.last < len(syntax.tokens) and syntax.tags[draft.last] != "ADP" else ""
    before = {syntax.tokens[index].lower for index in range(max(draft.first - 2, 0), draft.first)}
    return after in syntax.words["each"] or bool(before & syntax.words["each"])


def lists_sorts(intro: Syntax) -> bool:
    """Return whether an introduction without a verb says by what its items are told apart: "Accidents by type of road:"."""
    sorting = intro.words["sorting"]
    by = any(phrase.adposition > 0 and intro.tokens[phrase.adposition].lower in sorting for phrase in intro.phrases)
    return by and not intro.verbs and bool(intro.tokens) and intro.tokens[-1].surface == ":"


def names_things(intro: Syntax) -> Phrase | None:
    """Return the plural that opens an introduction without a verb of its own: "Visitors to the sights in 2024:", "Calls answered:"."""
    phrase = intro.phrases[0] if intro.phrases and intro.tokens[-1].surface == ":" else None
    if phrase is None or phrase.first or intro.tags[phrase.head] != "NOUNS" or intro.language != "en":
        return None
    of_others = all(is_participle(intro.tokens[group.first].lower) and group.last == group.first + 1 for group in intro.verbs)
    return phrase if of_others else None


def lists_reasons(intro: Syntax) -> bool:
    """Return whether the words that introduce a list say that its items are reasons: "Причины пожаров:", "Fires by cause:".

    A sentence that tells of figures with a reason ("They refused 34 for political reasons:") lists something else.
    """
    if intro.verbs or NUMERAL in intro.tags:
        return False
    cues = intro.words["reason_cues"]
    nouns = [index for index, mark in enumerate(intro.tags) if mark in ("NOUN", "NOUNS")]
    return any(intro.tokens[index].lower in cues or intro.lemma(index) in cues for index in nouns)


def put_label(
    slots: Slots, syntax: Syntax, label: tuple[int, int], whole: Slots | None, *, actor: bool = False, reason: bool = False
) -> None:
    """Set the slot that the label of a list entry fills: the actor or place for a state or name, else the sort of thing counted.

    With *actor* any label is who does it: "Labour won 26 seats, independents three"; with *reason* each is why.
    """
    whole_name = quoted_start(syntax, label[1]) == label[0]
    text = syntax.slice(label[0] + 1, label[1] - 1) if whole_name else syntax.slice(*label)
    phrase = syntax.phrase_at(label[0] + whole_name)
    last = label[1] if phrase is None or syntax.language == "en" else min(phrase.last, label[1])
    entities = entity_terms(syntax, label[0], last)
    terms = entities or tuple(term for term in syntax.concepts[label[0] : label[1]] if term is not None)
    if reason and not entities:
        slots.reason, slots.reason_terms, slots.counted_terms = text, terms or (text.lower(),), terms
    elif actor or entities or _is_named(syntax, label):
        if actor or (whole is not None and (whole.actor_terms or whole.action_terms)):
            slots.actor, slots.actor_terms = text, terms
        else:
            slots.place, slots.place_terms = text, terms
    elif find := _reasons(syntax, label):
        slots.reason, slots.reason_terms = text, tuple(mention.concept for mention in find)
    else:
        head = syntax.concepts[phrase.head] if phrase is not None and phrase.head < label[1] else None
        slots.counted, slots.head = text, (head,) if head is not None else terms[-1:]
        done = [index for index in range(*label) if syntax.tags[index] in _DONE and syntax.concepts[index] is not None]
        slots.action_terms = tuple(term for index in done if (term := syntax.concepts[index]) is not None and term not in slots.head)
        slots.counted_terms = tuple(term for term in terms if term not in slots.head + slots.action_terms)


def _reasons(syntax: Syntax, label: tuple[int, int]) -> list[Mention]:
    """The reasons that a label names: "weather", "political reasons", but not the "social" of "adult social care"."""
    named = [mention for mention in syntax.mentions if label[0] <= mention.first < label[1] and mention.kinds & Kinds.REASON]
    last = label[1] - 1
    noun = syntax.tags[last] in ("NOUN", "NOUNS") and syntax.lemma(last) not in syntax.words["reason_cues"] and syntax.language == "en"
    return [mention for mention in named if not noun or mention.last == label[1]]


def _is_named(syntax: Syntax, label: tuple[int, int]) -> bool:
    """Whether the label is a name: a proper noun, several words that are all capitalised, or one that ends in quotation marks."""
    if quoted_start(syntax, label[1]) < label[1]:
        return True
    phrase = syntax.phrase_at(label[0])
    if syntax.tags[label[1] - 1] == "PROPN" or (phrase is not None and syntax.lemma(phrase.head) in syntax.words["whither"]):
        return True
    surfaces = [token.surface for token in syntax.tokens[label[0] : label[1]] if token.surface[0].isalpha()]
    if syntax.language == "ru" and label[0] > 0 and syntax.tokens[label[0] - 1].surface[0].isalpha():
        return surfaces[-1:] != [] and surfaces[-1][0].isupper()  # «на острове Лось — 410», «лучшим стал Берестов: 22 мяча»
    return len(surfaces) > 1 and all(surface[0].isupper() for surface in surfaces)


def as_part(draft: Draft, whole: Draft) -> None:
    """Make *draft* part of *whole*: it takes over what it does not say itself."""
    draft.whole = whole
    drop_instances(draft, whole)
    if draft.measure is Measure.COUNT and draft.counts is None and whole.measure in (Measure.MONEY, Measure.QUANTITY):
        draft.measure, draft.counts = whole.measure, whole.counts  # "3.65 bn rubles, of them 1.5 bn"
    if set(draft.slots.head) & set(whole.slots.action_terms):
        draft.slots = replace(draft.slots, head=(), counted_terms=(), counted=None)  # "34 of these refusals" counts the refused requests
        draft.counts = None
    if _is_deadly(draft):
        draft.slots = replace(draft.slots, action=_death(draft.unit.syntax.language), action_terms=("die",))
    words = lexicon(draft.unit.language)
    event = any(term in befalls() or words.action(term) is not None for term in draft.slots.head)
    alone = _is_said_to_be(draft) and event  # "22 were drownings": of these no more was done
    draft.slots = inherit(draft.slots, without_deed(whole.slots) if alone else whole.slots)
    same_deed = draft.verb in (None, whole.verb) or _is_said_to_be(draft)
    if draft.measure is whole.measure is Measure.COUNT and same_deed:  # "2,480 operations, 310 of which were emergencies": operations, too
        told = (*draft.slots.counted_terms, *whole.slots.head, *whole.slots.counted_terms)
        draft.slots = replace(draft.slots, counted_terms=tuple(term for term in dict.fromkeys(told) if term not in draft.slots.head))
    if draft.counts is None or (draft.measure is Measure.COUNT and not draft.slots.head):
        draft.counts = whole.counts if draft.measure is not Measure.SHARE else draft.counts


def _death(language: str) -> str | None:
    action = lexicon(language).action("die")
    return action.done if action is not None else None


def _is_deadly(draft: Draft) -> bool:
    """ "17 of them fatal", "17 were fatal"."""
    tokens = draft.unit.syntax.tokens[draft.last : draft.last + _PREDICATE]
    return any(token.lower in draft.unit.syntax.words["deadly"] for token in tokens)


def _is_said_to_be(draft: Draft) -> bool:
    """Whether the noun of the figure is a predicate: "310 of which were emergencies"."""
    if draft.noun is None:
        return False
    between = draft.unit.syntax.tokens[draft.last : draft.noun.first]
    return any(token.lower in draft.unit.syntax.words["copulas"] for token in between)
