"""What a tagger trained on statements gets wrong in questions: the bare verb behind "did" and its subject."""

from qa_bot.text.syntax import TIME, Syntax

_STOPS = frozenset({"ADP", "PUNCT", "SCONJ", "CCONJ", TIME})
_NOMINAL = frozenset({"NOUN", "NOUNS", "PROPN", "ADJ", "VBN", "X"})


def mend_tags(syntax: Syntax) -> None:
    """Tag the verb of "did Latvia refuse" as one, where no other verb follows the auxiliary."""
    supports = syntax.words["verb_supports"]
    for index, token in enumerate(syntax.tokens):
        if token.lower not in supports or any(tag in ("VERB", "VB") for tag in syntax.tags[index + 1 :]):
            continue
        stop = next((at for at in range(index + 2, len(syntax.tags)) if syntax.tags[at] in _STOPS), len(syntax.tags))
        last = stop - 1
        if last > index + 1 and syntax.tags[last] in _NOMINAL and syntax.tokens[last].surface.islower():
            syntax.tags[last] = "VB"
        return
