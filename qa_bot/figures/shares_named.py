"""The number of those that words alone call most or a part of something: "most of the dead, 94, were in Orle"."""

from collections.abc import Sequence

from qa_bot.figures.draft import Draft
from qa_bot.text.nominals import Counted
from qa_bot.text.numbers import Number
from qa_bot.text.syntax import Phrase, Syntax

_SHARES = ("ADJ", "DET", "NUM", "PRON", "ADV")
_OPENS, _CLOSES = frozenset(",("), frozenset(",).;")


def is_share_of(syntax: Syntax, phrase: Phrase) -> bool:
    """Return whether *phrase* names a whole of which words before it are a part: "most of the dead"."""
    at = phrase.adposition
    return at > 0 and syntax.tokens[at].lower in syntax.words["partitives"] and syntax.tags[at - 1] in _SHARES


def of_named_share(syntax: Syntax, number: Number) -> Counted | None:
    """Return what *number* counts that stands between signs right behind such a whole and has no noun of its own."""
    at = number.first - 1
    if at < 1 or syntax.tokens[at].surface not in _OPENS or number.last >= len(syntax.tokens):
        return None
    phrase = syntax.phrase_at(at - 1)
    closed = syntax.tokens[number.last].surface in _CLOSES
    if not closed or phrase is None or phrase.last != at or not is_share_of(syntax, phrase) or syntax.tags[phrase.head] == "PRON":
        return None
    first = next(index for index in range(phrase.first, phrase.last) if syntax.tags[index] != "DET" or index == phrase.head)
    return Counted(first, phrase.last, phrase.head)


def unname_shares(drafts: Sequence[Draft]) -> None:
    """Take from each of *drafts*, the figures of one sentence, the pronoun before its bracket as a name: "more than half of them (226)"."""
    for draft in drafts:
        if draft.bracketed and draft.whole is not None and draft.row is not None:
            if draft.row.lower() in draft.unit.syntax.words["anaphors"]:
                draft.row, draft.label = None, ""
