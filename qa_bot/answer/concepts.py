"""What the lexicon knows of a concept: what it is a sort of, what is its opposite."""

from qa_bot.text.functions import functions
from qa_bot.text.lexicon import lexicon, remembered

MAX_CONCEPTS = 65_536  # that are remembered: questions may bring any word
WAYS = frozenset({"rise", "fall"})  # of what changes
UNSPECIFIC = functions("en")["unspecific"]  # sorts of persons that a text need not name: those extradited are "criminals"


def target(directed: str) -> str:
    return directed.partition(":")[2] or directed


@remembered(MAX_CONCEPTS)
def broader(term: str) -> frozenset[str]:
    """Return the concepts that *term* is a sort of."""
    return frozenset(lexicon("en").broader(term))  # of a concept all but its words is the same in every language


def are_akin(one: str, other: str) -> bool:
    """Return whether the two are the same, or one is a sort of the other."""
    return one == other or one in broader(other) or other in broader(one)


def is_person(term: str) -> bool:
    """Return whether *term* is "person" or a sort of one; a voter is a person and no sort of vote."""
    return term == "person" or "person" in broader(term)


@remembered(MAX_CONCEPTS)
def symbol(unit: str) -> str:
    """The symbol of a unit of measure: "t" for tonne."""
    return lexicon("en").symbol(unit) or unit


@remembered(MAX_CONCEPTS)
def opposites(term: str) -> frozenset[str]:
    return frozenset(lexicon("en").opposites(term))


@remembered(MAX_CONCEPTS)
def is_action(term: str) -> bool:
    return lexicon("en").action(term) is not None


@remembered(MAX_CONCEPTS)
def is_deed(term: str) -> bool:
    """Return whether *term* is a listed action or a sort of one: to drown is to die."""
    return is_action(term) or any(map(is_action, broader(term)))
