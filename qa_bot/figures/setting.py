"""What a document is about as a whole: the names of its opening, which its later sentences leave out."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from qa_bot.figures.units import Unit
from qa_bot.schema import BlockKind, Document
from qa_bot.text.analysis import stem
from qa_bot.text.functions import functions
from qa_bot.text.lemmas import lemma
from qa_bot.text.lexicon import Kinds, Lexicon, lexicon, remembered
from qa_bot.text.quoted import quoted_names, rivals
from qa_bot.text.tokens import Token, tokenize

_NAMES = Kinds.ENTITY | Kinds.GROUP | Kinds.CAPITAL | Kinds.ORGANISATION

_LONGEST = 6  # tokens of a name

OPENING = 3  # sentences; a report names its place and its institution at the start
_NOUNS = frozenset({"PROPN", "NOUN", "NOUNS"})


Name = tuple[tuple[str, str], ...]  # of each word the concept and the stem


class Setting(NamedTuple):
    """The concepts of the *issuer*, and those of the names in each of the first sentences, with where it begins."""

    issuer: tuple[str, ...]
    opening: tuple[tuple[int, tuple[str, ...]], ...]

    def known_at(self, place: int) -> tuple[str, ...]:
        """Return what the document is about, as far as it was said in sentences that begin up to *place*."""
        said = (term for start, terms in self.opening if start <= place for term in terms)
        return tuple(dict.fromkeys((*self.issuer, *said)))


@remembered()
def _kinds(language: str) -> frozenset[str]:
    """The concepts of the kinds of places, which with a name are one."""
    words = lexicon(language)
    return frozenset(words.concept(word) for word in functions(language)["regions"])


def setting_of(document: Document, units: Sequence[Unit]) -> Setting:
    """Return the concepts of the names in the document's first sentences, and all of its publisher's: states, places, bodies.

    Where a sentence names several of one kind, the Blue Line and the Amber Line, or the opening several in quotation marks, the document
    is about none of them.
    """
    words = lexicon(document.language)
    issuer = [token.lower for token in tokenize(document.publisher or "") if len(token.lower) > 1]
    senses = (sense for word in issuer for sense in (*words.senses(word), stem(word)))
    opening: list[tuple[int, tuple[str, ...]]] = []
    about = {term for name in located(tokenize(document.title or ""), words) for term in name}  # the place of the document
    others = _several_quoted(document.title or "", [unit.text for unit in units[:OPENING]], words)
    for unit in (unit for unit in units[:OPENING] if unit.kind is not BlockKind.TABLE):  # whose rows name others, too
        names = list(located(unit.tokens, words))
        if about or len(names) > 1:  # "the towns of Aldbeck and Lower Pell"
            others.update(term for name in names if about.isdisjoint(name) for term in name)
        elif names and others.isdisjoint(names[0]):
            about.update(names[0])
        opening.append((unit.span.start, tuple(term for term in _apart(_names(unit.tokens, words)) if term not in others)))
    return Setting(tuple(dict.fromkeys(senses)), tuple(opening))


@remembered(1024)  # a document's headings are those of all its figures
def heading_terms(text: str, language: str) -> tuple[str, ...]:
    """Return the concepts of the content words of a heading, with the stems of those that may be names."""
    words = lexicon(language)
    tokens = [token for token in tokenize(text) if len(token.lower) > 2 and token.surface[0].isalpha()]
    stems = (stem(token.lower) for token in tokens if token.surface[0].isupper())
    return tuple(dict.fromkeys((*(words.concept(token.lower) for token in tokens), *stems)))


def _several_quoted(title: str, texts: Sequence[str], words: Lexicon) -> set[str]:
    """The concepts and stems of the names in quotation marks, where *title* and *texts* have several of one kind, «Ладья» and «Комета»,
    but for the only one that the title has."""
    titled = quoted_names(title, words.language)
    names = [*titled, *(name for text in texts for name in quoted_names(text, words.language))]
    others = [name for name in rivals(names, names) if len(titled) != 1 or name.concepts != titled[0].concepts]
    return {term for name in others for term in name.terms}


def located(tokens: Sequence[Token], words: Lexicon) -> Iterator[list[str]]:
    """Yield the concepts and stems of each name behind a preposition of place, "in the Varn valley", or behind a kind of place, "the town
    of Haddle", "the towns of Aldbeck and Lower Pell"."""
    classes = functions(words.language)
    inside, name = False, list[str]()
    for before, token, after in zip((None, *tokens), tokens, (*tokens[1:], None), strict=False):
        lower = token.lower
        if inside and token.surface[0].isupper():
            name += (words.concept(lower), stem(lower))
            continue
        if name:
            yield name
            name = []
            if lower in classes["joining_names"] and after is not None and after.surface[0].isupper():
                continue
        if not (inside and lower in classes["articles"]):
            kind = (
                before is not None and lower in classes["genitive"] and lemma(before.lower, "NOUNS", words.language) in classes["regions"]
            )
            inside = lower in classes["place_adpositions"] or kind
    if name:
        yield name


def _apart(names: Iterator[Name]) -> Iterator[str]:
    """The terms and stems of *names*, without those of several words that end alike."""
    held = tuple(dict.fromkeys(names))
    kinds = Counter(name[-1] for name in held if len(name) > 1)
    return (term for name in held if len(name) == 1 or kinds[name[-1]] == 1 for word in name for term in word)


def _stands_out(token: Token, tokens: list[Token]) -> bool:
    return len(token.surface) > 2 and token.surface.isupper() and any(other.surface.islower() for other in tokens)


def _names(tokens: list[Token], words: Lexicon) -> Iterator[Name]:
    """The concepts and stems of the capitalised words, those next to each other together, and of the kind of place beside one, as in
    "Belan district".

    Of the first word, which always has a capital, only where it names a state or a body, or where all of it is capitals, as in a dateline.

    Without tags: parsing the openings of all documents would take a third of the extraction.
    """
    opening, free, named = True, 0, False
    name: list[tuple[str, str]] = []
    kinds = _kinds(words.language)
    for index, token in enumerate(tokens):
        if not token.surface[0].isalpha():
            if name:
                yield tuple(name)
                name = []
            continue
        mention = None
        if token.surface[0].isupper() and index >= free:
            mention = words.opening(tokens[index : index + _LONGEST])
            free = index + mention.last if mention is not None else index + 1
        if index < free - 1 and mention is None:
            continue
        capital = token.surface[0].isupper()
        if capital and (not opening or _stands_out(token, tokens) or (mention is not None and mention.kinds & _NAMES)):
            name.append((mention.concept if mention is not None else words.concept(token.lower), stem(token.lower)))
        elif name:
            yield tuple(name)
            name = []
        if not capital and named and (kind := words.concept(token.lower)) in kinds:
            yield ((kind, kind),)
        opening, named = False, capital
    if name:
        yield tuple(name)
