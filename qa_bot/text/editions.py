"""The years that name budgets, plans and the like, which say of which year they are and not when anything was done to them."""

from functools import lru_cache
from typing import NamedTuple

from qa_bot.text.functions import functions
from qa_bot.text.moments import Grain
from qa_bot.text.periods import PeriodForm, PeriodMention, find_periods
from qa_bot.text.tagger import cases, lemma
from qa_bot.text.tokens import Token, tokenize

BETWEEN = 3  # words between the noun and its year: «бюджет городского округа на 2024 год»


class Edition(NamedTuple):
    """The budget of a *year*: its *noun* as the dictionary has it, and where the year stands."""

    noun: str
    year: int
    start: int


@lru_cache(maxsize=1024)
def editions(text: str, language: str) -> tuple[Edition, ...]:
    """Return the budgets and plans that *text* names by a year: «бюджет на 2024 год», "the 2024 budget", "the budget for 2024"."""
    nouns = functions(language)["dated_nouns"]
    tokens = tokenize(text)
    lemmas = [lemma(token.lower, "NOUN", language) for token in tokens]
    if nouns.isdisjoint(lemmas):
        return ()
    found = []
    for mention in find_periods(text, 0, len(text), language):
        if mention.form is PeriodForm.ABSOLUTE and mention.grain is Grain.YEAR and mention.first.number and mention.last is None:
            at = _named(tokens, lemmas, mention, language)
            if at is not None:
                found.append(Edition(lemmas[at], mention.first.number, mention.start))
    return tuple(found)


def _named(tokens: list[Token], lemmas: list[str], mention: PeriodMention, language: str) -> int | None:
    """The token of the noun that the year *mention* names the thing of; None where it says when something was."""
    words = functions(language)
    nouns = words["dated_nouns"]
    behind = next((at for at, token in enumerate(tokens) if token.start >= mention.end), len(tokens))
    if language == "en" and behind < len(tokens) and lemmas[behind] in nouns:
        return behind
    link = next((at for at, token in enumerate(tokens) if token.start >= mention.lead), len(tokens))
    if not 0 < link < len(tokens) or tokens[link].lower not in words["dated_links"]:
        return None
    for at in range(link - 1, max(link - 2 - BETWEEN, -1), -1):
        if lemmas[at] in nouns:
            return at
        if language == "en" or "gent" not in cases(tokens[at].lower, language):
            return None
    return None
