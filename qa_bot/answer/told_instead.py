"""What a sentence says in place of a word of the question that it lacks: "banned for doping", asked for betting."""

from qa_bot.answer.readings import Reading
from qa_bot.answer.sights import sight
from qa_bot.answer.wanted import Item
from qa_bot.schema import Query

_INNER = frozenset({"DET", "ADJ", "NOUN", "NOUNS", "PROPN", "NUM", "PART"})  # between a preposition and its noun


def is_told_instead(item: Item, query: Query, reading: Reading) -> bool:
    """Return whether a figure in the sentence of *reading* has something behind the preposition that leads to *item* in the question."""
    asked = sight(query.text)
    at = next((index for index, form in enumerate(asked.stems) if form == item.stem), 0)
    while at and asked.tags[at - 1] in _INNER:
        at -= 1
    if not at or asked.tags[at - 1] != "ADP":
        return False
    figures = reading.source.figures if reading.source is not None else ()
    ways = {adjunct.partition(":")[0] for figure in figures if figure.quote == reading.sentence for adjunct in figure.terms.adjuncts}
    return asked.lowers[at - 1] in ways
