"""What is no word of those who are asked: what they dispute, and their own name: "the union disputes the published figure"."""

from qa_bot.answer.holders import parsed
from qa_bot.answer.readings import Reading, text_at
from qa_bot.schema import Kind, Query
from qa_bot.text.language import language_of
from qa_bot.text.syntax import Syntax, VerbGroup


def is_disputed(query: Query, reading: Reading) -> bool:
    """Return whether it is asked what something is according to somebody, and the answer would be what a body disputes, rejects or denies,
    or the name of one who tells a number."""
    if query.kind is not Kind.WHAT or not query.claimant:
        return False
    text = text_at(reading.passage, reading.sentence)
    if language_of(text) != query.language:
        return False
    figures = reading.source.figures if reading.source is not None else ()
    short = text_at(reading.passage, reading.short)
    if any(figure.claimant is not None and figure.claimant.name == short for figure in figures):
        return True
    syntax = parsed(text)
    start = reading.short.start - reading.sentence.start
    at = next((index for index, token in enumerate(syntax.tokens) if token.start >= start), len(syntax.tokens))
    before = [group for group in syntax.verbs if group.first < at]
    return bool(before) and before[-1].last <= at and _rejects(syntax, before[-1])


def _rejects(syntax: Syntax, group: VerbGroup) -> bool:
    return not group.negated and any(syntax.lemma(index) in syntax.words["claim_deniers"] for index in group.chain)
