"""Whether a vote was on the budget or plan that a question names by its year."""

from qa_bot.answer.holders import parsed
from qa_bot.answer.unit_fit import TAKING_SIDES
from qa_bot.schema import Figure, Fit, Measure, Passage, Query
from qa_bot.text.editions import editions
from qa_bot.text.moments import Grain
from qa_bot.text.periods import find_periods
from qa_bot.text.syntax import Syntax

_DEEDS = frozenset({"VERB", "VBN"})
_DESCRIBED = frozenset({"NOUN", "NOUNS", "ADJ"})
_VOTING = frozenset({"vote", *TAKING_SIDES})


def edition_fit(query: Query, figure: Figure, passage: Passage) -> Fit | None:
    """Return how the budget that *query* names by its year fits the one that the votes in *figure* were on, whenever these were cast:
    «сколько депутатов поддержали бюджет на 2025 год»; None where no votes are asked, or the sentence does not tell what they were on."""
    if query.period is None or figure.measure is not Measure.COUNT or len(asked := editions(query.text, query.language)) != 1:
        return None
    if query.votes is None and _VOTING.isdisjoint(query.slots.action):
        return None
    text, offset = passage.text[: figure.quote.end - passage.span.start], figure.quote.start - passage.span.start
    named = [edition for part in (*passage.headings, text) for edition in editions(part, figure.language)]
    years = {edition.year for edition in named if edition.noun == asked[0].noun}
    if len(years) != 1 or _has_own_year(text[offset:], figure.language):
        return None
    alone = len({edition.noun for edition in named}) == 1
    meant = _is_voted_on(asked[0].noun, parsed(text[offset:])) or (alone and _is_voted_on(None, parsed(text[offset:])))
    return (Fit.SAME if asked[0].year in years else Fit.DIFFERENT) if meant else None


def _has_own_year(sentence: str, language: str) -> bool:
    """Whether the sentence is told of a year, which is not only that of a budget: "in 2019 12 councillors backed the budget"."""
    years = (mention.start for mention in find_periods(sentence, 0, len(sentence), language) if mention.grain is Grain.YEAR)
    return not {*years} <= {edition.start for edition in editions(sentence, language)}


def _is_voted_on(noun: str | None, syntax: Syntax) -> bool:
    """Whether the sentence tells of votes on a *noun*, or where that is None on what "it", "the document" stands for."""
    led_by = syntax.words["votes_for"] | syntax.words["votes_against"]
    for at in range(len(syntax.tokens)):
        phrase = syntax.phrase_at(at)
        led = phrase is not None and phrase.adposition >= 0
        if led and phrase is not None and syntax.tokens[phrase.adposition].lower not in led_by:
            continue
        if phrase is not None and (syntax.lemma(at) == noun or (noun is None and syntax.lemma(at) in syntax.words["echoed_papers"])):
            return True
        if noun is None and _stands_for_thing(syntax, at, led=led):
            return True
    return False


def _stands_for_thing(syntax: Syntax, at: int, *, led: bool) -> bool:
    """Whether a pronoun is the object of a verb beside it, or of "for"; it describes no noun: «одобрили её проект»."""
    if syntax.tokens[at].lower not in syntax.words["object_pronouns"] or not _DESCRIBED.isdisjoint(syntax.tags[at + 1 : at + 2]):
        return False
    before, behind = syntax.tags[max(at - 1, 0) : at], syntax.tags[at + 1 : at + 2] if syntax.language == "ru" else []
    return led or not _DEEDS.isdisjoint((*before, *behind))
