"""Names of others in the sentence of a figure: what it tells of Brevik is not told of Kell, whom only the text around it names."""

from bisect import bisect_right
from collections.abc import Collection, Sequence

from qa_bot.answer.claimants import says
from qa_bot.answer.scope import CONTEXT, PASSAGE, SENTENCE, Scope
from qa_bot.schema import Basis, Query
from qa_bot.text.analysis import stem
from qa_bot.text.lexicon import lexicon
from qa_bot.text.quoted import quoted_names, rivals
from qa_bot.text.tokens import fold, tokenize

MEMBER = 2  # words of a person's name, the first and the last: "Church of Ostby" has one
_LEADING = frozenset({"DET", "PUNCT"})


def is_told_of_another(names: Sequence[str], query: Query, scope: Scope) -> bool:
    """Return whether the sentence has none of *names* and begins with another one, or has another one somewhere and only the rest of its
    passage has *names*: "Solberg were docked four points" tells of Solberg, whoever won the title."""
    if scope.passage.is_row(scope.figure) or any(scope.level(term)[0] >= SENTENCE for term in names):
        return False
    if opens_with_another(scope, query.names) or any(is_passed(term, query, scope) for term in names):
        return True
    far = all(scope.level(term)[0] < CONTEXT and not scope.passage.is_headed(term) for term in names)
    return far and names_another(scope, query.names)


def is_row_beside(query: Query, scope: Scope) -> bool:
    """Return whether the figure is in the row of a table, and a name that is asked for stands neither there nor over it, but in the text
    beside it alone: a table of the Orle Line has no trains of the Meer Line, which the text compares with it."""
    figure = scope.figure
    if not scope.passage.is_row(figure) or not figure.terms.context or any(scope.level(name)[0] > CONTEXT for name in query.names):
        return False  # the row itself has a part of the name
    names = [name for name in query.names if not name.startswith("@") and not lexicon(figure.language).words(name)]
    return any(scope.level(name)[0] == PASSAGE and not scope.holds(name, figure.terms.context) for name in names)


def is_left_behind(name: str, scope: Scope) -> bool:
    """Return whether only other paragraphs, or later sentences, have the *name*, and the text is by a body of another one, which may tell
    what it did itself."""
    claimant = scope.figure.claimant
    if claimant is None or claimant.basis is Basis.STATED or says([name], scope.figure):
        return False
    return scope.is_of_another_paragraph(name) or (scope.level(name)[0] == PASSAGE and scope.comes_late(name))


def is_passed(name: str, query: Query, scope: Scope) -> bool:
    """Return whether *name* is asked for in quotation marks, and what the text has last put in such ones before the figure, or puts with
    it, is another one of its kind, not asked for, nor who says it: what follows «Вихрь» is not told of «Комета», nor what stands beside."""
    figure, offset = scope.figure, scope.passage.passage.span.start
    asked = quoted_names(query.text, query.language)
    if (figure.label is not None and scope.passage.is_row(figure)) or not any(name in held.terms for held in asked):
        return False
    headed = [held for text in scope.passage.passage.headings for held in quoted_names(text, figure.language)]
    told = quoted_names(scope.passage.passage.text, figure.language)
    before = told[: bisect_right(told, figure.span.start - offset, key=lambda held: held.end)]
    beside = quoted_names(scope.passage.sentence(figure), figure.language)
    said = _words_of(figure.claimant.name) if figure.claimant is not None else set[str]()
    known = {name, *(lexicon(figure.language).concept(word.lower()) for word in said)}
    if any(not known.isdisjoint(held.terms) for held in beside):
        beside = ()
    others = [*beside, *(before[-1:] if any(name in held.terms for held in before) else ())]
    if any(name in held.terms for held in headed):
        others += headed
    strange = [other for other in others if not any(other.terms & held.terms for held in asked)]
    return any(name in held.terms for held in rivals((*headed, *told), strange))


def names_another(scope: Scope, named: Collection[str]) -> bool:
    """Return whether the sentence has a name that is none of *named*, nor who did or says it, nor where."""
    figure = scope.figure
    first = int(scope.passage.is_row(figure))  # which has a capital in a row: "Operating profit"
    if any(word[:1].isupper() for word in (figure.counted or "").split()[first:]):
        return True
    known = _words_of(figure.actor, figure.place, figure.claimant.name if figure.claimant is not None else None)
    words = lexicon(figure.language)
    tokens = scope.passage.tokens(figure)[1:]
    return any(token.surface[:1].isupper() and token.surface not in known and words.concept(token.lower) not in named for token in tokens)


def opens_with_another(scope: Scope, named: Collection[str]) -> bool:
    """Return whether the sentence begins with a name, a word that no list has, that is none of *named*, nor who says it, nor where."""
    from qa_bot.answer.sights import sight  # with the reader

    figure = scope.figure
    seen = sight(scope.passage.sentence(figure))
    first = next((at for at, mark in enumerate(seen.tags) if mark not in _LEADING), None)
    if first is None or seen.tags[first] != "PROPN" or lexicon(figure.language).kinds(seen.concepts[first] or ""):
        return False
    known = _words_of(figure.place, figure.claimant.name if figure.claimant is not None else None)
    return seen.surfaces[first] not in known and {seen.stems[first], seen.concepts[first]}.isdisjoint(named)


def _words_of(*names: str | None) -> set[str]:
    return {token.surface for name in names if name for token in tokenize(name)}


def is_by_member(text: str | None, names: Collection[str], language: str) -> bool:
    """Return whether *text*, who did it, is somebody by name of what the asked *names* name: "Ida Moen of Ostby" is not Ostby, whose points
    are another matter; "the Bank of Ostby" is no such name."""
    before, of, behind = (text or "").partition(" of ")
    if language != "en" or not of:
        return False
    words, named = lexicon(language), before.split()
    strange = all(
        word[:1].isupper() and not words.kinds(words.concept(word.lower())) and not words.words(stem(word.lower())) for word in named
    )
    asked = {words.concept(word.lower()) for word in behind.split()}.union(stem(fold(word.lower())) for word in behind.split())
    return strange and len(named) == MEMBER and bool(names) and asked.issuperset(names)
