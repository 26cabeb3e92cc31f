"""Verbs that say what something amounts to, and look like nouns."""

from collections.abc import Sequence

from qa_bot.text.functions import functions
from qa_bot.text.lemmas import lemma
from qa_bot.text.tokens import Token

BOUND = 3  # tokens of "to more than 35"
_FINITE = frozenset({"VERB", "AUX"})


def amounts(tokens: list[Token], tags: Sequence[str], index: int) -> bool:
    """Return whether a "noun" between a noun and a number is the only verb of its clause: "says that the cut amounts to 35 per cent"."""
    words = functions("en")
    if index < 2 or not tokens[index].lower.endswith("s") or tags[index - 1] not in ("NOUN", "ADJ"):
        return False
    if tokens[index + 1 : index + 2] == [] or tokens[index + 1].lower != "to" or "NUM" not in tags[index + 2 : index + 2 + BOUND]:
        return False
    first = max((at + 1 for at in range(index) if tags[at] in ("PUNCT", "SCONJ")), default=0)
    last = next((at for at in range(index, len(tags)) if tags[at] in ("PUNCT", "SCONJ")), len(tags))
    return lemma(tokens[index].lower, "VERB", "en") in words["amounting"] and _FINITE.isdisjoint(tags[first:last])
