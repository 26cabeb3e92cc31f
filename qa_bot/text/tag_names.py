"""Words of names that a tagger takes for verbs, adverbs or determiners."""

from collections.abc import Sequence

from qa_bot.text.functions import functions
from qa_bot.text.lexicon import Kinds, lexicon
from qa_bot.text.tokens import Token

_NOUNS = frozenset({"NOUN", "NOUNS", "PROPN"})
_VERBS = frozenset({"VERB", "VB", "VBN", "VBG"})
_FINITE = frozenset({"VERB", "AUX"})
_LONGEST_NAME = 4  # tokens
_YEAR = 4  # digits
_NAMES = Kinds.ENTITY | Kinds.GROUP | Kinds.CAPITAL


def is_part_of_name(tokens: list[Token], tags: list[str], index: int) -> bool:
    """Return whether the capitalised word at *index* is part of a name, whatever its tag says."""
    told = _is_name(tokens, tags, index) or _ends_name(tokens, tags, index)
    told = told or _is_given_name(tokens, tags, index) or _closes_name(tokens, tags, index) or _opens_name(tokens, tags, index)
    return told or _is_place_of_number(tokens, tags, index)


def _is_place_of_number(tokens: list[Token], tags: Sequence[str], index: int) -> bool:
    """Whether a capitalised word between "in" and a number in brackets names a place: "highest in Central (63 %), lowest in Port (51)"."""
    placed = index > 1 and tags[index] in ("ADJ", "NOUN", "NOUNS") and tokens[index - 1].surface in functions("en")["place_adpositions"]
    small = placed and tokens[index - 2].surface[:1].islower() and tokens[index].surface.istitle()
    behind = small and index + 2 < len(tokens) and tokens[index + 1].surface == "("
    return behind and tags[index + 2] == "NUM" and not _may_be_year(tokens[index + 2].surface)


def _may_be_year(surface: str) -> bool:
    return len(surface) == _YEAR and surface.isdigit()


def _opens_name(tokens: list[Token], tags: Sequence[str], index: int) -> bool:
    """Whether a capitalised word between a small one and a name opens that: "collected by Fishing Rights Watch"."""
    small = index > 0 and tags[index] == "VBG" and tokens[index - 1].surface.islower()
    return small and tokens[index].surface.istitle() and tags[index + 1 : index + 2] == ["PROPN"]


def _is_name(tokens: list[Token], tags: list[str], index: int) -> bool:
    if tags[index] not in _VERBS:
        return False
    found = lexicon("en").opening(tokens[index : index + _LONGEST_NAME])
    return found is not None and bool(found.kinds & _NAMES)


def _closes_name(tokens: list[Token], tags: Sequence[str], index: int) -> bool:
    """Whether a capitalised word between a capitalised noun and a verb is the end of its name: "Straits Line cancelled"."""
    after = tags[index + 1] if index + 1 < len(tags) else ""
    if not index or tags[index] != "ADV":
        return False
    return tokens[index].surface.istitle() and tokens[index - 1].surface[:1].isupper() and tags[index - 1] in _NOUNS and after in _FINITE


def _is_given_name(tokens: list[Token], tags: list[str], index: int) -> bool:
    """Whether what may be an auxiliary opens a person's name: "May Lind signed", but not "May Lind sign?"."""
    named = tags[index] == "AUX" and tags[index + 1 : index + 2] == ["PROPN"] and tokens[index].lower in functions("en")["auxiliary_names"]
    return named and tags[index + 2 : index + 3] in (["VERB"], ["VBN"], ["AUX"])


def _ends_name(tokens: list[Token], tags: list[str], index: int) -> bool:
    """Whether a determiner closes a name: "Homes for All counted"."""
    if index < 2 or tags[index] != "DET":
        return False
    before, name, after = tokens[index - 2].surface, tokens[index].surface, tokens[index + 1].surface if index + 1 < len(tokens) else ""
    return name.istitle() and tags[index - 1] == "ADP" and before[0].isupper() and not after[:1].isupper()
