"""How far a time that a sentence names reaches: over the sentences that follow, or no further than its own clause."""

from collections.abc import Sequence
from datetime import timedelta
from enum import StrEnum
from typing import NamedTuple

from qa_bot.figures.beside import OPENING, brackets
from qa_bot.figures.draft import Draft
from qa_bot.figures.passing import is_future, is_superlative
from qa_bot.figures.units import Unit
from qa_bot.schema import BlockKind, Measure, Modality, Period, Span
from qa_bot.text.functions import functions
from qa_bot.text.modality import is_past
from qa_bot.text.moments import is_anaphoric
from qa_bot.text.nominals import opens_with
from qa_bot.text.periods import PeriodMention, is_fiscal
from qa_bot.text.time_words import time_words
from qa_bot.text.tokens import Token


class Reach(StrEnum):
    """What the sentences after one may take from the time it names."""

    OPENS = "opens"  # "In 2023 ...", "Since 1 March ...": what follows is of it, until another time is named
    TELLS = "tells"  # "... on 3 May": it dates what is told; what goes on telling of that is of it
    AHEAD = "ahead"  # "For 2025 it plans ...": of what goes on telling of what is to come, and of no fact
    STAYS = "stays"  # a deadline, a look back, an aside: of its own clause alone
    BLURS = "blurs"  # several times, of which none leads: what follows may be of any


class Lent(NamedTuple):
    """The time that a sentence gives to those after it, the sentences that say so, and how far it reaches."""

    reach: Reach
    period: Period | None = None
    spans: tuple[Span, ...] = ()
    since: bool = False  # all the time up to now
    lead: PeriodMention | None = None  # what names it


def opens(mention: PeriodMention, unit: Unit) -> bool:
    """Whether the sentence opens with *mention*, a connective or a reporting phrase of its own apart."""
    return mention.lead <= unit.start + OPENING or (opens_with(unit.syntax, "connectives") and mention.lead <= unit.start + 20)


def tells_total(draft: Draft) -> bool:
    """Whether the noun of a figure tells a total or an average, which one day has not."""
    if draft.noun is None:
        return False
    words, tokens = draft.unit.syntax.words, draft.unit.syntax.tokens[draft.noun.first : draft.noun.last]
    return any(token.lower in words["totals"] | words["averages"] for token in tokens)


def goes_back_within(mention: PeriodMention, unit: Unit) -> bool:
    """Whether a sentence about another time only looks back to *mention*: "...; in the previous season he had scored 19", "...; in 2019
    they had sold 30"."""
    apart = next((token.start for token in unit.syntax.tokens if token.surface == ";"), unit.end)
    if apart < mention.start and any(number.end <= apart for number in unit.numbers):
        return True
    back = is_anaphoric(mention.first) and not mention.first.whole and (mention.first.shift or 0) < 0
    return back and not opens(mention, unit)


def is_singled_out(mention: PeriodMention, unit: Unit) -> bool:
    """Whether *mention* is only singled out of the time that the text tells of: "In December alone", «Только в декабре»."""
    words, tokens = unit.syntax.words, unit.syntax.tokens
    behind = next((token.lower for token in tokens if token.start >= mention.end), "")
    before = [token.lower for token in tokens if token.end <= mention.lead][-1:]
    return (behind != "" and behind in words["singled_behind"]) or not words["singled_before"].isdisjoint(before)


def is_of_record(mention: PeriodMention, unit: Unit) -> bool:
    """Return whether *mention* is told as the time of a record between commas: "In 1998, the worst year so far, ..."."""
    syntax = unit.syntax
    first = next((at for at, token in enumerate(syntax.tokens) if token.start >= mention.end), len(syntax.tokens))
    if syntax.tokens[first : first + 1] == [] or syntax.tokens[first].surface != ",":
        return False
    last = next((at for at in range(first + 1, len(syntax.tokens)) if syntax.tokens[at].surface == ","), first)
    told = any(syntax.tags[at] in ("VERB", "AUX", "NUM") for at in range(first, last))
    words = [token.lower for token in syntax.tokens[first + 1 : last]]
    return not told and any(word in syntax.words["records"] or is_superlative(word, syntax) for word in words)


def closes_on(day: Period, reported: Period) -> bool:
    """Return whether *day* is that on which a count at the end of *reported* was taken: "on 1 January 2023" or "at 31 December
    2022" in a report for 2022."""
    return day.start == day.end and reported.end is not None and day.start in (reported.end, reported.end + timedelta(1))


def stands_for_last(mention: PeriodMention, language: str) -> bool:
    """Return whether *mention* counts from the time named last, whatever it was named for: "... than in 2022, and 61 the year before
    that"."""
    return mention.first.apart and mention.surface.split()[-1].lower() in time_words(language).lists["pronouns"]


def is_bracketed(unit: Unit, earlier: PeriodMention, mention: PeriodMention) -> bool:
    """Whether *earlier* stands in brackets of *unit* that close before *mention*, which goes on from what stands outside them: "rose to
    88 (2022: 61). The year before ..."."""
    return "(" in unit.text and any(start < earlier.start < end <= mention.start for start, end in brackets(unit.syntax))


def continues(unit: Unit, before: Unit) -> bool:
    """Whether *unit* goes on from the paragraph before: it is its first sentence and opens with a connective or a pronoun."""
    if before.kind is not BlockKind.PARAGRAPH or unit.kind is not BlockKind.PARAGRAPH:
        return False
    return opens_with(unit.syntax, "connectives")


def points_back(draft: Draft) -> bool:
    """Return whether what is said of *draft* goes on from what stands before: its subject is a pronoun, or the sentence opens with a
    connective."""
    syntax = draft.unit.syntax
    clause = syntax.clause_at(draft.first)
    words = syntax.words["third_persons"]
    return opens_with(syntax, "connectives") or any(token.lower in words for token in syntax.tokens[clause.first : draft.first])


def is_to_come(draft: Draft) -> bool:
    """Return whether *draft* tells what is still to be: "240 jobs will go", but not "it planned to cut 240"."""
    if draft.slots.modality not in (Modality.PLANNED, Modality.EXPECTED):
        return False
    return draft.verb is None or not is_past(draft.unit.syntax, draft.verb)


def tells_by_now(tokens: Sequence[Token], language: str) -> bool:
    """Return whether *tokens* tell what has been done by now: "46 have already been fined", «уже оштрафованы»."""
    lowers, words = {token.lower for token in tokens}, functions(language)
    return not lowers.isdisjoint(words["by_now"]) and lowers.isdisjoint(words["pluperfect"])


def may_be_planned(draft: Draft) -> bool:
    """Return whether *draft* may be what a budget or plan sets for a time to come: it is to be done, or a sum, a share or a change of which
    no verb of the past tells, unless one that sets sums: "the council set spending at 612 million"."""
    if draft.slots.modality in (Modality.PLANNED, Modality.EXPECTED):
        return True
    if draft.slots.modality is not None or draft.measure not in (Measure.MONEY, Measure.CHANGE, Measure.SHARE):
        return False
    syntax, group = draft.unit.syntax, draft.verb
    if group is None:
        return True
    return not is_past(syntax, group) or any(syntax.lemma(at) in syntax.words["setting_sums"] for at in group.chain)


def tells_aim(unit: Unit) -> bool:
    """Return whether a sentence says by when how many are to be reached, so that its facts are what is done so far: "410 have it; the aim
    is 500 by May"."""
    return any(mention.as_of and is_future(unit.syntax, mention) for mention in unit.periods)


def precedes(period: Period, reported: Period) -> bool:
    """Return whether *period* had ended when *reported* began; of two seasons or fiscal years that which began first."""
    if period.start is None or period.end is None or reported.start is None:
        return False
    return period.start < reported.start if is_fiscal(period) and is_fiscal(reported) else period.end < reported.start


def is_before_of_two(period: Period, frame: Period) -> bool:
    """Return whether *period* is as long as *frame* and began before it, as the school year before the one the text tells of did."""
    if period.start is None or period.end is None or frame.start is None or frame.end is None:
        return False
    return period.start < frame.start and abs((period.end - period.start).days - (frame.end - frame.start).days) <= 1
