"""Names that are part of longer ones: "North Velmark" is not Velmark, nor is its hospital."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from qa_bot.answer.concepts import broader
from qa_bot.text.analysis import stem
from qa_bot.text.functions import functions
from qa_bot.text.lexicon import Kinds, lexicon, remembered
from qa_bot.text.tagger import features, lemma
from qa_bot.text.tokens import fold, tokenize
from qa_bot.text.translit import name_key

_GENERAL = (
    Kinds.ORGANISATION | Kinds.SPEAKER | Kinds.TITLE | Kinds.DETERMINER | Kinds.RELATION | Kinds.PRONOUN
)  # "Velmark Council" speaks for Velmark, "Mayor Velmark" is Velmark
_GIVEN = frozenset({"Name", "Patr"})
_PLACES = functions("en")["general_bodies"]


def is_longer(text: str | None, named: Collection[str], language: str) -> bool:
    """Return whether *text* has the name of the concepts *named* only as a part of a longer name that is another's.

    A name that goes on behind it is longer, or one with "North" or "New" before it; else it is short for a longer one: "Hain" for "Petra
    Hain", "Rovers" for "Marwick Rovers". A common word with a capital, "the Trust", is so, too.

    >>> is_longer("North Velmark", {"velmark"}, "en"), is_longer("the city of Velmark", {"velmark"}, "en")
    (True, False)
    """
    words = lexicon(language)
    if not text or " " not in text or all(words.kinds(term) or words.kinds(words.concept(term)) for term in named):
        return False
    read = _read(text, language)
    if language == "ru":
        named = {*named, *(_sound(term) for term in named if term.isascii())}
    at = [index for index, word in enumerate(read) if not word.terms.isdisjoint(named)]
    return bool(at) and all(_goes_on(read, index + 1, named) or _is_sister(read, index - 1, named) for index in at)


def is_sibling(text: str, name: Sequence[str], language: str) -> bool:
    """Return whether *text* names another one of the kind that the concepts *name* are the name of: with the same last word, in Russian
    also the same common first one, and each with a word of its own.

    >>> is_sibling("the Blue Line", ("amber", "line"), "en"), is_sibling("the Line", ("amber", "line"), "en")
    (True, False)
    """
    return not has_name(text, name, language) and any(_is_other_of_kind(run, name, language) for run in _runs(text, language))


def has_name(text: str, name: Sequence[str], language: str) -> bool:
    """Return whether a name of several words in *text* has all the concepts *name*."""
    return any(all(any(term in word.terms for word in run) for term in name) for run in _runs(text, language))


def _is_other_of_kind(run: Sequence["_Word"], name: Sequence[str], language: str) -> bool:
    own = [word for word in run if word.terms.isdisjoint(name)]
    lacking = [term for term in name if not any(term in word.terms for word in run)]
    shared = name[-1] in run[-1].terms or (language == "ru" and name[0] in run[0].terms and bool(lexicon(language).kinds(name[0])))
    return shared and bool(own) and bool(lacking)


@remembered(4096)
def _runs(text: str, language: str) -> tuple[tuple["_Word", ...], ...]:
    """The names of several words in *text*: of words with a capital, determiners apart, with nothing between them."""
    runs: list[list[_Word]] = [[]]
    for word, token in zip(_read(text, language), tokenize(text), strict=True):
        if token.surface[0].isupper() and not lexicon(language).kinds(lexicon(language).concept(token.lower)) & Kinds.DETERMINER:
            runs[-1].append(word)
        elif runs[-1]:
            runs.append([])
    return tuple(tuple(run) for run in runs if len(run) > 1)


class _Word(NamedTuple):
    """What a word of a name may mean, whether it tells the name from others - with a capital, no function word, no general one - and
    whether before a name it makes it another's, as "North" does."""

    terms: frozenset[str]
    telling: bool
    prefix: bool


def _goes_on(read: Sequence[_Word], at: int, named: Collection[str]) -> bool:
    return 0 <= at < len(read) and read[at].telling and read[at].terms.isdisjoint(named)


def _is_sister(read: Sequence[_Word], at: int, named: Collection[str]) -> bool:
    return at >= 0 and read[at].prefix and _goes_on(read, at, named)


@remembered(4096)
def _read(text: str, language: str) -> tuple[_Word, ...]:
    words = lexicon(language)
    tokens = tokenize(text)
    whole = {at: mention.concept for mention in words.mentions(tokens) for at in range(mention.first, mention.last)}
    found: list[_Word] = []
    for at, token in enumerate(tokens):
        concept = words.concept(token.lower)
        general = bool(words.kinds(concept) & _GENERAL) or not _PLACES.isdisjoint((concept, *broader(concept)))
        general = general or not _GIVEN.isdisjoint(features(token.surface, language))  # "Денис Варакин" is Варакин
        terms = frozenset((concept, whole.get(at, concept), stem(fold(token.surface))))
        if not token.surface.isascii():
            terms |= {_sound(stem(fold(token.surface)))}  # "Dubrovsk" is asked for, "Дубровском" is there
        prefix = lemma(token.lower, "ADJ", language) in functions(language)["sister_prefixes"]
        found.append(_Word(terms, token.surface[0].isupper() and len(token.surface) > 1 and not general, prefix))
    return tuple(found)


def _sound(term: str) -> str:
    """The key of a name's sounds without the ending of an adjective: of "ozyorsky" as of the stem of "Озёрском"."""
    return name_key(term).rstrip("i")
