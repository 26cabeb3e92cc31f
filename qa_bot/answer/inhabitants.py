"""Whether a population is that of a place, whose people live there, and not of animals, a prison or a school in it."""

from collections.abc import Iterator

from qa_bot.answer.concepts import broader
from qa_bot.answer.deeds import POPULATION
from qa_bot.answer.readings import text_at
from qa_bot.answer.scope import Scope
from qa_bot.schema import Query
from qa_bot.text.functions import functions
from qa_bot.text.language import language_of
from qa_bot.text.lexicon import lexicon, remembered
from qa_bot.text.syntax import Phrase, Syntax, parse


def is_of_inhabitants(query: Query, scope: Scope) -> bool:
    """Return whether the figure counts the population of a place, of whose animals the text does not tell, and of a time, if one is
    asked."""
    figure = scope.figure
    terms = figure.terms
    if not terms.place or (query.period is not None and figure.period is None):
        return False
    if any("animal" in {term, *broader(term)} for term in (*terms.counted, *terms.sentence, *terms.context)):
        return False
    text = text_at(scope.passage.passage, figure.quote)
    syntax = parse(text, 0, len(text), language_of(text))
    told = {*query.names, *query.things, *terms.place}
    for bearer in _bearers(syntax, figure.span.start - figure.quote.start):
        if syntax.tags[bearer.head] == "PRON" or syntax.concept_of(bearer.head) in told:
            return True
        if syntax.concept_of(bearer.head) in _places() and not _is_located(bearer, syntax):
            return True
        if not bearer.first or syntax.tokens[bearer.first - 1].surface != ",":
            return False
    return True


@remembered()
def _places() -> frozenset[str]:
    return frozenset(map(lexicon("en").concept, functions("en")["inhabited"]))


def _bearers(syntax: Syntax, at: int) -> Iterator[Phrase]:
    """What may have the population that is told last before *at*, the nearest first: the prison, of "The prison at Lorn has a population
    of 812"; before an apposition, "Orm, a village in Tarn, has ...", what it stands beside."""
    before = [phrase for phrase in syntax.phrases if syntax.tokens[phrase.first].start < at]
    told = [index for index, phrase in enumerate(before) if syntax.concept_of(phrase.head) == POPULATION]
    if not told:
        return
    behind = before[told[-1] + 1 : told[-1] + 2]
    if behind and behind[0].adposition >= 0 and syntax.tokens[behind[0].last - 1].end < at:
        yield behind[0]  # "the population of Selm"
    else:
        yield from (phrase for phrase in reversed(before[: told[-1]]) if phrase.adposition < 0)


def _is_located(bearer: Phrase, syntax: Syntax) -> bool:
    """Whether *bearer* is said to be in some other place, of which it is then but a part: "a village in Tarn"."""
    behind = next((phrase for phrase in syntax.phrases if phrase.first >= bearer.last), None)
    joined = behind is not None and behind.adposition == bearer.last
    return joined and syntax.tokens[bearer.last].lower not in syntax.words["genitive"] | syntax.words["apart_adpositions"]
