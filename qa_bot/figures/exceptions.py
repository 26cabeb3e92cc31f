"""Numbers of those that are left out: "all the guests except 12 were evacuated", «вернулись все, кроме 26 человек»."""

from qa_bot.figures.draft import Draft
from qa_bot.figures.pointing import count_noun
from qa_bot.schema import Measure
from qa_bot.text.syntax import Syntax

LONGEST = 4  # words of "with the exception of"
FAR = 10  # tokens before an exception in which "all" is looked for


def excepts(syntax: Syntax, first: int) -> bool:
    """Return whether the number at token *first* counts those for whom what is said of all others does not hold."""
    return excepted_from(syntax, first) >= 0


def excepted_from(syntax: Syntax, first: int) -> int:
    """Return the token of the "all" from which the number at token *first* is left out, -1 where it is not left out of all."""
    words, opened = syntax.words, first
    for size in range(LONGEST, 0, -1):
        said = " ".join(token.lower for token in syntax.tokens[max(first - size, 0) : first])
        if said in words["excepting"]:
            opened = max(first - size, 0)
            break
    else:
        return -1
    reach = range(opened - 1, max(opened - FAR, 0) - 1, -1)
    at = next((at for at in reach if syntax.tokens[at].lower in words["universal"]), -1)
    goes_on = syntax.tags[opened] == "CCONJ" and bool(syntax.verbs_in(at, opened))  # "all were wet, but 26 laughed"
    return -1 if goes_on else at


def name_excepted(draft: Draft) -> None:
    """Let *draft*, a bare number of those left out, count what "all" stands before: "all the guests except 12"."""
    if draft.noun is not None or draft.measure is not Measure.COUNT:
        return
    syntax = draft.unit.syntax
    at = excepted_from(syntax, lead_of_number(draft))
    if at < 0:
        return
    phrase = syntax.phrase_at(at) or syntax.phrase_at(at + 1)
    phrase = phrase if phrase is not None and phrase.head != at else syntax.phrase_at(at + 1)
    if phrase is not None and phrase.last <= draft.first and syntax.tags[phrase.head] in ("NOUN", "NOUNS"):
        count_noun(draft, syntax, phrase)


def lead_of_number(draft: Draft) -> int:
    """The token behind that which leads to the number and the words of its bound."""
    return draft.lead + 1 if draft.lead >= 0 else draft.first
