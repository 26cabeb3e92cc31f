"""Verbs that only tell a number of something: "the number of loans was given as 8,420", «число ульев указано равным 610»."""

from collections.abc import Sequence

from qa_bot.text.syntax import NUMERAL, Phrase, Syntax, VerbGroup


def tells_number(syntax: Syntax, group: VerbGroup, first: int) -> bool:
    """Return whether *group*, whose subject is a number of something, only says what it was told to be: that at token *first*.

    The verb is passive, and nothing but a word that leads to the number stands between: "as", "at", «равным».
    """
    words = syntax.words
    if not group.chain or syntax.lemma(group.chain[-1]) not in words["tallying"] | words["retelling"] | words["deedless"]:
        return False
    between = syntax.tokens[group.last : first]
    if not between or any(token.lower not in words["told_as"] for token in between):
        return False
    clause = syntax.clause_at(group.first)
    subjects = (phrase for phrase in syntax.phrases if clause.first <= phrase.first < group.first and phrase.adposition < 0)
    return any(syntax.lemma(phrase.head) in words["carriers"] - words["levels"] for phrase in subjects)


def tells_by_doer(syntax: Syntax, group: VerbGroup) -> bool:
    """Return whether *group* only tells a number, and its subject is who tells it and nothing counted: «Гринлайн насчитал 9 гектаров»."""
    return bool(group.chain) and syntax.lemma(group.chain[-1]) in syntax.words["reckoning"]


def put_beside(syntax: Syntax, phrases: Sequence[Phrase], lead: int) -> Phrase | None:
    """Return the last of *phrases* where it is a further "number of" something behind a number before the "at" at token *lead*: "put the
    number of strikes at 45 and [the number] of pickets at 310"."""
    words = syntax.words
    if syntax.tokens[lead].lower not in words["estimated_at"] - words["level_words"]:
        return None
    told = [at for at in range(lead) if syntax.tags[at] == NUMERAL]
    named = [phrase for phrase in phrases if phrase.adposition < 0 and syntax.lemma(phrase.head) in words["carriers"] - words["levels"]]
    if not told or not named or named[-1].first < told[-1]:
        return None
    parted = any(syntax.tokens[at].surface in ",;:" for at in range(named[-1].last, lead))
    verbs = any(group.finite for group in syntax.verbs_in(named[-1].last, lead))
    return None if parted or verbs else named[-1]
