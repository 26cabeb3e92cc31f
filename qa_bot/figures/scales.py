"""What a number on a scale says, whose name stands right before it: "the magnitude 6.7 quake", "a quake of magnitude 6.7"."""

from collections.abc import Iterator
from dataclasses import replace

from qa_bot.figures.draft import Draft
from qa_bot.text.nominals import Counted
from qa_bot.text.numbers import Number, NumberKind
from qa_bot.text.syntax import Syntax

_NOUNS = ("NOUN", "NOUNS")
_NAMING = ("ADJ", "VBN", "VBG", "NOUN", "NOUNS")  # what tells which mark is meant
_DASHES = ("—", "–", "-", ":")


def scale_before(syntax: Syntax, number: Number) -> Counted | None:
    """Return the noun that names the scale right before *number*, None where there is none."""
    at = number.first - 1
    if at < 0 or number.kind is not NumberKind.CARDINAL or syntax.lemma(at) not in syntax.words["scales"]:
        return None
    return Counted(at, number.first, at)


def mark_before(syntax: Syntax, number: Number) -> Counted | None:
    """Return the mark right before a measure of it that something else is held against: "below the alarm level of 3.6 m", «при
    критической отметке 650 см», «опасная отметка — 560 см»; not the level that is reached, "to a record level of 6.8 m"."""
    words, at = syntax.words, number.first - 1
    parted = at > 0 and syntax.tokens[at].surface in _DASHES
    last = at if at > 0 and (parted or syntax.tokens[at].lower in words["genitive"]) else at + 1
    phrase = syntax.phrase_at(last - 1) if last > 0 else None
    if phrase is None or phrase.last != last or syntax.lemma(phrase.head) not in words["marks"]:
        return None
    first = next((index for index in range(phrase.first, phrase.head) if syntax.tags[index] in _NAMING), phrase.head)
    led = syntax.tokens[phrase.adposition].lower if phrase.adposition >= 0 else ""
    opens = phrase.first == 0 or syntax.tags[phrase.first - 1] in ("PUNCT", "CCONJ")
    held = led not in words["level_after"] if led else opens and parted
    return Counted(first, last, phrase.head) if held and first < phrase.head else None


def take_measured(draft: Draft) -> None:
    """Let a number on a scale be that of the noun behind it, or before an "of": of the quake, and nobody's deed."""
    syntax, noun = draft.unit.syntax, draft.noun
    if noun is None or noun.last != draft.first or syntax.lemma(noun.head) not in syntax.words["scales"]:
        return
    own = syntax.concepts[noun.head]
    things = [at for at in _things(syntax, noun.first, draft.last) if syntax.concepts[at] is not None]
    terms = tuple(term for at in things[:1] if (term := syntax.concepts[at]) is not None)
    name = syntax.tokens[noun.head].lower
    draft.slots = replace(draft.slots, head=(own,) if own is not None else (), counted=name, counted_terms=terms)
    if things:
        draft.slots = replace(draft.slots, action=None, action_terms=(), actor=None, actor_terms=())
    draft.counts = own


def _things(syntax: Syntax, first: int, last: int) -> Iterator[int]:
    """What has the number, whose scale is token *first*: the noun behind it at *last*, that before an "of", or the plural before "the
    strongest of"."""
    if last < len(syntax.tokens) and syntax.tags[last] in _NOUNS:
        yield last
    tied = first > 0 and (syntax.tags[first - 1] == "ADP" or syntax.language == "ru")
    at = first - 1 - (syntax.tags[first - 1] == "ADP")
    if tied and at >= 0 and syntax.tags[at] in _NOUNS:
        yield at
    elif tied and at >= 0 and syntax.tags[at] == "ADJ":
        yield from (index for index in range(at, -1, -1) if syntax.tags[index] == "NOUNS")
