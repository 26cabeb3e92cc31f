"""Russian passives whose auxiliary follows: «сокращены будут 140 рабочих», «выданы были 133 человека»."""

from collections.abc import Sequence

from qa_bot.text.tagger import features
from qa_bot.text.tokens import Token


def closes_passive(tokens: Sequence[Token], tags: Sequence[str], index: int, chain: Sequence[int], language: str) -> bool:
    """Return whether the auxiliary at *index* belongs to the short participle right before it, the only verb of *chain*, and to no verb
    behind it."""
    if language != "ru" or list(chain) != [index - 1] or tags[index - 1] != "VBN":
        return False
    after = tags[index + 1] if index + 1 < len(tags) else "PUNCT"
    return after not in ("VERB", "VB", "VBN", "AUX") and "PRTS" in features(tokens[index - 1].lower, "ru")
