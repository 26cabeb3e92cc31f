"""Numbers in brackets, or behind a comma, that say how many "the most" are: "Norrby reported the most cases (538)"."""

from typing import NamedTuple

from qa_bot.figures.passing import is_superlative
from qa_bot.text.nominals import Counted
from qa_bot.text.numbers import Number, NumberKind
from qa_bot.text.syntax import NUMERAL, Phrase, Syntax

RANKED_FOR = 5  # tokens between a superlative and the place that it holds for: "the most popular summer festival in"
RANKED = 2  # words that lead from the first of a ranking to the next


class Foremost(NamedTuple):
    """The words "the most", tokens *first* to *last*, for which the number stands, and what it counts of."""

    first: int
    last: int
    counted: Counted


def foremost_of(syntax: Syntax, number: Number) -> Foremost | None:
    """Return what the number right behind "the most cases" or "the highest number of fires" stands for; None for any other."""
    lead = number.first - 1
    if number.kind is not NumberKind.CARDINAL or lead < 1 or syntax.tokens[lead].surface not in "(,":
        return None
    if syntax.tokens[lead].surface == "," and not _ends_with(syntax, number):
        return None
    phrase = syntax.phrase_at(lead - 1)
    if phrase is None or phrase.last != lead or syntax.tags[phrase.head] not in ("NOUN", "NOUNS") or not _is_object(syntax, phrase):
        return None
    first = next((at for at in range(phrase.first, phrase.head) if syntax.tokens[at].lower in syntax.words["most"]), -1)
    if first >= 0 and syntax.language == "en":  # «больше всего пожаров» has a word of its own for "of all"
        return Foremost(first, first + 1, Counted(first + 1, phrase.last, phrase.head))
    carrier = syntax.phrase_at(phrase.adposition - 1) if phrase.adposition > 0 else None
    if carrier is None or syntax.lemma(carrier.head) not in syntax.words["counting_heads"] or not _is_object(syntax, carrier):
        return None
    first = next((at for at in range(carrier.first, carrier.head) if syntax.tokens[at].lower in syntax.words["foremost"]), -1)
    return Foremost(first, phrase.first, Counted(phrase.first, phrase.last, phrase.head)) if first >= 0 else None


def _ends_with(syntax: Syntax, number: Number) -> bool:
    """Whether the clause ends with *number*, or a ranking goes on from it: "the fewest cards, 3", not "the most rain, 12 days of it"."""
    behind = syntax.tokens[number.last : number.last + RANKED]
    if not behind or syntax.tags[number.last] == "PUNCT":
        return True
    said = " ".join(token.lower for token in behind) + " "
    return any(said.startswith(f"{words} ") for words in syntax.words["ranked_next"] - {""})


def _is_object(syntax: Syntax, phrase: Phrase) -> bool:
    """Whether a verb stands before the phrase in its clause, which somebody did or had."""
    clause = syntax.clause_at(phrase.head)
    return any(group.finite for group in syntax.verbs_in(clause.first, phrase.first))


def is_ranked_among(syntax: Syntax, adposition: int) -> bool:
    """Return whether the place behind the adposition only says among which a named one comes first: "Kesh is one of the busiest in Europe
    with 41,300 ships", "Tarn drew 12,400, the largest crowd in Asia", «порт Кеша (крупнейший в стране)». "The most cases in Orle" are in
    Orle, and so are those of "the fire was the deadliest in Orle"."""
    ranks, at = syntax.words["superlative_leads"], adposition - 1
    while at >= 0 and adposition - at <= RANKED_FOR and syntax.tags[at] not in ("VERB", "VBN", "PUNCT", NUMERAL, "ADP"):
        if syntax.tokens[at].lower in ranks or is_superlative(syntax.tokens[at].lower, syntax):
            break
        at -= 1
    else:
        return False
    lead = at - 1
    while lead >= 0 and (syntax.tags[lead] in ("DET", NUMERAL) or syntax.tokens[lead].lower in syntax.words["partitives"]):
        lead -= 1
    told = lead >= 0 and (syntax.tokens[lead].surface in "(,—–" or syntax.tokens[lead].lower in syntax.words["copulas"])
    return told and any(syntax.tags[index] == "PROPN" or (index and syntax.tokens[index].surface[0].isupper()) for index in range(lead))
