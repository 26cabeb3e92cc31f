"""What a question names: its things, names and spellings, and the other words that the corpus may have for them."""

from collections.abc import Collection, Sequence

from qa_bot.schema import Words
from qa_bot.text.analysis import stem
from qa_bot.text.functions import bearers
from qa_bot.text.language import common_words
from qa_bot.text.lexicon import Kinds, lexicon, remembered
from qa_bot.text.nominals import is_short_noun
from qa_bot.text.syntax import Syntax
from qa_bot.text.tokens import fold

CAPITALS = 0.7  # of the words of a question that may have one and still make names
_BORNE = Kinds.ENTITY | Kinds.GROUP | Kinds.CAPITAL | Kinds.PEOPLE | Kinds.ORGANISATION | Kinds.SPEAKER | Kinds.TITLE | Kinds.QUANTITY
MOST_WORDS = 8  # for one concept that are searched for
_OPENERS = frozenset('«“"')
_CLOSERS = frozenset('»”"')


def things_in(syntax: Syntax, leave: Collection[int]) -> tuple[str, ...]:
    """The terms of nouns and capitalised words, states apart: what the question is about. A phrase that is a noun opens with any word."""
    nouns = ("NOUN", "NOUNS", "PROPN")
    named = (mention for mention in syntax.mentions if mention.last - mention.first > 1 and mention.kinds & Kinds.NOMINAL)
    phrases = {mention.first for mention in named if not mention.kinds & (Kinds.QUANTITY | Kinds.CARRIER)}  # no "percentage points"
    found = [
        concept
        for index, concept in enumerate(syntax.concepts)
        if concept is not None
        and index not in leave
        and (syntax.tags[index] in nouns or index in phrases or (index and syntax.tokens[index].surface[:1].isupper()))
    ]
    return tuple(dict.fromkeys(concept for concept in found if not concept.startswith("@")))


def names_in(syntax: Syntax) -> list[list[tuple[str, str]]]:
    """The names: of each the terms and stems of its words with a capital, the question's first apart; of quoted ones those of all words."""
    found: list[list[tuple[str, str]]] = []
    quoted, last = False, -2
    for index, (token, concept) in enumerate(zip(syntax.tokens, syntax.concepts, strict=True)):
        capital = index > 0 and token.surface[:1].isupper() and not is_short_noun(syntax, index)
        quoted = (quoted or (capital and syntax.tokens[index - 1].surface in _OPENERS)) and token.surface not in _CLOSERS
        if concept is not None and (capital or quoted):
            if last < index - 1:
                found.append([])
            found[-1].append((concept, stem(token.lower)))
            last = index
    return found


def spelled_in(syntax: Syntax, names: Sequence[Sequence[tuple[str, str]]]) -> tuple[tuple[str, str], ...]:
    """The words of *names* for which no others may stand, though there are others: those of no state, body or title, no letters of one,
    and none that the corpus's own lexicon has.

    None where every word has a capital, which then makes no names.
    """
    words = [token.surface for token in syntax.tokens if token.surface[0].isalpha()]
    if sum(word[0].isupper() for word in words) > CAPITALS * len(words):
        return ()
    letters = {stem(token.lower) for token in syntax.tokens if token.surface[1:].isupper() or syntax.lexicon.is_own(token.lower)}
    pairs = dict.fromkeys(pair for name in names for pair in name)
    return tuple(
        (term, form)
        for term, form in pairs
        if form not in letters and syntax.lexicon.words(term) and not syntax.lexicon.kinds(term) & _BORNE
    )


def expansions(syntax: Syntax, words: Words) -> tuple[str, ...]:
    """The index terms of the other words for the question's concepts, in the languages that the corpus is written in."""
    languages = [other for other in ("en", "ru") if any(map(words.knows, common_words(other)))]
    asked = dict.fromkeys(concept for concept in syntax.concepts if concept is not None)
    found: dict[str, None] = {}
    for concept in asked:
        for other in languages:
            found.update(dict.fromkeys(_called(concept, other)))
            for bearer in bearers(concept):
                found.update(dict.fromkeys(_called(bearer, other)[:1]))
    return tuple(found)


@remembered(8192)
def _called(concept: str, language: str) -> tuple[str, ...]:
    """The index terms of the words that *concept* is called by."""
    return tuple([stem(fold(part)) for word in lexicon(language).words(concept)[:MOST_WORDS] for part in word.split()])
