"""Words that a sentence names for something else: a heading, "Lunch prices", is nobody who voted."""

from itertools import pairwise

from qa_bot.answer.concepts import broader, is_person
from qa_bot.answer.readings import Reading, text_at
from qa_bot.answer.sights import Sight, sight
from qa_bot.schema import Kind, Query
from qa_bot.text.functions import functions, held_by
from qa_bot.text.tokens import tokenize

_VERBS = frozenset({"VERB", "VB", "VBN", "VBG", "AUX"})
_NAMES = frozenset({"PROPN", "X"})


def is_stray(query: Query, reading: Reading) -> bool:
    """Return whether the sentence of *reading* says nothing of the deed asked, and its words are not of the sort that could answer.

    They are a line without a verb; where a reason is asked, no clause; where a person is asked, neither a name nor a person. Where a part
    of a country is asked, what is no name never answers.
    """
    sentence = text_at(reading.passage, reading.sentence)
    seen = sight(sentence)
    if seen.language != query.language or seen.language != "en":
        return False
    first, last = reading.short.start - reading.sentence.start, reading.short.end - reading.sentence.start
    inside = [at for at, (start, end) in enumerate(zip(seen.starts, seen.ends, strict=True)) if first <= start and end <= last]
    named = any(seen.tags[at] in _NAMES for at in inside)
    if query.kind in (Kind.WHAT, Kind.WHERE) and _asks_place(query) and not named:
        return True
    if not query.slots.action or _says_deed(query, seen):
        return False
    if _VERBS.isdisjoint(seen.tags):
        return query.kind in (Kind.WHO, Kind.WHY)
    if query.kind is Kind.WHY:
        return "because" not in seen.cues and all(seen.tags[at] not in _VERBS for at in inside)
    if query.kind is Kind.WHO:
        return not named and not any(seen.tags[at] == "PRON" or is_person(seen.concepts[at] or "") for at in inside)
    return False


def _says_deed(query: Query, seen: Sight) -> bool:
    said = {concept for concept in seen.concepts if concept is not None}
    said |= {wider for concept in said for wider in broader(concept)}
    titles = {title for deed in query.slots.action for title in held_by().get(deed, ())}  # champions have won
    return not said.isdisjoint(titles.union(query.slots.action))


def _asks_place(query: Query) -> bool:
    """Whether it is asked which part of a country, or which town."""
    words = functions(query.language)
    lowers = [token.lower for token in tokenize(query.text)[:3]]
    asked = (then for which, then in pairwise(lowers) if which in words["which"])  # "in which district"
    return any(then.removesuffix("s") in words["regions"] | words["parts_of_places"] for then in asked)
