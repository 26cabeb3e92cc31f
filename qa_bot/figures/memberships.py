"""What befell those among whom somebody is counted: "Among the dead are two children", "Среди задержанных один пенсионер"."""

from qa_bot.figures.draft import Slots
from qa_bot.text.functions import befalls, functions, known_by
from qa_bot.text.syntax import NUMERAL, Syntax, VerbGroup

PERSON = "person"
_MEMBERS = frozenset({"NOUNS", "NOUN", "VBN", "VBG", "ADJ"})
_NO_MORE = frozenset({"VERB", "SCONJ", NUMERAL})


def read_membership(syntax: Syntax, slots: Slots, group: VerbGroup | None, first: int) -> None:
    """Give *slots* the deed of those who open the sentence, where the number at token *first*, whose verb is *group*, is only said to
    be among them."""
    only_is = (
        group is None
        or not group.finite
        or all(syntax.lemma(index) in syntax.words["copulas"] | syntax.words["be"] for index in group.chain)
    )
    at = _opening(syntax, first) if only_is else -1
    deed = _fate(syntax.concept_of(at)) if at >= 0 else None
    if deed is not None:
        slots.action_terms, slots.action = (deed,), syntax.tokens[at].lower


def _opening(syntax: Syntax, first: int) -> int:
    """The token that names the group, -1 where the sentence says more of the number than that it is of it."""
    if first < 2 or syntax.tokens[0].lower not in syntax.words["amid"] or not _NO_MORE.isdisjoint(syntax.tags[1:first]):
        return -1
    return next((index for index in range(1, first) if syntax.tags[index] in _MEMBERS), -1)


def _fate(concept: str | None) -> str | None:
    """What was done to those who are called *concept*, or by the word for it; None where it may be several things."""
    if concept is None:
        return None
    signs = known_by().get(concept, frozenset({concept}))
    fates = {sign for sign in signs if PERSON in befalls().get(sign, ()) or sign in functions("en")["fates"]}
    return min(fates) if len(fates) == 1 == len(signs) else None
