"""Headers of one word that the tagger, which knows sentences, takes for a verb."""

from qa_bot.text.lexicon import Kinds
from qa_bot.text.syntax import TIME, Syntax, parse


def with_plural(syntax: Syntax) -> Syntax:
    """Return *syntax*, its only word as a noun in the plural where it may be one: no header says "releases" of somebody."""
    words = [at for at, token in enumerate(syntax.tokens) if token.surface[0].isalpha() and syntax.tags[at] != TIME]
    if len(words) != 1 or syntax.tags[words[0]] != "VERB" or not syntax.tokens[words[0]].lower.endswith("s"):
        return syntax
    concept = syntax.concepts[words[0]]
    if concept is None or not syntax.lexicon.kinds(concept) & Kinds.NOMINAL:
        return syntax
    tags = ["NOUNS" if at == words[0] else mark for at, mark in enumerate(syntax.tags)]
    return Syntax(syntax.text, syntax.tokens, tags, syntax.language)


def with_noun(syntax: Syntax) -> Syntax:
    """Return *syntax*, of a header over sums or measures, its only word as a noun where it may be one: the "Pay" of "Pay, EUR"."""
    words = [at for at, token in enumerate(syntax.tokens) if token.surface[0].isalpha() and syntax.tags[at] != TIME]
    if len(words) != 1 or syntax.tags[words[0]] not in ("VB", "PROPN") or not may_be_noun(syntax.tokens[words[0]].lower):
        return syntax
    tags = ["NOUN" if at == words[0] else mark for at, mark in enumerate(syntax.tags)]
    return Syntax(syntax.text, syntax.tokens, tags, syntax.language)


def may_be_noun(word: str) -> bool:
    """Return whether a verb is also the noun for what was done, as "rent" is and "paid" is not."""
    return parse(word, 0, len(word), "en").tags in (["VB"], ["NOUN"])
