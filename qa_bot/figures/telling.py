"""Verbs that only tell a number of something: "the number of loans was given as 8,420", «число ульев указано равным 610»."""

from qa_bot.text.syntax import Syntax, VerbGroup


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
