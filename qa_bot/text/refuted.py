"""Whether a sentence says of what it tells that it is not so: "It is untrue that nobody was hurt", "Reports of no losses were false"."""

from qa_bot.text.syntax import Syntax

_REACH = 5  # tokens from "denied" to its "that": "denied the reports in the press that"
_VERBS = frozenset({"VERB", "VB", "VBN", "VBG"})
_NOUNS = frozenset({"NOUN", "NOUNS", "PROPN"})


def is_refuted(syntax: Syntax) -> bool:
    """Return whether words of the sentence call a claim wrong, but not "a wrong turn", or tell that somebody denies one."""
    return _is_called_wrong(syntax) or _is_denied(syntax)


def _is_called_wrong(syntax: Syntax) -> bool:
    lowers = [token.lower for token in syntax.tokens]
    for phrase in syntax.words["refuting"]:
        words = phrase.split()
        for at in range(len(lowers) - len(words) + 1):
            last = at + len(words)
            if lowers[at:last] == words and (syntax.language != "en" or syntax.tags[last : last + 1] not in [[tag] for tag in _NOUNS]):
                return True
    return False


def _is_denied(syntax: Syntax) -> bool:
    lowers = [token.lower for token in syntax.tokens]
    joining = syntax.words["complementisers"]
    return any(
        tag in _VERBS and syntax.lemma(at) in syntax.words["claim_deniers"] and not joining.isdisjoint(lowers[at + 1 : at + 1 + _REACH])
        for at, tag in enumerate(syntax.tags)
    )
