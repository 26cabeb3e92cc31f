"""How far a time that a sentence names reaches: over the sentences that follow, or no further than its own clause."""

from qa_bot.figures.beside import OPENING, brackets
from qa_bot.figures.draft import Draft
from qa_bot.figures.units import Unit
from qa_bot.schema import BlockKind
from qa_bot.text.moments import is_anaphoric
from qa_bot.text.nominals import opens_with
from qa_bot.text.periods import PeriodMention


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


def is_bracketed(unit: Unit, earlier: PeriodMention, mention: PeriodMention) -> bool:
    """Whether *earlier* stands in brackets of *unit* that close before *mention*, which goes on from what stands outside them: "rose to
    88 (2022: 61). The year before ..."."""
    return "(" in unit.text and any(start < earlier.start < end <= mention.start for start, end in brackets(unit.syntax))


def continues(unit: Unit, before: Unit) -> bool:
    """Whether *unit* goes on from the paragraph before: it is its first sentence and opens with a connective or a pronoun."""
    if before.kind is not BlockKind.PARAGRAPH or unit.kind is not BlockKind.PARAGRAPH:
        return False
    return opens_with(unit.syntax, "connectives")
