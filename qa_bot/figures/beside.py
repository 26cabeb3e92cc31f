"""Which of the periods that a sentence names is that of a figure in it."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from qa_bot.figures.draft import Draft
from qa_bot.figures.measures import shifts
from qa_bot.figures.passing import in_passing, is_bound, is_said_on
from qa_bot.figures.remainders import tells_of_remainder
from qa_bot.figures.units import Unit
from qa_bot.schema import Measure
from qa_bot.text.lexicon import Kinds
from qa_bot.text.periods import PeriodForm, PeriodMention, resolve
from qa_bot.text.syntax import NUMERAL, Syntax

OPENING = 3  # characters: a quotation mark or dash before the first word of a sentence
RIGHT_BEFORE = 12  # characters between a period and the number that it is said of: "in 2023, some 114"
CHANGED_REACH = 6  # tokens back from a level to the verb of change
LEVELS = 4  # tokens from a level to the one that came of it: "142 days to some 96"
HEADING = 3  # tokens before a figure in which a period with a colon may stand
DASHES = ("—", "–", "-")
_ENDS_LIST = frozenset({"VERB", "AUX", "VBN", "SCONJ", "PUNCT"})
NONE_BEHIND = 3  # tokens behind a time: "in 2022 there were none"
COMPARED_REACH = 4  # tokens from "compared with" to the number


def beside(unit: Unit, draft: Draft, others: list[Draft], named: list[PeriodMention]) -> PeriodMention | None:
    """Return the mention among *named*, the periods of the sentence, that *draft* holds for, None where it has none of its own.

    In its clause: the one right after it, before the next figure; else the nearest before. Then the nearest before in the sentence;
    then the sentence's only one. A period that a comparison brings in ("more than in 2021") belongs to what stands in the comparison.
    """
    syntax = unit.syntax
    named_for = _before_bracket(unit, draft, others, named)
    if named_for is not None:
        return named_for
    mentions = [mention for mention in named if not in_passing(syntax, mention, draft)]
    mentions = [mention for mention in _bracketed(unit, draft, others, mentions) if not _of_comparison(mention, draft, others, syntax)]
    mentions = [mention for mention in mentions if not (_of_base(mention, draft, others, syntax) or _of_plan(mention, draft, others))]
    mentions = [mention for mention in mentions if not is_of_none(mention, syntax, draft.last)]
    mentions = [
        mention for mention in mentions if not (_of_level_left(mention, draft, others) or tells_of_remainder(mention, draft, others))
    ]
    mentions = [mention for mention in mentions if not _of_level_before(mention, draft, others)]
    if not mentions:
        return None
    heading = next((mention for mention in mentions if _heads(mention, draft, syntax)), None)
    if heading is not None:
        return heading
    clause = syntax.clause_at(draft.first)
    left, right = syntax.tokens[clause.first].start, syntax.tokens[clause.last - 1].end
    held = _closes_comparison(draft, mentions, syntax)
    if held is not None:
        return held
    following = min((other.start for other in others if other.start > draft.start), default=unit.end)
    inside = [mention for mention in mentions if left <= mention.start < right]
    after = [mention for mention in inside if draft.end <= mention.start < following]
    before = [mention for mention in inside if mention.end <= draft.start and not _taken(mention, draft, others, unit)]
    if len(after) == 1 and not before and _heads_next(after[0], draft, following, unit):
        after, inside = [], [mention for mention in inside if mention is not after[0]]
        mentions = [mention for mention in mentions if mention in inside]
    if after and (not before or not _leads(before[-1], after[0], draft, others, unit)):
        return after[0]
    if before:
        return before[-1]
    earlier = [mention for mention in mentions if mention.end <= draft.start]
    mentions = [mention for mention in mentions if not (_of_part(mention, draft, syntax) or _of_other(mention, draft, others, syntax))]
    mentions = [mention for mention in mentions if not _heads_later(mention, draft, others, unit)]
    inside = [mention for mention in inside if mention in mentions]
    free = [mention for mention in earlier if not _taken(mention, draft, others, unit)]
    free = free or [mention for mention in earlier if _begins(syntax, mention) or mention.lead <= unit.start + OPENING]
    if free:
        later = [mention for mention in inside if mention.start >= draft.end and not _cut(syntax, draft.end, mention.lead)]
        return later[0] if later and is_said_on(syntax, free[-1]) else free[-1]  # "said on Friday that it rose 6 % to £4m in 2023"
    if inside:
        return inside[0]
    mentions = [mention for mention in mentions if not _told_next(mention, draft, syntax)]
    return mentions[0] if len(mentions) == 1 and not _heads_next(mentions[0], draft, following, unit) else None


def _of_level_left(mention: PeriodMention, draft: Draft, others: list[Draft]) -> bool:
    """Whether the time is of the level that changed into *draft*: "from 3.4 % in 2021 to 2.9 %", «до 12 % с 8 % в 2020 году»."""
    tokens, words = draft.unit.syntax.tokens, draft.unit.syntax.words
    left = next((other for other in reversed(others) if other.end <= mention.lead), None)
    if left is None or left.unit is not draft.unit or left.measure is not draft.measure or min(left.lead, draft.lead) < 0:
        return False
    if tokens[left.lead].lower not in words["earlier_level"] or tokens[draft.lead].lower not in words["level_after"]:
        return False
    if mention.start >= draft.end and left.start < draft.end:
        return False  # "from 4 euros in May to 5 in June"
    between = draft.unit.document.text[mention.end : tokens[draft.lead].start] if mention.end <= draft.start else ""
    return not between.strip(" ,") and not _cut(draft.unit.syntax, left.end, mention.lead)


def _of_level_before(mention: PeriodMention, draft: Draft, others: list[Draft]) -> bool:
    """Whether the time is of a number of the same unit that *draft* came after: "a profit of 2 million after a loss of 1 in 2021"."""
    syntax = draft.unit.syntax
    former = next((other for other in reversed(others) if draft.end <= other.start and other.end <= mention.start), None)
    if former is None or (former.measure, former.counts) != (draft.measure, draft.counts) or _cut(syntax, former.end, mention.lead):
        return False
    led = next((at for at in range(former.first - 1, draft.last - 1, -1) if syntax.tokens[at].lower in syntax.words["coming_after"]), None)
    return led is not None and not any(led < group.first and syntax.tokens[group.first].start < mention.start for group in syntax.verbs)


def _of_plan(mention: PeriodMention, draft: Draft, others: list[Draft]) -> bool:
    """Whether the time is of a plan that stands between it and *draft*, which has come about: "46 were built, of a planned 120 by May"."""
    if draft.slots.modality is not None or mention.start < draft.end:
        return False
    between = [other for other in others if draft.end <= other.start and other.end <= mention.start]
    return bool(between) and between[-1].slots.modality is not None


def level_after(draft: Draft, others: list[Draft]) -> Draft | None:
    """Return the figure that came after *draft*, a level before with no period of its own: of 61 in "88, up from 61", "rose from 61 to 88"
    or "rose to 88 from 61", None of any other."""
    syntax = draft.unit.syntax
    tokens, words = syntax.tokens, syntax.words
    alike = [other for other in others if other.unit is draft.unit and other.measure is draft.measure]
    if not alike or draft.lead < 1 or tokens[draft.lead].lower not in words["earlier_level"]:
        return None
    ahead = min((other.start for other in others if other.start > draft.start), default=draft.unit.end)
    if any(draft.end <= mention.start < ahead and not _cut(syntax, draft.end, mention.lead) for mention in draft.unit.periods):
        return None
    after = next((other for other in alike if 0 < other.first - draft.last <= LEVELS and _is_reached(other, draft)), None)
    before = next((other for other in reversed(alike) if other.end <= draft.start), None)
    changed = range(before.first - CHANGED_REACH if before is not None else draft.first - CHANGED_REACH, draft.first)
    if not any(index >= 0 and (syntax.lemma(index) in words["changing"] or shifts(syntax, index)) for index in changed):
        return None
    return after or before


def level_before(draft: Draft, before: Sequence[Draft]) -> Draft | None:
    """Return the figure whose thing, measure and unit *draft*, a level with no noun of its own, has: of 96 in "fell from 142 days to 96"
    the 142, None of any other."""
    last = before[-1] if before else None
    if last is None or last.unit is not draft.unit or draft.noun is not None or last.lead < 0 or draft.measure is not Measure.COUNT:
        return None
    opened = draft.unit.syntax.tokens[last.lead].lower in draft.unit.syntax.words["earlier_level"]
    return last if opened and draft.first - last.last <= LEVELS and _is_reached(draft, last) else None


def _is_reached(draft: Draft, before: Draft) -> bool:
    """Whether "to" leads from *before*, or its unit, to *draft*."""
    syntax, between = draft.unit.syntax, range(before.last, draft.lead)
    reached = draft.lead >= before.last and syntax.tokens[draft.lead].lower in syntax.words["level_after"]
    return reached and not any(syntax.tags[at] in ("PUNCT", "CCONJ", "VERB", "NUM") for at in between)


def is_compared_with(draft: Draft, others: Sequence[Draft]) -> bool:
    """Return whether *draft* only says what a figure of its sentence is held against: of "88, compared with 61 in 2022", "88 (2022: 61)",
    "88, up from 61" and "88 in 2023 and in 2022 61" the 61."""
    syntax = draft.unit.syntax
    words = syntax.words
    before = [other for other in others if other.unit is draft.unit and other.end <= draft.start and other.measure is draft.measure]
    if not before:
        return False
    held = before[-1]
    between = range(held.last, draft.first)
    if draft.compared or draft.held_against or any(syntax.tokens[index].lower in words["comparing"] for index in between):
        return True
    if (
        draft.lead >= 0
        and syntax.tokens[draft.lead].lower in words["earlier_level"]
        and any(syntax.lemma(at) in words["changing"] for at in between)
    ):
        return True
    if _is_level_left(draft, held):
        return True
    return any(held.end <= start < draft.start < end for start, end in brackets(syntax)) or _is_earlier(draft, held)


def _is_level_left(draft: Draft, held: Draft) -> bool:
    """Whether *draft* is what something rose or fell from to *held*, which stands right before it: "rose to 88, from 61"."""
    syntax, words = draft.unit.syntax, draft.unit.syntax.words
    if draft.lead < held.last or held.lead < 1 or syntax.tokens[draft.lead].lower not in words["earlier_level"]:
        return False
    beside = all(syntax.tags[at] in ("PUNCT", "NOUN", "NOUNS") for at in range(held.last, draft.lead))
    moved = any(syntax.lemma(at) in words["changing"] for at in range(max(held.lead - CHANGED_REACH, 0), held.lead))
    return beside and moved and syntax.tokens[held.lead].lower in words["level_after"]


def _is_earlier(draft: Draft, held: Draft) -> bool:
    """Whether the sentence dates *draft* before *held*, which stands before it."""
    dated = [_dated(each) for each in (draft, held)]
    return dated[0] is not None and dated[1] is not None and dated[0] < dated[1]


def _dated(draft: Draft) -> date | None:
    """When the period begins that stands in the figure's own part of the sentence."""
    tokens, stretch = draft.unit.syntax.tokens, draft.stretch
    left, right = tokens[stretch.first].start, tokens[stretch.last - 1].end
    named = [mention for mention in draft.unit.periods if left <= mention.start < right and mention.form is PeriodForm.ABSOLUTE]
    return resolve(named[0], published=None).start if named else None


def when_told(unit: Unit, draft: Draft) -> PeriodMention | None:
    """Return the time that a clause opened by "when" tells of, whatever leads to it: "the wettest month since [2009], when 191 mm fell"."""
    syntax = unit.syntax
    at = next(
        (at for at in range(draft.first - 1, 0, -1) if syntax.tags[at] == "PUNCT" or syntax.tokens[at].lower in syntax.words["when"]), 0
    )
    if not at or syntax.tokens[at].lower not in syntax.words["when"]:
        return None
    opens = syntax.tokens[at].start
    named = [mention for mention in unit.periods if mention.end <= opens and not unit.document.text[mention.end : opens].strip(" ,")]
    return named[-1]._replace(open_end=False, open_start=False) if named and named[-1].last is None else None


class Since(NamedTuple):
    """Since or until when a figure holds, said without a period of its own: "since the strike began on 3 June", the day being *begun*."""

    start: int
    end: int
    begun: PeriodMention | None


def since_when(draft: Draft) -> Since | None:
    """Return since or until when *draft* holds as far as its sentence says so in other words than a period, None where it does not."""
    syntax, periods = draft.unit.syntax, draft.unit.periods
    for index, token in enumerate(syntax.tokens):
        if token.lower not in syntax.words["since_when"] or any(mention.lead <= token.start < mention.end for mention in periods):
            continue
        stop = next((at for at in range(index, len(syntax.tokens)) if syntax.tokens[at].surface in ",;:.()"), len(syntax.tokens))
        verbs = [group for group in syntax.verbs if index < group.first < stop]
        if verbs and verbs[0].first < draft.first < stop:
            continue  # "since the fire killed 12 people"
        right = syntax.tokens[stop - 1].end
        named = [mention for mention in periods if token.start <= mention.start < right and is_bound(syntax, mention)]
        begun = named[0] if len(named) == 1 and token.lower in syntax.words["since_begun"] else None
        return Since(token.start, begun.end if begun is not None else right, begun)
    return None


def brackets(syntax: Syntax) -> list[tuple[int, int]]:
    """Return where the brackets of a sentence open and close."""
    signs = [(token.surface, token.start) for token in syntax.tokens if token.surface in ("(", ")")]
    return [(start, end) for (sign, start), (other, end) in pairwise(signs) if (sign, other) == ("(", ")")]


def _bracketed(unit: Unit, draft: Draft, others: list[Draft], mentions: list[PeriodMention]) -> list[PeriodMention]:
    """The *mentions* without those in brackets that hold another figure ("410 (2020: 295)"); of a figure in brackets those beside it."""
    within = brackets(unit.syntax)
    own = next(((start, end) for start, end in within if start < draft.start < end), None)
    if own is not None:
        beside = [mention for mention in mentions if own[0] < mention.start < own[1]]
        return beside or mentions
    taken = [(start, end) for start, end in within if any(start < other.start < end for other in others)]
    return [mention for mention in mentions if not any(start < mention.start < end for start, end in taken)]


def _before_bracket(unit: Unit, draft: Draft, others: list[Draft], named: list[PeriodMention]) -> PeriodMention | None:
    """The period right before brackets that hold *draft* and no other figure or period: "a fall of 3 per cent on 2022 (19,402)"."""
    own = next(((start, end) for start, end in brackets(unit.syntax) if start < draft.start < end), None) if "(" in unit.text else None
    if own is None or any(own[0] < start < own[1] for start in [*(other.start for other in others), *(mention.start for mention in named)]):
        return None
    return next((mention for mention in named if not unit.document.text[mention.end : own[0]].strip()), None)


def _heads(mention: PeriodMention, draft: Draft, syntax: Syntax) -> bool:
    """Whether nothing but a colon parts the period from the figure: "2022: 45,100; 2021: 44,020"."""
    between = [token.surface for token in syntax.tokens[max(draft.first - HEADING, 0) : draft.first] if token.start >= mention.end]
    return mention.end <= draft.start and between == [":"]


def _leads(before: PeriodMention, after: PeriodMention, draft: Draft, others: list[Draft], unit: Unit) -> bool:
    """Whether the period before the figure is its own, rather than the one after it: it opens what is said of the figure and no other
    figure stands between, or the one after is cut off from it ("in 2021 there were 377, and none in the winter")."""
    between = any(before.end <= other.start < draft.start for other in others)
    if not between and 0 <= draft.start - before.end <= RIGHT_BEFORE and _begins(unit.syntax, before):
        return True
    return _cut(unit.syntax, draft.end, after.lead)


def _begins(syntax: Syntax, mention: PeriodMention) -> bool:
    """Whether *mention* opens the sentence, or a part of it that a sign or an "and" parts off."""
    before = [index for index, token in enumerate(syntax.tokens) if token.end <= mention.lead]
    return not before or syntax.tokens[before[-1]].surface in ",;:—–-(" or syntax.tags[before[-1]] in ("CCONJ", "SCONJ")


def _taken(mention: PeriodMention, draft: Draft, others: list[Draft], unit: Unit) -> bool:
    """Whether *mention* closes what is said of a figure before it: "845 in January and 792 in February"."""
    earlier = [other for other in others if other.end <= mention.lead]
    if not earlier or _cut(unit.syntax, earlier[-1].end, mention.lead):
        return False
    return _cut(unit.syntax, mention.end, draft.start)


def _heads_next(mention: PeriodMention, draft: Draft, following: int, unit: Unit) -> bool:
    """Whether *mention* leads into the next figure: "we got 14 trains and until June wait for six", "14 now, in 2019 — six"."""
    if following >= unit.end or not _cut(unit.syntax, draft.end, mention.lead) or not _begins(unit.syntax, mention):
        return False
    between = unit.document.text[mention.end : following].strip()
    return between in DASHES or not _cut(unit.syntax, mention.end, following)


def _heads_later(mention: PeriodMention, draft: Draft, others: list[Draft], unit: Unit) -> bool:
    """Whether *mention* leads into a figure that the sentence goes on to behind a semicolon or behind what else *draft* is told with:
    "turnout was 41 %; at the vote before, in 2018, it was 37", "96 dogs and 71 cats, in 2021 88 and 60"."""
    before = max((other for other in (draft, *others) if other.end <= mention.lead), key=lambda other: other.end, default=None)
    following = min((other.start for other in others if other.start >= mention.end), default=unit.end)
    if before is None or mention.start < draft.end or following >= unit.end:
        return False
    if ";" in unit.document.text[before.end : mention.lead]:
        return ";" not in unit.document.text[mention.end : following]
    return before is not draft and _heads_next(mention, before, following, unit)


def _of_comparison(mention: PeriodMention, draft: Draft, others: list[Draft], syntax: Syntax) -> bool:
    """Whether *mention* closes a comparison that *draft* stands behind: "71 red cards, compared with 58 in 2022, and 1,149 yellow ones"."""
    compared = [other for other in others if other.end <= mention.lead and mention.end <= draft.start]
    if not compared or _cut(syntax, compared[-1].end, mention.lead):
        return False
    before = syntax.tokens[max(compared[-1].first - COMPARED_REACH, 0) : compared[-1].first]
    return any(token.lower in syntax.words["comparing"] for token in before)


def _closes_comparison(draft: Draft, mentions: list[PeriodMention], syntax: Syntax) -> PeriodMention | None:
    """The period that closes a comparison of several figures, of which *draft* is one: "against 80 fires and 9 deaths in May"."""
    opened = next((at for at in range(draft.first - 1, 0, -1) if syntax.tokens[at].lower in syntax.words["comparing"]), 0)
    mention = next((mention for mention in mentions if mention.lead >= draft.end), None)
    if not opened or mention is None:
        return None
    between = [at for at in range(opened + 1, len(syntax.tokens)) if syntax.tokens[at].end <= mention.lead]
    numbers = [at for at in between if syntax.tags[at] == NUMERAL]
    listed = all(syntax.tags[at] not in _ENDS_LIST or syntax.tokens[at].surface == "," for at in between)
    return mention if listed and len(numbers) > 1 and syntax.tags[between[-1]] not in ("PUNCT", "CCONJ") else None


def _of_part(mention: PeriodMention, draft: Draft, syntax: Syntax) -> bool:
    """Whether *mention* stands with a part named after the figure: "17 goals, of which three in May"."""
    if mention.start < draft.end:
        return False
    between = (part for part in syntax.mentions if part.kinds & Kinds.PARTITIVE)
    return any(syntax.tokens[part.first].start >= draft.end and syntax.tokens[part.last - 1].end <= mention.lead for part in between)


def _of_other(mention: PeriodMention, draft: Draft, others: list[Draft], syntax: Syntax) -> bool:
    """Whether another verb and its figure stand between the figure and *mention*: "we need 120 and have found 85 since May"."""
    between = [other for other in others if draft.end <= other.start and other.end <= mention.lead]
    if not between:
        return False
    verbs = [group for group in syntax.verbs if group.finite and group != draft.verb]
    return any(draft.end <= syntax.tokens[group.first].start < other.start for group in verbs for other in between)


def _of_base(mention: PeriodMention, draft: Draft, others: list[Draft], syntax: Syntax) -> bool:
    """Whether *mention* dates the number that *draft* is a multiple of: "318 incidents, nearly double the 163 recorded in 2019"."""
    between = [other for other in others if draft.end <= other.start and other.end <= mention.lead]
    if not between:
        return False
    reach = range(max(draft.last, between[-1].first - COMPARED_REACH), between[-1].first)
    return any(syntax.tokens[at].lower in syntax.words["multiplying"] for at in reach)


def is_of_none(mention: PeriodMention, syntax: Syntax, after: int) -> bool:
    """Return whether *mention* says when there was none of what a number before token *after* counts: "three were arrested, none in
    2022", «а в 2022 году — никто»."""
    tokens = syntax.tokens
    first = next((at for at, token in enumerate(tokens) if token.start >= mention.lead), 0)
    behind = next((at for at, token in enumerate(tokens) if token.start >= mention.end), len(tokens))
    opened = next((at for at in range(first - 1, after - 1, -1) if syntax.tags[at] in ("PUNCT", "CCONJ")), -1)
    said = " ".join(token.lower for token in (*tokens[opened + 1 : first], *tokens[behind : behind + NONE_BEHIND]))
    return opened >= 0 and any(f" {none} " in f" {said} " for none in syntax.words["none_of"])


def _told_next(mention: PeriodMention, draft: Draft, syntax: Syntax) -> bool:
    """Whether *mention* dates what the sentence goes on to tell behind a semicolon: "won two titles; the first was in 2020"."""
    parted = next((at for at in range(draft.last, len(syntax.tokens)) if syntax.tokens[at].surface == ";"), len(syntax.tokens))
    last = next((at for at, token in enumerate(syntax.tokens) if token.start >= mention.lead), 0)
    return parted < last and any(parted < group.first < last for group in syntax.verbs if group.finite)


def _cut(syntax: Syntax, start: int, end: int) -> bool:
    """Whether a sign or an "and" stands between two places."""
    return any(
        token.surface in ",;:—–" or mark == "CCONJ"
        for token, mark in zip(syntax.tokens, syntax.tags, strict=True)
        if start <= token.start and token.end <= end
    )
