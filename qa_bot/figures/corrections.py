"""Numbers that the text itself takes back: "45 rather than 43", "the correct number is 450", "revised from 6.0 to 6.1"."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import islice

from qa_bot.figures.draft import Draft
from qa_bot.figures.scope import without_deed
from qa_bot.figures.units import Unit
from qa_bot.schema import Bound, Fit, Measure
from qa_bot.text.functions import known_by, openings
from qa_bot.text.periods import relation
from qa_bot.text.syntax import Syntax, VerbGroup

OPENING = 12  # tokens in which the colon stands behind "Clarification of 1 March 2024"
_EMPHASIS = frozenset("*_[")


def withdrawn(drafts: Sequence[Draft], units: Sequence[Unit]) -> set[int]:
    """Return the ids of those of *drafts*, that are ruled out, replaced or revised, in the order of the text of *units*; what replaces
    one takes from it what it leaves out."""
    gone = {id(draft) for draft in drafts if _is_ruled_out(draft) or _is_revised(draft) or _is_taken_back(draft)}
    instead: dict[int, Draft] = {}  # what replaces one, by its id
    for at, draft in enumerate(drafts):
        later = [other for other in drafts[at + 1 : at + 2] if other.unit is draft.unit]
        passing = any(_is_led_to(other, [draft]) for other in later)  # "12 of them were left out; the correct number is 379"
        wrong = None if passing or id(draft) in gone else _replaced(draft, _last_before(drafts, at, gone))
        if wrong is not None:
            gone.add(id(wrong))
            instead[id(wrong)] = draft
            _take_over(draft, wrong)
        if id(draft) in gone or (wrong is None and _is_corrected_next(draft, drafts[at + 1 : at + 2])):
            continue
        if (wrong is None or wrong.unit is draft.unit) and (meant := _named(draft, islice(drafts, at), units)):
            wrongs = {other.value for other in drafts[:at] if other.unit is draft.unit and id(other) in gone}
            far = [other for other in meant if _is_meant(draft, other, wrongs)]
            gone |= {id(other) for other in far}
            instead |= {id(other): draft for other in far}
            if far:
                _stand_for(draft, far[0], units)
            else:
                _count_alike(draft, meant[0])
    gone |= {
        id(draft)
        for at, draft in enumerate(drafts)
        if _is_superseded(draft, drafts[max(at - 1, 0) : at], units) or _is_miscounted(draft, units)
    }
    gone |= {id(draft) for at, draft in enumerate(drafts) if id(draft) not in gone and _is_of_wrong(draft, drafts[:at], gone)}
    for draft in drafts:
        if draft.whole is not None and id(draft.whole) in gone:
            right = instead.get(id(draft.whole))
            behind = right is not None and right.unit is draft.unit and draft.start < right.start  # it was of the wrong number
            draft.whole = right if right is not None and right is not draft and right.value >= draft.value and not behind else None
    return gone


def _is_corrected_next(draft: Draft, behind: Sequence[Draft]) -> bool:
    """Whether the next number of its sentence is said to be right in its place: "29 were given by mistake; the right number is 26"."""
    return bool(behind) and behind[0].unit is draft.unit and _replaced(behind[0], draft) is draft


def _named(draft: Draft, before: Iterable[Draft], units: Sequence[Unit]) -> list[Draft]:
    """The figures that are of what *draft* corrects where only the deed or thing is named: "the number of evacuees was given wrongly.
    The right number is 604." """
    if draft.measure is not Measure.COUNT or not _says(draft.unit, "correcting"):
        return []
    at = next((at for at, unit in enumerate(units) if unit is draft.unit), 0)
    named = [unit for unit in (*units[at - 1 : at], draft.unit) if unit.block == draft.unit.block and _says(unit, "retracting")]
    said = {concept for unit in (*named, draft.unit) for concept in unit.syntax.concepts if concept is not None}
    said |= {deed for concept in said for deed in known_by().get(concept, ())}  # evacuees were evacuated
    rows = [(len(said & {*other.slots.head, *other.slots.action_terms}), other) for other in before if _may_be_wrong(draft, other)]
    most = max((count for count, _ in rows), default=0)
    return [other for count, other in rows if named and most and count == most]


def _may_be_wrong(draft: Draft, other: Draft) -> bool:
    counted = other.measure is Measure.COUNT and other.whole is None and other.value != draft.value
    return counted and (draft.counts is None or draft.counts == other.counts) and other.unit is not draft.unit


def _is_meant(draft: Draft, other: Draft, wrongs: set[Decimal]) -> bool:
    """Whether *other* is the number that was wrong: one of *wrongs*, which the correction names, or where it names none any that is
    not of another time than it ("in the note of 13 April the number was wrong")."""
    if wrongs:
        return other.value in wrongs
    if draft.period is None or draft.period.surface not in draft.unit.text:
        return True
    return other.period is not None and relation(other.period, draft.period) is not Fit.DIFFERENT


def _count_alike(draft: Draft, other: Draft) -> None:
    """Let *draft*, which corrects a number told elsewhere, count what *other* does: its own verb is that of correcting."""
    deed = other.slots
    draft.slots = replace(
        draft.slots, head=draft.slots.head or deed.head, action=deed.action, action_terms=deed.action_terms, modality=None
    )
    draft.counts = draft.counts or other.counts


def _stand_for(draft: Draft, wrong: Draft, units: Sequence[Unit]) -> None:
    """Let *draft* count what *wrong* counted, where that paragraph told it, of which it says no more than that it is right."""
    above = (unit for unit in units if unit.block == wrong.unit.block and unit.start <= wrong.unit.start)
    told = (concept for unit in above for concept in unit.syntax.concepts if concept is not None)
    draft.context_terms = tuple(dict.fromkeys((*draft.context_terms, *wrong.context_terms, *told)))
    draft.slots, draft.counts, draft.label = wrong.slots, wrong.counts, wrong.label
    draft.period = draft.period or wrong.period
    draft.scope_quotes.append(wrong.unit.span)


def _is_ruled_out(draft: Draft) -> bool:
    """ "45 rather than the 43 published last week", "instead of 43 read 45"."""
    words, first = draft.unit.syntax.words, draft.lead + 1
    tokens = draft.unit.syntax.tokens[max(first - 3, 0) : first]
    ahead = " ".join([token.lower for token in tokens if token.lower not in words["articles"]][-2:])
    if not ahead:
        return False
    if ahead in words["denials"]:
        return draft.slots.modality is None  # "rather than the 120 planned"
    return bool({ahead, ahead.rpartition(" ")[2]} & words["instead"]) and _says(draft.unit, "correcting")


def _is_taken_back(draft: Draft) -> bool:
    """Whether the sentence says that a body takes the number back: "it withdrew an earlier statement that 120 had died", "the figure of
    120 was withdrawn"."""
    syntax = draft.unit.syntax
    if syntax.lemmas.isdisjoint(syntax.words["taking_back"]):
        return False
    backs = (group for group in syntax.verbs if group.chain and syntax.lemma(group.chain[-1]) in syntax.words["taking_back"])
    return any(_tells_before(draft, group) for group in backs if not group.negated)


def _tells_before(draft: Draft, group: VerbGroup) -> bool:
    """Whether the number is told in the object of the verb, by "of" or "that", or in its subject where that is passive."""
    syntax = draft.unit.syntax
    first, last = (syntax.clause_at(group.first).first, group.first) if group.passive else (group.last, len(syntax.tokens))
    if not first <= draft.first < last:
        return False
    at = next((index for index in range(draft.first - 1, first - 1, -1) if syntax.lemma(index) in syntax.words["told_before"]), -1)
    between = [other for other in syntax.verbs_in(at, draft.first) if other.finite and other is not draft.verb]
    return at >= 0 and not between and all(token.surface not in ".;" for token in syntax.tokens[first : draft.first])


def _is_superseded(draft: Draft, last: Sequence[Draft], units: Sequence[Unit]) -> bool:
    """Whether it is the first number that a sentence tells of what was written before: "an earlier version of this report said 63"."""
    if any(other.unit is draft.unit for other in last):
        return False
    return _says(draft.unit, "superseded") or (_tells_of_earlier(draft) and _is_note(draft.unit, units))


def _is_note(unit: Unit, units: Sequence[Unit]) -> bool:
    """Whether the paragraph of *unit* opens as a correction does: "Clarification: ...", «Уточнение от 1 марта: ...»."""
    first = next(other for other in units if other.block == unit.block)
    marks, tokens = first.syntax.words["correction_marks"], [token for token in first.tokens if token.surface not in _EMPHASIS]
    for size in (1, 2):
        called = " ".join(token.lower for token in tokens[:size])
        dated = any(token.surface == ":" for token in tokens[size:OPENING])
        if called in marks and (dated or any(token.surface in ",.(" for token in tokens[size : size + 1])):
            return True
    return False


def _tells_of_earlier(draft: Draft) -> bool:
    """Whether the words before the number say what the text had said: "the original article spoke of", «ранее в заметке говорилось о»."""
    syntax, words = draft.unit.syntax, draft.unit.syntax.words
    if syntax.lemmas.isdisjoint(words["own_texts"]):
        return False
    before = range(draft.first)
    told = any(syntax.lemma(at) in words["tallying"] | words["retelling"] for at in before)
    written = any(syntax.lemma(at) in words["own_texts"] for at in before)
    former = any(syntax.lemma(at) in words["former_text"] or syntax.tokens[at].lower in words["former_text"] for at in before)
    right = any(syntax.tokens[at].lower in words["negators"] for at in before)
    return told and written and former and not right


def _is_miscounted(draft: Draft, units: Sequence[Unit]) -> bool:
    """Whether the sentence only tells by how many a number was wrong: "two were counted twice", «троих мы посчитали дважды»."""
    return _counts_twice(draft) and _is_note(draft.unit, units)


def _is_of_wrong(draft: Draft, before: Sequence[Draft], gone: Collection[int]) -> bool:
    """Whether *draft* tells how many of a withdrawn number were counted twice, or names that number once more to tell so: "the correct
    number is 379. Of the 400, 21 were counted twice"."""
    near = [other for other in before if id(other) in gone and other.unit.block == draft.unit.block and other.measure is draft.measure]
    if not near or draft.unit.syntax.lowers.isdisjoint(draft.unit.syntax.words["twice"]) or _is_led_to(draft, before[-1:]):
        return False
    return any(other.value == draft.value or (other.value > draft.value and _counts_twice(draft)) for other in near)


def _counts_twice(draft: Draft) -> bool:
    syntax, words = draft.unit.syntax, draft.unit.syntax.words
    if syntax.lowers.isdisjoint(words["twice"]):
        return False
    clause = syntax.clause_at(draft.first)
    first, last = max(clause.first, draft.stretch.first), clause.last
    counted = any(syntax.lemma(at) in words["counting_verbs"] for at in range(first, last))
    return counted and any(syntax.tokens[at].lower in words["twice"] for at in range(first, last))


def _is_revised(draft: Draft) -> bool:
    """ "Revised from 6.0 per cent to 6.1 per cent": the level before."""
    syntax = draft.unit.syntax
    if draft.lead < 0 or syntax.tokens[draft.lead].lower not in syntax.words["from_levels"]:
        return False
    clause = syntax.clause_at(draft.first)
    groups = syntax.verbs_in(clause.first, draft.first)
    return bool(groups) and any(syntax.lemma(index) in syntax.words["revising"] for index in groups[-1].chain)


def _last_before(drafts: Sequence[Draft], at: int, gone: set[int]) -> Draft | None:
    """The last figure of the same measure in the sentence of the figure at *at* or the one before."""
    draft = drafts[at]
    noted = _first_noted(drafts, at)
    if noted is not None and noted.measure is draft.measure and noted.value != draft.value and id(noted) not in gone:
        return noted
    for index in range(at - 1, -1, -1):
        other = drafts[index]
        if not _is_near(other.unit, draft.unit):
            return None
        if other.unit is draft.unit and _is_led_to(draft, [other]) and not _says(draft.unit, "retracting"):
            continue
        if other.measure is draft.measure and other.value != draft.value and id(other) not in gone:
            return other
    return None


def _is_led_to(draft: Draft, before: Sequence[Draft]) -> bool:
    """Whether "the correct number is" stands between the last figure of *before*, in the sentence of *draft*, and it."""
    return bool(before) and before[-1].unit is draft.unit and _says_between(before[-1], draft, "correcting")


def _replaced(draft: Draft, wrong: Draft | None) -> Draft | None:
    """*wrong*, the figure before, where the text says that *draft* corrects it."""
    if wrong is None:
        return None
    if wrong.unit is draft.unit:
        corrects = _says(draft.unit, "retracting") and (
            _says_between(wrong, draft, "correcting") or _says_between(wrong, draft, "own_word")
        )
        corrects = corrects or (_revises(draft.unit.syntax) and _says_between(wrong, draft, "upon_revision"))
    elif _is_set_right(wrong.unit):
        return None
    else:
        corrects = _says(draft.unit, "correcting") or (_says(wrong.unit, "retracting") and _says(draft.unit, "own_word"))
    corrects = corrects or _is_revised_to(draft, wrong)
    again = _is_same(wrong, draft) and not _is_dated_apart(wrong, draft) and _says(wrong.unit, "retracting")
    return wrong if corrects or again else None


def _is_revised_to(draft: Draft, wrong: Draft) -> bool:
    """Whether *wrong* was only given at first, and what it was of is said to have been revised, to *draft*: "was first published as 4,310.
    It has been revised to 4,120"."""
    syntax, words = draft.unit.syntax, draft.unit.syntax.words
    if draft.first < 1 or not _says(wrong.unit, "given_at_first"):
        return False
    group = _revising(draft)
    if group is None or _revising(wrong) is not None:
        return False
    behind = [token.lower for token in syntax.tokens[group.chain[-1] + 1 : draft.first]]
    if words["level_after"].isdisjoint(behind) and behind[-1:] != [":"]:
        return False
    subject = next((phrase for phrase in reversed(syntax.phrases) if phrase.last <= group.first and phrase.adposition < 0), None)
    if subject is None or syntax.tags[subject.head] == "PRON" or subject.first < syntax.clause_at(group.first).first:
        return True
    known = {concept for concept in wrong.unit.syntax.concepts if concept is not None}
    return syntax.lemma(subject.head) in words["carriers"] | words["estimated_levels"] or syntax.concept_of(subject.head) in known


def _revising(draft: Draft) -> VerbGroup | None:
    """The last verb before the number where it says that something was revised."""
    syntax = draft.unit.syntax
    group = next((group for group in reversed(syntax.verbs) if group.last <= draft.first and group.chain), None)
    revised = group is not None and not group.negated and any(syntax.lemma(at) in syntax.words["revising"] for at in group.chain)
    return group if revised else None


def _revises(syntax: Syntax) -> bool:
    """Whether the sentence says that a number was revised: «показатель пересмотрен: сообщалось о 830, после учёта ... — 850»."""
    return any(syntax.lemma(index) in syntax.words["revising"] for group in syntax.verbs for index in group.chain)


def _is_set_right(unit: Unit) -> bool:
    """Whether the sentence names the wrong number beside the right one: "Correction: 52 guests were fed, not 54"."""
    tokens, words = unit.syntax.tokens, unit.syntax.words
    for number in unit.numbers:
        before = [token.lower for token in tokens[max(number.first - 3, 0) : number.first] if token.lower not in words["articles"]]
        if before and (before[-1] in words["negators"] or " ".join(before[-2:]) in words["denials"]):
            return True
    return False


def _is_near(earlier: Unit, unit: Unit) -> bool:
    return earlier is unit or (earlier.block == unit.block and not earlier.document.text[earlier.end : unit.start].strip())


def _first_noted(drafts: Sequence[Draft], at: int) -> Draft | None:
    """The first figure of a paragraph under the heading of a correction that ends by saying with the one at *at* what is right, further
    sentences apart: "In the bulletin for week 25 three deaths were given. One diagnosis was not confirmed. The correct number is two"."""
    unit = drafts[at].unit
    if not unit.passage.headings or not _says(unit, "correcting"):
        return None
    heading = unit.passage.headings[-1].lower().rstrip(" .:").split()
    if all(" ".join(heading[:size]) not in unit.syntax.words["correction_marks"] for size in (1, 2)):
        return None
    first = at
    while first > 0 and drafts[first - 1].unit.block == unit.block:
        first -= 1
    return drafts[first] if first < at and not _is_near(drafts[first].unit, unit) else None


def _is_same(wrong: Draft, draft: Draft) -> bool:
    return wrong.slots.head == draft.slots.head and wrong.slots.action_terms == draft.slots.action_terms


def _is_dated_apart(wrong: Draft, draft: Draft) -> bool:
    """Whether the two are of times that do not meet: what 2023 came to corrects nothing said of 2022."""
    held = [each.period for each in (wrong, draft) if each.period is not None and each.period.start is not None]
    return len(held) == 2 and relation(*held) is Fit.DIFFERENT


def _tells(syntax: Syntax, group: VerbGroup) -> bool:
    """Whether a verb only tells the number: "the report gave it as 14"."""
    return any(syntax.lemma(index) in syntax.words["tallying"] for index in group.chain)


def _says(unit: Unit, words: str) -> bool:
    """Whether the sentence holds one of the phrases of the class *words*."""
    if unit.syntax.lowers.isdisjoint(openings(unit.syntax.language, words)):
        return False
    text = f" {_plain(unit.syntax)} "
    return any(f" {phrase} " in text for phrase in unit.syntax.words[words])


def _says_between(wrong: Draft, draft: Draft, words: str) -> bool:
    """Whether one of the phrases of the class *words* leads from the first number to the second, in their sentence."""
    syntax = draft.unit.syntax
    if syntax.lowers.isdisjoint(openings(syntax.language, words)):
        return False
    text = f" {_plain(syntax, wrong.last, draft.first)} "
    return any(f" {phrase} " in text for phrase in syntax.words[words])


def _plain(syntax: Syntax, first: int = 0, last: int | None = None) -> str:
    return " ".join([token[3] for token in syntax.tokens[first:last] if token[0][0].isalnum()])


def _take_over(draft: Draft, wrong: Draft) -> None:
    """Let what is right be said of what the wrong number was said of."""
    if draft.noun is None or draft.ahead or draft.counts is None:  # "the correct number is 6,980"
        told = wrong.verb is not None and _tells(wrong.unit.syntax, wrong.verb)
        said = draft.slots.other_terms  # "the correct number"
        draft.slots, draft.counts = without_deed(wrong.slots) if told else wrong.slots, wrong.counts
        draft.slots = replace(draft.slots, other_terms=tuple(dict.fromkeys((*draft.slots.other_terms, *said))))
    if draft.bound is Bound.AT_MOST and draft.unit.syntax.tokens[draft.first - 1].lower in draft.unit.syntax.words["level_after"]:
        draft.bound = Bound.EXACT  # «пересмотрена до 81 млрд»
    if draft.claimant is not None and wrong.claimant is not None and draft.claimant.name == wrong.claimant.name:
        draft.claimant = None  # who was wrong does not say what is right
    own = draft.period is not None and draft.period.surface in draft.unit.text
    draft.period = draft.period if own else wrong.period or draft.period
    if draft.unit is not wrong.unit:
        draft.scope_quotes.append(wrong.unit.span)
