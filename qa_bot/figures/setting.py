"""What a document is about as a whole: the names of its opening, which its later sentences leave out."""

from collections.abc import Sequence

from qa_bot.figures.units import Unit
from qa_bot.schema import Document
from qa_bot.text.lexicon import lexicon
from qa_bot.text.tokens import tokenize

OPENING = 3  # sentences; a report names its place and its institution at the start


def setting_terms(document: Document, units: Sequence[Unit]) -> tuple[str, ...]:
    """Return the concepts of the names in the document's first sentences, and of its publisher's: states, places, bodies."""
    words = lexicon(document.language)
    found = dict.fromkeys(words.concept(token.lower) for token in tokenize(document.publisher or "") if len(token.lower) > 2)
    for unit in units[:OPENING]:
        syntax = unit.syntax
        for index, concept in enumerate(syntax.concepts):
            if concept is not None and syntax.tokens[index].surface[:1].isupper() and syntax.tags[index] in ("PROPN", "NOUN", "NOUNS", "ADJ"):
                found.setdefault(concept)
    return tuple(found)
