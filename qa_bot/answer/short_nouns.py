"""Whether what a figure counts is called by the last word of a longer name for what is asked: "posts" that are vacant for vacancies."""

from collections.abc import Mapping

from qa_bot.answer.concepts import is_person
from qa_bot.answer.scope import Scope
from qa_bot.text.lexicon import lexicon, remembered


def is_cut_short(term: str, scope: Scope) -> bool:
    """Return whether the figure's noun is the last word of the name for *term*, and the text around it has the others: "officers" of
    police; "people" are anybody."""
    short = cut_short(term, scope.figure.language)
    return any(scope.passage.hold(short[head]) for head in scope.figure.terms.head if head in short and head != "person")


def is_of_setting(term: str, scope: Scope) -> bool:
    """Return whether the figure's noun is the last word of the name for *term*, and the text around it has the others: the council's
    "flats"."""
    short, own = cut_short(term, scope.figure.language), scope.figure.terms
    named = not own.counted and any(scope.passage.hold(short[head]) for head in own.head if head in short)
    return named and not scope.rivals.have(term, "counted", scope.figure, phrases=False)


def is_said_apart(term: str, scope: Scope) -> bool:
    """Return whether the figure's noun, which no person is called by, is the last word of a name for *term*, and the others are said of
    it: of "310 posts are vacant" the vacancies."""
    terms = scope.figure.terms
    said = {*terms.other, *terms.counted, *terms.action, *terms.does}
    return not is_person(term) and any(
        last in terms.head and said.issuperset(rest) for rest, last in long_names(term, scope.figure.language)
    )


@remembered(4096)
def cut_short(term: str, language: str) -> Mapping[str, tuple[str, ...]]:
    """Return the concepts of the last words of the names for *term*, each with those of the words before: {"officer": ("police",)}."""
    return {last: rest for rest, last in long_names(term, language)}


@remembered(4096)
def long_names(term: str, language: str) -> tuple[tuple[tuple[str, ...], str], ...]:
    """Return the concepts of the words before the last of each longer name for *term*, and of that."""
    words = lexicon(language)
    named = (word.split() for word in words.words(term) if " " in word)
    return tuple((tuple(map(words.concept, rest)), words.concept(last)) for *rest, last in named)
