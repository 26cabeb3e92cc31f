"""Whose poll it is that opens a sentence: "In a poll of 1,200 adults by the Dorn Institute, 27 per cent said"."""

from collections.abc import Iterator

from qa_bot.figures.sources import Attribution
from qa_bot.figures.speakers import speaker
from qa_bot.figures.subjects import right_end
from qa_bot.text.syntax import Syntax


def polls(syntax: Syntax) -> Iterator[Attribution]:
    """Yield the body by whom the poll, survey or count was made with which the sentence opens."""
    if not syntax.tags or syntax.tags[0] != "ADP":
        return
    opening = syntax.phrase_at(1) if len(syntax.tokens) > 1 else None
    nouns = syntax.words["source_nouns"] | syntax.words["speaking_texts"]
    if opening is None or opening.adposition != 0 or nouns.isdisjoint((syntax.tokens[opening.head].lower, syntax.lemma(opening.head))):
        return
    comma = next((at for at in range(opening.last, len(syntax.tokens)) if syntax.tokens[at].surface == ","), 0)
    if not comma or "NUM" not in syntax.tags[comma:] or syntax.verbs_in(0, comma):
        return
    for phrase in syntax.phrases:
        by = opening.last <= phrase.adposition < comma and syntax.tokens[phrase.adposition].lower in syntax.words["agent_adpositions"]
        voice = speaker(syntax, phrase.first, min(right_end(syntax, phrase.first), comma)) if by else None
        if voice is not None and voice.body:
            yield Attribution(voice, 0, comma, True, False)
            return
