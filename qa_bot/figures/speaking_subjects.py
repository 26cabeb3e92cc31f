"""Where the subject of a verb of saying begins, words set in between it and the verb left out."""

from qa_bot.figures.subjects import run_start, subject_start
from qa_bot.text.syntax import Syntax


def speaker_start(syntax: Syntax, verb: int) -> int:
    """Return the token that the subject before the verb at token *verb* begins with: "we" of "with the shops around it we believe", the
    accounts of "accounts filed in Geneva show", the name of «Гринлайн, экологическая организация, по снимкам насчитал»."""
    own = syntax.phrase_at(verb - 1) if verb else None
    if own is not None and own.adposition < 0 and own.last == verb and syntax.tokens[own.head].lower in syntax.words["first_persons"]:
        return own.first
    left = subject_start(syntax, _before_set_in(syntax, verb))
    return _before_participle(syntax, left)


def _before_set_in(syntax: Syntax, verb: int) -> int:
    """Where a phrase with a preposition between the comma behind an apposition and the verb begins, else *verb*."""
    phrase = syntax.phrase_at(verb - 1) if verb else None
    if phrase is None or phrase.last != verb or phrase.adposition < 1 or syntax.tokens[phrase.adposition - 1].surface != ",":
        return verb
    comma = phrase.adposition - 1
    parted = any(token.surface == "," for token in syntax.tokens[1:comma])
    spoken = any(group.first < comma for group in syntax.verbs)
    return phrase.adposition if parted and not spoken and "NUM" not in syntax.tags[:comma] else verb


def _before_participle(syntax: Syntax, left: int) -> int:
    """Where the noun begins that a participle behind it tells of, where *left* is the place that belongs to that: "filed in Geneva"."""
    at = left - 1
    if syntax.language != "en" or at < 2 or syntax.tags[at] != "ADP" or syntax.tags[at - 1] != "VBN":
        return left
    if syntax.tokens[at].lower not in syntax.words["place_adpositions"] or syntax.tags[at - 2] not in ("NOUN", "NOUNS"):
        return left
    return run_start(syntax, at - 1)
