"""Whether a figure is where the question asks: at the place that it names, or where the text has got to without naming another."""

import re
from collections.abc import Iterator

from qa_bot.answer.concepts import broader, target
from qa_bot.answer.doers import present
from qa_bot.answer.longer_names import is_longer
from qa_bot.answer.readings import text_at
from qa_bot.answer.scope import CLAUSE, CONTEXT, SENTENCE, WEIGHT, Scope, label_terms
from qa_bot.schema import Figure, Fit, Query, Span
from qa_bot.text.analysis import stem
from qa_bot.text.functions import functions
from qa_bot.text.lexicon import lexicon, remembered
from qa_bot.text.tagger import features
from qa_bot.text.tokens import fold, tokenize

_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{2})[.!?]\s+(?=[A-ZА-ЯЁ])")
TAKING_IN = functions("en")["taking_in"]


def place_fits(query: Query, scope: Scope) -> Iterator[tuple[str, Fit, float]]:
    """Yield how *scope*, that of a figure, fits each place of *query*: the slot, the fit and its weight."""
    for term in query.slots.place:
        fit, weight = _place_fit(term, query, scope)
        yield "place", scope.judged("place", fit) if fit is Fit.DIFFERENT else fit, weight


def _place_fit(term: str, query: Query, scope: Scope) -> tuple[Fit, float]:
    terms = scope.figure.terms
    places = {*query.slots.place, *query.names}
    if term in scope.entities:
        where = scope.figure.place if term in terms.place else scope.figure.actor
        longer = term in query.names and is_longer(where, places, scope.figure.language)
        other = longer or _is_region_of_town(term, where, query) or _is_town_of_region(term, where, query, scope.figure)
        return (Fit.DIFFERENT, 0.0) if other else (Fit.SAME, 1.0)
    if _is_headed_region(term, query, scope):
        return Fit.SAME, WEIGHT[CONTEXT]
    if scope.rivals.give_share(term, scope.figure):
        return Fit.DIFFERENT, 0.0
    if scope.is_near(term):
        return Fit.SAME, WEIGHT[CONTEXT]
    if _is_kind_of_row(term, query, scope):
        return Fit.SAME, 1.0
    if _is_kind_of_headed_place(term, query, scope):
        narrower = not scope.slots.isdisjoint(place_kinds(query.language) - {term})  # "300 houses in the town"
        return (Fit.NARROWER if narrower else Fit.SAME), WEIGHT[CONTEXT]
    named = (name for name in (*places, *query.slots.other) if name in query.names or name.startswith("@"))
    other_name = scope.entities.isdisjoint(named)  # of where, or who; one that is asked speaks against no second
    if _is_elsewhere(term, scope, other_name=other_name):
        return Fit.DIFFERENT, 0.0
    if not term.startswith("@"):
        level, fit = scope.name_level(term, "place") if term in query.names else scope.level(term)
        elsewhere = bool(terms.place) and level < CLAUSE and other_name
        return (Fit.DIFFERENT, 0.0) if elsewhere else (fit, WEIGHT[level])
    states = [other for other in terms.place if other.startswith("@")]
    if states and not any(term in broader(other) for other in terms.place):
        return Fit.DIFFERENT, 0.0
    return present(term, "place", scope)


def _is_region_of_town(term: str, where: str | None, query: Query) -> bool:
    """Whether a town is asked for, and *where* names the region that is called after it: «в Велижске», «Велижской области»."""
    if query.language != "ru" or where is None or not place_kinds("ru").isdisjoint(query.slots.place):
        return False
    asked, held = (_adjectives(text, term) for text in (query.text, where))
    return bool(asked and held) and not any(asked) and all(held)


def _is_town_of_region(term: str, where: str | None, query: Query, figure: Figure) -> bool:
    """Whether a region is asked for, and *where* names the town that it is called after: «в Велижской области», «Велижск».

    Rows under «Район» are regions: «Холмовой» may be read as a noun.
    """
    if (
        where is None
        or not _names_region(term, query)
        or not place_kinds("ru").intersection(query.slots.place).isdisjoint(figure.terms.rows)
    ):
        return False
    held = _adjectives(where, term)
    return bool(held) and not any(held)


def _names_region(term: str, query: Query) -> bool:
    """Whether the question calls a Russian region by *term*, an adjective: «в Велижской области»."""
    if query.language != "ru" or place_kinds("ru").isdisjoint(query.slots.place):
        return False
    asked = _adjectives(query.text, term)
    return bool(asked) and all(asked)


def _is_headed_region(term: str, query: Query, scope: Scope) -> bool:
    """Whether *scope*, without a place of its own, stands under a title that names the region that is asked for, of which another figure
    may be of the town that it is called after."""
    if scope.figure.terms.place or not _names_region(term, query):
        return False
    kinds = place_kinds("ru").intersection(query.slots.place)
    return term in scope.concepts.context and kinds <= {*scope.concepts.context}


@remembered(4096)
def _adjectives(text: str, term: str) -> tuple[bool, ...]:
    """Of each word of the Russian *text* that is a form of *term* whether it is an adjective, and nothing else."""
    words = (token.lower for token in tokenize(text) if stem(fold(token.lower)) == term)
    return tuple({"ADJF", "NOUN"} & features(word, "ru") == {"ADJF"} for word in words)


def _is_elsewhere(term: str, scope: Scope, *, other_name: bool) -> bool:
    """Whether the figure is not at *term*: it names another place, or the document has other figures there."""
    if scope.is_told_elsewhere(term):
        return True  # in Tamba, where the text is in Kesh
    if _is_in_later_sentence(term, scope) and scope.rivals.are_in_several(term, scope.figure, None):
        return True
    far = scope.level(term)[0] < SENTENCE
    if far and scope.figure.label is None and scope.rivals.have_none_at(term, scope.figure):
        return True
    if far and other_name and scope.rivals.placed(term, scope.figure):
        return True  # in Larn, where the document gives another figure to Larn
    if far and scope.rivals.have(term, "other", scope.figure, phrases=True):
        return True  # "in mathematics", where another figure's is "in English"
    return scope.is_elsewhere(term) or scope.is_row_elsewhere(term) or scope.is_of_another_paragraph(term)


def _is_in_later_sentence(term: str, scope: Scope) -> bool:
    """Whether the figure names no place, and only a later sentence of its list item has *term*: "102 have died. It blames Belen"."""
    figure, passage = scope.figure, scope.passage.passage
    if figure.terms.place or figure.label is not None or scope.level(term)[0] != SENTENCE:
        return False
    before = text_at(passage, Span(start=figure.quote.start, end=figure.span.end))
    own, *later = _SENTENCE_END.split(text_at(passage, Span(start=figure.span.end, end=figure.quote.end)))
    return bool(later) and term not in label_terms(f"{before}{own}", figure.language)


@remembered()
def place_kinds(language: str) -> frozenset[str]:
    """Return the concepts of what places with a name are: regions, towns, islands, the capital."""
    words = functions(language)
    return frozenset(map(lexicon(language).concept, words["regions"] | words["capitals"]))


@remembered()
def general_places(language: str) -> frozenset[str]:
    """Return the concepts that tell of a place without a name: what places are, and where people go: "abroad", "the country"."""
    return place_kinds(language).union(map(lexicon(language).concept, functions(language)["whither"]))


def _is_kind_of_row(term: str, query: Query, scope: Scope) -> bool:
    """Whether *term* is only what the asked place is, "region" of "the Eastern region", and a row is called by the rest: "Eastern"."""
    kinds = place_kinds(query.language)
    named = {*query.slots.place} - kinds
    row = label_terms(scope.figure.label, scope.figure.language).union(scope.figure.terms.place if scope.figure.label else ())
    return term in kinds and bool(named) and named <= row and row.isdisjoint(kinds)


def _is_kind_of_headed_place(term: str, query: Query, scope: Scope) -> bool:
    """Whether *term* is only what the asked place is, "region" of "Zarechnaya region", and a heading or the opening of the text has both:
    the text is on that place, whatever another sentence says of "the region"."""
    named = [name for name in query.names if name in query.slots.place]
    if not named or term not in place_kinds(query.language):
        return False
    return all(name in scope.concepts.context or scope.passage.is_headed(name) for name in (term, *named))


def direction_fit(directed: str, query: Query, scope: Scope) -> tuple[Fit, float]:
    """Return how "to Russia" fits the direction that the clause gives; "from Switzerland" is also met by Switzerland as who acts, and
    each word of "to the British Empire" by the other, where the clause has the whole name."""
    way, _, end = directed.partition(":")
    held = scope.figure.terms.direction
    if directed in held:
        return Fit.SAME, 1.0
    if way == "from" and scope.holds(end, scope.figure.terms.actor):
        return Fit.SAME, 1.0
    same_way = [other for other in held if other.startswith(f"{way}:")]
    if same_way:
        name = next(({*name} for name in query.named if end in name), {end})
        if not name.isdisjoint(map(target, same_way)) and name <= scope.slots | scope.clause:
            return Fit.SAME, 1.0
        narrower = any(end in broader(target(other)) for other in same_way)
        return scope.judged("direction", Fit.NARROWER if narrower else Fit.DIFFERENT), 0.0
    if way == "to" and end in scope.figure.terms.actor and not TAKING_IN.isdisjoint(scope.figure.terms.action):
        return Fit.SAME, 1.0  # whom the hospital admitted was taken there
    if any(target(other) == end for other in held) or (way == "to" and end in scope.figure.terms.actor):
        return scope.judged("direction", Fit.DIFFERENT), 0.0  # the other way round
    return present(end, "direction", scope)
