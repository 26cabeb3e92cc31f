"""Whether a question names one of the rows of a table, and the figure is of another one or of all of them."""

from qa_bot.answer.scope import NOWHERE, Scope
from qa_bot.schema import Kind, Query
from qa_bot.text.functions import names_total
from qa_bot.text.language import language_of
from qa_bot.text.lexicon import remembered
from qa_bot.text.periods import find_periods
from qa_bot.text.syntax import Phrase, Syntax, parse
from qa_bot.text.tokens import tokenize

_NAMING = frozenset({"ADJ", "NOUN", "NOUNS", "PROPN", "X"})


def is_of_other_row(query: Query, scope: Scope) -> bool:
    """Return whether one of the things that the rows are is asked for, and the figure is of another, or of the row of sums: "at the law
    faculty"."""
    figure = scope.figure
    if figure.label is None or not figure.terms.rows or query.kind in (Kind.SUPERLATIVE, Kind.LIST):
        return False
    around = frozenset((*figure.terms.head, *figure.terms.counted, *figure.terms.context, *figure.terms.place, *figure.terms.actor))
    asked = [named - around for sort, named in _named(query.text) if sort in figure.terms.rows]
    if names_total([token.surface for token in tokenize(figure.label) if token.surface[0].isalpha()], figure.language):
        return any(asked)
    return any(named and all(scope.level(term)[0] == NOWHERE for term in named) for named in asked)


@remembered(256)  # a question is held against many figures
def _named(text: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """For each noun of *text* its concept and those of the words that name it: "law faculty", «факультет журналистики»."""
    language = language_of(text)
    times = [(mention.start, mention.end) for mention in find_periods(text, 0, len(text), language)]
    syntax = parse(text, 0, len(text), language, times=times)  # "in the third quarter" names a time
    found = []
    for phrase in syntax.phrases:
        sort = syntax.concept_of(phrase.head)
        named = _before(syntax, phrase) | _behind(syntax, phrase)
        sorts = syntax.tags[phrase.head] == "NOUNS" and "ADJ" in syntax.tags[phrase.first : phrase.head]  # "in rural districts"
        if sort is not None and named and phrase.adposition >= 0 and (sorts or syntax.tags[phrase.head] == "NOUN"):
            found.append((sort, named))
    return tuple(found)


def _before(syntax: Syntax, phrase: Phrase) -> frozenset[str]:
    """The terms of the words before the noun of the phrase."""
    return _terms(syntax, range(phrase.first, phrase.head))


def _behind(syntax: Syntax, phrase: Phrase) -> frozenset[str]:
    """The terms of a genitive right behind the phrase, or of one behind "of"."""
    last = phrase.last
    if last < len(syntax.tokens) and syntax.language == "en" and syntax.tokens[last].lower in syntax.words["partitives"]:
        last += 1
    if syntax.language == "en" and last == phrase.last:
        return frozenset()
    after = syntax.phrase_at(last) if last < len(syntax.tokens) else None
    return _terms(syntax, range(last, after.last)) if after is not None else frozenset()


def _terms(syntax: Syntax, held: range) -> frozenset[str]:
    whole = syntax.words["all_words"]
    terms = (syntax.concept_of(at) for at in held if syntax.tags[at] in _NAMING and syntax.tokens[at].lower not in whole)
    return frozenset(term for term in terms if term is not None)
