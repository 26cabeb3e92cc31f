"""Where names end that quotation marks close or that have a number."""

from qa_bot.text.syntax import Syntax

_SPOKEN = frozenset({"PUNCT", "VERB", "AUX", "NUM", "SCONJ", "PRON"})  # tags of what is said rather than of a name


def quoted_end(syntax: Syntax, first: int) -> int:
    """Return the token after a Russian name in quotation marks that opens at token *first*, else *first*: «Берег», no whole speech."""
    if syntax.language != "ru" or first >= len(syntax.tokens) or syntax.tokens[first].surface != "«":
        return first
    close = closing(syntax, first, len(syntax.tokens)) - 1
    inner = [tag for at, tag in enumerate(syntax.tags[: max(close, 0)]) if at > first and syntax.tokens[at].surface != "-"]
    named = bool(inner) and syntax.tokens[first + 1].surface[:1].isupper()
    return close + 1 if named and _SPOKEN.isdisjoint(inner) else first


def numbered_end(syntax: Syntax, at: int) -> int:
    """Return the token after a number that is part of the name which ends at token *at*: "Institute Number 29", «Школа № 7»; else *at*."""
    serials = syntax.words["serials"]
    if at < len(syntax.tokens) and at and syntax.tokens[at - 1].lower in serials and syntax.tags[at] == "NUM":
        return at + 1
    if at + 1 < len(syntax.tokens) and syntax.tokens[at].lower in serials and syntax.tags[at + 1] == "NUM":
        return at + 2
    return at


def closing(syntax: Syntax, index: int, stop: int) -> int:
    """Return the token behind the quotation mark that closes a short name opened at token *index*, before *stop*; 0 if none does."""
    return next((at + 1 for at in range(index + 1, min(index + 7, stop)) if syntax.tokens[at].surface in "»”"), 0)
