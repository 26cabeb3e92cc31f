"""Words that a text ties to other figures than this one: it gets to them only later, as to a part, as to what another sum was for, or as
to a sort of what this one counts."""

from collections.abc import Collection

from qa_bot.answer.columns import LEVEL
from qa_bot.answer.concepts import UNSPECIFIC, are_akin, broader, is_person
from qa_bot.answer.scope import NOWHERE, Scope
from qa_bot.schema import Figure, Fit, Kind, Measure, Query
from qa_bot.text.analysis import stem
from qa_bot.text.functions import functions
from qa_bot.text.lexicon import Kinds, lexicon
from qa_bot.text.tokens import tokenize

SUMMED = (Measure.SHARE, Measure.MONEY)  # which count nothing that would tell whether they are of the same


def is_told_late(term: str, query: Query, scope: Scope) -> bool:
    """Return whether the text gets to the noun or name *term* only behind the figure: to pay in education, of which the mean before says
    nothing."""
    measured = term == LEVEL or bool(lexicon("en").kinds(term) & (Kinds.QUANTITY | Kinds.CARRIER))  # "what level did it reach"
    late = term in query.things and not measured and scope.figure.label is None and scope.comes_late(term)
    return late and not _says_what_name_is(term, query)


def _says_what_name_is(term: str, query: Query) -> bool:
    """Whether the question has *term* only for what something is that it names: "the island of Sark", "the Permian period". A text that
    has the name need not say so, and may well do so later."""
    if term in query.names:
        return False
    words, tokens = lexicon(query.language), tokenize(query.text)
    named = [not {words.concept(token.lower), stem(token.lower)}.isdisjoint(query.names) for token in tokens]
    of = functions(query.language)["genitive"]
    for at in (at for at, token in enumerate(tokens) if words.concept(token.lower) == term):
        behind = at + 1 + any(token.lower in of for token in tokens[at + 1 : at + 2])
        if any(named[max(at - 1, 0) : at]) or any(named[behind : behind + 1]):
            return True
    return False


def is_taken_over(term: str, scope: Scope) -> bool:
    """Return whether a sentence before, and not its own, tells *term* of another figure of such things, and its own has a word in place
    of it: "261 were put down to arson. Lightning was responsible for 423", "tea and coffee brought in 14 million, sugar 6 million"."""
    figure, terms = scope.figure, scope.figure.terms
    if figure.part_of is not None or figure.label is not None or _tells(terms.sentence, term):
        return False
    own = {*terms.other, *(terms.head if figure.measure in SUMMED else ())}.intersection(terms.sentence)
    others = (other.terms for other in scope.passage.figures if other.quote != figure.quote and _are_alike(other, figure))
    return bool(own) and any(_tells({*other.other}.intersection(other.sentence), term) for other in others)


def _are_alike(one: Figure, other: Figure) -> bool:
    """Whether both count such things, or are shares or sums of which the same is told."""
    if one.terms.head == other.terms.head or one.measure not in SUMMED:
        return one.terms.head == other.terms.head
    return (one.measure, one.unit) == (other.measure, other.unit) and not {*one.terms.action}.isdisjoint(other.terms.action)


def _tells(terms: Collection[str], term: str) -> bool:
    """Whether *terms* hold *term* or a sort of it."""
    return term in terms or any(term in broader(other) for other in terms)


def is_of_another_sum(term: str, scope: Scope) -> bool:
    """Return whether *term* is what another sum of money was for."""
    return scope.figure.measure is Measure.MONEY and scope.rivals.have(term, "counted", scope.figure, phrases=False)


def is_of_part(term: str, scope: Scope) -> bool:
    """Return whether *term* makes another figure a part of this one, or of the whole of both, and is not told before of either."""
    figure = scope.figure
    if figure.label is not None or scope.passage.is_headed(term) or not scope.rivals.tie(term, figure):
        return False
    return figure.part_of is not None or scope.comes_late(term) or scope.level(term)[0] == NOWHERE


def is_of_wider_sort(term: str, scope: Scope) -> bool:
    """Return whether the figure counts all of what *term* is a sort of: cereals, where wheat is asked for."""
    return scope.level(term)[1] is Fit.WIDER and not broader(term).isdisjoint(scope.figure.terms.head)


def is_of_other_persons(term: str, figure: Figure) -> bool:
    """Return whether a sum or a count is by its own words that of persons of another kind than *term*: a doctor's pay is no nurse's."""
    if figure.measure not in (Measure.MONEY, Measure.COUNT) or term in UNSPECIFIC or not is_person(term):
        return False
    held = (*figure.terms.head, *figure.terms.counted) if figure.measure is Measure.MONEY else figure.terms.counted
    own = [other for other in held if is_person(other) and other not in UNSPECIFIC]
    return bool(own) and not any(are_akin(term, other) for other in own)


def is_said_of_part(query: Query, scope: Scope) -> bool:
    """Return whether the figure is the whole that stands behind its part, and the sentence says what is asked of the part alone: "water
    meters are installed in 19 of the 26 villages"."""
    figure, asked = scope.figure, {*query.slots.action, *query.slots.other}
    parts = (other for other in scope.passage.figures if other.quote == figure.quote and other.span.end <= figure.span.start)
    if query.kind is not Kind.COUNT or not any(of.part_of is not None and of.part_of.figure_id == figure.figure_id for of in parts):
        return False
    words, offset = lexicon(figure.language), scope.passage.passage.span.start
    behind = {words.concept(token.lower) for token in scope.passage.tokens(figure) if token.start + offset >= figure.span.end}
    own = behind.union(figure.terms.head, figure.terms.counted, figure.terms.action)
    said = asked.intersection((*figure.terms.sentence, *figure.terms.beside))
    return bool(said) and own.isdisjoint(said)
