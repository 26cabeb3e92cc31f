"""Whether a figure stands in a record, a row of contracts or grants that says with whom, for what and where, and in the one asked for."""

import re
from itertools import chain

from qa_bot.answer.concepts import broader, target
from qa_bot.answer.deeds import OUTLAYS, PURCHASING
from qa_bot.answer.place_fit import general_places
from qa_bot.answer.readings import text_at
from qa_bot.answer.scope import CELLS, SENTENCE, Scope, label_terms
from qa_bot.schema import Measure, Query
from qa_bot.text.functions import functions

VALUES = functions("en")["values"]
WORDED = 3  # cells of a record that say in words what it is of: "Parks", "Green Acre Services", "Tree care"
PRICED = OUTLAYS | PURCHASING | {"cost"}  # what the sum of a record is for, whatever its column is called
_WORDS = re.compile(r"[^\W\d_]{3}")  # neither "К-101" nor "2"


def is_record(scope: Scope) -> bool:
    """Return whether the figure stands in a row that several cells of words describe."""
    cells = scope.passage.sentence(scope.figure).split(CELLS)
    return len(cells) > WORDED and sum(_WORDS.search(cell) is not None for cell in cells) >= WORDED


def is_sum_of_record(term: str, scope: Scope) -> bool:
    """Return whether *term* asks what something cost or took, and the figure is the only sum of money of a record."""
    return scope.figure.measure is Measure.MONEY and term in PRICED and is_record(scope) and _only_sum(scope)


def is_of_record(term: str, scope: Scope) -> bool:
    """Return whether a cell of words of the record in which the figure stands has *term*: "Street lighting"."""
    if scope.figure.label is None or scope.level(term)[0] != SENTENCE or not is_record(scope):
        return False
    return _only_sum(scope) and scope.holds(term, scope.figure.terms.sentence)


def is_value_of_record(term: str, query: Query, scope: Scope) -> bool:
    """Return whether it is asked how much a record called *term* is worth, "the value of the street lighting contract", and the figure is
    its only sum of money."""
    figure = scope.figure
    if figure.measure is not Measure.MONEY or not query.amount or term not in (*figure.terms.rows, *figure.terms.context):
        return False
    return not VALUES.isdisjoint(query.slots.other) and is_record(scope) and _only_sum(scope)


def _only_sum(scope: Scope) -> bool:
    """Whether the record holds no other sum of money than the figure."""
    figure = scope.figure
    sums = {other.span for other in scope.passage.figures if other.quote == figure.quote and other.measure is Measure.MONEY}
    return sums <= {figure.span}


def is_of_other_record(query: Query, scope: Scope) -> bool:
    """Return whether a place or name is asked for that neither the record of the figure nor what stands over it has, or a word that only
    other records have: snow was cleared in Selby, and it is roads that were repaired in Thorne."""
    if not is_record(scope):
        return False
    asked, kinds = query.slots, general_places(query.language)
    deeds = (deed for deed in asked.action if deed not in PRICED)
    lacked = {term for term in (*asked.place, *query.names) if term not in kinds and _lacks(term, scope)}
    if lacked - _headed(scope):
        return True
    told = chain(asked.counted, asked.other, deeds, map(target, asked.direction))
    return any(term not in kinds and _lacks(term, scope) and scope.holds(term, _others(scope)) for term in told)


def _lacks(term: str, scope: Scope) -> bool:
    """Whether neither the record nor what stands over the table has *term*."""
    held = scope.concepts.anywhere.union(scope.passage.forms(scope.figure), scope.passage.forms(scope.figure).values())
    known = scope.holds(term, held) or any(term in broader(other) for other in held)
    return not known and not scope.passage.is_headed(term)


def _headed(scope: Scope) -> frozenset[str]:
    """The concepts of the headers of the columns."""
    texts = (text_at(scope.passage.passage, span) for span in scope.figure.scope_quotes)
    return frozenset().union(*(label_terms(text, scope.figure.language) for text in texts))


def _others(scope: Scope) -> frozenset[str]:
    """The concepts of the other records of the passage, without those of the headers of the columns."""
    figure = scope.figure
    rows = (other.quote for other in scope.passage.figures if other.quote != figure.quote)
    texts = (text_at(scope.passage.passage, row) for row in dict.fromkeys(rows))
    found = frozenset[str]().union(*(label_terms(text, figure.language) for text in texts if CELLS in text))
    return found - _headed(scope)
